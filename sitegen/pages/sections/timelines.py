"""The drawn timeline and the calendar: the whole story where it is short, else a page for each month."""

from __future__ import annotations

import datetime as dt
from calendar import Calendar
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.model import Event, EventStatus
from sitegen.pages import paths
from sitegen.pages.charts import chart_of
from sitegen.pages.desk import Desk, begins, best, by_day, in_order
from sitegen.pages.filters import filters_of
from sitegen.pages.kinds import CalendarPage, DayGroup, Month, MonthLink, Page, TimelinePage, View, Week
from sitegen.pages.lanes import By
from sitegen.pages.strips import strip_of

_MOST_ON_ONE_PAGE = 250
_EVENTS_A_DAY = 8
_KEY_DAYS = 24
_SHORT = 12
"""A list of no more days is shown whole on a narrow screen …"""
_UNFOLDED = 7
"""… and of a longer one so many."""
_IN_A_CELL = 3
_MOST_AHEAD = 30
_LONGEST_AHEAD = 10
_MOST_BACKGROUND = 60


def timeline_pages(desk: Desk) -> Iterator[Page]:
    """Every page of this part."""
    yield from _timelines(desk)
    yield from _calendars(desk)


def _timelines(desk: Desk) -> Iterator[TimelinePage]:
    background = set(desk.site.timeline.background)
    events = in_order(event for event in desk.site.timeline.events if event.id not in background)
    title = desk.words.gettext("Timeline")
    views = _views(desk)
    is_long = len(events) > _MOST_ON_ONE_PAGE
    months = _months(events, paths.TIMELINE) if is_long else ()
    strip = strip_of(events, desk.site.as_of, desk.words)
    titles = {By.TOPIC: desk.words.gettext("Timeline by topic"), By.NAME: desk.words.gettext("Timeline by name")}
    for view in views:
        is_first = view.path == paths.TIMELINE
        groups = (_key_days(desk) if is_long else _listed(desk, events)) if is_first else ()
        page = _timeline(desk, view.path, title if is_first else titles[view.by], events, groups, view.by)
        shown = views if len(views) > 1 else ()
        yield replace(page, views=shown, strip=strip, months=months)
    for index, month in enumerate(months):
        same = [event for event in events if _month_of(event) == month.first]
        page = _timeline(desk, month.path, f"{title}: {desk.words.month(month.first)}", same, _listed(desk, same), views[0].by)
        yield replace(page, before=months[index - 1] if index else None, after=months[index + 1] if index + 1 < len(months) else None)


def _views(desk: Desk) -> tuple[View, ...]:
    """The ways to draw the story, the first at the timeline's own address: lanes by source, topic and name, where there are several."""
    kinds = ((By.SOURCE, desk.book.sources), (By.TOPIC, desk.book.topics), (By.NAME, desk.book.names))
    found = [by for by, entries in kinds if len(entries) > 1] or [By.SOURCE]
    return tuple(View(by, f"{paths.TIMELINE}by-{by}/" if index else paths.TIMELINE) for index, by in enumerate(found))


def _key_days(desk: Desk) -> tuple[DayGroup, ...]:
    """The weightiest days of a long story, in order of time, each with its best supported event."""
    long_ago = set(desk.site.timeline.background)
    days = [day for day in desk.site.timeline.days if not long_ago.issuperset(day.events)]
    chosen = {day.date for day in sorted(days, key=lambda day: (-day.weight, day.date))[:_KEY_DAYS]}
    return tuple(
        DayGroup(
            day.date,
            best((desk.book.events[event] for event in day.events if event not in long_ago), 1),
            len(day.events) - 1,
            is_ahead=day.date > desk.site.as_of,
        )
        for day in days
        if day.date in chosen
    )


def _background(desk: Desk) -> tuple[Event, ...]:
    """Long ago and long spans, the best supported of them, in order of time."""
    kept = best((desk.book.events[event] for event in desk.site.timeline.background), _MOST_BACKGROUND)
    return tuple(sorted(kept, key=lambda event: (event.interval.start, event.id)))


