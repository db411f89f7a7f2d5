"""What the text around its expressions says, whatever the article's date: quotations, cues, the kind of text.

Read once for an article; placing then happens once for its date and once for
each date that it might have had instead.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from sitegen.languages import Tokens, lexicon, tokenise
from sitegen.model import (
    Article,
    CalendarDate,
    Expression,
    Offset,
    Period,
    Recurrence,
    Relation,
    Span,
    Unit,
    Weekday,
    is_hour_only,
)
from sitegen.resolutions import brackets
from sitegen.resolutions.clauses import Clause, Cue
from sitegen.resolutions.direction import read
from sitegen.resolutions.grammar import grammar
from sitegen.resolutions.headings import headed
from sitegen.resolutions.interviews import announced, questions
from sitegen.resolutions.kinds import is_day, is_deictic, is_quarter, is_year, narrates
from sitegen.resolutions.layout import block_starts, day_first, descending, entries, heads, weekdays_follow
from sitegen.resolutions.neighbours import Neighbours, marks
from sitegen.turns import turns

_SAID_TO = 8  # tokens from the verb over whom it was said to
_EMBEDDED_REACH = 12  # tokens from a verb of saying to what was said
_DATELINE_WORDS, _DATELINE_MARKS = 8, frozenset("-–—(_")
_PLAN = "direction.past-plan"
_OF_HOURS = "PT"  # what comes every few hours comes at none of the day's
_ENTRY_MARKS = 3  # tokens before and behind the day that heads an entry: a full stop, asterisks


@dataclass(frozen=True, slots=True)
class Context:
    """An article's expressions with all that does not hang on the article's date."""

    article: Article
    tokens: Tokens
    expressions: tuple[Expression, ...]
    cues: tuple[Cue, ...]
    quoted: tuple[bool, ...]
    """Whether each expression stands inside a quotation."""
    narrative: bool
    history: bool
    """Whether it is a narrative that hardly looks up to its own day, so that a year holds until the next one is named."""
    day_first: bool
    dateline: bool
    """Whether the first expression is the date of a dateline: "ACCRA, May 13 (Reuters) -"."""
    entries: tuple[int, ...]
    """Indexes of the clock times that open the entries of a live blog."""
    heads: tuple[int, ...]
    """Indexes of the days that head the entries of an agenda or a chronicle: "Monday: the jury retires"."""
    following: bool
    """Whether the weekdays among them go forward."""
    descending: bool
    """Whether the newest entry comes first."""
    reporting: tuple[tuple[int, ...], ...]
    """For each sentence that holds a quotation the tokens, outside it, of its reporting verbs."""
    written: tuple[bool, ...]
    """Whether each sentence speaks of words from elsewhere: a letter, a diary, a call."""
    recited: frozenset[int]
    """The blocks that are quotation and nothing else: pages of a letter."""
    embedded: tuple[bool, ...]
    """Whether each expression is what somebody within a quotation said in turn: "I said, ring me tomorrow"."""
    opening: tuple[bool, ...]
    """Whether each expression opens its sentence, but for a preposition."""
    joined: tuple[bool, ...]
    """Whether no clause ends between each expression and the one before it in its sentence."""
    contrasted: tuple[bool, ...]
    """Whether each expression corrects the date named before: "on Friday, not Thursday", "had at first said Monday"."""
    compared: tuple[bool, ...]
    """Whether each expression is only what something else is measured by: "up from the second quarter"."""
    relative: tuple[bool, ...]
    """Whether each expression stands in a clause that only adds something: ", who came on Monday,"."""
    within: tuple[bool, ...]
    """Whether each expression stands in a clause that tells of the year or month right before it: "1992, when a storm in May …"."""
    planned: tuple[bool, ...]
    """Whether each expression was planned when the date before it in its sentence was."""
    apposed: tuple[bool, ...]
    """Whether each expression only says in other words what the one before it names: "on Good Friday, April 2"."""
    bounds: tuple[bool, ...]
    """Whether each expression is the end of something: "by the end of the year"."""
    apart: tuple[bool, ...]
    """Whether each expression counts from the publication even where a story is told: a death just over, "she said on Sunday"."""
    habitual: tuple[bool, ...]
    """Whether each comes again: an hour with the days of its sentence ("from 9am on each last Saturday"), or a part of the year."""
    saying: tuple[bool, ...]
    """Whether each expression is only when something was said: "died on Sunday, officials said on Tuesday", "she said in 1999"."""
    told: tuple[bool, ...]
    """Whether each sentence tells of what is over: it has a past verb, and none that looks ahead."""
    turns: dict[int, int]
    """The interview, by its first block, that each block of one belongs to."""
    announced: tuple[int, ...]
    """For each expression the interview that its block announces, by its first block; -1 for none."""
    mentioned: tuple[bool, ...]
    """Whether each expression is only part of a name, or where a count begins: "the Act of 1990", "since records began in 1850"."""

    def sentence_codes(self, at: int) -> str:
        """The tokens of the sentence that an expression stands in."""
        span = self.article.sentences[self.expressions[at].sentence].span
        return self.tokens.codes[self.tokens.at(span.start) : self.tokens.at(span.end)]

    def holds(self, expression: Expression, name: str) -> bool:
        """Whether a word of a class is part of an expression."""
        codes = self.tokens.codes[self.tokens.at(expression.span.start) : self.tokens.at(expression.span.end)]
        return not marks(self.article.language, name).isdisjoint(codes)

    def led_by(self, at: int, name: str) -> bool:
        """Whether a word of a class stands right before an expression."""
        first = self.tokens.at(self.expressions[at].span.start)
        return first > 0 and self.tokens.codes[first - 1] in marks(self.article.language, name)

    def evidence(self, cue: Cue) -> Span | None:
        """Where a cue stands in the article."""
        first = cue.begins(self.tokens.codes, marks(self.article.language, "WILL"))
        return Span(self.tokens.starts[first], self.tokens.end(cue.last - 1)) if first >= 0 else None


@dataclass(frozen=True, slots=True)
class _Words:
    """An article's tokens, which of them are quoted, where its sentences and expressions lie, and what steers those."""

    tokens: Tokens
    inside: bytearray
    bounds: list[tuple[int, int]]
    places: list[tuple[int, int]]
    cues: tuple[Cue, ...]
    quoted: tuple[bool, ...]
    opening: tuple[bool, ...]


