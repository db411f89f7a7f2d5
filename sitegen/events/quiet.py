"""Reports of a quiet day that no word joins and no word tells apart.

Where few reports name a day, and each article that names it tells one thing
of it, articles of one story tell the same thing in other words: "supporters
will protest on Friday", "two thousand people stood in the rain on Friday".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sitegen.events.days import When
from sitegen.events.groups import Group, Groups
from sitegen.events.occasions import fits
from sitegen.model import Report

_FEW = 6  # reports up to which a day is quiet


def quiet_joins(reports: Sequence[Report], days: Sequence[When], groups: Groups) -> Iterator[tuple[int, int]]:
    """Pairs of reports, one of each group, that a quiet day makes one event."""
    on_day: dict[When, list[int]] = defaultdict(list)
    of_article: dict[str, list[int]] = defaultdict(list)
    for number, day in enumerate(days):
        of_article[reports[number].article].append(number)
        if day.precise:
            on_day[day].append(number)
    for numbers in on_day.values():
        if 1 < len(numbers) <= _FEW and _one_thing_each(reports, groups, numbers):
            yield from _pairs(reports, groups, numbers, of_article)


def _one_thing_each(reports: Sequence[Report], groups: Groups, numbers: Sequence[int]) -> bool:
    """Whether no article tells two things of the day."""
    told: dict[str, Group] = {}
    return all(told.setdefault(reports[number].article, groups.of(number)) is groups.of(number) for number in numbers)


def _pairs(
    reports: Sequence[Report], groups: Groups, numbers: Sequence[int], of_article: dict[str, list[int]]
) -> Iterator[tuple[int, int]]:
    for place, number in enumerate(numbers):
        for other in numbers[:place]:
            one, two = groups.of(other), groups.of(number)
            if one is not two and _nothing_against(one, two) and _one_story(reports, groups, of_article, (other, number)):
                yield other, number


def _nothing_against(one: Group, two: Group) -> bool:
    """Whether neither the kinds of event, nor who speaks, nor another day tells two groups apart."""
    first, second = one.features, two.features
    kinds = not first.kinds or not second.kinds or not first.kinds.isdisjoint(second.kinds)
    return kinds and first.saying == second.saying and not first.saying and fits(one, two)


def _one_story(reports: Sequence[Report], groups: Groups, of_article: dict[str, list[int]], pair: tuple[int, int]) -> bool:
    """Whether the two articles tell of some other event in common."""
    first, second = ({id(groups.of(number)) for number in of_article[reports[one].article]} for one in pair)
    return not first.isdisjoint(second)
