"""What stands beside a date says which it is: "on Good Friday, April 2, 2021", "last year on 24 May", "tomorrow, tomorrow"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sitegen.dates import Timex, TimexType, interval_of
from sitegen.model import CalendarDate, Clock, Meaning, Offset, Period, RangePart, Relation, TimeOfDay, Unit, Weekday
from sitegen.resolutions.context import Context
from sitegen.resolutions.holidays import holiday
from sitegen.resolutions.neighbours import marks
from sitegen.resolutions.situation import Placed, Situation, Topic, step
from sitegen.resolutions.written import real_day

_BRACKET_REACH = 3  # tokens: "at 9am in Sydney (2300 GMT on Friday)"
_WESTMOST, _EASTMOST = dt.timedelta(hours=-12), dt.timedelta(hours=14)
_HOURS = 24
_OWN_REACH = 8  # tokens: "next year's race has been pencilled in for"
_YEAR_REACH = 4  # tokens: "this year the fair is in"


def completed(context: Context, at: int, placed: dict[int, Placed], topic: Topic, published: dt.date) -> Meaning:
    """What an expression means, with the year that the holiday or date beside it gives."""
    meaning = context.expressions[at].meaning
    if not isinstance(meaning, CalendarDate) or meaning.year is not None or meaning.year_relation is not None:
        return meaning
    if meaning.holiday and context.apposed[at + 1 : at + 2] == (True,):
        beside = context.expressions[at + 1].meaning
        year = _year(meaning.holiday, beside, topic, published) if isinstance(beside, CalendarDate) else None
        return meaning if year is None else replace(meaning, year=year, relation=Relation.BARE)
    if meaning.month and meaning.relation is Relation.BARE and (relation := _year_beside(context, at) or _year_listed(context, at)):
        return replace(meaning, year_relation=relation)
    if meaning.month and meaning.day and not meaning.weekday and (weekday := _weekday_told(context, at)):
        return _on_weekday(meaning, weekday, published)
    if meaning.month and meaning.day and context.apposed[at] and at - 1 in placed:
        told = interval_of(placed[at - 1].timex.value)
        same = told is not None and (told.first_day.month, told.first_day.day) == (meaning.month, meaning.day)
        return replace(meaning, year=told.first_day.year) if told and same else meaning
    return meaning


def _weekday_told(context: Context, at: int) -> int | None:
    """The day of the week that the next words say it was: "on 13 December. A Friday, of course"."""
    if at + 1 >= len(context.expressions) or context.expressions[at + 1].sentence - context.expressions[at].sentence > 1:
        return None
    match context.expressions[at + 1].meaning:
        case Weekday(by_name=True, day=day):
            return day
        case _:
            return None


def _on_weekday(meaning: CalendarDate, weekday: int, published: dt.date) -> CalendarDate:
    """A day with its weekday, which gives the year; the one before last where it fits no nearer one."""
    days = {year: real_day(year, meaning.month, meaning.day) for year in range(published.year - 2, published.year + 2)}
    fits = {year for year, day in days.items() if day and day.isoweekday() == weekday}
    return replace(meaning, year=min(fits)) if fits == {published.year - 2} else replace(meaning, weekday=weekday)


def said_twice(context: Context, at: int) -> bool:
    """Whether it only says once more, behind a comma, what stands before it: "tomorrow, tomorrow we sail"."""
    if not at or context.quoted[at] != context.quoted[at - 1]:
        return False
    before, again, tokens = context.expressions[at - 1], context.expressions[at], context.tokens
    between = tokens.codes[tokens.at(before.span.end) : tokens.at(again.span.start)]
    parted = len(between) == 1 and between in marks(context.article.language, "COMMA")
    return parted and before.sentence == again.sentence and before.text.lower() == again.text.lower()


def beside_verb(context: Context, at: int) -> bool:
    """Whether only "on" parts it from its verb: "was opened on 4 June", where no object can be dated by it."""
    return context.led_by(at, "ON_WORD") and context.cues[at].last == context.tokens.at(context.expressions[at].span.start) - 1


def restated(context: Context, at: int) -> bool:
    """Whether a bracket gives its hour once more with a zone and a day: "at 3.12am local time (1912 GMT on Monday)"."""
    if at + 1 >= len(context.expressions):
        return False
    match context.expressions[at].meaning, context.expressions[at + 1].meaning:
        case TimeOfDay(on=None, clock=Clock(zone="", hour=int(), vague=False)), TimeOfDay(
            on=Weekday() | CalendarDate() | Offset(), clock=Clock(hour=int()) as clock
        ):
            tokens = context.tokens
            between = range(tokens.at(context.expressions[at].span.end), tokens.at(context.expressions[at + 1].span.start))
        case _:
            return False
    bracket = 0 < len(between) <= _BRACKET_REACH and tokens.words[between[-1]] == "("
    return bracket and bool(clock.zone) and all(tokens.words[place][0].isalpha() for place in between[:-1])


def by_zone(clock: Clock, beside: Placed, situation: Situation) -> Placed | None:
    """An hour on the day on which it is so much in some zone, where the same moment has another hour in another."""
    try:
        moment = dt.datetime.fromisoformat(beside.timex.value)
    except ValueError:  # 24:00, or a day that is not known
        return None
    if not dt.MINYEAR < moment.year < dt.MAXYEAR:
        return None
    hour = dt.time((clock.hour or 0) % _HOURS, clock.minute or 0)
    universal = (moment - (moment.utcoffset() or dt.timedelta(0))).replace(tzinfo=None)
    moments = [dt.datetime.combine(universal.date() + dt.timedelta(away), hour) for away in (0, 1, -1)]
    here = min((each for each in moments if _WESTMOST <= each - universal <= _EASTMOST), key=lambda each: abs(each - universal))
    value = here.isoformat(timespec="minutes")
    steps = (*beside.steps[:-1], step("time.zone", situation, beside.timex.value, value))
    return Placed(Timex(TimexType.TIME, value), beside.anchor, beside.direction, steps=steps)


def dated_behind(context: Context, at: int) -> bool:
    """Whether a comma adds the date of a weekday that is only pointed to, or counted in weeks.

    As in "on the Monday after the holiday, 21 February", "a week from Thursday, on Dec. 17".
    """
    expressions, tokens, language = context.expressions, context.tokens, context.article.language
    if at + 1 >= len(expressions) or expressions[at + 1].sentence != expressions[at].sentence:
        return False
    between = tokens.codes[tokens.at(expressions[at].span.end) : tokens.at(expressions[at + 1].span.start)]
    match expressions[at].meaning, expressions[at + 1].meaning:
        case Weekday(relation=Relation.SAME), CalendarDate(month=int(), day=int()):
            pass
        case Weekday(weeks=1 | 2), CalendarDate(month=int(), day=int()):
            return between[:1] in marks(language, "COMMA") and (len(between) == 1 or between[1:] in marks(language, "ON_WORD"))
        case _:
            return False
    beside = between[:1] in marks(language, "AFTER_WORD", "BEFORE_WORD", "OF_WORD") and len(between) <= _OWN_REACH
    return beside and between[-1] in marks(language, "COMMA") and marks(language, "COMMA").isdisjoint(between[:-1])


def on_its_date(meaning: Weekday, beside: Placed, situation: Situation) -> Placed | None:
    """A weekday on the date behind it, where that is one."""
    told = interval_of(beside.timex.value)
    if told is None or told.first_day.isoweekday() != meaning.day:
        return None
    steps = (*beside.steps[:-1], step("weekday.dated", situation, beside.timex.value, beside.timex.value))
    return Placed(beside.timex, beside.anchor, beside.direction, steps=steps)


def _year_beside(context: Context, at: int) -> Relation | None:
    """Which year the words right before say, in one clause with the date: "moves this year to the second Monday in October"."""
    if not context.joined[at]:
        return None
    tokens, before = context.tokens, context.expressions[at - 1]
    between = tokens.codes[tokens.at(before.span.end) : tokens.at(context.expressions[at].span.start)]
    if context.expressions[at].range_part is RangePart.END and isinstance(before.meaning, CalendarDate):
        return _year_beside(context, at - 1)  # "next year's is set for 11-18 April"
    if between[:1] in marks(context.article.language, "POSSESSIVE"):
        reach = _OWN_REACH if _has_own_event(context, at) else 0
    else:
        reach = _YEAR_REACH
    if len(between) > reach or not marks(context.article.language, "SINCE_WORD").isdisjoint(between):
        return None
    match before.meaning:
        case Period(unit=Unit.YEAR, relation=Relation.THIS | Relation.LAST | Relation.NEXT as relation):
            return relation
        case _:
            return None


def _year_listed(context: Context, at: int) -> Relation | None:
    """Which year a list of dates is of: "twice last year: in March, and again in November"."""
    tokens, language, expressions = context.tokens, context.article.language, context.expressions
    links = marks(language, "COMMA", "COLON", "COORDINATION", "PREP", "ADVERBWORD", "AT_FIRST", "MONTH")
    last = tokens.at(expressions[at].span.end)
    if tokens.codes[last : last + 1] not in marks(language, "PUNCT", "COORDINATION", "BREAK"):
        return None  # "it fell last year, in April it rose"
    for before in range(at - 1, -1, -1):
        between = tokens.codes[tokens.at(expressions[before].span.end) : tokens.at(expressions[before + 1].span.start)]
        if expressions[before].sentence != expressions[at].sentence or len(between) > _YEAR_REACH or not set(between) <= links:
            return None
        match expressions[before].meaning:
            case Period(unit=Unit.YEAR, relation=Relation.THIS | Relation.LAST | Relation.NEXT as relation):
                return relation
            case CalendarDate(year=None, year_relation=None, month=int()):
                continue
            case _:
                return None
    return None


def _has_own_event(context: Context, at: int) -> bool:
    """Whether the year before opens its clause and owns what is dated: "next year's is set for", not "last year's winner left on"."""
    tokens, language, before = context.tokens, context.article.language, context.expressions[at - 1].span
    first, last = tokens.at(before.start), tokens.at(before.end)
    opens = not first or tokens.codes[first - 1] in marks(language, "BREAK", "PUNCT", "COORDINATION", "ADVERSATIVE")
    thing = tokens.codes[last + 1] in marks(language, "PLANNED_NOUN", "RUN_NOUN")
    verbs = marks(language, "BE_PRESENT", "BE_PAST", "WILL", "SCHEDULE_VERB", "PAST_VERB", "ED", "HAD")
    return opens and tokens.codes[last + 1 + thing] in verbs


def _year(name: str, beside: CalendarDate, topic: Topic, published: dt.date) -> int | None:
    """The year in which the holiday falls on the date beside it: the one that it says, the one under discussion, or one near by."""
    if not beside.month or not beside.day or beside.year_relation is not None:
        return None
    near = (topic.year or published.year, published.year, published.year - 1, published.year + 1)
    for year in (beside.year,) if beside.year else near:
        day = holiday(name, year)
        if day and (day.month, day.day) == (beside.month, beside.day):
            return year
    return None
