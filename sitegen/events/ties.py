"""Reports that the text itself ties together, whatever their words and days.

A postponement ties the old day to the new; a correction ties the day that was
first given to the report before it; a clause that says too little of its own
("In two weeks you will open it") is about what stands before it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sitegen.events.days import compatible
from sitegen.model import Report, Standing

_BACK = 2  # sentences back that a leaning clause can lean on


def ties(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Pairs of reports of one article that are one event because the text says so."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        by_article[report.article].append(number)
    for numbers in by_article.values():
        for place, number in enumerate(numbers):
            other = _tied(reports, number, numbers[:place])
            if other is not None:
                yield other, number


def _tied(reports: Sequence[Report], number: int, earlier: list[int]) -> int | None:
    report = reports[number]
    near = [other for other in reversed(earlier) if report.sentence - reports[other].sentence <= _BACK]
    if report.replaces:
        return next((other for other in near if reports[other].interval == report.replaces), None)
    if report.leans and report.standing in {Standing.DENIED, Standing.POSTPONED}:
        return next(iter(near), None)
    return None


def leaning_on(reports: Sequence[Report], number: int, earlier: Sequence[int]) -> int | None:
    """The report just before a clause that says little of its own, where their days can be one."""
    report = reports[number]
    near = [other for other in reversed(earlier) if report.sentence - reports[other].sentence <= _BACK]
    return next((other for other in near if compatible(report.interval, reports[other].interval)), None)
