"""The briefing, what has changed, dates to look at, and the pages of words."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator

from sitegen.dates import TimexType
from sitegen.model import Certainty, Change, Resolution, Step, VagueRef
from sitegen.pages import paths
from sitegen.pages.desk import Desk
from sitegen.pages.kinds import AboutPage, ChangesPage, DatesPage, DayGroup, EmbedPage, HomePage, Page, PlainPage, Quote, RuleUse
from sitegen.pages.notes import because_of
from sitegen.pages.strips import strip_of

_MOST_QUOTES = 3
_MOST_CHANGES = 4
_MOST_LISTED = 400
_MOST_DATES = 100
_LONGEST_QUOTE = 340
_FEWEST_WORDS = 5  # of a quotation that says something
_NEWS_DAYS = 31  # days before the previous edition up to which a change of an event is still news
_KINDS = ("contradicted", "moved", "corroborated", "appeared", "withdrawn")  # of changes, what shakes most first
_INITIAL = re.compile(r"\b([A-Z]) \.")
_QUOTED = re.compile(r"[“\"„]([^“”\"„]+)[”\"“]")


def front_pages(desk: Desk) -> Iterator[Page]:
    """Every page of this part."""
    yield home(desk)
    yield _embed(desk)
    yield _changes(desk)
    yield _dates(desk)
    yield _about(desk)
    yield from _plain(desk)


def home(desk: Desk) -> HomePage:
    """The briefing."""
    briefing = desk.site.briefing
    background = set(briefing.background) | set(desk.site.timeline.background)
    events = [event for event in desk.site.timeline.events if event.id not in background]
    lead = briefing.lead
    shown = {event for entry in briefing.developments for event in entry.events} | set(briefing.upcoming)
    fresh = frozenset(change.event for change in desk.site.changes if change.kind == "appeared" and change.event in shown)
    dates = [resolution for resolutions in desk.site.resolutions.values() for resolution in resolutions]
    return HomePage(
        path=paths.HOME,
        template="index.html",
        title=lead.title if lead else briefing.title,
        description=desk.site.config.description or (lead.text if lead else briefing.title),
        section=paths.HOME,
        strip=strip_of(events, desk.site.as_of, desk.words),
        developments=tuple(
            DayGroup(entry.date, tuple(desk.book.events[event] for event in entry.events), entry.more) for entry in briefing.developments
        ),
        quotes=tuple(quotes(desk))[:_MOST_QUOTES],
        changes=tuple(change for change in by_news(desk) if _is_news(change, desk, fresh))[:_MOST_CHANGES],
        fresh=fresh,
        supported=sum(len(event.sources) > 1 for event in desk.site.timeline.events),
        without_day=sum(map(_lacks_a_day, dates)),
        fragile=sum(resolution.certainty is Certainty.FRAGILE for resolution in dates),
    )


def by_news(desk: Desk) -> tuple[Change, ...]:
    """The site's changes: what shakes or firms up what was known comes before what is new, the better supported first."""

    def rank(change: Change) -> tuple[int, int, float]:
        event = desk.book.events.get(change.event)
        return _KINDS.index(change.kind), -len(event.sources) if event else 0, -event.weight if event else 0.0

    return tuple(sorted(desk.site.changes, key=rank))


def _is_news(change: Change, desk: Desk, fresh: frozenset[str]) -> bool:
    """Whether a reader of the front page should hear of a change that the page does not mark anyway.

    An event whose day was only told more closely has not moved, and what
    moved or appeared long before the previous edition is a matter of the record.
    """
    event = desk.book.events.get(change.event)
    if event is None or change.kind in {"contradicted", "corroborated", "withdrawn"}:
        return True
    since = (desk.site.previous or desk.site.as_of) - dt.timedelta(_NEWS_DAYS)
    if event.interval.last_day < since or event.id in desk.site.timeline.aside or not event.is_plain:
        return False
    return not _is_closer(change) if change.kind == "moved" else change.event not in fresh


def _is_closer(change: Change) -> bool:
    """Whether one of the two stretches of an event that moved holds the other."""
    first, last, new_first, new_last = change.values
    return (first <= new_first and new_last <= last) or (new_first <= first and last <= new_last)


def _embed(desk: Desk) -> EmbedPage:
    front = home(desk)
    return EmbedPage(
        path=paths.EMBED,
        template="embed.html",
        title=desk.site.config.title,
        description=front.description,
        section=paths.EMBED,
        strip=front.strip,
        groups=front.developments,
    )