def _words(article: Article, expressions: tuple[Expression, ...]) -> _Words:
    tokens = tokenise(article.prose, article.language)
    inside, bounds = _quotations(tokens, article), _bounds(tokens, article)
    places = [(tokens.at(expression.span.start), tokens.at(expression.span.end)) for expression in expressions]
    text = (tokens, inside, _taken(tokens, places))
    read_off = tuple(_cue(article, expression, place, bounds, text) for expression, place in zip(expressions, places, strict=True))
    cues = headed(article, tokens, expressions, read_off)
    quoted = tuple(bool(inside[first]) for first, _ in places)
    opening = tuple(_opening(expression, place, bounds) for expression, place in zip(expressions, places, strict=True))
    return _Words(tokens, inside, bounds, places, cues, quoted, opening)


def context_of(article: Article, expressions: tuple[Expression, ...]) -> Context:
    """Read an article's context."""
    words = _words(article, expressions)
    tokens, inside, bounds, places, cues = words.tokens, words.inside, words.bounds, words.places, words.cues
    near = Neighbours(tokens, article.language, expressions, tuple(places))
    pairs, order = list(zip(expressions, places, strict=True)), range(len(places))
    return Context(
        article=article,
        tokens=tokens,
        expressions=expressions,
        cues=cues,
        quoted=words.quoted,
        narrative=(tells := narrates(article, expressions, cues, words.quoted, words.opening))[0],
        history=tells[1],
        day_first=day_first(article, expressions),
        dateline=_dateline(tokens, expressions, places),
        entries=(opening_hours := entries(article, expressions)),
        heads=(opening_days := heads(article, expressions)),
        following=weekdays_follow(expressions, opening_days),
        descending=descending(expressions, opening_hours),
        reporting=_reporting(tokens, article, bounds, inside),
        written=_written(tokens, article, bounds),
        recited=_recited(tokens, article, bounds, inside),
        embedded=tuple(_embedded(tokens, article, expression, place, bounds, inside) for expression, place in pairs),
        opening=words.opening,
        joined=tuple(near.joined(at) for at in order),
        contrasted=tuple(near.corrects(at) for at in order),
        compared=tuple(near.compared(at) for at in order),
        relative=tuple(near.relative(at) for at in order),
        within=tuple(near.within(at) for at in order),
        planned=tuple(near.planned(at) for at in order),
        apposed=tuple(near.apposed(at) for at in order),
        bounds=tuple(near.bounds(at) for at in order),
        apart=near.apart(tuple(cue.first for cue in cues)),
        habitual=_habitual(expressions, near),
        saying=_saying(expressions, cues, near),
        told=_told(tokens, article, bounds),
        turns=(held := turns(article) | questions(article)),
        announced=announced(article, tokens, expressions, held),
        mentioned=tuple(near.mentioned(at) for at in order),
    )


