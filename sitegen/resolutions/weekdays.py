"""Days of the week: bare, with this/last/next, and counted in weeks."""

from __future__ import annotations

import datetime as dt

from sitegen.dates import Granularity, monday_of
from sitegen.model import Direction, RangePart, Relation, Weekday, day_of
from sitegen.resolutions.context import Context
from sitegen.resolutions.situation import Placed, Situation, anchored, date_timex, step, topic_anchor

_OVER = "direction.past-verb"
_WEEK = dt.timedelta(7)
_WEEKS_OVER = dt.timedelta(14)
_ZERO, _JUST_NAMED = dt.timedelta(0), dt.timedelta(3)


def on_or_before(day: dt.date, weekday: int) -> dt.date:
    """The latest such weekday that is not after the day."""
    return day - dt.timedelta((day.isoweekday() - weekday) % 7)


def on_or_after(day: dt.date, weekday: int) -> dt.date:
    """The earliest such weekday that is not before the day."""
    return day + dt.timedelta((weekday - day.isoweekday()) % 7)


def place_weekday(meaning: Weekday, situation: Situation) -> Placed:
    """Place a day of the week."""
    if meaning.by_name:
        return _by_name(meaning.day, situation)
    base, topical = situation.reference, False
    if meaning.relation in {Relation.SAME, Relation.FOLLOWING, Relation.PREVIOUS} or meaning.week in {
        Relation.SAME,
        Relation.FOLLOWING,
        Relation.PREVIOUS,
    }:
        base, topical = _discussed(base, situation)
    elif situation.narrative and situation.topic.day and meaning.relation is Relation.BARE:
        base, topical = situation.topic.day, True
    told = situation.topic.interval
    if meaning.relation is Relation.SAME and not topical and told and base - told.last_day > _WEEKS_OVER:
        vague = f"XXXX-WXX-{meaning.day}"  # "the Thursday" of a time long over that only its month is told of
        return Placed(date_timex(vague), topic_anchor(situation.topic), steps=(step("vague", situation, situation.expression.text, vague),))
    day, rule, others = _day(meaning, base, situation)
    anchor = topic_anchor(situation.topic) if topical else situation.anchor
    steps = [anchored(anchor, situation)]
    if rule in {"weekday.past", "weekday.future", "weekday.none", "weekday.nearest"}:
        steps.append(situation.pointed(situation.direction))
    steps.append(step(rule, situation, anchor.value, day.isoformat()))
    return Placed(
        date_timex(day.isoformat()), anchor, situation.direction, tuple(other.isoformat() for other in others if other != day), tuple(steps)
    )


def _by_name(weekday: int, situation: Situation) -> Placed:
    """“It was a Friday”: the day under discussion where it is one, else no day that could be told."""
    days = (situation.topic.day, *situation.days[-1:])
    day = next((day for day in days if day is not None and day.isoweekday() == weekday), None)
    value = day.isoformat() if day else f"XXXX-WXX-{weekday}"
    anchor = topic_anchor(situation.topic)
    rule = step("weekday.by-name" if day else "vague", situation, anchor.value, value)
    return Placed(date_timex(value), anchor, situation.direction, steps=(anchored(anchor, situation), rule) if day else (rule,))


