"""One function for each kind of meaning, chosen by an exhaustive match."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import assert_never

from sitegen.dates import Timex, TimexType, interval_of
from sitegen.model import (
    Anchor,
    AnchorKind,
    CalendarDate,
    Direction,
    Duration,
    Meaning,
    Offset,
    Period,
    Recurrence,
    TimeOfDay,
    Unit,
    Vague,
    VagueRef,
    Weekday,
)
from sitegen.resolutions.calendar import place_date
from sitegen.resolutions.holidays import fixed
from sitegen.resolutions.offsets import place_offset
from sitegen.resolutions.periods import place_period
from sitegen.resolutions.situation import NO_ANCHOR, Placed, Situation, Topic, step
from sitegen.resolutions.times import place_time
from sitegen.resolutions.weekdays import place_weekday

_WEEK, _SATURDAY = dt.timedelta(7), 6


def place(meaning: Meaning, situation: Situation) -> Placed:
    """Place one meaning in its situation."""
    try:
        placed = _place(meaning, situation)
    except (OverflowError, ValueError):  # beyond the years 1 to 9999
        placed = Placed(Timex(TimexType.DATE, "XXXX"), situation.anchor)
    modifier = situation.expression.modifier
    return replace(placed, timex=replace(placed.timex, mod=modifier)) if modifier else placed


def _place(meaning: Meaning, situation: Situation) -> Placed:
    match meaning:
        case CalendarDate():
            return place_date(meaning, situation)
        case Weekday(of=None):
            return place_weekday(meaning, situation)
        case Offset(of=None):
            return place_offset(meaning, situation)
        case Weekday() | Offset():
            return _beside(meaning, situation)
        case Period():
            return place_period(meaning, situation)
        case TimeOfDay():
            return place_time(meaning, situation, place)
        case Duration():
            return _length(meaning, situation)
        case Recurrence():
            return _set(meaning, situation)
        case Vague():
            return _vague(meaning, situation)
        case _:
            assert_never(meaning)


def _beside(meaning: Weekday | Offset, situation: Situation) -> Placed:
    """A day counted from a date that the expression itself names: the outer count starts where the inner date lies."""
    inner = place_weekday(meaning.of, situation) if isinstance(meaning.of, Weekday) else place_date(meaning.of or CalendarDate(), situation)
    interval = interval_of(inner.timex.value)
    if interval is None:
        return inner
    day = _counted_from(meaning, interval.first_day)
    counted = replace(
        situation,
        reference=day,
        anchor=Anchor(AnchorKind.TOPIC, day.isoformat(), situation.expression.span),
        narrative=False,
        topic=Topic(day=day, interval=interval),
    )
    outer = (
        place_weekday(replace(meaning, of=None), counted)
        if isinstance(meaning, Weekday)
        else place_offset(replace(meaning, of=None), counted)
    )
    return replace(outer, steps=inner.steps + outer.steps)


def _counted_from(meaning: Weekday | Offset, day: dt.date) -> dt.date:
    """The day that weeks are counted from: at a weekend "the week before" is the one that it ends, else "the weekend after" is its own."""
    if not isinstance(meaning, Offset) or meaning.exact:
        return day
    ahead, ends_week = meaning.amount > 0, day.isoweekday() >= _SATURDAY
    own = (meaning.unit is Unit.WEEK and ends_week and not ahead) or (meaning.unit is Unit.WEEKEND and ahead and not ends_week)
    return day - meaning.amount * _WEEK if own else day


def _length(meaning: Duration, situation: Situation) -> Placed:
    """A length; behind "in" and with a verb that looks ahead it names the day at its end."""
    if meaning.ahead and meaning.days and situation.direction is Direction.FUTURE and not situation.narrative:
        day = situation.reference + dt.timedelta(meaning.days)
        steps = (
            situation.counted(),
            situation.pointed(day.isoformat()),
            step("offset.count", situation, situation.anchor.value, day.isoformat()),
        )
        return Placed(Timex(TimexType.DATE, day.isoformat()), situation.anchor, Direction.FUTURE, (meaning.value,), steps)
    return Placed(
        Timex(TimexType.DURATION, meaning.value), NO_ANCHOR, steps=(step("duration", situation, situation.expression.text, meaning.value),)
    )


def _set(meaning: Recurrence, situation: Situation) -> Placed:
    """A set: a holiday's day where it does not move, else its name."""
    value = meaning.value
    if value.startswith("holiday:"):
        month_day = fixed(value.removeprefix("holiday:"))
        value = f"XXXX-{month_day[0]:02}-{month_day[1]:02}" if month_day else "P1Y"
    steps = (step("set", situation, situation.expression.text, value),)
    return Placed(Timex(TimexType.SET, value, quant=meaning.quant, freq=meaning.freq), NO_ANCHOR, steps=steps)


def _vague(meaning: Vague, situation: Situation) -> Placed:
    direction = {VagueRef.PAST: Direction.PAST, VagueRef.PRESENT: Direction.PRESENT, VagueRef.FUTURE: Direction.FUTURE}[meaning.ref]
    steps = (step("vague", situation, situation.expression.text, meaning.ref),)
    return Placed(Timex(TimexType.DATE, meaning.ref.value), NO_ANCHOR, direction, steps=steps)
