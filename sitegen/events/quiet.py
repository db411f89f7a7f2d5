"""Reports of a quiet day, or of a quiet month or year, that no word joins and no word tells apart.

Where few reports name a day, articles of one story tell the same thing of it
in other words: "supporters will protest on Friday", "two thousand people stood
in the rain on Friday". So they do of a time long past or far ahead: "a slab
fell in the spring of 2022", "the slip of 3 March 2022". An article tells each
event once, so what is joined are groups that no article knows both of; where
one could go with several, some word must decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from sitegen.events.days import SHORT, Relation, When
from sitegen.events.groups import Group, Groups
from sitegen.events.likeness import Circumstance, Join, likeness_of
from sitegen.events.occasions import fits
from sitegen.events.stories import Stories

_LONGEST = 366  # days of a time in which one thing can be all that is told
_FEW = 6  # groups of reports up to which a time is quiet …
_ONLY = 2  # … and up to which they are one without a word in common
_MOST = 20  # … and up to which one group can stand out
_OVERLAP = 0.2  # part of its events that an article shares with another that may tell the rest in other words …
_ALIKE = 0.3  # … and where no word at all joins them
_LEAST = 0.02  # likeness by which one of several is chosen on a quiet day …
_FIRM = 0.06  # … and on another
_SOME = 0.01  # likeness that is more than none
_MARGIN = 1.5  # a choice is so many times as alike as the others


class _Quiet(NamedTuple):
    """A day or a longer time of which little is told, with the first report of each group."""

    day: When
    numbers: Sequence[int]

    @property
    def few(self) -> bool:
        return len(self.numbers) <= _FEW


def quiet_joins(days: Sequence[When], groups: Groups, stories: Stories) -> Iterator[Join]:
    """Pairs that the day itself joins, shortest times first, and likest first in each."""
    on_day: dict[When, list[int]] = defaultdict(list)
    for number, day in enumerate(days):
        on_day[day].append(number)
    by_first: dict[int, list[When]] = defaultdict(list)
    for day in sorted(on_day):
        by_first[day.first].append(day)
    for day in sorted((day for day in on_day if day.days <= _LONGEST), key=lambda day: (day.days, day)):
        within = (other for first in range(day.first, day.last + 1) for other in by_first[first] if day.holds(other))
        numbers = _first_of_each((number for other in within for number in on_day[other]), groups)
        if 1 < len(numbers) <= _MOST:
            yield from _of_day(_Quiet(day, numbers), days, groups, stories)


def _first_of_each(numbers: Iterator[int], groups: Groups) -> list[int]:
    """The first report of each group, in order; no more groups than show that a time is not quiet."""
    firsts: dict[int, int] = {}
    for number in numbers:
        group = id(groups.of(number))
        firsts[group] = min(number, firsts.get(group, number))
        if len(firsts) > _MOST:
            break
    return sorted(firsts.values())


def _of_day(quiet: _Quiet, days: Sequence[When], groups: Groups, stories: Stories) -> Iterator[Join]:
    pairs = [_pair(groups, one, two) for one, two in combinations(quiet.numbers, 2) if _possible(groups, stories, one, two)]
    if quiet.day.days > SHORT:
        pairs = [pair for pair in pairs if _of_period(quiet.day, groups.of(pair.one), groups.of(pair.two))]
    told = {id(group): group for pair in pairs for group in (groups.of(pair.one), groups.of(pair.two))}.values()
    once = quiet.few and all(one.articles.isdisjoint(two.articles) for one, two in combinations(told, 2))
    for pair in sorted(pairs, key=lambda pair: (-round(pair.likeness.score, 9), pair.one, pair.two)):
        one, two = groups.of(pair.one), groups.of(pair.two)
        remote = one.remote and two.remote
        related = len(quiet.numbers) <= _ONLY and stories.overlap(one.articles, two.articles) >= _ALIKE
        alone = once and (remote or related or pair.likeness.score >= _SOME)
        chosen = alone or _stands_out(pair, pairs, _LEAST if quiet.few else _FIRM)
        stand = one.stands_by(days[pair.one]) and two.stands_by(days[pair.two])
        if chosen and stand and (remote or days[pair.one] == days[pair.two]) and _nothing_against(one, two):
            yield pair


def _of_period(period: When, one: Group, two: Group) -> bool:
    """Whether one of two groups is only told to be of a week, month or year, and they do not tell of different kinds of thing."""
    return (period in one.periods or period in two.periods) and not _of_other_kinds(one, two)


def _of_other_kinds(one: Group, two: Group) -> bool:
    """Whether two groups tell each of a kind of event, and of none that both know."""
    kinds, other = one.features.kinds, two.features.kinds
    return bool(kinds and other) and kinds.isdisjoint(other)


def _stands_out(pair: Join, pairs: Sequence[Join], least: float) -> bool:
    """Whether two groups are more like one another than like any third."""
    rivals = [other.likeness.score for other in pairs if len({pair.one, pair.two} & {other.one, other.two}) == 1]
    return pair.likeness.score >= max(least, _MARGIN * max(rivals, default=0.0))


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
