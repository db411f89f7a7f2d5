"""Days counted from what the article itself dates: "three days after the sinking", "the morning after the vote".

No calendar says when that is, but the article may: "The ferry sank on Monday."
TIMEX3 knows such lengths as durations with an anchored end; here the end is
the date, where one day of the article, and only one, is that of the thing
named.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.dates import Timex, TimexType, add_months, interval_of
from sitegen.events.clauses import parse
from sitegen.events.grammar import Grammar, grammar
from sitegen.events.terms import CONCEPT, SAYING, terms_of
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
    Standing,
    Step,
    Unit,
)

_RULE = "offset.from-event"
_WORD_BEFORE = 12  # characters before a date in which the word before it ends
_REFERENT = 8  # words in which a thing is named
_MARKS = frozenset(",;:.!?()") | frozenset('"“”„«»–—') | {"--"}
_LENGTH = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Y": Unit.YEAR}
_TOLD = frozenset({Standing.HAPPENED, Standing.SCHEDULED})
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}
_SPOKEN = frozenset({SAYING.removeprefix(CONCEPT)})


@dataclass(frozen=True, slots=True)
class _Count:
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


def counted(article: Article, resolutions: tuple[Resolution, ...], reports: tuple[Report, ...]) -> tuple[Resolution, ...]:
    """The resolutions of an article, those lengths as dates that count from a thing whose day its reports give.

    "The day after the vote", where only the vote is dated, becomes an expression of its own.
    """
    words = grammar(article.language)
    placed = [found for count in _counts(article, resolutions, words) if (found := _placed(article, count, reports, words))]
    if not placed:
        return resolutions
    taken = [resolution.expression.span for resolution in placed]
    kept = (each for each in resolutions if not any(span.start <= each.expression.span.start < span.end for span in taken))
    return tuple(sorted((*kept, *placed), key=lambda resolution: resolution.expression.span.start))


def _counts(article: Article, resolutions: Sequence[Resolution], words: Grammar) -> Iterator[_Count]:
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


def _count(tokens: tuple[Token, ...], at: int, sentence: int, spans: dict[int, Resolution], words: Grammar) -> _Count | None:
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
    return _Count(sentence, Span(first, thing[-1].end), sign * amount, unit, part, thing)


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


def _placed(article: Article, count: _Count, reports: Sequence[Report], words: Grammar) -> Resolution | None:
    """The day of a count, where the reports of its article give the day of the one thing that it is counted from."""
    of = _told(count, [report for report in reports if not _lasts(article, report, words)], words)
    value = _value(count, of.interval.first_day) if of else None
    interval = interval_of(value) if value else None
    if of is None or value is None or interval is None:
        return None
    kind = TimexType.TIME if "T" in value else TimexType.DATE
    text = article.prose[count.span.start : count.span.end]
    meaning = Offset(count.amount, count.unit, "topic")
    because = f"Counted from “{of.headline}”, {of.interval.first_day.isoformat()}"
    firm = of.resolution.certainty in {Certainty.STATED, Certainty.RESOLVED}
    return Resolution(
        Expression(article.id, count.sentence, count.span, text, meaning, _RULE),
        Timex(kind, value),
        interval,
        Anchor(AnchorKind.EVENT, of.interval.first_day.isoformat(), of.clause),
        Direction.PAST if interval.first_day <= article.day else Direction.FUTURE,
        Certainty.RESOLVED if firm else Certainty.FRAGILE,
        steps=(Step(_RULE, because, of.clause, of.interval.first_day.isoformat(), value),),
        if_dated=tuple((shift, moved) for shift, day in of.resolution.if_dated if (moved := _moved(count, day))),
    )


def _moved(count: _Count, value: str) -> str:
    """The value of a count, were the day of its thing another; "" where that is no day."""
    try:
        return _value(count, dt.date.fromisoformat(value)) or ""
    except ValueError:
        return ""


def _value(count: _Count, day: dt.date) -> str | None:
    """The TIMEX3 value, as coarse as the unit; None where it leaves the calendar."""
    try:
        if count.unit in _MONTHS:
            return add_months(day, count.amount * _MONTHS[count.unit]).isoformat()[: 7 if count.unit is Unit.MONTH else 4]
        there = day + dt.timedelta(count.amount * (7 if count.unit is Unit.WEEK else 1))
    except (ValueError, OverflowError):
        return None
    return f"{there.isoformat()}T{count.part}" if count.part else there.isoformat()


def _told(count: _Count, reports: Sequence[Report], words: Grammar) -> Report | None:
    """The report of the thing that is counted from; None where several days could be meant."""
    apart = (report for report in reports if report.sentence != count.sentence or not _holds(report, count.span))
    days = (report for report in apart if report.interval.days == 1 and report.standing in _TOLD and not (report.saying or report.quoted))
    fitting = [report for report in days if _tells(report, count.thing, words)]
    return fitting[0] if len({report.interval.first_day for report in fitting}) == 1 else None


def _lasts(article: Article, report: Report, words: Grammar) -> bool:
    """Whether a day is only that from which on something has held: "for the first time since 20 April"."""
    start = report.resolution.expression.span.start
    before = article.prose[max(0, start - _WORD_BEFORE) : start].split()[-1:]
    return before != [] and before[0].lower() in words["since_words"]


def _holds(report: Report, span: Span) -> bool:
    return report.clause.start <= span.start < report.clause.end


def _tells(report: Report, thing: tuple[Token, ...], words: Grammar) -> bool:
    """Whether what a report's clause says happened is the thing: "the sinking", "the ferry sank"."""
    parsed = parse(thing, words)
    verb = next((group for group in parsed.groups if group.finite), None)
    if verb is not None:
        subject = thing[: verb.first]
        pronoun = any(token.low in words["anaphors"] for token in subject)
        head, beside = thing[verb.head], [token for token in subject if token.is_word]
        return _is_one_act(head, report, words) and (pronoun or _shares(beside, report, words)) and _names(thing, report, words)
    noun = _head(thing, words)
    if noun is None or not _names(thing, report, words):
        return False
    little = any(report.verb in words[kind] for kind in ("light_verbs", "planning_verbs", "begin_verbs"))
    held = little and report.terms[:1] == (words.family(noun.lemma),)  # "the vote was held on 3 June"
    return (held or _is_one_act(noun, report, words)) and _completed(noun, thing, report, words)


