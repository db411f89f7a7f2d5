"""Which reports are worth comparing: those that share rare features on neighbouring days.

Reports are taken in the order of their days. Each looks among those before it
for holders of its rare features, meets only the nearest few of each, and keeps
the few that it shares most with; then it is filed itself. So every pair comes
up once, and the work grows with the number of reports, not with its square.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sitegen.events.days import REACH, SHORT, Relation, When, relation_of
from sitegen.events.features import Features
from sitegen.events.likeness import needed

_FEATURES = 10  # rarest features of a report that are always looked up
_RARE = 40  # reports up to which a feature is rare enough to be looked up besides
_NEIGHBOURS = 8  # reports of a day met for each feature …
_PERIODS = 4  # … and reports of a month or longer
_LEAST = 0.02  # likeness by these features alone below which a pair is not worth comparing
_PART = 0.3  # and part of the score that the days ask for, likewise
_MOST = 8  # reports that one is compared with

Filed = dict[str, list[tuple[int, int, float]]]
"""Feature -> (first day, report, weight) in the order of filing."""


def candidate_pairs(days: Sequence[When], features: Sequence[Features]) -> Iterator[tuple[int, int, Relation]]:
    """Pairs of reports in their canonical order, the smaller number first, each once, with how their days lie."""
    busy = Counter(day.first for day in days)
    counts = Counter(name for found in features for name in (*found.own, *found.around))
    short: Filed = defaultdict(list)
    long: Filed = defaultdict(list)
    for number in sorted(range(len(days)), key=lambda n: (days[n].first, -days[n].days, n)):
        own = days[number]
        looked_up = _looked_up(features[number], counts)
        met: dict[int, float] = defaultdict(float)
        for name, weight in looked_up:
            _meet(met, short[name][-_NEIGHBOURS:], own.first - max(REACH, SHORT), weight)
            _meet(met, long[name][-_PERIODS:], 0, weight)
            (short if own.days <= SHORT else long)[name].append((own.first, number, weight))
        least = _LEAST * features[number].length
        alike = [(-round(shared, 9), other) for other, shared in met.items() if shared >= least * features[other].length]
        for shared, other in heapq.nsmallest(_MOST, alike):
            relation = relation_of(own, days[other])
            asked = _PART * needed(relation, max(busy[own.first], busy[days[other].first]))
            if relation is not Relation.FAR and -shared >= asked * features[number].length * features[other].length:
                yield min(number, other), max(number, other), relation


def _meet(met: dict[int, float], filed: list[tuple[int, int, float]], since: int, weight: float) -> None:
    for day, other, other_weight in filed:
        if day >= since:
            met[other] += weight * other_weight


def _looked_up(features: Features, counts: Mapping[str, int]) -> list[tuple[str, float]]:
    """The rarest features of a report, and all that are rare, with their weights."""
    weights = {**features.around, **features.own}
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return ranked[:_FEATURES] + [item for item in ranked[_FEATURES:] if counts[item[0]] <= _RARE]
