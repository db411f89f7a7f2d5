"""Times of day: clock times and named parts of the day."""

from __future__ import annotations

import re

from sitegen.expressions import numbers
from sitegen.expressions.captures import Captures
from sitegen.model import CalendarDate, Clock, Offset, Period, Relation, TimeOfDay, Unit, Weekday

_NIGHT_ENDS = 6  # o'clock
_NOON = 12


def clock(captures: Captures) -> TimeOfDay | None:
    """A clock time; "half past two" leaves open which half of the day, "2pm" does not."""
    hour, minute = _hour_and_minute(captures)
    if hour is None or not 0 <= hour <= 24 or not 0 <= minute <= 59:
        return None
    half = captures.string("part")
    if captures.has("half_of"):
        half = _half(captures, hour)
    vague = (not half and captures.has("hour") and hour <= 12) or captures.has("begins")
    if half in {"am", "pm"} and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    zone = captures.string("zone")
    either = captures.has("either_half") and hour < _NOON and captures.text("time")[0] != "0"
    return TimeOfDay(Clock(hour, minute, zone=zone, vague=vague, either=either), _day_of_part(captures))


def _half(captures: Captures, hour: int) -> str:
    """The half of the day that a part of it names: the small hours of a night are the morning's."""
    half = captures.string("half_of")
    return ("am" if hour < _NIGHT_ENDS else "pm") if half == "late" else half


def _hour_and_minute(captures: Captures) -> tuple[int | None, int]:
    if captures.has("time"):
        digits = [int(number) for number in re.findall(r"\d+", captures.text("time"))]
        return (digits[0] // 100, digits[0] % 100) if len(digits) == 1 else (digits[0], digits[1])
    named = captures.value("at")
    hour = int(named) if named is not None else captures.number("hour")
    if hour is None:
        return None, 0
    if captures.has("before"):
        return (hour - 1) % 24 if hour != 24 else 23, 60 - _minutes(captures, "before")
    minute = _minutes(captures, "minutes")
    return hour % 24 if minute else hour, minute


def _minutes(captures: Captures, name: str) -> int:
    given = captures.given.get(name)
    return int(given) if given is not None else captures.number(name) or 0


def part_of_day(captures: Captures) -> TimeOfDay | None:
    """A part of the day, on the day that its rule or its words say."""
    part = captures.string("part") or captures.string("part_code")
    return TimeOfDay(Clock(part=part, vague=captures.has("either_night")), _day_of_part(captures)) if part else None


def _day_of_part(captures: Captures) -> CalendarDate | Weekday | Offset | Period | None:
    if captures.has("count"):  # "three nights ago", "two nights later"
        amount = numbers.count(captures.text("count"), captures.lexicon) or 1
        return Offset(int(captures.given.get("days", 1)) * int(amount), Unit.DAY, "topic" if captures.has("told") else "today", exact=True)
    if captures.has("holiday"):  # "Christmas night", "the night before Christmas"
        named = CalendarDate(year=captures.number("year"), holiday=captures.string("holiday"))
        beside = 1 if captures.has("after") else -1 if captures.has("before_it") else 0
        return Offset(beside, Unit.DAY, exact=True, of=named) if beside else named
    if captures.has("morrow"):  # "overnight into Sunday"
        return Offset(-1, Unit.DAY, exact=True, of=Weekday(captures.number("morrow") or 1))
    if captures.has("month"):
        named = CalendarDate(year=captures.number("year"), month=captures.number("month"), day=captures.number("day"))
        return Offset(-1, Unit.DAY, exact=True, of=named) if captures.has("night_to") else named
    if captures.has("weekday"):
        return Weekday(captures.number("weekday") or 1, captures.relation() or Relation.BARE, week=captures.relation("week_relation"))
    if captures.has("today"):
        shift = -1 if captures.has("night_before") else 0
        return Offset(captures.shift("today") + shift, Unit.DAY, exact=True)
    if captures.has("this_day"):  # "six this evening"
        return Offset(0, Unit.DAY, exact=True)
    relation = captures.relation()
    if relation in {Relation.FOLLOWING, Relation.PREVIOUS}:
        return Offset(1 if relation is Relation.FOLLOWING else -1, Unit.DAY, "topic", exact=True)
    if relation is Relation.SAME:
        return Period(Unit.DAY, Relation.SAME)
    return Offset(-1, Unit.DAY, exact=True) if captures.has("night_before") else None
