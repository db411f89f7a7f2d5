"""Calendar arithmetic: granularities, half-open intervals and TIMEX3 values.

Pure: no I/O, no clock, no word of any language. Values follow TIMEX3 (TimeML
annotation guidelines 1.2.1, which build on ISO 8601): ``2025-03-18``,
``2025-W12``, ``2025-W12-WE``, ``2025-Q1``, ``2025-SP``, ``202`` (a decade),
``20`` (a century), ``2025-03-17TMO``. An interval is half-open and in wall
clock time: 18 March 2025 is ``[2025-03-18T00:00, 2025-03-19T00:00)``.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum


class Granularity(StrEnum):
    """How coarse an interval is, coarsest first."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    WEEK = "week"
    WEEKEND = "weekend"
    DAY = "day"
    PART = "part"
    HOUR = "hour"
    MINUTE = "minute"


class Modifier(StrEnum):
    """The TIMEX3 ``mod`` attribute."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


class TimexType(StrEnum):
    """The TIMEX3 ``type`` attribute."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """One TIMEX3 annotation: what the expression is worth on paper."""

    type: TimexType
    value: str
    mod: Modifier | None = None
    quant: str = ""
    freq: str = ""


_NIGHT_ENDS = dt.time(4)
_INSTANT = dt.timedelta.resolution


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of calendar time, half-open, in the article's wall clock."""

    start: dt.datetime
    end: dt.datetime
    granularity: Granularity
    modifier: Modifier | None = None

    def __post_init__(self) -> None:
        if not self.start < self.end:
            message = f"an interval ends after it starts: {self.start} .. {self.end}"
            raise ValueError(message)

    @property
    def first_day(self) -> dt.date:
        """The first calendar day, inclusive."""
        return self.start.date()

    @property
    def last_day(self) -> dt.date:
        """The last calendar day, inclusive; a night counts to the day on which it begins."""
        if self.granularity is Granularity.PART and self.end.time() == _NIGHT_ENDS:
            return self.end.date() - dt.timedelta(1)
        return (self.end - _INSTANT).date()

    @property
    def days(self) -> int:
        """How many calendar days it touches."""
        return (self.last_day - self.first_day).days + 1

    def contains(self, other: Interval) -> bool:
        """Whether no instant of ``other`` lies outside."""
        return self.start <= other.start and other.end <= self.end

    def through(self, other: Interval) -> Interval:
        """From the start of this one to the end of ``other``, the finer granularity kept."""
        order = list(Granularity)
        finer = max(self.granularity, other.granularity, key=order.index)
        return Interval(min(self.start, other.start), max(self.end, other.end), finer)


_MONTHS_IN = {"Q": 3, "H": 6}
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}
# Parts of the day in hours, as news uses them; the night runs into the next morning.
_PARTS = {"MO": (5, 12), "MI": (12, 13), "AF": (12, 18), "EV": (18, 24), "NI": (20, 28), "DT": (9, 17), "PM": (12, 24), "AM": (0, 12)}
_DATE_VALUE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    r"|W(?P<week>\d\d)(?:-(?P<weekday>WE|[1-7]))?"
    r"|(?P<part>[QH])(?P<nth>[1-4])"
    r"|(?P<season>SP|SU|FA|AU|WI)))?"
    r"(?:T(?P<time>.+))?"
)
_TIME_VALUE = re.compile(
    r"(?:(?P<part>MO|MI|AF|EV|NI|DT|PM|AM)|(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?)(?:Z|[+-]\d\d:?\d\d)?"
)
_PLAIN_YEARS = re.compile(r"\d{2,3}")


def month_start(year: int, month: int) -> dt.datetime:
    """The first instant of a month; months beyond 1–12 carry into the year."""
    return dt.datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day some months away, or the month's last day where it has none."""
    first = month_start(day.year, day.month + months)
    last = (month_start(first.year, first.month + 1) - dt.timedelta(1)).day
    return dt.date(first.year, first.month, min(day.day, last))


def monday_of(day: dt.date) -> dt.date:
    """The Monday of the day's ISO week."""
    return day - dt.timedelta(day.weekday())


