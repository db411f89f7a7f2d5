"""Every record that flows through a build, in the order in which it is made.

    file -> Article -> Expression -> Resolution -> Report -> Event -> Timeline -> Briefing -> OutputFile

All are frozen; collections are tuples. Offsets are code points into
`Article.body`, end exclusive; days are calendar days of the article's own
wall clock.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from sitegen.dates import Interval, Modifier, Timex


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's body."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


# --- 1 Articles --------------------------------------------------------------------------------


class BlockKind(StrEnum):
    """What kind of block a sentence stands in."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the prose."""

    span: Span
    block: int
    """Number of the block (paragraph, heading, list item …) it stands in, from 0."""
    kind: BlockKind
    level: int = 0
    """Heading level, 1–6; 0 elsewhere."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of the rendered article that is not prose: tags, code, images."""

    html: str


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of the rendered article that is prose: unescaped text and where it stands in the body."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Override:
    """An editor's decision about an expression, from the front matter's ``dates``."""

    text: str
    """The expression as it stands in the prose."""
    value: str
    """A TIMEX3 value, or "" for "not a date"."""
    who: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its author wrote it, with its prose found."""

    id: str
    """Path below ``content/``, with ``/`` between folders: ``2025/kremlin-call.md``."""
    slug: str
    title: str
    published: dt.datetime | dt.date
    """A date-time keeps its own offset (or none); its wall-clock day is the article's day."""
    body: str
    """Markdown, everything after the front matter's closing line, newlines as ``\\n``."""
    prose: str
    """As long as ``body``; every character that is markup, code or address is blanked, newlines stay."""
    sentences: tuple[Sentence, ...]
    pieces: tuple[Markup | Run, ...]
    """The rendered body, in order; prose runs carry their offset into ``body``."""
    digest: str
    body_line: int = 1
    """Line of the file on which the body starts, for messages."""
    source: str = ""
    author: str = ""
    url: str = ""
    credit: str = ""
    language: str = "en"
    summary: str = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    updated: dt.datetime | dt.date | None = None
    retrieved: dt.date | None = None
    draft: bool = False

    @property
    def day(self) -> dt.date:
        """The calendar day of publication in the article's own offset."""
        return self.published.date() if isinstance(self.published, dt.datetime) else self.published

    @property
    def publisher(self) -> str:
        """The source, or the article's title where none is named."""
        return self.source or self.title

    def quote(self, span: Span) -> str:
        """What stands there as a reader sees it: markup dropped, line breaks and runs of blanks made one blank."""
        prose, body = self.prose[span.start : span.end], self.body[span.start : span.end]
        # Where the prose is blank and the body is not, the body held markup.
        read = prose if prose == body else "".join(p for p, b in zip(prose, body, strict=True) if not p.isspace() or b.isspace())
        return " ".join(read.split())


# --- 2 Expressions: what was said -----------------------------------------------------------------


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
    vague: bool = False
    """Whether the half of the day was left open ("half past two")."""


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
    shown: Unit | None = None
    """How coarse the result is, where it is coarser than the unit: "two and a half years ago" names a year."""
    of: CalendarDate | None = None
    """The date that it is counted from, where it says one: "the day after Easter Monday"."""


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar unit by its place: "last week", "the weekend", "this quarter", "the year"."""

    unit: Unit
    relation: Relation


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


# --- 3 Resolutions: what was meant ----------------------------------------------------------------


class AnchorKind(StrEnum):
    """What an expression is counted from."""

    NONE = "none"
    """Nothing: the expression says its date itself."""
    PUBLICATION = "publication"
    DATELINE = "dateline"
    HEADING = "heading"
    """A dated heading above (a live blog, a diary)."""
    SPEECH = "speech"
    """The moment at which quoted words were spoken or written."""
    TOPIC = "topic"
    """The time under discussion in the text before."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is counted from, and the words that say so."""

    kind: AnchorKind
    value: str
    """TIMEX3 value of the anchor, usually a day; "" for NONE."""
    evidence: Span | None = None


