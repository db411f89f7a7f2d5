"""Lengths with what they are counted from: "three days after the sinking", "the morning before the vote"."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.dates import Timex, TimexType, add_months, interval_of
from sitegen.events.grammar import Grammar, grammar
from sitegen.events.tokens import Token, tokens_of
from sitegen.model import (
    Anchor,
    AnchorKind,
    Article,
    Certainty,
    Direction,
    Duration,
    Expression,
    Offset,
    Report,
    Resolution,
    Span,
    Step,
    Unit,
)

_REFERENT = 8  # words in which a thing is named
_MARKS = frozenset(",;:.!?()") | frozenset('"“”„«»–—') | {"--"}
_LENGTH = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Y": Unit.YEAR}
_FIRM = frozenset({Certainty.STATED, Certainty.RESOLVED})
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Count:
    """A length with the words for what it is counted from, in one sentence."""

    sentence: int
    span: Span
    """From the length to the last word of what it is counted from."""
    amount: int
    """Signed: negative lies before the thing."""
    unit: Unit
    part: str
    """TIMEX3 part of day, "" for none."""
    thing: tuple[Token, ...]


def counts(article: Article, resolutions: Sequence[Resolution], words: Grammar) -> Iterator[Count]:
    """Every "three days after the sinking" of the text in which no other date stands."""
    likely = _pattern(article.language)
    if likely is None:
        return
    for index, sentence in enumerate(article.sentences):
        prose = article.prose[sentence.span.start : sentence.span.end]
        if likely.search(prose.lower()):
            tokens = tokens_of(prose, sentence.span.start, article.language)
            spans = {r.expression.span.start: r for r in resolutions if r.expression.sentence == index}
            yield from (count for at in range(1, len(tokens) - 2) if (count := _count(tokens, at, index, spans, words)))


@functools.cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """A unit of time and what counts from a thing behind it; None for a language without the words."""
    words = grammar(language)
    units, links = (words["counted_units"], words["after_links"] | words["before_links"])
    return re.compile(rf"\b(?:{'|'.join(sorted(units))})\s+(?:{'|'.join(sorted(links))})\b") if units and links else None


def _count(tokens: tuple[Token, ...], at: int, sentence: int, spans: dict[int, Resolution], words: Grammar) -> Count | None:
    """The count whose unit is a token, None where there is none."""
    link = tokens[at + 1].low
    if tokens[at].low not in words["counted_units"] or not (link in words["after_links"] or link in words["before_links"]):
        return None
    length = next((r for r in spans.values() if r.expression.span.end == tokens[at].end), None)
    first = length.expression.span.start if length else tokens[at - 1].start
    before = next((token.low for token in reversed(tokens) if token.end <= first), "")
    measured = _measured(length, before, words) or _definite(tokens, at, words)
    thing = _thing(tokens, at + 2, words)
    if measured is None or not thing or any(first < start < thing[-1].end for start in spans):
        return None
    amount, unit, part = measured
    sign = -1 if link in words["before_links"] else 1
    return Count(sentence, Span(first, thing[-1].end), sign * amount, unit, part, thing)


def _measured(length: Resolution | None, before: str, words: Grammar) -> tuple[int, Unit, str] | None:
    """Of "three days", but not "within three days", which is a length."""
    if length is None or length.timex.mod or not isinstance(length.expression.meaning, Duration):
        return None
    found = _LENGTH.fullmatch(length.timex.value)
    if found is None or any(before in words[name] for name in ("prepositions", "subordinators")):
        return None
    return int(found[1]), _UNITS[found[2]], ""


def _definite(tokens: Sequence[Token], at: int, words: Grammar) -> tuple[int, Unit, str] | None:
    """Of "the day after", "the morning after": one day."""
    unit = tokens[at].low
    if tokens[at - 1].low not in words["articles"] or tokens[at - 1].low in words["indefinite"]:
        return None
    part = next((part for part in ("MO", "AF", "EV", "NI") if unit in words[f"part_{part.lower()}"]), "")
    return (1, Unit.DAY, part) if part or unit in words["part_day"] else None


def _thing(tokens: tuple[Token, ...], first: int, words: Grammar) -> tuple[Token, ...]:
    """The words in which a thing is named: up to the next mark, or to who did something then, "after the vote | the council met"."""
    last = first
    while last < min(first + _REFERENT, len(tokens)) and tokens[last].text not in _MARKS:
        verb = any(tokens[last - 1].low in known for known in (words.verbs.finite, words.verbs.past))
        subject = tokens[last].low in words["determiners"] or tokens[last].low in words["subject_pronouns"]
        another = subject and not verb and tokens[last - 1].low not in words["prepositions"]
        if last > first + 1 and (another or (verb and words.ends(tokens[last].low, "participle_endings"))):
            break
        last += 1
    return tokens[first:last]


def counted_from(article: Article, count: Count, of: Report, span: Span, rule: str, because: str) -> Resolution | None:
    """The words of a span as the day that a count gives from the day of a report; None where it leaves the calendar."""
    day, value = of.interval.first_day.isoformat(), _value(count, of.interval.first_day)
    interval = interval_of(value) if value else None
    if value is None or interval is None:
        return None
    text, meaning = article.prose[span.start : span.end], Offset(count.amount, count.unit, "topic")
    return Resolution(
        Expression(article.id, count.sentence, span, text, meaning, rule),
        Timex(TimexType.TIME if "T" in value else TimexType.DATE, value),
        interval,
        Anchor(AnchorKind.EVENT, day, of.clause),
        Direction.PAST if interval.first_day <= article.day else Direction.FUTURE,
        Certainty.RESOLVED if of.resolution.certainty in _FIRM else Certainty.FRAGILE,
        steps=(Step(rule, because, of.clause, day, value),),
        if_dated=tuple((shift, there) for shift, day in of.resolution.if_dated if (there := _moved(count, day))),
    )


def _moved(count: Count, value: str) -> str:
    """The value of a count, were the day of its thing another; "" where that is no day."""
    try:
        return _value(count, dt.date.fromisoformat(value)) or ""
    except ValueError:
        return ""


def _value(count: Count, day: dt.date) -> str | None:
    """The TIMEX3 value, as coarse as the unit; None where it leaves the calendar."""
    try:
        if count.unit in _MONTHS:
            return add_months(day, count.amount * _MONTHS[count.unit]).isoformat()[: 7 if count.unit is Unit.MONTH else 4]
        there = day + dt.timedelta(count.amount * (7 if count.unit is Unit.WEEK else 1))
    except (ValueError, OverflowError):
        return None
    return f"{there.isoformat()}T{count.part}" if count.part else there.isoformat()