def _opening(expression: Expression, place: tuple[int, int], bounds: list[tuple[int, int]]) -> bool:
    return place[0] - bounds[expression.sentence][0] <= 2 if bounds else place[0] <= 2


def _embedded(
    tokens: Tokens, article: Article, expression: Expression, place: tuple[int, int], bounds: list[tuple[int, int]], inside: bytearray
) -> bool:
    if not inside[place[0]] or not bounds:
        return False
    verbs, signs = marks(article.language, "REPORTING"), marks(article.language, "COMMA", "COLON")
    start = max(bounds[expression.sentence][0], place[0] - _EMBEDDED_REACH)
    codes = tokens.codes
    said = [at for at in range(start, place[0] - 1) if inside[at] and codes[at] in verbs]
    return any(not signs.isdisjoint(codes[at + 1 : min(at + _SAID_TO, place[0])]) for at in said)


def _bounds(tokens: Tokens, article: Article) -> list[tuple[int, int]]:
    """First token and the token behind the last, of each sentence."""
    return [(tokens.at(sentence.span.start), tokens.at(sentence.span.end)) for sentence in article.sentences]


def _written(tokens: Tokens, article: Article, bounds: list[tuple[int, int]]) -> tuple[bool, ...]:
    words = marks(article.language, "WRITING", "CALLING", "REPLY")
    return tuple(not words.isdisjoint(tokens.codes[start:end]) for start, end in bounds)


def _told(tokens: Tokens, article: Article, bounds: list[tuple[int, int]]) -> tuple[bool, ...]:
    past = marks(article.language, "PAST_VERB", "ED", "BE_PAST", "HAD", "DID", "WOULD")
    ahead = marks(article.language, "WILL")
    codes = tokens.codes
    return tuple(not past.isdisjoint(codes[start:end]) and ahead.isdisjoint(codes[start:end]) for start, end in bounds)


def _taken(tokens: Tokens, places: list[tuple[int, int]]) -> bytearray:
    """For each token whether it is part of an expression."""
    taken = bytearray(len(tokens.words) + 1)
    for first, last in places:
        taken[first:last] = b"\x01" * (last - first)
    return taken


def _cue(
    article: Article,
    expression: Expression,
    place: tuple[int, int],
    bounds: list[tuple[int, int]],
    text: tuple[Tokens, bytearray, bytearray],
) -> Cue:
    tokens, inside, taken = text
    start, end = bounds[expression.sentence] if bounds else (0, len(tokens.words))
    heads_entry = place[0] - start < _ENTRY_MARKS and place[1] >= end - _ENTRY_MARKS
    if bounds and heads_entry and _same_block(article, expression.sentence):
        end = bounds[expression.sentence + 1][1]  # "MONDAY. The ministers meet": the head of an entry
    clause = Clause(
        tokens,
        grammar(article.language),
        inside,
        taken,
        min(start, place[0]),
        place[0],
        place[1],
        max(end, place[1]),
        is_day(expression),
        is_quarter(expression.meaning),
        expression.meaning == Period(Unit.WEEKEND, Relation.BARE),
        isinstance(expression.meaning, CalendarDate) and bool(expression.meaning.season),
    )
    return brackets.read(clause, article.language) or read(clause)


def _saying(expressions: tuple[Expression, ...], cues: tuple[Cue, ...], near: Neighbours) -> tuple[bool, ...]:
    said = (cue.rule != _PLAN and near.says(at, cue.first) for at, cue in enumerate(cues))  # "had promised to finish on Saturday"
    return tuple(says and (is_deictic(each) or is_year(each)) for says, each in zip(said, expressions, strict=True))


