"""The day of a thing from which another that is dated is counted: "closed on 13 September, four days after its head had left"."""

from __future__ import annotations

from dataclasses import replace

from sitegen.dates import Timex, TimexType, interval_of
from sitegen.events.clauses import parse
from sitegen.events.counts import Count, moved, value_of
from sitegen.events.grammar import Grammar
from sitegen.model import Anchor, AnchorKind, Article, Certainty, Direction, Expression, Offset, Report, Resolution, Span, Standing, Step

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
    main, back = told[0], replace(count, amount=-count.amount)
    value = value_of(back, main.interval.first_day)
    interval = interval_of(value) if value else None
    if value is None or interval is None:
        return None
    span = Span(count.span.start, count.thing[0].start)
    text = article.prose[span.start : span.end].rstrip()
    day = main.interval.first_day.isoformat()
    return Resolution(
        Expression(
            article.id, count.sentence, Span(span.start, span.start + len(text)), text, Offset(back.amount, count.unit, "topic"), BACKDATED
        ),
        Timex(TimexType.TIME if "T" in value else TimexType.DATE, value),
        interval,
        Anchor(AnchorKind.EVENT, day, main.clause),
        Direction.PAST if interval.first_day <= article.day else Direction.FUTURE,
        Certainty.RESOLVED if main.resolution.certainty in {Certainty.STATED, Certainty.RESOLVED} else Certainty.FRAGILE,
        steps=(Step(BACKDATED, f"“{main.headline}”, {day}, is counted from it", main.clause, day, value),),
        if_dated=tuple((shift, there) for shift, value in main.resolution.if_dated if (there := moved(back, value))),
    )


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
