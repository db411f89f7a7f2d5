"""The time under discussion: what a date that was placed makes of it."""

from __future__ import annotations

import datetime as dt

from sitegen.dates import Granularity, Interval
from sitegen.model import AnchorKind, CalendarDate, Direction, Expression, Meaning, Offset, Period, TimeOfDay, Unit, day_of
from sitegen.resolutions.clauses import CLAUSE_REACH
from sitegen.resolutions.context import Context
from sitegen.resolutions.fiscal import fiscal_told
from sitegen.resolutions.neighbours import marks
from sitegen.resolutions.situation import FINE, LONG_OVER, Placed, Topic, gives_year, in_passing, month_told, points_back, quarter_told

_HALF_YEAR = 180  # days
_ASIDE_REACH = 12  # tokens: "founded by two brothers in 1898 and sold to a third in"
_SINCE_REACH = 10  # tokens: "since the war in the hills began on the night of"
_DAY_ENDS = "T24:00"
_MIDNIGHT = 24
_LONG_AGO = 3 * 365  # days: what the news tells of began later


def told_of(topic: Topic, spoken: Topic, resumed: Topic | None, context: Context, at: int) -> Topic:
    """The time under discussion: what a quotation named last, in it and for "that day" right behind it, where nothing was told since."""
    expression, quoted = context.expressions[at], context.quoted[at]
    block = context.article.sentences[expression.sentence].block
    since = spoken.evidence is not None and (topic.evidence is None or spoken.evidence.start > topic.evidence.start)
    if since and spoken.paragraph == block and (quoted or _is_that(expression.meaning, topic, block)):
        return spoken
    return resumed if resumed and quoted else topic


def _is_that(meaning: Meaning, topic: Topic, block: int) -> bool:
    """Whether it points back, and to nothing that its paragraph tells outside quotations."""
    day = day_of(meaning)
    return day is not None and points_back(day) and (topic.paragraph != block or _is_year(day) > topic.granularity_is_year)


def _is_year(meaning: Meaning) -> bool:
    return isinstance(meaning, Period) and meaning.unit is Unit.YEAR


def passes(topic: Topic, context: Context, at: int, interval: Interval) -> bool:
    """Whether a date is named in passing: part of a name, a year in which something was said, a day only to count from."""
    year = interval.granularity is Granularity.YEAR and (context.mentioned[at] or (context.saying[at] and topic.day is not None))
    passing = _is_measure(topic, context, at, interval) or in_passing(context.expressions[at], topic, interval)
    return year or passing or context.expressions[at].restates


def _is_measure(topic: Topic, context: Context, at: int, interval: Interval) -> bool:
    """Whether it is only what the month told is measured by: "rose in September from August and by 4% from a year earlier"."""
    told = topic.interval
    if told is None or not context.compared[at] or topic.sentence != context.expressions[at].sentence:
        return False
    return told.granularity is interval.granularity is Granularity.MONTH and interval.start < told.start


def is_background(topic: Topic, context: Context, at: int, interval: Interval, published: dt.date) -> bool:
    """Whether a sentence only looks back from the day that is told: "he had been dismissed the previous March", "who came on Monday"."""
    if not context.narrative and published - interval.last_day > LONG_OVER and _begins_then(context, at):
        return True
    if context.relative[at]:
        return topic.interval is not None
    if _is_aside(context, at):
        return topic.dated
    if context.saying[at]:
        return topic.day is not None or topic.dated  # when it was said is not when it happened
    earlier = topic.day is not None and interval.last_day < topic.day and interval.granularity not in FINE
    behind = topic.sentence == context.expressions[at].sentence  # "sold on Friday, ending a search that began in January"
    return earlier and (context.cues[at].before or behind)


def _begins_then(context: Context, at: int) -> bool:
    """Whether it is only when something began that lasts: "had been barred since 2019", "is shut since war began on 3 May 2019"."""
    tokens, language = context.tokens, context.article.language
    first, last = tokens.at(context.expressions[at].span.start), tokens.at(context.expressions[at].span.end)
    if not marks(language, "RELATIVE_TIME").isdisjoint(tokens.codes[last : last + 2]):
        return False  # "since 16 November, when it sank": what happened then is told
    ends = marks(language, "COMMA", "FULL_STOP", "BOUNDARY")
    for place in range(first - 1, max(first - _SINCE_REACH, 0), -1):
        if tokens.codes[place] in marks(language, "SINCE_WORD"):
            return True
        if tokens.codes[place] in ends:
            return False
    return False


def looks_up(topic: Topic, lead: dt.date, interval: Interval, placed: Placed) -> bool:
    """Whether a story of long ago, with which the text begins, only looks up to what is to come: "… and on Sunday bells will ring"."""
    ahead = placed.direction is Direction.FUTURE and placed.anchor.kind is AnchorKind.PUBLICATION
    return ahead and topic.day == lead and (interval.first_day - lead).days > _LONG_AGO


