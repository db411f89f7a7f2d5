"""Articles, events and days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from sitegen.model import Article, Event, Report
from sitegen.pages import paths
from sitegen.pages.desk import Desk, paginated
from sitegen.pages.kinds import ArticlePage, ArticlesPage, DateNote, DayPage, EventPage, Page
from sitegen.pages.notes import note_of
from sitegen.pages.outputs.feeds import summary
from sitegen.pages.prose import MarkedDate, body_html
from sitegen.pages.strips import Strip, strip_of

_SAME_DAY = 8
_NEAR = 12
_NEAR_DAYS = 8
_FEWEST_PASSING = 5  # events in which a day is only named that are worth a list of their own


def story_pages(desk: Desk) -> Iterator[Page]:
    """Every page of this part."""
    ordered = sorted(desk.site.articles, key=lambda article: (article.day, article.id))
    yield from _lists(desk, ordered[::-1])
    for index, article in enumerate(ordered):
        yield _article(desk, article, ordered[index - 1 : index] or None, ordered[index + 1 : index + 2] or None)
    yield from _events(desk)
    yield from _days(desk)


def _lists(desk: Desk, newest: list[Article]) -> Iterator[ArticlesPage]:
    for path, part, every in paginated(newest, paths.ARTICLES):
        yield ArticlesPage(
            path=path,
            template="articles.html",
            title=desk.words.gettext("Articles"),
            description=desk.words.ngettext("%(count)s article, newest first", "%(count)s articles, newest first", len(newest)),
            section=paths.ARTICLES,
            days=tuple((day, tuple(same)) for day, same in groupby(part, key=lambda article: article.day)),
            pages=every,
        )


def _article(desk: Desk, article: Article, before: list[Article] | None, after: list[Article] | None) -> ArticlePage:
    resolutions = desk.site.resolutions.get(article.id, ())
    notes = tuple(
        DateNote(number, note_of(article, resolution, desk.words), desk.book.event_for(resolution))
        for number, resolution in enumerate(resolutions, 1)
    )
    events = {event.id: event for event in map(desk.book.event_for, resolutions) if event}
    return ArticlePage(
        path=paths.article_path(article),
        template="article.html",
        title=article.title,
        description=summary(article),
        section=paths.ARTICLES,
        article=article,
        body=body_html(
            article, tuple(MarkedDate(each.note.resolution, each.number, f"#why-{each.number}", each.note.result) for each in notes)
        ),
        notes=notes,
        strip=strip_of(_near(desk, sorted(events.values(), key=lambda event: (event.interval.start, event.id))), article.day, desk.words),
        before=before[0] if before else None,
        after=after[0] if after else None,
    )


def _events(desk: Desk) -> Iterator[EventPage]:
    events = desk.site.timeline.events
    for index, event in enumerate(events):
        yield EventPage(
            path=paths.event_path(event.id),
            template="event.html",
            title=event.headline,
            description=f"{desk.words.when(event.interval)}: {event.headline}",
            section=paths.TIMELINE,
            event=event,
            told=_told(event),
            before=events[index - 1] if index else None,
            after=events[index + 1] if index + 1 < len(events) else None,
            same_day=_same_day(desk, event, {other.id for other in events[max(index - 1, 0) : index + 2]}),
            strip=_around(desk, event, events[max(index - _NEAR, 0) : index + _NEAR + 1]),
        )


def _told(event: Event) -> tuple[tuple[Report, ...], ...]:
    by_sentence: dict[tuple[str, int], list[Report]] = {}
    for report in event.reports:
        by_sentence.setdefault((report.article, report.sentence), []).append(report)
    return tuple(map(tuple, by_sentence.values()))


def _around(desk: Desk, event: Event, events: Sequence[Event]) -> Strip | None:
    """The strip of an event and its neighbours, its own day marked."""
    return strip_of(_near(desk, events), desk.site.as_of, desk.words, bands=0, marked=event.interval.first_day)


def _near(desk: Desk, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events without those of long ago."""
    return tuple(event for event in events if event.id not in desk.book.long_ago)


def _same_day(desk: Desk, event: Event, named: set[str]) -> tuple[Event, ...]:
    """The other events of its day that do not already stand beside it."""
    day = desk.book.days.get(event.interval.first_day)
    others = [other for other in day.events if other not in named] if day else []
    return tuple(desk.book.events[other] for other in others[:_SAME_DAY])


def _told_and_named(desk: Desk, events: Sequence[Event]) -> tuple[Sequence[Event], tuple[Event, ...]]:
    """The events of a day that are told of it, and those in which it is only named, where these are many and would bury the others."""
    aside = frozenset(desk.site.timeline.aside)
    told = [event for event in events if event.is_plain and event.id not in aside]
    if not told or len(events) - len(told) < _FEWEST_PASSING:
        return events, ()
    kept = {event.id for event in told}
    return told, tuple(event for event in events if event.id not in kept)


def _claimed(desk: Desk) -> Mapping[dt.date, Sequence[Event]]:
    """By day, the events that stand under another and that some report dates to it: in dispute, or since moved."""
    found: dict[dt.date, dict[str, Event]] = {}
    for event in desk.site.timeline.events:
        for report in event.reports:
            if report.interval.days == 1:
                found.setdefault(report.interval.first_day, {})[event.id] = event
    days = desk.book.days
    return {day: [event for event in found.get(day, {}).values() if event.id not in days[day].events] for day in days}


def _days(desk: Desk) -> Iterator[DayPage]:
    published: dict[dt.date, list[Article]] = {}
    for article in desk.site.articles:
        published.setdefault(article.day, []).append(article)
    days, claimed = desk.site.timeline.days, _claimed(desk)
    for index, day in enumerate(days):
        events = [desk.book.events[event] for event in day.events]
        around = [desk.book.events[event] for near in days[max(index - _NEAR_DAYS, 0) : index + _NEAR_DAYS + 1] for event in near.events]
        told, passing = _told_and_named(desk, events)
        for path, part, every in paginated(told, paths.day_path(day.date)):
            yield DayPage(
                path=path,
                template="day.html",
                title=desk.words.long_day(day.date),
                description=desk.words.gettext("What is reported for %(day)s") % {"day": desk.words.plain_day(day.date)},
                section=paths.TIMELINE,
                day=day,
                strip=strip_of(around, desk.site.as_of, desk.words, bands=0, marked=day.date),
                events=tuple(part),
                claimed=tuple(claimed[day.date]) if path == every[0] else (),
                passing=passing if path == every[0] else (),
                published=tuple(published.get(day.date, ())),
                before=days[index - 1].date if index else None,
                after=days[index + 1].date if index + 1 < len(days) else None,
                pages=every,
            )
