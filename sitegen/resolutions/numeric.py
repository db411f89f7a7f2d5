"""Dates that the text gives in full, and dates in numbers alone, whose order the text or the country decides."""

from __future__ import annotations

import re

from sitegen.dates import Timex, TimexType, interval_of
from sitegen.model import CalendarDate
from sitegen.resolutions.situation import NO_ANCHOR, Placed, Situation, date_timex, step

_MONTHS = 12
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})")


def stated(value: str, situation: Situation) -> Placed:
    """A date that needs nothing but its own words."""
    return Placed(date_timex(value), NO_ANCHOR, stated=True, steps=(step("calendar.stated", situation, situation.expression.text, value),))


def place_numeric(meaning: CalendarDate, situation: Situation) -> Placed:
    """A date like "12/06/2025", an ISO date, or a pair of years like "2007-08"."""
    text = meaning.numeric
    if text[:4].isdigit() and text[4:5] == "/":
        year_, month_, day_ = map(int, text.split("/"))
        return _iso(f"{year_:04}-{month_:02}-{day_:02}", situation)
    found = _NUMERIC.fullmatch(text)
    if not found:
        return _iso(text, situation)
    first, second = int(found[1]), int(found[2])
    year = int(found[3]) + (0 if len(found[3]) == 4 else 2000 if int(found[3]) < 50 else 1900)
    day_first = (situation.day_first or first > _MONTHS) and second <= _MONTHS
    rule = "calendar.day-first" if day_first else "calendar.month-first"
    as_used, other = _both_orders(year, first, second) if day_first else reversed(_both_orders(year, first, second))
    if meaning.weekday and _falls_on(other, meaning.weekday) is not _falls_on(as_used, meaning.weekday):
        rule, as_used, other = ("calendar.weekday-order", other, "") if _falls_on(other, meaning.weekday) else (rule, as_used, "")
    if interval_of(as_used) is None:
        return Placed(date_timex(""), NO_ANCHOR)
    swapped = other if other != as_used and interval_of(other) else ""
    return Placed(
        date_timex(as_used),
        NO_ANCHOR,
        alternatives=(swapped,) if swapped else (),
        stated=not swapped,
        steps=(step(rule, situation, text, as_used),),
    )


def _both_orders(year: int, first: int, second: int) -> tuple[str, str]:
    """Two numbers as day and month, and as month and day; either may be no date."""
    return f"{year:04}-{second:02}-{first:02}", f"{year:04}-{first:02}-{second:02}"


def _falls_on(date: str, weekday: int) -> bool:
    interval = interval_of(date)
    return interval is not None and interval.first_day.isoweekday() == weekday


def _iso(text: str, situation: Situation) -> Placed:
    if len(text) == len("2007-08") and int(text[5:]) == int(text[2:4]) % 100 + 1:
        return stated(text[:4], situation)  # "in 2007-08" is a pair of years
    if interval_of(text[:10]) is None:
        return Placed(date_timex(""), NO_ANCHOR)
    type_ = TimexType.TIME if "T" in text else TimexType.DATE
    return Placed(Timex(type_, text), NO_ANCHOR, stated=True, steps=(step("calendar.stated", situation, text, text),))
