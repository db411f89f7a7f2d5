"""The sixth stage: a timeline becomes the bounded briefing of the front page.

Everything is chosen by rule and nothing is reworded: the lead is an extract
with its credit, and every list says by what it is ordered.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from sitegen.briefings.choice import (
    background,
    best_of_days,
    by_support,
    developments,
    is_ahead,
    is_awaited,
    soonest,
    well_told,
    without_day,
)
from sitegen.config import Config
from sitegen.datelines import without_dateline
from sitegen.languages import halves
from sitegen.model import Article, BlockKind, Briefing, Certainty, Change, Event, EventStatus, Lead, Resolution, Sentence, Timeline

_WORD = re.compile(r"\w+")
_LONGEST_LEAD = 320
_BEGINNING = 3  # sentences
_LONGEST_HEADLINE = 120
_LEAST_MORE = 30  # characters of an opening that can do without its beginning
_LAST_WORD = 10  # characters for which nobody cuts a headline
_ELLIPSIS = "…"
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
    upcoming = sorted(well_told(ahead), key=soonest)
    due = well_told([event for event in reversed(awaited) if event.status is EventStatus.DUE])
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
    """The newest day's article whose events weigh most, those before all with which it begins, with its first sentences."""
    if not articles:
        return None
    newest = max(article.day for article in articles)
    begun: dict[str, float] = defaultdict(float)
    weights: dict[str, float] = defaultdict(float)
    for event in events:
        for article_id in {report.article for report in event.reports}:
            weights[article_id] += event.weight * len(event.sources)
        for article_id in {report.article for report in event.reports if report.sentence < _BEGINNING}:
            begun[article_id] += event.weight * len(event.sources)
    chosen = min(
        (article for article in articles if article.day == newest),
        key=lambda article: (-begun[article.id], -weights[article.id], article.id),
    )
    paragraphs = _told(chosen, articles)
    title = _headline(chosen, paragraphs[:1])
    return Lead(chosen.id, title, _without_title(_opening(chosen, paragraphs, {_plain(title), _plain(chosen.title)}), title))


def _told(article: Article, articles: Iterable[Article]) -> Sequence[Sentence]:
    """Its paragraphs without what is the page's: a line that also heads an article of another day, a picture's caption.

    A caption is known by the words that have been taken behind it, which say whose picture it is.
    """
    paragraphs = [sentence for sentence in article.sentences if sentence.kind is BlockKind.PARAGRAPH]
    heads = {other.quote(other.sentences[0].span) for other in articles if other.day != article.day and other.sentences}
    if len(paragraphs) > 1 and article.quote(paragraphs[0].span) in heads:
        paragraphs = paragraphs[1:]
    if len(paragraphs) > 1 and _is_credit(article.prose[paragraphs[0].span.end : paragraphs[1].span.start]):
        paragraphs = paragraphs[1:]
    return paragraphs


def _is_credit(taken: str) -> bool:
    """Whether words that have been taken say whose picture it is; what only calls the next ones new ends with a colon."""
    return _WORD.search(taken) is not None and not taken.rstrip().endswith(":")


def _headline(article: Article, first: Sequence[Sentence]) -> str:
    """Its title; where that is no more than the beginning of its text, the first sentence, as far as it is short, without the dateline.

    What stands before that sentence is the page's own: a time stamp, a byline, a picture's caption.
    """
    beginning = "".join(article.quote(sentence.span) for sentence in first)
    is_own = not " ".join(article.prose.split()).startswith(article.title)
    if is_own or not beginning or _plain(beginning) == _plain(article.title):
        return article.title if is_own or not beginning else without_dateline(article.title)
    return _cut(without_dateline(beginning))


def _cut(text: str) -> str:
    """A text that is short enough for a headline, or its beginning."""
    if len(text) <= _LONGEST_HEADLINE + _LAST_WORD:
        return text.removesuffix(".")
    return halves(text, _LONGEST_HEADLINE)[0] + _ELLIPSIS


def _opening(article: Article, paragraphs: Sequence[Sentence], titles: Container[str]) -> str:
    """The first paragraph's sentences, as many as stay short, without the dateline and without what only says the title again."""
    told = [sentence for sentence in paragraphs if _plain(article.quote(sentence.span)) not in titles] or paragraphs
    text = ""
    for sentence in told:
        said = article.quote(sentence.span)
        longer = f"{text} {said}" if text else without_dateline(said)
        if text and (sentence.block != told[0].block or len(longer) > _LONGEST_LEAD):
            break
        text = longer
    return text


def _without_title(opening: str, title: str) -> str:
    """An opening that goes on where a headline breaks off, no longer than it may be."""
    said = title.removesuffix(_ELLIPSIS)
    if said != title and opening.startswith(said) and len(opening) - len(said) >= _LEAST_MORE:
        opening = f"{_ELLIPSIS} {opening.removeprefix(said).lstrip(' ,;:')}"
    return opening if len(opening) <= _LONGEST_LEAD else f"{opening[:_LONGEST_LEAD].rpartition(' ')[0].rstrip(' ,;:')}{_ELLIPSIS}"


def _plain(text: str) -> str:
    """Its words alone, to be compared: without the dateline, marks and capitals."""
    return " ".join(_WORD.findall(without_dateline(text).casefold()))
