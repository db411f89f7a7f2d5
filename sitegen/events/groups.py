"""Groups that only ever grow together, each known by its smallest member."""

from __future__ import annotations


class Groups:
    """Disjoint sets of the numbers 0 … size - 1."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._members: dict[int, list[int]] = {}

    def root(self, number: int) -> int:
        """The smallest member of a number's group."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, two: int) -> None:
        """Make two groups one."""
        first, second = sorted((self.root(one), self.root(two)))
        if first != second:
            self._members[first] = self.members(first) + self.members(second)
            self._parent[second] = first
            self._members.pop(second, None)

    def members(self, number: int) -> list[int]:
        """Everything in a number's group, in no particular order."""
        root = self.root(number)
        return self._members.get(root, [root])
