"""Things that happen once, which sources date differently.

An article tells each event once. So where two groups of reports on different
days are alike, or share a word that nobody else uses, and no article knows of
both, they are hardly two hailstorms a week apart but one, and somebody has the
day wrong.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sitegen.events.days import EVENING, SMALL_HOURS, Relation, When, is_early, is_late, relation_of
from sitegen.events.features import DAY, HOUR, NAME, PREDICATE, Features
from sitegen.events.groups import Group, Groups
from sitegen.events.likeness import Circumstance, Join, Likeness, busier, likeness_of
from sitegen.events.occasions import may_be_misdated, may_differ
from sitegen.events.stories import Stories
from sitegen.events.terms import CONCEPT
from sitegen.model import Report, Standing

_APART = 10  # days between two dates that can be taken for one another
_CLOSE = 2  # days apart up to which the kind of event alone is enough, and a plan may be told against it
_HOLDERS = 6  # reports up to which a word can be of one event
_CROWDS = (40, 400)  # reports of the days between, from each of which on one more word must be shared
_ASKED = {Relation.ADJACENT: 0.03, Relation.NEAR: 0.12}
"""The score that strangers need, on a quiet day."""
_SOME = 0.01  # likeness that is more than none
_LEFT = 0.2  # part of its events that an article shares with another of which one thing each is left over
_OVERLAP = 0.3  # part of its events that an article shares with another that may tell the rest differently …
_SHARED = 0.1  # … and which is enough for two things told from afar
_STRONG = 0.2  # … or the score, where both clauses say that the same kind of thing happened
_WORDS = 0.15  # … or as much of it in words of their own
_UNMISTAKABLE = 0.3  # the score by words and kinds at which a day that was told may still be wrong elsewhere
_MARKED = frozenset({CONCEPT, PREDICATE, NAME, DAY, HOUR})
_KNOWN = frozenset({Standing.HAPPENED, Standing.SCHEDULED})


@dataclass(frozen=True, slots=True)
class _Corpus:
    reports: Sequence[Report]
    days: Sequence[When]
    holders: Mapping[str, Sequence[int]]
    """Rare feature -> the reports that have it."""
    firsts: Sequence[int]
    """First days of all reports, in order."""

    def apart(self, one: int, two: int) -> int:
        """Days from the one's last to the other's first."""
        return max(self.days[one].first - self.days[two].last, self.days[two].first - self.days[one].last)

    def crowd(self, one: int, two: int) -> int:
        """How many reports are of their days and those between."""
        first, last = sorted((self.days[one].first, self.days[two].first))
        return bisect_right(self.firsts, last) - bisect_left(self.firsts, first)


def one_offs(reports: Sequence[Report], days: Sequence[When], joins: Sequence[Join], groups: Groups, stories: Stories) -> Iterator[Join]:
    """Pairs of reports on different days, whose groups are strangers and alike, likest first."""
    corpus = _Corpus(reports, days, {}, [])
    for join in joins:
        one, two, asked = groups.of(join.one), groups.of(join.two), _ASKED.get(join.likeness.at.relation)
        if asked is None or not _comparable(corpus, join.one, join.two) or not _are_two(one, two):
            continue
        whole = likeness_of(one.features, two.features, join.likeness.at)._replace(needed=asked + busier(join.likeness.at.busy))
        if not (may_differ(one, two) or (may_be_misdated(one, two) and _is_unmistakable(one, two, whole))):
            continue
        overlap = stories.overlap(one.articles, two.articles)
        same_kind = not one.features.kinds.isdisjoint(two.features.kinds)
        known = overlap >= _OVERLAP or (whole.score >= _STRONG and (same_kind or whole.words >= _WORDS))
        told = Standing.HAPPENED in {reports[join.one].standing, reports[join.two].standing}
        if known and (whole.words + whole.kinds if told else whole.words) >= whole.needed:  # plans of one kind there are many
            yield Join(join.one, join.two, whole)


def same_words(
    reports: Sequence[Report], days: Sequence[When], features: Sequence[Features], groups: Groups, stories: Stories
) -> Iterator[tuple[int, int]]:
    """Pairs of reports on different days whose groups share words of their own, nearest days first."""
    corpus = _Corpus(reports, days, _holders(features), sorted(day.first for day in days))
    shared: dict[tuple[int, int], set[str]] = defaultdict(set)
    for name, held in corpus.holders.items():
        for pair in combinations(held, 2):
            if _comparable(corpus, *pair) and (name[0] != PREDICATE or corpus.apart(*pair) <= _CLOSE):
                shared[pair].add(name)
    for one, two in sorted(shared, key=lambda pair: (corpus.apart(*pair), pair)):
        asked = 1 + sum(corpus.crowd(one, two) > limit for limit in _CROWDS)
        own = sum(_only_of(groups.of(one), groups.of(two), groups, corpus.holders[name]) for name in shared[one, two])
        if (
            own >= asked
            and features[one].saying == features[two].saying  # words about a thing are not the thing
            and _strangers(groups.of(one), groups.of(two))
            and stories.overlap(groups.of(one).articles, groups.of(two).articles) >= _OVERLAP
        ):
            yield one, two


def neighbours(days: Sequence[When], groups: Groups, stories: Stories) -> Iterator[Join]:
    """Pairs of groups on days next to each other, both long past or far ahead, with nothing else told of the days around."""
    numbers = _firsts(days, groups, lambda number: _is_short(days[number]))
    for one, two in _lone_pairs(numbers, days, _APART - 1, lambda _one, _two: True):
        first, second = groups.of(one), groups.of(two)
        near = 0 < days[two].first - days[one].last <= _CLOSE
        if near and first.remote and second.remote and _strangers(first, second):
            at = Circumstance(Relation.ADJACENT, 0, stories.overlap(first.articles, second.articles) >= _SHARED)
            if at.one_story:
                yield Join(one, two, likeness_of(first.features, second.features, at))


def left_over(days: Sequence[When], groups: Groups, stories: Stories) -> Iterator[Join]:
    """Pairs of groups on days next to each other, each the only one that the other can be, with some word in common.

    Who looks back on a story tells what has been told of it. Where such an
    article has a day that nobody else has, and leaves out one thing of the days
    around it, and only one, then this is that thing, dated otherwise.
    """

    def can_be(one: int, two: int) -> bool:
        first, second = groups.of(one), groups.of(two)
        apart = days[one].last < days[two].first
        return apart and _strangers(first, second) and stories.overlap(first.articles, second.articles) >= _LEFT

    numbers = _firsts(days, groups, lambda number: _is_told(groups.of(number), days[number]))
    for one, two in map(sorted, _lone_pairs(numbers, days, _CLOSE, can_be)):
        first, second = groups.of(one), groups.of(two)
        likeness = likeness_of(first.features, second.features, Circumstance(Relation.ADJACENT, 0, one_story=True))
        next_door = relation_of(days[one], days[two]) is Relation.ADJACENT
        common = likeness.words + likeness.kinds + likeness.across  # a name says only whose story it is
        if next_door and (first.remote or second.remote) and common >= _SOME:
            yield Join(one, two, likeness)


def nights(reports: Sequence[Report], days: Sequence[When], groups: Groups, stories: Stories) -> Iterator[Join]:
    """Pairs of groups of which one tells of an evening and the other of the small hours behind it, each the only one that the other can be.

    Who writes early, or elsewhere, dates what happens in the night by its evening, and others by its morning.
    """
    late: dict[int, list[int]] = defaultdict(list)
    early: dict[int, list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        if report.standing is Standing.HAPPENED and not report.leans:
            if is_late(report.interval, EVENING):
                late[days[number].first].append(number)
            elif is_early(report.interval, SMALL_HOURS):
                early[days[number].first].append(number)

    def partners(number: int, others: Sequence[int]) -> list[int]:
        own, found = groups.of(number), dict[int, int]()
        for other in others:
            group = groups.of(other)
            if _strangers(own, group) and stories.one(reports[number].article, reports[other].article):
                found.setdefault(id(group), other)
        return list(found.values())

    for day in sorted(day for day in late if len(late[day]) * len(early.get(day + 1, ())) <= _CROWDS[1]):
        for one in late[day]:
            there = partners(one, early.get(day + 1, ()))
            if len(there) == 1 and len(partners(there[0], late[day])) == 1:
                two = there[0]
                at = Circumstance(Relation.ADJACENT, 0, one_story=True, one_night=True)
                yield Join(min(one, two), max(one, two), likeness_of(groups.of(one).features, groups.of(two).features, at))


def _is_short(days: When) -> bool:
    return days.precise and days.days <= _CLOSE


def _is_told(group: Group, days: When) -> bool:
    return group.told is not None and _is_short(days) and not group.features.saying


def _firsts(days: Sequence[When], groups: Groups, counts: Callable[[int], bool]) -> list[int]:
    """Of each group the first report that counts, in the order of their days."""
    firsts = {id(groups.of(n)): n for n in reversed(range(len(days))) if counts(n)}
    return sorted(firsts.values(), key=lambda n: (days[n].first, n))


def _lone_pairs(numbers: Sequence[int], days: Sequence[When], reach: int, can_be: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
    """Of reports in the order of their days, every two that can be one and neither of which can be any other within ``reach`` days."""
    met: dict[int, int] = dict.fromkeys(numbers, 0)
    behind: dict[int, int] = {}
    for place, one in enumerate(numbers):
        for two in numbers[place + 1 : place + _CROWDS[0]]:
            if days[two].first > days[one].last + reach:
                break
            if min(met[one], met[two]) < 2 and can_be(one, two):
                met[one] += 1
                met[two] += 1
                behind[one] = two
    return ((one, two) for one, two in behind.items() if met[one] == met[two] == 1)


def _holders(features: Sequence[Features]) -> Mapping[str, Sequence[int]]:
    """The reports of each word and each kind of event that few have."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, report in enumerate(features):
        for name in report.own:
            if name[0] not in {CONCEPT, NAME, DAY}:
                found[name].append(number)
    return {name: held for name, held in found.items() if 1 < len(held) <= _HOLDERS}


