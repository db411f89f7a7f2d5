"""The kinds of pages, and what the template of each is given as ``page``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from sitegen.dates import Interval
from sitegen.model import Article, Change, Day, Event, Report, Resolution
from sitegen.pages.book import Entry
from sitegen.pages.charts import Chart
from sitegen.pages.filters import Filters
from sitegen.pages.lanes import By
from sitegen.pages.notes import Note
from sitegen.pages.site import Snapshot
from sitegen.pages.strips import Strip


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every page has."""

    path: str
    template: str
    title: str
    """The page's own heading."""
    description: str
    """One sentence for search engines and cards."""
    section: str
    """Address of the section in the navigation that it belongs to."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody spoke, in the sentence of the report that gives them."""

    speaker: str
    event: Event
    report: Report
    article: Article


@dataclass(frozen=True, slots=True)
class DayGroup:
    """A day and the events shown under it, or a longer stretch of time and those that fill it."""

    date: dt.date
    events: tuple[Event, ...]
    more: int = 0
    stretch: Interval | None = None
    """What stands above the events instead of the day: "2027" is not 1 January."""
    is_minor: bool = False
    """Whether a narrow screen folds it away, as the page has weightier days enough."""
    is_ahead: bool = False
    """Whether it lies after the day of the edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage(Page):
    """The briefing."""

    strip: Strip | None
    developments: tuple[DayGroup, ...]
    quotes: tuple[Quote, ...]
    changes: tuple[Change, ...]
    """The weightiest of the site's changes, without the events that stand on this page anyway."""
    fresh: frozenset[str]
    """Ids of the events on this page that are new."""
    supported: int
    """How many events several sources carry."""
    without_day: int
    fragile: int
    """How many dates have no day, and how many would move with their article's date."""


@dataclass(frozen=True, slots=True)
class MonthLink:
    """A month of the story that has a page of its own."""

    first: dt.date
    path: str
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedPage(Page):
    """The story for another site's frame."""

    strip: Strip | None
    groups: tuple[DayGroup, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One way to draw the whole story."""

    by: By
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage(Page):
    """The drawn timeline with every event below it, or one month of it."""

    chart: Chart | None
    groups: tuple[DayGroup, ...]
    """Only the weightiest days where the story is so long that its months have pages of their own."""
    filters: Filters | None = None
    strip: Strip | None = None
    background: tuple[Event, ...] = ()
    months: tuple[MonthLink, ...] = ()
    views: tuple[View, ...] = ()
    """Other ways to draw it, this one among them; empty where there is no other."""
    before: MonthLink | None = None
    after: MonthLink | None = None

    @property
    def turn(self) -> DayGroup | None:
        """The first day that is ahead, where others are not."""
        ahead = (group for group in self.groups if group.is_ahead)
        return next(ahead, None) if self.groups and not self.groups[0].is_ahead else None

    @property
    def runs(self) -> tuple[tuple[DayGroup, ...], ...]:
        """The groups, those that are folded away side by side taken together, what is ahead apart from what is not."""
        return tuple(tuple(run) for _, run in groupby(self.groups, key=lambda group: (group.is_minor, group.is_ahead)))


@dataclass(frozen=True, slots=True)
class DateNote:
    """A numbered note of an article: the reason for one date, and the event it gives."""

    number: int
    note: Note
    event: Event | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage(Page):
    """One article, its dates marked."""

    article: Article
    body: Markup
    notes: tuple[DateNote, ...]
    strip: Strip | None
    before: Article | None
    after: Article | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage(Page):
    """Leads from an alias of an article to its page."""

    article: Article


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesPage(Page):
    """All articles, newest first."""

    days: tuple[tuple[dt.date, tuple[Article, ...]], ...]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage(Page):
    """One event with all its reports."""

    event: Event
    told: tuple[tuple[Report, ...], ...]
    """Its reports, those of one sentence together."""
    before: Event | None
    after: Event | None
    same_day: tuple[Event, ...]
    strip: Strip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage(Page):
    """One day of the story."""

    day: Day
    strip: Strip | None
    """The days around it."""
    events: tuple[Event, ...]
    claimed: tuple[Event, ...]
    """Events of another day that some report dates to this one; the first of several pages has them."""
    passing: tuple[Event, ...]
    """Those in which the day is only named ("since the fire of 9 May"), where they are many; the first of several pages has them."""
    published: tuple[Article, ...]
    before: dt.date | None
    after: dt.date | None
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """One row of a month: seven days, None outside the month."""

    days: tuple[tuple[dt.date, tuple[Event, ...]] | None, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """One month as a calendar sheet."""

    first: dt.date
    weeks: tuple[Week, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPage(Page):
    """A month of the story as a calendar, and what is coming as an agenda."""

    month: Month
    months: tuple[MonthLink, ...]
    agenda: tuple[DayGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage(Page):
    """One topic, source or name with its own small timeline."""

    entry: Entry
    strip: Strip | None
    ahead: tuple[Event, ...]
    """What is still to come, soonest first; on the first page only."""
    groups: tuple[DayGroup, ...]
    """The rest, newest first."""
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntriesPage(Page):
    """All topics, sources or names."""

    often: tuple[Entry, ...]
    """Those with the most events, where there are many."""
    entries: tuple[Entry, ...]
    """By name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockPage(Page):
    """The earlier days on which the story can be read as it stood, newest first."""

    snapshots: tuple[Snapshot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotPage(Page):
    """The briefing as it stood on an earlier day; its events are of that day and may since have become others."""

    snapshot: Snapshot
    strip: Strip | None
    developments: tuple[DayGroup, ...]
    upcoming: tuple[Event, ...]
    due: tuple[Event, ...]
    differing: tuple[Event, ...]
    before: dt.date | None
    after: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage(Page):
    """What differs from the story as it stood on the publication day before the newest articles'."""

    changes: tuple[Change, ...]
    """What shakes what was known first, of each kind the newest days first; bounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesPage(Page):
    """Dates to look at: unresolved, fragile, conflicting."""

    unresolved: tuple[Resolution, ...]
    fragile: tuple[Resolution, ...]
    differing: tuple[Event, ...]
    more_unresolved: int
    more_fragile: int


@dataclass(frozen=True, slots=True)
class RuleUse:
    """A rule that worked out dates of this site: how often, and one of them."""

    rule: str
    because: str
    times: int
    example: Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage(Page):
    """How dates are worked out, with the rules that were used here, the most used first."""

    rules: tuple[RuleUse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage(Page):
    """A page of words: how dates are worked out, search, not found."""