def _timeline(desk: Desk, path: str, title: str, events: Sequence[Event], groups: tuple[DayGroup, ...], by: By) -> TimelinePage:
    chart = chart_of(events, desk.book, desk.site.as_of, desk.words, by)
    shown = {mark.event for mark in chart.marks} if chart else set()
    shown |= {event.id for group in groups for event in group.events}
    background = _background(desk) if path == paths.TIMELINE else ()
    filtered = [*(event for event in events if event.id in shown), *background]
    return TimelinePage(
        path=path,
        template="timeline.html",
        title=title,
        description=f"{title}: {desk.words.ngettext('%(count)s event', '%(count)s events', len(events))}",
        section=paths.TIMELINE,
        chart=chart,
        filters=filters_of(filtered, chart, desk.book) if chart else None,
        groups=groups,
        background=background,
    )


def _listed(desk: Desk, events: Sequence[Event]) -> tuple[DayGroup, ...]:
    """By day, all but the newest and the weightiest days minor; where there are many events, a crowded day leads to its own page."""
    groups = by_day(events)
    weights = {day.date: day.weight for day in desk.site.timeline.days}
    days = {group.date for group in groups if not group.stretch}
    newest = max((day for day in days if day <= desk.site.as_of), default=None)
    major = set(sorted(days, key=lambda day: (day != newest, -weights.get(day, 0.0), day))[:_UNFOLDED])
    most = len(events) if len(events) <= _MOST_ON_ONE_PAGE else _EVENTS_A_DAY
    return tuple(
        replace(
            group,
            events=best(group.events, most),
            more=max(len(group.events) - most, 0),
            is_minor=len(groups) > _SHORT and (bool(group.stretch) or group.date not in major),
            is_ahead=group.date > desk.site.as_of,
        )
        for group in groups
    )


def _month_of(event: Event) -> dt.date:
    return begins(event.interval).replace(day=1)


def _months(events: Sequence[Event], folder: str) -> tuple[MonthLink, ...]:
    counts: dict[dt.date, int] = {}
    for event in events:
        counts[_month_of(event)] = counts.get(_month_of(event), 0) + 1
    return tuple(MonthLink(first, f"{folder}{first.isoformat()[:7]}/", counts[first]) for first in sorted(counts))


def _calendars(desk: Desk) -> Iterator[CalendarPage]:
    background = set(desk.site.timeline.background)
    events = in_order(event for event in desk.site.timeline.events if event.id not in background and event.interval.days <= 31)
    months = _months(events, paths.CALENDAR)
    current = desk.site.as_of.replace(day=1)
    yield _calendar(desk, paths.CALENDAR, current, events, months)
    for month in months:
        if month.first != current:
            yield _calendar(desk, month.path, month.first, events, months)


def _calendar(desk: Desk, path: str, first: dt.date, events: Sequence[Event], months: tuple[MonthLink, ...]) -> CalendarPage:
    name = desk.words.month(first)
    current = desk.site.as_of.replace(day=1)
    linked = tuple(MonthLink(month.first, paths.CALENDAR if month.first == current else month.path, month.events) for month in months)
    ahead = [
        event
        for event in events
        if event.status is not EventStatus.PAST and event.interval.last_day >= desk.site.as_of and event.interval.days <= _LONGEST_AHEAD
    ]
    return CalendarPage(
        path=path,
        template="calendar.html",
        title=desk.words.gettext("Calendar: %(month)s") % {"month": name},
        description=desk.words.gettext("The story's days in %(month)s, and what is coming") % {"month": name},
        section=paths.CALENDAR,
        month=_sheet(first, events),
        months=linked,
        agenda=by_day(ahead[:_MOST_AHEAD]),
    )


def _sheet(first: dt.date, events: Sequence[Event]) -> Month:
    """The month in rows of seven days from Monday, each with the events that start on it, the best supported first."""
    by_date: dict[dt.date, list[Event]] = {}
    for event in events:
        by_date.setdefault(event.interval.first_day, []).append(event)
    for day, same in by_date.items():
        shown = best(same, _IN_A_CELL)
        by_date[day] = [*shown, *(event for event in same if event not in shown)]
    # By numbers: the last month that a calendar knows has no days after it.
    weeks = [
        [first.replace(day=number) if number else None for number in week]
        for week in Calendar(0).monthdayscalendar(first.year, first.month)
    ]
    return Month(first, tuple(Week(tuple((day, tuple(by_date.get(day, ()))) if day else None for day in week)) for week in weeks))
