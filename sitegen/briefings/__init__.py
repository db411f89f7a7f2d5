"""The sixth stage: a timeline becomes the bounded briefing of the front page.

Everything is chosen by rule and nothing is reworded: the lead is an extract
with its credit, and every list says by what it is ordered.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

from sitegen.briefings.choice import (
    background,
    best_of_days,
    by_support,
    developments,
    is_ahead,
    is_awaited,
    soonest,
    without_day,
)
from sitegen.config import Config
from sitegen.datelines import without_dateline
from sitegen.model import Article, BlockKind, Briefing, Certainty, Change, Event, EventStatus, Lead, Resolution, Sentence, Timeline

_WORD = re.compile(r"\w+")
_LONGEST_LEAD = 320
_LONGEST_HEADLINE = 90
_MOST_UPCOMING = 8
_MOST_LISTED = 6
_MOST_DIFFERING = 12
_MOST_DATES = 10


def brief(
    timeline: Timeline,
    articles: tuple[Article, ...],
    resolutions: Mapping[str, tuple[Resolution, ...]],
    config: Config,
    changes: tuple[Change, ...] = (),
) -> Briefing:
    """The briefing as of the timeline's day."""
    events = timeline.events
    newest_first = sorted(articles, key=lambda article: (article.day, article.id), reverse=True)
    dates = [resolution for article in newest_first for resolution in resolutions.get(article.id, ())]
    published, aside = {article.id: article.day for article in articles}, frozenset(timeline.aside)
    awaited = [event for event in events if event.id not in aside and is_awaited(event, timeline.as_of, published)]
    ahead = [event for event in awaited if is_ahead(event, timeline.as_of)]
    upcoming = sorted(ahead, key=soonest)
    due = [event for event in reversed(awaited) if event.status is EventStatus.DUE]
    supported = sorted(events, key=by_support)
    differing = [event for event in supported if event.is_plainly_disputed]
    alone = [event for event in supported if len(event.sources) == 1 and event.id not in aside]

    return Briefing(
        title=config.title,
        as_of=timeline.as_of,
        lead=_lead(articles, events),
        developments=developments(timeline),
        upcoming=_ids(best_of_days(upcoming), _MOST_UPCOMING),
        due=_ids(best_of_days(due), _MOST_LISTED),
        differing=_ids(differing, _MOST_DIFFERING),
        in_dispute=len(differing),
        corroborated=_ids([event for event in supported if len(event.sources) > 1], _MOST_LISTED),
        single_source=_ids(best_of_days(alone, 1), _MOST_LISTED),
        background=background(timeline, _MOST_LISTED),
        unresolved=without_day(dates)[:_MOST_DATES],
        fragile=tuple(resolution for resolution in dates if resolution.certainty is Certainty.FRAGILE)[:_MOST_DATES],
        sources=tuple(dict.fromkeys(article.publisher for article in sorted(articles, key=lambda article: (article.day, article.id)))),
        changes=changes,
    )


def _ids(events: list[Event], most: int) -> tuple[str, ...]:
    return tuple(event.id for event in events[:most])


def _lead(articles: tuple[Article, ...], events: tuple[Event, ...]) -> Lead | None:
    """The newest day's article whose events weigh most, with its first sentences."""
    if not articles:
        return None
    newest = max(article.day for article in articles)
    weights: dict[str, float] = {}
    for event in events:
        for article_id in {report.article for report in event.reports}:
            weights[article_id] = weights.get(article_id, 0.0) + event.weight * len(event.sources)
    chosen = min(
        (article for article in articles if article.day == newest), key=lambda article: (-weights.get(article.id, 0.0), article.id)
    )
    paragraphs = [sentence for sentence in chosen.sentences if sentence.kind is BlockKind.PARAGRAPH]
    title = _headline(chosen, paragraphs[:1])
    return Lead(chosen.id, title, _opening(chosen, paragraphs, {" ".join(_words(said)) for said in (title, chosen.title)}))


def _headline(article: Article, first: Sequence[Sentence]) -> str:
    """Its title; one that is the beginning of its text goes without the dateline, and shows where it breaks off.

    Where that beginning is the page's own, a time stamp or a byline, what is told after it heads the briefing.
    """
    beginning = "".join(article.quote(sentence.span) for sentence in first)
    if not beginning.startswith(article.title):
        is_furniture = bool(beginning) and " ".join(article.prose.split()).startswith(article.title)
        return _cut(without_dateline(beginning)) if is_furniture else article.title
    is_whole = _words(beginning) == _words(article.title)
    return without_dateline(article.title) if is_whole else without_dateline(article.title).rstrip(" ,;:") + "…"


def _cut(text: str) -> str:
    """A text that is short enough for a headline, or its beginning."""
    return text if len(text) <= _LONGEST_HEADLINE else text[:_LONGEST_HEADLINE].rpartition(" ")[0].rstrip(" ,;:") + "…"


def _opening(article: Article, paragraphs: Sequence[Sentence], titles: Container[str]) -> str:
    """The first paragraph's sentences, as many as stay short, without the dateline and without what only says the title again."""
    told = [sentence for sentence in paragraphs if " ".join(_words(article.quote(sentence.span))) not in titles] or paragraphs
    text = ""
    for sentence in told:
        said = article.quote(sentence.span)
        longer = f"{text} {said}" if text else without_dateline(said)
        if text and (sentence.block != told[0].block or len(longer) > _LONGEST_LEAD):
            break
        text = longer
    return text


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
