"""What is known when an expression is placed: the day it counts from, the time under discussion, its direction."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sitegen.dates import Granularity, Interval, Modifier, Timex, TimexType, week_value
from sitegen.model import (
    Anchor,
    AnchorKind,
    CalendarDate,
    Direction,
    Expression,
    Meaning,
    Offset,
    Period,
    Relation,
    Span,
    Step,
    TimeOfDay,
    Unit,
    Weekday,
    day_of,
)
from sitegen.resolutions.clauses import Cue


@dataclass(frozen=True, slots=True)
class Placed:
    """A value for an expression, what it was counted from, and why."""

    timex: Timex
    anchor: Anchor
    direction: Direction = Direction.NONE
    alternatives: tuple[str, ...] = ()
    """Other TIMEX3 values that careful readers might give."""
    steps: tuple[Step, ...] = ()
    stated: bool = False
    """Whether the text itself gives the full date."""
    until_now: bool = False
    """Whether a round count from the time told ends with the telling."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The time under discussion: the last dates that the text has named, coarse and fine."""

    day: dt.date | None = None
    interval: Interval | None = None
    evidence: Span | None = None
    quarter: tuple[int, int] | None = None
    """Year and number of the quarter under discussion."""
    fiscal: tuple[int, int] | None = None
    """Fiscal year and number of the quarter that a notice has named so."""
    longer: bool = False
    """Whether a stretch longer than a quarter ("the first nine months") has been spoken of since."""
    year: int | None = None
    """The last year that the text has named in full."""
    paragraph: int = -1
    """The block in which ``interval`` was named."""
    sentence: int = -1
    month: dt.date | None = None
    """The first day of the month, where the last date named it: "the 9th" then lies in it."""
    opened: bool = False
    """Whether the date that set its year opened a sentence."""
    chained: bool = False
    """Whether its day was counted from the one told before: "the next day"."""
    dated: bool = False
    """Whether the last date carried its own year."""
    aside: bool = False
    """Whether its year stands in an aside, so that what follows is not of it."""
    told: dt.date | None = None
    """Where a narrative stands: the last month or day told, or the first day of the year that was named."""
    bc: int | None = None
    """The year before Christ under discussion."""
    granularity_is_year: bool = False
    """Whether only the year is known of where it stands."""
    told_day: bool = False
    """Whether it stands at a day, though a year may have been named in passing since."""


@dataclass(frozen=True, slots=True)
class Situation:
    """All that placing one expression may look at."""

    reference: dt.date
    anchor: Anchor
    expression: Expression
    cue: Cue
    evidence: Span | None
    topic: Topic
    narrative: bool
    """Whether bare dates follow the time under discussion rather than the publication."""
    day_first: bool
    """Whether numeric dates are written day first."""
    topic_near: bool = False
    """Whether the time under discussion was named in the same sentence, no clause between."""
    moment: dt.datetime | None = None
    """The clock time of publication, or of the entry of a live blog, where the text gives one and counts from it."""
    live: bool = False
    """Whether it is that of an entry."""
    contrasted: bool = False
    """Whether it corrects the date named before."""
    bounds: bool = False
    """Whether it is the end of something: "by the end of the year"."""
    paragraph: int = -1
    """The block in which it stands."""
    days: tuple[dt.date, ...] = ()
    """The last days under discussion, latest last."""
    year: int | None = None
    """The year that its place in a list of dates gives it."""
    opening: bool = False
    """Whether it opens its sentence, or stands right behind its verb."""
    compared: bool = False
    """Whether it is only what something else is measured by: "up from a year earlier"."""
    came: dt.date | None = None
    """The day behind it in its sentence that is over: "had been due on Sunday; on Monday they called the police"."""
    pointing: bool = False
    """Whether "that" points it out among what was told: "that Saturday"."""
    spoken: bool = False
    """Whether somebody says it, inside quotation marks and in no letter or statement."""

    @property
    def direction(self) -> Direction:
        """Which way the clause points."""
        return self.cue.direction

    def counted(self) -> Step:
        """The step that names the anchor."""
        return anchored(self.anchor, self)

    def pointed(self, value: str) -> Step:
        """The step that names the direction."""
        return Step(self.cue.rule, "", self.evidence, self.anchor.value, value)


FINE = frozenset({Granularity.DAY, Granularity.PART, Granularity.HOUR, Granularity.MINUTE})
"""Granularities of a day and less."""
NO_ANCHOR = Anchor(AnchorKind.NONE, "")
TOPICAL = frozenset({Relation.SAME, Relation.PREVIOUS, Relation.FOLLOWING})
"""Relations to what was named right before."""
AWAY = {Relation.LAST: -1, Relation.PREVIOUS: -1, Relation.NEXT: 1, Relation.COMING: 1, Relation.FOLLOWING: 1}
"""By how many days, weeks, months or years a relation leads away from the one at hand."""
LONG_OVER = dt.timedelta(90)
"""How long before the telling lies what a text looks back on, and does not report."""


