"""The hours that an entry of a live blog names, by the hour at which the entry was written."""

from __future__ import annotations

import datetime as dt

from sitegen.model import Clock, Direction

_HALF_DAY = 12  # hours
_DAY = 24


def half_told(clock: Clock, direction: Direction, moment: dt.datetime) -> tuple[int, int]:
    """The hour of which the half is not said, and how many days away: the last before the entry, or the first after it."""
    first, now = (clock.hour or 0) % _HALF_DAY, 60 * moment.hour + moment.minute
    hours = [first - _HALF_DAY, first, first + _HALF_DAY, first + _DAY]
    minutes = clock.minute or 0
    if direction is Direction.FUTURE:
        hour = next(hour for hour in hours if 60 * hour + minutes >= now)
    else:
        hour = next(hour for hour in reversed(hours) if 60 * hour + minutes <= now)
    return hour % _DAY, hour // _DAY


def days_away(clock: Clock, direction: Direction, moment: dt.datetime) -> int:
    """An hour to come that is over on the entry's day is of the next ("22:50: we shall be back at 6am"), one that is over of the last."""
    if clock.part or clock.hour is None or clock.hour >= _DAY or clock.zone:
        return 0
    told, now = 60 * clock.hour + (clock.minute or 0), 60 * moment.hour + moment.minute
    match direction:
        case Direction.FUTURE:
            return int(told < now)
        case Direction.PAST:
            return -int(told > now)
        case _:
            return 0
