"""Which reports are of one event: first those whose days agree, then what the text ties, then what sources date differently.

Reports are first compared with one another, then as groups: what several
reports of an event have said together knows a newcomer that no single one does.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.events.candidates import candidate_pairs
from sitegen.events.days import AGREEING, Relation, nearest, relation_of
from sitegen.events.features import Features, features_of, together
from sitegen.events.groups import Groups
from sitegen.events.likeness import Likeness, likeness_of
from sitegen.events.occasions import Calendar
from sitegen.events.ties import leaning, ties
from sitegen.model import Report, Standing

_SAMPLE = 8  # members that stand for a large group
_COMPANY = 0.4  # part of the needed score that two groups need as a whole
_WEAK = 0.25  # part of the needed score from which two reports' groups are compared


@dataclass(frozen=True, slots=True)
class Join:
    """Two reports and how alike they are."""

    one: int
    two: int
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class _Corpus:
    """What grouping knows."""

    reports: Sequence[Report]
    features: Sequence[Features]
    calendar: Calendar
    groups: Groups
    busy: Mapping[dt.date, int]


def group_reports(
    reports: Sequence[Report], voices: Mapping[str, str], published: Mapping[str, dt.date]
) -> tuple[tuple[int, ...], ...]:
    """Numbers of the reports of each event, each group in order, groups by their first member.

    ``reports`` stand in an order of their own content (article, then place in
    it), so that the result is the same whatever order the files were read in.
    ``voices`` and ``published`` give an article's independent source and day.
    """
    withdrawn = frozenset((voices[r.article], r.interval.last_day) for r in reports if r.standing is Standing.DENIED)
    busy = Counter(report.interval.first_day for report in reports)
    corpus = _Corpus(reports, features_of(reports, published), Calendar(reports, voices, published, withdrawn), Groups(len(reports)), busy)
    joins = _joins(corpus)
    _join_agreeing(corpus, [join for join in joins if join.likeness.one_event and join.likeness.relation in AGREEING])
    _join_by_text(corpus)
    _join_groups(corpus, joins)
    found: dict[int, list[int]] = defaultdict(list)
    for number in range(len(reports)):
        found[corpus.groups.root(number)].append(number)
    return tuple(tuple(members) for _, members in sorted(found.items()))


def _joins(corpus: _Corpus) -> list[Join]:
    """Pairs of reports that are at all alike, likest first."""
    found = []
    for one, two in candidate_pairs(corpus.reports, corpus.features):
        relation = relation_of(corpus.reports[one].interval, corpus.reports[two].interval)
        if relation is Relation.FAR:
            continue
        likeness = likeness_of(corpus.features[one], corpus.features[two], relation, _crowd(corpus, one, two))
        if likeness.score >= _WEAK * likeness.needed:
            found.append(Join(one, two, likeness))
    return sorted(found, key=lambda join: (-round(join.likeness.score, 9), join.one, join.two))


def _crowd(corpus: _Corpus, one: int, two: int) -> int:
    """How many reports there are of the busier of two days."""
    return max(corpus.busy[corpus.reports[number].interval.first_day] for number in (one, two))


def _join_agreeing(corpus: _Corpus, joins: Sequence[Join]) -> None:
    """Join two groups whose precise days agree and which are not strangers as a whole."""
    for join in joins:
        one, two = _members(corpus, join)
        if one != two and corpus.calendar.fits(one, two):
            likeness = _of_groups(corpus, one, two, join.likeness.relation)
            if likeness.score >= _COMPANY * likeness.needed:
                corpus.groups.join(join.one, join.two)


def _join_by_text(corpus: _Corpus) -> None:
    """Join what leans on something else, and what the text ties together."""
    for one, two in leaning(corpus.reports, corpus.groups):
        if corpus.calendar.fits(corpus.groups.members(one), corpus.groups.members(two)):
            corpus.groups.join(one, two)
    for one, two in ties(corpus.reports):
        corpus.groups.join(one, two)


def _join_groups(corpus: _Corpus, joins: Sequence[Join]) -> None:
    """Join groups that are alike as a whole; those on different days only where no source stands by both."""
    for agreeing in (True, False):
        for join in joins:
            one, two = _members(corpus, join)
            if one == two:
                continue
            relation = nearest([corpus.reports[n].interval for n in one], [corpus.reports[n].interval for n in two])
            if (relation in AGREEING) is not agreeing:
                continue
            allowed = corpus.calendar.fits(one, two) if agreeing else corpus.calendar.may_differ(one, two)
            likeness = join.likeness if relation is Relation.NEAR else _of_groups(corpus, one, two, relation)
            if allowed and likeness.one_event:
                corpus.groups.join(join.one, join.two)


def _members(corpus: _Corpus, join: Join) -> tuple[list[int], list[int]]:
    return corpus.groups.members(join.one), corpus.groups.members(join.two)


def _of_groups(corpus: _Corpus, one: Sequence[int], two: Sequence[int], relation: Relation) -> Likeness:
    """How alike two groups are as a whole."""
    first = together([corpus.features[n] for n in sorted(one)[:_SAMPLE]])
    second = together([corpus.features[n] for n in sorted(two)[:_SAMPLE]])
    return likeness_of(first, second, relation, max(corpus.busy[corpus.reports[n].interval.first_day] for n in (*one, *two)))
