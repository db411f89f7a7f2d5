"""What can be wrong with a site, and how it is said.

A stage never stops at the first fault: it collects problems, and the command
decides. Everything that stops a command is a `SitegenError`:

    SitegenError
      ContentErrors   the content has errors           exit code 1
      UsageError      wrong usage or configuration      exit code 2
      StrictWarnings  warnings under --strict           exit code 3
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """Whether a problem stops the build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a path below the site, line and column counted from 1."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: what is wrong, where, and what to do about it."""

    place_key: tuple[str, int, int]
    code: str
    """Short and stable, e.g. ``bad-date``; documented in README."""
    severity: Severity
    message: str
    hint: str = ""
    """The remedy, a sentence without its full stop."""

    @property
    def place(self) -> Place:
        """Where the fault stands."""
        return Place(*self.place_key)

    def __str__(self) -> str:
        head = f"{self.place}: {self.severity}: {self.message}"
        return f"{head}\n    {self.hint}" if self.hint else head


def problem(code: str, place: Place, message: str, hint: str = "", *, warning: bool = False) -> Problem:
    """A problem at a place."""
    severity = Severity.WARNING if warning else Severity.ERROR
    return Problem((place.path, place.line, place.column), code, severity, message, hint)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or all of them where none is near."""
    words = sorted(known)
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else f"known names: {', '.join(words)}"


class SitegenError(Exception):
    """Anything that ends a command early; carries the exit code and the problems."""

    exit_code = 70

    def __init__(self, problems: Iterable[Problem], summary: str = "") -> None:
        self.problems = tuple(sorted(problems))
        self.summary = summary
        super().__init__(summary or "\n".join(str(p) for p in self.problems))


class ContentErrors(SitegenError):
    """The content has errors."""

    exit_code = 1


class UsageError(SitegenError):
    """The command or the configuration is wrong."""

    exit_code = 2


class StrictWarnings(SitegenError):
    """Warnings, where the user asked for none."""

    exit_code = 3
