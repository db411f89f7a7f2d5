"""Which reports are worth comparing: those that share a rare feature on neighbouring days.

An inverted index from features to reports in the order of their days. Each
report looks up only its rarest features and meets only the nearest reports of
each, so the work grows with the number of reports, not with its square.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sitegen.events.days import REACH, SHORT
from sitegen.events.features import Features
from sitegen.model import Report

_FEATURES = 10  # rarest features of a report that are always looked up
_RARE = 40  # reports up to which a feature is rare enough to be looked up besides
_NEIGHBOURS = 12  # reports met for each


def candidate_pairs(reports: Sequence[Report], features: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes, the smaller first, each once; ``reports`` in their canonical order."""
    counts = Counter(name for found in features for name in (*found.own, *found.around))
    looked_up = [_looked_up(found, counts) for found in features]
    index = _index(reports, looked_up)
    for number, (report, found) in enumerate(zip(reports, looked_up, strict=True)):
        met: set[int] = set()
        for name in found:
            met.update(_nearest(index[name], report, number))
        met.discard(number)
        yield from ((min(number, other), max(number, other)) for other in sorted(met))


def _index(reports: Sequence[Report], looked_up: Sequence[Sequence[str]]) -> dict[str, list[tuple[int, int]]]:
    """Feature -> (day, report) in order; long periods are filed under their first day."""
    index: dict[str, list[tuple[int, int]]] = defaultdict(list)
    order = sorted(range(len(reports)), key=lambda number: (reports[number].interval.first_day, number))
    for number in order:
        day = reports[number].interval.first_day.toordinal()
        for name in looked_up[number]:
            index[name].append((day, number))
    return index


def _looked_up(features: Features, counts: Mapping[str, int]) -> list[str]:
    """The rarest features of a report, and all that are rare."""
    weights = {**features.around, **features.own}
    ranked = sorted(weights, key=lambda name: (-weights[name], name))
    return ranked[:_FEATURES] + [name for name in ranked[_FEATURES:] if counts[name] <= _RARE]


def _nearest(postings: list[tuple[int, int]], report: Report, number: int) -> Iterator[int]:
    """The reports of one feature around a report's days, nearest first, both ways."""
    first, last = report.interval.first_day.toordinal(), report.interval.last_day.toordinal()
    low = bisect_left(postings, (first - max(REACH, SHORT), -1))
    high = bisect_right(postings, (last + REACH, len(postings) + number))
    if high - low > 2 * _NEIGHBOURS:
        here = bisect_left(postings, (first, number))
        low, high = max(low, here - _NEIGHBOURS), min(high, here + _NEIGHBOURS)
    return (other for _, other in postings[low:high])
