"""A holiday and its date side by side give one another the year: "on Good Friday, April 2, 2021", "Easter, which fell on 4 April"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sitegen.dates import interval_of
from sitegen.model import CalendarDate, Meaning, Relation
from sitegen.resolutions.context import Context
from sitegen.resolutions.holidays import holiday
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
