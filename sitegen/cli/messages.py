"""What the commands say: problems to stderr, results to stdout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.problems import Problem, Severity, SitegenError

if TYPE_CHECKING:  # `sitegen --help` imports no stage
    from sitegen.corpus import Hidden

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_LEFT_OUT = {"draft": "--drafts includes them", "future": "--future includes them", "later": "published after --as-of"}


def tell(problems: Iterable[Problem], summary: str = "") -> None:
    """Every problem with its remedy on the next line, then a line of summary, to stderr."""
    for problem in problems:
        place = f"{problem.place}: " if problem.place.path else ""
        severity = click.style(f"{problem.severity}:", fg=_COLOURS[problem.severity], bold=True)
        click.echo(f"{place}{severity} {problem.message}", err=True)
        if problem.hint:
            click.echo(f"    {problem.hint}", err=True)
    if summary:
        click.echo(summary, err=True)


def tally(problems: Iterable[Problem]) -> str:
    """``2 errors, 1 warning``; "" where there is nothing to count."""
    severities = Counter(problem.severity for problem in problems)
    return ", ".join(count(severities[severity], severity) for severity in Severity if severities[severity])


def count(number: int, one: str, many: str = "") -> str:
    """``1 article``, ``2 articles``."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def left_out(hidden: Sequence[Hidden]) -> Iterator[str]:
    """A line for each reason why articles were left out, with how they come in."""
    for why, remedy in _LEFT_OUT.items():
        ids = [article.id for article in hidden if article.why == why]
        if ids:
            yield f"left out as {why}: {', '.join(ids)} ({remedy})"


def seen_from_here(problem: Problem, site: Path) -> Problem:
    """The problem with its path as the caller of the command would write it."""
    path, line, column = problem.place_key
    return replace(problem, place_key=(str(site / path), line, column)) if path and (site / path).exists() else problem


@contextmanager
def located(site: Path) -> Iterator[None]:
    """Whatever stops the command names its places from here."""
    try:
        yield
    except SitegenError as error:
        raise type(error)([seen_from_here(problem, site) for problem in error.problems], error.summary) from error
