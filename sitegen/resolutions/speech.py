"""When quoted words were spoken or written, by the expressions that are placed already."""

from __future__ import annotations

import datetime as dt

from sitegen.dates import Granularity, interval_of
from sitegen.model import Anchor, AnchorKind, Direction
from sitegen.resolutions.context import Context
from sitegen.resolutions.situation import FINE, Placed, is_coarse


def said_when(context: Context, placed: dict[int, Placed], at: int) -> tuple[dt.date, Anchor] | None:
    """The day beside the reporting verb of the quotation's sentence, else that of the letter or call it comes from."""
    sentence, coarse = context.expressions[at].sentence, is_coarse(context.expressions[at].meaning)
    days = _beside_saying(context, placed, sentence, coarse=coarse) or _told_before(context, placed, at)
    if not days:
        return None
    _, day, other = min(days)
    return day, Anchor(AnchorKind.SPEECH, day.isoformat(), context.expressions[other].span)


def said_within(context: Context, placed: dict[int, Placed], at: int) -> tuple[dt.date, Anchor] | None:
    """The last past day that the quotation itself named, in its paragraph, where it tells what somebody said in turn."""
    for other in range(at - 1, -1, -1) if context.embedded[at] else ():
        if _block(context, other) != _block(context, at):
            return None
        beside = context.quoted[other] and not context.embedded[other]  # not what was said in turn
        if beside and other in placed and (day := _day(context, placed, other)):
            return day, Anchor(AnchorKind.SPEECH, day.isoformat(), context.expressions[other].span)
    return None


def _block(context: Context, at: int) -> int:
    return context.article.sentences[context.expressions[at].sentence].block


def _told_before(context: Context, placed: dict[int, Placed], at: int) -> list[tuple[int, dt.date, int]]:
    """The day of a letter or a call that the paragraph spoke of before it quotes from it, or of what it quoted before."""
    for sentence in range(context.expressions[at].sentence - 1, -1, -1):
        if context.article.sentences[sentence].block != _block(context, at):
            return []
        if context.written[sentence]:
            days = [(0, day, other) for other in _companions(context, placed, sentence) if (day := _day(context, placed, other))]
            return days[-1:]
        if days := _beside_saying(context, placed, sentence):
            return days
    return []


def _beside_saying(context: Context, placed: dict[int, Placed], sentence: int, *, coarse: bool = False) -> list[tuple[int, dt.date, int]]:
    """The days of a sentence outside its quotations, each with how far, in tokens, its reporting verb stands."""
    verbs = context.reporting[sentence]
    return [
        (distance, day, other)
        for other in _companions(context, placed, sentence)
        if (day := _day(context, placed, other, coarse=coarse)) and (distance := _distance(context, other, verbs)) is not None
    ]


def _companions(context: Context, placed: dict[int, Placed], sentence: int) -> list[int]:
    """The placed expressions of a sentence outside quotations."""
    return [other for other in placed if context.expressions[other].sentence == sentence and not context.quoted[other]]


def _day(context: Context, placed: dict[int, Placed], at: int, *, coarse: bool = False) -> dt.date | None:
    """The past day that an expression names; of a month or year, where that is fine enough, its first."""
    interval = interval_of(placed[at].timex.value)
    past = placed[at].direction in {Direction.PAST, Direction.PRESENT} or placed[at].stated or context.cues[at].direction is Direction.PAST
    wanted = FINE | {Granularity.MONTH, Granularity.YEAR} if coarse else FINE
    return interval.first_day if interval and interval.granularity in wanted and past else None


def _distance(context: Context, at: int, verbs: tuple[int, ...]) -> int | None:
    """How far, in tokens, the nearest reporting verb stands."""
    token = context.tokens.at(context.expressions[at].span.start)
    return min((abs(verb - token) for verb in verbs), default=None)
