"""Calendar units by their place: this week, last year, the weekend, the quarter."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sitegen.dates import Modifier, Timex, TimexType, add_months, monday_of, week_value
from sitegen.model import AnchorKind, Direction, Period, Relation, Unit
from sitegen.resolutions.fiscal import place_beside
from sitegen.resolutions.situation import AWAY, TOPICAL, Placed, Situation, anchored, date_timex, step, topic_anchor

_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
_OPEN = {Unit.DAY: "XXXX-XX-XX", Unit.WEEK: "XXXX-WXX", Unit.WEEKEND: "XXXX-WXX-WE"}
_MONTHS_OVER = dt.timedelta(60)
_SATURDAY = 6
_A_WEEK = 7  # days
_NEW_UNTIL = 9  # the month up to which a year that has begun is called new
_BEFORE_THE_END = 20  # the day of a month up to which its end cannot have been
_FIRST_DAYS, _FIRST_WEEKDAYS = 10, 2  # of a month and of a week in which the one told as ended is the one before
_FIRST_HALF = 6  # months of a year in which the year told as a whole is the one before


def place_period(meaning: Period, situation: Situation) -> Placed:
    """Place a calendar unit."""
    if meaning.unit is Unit.QUARTER and (meaning.relation in {Relation.SAME, Relation.BARE} or _is_reported(meaning, situation)):
        return _quarter_at_hand(situation)
    if meaning.unit is Unit.QUARTER and meaning.relation in TOPICAL and (situation.topic.quarter or situation.topic.fiscal):
        return _quarter_at_hand(situation, AWAY[meaning.relation])
    if situation.topic.bc and meaning.relation in TOPICAL and meaning.unit in _YEARS:
        return _before_christ(situation.topic.bc, meaning, situation)
    if vague := _too_coarse(meaning, situation):
        return Placed(date_timex(vague), topic_anchor(situation.topic), steps=(step("vague", situation, situation.expression.text, vague),))
    base, topical = situation.reference, False
    if last := _week_just_told(meaning, situation):
        base, topical = last, True
    if (meaning.relation in TOPICAL or (situation.narrative and meaning.relation is Relation.BARE)) and (
        found := _topic_base(meaning, situation)
    ):
        base, topical = found, True
    anchor = topic_anchor(situation.topic) if topical else situation.anchor
    if topical and meaning.unit is Unit.WEEKEND and meaning.relation is Relation.BARE:
        meaning = replace(meaning, relation=Relation.PREVIOUS if situation.cue.rule == "direction.since" else Relation.SAME)
    value, rule, others = _value(meaning, base, situation)
    if value is None:
        return Placed(Timex(TimexType.DATE, "XXXX"), anchor)
    steps = [anchored(anchor, situation)]
    if rule in {"weekend.future", "weekend.past"}:
        steps.append(situation.pointed(situation.direction))
    steps.append(step(rule, situation, anchor.value, value))
    return Placed(date_timex(value), anchor, situation.direction, tuple(other for other in others if other != value), tuple(steps))


def _is_reported(meaning: Period, situation: Situation) -> bool:
    """Whether results are told of it: "this quarter's loss includes" is said of the one under discussion."""
    told = situation.cue.rule == "direction.results" and situation.topic.quarter is not None
    return told and meaning.relation is Relation.THIS


def _before_christ(year: int, meaning: Period, situation: Situation) -> Placed:
    """Beside a year before Christ, which count down: the year following 492 BC is 491 BC."""
    span = _YEARS[meaning.unit]
    number = year // span - AWAY.get(meaning.relation, 0)
    value = f"BC{number:0{5 - len(str(span))}}"
    return Placed(
        date_timex(value), topic_anchor(situation.topic), steps=(step("period.year", situation, situation.expression.text, value),)
    )


def _too_coarse(meaning: Period, situation: Situation) -> str:
    """The open value of a day or week beside a time long over of which only the month is told: "the following week"."""
    told = situation.topic.interval
    if meaning.unit not in _OPEN or meaning.relation not in TOPICAL or told is None or _topic_base(meaning, situation):
        return ""
    return _OPEN[meaning.unit] if situation.reference - told.last_day > _MONTHS_OVER else ""


def _week_just_told(meaning: Period, situation: Situation) -> dt.date | None:
    """“For the week the index fell": the week of the day just told, where that is the one before the telling."""
    day, monday = situation.topic.day, monday_of(situation.reference)
    if meaning != Period(Unit.WEEK, Relation.BARE) or situation.direction is Direction.FUTURE or day is None:
        return None
    return day if monday - dt.timedelta(7) <= day < monday else None


def _topic_base(meaning: Period, situation: Situation) -> dt.date | None:
    """The day to count from in the time under discussion; a unit finer than what is known of it has none."""
    topic = situation.topic
    if topic.interval is None:
        return None
    coarse = topic.day is None and topic.interval.days <= _A_WEEK
    if coarse and meaning.unit is Unit.DAY and meaning.relation is Relation.SAME and situation.days:
        return situation.days[-1]  # "that day" is none of a week's, but the last that was named
    if meaning.unit in {Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.FORTNIGHT} and topic.day is None:
        return topic.interval.first_day if coarse else None
    return topic.day or topic.interval.first_day


