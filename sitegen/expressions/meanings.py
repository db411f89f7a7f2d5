"""From what a rule captured to what was said: one constructor for each kind of meaning."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from sitegen.dates import Modifier
from sitegen.expressions import numbers
from sitegen.expressions.captures import Captured, Captures, captures_of
from sitegen.expressions.clocks import clock, part_of_day
from sitegen.expressions.durations import duration, half_duration, in_units, open_duration, past_unit, recurrence, vague
from sitegen.expressions.rules import Rule, lead
from sitegen.languages import Tokens, lexicon
from sitegen.model import CalendarDate, Duration, Meaning, Offset, Period, RangePart, Relation, Unit, Weekday

_PARTS = ("1", "2", "3", "4")
_LATE_IN_MONTH = 16  # a quarter that ends before that day of a month lies mostly before the month


@dataclass(frozen=True, slots=True)
class Found:
    """An expression by its tokens, before it is cut from the text."""

    first: int
    last: int
    meaning: Meaning
    rule: str
    modifier: Modifier | None = None
    range_part: RangePart | None = None


def build(rule: Rule, groups: re.Match[str], tokens: Tokens, language: str) -> list[Found]:
    """The expressions that one match stands for: one, or one for each part of a range or list."""
    captures = captures_of(rule, groups, tokens, lexicon(language))
    parts = [name for name in _PARTS if f"p{name}" in captures.parts]
    if not parts:
        return _one(rule, captures, *groups.span(), None)
    between = tokens.text(captures.parts["p1"].last, captures.parts["p2"].first) if len(parts) > 1 else ""
    ranged = between in rule.range_by or bool(rule.given.get("range"))
    ends = (RangePart.START, RangePart.END) * max(len(parts) // 2, 1) if ranged else (None,) * len(parts)
    made = [
        found
        for name, end in zip(parts, ends, strict=False)
        for found in _one(rule, captures.only(name), captures.parts[f"p{name}"].first, captures.parts[f"p{name}"].last, end)
    ]
    whole = [made[0], *(_completed(found, made[0]) for found in made[1:])] if made else []
    return _as_one(whole) if rule.one_year_in and lead(tokens.codes, *rule.one_year_in) > 0 else whole


def _as_one(found: list[Found]) -> list[Found]:
    """A year and the next, "2016-17", are one year of business or sport, which has the name of the one in which it begins."""
    match [each.meaning for each in found]:
        case [CalendarDate(year=int(begun)), CalendarDate(year=int(ended))] if ended == begun + 1:
            return [replace(found[0], last=found[1].last, range_part=None)]
        case _:
            return found


def _completed(found: Found, first: Found) -> Found:
    """The second year of "1995-96" in full: the first one that comes behind the first."""
    match (first.meaning, found.meaning):
        case CalendarDate(year=int(begun)), CalendarDate(year=int(short)) if short < 100 < begun:
            century = begun - begun % 100
            return replace(found, meaning=replace(found.meaning, year=century + short + (100 if short < begun % 100 else 0)))
        case _:
            return found


def _one(rule: Rule, captures: Captures, first: int, last: int, part: RangePart | None) -> list[Found]:
    meaning = CONSTRUCTORS[rule.meaning](captures)
    return [Found(first, last, meaning, rule.name, captures.modifier(), part)] if meaning else []


def _date(captures: Captures) -> CalendarDate | None:
    year, years, fiscal = _year(captures)
    made = CalendarDate(
        year=year,
        month=captures.number("month"),
        day=captures.number("day"),
        weekday=captures.number("weekday"),
        quarter=_quarter(captures),
        half=captures.number("half"),
        season=captures.string("season"),
        week=captures.number("week"),
        nth=captures.number("nth"),
        holiday=captures.string("holiday"),
        years=years,
        fiscal=fiscal,
        bc=captures.has("era"),
        relation=captures.relation() or Relation.BARE,
        year_relation=captures.relation("year_relation") or captures.relation("month_relation"),
        nth_unit=captures.unit("nth_unit") or (Unit.HALF if captures.has("same_period") else None),
        numeric=captures.text("numeric") or captures.text("iso").upper(),
    )
    return made if made != CalendarDate() else None


def _quarter(captures: Captures) -> int | None:
    """The quarter by its number, or by a month that it ends with or holds: "the September quarter".

    Three months that end at the end of July are nearest to the second quarter, at the end of August to the third.
    """
    month = captures.number("quarter_month")
    if month and captures.has("quarter_ended"):
        early = (captures.number("quarter_day") or _LATE_IN_MONTH) < _LATE_IN_MONTH
        return (month - early + 1) // 3 or 4
    return (month + 2) // 3 if month else captures.number("quarter")


def _year(captures: Captures) -> tuple[int | None, int, bool]:
    """The year said, how many years it stands for, and whether it is a fiscal one."""
    if captures.has("fiscal"):
        return numbers.short_year(int(captures.text("fiscal")[-2:])), 1, True
    if captures.has("decade_nth"):  # "the last decade of the 19th century"
        return 100 * ((captures.number("century") or 1) - 1) + 10 * ((captures.number("decade_nth") or 1) - 1), 10, False
    if captures.has("century"):
        return 100 * ((captures.number("century") or 1) - 1), 100, False
    if captures.has("decade"):
        return _decade(captures), 10, False
    if captures.has("shortyear"):
        return int(captures.text("shortyear")), 1, False
    if captures.has("ad"):
        return captures.number("ad"), 1, False
    if captures.has("era"):
        return captures.number("year"), 1, False
    return numbers.year(captures.text("year"), captures.lexicon) if captures.has("year") else None, 1, False


def _decade(captures: Captures) -> int:
    number = captures.number("decade") or 0
    return number if number >= 100 else numbers.short_year(number) if number < 30 else 1900 + number


def _weekday(captures: Captures) -> Weekday:
    relation, week = captures.relation() or Relation.BARE, captures.relation("week_relation")
    return Weekday(captures.number("weekday") or 1, relation, week=week, by_name=captures.has("by_name"))


def _weekday_weeks(captures: Captures) -> Weekday:
    weeks = int(numbers.count(captures.text("count"), captures.lexicon) or 1)
    each = 2 if captures.unit() is Unit.FORTNIGHT else 1
    return Weekday(captures.number("weekday") or 1, Relation.NEXT, weeks * each)


def _today(captures: Captures) -> Offset:
    return Offset(captures.shift("today") + int(captures.given.get("days", 0)), Unit.DAY, exact=True)


def _before_last(captures: Captures) -> Offset | None:
    """“The week before last”, "the year after next"."""
    unit = captures.unit()
    return Offset(2 if captures.has("after") else -2, unit) if unit else None


def _beside(captures: Captures) -> Period | None:
    """“The day before”, "the year after": beside the time under discussion."""
    unit = captures.unit()
    return Period(unit, Relation.FOLLOWING if captures.has("after") else Relation.PREVIOUS) if unit else None


def _period(captures: Captures) -> Period | None:
    unit, relation = captures.unit(), captures.relation()
    if unit is Unit.DAY and relation is Relation.LAST:
        return None  # "the last day" is no yesterday
    return Period(unit, relation, whole=captures.has("whole")) if unit and relation else None


def _containing(unit: Unit) -> Callable[[Captures], CalendarDate | None]:
    """The week or weekend that a date lies in."""

    def build_date(captures: Captures) -> CalendarDate | None:
        made = _date(captures)
        return made and replace(made, weekday=None, nth_unit=unit)

    return build_date


def _latest(captures: Captures) -> Period | None:
    unit = Unit.QUARTER if captures.has("quarter_period") else captures.unit()
    return Period(unit, Relation.SAME if unit is Unit.QUARTER else Relation.LAST) if unit else None


def _year_earlier(captures: Captures) -> Offset:
    return Offset(-1, Unit.YEAR, "topic", shown=Unit.QUARTER if captures.has("quarter_period") else captures.unit("shown"))


def _this_time(captures: Captures) -> Offset:
    sign = 1 if captures.relation() is Relation.NEXT else -1
    unit = captures.unit()
    if unit is Unit.WEEK:
        return Offset(7 * sign, Unit.DAY, exact=True)
    return Offset(sign if unit is Unit.MONTH else 12 * sign, Unit.MONTH)


def _beside_holiday(captures: Captures) -> Meaning | None:
    """“The day after Easter Monday”, "the week before Christmas", "two weeks before Christmas", "the last Saturday before Christmas"."""
    holiday = _date(captures)
    sign = 1 if captures.has("after") else -1
    if holiday is None:
        return None
    if captures.has("weekday") and not holiday.holiday:
        return Offset(sign, Unit.DAY, exact=True, of=_weekday(captures))
    if captures.has("weekday"):
        return Weekday(
            captures.number("weekday") or 1, Relation.COMING if sign > 0 else Relation.PREVIOUS, of=replace(holiday, weekday=None)
        )
    amount, unit = (_amount(captures) if captures.has("count") else 1) or 1, captures.unit() or Unit.DAY
    whole = unit is not Unit.DAY and not captures.has("count")  # "the week before Christmas", not "a week before Christmas"
    return Offset(sign * amount, unit, exact=not whole, of=holiday)


def _count(captures: Captures) -> float | None:
    amount = numbers.count(captures.text("count"), captures.lexicon)
    return None if amount is None else amount + captures.fraction()


def _amount(captures: Captures) -> int | None:
    amount = _count(captures)
    return None if amount is None or amount != int(amount) else int(amount)


def _offset(sign: int, base: str) -> Callable[[Captures], Meaning | None]:
    def build_offset(captures: Captures) -> Meaning | None:
        amount, unit = _amount(captures), captures.unit()
        if unit is None:
            return None
        if captures.has("tomorrow") and amount is not None:
            days = {Unit.WEEK: 7, Unit.FORTNIGHT: 14}.get(unit, 1)
            return Offset(amount * days + 1, Unit.DAY, exact=True)
        if amount is None:
            return _uneven(captures, sign, unit, base)
        if captures.has("month_beside"):  # "two years ago next month"
            years = amount * (10 if unit is Unit.DECADE else 1)
            return Offset(sign * years * 12 + (1 if captures.relation("month_beside") is Relation.NEXT else -1), Unit.MONTH)
        if captures.has("season"):
            this = CalendarDate(season=captures.string("season"), relation=Relation.THIS)
            return Offset(sign * amount, unit, shown=Unit.SEASON, of=this)
        return Offset(
            sign * amount,
            unit,
            "topic" if base == "topic" else "today",
            exact=captures.has("exact") or captures.has("today"),
            plus=captures.shift("today"),
            shown=captures.unit("shown"),
        )

    return build_offset


def _uneven(captures: Captures, sign: int, unit: Unit, base: str) -> Meaning | None:
    """“Two and a half years ago”: counted in the next smaller unit, as long as that is whole."""
    amount = _count(captures) or 0
    smaller = {
        Unit.YEAR: (Unit.MONTH, 12),
        Unit.DAY: (Unit.HOUR, 24),
        Unit.HOUR: (Unit.MINUTE, 60),
        Unit.WEEK: (Unit.DAY, 7),
        Unit.DECADE: (Unit.YEAR, 10),
        Unit.CENTURY: (Unit.YEAR, 100),
    }
    if unit not in smaller:
        return None
    finer, factor = smaller[unit]
    shown = captures.unit("shown") or (unit if unit in {Unit.YEAR, Unit.DECADE} else None)
    return Offset(sign * round(amount * factor), finer, "topic" if base == "topic" else "today", shown=shown)


def _seasons_ago(captures: Captures) -> Offset:
    """“Two summers ago”: one year before the last summer that is over."""
    last = CalendarDate(season=captures.string("season"), relation=Relation.LAST)
    return Offset(1 - (_amount(captures) or 1), Unit.YEAR, shown=Unit.SEASON, of=last)


def _weekdays_ago(captures: Captures) -> Weekday:
    """“Three Fridays ago”: two weeks before the last Friday."""
    return Weekday(captures.number("weekday") or 1, Relation.LAST, weeks=1 - (_amount(captures) or 1))


def _season_beside(captures: Captures) -> Offset:
    """“The summer after next”, "the winter before last": a year beyond the next or the last."""
    ahead = captures.has("after")
    beside = CalendarDate(season=captures.string("season"), relation=Relation.NEXT if ahead else Relation.LAST)
    return Offset(1 if ahead else -1, Unit.YEAR, shown=Unit.SEASON, of=beside)


def _ago_weekday(captures: Captures) -> Weekday | Offset | None:
    amount, unit = _amount(captures), captures.unit()
    day = Weekday(captures.number("weekday") or 1, captures.relation() or Relation.BARE)
    if amount is None or unit is None:
        return None
    weeks = {Unit.WEEK: 1, Unit.FORTNIGHT: 2}.get(unit)
    return replace(day, relation=Relation.BARE, weeks=-amount * weeks) if weeks else Offset(-amount, unit, exact=True, of=day)


def _small_hours(captures: Captures) -> Meaning:
    if captures.has("weekday"):
        return Weekday(captures.number("weekday") or 1)
    return _today(captures) if captures.has("today") else Offset(1, Unit.DAY, "topic")


CONSTRUCTORS: dict[str, Callable[[Captures], Meaning | None]] = {
    "date": _date,
    "weekday": _weekday,
    "weekday-weeks": _weekday_weeks,
    "today": _today,
    "period": _period,
    "week-of": _containing(Unit.WEEK),
    "weekend-of": _containing(Unit.WEEKEND),
    "latest": _latest,
    "year-earlier": _year_earlier,
    "this-time": _this_time,
    "beside-holiday": _beside_holiday,
    "before-last": _before_last,
    "beside": _beside,
    "ago": _offset(-1, "today"),
    "ago-weekday": _ago_weekday,
    "seasons-ago": _seasons_ago,
    "weekdays-ago": _weekdays_ago,
    "season-beside": _season_beside,
    "from-now": _offset(1, "today"),
    "later": _offset(1, "topic"),
    "earlier": _offset(-1, "topic"),
    "in-units": in_units,
    "clock": clock,
    "part": part_of_day,
    "small-hours": _small_hours,
    "duration": duration,
    "duration-range": duration,
    "half-duration": half_duration,
    "open-duration": open_duration,
    "past-unit": past_unit,
    "every": recurrence,
    "vague": vague,
}

__all__ = ["CONSTRUCTORS", "Captured", "Duration", "Found", "build"]
