"""Whether two articles are of one story: by the names and the words that they share."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.events.terms import CONCEPT
from sitegen.model import Report

_THEMES = 60  # words that stand for an article
_SHARED = 10  # one in so many of the shorter list must be shared where no name is …
_LEAST = 4  # … and at least so many


@dataclass(frozen=True, slots=True)
class Themes:
    """What an article is full of."""

    names: frozenset[str]
    words: frozenset[str]


def themes_of(reports: Sequence[Report]) -> Mapping[str, Themes]:
    """Article id -> its names, and the words that it uses often and few others do."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        names[report.article].update(report.actors, report.places)
        used[report.article].update({*report.terms, *(word for word in report.context if not word.startswith(CONCEPT))})
    spread = Counter(word for words in used.values() for word in words)
    return {article: Themes(frozenset(names[article]), frozenset(_heaviest(words, spread, len(used)))) for article, words in used.items()}


def _heaviest(words: Counter[str], spread: Mapping[str, int], articles: int) -> list[str]:
    def weight(word: str) -> float:
        return words[word] * math.log((articles + 1) / spread[word] + 0.5)

    return sorted(words, key=lambda word: (-round(weight(word), 9), word))[:_THEMES]


def one_story(one: Themes, two: Themes) -> bool:
    """Whether two articles share a name, or enough of their words."""
    if not one.names.isdisjoint(two.names):
        return True
    return len(one.words & two.words) >= max(_LEAST, min(len(one.words), len(two.words)) / _SHARED)
