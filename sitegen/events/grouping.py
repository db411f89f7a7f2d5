"""Which reports are of one event: first those whose days agree, then what the text ties, then what sources date differently.

Reports are first compared with one another, then as groups: what several
reports of an event have said together knows a newcomer that no single one does.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from sitegen.events.candidates import candidate_pairs
from sitegen.events.claims import is_vague
from sitegen.events.days import AGREEING, SMALL_HOURS, Relation, When, around_midnight, is_early, nearest, when
from sitegen.events.features import Features, features_of
from sitegen.events.groups import Group, Groups
from sitegen.events.likeness import Circumstance, Join, Likeness, apart, likeness_of
from sitegen.events.occasions import fits, may_differ
from sitegen.events.oneoffs import left_over, neighbours, nights, one_offs, same_words
from sitegen.events.quiet import quiet_joins
from sitegen.events.reprints import reprinted
from sitegen.events.slips import plans_of, slips
from sitegen.events.stories import Stories
from sitegen.events.ties import leaning, ties
from sitegen.events.zones import in_own_hours
from sitegen.model import Article, BondRule, Report, Standing, Vocabulary

_COMPANY = 0.4  # part of the needed score that two groups need on average
_FEW = 12  # pairs of members up to which two groups are small
_DENIED = 0.1  # more is asked where two groups share no day but one that is denied
_LARGER = 0.01  # more is asked for each doubling of the groups
_LIKER = 1.2  # times the score of a join for which it waits
_WEAK = 0.25  # part of the needed score from which two reports' groups are compared


@dataclass(frozen=True, slots=True)
class Press:
    """The articles, who speaks in them and in which words, by article id."""

    voices: Mapping[str, str]
    articles: Mapping[str, Article]
    vocabularies: Mapping[str, Vocabulary]


class Made(NamedTuple):
    """A join that was made: its reports, its rule, and how alike they were where that decided."""

    one: int
    two: int
    rule: BondRule
    likeness: Likeness | None = None


def group_reports(reports: Sequence[Report], press: Press) -> tuple[tuple[tuple[int, ...], ...], tuple[Made, ...]]:
    """Numbers of the reports of each event, each group in order, groups by their first member; and the joins that made them.

    ``reports`` stand in an order of their own content (article, then place in
    it), so that the result is the same whatever order the files were read in.
    """
    features = features_of(reports, {name: article.day for name, article in press.articles.items()})
    days = [_days(report, press.articles[report.article].day) for report in reports]
    groups = _singles(reports, features, days, press)
    stories = Stories(press.vocabularies)
    joins = _joins(reports, features, days, stories)
    sure, doubtful = _parted(joins, reports)
    made = [
        *_join_agreeing(groups, sure),
        *(Made(one, two, BondRule.TEXT) for one, two in ties(reports) if groups.join(one, two)),
        *(Made(one, two, BondRule.LEANING) for one, two in leaning(reports, groups, stories) if _join_fitting(groups, one, two)),
    ]
    stories.learn(_told(reports, groups))
    joins = [join for join in joins if join.likeness.at.one_story or stories.one(reports[join.one].article, reports[join.two].article)]
    made += _join_found(groups, slips(plans_of(reports, days, features, press.articles), groups, stories), BondRule.MOVED)
    doubted = {(join.one, join.two) for join in doubtful}
    made += _join_groups(groups, [join for join in joins if (join.one, join.two) not in doubted], agreeing=True)
    dated = [join for join in joins if _is_sure(reports[join.one]) and _is_sure(reports[join.two])]
    made += _join_groups(groups, dated, agreeing=False)
    made += _join_agreeing(groups, doubtful)
    stories.learn(_told(reports, groups))
    made += _join_found(groups, quiet_joins(days, groups, stories), BondRule.QUIET_DAY)
    made += _join_found(groups, chain(neighbours(days, groups, stories), one_offs(reports, days, dated, groups, stories)), BondRule.ONE_OFF)
    made += (Made(one, two, BondRule.ONE_OFF) for one, two in same_words(reports, days, features, groups, stories) if groups.join(one, two))
    made += _join_found(groups, nights(reports, days, groups, stories), BondRule.ONE_OFF)
    made += _join_found(groups, left_over(days, groups, stories), BondRule.ONE_OFF)
    made += (Made(one, two, BondRule.REPRINT) for one, two in reprinted(reports, press.articles, groups) if groups.join(one, two))
    return groups.all(), tuple(made)


def _days(report: Report, published: dt.date) -> When:
    """The days of a report: of a week or month that was running when it was written, those gone by or those to come."""
    days, today = when(report.interval), published.toordinal()
    if days.precise or not days.first < today < days.last:
        return days
    return days._replace(last=today) if report.standing is Standing.HAPPENED else days._replace(first=today)


def _is_sure(report: Report) -> bool:
    """Whether a report stands by a day of its own, so that another day would contradict it."""
    return not is_vague(report) and report.standing not in {Standing.CONDITIONAL, Standing.PROPOSED}


def _told(reports: Sequence[Report], groups: Groups) -> Iterator[frozenset[str]]:
    """The articles that tell each event."""
    return (frozenset(reports[number].article for number in group) for group in groups.all())


def _join_found(groups: Groups, joins: Iterable[Join], rule: BondRule) -> list[Made]:
    """Make the joins that a rule finds, each before it looks for the next."""
    return [Made(join.one, join.two, rule, join.likeness) for join in joins if groups.join(join.one, join.two)]


def _join_fitting(groups: Groups, one: int, two: int) -> bool:
    return fits(groups.of(one), groups.of(two)) and groups.join(one, two)


def _singles(reports: Sequence[Report], features: Sequence[Features], days: Sequence[When], press: Press) -> Groups:
    """Every report as a group of its own."""
    withdrawn = frozenset((press.voices[r.article], r.interval.last_day) for r in reports if r.standing is Standing.DENIED)
    groups = Groups([Group(n, features[n], (report.article, report.sentence), days[n]) for n, report in enumerate(reports)])
    for number, (report, own) in enumerate(zip(reports, days, strict=True)):
        if own.precise:
            _note_claim(groups.of(number), report, own, press, withdrawn)
    return groups


def _note_claim(group: Group, report: Report, days: When, press: Press, withdrawn: frozenset[tuple[str, dt.date]]) -> None:
    voice = press.voices[report.article]
    elsewhere = dt.timedelta(1) if is_early(report.interval, SMALL_HOURS) else dt.timedelta(0)
    if in_own_hours(report):
        group.hours.add(report.interval)
    group.begins = report.interval.first_day - elsewhere  # "early on Monday" is Sunday further west
    if report.standing is Standing.HAPPENED:
        group.told = press.articles[report.article].day
    if report.standing is not Standing.DENIED:
        group.told_of.add(days)
    if report.standing is not Standing.DENIED and (voice, report.interval.last_day) not in withdrawn:
        group.claims.add((voice, days))


def _joins(reports: Sequence[Report], features: Sequence[Features], days: Sequence[When], stories: Stories) -> list[Join]:
    """Pairs of reports that are at all alike, likest first."""
    busy = Counter(found.first for found in days)
    joins = []
    for one, two, relation in candidate_pairs(days, features):
        night = relation is Relation.ADJACENT and around_midnight(reports[one].interval, reports[two].interval)
        at = Circumstance(relation, max(busy[days[one].first], busy[days[two].first]), one_story=True, one_night=night)
        likeness = likeness_of(features[one], features[two], at)
        if likeness.score < _WEAK * likeness.needed:
            continue
        if not stories.one(reports[one].article, reports[two].article):
            likeness = apart(likeness, features[one], features[two])
            if likeness.score < _WEAK * likeness.needed:
                continue
        joins.append(Join(one, two, likeness))
    return sorted(joins, key=lambda join: (-round(join.likeness.score, 9), join.one, join.two))


def _parted(joins: Sequence[Join], reports: Sequence[Report]) -> tuple[list[Join], list[Join]]:
    """The joins of one event on days that agree; apart from them those that wait, as one of the two is liker something next door.

    What happened late on Thursday, to the one, is rather what happened early on
    Friday, to the other, if both are of one kind, than whatever else Thursday held.
    """
    next_door: dict[int, float] = defaultdict(float)
    for join in joins:
        if (
            join.likeness.at.relation is Relation.ADJACENT
            and join.likeness.kinds
            and all(map(_is_sure, (reports[join.one], reports[join.two])))
        ):
            for number in (join.one, join.two):
                next_door[number] = max(next_door[number], join.likeness.score)
    agreeing = [join for join in joins if join.likeness.at.relation in AGREEING and join.likeness.one_event]

    def waits(join: Join) -> bool:
        return not join.likeness.kinds and max(next_door[join.one], next_door[join.two]) > _LIKER * join.likeness.score

    return [join for join in agreeing if not waits(join)], [join for join in agreeing if waits(join)]


def _join_agreeing(groups: Groups, joins: Sequence[Join]) -> Iterator[Made]:
    """Join two groups whose days agree and which are not strangers on average."""
    for join in joins:
        one, two = groups.of(join.one), groups.of(join.two)
        if one is not two and fits(one, two) and _company(one, two, join.likeness.needed) and _told_once(one, two, join.likeness):
            groups.join(join.one, join.two)
            yield Made(join.one, join.two, BondRule.WORDS, join.likeness)


def _told_once(one: Group, two: Group, likeness: Likeness) -> bool:
    """Whether no article tells both of two groups, or their own words are alike enough: an article seldom tells one thing twice."""
    return one.articles.isdisjoint(two.articles) or likeness.words + likeness.kinds + likeness.names >= likeness.needed


def _company(one: Group, two: Group, needed: float) -> bool:
    """Whether large groups are alike on average; small ones have no average to speak of."""
    return len(one.members) * len(two.members) <= _FEW or one.average(two) >= _COMPANY * needed


def _join_groups(groups: Groups, joins: Sequence[Join], *, agreeing: bool) -> Iterator[Made]:
    """Join groups that are alike as a whole; those on different days only where no source stands by both.

    The more reports a group holds, the more it says, and the more is asked.
    """
    for join in joins:
        one, two = groups.of(join.one), groups.of(join.two)
        if one is two:
            continue
        relation = nearest(one.days, two.days) or join.likeness.at.relation
        if (relation in AGREEING) is not agreeing or not (fits(one, two) if agreeing else may_differ(one, two)):
            continue
        whole = likeness_of(one.features, two.features, join.likeness.at._replace(relation=relation, one_story=True))
        if not one.articles.isdisjoint(two.articles):  # what stands beside one clause is often the other
            whole = whole._replace(across=0.0, around=0.0)
            if not whole.kinds and one.features.kinds and two.features.kinds:
                continue  # what one article names two kinds of event for is no one event
        likeness = join.likeness if relation is Relation.NEAR else whole
        more = _LARGER * math.log2(len(one.members) * len(two.members)) + (_DENIED if agreeing and _only_denied(one, two) else 0.0)
        if not agreeing and not (likeness.words or likeness.kinds or likeness.names):
            continue  # what stands around two clauses makes them of one story, not of one event
        if likeness.one_event and likeness.score >= likeness.needed + more and _company(one, two, likeness.needed):
            groups.join(join.one, join.two)
            yield Made(join.one, join.two, BondRule.GROUPS if agreeing else BondRule.OTHER_DAY, likeness)


def _only_denied(one: Group, two: Group) -> bool:
    """Whether the days of two groups agree only by one that some report of either denies."""
    return nearest(one.told_of or one.days, two.told_of or two.days) not in {None, *AGREEING}
