"""The story clock: the briefing as it stood on each earlier publication day."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model import Event
from sitegen.pages import paths
from sitegen.pages.desk import Desk
from sitegen.pages.kinds import ClockPage, DayGroup, Page, SnapshotPage
from sitegen.pages.site import Snapshot
from sitegen.pages.strips import strip_of


def clock_pages(desk: Desk) -> Iterator[Page]:
    """The list of days, and the briefing of each."""
    history = desk.site.history
    yield ClockPage(
        path=paths.STORY_CLOCK,
        template="clock.html",
        title=desk.words.gettext("What was known when"),
        description=desk.words.gettext("The briefing as it stood on earlier days"),
        section=paths.STORY_CLOCK,
        snapshots=tuple(reversed(history)),
    )
    for index, snapshot in enumerate(history):
        yield _snapshot(desk, snapshot, history[index - 1] if index else None, history[index + 1] if index + 1 < len(history) else None)


def _snapshot(desk: Desk, snapshot: Snapshot, before: Snapshot | None, after: Snapshot | None) -> SnapshotPage:
    briefing = snapshot.briefing
    events = {event.id: event for event in snapshot.timeline.events}
    background = set(snapshot.timeline.background)

    def found(ids: tuple[str, ...]) -> tuple[Event, ...]:
        return tuple(events[event] for event in ids)

    return SnapshotPage(
        path=paths.snapshot_path(snapshot.as_of),
        template="snapshot.html",
        title=desk.words.gettext("The story as of %(day)s") % {"day": desk.words.plain_day(snapshot.as_of)},
        description=desk.words.gettext("What had been published by %(day)s, and no more") % {"day": desk.words.plain_day(snapshot.as_of)},
        section=paths.STORY_CLOCK,
        snapshot=snapshot,
        strip=strip_of([event for event in snapshot.timeline.events if event.id not in background], snapshot.as_of, desk.words),
        developments=tuple(DayGroup(entry.date, found(entry.events), entry.more) for entry in briefing.developments),
        upcoming=found(briefing.upcoming),
        due=found(briefing.due),
        differing=found(briefing.differing),
        before=before.as_of if before else None,
        after=after.as_of if after else None,
    )
