"""Reports that the text itself ties together, whatever their words and days.

A postponement ties the old day to the new; a correction ties the day that was
first given to the report before it; a clause that says too little of its own
("In two weeks you will open it") is about what stands before it, or about what
others report of its day.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from sitegen.events.days import REACH, SHORT, compatible, is_hour_of, is_precise
from sitegen.events.groups import Group, Groups
from sitegen.events.stories import Stories
from sitegen.model import Offset, Report, Standing, TimeOfDay, Unit

_TODAY = Offset(0, Unit.DAY, exact=True)
_BACK = 3  # sentences back that a clause can lean on
_FEW = 2  # terms below which a clause names nothing
_SLIP_OF_PEN = 2  # days between a day and one that it is mistaken for
_ALIKE = 2  # terms, names and kinds shared by which a day that was given wrongly is known
_ESTABLISHED = 3  # reports of an event that a clause from afar can lean on
_SURE = frozenset({Standing.HAPPENED, Standing.SCHEDULED})
_AHEAD = frozenset({Standing.SCHEDULED, Standing.POSTPONED, Standing.PROPOSED, Standing.CONDITIONAL, Standing.CANCELLED})


def ties(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Pairs of reports of one article that are one event because the text says so."""
    for numbers in _by_article(reports).values():
        for place, number in enumerate(numbers):
            other = _tied(reports, numbers, place)
            if other is not None:
                yield other, number
        yield from _hours_told(reports, numbers)


