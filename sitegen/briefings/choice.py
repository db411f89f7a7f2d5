"""What goes on the front page, and how much: rules of choice over a timeline. The page has an end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Mapping, Sequence

from sitegen.dates import TimexType
from sitegen.model import FAULTY, Certainty, DayEntry, Event, EventStatus, Resolution, Timeline, VagueRef

RECENT_DAYS = 3
"""So many of the newest days of the story are shown: all that lie so close to the newest …"""
LATELY = 7
"""… and where they lie further apart, the weightiest of so many before …"""
MOST_DAYS = 7
"""… and the weightiest of the older ones fill up to so many …"""
MOST_DAYS_OF_MANY = 10
"""… or to so many in a story …"""
MANY_DAYS = 50
"""… of so many days on which something happened."""
EVENTS_A_DAY = 3
EVENTS_AN_OLDER_DAY = 1
LONGEST_DEVELOPMENT = 3
"""An event of more days than this is background to the day-by-day account."""
LONGEST_AHEAD = 10
"""A span of no more days than this may still be ahead when it has begun: "this week"."""

_STALE = 366
"""Days after which nobody waits any longer for what was foretold for some month or year …"""
_OVERDUE = 31
"""… and after which nobody waits for a report of what was due."""
_ENOUGH = 3
"""Plans that are told well, beside which a list can do without the others."""
_ALIKE, _ALIKE_PART = 2, 2 / 5
"""Two plans for the same days that share so many words, and this part of those of the shorter, are one for a reader."""

_AHEAD = frozenset({EventStatus.SCHEDULED, EventStatus.POSTPONED, EventStatus.CANCELLED})


def by_support(event: Event) -> tuple[int, bool, float, str]:
    """Sort key: distinct sources, then what tells by itself what happened, then weight; the id, so that ties never depend on order."""
    return -len(event.sources), event.heading_report.faults >= FAULTY, -event.weight, event.id


def is_ahead(event: Event, as_of: dt.date) -> bool:
    """Whether it is still to come, or was to come and has been called off or put off; a long span that has begun is neither."""
    interval = event.interval
    has_begun = interval.first_day < as_of and (interval.last_day < as_of or interval.days > LONGEST_AHEAD)
    return event.status in _AHEAD and not has_begun


def is_awaited(event: Event, as_of: dt.date, published: Mapping[str, dt.date]) -> bool:
    """Whether a reader may still wait for it: a plan that names its day, or one told lately, and by itself: not "games in 2031 that …"."""
    if not event.is_planned or (as_of - event.interval.last_day).days > _OVERDUE:
        return False
    told = max((published[report.article] for report in event.reports if report.article in published), default=as_of)
    is_told = any(report.faults < FAULTY for report in event.reports)
    return event.interval.days <= LONGEST_DEVELOPMENT or (is_told and (as_of - told).days <= _STALE)


def well_told(events: Sequence[Event]) -> list[Event]:
    """Of plans those that a reader understands by their heading, that several sources tell or that have moved; all where these are few."""
    told = [event for event in events if event.heading_report.faults < FAULTY or len(event.sources) > 1 or event.rescheduled_from]
    return told if len(told) >= _ENOUGH else list(events)


def is_development(event: Event, timeline: Timeline, long_ago: Container[str]) -> bool:
    """Whether it belongs into the account by day."""
    return (
        event.id not in long_ago
        and not is_ahead(event, timeline.as_of)
        and event.status is not EventStatus.DUE
        and event.interval.first_day <= timeline.as_of
        and event.interval.days <= LONGEST_DEVELOPMENT
    )


def developments(timeline: Timeline) -> tuple[DayEntry, ...]:
    """The chosen days, newest first, each with its best supported events.

    Where something happened on any day, those on which there were only words,
    or nothing of the story, are left out; and where anything is told plainly,
    the newest days on which nothing is.
    """
    by_day: dict[dt.date, list[Event]] = {}
    long_ago, aside = frozenset(timeline.background), frozenset(timeline.aside)
    for event in timeline.events:
        if is_development(event, timeline, long_ago):
            by_day.setdefault(event.interval.first_day, []).append(event)
    eventful = {day for day, found in by_day.items() if any(event.id not in aside for event in found)}
    weights = {day.date: day.weight for day in timeline.days}
    plain = {day for day in eventful if any(event.is_plain and event.id not in aside for event in by_day[day])}
    newest = sorted(plain or eventful or by_day, reverse=True)
    told = {
        day: weights.get(day, 0.0) * max((len(event.sources) for event in by_day[day] if event.id not in aside), default=1)
        for day in newest
    }
    recent = _recent(newest, told)
    most = MOST_DAYS if len(newest) < MANY_DAYS else MOST_DAYS_OF_MANY
    older = _weightiest([day for day in newest if day not in recent], told, most - len(recent))
    return tuple(
        _entry(day, by_day[day], EVENTS_A_DAY if day in recent else EVENTS_AN_OLDER_DAY, aside)
        for day in sorted((*recent, *older), reverse=True)
    )


def _recent(newest: Sequence[dt.date], weights: Mapping[dt.date, float]) -> list[dt.date]:
    """The newest day and those close to it; in a slow story the weightiest of the last ones rather than the very last."""
    close = [day for day in newest[:RECENT_DAYS] if (newest[0] - day).days <= RECENT_DAYS]
    return close + _weightiest(newest[len(close) : len(close) + LATELY], weights, RECENT_DAYS - len(close))


def _weightiest(days: Sequence[dt.date], weights: Mapping[dt.date, float], most: int) -> list[dt.date]:
    return sorted(days, key=lambda day: (-weights[day], day))[:most]


def _entry(day: dt.date, events: list[Event], most: int, aside: Container[str]) -> DayEntry:
    """A day with its best events, those first that tell by themselves what happened, and how many more are told.

    What was only said or named with it counts where nothing is told.
    """
    happened = [event for event in events if event.id not in aside] or events
    plain = [event for event in happened if event.is_plain]
    best = sorted(happened, key=by_support)[:most]
    others = [event for event in plain or events if event not in best]
    return DayEntry(day, tuple(event.id for event in best), more=len(others))


def soonest(event: Event) -> tuple[dt.date, int]:
    """Sort key of what is ahead: by when it will have happened, so that "on Tuesday" stands before "this week"."""
    return event.interval.last_day, event.interval.days


def best_of_days(events: Sequence[Event], most: int = EVENTS_A_DAY) -> list[Event]:
    """Events in their order, of each day only the best supported, none twice in other words: one day does not fill a list."""
    by_day: dict[tuple[dt.date, dt.date], list[Event]] = {}
    for event in sorted(events, key=by_support):
        same = by_day.setdefault((event.interval.first_day, event.interval.last_day), [])
        if len(same) < most and not any(_is_alike(event, other) for other in same):
            same.append(event)
    kept = {event.id for found in by_day.values() for event in found}
    return [event for event in events if event.id in kept]


def _is_alike(one: Event, two: Event) -> bool:
    first, second = ({word for report in event.reports for word in (*report.terms, *report.actors, *report.places)} for event in (one, two))
    return len(first & second) >= max(_ALIKE, _ALIKE_PART * min(len(first), len(second)))


def background(timeline: Timeline, most: int) -> tuple[str, ...]:
    """Years, decades and long spans that have begun, the weightiest of them, in order of time."""
    long_ago, aside = set(timeline.background), set(timeline.aside)
    found = [
        event
        for event in timeline.events
        if (event.id in long_ago or (event.interval.days > LONGEST_DEVELOPMENT and not is_ahead(event, timeline.as_of)))
        and event.id not in aside
        and event.interval.first_day <= timeline.as_of
    ]
    chosen = {event.id for event in sorted(found, key=by_support)[:most]}
    return tuple(event.id for event in found if event.id in chosen)


def without_day(resolutions: Iterable[Resolution]) -> tuple[Resolution, ...]:
    """Expressions that name some day or time and still have none; lengths, habits and "now" miss nothing."""
    return tuple(
        resolution
        for resolution in resolutions
        if resolution.certainty is Certainty.UNRESOLVED
        and resolution.timex.type in {TimexType.DATE, TimexType.TIME}
        and resolution.timex.value != VagueRef.PRESENT
    )
