"""A whole site in one text file: what lies in it, the commands that are run in it, and what is expected.

    A sentence that says what is true.

    -- content/a.md --
    ---
    title: A file of the site; a codec after the path writes it in that encoding
    date: 2025-03-17
    ---
    -- $ build --
    exit 0
    1 article …
    -- public/index.html has --
    a line that stands in the file
    -- public/index.html lacks --
    a line that does not
    -- public/ has --
    articles/a/index.html
    -- public/ lacks --
    articles/b/index.html

A command's section holds its exit code, then what it said to stderr and stdout; `--update`
rewrites those. How long a build took is written as ``N``. What is expected of files is checked after the command above it.
More files may follow, and more commands.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from sitegen import cli

_HEADER = re.compile(r"^-- (.+?) --\n", re.MULTILINE)
# What changes with the machine, and with every run.
_VARYING = re.compile(r"\b[\d.]+ s\b")


def masked(text: str) -> str:
    """A text without the times that vary."""
    return _VARYING.sub("N s", text)


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a case, with what stands in its header."""

    header: str
    text: str

    @property
    def command(self) -> str:
        """The command to run, "" where this is something else."""
        return self.header.removeprefix("$ ") if self.header.startswith("$ ") else ""


@dataclass(frozen=True, slots=True)
class Case:
    """What is true, and the parts that show it, in order."""

    says: str
    sections: tuple[Section, ...]

    def __str__(self) -> str:
        return self.says + "".join(f"-- {section.header} --\n{section.text}" for section in self.sections)


def parse(text: str) -> Case:
    """The case that a text holds."""
    says, *rest = _HEADER.split(text)
    return Case(says, tuple(Section(header, body) for header, body in zip(rest[::2], rest[1::2], strict=True)))


class Runner:
    """Plays a case in an empty folder, which is the current one."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder = folder
        self._capsys = capsys

    def play(self, case: Case) -> Case:
        """The case as it went: what its commands said in place of what was expected of them. Fails where a file is not as expected."""
        return replace(case, sections=tuple(self._section(section) for section in case.sections))

    def _section(self, section: Section) -> Section:
        name, _, word = section.header.rpartition(" ")
        if section.command:
            return replace(section, text=self._said(section.command))
        if word in {"has", "lacks"}:
            self._check(name, section.text.splitlines(), wanted=word == "has")
            return section
        path = self._folder / (name or word)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(section.text.encode(word if name else "utf-8"))
        return section

    def _said(self, command: str) -> str:
        self._capsys.readouterr()
        code = cli.run(shlex.split(command))
        said = self._capsys.readouterr()
        return masked(f"exit {code}\n{said.err}{said.out}")

    def _check(self, name: str, lines: list[str], *, wanted: bool) -> None:
        path = self._folder / name
        for line in lines:
            found = (path / line).exists() if name.endswith("/") else line in path.read_text("utf-8")
            assert found is wanted, f"{name} {'lacks' if wanted else 'has'}: {line}"
