"""`calendar.ics` and `upcoming.ics` (iCalendar, RFC 5545): the events as a calendar program subscribes to them.

An entry has an hour where a report gives the clock time with its zone. Without one
it takes the whole day, for a wrong hour is worse than none (a floating time would
be another hour for every reader), and its description says so. Nothing comes from
the clock, so that a build repeats: DTSTAMP is when the newest report of the event
came out, SEQUENCE grows with the days on which reports came out.
"""

from __future__ import annotations

import datetime as dt
import re

import icalendar

from sitegen.dates import Granularity
from sitegen.model import Article, DisagreementKind, Event, EventStatus, OutputFile
from sitegen.pages.outputs.data import voices
from sitegen.pages.outputs.identity import authority, reported
from sitegen.pages.paths import absolute, event_path
from sitegen.pages.site import SiteModel
from sitegen.pages.words import Words, words_for

_CLOCK = {Granularity.HOUR, Granularity.MINUTE}
_ZONED = re.compile(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3])(?::[0-5]\d){0,2}(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)", re.ASCII)
_DAYS = {Granularity.DAY, Granularity.PART, *_CLOCK}
_WEEKS = {*_DAYS, Granularity.WEEKEND, Granularity.WEEK}
_AHEAD = {EventStatus.SCHEDULED, EventStatus.POSTPONED, EventStatus.CANCELLED}


def files(site: SiteModel) -> tuple[OutputFile, ...]:
    """Every event known to the day, and what is still ahead, known to the week."""
    every = tuple(event for event in site.timeline.events if event.interval.granularity in _DAYS)
    ahead = tuple(event for event in site.timeline.events if _is_ahead(event, site.as_of))
    words = words_for(site.config.language)
    upcoming = words.gettext("%(title)s: upcoming") % {"title": site.config.title}
    return _calendar(site, "calendar.ics", site.config.title, every), _calendar(site, "upcoming.ics", upcoming, ahead)


def _is_ahead(event: Event, as_of: dt.date) -> bool:
    return event.is_planned and event.status in _AHEAD and event.interval.granularity in _WEEKS and event.interval.last_day >= as_of


def _calendar(site: SiteModel, path: str, name: str, events: tuple[Event, ...]) -> OutputFile:
    articles = {article.id: article for article in site.articles}
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//sitegen//briefing//EN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", dt.timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    for event in events:
        calendar.add_component(_entry(event, articles, site))
    return OutputFile(path, calendar.to_ical())


def _entry(event: Event, articles: dict[str, Article], site: SiteModel) -> icalendar.Event:
    days = event.interval
    entry = icalendar.Event()
    entry.add("uid", f"{event.id}@{authority(site)}")
    entry.add("dtstamp", reported(event, articles, site).astimezone(dt.UTC))
    entry.add("sequence", len({articles[report.article].day for report in event.reports}) - 1)
    moment = _moment(event)
    entry.add("dtstart", moment or days.first_day)
    if not moment:
        # A moment has no length that is known; RFC 5545, 3.6.1: without DTEND it ends when it starts.
        entry.add("dtend", days.last_day + dt.timedelta(1))
    entry.add("summary", event.headline)
    entry.add("description", _description(event, articles, words_for(site.config.language)))
    entry.add("status", _status(event))
    entry.add("transp", "TRANSPARENT")
    if event.tags:
        entry.add("categories", list(event.tags))
    if address := absolute(site.base_url, event_path(event.id)):
        entry.add("url", address)
    return entry


def _status(event: Event) -> str:
    """CONFIRMED only where it has happened, or independent sources agree on the day."""
    match event.status:
        case EventStatus.CANCELLED:
            return "CANCELLED"
        case EventStatus.POSTPONED:
            # Without a new day, the entry stands on the old one, on which nothing will happen.
            return "TENTATIVE" if event.rescheduled_from else "CANCELLED"
        case EventStatus.PAST | EventStatus.SCHEDULED | EventStatus.DUE:
            return "CONFIRMED" if _is_firm(event) else "TENTATIVE"


def _is_firm(event: Event) -> bool:
    if event.is_disputed:
        return False
    return event.status is EventStatus.PAST or (event.status is EventStatus.SCHEDULED and len(event.sources) > 1)


def _description(event: Event, articles: dict[str, Article], words: Words) -> str:
    """When, as precisely as it is known, and who says so in which words."""
    said = (f"{article.publisher}: {sentence}" for sentence, article in voices(event, articles))
    when = words.when(event.interval)
    if event.interval.granularity in _CLOCK and not _moment(event):
        when += "\n" + words.gettext("No source says in which time zone, so this takes the whole day.")
    return "\n\n".join((when, *said))


def _moment(event: Event) -> dt.datetime | None:
    """The event's clock time in UTC, where a report that agrees with it gives the zone."""
    is_one_hour = event.disagreement is not None and event.disagreement.kind is DisagreementKind.TIME_ZONE
    for report in event.reports:
        is_clock = report.interval.granularity in _CLOCK and not report.interval.modifier
        if is_clock and (report.interval == event.interval or is_one_hour) and _ZONED.fullmatch(report.resolution.timex.value):
            return dt.datetime.fromisoformat(report.resolution.timex.value).astimezone(dt.UTC)
    return None
