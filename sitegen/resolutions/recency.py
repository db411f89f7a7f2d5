"""Words by which a report comes back from an old year to its own: "last went down on 20 August", "has been shut since 14 August"."""

from __future__ import annotations

import datetime as dt

from sitegen.dates import Granularity
from sitegen.model import CalendarDate, Relation, day_of
from sitegen.resolutions.context import Context
from sitegen.resolutions.neighbours import marks
from sitegen.resolutions.situation import Topic
from sitegen.resolutions.written import real_day

_SEASON = dt.timedelta(100)  # what was last done longer ago is told with its year
_REACH = 12  # tokens from the words to the date


def comes_back(context: Context, at: int, topic: Topic, published: dt.date, told: int) -> bool:
    """Whether a bare day behind an old year is one of the last weeks, because its sentence counts from the day of the report.

    Where several dates (``told``) were told of that year, it goes on.
    """
    meaning = day_of(context.expressions[at].meaning)
    if not isinstance(meaning, CalendarDate) or meaning.year is not None or meaning.relation is not Relation.BARE:
        return False
    if meaning.month is None or meaning.day is None or context.quoted[at]:
        return False
    day = _latest(meaning.month, meaning.day, published)
    if day is None or published - day >= _SEASON:
        return False
    if _is_before(meaning, topic) and not _lasts(context, at):
        return False
    return _is_another_time(context, at) or (told <= 1 and _says_so(context, at))


def _latest(month: int, day: int, published: dt.date) -> dt.date | None:
    found = (real_day(year, month, day) for year in (published.year, published.year - 1))
    return next((each for each in found if each and each <= published), None)


def _is_before(meaning: CalendarDate, topic: Topic) -> bool:
    """Whether in the year told it comes before what was told, so that it may be the last such day until then."""
    told = topic.interval
    if told is None or told.granularity is Granularity.YEAR:
        return False
    then = real_day(told.first_day.year, meaning.month or 1, meaning.day or 1)
    return then is None or then <= told.last_day


def _is_another_time(context: Context, at: int) -> bool:
    """Whether "this time" opens the sentence."""
    codes, language = context.sentence_codes(at), context.article.language
    return codes[:1] in marks(language, "THIS") and codes[1:2] in marks(language, "OCCASION")


def _says_so(context: Context, at: int) -> bool:
    """Whether words before it in its sentence count from now: "last met", "the latest check", "has … since"."""
    tokens, expression = context.tokens, context.expressions[at]
    start = tokens.at(context.article.sentences[expression.sentence].span.start)
    first = tokens.at(expression.span.start)
    if first > start and context.led_by(at, "SINCE_WORD"):
        return _lasts(context, at)
    return any(_is_latest(context, place, start) for place in range(max(start, first - _REACH), first))


def _lasts(context: Context, at: int) -> bool:
    """Whether something has been so since the day: the nearest auxiliary before "since" is that of the present perfect."""
    if not context.led_by(at, "SINCE_WORD"):
        return False
    language, tokens, expression = context.article.language, context.tokens, context.expressions[at]
    start, end = tokens.at(context.article.sentences[expression.sentence].span.start), tokens.at(expression.span.start)
    past, perfect = marks(language, "BE_PAST", "HAD", "DID"), marks(language, "HAVE")
    nearest = next((place for place in range(end - 1, start - 1, -1) if tokens.codes[place] in past | perfect), start)
    participle = nearest > start and tokens.codes[nearest - 1] in perfect  # "have had none since"
    return tokens.codes[nearest] in perfect or participle


def _is_latest(context: Context, place: int, start: int) -> bool:
    """Whether it is "latest", "most recent", or the adverb "last" before a past verb, but not "was last seen"."""
    language, codes = context.article.language, context.tokens.codes
    if codes[place] in marks(language, "LATEST"):
        return True
    before, behind = codes[place - 1] if place > start else "", codes[place + 1 : place + 2]
    if codes[place] in marks(language, "RECENT"):
        return before in marks(language, "MOST_WORD")
    adverb = codes[place] in marks(language, "LAST_WORD") and before not in marks(language, "DET", "POSSESSIVE", "NUMWORD", "PREP")
    return adverb and bool(before) and behind in marks(language, "PAST_VERB", "ED") - marks(language, "SIGHTED")
