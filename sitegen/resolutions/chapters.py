"""Whether a bare date stays in the time under discussion: the years that a text tells of, and where it comes back to its own.

A history names its year once and goes on in months, days and holidays; a report
that only mentions an old year goes on in its own.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sitegen.dates import Granularity, Interval, interval_of
from sitegen.model import AnchorKind, CalendarDate, Direction, Meaning, Relation, Weekday, day_of
from sitegen.resolutions.context import Context
from sitegen.resolutions.kinds import fits_weekday
from sitegen.resolutions.neighbours import marks
from sitegen.resolutions.proceedings import in_court, near_told
from sitegen.resolutions.recency import comes_back
from sitegen.resolutions.situation import Placed, Topic, is_bare
from sitegen.resolutions.written import real_day

_HISTORY = 3  # years: a paragraph that names a year so long gone tells a story of its own
_LONG_AGO = 20  # years: what lies so far back is no mere prelude to the news
_WEEKS = dt.timedelta(45)  # within which an obituary is printed
_SEASON = dt.timedelta(100)
_MONTH_OVER = dt.timedelta(31)  # a day of the last weeks leaves open which weekday follows
_OF_TODAY = frozenset(
    f"direction.{rule}"
    for rule in ("future-verb", "modal", "is-to", "scheduled", "scheduled-present", "present", "progressive", "condition")
)  # cues in the present tense: the teller's own
_AHEAD_OF_TODAY = frozenset({"direction.future-verb", "direction.is-to", "direction.scheduled"})  # the teller looks ahead from his own day
_YEAR, _AHEAD = 12, 7  # months of a year, and by how many a chapter goes on from one date to the next
_WITHIN = 3  # dates told of an old year that make a chapter of it
_NEXT = 2  # blocks from one date of a chapter to its next


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a text speaks of its own day, and how long it has told of one year."""

    present: int = -1
    """The last block that names a day counted from the publication: a year in passing does not make history of it."""
    aside: int = -1
    """The last block of a narrative that counts from its publication: it is not part of the story."""
    today: int = -1
    """The last block that, outside quotations, counts from the publication."""
    told: int = 0
    """How many dates in a row the text has told of the year under discussion."""
    year: int | None = None


def follows(context: Context, at: int, topic: Topic, published: dt.date, pages: Pages) -> bool:
    """Whether a bare date belongs to the time under discussion: in a narrative, or behind a fully dated event of its paragraph."""
    expression, cue = context.expressions[at], context.cues[at]
    if topic.year is None or context.apart[at] or _just_died(context, at, published) or in_court(context, at, topic.year, published):
        return False
    if fits_only_then(expression.meaning, topic.year, published):
        return True
    if topic.aside and not context.narrative:
        return False
    block = _block(context, at)
    if context.narrative:
        return (
            pages.aside != block
            and topic.year != published.year
            and cue.rule not in _AHEAD_OF_TODAY
            and not _fits_only_now(expression.meaning, topic.year, published)
            and (context.history or topic.paragraph == block or goes_on(context, at, topic, published, pages))
        )
    return not comes_back(context, at, topic, published, pages.told) and (
        _stays(context, at, topic, published, pages)
        or goes_on(context, at, topic, published, pages)
        or near_told(context, at, topic, published)
    )


def within_told(context: Context, at: int, placed: dict[int, Placed], topic: Topic) -> Topic | None:
    """The year or month right before, as the time of the clause that tells of it; none for what does not lie in it."""
    said = context.expressions[at].meaning
    meaning = day_of(said)
    interval = interval_of(placed[at - 1].timex.value) if at - 1 in placed else None
    bare = isinstance(meaning, CalendarDate) and meaning.year is None and meaning.year_relation is None
    if interval is None or not bare or context.cues[at].direction is Direction.FUTURE:
        return None
    first, whole = interval.first_day, interval.granularity is Granularity.YEAR
    return replace(topic, day=None, interval=interval, year=first.year, told=first, granularity_is_year=whole)


def turned(pages: Pages, interval: Interval, placed: Placed, topic: Topic, block: int, published: dt.date) -> Pages:
    """After a date outside quotations: whether the text goes on in its year, or comes back to its own day."""
    if placed.anchor.kind is AnchorKind.PUBLICATION or interval.start.year >= published.year - 1:
        return replace(pages, today=block, told=0)
    if interval.start.year == topic.year:
        return replace(pages, told=pages.told + 1 if _same_chapter(pages, topic) else 1, year=topic.year)
    return pages


def _same_chapter(pages: Pages, topic: Topic) -> bool:
    """Whether the year under discussion is the one told so far, or the turn of it: from Christmas to Easter."""
    return pages.year is not None and topic.year is not None and abs(pages.year - topic.year) <= 1


def _just_died(context: Context, at: int, published: dt.date) -> bool:
    """Whether it is when a life ended, and that was weeks before the publication: an obituary ends in its own time."""
    meaning, first = context.expressions[at].meaning, context.cues[at].first
    if (
        at
        and context.expressions[at - 1].sentence == context.expressions[at].sentence
        and _is_bare_date(context.expressions[at - 1].meaning)
    ):
        return False  # "fell ill in June and died on 4 July": the story goes on
    if not isinstance(meaning, CalendarDate) or not (meaning.month and meaning.day) or meaning.year is not None:
        return False
    died = first >= 0 and context.tokens.codes[first] in marks(context.article.language, "DIED")
    day = real_day(published.year, meaning.month, meaning.day) if died else None
    return day is not None and dt.timedelta(0) <= published - day < _WEEKS