def _hours_told(reports: Sequence[Report], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """What happened early or late on a day, with the hour that the text goes on to give: "late on Monday …. A door opened at 11.40pm"."""
    for place, number in enumerate(numbers):
        hour = reports[number]
        if not _is_told(hour) or hour.resolution.expression.span.start == hour.clause.start:
            continue  # "22:30 Crowds gather": an entry of a live page
        earlier = (n for n in _before(reports, numbers, place) if reports[n].interval.first_day == hour.interval.first_day)
        other = next(earlier, None)
        if other is not None and _is_told(reports[other]) and is_hour_of(hour.interval, reports[other].interval):
            yield other, number


def _is_told(report: Report) -> bool:
    return report.standing is Standing.HAPPENED and not report.saying


def _by_article(reports: Sequence[Report]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        found[report.article].append(number)
    return found


def _before(reports: Sequence[Report], numbers: Sequence[int], place: int) -> list[int]:
    """The reports of the sentence and the few before it, nearest first: no text is so long that each is compared with all."""
    last, earlier = reports[numbers[place]].sentence, (numbers[i] for i in reversed(range(place)))
    return list(takewhile(lambda other: last - reports[other].sentence <= _BACK, earlier))


def _tied(reports: Sequence[Report], numbers: Sequence[int], place: int) -> int | None:
    """The report of the same article that one is tied to: of the day that it takes the place of, or the right one for a wrong day."""
    number = numbers[place]
    report = reports[number]
    other_day = report.replaces or report.contradicts
    if other_day:
        return min((other for other in numbers if reports[other].interval == other_day), key=lambda n: abs(n - number), default=None)
    if report.standing is not Standing.DENIED or any(reports[other].contradicts == report.interval for other in numbers):
        return None  # what is right of a wrong day is tied to it
    near = _before(reports, numbers, place)
    beside = [other for other in near if reports[other].sentence == report.sentence and not reports[other].gives_hour_only]
    if not report.leans:
        return beside[0] if beside else _told_otherwise(reports, number, numbers)
    taken = next((other for other in beside if _is_taken_for(report, reports[other])), None)
    return taken if taken is not None else _leaned_on(reports, number, numbers, near)


def _is_taken_for(wrong: Report, right: Report) -> bool:
    """Whether one sentence gives a day and, a day or two off, another that it was taken for."""
    apart = abs((right.interval.first_day - wrong.interval.first_day).days)
    return right.standing in _AHEAD and is_precise(wrong.interval) and is_precise(right.interval) and 0 < apart <= _SLIP_OF_PEN


def _told_otherwise(reports: Sequence[Report], number: int, numbers: Sequence[int]) -> int | None:
    """For a wrong day and what it was given for: the report of the article that tells the same of another day."""
    report = reports[number]
    best = _likest(reports, number, [other for other in numbers if _gives_another_day(report, reports[other])])
    return best if best is not None and _shared(report, reports[best]) >= _ALIKE else None


def _leaned_on(reports: Sequence[Report], number: int, numbers: Sequence[int], near: Sequence[int]) -> int | None:
    """For a wrong day that says not itself what it was given for: what stands before it, or shares words with the correction."""
    report = reports[number]
    near = [other for other in near if _as_precise(report, reports[other])]
    near = [other for other in near if reports[other].standing in _AHEAD] or near
    others = [other for other in numbers if other in near or _gives_another_day(report, reports[other])]
    best = _likest(reports, number, others)
    if best is None:
        return None
    shared = _shared(report, reports[best])
    same_day = next((other for other in near if reports[other].interval.first_day == report.interval.first_day), None)
    if same_day is not None and shared <= max(1, _shared(report, reports[same_day])):
        return same_day  # "put off from 12 to 19 March … There is no sense in asking tomorrow"
    alone = [other for other in others if _shared(report, reports[other])] == [best]
    return best if best in near or alone or shared >= _ALIKE else next(iter(near), None)


def _likest(reports: Sequence[Report], number: int, others: Sequence[int]) -> int | None:
    """Of some reports the one that shares most with a correction and gives a day not far from the wrong one."""

    def rank(other: int) -> tuple[int, int, int]:
        apart = abs((reports[other].interval.first_day - reports[number].interval.first_day).days)
        near = (apart <= REACH) + (0 < apart <= _SLIP_OF_PEN)
        return _shared(reports[number], reports[other]) + near, -apart, other

    return max(others, key=rank, default=None)


def _shared(wrong: Report, other: Report) -> int:
    """How many words, names and kinds of event a correction has in common with a report."""
    said = {*wrong.terms, *wrong.actors, *wrong.predicates}
    return len(said.intersection((*other.terms, *other.actors))) + len(said.intersection(other.predicates))


def _as_precise(report: Report, other: Report) -> bool:
    return is_precise(other.interval) or not is_precise(report.interval)


def _gives_another_day(report: Report, other: Report) -> bool:
    return (
        not other.saying
        and other.standing is not Standing.POSTPONED
        and other.sentence != report.sentence
        and other.interval != report.interval
    )


def leaning(reports: Sequence[Report], groups: Groups, stories: Stories) -> Iterator[tuple[int, int]]:
    """Reports that say too little, and are tied to none that says more, each with the one it leans on."""
    by_days: dict[tuple[dt.date, dt.date], list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        if not report.leans:
            by_days[report.interval.first_day, report.interval.last_day].append(number)
    for numbers in _by_article(reports).values():
        for place, number in enumerate(numbers):
            report = reports[number]
            if not report.leans or _is_entry(report) or _stands(reports, groups.of(number), report.article):
                continue
            other = next((other for other in _before(reports, numbers, place) if _can_lean(report, reports[other])), None)
            if other is None and report.standing in _SURE and not report.gives_hour_only and report.interval.days <= SHORT:
                held = ((other, groups.of(other)) for other in by_days[report.interval.first_day, report.interval.last_day])
                size = {other: len(group.members) for other, group in held if _leans_afar(report, group)}
                likely = sorted(size, key=lambda other: (-size[other], other))
                other = next((other for other in likely if stories.one(report.article, reports[other].article)), None)
            if other is not None:
                yield other, number


def _stands(reports: Sequence[Report], group: Group, article: str) -> bool:
    """Whether something of its article that names what it tells is tied to a clause already."""
    return any(not reports[number].leans and reports[number].article == article for number in group.members)


def _is_entry(report: Report) -> bool:
    """Whether a report is one of the moments of its day, "10:02 And she moves", "at two this morning", and not the hour of a plan."""
    meaning = report.resolution.expression.meaning
    today = isinstance(meaning, TimeOfDay) and meaning.clock.hour is not None and meaning.on == _TODAY
    return (report.gives_hour_only or today) and report.standing is Standing.HAPPENED


def _leans_afar(report: Report, group: Group) -> bool:
    """Whether a clause can be about what another article tells of its day."""
    return len(report.terms) < _FEW or len(group.members) >= _ESTABLISHED


def _can_lean(report: Report, other: Report) -> bool:
    """Whether a clause can be about another: their days agree, and no sentence gives both different ones.

    Of a month many things are told: only the sentence right before is meant.
    """
    apart = report.sentence == other.sentence and report.interval != other.interval
    far = report.interval.days > SHORT and report.sentence - other.sentence > 1
    return compatible(report.interval, other.interval) and not apart and not far
