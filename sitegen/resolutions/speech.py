"""When quoted words were spoken or written, by the expressions that are placed already."""

from __future__ import annotations

import datetime as dt
from itertools import takewhile

from sitegen.dates import Granularity, interval_of
from sitegen.model import Anchor, AnchorKind, Direction
from sitegen.resolutions.context import Context
from sitegen.resolutions.neighbours import marks
from sitegen.resolutions.situation import FINE, Placed, is_coarse

_NAME = 3  # tokens of a name beside a verb of saying
_ADDED = 5  # tokens from a verb of saying to its day: "who told a local paper on"


def said_when(context: Context, placed: dict[int, Placed], at: int) -> tuple[dt.date, Anchor] | None:
    """The day beside the reporting verb of the quotation's sentence, else that of the letter or call it comes from."""
    sentence, coarse = context.expressions[at].sentence, is_coarse(context.expressions[at].meaning)
    said = _beside_saying(context, placed, sentence, coarse=coarse) or _in_writing(context, placed, at)
    days = said or _told_before(context, placed, at, coarse=coarse)
    if not days:
        return None
    _, day, other = min(days)
    return day, Anchor(AnchorKind.SPEECH, day.isoformat(), context.expressions[other].span)


def _in_writing(context: Context, placed: dict[int, Placed], at: int) -> list[tuple[int, dt.date, int]]:
    """The day of the letter that the quotation's own sentence speaks of: "an email that he had sent to her three days before: …"."""
    sentence = context.expressions[at].sentence
    if not context.written[sentence] or context.reporting[sentence]:
        return []
    before = [other for other in _companions(context, placed, sentence) if other < at]
    return [(0, day, other) for other in before if (day := _day(context, placed, other))][-1:]


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


def _told_before(context: Context, placed: dict[int, Placed], at: int, *, coarse: bool) -> list[tuple[int, dt.date, int]]:
    """The day of a letter or a call that the paragraph spoke of before it quotes from it, or of what it quoted before."""
    for sentence in range(context.expressions[at].sentence - 1, -1, -1):
        if context.article.sentences[sentence].block < _first_block(context, at):
            return []
        if context.written[sentence] and not _has_own_speaker(context, at, sentence):
            days = [
                (0, day, other) for other in _companions(context, placed, sentence) if (day := _day(context, placed, other, coarse=coarse))
            ]
            return days[-1:]
        if days := _beside_saying(context, placed, sentence, coarse=coarse):
            return days
    return []


def _first_block(context: Context, at: int) -> int:
    """The block in which what a quotation quotes is introduced: its own, or the one before those that are all quotation."""
    block = _block(context, at)
    return next((other for other in range(block, -1, -1) if other not in context.recited), block)


def _has_own_speaker(context: Context, at: int, since: int) -> bool:
    """Whether a quotation is somebody's whom the paragraph has not named since the letter: "said Ada Hill", "one miner said"."""
    sentence, tokens, sentences = context.expressions[at].sentence, context.tokens, context.article.sentences
    if sentence == since:
        return False
    known = set(tokens.words[tokens.at(sentences[since].span.start) : tokens.at(sentences[sentence].span.start)])
    return any(_is_new(context, verb, known) for verb in context.reporting[sentence])


def _is_new(context: Context, verb: int, known: set[str]) -> bool:
    tokens, anybody = context.tokens, marks(context.article.language, "ONE")
    beside = [*_name(tokens.words[verb + 1 : verb + 1 + _NAME]), *_name(tokens.words[max(verb - _NAME, 0) : verb][::-1])]
    indefinite = not anybody.isdisjoint(tokens.codes[verb + 1 : verb + 2] + tokens.codes[max(verb - _NAME, 0) : verb])
    return known.isdisjoint(beside) if beside else indefinite


def _name(words: tuple[str, ...]) -> list[str]:
    """The capitals at the head of some words."""
    return list(takewhile(lambda word: word[0].isupper(), words))


def _beside_saying(context: Context, placed: dict[int, Placed], sentence: int, *, coarse: bool = False) -> list[tuple[int, dt.date, int]]:
    """The days of a sentence outside its quotations, each with how far, in tokens, its reporting verb stands."""
    verbs = context.reporting[sentence]
    return [
        (distance, day, other)
        for other in _companions(context, placed, sentence)
        if not _is_added(context, other, verbs)
        and (day := _day(context, placed, other, coarse=coarse))
        and (distance := _distance(context, other, verbs)) is not None
    ]


def _is_added(context: Context, at: int, verbs: tuple[int, ...]) -> bool:
    """Whether a clause that tells of no saying only adds it: "said the coach, whose team lost the 2019 final"."""
    token = context.tokens.at(context.expressions[at].span.start)
    return context.relative[at] and not any(token - _ADDED <= verb < token for verb in verbs)


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
