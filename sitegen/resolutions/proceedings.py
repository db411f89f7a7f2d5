"""Reports of courts and inquests: they tell of days of earlier years one after the other, and of their own hearings between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sitegen.model import CalendarDate, Direction, Relation, day_of
from sitegen.resolutions.context import Context
from sitegen.resolutions.neighbours import marks
from sitegen.resolutions.situation import Topic
from sitegen.resolutions.written import real_day

_CLOSE = dt.timedelta(60)  # from one day told to the next
_STEP_BACK = dt.timedelta(14)  # without "had" a report seldom goes back
_FAR = dt.timedelta(90)  # from the publication, so that a bare day is not one of the last or next months
_HEARING = dt.timedelta(75)  # within which a hearing is named without its year
_CASE = 15  # years: what is tried is not longer ago
_BESIDE = 1  # blocks
_MONTHS, _ONWARD, _BACK = 12, 6, 2  # of a year; by how many a case is told onwards, and looked back from with "had"
_JUST_OVER = 3  # months: those of the last ones are the hearing's
_COURT_WORDS, _AROUND = 3, 500  # and within how many tokens to either side


def in_court(context: Context, at: int, told: int, published: dt.date) -> bool:
    """Whether it is a day of the proceedings that are reported, not of what they are about: "she pleaded guilty on 11 August"."""
    meaning = _bare_day(context, at)
    if meaning is None or (context.history and published.year - told > _CASE):
        return False
    day = real_day(published.year, meaning.month, meaning.day)
    if day is None or not dt.timedelta(0) <= published - day < _HEARING or context.cues[at].direction is Direction.FUTURE:
        return False
    return not marks(context.article.language, "PROCEEDING").isdisjoint(context.sentence_codes(at))


def near_told(context: Context, at: int, topic: Topic, published: dt.date) -> bool:
    """Whether a bare day or month goes on from the time told last, of an earlier year, and lies far from the publication."""
    here = context.expressions[at].sentence
    if topic.told is None or not topic.dated or context.cues[at].direction is Direction.FUTURE:
        return False
    if context.article.sentences[here].block - topic.paragraph > _BESIDE or not context.told[here]:
        return False
    return _near_day(context, at, topic, topic.told, published) or _near_month(context, at, topic.told, published)


def _near_day(context: Context, at: int, topic: Topic, told: dt.date, published: dt.date) -> bool:
    """Whether a bare day lies close to the day told last."""
    meaning = _bare_day(context, at)
    if meaning is None or not (topic.told_day or _is_of_court(context, at)):
        return False
    back = _CLOSE if context.cues[at].before else _STEP_BACK
    close = any(-back <= day - told <= _CLOSE for day in _days(meaning, told) if day < published)
    here = context.expressions[at].sentence
    chained = topic.chained and here - topic.sentence == 1 and topic.paragraph == context.article.sentences[here].block
    far = chained or all(abs(day - published) > _FAR for day in _days(meaning, published))  # "six days later. He was held on 29 November"
    return told < published - _FAR and close and far


def _near_month(context: Context, at: int, told: dt.date, published: dt.date) -> bool:
    """Whether a court's report goes on to a bare month: "began in January 2019 … By June she was writing two a week"."""
    match context.expressions[at].meaning:
        case CalendarDate(month=int() as month, day=None, year=None, year_relation=None, relation=Relation.BARE, nth=None):
            pass
        case _:
            return False
    over = (published.month - month) % _MONTHS  # months since it was last over
    onward, back = (month - told.month) % _MONTHS, (told.month - month) % _MONTHS
    looks_back = context.cues[at].before or context.cues[at].rule == "direction.since"
    follows = onward <= _ONWARD or (looks_back and back <= _BACK)
    return told.year < published.year and over > _JUST_OVER and follows and _is_of_court(context, at)


def _is_of_court(context: Context, at: int) -> bool:
    """Whether the text around speaks of a court more than in passing."""
    place = context.tokens.at(context.expressions[at].span.start)
    codes = context.tokens.codes[max(place - _AROUND, 0) : place + _AROUND]
    return sum(codes.count(code) for code in marks(context.article.language, "COURTWORD")) >= _COURT_WORDS


def _bare_day(context: Context, at: int) -> CalendarDate | None:
    """The day of a month that an expression names without its year or its weekday."""
    said = context.expressions[at].meaning
    match day_of(said):
        case CalendarDate(month=int(), day=int(), year=None, year_relation=None, relation=Relation.BARE, weekday=None) as meaning:
            return meaning
        case _:
            return None


def _days(meaning: CalendarDate, near: dt.date) -> Iterator[dt.date]:
    """The day in the years around another."""
    for year in range(near.year - 1, near.year + 2):
        if day := real_day(year, meaning.month, meaning.day):
            yield day