def quotes(desk: Desk) -> Iterator[Quote]:
    """What people said whom their full names tell, newest first, each sentence once; a place or a publisher says nothing."""
    places = {place for event in desk.site.timeline.events for report in event.reports for place in report.places}
    voiceless = places | {article.publisher for article in desk.site.articles}
    seen: set[str] = set()
    for event in reversed(desk.site.timeline.events):
        for report in event.reports:
            article = desk.book.articles[report.article]
            text = article.quote(article.sentences[report.sentence].span)
            if report.quoted and report.speaker not in voiceless and text not in seen and _is_quotation(text, report.speaker):
                seen.add(text)
                yield Quote(_INITIAL.sub(r"\1.", report.speaker), event, report, article)
                break


def _is_quotation(text: str, speaker: str) -> bool:
    """Whether a sentence is short, holds the whole of a quotation, and names outside of it who speaks, by first and last name."""
    said = _QUOTED.findall(text)
    rest = _QUOTED.sub(" ", text)
    *_, last = speaker.split() or [""]
    whole = bool(said) and not any(mark in rest for mark in '“”„"')
    return whole and " " in speaker and last in rest and len(text) <= _LONGEST_QUOTE and max(map(_words, said)) >= _FEWEST_WORDS


def _words(text: str) -> int:
    return len(text.split())


def _changes(desk: Desk) -> ChangesPage:
    title = desk.words.gettext("What has changed")
    description = desk.words.gettext("What differs from the previous edition of this site")
    return ChangesPage(
        path=paths.CHANGES,
        template="changes.html",
        title=title,
        description=description,
        section=paths.CHANGES,
        changes=tuple(sorted(by_news(desk)[:_MOST_LISTED], key=_newest_first(desk))),
    )


def _newest_first(desk: Desk) -> Callable[[Change], tuple[int, int]]:
    """Sort key that leaves the kinds of changes in their order, each from its newest day."""

    def rank(change: Change) -> tuple[int, int]:
        event = desk.book.events.get(change.event)
        return _KINDS.index(change.kind), -event.interval.first_day.toordinal() if event else 0

    return rank


def _dates(desk: Desk) -> DatesPage:
    newest_first = sorted(desk.site.articles, key=lambda article: (article.day, article.id), reverse=True)
    every = [resolution for article in newest_first for resolution in desk.site.resolutions.get(article.id, ())]
    unresolved = [resolution for resolution in every if _lacks_a_day(resolution)]
    fragile = [resolution for resolution in every if resolution.certainty is Certainty.FRAGILE]
    return DatesPage(
        path=paths.DATES,
        template="dates.html",
        title=desk.words.gettext("Dates to look at"),
        description=desk.words.gettext("Dates that could not be worked out, that are fragile, or that sources give differently"),
        section=paths.DATES,
        unresolved=tuple(unresolved[:_MOST_DATES]),
        fragile=tuple(fragile[:_MOST_DATES]),
        differing=tuple(event for event in desk.site.timeline.events if event.is_disputed)[:_MOST_DATES],
        more_unresolved=max(len(unresolved) - _MOST_DATES, 0),
        more_fragile=max(len(fragile) - _MOST_DATES, 0),
    )


def _lacks_a_day(resolution: Resolution) -> bool:
    timex = resolution.timex
    return (
        resolution.certainty is Certainty.UNRESOLVED and timex.type in {TimexType.DATE, TimexType.TIME} and timex.value != VagueRef.PRESENT
    )


def _about(desk: Desk) -> AboutPage:
    times: Counter[str] = Counter()
    first: dict[str, tuple[Step, Resolution]] = {}
    for article in desk.site.articles:
        for resolution in desk.site.resolutions.get(article.id, ()):
            for step in resolution.steps:
                times[step.rule] += 1
                first.setdefault(step.rule, (step, resolution))
    return AboutPage(
        path=paths.ABOUT_DATES,
        template="about-dates.html",
        title=desk.words.gettext("How dates are worked out"),
        description=desk.words.gettext("How this site reads dates and decides what is one event"),
        section=paths.ABOUT_DATES,
        rules=tuple(
            RuleUse(rule, _said(desk, *first[rule]), times[rule], first[rule][1])
            for rule in sorted(times, key=lambda rule: (-times[rule], rule))
        ),
    )


def _said(desk: Desk, step: Step, resolution: Resolution) -> str:
    return because_of(desk.book.articles[resolution.expression.article], step, desk.words)


def _plain(desk: Desk) -> Iterator[PlainPage]:
    pages = (
        (paths.SEARCH, "search.html", desk.words.gettext("Search"), desk.words.gettext("Search events, articles, names and topics")),
        (paths.NOT_FOUND, "404.html", desk.words.gettext("No such page"), desk.words.gettext("There is no page at this address")),
    )
    for path, template, title, description in pages:
        yield PlainPage(path=path, template=template, title=title, description=description, section=path)
