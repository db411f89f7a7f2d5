"""Times of day on their day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from sitegen.dates import Granularity, Modifier, Timex, TimexType, interval_of
from sitegen.model import Clock, Direction, Meaning, Offset, RangePart, TimeOfDay
from sitegen.resolutions.holidays import nth_weekday
from sitegen.resolutions.live import days_away, half_told
from sitegen.resolutions.situation import NO_ANCHOR, Placed, Situation, Topic, anchored, step, topic_anchor

_MIDNIGHT = 24
_WHOLE_DAY = re.compile(r"(?:BC)?\d{4}-\d\d-\d\d")
_SOME_DAY = "2000-01-01"
_NIGHT, _MORNING = 18, 6  # hours between which a night lies
_NOON = 12
_HOURS_OF_PART = 6
_BACK = 1.5  # a text goes on to a later hour rather than back to one as far away
_AFTERNOON_UNTIL = 7  # "half past two" is in the afternoon, "at nine" in the morning


def place_time(meaning: TimeOfDay, situation: Situation, place: Callable[[Meaning, Situation], Placed]) -> Placed:
    """Place a clock time or part of the day on the day it names, or on the day at hand."""
    if meaning.clock.part and meaning.clock.vague and situation.direction is Direction.FUTURE and isinstance(meaning.on, Offset):
        meaning = replace(meaning, on=replace(meaning.on, amount=meaning.on.amount + 1))  # "due overnight" is the night to come
    if meaning.clock.hour == _MIDNIGHT and meaning.clock.vague and (meaning.on or _is_early(situation)):
        meaning = replace(meaning, clock=replace(meaning.clock, hour=0))  # "on Monday, shortly after midnight": Monday has begun
    here = not situation.topic_near or situation.topic.day == situation.reference
    if situation.live and situation.moment and meaning.on is None and here and meaning.clock.hour is not None:
        meaning, situation = _by_the_entry(meaning, situation, situation.moment)
    if not situation.live and situation.moment and situation.cue.rule == "direction.since" and meaning.on is None and meaning.clock.vague:
        meaning, situation = _by_the_entry(meaning, situation, situation.moment)  # "here since ten to six", said at eight
    if meaning.clock.vague and meaning.on is None and _ends_later(meaning.clock, situation):
        meaning = replace(meaning, clock=replace(meaning.clock, hour=(meaning.clock.hour or 0) + _NOON))
    elif meaning.clock.vague and meaning.on is None and (hour := _beside_told(meaning.clock, situation)) is not None:
        meaning, situation = replace(meaning, clock=replace(meaning.clock, hour=hour, vague=False)), replace(situation, topic_near=True)
    if meaning.clock.either and meaning.on is None and _goes_on_at_night(meaning.clock, situation):
        meaning = replace(meaning, clock=replace(meaning.clock, hour=(meaning.clock.hour or 0) + _NOON))
    day = place(meaning.on, situation) if meaning.on else _day_at_hand(meaning.clock, situation)
    if not _WHOLE_DAY.fullmatch(day.timex.value):
        return replace(day, timex=Timex(TimexType.TIME, f"XXXX-XX-XXT{_written(meaning.clock, situation.reference.isoformat())}"))
    value = f"{day.timex.value}T{_written(meaning.clock, day.timex.value)}"
    alternatives = tuple(f"{other}T{_written(meaning.clock, other)}" for other in day.alternatives)
    steps = (*day.steps, step("time.part" if meaning.clock.part else "time.clock", situation, day.timex.value, value))
    return replace(day, timex=Timex(TimexType.TIME, value), alternatives=alternatives, steps=steps)


def place_habit(meaning: TimeOfDay, situation: Situation) -> Placed:
    """An hour that comes again is of no single day: XXXX-XX-XXT09:00 in TIMEX3."""
    value = f"XXXX-XX-XXT{_written(meaning.clock, situation.reference.isoformat())}"
    return Placed(Timex(TimexType.TIME, value), NO_ANCHOR, steps=(step("set", situation, situation.expression.text, value),))


def _day_at_hand(clock: Clock, situation: Situation) -> Placed:
    """The day under discussion in the same sentence or narrative, else the day counted from."""
    topic = situation.topic
    here = topic.day is not None and (situation.narrative or situation.topic_near)
    day = topic.day if here and topic.day else situation.reference - dt.timedelta(_not_yet(clock, situation))
    anchor = topic_anchor(topic) if here else situation.anchor
    if clock.part and clock.vague and not here and situation.direction is Direction.FUTURE:
        day += dt.timedelta(1)  # "it will be fixed by morning"
    if not here and _has_passed(clock, situation):
        day += dt.timedelta(1)  # "23:50: the talks will go on in the morning"
    if clock.hour == _MIDNIGHT and (_in_the_morning(situation) if here else situation.direction is Direction.PAST):
        day -= dt.timedelta(1)  # the midnight that is over began the day at hand
    if clock.part == "NI" and not here and situation.direction is Direction.PAST:
        day -= dt.timedelta(1)  # "crews worked through the night": the one just over
    if here and _passes_midnight(clock, situation):
        day += dt.timedelta(1)
    steps = (anchored(anchor, situation),)
    return Placed(Timex(TimexType.DATE, day.isoformat()), anchor, situation.direction, steps=steps)


def _has_passed(clock: Clock, situation: Situation) -> bool:
    """Whether a part of the day that is to come is over at the hour of writing."""
    span = interval_of(f"{_SOME_DAY}T{clock.part}") if clock.part and not clock.vague else None
    moment = situation.moment if situation.direction is Direction.FUTURE else None
    if span is None or moment is None or span.start.hour >= _NIGHT:
        return False
    return moment.hour >= span.start.hour + _HOURS_OF_PART


def _passes_midnight(clock: Clock, situation: Situation) -> bool:
    """Whether it is of the day after the one at hand: behind a night, or as an end that comes before its beginning, "16h00 to 05h00"."""
    if situation.expression.range_part is None:
        return _after_midnight(clock, situation.topic) or _comes_round(clock, situation)
    room = situation.direction is not Direction.PAST or situation.topic.day != situation.reference  # what is over does not end tomorrow
    end = situation.expression.range_part is RangePart.END and clock.hour != 0
    return end and room and _comes_round(clock, replace(situation, bounds=True))


def _goes_on_at_night(clock: Clock, situation: Situation) -> bool:
    """Whether an hour of which the half is not said follows on an evening: "at 9.20 on Tuesday evening … at 10.05"."""
    told = situation.topic.interval
    evening = told is not None and told.granularity is not Granularity.DAY and told.start.hour >= _NIGHT
    return evening and situation.topic_near and clock.hour is not None and clock.hour >= _MORNING


def _by_the_entry(meaning: TimeOfDay, situation: Situation, moment: dt.datetime) -> tuple[TimeOfDay, Situation]:
    """An hour in an entry of a live blog: half of the day and day are those beside the entry's own hour."""
    clock, away = meaning.clock, 0
    if clock.vague and 0 < (clock.hour or 0) <= _NOON and situation.direction in {Direction.PAST, Direction.FUTURE}:
        hour, away = half_told(clock, situation.direction, moment)
        clock = replace(clock, hour=hour, vague=False)
    else:
        away = days_away(clock, situation.direction, moment)
    if not away:
        return replace(meaning, clock=clock), situation
    day = situation.reference + dt.timedelta(away)
    return replace(meaning, clock=clock), replace(situation, reference=day, moment=None, topic_near=False)


