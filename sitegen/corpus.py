"""The articles of a build: which of them are shown, and what they report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen.crosslinks import with_page_links
from sitegen.events import settle_years
from sitegen.facts import Facts
from sitegen.languages import available, primary, with_rules
from sitegen.model import Article, Report, Resolution, Vocabulary
from sitegen.problems import Place, Problem, problem

_MOST_NAMED = 5
_WHY = {"draft": "a draft", "later": "dated after the day of the briefing", "future": "dated after today"}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles a caller wants to see."""

    drafts: bool = False
    until: dt.date | None = None
    """The last day that is not in the future, or None to show the future, too."""
    as_of: dt.date | None = None
    """The day the briefing speaks on, where one is named."""

    def why_hidden(self, article: Article) -> str:
        """``draft``, ``later`` than the day the briefing speaks on, ``future``; "" for an article that is shown."""
        if article.draft and not self.drafts:
            return "draft"
        if self.as_of and article.day > self.as_of:
            return "later"
        return "future" if self.until and article.day > self.until else ""


@dataclass(frozen=True, slots=True)
class Hidden:
    """An article that was read and left out."""

    id: str
    why: str
    """As `Selection.why_hidden` says."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles that are shown, their dates and what they report."""

    articles: tuple[Article, ...]
    """By day, then by id."""
    resolutions: dict[str, tuple[Resolution, ...]]
    """By article."""
    reports: tuple[Report, ...]
    vocabularies: dict[str, Vocabulary]
    """By article."""

    @property
    def keys(self) -> tuple[bytes, ...]:
        """Names and digests of the articles: with the settings, all that the corpus depends on."""
        return tuple(part.encode() for article in self.articles for part in (article.id, article.digest))

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The days on which articles were published, oldest first."""
        return tuple(sorted({article.day for article in self.articles}))

    def until(self, day: dt.date) -> Corpus:
        """What had been published on a day."""
        articles = tuple(article for article in self.articles if article.day <= day)
        ids = {article.id for article in articles}
        return Corpus(
            articles,
            {id_: found for id_, found in self.resolutions.items() if id_ in ids},
            tuple(report for report in self.reports if report.article in ids),
            {id_: found for id_, found in self.vocabularies.items() if id_ in ids},
        )


def settled(corpus: Corpus) -> Corpus:
    """A corpus whose days without a year lie in the year that its articles together speak of."""
    reports, resolutions = settle_years(corpus.articles, corpus.reports, corpus.resolutions)
    return replace(corpus, reports=reports, resolutions=resolutions)


def choose(facts: tuple[Facts, ...], wanted: Selection) -> tuple[Corpus, tuple[Hidden, ...]]:
    """The articles that are wanted, linked to one another's pages, and the others."""
    read = sorted(((fact.article, fact) for fact in facts if fact.article is not None), key=lambda pair: (pair[0].day, pair[0].id))
    shown = [(article, fact) for article, fact in read if not wanted.why_hidden(article)]
    hidden = tuple(Hidden(article.id, why) for article, _ in read if (why := wanted.why_hidden(article)))
    corpus = Corpus(
        with_page_links(tuple(article for article, _ in shown)),
        {article.id: fact.resolutions for article, fact in shown},
        tuple(report for _, fact in shown for report in fact.reports),
        {article.id: fact.vocabulary for article, fact in shown},
    )
    return corpus, hidden


def without_rules(articles: tuple[Article, ...]) -> Iterator[Problem]:
    """A warning for each language of some articles that there are no rules for, at the first of them."""
    found: dict[str, list[Article]] = {}
    for article in articles:
        if not available(article.language):
            found.setdefault(primary(article.language), []).append(article)
    for language, those in found.items():
        more = f", here and in {len(those) - 1} more" if those[1:] else ""
        message = f"there are no rules for the language '{language}': only full dates are found{more}"
        hint = f"check its 'lang' (there are rules for {' and '.join(with_rules())}), or write dates in full, such as 2025-03-17"
        yield problem("no-rules", Place(f"content/{those[0].id}", 1, 1), message, hint, warning=True)


def nothing_to_show(hidden: tuple[Hidden, ...]) -> Problem:
    """The fault of a site without an article that is shown."""
    if hidden:
        reasons = ", ".join(f"{article.id} is {_WHY[article.why]}" for article in hidden[:_MOST_NAMED])
        return problem("no-articles", Place("content"), f"every article is left out: {reasons}", "see --drafts, --future and --as-of")
    return problem("no-articles", Place("content"), "there is no article in it", "write one with: sitegen new TITLE")
