"""Groups of reports that only ever grow together, with what each group as a whole says and claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from sitegen.dates import Interval
from sitegen.events.features import Features, together

_SAMPLE = 8  # members whose words stand for a group
Place = tuple[str, int]
"""An article and one of its sentences."""


class Group:
    """Some reports that are taken to be of one event."""

    __slots__ = ("begins", "claims", "days", "features", "members", "sentences", "told")

    def __init__(self, number: int, features: Features, place: Place, interval: Interval) -> None:
        self.members = [number]
        self.features = features
        self.sentences: dict[Place, Interval] = {place: interval}
        self.days: set[Interval] = set()
        """Its precise days."""
        self.claims: set[tuple[str, Interval]] = set()
        """The precise days that each voice stands by."""
        self.told: dt.date | None = None
        """When it was first told that it happened."""
        self.begins: dt.date | None = None
        """The latest first day that it is given."""

    def take_in(self, other: Group) -> None:
        """Make the other's reports this group's own."""
        if len(self.members) < _SAMPLE:
            self.features = together(self.features, len(self.members), other.features, len(other.members))
        self.members += other.members
        self.sentences = other.sentences | self.sentences if len(other.sentences) > len(self.sentences) else self.sentences | other.sentences
        self.days |= other.days
        self.claims |= other.claims
        self.told = _first(min, self.told, other.told)
        self.begins = _first(max, self.begins, other.begins)


def _first(choose: Callable[[dt.date, dt.date], dt.date], one: dt.date | None, two: dt.date | None) -> dt.date | None:
    return choose(one, two) if one and two else one or two


class Groups:
    """All groups, found by any of their members."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = list(groups)

    def of(self, number: int) -> Group:
        """The group of a report."""
        return self._groups[number]

    def join(self, one: int, two: int) -> None:
        """Make the groups of two reports one; the larger takes in the smaller."""
        first, second = self._groups[one], self._groups[two]
        if first is second:
            return
        large, small = (first, second) if len(first.members) >= len(second.members) else (second, first)
        for number in small.members:
            self._groups[number] = large
        large.take_in(small)

    def all(self) -> tuple[tuple[int, ...], ...]:
        """The members of each group in order, groups by their first member."""
        found = {id(group): tuple(sorted(group.members)) for group in self._groups}
        return tuple(sorted(found.values()))