def _day(meaning: Weekday, base: dt.date, situation: Situation) -> tuple[dt.date, str, tuple[dt.date, ...]]:
    if meaning.week is not None:
        return _in_week(meaning, base)
    if meaning.weeks:
        over = base - dt.timedelta(meaning.relation is Relation.LAST)  # "three Fridays ago", said on a Friday
        near = on_or_after(base, meaning.day) if meaning.weeks > 0 else on_or_before(over, meaning.day)
        return near + meaning.weeks * _WEEK, "weekday.weeks", ()
    match meaning.relation:
        case Relation.THIS:
            return _of_week(base, meaning.day), "weekday.this", ()
        case Relation.LAST:
            day = on_or_before(base - dt.timedelta(1), meaning.day)
            return day, "weekday.last", (_of_week(base, meaning.day) - _WEEK,)
        case Relation.NEXT:
            day = _of_week(base, meaning.day) + _WEEK
            return day, "weekday.next", (on_or_after(base + dt.timedelta(1), meaning.day),)
        case Relation.COMING | Relation.FOLLOWING:
            return on_or_after(base + dt.timedelta(1), meaning.day), "weekday.coming", ()
        case Relation.PREVIOUS:
            return on_or_before(base - dt.timedelta(1), meaning.day), "weekday.previous", ()
        case Relation.SAME:
            return _same(meaning.day, base, situation)
        case Relation.BARE if base != situation.reference:
            day = _onwards(meaning.day, base, situation)
            return day, "weekday.narrative" if day >= base else "weekday.past", ()
        case Relation.BARE:
            return _bare(meaning, base, situation)


def _same(weekday: int, base: dt.date, situation: Situation) -> tuple[dt.date, str, tuple[dt.date, ...]]:
    """“The Monday”: one just named, else the first from the day under discussion, or the last before it ("had been found")."""
    if base == situation.reference and situation.direction is not Direction.FUTURE:
        return on_or_before(base - dt.timedelta(1), weekday), "weekday.previous", ()
    named = [day for day in situation.days if day.isoweekday() == weekday]
    beside = situation.topic.sentence == situation.expression.sentence  # "resigned on 21 October, and they spoke that Friday"
    if named and base.isoweekday() != weekday and situation.pointing and not beside:
        return named[-1], "weekday.same", ()  # "that Saturday", of the days told the one that was one
    if situation.cue.before and not situation.bounds:  # "by the Wednesday he had gone" goes on
        return on_or_before(base, weekday), "weekday.previous", ()
    known = [day for day in named if _ZERO <= base - day <= _JUST_NAMED]
    return known[-1] if known else _onwards(weekday, base, situation), "weekday.same", ()


def came_on(context: Context, at: int, reference: dt.date) -> dt.date | None:
    """The weekday named next in the sentence, where it tells of what is over."""
    behind = at + 1
    if behind >= len(context.expressions) or context.expressions[behind].sentence != context.expressions[at].sentence:
        return None
    if reference - dt.date.min < _WEEK:
        return None  # the calendar has no such day
    match day_of(context.expressions[behind].meaning):
        case Weekday(relation=Relation.BARE, weeks=0, week=None, of=None, day=day) if context.cues[behind].rule == _OVER:
            return on_or_before(reference, day)
        case _:
            return None


def _discussed(reference: dt.date, situation: Situation) -> tuple[dt.date, bool]:
    """The day under discussion, or the first of a week or weekend; the reference where there is none."""
    told = situation.topic.interval
    if situation.topic.day:
        return situation.topic.day, True
    return (told.first_day, True) if told and told.days <= _WEEK.days else (reference, False)


def _onwards(weekday: int, base: dt.date, situation: Situation) -> dt.date:
    """The first such day from the one at hand; the one before it, where the past would otherwise lie ahead."""
    day = on_or_after(base, weekday)
    return day - _WEEK if situation.direction is Direction.PAST and day > situation.reference else day


def _in_week(meaning: Weekday, base: dt.date) -> tuple[dt.date, str, tuple[dt.date, ...]]:
    shift = {Relation.LAST: -1, Relation.PREVIOUS: -1, Relation.NEXT: 1, Relation.COMING: 1, Relation.FOLLOWING: 1}
    weeks = shift.get(meaning.week or Relation.THIS, 0)
    return _of_week(base, meaning.day) + weeks * _WEEK, "weekday.of-week", ()


def _of_week(base: dt.date, weekday: int) -> dt.date:
    return monday_of(base) + dt.timedelta(weekday - 1)


