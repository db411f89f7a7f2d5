"""Stage 3, what was meant: the value and interval of every expression, with the steps that led there."""

from __future__ import annotations

import datetime as dt

from sitegen.dates import Interval, Timex, TimexType, interval_of
from sitegen.languages import available
from sitegen.model import Article, CalendarDate, Certainty, Expression, Resolution, Step
from sitegen.resolutions.context import context_of
from sitegen.resolutions.overriding import settled, unused
from sitegen.resolutions.publication import PublicationDays, publication_days
from sitegen.resolutions.resolving import Reader
from sitegen.resolutions.situation import NO_ANCHOR, Placed, date_timex
from sitegen.resolutions.wording import in_words, worded

_SHIFTS = (-1, 1)  # days by which the article's date is moved to see what hangs on it


def resolve(article: Article, expressions: tuple[Expression, ...]) -> tuple[Resolution, ...]:
    """Resolve an article's expressions, in their order; pure and independent of the day it runs on."""
    if not available(article.language):
        return settled(article, tuple(_stated(article, each) for each in expressions))
    context = context_of(article, expressions)
    placed = Reader(context, article.day).run()
    shifted = {shift: Reader(context, day).run() for shift in _SHIFTS if (day := _moved(article.day, shift))}
    made = tuple(
        _resolution(article, each, placed[at], {shift: run[at] for shift, run in shifted.items()}) for at, each in enumerate(expressions)
    )
    return settled(article, made)


def _stated(article: Article, expression: Expression) -> Resolution:
    """A full date of a language without rules: it says itself what it means."""
    meaning = expression.meaning
    value = f"{meaning.year:04}-{meaning.month:02}-{meaning.day:02}" if isinstance(meaning, CalendarDate) else "XXXX"
    placed = Placed(
        date_timex(value), NO_ANCHOR, stated=True, steps=(Step("calendar.stated", "", expression.span, expression.text, value),)
    )
    return _resolution(article, expression, placed, {})


def _moved(day: dt.date, days: int) -> dt.date | None:
    """The day some days away, None beyond the ends of the calendar."""
    try:
        return day + dt.timedelta(days)
    except OverflowError:
        return None


def _resolution(article: Article, expression: Expression, placed: Placed, shifted: dict[int, Placed]) -> Resolution:
    interval = interval_of(placed.timex.value, placed.timex.mod) if placed.timex.type in {TimexType.DATE, TimexType.TIME} else None
    return Resolution(
        expression,
        placed.timex,
        interval,
        placed.anchor,
        placed.direction,
        _certainty(placed, shifted, interval),
        tuple(Timex(placed.timex.type, value) for value in placed.alternatives),
        worded(placed.steps, article),
        tuple((shift, other.timex.value) for shift, other in shifted.items()),
        placed.until_now,
    )


def _certainty(placed: Placed, shifted: dict[int, Placed], interval: Interval | None) -> Certainty:
    if interval is None:
        return Certainty.UNRESOLVED
    if placed.stated:
        return Certainty.STATED
    if interval.days > 1:
        return Certainty.RANGE
    moves = any(other.timex.value != placed.timex.value for other in shifted.values())
    return Certainty.FRAGILE if moves or placed.alternatives else Certainty.RESOLVED


__all__ = ["PublicationDays", "in_words", "publication_days", "resolve", "unused"]
