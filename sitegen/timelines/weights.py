"""How much a day matters to the story: who mentions it, how long after, and whether in the story's own words."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.model import Article, Report

LONGEST = 3
"""Days up to which a claim counts for each of its days; longer ones are background to the days."""
_THEMES = 100  # words and names that most articles share: the story's own
_CORE = 1 / 4  # part of the articles that share the words which are the story's own
_TELLS = 0.25  # part of an article's reports with or beside such words from which on it tells the story
_BESIDE = 0.5  # what a mention counts that has none of them
BESIDE_STORY = 0.3
"""What counts of anything that is of another story."""
_SPREAD = 0.3  # what each day of a stretch counts of a day that is meant alone
_REMEMBERED = 0.7  # how much more a mention counts, the later it is
_CORROBORATED = 0.2  # how much more a day counts for each publisher
_PUBLISHED = 0.1  # what an article counts for the day of its publication and the day before
_EARLY = 3  # sentences in which an article says what it is about …
_LEADING = 1.6  # … and what a mention counts that stands there
_FAULT = 0.05  # how much less a mention counts for each thing that its clause wants to tell what happened


def day_weights(articles: Mapping[str, Article], reports: Sequence[Report], story: Story) -> dict[dt.date, float]:
    """The weight of every day that is mentioned.

    Each article counts once, by its weightiest mention: what is still told
    long after matters more than the day's routine, what has none of the
    story's words or tells nothing by itself (a list, a caption, half a
    sentence) matters less, what an article begins with matters more. The sum
    counts more the more publishers there are, and a little for the articles
    that appeared on the day or the next.
    """
    best: dict[dt.date, dict[str, float]] = defaultdict(dict)
    for report in reports:
        if report.interval.days > LONGEST:
            continue
        worth = _worth(report, story)
        for day in days_of(report):
            late = max(0, (articles[report.article].day - day).days)
            value = worth * (1 + _REMEMBERED * math.log1p(late))
            best[day][report.article] = max(best[day].get(report.article, 0.0), value)
    published = Counter(article.day for article in articles.values())
    beside = {day: _PUBLISHED * (published[day] + published[day + dt.timedelta(1)]) for day in best}
    return {day: _total(articles, values) + beside[day] for day, values in best.items()}


def _worth(report: Report, story: Story) -> float:
    theme = 1.0 if story.themes.intersection(_words(report)) else _BESIDE
    own = 1.0 if story.holds(report) else BESIDE_STORY
    spread = 1.0 if report.interval.days == 1 else _SPREAD
    early = _LEADING if report.sentence < _EARLY else 1.0
    return theme * own * spread * early / (1 + _FAULT * report.faults)


def _total(articles: Mapping[str, Article], values: Mapping[str, float]) -> float:
    publishers = {articles[name].publisher for name in values}
    return sum(values[name] for name in sorted(values)) * (1 + _CORROBORATED * len(publishers))


@dataclass(frozen=True, slots=True)
class Story:
    """What the articles are about together."""

    themes: frozenset[str]
    """The words and names that most of their reports share."""
    core: frozenset[str]
    """Those that so many share that they are the story's own; none where there are many stories."""
    articles: frozenset[str]
    """The articles that tell the story, by id; others have been put beside them for a line, or by mistake."""

    def told_by(self, article: Article) -> bool:
        """Whether an article tells the story."""
        return not self.core or article.id in self.articles

    def holds(self, report: Report) -> bool:
        """Whether a report is of the story: by its article, or by its own words."""
        return not self.core or report.article in self.articles or not self.core.isdisjoint(_words(report))

    def touches(self, report: Report) -> bool:
        """Whether a report has any of the words that the story's articles share: its plans do, a paper's other plans do not."""
        return not self.core or not self.themes.isdisjoint(_words(report))


def story_of(reports: Sequence[Report]) -> Story:
    """What reports are about together."""
    seen: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        seen[report.article].update(_words(report))
    counts = Counter(word for words in seen.values() for word in words)
    core = frozenset(word for word, count in counts.items() if count >= max(2, _CORE * len(seen)))
    told: dict[str, list[bool]] = defaultdict(list)
    for report in reports:
        told[report.article].append(not core.isdisjoint((*_words(report), *report.context)))
    return Story(
        frozenset(sorted(counts, key=lambda word: (-counts[word], word))[:_THEMES]),
        core,
        frozenset(name for name, found in told.items() if sum(found) >= _TELLS * len(found)),
    )


def _words(report: Report) -> tuple[str, ...]:
    return (*report.terms, *report.actors, *report.places)


def days_of(report: Report) -> list[dt.date]:
    """The calendar days that a report touches."""
    first = report.interval.first_day
    return [first + dt.timedelta(step) for step in range(report.interval.days)]