def _comparable(corpus: _Corpus, one: int, two: int) -> bool:
    """Whether one day could be given for the other: precise, near, both told or both planned."""
    if corpus.reports[one].again != corpus.reports[two].again:
        return False
    apart = corpus.apart(one, two)
    standings = {corpus.reports[one].standing, corpus.reports[two].standing}
    precise = corpus.days[one].precise and corpus.days[two].precise
    return precise and 1 <= apart <= _APART and standings <= _KNOWN and (apart <= _CLOSE or len(standings) == 1)


def _only_of(one: Group, two: Group, groups: Groups, holders: Sequence[int]) -> bool:
    """Whether all reports that have a word are in one of two groups."""
    return all(groups.of(number) in {one, two} for number in holders)


def _strangers(one: Group, two: Group) -> bool:
    """Whether no article knows both of two groups, and neither is one that sources differ about already."""
    return _are_two(one, two) and may_differ(one, two)


def _are_two(one: Group, two: Group) -> bool:
    return one is not two and one.articles.isdisjoint(two.articles)


def _is_unmistakable(one: Group, two: Group, whole: Likeness) -> bool:
    """Whether two groups share so much, and more than one word, that who looks back on a later day has it wrong."""
    later = one if two.begins is None or (one.begins is not None and one.begins > two.begins) else two
    shared = one.features.own.keys() & two.features.own.keys()
    words = sum(name[0] not in _MARKED for name in shared)
    return later.remote and words > 1 and whole.words + whole.kinds >= _UNMISTAKABLE
