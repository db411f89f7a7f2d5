"""An article as the rules of this stage read it, and what stands around a clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise

from sitegen.events.clauses import Clause, Parsed, parse
from sitegen.events.grammar import Grammar, grammar
from sitegen.events.headlines import first_word
from sitegen.events.names import Names, names_of
from sitegen.events.terms import CONCEPT, concepts_of, terms_of
from sitegen.events.tokens import Token, tokens_of
from sitegen.model import Article, BlockKind, Resolution
from sitegen.turns import after_speaker, turns


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its tokens and names, and the resolutions of each sentence that has some."""

    article: Article
    words: Grammar
    sentences: tuple[tuple[Token, ...], ...]
    names: Names
    by_sentence: dict[int, tuple[Resolution, ...]]
    headings: tuple[int, ...]
    """For each sentence the nearest heading at or above it, -1 where there is none."""
    turns: Mapping[int, int]
    """Blocks that are turns of an interview, each with the first of it."""


def read(article: Article, resolutions: tuple[Resolution, ...]) -> Reading:
    """Read an article once for all its reports."""
    words, spoken = grammar(article.language), turns(article)
    sentences = tuple(_tokens(article, index, spoken) for index in range(len(article.sentences)))
    by_sentence: dict[int, list[Resolution]] = defaultdict(list)
    for resolution in resolutions:
        by_sentence[resolution.expression.sentence].append(resolution)
    dates = {index: tuple(resolution.expression.span for resolution in found) for index, found in by_sentence.items()}
    own = (index if sentence.kind is BlockKind.HEADING else -1 for index, sentence in enumerate(article.sentences))
    return Reading(
        article,
        words,
        sentences,
        names_of(sentences, dates, words),
        {index: tuple(found) for index, found in by_sentence.items()},
        tuple(accumulate(own, max)),
        spoken,
    )


def _tokens(article: Article, index: int, spoken: Mapping[int, int]) -> tuple[Token, ...]:
    """The tokens of a sentence; of the first in a turn those that were spoken, without who speaks."""
    sentence = article.sentences[index]
    start, end = sentence.span.start, sentence.span.end
    if sentence.block in spoken and (not index or article.sentences[index - 1].block != sentence.block):
        start = after_speaker(article.prose, start, end)
    return tokens_of(article.prose[start:end], start, article.language)


def follows(reading: Reading, index: int) -> bool:
    """Whether a sentence goes on from the one before: in its block, or as an answer to it."""
    if not index:
        return False
    before, own = reading.article.sentences[index - 1].block, reading.article.sentences[index].block
    return before == own or (before in reading.turns and reading.turns[before] == reading.turns.get(own))


def antecedent(reading: Reading, index: int, parsed: Parsed, clause: Clause) -> list[Token]:
    """For a clause that begins with a pronoun, what the sentence before it is about: the words before its verb, all where it has none.

    All of them as well for one that does "so".
    """
    words = reading.words
    start = first_word(parsed.tokens, clause, words)
    if parsed.tokens[start].low not in words["anaphors"] or not follows(reading, index):
        return []
    before = parse(reading.sentences[index - 1], words)
    pairs = pairwise(parsed.tokens[clause.first : clause.last])
    if any(one.low in words["do"] and two.low in words["pro_verbs"] for one, two in pairs):
        return list(before.tokens)
    verb = before.groups[0].first if before.groups else len(before.tokens)
    return list(before.tokens[:verb])


def context(reading: Reading, index: int, rest: list[Token]) -> tuple[str, ...]:
    """Terms and concepts of the rest of the sentence, of the one that it goes on from, and of the heading above."""
    around, undated = list(rest), list(rest)
    beside = [index - 1] if follows(reading, index) else []
    beside += [reading.headings[index]] if reading.headings[index] not in {-1, index} else []
    for other in beside:
        around += reading.sentences[other]
        undated += _undated(reading, other)
    return (*terms_of(around, reading.words), *(CONCEPT + name for name in concepts_of(undated, reading.words)))


def _undated(reading: Reading, index: int) -> list[Token]:
    """The tokens of a sentence that are of no date: "3 March" is no march."""
    spans = [resolution.expression.span for resolution in reading.by_sentence.get(index, ())]
    return [token for token in reading.sentences[index] if not any(span.start <= token.start < span.end for span in spans)]
