"""Reports as weighted features: what is rare in the corpus says more than what is common."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sitegen.dates import Granularity
from sitegen.events.days import FINE, REACH
from sitegen.events.terms import CONCEPT, SAYING
from sitegen.model import Report

_LEAST = 1.0  # length of the shortest report: a single shared word is never everything
_AROUND = 12  # rarest words beside a clause that are kept
_CONTEXT = 0.3  # a word beside the clause counts this much of one inside

PREDICATE = "!"
"""Stands before a kind of event that a clause's predicate names."""
DAY = "="
"""Stands before a day that is far from its article's own."""
HOUR = "#"
"""Stands before a clock time with its day."""
NAME = "@"
"""Stands before a name where names and words share one list."""


@dataclass(frozen=True, slots=True)
class Features:
    """One report's features, each with its weight; the rarer the heavier."""

    own: Mapping[str, float]
    """Of the clause: lemmas, ``~`` concepts, ``!`` predicates, ``@`` names, ``=`` days, ``#`` clock times."""
    around: Mapping[str, float]
    """Of what stands around it."""
    length: float
    """Square root of the sum of the squares of all weights but that of the day; at least 1."""
    article: str
    saying: bool = False
    """Whether the day is that of somebody's words and not of what they are about."""
    speaker: str = ""
    """Whose words, where that is known."""
    kinds: frozenset[str] = frozenset()
    """The kinds of event that the predicates name."""


def features_of(reports: Sequence[Report], published: Mapping[str, dt.date]) -> tuple[Features, ...]:
    """The features of each report, weighted by their rarity among all reports.

    A day far from the article's own and a stretch of days are features too:
    that two articles name the same is no chance.
    """
    raw = [(_own(report, published[report.article]), [name for name in report.context if name != SAYING]) for report in reports]
    counts = Counter(chain.from_iterable(own for own, _ in raw))
    counts.update(name for own, around in raw for name in around if name not in own)
    scale = math.log(len(reports) + 2)
    rarity = {name: math.log((len(reports) + 2) / (count + 0.5)) / scale for name, count in counts.items()}
    ranked = {name: (-weight, name) for name, weight in rarity.items()}
    return tuple(_weighted(own, around, ranked, report) for (own, around), report in zip(raw, reports, strict=True))


def _own(report: Report, published: dt.date) -> Mapping[str, None]:
    names = [NAME + name for name in (*report.actors, *report.places)]
    kinds = [CONCEPT + kind for kind in report.concepts]
    predicates = [PREDICATE + kind for kind in report.predicates if CONCEPT + kind != SAYING]
    return dict.fromkeys(name for name in (*report.terms, *kinds, *predicates, *names, *_far_day(report, published)) if name != SAYING)


def _far_day(report: Report, published: dt.date) -> tuple[str, ...]:
    interval = report.interval
    clock = (f"{HOUR}{interval.start:%Y-%m-%dT%H:%M}",) if interval.granularity is Granularity.MINUTE else ()
    far = min(abs((interval.first_day - published).days), abs((interval.last_day - published).days)) > REACH
    if far or (interval.days > 2 and interval.granularity in FINE):
        return (f"{DAY}{interval.first_day}/{interval.last_day}", *clock)
    return clock


def _weighted(own: Mapping[str, None], around: Sequence[str], ranked: Mapping[str, tuple[float, str]], report: Report) -> Features:
    """The features of one report, given the rank of each name: its weight, negative, and itself.

    Equal names of all reports become one object: so they are found faster and take less room.
    """
    inside = {name: -weight for weight, name in map(ranked.__getitem__, own)}
    beside = sorted([ranked[name] for name in around if name not in own])[:_AROUND]
    outside = {name: -weight * _CONTEXT for weight, name in beside}
    squares = sum([weight * weight for weight in outside.values()])
    squares += sum([weight * weight for name, weight in inside.items() if name[0] not in {DAY, HOUR}])
    return Features(
        inside,
        outside,
        max(math.sqrt(squares), _LEAST),
        report.article,
        report.saying,
        report.speaker if report.saying else "",
        frozenset(kind for kind in report.predicates if CONCEPT + kind != SAYING),
    )


def together(one: Features, count: int, two: Features, more: int) -> Features:
    """Two groups of so many reports as one: everything that either says, at the length of one report."""
    own = {**one.own, **two.own}
    return Features(
        own,
        {name: weight for name, weight in {**one.around, **two.around}.items() if name not in own},
        (one.length * count + two.length * more) / (count + more),
        one.article if one.article == two.article else "",
        one.saying and two.saying,
        one.speaker or two.speaker,
        one.kinds | two.kinds,
    )
