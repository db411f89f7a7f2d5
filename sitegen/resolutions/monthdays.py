"""Days that are named without their month: "the 28th", "Friday the 13th"; and from where what was not said is counted."""

from __future__ import annotations

import datetime as dt

from sitegen.dates import add_months
from sitegen.model import CalendarDate, Direction, Recurrence, Relation
from sitegen.resolutions.situation import AWAY, TOPICAL, Placed, Situation, anchored, date_timex, step, topic_anchor
from sitegen.resolutions.written import real_day

_NEAR = 100  # days
_NEAR_BLOCKS = 2  # a wire has a paragraph a sentence


def day_of_month(meaning: Recurrence) -> CalendarDate | None:
    """The day of this month that "the first of the month" names where it is one and not every one."""
    every, day = meaning.value[:-2], meaning.value[-2:]
    return CalendarDate(day=int(day), year_relation=Relation.THIS) if every == "XXXX-XX-" and day.isdecimal() else None


def base_of(meaning: CalendarDate, situation: Situation) -> tuple[dt.date, bool]:
    """The day that a missing year is counted from, and whether it is the time under discussion."""
    topic = situation.topic
    bare = meaning.relation is Relation.BARE and meaning.year_relation is None
    wanted = (situation.narrative and bare) or meaning.relation in TOPICAL or meaning.year_relation in TOPICAL
    if meaning.relation is Relation.FOLLOWING and topic.interval:
        return topic.interval.last_day, True
    day = topic.day or (topic.interval.first_day if topic.interval else None)
    return (day, True) if wanted and day else (situation.reference, False)


def _month_named(meaning: CalendarDate, situation: Situation) -> dt.date | None:
    """The month of a day beside the date just named, where the tense allows it: "opens on 28 May and closes on the 9th"."""
    topic = situation.topic
    if (
        topic.day
        and topic.day.day == meaning.day
        and situation.paragraph - topic.paragraph <= _NEAR_BLOCKS
        and meaning.year_relation is None
    ):
        return topic.day.replace(day=1)  # "the following Tuesday … – The 22nd?"
    if meaning.weekday or meaning.year_relation is not None:
        return None
    named = [day for day in situation.days if day.day == meaning.day]
    if named and situation.direction is Direction.PAST:
        return named[-1].replace(day=1)  # "on 28 February … on the evening of the 28th", with much between
    if topic.month is None or situation.paragraph - topic.paragraph > _NEAR_BLOCKS:
        return None
    months = [add_months(topic.month, shift) for shift in ((0, 1, -1) if topic.day else (0,))]
    days = [day for month in months if (day := real_day(month.year, month.month, meaning.day))]
    now = situation.reference
    fitting = {Direction.PAST: [day for day in days if day <= now], Direction.FUTURE: [day for day in days if day >= now]}
    near = sorted(fitting.get(situation.direction, days), key=lambda day: _away(day, topic.day or day))
    return near[0].replace(day=1) if near else None


def _away(day: dt.date, told: dt.date) -> tuple[bool, int]:
    """How far a day is from the one told, a later one of its month before all others: "on 9 October and again on the 25th"."""
    onward = (day.year, day.month) == (told.year, told.month) and day >= told
    return not onward, abs((day - told).days)


def place_day_of_month(meaning: CalendarDate, situation: Situation) -> Placed:
    """“The 28th”, "Friday the 13th", "the 3rd of this month"."""
    named = _month_named(meaning, situation)
    base, topical = (named, True) if named else base_of(meaning, situation)
    months = (
        [add_months(base.replace(day=1), shift) for shift in range(-13, 14)]
        if meaning.weekday
        else [add_months(base.replace(day=1), shift) for shift in (-1, 0, 1)]
    )
    days = [
        day
        for month in months
        if (day := real_day(month.year, month.month, meaning.day)) and (not meaning.weekday or day.isoweekday() == meaning.weekday)
    ]
    if meaning.year_relation is not None or topical:
        month = add_months(base.replace(day=1), AWAY.get(meaning.year_relation or Relation.SAME, 0))
        chosen = [day for day in days if (day.year, day.month) == (month.year, month.month)] or days
        rule = "calendar.month-told" if topical else "calendar.year-relation"
    else:
        near = [day for day in days if meaning.weekday and abs((day - base).days) < _NEAR]  # "shut on Saturday 23rd": it is this one
        chosen, rule = _by_side(near or days, base, situation.direction)
    anchor = topic_anchor(situation.topic) if topical else situation.anchor
    value = chosen[0].isoformat() if chosen else f"{base:%Y-%m}"
    pointed = (situation.pointed(situation.direction),) if rule in {"calendar.day-past", "calendar.day-future"} else ()
    steps = (anchored(anchor, situation), *pointed, step(rule, situation, anchor.value, value))
    return Placed(date_timex(value), anchor, situation.direction, steps=steps)


def _by_side(days: list[dt.date], base: dt.date, direction: Direction) -> tuple[list[dt.date], str]:
    """The days on the side to which the clause looks, nearest first, and the rule; all of them where it looks to neither."""
    match direction:
        case Direction.FUTURE:
            return [day for day in days if day >= base] or days, "calendar.day-future"
        case Direction.PAST:
            return [day for day in days if day <= base][::-1] or days, "calendar.day-past"
        case _:
            return sorted(days, key=lambda day: abs((day - base).days)), "calendar.day-of-month"
