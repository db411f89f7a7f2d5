"""Numbers linked in chains, each chain known by its smallest number."""

from __future__ import annotations


class Chains:
    """Disjoint sets of the numbers 0 … size - 1."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, number: int) -> int:
        """The smallest number of a chain."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, two: int) -> None:
        """Make two chains one."""
        first, second = sorted((self.root(one), self.root(two)))
        self._parent[second] = first
