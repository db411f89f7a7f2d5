"""Which reports are of one event: first those whose days agree, then what the text ties, then what sources date differently."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.dates import Interval
from sitegen.events.candidates import candidate_pairs
from sitegen.events.days import Relation, compatible, ends_of, is_precise, relation_of
from sitegen.events.features import Features, cosine, features_of
from sitegen.events.groups import Groups
from sitegen.events.likeness import Likeness, likeness_of
from sitegen.events.ties import leaning, ties
from sitegen.model import Report, Standing

_AGREEING = frozenset({Relation.SAME, Relation.SAME_PERIOD, Relation.WITHIN, Relation.COARSE})
_ONE_OCCASION = frozenset({Relation.SAME, Relation.SAME_PERIOD, Relation.WITHIN})
_SAMPLE = 6  # members of a group that a newcomer is compared with
_COMPANY = 0.4  # part of the needed score that two groups need on average
_READINGS = 3  # different days that one event can be given


@dataclass(frozen=True, slots=True)
class Join:
    """Two reports that are alike enough to be of one event."""

    one: int
    two: int
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class _Corpus:
    """What grouping knows: reports in the order of their own content, their features and who speaks."""

    reports: Sequence[Report]
    features: Sequence[Features]
    voices: Mapping[str, str]
    groups: Groups
    withdrawn: frozenset[tuple[str, dt.date]]
    """Days that a voice gave and corrected."""


def group_reports(
    reports: Sequence[Report], voices: Mapping[str, str], published: Mapping[str, dt.date]
) -> tuple[tuple[int, ...], ...]:
    """Numbers of the reports of each event, each group in order, groups by their first member.

    ``reports`` stand in an order of their own content (article, then place in
    it), so that the result is the same whatever order the files were read in.
    ``voices`` and ``published`` give an article's independent source and day.
    """
    withdrawn = frozenset((voices[r.article], r.interval.last_day) for r in reports if r.standing is Standing.DENIED)
    corpus = _Corpus(reports, features_of(reports, published), voices, Groups(len(reports)), withdrawn)
    joins = joins_of(reports, corpus.features)
    for join in joins:
        if join.likeness.relation in _AGREEING:
            _join_agreeing(corpus, join)
    for one, two in leaning(reports, corpus.groups):
        if _fits(corpus, one, two):
            corpus.groups.join(one, two)
    for one, two in ties(reports):
        corpus.groups.join(one, two)
    for join in joins:
        if join.likeness.relation not in _AGREEING:
            _join_differing(corpus, join)
    found: dict[int, list[int]] = defaultdict(list)
    for number in range(len(reports)):
        found[corpus.groups.root(number)].append(number)
    return tuple(tuple(members) for _, members in sorted(found.items()))


def joins_of(reports: Sequence[Report], features: Sequence[Features]) -> list[Join]:
    """Pairs that are alike enough, likest first."""
    busy = Counter(report.interval.first_day for report in reports)
    found = []
    for one, two in candidate_pairs(reports, features):
        relation = relation_of(reports[one].interval, reports[two].interval)
        if relation is Relation.FAR:
            continue
        crowd = max(busy[reports[one].interval.first_day], busy[reports[two].interval.first_day])
        likeness = likeness_of(features[one], features[two], relation, crowd)
        if likeness.one_event:
            found.append(Join(one, two, likeness))
    return sorted(found, key=lambda join: (-round(join.likeness.score, 9), join.one, join.two))


def _join_agreeing(corpus: _Corpus, join: Join) -> None:
    """Join two groups whose precise days agree and whose other members are not strangers."""
    groups = corpus.groups
    if groups.root(join.one) == groups.root(join.two):
        return
    if _fits(corpus, join.one, join.two) and _known(corpus, join):
        groups.join(join.one, join.two)


def _fits(corpus: _Corpus, one: int, two: int) -> bool:
    """Whether the days of two reports' groups allow them to be one event."""
    first, second = corpus.groups.members(one), corpus.groups.members(two)
    return _fit(_precise(corpus, first), _precise(corpus, second)) and not _told_apart(corpus, first, second)


def _precise(corpus: _Corpus, members: Sequence[int]) -> set[Interval]:
    return {corpus.reports[number].interval for number in members if is_precise(corpus.reports[number].interval)}


def _fit(one: set[Interval], two: set[Interval]) -> bool:
    """Whether all precise days of two groups can be of one occasion: all agree, or lie in one that covers them."""
    together = one | two
    widest = max(together, key=lambda interval: (interval.days, interval.start), default=None)
    return widest is None or all(compatible(widest, other) for other in together)


def _told_apart(corpus: _Corpus, one: Sequence[int], two: Sequence[int]) -> bool:
    """Whether some sentence gives the two groups different days: it knows them as two events."""
    ranges = [corpus.reports[n].interval for n in (*one, *two) if is_precise(corpus.reports[n].interval) and corpus.reports[n].interval.days > 1]
    days = {(corpus.reports[n].article, corpus.reports[n].sentence): corpus.reports[n].interval for n in one}
    for report in (corpus.reports[n] for n in two):
        other = days.get((report.article, report.sentence))
        if other and relation_of(report.interval, other) not in _ONE_OCCASION and not any(ends_of(found, report.interval, other) for found in ranges):
            return True
    return False


def _known(corpus: _Corpus, join: Join) -> bool:
    """Whether two groups are alike on the whole and not only where they touch."""
    one, two = corpus.groups.members(join.one), corpus.groups.members(join.two)
    if len(one) * len(two) == 1:
        return True
    pairs = [(a, b) for a in sorted(one)[:_SAMPLE] for b in sorted(two)[:_SAMPLE]]
    mean = sum(cosine(corpus.features[a], corpus.features[b]) for a, b in pairs) / len(pairs)
    return mean >= _COMPANY * join.likeness.needed


def _join_differing(corpus: _Corpus, join: Join) -> None:
    """Join two groups on different days that different sources report alike.

    A source that reports both days knows two events, unless it corrects itself.
    """
    groups = corpus.groups
    if groups.root(join.one) == groups.root(join.two):
        return
    one, two = groups.members(join.one), groups.members(join.two)
    first, second = _claims(corpus, one), _claims(corpus, two)
    both = any(voice == other and not compatible(days, days_too) for voice, days in first for other, days_too in second)
    readings = {interval.first_day for _, interval in first | second}
    if not both and len(readings) <= _READINGS and not _told_apart(corpus, one, two) and _known(corpus, join):
        groups.join(join.one, join.two)


def _claims(corpus: _Corpus, members: Sequence[int]) -> set[tuple[str, Interval]]:
    """The precise days that each voice stands by; what it corrected itself does not count."""
    found = [(corpus.voices[corpus.reports[number].article], corpus.reports[number]) for number in members]
    return {
        (voice, report.interval)
        for voice, report in found
        if is_precise(report.interval)
        and report.standing is not Standing.DENIED
        and (voice, report.interval.last_day) not in corpus.withdrawn
    }
