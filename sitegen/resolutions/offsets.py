"""Distances: today and yesterday, three days ago, two weeks later."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sitegen.dates import Granularity, Timex, TimexType, add_months, interval_of, week_value
from sitegen.model import Anchor, Direction, Offset, Unit
from sitegen.resolutions.fiscal import place_beside
from sitegen.resolutions.situation import Placed, Situation, Topic, anchored, date_timex, step, topic_anchor

_SEASONS = ("", "SP", "SU", "FA", "WI")  # by the number of the month with which each begins, divided by three
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_HALF_YEAR = 184  # days
_HOURS = 24  # of a day
_MINUTES = {Unit.MINUTE: 1, Unit.HOUR: 60}
_MONTHS = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.SEASON: 3,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
    Unit.MILLENNIUM: 12000,
}


def place_offset(meaning: Offset, situation: Situation) -> Placed:
    """Place a distance; "later" and "earlier" count from the time under discussion where there is one."""
    topic = situation.topic
    compares = meaning.unit is Unit.YEAR and abs(meaning.amount) == 1 and not meaning.exact
    if compares and topic.quarter and meaning.shown is not Unit.MONTH and (meaning.shown is Unit.QUARTER or not topic.longer):
        return _quarter(meaning, situation)
    if compares and topic.fiscal and not topic.longer and meaning.shown is not Unit.MONTH:
        return place_beside(situation, 4 * int(meaning.amount))
    if compares and situation.compared and _is_month(topic, situation.expression.sentence):
        meaning = replace(meaning, base="topic", shown=Unit.MONTH)  # "prices rose in March from a year earlier"
    if days := _whole_days(meaning, situation):
        meaning = replace(meaning, amount=days, unit=Unit.DAY, exact=True)
    elif meaning.unit in _MINUTES:
        return _clock(meaning, situation)
    if topic.bc and meaning.base == "topic" and meaning.unit in {Unit.YEAR, Unit.DECADE}:
        year = f"BC{topic.bc - meaning.amount * _MONTHS[meaning.unit] // 12:04}"
        return Placed(date_timex(year), topic_anchor(topic), steps=(step("offset.count", situation, f"BC{topic.bc:04}", year),))
    recent = _compares_with_now(meaning, situation)
    topical = (meaning.base == "topic" and topic.interval is not None and not recent) or (
        situation.narrative and topic.day is not None and not meaning.exact
    )
    base = _base(topic, situation.reference) if topical else situation.reference
    anchor = topic_anchor(topic) if topical else situation.anchor
    value = None if topical and _is_too_coarse(meaning, topic) else _value(meaning, base + dt.timedelta(meaning.plus))
    if value and topical and _is_week(meaning, topic):
        value = week_value(dt.date.fromisoformat(value))
    undated = meaning.base == "topic" and meaning.amount > 0 and not topical
    if value is None or undated:  # "two days later he was seen": later than something without a date
        return _undated(meaning, anchor, situation)
    if topical and base <= situation.reference and _is_ahead_of_telling(meaning, value, situation):
        return _until_now(meaning, anchor, situation)
    direction = Direction.PRESENT if meaning.amount == 0 else Direction.PAST if meaning.amount < 0 else Direction.FUTURE
    steps = (anchored(anchor, situation), step("offset.count", situation, anchor.value, value))
    return Placed(Timex(TimexType.TIME if "T" in value else TimexType.DATE, value), anchor, direction, (), steps)


def _compares_with_now(meaning: Offset, situation: Situation) -> bool:
    """Whether "a year earlier" is a year before the telling: where the last date is of these years, and the sentence names none."""
    told, topic = situation.topic.interval, situation.topic
    if meaning.unit is not Unit.YEAR or meaning.amount > 0 or meaning.shown is not None or situation.narrative or told is None:
        return False
    named = topic.sentence == situation.expression.sentence and topic.year == told.start.year
    return situation.reference.year - told.start.year in {0, 1} and not named


def _is_too_coarse(meaning: Offset, topic: Topic) -> bool:
    """Whether days or months are counted from a time of which less is known: "shut in 2019. Six months later the roof fell in"."""
    if topic.day is not None or topic.interval is None or _is_week(meaning, topic):
        return False
    return meaning.unit in _DAYS or (meaning.unit is Unit.MONTH and meaning.shown is None and topic.interval.days > _HALF_YEAR)


def _is_week(meaning: Offset, topic: Topic) -> bool:
    """Whether weeks are counted from a week: "the week to 31 May … a week earlier"."""
    week = topic.interval is not None and topic.interval.granularity is Granularity.WEEK
    return week and topic.day is None and meaning.unit in {Unit.WEEK, Unit.FORTNIGHT}


def _undated(meaning: Offset, anchor: Anchor, situation: Situation) -> Placed:
    value = "PAST_REF" if meaning.amount < 0 else "FUTURE_REF"
    return Placed(date_timex(value), anchor, steps=(step("offset.unknown", situation, situation.expression.text, value),))


def _is_ahead_of_telling(meaning: Offset, value: str, situation: Situation) -> bool:
    """Whether what is told as over, or years later as it stands, would lie ahead: it was counted in round numbers or from another time."""
    interval, years = interval_of(value), _MONTHS.get(meaning.unit, 0) >= _MONTHS[Unit.YEAR]
    over = situation.direction is Direction.PAST or (years and situation.direction is not Direction.FUTURE)
    return over and interval is not None and interval.first_day > situation.reference


def _until_now(meaning: Offset, anchor: Anchor, situation: Situation) -> Placed:
    """“Opened in 1985 … nearly half a century later the last house was pulled down": a round count of years ends with the telling."""
    round_ = meaning.unit in _MONTHS and (meaning.amount * _MONTHS[meaning.unit]) % _MONTHS[Unit.DECADE] == 0
    if not round_:
        return _undated(meaning, anchor, situation)
    value = f"{situation.reference.year:04}"
    steps = (anchored(anchor, situation), step("offset.until-now", situation, anchor.value, value))
    return Placed(date_timex(value), anchor, Direction.PAST, (), steps, until_now=True)


