"""How the days of two reports lie to each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from sitegen.dates import Granularity, Interval, Modifier

FINE = frozenset({Granularity.DAY, Granularity.PART, Granularity.HOUR, Granularity.MINUTE})
SHORT = 10
"""Days up to which a stretch is an occasion of its own and not background: a weekend, a week, a festival."""
REACH = 9
"""Days between two claims beyond which they are never about one event, unless the text ties them."""


class Relation(StrEnum):
    """The days of one report against those of another."""

    SAME = "same"
    SAME_PERIOD = "same-period"
    """The same month, quarter or year: a weaker bond than the same day."""
    WITHIN = "within"
    """One lies in the other, which is short."""
    COARSE = "coarse"
    """One lies in the other, which is a month or longer: the same claim, less precise."""
    ADJACENT = "adjacent"
    """They meet or overlap by a part, or a single midnight lies between them."""
    NEAR = "near"
    FAR = "far"


_THIRDS = {Modifier.START: (0, 1), Modifier.MID: (1, 2), Modifier.END: (2, 3)}


def meant(interval: Interval) -> tuple[dt.date, dt.date]:
    """The first and last day that an interval means: a third of it for "early", "mid-" and "late"."""
    first, last = interval.first_day, interval.last_day
    third = _THIRDS.get(interval.modifier) if interval.modifier and interval.days > SHORT else None
    if third is None:
        return first, last
    return first + dt.timedelta(interval.days * third[0] // 3), first + dt.timedelta(interval.days * third[1] // 3 - 1)


def relation_of(one: Interval, two: Interval) -> Relation:
    """How two intervals lie to each other, counted in calendar days."""
    first, last = meant(one), meant(two)
    longest = max((found[1] - found[0]).days for found in (first, last)) + 1
    if first == last:
        return Relation.SAME if longest <= SHORT else Relation.SAME_PERIOD
    if (first[0] <= last[0] and last[1] <= first[1]) or (last[0] <= first[0] and first[1] <= last[1]):
        return Relation.WITHIN if longest <= SHORT else Relation.COARSE
    if not (is_precise(one) and is_precise(two)):
        return Relation.FAR
    gap = max((first[0] - last[1]).days, (last[0] - first[1]).days)
    if gap <= 1:
        return Relation.ADJACENT
    return Relation.NEAR if gap <= REACH else Relation.FAR


AGREEING = frozenset({Relation.SAME, Relation.SAME_PERIOD, Relation.WITHIN, Relation.COARSE})
"""Relations of two claims that can both be right."""
_CLOSEST = tuple(Relation)


def compatible(one: Interval, two: Interval) -> bool:
    """Whether two claims can both be right: the same days, or one lies in the other."""
    return relation_of(one, two) in AGREEING


def nearest(ones: Iterable[Interval], twos: Iterable[Interval]) -> Relation | None:
    """The closest relation between some days and others; None where one side has none."""
    found = {relation_of(one, two) for one in ones for two in twos}
    return min(found, key=_CLOSEST.index, default=None)


def is_precise(interval: Interval) -> bool:
    """Whether an interval says which days, and not just which week or month they lie in."""
    return (interval.granularity in FINE and interval.days <= 3 * SHORT and interval.modifier is not Modifier.BEFORE) or interval.granularity is Granularity.WEEKEND


def ends_of(stretch: Interval, one: Interval, two: Interval) -> bool:
    """Whether two days are the ends of a stretch, give or take a day: when it opens and when it closes."""
    first, last = sorted((one, two), key=lambda interval: interval.start)
    return abs((first.first_day - stretch.first_day).days) <= 1 and abs((last.last_day - stretch.last_day).days) <= 1
