"""Whether two articles are of one story: by the words that they share, and by the events that both tell."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sitegen.events.grammar import grammar
from sitegen.model import Article

_WORDS = 150  # heaviest words that stand for an article
_HANDFUL = 8  # articles that are one story, whatever words they use
_LIKE = 0.05  # likeness from which on two articles of a corpus of many stories are of one …
_SINGLE = 0.035  # … and of a corpus that is one story for the most part …
_LINKED = 0.01  # … and where a third links them
_STEPS = (1, 2, 3, 5, 8)  # which articles are compared to see what kind of corpus it is
_CLOSE = 0.08  # likeness of the third to each, with which it shares an event
_KNOWN = 12  # articles up to which an event binds those that tell it
_WORD = re.compile(r"[^\W\d_][\w’'-]{2,}")
_EMPTY = ("stop_words", "prepositions", "determiners", "pronouns", "light_verbs", "speech_verbs")

Profile = dict[str, float]
"""The words of an article, each with its weight; of length one."""


class Stories:
    """Which articles are of one story; it knows more once events have been joined."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._profiles = _profiles(articles)
        self._beside: dict[str, set[str]] = defaultdict(set)
        self._told: dict[str, set[int]] = {}
        self._compared: dict[tuple[str, str], float] = {}
        self._least = 0.0 if len(articles) <= _HANDFUL else _SINGLE if self._is_single() else _LIKE

    def _is_single(self) -> bool:
        """Whether most articles are like most others."""
        names = sorted(self._profiles)
        sample = [self._likeness(one, two) >= _LIKE for step in _STEPS for one, two in zip(names, names[step:], strict=False)]
        return sum(sample) * 2 >= len(sample)

    def learn(self, events: Iterable[frozenset[str]]) -> None:
        """Take in which articles tell an event together."""
        self._told = {name: set() for name in self._profiles}
        for number, told in enumerate(events):
            for article in told:
                self._told[article].add(number)
            for one, two in combinations(sorted(told), 2) if len(told) <= _KNOWN else ():
                if self._likeness(one, two) >= _CLOSE:
                    self._beside[one].add(two)
                    self._beside[two].add(one)

    def overlap(self, ones: Iterable[str], twos: Iterable[str]) -> float:
        """Which part of its events an article shares with another, at most: who tell the same tell it in other words too."""
        pairs = ((self._told[one], self._told[two]) for one in ones for two in twos)
        return max((len(first & second) / max(1, min(len(first), len(second))) for first, second in pairs), default=0.0)

    def one(self, one: str, two: str) -> bool:
        """Whether two articles share enough words, or a third article is close to both."""
        likeness = self._likeness(one, two)
        if likeness >= self._least or one == two:
            return True
        return likeness >= _LINKED and not self._beside.get(one, set()).isdisjoint(self._beside.get(two, set()))

    def _likeness(self, one: str, two: str) -> float:
        pair = (one, two) if one < two else (two, one)
        if pair not in self._compared:
            self._compared[pair] = self._compare(one, two)
        return self._compared[pair]

    def _compare(self, one: str, two: str) -> float:
        first, second = self._profiles[one], self._profiles[two]
        return math.fsum(first[word] * second[word] for word in first.keys() & second.keys())  # the same in any order


def _profiles(articles: Sequence[Article]) -> Mapping[str, Profile]:
    """Article id -> its profile: a word weighs the more, the oftener it stands there and the fewer articles have it."""
    counts = {article.id: _counted(article) for article in articles}
    spread = Counter(word for found in counts.values() for word in found)
    rarity = {word: 1 + math.log((len(articles) + 1) / count) for word, count in spread.items()}
    return {article: _profile(found, rarity) for article, found in counts.items()}


def _counted(article: Article) -> Counter[str]:
    words = grammar(article.language)
    empty = frozenset().union(*(words[name] for name in _EMPTY))
    return Counter(low for low in map(str.lower, _WORD.findall(f"{article.title}\n{article.prose}")) if low not in empty)


def _profile(counts: Counter[str], rarity: Mapping[str, float]) -> Profile:
    weights = {word: (1 + math.log(count)) * rarity[word] for word, count in counts.items()}
    kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_WORDS]
    length = math.sqrt(sum(weight * weight for _, weight in kept)) or 1.0
    return {word: weight / length for word, weight in kept}
