"""Plans that slip from article to article: "the visit is on Friday", and elsewhere "the trip has been put off until Sunday".

A text that puts something off and names only the new day takes the old one for
known. It is the day of that plan, told before or beside it, which it is most like.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    yield from sorted(found, key=lambda join: (-round(join.likeness.score, 9), join.one, join.two))


def _plan_of(number: int, plans: Plans, groups: Groups, stories: Stories) -> Join | None:
    """The one plan that a report is most like, None where there is none or two are."""
    own, reports, met = groups.of(number), plans.reports, plans.before(number)
    asked = _ALIKE + busier(len(met))
    best: dict[int, Join] = {}
    for other in sorted(met):
        group = groups.of(other)
        if group is own or told_apart(group, own) or not stories.one(reports[number].article, reports[other].article):
            continue
        join = Join(other, number, likeness_of(plans.features[number], plans.features[other], _AT))
        if _score(join) >= asked and (id(group) not in best or _score(join) > _score(best[id(group)])):
            best[id(group)] = join
    ranked = sorted(best.values(), key=lambda join: (-round(_score(join), 9), -plans.days[join.one].first, join.one))
    if not ranked or (len(ranked) > 1 and _score(ranked[0]) < _MARGIN * _score(ranked[1])):
        return None
    return ranked[0]


def _score(join: Join) -> float:
    """How alike two clauses are in what they tell; their names say only whose plan it is."""
    return join.likeness.words + join.likeness.kinds


def moved_from(reports: Sequence[Report], groups: Iterable[Sequence[int]], articles: Mapping[str, Article]) -> tuple[Report, ...]:
    """The reports, each that moves the plan of its event with the day that it moved it from: the last one that was told before."""
    found = list(reports)
    for group in groups:
        for number in (n for n in group if reports[n].moves):
            olds = [n for n in group if _is_old_plan(reports[n], reports[number], articles)]
            last = max(olds, key=lambda n: (articles[reports[n].article].day, n), default=None)
            if last is not None:
                found[number] = replace(found[number], replaces=reports[last].interval)
    return tuple(found)


def _is_old_plan(old: Report, new: Report, articles: Mapping[str, Article]) -> bool:
    other_day = not compatible(old.interval, new.interval)
    return other_day and old.standing in _PLANS and not new.replaces and _is_known(old, new, articles)