def _head(thing: tuple[Token, ...], words: Grammar) -> Token | None:
    """The noun by which a definite thing is named: the last word before what is added to it, "the sinking | of the ferry"."""
    definite = thing[0].low in words["possessives"] or (thing[0].low in words["articles"] and thing[0].low not in words["indefinite"])
    end = next((i for i, token in enumerate(thing) if i and token.low in words["prepositions"]), len(thing))
    return thing[end - 1] if definite and end > 1 else None


def _is_one_act(word: Token, report: Report, words: Grammar) -> bool:
    """Whether a word names what a report's verb does: "sinking" and "sank", "death" and "died"; not that somebody spoke."""
    if word.lemma in words["speech_verbs"] or word.lemma in words["light_verbs"]:
        return False
    same_kind = not (_kinds(word.lemma, words) & _kinds(report.verb, words)).issubset(_SPOKEN)
    return same_kind or words.family(word.lemma) == words.family(report.verb)


def _kinds(lemma: str, words: Grammar) -> frozenset[str]:
    return frozenset(words.concepts.get((lemma,), ()))


def _completed(noun: Token, thing: tuple[Token, ...], report: Report, words: Grammar) -> bool:
    """Whether a report speaks of what is added to a noun: "the release | of the film"."""
    added = terms_of(thing[thing.index(noun) + 1 :], words)
    return not added or not set(added).isdisjoint(_said(report, words))


def _shares(tokens: Sequence[Token], report: Report, words: Grammar) -> bool:
    return not set(terms_of(tokens, words)).isdisjoint(_said(report, words))


def _names(thing: Sequence[Token], report: Report, words: Grammar) -> bool:
    """Whether a report speaks of whoever a thing is named with."""
    names = {words.family(token.lemma) for token in thing if token.capital}
    return not names or not names.isdisjoint(_said(report, words))


def _said(report: Report, words: Grammar) -> set[str]:
    own = (word.lower() for name in (*report.actors, *report.places) for word in name.split())
    return {*report.terms, *map(words.family, own)}