def _beside_told(clock: Clock, situation: Situation) -> int | None:
    """The hour of which the half is not said, by the time of day told before: within that part of the day, or soon after that hour."""
    topic, told = situation.topic, situation.topic.interval
    beside = topic.day == situation.reference and topic.paragraph == situation.paragraph
    if told is None or not (situation.topic_near or (beside and situation.expression.sentence - topic.sentence <= 1)):
        return None
    if clock.part or not clock.hour or clock.hour > _NOON:
        return None
    hours = [clock.hour % _NOON + half for half in (0, _NOON, 2 * _NOON)]
    if told.granularity is Granularity.PART:
        ends = _MIDNIGHT + _MORNING if told.start.hour >= _NIGHT else told.start.hour + _HOURS_OF_PART
        within = [hour for hour in hours if told.start.hour <= hour < ends]
        return within[0] % _MIDNIGHT if len(within) == 1 else None
    if told.granularity not in {Granularity.HOUR, Granularity.MINUTE}:
        return None
    began, minutes = 60 * told.start.hour + told.start.minute, clock.minute or 0
    gaps = {hour: 60 * hour + minutes - began for hour in hours}
    return min(hours, key=lambda hour: gaps[hour] if gaps[hour] >= 0 else -_BACK * gaps[hour]) % _MIDNIGHT


