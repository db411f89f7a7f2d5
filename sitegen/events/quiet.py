"""Reports of a quiet day that no word joins and no word tells apart.

Where few reports name a day, articles of one story tell the same thing of it
in other words: "supporters will protest on Friday", "two thousand people stood
in the rain on Friday". An article tells each event once, so what is joined are
groups that no article knows both of; where one could go with several, some
word must decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from sitegen.events.days import SHORT, Relation, When
from sitegen.events.groups import Group, Groups
from sitegen.events.likeness import Circumstance, Join, likeness_of
from sitegen.events.occasions import fits
from sitegen.events.stories import Stories

_FEW = 6  # groups of reports up to which a day is quiet
_OVERLAP = 0.2  # part of its events that an article shares with another that may tell the rest in other words …
_ALIKE = 0.3  # … and where no word at all joins them
_LEAST = 0.02  # likeness by which one of several is chosen
_SOME = 0.01  # and by which a day is that of a stretch
_MARGIN = 1.5  # and so many times that of the others


def quiet_joins(days: Sequence[When], groups: Groups, stories: Stories) -> Iterator[Join]:
    """Pairs that the day itself joins, likest first on each day."""
    on_day: dict[When, list[int]] = defaultdict(list)
    for number, day in enumerate(days):
        if day.days <= SHORT:
            on_day[day].append(number)
    by_first: dict[int, list[When]] = defaultdict(list)
    for day in sorted(on_day):
        by_first[day.first].append(day)
    for day in sorted(on_day, key=lambda day: (day.days, day)):
        within = (other for first in range(day.first, day.last + 1) for other in by_first[first] if day.holds(other))
        numbers = [number for other in within for number in on_day[other]]
        firsts = {id(groups.of(number)): number for number in sorted(numbers, reverse=True)}
        if 1 < len(firsts) <= _FEW:
            yield from _of_day(days, groups, stories, sorted(firsts.values()))


def _of_day(days: Sequence[When], groups: Groups, stories: Stories, numbers: Sequence[int]) -> Iterator[Join]:
    pairs = [_pair(groups, one, two) for one, two in combinations(numbers, 2) if _possible(groups, stories, one, two)]
    told = {id(group): group for pair in pairs for group in (groups.of(pair.one), groups.of(pair.two))}.values()
    once = all(one.articles.isdisjoint(two.articles) for one, two in combinations(told, 2))
    for pair in sorted(pairs, key=lambda pair: (-round(pair.likeness.score, 9), pair.one, pair.two)):
        one, two = groups.of(pair.one), groups.of(pair.two)
        same_day = days[pair.one] == days[pair.two] and stories.overlap(one.articles, two.articles) >= _ALIKE
        alone = once and (same_day or pair.likeness.score >= _SOME)
        if (alone or _stands_out(pair, pairs)) and _nothing_against(one, two):
            yield pair


def _stands_out(pair: Join, pairs: Sequence[Join]) -> bool:
    """Whether two groups are more like one another than like any third."""
    rivals = [other.likeness.score for other in pairs if len({pair.one, pair.two} & {other.one, other.two}) == 1]
    return pair.likeness.score >= max(_LEAST, _MARGIN * max(rivals, default=0.0))


def _pair(groups: Groups, one: int, two: int) -> Join:
    first, second = groups.of(one), groups.of(two)
    return Join(one, two, likeness_of(first.features, second.features, Circumstance(Relation.SAME, 0, one_story=True)))


def _possible(groups: Groups, stories: Stories, one: int, two: int) -> bool:
    """Whether two groups can be one event at all: of one story, and no article tells both."""
    first, second = groups.of(one), groups.of(two)
    return first.articles.isdisjoint(second.articles) and stories.overlap(first.articles, second.articles) >= _OVERLAP


def _nothing_against(one: Group, two: Group) -> bool:
    """Whether neither who speaks nor another day tells two groups apart."""
    return one.articles.isdisjoint(two.articles) and not one.features.saying and not two.features.saying and fits(one, two)
