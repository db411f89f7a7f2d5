"""Which reports are worth comparing: those that share rare features on neighbouring days.

Reports are taken in the order of their days. Each looks among those before it
for holders of its rare features, meets only the nearest few of each, and keeps
the few that it shares most with; then it is filed itself. So every pair comes
up once, and the work grows with the number of reports, not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

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
_DIGITS = 9  # so that no two machines tell equals apart …
_ALIKE = 10**-_DIGITS  # … which differ by less than this

Held = list[tuple[int, int, float]]
"""Last day, report and weight of the last few that hold a feature, in the order of filing."""


def candidate_pairs(days: Sequence[When], features: Sequence[Features]) -> Iterator[tuple[int, int, Relation]]:
    """Pairs of reports in their canonical order, the smaller number first, each once, with how their days lie."""
    busy = Counter(day.first for day in days)
    lengths = [found.length for found in features]
    for number, met in _meetings(days, features):
        own, least = days[number], _LEAST * lengths[number]
        for shared, other in _likest({other: shared for other, shared in met.items() if shared >= least * lengths[other]}):
            relation = relation_of(own, days[other])
            asked = _PART * needed(relation, max(busy[own.first], busy[days[other].first]))
            if relation is not Relation.FAR and -shared >= asked * lengths[number] * lengths[other]:
                yield min(number, other), max(number, other), relation


def _meetings(days: Sequence[When], features: Sequence[Features]) -> Iterator[tuple[int, Mapping[int, float]]]:
    """Each report with those before it that hold a rare feature of it, and how much it shares with each."""
    counts = Counter(chain.from_iterable(chain(found.own, found.around) for found in features))
    filed: dict[str, tuple[Held, Held]] = defaultdict(lambda: ([], []))  # the short ones and the long ones
    for number in sorted(range(len(days)), key=lambda n: (days[n].first, -days[n].days, n)):
        first, is_long = days[number].first, days[number].days > SHORT
        met: dict[int, float] = {}
        for weight, name in _looked_up(features[number], counts):
            short, long = filed[name]
            while short and short[0][0] < first - REACH:
                del short[0]
            while long and long[0][0] < first - REACH:
                del long[0]
            for _, other, other_weight in chain(short, long):
                met[other] = met.get(other, 0.0) + weight * other_weight
            held, most = (long, _PERIODS) if is_long else (short, _NEIGHBOURS)
            held.append((days[number].last, number, weight))
            del held[:-most]
        yield number, met


def _likest(met: Mapping[int, float]) -> list[tuple[float, int]]:
    """What is shared with each of the few that most is shared with, negative and rounded, most first."""
    least = min(sorted(met.values())[-_MOST:], default=0.0) - 2 * _ALIKE  # of most, all there is to know is that they are less alike
    return sorted([(-round(shared, _DIGITS), other) for other, shared in met.items() if shared >= least])[:_MOST]


def _looked_up(features: Features, counts: Mapping[str, int]) -> list[tuple[float, str]]:
    """The rarest features of a report, and all that are rare, with their weights."""
    weights = {**features.around, **features.own}
    ranked = sorted([(-weight, name) for name, weight in weights.items()])
    return [(-weight, name) for place, (weight, name) in enumerate(ranked) if place < _FEATURES or counts[name] <= _RARE]
