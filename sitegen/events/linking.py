"""Report -> Event: the reports of one event, joined, adjudicated and named."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from sitegen.events.claims import Account, disagreement_of, leading, live, rescheduled_from
from sitegen.events.grouping import Made, Press, group_reports
from sitegen.events.identity import unique_ids
from sitegen.events.naming import named
from sitegen.events.people import renamed
from sitegen.events.slips import moved_from
from sitegen.events.sources import voices
from sitegen.events.statuses import status_of
from sitegen.events.vocabularies import vocabulary_of
from sitegen.model import Article, Bond, BondRule, Event, Report, Standing, Vocabulary

_NAMES = 6  # names that an event shows
_FEW_TERMS = 2  # so that a heading of one common word is not the most central
_SHORT, _LONG = 25, 110  # characters of a heading that reads well


def link(
    articles: tuple[Article, ...],
    reports: tuple[Report, ...],
    as_of: dt.date,
    aliases: Mapping[str, tuple[str, ...]] | None = None,
    vocabularies: Mapping[str, Vocabulary] | None = None,
) -> tuple[Event, ...]:
    """Every event of the corpus, by first day, then last day, then id.

    ``aliases`` gives for a name the other forms that the site knows it by,
    ``vocabularies`` for an article's id what `vocabulary_of` makes of it; where it is not given, the texts are read here.
    The same articles in another order give the same events.
    """
    by_id = {article.id: article for article in articles}
    ordered = renamed(sorted(reports, key=_place), aliases or {}, {article.language for article in articles})
    words = vocabularies or {article.id: vocabulary_of(article) for article in articles}
    speakers = voices(articles, words)
    groups, made = group_reports(ordered, Press(speakers, by_id, words))
    ordered = moved_from(ordered, groups, {join.two for join in made if join.rule is BondRule.MOVED}, by_id)
    accounts = [_account(ordered, group, by_id, speakers) for group in groups]
    cores = [_core(account) for account in accounts]
    ids = unique_ids(cores, [by_id[core.article].language for core in cores])
    bonds = _bonds(groups, made)
    events = [_event(account, name, as_of, bonds[group[0]]) for account, name, group in zip(accounts, ids, groups, strict=True)]
    return tuple(sorted(named(events, by_id), key=lambda event: (event.interval.first_day, event.interval.last_day, event.id)))


def _place(report: Report) -> tuple[str, int, int]:
    return report.article, report.sentence, report.resolution.expression.span.start


def _account(reports: Sequence[Report], group: Sequence[int], articles: Mapping[str, Article], speakers: Mapping[str, str]) -> Account:
    """The reports of a group, the one that holds first, then by publication."""
    numbers = sorted(group, key=lambda number: (articles[reports[number].article].day, number))
    account = Account(tuple(reports[number] for number in numbers), articles, speakers, tuple(numbers))
    lead = leading(account, live(account))
    order = [lead, *(place for place in range(len(numbers)) if place != lead)]
    return Account(tuple(account.reports[place] for place in order), articles, speakers, tuple(numbers[place] for place in order))


def _core(account: Account) -> Report:
    """The report by which an event was first known; one that says something of its own where there is one."""
    first = sorted(zip(account.reports, account.numbers, strict=True), key=lambda pair: (account.articles[pair[0].article].day, pair[1]))
    return next((report for report, _ in first if not report.leans), first[0][0])


def _bonds(groups: Sequence[Sequence[int]], made: Sequence[Made]) -> Mapping[int, list[Made]]:
    """The joins of each group, by its first member."""
    first = {number: group[0] for group in groups for number in group}
    found: dict[int, list[Made]] = {group[0]: [] for group in groups}
    for join in made:
        found[first[join.one]].append(join)
    return found


def _event(account: Account, name: str, as_of: dt.date, joins: Sequence[Made]) -> Event:
    still = live(account)
    reports, interval = account.reports, account.reports[0].interval
    actors = _most_named([report.actors for report in reports])
    return Event(
        id=name,
        headline=_heading(account, still),
        interval=interval,
        status=status_of(account, still, interval, as_of),
        certainty=reports[0].resolution.certainty,
        reports=reports,
        sources=_publishers(account),
        actors=actors,
        places=tuple(name for name in _most_named([report.places for report in reports]) if name not in actors),
        disagreement=disagreement_of(account, still),
        rescheduled_from=rescheduled_from(reports),
        tags=tuple(dict.fromkeys(tag for number in range(len(reports)) for tag in account.article(number).tags)),
        bonds=_bonds_within(account, joins),
    )


def _bonds_within(account: Account, joins: Sequence[Made]) -> tuple[Bond, ...]:
    place = {number: index for index, number in enumerate(account.numbers)}
    return tuple(
        Bond(place[join.one], place[join.two], join.rule, join.likeness.named(), round(join.likeness.needed, 4))
        if join.likeness
        else Bond(place[join.one], place[join.two], join.rule)
        for join in joins
    )


def _publishers(account: Account) -> tuple[str, ...]:
    """One publisher for each independent voice, in order of first report."""
    found: dict[str, str] = {}
    for number in sorted(range(len(account.reports)), key=lambda number: (account.article(number).day, account.numbers[number])):
        found.setdefault(account.voice(number), account.article(number).publisher)
    return tuple(dict.fromkeys(found.values()))


def _heading(account: Account, standing: Sequence[int]) -> str:
    """The heading of the report that says most plainly what happened; among equals the one in the words that most others use."""
    if len(account.reports) == 1:
        return account.reports[0].headline
    shared = Counter(term for report in account.reports for term in {*report.terms, *report.actors})
    over = any(account.reports[number].standing is Standing.HAPPENED for number in standing)

    def rank(number: int) -> tuple[float, ...]:
        report = account.reports[number]
        terms = {*report.terms, *report.actors}
        central = sum(shared[term] for term in terms) / (len(terms) + _FEW_TERMS)
        return (
            not _same_days(report, account.reports[0]),
            _names_another_hour(report, account.reports[0]),
            report.leans,
            report.quoted,
            report.replaces is not None,
            over and report.standing is not Standing.HAPPENED,
            report.faults,
            not report.actors and not report.places,
            report.standing in {Standing.CONDITIONAL, Standing.DENIED},
            not _SHORT <= len(report.headline) <= _LONG,
            -round(central, 6),
            account.numbers[number],
        )

    return account.reports[min(standing, key=rank)].headline


def _same_days(one: Report, two: Report) -> bool:
    return (one.interval.first_day, one.interval.last_day) == (two.interval.first_day, two.interval.last_day)


def _names_another_hour(one: Report, two: Report) -> bool:
    """Whether the hours that two reports give cannot be the same."""
    return not (one.interval.contains(two.interval) or two.interval.contains(one.interval))


def _most_named(lists: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    counts = Counter(chain.from_iterable(lists))
    return tuple(sorted(counts, key=lambda name: (-counts[name], name))[:_NAMES])