def _is_month(topic: Topic, sentence: int) -> bool:
    """Whether the sentence speaks of a month."""
    return topic.interval is not None and topic.interval.granularity is Granularity.MONTH and topic.sentence == sentence


def _base(topic: Topic, reference: dt.date) -> dt.date:
    return topic.day or (topic.interval.first_day if topic.interval else reference)


def _whole_days(meaning: Offset, situation: Situation) -> int:
    """The days that hours make where no hour is known to count from: "the deadline passed 48 hours ago"; 0 where they make none."""
    topic = situation.topic
    timed = topic.interval is not None and topic.interval.granularity in {Granularity.HOUR, Granularity.MINUTE}
    known = situation.moment is not None if meaning.base == "today" else timed or topic.day is None
    days, rest = divmod(meaning.amount, _HOURS)
    return days if meaning.unit is Unit.HOUR and not rest and not known else 0


def _clock(meaning: Offset, situation: Situation) -> Placed:
    """Hours and minutes: counted from a clock time under discussion; a text gives no other to count from."""
    topic = situation.topic
    if meaning.base == "topic" and topic.interval and topic.interval.granularity in {Granularity.HOUR, Granularity.MINUTE}:
        value = f"{topic.interval.start + dt.timedelta(minutes=meaning.amount * _MINUTES[meaning.unit]):%Y-%m-%dT%H:%M}"
        steps = (step("offset.count", situation, topic.interval.start.isoformat(), value),)
        return Placed(Timex(TimexType.TIME, value), topic_anchor(topic), steps=steps)
    if meaning.base == "today" and situation.moment:
        value = f"{situation.moment + dt.timedelta(minutes=meaning.amount * _MINUTES[meaning.unit]):%Y-%m-%dT%H:%M}"
        return Placed(
            Timex(TimexType.TIME, value),
            situation.anchor,
            steps=(situation.counted(), step("offset.count", situation, situation.anchor.value, value)),
        )
    return _undated(meaning, situation.anchor, situation)


def _quarter(meaning: Offset, situation: Situation) -> Placed:
    """A year from the quarter under discussion is that quarter of another year."""
    year, quarter = situation.topic.quarter or (0, 0)
    value = f"{year + meaning.amount:04}-Q{quarter}"
    anchor = topic_anchor(situation.topic)
    return Placed(
        date_timex(value),
        anchor,
        Direction.PAST,
        (str(year + meaning.amount),),
        (step("offset.same-quarter", situation, f"{year}-Q{quarter}", value),),
    )


def _value(meaning: Offset, base: dt.date) -> str | None:
    """The TIMEX3 value, as coarse as the unit; None where it leaves the calendar."""
    try:
        if meaning.unit is Unit.WEEKEND:
            return f"{week_value(base + dt.timedelta(7 * meaning.amount))}-WE"
        if meaning.unit in _DAYS:
            return _days(meaning, base)
        if meaning.unit in _MONTHS:
            return _months(meaning, add_months(base, meaning.amount * _MONTHS[meaning.unit]))
    except (ValueError, OverflowError):
        return None
    return None


def _days(meaning: Offset, base: dt.date) -> str:
    day = base + dt.timedelta(meaning.amount * _DAYS[meaning.unit])
    return day.isoformat() if meaning.unit is Unit.DAY or meaning.exact or meaning.base == "topic" else week_value(day)


def _months(meaning: Offset, day: dt.date) -> str:
    if meaning.exact:
        return day.isoformat()
    if meaning.shown in {Unit.WEEK, Unit.WEEKEND}:  # "forty years ago this week"
        return week_value(day) + ("-WE" if meaning.shown is Unit.WEEKEND else "")
    if meaning.shown is Unit.SEASON:
        return f"{day.year:04}-{_SEASONS[day.month // 3]}"
    if meaning.shown is Unit.MONTH:
        return f"{day:%Y-%m}"
    if meaning.unit is Unit.MONTH and meaning.shown is None:
        return f"{day:%Y-%m}"
    if meaning.unit is Unit.QUARTER:
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return f"{day.year:04}"