def week_value(day: dt.date) -> str:
    """The ISO week that the day lies in, as ``2025-W12``."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def interval_of(value: str, modifier: Modifier | None = None) -> Interval | None:
    """The interval of a TIMEX3 value, or None where it names no stretch of the calendar.

    Durations, sets, vague references, fiscal years, years outside 1–9999 and
    impossible dates have none.
    """
    try:
        return _whole_years(value, modifier) if _PLAIN_YEARS.fullmatch(value) else _dated(value, modifier)
    except (ValueError, OverflowError):
        return None


def _whole_years(value: str, modifier: Modifier | None) -> Interval:
    span, granularity = (100, Granularity.CENTURY) if len(value) == 2 else (10, Granularity.DECADE)
    first = int(value) * span
    return Interval(dt.datetime(first, 1, 1), dt.datetime(first + span, 1, 1), granularity, modifier)


def _dated(value: str, modifier: Modifier | None) -> Interval | None:
    found = _DATE_VALUE.fullmatch(value)
    if not found:
        return None
    start, end, granularity = _calendar(found)
    if found["time"]:
        if granularity is not Granularity.DAY:
            return None
        clock = _clock(start, found["time"])
        return clock and Interval(*clock, modifier)
    return Interval(start, end, granularity, modifier)


def _calendar(found: re.Match[str]) -> tuple[dt.datetime, dt.datetime, Granularity]:
    year = int(found["year"])
    if found["week"]:
        return _iso_week(year, int(found["week"]), found["weekday"])
    if found["part"]:
        months = _MONTHS_IN[found["part"]]
        nth = int(found["nth"])
        granularity = Granularity.QUARTER if months == 3 else Granularity.HALF
        return month_start(year, months * (nth - 1) + 1), month_start(year, months * nth + 1), granularity
    if found["season"]:
        month = _SEASON_MONTH[found["season"]]
        return month_start(year, month), month_start(year, month + 3), Granularity.SEASON
    if found["day"]:
        start = dt.datetime(year, int(found["month"]), int(found["day"]))
        return start, start + dt.timedelta(1), Granularity.DAY
    if found["month"]:
        start = dt.datetime(year, int(found["month"]), 1)
        return start, month_start(year, start.month + 1), Granularity.MONTH
    return dt.datetime(year, 1, 1), dt.datetime(year + 1, 1, 1), Granularity.YEAR


def _iso_week(year: int, week: int, weekday: str | None) -> tuple[dt.datetime, dt.datetime, Granularity]:
    monday = dt.datetime.combine(dt.date.fromisocalendar(year, week, 1), dt.time())
    if weekday == "WE":
        return monday + dt.timedelta(5), monday + dt.timedelta(7), Granularity.WEEKEND
    if weekday:
        start = monday + dt.timedelta(int(weekday) - 1)
        return start, start + dt.timedelta(1), Granularity.DAY
    return monday, monday + dt.timedelta(7), Granularity.WEEK


def _clock(day: dt.datetime, value: str) -> tuple[dt.datetime, dt.datetime, Granularity] | None:
    found = _TIME_VALUE.fullmatch(value)
    if not found:
        return None
    if found["part"]:
        first, last = _PARTS[found["part"]]
        return day + dt.timedelta(hours=first), day + dt.timedelta(hours=last), Granularity.PART
    minutes = int(found["hour"]) * 60 + int(found["minute"] or 0)
    start = day + dt.timedelta(minutes=minutes)
    if found["minute"]:
        return start, start + dt.timedelta(minutes=1), Granularity.MINUTE
    return start, start + dt.timedelta(hours=1), Granularity.HOUR


def edtf(interval: Interval) -> str:
    """The interval in the Extended Date/Time Format (ISO 8601-2, level 1).

    ``2025-03-18``, ``2025-03``, ``2025``, ``202X``, ``2025-03-18T20:00:00`` or
    ``first/last`` in inclusive days; ``~`` marks an approximate one.
    """
    mark = "~" if interval.modifier is Modifier.APPROX else ""
    match interval.granularity:
        case Granularity.CENTURY:
            return f"{interval.start.year // 100:02}XX{mark}"
        case Granularity.DECADE:
            return f"{interval.start.year // 10:03}X{mark}"
        case Granularity.YEAR if interval.days in {365, 366}:
            return f"{interval.start.year:04}{mark}"
        case Granularity.MONTH if interval.end == month_start(interval.start.year, interval.start.month + 1):
            return f"{interval.start.isoformat()[:7]}{mark}"
        case Granularity.MINUTE if interval.days == 1:
            return interval.start.isoformat()
        case _ if interval.days == 1:
            return f"{interval.first_day}{mark}"
        case _:
            return f"{interval.first_day}{mark}/{interval.last_day}{mark}"
