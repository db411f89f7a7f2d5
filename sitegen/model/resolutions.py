"""Stage 3, what was meant: anchors, directions, certainty and the steps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sitegen.dates import Interval, Timex
from sitegen.model.articles import Span
from sitegen.model.expressions import Expression


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
    EVENT = "event"
    """The day that the article gives for the thing it is counted from: "three days after the sinking"."""


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
    until_now: bool = False
    """Whether it is where a round count from the time told ends, which is the telling: "half a century later"."""
