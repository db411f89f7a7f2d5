"""What stands in which lane of the drawn timeline: a source's word, or an event under its topics or names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sitegen.dates import Interval
from sitegen.model import Certainty, Event
from sitegen.pages import paths
from sitegen.pages.book import Book, Entry
from sitegen.pages.words import Words

_MOST_LANES = 7


class By(StrEnum):
    """What the lanes are."""

    SOURCE = "source"
    TOPIC = "topic"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Word:
    """What one lane says of one event."""

    event: Event
    lane: str
    interval: Interval
    certainty: Certainty


def words_in_lanes(events: Sequence[Event], by: By, book: Book, words: Words, longest: int) -> list[Word]:
    """Each event once in each of its lanes; the smallest lanes and what has none are made one."""
    rest = words.gettext("Others")
    return _folded(list(_words(events, by, book, longest, rest)), rest)


def _words(events: Sequence[Event], by: By, book: Book, longest: int, rest: str) -> Iterator[Word]:
    match by:
        case By.SOURCE:
            yield from _by_source(events, book, longest)
        case By.TOPIC:
            yield from _by_entry(((event, event.tags) for event in events), book.topics, rest)
        case By.NAME:
            yield from _by_entry(((event, event.actors + event.places) for event in events), book.names, rest)


def order(lanes: Mapping[str, int], words: Words) -> list[str]:
    """The lanes from top to bottom: the fullest first, the folded one last."""
    return sorted(lanes, key=lambda lane: (lane == words.gettext("Others"), -lanes[lane], lane))


def lane_path(lane: str, by: By, book: Book) -> str:
    """Where the lane's name leads."""
    match by:
        case By.SOURCE:
            return book.sources[lane].path if lane in book.sources else paths.SOURCES
        case By.TOPIC:
            return book.topics[lane].path if lane in book.topics else paths.TOPICS
        case By.NAME:
            return book.names[lane].path if lane in book.names else paths.NAMES


def _by_source(events: Iterable[Event], book: Book, longest: int) -> Iterator[Word]:
    """The first day that each source names; a much wider span that agrees is drawn as the event's own day."""
    for event in events:
        seen: set[str] = set()
        for report in event.reports:
            source = book.publisher(report.article)
            if source not in seen:
                seen.add(source)
                is_wide = report.interval.days > longest and not event.is_disputed
                yield Word(event, source, event.interval if is_wide else report.interval, report.resolution.certainty)


def _by_entry(named: Iterable[tuple[Event, tuple[str, ...]]], entries: Mapping[str, Entry], rest: str) -> Iterator[Word]:
    """Each event under every entry it has, or under the rest."""
    for event, names in named:
        for name in [name for name in dict.fromkeys(names) if name in entries] or [rest]:
            yield Word(event, name, event.interval, event.certainty)


def _folded(found: list[Word], rest: str) -> list[Word]:
    counts = Counter(word.lane for word in found)
    ranked = sorted(counts, key=lambda lane: (-counts[lane], lane))
    if len(ranked) <= _MOST_LANES + 1:
        return found
    kept = set(ranked[:_MOST_LANES])
    folded = {(word.event.id, word.lane if word.lane in kept else rest): word for word in reversed(found)}
    return [replace(word, lane=lane) for (_, lane), word in reversed(folded.items())]
