"""Small corpora made in a line: what a test needs of articles, dates and reports."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from sitegen.articles import plain_article
from sitegen.events import link, reports_of
from sitegen.model import Article, Event, Report, Resolution
from tests.events.story import resolution

_MARK = re.compile(r"\{([^|}]+)\|([^|}]+)\}")


def article(marked: str, published: str = "2025-03-17", source: str = "Gazette", name: str = "a.md", **fields: str) -> Article:
    """An article from a text whose dates are marked ``{words|TIMEX3 value}``; the marks stay in ``summary`` for `resolutions`."""
    day = dt.datetime.fromisoformat(published) if "T" in published else dt.date.fromisoformat(published)
    made = plain_article(_MARK.sub(r"\1", marked), day, "en")
    return replace(made, id=name, slug=name.removesuffix(".md"), source=source, summary=marked, **fields)


def resolutions(made: Article) -> tuple[Resolution, ...]:
    """The resolutions of an article's marks."""
    found, shift = [], 0
    for match in _MARK.finditer(made.summary):
        found.append(resolution(made, match.start() - shift, match[1], match[2]))
        shift += len(match[0]) - len(match[1])
    return tuple(found)


def reports(made: Article) -> tuple[Report, ...]:
    """The reports of an article made by `article`."""
    return reports_of(made, resolutions(made))


def events(*articles: Article, as_of: str = "") -> tuple[Event, ...]:
    """The events of some articles, as of the newest unless a day is given."""
    day = dt.date.fromisoformat(as_of) if as_of else max(each.day for each in articles)
    return link(articles, tuple(report for each in articles for report in reports(each)), day)
