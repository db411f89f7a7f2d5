"""Report -> Event: the reports of one event, joined, adjudicated and named."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from sitegen.events.claims import Account, disagreement_of, leading, live, rescheduled_from
from sitegen.events.grouping import Press, group_reports
from sitegen.events.headlines import ELLIPSIS
from sitegen.events.identity import unique_ids
from sitegen.events.people import renamed
from sitegen.events.sources import voices
from sitegen.events.statuses import status_of
from sitegen.model import Article, Event, Report, Standing

_NAMES = 6  # names that an event shows
_SHORT, _LONG = 25, 110  # characters of a heading that reads well


def link(
    articles: tuple[Article, ...], reports: tuple[Report, ...], as_of: dt.date, aliases: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[Event, ...]:
    """Every event of the corpus, by first day, then last day, then id.

    ``aliases`` gives for a name the other forms that the site knows it by.
    The same articles in another order give the same events.
    """
    by_id = {article.id: article for article in articles}
    ordered = renamed(sorted(reports, key=_place), aliases or {})
    speakers = voices(articles)
    accounts = [
        Account(tuple(sorted((ordered[n] for n in group), key=lambda report: _published(by_id, report))), by_id, speakers)
        for group in group_reports(ordered, Press(speakers, {article.id: article.day for article in articles}))
    ]
    language = articles[0].language if articles else "en"
    ids = unique_ids([account.reports[0] for account in accounts], language)
    events = [_event(account, name, as_of) for account, name in zip(accounts, ids, strict=True)]
    return tuple(sorted(events, key=lambda event: (event.interval.first_day, event.interval.last_day, event.id)))


def _place(report: Report) -> tuple[str, int, int]:
    return report.article, report.sentence, report.resolution.expression.span.start


def _published(articles: Mapping[str, Article], report: Report) -> tuple[str, str, int, int]:
    return articles[report.article].day.isoformat(), *_place(report)


def _event(account: Account, name: str, as_of: dt.date) -> Event:
    standing = live(account)
    lead = leading(account, standing)
    interval = account.reports[lead].interval
    reports = (account.reports[lead], *(report for number, report in enumerate(account.reports) if number != lead))
    first = Account(reports, account.articles, account.voices)
    still = live(first)
    return Event(
        id=name,
        headline=_heading(first, still),
        interval=interval,
        status=status_of(first, still, interval, as_of),
        certainty=reports[0].resolution.certainty,
        reports=reports,
        sources=_publishers(account),
        actors=_most_named([report.actors for report in reports]),
        places=_most_named([report.places for report in reports]),
        disagreement=disagreement_of(first, still),
        rescheduled_from=rescheduled_from(reports),
        tags=tuple(dict.fromkeys(tag for number in range(len(reports)) for tag in first.article(number).tags)),
    )


def _publishers(account: Account) -> tuple[str, ...]:
    """One publisher for each independent voice, in order of first report."""
    found: dict[str, str] = {}
    for number in range(len(account.reports)):
        found.setdefault(account.voice(number), account.article(number).publisher)
    return tuple(dict.fromkeys(found.values()))


def _heading(account: Account, standing: Sequence[int]) -> str:
    """The heading of the report that says most plainly what happened."""

    def rank(number: int) -> tuple[int, ...]:
        report = account.reports[number]
        length = len(report.headline)
        return (
            not _same_days(report, account.reports[0]),
            report.leans,
            report.quoted,
            ELLIPSIS in report.headline[:-1],
            not report.actors and not report.places,
            report.standing in {Standing.CONDITIONAL, Standing.DENIED},
            not _SHORT <= length <= _LONG,
            number,
        )

    return account.reports[min(standing, key=rank)].headline


def _same_days(one: Report, two: Report) -> bool:
    return (one.interval.first_day, one.interval.last_day) == (two.interval.first_day, two.interval.last_day)


def _most_named(lists: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    counts = Counter(name for names in lists for name in names)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name))[:_NAMES])
