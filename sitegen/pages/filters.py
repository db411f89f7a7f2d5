"""What readers can filter the drawn timeline by, and the data its script needs for that."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.model import Event
from sitegen.pages.book import Book
from sitegen.pages.charts import Chart
from sitegen.pages.lanes import By

_MOST_CHOICES = 40


@dataclass(frozen=True, slots=True)
class Filters:
    """The choices, each list by name, and which of them every event has."""

    sources: tuple[str, ...]
    topics: tuple[str, ...]
    names: tuple[str, ...]
    data: str
    """JSON: ``{"lanes": [source or -1 …], "events": {id: [[sources], [topics], [names]]}}``, by index."""


def filters_of(events: Sequence[Event], chart: Chart, book: Book) -> Filters:
    """The filters over some events: the most frequent sources, topics and names."""
    sources = _frequent(_publishers(event, book) for event in events)
    topics = _frequent(event.tags for event in events)
    names = _frequent(set(event.actors + event.places) & book.names.keys() for event in events)
    data = {
        "lanes": [sources.index(lane.name) if chart.by is By.SOURCE and lane.name in sources else -1 for lane in chart.lanes],
        "events": {
            event.id: [
                _indexes(sources, _publishers(event, book)),
                _indexes(topics, event.tags),
                _indexes(names, event.actors + event.places),
            ]
            for event in events
        },
    }
    return Filters(sources, topics, names, json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _publishers(event: Event, book: Book) -> set[str]:
    return {book.publisher(report.article) for report in event.reports}


def _frequent(values: Iterable[Iterable[str]]) -> tuple[str, ...]:
    counts = Counter(value for some in values for value in set(some))
    kept = sorted(counts, key=lambda value: (-counts[value], value))[:_MOST_CHOICES]
    return tuple(sorted(kept, key=str.casefold))


def _indexes(known: tuple[str, ...], values: Iterable[str]) -> list[int]:
    present = set(values)
    return [index for index, value in enumerate(known) if value in present]