class Direction(StrEnum):
    """Which way from the anchor the expression points."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class Certainty(StrEnum):
    """How firmly a date stands; classes by rule, never probabilities."""

    STATED = "stated"
    """The text gives the full date."""
    RESOLVED = "resolved"
    """Worked out, and unchanged were the article dated a day earlier or later."""
    FRAGILE = "fragile"
    """Worked out, but it would move with the article's date, or another reading is open."""
    RANGE = "range"
    """A stretch of several days."""
    UNRESOLVED = "unresolved"
    """No place on the calendar."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step from the words to the interval."""

    rule: str
    """Name of the rule, stable: ``anchor.publication``, ``direction.future-verb``, ``weekday.next`` …"""
    because: str
    """A sentence for a reader, in English."""
    evidence: Span | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an expression means on the calendar, and every step that led there."""

    expression: Expression
    timex: Timex
    interval: Interval | None
    anchor: Anchor
    direction: Direction
    certainty: Certainty
    alternatives: tuple[Timex, ...] = ()
    steps: tuple[Step, ...] = ()
    if_dated: tuple[tuple[int, str], ...] = ()
    """What the value would be, were the article dated that many days later: ``((-1, "2025-03-11"), (1, …))``."""


# --- 4 Reports and events -------------------------------------------------------------------------


class Standing(StrEnum):
    """What a report says of its event."""

    HAPPENED = "happened"
    SCHEDULED = "scheduled"
    PROPOSED = "proposed"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Report:
    """One article's word that something happened, or will, on a day."""

    article: str
    sentence: int
    clause: Span
    """The clause that the date governs; what headlines are cut from."""
    headline: str
    """The clause as an extract: cut, never reworded."""
    resolution: Resolution
    """For a range, that of its first end."""
    interval: Interval
    """What this report claims; for a range from its first end through its second."""
    text: str
    """The expression as written; for a range from its first end through its second."""
    standing: Standing
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    """Content lemmas of the clause, for joining."""
    concepts: tuple[str, ...] = ()
    """Kinds of event that the clause's words name, for joining: "walkout" and "stoppage" are both a strike."""
    predicates: tuple[str, ...] = ()
    """Those of ``concepts`` that the main verb names, or its noun where the verb says little ("the hearing was held")."""
    context: tuple[str, ...] = ()
    """Content lemmas and concepts around the clause: the rest of the sentence, the one before, the heading above."""
    verb: str = ""
    """Lemma of the clause's main verb, "" where none was found."""
    quoted: bool = False
    speaker: str = ""
    replaces: Interval | None = None
    """For a postponement or a correction: the day it replaces."""
    saying: bool = False
    """Whether the date is that of somebody's words ("said on Monday") and not of what they are about."""
    leans: bool = False
    """Whether the clause says too little of its own and is about what the text before it tells."""


class EventStatus(StrEnum):
    """Where an event stands as of a day."""

    PAST = "past"
    SCHEDULED = "scheduled"
    DUE = "due"
    """Its day has passed and nothing in the corpus reports it."""
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


class DisagreementKind(StrEnum):
    """How sources differ about an event's day."""

    ADJACENT_DAY = "adjacent-day"
    TIME_ZONE = "time-zone"
    PRECISION = "precision"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Claim:
    """One reading of an event's day and the reports that hold it (indexes into `Event.reports`)."""

    interval: Interval
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two or more readings of one event's day."""

    kind: DisagreementKind
    claims: tuple[Claim, ...]
    note: str = ""
    """The reason, where a rule gives one ("may be the same hour …")."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened or is to happen, with all reports of it."""

    id: str
    headline: str
    interval: Interval
    status: EventStatus
    certainty: Certainty
    reports: tuple[Report, ...]
    """The report that the interval rests on first, then by publication."""
    sources: tuple[str, ...]
    """Independent publishers, in order of first report."""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    disagreement: Disagreement | None = None
    rescheduled_from: Interval | None = None
    tags: tuple[str, ...] = ()
    weight: float = 0.0
    """How much it matters to the story; comparable within one build only."""


# --- 5 Timeline -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Day:
    """One calendar day of the story."""

    date: dt.date
    weight: float
    events: tuple[str, ...]
    """Ids of the events that fall on it, heaviest first."""
    summary: tuple[str, ...] = ()
    """Sentences about it, best first."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events in order, and the days they make."""

    as_of: dt.date
    events: tuple[Event, ...]
    """By start, then by end, then by id."""
    days: tuple[Day, ...]
    """By date."""
    background: tuple[str, ...] = ()
    """Ids of events that are background: years, decades, long ago."""


# --- 6 Briefing -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lead:
    """The briefing's opening: an extract, quoted and credited."""

    article: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two builds."""

    kind: Literal["appeared", "moved", "corroborated", "contradicted", "withdrawn"]
    event: str
    headline: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One day of the key developments: the events shown, and how many more there are."""

    date: dt.date
    events: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the front page says, in the order in which it says it; events by id."""

    title: str
    as_of: dt.date
    lead: Lead | None
    developments: tuple[DayEntry, ...]
    """Newest day first; bounded."""
    upcoming: tuple[str, ...]
    due: tuple[str, ...]
    """Scheduled, the day has passed, no report yet."""
    differing: tuple[str, ...]
    corroborated: tuple[str, ...]
    single_source: tuple[str, ...]
    background: tuple[str, ...]
    unresolved: tuple[Resolution, ...]
    fragile: tuple[Resolution, ...]
    sources: tuple[str, ...]
    changes: tuple[Change, ...] = ()


# --- 7 Output -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the site, in memory."""

    path: str
    """Below the output folder, with ``/``."""
    content: bytes
