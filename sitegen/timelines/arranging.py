"""Events in order, and the days that they make."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitegen.model import Article, Day, Event, Report, Timeline
from sitegen.timelines.summaries import Candidate, best_sentences
from sitegen.timelines.weights import LONGEST, day_weights, days_of

_WORD = re.compile(r"\w+")
_SUMMARY = 5  # sentences kept for a day
_LEAD = 5  # sentences of an article's beginning that may tell the day of its publication
_BACKGROUND = 62  # days of an event from which on it is background
_YEAR = 365


def arrange(events: tuple[Event, ...], articles: tuple[Article, ...], reports: tuple[Report, ...], as_of: dt.date) -> Timeline:
    """The timeline of some events: weighed, ordered, and gathered by day."""
    by_id = {article.id: article for article in articles}
    weights = day_weights(by_id, reports)
    weighed = tuple(replace(event, weight=_event_weight(event, weights)) for event in events)
    ordered = tuple(sorted(weighed, key=lambda event: (event.interval.first_day, event.interval.last_day, event.id)))
    return Timeline(
        as_of=as_of,
        events=ordered,
        days=_days(ordered, weights, _summaries(articles, by_id, reports, weights)),
        background=tuple(event.id for event in ordered if _is_background(event, articles)),
    )


def _event_weight(event: Event, weights: Mapping[dt.date, float]) -> float:
    """Independent sources first, then how many articles tell it, then the weight of its day."""
    day = weights.get(event.interval.first_day, 0.0) if event.interval.days <= LONGEST else 0.0
    return round(len(event.sources) + math.log1p(len({report.article for report in event.reports})) + 0.1 * math.log1p(day), 6)


def _is_background(event: Event, articles: Sequence[Article]) -> bool:
    first = min(article.day for article in articles)
    return event.interval.days > _BACKGROUND or (first - event.interval.last_day).days > _YEAR


def _days(events: Sequence[Event], weights: Mapping[dt.date, float], summaries: Mapping[dt.date, tuple[str, ...]]) -> tuple[Day, ...]:
    on_day: dict[dt.date, list[Event]] = defaultdict(list)
    for event in events:
        if event.interval.days <= LONGEST:
            for step in range(event.interval.days):
                on_day[event.interval.first_day + dt.timedelta(step)].append(event)
    return tuple(
        Day(
            day,
            round(weights.get(day, 0.0), 6),
            tuple(event.id for event in sorted(on_day[day], key=lambda event: (-event.weight, event.id))),
            summaries.get(day, ()),
        )
        for day in sorted(weights.keys() | on_day.keys())
    )


def _summaries(
    articles: Sequence[Article], by_id: Mapping[str, Article], reports: Sequence[Report], weights: Mapping[dt.date, float]
) -> dict[dt.date, tuple[str, ...]]:
    rarity = _rarity(articles)
    candidates: dict[dt.date, dict[str, Candidate]] = defaultdict(dict)
    for report in reports:
        if report.interval.days <= LONGEST:
            text = _sentence(by_id[report.article], report.sentence)
            for day in days_of(report):
                candidates[day][text] = Candidate(text, 1.0, f"{report.article} {report.sentence:06}")
    for article in articles:
        for number in range(min(_LEAD, len(article.sentences))):
            text = _sentence(article, number)
            for back in (0, 1):
                day = article.day - dt.timedelta(back)
                if day in weights:
                    candidates[day].setdefault(text, Candidate(text, 1.0, f"{article.id} {number:06}"))
    return {day: best_sentences(list(found.values()), rarity, _SUMMARY) for day, found in candidates.items()}


def _sentence(article: Article, number: int) -> str:
    span = article.sentences[number].span
    return " ".join(article.prose[span.start : span.end].split())


def _rarity(articles: Sequence[Article]) -> dict[str, float]:
    counts = Counter(word for article in articles for word in set(_WORD.findall(article.prose.lower())))
    return {word: math.log((len(articles) + 1) / count) for word, count in counts.items()}