def _habitual(expressions: tuple[Expression, ...], near: Neighbours) -> tuple[bool, ...]:
    dated = {each.sentence for each in expressions if isinstance(each.meaning, CalendarDate | Weekday | Offset)}
    daily = [each for each in expressions if isinstance(each.meaning, Recurrence) and not each.meaning.value.startswith(_OF_HOURS)]
    recurring = {each.sentence for each in daily} - dated
    return tuple(
        near.usual(at) or near.daily(at) or (is_hour_only(each.meaning) and each.sentence in recurring)
        for at, each in enumerate(expressions)
    )


def _same_block(article: Article, sentence: int) -> bool:
    """Whether a sentence opens its block and another follows in it."""
    blocks = [article.sentences[at].block for at in range(max(sentence - 1, 0), min(sentence + 2, len(article.sentences)))]
    opens = sentence == 0 or blocks[0] != article.sentences[sentence].block
    return opens and len(blocks) > 1 and sentence + 1 < len(article.sentences) and blocks[-1] == article.sentences[sentence].block


def _quotations(tokens: Tokens, article: Article) -> bytearray:
    """For each token whether it stands inside quotation marks; a quotation ends with its block."""
    members = lexicon(article.language).members
    plain, opening, closing = (frozenset(members.get(name, "")) for name in ("QUOTE", "QUOTE_OPEN", "QUOTE_CLOSE"))
    inside, open_ = bytearray(len(tokens.words) + 1), False
    blocks = block_starts(article)
    last_block = -1
    if not any(sign in article.prose for sign in '"“„«»”'):
        return inside
    for at, code in enumerate(tokens.codes):
        block = bisect_right(blocks, tokens.starts[at]) if open_ or code in plain or code in opening else last_block
        open_ = open_ and block == last_block  # each paragraph of a letter opens with a mark, and only the last one closes
        if code in plain or (open_ and code in closing and tokens.words[at] not in "'’"):
            open_ = not open_
        elif code in opening and tokens.words[at] not in "'‘":
            open_ = True
        last_block = block
        inside[at] = open_
    return inside


def _recited(tokens: Tokens, article: Article, bounds: list[tuple[int, int]], inside: bytearray) -> frozenset[int]:
    """The blocks in which every word stands inside quotation marks."""
    if not any(inside):
        return frozenset()
    apart: set[int] = set()
    for sentence, (start, end) in zip(article.sentences, bounds, strict=True):
        if any(not inside[at] and tokens.words[at][0].isalnum() for at in range(start, min(end, len(tokens.words)))):
            apart.add(sentence.block)
    return frozenset(sentence.block for sentence in article.sentences) - apart


def _dateline(tokens: Tokens, expressions: tuple[Expression, ...], places: list[tuple[int, int]]) -> bool:
    """Whether the text opens with names, a day of a month and a dash or bracket."""
    if not expressions or not isinstance(meaning := expressions[0].meaning, CalendarDate) or not (meaning.month and meaning.day):
        return False
    first, last = places[0]
    if not 0 < first <= _DATELINE_WORDS or last >= len(tokens.codes) or tokens.words[last] not in _DATELINE_MARKS:
        return False
    return all(word[0].isupper() or not word[0].isalpha() for word in tokens.words[:first]) and tokens.words[0].isupper()


def _reporting(tokens: Tokens, article: Article, bounds: list[tuple[int, int]], inside: bytearray) -> tuple[tuple[int, ...], ...]:
    """The verbs of saying outside quotations; any past verb is one that a mark and a quotation follow ("radioed: …")."""
    if not any(inside):
        return ((),) * len(bounds)
    verbs, past = marks(article.language, "REPORTING"), marks(article.language, "ED", "PAST_VERB")
    signs = marks(article.language, "COLON", "COMMA")
    codes = tokens.codes

    def says(at: int) -> bool:
        ahead = range(at + 1, min(at + _SAID_TO, len(codes) - 1))
        introduces = codes[at] in past and any(codes[mark] in signs and inside[mark + 1] for mark in ahead)
        return not inside[at] and (codes[at] in verbs or introduces)

    quoting = ((start, min(end, len(codes)) if any(inside[start:end]) else start) for start, end in bounds)
    return tuple(tuple(at for at in range(start, end) if says(at)) for start, end in quoting)


__all__ = ["Context", "context_of"]
