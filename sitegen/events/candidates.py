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

from sitegen.events.days import REACH, SHORT
from sitegen.events.features import Features
from sitegen.model import Report

_FEATURES = 10  # rarest features of a report that are always looked up
_RARE = 40  # reports up to which a feature is rare enough to be looked up besides
_NEIGHBOURS = 12  # reports of a day met for each feature …
_PERIODS = 6  # … and reports of a month or longer
_MOST = 40  # reports that one is compared with

Filed = dict[str, list[tuple[int, int, float]]]
"""Feature -> (first day, report, weight) in the order of filing."""


def candidate_pairs(reports: Sequence[Report], features: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes, the smaller first, each once; ``reports`` in their canonical order."""
    counts = Counter(name for found in features for name in (*found.own, *found.around))
    days: Filed = defaultdict(list)
    periods: Filed = defaultdict(list)
    order = sorted(range(len(reports)), key=lambda n: (reports[n].interval.first_day, -reports[n].interval.days, n))
    for number in order:
        interval = reports[number].interval
        looked_up = _looked_up(features[number], counts)
        first = interval.first_day.toordinal()
        met: dict[int, float] = defaultdict(float)
        for name, weight in looked_up:
            _meet(met, days[name][-_NEIGHBOURS:], first - max(REACH, SHORT), weight)
            _meet(met, periods[name][-_PERIODS:], 0, weight)
            (days if interval.days <= SHORT else periods)[name].append((first, number, weight))
        best = heapq.nsmallest(_MOST, met, key=lambda other: (-round(met[other], 9), other))
        yield from ((min(number, other), max(number, other)) for other in best)


def _meet(met: dict[int, float], filed: list[tuple[int, int, float]], since: int, weight: float) -> None:
    for day, other, other_weight in filed:
        if day >= since:
            met[other] += weight * other_weight


def _looked_up(features: Features, counts: Mapping[str, int]) -> list[tuple[str, float]]:
    """The rarest features of a report, and all that are rare, with their weights."""
    weights = {**features.around, **features.own}
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return ranked[:_FEATURES] + [item for item in ranked[_FEATURES:] if counts[item[0]] <= _RARE]
