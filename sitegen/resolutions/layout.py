"""How a text is laid out and writes its dates: the entries of a live blog, where blocks begin, the order of numeric dates."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from sitegen.languages import region
from sitegen.model import Article, CalendarDate, Direction, Expression, Meaning, Relation, TimeOfDay, Weekday
from sitegen.resolutions.clauses import Cue

_ENTRIES = 3  # so many blocks that open with a clock time make a live blog, so many that open with a day a chronicle or an agenda
_HEAD_ENDS = re.compile(r"[\s*_)\]]*(?:[:.—–]|-\s)")
_LEAP_YEAR = 2000  # any, so that every day of a month has a place in it
_YEAR, _FAR = 366, 183  # days
_MONTH_FIRST = frozenset({"AS", "GU", "MH", "MP", "PH", "PR", "US", "VI"})  # where the press writes English so (CLDR)
_PLANS = frozenset({"direction.future-verb", "direction.scheduled", "direction.plan", "direction.infinitive", "direction.is-to"})


def block_starts(article: Article) -> list[int]:
    """Where each block of the prose begins."""
    starts, last = [], -1
    for sentence in article.sentences:
        if sentence.block != last:
            starts.append(sentence.span.start)
            last = sentence.block
    return starts


def day_first(article: Article, expressions: tuple[Expression, ...]) -> bool:
    """Whether numeric dates put the day first: by one that can be read only so, by dates in words, by the article's region or offset."""
    numeric = [
        expression.meaning.numeric.replace("-", "/").replace(".", "/").split("/")
        for expression in expressions
        if isinstance(expression.meaning, CalendarDate)
    ]
    parts = [
        (int(part[0]), int(part[1])) for part in numeric if len(part) == 3 and part[0].isdigit() and part[1].isdigit() and len(part[0]) < 3
    ]
    if any(first > 12 for first, _ in parts):
        return True
    if any(second > 12 for _, second in parts):
        return False
    if parts and all("." in expression.text for expression in expressions if expression.rule == "numeric-date"):
        return True  # where the month comes first it has strokes behind it
    month_first = sum(expression.rule.startswith("month-day") for expression in expressions)
    day_first = sum(expression.rule.startswith(("day-month", "days-of-month")) for expression in expressions)
    if month_first != day_first:
        return day_first > month_first
    return not _american(article)


def _american(article: Article) -> bool:
    """Whether the article is written where the month comes first: so its language's tag, else its offset, which lies in the Americas."""
    if where := region(article.language):
        return where in _MONTH_FIRST
    offset = getattr(article.published, "utcoffset", lambda: None)()
    return offset is not None and offset.total_seconds() <= -4 * 3600


def entries(article: Article, expressions: tuple[Expression, ...]) -> tuple[int, ...]:
    """The clock times with which blocks open, where there are enough of them to make a live blog."""
    starts = frozenset(block_starts(article))
    found = tuple(
        at
        for at, expression in enumerate(expressions)
        if isinstance(expression.meaning, TimeOfDay)
        and expression.meaning.clock.hour is not None
        and expression.meaning.on is None
        and _opens(article, expression, starts)
    )
    return found if len(found) >= _ENTRIES else ()


def _opens(article: Article, expression: Expression, starts: frozenset[int]) -> bool:
    """Whether nothing but marks stands before it in its block."""
    start = article.sentences[expression.sentence].span.start
    return start in starts and not any(sign.isalnum() for sign in article.prose[start : expression.span.start])


def descending(expressions: tuple[Expression, ...], entries: tuple[int, ...]) -> bool:
    """Whether the newest entry of a live blog comes first."""
    times = [
        (meaning.clock.hour or 0, meaning.clock.minute or 0) for at in entries if isinstance(meaning := expressions[at].meaning, TimeOfDay)
    ]
    falls = sum(later < earlier for earlier, later in pairwise(times))
    return falls > len(times) / 2


def heads(article: Article, expressions: tuple[Expression, ...]) -> tuple[int, ...]:
    """The days that head the entries of an agenda or a chronicle: they open their sentence, and a colon, stop or dash follows."""
    return tuple(
        at
        for at, expression in enumerate(expressions)
        if _names_day(expression) and _HEAD_ENDS.match(article.prose, expression.span.end) and _opens_sentence(article, expression)
    )


def weekdays_follow(expressions: tuple[Expression, ...], heads: tuple[int, ...]) -> bool:
    """Whether the weekdays that head the entries of a list go forward rather than back."""
    days = [day for at in heads if isinstance(meaning := expressions[at].meaning, Weekday | CalendarDate) and (day := _weekday(meaning))]
    return _goes_forward(days, 7)


def _goes_forward(days: list[int], around: int) -> bool:
    """Whether the way from each day of a week or year to the next is shorter forward than back, all in all."""
    return sum((other - one) % around for one, other in pairwise(days)) <= sum((one - other) % around for one, other in pairwise(days))


def _weekday(meaning: Weekday | CalendarDate) -> int | None:
    return meaning.day if isinstance(meaning, Weekday) else meaning.weekday


def _names_day(expression: Expression) -> bool:
    match expression.meaning:
        case Weekday(relation=Relation.BARE, weeks=0, week=None, of=None):
            return True
        case CalendarDate(month=int(), day=int()):
            return True
        case _:
            return False


def _opens_sentence(article: Article, expression: Expression) -> bool:
    start = article.sentences[expression.sentence].span.start
    return not any(sign.isalnum() for sign in article.prose[start : expression.span.start])


def years_of_heads(
    expressions: tuple[Expression, ...], cues: tuple[Cue, ...], heads: tuple[int, ...], published: dt.date
) -> dict[int, int]:
    """The years of the days that head the entries of a list and leave them out, in order: a chronicle up to now, an agenda from now on."""
    days = {at: day for at in heads if (day := _day_of_year(expressions[at].meaning))}
    if len(days) < _ENTRIES or len(days) < len(heads):
        return {}
    order = list(days) if _goes_forward([day.timetuple().tm_yday for day in days.values()], _YEAR) else list(days)[::-1]
    years = [0]
    for one, other in pairwise(order):
        years.append(years[-1] + (days[other] < days[one]))
    now = published.replace(year=_LEAP_YEAR)
    ended = published.year - (days[order[-1]] > now)
    begins = published.year + (days[order[0]] < now)
    if days[order[0]] <= now <= days[order[-1]] and not years[-1]:
        return dict.fromkeys(order, published.year)  # it is of this year, from before to after
    over = _is_chronicle([cues[at] for at in order], now - days[order[-1]], days[order[0]] - now)
    start = ended - years[-1] if over else begins
    return {at: start + passed for at, passed in zip(order, years, strict=True)}


def _day_of_year(meaning: Meaning) -> dt.date | None:
    if not isinstance(meaning, CalendarDate) or not meaning.month or not meaning.day or meaning.year is not None or meaning.weekday:
        return None
    try:
        return dt.date(_LEAP_YEAR, meaning.month, meaning.day)
    except ValueError:
        return None


def _is_chronicle(cues: list[Cue], since_last: dt.timedelta, until_first: dt.timedelta) -> bool:
    """Whether a list tells of what is over: by the tenses of its entries, else by what is nearer; plans hardly reach half a year ahead."""
    told = sum(cue.direction is Direction.PAST for cue in cues)
    planned = sum(cue.rule in _PLANS for cue in cues)
    if told != planned:
        return told > planned
    behind, ahead = since_last.days % _YEAR, until_first.days % _YEAR
    reach = ahead + -(since_last + until_first).days % _YEAR
    return behind < _FAR < reach or behind <= ahead