def discussed(topic: Topic, context: Context, at: int, interval: Interval, placed: Placed, published: dt.date) -> Topic:
    """The time under discussion behind a date."""
    expression = context.expressions[at]
    meaning = expression.meaning
    kept = topic.day if topic.day and interval.first_day <= topic.day <= interval.last_day else None
    day = day_of(meaning)
    dated = isinstance(day, CalendarDate) and gives_year(day) and (day.month is not None or day.day is not None)
    aside = context.compared[at] or interval.last_day >= published
    quarter = quarter_told(meaning, interval, topic, aside=aside)
    told, coarse = _told(topic, context, at, interval)
    return Topic(
        day=_day_told(placed, interval) if interval.granularity in FINE else kept,
        interval=interval,
        evidence=expression.span,
        quarter=quarter,
        fiscal=fiscal_told(meaning, topic) if isinstance(meaning, CalendarDate) else topic.fiscal,
        longer=topic.longer and quarter == topic.quarter and not (isinstance(meaning, CalendarDate) and meaning.quarter),
        year=interval.start.year if _holds(topic, context, at, placed) else None,
        paragraph=context.article.sentences[expression.sentence].block,
        sentence=expression.sentence,
        month=month_told(meaning, interval, topic) or _month_gone_on(topic, interval, placed),
        opened=context.opening[at] or (topic.opened and not placed.stated),
        aside=_is_aside(context, at),
        told=told,
        granularity_is_year=coarse,
        told_day=interval.granularity in FINE or (topic.told_day and interval.days >= _HALF_YEAR and told == topic.told),
        chained=placed.anchor.kind is AnchorKind.TOPIC and interval.granularity in FINE,
        dated=dated or _is_anniversary(meaning) or (topic.dated and (placed.anchor.kind is AnchorKind.TOPIC or told == topic.told)),
    )


def _month_gone_on(topic: Topic, interval: Interval, placed: Placed) -> dt.date | None:
    """The month that a chain of days goes on in: "on 3 May … two days later … on the 16th"."""
    chained = topic.month is not None and placed.anchor.kind is AnchorKind.TOPIC and interval.granularity in FINE
    return interval.first_day.replace(day=1) if chained else None


def _is_aside(context: Context, at: int) -> bool:
    """Whether a year stands in an aside (", founded in 1998,", ", who was elected in 2014,") or is when something was the last time."""
    expression, tokens, language = context.expressions[at], context.tokens, context.article.language
    if not isinstance(expression.meaning, CalendarDate):
        return False
    bare = expression.meaning == CalendarDate(year=expression.meaning.year)
    if not bare and not (context.relative[at] and gives_year(expression.meaning)):
        return False
    first, last = tokens.at(expression.span.start), tokens.at(expression.span.end)
    start = max(tokens.at(context.article.sentences[expression.sentence].span.start), first - CLAUSE_REACH)
    commas = marks(language, "COMMA")
    opens = next((place + 1 for place in range(first - 1, start - 1, -1) if tokens.codes[place] in commas), start)
    closed = tokens.codes[last : last + 1] in commas
    participle = closed and first - opens <= _ASIDE_REACH and tokens.codes[opens] in marks(language, "ED", "PAST_VERB")
    return participle or context.relative[at] or not marks(language, "LAST_TIME").isdisjoint(tokens.codes[opens:first])


def _day_told(placed: Placed, interval: Interval) -> dt.date:
    """The day of a date; the midnight that ends a day is of that day."""
    return interval.first_day - dt.timedelta(_DAY_ENDS in placed.timex.value)


def _holds(topic: Topic, context: Context, at: int, placed: Placed) -> bool:
    """Whether its year may be that of the bare dates behind it; "three years ago" is the teller's own count."""
    meaning = context.expressions[at].meaning
    if placed.stated or _is_anniversary(meaning):
        return True
    counted = isinstance(meaning, Offset) and placed.anchor.kind is AnchorKind.PUBLICATION
    said = isinstance(meaning, CalendarDate) and meaning.month is not None and gives_year(meaning)
    return said or (topic.year is not None and not counted)


def _is_anniversary(meaning: Meaning) -> bool:
    """Whether it goes back whole years to the day: "eighty years ago today"."""
    return isinstance(meaning, Offset) and meaning.exact and meaning.unit in {Unit.YEAR, Unit.DECADE, Unit.CENTURY} and meaning.amount < 0


def _told(topic: Topic, context: Context, at: int, interval: Interval) -> tuple[dt.date | None, bool]:
    """Where the narrative stands after a date: a bare year in passing does not move it."""
    if interval.days < _HALF_YEAR:
        return interval.first_day, False
    if interval.granularity is not Granularity.YEAR:
        return topic.told, topic.granularity_is_year
    passing = not (context.opening[at] or _is_subject(context, at)) and topic.told is not None and not topic.granularity_is_year
    if passing and topic.told and topic.told.year < interval.start.year:
        passing = False  # what is told goes on: "the first payment was in 2016 … they did without for most of 2022"
    ahead = context.cues[at].direction is Direction.FUTURE and topic.told is not None
    if passing or ahead:
        return topic.told, topic.granularity_is_year
    return interval.first_day, True


def _is_subject(context: Context, at: int) -> bool:
    """Whether the verb right behind it is its own: "for the women of the town, 1938 began badly"."""
    span, tokens = context.expressions[at].span, context.tokens
    first = tokens.at(span.start)
    led = first > 0 and tokens.codes[first - 1] in marks(context.article.language, "PREP")
    return not led and context.cues[at].first == tokens.at(span.end)


def shares_verb(context: Context, at: int, topic: Topic) -> bool:
    """Whether the verb that steers an hour stands before the day under discussion, so that it is the day's as well."""
    verb = context.cues[at].first
    return topic.evidence is not None and 0 <= verb < context.tokens.at(topic.evidence.start)


def in_part(expression: Expression, topic: Topic) -> bool:
    """Whether an hour follows on a part of the day: "on Thursday evening … at 7:15 p.m."; a midnight bounds it."""
    midnight = isinstance(expression.meaning, TimeOfDay) and expression.meaning.clock.hour == _MIDNIGHT
    return topic.interval is not None and topic.interval.granularity is Granularity.PART and not midnight