def _is_bare_date(meaning: Meaning) -> bool:
    return isinstance(meaning, CalendarDate) and meaning.month is not None and meaning.year is None


def goes_on(context: Context, at: int, topic: Topic, published: dt.date, pages: Pages) -> bool:
    """Whether a chapter of a year long gone goes on beyond its paragraph: several dates were told of it, and none of today since."""
    if topic.year is None or topic.year > published.year - _LONG_AGO or not _same_chapter(pages, topic):
        return False
    if pages.told < _WITHIN or pages.today >= topic.paragraph or context.cues[at].rule in _OF_TODAY:
        return False
    if _block(context, at) - topic.paragraph > _NEXT:
        return False
    return context.told[context.expressions[at].sentence] and not _steps_back(context.expressions[at].meaning, topic)


def _steps_back(meaning: Meaning, topic: Topic) -> bool:
    """Whether a day of a month comes before what was told last: a chapter goes forward."""
    day = day_of(meaning)
    if not isinstance(day, CalendarDate) or not day.month or topic.told is None:
        return False
    months = (day.month - topic.told.month) % _YEAR
    return months > _AHEAD or (months == 0 and topic.day is not None and (day.day or topic.day.day) < topic.day.day)


def in_chain(context: Context, at: int, topic: Topic, published: dt.date) -> bool:
    """Whether a weekday follows on a chain of days that is over: "last 25 April … the next day … by Monday they knew"."""
    expression, cue = context.expressions[at], context.cues[at]
    meaning = day_of(expression.meaning)
    then = _opens_with_then(context, at)
    told = cue.direction is Direction.PAST or (then and cue.direction is Direction.NONE)
    bare = isinstance(meaning, Weekday) and meaning == Weekday(meaning.day) and told
    if not bare or context.apart[at] or topic.day is None or not (topic.chained or then):
        return False
    near = topic.paragraph == _block(context, at) and topic.sentence >= expression.sentence - 1 - then
    return near and published - topic.day > _MONTH_OVER


def _opens_with_then(context: Context, at: int) -> bool:
    """Whether its sentence says that it goes on from the one before: "Then, before dawn on Wednesday, a fitter …"."""
    sentence = context.article.sentences[context.expressions[at].sentence]
    return context.tokens.codes[context.tokens.at(sentence.span.start)] in marks(context.article.language, "THEN_WORD")


def _stays(context: Context, at: int, topic: Topic, published: dt.date, pages: Pages) -> bool:
    """Whether a report stays for a paragraph in the year that it looks back to."""
    expression, cue = context.expressions[at], context.cues[at]
    meaning = day_of(expression.meaning)
    if isinstance(meaning, CalendarDate) and (meaning.quarter or meaning.half):
        return False
    if not is_bare(meaning, topic) or cue.direction is Direction.FUTURE or topic.paragraph != _block(context, at):
        return False
    if topic.year is None or (pages.present == topic.paragraph and not topic.opened):
        return False
    if isinstance(meaning, CalendarDate) and not (topic.opened or context.opening[at]) and _just_over(meaning, published):
        return False
    gone = published.year - topic.year
    return gone >= _HISTORY or (gone > 0 and topic.dated and topic.sentence == expression.sentence)


def _just_over(meaning: CalendarDate, published: dt.date) -> bool:
    """Whether it is a month of the last ones: behind a year only named in passing it is of the publication's."""
    month = interval_of(f"{published.year:04}-{meaning.month:02}") if meaning.month and not meaning.day else None
    return month is not None and dt.timedelta(0) <= published - month.first_day < _SEASON


def _fits_only_now(meaning: Meaning, year: int, published: dt.date) -> bool:
    """Whether its weekday is right around the publication and wrong in the year under discussion."""
    return isinstance(meaning, CalendarDate) and fits_weekday(meaning, published) and not _is_that_weekday(meaning, year)


def fits_only_then(meaning: Meaning, year: int, published: dt.date) -> bool:
    """Whether its weekday is right in the year under discussion, long over, and in none around the publication."""
    day = day_of(meaning)
    if not isinstance(day, CalendarDate) or day.year is not None or day.relation is not Relation.BARE:
        return False
    over = year <= published.year - _HISTORY
    return over and _is_that_weekday(day, year) and not fits_weekday(day, published)


def _is_that_weekday(meaning: CalendarDate, year: int) -> bool:
    if not meaning.weekday or not meaning.month or not meaning.day:
        return False
    told = interval_of(f"{year:04}-{meaning.month:02}-{meaning.day:02}")
    return told is not None and told.first_day.isoweekday() == meaning.weekday


def _block(context: Context, at: int) -> int:
    return context.article.sentences[context.expressions[at].sentence].block


__all__ = ["Pages", "follows", "in_chain", "turned", "within_told"]
