"""Whether two articles are of one story: by the names and the words that they share, and by the events that both tell."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.events.grammar import grammar
from sitegen.events.terms import CONCEPT
from sitegen.model import Article, Report

_THEMES = 60  # words that stand for an article
_SHARED = 10  # one in so many of the shorter list must be shared where no name is …
_LEAST = 4  # … and at least so many
_KNOWN = 12  # articles up to which an event binds those that tell it
_NAME = re.compile(r"(?<=[^\W\d_] |, )[^\W\d_a-zß-ÿ][\w’'-]*")
"""A capital word inside a sentence."""
_WORD = re.compile(r"\w[\w’'-]*")


@dataclass(frozen=True, slots=True)
class Themes:
    """What an article is full of."""

    names: frozenset[str]
    words: frozenset[str]


class Stories:
    """Which articles are of one story; it knows more once events have been joined."""

    def __init__(self, reports: Sequence[Report], articles: Sequence[Article]) -> None:
        self._themes = _themes_of(reports, articles)
        self._beside: dict[str, set[str]] = defaultdict(set)

    def learn(self, events: Iterable[frozenset[str]]) -> None:
        """Take in which articles tell an event together."""
        for told in events:
            if 1 < len(told) <= _KNOWN:
                for article in told:
                    self._beside[article] |= told

    def one(self, one: str, two: str) -> bool:
        """Whether two articles share a name, enough of their words, an event, or a third article that each shares an event with."""
        known = self._beside.get(one), self._beside.get(two)
        if known[0] and known[1] and not known[0].isdisjoint(known[1]):
            return True
        return _alike(self._themes[one], self._themes[two])


def _themes_of(reports: Sequence[Report], articles: Sequence[Article]) -> Mapping[str, Themes]:
    """Article id -> its names, and the words that it uses often and few others do."""
    names = _names_of(articles)
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for report in reports:
        names[report.article].update(report.actors, report.places)
        used[report.article].update({*report.terms, *(word for word in report.context if not word.startswith(CONCEPT))})
    spread = Counter(word for words in used.values() for word in words)
    return {article: Themes(frozenset(names[article]), frozenset(_heaviest(words, spread, len(used)))) for article, words in used.items()}


def _names_of(articles: Sequence[Article]) -> dict[str, set[str]]:
    """Article id -> the capital words inside its sentences, and those of its title that are such words somewhere."""
    found = {article.id: _capitals(article) for article in articles}
    everywhere = frozenset().union(*found.values())
    for article in articles:
        found[article.id] |= everywhere.intersection(_WORD.findall(article.title))
    return found


def _capitals(article: Article) -> set[str]:
    words = grammar(article.language)
    classes = [words[name] for name in ("not_names", "titles", "national_adjectives", "organisation_words", "place_words")]
    return {name for name in _NAME.findall(article.prose) if not any(name.lower() in known for known in classes)}


def _heaviest(words: Counter[str], spread: Mapping[str, int], articles: int) -> list[str]:
    def weight(word: str) -> float:
        return words[word] * math.log((articles + 1) / spread[word] + 0.5)

    return sorted(words, key=lambda word: (-round(weight(word), 9), word))[:_THEMES]


def _alike(one: Themes, two: Themes) -> bool:
    if not one.names.isdisjoint(two.names):
        return True
    return len(one.words & two.words) >= max(_LEAST, min(len(one.words), len(two.words)) / _SHARED)