def date_timex(value: str, modifier: Modifier | None = None) -> Timex:
    """A DATE."""
    return Timex(TimexType.DATE, value, modifier)


def topic_anchor(topic: Topic) -> Anchor:
    """The time under discussion as an anchor."""
    return Anchor(AnchorKind.TOPIC, topic.day.isoformat() if topic.day else _value_told(topic.interval), topic.evidence)


def _value_told(interval: Interval | None) -> str:
    """A time under discussion that is no day: its year, its week, or its first month."""
    match interval:
        case None:
            return ""
        case Interval(granularity=Granularity.YEAR):
            return f"{interval.start.year:04}"
        case Interval(granularity=Granularity.WEEK):
            return week_value(interval.first_day)
        case _:
            return f"{interval.start:%Y-%m}"


def anchored(anchor: Anchor, situation: Situation) -> Step:
    """The step that names the anchor, with the words that set it."""
    return Step(f"anchor.{anchor.kind}", "", anchor.evidence, situation.expression.text, anchor.value)


def step(rule: str, situation: Situation, before: str, after: str) -> Step:
    """A step of a rule; its sentence is filled in by `wording` when the chain is complete."""
    return Step(rule, "", situation.expression.span, before, after)


def is_bare(meaning: Meaning | None, topic: Topic) -> bool:
    """Whether it leaves to the text which year, month or week it lies in."""
    match meaning:
        case CalendarDate(year=None):
            return True
        case Weekday() | None:
            return topic.day is not None
        case Period(unit=Unit.YEAR | Unit.MONTH, relation=Relation.BARE):
            return True
        case Period(unit=Unit.WEEK | Unit.WEEKEND, relation=Relation.BARE):
            return topic.day is not None
        case _:
            return False


def points_back(meaning: Meaning) -> bool:
    """Whether it points to what was named right before: "who left in 2021, will be asked about that March"."""
    match meaning:
        case CalendarDate(relation=relation) | Weekday(relation=relation) | Period(relation=relation):
            return relation in TOPICAL
        case Offset(base=base):
            return base == "topic"
        case _:
            return False


def is_coarse(meaning: Meaning) -> bool:
    """Whether it names a month or more, so that the month of speaking is enough to place it."""
    match meaning:
        case Period(unit=Unit.MONTH | Unit.YEAR | Unit.DECADE):
            return True
        case CalendarDate(relation=Relation.LAST | Relation.NEXT | Relation.THIS) | Offset(unit=Unit.MONTH | Unit.YEAR, base="today"):
            return True
        case _:
            return False


def gives_year(meaning: CalendarDate) -> bool:
    """Whether it says its year: "27 May 2024", "27 May last year"."""
    return meaning.year is not None or meaning.year_relation is not None


def month_told(meaning: Meaning, interval: Interval, topic: Topic) -> dt.date | None:
    """The first day of the month that a date named; a day that leaves its month to the date before keeps that."""
    if isinstance(meaning, Period) and meaning.unit is Unit.MONTH:
        return interval.first_day  # "You sail next month. – On the 9th."
    day = day_of(meaning)
    if not isinstance(day, CalendarDate):
        return None
    return interval.first_day.replace(day=1) if day.month or (day.day and topic.month) else None


def in_passing(expression: Expression, topic: Topic, interval: Interval) -> bool:
    """Whether the text goes on where it was: after "the day before", or "against 44% two years ago" beside a day."""
    match expression.meaning:
        case Weekday(relation=Relation.PREVIOUS, of=None) | Period(unit=Unit.DAY, relation=Relation.PREVIOUS):
            return True
        case TimeOfDay(on=Offset(base="topic", amount=-1)):
            return True
        case Offset(unit=Unit.YEAR, base="today"):
            return topic.day is not None and topic.sentence == expression.sentence and interval.granularity is Granularity.YEAR
        case _:
            return False


def quarter_told(meaning: Meaning, interval: Interval, topic: Topic, *, aside: bool) -> tuple[int, int] | None:
    """The quarter under discussion; one aside, not yet over or a mere measure of another, does not take its place."""
    if isinstance(meaning, Period) and meaning.unit is Unit.QUARTER and meaning.relation in {Relation.BARE, Relation.SAME}:
        return topic.quarter or (interval.start.year, (interval.start.month + 2) // 3)  # "the quarter", from the one before it
    if not isinstance(meaning, CalendarDate) or not meaning.quarter or (topic.quarter and aside):
        return topic.quarter
    return interval.start.year, (interval.start.month + 2) // 3
