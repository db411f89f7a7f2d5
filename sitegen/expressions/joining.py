"""Joins expressions that stand side by side: a clock time and its day, a modifier and its date, the ends of a range."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from sitegen.dates import Modifier
from sitegen.expressions.meanings import Found
from sitegen.languages import Tokens, data, per_language
from sitegen.model import (
    CalendarDate,
    Clock,
    Duration,
    Meaning,
    Offset,
    Period,
    RangePart,
    Recurrence,
    Relation,
    TimeOfDay,
    Unit,
    Vague,
    Weekday,
    is_hour_only,
)

_MIDNIGHT = 24  # the end of a day; the beginning of a stretch it is the day's own beginning
_EACH_WEEKDAY = "XXXX-WXX-"
_LONGEST_PREFIX = 4  # tokens: "the tail end of"
_MOVING_WITHIN = 8  # tokens between the verb that moves an event and the day that it leaves


@dataclass(frozen=True, slots=True)
class Joints:
    """The words of a language that join expressions."""

    clock_then_day: frozenset[str]
    day_then_clock: frozenset[str]
    before: dict[str, Modifier]
    approximate: frozenset[str]
    listing: frozenset[str]
    listing_again: frozenset[str]
    row: frozenset[str]
    aside: frozenset[str]
    aside_end: frozenset[str]
    range: frozenset[str]
    opening: str
    closing: str
    moving: frozenset[str]


@per_language
def joints(language: str) -> Joints:
    """The joints of a language, read once."""
    source = data(language, "joins")
    between = cast("dict[str, str]", source["between"])

    def words(key: str) -> frozenset[str]:
        return frozenset(cast("list[str]", source[key]))

    return Joints(
        clock_then_day=words("clock_then_day"),
        day_then_clock=words("day_then_clock"),
        before={key: Modifier(value) for key, value in cast("dict[str, str]", source["before"]).items()},
        approximate=words("approximate"),
        listing=words("listing"),
        listing_again=words("listing_again"),
        row=words("row"),
        aside=words("aside"),
        aside_end=words("aside_end"),
        range=words("range"),
        opening=between["opening"],
        closing=between["closing"],
        moving=words("moving"),
    )


def joined(found: tuple[Found, ...], tokens: Tokens, language: str) -> list[Found]:
    """The expressions after joining, in order."""
    words = joints(language)
    clocked = _two_clocks(_clocks(found, tokens, words), tokens, words)
    modified = [_modified(each, tokens, words, clocked[at - 1].last if at else 0) for at, each in enumerate(clocked)]
    return _ranges(modified, tokens, words)


def _clocks(found: tuple[Found, ...], tokens: Tokens, words: Joints) -> list[Found]:
    made: list[Found] = []
    for each in found:
        made.append(each)
        while len(made) > 1 and (together := _with_clock(made[-2], made[-1], tokens, words)):
            made[-2:] = [together]  # "half past four" + "on" + "the afternoon of" "16 May"
    return made


def _two_clocks(found: list[Found], tokens: Tokens, words: Joints) -> list[Found]:
    """A clock time repeated in brackets for another zone has the day that follows: "10:35 a.m. (0735 GMT) Friday"."""
    made = list(found)
    for at in range(len(made) - 2):
        one, other, day = made[at : at + 3]
        if tokens.text(one.last, other.first) in words.aside and tokens.text(other.last, day.first) in words.aside_end:
            for place, clock in ((at, one), (at + 1, other)):
                if isinstance(clock.meaning, TimeOfDay) and clock.meaning.on is None and (meaning := _on(clock.meaning, day.meaning)):
                    made[place] = replace(clock, meaning=meaning)
    return made


def _with_clock(left: Found, right: Found, tokens: Tokens, words: Joints) -> Found | None:
    """One expression for a time and its day, None where the two do not belong together."""
    if right.first - left.last > 3 or left.range_part is RangePart.START:
        return None
    between = tokens.text(left.last, right.first)
    if set_ := _each_time(left, right, between, words):
        return set_
    clock_first = is_hour_only(left.meaning)
    if clock_first and between in words.clock_then_day and (meaning := _on(cast("TimeOfDay", left.meaning), right.meaning)):
        return replace(right, first=left.first, meaning=meaning, rule=f"{left.rule}+{right.rule}", modifier=left.modifier or right.modifier)
    if isinstance(right.meaning, TimeOfDay) and right.meaning.on is None and between in words.day_then_clock:
        meaning = _on(right.meaning, left.meaning)
        modifier = left.modifier or right.modifier
        return replace(left, last=right.last, meaning=meaning, rule=f"{left.rule}+{right.rule}", modifier=modifier) if meaning else None
    return None


def _each_time(left: Found, right: Found, between: str, words: Joints) -> Found | None:
    """An hour of a day that comes again: "every Saturday at 4 a.m.", "10.30 am every Monday"."""
    for time, days, joint in ((right, left, words.day_then_clock), (left, right, words.clock_then_day)):
        match time.meaning, days.meaning:
            case TimeOfDay(on=None, clock=Clock(hour=int(hour), minute=minute, vague=False, zone="")), Recurrence(value=value) as each if (
                between in joint and value.startswith(_EACH_WEEKDAY) and "T" not in value
            ):
                meaning = replace(each, value=f"{value}T{hour:02}:{minute or 0:02}")
                return replace(left, last=right.last, meaning=meaning, rule=f"{left.rule}+{right.rule}")
            case _:
                pass
    return None


def _on(time: TimeOfDay, day: Meaning) -> TimeOfDay | None:
    """A time on a day, where the other meaning names one."""
    match day:
        case CalendarDate(day=number, holiday=holiday, numeric=numeric, nth_unit=None) if number or holiday or numeric:
            return replace(time, on=day)
        case Weekday() | CalendarDate(nth_unit=Unit.DAY) | CalendarDate(nth=int(), weekday=int()):
            return replace(time, on=day)
        case Offset(unit=Unit.DAY) | Period(unit=Unit.DAY):
            return replace(time, on=day)
        case TimeOfDay(clock=Clock(part=part), on=on) if part and on:
            return TimeOfDay(_in_part(time.clock, part) if time.clock.hour is not None else time.clock, on)
        case _:
            return None


def _in_part(clock: Clock, part: str) -> Clock:
    """A clock time in a part of the day: "six … this evening" is 18:00, "Friday evening at 7.30" 19:30."""
    hour = clock.hour or 0
    later = part in {"AF", "EV"} or (part == "NI" and hour > (4 if clock.vague else 5))
    return replace(clock, hour=hour + 12 if later and 0 < hour < 12 else hour, vague=False, either=False)


def _modified(found: Found, tokens: Tokens, words: Joints, floor: int) -> Found:
    """The expression with a modifier that stands right before it."""
    if found.modifier or isinstance(found.meaning, Duration | Recurrence | Vague):
        return found
    for length in range(min(_LONGEST_PREFIX, found.first - floor), 0, -1):
        text = tokens.text(found.first - length, found.first)
        if text in words.before and _divisible(found.meaning):
            return replace(found, first=found.first - length, modifier=words.before[text])
        if text in words.approximate and _roundable(found.meaning):
            return replace(found, first=found.first - length, modifier=Modifier.APPROX)
    return found


def _divisible(meaning: Meaning) -> bool:
    """Whether it has an early and a late part."""
    return not (isinstance(meaning, TimeOfDay) and meaning.clock.hour is not None and not meaning.on)


def _roundable(meaning: Meaning) -> bool:
    """Whether "around" before it rounds it: a year, a month, a clock time, not "about Monday"."""
    match meaning:
        case TimeOfDay(clock=clock):
            return clock.hour is not None
        case CalendarDate():
            return not meaning.weekday
        case _:
            return False


def _ranges(found: list[Found], tokens: Tokens, words: Joints) -> list[Found]:
    made = _listed(found, tokens, words)
    for at in range(len(made) - 1):
        left, right = made[at], made[at + 1]
        if tokens.text(left.last, right.first) in words.listing | words.listing_again:
            made[at] = replace(left, meaning=_like_last(left.meaning, right.meaning))
            made[at + 1] = right = replace(right, meaning=_like_first(left.meaning, right.meaning))
        if left.range_part is None and right.range_part is None and _is_range(left, right, tokens, words):
            made[at] = replace(left, range_part=RangePart.START, meaning=_like_end(left.meaning, right.meaning))
            made[at + 1] = replace(right, range_part=RangePart.END, meaning=_like_start(left.meaning, right.meaning))
    return made


def _listed(found: list[Found], tokens: Tokens, words: Joints) -> list[Found]:
    """Days in a row take the year of the last, clock times its day: "July 15 and January 15, 2027", "10am, noon and 3pm on Friday"."""
    made, between = list(found), words.listing | words.listing_again | words.row
    for at in range(len(made) - 2, -1, -1):
        match made[at].meaning, made[at + 1].meaning:
            case CalendarDate(year=None, month=int(first), day=int()) as one, CalendarDate(
                year=int(year), month=int(last), day=int(), bc=False
            ):
                if tokens.text(made[at].last, made[at + 1].first) in between and one.year_relation is None:
                    made[at] = replace(made[at], meaning=replace(one, year=year if first <= last else year - 1))
            case TimeOfDay(on=None, clock=Clock(hour=int())) as clock, TimeOfDay(clock=Clock(hour=int()), on=day) if day is not None:
                opened = tokens.text(max(made[at].first - 1, 0), made[at].first) == words.opening  # "between midnight and 3am on Friday"
                if tokens.text(made[at].last, made[at + 1].first) in between and not opened:
                    made[at] = replace(made[at], meaning=replace(clock, on=day))
            case _:
                pass
    return made


def _like_end(start: Meaning, end: Meaning) -> Meaning:
    """What the first end leaves to the second: "from 9am to 5pm on Saturday", "between March and July 2021"."""
    match start, end:
        case TimeOfDay(on=None, clock=clock), TimeOfDay(on=day) if day is not None:
            return replace(start, clock=replace(clock, hour=0) if clock.hour == _MIDNIGHT else clock, on=day)
        case CalendarDate(year=None, month=int(first)), CalendarDate(year=int(year), month=int(last), bc=False) if first <= last:
            return replace(start, year=year)
        case Weekday(week=None, relation=Relation.BARE), Weekday(week=week) if week:
            return replace(start, week=week)
        case Weekday(relation=Relation.BARE, weeks=0), Weekday(relation=Relation.BARE, weeks=0, day=day):
            return replace(start, through=day)
        case _:
            return start


def _like_start(start: Meaning, end: Meaning) -> Meaning:
    """What the second end leaves to the first: "between Dec. 26, 2022, and mid-January" ends in the next year."""
    match start, end:
        case CalendarDate(year=int(year), month=int(first), bc=False), CalendarDate(
            year=None, month=int(last), relation=Relation.BARE, year_relation=None
        ) if first != last or (end.day or 0) >= (start.day or 0):
            return replace(end, year=year if first <= last else year + 1)
        case _:
            return end


def _like_last(one: Meaning, last: Meaning) -> Meaning:
    """What the last of a list leaves to the one before: "in April and June 1955", "on Monday and Tuesday nights"."""
    match one, last:
        case CalendarDate(year=None, month=int(first)), CalendarDate(year=int(year), month=int(month), bc=False) if first <= month:
            return replace(one, year=year)
        case Weekday(week=None, relation=Relation.BARE), Weekday(week=week) if week:
            return replace(one, week=week)
        case CalendarDate(year=None, season=season), CalendarDate(year=int(year), season=other, bc=False) if season and other:
            return replace(one, year=year)
        case Weekday(day=day, relation=Relation.BARE), Recurrence(value=value) if value.startswith(_EACH_WEEKDAY):
            return replace(last, value=f"{_EACH_WEEKDAY}{day}{value[len(_EACH_WEEKDAY) + 1 :]}")
        case _:
            return one


def _like_first(first: Meaning, other: Meaning) -> Meaning:
    """What the first of a list leaves to the others: "next Wednesday or Thursday"."""
    match first, other:
        case Weekday(relation=Relation.NEXT | Relation.LAST | Relation.THIS as relation), Weekday(relation=Relation.BARE, week=None):
            return replace(other, relation=relation)
        case _:
            return other


def _is_range(left: Found, right: Found, tokens: Tokens, words: Joints) -> bool:
    if any(isinstance(each.meaning, Duration | Recurrence | Vague) for each in (left, right)):
        return False
    between = tokens.text(left.last, right.first)
    if between.removeprefix(", ") == words.closing:
        return left.first > 0 and tokens.text(left.first - 1, left.first) == words.opening
    if between.removeprefix(", ") not in words.range:
        return False
    before = tokens.words[max(left.first - _MOVING_WITHIN, 0) : left.first]
    return words.moving.isdisjoint(word.lower() for word in before)
