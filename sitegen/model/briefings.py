"""Stages 5 to 7: the timeline, the briefing and the files of a site."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from sitegen.model.events import Event
from sitegen.model.resolutions import Resolution


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
    aside: tuple[str, ...] = ()
    """Ids of events in which nothing happens that is of the story: words alone, or none of the story's words."""


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
    """What exactly, in English."""
    values: tuple[str, ...] = ()
    """What the detail is made of: the first and last day (before and after where it moved), the sources or the days of the readings."""


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
    """The first of those that sources plainly date differently; `in_dispute` says how many there are."""
    corroborated: tuple[str, ...]
    single_source: tuple[str, ...]
    background: tuple[str, ...]
    unresolved: tuple[Resolution, ...]
    fragile: tuple[Resolution, ...]
    sources: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    in_dispute: int = 0


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the site, in memory."""

    path: str
    """Below the output folder, with ``/``."""
    content: bytes
