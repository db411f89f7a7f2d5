"""Dates by their numbers and names: the year that was not said, the month of "the 28th", the day of a holiday."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sitegen.dates import Granularity, Interval, Timex, TimexType, add_months, interval_of
from sitegen.model import CalendarDate, Direction, Relation, Unit
from sitegen.resolutions.festivals import is_festival
from sitegen.resolutions.fiscal import counts_on, place_counted
from sitegen.resolutions.monthdays import base_of, place_day_of_month
from sitegen.resolutions.moon import by_the_moon
from sitegen.resolutions.numeric import place_numeric, stated
from sitegen.resolutions.situation import AWAY, FINE, NO_ANCHOR, Placed, Situation, Topic, anchored, date_timex, step, topic_anchor
from sitegen.resolutions.written import before_christ, written

_FAR, _NEAR, _LITTLE = 300, 100, 14  # days
_EVEN = {Direction.FUTURE: 60, Direction.PAST: 90}  # days: what has been done may end ahead, "stretched it to 24 April"
# Cues that cannot belong to another verb.
_FIRM = {f"direction.{rule}" for rule in ("effective", "ended", "measured", "named", "pictured", "since")}
_LOOSE = {"direction.infinitive"}  # a cue that hangs on a verb of another time
_HALF_A_YEAR = 200  # days beyond which what a text tells in the present is not pushed
_FAR_END = 200  # days: the end of a stretch, "in session through April", mostly lies ahead
_GOES_ON = 200  # days by which a story goes on to the next date rather than back
_TIMELESS = {"direction.none", "direction.present", "direction.scheduled-present"}
_WEEK = 7  # days


def place_date(meaning: CalendarDate, situation: Situation) -> Placed:
    """Place a calendar date; what the text does not say is worked out, with a step for each part."""
    if meaning.numeric:
        return place_numeric(meaning, situation)
    if meaning.bc:
        return stated(before_christ(meaning), situation)
    if meaning.year is None and situation.topic.bc and (meaning.month or meaning.season):
        return Placed(date_timex(before_christ(replace(meaning, year=situation.topic.bc))), topic_anchor(situation.topic))
    if situation.year is not None:
        return _listed(meaning, situation.year, situation)
    if _is_comparable(meaning):
        return _comparable(meaning, situation)
    if meaning.fiscal:
        return _fiscal(meaning, situation)
    if counts_on(meaning, situation.topic):
        return place_counted(meaning, situation)
    placed = stated(written(meaning, meaning.year), situation) if meaning.year is not None else _worked_out(meaning, situation)
    return by_the_moon(placed, meaning, situation) if is_festival(meaning.holiday) else placed


def comes_monthly(meaning: CalendarDate, situation: Situation) -> bool:
    """Whether it is a day of any month: "admission is free on the first Sunday of the month"."""
    counted = meaning.nth is not None and meaning.weekday is not None and meaning.year_relation is Relation.SAME and meaning.month is None
    return counted and situation.topic.month is None and situation.cue.rule in _TIMELESS


def place_usual(meaning: CalendarDate, situation: Situation) -> Placed:
    """A part of the year in which something usually is, of no year: "the lake usually freezes in January"."""
    value = f"XXXX{written(meaning, situation.reference.year)[4:]}"
    steps = (step("set", situation, situation.expression.text, value),)
    return Placed(Timex(TimexType.SET, value), NO_ANCHOR, steps=steps)


def _listed(meaning: CalendarDate, year: int, situation: Situation) -> Placed:
    """A date that its place in a list gives its year."""
    value = written(meaning, year)
    direction = Direction.PAST if value <= situation.reference.isoformat() else Direction.FUTURE
    return Placed(date_timex(value), NO_ANCHOR, direction, steps=(step("calendar.list", situation, situation.expression.text, value),))


def _fiscal(meaning: CalendarDate, situation: Situation) -> Placed:
    """A fiscal period keeps its own name: when it begins differs from house to house."""
    plain = written(meaning, meaning.year or 0)
    steps = (step("calendar.fiscal", situation, situation.expression.text, f"FY{plain}"),)
    return Placed(date_timex(f"FY{plain}"), NO_ANCHOR, alternatives=(plain,), stated=True, steps=steps)


def _is_comparable(meaning: CalendarDate) -> bool:
    """Whether it says a unit of a year and leaves to the text which: "the same week of 2024", "this day in 1969"."""
    if meaning.nth_unit in {Unit.QUARTER, Unit.MONTH, Unit.HALF}:
        return True
    named = meaning.nth is not None or meaning.month or meaning.holiday
    return meaning.nth_unit in {Unit.WEEK, Unit.WEEKEND, Unit.DAY} and not named


def _same_in(meaning: CalendarDate, topic: Topic, reference: dt.date) -> CalendarDate | None:
    """The month, week or half that the text speaks of, or this day, in the year named."""
    told, plain = topic.interval, replace(meaning, nth_unit=None)
    match meaning.nth_unit:
        case Unit.DAY:
            return replace(plain, month=reference.month, day=reference.day)
        case Unit.MONTH if told:
            return replace(plain, month=told.start.month)
        case Unit.WEEK if told and told.days <= _WEEK:
            return replace(plain, week=told.first_day.isocalendar().week)
        case Unit.HALF if told and told.granularity is Granularity.HALF:
            return replace(plain, half=1 if told.start.month == 1 else 2)
        case _:
            return None


def _comparable(meaning: CalendarDate, situation: Situation) -> Placed:
    """“The 1988 period”, "last year's quarter": the quarter under discussion in the year that is named, else what the words say."""
    topic = situation.topic
    plain = replace(meaning, nth_unit=None)
    if same := _same_in(meaning, topic, situation.reference):
        return place_date(same, situation)
    if meaning.nth_unit not in {Unit.QUARTER, Unit.HALF}:
        return place_date(plain, situation)
    if topic.quarter is None or (topic.longer and not meaning.quarter):
        return place_date(plain, situation)
    year = (
        topic.quarter[0]
        if meaning.quarter
        else meaning.year or situation.reference.year + AWAY.get(meaning.year_relation or Relation.SAME, 0)
    )
    value = f"{year:04}-Q{topic.quarter[1]}"
    steps = (step("period.quarter-at-hand", situation, situation.expression.text, value),)
    return Placed(date_timex(value), topic_anchor(topic), Direction.PAST, steps=steps)


def _worked_out(meaning: CalendarDate, situation: Situation) -> Placed:
    if meaning.day and not meaning.month:
        return place_day_of_month(meaning, situation)
    base, topical = base_of(meaning, situation)
    anchor = topic_anchor(situation.topic) if topical else situation.anchor
    if meaning.nth is not None and meaning.month is None and meaning.year_relation is not None:
        month = add_months(base.replace(day=1), AWAY.get(meaning.year_relation, 0))  # "the last Friday of this month"
        meaning, base = replace(meaning, month=month.month, year_relation=Relation.SAME), month
    year, rule, other = _year(meaning, base, situation, topical=topical)
    value = written(meaning, year) or written(meaning, year + 1)
    steps = [anchored(anchor, situation)]
    if rule in {"calendar.past", "calendar.future"}:
        steps.append(situation.pointed(situation.direction))
    steps.append(step(rule, situation, anchor.value, value))
    alternatives = (written(meaning, other),) if other is not None and other != year else ()
    return Placed(date_timex(value), anchor, situation.direction, alternatives, tuple(steps))


def _year(meaning: CalendarDate, base: dt.date, situation: Situation, *, topical: bool) -> tuple[int, str, int | None]:
    """The year, the rule that gave it, and the year that another reading would give."""
    if meaning.year_relation is not None:
        return base.year + AWAY.get(meaning.year_relation, 0), "calendar.year-relation", None
    if meaning.relation is Relation.THIS:
        return (_nearest(meaning, base) if meaning.season == "WI" else base.year), "calendar.this", None
    if meaning.relation in {Relation.LAST, Relation.PREVIOUS}:
        return _over(meaning, base), "calendar.last", None
    if meaning.relation in {Relation.NEXT, Relation.COMING, Relation.FOLLOWING}:
        return _coming(meaning, base), "calendar.next", None
    if topical and meaning.relation is Relation.SAME and situation.topic.interval:
        return situation.topic.interval.start.year, "calendar.year-relation", None
    if topical:
        narrated = _not_ahead(meaning, _narrated(meaning, base, situation), situation)
        interval = interval_of(written(meaning, narrated)) if meaning.weekday and meaning.day else None
        if interval is None or interval.first_day.isoweekday() == meaning.weekday:
            return narrated, "calendar.narrative", None
        return _nearest(meaning, situation.reference), "calendar.weekday-year", None
    return _by_tense(meaning, base, situation)


def _spans(meaning: CalendarDate, base: dt.date) -> list[tuple[int, Interval]]:
    """The intervals in the years around, first to last."""
    years = (
        range(max(base.year - 4, 1), min(base.year + 5, 9999))
        if (meaning.month, meaning.day) == (2, 29)
        else (base.year - 1, base.year, base.year + 1)
    )
    found = [(year, interval_of(written(meaning, year))) for year in years]
    matching = [(year, interval) for year, interval in found if interval is not None]
    if meaning.weekday and meaning.day:
        fitting = [(year, interval) for year, interval in matching if interval.first_day.isoweekday() == meaning.weekday]
        return fitting or matching
    return matching


def _distance(interval: Interval, base: dt.date) -> int:
    if interval.first_day <= base <= interval.last_day:
        return 0
    return min(abs((interval.first_day - base).days), abs((interval.last_day - base).days))


def _nearest(meaning: CalendarDate, base: dt.date) -> int:
    spans = _spans(meaning, base)
    return min(spans, key=lambda each: _distance(each[1], base))[0] if spans else base.year


def _over(meaning: CalendarDate, base: dt.date) -> int:
    """The latest that is over."""
    over = [year for year, interval in _spans(meaning, base) if interval.last_day < base]
    return over[-1] if over else base.year - 1


def _coming(meaning: CalendarDate, base: dt.date) -> int:
    """The first that has not begun."""
    coming = [year for year, interval in _spans(meaning, base) if interval.first_day > base]
    return coming[0] if coming else base.year + 1


def _narrated(meaning: CalendarDate, base: dt.date, situation: Situation) -> int:
    """In a narrative: the year under discussion, or the occurrence nearest to the last month or day that was told."""
    topic = situation.topic
    if topic.granularity_is_year:
        return topic.told.year if topic.told else base.year
    told = topic.told or base
    if situation.cue.before and not situation.bounds and situation.topic.interval and situation.topic.interval.granularity in FINE:
        return _over(meaning, told)  # "on 20 August 1860 … who had sent a man north in March"
    ahead = [(year, interval) for year, interval in _spans(meaning, told) if interval.last_day >= told][:1]
    if ahead and (_distance(ahead[0][1], told) < _GOES_ON or _leads_up(ahead[0][1], told, situation)):
        return ahead[0][0]
    return _nearest(meaning, told)


def _leads_up(interval: Interval, told: dt.date, situation: Situation) -> bool:
    """Whether it lies between this very day of a year before and now: "a year ago today it shut, and in March it opened again"."""
    anniversary = situation.topic.told_day and (told.month, told.day) == (situation.reference.month, situation.reference.day)
    return anniversary and told.year == situation.reference.year - 1 and interval.last_day <= situation.reference


def _not_ahead(meaning: CalendarDate, year: int, situation: Situation) -> int:
    """The year, or the one before where what is told would lie ahead of the telling."""
    told = interval_of(written(meaning, year))
    return year - 1 if told and situation.direction is Direction.PAST and told.first_day > situation.reference else year


def _by_tense(meaning: CalendarDate, base: dt.date, situation: Situation) -> tuple[int, str, int | None]:
    nearest = _nearest(meaning, base)
    if meaning.month and meaning.day:
        return _dated(meaning, base, situation, nearest)
    if meaning.quarter or meaning.half:
        return _reported(meaning, base, situation)
    spans, by_tense = _spans(meaning, base), list[int]()
    if situation.direction is Direction.PAST:
        by_tense = [year for year, interval in spans if interval.first_day <= base][-1:]
    elif situation.direction is Direction.FUTURE:
        by_tense = [year for year, interval in spans if interval.last_day >= base][:1]
    firm = situation.cue.rule in _FIRM
    if not by_tense or (not firm and _far(dict(spans), by_tense[0], nearest, situation)):
        return nearest, "calendar.nearest", by_tense[0] if by_tense else None
    return by_tense[0], f"calendar.{situation.direction}", nearest


def _far(spans: dict[int, Interval], wanted: int, nearest: int, situation: Situation) -> bool:
    """Whether tense would push a date most of a year away although one stands close: then the verb belongs to something else."""
    base, far = situation.reference, _FAR_END if situation.bounds else _FAR
    far_off = _distance(spans[wanted], base) > far and _distance(spans[nearest], base) < _NEAR
    return far_off or _is_told(spans[wanted], situation)


def _is_told(interval: Interval, situation: Situation) -> bool:
    """Whether a present tense tells of what is over, as more than half a year lies before such a day: "finds a letter of early August"."""
    return situation.cue.rule == "direction.present" and _distance(interval, situation.reference) > _HALF_A_YEAR


def _dated(meaning: CalendarDate, base: dt.date, situation: Situation, nearest: int) -> tuple[int, str, int | None]:
    """A day and month: the nearest one; tense decides only where both sides are about as far."""
    spans = dict(_spans(meaning, base))
    if nearest not in spans:
        return base.year, "calendar.nearest", None
    away = _distance(spans[nearest], base)
    past = spans[nearest].first_day < base
    wanted_past = situation.direction is Direction.PAST
    if situation.cue.rule in _LOOSE and past:  # the coming one is the further
        return nearest, "calendar.nearest", nearest + 1  # "applied for leave to build on 3 November": the applying may be dated
    told = situation.opening and situation.cue.rule == "direction.past-verb" and away > _LITTLE  # "on 24 January a gust was measured"
    alone = situation.expression.range_part is None
    lasts = situation.cue.rule == "direction.lasts" and away > _LITTLE and alone  # "cover through Dec. 31", in January
    behind = situation.evidence is not None and situation.evidence.start < situation.expression.span.start
    ends = behind and situation.opening and situation.cue.rule == "direction.scheduled-present" and away > _LITTLE  # "ends on 31 December"
    firm = situation.cue.rule in _FIRM or told or lasts or ends
    if situation.direction in _EVEN and (away > _EVEN[situation.direction] or firm) and away and past != wanted_past:
        other = nearest + (1 if past else -1)
        if other in spans and not _is_told(spans[other], situation):
            return other, "calendar.past" if wanted_past else "calendar.future", nearest
    return nearest, "calendar.nearest", None


def _reported(meaning: CalendarDate, base: dt.date, situation: Situation) -> tuple[int, str, int | None]:
    """A quarter or half: the latest that has begun where results are told, the coming one where plans are."""
    spans = _spans(meaning, base)
    if situation.cue.rule == "direction.results-due":
        return _nearest(meaning, base), "calendar.nearest", None
    if situation.direction is Direction.FUTURE:
        open_ = [year for year, interval in spans if interval.last_day >= base]
        return (open_[0] if open_ else base.year), "calendar.future", None
    begun = [year for year, interval in spans if interval.first_day <= base]
    return (begun[-1] if begun else base.year), "calendar.past-quarter", None
