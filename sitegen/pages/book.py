"""The site's index: every record by its name, and which topics, sources and names have pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sitegen.model import Article, Day, Event, RangePart, Resolution, Span
from sitegen.pages import paths
from sitegen.pages.site import SiteModel
from sitegen.pages.threads import story_names

_Pairs = Iterable[tuple[str, Article | Event]]
_EVENTS_FOR_A_NAME = 2
"""A name needs as many events before it gets a page: one event is no timeline."""


class Kind(StrEnum):
    """What an entry collects."""

    TOPIC = "topic"
    SOURCE = "source"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic, source or name with a page of its own."""

    kind: Kind
    name: str
    path: str
    articles: tuple[Article, ...]
    """By publication."""
    events: tuple[Event, ...]
    """In the order of the timeline."""


@dataclass(frozen=True, slots=True)
class Book:
    """Lookups over a site; each holds what it is named after, by id or name."""

    articles: Mapping[str, Article]
    events: Mapping[str, Event]
    days: Mapping[dt.date, Day]
    topics: Mapping[str, Entry]
    sources: Mapping[str, Entry]
    names: Mapping[str, Entry]
    stories: Mapping[str, str]
    """Topic -> the topic by which its story is known; empty where the site tells one story."""
    event_of_date: Mapping[tuple[str, Span], str]
    """Event ids by article and span of the date expression that a report rests on."""
    long_ago: frozenset[str]
    """Ids of the events of long ago, which would push all others to the edge of a drawing."""

    def event_for(self, resolution: Resolution) -> Event | None:
        """The event whose day this expression gives, if any."""
        key = resolution.expression.article, resolution.expression.span
        return self.events[self.event_of_date[key]] if key in self.event_of_date else None

    def story(self, event: Event) -> Entry | None:
        """The topic that tells to which of the site's stories an event belongs; None where there is but one."""
        return next((self.topics[self.stories[tag]] for tag in event.tags if tag in self.stories), None)

    def publisher(self, article_id: str) -> str:
        """Who published the article."""
        return self.articles[article_id].publisher


def most_told(entries: Mapping[str, Entry], most: int) -> tuple[Entry, ...]:
    """The entries with the most events, those first that have more."""
    return tuple(sorted(entries.values(), key=lambda entry: -len(entry.events))[:most])


def open_book(site: SiteModel) -> Book:
    """The index of a site."""
    articles = {article.id: article for article in site.articles}
    events = site.timeline.events
    return Book(
        articles=articles,
        events={event.id: event for event in events},
        days={day.date: day for day in site.timeline.days},
        topics=_entries(Kind.TOPIC, paths.TOPICS, _topics(site)),
        sources=_entries(Kind.SOURCE, paths.SOURCES, _sources(site, articles)),
        names=_entries(Kind.NAME, paths.NAMES, _names(site)),
        stories=story_names(site.articles),
        event_of_date=_event_of_date(site),
        long_ago=frozenset(site.timeline.background),
    )


def _entries(kind: Kind, folder: str, pairs: _Pairs) -> dict[str, Entry]:
    collected: dict[str, dict[str, Article | Event]] = {}
    for name, record in pairs:
        collected.setdefault(name, {})[record.id] = record
    slugs = paths.slugs(collected)
    return {
        name: Entry(
            kind,
            name,
            f"{folder}{slugs[name]}/",
            tuple(record for record in collected[name].values() if isinstance(record, Article)),
            tuple(record for record in collected[name].values() if isinstance(record, Event)),
        )
        for name in sorted(collected, key=str.casefold)
    }


def _topics(site: SiteModel) -> _Pairs:
    yield from ((tag, article) for article in site.articles for tag in article.tags)
    yield from ((tag, event) for event in site.timeline.events for tag in event.tags)


def _sources(site: SiteModel, articles: Mapping[str, Article]) -> _Pairs:
    yield from ((article.publisher, article) for article in site.articles)
    yield from ((articles[report.article].publisher, event) for event in site.timeline.events for report in event.reports)


def _names(site: SiteModel) -> _Pairs:
    """Who and what is told of; a publisher has a page of its own as a source."""
    publishers = {article.publisher.casefold() for article in site.articles}
    events: dict[str, list[Event]] = {}
    for event in site.timeline.events:
        for name in dict.fromkeys(event.actors + event.places):
            events.setdefault(name, []).append(event)
    for name, named in events.items():
        if len(named) >= _EVENTS_FOR_A_NAME and name.casefold() not in publishers:
            yield from ((name, event) for event in named)
            naming = {report.article for event in named for report in event.reports if name in report.actors + report.places}
            yield from ((name, article) for article in site.articles if article.id in naming)


def _event_of_date(site: SiteModel) -> dict[tuple[str, Span], str]:
    found = {(report.article, report.resolution.expression.span): event.id for event in site.timeline.events for report in event.reports}
    for article, resolutions in site.resolutions.items():
        for first, second in pairwise(resolutions):
            start = article, first.expression.span
            if second.expression.range_part is RangePart.END and start in found:
                found.setdefault((article, second.expression.span), found[start])
    return found
