"""What a template can call besides reading its page: everything here is documented for makers of themes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import dropwhile
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from markupsafe import Markup

from sitegen.datelines import without_dateline
from sitegen.dates import Interval
from sitegen.languages import halves
from sitegen.model import Article, Certainty, Change, Disagreement, Event, Report, Resolution, Span
from sitegen.pages import paths
from sitegen.pages.book import Book, Entry, Kind, most_told
from sitegen.pages.kinds import ArticlePage, DayGroup, EventPage, MovedPage, Page
from sitegen.pages.marks import Mark, certainty_words, change_detail, change_words, difference_note, drawn_as, marks_of, time_tag
from sitegen.pages.notes import Note, note_of
from sitegen.pages.outputs.metadata import Card, article_card, event_card, is_real_event, oembed_address, page_card
from sitegen.pages.prose import Segment, after, extract, near
from sitegen.pages.site import SiteModel
from sitegen.pages.ties import Tie, tie_of
from sitegen.pages.words import Words

_LEAST_CONTEXT, _LONGEST_CONTEXT = 30, 280
"""Fewer letters beyond the headline are not worth a line."""
_CELL = 64
"""Letters of a headline for which a day of the calendar has room."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Functions for templates, bound to one site; in templates they stand as ``tools.NAME``."""

    site: SiteModel
    book: Book
    words: Words

    def url(self, page: str, target: str) -> str:
        """A link from a page to an address; templates use it as ``url(target)``."""
        if page == paths.NOT_FOUND:
            return percent_encoded(urlsplit(self.site.base_url).path or "/") + percent_encoded(target, safe="/#")
        return paths.relative(page, target)

    def link_from(self, page: str) -> partial[str]:
        """The function ``url`` of one page."""
        return partial(self.url, page)

    def when(self, interval: Interval) -> Markup:
        """An interval in words, marked as that time."""
        return time_tag(interval, self.words.when(interval))

    def within(self, interval: Interval, day: dt.date) -> Markup:
        """What an interval adds to a day that is already named, marked as that time; "" if nothing."""
        text = self.words.within(interval, day)
        return time_tag(interval, text) if text else Markup()

    def drawn_as(self, event: Event) -> str:
        """Name of the event's mark in drawings, for the style sheet."""
        return drawn_as(event, event.certainty)

    def listed(self, texts: tuple[str, ...]) -> str:
        """The texts as a list within a sentence: "one, two and three"."""
        return self.words.listed(texts)

    def moment(self, when: dt.datetime | dt.date) -> Markup:
        """A moment of publication in words, marked as that time."""
        value = when.isoformat(timespec="minutes") if isinstance(when, dt.datetime) else when.isoformat()
        return Markup('<time datetime="{}">{}</time>').format(value, self.words.moment(when))

    def day(self, day: dt.date, form: str = "day") -> Markup:
        """A day in words, marked as that day; form is ``day``, ``short``, ``long`` or ``plain``."""
        match form:
            case "short":
                text = self.words.short_day(day) if day.year == self.site.as_of.year else self.words.day(day)
            case "long":
                text = self.words.long_day(day)
            case "plain":
                text = self.words.plain_day(day)
            case _:
                text = self.words.day(day)
        return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), text)

    def day_form(self, groups: Sequence[DayGroup]) -> str:
        """The form for the days of one list: with the year where a day of the edition's year would seem to be of the one above it."""
        years = [group.date.year for group in groups]
        others = dropwhile(lambda year: year == self.site.as_of.year, years)
        return "day" if self.site.as_of.year in others else "short"

    def marks(self, event: Event) -> tuple[Mark, ...]:
        """The event's status signs with their words."""
        return marks_of(event, self.words)

    def certainty(self, certainty: Certainty) -> str:
        """How firmly a date stands, in words."""
        return certainty_words(certainty, self.words)

    def change_detail(self, change: Change) -> str:
        """What exactly has changed, in words."""
        return change_detail(change, self.words)

    def difference_note(self, difference: Disagreement) -> str:
        """The reason for a disagreement where rules can give one, "" otherwise."""
        return difference_note(difference, self.words)

    def change_words(self, change: Change) -> str:
        """What kind of change it is."""
        return change_words(change, self.words)

    def card(self, page: Page) -> Card:
        """What the head of a page says to machines."""
        match page:
            case ArticlePage():
                return article_card(self.site, page.article)
            case EventPage():
                return event_card(self.site, page.event)
            case MovedPage():
                return page_card(self.site, paths.article_path(page.article), page.title, page.description)
            case _:
                return page_card(self.site, page.path, page.title, page.description)

    def oembed(self) -> str:
        """Where other sites ask how to show the story in a frame; "" where the site's own address is not known."""
        return oembed_address(self.site)

    def is_on_calendar(self, event: Event) -> bool:
        """Whether it is fixed for certain days, as an event in somebody's calendar is."""
        return is_real_event(event)

    def note(self, resolution: Resolution) -> Note:
        """Why a date is what it is."""
        return note_of(self.book.articles[resolution.expression.article], resolution, self.words)

    def tie(self, event: Event, reports: Sequence[Report]) -> Tie | None:
        """Why some reports, those of one sentence, are told under an event; None where no join says it."""
        return tie_of(event, reports, self.words)

    def article(self, article_id: str) -> Article:
        """An article by its id."""
        return self.book.articles[article_id]

    def event(self, event_id: str) -> Event:
        """An event by its id."""
        return self.book.events[event_id]

    def event_path(self, event: Event) -> str:
        """The address of an event's page, or "" where it has none: an event of an earlier day may since have been joined to another."""
        return paths.event_path(event.id) if event.id in self.book.events else ""

    def has_page(self, path: str) -> bool:
        """Whether an event's or a day's address has a page."""
        folder, _, name = path.rstrip("/").partition("/")
        if f"{folder}/" == paths.EVENTS:
            return name in self.book.events
        return dt.date.fromisoformat(name) in self.book.days

    def path(self, record: Article | Event | Entry) -> str:
        """The address of a record's page."""
        match record:
            case Article():
                return paths.article_path(record)
            case Event():
                return paths.event_path(record.id)
            case Entry():
                return record.path

    def day_path(self, day: dt.date) -> str:
        """The address of a day's page, or "" where it has none."""
        return paths.day_path(day) if day in self.book.days else ""

    def entry(self, kind: str, name: str) -> Entry | None:
        """A topic, source or name; None where it has no page."""
        match Kind(kind):
            case Kind.TOPIC:
                return self.book.topics.get(name)
            case Kind.SOURCE:
                return self.book.sources.get(name)
            case Kind.NAME:
                return self.book.names.get(name)

    def most_told(self, entries: Mapping[str, Entry], most: int) -> tuple[Entry, ...]:
        """The topics, sources or names with the most events."""
        return most_told(entries, most)

    def headline(self, report: Report) -> tuple[Segment, ...]:
        """A report's clause with its date phrase set apart; the comma that led on is dropped."""
        article = self.book.articles[report.article]
        end = report.clause.start + len(article.body[report.clause.start : report.clause.end].rstrip(" ,;:\n"))
        return extract(article, Span(report.clause.start, end), [self._phrase(report)])

    def sentence(self, *reports: Report) -> tuple[Segment, ...]:
        """The sentence of a report, or of several, with their date phrases set apart."""
        article = self.book.articles[reports[0].article]
        return extract(
            article, article.sentences[reports[0].sentence].span, sorted(map(self._phrase, reports), key=lambda span: span.start)
        )

    def around(self, resolution: Resolution) -> tuple[Segment, ...]:
        """The sentence of an expression with the expression set apart."""
        expression = resolution.expression
        article = self.book.articles[expression.article]
        return extract(article, article.sentences[expression.sentence].span, [expression.span])

    def context(self, event: Event) -> tuple[Segment, ...]:
        """What the sentence that the headline was cut from says beyond it; nothing if that is little."""
        parts = self.sentence(event.heading_report)
        text = "".join(part.text for part in parts)
        headline = event.headline.removesuffix("…")
        sent_from = len(text) - len(without_dateline(text))
        begins = text[sent_from:].startswith(headline)
        at = sent_from if begins else text.find(headline[1:]) - 1  # its first letter has been made a capital
        rest = after(parts, at + len(headline)) if begins or (at >= 0 and len(text) > _LONGEST_CONTEXT) else ()
        if sum(len(part.text) for part in rest) >= _LEAST_CONTEXT:
            return (Segment("… ", is_date=False), *rest)
        return near(parts, at, _LONGEST_CONTEXT) if not begins and len(text) > len(event.headline) * 1.3 + 12 else ()

    def in_cell(self, event: Event) -> tuple[str, str]:
        """The headline of an event as far as a day of the calendar has room for it, and the rest."""
        return halves(event.headline, _CELL)

    def _phrase(self, report: Report) -> Span:
        start = report.resolution.expression.span.start
        return Span(start, start + len(report.text))