def _bare(meaning: Weekday, base: dt.date, situation: Situation) -> tuple[dt.date, str, tuple[dt.date, ...]]:
    """The latest such day where the clause looks back, the next where it looks ahead; the day itself where it is that weekday."""
    weekday = meaning.day
    if situation.cue.rule == "direction.would" and situation.topic.day and situation.topic.sentence == situation.expression.sentence:
        return on_or_after(situation.topic.day, weekday), "weekday.would", ()
    cancelled = situation.cue.rule in {"direction.cancelled", "direction.past-plan"}
    if situation.contrasted or cancelled:
        near = situation.came or base if cancelled else situation.topic.day or base
        rule = "weekday.nearest" if cancelled else "weekday.contrast"
        return min(on_or_before(near, weekday), on_or_after(near, weekday), key=lambda day: abs((day - near).days)), rule, ()
    if (end := _end_of_range(weekday, base, situation)) is not None:
        return end, "weekday.range", ()
    back, ahead = on_or_before(base, weekday), on_or_after(base, weekday)
    if (moved := _moved_to(weekday, base, situation)) is not None:
        return moved, "weekday.would", (ahead,)
    if situation.direction is Direction.FUTURE:
        planned = situation.topic.day
        subject = situation.evidence is not None and situation.evidence.start >= situation.expression.span.end
        onward = planned is not None and base < planned < ahead + _WEEK and ahead + _WEEK - planned < planned - base
        if ahead == base and onward and situation.topic.paragraph == situation.paragraph and not subject:
            ahead += _WEEK  # "resumes Monday … could end as early as Thursday", in a text of a Thursday
        return ahead, "weekday.future", (ahead + _WEEK,) if ahead == base else ()
    if situation.direction is Direction.PAST:
        over = _over_by(meaning, base, situation)
        if situation.spoken and over == base and base not in situation.days:
            over -= dt.timedelta(1)  # nobody calls the day on which he speaks by its weekday
        return on_or_before(over, weekday), "weekday.past", (base,) if base.isoweekday() == weekday else ()
    told = situation.topic.interval
    if told and told.granularity is Granularity.WEEK and 0 <= situation.expression.sentence - situation.topic.sentence <= 1:
        return _of_week(told.first_day, weekday), "weekday.of-week", ()  # "The tour starts next week. On Wednesday, in Cardiff"
    if situation.topic.day and situation.topic.day > base and situation.topic.paragraph == situation.paragraph:
        return ahead, "weekday.narrative", ()
    return back, "weekday.none", (ahead,)


def _moved_to(weekday: int, base: dt.date, situation: Situation) -> dt.date | None:
    """The first such day behind the old one, where both are over: "first listed for Monday, March 15, was moved to Thursday"."""
    old = situation.topic.day
    beside = situation.topic.sentence == situation.expression.sentence
    if situation.cue.rule != "direction.was-moved" or not beside or old is None or old >= base:
        return None
    day = on_or_after(old + dt.timedelta(1), weekday)
    return day if day < base else None


def _over_by(meaning: Weekday, base: dt.date, situation: Situation) -> dt.date:
    """The last day that what is over may be of."""
    then = situation.topic.day if situation.topic.sentence == situation.expression.sentence else None
    if situation.cue.rule == "direction.after" and then and then > base:
        return then  # "will be sentenced on Friday after pleading guilty on Monday"
    return on_or_before(base, meaning.through) if meaning.through else base  # "ran from Monday to Friday": both are over


def _end_of_range(weekday: int, base: dt.date, situation: Situation) -> dt.date | None:
    """The first such day from the one that begins the stretch: "Thursday to Tuesday"."""
    start = situation.topic.day
    if situation.expression.range_part is not RangePart.END or start is None or abs(start - base) > _WEEK:
        return None
    end = on_or_after(start, weekday)
    return end if end <= base or start > base or situation.direction is not Direction.PAST else None
