"""Events in order, and the days that they make."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from sitegen.datelines import without_dateline
from sitegen.model import GRAVE, GRAVEST, Article, Day, Event, EventStatus, Report, Standing, Timeline
from sitegen.timelines.summaries import Candidate, best_sentences
from sitegen.timelines.weights import BESIDE_STORY, LONGEST, Story, day_weights, days_of, story_of

_WORD = re.compile(r"\w+")
_SUMMARY = 8  # sentences kept for a day
_LEAD = 5  # sentences of an article's beginning that may tell the day of its publication
_UNDATED = 0.5  # worth of such a sentence; 1 is that of an article's first sentence that names the day
_UNDONE = 0.6  # what is only planned tells less
_LATER = 0.3  # what is told long after tells more
_DEEP = 0.01  # each sentence further into an article tells less
_WORDS_ALONE = 0.5  # what an event weighs less that is only somebody's words
_HOURS_ALONE = 0.5  # what it weighs less whose day is only that of what stands around it
_FAULT = 0.1  # what an event weighs less for each thing that its plainest heading wants
_BACKGROUND = 62  # days of an event from which on it is background
_YEAR = 365


def arrange(events: tuple[Event, ...], articles: tuple[Article, ...], reports: tuple[Report, ...], as_of: dt.date) -> Timeline:
    """The timeline of some events: weighed, ordered, and gathered by day."""
    by_id = {article.id: article for article in articles}
    story = story_of(reports)
    weights = day_weights(by_id, reports, story)
    weighed = tuple(replace(event, weight=_event_weight(event, weights)) for event in events)
    ordered = tuple(sorted(weighed, key=lambda event: (event.interval.first_day, event.interval.last_day, event.id)))
    return Timeline(
        as_of=as_of,
        events=ordered,
        days=_days(ordered, weights, _summaries(articles, reports, weights, story)),
        background=_background(ordered, articles),
        aside=_aside(ordered, story),
    )


def _event_weight(event: Event, weights: Mapping[dt.date, float]) -> float:
    """Independent sources first, then how many articles tell it, then the weight of its day."""
    day = weights.get(event.interval.first_day, 0.0) if event.interval.days <= LONGEST else 0.0
    words = _WORDS_ALONE if all(report.saying for report in event.reports) else 0.0
    faults = _FAULT * min(report.faults for report in event.reports)
    hours = _HOURS_ALONE if all(report.gives_hour_only for report in event.reports) else 0.0
    told = math.log1p(len({report.article for report in event.reports}))
    return round(len(event.sources) + told + 0.1 * math.log1p(day) - words - hours - faults, 6)


def _aside(events: Sequence[Event], story: Story) -> tuple[str, ...]:
    """Ids of events in which nobody tells of anything done or planned, or of which nothing is of the story."""
    return tuple(
        event.id
        for event in events
        if all(_tells_nothing(report) for report in event.reports)
        or not any(story.holds(report) for report in event.reports)
        or (event.status is not EventStatus.PAST and not any(story.touches(report) for report in event.reports))
    )


def _tells_nothing(report: Report) -> bool:
    """Whether a report is a quotation, of words without what they say, or a piece of a sentence whose verb has lost its subject."""
    return report.quoted or report.faults >= (GRAVE if report.verb else GRAVEST)


def _background(events: Sequence[Event], articles: Sequence[Article]) -> tuple[str, ...]:
    """Ids of what is long, or was long over before the first article."""
    since = min((article.day for article in articles), default=dt.date.max) - dt.timedelta(_YEAR)
    return tuple(event.id for event in events if event.interval.days > _BACKGROUND or event.interval.last_day < since)


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
    articles: Sequence[Article], reports: Sequence[Report], weights: Mapping[dt.date, float], story: Story
) -> dict[dt.date, tuple[str, ...]]:
    """For each day the sentences that tell it best: those that name it, and the beginnings of articles of that day and the next."""
    by_id = {article.id: article for article in articles}
    candidates: dict[dt.date, dict[str, Candidate]] = defaultdict(dict)
    for report in reports:
        if report.interval.days <= LONGEST:
            article = by_id[report.article]
            for day in days_of(report):
                own = 1.0 if story.holds(report) else BESIDE_STORY
                _offer(candidates[day], article, report.sentence, own * _worth(report, (article.day - day).days))
    for article in articles:
        for number in range(min(_LEAD, len(article.sentences))):
            for day in (article.day, article.day - dt.timedelta(1)):
                if day in weights:
                    _offer(candidates[day], article, number, _UNDATED * (1.0 if story.told_by(article) else BESIDE_STORY))
    rarity = _rarity(articles)
    return {day: best_sentences(tuple(found.values()), rarity, _SUMMARY) for day, found in candidates.items()}


def _offer(candidates: dict[str, Candidate], article: Article, number: int, worth: float) -> None:
    """Add a sentence, or raise the worth of one with the same words."""
    text = _sentence(article, number)
    known = candidates.get(text)
    if known is None or known.worth < worth:
        candidates[text] = Candidate(text, worth, article.id, f"{article.id} {number:06}")


def _worth(report: Report, late: int) -> float:
    """More for the early sentences of an article, for what has happened, and for what is still told later."""
    done = 1.0 if report.standing is Standing.HAPPENED else _UNDONE
    return done * (1 + _LATER * math.log1p(max(0, late))) / (1 + _DEEP * report.sentence)


def _sentence(article: Article, number: int) -> str:
    """A sentence as it stands, without the place and the agency before it."""
    span = article.sentences[number].span
    return without_dateline(" ".join(article.prose[span.start : span.end].split()))


def _rarity(articles: Sequence[Article]) -> dict[str, float]:
    counts = Counter(chain.from_iterable(set(_WORD.findall(article.prose.lower())) for article in articles))
    return {word: math.log((len(articles) + 1) / count) for word, count in counts.items()}
