"""Topics, sources and names: a list of each kind, and a page for each with its own small timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.pages import paths
from sitegen.pages.book import Entry, most_told
from sitegen.pages.desk import Desk, begins, by_day, in_order, paginated
from sitegen.pages.kinds import EntriesPage, EntryPage, Page
from sitegen.pages.strips import strip_of

_MOST_AHEAD = 40
_MANY = 60
_OFTEN = 24


def entry_pages(desk: Desk) -> Iterator[Page]:
    """Every page of this part."""
    yield from _section(desk, desk.book.topics, paths.TOPICS, desk.words.gettext("Topics"))
    yield from _section(desk, desk.book.sources, paths.SOURCES, desk.words.gettext("Sources"))
    yield from _section(desk, desk.book.names, paths.NAMES, desk.words.gettext("Names"))


def _section(desk: Desk, entries: Mapping[str, Entry], folder: str, title: str) -> Iterator[Page]:
    yield EntriesPage(
        path=folder,
        template="entries.html",
        title=title,
        description=f"{title}: {len(entries)}",
        section=folder,
        often=most_told(entries, _OFTEN) if len(entries) > _MANY else (),
        entries=tuple(entries.values()),
    )
    for entry in entries.values():
        yield from _entry(desk, entry, folder)


def _entry(desk: Desk, entry: Entry, folder: str) -> Iterator[EntryPage]:
    strip = strip_of([event for event in entry.events if event.id not in desk.book.long_ago], desk.site.as_of, desk.words)
    count = desk.words.ngettext("%(count)s event", "%(count)s events", len(entry.events))
    events = in_order(entry.events)
    ahead = tuple(event for event in events if begins(event.interval) > desk.site.as_of)
    told = [event for event in reversed(events) if begins(event.interval) <= desk.site.as_of]
    for path, part, every in paginated(told, entry.path):
        yield EntryPage(
            path=path,
            template="entry.html",
            title=entry.name,
            description=f"{entry.name}: {count}",
            section=folder,
            entry=entry,
            strip=strip,
            ahead=ahead[:_MOST_AHEAD] if path == entry.path else (),
            groups=by_day(part),
            pages=every,
        )
