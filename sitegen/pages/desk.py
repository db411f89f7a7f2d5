"""What every section is made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from sitegen.dates import Interval, Modifier
from sitegen.model import Event
from sitegen.pages.book import Book
from sitegen.pages.kinds import DayGroup
from sitegen.pages.site import SiteModel
from sitegen.pages.words import Words

PER_PAGE = 150
"""Most events or articles listed on one page."""
_LONGEST_UNDER_A_DAY = 7

_Record = TypeVar("_Record")


@dataclass(frozen=True, slots=True)
class Desk:
    """A site, its index and its language."""

    site: SiteModel
    book: Book
    words: Words


def paginated(records: Sequence[_Record], path: str) -> Iterator[tuple[str, Sequence[_Record], tuple[str, ...]]]:
    """Each page's address, its records, and the addresses of all; the second page is ``PATH2/``."""
    starts = range(0, max(len(records), 1), PER_PAGE)
    every = tuple(path if not n else f"{path}{n + 1}/" for n in range(len(starts)))
    for address, start in zip(every, starts, strict=True):
        yield address, records[start : start + PER_PAGE], every


def begins(interval: Interval) -> dt.date:
    """The first day that is meant: "late January" begins when two thirds of January are over."""
    thirds = {Modifier.MID: 1, Modifier.END: 2}.get(interval.modifier, 0) if interval.modifier else 0
    return interval.first_day + dt.timedelta(interval.days * thirds // 3)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events by the first day that is meant; as they come where that is the same."""
    return sorted(events, key=lambda event: begins(event.interval))


def by_day(events: Sequence[Event]) -> tuple[DayGroup, ...]:
    """Events in the order of the timeline, by the day on which they start; what lasts longer than a week stands under its own time."""

    def heading(event: Event) -> tuple[dt.date, Interval | None]:
        return begins(event.interval), event.interval if event.interval.days > _LONGEST_UNDER_A_DAY else None

    return tuple(DayGroup(day, tuple(same), stretch=stretch) for (day, stretch), same in groupby(events, key=heading))


def best(events: Iterable[Event], most: int) -> tuple[Event, ...]:
    """The best supported of some events, in the order they came in."""
    every = tuple(events)
    kept = {event.id for event in sorted(every, key=lambda event: (-len(event.sources), -event.weight, event.id))[:most]}
    return tuple(event for event in every if event.id in kept)
