"""What kind of text an article is, by how many of its dates bring a past year with them; what kind of thing an expression names."""

from __future__ import annotations

import datetime as dt

from sitegen.dates import interval_of
from sitegen.model import Article, CalendarDate, Direction, Expression, Meaning, Offset, Period, Relation, TimeOfDay, Unit, Weekday, day_of
from sitegen.resolutions.clauses import Cue

# A text is a narrative where dates with past years outnumber those that count from its publication, threefold.
_NARRATIVE_YEARS = 3
_NARRATIVE_RATIO = 3
_HISTORY_RATIO = 10


def narrates(
    article: Article, expressions: tuple[Expression, ...], cues: tuple[Cue, ...], quoted: tuple[bool, ...], opening: tuple[bool, ...]
) -> tuple[bool, bool]:
    """Whether a text is a narrative, and whether it hardly looks up to its own day, in what it quotes as well."""
    nowadays = tuple(opens and is_nowadays(each, cue) for each, cue, opens in zip(expressions, cues, opening, strict=True))
    apart = tuple(inside or now for inside, now in zip(quoted, nowadays, strict=True))
    dated, current = _dated_and_current(article, expressions, cues, apart)
    said = sum(inside and is_deictic(expression) for expression, inside in zip(expressions, quoted, strict=True))
    told = dated >= _NARRATIVE_YEARS
    return told and dated >= _NARRATIVE_RATIO * current, told and dated >= _HISTORY_RATIO * (current + said)


def _dated_and_current(
    article: Article, expressions: tuple[Expression, ...], cues: tuple[Cue, ...], apart: tuple[bool, ...]
) -> tuple[int, int]:
    """How many dates bring a past year with them, and how many count from the publication: the kind of a text lies in their ratio."""
    dated = sum(
        isinstance(meaning, CalendarDate)
        and meaning.years == 1
        and not meaning.fiscal
        and meaning.year is not None
        and (meaning.bc or meaning.year < article.day.year)
        for meaning in (expression.meaning for expression in expressions)
    )
    current = sum(
        not said and (is_deictic(expression) or _is_ahead(expression, cue, article.day))  # a quotation counts from when it was said
        for expression, cue, said in zip(expressions, cues, apart, strict=True)
    )
    return dated, current


def _is_ahead(expression: Expression, cue: Cue, published: dt.date) -> bool:
    """Whether it leaves out its year and yet is no past one: "they will stand on 14 November", or a weekday with a date of this year."""
    meaning = expression.meaning
    if not isinstance(meaning, CalendarDate) or meaning.year is not None or meaning.bc:
        return False
    return cue.rule == "direction.future-verb" or fits_weekday(meaning, published)


def fits_weekday(meaning: CalendarDate, published: dt.date) -> bool:
    """Whether its weekday is right in the year around a publication: "Sunday 8 February"."""
    if not meaning.weekday or not meaning.month or not meaning.day:
        return False
    intervals = [interval_of(f"{year:04}-{meaning.month:02}-{meaning.day:02}") for year in range(published.year - 1, published.year + 2)]
    days = [interval.first_day for interval in intervals if interval]
    nearest = min(days, key=lambda day: abs((day - published).days), default=None)
    return nearest is not None and nearest.isoweekday() == meaning.weekday


def is_nowadays(expression: Expression, cue: Cue) -> bool:
    """Whether it is a "today" of which nothing is told: "Today the town lives on yachts", where it opens its sentence."""
    return expression.meaning == Offset(0, Unit.DAY, exact=True) and cue.direction is Direction.NONE


def is_deictic(expression: Expression) -> bool:
    """Whether it counts from the publication: "yesterday", "on Tuesday", "last week"."""
    meaning = day_of(expression.meaning)
    match meaning:
        case Offset(base="today"):
            return True
        case Weekday(relation=relation):
            return relation is not Relation.SAME
        case Period(relation=relation) | CalendarDate(relation=relation):
            return relation in {Relation.THIS, Relation.LAST, Relation.NEXT}
        case _:
            return False


def is_quarter(meaning: Meaning) -> bool:
    """Whether it names a quarter."""
    match meaning:
        case CalendarDate(quarter=int()) | Period(unit=Unit.QUARTER):
            return True
        case _:
            return False


def is_day(expression: Expression) -> bool:
    """Whether it names a day or a part of one."""
    match expression.meaning:
        case Weekday() | TimeOfDay():
            return True
        case CalendarDate(day=day, holiday=holiday):
            return day is not None or bool(holiday)
        case _:
            return False


def is_day_alone(meaning: Meaning) -> bool:
    """Whether it is a day that leaves its month to the date before: "the 25th"."""
    return isinstance(meaning, CalendarDate) and meaning == CalendarDate(day=meaning.day)


def is_year(expression: Expression) -> bool:
    """Whether it is a year by its number alone."""
    meaning = expression.meaning
    return isinstance(meaning, CalendarDate) and meaning == CalendarDate(year=meaning.year)
