"""Which reports are of one event: first those whose days agree, then what the text ties, then what sources date differently."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sitegen.dates import Interval
from sitegen.events.candidates import candidate_pairs
from sitegen.events.days import FINE, SHORT, Relation, compatible, relation_of
from sitegen.events.features import Features, features_of
from sitegen.events.groups import Groups
from sitegen.events.likeness import Likeness, likeness_of
from sitegen.events.ties import leaning_on, ties
from sitegen.model import Report

_AGREEING = frozenset({Relation.SAME, Relation.SAME_PERIOD, Relation.WITHIN, Relation.COARSE})


def group_reports(reports: Sequence[Report], voices: Mapping[str, str]) -> tuple[tuple[int, ...], ...]:
    """Numbers of the reports of each event, each group in order, groups by their first member.

    ``reports`` stand in an order of their own content (article, then place in
    it), so that the result is the same whatever order the files were read in.
    """
    features = features_of(reports)
    joins = _joins(reports, features)
    groups = Groups(len(reports))
    _join_same_days(groups, reports, [join for join in joins if join[1].relation in _AGREEING])
    _lean(groups, reports)
    for one, two in ties(reports):
        groups.join(one, two)
    _join_differing(groups, reports, voices, [join for join in joins if join[1].relation not in _AGREEING])
    found: dict[int, list[int]] = defaultdict(list)
    for number in range(len(reports)):
        found[groups.root(number)].append(number)
    return tuple(tuple(members) for _, members in sorted(found.items()))


def _joins(reports: Sequence[Report], features: Sequence[Features]) -> list[tuple[tuple[int, int], Likeness]]:
    """Pairs that are alike enough, likest first."""
    busy = _busy(reports)
    found = []
    for one, two in candidate_pairs(reports, features):
        relation = relation_of(reports[one].interval, reports[two].interval)
        if relation is Relation.FAR:
            continue
        crowd = max(busy[reports[one].interval.first_day.toordinal()], busy[reports[two].interval.first_day.toordinal()])
        likeness = likeness_of(features[one], features[two], relation, crowd)
        if likeness.one_event:
            found.append(((one, two), likeness))
    return sorted(found, key=lambda join: (-round(join[1].score, 9), join[0]))


def _busy(reports: Sequence[Report]) -> Counter[int]:
    """How many reports begin on each day."""
    return Counter(report.interval.first_day.toordinal() for report in reports)


def is_precise(interval: Interval) -> bool:
    """Whether an interval says which days, and not just which week or month they lie in."""
    return interval.granularity in FINE and interval.days <= 3 * SHORT


def _join_same_days(groups: Groups, reports: Sequence[Report], joins: list[tuple[tuple[int, int], Likeness]]) -> None:
    for (one, two), _ in joins:
        if groups.root(one) != groups.root(two) and _fit(_precise(reports, groups.members(one)), _precise(reports, groups.members(two))):
            groups.join(one, two)


def _precise(reports: Sequence[Report], members: Iterable[int]) -> set[Interval]:
    return {reports[number].interval for number in members if is_precise(reports[number].interval)}


def _fit(one: set[Interval], two: set[Interval]) -> bool:
    """Whether all precise days of two groups can be of one occasion: all agree, or lie in one that covers them."""
    together = one | two
    widest = max(together, key=lambda interval: (interval.days, interval.start), default=None)
    return widest is None or all(compatible(widest, other) for other in together)


def _lean(groups: Groups, reports: Sequence[Report]) -> None:
    """Put clauses that say little of their own with what stands before them, else with the day's largest group."""
    by_article: dict[str, list[int]] = defaultdict(list)
    by_days: dict[tuple[object, object], list[int]] = defaultdict(list)
    for number, report in enumerate(reports):
        by_article[report.article].append(number)
        by_days[report.interval.first_day, report.interval.last_day].append(number)
    for numbers in by_article.values():
        for place, number in enumerate(numbers):
            if not reports[number].leans or len(groups.members(number)) > 1:
                continue
            other = leaning_on(reports, number, numbers[:place])
            days = reports[number].interval.first_day, reports[number].interval.last_day
            others = [same for same in by_days[days] if not reports[same].leans]
            if other is None and others:
                other = max(others, key=lambda same: (len(groups.members(same)), -same))
            if other is not None and _fit(_precise(reports, groups.members(number)), _precise(reports, groups.members(other))):
                groups.join(number, other)


def _join_differing(
    groups: Groups, reports: Sequence[Report], voices: Mapping[str, str], joins: list[tuple[tuple[int, int], Likeness]]
) -> None:
    """Join groups on different days that different sources report alike.

    A source that reports both days knows two events, unless it corrects itself.
    """
    for (one, two), _ in joins:
        if groups.root(one) == groups.root(two) or not _one_occasion(reports, voices, groups.members(one), groups.members(two)):
            continue
        groups.join(one, two)


def _one_occasion(reports: Sequence[Report], voices: Mapping[str, str], one: Sequence[int], two: Sequence[int]) -> bool:
    first, second = _claims(reports, voices, one), _claims(reports, voices, two)
    return not any(
        voice == other_voice and not compatible(interval, other)
        for voice, interval in first
        for other_voice, other in second
    ) and len({interval.first_day for _, interval in first | second}) <= 3


def _claims(reports: Sequence[Report], voices: Mapping[str, str], members: Sequence[int]) -> set[tuple[str, Interval]]:
    return {(voices[reports[number].article], reports[number].interval) for number in members if is_precise(reports[number].interval)}


