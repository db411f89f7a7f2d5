"""The day of a thing from which another that is dated is counted: "closed on 13 September, four days after its head had left"."""

from __future__ import annotations

from dataclasses import replace

from sitegen.events.clauses import parse
from sitegen.events.counts import Count, counted_from
from sitegen.events.grammar import Grammar
from sitegen.model import Article, Report, Resolution, Span, Standing

BACKDATED = "offset.to-event"
"""The rule of such a date, which stands before the clause that it is of."""
_TOLD = frozenset({Standing.HAPPENED, Standing.SCHEDULED})
_COMMA = 2  # characters between two parts of a sentence


def backdated(article: Article, count: Count, reports: tuple[Report, ...], words: Grammar) -> Resolution | None:
    """The day of what a clause behind "four days after" tells, where the main clause of its sentence gives one day, its own."""
    if not _tells(count, words):
        return None
    told = [report for report in reports if report.sentence == count.sentence and _is_main(article, report, count)]
    if len({report.interval.first_day for report in told}) != 1:
        return None
    main, length = told[0], article.prose[count.span.start : count.thing[0].start].rstrip()
    span = Span(count.span.start, count.span.start + len(length))
    because = f"“{main.headline}”, {main.interval.first_day.isoformat()}, is counted from it"
    return counted_from(article, replace(count, amount=-count.amount), main, span, BACKDATED, because)


def _tells(count: Count, words: Grammar) -> bool:
    """Whether a clause with its subject stands behind the length, and not just the name of a thing."""
    verb = next((group for group in parse(count.thing, words).groups if group.finite), None)
    return verb is not None and verb.first > 0 and not count.part


def _is_main(article: Article, report: Report, count: Count) -> bool:
    """Whether a report is of one day of the clause that the length stands beside: right behind it, or before it at the sentence's head."""
    told = report.interval.days == 1 and report.standing in _TOLD and not report.quoted
    start = report.resolution.expression.span.start
    opens = article.sentences[count.sentence].span.start == count.span.start
    beside = opens if start > count.span.start else report.clause.end >= count.span.start - _COMMA
    return told and beside and not count.span.start <= start < count.span.end
