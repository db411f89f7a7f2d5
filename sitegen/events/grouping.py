"""Which reports are of one event: first those whose days agree, then what the text ties, then what sources date differently.

Reports are first compared with one another, then as groups: what several
reports of an event have said together knows a newcomer that no single one does.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.events.candidates import candidate_pairs
from sitegen.events.days import AGREEING, Relation, is_precise, nearest, relation_of
from sitegen.events.features import Features, features_of
from sitegen.events.groups import Group, Groups
from sitegen.events.likeness import Likeness, likeness_of
from sitegen.events.occasions import fits, may_differ
from sitegen.events.ties import leaning, ties
from sitegen.model import Report, Standing

_COMPANY = 0.4  # part of the needed score that two groups need as a whole
_WEAK = 0.25  # part of the needed score from which two reports' groups are compared


@dataclass(frozen=True, slots=True)
class Join:
    """Two reports and how alike they are."""

    one: int
    two: int
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Press:
    """Who speaks in an article, and when it appeared, by article id."""

    voices: Mapping[str, str]
    published: Mapping[str, dt.date]


def group_reports(reports: Sequence[Report], press: Press) -> tuple[tuple[int, ...], ...]:
    """Numbers of the reports of each event, each group in order, groups by their first member.

    ``reports`` stand in an order of their own content (article, then place in
    it), so that the result is the same whatever order the files were read in.
    """
    features = features_of(reports, press.published)
    busy = Counter(report.interval.first_day for report in reports)
    groups = _singles(reports, features, press)
    joins = _joins(reports, features, busy)
    _join_agreeing(groups, [join for join in joins if join.likeness.one_event and join.likeness.relation in AGREEING])
    for one, two in leaning(reports, groups):
        if fits(groups.of(one), groups.of(two)):
            groups.join(one, two)
    for one, two in ties(reports):
        groups.join(one, two)
    _join_groups(groups, joins, agreeing=True)
    _join_groups(groups, joins, agreeing=False)
    return groups.all()


def _singles(reports: Sequence[Report], features: Sequence[Features], press: Press) -> Groups:
    """Every report as a group of its own."""
    withdrawn = frozenset((press.voices[r.article], r.interval.last_day) for r in reports if r.standing is Standing.DENIED)
    return Groups([_single(number, report, features[number], press, withdrawn) for number, report in enumerate(reports)])


def _single(number: int, report: Report, features: Features, press: Press, withdrawn: frozenset[tuple[str, dt.date]]) -> Group:
    group = Group(number, features, (report.article, report.sentence), report.interval)
    voice = press.voices[report.article]
    if not is_precise(report.interval):
        return group
    group.days.add(report.interval)
    group.begins = report.interval.first_day
    if report.standing is Standing.HAPPENED:
        group.told = press.published[report.article]
    if report.standing is not Standing.DENIED and (voice, report.interval.last_day) not in withdrawn:
        group.claims.add((voice, report.interval))
    return group


def _joins(reports: Sequence[Report], features: Sequence[Features], busy: Mapping[dt.date, int]) -> list[Join]:
    """Pairs of reports that are at all alike, likest first."""
    found = []
    for one, two in candidate_pairs(reports, features):
        relation = relation_of(reports[one].interval, reports[two].interval)
        if relation is Relation.FAR:
            continue
        crowd = max(busy[reports[number].interval.first_day] for number in (one, two))
        likeness = likeness_of(features[one], features[two], relation, crowd)
        if likeness.score >= _WEAK * likeness.needed:
            found.append(Join(one, two, likeness))
    return sorted(found, key=lambda join: (-round(join.likeness.score, 9), join.one, join.two))


def _join_agreeing(groups: Groups, joins: Sequence[Join]) -> None:
    """Join two groups whose precise days agree and which are not strangers as a whole."""
    for join in joins:
        one, two = groups.of(join.one), groups.of(join.two)
        if one is two or not fits(one, two):
            continue
        likeness = likeness_of(one.features, two.features, join.likeness.relation, join.likeness.busy)
        if likeness.score >= _COMPANY * likeness.needed:
            groups.join(join.one, join.two)


def _join_groups(groups: Groups, joins: Sequence[Join], *, agreeing: bool) -> None:
    """Join groups that are alike as a whole; those on different days only where no source stands by both."""
    for join in joins:
        one, two = groups.of(join.one), groups.of(join.two)
        if one is two:
            continue
        relation = nearest(one.days, two.days) or join.likeness.relation
        if (relation in AGREEING) is not agreeing or not (fits(one, two) if agreeing else may_differ(one, two)):
            continue
        whole = likeness_of(one.features, two.features, relation, join.likeness.busy)
        likeness = join.likeness if relation is Relation.NEAR else whole
        if likeness.one_event:
            groups.join(join.one, join.two)
