"""Dates by their numbers and names as TIMEX3 writes them, in a year that is known."""

from __future__ import annotations

import datetime as dt

from sitegen.dates import month_start, week_value
from sitegen.model import CalendarDate, Unit
from sitegen.resolutions.holidays import holiday, nth_weekday

_MIDDLE = 15  # the middle day of a month


def written(meaning: CalendarDate, year: int) -> str:
    """The TIMEX3 value in a given year; "" where that year has no such day."""
    if meaning.years > 1:
        return f"{year // meaning.years:0{3 if meaning.years == 10 else 2}}"
    if meaning.nth is not None or meaning.nth_unit is not None:
        return _counted(meaning, year)
    if meaning.holiday:
        day = holiday(meaning.holiday, year)
        return day.isoformat() if day else ""
    if meaning.quarter:
        return f"{year:04}-Q{meaning.quarter}"
    if meaning.half:
        return f"{year:04}-H{meaning.half}"
    if meaning.season:
        return f"{year:04}-{meaning.season}"
    if meaning.week:
        return f"{year:04}-W{meaning.week:02}"
    return f"{year:04}{_tail(meaning)}"


def before_christ(meaning: CalendarDate) -> str:
    """The years before Christ count down: the fourth century is BC03, as TIMEX3 has it."""
    year = meaning.year or 0
    if meaning.years > 1:
        return f"BC{year // meaning.years:0{3 if meaning.years == 10 else 2}}"
    return f"BC{year:04}{_tail(meaning)}"


def _tail(meaning: CalendarDate) -> str:
    if meaning.season:
        return f"-{meaning.season}"
    month = f"-{meaning.month:02}" if meaning.month else ""
    return month + (f"-{meaning.day:02}" if meaning.month and meaning.day else "")


def _counted(meaning: CalendarDate, year: int) -> str:
    """The nth weekday, weekend, week or day of a month, or the week or weekend that holds a date."""
    if meaning.nth is None:
        day = holiday(meaning.holiday, year) if meaning.holiday else real_day(year, meaning.month, meaning.day)
        weekend = meaning.nth_unit is Unit.WEEKEND
        if day and weekend and meaning.holiday and day.isoweekday() == 1:
            day -= dt.timedelta(1)  # a Monday off makes the weekend before it longer
        return "" if day is None else week_value(day) + ("-WE" if weekend else "")
    month, nth = meaning.month or (12 if meaning.nth < 0 else 1), meaning.nth
    if meaning.nth_unit is Unit.WEEKEND:
        saturday = nth_weekday(year, month, 6, nth) if nth else _middle_saturday(year, month)
        return "" if saturday is None else f"{week_value(saturday)}-WE"
    if meaning.nth_unit in {Unit.WEEK, Unit.DAY}:
        size = 7 if meaning.nth_unit is Unit.WEEK else 1
        first = month_start(year, month if nth > 0 else month + 1).date()
        if not nth:
            return week_value(dt.date(year, month, _MIDDLE)) if size > 1 else f"{year:04}-{month:02}-{_MIDDLE}"
        middle = size // 2  # the week of a month is the one that lies around its middle
        counted = first + dt.timedelta(size * (nth - 1) + middle if nth > 0 else size * nth + middle)
        return week_value(counted) if meaning.nth_unit is Unit.WEEK else counted.isoformat()
    counted_day = nth_weekday(year, month, meaning.weekday or 1, nth)
    return counted_day.isoformat() if counted_day else ""


def _middle_saturday(year: int, month: int) -> dt.date:
    """The Saturday nearest to the middle of a month."""
    return min((dt.date(year, month, day) for day in range(_MIDDLE - 3, _MIDDLE + 4)), key=lambda day: day.isoweekday() != 6)


def real_day(year: int, month: int | None, day: int | None) -> dt.date | None:
    """A day of the calendar; None where there is no such day."""
    try:
        return dt.date(year, month or 1, day or 1)
    except ValueError:
        return None


# --- dates without their year -----------------------------------------------------------------
