"""Full dates as people write them, in front matter or in the prose of a language without rules -> a day, or a day and a time.

ISO 8601 and plain numeric dates are read here; a date with the name of a
month, in any language, by dateparser: the one module that imports it, only
when such a date is met, and believing it only where it found year, month and
day in the text.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TypeVar

LONGEST = 64
_YEARS = range(1000, 3000)

Day = TypeVar("Day", bound=dt.date)

_ISO_DAY = re.compile(r"(\d{4})([-/.]?)(\d\d)\2(\d\d)")
_ISO = re.compile(
    r"(?P<day>\d{4}[-/.]?\d\d[-/.]?\d\d)"
    r"(?:(?:T|t| +)(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r" *(?P<zone>[Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?"
)
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NUMBER = re.compile(r"\d+")
_ISO_WEEK = re.compile(r"\d{4}-W\d\d-[1-7]")
_TIME = re.compile(r"\d:\d\d")


class DateError(ValueError):
    """A text that is no single full date; carries the remedy."""

    def __init__(self, message: str, hint: str = "write it as 2025-03-17, or 2025-03-17T20:30+01:00") -> None:
        self.hint = hint
        super().__init__(message)


def read_date(text: str, language: str = "") -> dt.date | dt.datetime:
    """The day that a text names in full; a date-time where it names a time, with its offset where it names one.

    Of a known language (ISO 639-1) only that one's names are tried.

    Raises:
        DateError: where it is none, or could be two.

    """
    text = text.strip()
    if len(text) > LONGEST:
        message = f"'{text[:40]}…' is too long for a date"
        raise DateError(message)
    if found := _ISO.fullmatch(text):
        return _iso(found, text)
    if found := _NUMERIC.fullmatch(text):
        return _numeric(found, text)
    if _ISO_WEEK.fullmatch(text):
        return _week_day(text)
    return _named(text, language)


def read_published(text: str) -> dt.date | dt.datetime:
    """`read_date`, of something that can have been published then; raises DateError where it cannot."""
    return in_reach(read_date(text))


def in_reach(day: Day) -> Day:
    """The day, if an article or an edition can be of it: programs put 0001-01-01 and 9999-12-31 where they know no date.

    Nor could anything be counted from there that lies beyond the calendar's ends. Raises DateError.
    """
    if day.year not in _YEARS:
        message = f"nothing is published in the year {day.year}: years from {_YEARS[0]} to {_YEARS[-1]} are read"
        raise DateError(message, "write the real day, such as 2025-03-17")
    return day


def _week_day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        message = f"'{text}': the year has no such week"
        raise DateError(message) from error


def _iso(found: re.Match[str], text: str) -> dt.date | dt.datetime:
    day = _day(found["day"], text)
    if not found["hour"]:
        return day
    try:
        time = dt.time(int(found["hour"]), int(found["minute"]), int(found["second"] or 0))
    except ValueError as error:
        message = f"'{text}' names no time of day"
        raise DateError(message) from error
    return dt.datetime.combine(day, time, _zone(found["zone"], text))


def _day(digits: str, text: str) -> dt.date:
    parts = _ISO_DAY.fullmatch(digits)
    if not parts:
        message = f"'{text}' is no date"
        raise DateError(message)
    return _existing(int(parts[1]), int(parts[3]), int(parts[4]), text)


def _existing(year: int, month: int, day: int, text: str) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        message = f"'{text}' is no day of the calendar: {_reason(year, month, day)}"
        raise DateError(message) from error


def _reason(year: int, month: int, day: int) -> str:
    if year < 1:
        return "years are counted from 1"
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)).day if (year, month) != (9999, 12) else 31
    return f"month {month} of {year} has {last} days" if day > last else "days are counted from 1"


def _zone(zone: str | None, text: str) -> dt.timezone | None:
    if not zone:
        return None
    if zone[0] not in "+-":
        return dt.UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    hours, minutes = int(digits[:2]), int(digits[2:])
    if hours > 14 or minutes > 59:
        message = f"'{text}': no place on earth is at {zone} from UTC"
        raise DateError(message)
    offset = dt.timedelta(hours=hours, minutes=minutes)
    return dt.timezone(-offset if zone[0] == "-" else offset)


def _numeric(found: re.Match[str], text: str) -> dt.date:
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    day_first = _existing_or_none(year, second, first)
    month_first = _existing_or_none(year, first, second)
    if found[2] == ".":  # where dots stand between the numbers, the day comes first
        month_first = None
    if day_first and month_first and day_first != month_first:
        message = f"'{text}' can be two days"
        raise DateError(message, f"write {day_first} or {month_first}")
    day = day_first or month_first
    return day or _existing(year, second, first, text)


def _existing_or_none(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _named(text: str, language: str) -> dt.date | dt.datetime:
    if not _YEAR.search(text):
        missing = "its year is missing" if _NUMBER.search(text) else "it needs a day, a month and a year"
        message = f"'{text}' names no full date: {missing}"
        raise DateError(message)
    if not any(map(str.isalpha, text)):
        message = f"'{text}' is no date"
        raise DateError(message)
    # Importing it takes longer than reading a thousand articles.
    from dateparser.date import DateDataParser  # noqa: PLC0415 - imported where it is needed, and nowhere else

    settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["year", "month", "day"], "STRICT_PARSING": True}
    try:
        found = DateDataParser(languages=[language] if language else None, settings=settings).get_date_data(text)
    except ValueError as error:  # a language that it does not know
        message = f"'{text}' is no date"
        raise DateError(message) from error
    date = found.date_obj
    said = {int(number) for number in _NUMBER.findall(text)}
    if date is None or not {date.year, date.day} <= said:
        message = f"'{text}' is no date"
        raise DateError(message)
    _check_weekday(date.date(), text, found.locale or "en")
    return date if _TIME.search(text) else date.date()


def _check_weekday(day: dt.date, text: str, language: str) -> None:
    """Refuses a date whose own weekday contradicts it."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - as above
    from babel.dates import get_day_names  # noqa: PLC0415 - as above

    try:
        names = get_day_names("wide", locale=Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return
    said = {number for number, name in names.items() if re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)}
    if said and day.weekday() not in said:
        message = f"'{text}' contradicts itself: {day} is a {names[day.weekday()]}"
        raise DateError(message, "correct the day or the weekday")
