"""Reports as weighted features: what is rare in the corpus says more than what is common."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.events.terms import CONCEPT
from sitegen.model import Report

_CONTEXT = 0.3  # a word beside the clause counts this much of one inside

NAME = "@"
"""Stands before a name where names and words share one list."""



@dataclass(frozen=True, slots=True)
class Features:
    """One report's features, each with its weight; the rarer the heavier."""

    own: Mapping[str, float]
    """Of the clause: lemmas, ``~`` concepts, ``@`` names."""
    around: Mapping[str, float]
    """Of what stands around it."""
    length: float
    """Square root of the sum of the squares of all weights."""


def features_of(reports: Sequence[Report]) -> tuple[Features, ...]:
    """The features of each report, weighted by their rarity among all reports."""
    raw = [(_own(report), _around(report)) for report in reports]
    counts = Counter(name for own, _ in raw for name in own)
    counts.update(name for own, around in raw for name in around if name not in own)
    scale = math.log(len(reports) + 2)
    rarity = {name: math.log((len(reports) + 2) / (count + 0.5)) / scale for name, count in counts.items()}
    return tuple(_weighted(own, around, rarity) for own, around in raw)


def _own(report: Report) -> tuple[str, ...]:
    names = (NAME + name for name in (*report.actors, *report.places))
    return tuple(dict.fromkeys((*report.terms, *(CONCEPT + concept for concept in report.concepts), *names)))


def _around(report: Report) -> tuple[str, ...]:
    return report.context


def _weighted(own: tuple[str, ...], around: tuple[str, ...], rarity: Mapping[str, float]) -> Features:
    inside = {name: rarity[name] for name in own}
    outside = {name: rarity[name] * _CONTEXT for name in around if name not in inside}
    squares = sum(weight * weight for weight in (*inside.values(), *outside.values()))
    return Features(inside, outside, math.sqrt(squares) or 1.0)


def cosine(one: Features, two: Features) -> float:
    """How alike two reports' words are, 0 to 1; words inside both clauses count most."""
    return sum(shared(one, two).values()) / (one.length * two.length)


def shared(one: Features, two: Features) -> dict[str, float]:
    """The features that both have, each with what it adds."""
    found = {name: weight * two.own[name] for name, weight in one.own.items() if name in two.own}
    found |= {name: weight * two.around[name] for name, weight in one.own.items() if name in two.around}
    found |= {name: weight * two.own[name] for name, weight in one.around.items() if name in two.own}
    return found | {name: weight * two.around[name] for name, weight in one.around.items() if name in two.around}
