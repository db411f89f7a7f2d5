"""Groups of reports that only ever grow together, with what each group as a whole says and claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from sitegen.dates import Interval
from sitegen.events.days import When
from sitegen.events.features import DAY, Features, together

_SAMPLE = 8  # members whose words stand for a group
Place = tuple[str, int]
"""An article and one of its sentences."""


class Group:
    """Some reports that are taken to be of one event."""

    __slots__ = (
        "articles",
        "begins",
        "claims",
        "days",
        "features",
        "hours",
        "length",
        "members",
        "periods",
        "sentences",
        "sums",
        "told",
        "told_of",
    )

    def __init__(self, number: int, features: Features, place: Place, when: When) -> None:
        self.members = [number]
        self.features = features
        self.sums = dict(features.own)
        """Weights of all members' own features, added up."""
        self.length = features.length
        """Lengths of all members, added up."""
        self.sentences: dict[Place, When] = {place: when}
        self.articles = {place[0]}
        """The articles that tell of it."""
        self.days: set[When] = {when} if when.precise else set()
        self.periods: set[When] = set() if when.precise else {when}
        """Weeks, months and years that its reports only lie in."""
        self.told_of: set[When] = set()
        """Those of its days that some report does not deny."""
        self.claims: set[tuple[str, When]] = set()
        """The precise days that each voice stands by."""
        self.hours: set[Interval] = set()
        """Days with the hours that it is given, in the time of its place."""
        self.told: dt.date | None = None
        """When it was first told that it happened."""
        self.begins: dt.date | None = None
        """The latest first day that it is given."""

    def stands_by(self, when: When) -> bool:
        """Whether some source that tells of it stands by a day, or it is a stretch that nobody need stand by."""
        return not when.precise or any(when == claimed for _, claimed in self.claims)

    @property
    def remote(self) -> bool:
        """Whether a day of it is far from the article that names it."""
        return any(name.startswith(DAY) for name in self.features.own)

    def take_in(self, other: Group) -> None:
        """Make the reports of a smaller group this one's own."""
        if len(self.members) < _SAMPLE:
            self.features = together(self.features, len(self.members), other.features, len(other.members))
        for name, weight in other.sums.items():
            self.sums[name] = self.sums.get(name, 0.0) + weight
        self.length += other.length
        self.members += other.members
        for place, when in other.sentences.items():
            self.sentences.setdefault(place, when)
        self.articles |= other.articles
        self.days |= other.days
        self.periods |= other.periods
        self.told_of |= other.told_of
        self.claims |= other.claims
        self.hours |= other.hours
        self.told = _chosen(min, self.told, other.told)
        self.begins = _chosen(max, self.begins, other.begins)

    def average(self, other: Group) -> float:
        """How alike the members of two groups are on average, by their own features."""
        small, large = (self, other) if len(self.sums) < len(other.sums) else (other, self)
        product = sum(weight * large.sums[name] for name, weight in small.sums.items() if name in large.sums)
        return product / (self.length * other.length)


def _chosen(choose: Callable[[dt.date, dt.date], dt.date], one: dt.date | None, two: dt.date | None) -> dt.date | None:
    return choose(one, two) if one and two else one or two


class Groups:
    """All groups, found by any of their members."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = list(groups)

    def of(self, number: int) -> Group:
        """The group of a report."""
        return self._groups[number]

    def join(self, one: int, two: int) -> bool:
        """Make the groups of two reports one, the larger taking in the smaller; whether they were two."""
        first, second = self._groups[one], self._groups[two]
        if first is second:
            return False
        large, small = (first, second) if len(first.members) >= len(second.members) else (second, first)
        for number in small.members:
            self._groups[number] = large
        large.take_in(small)
        return True

    def all(self) -> tuple[tuple[int, ...], ...]:
        """The members of each group in order, groups by their first member."""
        each = {id(group): group for group in self._groups}.values()
        return tuple(sorted(tuple(sorted(group.members)) for group in each))
