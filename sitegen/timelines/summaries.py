"""Sentences that tell a day: central to what is said of it, none twice, best first."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_TOO_ALIKE = 0.35
_SHORTEST, _LONGEST = 8, 60  # words of a sentence that can stand alone


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may tell a day, and how much its place speaks for it."""

    text: str
    worth: float
    key: str
    """Decides between equals."""


Vector = Mapping[str, float]


def best_sentences(candidates: Sequence[Candidate], rarity: Mapping[str, float], most: int) -> tuple[str, ...]:
    """Up to ``most`` sentences nearest the centre of all candidates, each unlike those chosen before it."""
    usable = [found for found in candidates if _SHORTEST <= len(_WORD.findall(found.text)) <= _LONGEST]
    vectors = [vector_of(found.text, rarity) for found in usable]
    centre = _centre(vectors, usable)
    ranked = sorted(range(len(usable)), key=lambda n: (-round(_dot(vectors[n], centre) * usable[n].worth, 9), usable[n].key))
    chosen: list[int] = []
    for number in ranked:
        if len(chosen) == most:
            break
        if all(_dot(vectors[number], vectors[other]) < _TOO_ALIKE for other in chosen):
            chosen.append(number)
    return tuple(usable[number].text for number in chosen)


def vector_of(text: str, rarity: Mapping[str, float]) -> dict[str, float]:
    """The words of a text, weighted by rarity, of length one."""
    counts = Counter(word for word in _WORD.findall(text.lower()) if word in rarity)
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
    return sum(weight * large[word] for word, weight in small.items() if word in large)