def _value(meaning: Period, base: dt.date, situation: Situation) -> tuple[str | None, str, tuple[str, ...]]:
    shift = _shift(meaning, base, situation)
    match meaning.unit:
        case Unit.DAY:
            return (base + dt.timedelta(shift)).isoformat(), "period.day" if shift else "period.same-day", ()
        case Unit.WEEK:
            return _week(base, shift, situation)
        case Unit.FORTNIGHT:
            return "P2W", "period.fortnight", ()
        case Unit.WEEKEND:
            return _weekend(meaning, base, shift, situation)
        case Unit.MONTH:
            return f"{add_months(base.replace(day=1), shift):%Y-%m}", "period.month", ()
        case Unit.QUARTER:
            day = add_months(base.replace(day=1), 3 * shift)
            return f"{day.year:04}-Q{(day.month + 2) // 3}", "period.quarter", ()
        case Unit.YEAR:
            return f"{base.year + shift:04}", "period.year", ()
        case Unit.DECADE:
            return f"{base.year // 10 + shift:03}", "period.decade", ()
        case Unit.CENTURY:
            return f"{base.year // 100 + shift:02}", "period.century", ()
        case _:
            return None, "period.none", ()


def _shift(meaning: Period, base: dt.date, situation: Situation) -> int:
    """How many such units lie between it and the day counted from."""
    if _end_is_over(meaning, base, situation):
        return -1
    return 0 if _has_begun(meaning, base, situation) else AWAY.get(meaning.relation, 0)


def _end_is_over(meaning: Period, base: dt.date, situation: Situation) -> bool:
    """Whether the one before is meant: "at year-end it held 4%", and early in the next "for the full year sales rose", "ended the week"."""
    match meaning.unit:
        case Unit.YEAR:
            ended = situation.expression.modifier is Modifier.END or (meaning.whole and base.month <= _FIRST_HALF)
        case Unit.MONTH:
            running = situation.expression.modifier is Modifier.END and base.day <= _BEFORE_THE_END
            ended = running or (meaning.whole and base.day <= _FIRST_DAYS)
        case Unit.WEEK:
            ended = meaning.whole and base.isoweekday() <= _FIRST_WEEKDAYS
        case _:
            return False
    bare = meaning.relation is Relation.BARE and base == situation.reference
    return ended and bare and situation.direction is Direction.PAST and not situation.bounds


def _has_begun(meaning: Period, base: dt.date, situation: Situation) -> bool:
    """Whether "the new year" is the one that has begun: "he joined in the new year", said in spring."""
    new = meaning.relation is Relation.COMING and situation.expression.modifier is Modifier.START
    return new and situation.direction is Direction.PAST and base.month <= _NEW_UNTIL


def _week(base: dt.date, shift: int, situation: Situation) -> tuple[str, str, tuple[str, ...]]:
    """The ISO week; "this week" said on a Sunday of what is to come is the week about to begin."""
    week = base + dt.timedelta(7 * shift)
    ahead = (
        base.isoweekday() == 7 and shift == 0 and situation.direction is not Direction.PAST and situation.anchor.kind is AnchorKind.SPEECH
    )
    if ahead:
        return week_value(week + dt.timedelta(7)), "period.week-ahead", (week_value(week),)
    return week_value(week), "period.week", ()


def _weekend(meaning: Period, base: dt.date, shift: int, situation: Situation) -> tuple[str, str, tuple[str, ...]]:
    """The weekend: just over where the clause looks back, the coming one where it looks ahead."""
    monday = monday_of(base)
    here, last, following = (f"{week_value(monday + dt.timedelta(7 * weeks))}-WE" for weeks in (0, -1, 1))
    at_weekend = base.isoweekday() >= _SATURDAY
    if meaning.relation is Relation.BARE:
        if at_weekend or situation.direction is Direction.FUTURE:
            return here, "weekend.future", (last,) if at_weekend else ()
        late = base.isoweekday() > 2 and situation.direction is not Direction.PAST
        return (here if late else last), "weekend.future" if late else "weekend.past", (last if late else here,)
    if meaning.relation is Relation.THIS and not at_weekend and base.isoweekday() <= 2 and situation.direction is Direction.PAST:
        return last, "weekend.past", (here,)
    if meaning.relation is Relation.LAST and at_weekend:
        return last, "weekend.last", (here,)
    if meaning.relation is Relation.COMING:
        return (following if at_weekend else here), "weekend.coming", ()
    if meaning.relation is Relation.NEXT:
        return following, "weekend.next", (here,)
    return {0: here, -1: last, 1: following}[shift], "weekend.of", ()


def _quarter_at_hand(situation: Situation, shift: int = 0) -> Placed:
    """The quarter under discussion, or one beside it; where none is, the last one completed."""
    if situation.topic.fiscal:
        return place_beside(situation, shift)
    if situation.topic.quarter:
        year, quarter = situation.topic.quarter
        years, number = divmod(quarter - 1 + shift, 4)
        value = f"{year + years:04}-Q{number + 1}"
        return Placed(
            date_timex(value),
            topic_anchor(situation.topic),
            steps=(step("period.quarter-at-hand", situation, situation.expression.text, value),),
        )
    day = add_months(situation.reference.replace(day=1), -3)
    value = f"{day.year:04}-Q{(day.month + 2) // 3}"
    return Placed(
        date_timex(value),
        situation.anchor,
        steps=(situation.counted(), step("period.last-quarter", situation, situation.anchor.value, value)),
    )
