"""Whether the days of two groups of reports leave room for one event."""

from __future__ import annotations

import pytest

from sitegen.dates import interval_of
from sitegen.events.days import when
from sitegen.events.features import Features
from sitegen.events.groups import Group
from sitegen.events.occasions import fits


def _group(*values: str) -> Group:
    """A group whose reports, of an article each, give these TIMEX3 days."""
    groups = []
    for number, value in enumerate(values):
        interval = interval_of(value)
        assert interval is not None
        groups.append(Group(number, Features({}, {}, 1.0, value), (value, number), when(interval)))
    one, *others = groups
    for other in others:
        one.take_in(other)
    return one


@pytest.mark.parametrize(
    ("one", "two", "room"),
    [
        (("2025-03-08",), ("2025-03",), True),
        (("2025-03-08",), ("2025-03-22",), False),
        (("2025-03-08", "2025-03"), ("2025-03-22",), False),
        (("2025-03-08", "2025-03-15"), ("2025-03-15",), True),
        (("2025-03-08", "2025-03-15"), ("2025-03",), True),
        (("2025-03-08", "2025-03-15", "2025-03"), ("2025-03-22",), False),
        (("2023", "2025-03-15", "2025-04-02"), ("2023",), True),
    ],
)
def test_a_month_makes_no_room_for_another_day_of_it(one: tuple[str, ...], two: tuple[str, ...], *, room: bool) -> None:
    """An event that moved has the days it was given, and the months they lie in."""
    assert fits(_group(*one), _group(*two)) is room
    assert fits(_group(*two), _group(*one)) is room
