"""On which day an hour lies that is told without one: the day under discussion, the night of a record, the sitting of the minutes."""

from __future__ import annotations

import datetime as dt

from sitegen.dates import Granularity, Interval, Modifier, TimexType, interval_of
from sitegen.model import Anchor, AnchorKind, Direction, Expression, TimeOfDay
from sitegen.resolutions.context import Context
from sitegen.resolutions.discussion import in_part, shares_verb
from sitegen.resolutions.neighbours import marks
from sitegen.resolutions.situation import LONG_OVER, Placed, Topic

SINCE = "direction.since"
"""The rule of what has been so since a time."""
_DAY_HOLDS = 2  # blocks in which no other day is named
_HEAD = 2  # blocks in which minutes say when the sitting was
_NOON, _EVENING, _MORNING, _DAY = 12, 18, 6, 24  # hours
_TIMED = frozenset({Granularity.HOUR, Granularity.MINUTE})


def keeps_day(context: Context, at: int, reference: dt.date, topic: Topic, *, entry: bool, anew: bool) -> bool:
    """Whether a clock time without a day stays on the day under discussion, in an ``entry`` of a day, in a report begun ``anew``."""
    expression, direction = context.expressions[at], context.cues[at].direction
    if context.joined[at]:
        return direction is not Direction.FUTURE or not entry  # "Wednesday: minutes of May 2 are due at 9am"
    if at and context.cues[at - 1].rule == SINCE and context.expressions[at - 1].sentence == expression.sentence:
        return False  # "silent since New Year's Day, rang again at noon"
    if topic.day is None or at in context.entries or (entry and direction is not Direction.PAST):
        return False
    if _block(context, expression) - topic.paragraph > _DAY_HOLDS:  # a wire has a paragraph a sentence
        return False
    ahead, here = topic.day > reference and topic.paragraph == _block(context, expression), topic.sentence == expression.sentence
    if ahead and here and context.cues[at].rule == "direction.attribute" and context.led_by(at, "DETA"):
        return True  # "next up is Sunday's trip to Malton, a 12:30 kick-off"
    if topic.day < reference and direction is not Direction.PAST and _is_recorded(context, at, topic):
        return True
    match direction:
        case Direction.NONE:  # "Tuesday: jobs figures, 9.30am"
            return ahead or here
        case Direction.FUTURE:
            return topic.day > reference
        case _:
            if ahead and here and shares_verb(context, at, topic):
                return True  # "fixed for Sunday week, with throw-in at 3.30pm"
            return direction is Direction.PAST and _is_told(context, at, reference, topic, anew=anew)


def _is_told(context: Context, at: int, reference: dt.date, topic: Topic, *, anew: bool) -> bool:
    """Whether an hour that is over is of the day told, not of the day of the report."""
    expression = context.expressions[at]
    if topic.day is None:
        return False
    recalled = context.quoted[at] and reference - topic.day > LONG_OVER  # "I looked in at 6 in the morning", of a day told long over
    if anew and not (context.cues[at].before or recalled):
        return False
    return topic.day < reference or (topic.day == reference and in_part(expression, topic))


def _is_recorded(context: Context, at: int, topic: Topic) -> bool:
    """Whether a record shows it, "the log shows a door opening at 11:40 p.m.", and it falls into the part of the day that was told."""
    tokens, expression = context.tokens, context.expressions[at]
    start, first = tokens.at(context.article.sentences[expression.sentence].span.start), tokens.at(expression.span.start)
    records = marks(context.article.language, "RECORDWORD")
    if records.isdisjoint(tokens.codes[start:first]) or not isinstance(expression.meaning, TimeOfDay):
        return False
    hour, told = expression.meaning.clock.hour, topic.interval
    return hour is not None and told is not None and _falls_into(hour % _DAY, told)


def _falls_into(hour: int, told: Interval) -> bool:
    """Whether an hour may be of a part of the day, of an early or late hour, or of a whole day."""
    if told.granularity in _TIMED:
        return True
    begins = told.start.hour if told.granularity is Granularity.PART else _EVENING if told.modifier is Modifier.END else 0
    if begins >= _EVENING:
        return hour >= begins or hour < _MORNING
    if told.modifier is Modifier.START:
        return hour < _NOON
    return told.granularity is not Granularity.PART or begins <= hour < begins + _MORNING


def sat_on(context: Context, at: int, placed: dict[int, Placed], topic: Topic) -> tuple[dt.date, Anchor] | None:
    """The day of the sitting of which a text is the minutes, where an hour falls between its beginning and its end."""
    hours, expression = _sitting(context, placed), context.expressions[at]
    if hours is None or context.joined[at] or not isinstance(expression.meaning, TimeOfDay) or expression.meaning.clock.hour is None:
        return None
    day, begins, ends, head = hours
    clock = expression.meaning.clock
    told = dt.time((clock.hour or 0) % _DAY, clock.minute or 0)
    over = context.cues[at].direction is Direction.PAST and topic.day is not None and topic.day < day
    if over or not begins <= told <= ends or _block(context, expression) <= _block(context, context.expressions[head]):
        return None
    return day, Anchor(AnchorKind.HEADING, day.isoformat(), context.expressions[head].span)


def _sitting(context: Context, placed: dict[int, Placed]) -> tuple[dt.date, dt.time, dt.time, int] | None:
    """The day of a sitting with the hours from which and until which it lasted, by the head of its minutes."""
    for at in range(len(context.expressions) - 1):
        if _block(context, context.expressions[at]) >= _HEAD or at + 1 not in placed or at not in placed:
            return None
        begins, ends = (interval_of(placed[place].timex.value) for place in (at, at + 1))
        if begins is None or ends is None or not {begins.granularity, ends.granularity} <= _TIMED:
            continue
        same = begins.first_day == ends.first_day and begins.start < ends.start and context.joined[at + 1]
        if same and placed[at].timex.type is TimexType.TIME and _is_of_sitting(context, at):
            return begins.first_day, begins.start.time(), ends.start.time(), at
    return None


def _is_of_sitting(context: Context, at: int) -> bool:
    return not marks(context.article.language, "SITTINGWORD").isdisjoint(context.sentence_codes(at))


def _block(context: Context, expression: Expression) -> int:
    return context.article.sentences[expression.sentence].block


__all__ = ["SINCE", "keeps_day", "sat_on"]
