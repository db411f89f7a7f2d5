"""Sentences that tell a day: central to what is said of it, none twice, best first."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_TOO_ALIKE = 0.3
_SHORTEST, _LONGEST = 8, 60  # words of a sentence that can stand alone
_NEAREST = 40  # sentences nearest the centre, among which others' words decide


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may tell a day, and how much its place speaks for it."""

    text: str
    worth: float
    article: str
    key: str
    """Decides between equals."""


Vector = Mapping[str, float]


def best_sentences(candidates: Sequence[Candidate], rarity: Mapping[str, float], most: int) -> tuple[str, ...]:
    """Up to ``most`` sentences that say what the day's others say, each unlike those chosen before it.

    Half of a sentence's rank is its nearness to the centre of all, half how
    closely other articles say the same, each article counted once: a long
    article has no more say than a short one.
    """
    usable = [found for found in candidates if _SHORTEST <= len(_WORD.findall(found.text)) <= _LONGEST]
    vectors = [vector_of(found.text, rarity) for found in usable]
    centre = _centre(vectors, usable)
    nearness = [_dot(vector, centre) * found.worth for vector, found in zip(vectors, usable, strict=True)]
    nearest = sorted(range(len(usable)), key=lambda n: (-round(nearness[n], 9), usable[n].key))[:_NEAREST]
    echoed = {n: usable[n].worth * _echo(n, nearest, vectors, usable) for n in nearest}
    near, most_echoed = max(nearness, default=0.0) or 1.0, max(echoed.values(), default=0.0) or 1.0
    ranked = sorted(nearest, key=lambda n: (-round(nearness[n] / near + echoed[n] / most_echoed, 9), usable[n].key))
    chosen: list[int] = []
    for number in ranked:
        if len(chosen) == most:
            break
        if all(_dot(vectors[number], vectors[other]) < _TOO_ALIKE for other in chosen):
            chosen.append(number)
    return tuple(usable[number].text for number in chosen)


def _echo(number: int, among: Sequence[int], vectors: Sequence[Vector], candidates: Sequence[Candidate]) -> float:
    """How closely other articles say what a sentence says: for each its likest sentence."""
    best: dict[str, float] = {}
    for other in among:
        article = candidates[other].article
        if article != candidates[number].article:
            best[article] = max(best.get(article, 0.0), _dot(vectors[number], vectors[other]) * candidates[other].worth)
    return sum(best[name] for name in sorted(best))


def vector_of(text: str, rarity: Mapping[str, float]) -> dict[str, float]:
    """The words of a text, weighted by rarity, of length one."""
    counts = Counter([word for word in _WORD.findall(text.lower()) if word in rarity])
    weights = {word: (1 + math.log(count)) * rarity[word] for word, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _centre(vectors: Sequence[Vector], candidates: Sequence[Candidate]) -> dict[str, float]:
    total: dict[str, float] = {}
    for vector, candidate in zip(vectors, candidates, strict=True):
        for word, weight in vector.items():
            total[word] = total.get(word, 0.0) + weight * candidate.worth
    length = math.sqrt(sum(weight * weight for weight in total.values())) or 1.0
    return {word: weight / length for word, weight in total.items()}


def _dot(one: Vector, two: Vector) -> float:
    small, large = (one, two) if len(one) < len(two) else (two, one)
    return sum([weight * large[word] for word, weight in small.items() if word in large])  # the innermost loop: a list is fastest
