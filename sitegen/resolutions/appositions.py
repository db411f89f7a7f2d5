"""Dates side by side that are one day: "on Good Friday, April 2, 2021", "Easter, which fell on 4 April", "tomorrow, tomorrow"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sitegen.dates import interval_of
from sitegen.model import CalendarDate, Meaning, Relation
from sitegen.resolutions.context import Context
from sitegen.resolutions.holidays import holiday
from sitegen.resolutions.neighbours import marks
from sitegen.resolutions.situation import Placed, Topic


def completed(context: Context, at: int, placed: dict[int, Placed], topic: Topic, published: dt.date) -> Meaning:
    """What an expression means, with the year that the holiday or date beside it gives."""
    meaning = context.expressions[at].meaning
    if not isinstance(meaning, CalendarDate) or meaning.year is not None or meaning.year_relation is not None:
        return meaning
    if meaning.holiday and context.apposed[at + 1 : at + 2] == (True,):
        beside = context.expressions[at + 1].meaning
        year = _year(meaning.holiday, beside, topic, published) if isinstance(beside, CalendarDate) else None
        return meaning if year is None else replace(meaning, year=year, relation=Relation.BARE)
    if meaning.month and meaning.day and context.apposed[at] and at - 1 in placed:
        told = interval_of(placed[at - 1].timex.value)
        same = told is not None and (told.first_day.month, told.first_day.day) == (meaning.month, meaning.day)
        return replace(meaning, year=told.first_day.year) if told and same else meaning
    return meaning


def said_twice(context: Context, at: int) -> bool:
    """Whether it only says once more, behind a comma, what stands before it: "tomorrow, tomorrow we sail"."""
    if not at or context.quoted[at] != context.quoted[at - 1]:
        return False
    before, again, tokens = context.expressions[at - 1], context.expressions[at], context.tokens
    between = tokens.codes[tokens.at(before.span.end) : tokens.at(again.span.start)]
    parted = len(between) == 1 and between in marks(context.article.language, "COMMA")
    return parted and before.sentence == again.sentence and before.text.lower() == again.text.lower()


def _year(name: str, beside: CalendarDate, topic: Topic, published: dt.date) -> int | None:
    """The year in which the holiday falls on the date beside it: the one that it says, the one under discussion, or one near by."""
    if not beside.month or not beside.day or beside.year_relation is not None:
        return None
    near = (topic.year or published.year, published.year, published.year - 1, published.year + 1)
    for year in (beside.year,) if beside.year else near:
        day = holiday(name, year)
        if day and (day.month, day.day) == (beside.month, beside.day):
            return year
    return None
