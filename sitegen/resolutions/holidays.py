"""The days of holidays that news texts name; moveable feasts are worked out.

Easter by the anonymous Gregorian computus (Nature, 1876; Meeus, Astronomical
Algorithms, chapter 8); the others by their statutes.
"""

from __future__ import annotations

import datetime as dt

from sitegen.languages import known_holidays
from sitegen.resolutions.festivals import festival, is_festival


def holiday(name: str, year: int) -> dt.date | None:
    """The day of a holiday in a year, None for an unknown name."""
    known = known_holidays()
    if name in known.fixed:
        return dt.date(year, *known.fixed[name])
    if name in known.easter:
        return easter(year) + dt.timedelta(known.easter[name])
    if name in known.weekdays:
        rule = known.weekdays[name]
        day = nth_weekday(year, rule.month, rule.weekday, rule.nth)
        return day and day + dt.timedelta(rule.after)
    return festival(name, year) if is_festival(name) else None


def fixed(name: str) -> tuple[int, int] | None:
    """Month and day of a holiday that does not move."""
    return known_holidays().fixed.get(name)


def easter(year: int) -> dt.date:
    """Easter Sunday of the Western churches."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """The nth such weekday of a month, counted from its end where negative; None where it has none."""
    if nth < 0:
        following = dt.date(year + month // 12, month % 12 + 1, 1)
        last = following - dt.timedelta(1)
        return last - dt.timedelta((last.isoweekday() - weekday) % 7 + 7 * (-nth - 1))
    first = dt.date(year, month, 1)
    day = first + dt.timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return day if day.month == month else None
