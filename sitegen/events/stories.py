"""Whether two articles are of one story: by the words that they share, and by the events that both tell."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import chain, combinations
from operator import mul
from typing import NamedTuple

from sitegen.model import Vocabulary

_WORDS = 150  # heaviest words that stand for an article
_HANDFUL = 8  # articles that are one story, whatever words they use
_LIKE = 0.05  # likeness from which on two articles of a corpus of many stories are of one …
_SINGLE = 0.035  # … and of a corpus that is one story for the most part …
_LINKED = 0.01  # … and where a third links them
_STEPS = (1, 2, 3, 5, 8)  # which articles are compared to see what kind of corpus it is
_CLOSE = 0.08  # likeness of the third to each, with which it shares an event
_KNOWN = 12  # articles up to which an event binds those that tell it


class Profile(NamedTuple):
    """The words of an article that others have too; of length one with those that none has."""

    words: frozenset[str]
    weights: Mapping[str, float]


class Stories:
    """Which articles are of one story; it knows more once events have been joined."""

    def __init__(self, vocabularies: Mapping[str, Vocabulary]) -> None:
        self._profiles = _profiles(vocabularies)
        self._beside: dict[str, set[str]] = defaultdict(set)
        self._told: dict[str, set[int]] = {}
        self._compared: dict[tuple[str, str], float] = {}
        self._least = 0.0 if len(vocabularies) <= _HANDFUL else _SINGLE if self._is_single() else _LIKE

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
        if one == two:
            return True
        likeness = self._likeness(one, two)
        if likeness >= self._least:
            return True
        return likeness >= _LINKED and not self._beside.get(one, set()).isdisjoint(self._beside.get(two, set()))

    def _likeness(self, one: str, two: str) -> float:
        pair = (one, two) if one < two else (two, one)
        if pair not in self._compared:
            self._compared[pair] = self._compare(one, two)
        return self._compared[pair]

    def _compare(self, one: str, two: str) -> float:
        first, second = self._profiles[one], self._profiles[two]
        common = first.words & second.words
        return math.fsum(map(mul, map(first.weights.__getitem__, common), map(second.weights.__getitem__, common)))  # the same in any order


def _profiles(vocabularies: Mapping[str, Vocabulary]) -> Mapping[str, Profile]:
    """Article id -> its profile: a word weighs the more, the oftener it stands there and the fewer articles have it."""
    spread = Counter(chain.from_iterable(found.words.split() for found in vocabularies.values()))
    rarity = {word: 1 + math.log((len(vocabularies) + 1) / count) for word, count in spread.items()}
    often = {count: 1 + math.log(count) for found in vocabularies.values() for count in set(found.counts)}
    shared = {word: word for word, count in spread.items() if count > 1}
    return {article: _profile(found, rarity, often, shared) for article, found in vocabularies.items()}


def _profile(found: Vocabulary, rarity: Mapping[str, float], often: Mapping[int, float], shared: Mapping[str, str]) -> Profile:
    """An article's heaviest words, without those that no other article has: they lengthen it and are never met again.

    Equal words of all articles are one object, by which they are compared fastest.
    """
    words = found.words.split()
    weights = dict(zip(words, map(mul, map(often.__getitem__, found.counts), map(rarity.__getitem__, words)), strict=True))
    kept = _heaviest(weights)
    length = math.sqrt(math.fsum([weights[word] * weights[word] for word in kept])) or 1.0
    profile = {shared[word]: weights[word] / length for word in kept if word in shared}
    return Profile(frozenset(profile), profile)


def _heaviest(weights: Mapping[str, float]) -> Collection[str]:
    """The heaviest words; among the lightest of these the first by alphabet. Only they need be put in order."""
    if len(weights) <= _WORDS:
        return weights
    least = sorted(weights.values())[-_WORDS]
    heavier = [word for word, weight in weights.items() if weight > least]
    return heavier + sorted([word for word, weight in weights.items() if weight == least])[: _WORDS - len(heavier)]
