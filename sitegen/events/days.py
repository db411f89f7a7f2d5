"""How the days of two reports lie to each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from sitegen.dates import Granularity, Interval, Modifier

FINE = frozenset({Granularity.DAY, Granularity.PART, Granularity.HOUR, Granularity.MINUTE})
SHORT = 10
"""Days up to which a stretch is an occasion of its own and not background: a weekend, a week, a festival."""
REACH = 9
"""Days between two claims beyond which they are never about one event, unless the text ties them."""
SLIP = 120
"""Days by which a plan can slip where no text says from when to when."""
_NOON = 12
SMALL_HOURS = 8
"""The hour up to which a day may be the one before somewhere else."""
EVENING = 18
"""The hour from which on a day may be the next one somewhere else."""
_HOURS = dt.timedelta(hours=2)
"""Hours by which two sources can miss one another about one thing."""
_PARTS = {Modifier.START: (0, 40), Modifier.MID: (25, 75), Modifier.END: (60, 100)}
"""Per cent of a month or year that "early", "mid-" and "late" mean; they overlap, as nobody counts the days."""


class When(NamedTuple):
    """The calendar days that an interval means, as day numbers, both ends inclusive."""

    first: int
    last: int
    precise: bool
    """Whether it says which days, and not just which week or month they lie in."""
    weekend: bool

    @property
    def days(self) -> int:
        """How many days it is long."""
        return self.last - self.first + 1

    def holds(self, other: When) -> bool:
        """Whether the other's days all lie in it."""
        return self.first <= other.first and other.last <= self.last


class Relation(StrEnum):
    """The days of one report against those of another, closest first."""

    SAME = "same"
    SAME_PERIOD = "same-period"
    """The same month, quarter or year: a weaker bond than the same day."""
    WITHIN = "within"
    """One lies in the other, which is short."""
    COARSE = "coarse"
    """One lies in the other, which is a month or longer: the same claim, less precise."""
    ADJACENT = "adjacent"
    """Two precise claims meet or overlap by a part: a single midnight lies between them."""
    NEAR = "near"
    FAR = "far"


AGREEING = frozenset({Relation.SAME, Relation.SAME_PERIOD, Relation.WITHIN, Relation.COARSE})
"""Relations of two claims that can both be right."""
_CLOSEST = tuple(Relation)


def when(interval: Interval) -> When:
    """The days that an interval means: a part of them for "early", "mid-" and "late" of something long."""
    first, last = interval.first_day.toordinal(), interval.last_day.toordinal()
    days = last - first + 1
    part = _PARTS.get(interval.modifier) if interval.modifier and days > SHORT else None
    weekend = interval.granularity is Granularity.WEEKEND
    precise = weekend or (interval.granularity in FINE and days <= 3 * SHORT and interval.modifier is not Modifier.BEFORE)
    if part:
        first, last = first + days * part[0] // 100, first + days * part[1] // 100 - 1
    return When(first, last, precise, weekend)


def relation_of(one: When, two: When) -> Relation:
    """How the days of two claims lie to each other."""
    first, last, precise, _ = one
    other_first, other_last, other_precise, _ = two
    if first == other_first and last == other_last:
        return Relation.SAME if precise and last - first < SHORT else Relation.SAME_PERIOD
    if first <= other_first and other_last <= last:
        return Relation.WITHIN if last - first < SHORT else Relation.COARSE
    if other_first <= first and last <= other_last:
        return Relation.WITHIN if other_last - other_first < SHORT else Relation.COARSE
    if not (precise and other_precise):
        return Relation.COARSE if _overlap(one, two) else Relation.FAR
    gap = max(first - other_last, other_first - last)
    if gap <= 1:
        return Relation.ADJACENT
    return Relation.NEAR if gap <= REACH else Relation.FAR


def agree(one: When, two: When) -> bool:
    """Whether two claims can both be right: the same days, one lies in the other, or two seasons or quarters overlap."""
    return one.holds(two) or two.holds(one) or _overlap(one, two)


def _overlap(one: When, two: When) -> bool:
    """Whether two long stretches share most of the shorter: "next spring" and "the second quarter"."""
    shared = min(one.last, two.last) - max(one.first, two.first) + 1
    return not (one.precise or two.precise) and shared * 2 > min(one.days, two.days) > SHORT


def compatible(one: Interval, two: Interval) -> bool:
    """Whether two intervals can both be right."""
    return agree(when(one), when(two))


def nearest(ones: Iterable[When], twos: Iterable[When]) -> Relation | None:
    """The closest relation between some days and others; None where one side has none."""
    found = {relation_of(one, two) for one in ones for two in twos}
    return min(found, key=_CLOSEST.index, default=None)


def is_precise(interval: Interval) -> bool:
    """Whether an interval says which days, and not just which week or month they lie in."""
    return when(interval).precise


def ends_of(stretch: When, one: When, two: When) -> bool:
    """Whether two days are the ends of a stretch, give or take a day: when it opens and when it closes."""
    first, last = sorted((one, two))
    return abs(first.first - stretch.first) <= 1 and abs(last.last - stretch.last) <= 1


def is_late(interval: Interval, hour: int = _NOON) -> bool:
    """Whether a claim names a day's second half, or hours from ``hour`` on: "late on Monday", "Monday evening"."""
    return interval.modifier is Modifier.END or (_is_timed(interval) and interval.start.hour >= hour)


def is_early(interval: Interval, hour: int = _NOON) -> bool:
    """Whether a claim names a day's first half, or hours before ``hour``: "early on Monday", "at 5am"."""
    return interval.modifier is Modifier.START or (_is_timed(interval) and interval.start.hour < hour)


def _is_timed(interval: Interval) -> bool:
    return interval.days == 1 and interval.end - interval.start < dt.timedelta(1)


def other_hours(one: Interval, two: Interval) -> bool:
    """Whether two claims of one day name hours of it that lie hours apart: "at 9.30am", "late on Saturday"."""
    first, second = _hours(one), _hours(two)
    if one.first_day != two.first_day or not (first and second):
        return False
    return max(first[0] - second[1], second[0] - first[1]) >= _HOURS


def is_hour_of(hour: Interval, part: Interval) -> bool:
    """Whether a clock time lies in a part of its day: "8.10am" and "on Monday morning", "late on Monday"."""
    clock, named = _hours(hour), _hours(part)
    timed = hour.granularity in {Granularity.HOUR, Granularity.MINUTE} and part.granularity in {Granularity.DAY, Granularity.PART}
    return timed and clock is not None and named is not None and named[0] <= clock[0] < named[1]


def _hours(interval: Interval) -> tuple[dt.datetime, dt.datetime] | None:
    """The hours of its day that a claim names, from and to; None where it names none."""
    if interval.days > 1:
        return None
    if interval.modifier is Modifier.END and not _is_timed(interval):
        return interval.start.replace(hour=EVENING), interval.end
    if interval.modifier is Modifier.START and not _is_timed(interval):
        return interval.start, interval.start.replace(hour=_NOON)
    return (interval.start, interval.end) if _is_timed(interval) else None


def around_midnight(one: Interval, two: Interval) -> bool:
    """Whether two claims of neighbouring days can be one night: the evening of the one, the small hours of the other."""
    first, second = sorted((one, two), key=lambda interval: interval.start)
    next_door = (second.first_day - first.first_day).days == 1
    return next_door and is_late(first, EVENING) and is_early(second, SMALL_HOURS)
