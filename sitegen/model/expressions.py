"""Stage 2, what was said: expressions and their meanings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from sitegen.dates import Modifier
from sitegen.model.articles import Span


class Unit(StrEnum):
    """A unit of calendar time."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    SECOND = "second"
    MILLENNIUM = "millennium"


class Relation(StrEnum):
    """How a period stands to the time it is counted from."""

    BARE = "bare"
    """Named without saying which: "Tuesday", "June", "the summer"."""
    THIS = "this"
    LAST = "last"
    NEXT = "next"
    SAME = "same"
    """The one under discussion: "that day", "the same month", "the week"."""
    FOLLOWING = "following"
    PREVIOUS = "previous"
    COMING = "coming"
    """The one that comes first: "this coming Thursday"."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as it was said: a clock time or a named part of the day."""

    hour: int | None = None
    minute: int | None = None
    part: str = ""
    """TIMEX3 part of day: MO, MI, AF, EV, NI, DT; "" where a clock time stands."""
    zone: str = ""
    """ISO 8601 offset (``Z``, ``-05:00``) where the text names a zone, else ""."""
    either: bool = False
    """Whether it may be written by twelve hours or by twenty-four: "at 10.05"."""
    vague: bool = False
    """Whether the half of the day was left open ("half past two"), which night ("overnight") or which midnight ("after midnight")."""


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date by its numbers and names; parts that were not said are None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """ISO weekday, 1 is Monday."""
    quarter: int | None = None
    half: int | None = None
    season: str = ""
    """SP, SU, FA or WI."""
    week: int | None = None
    nth: int | None = None
    """With ``weekday`` and perhaps ``month``: the nth such day; -1 is the last."""
    holiday: str = ""
    years: int = 1
    """10 for a decade, 100 for a century: then ``year`` is the first year."""
    fiscal: bool = False
    bc: bool = False
    relation: Relation = Relation.BARE
    """``last April``, ``this summer``, ``next Christmas``."""
    year_relation: Relation | None = None
    """Which year, by its place: LAST in "March last year", SAME in "June of that year"."""
    nth_unit: Unit | None = None
    """With ``nth``: the unit that is counted within the month or year ("the first weekend in July")."""
    numeric: str = ""
    """A date written in numbers alone, whose order the text or the country decides: ``12/06/2025``."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, counted from some day: "Tuesday", "next Friday", "a week from Monday"."""

    day: int
    relation: Relation = Relation.BARE
    weeks: int = 0
    """Whole weeks on top: 1 for "Friday week"."""
    week: Relation | None = None
    """Which week, where it is said: LAST in "Friday of last week"."""
    of: CalendarDate | None = None
    """The date that it stands beside: "the last Saturday before Christmas"."""
    through: int = 0
    """The day of the week that ends the stretch it begins: 5 in "from Monday to Friday"; 0 for none."""
    by_name: bool = False
    """Whether it only says which day of the week it was: "it was a Friday"."""


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance from the anchor: "yesterday", "three days ago", "two weeks later"."""

    amount: int
    """Signed: negative lies before the anchor."""
    unit: Unit
    base: Literal["today", "topic"] = "today"
    """Counted from the reference time (ago, from now) or from the time under discussion (later, earlier)."""
    exact: bool = False
    """Whether "today", "exactly" or "to the day" makes it a single day."""
    plus: int = 0
    """Days on top: 1 in "a year ago tomorrow"."""
    shown: Unit | None = None
    """How coarse the result is, where it is coarser than the unit: "two and a half years ago" names a year."""
    of: CalendarDate | Weekday | None = None
    """The date that it is counted from, where it says one: "the day after Easter Monday"."""


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar unit by its place: "last week", "the weekend", "this quarter", "the year"."""

    unit: Unit
    relation: Relation
    whole: bool = False
    """Whether it is told of as a whole: "the full year"."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time with no place on the calendar."""

    value: str
    """ISO 8601 as TIMEX3 writes it: ``P30D``, ``PT1H30M``, ``PXW`` where the number was left open."""
    ahead: bool = False
    """Whether "in" stands before it: "in three days" may name the day at its end."""
    days: int = 0
    """Its length in days, where it is a whole number of days, weeks or fortnights."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A set of times: "every Friday", "daily", "twice a month"."""

    value: str
    """TIMEX3 value of one member, e.g. ``XXXX-WXX-5`` or ``P1D``."""
    quant: str = ""
    freq: str = ""


class VagueRef(StrEnum):
    """A reference that names no day."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference that names no day: "recently", "now", "soon"."""

    ref: VagueRef


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A clock time or part of a day, on the day that ``on`` says, or on the day at hand."""

    clock: Clock
    on: CalendarDate | Weekday | Offset | Period | None = None


Meaning = CalendarDate | Weekday | Offset | Period | Duration | Recurrence | Vague | TimeOfDay


def day_of(meaning: Meaning) -> Meaning | None:
    """What says on which day: of a time of day the day that it is on, None where it is given alone."""
    return meaning.on if isinstance(meaning, TimeOfDay) else meaning


def is_hour_only(meaning: Meaning) -> bool:
    """Whether it is a clock time or a part of the day without its day."""
    return day_of(meaning) is None


class RangePart(StrEnum):
    """Which end of a range an expression is: in "3 to 7 June", "3" starts and "7 June" ends it."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Expression:
    """A temporal expression as it stands in the text; never changes once found."""

    article: str
    """The article's id."""
    sentence: int
    """Index into `Article.sentences`."""
    span: Span
    text: str
    meaning: Meaning
    rule: str
    """Name of the rule in the language file that found it."""
    modifier: Modifier | None = None
    range_part: RangePart | None = None
    restates: bool = False
    """Whether a bracket gives with it the hour right before once more, for another zone: "at 07:00 local time (2100 GMT on Sunday)"."""
