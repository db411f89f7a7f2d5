"""Plans that move from one article to another: "the visit is on Friday", and elsewhere "the trip has been put off until Sunday".

A text that puts something off and names only the new day takes the old one for
known. It is the day of that plan, told before or beside it, which it is most like.
A text that puts something off and names only the old day leaves the new one open.
It is that of the likest thing which is told since.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.events.days import SLIP, Relation, When, compatible
from sitegen.events.features import DAY, HOUR, Features
from sitegen.events.groups import Groups
from sitegen.events.likeness import Circumstance, Join, busier, likeness_of
from sitegen.events.occasions import told_apart
from sitegen.events.stories import Stories
from sitegen.model import Article, Report, Standing

_MET = 24  # plans met for each word
_ALIKE = 0.2  # likeness of two clauses from which one can speak of the other's plan, more where there are many …
_MARGIN = 1.3  # … and so many times as much as that of the next plan
_PLANS = frozenset({Standing.SCHEDULED, Standing.PROPOSED, Standing.POSTPONED})
_HOLDS = frozenset({Standing.SCHEDULED, Standing.HAPPENED})
_AT = Circumstance(Relation.SAME, 0, one_story=True)  # only the clauses are compared


@dataclass(frozen=True, slots=True)
class Plans:
    """The reports of a corpus, and those that tell of a plan by each of their words."""

    reports: Sequence[Report]
    days: Sequence[When]
    features: Sequence[Features]
    articles: Mapping[str, Article]
    holders: Mapping[str, list[tuple[int, int]]]
    """Feature -> first day and number of each plan that has it, in the order of their days."""

    def before(self, number: int) -> set[int]:
        """The plans of earlier days that share a feature with a report, and that it can know."""
        first = self.days[number].first
        met: set[int] = set()
        for name in self.features[number].own:
            held = self.holders.get(name, [])
            end = bisect_left(held, (first, -1))
            met.update(other for day, other in held[max(0, end - _MET) : end] if first - day <= SLIP)
        return {other for other in met if _is_known(self.reports[other], self.reports[number], self.articles)}


def _is_known(old: Report, new: Report, articles: Mapping[str, Article]) -> bool:
    """Whether a plan was told before the report that may move it."""
    if old.article == new.article:
        return old.sentence < new.sentence
    return articles[old.article].day <= articles[new.article].day


def plans_of(reports: Sequence[Report], days: Sequence[When], features: Sequence[Features], articles: Mapping[str, Article]) -> Plans:
    """The plans of a corpus."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number in sorted(range(len(reports)), key=lambda n: (days[n].first, n)):
        if reports[number].standing in _PLANS:
            for name in features[number].own:
                if name[0] not in {DAY, HOUR}:
                    found[name].append((days[number].first, number))
    return Plans(reports, days, features, articles, found)


def slips(plans: Plans, groups: Groups, stories: Stories) -> Iterator[Join]:
    """Each plan with the report that moves it, likest first."""
    moving = (number for number, report in enumerate(plans.reports) if report.moves)
    found = [join for number in moving if (join := _plan_of(number, plans, groups, stories))]
    opened = _opened(plans, groups)
    told = _told_since(plans, {name for number in opened for name in groups.of(number).features.own})
    found += [join for number in opened if (join := _outcome_of(number, told, plans, groups, stories))]
    yield from sorted(found, key=lambda join: (-round(join.likeness.score, 9), join.one, join.two))


def _plan_of(number: int, plans: Plans, groups: Groups, stories: Stories) -> Join | None:
    """The one plan that a report is most like, None where there is none or two are."""
    met = plans.before(number)
    joins = (Join(other, number, likeness_of(plans.features[number], plans.features[other], _AT)) for other in sorted(met))
    return _likest([join for join in joins if _possible(join, plans, groups, stories)], _ALIKE + busier(len(met)), groups)


