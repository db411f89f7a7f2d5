"""Dates that the text gives in full, and dates in numbers alone, whose order the text or the country decides."""

from __future__ import annotations

import re

from sitegen.dates import Timex, TimexType, interval_of
from sitegen.model import CalendarDate
from sitegen.resolutions.situation import NO_ANCHOR, Placed, Situation, date_timex, step

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
    day, month = (first, second) if (situation.day_first or first > 12) and second <= 12 else (second, first)
    if interval_of(f"{year:04}-{month:02}-{day:02}") is None:
        return Placed(date_timex(""), NO_ANCHOR)
    swapped = f"{year:04}-{day:02}-{month:02}" if day <= 12 and day != month else ""
    value = f"{year:04}-{month:02}-{day:02}"
    rule = "calendar.day-first" if day == first else "calendar.month-first"
    return Placed(
        date_timex(value),
        NO_ANCHOR,
        alternatives=(swapped,) if swapped else (),
        stated=not swapped,
        steps=(step(rule, situation, text, value),),
    )


def _iso(text: str, situation: Situation) -> Placed:
    if len(text) == len("2007-08") and int(text[5:]) == int(text[2:4]) % 100 + 1:
        return stated(text[:4], situation)  # "in 2007-08" is a pair of years
    if interval_of(text[:10]) is None:
        return Placed(date_timex(""), NO_ANCHOR)
    type_ = TimexType.TIME if "T" in text else TimexType.DATE
    return Placed(Timex(type_, text), NO_ANCHOR, stated=True, steps=(step("calendar.stated", situation, text, text),))
