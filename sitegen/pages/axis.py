"""The time axis of a drawing: positions in per cent of its width, and ticks that suit its length."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen.dates import Interval, add_months, monday_of
from sitegen.pages.words import Words

_MOST_TICKS = 12
_REACH = 0.2
"""A day belongs to the axis if it lies no further off than this share of its length …"""
_LEAST_REACH = 4
"""… or by so many days."""
_LONGEST_WHOLE = 14
"""Spans of no more days than this are shown to their end."""
_MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis that carries a label."""

    x: float
    label: str
    is_minor: bool
    """Whether a narrow screen may leave its label out."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of days laid out from 0 to 100 per cent."""

    first: dt.date
    end: dt.date
    """The day after the last."""

    @property
    def days(self) -> int:
        """How many days it shows."""
        return (self.end - self.first).days

    def at(self, moment: dt.datetime, digits: int = 2) -> float:
        """Where an instant lies, kept within the axis."""
        passed = moment - dt.datetime.combine(self.first, dt.time())
        share = passed / dt.timedelta(self.days)
        return round(100 * min(max(share, 0), 1), digits)

    def middle(self, day: dt.date) -> float:
        """Where the noon of a day lies."""
        return self.at(dt.datetime.combine(day, dt.time(12)))

    def holds(self, interval: Interval) -> bool:
        """Whether some of the interval lies on the axis."""
        return interval.first_day < self.end and interval.last_day >= self.first

    def ticks(self, words: Words) -> tuple[Tick, ...]:
        """At most a dozen labelled days, weeks, months or years."""
        days = tuple(self._tick_days())
        # Of months, those are kept that name their year.
        kept = next((index for index, day in enumerate(days) if day.month == 1), 0) % 2 if self.days > _MOST_TICKS * 7 else 0
        return tuple(Tick(self._place(day), self._label(day, words), is_minor=index % 2 != kept) for index, day in enumerate(days))

    def _place(self, day: dt.date) -> float:
        """A tick of a short axis names a day and stands at its noon; of a long one, at the start of what it names."""
        return self.middle(day) if self.days <= _MOST_TICKS * 3 else self.at(dt.datetime.combine(day, dt.time()))

    def _tick_days(self) -> Iterator[dt.date]:
        if self.days <= _MOST_TICKS:
            yield from (self.first + dt.timedelta(n) for n in range(self.days))
        elif self.days <= _MOST_TICKS * 3:
            step = -(-self.days // 8)
            yield from (self.first + dt.timedelta(n) for n in range(1, self.days, step))
        elif self.days <= _MOST_TICKS * 7:
            step = 7 * (1 + self.days // (7 * 7))
            monday = monday_of(self.first + dt.timedelta(6))
            yield from (monday + dt.timedelta(n) for n in range(0, max((self.end - monday).days, 0), step))
        else:
            yield from self._month_starts()

    def _month_starts(self) -> Iterator[dt.date]:
        months = self.days / 30.4
        step = next((step for step in _MONTH_STEPS if months / step <= _MOST_TICKS), _MONTH_STEPS[-1])
        first = self.first.replace(day=1)
        index = first.year * 12 + first.month - 1
        day = add_months(first, -index % step)
        while day < self.end:
            if day >= self.first:
                yield day
            if day.year + step // 12 >= dt.MAXYEAR:
                return
            day = add_months(day, step)

    def _label(self, day: dt.date, words: Words) -> str:
        if self.days <= _MOST_TICKS * 7:
            return words.day_and_month(day)
        return str(day.year) if day.month == 1 else words.short_month(day)


def axis_for(intervals: Iterable[Interval], as_of: dt.date) -> Axis:
    """The axis of the story: where its events crowd, with a day to spare at either end.

    It is the shortest stretch that holds nine in ten of them, widened for those
    that lie close by; what lies far off would press all others into a corner.
    """
    days = sorted(_ends(intervals)) or [as_of.toordinal()]
    first, last = _densest(days)
    reach = max(_LEAST_REACH, _REACH * (last - first))
    near = [day for day in (*days, as_of.toordinal()) if first - reach <= day <= last + reach]
    first, last = min(near), max(near)
    spare = max(1, (last - first) // 60)
    return Axis(_date(first - spare), _date(last + spare + 1))


def _ends(intervals: Iterable[Interval]) -> Iterator[int]:
    for interval in intervals:
        yield interval.first_day.toordinal()
        if interval.days <= _LONGEST_WHOLE:
            yield interval.last_day.toordinal()


def _densest(days: list[int]) -> tuple[int, int]:
    """First and last day of the shortest stretch that holds nine in ten."""
    size = -(-9 * len(days) // 10)
    return min(((days[n], days[n + size - 1]) for n in range(len(days) - size + 1)), key=lambda pair: (pair[1] - pair[0], -pair[0]))


def _date(ordinal: int) -> dt.date:
    return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal()))