def _opened(plans: Plans, groups: Groups) -> list[int]:
    """The plans that were put off without a new day."""
    off = (number for number, report in enumerate(plans.reports) if report.standing is Standing.POSTPONED)
    replaced = {(report.article, report.replaces) for report in plans.reports if report.replaces}
    still = (number for number in off if (plans.reports[number].article, plans.reports[number].interval) not in replaced)
    return [n for n in still if not any(plans.days[other].first > plans.days[n].last for other in groups.of(n).members)]


def _told_since(plans: Plans, names: Collection[str]) -> Mapping[str, list[tuple[int, int]]]:
    """For some features first day and number of each report of what is to be or was, in the order of their days."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number in sorted(range(len(plans.reports)), key=lambda n: (plans.days[n].first, n)) if names else ():
        if plans.reports[number].standing in _HOLDS and plans.days[number].precise:
            for name in plans.features[number].own:
                if name in names and name[0] not in {DAY, HOUR}:
                    found[name].append((plans.days[number].first, number))
    return found


def _outcome_of(number: int, told: Mapping[str, list[tuple[int, int]]], plans: Plans, groups: Groups, stories: Stories) -> Join | None:
    """The one thing told since that a plan put off is most like: all that is told of the plan counts."""
    own, last, known = groups.of(number), plans.days[number].last, plans.articles[plans.reports[number].article].day
    met: set[int] = set()
    for name in own.features.own:
        held = told.get(name, [])
        begin = bisect_right(held, (last, len(plans.reports)))
        met.update(other for day, other in held[begin : begin + _MET] if day - last <= SLIP)
    later = sorted(other for other in met if known <= plans.articles[plans.reports[other].article].day)
    joins = (Join(number, other, likeness_of(own.features, plans.features[other], _AT)) for other in later)
    return _likest([join for join in joins if _possible(join, plans, groups, stories)], _ALIKE + busier(len(met)), groups)


def _possible(join: Join, plans: Plans, groups: Groups, stories: Stories) -> bool:
    """Whether two reports are of one story, and no sentence tells their events apart."""
    one, two, reports = groups.of(join.one), groups.of(join.two), plans.reports
    return one is not two and not told_apart(one, two) and stories.one(reports[join.one].article, reports[join.two].article)


def _likest(joins: Sequence[Join], asked: float, groups: Groups) -> Join | None:
    """The join with the event that stands out; of two days of one event the one that is liker."""
    best: dict[frozenset[int], Join] = {}
    for join in sorted(joins, key=lambda join: (-round(_score(join), 9), join.one, join.two)):
        if _score(join) >= asked:
            best.setdefault(frozenset((id(groups.of(join.one)), id(groups.of(join.two)))), join)
    ranked = list(best.values())
    if not ranked or (len(ranked) > 1 and _score(ranked[0]) < _MARGIN * _score(ranked[1])):
        return None
    return ranked[0]


def _score(join: Join) -> float:
    """How alike two clauses are in what they tell; their names say only whose plan it is."""
    return join.likeness.words + join.likeness.kinds


def moved_from(
    reports: Sequence[Report], groups: Iterable[Sequence[int]], moving: Collection[int], articles: Mapping[str, Article]
) -> tuple[Report, ...]:
    """The reports, each that moves the plan of its event with the day that it moved it from: the last one that was told before.

    ``moving`` holds the numbers of those that were joined with a plan because it was put off.
    """
    found = list(reports)
    for group in groups:
        for number in (n for n in group if reports[n].moves or n in moving):
            olds = [n for n in group if _is_old_plan(reports[n], reports[number], articles)]
            last = max(olds, key=lambda n: (articles[reports[n].article].day, n), default=None)
            if last is not None:
                found[number] = replace(found[number], replaces=reports[last].interval)
    return tuple(found)


def _is_old_plan(old: Report, new: Report, articles: Mapping[str, Article]) -> bool:
    other_day = not compatible(old.interval, new.interval)
    return other_day and old.standing in _PLANS and not new.replaces and _is_known(old, new, articles)