def _ends_later(clock: Clock, situation: Situation) -> bool:
    """Whether an hour of which the half is not said ends what began behind its first half: "from noon until nine"."""
    began = situation.topic.interval
    ends = situation.expression.range_part is RangePart.END and situation.topic.sentence == situation.expression.sentence
    if not ends or began is None or clock.hour is None or not _AFTERNOON_UNTIL <= clock.hour < _NOON:
        return False
    return began.granularity in {Granularity.HOUR, Granularity.MINUTE} and clock.hour < began.start.hour < clock.hour + _NOON


def _in_the_morning(situation: Situation) -> bool:
    """Whether a clock time before noon is under discussion and nothing looks ahead from it: "8am: the water is lower than at midnight"."""
    told = situation.topic.interval
    timed = told is not None and told.granularity in {Granularity.HOUR, Granularity.MINUTE} and told.start.hour < _NOON
    ahead = situation.direction is Direction.FUTURE or situation.bounds or situation.expression.range_part is not None
    return timed and not ahead


def _is_early(situation: Situation) -> bool:
    """Whether the day under discussion is spoken of by its first hours: "early on Wednesday", "that morning"."""
    told = situation.topic.interval
    if told is None or not (situation.narrative or situation.topic_near):
        return False
    return told.modifier is Modifier.START or (told.granularity is Granularity.PART and told.start.hour < _MORNING)


def _after_midnight(clock: Clock, topic: Topic) -> bool:
    """Whether an hour or morning behind a night lies in its second half: "from 10pm on Wednesday they talked until dawn"."""
    told = topic.interval
    midnight = told is not None and topic.day is not None and topic.day < told.first_day
    night = midnight or (told is not None and told.granularity is not Granularity.DAY and told.start.hour >= _NIGHT)
    part = interval_of(f"{_SOME_DAY}T{clock.part}") if clock.part else None
    hour = part.start.hour if part else clock.hour
    return night and hour is not None and hour < _MORNING


def _comes_round(clock: Clock, situation: Situation) -> bool:
    """Whether an hour that ends something comes before the one at which it began: "out at noon on Monday and back by 6am"."""
    began = situation.topic.interval
    here = situation.bounds and situation.topic.sentence == situation.expression.sentence
    if not here or began is None or began.granularity not in {Granularity.HOUR, Granularity.MINUTE} or clock.hour is None or clock.vague:
        return False
    return 60 * clock.hour + (clock.minute or 0) < 60 * began.start.hour + began.start.minute


def _not_yet(clock: Clock, situation: Situation) -> bool:
    """Whether a past clock time would lie after the article's own: then it was the day before."""
    moment = situation.moment
    if situation.direction is not Direction.PAST or moment is None or clock.hour is None or clock.hour > 23:
        return False
    zone = dt.datetime.fromisoformat(f"{_SOME_DAY}T00:00{_zone(clock.zone, situation.reference.isoformat())}").tzinfo
    told = dt.datetime.combine(situation.reference, dt.time(clock.hour, clock.minute or 0), zone or moment.tzinfo)
    return (moment.tzinfo is not None or zone is None) and told > moment


def _zone(zone: str, day: str) -> str:
    """The offset of a zone; where it has two, that of summer time in North America (second Sunday in March to first in November)."""
    standard, _, summer = zone.partition("/")
    if not summer:
        return standard
    date = dt.date.fromisoformat(day)
    begins, ends = nth_weekday(date.year, 3, 7, 2), nth_weekday(date.year, 11, 7, 1)
    return summer if begins and ends and begins <= date < ends else standard


def _written(clock: Clock, day: str) -> str:
    """The part of a TIMEX3 value behind its T."""
    if clock.part:
        return clock.part
    hour, minute = clock.hour or 0, clock.minute or 0
    if clock.vague and 1 <= hour < _AFTERNOON_UNTIL:
        hour += 12
    return f"{hour:02}:{minute:02}{_zone(clock.zone, day)}"
