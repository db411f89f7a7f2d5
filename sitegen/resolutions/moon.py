"""What the records say of a festival that follows the moon: how its day is known, and which other day it may be."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sitegen.dates import interval_of
from sitegen.model import CalendarDate
from sitegen.resolutions.festivals import is_sighted
from sitegen.resolutions.situation import Placed, Situation, date_timex, step

_DAY = dt.timedelta(1)


def by_the_moon(placed: Placed, meaning: CalendarDate, situation: Situation) -> Placed:
    """A festival's day with the step that tells of the moon; a day that must be seen may be the one beside it."""
    said, value = situation.expression.text, placed.timex.value
    interval = interval_of(value)
    if interval is None:
        return Placed(date_timex("XXXX"), placed.anchor, steps=(step("calendar.moon-unknown", situation, said, "XXXX"),))
    steps = (*placed.steps, step("calendar.moon", situation, said, value))
    if not is_sighted(meaning.holiday) or interval.days > 1:
        return replace(placed, steps=steps, stated=False)
    beside = tuple((interval.first_day + way).isoformat() for way in (-_DAY, _DAY))
    seen = step("calendar.sighting", situation, said, value)
    return replace(placed, alternatives=(*placed.alternatives, *beside), steps=(*steps, seen), stated=False)
