"""An article as the rules of this stage read it, and what stands around a clause."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate

from sitegen.events.clauses import Clause, Parsed, parse
from sitegen.events.grammar import Grammar, grammar
from sitegen.events.headlines import first_word
from sitegen.events.names import Names, names_of
from sitegen.events.terms import CONCEPT, concepts_of, terms_of
from sitegen.events.tokens import Token, tokens_of
from sitegen.model import Article, BlockKind, Resolution


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


def read(article: Article, resolutions: tuple[Resolution, ...]) -> Reading:
    """Read an article once for all its reports."""
    words = grammar(article.language)
    sentences = tuple(
        tokens_of(article.prose[sentence.span.start : sentence.span.end], sentence.span.start, article.language)
        for sentence in article.sentences
    )
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
    )


def antecedent(reading: Reading, index: int, parsed: Parsed, clause: Clause) -> list[Token]:
    """For a clause that begins with a pronoun, what the sentence before it is about: the words before its verb."""
    words, sentences = reading.words, reading.article.sentences
    start = first_word(parsed.tokens, clause, words)
    if parsed.tokens[start].low not in words["anaphors"] or index == 0 or sentences[index - 1].block != sentences[index].block:
        return []
    before = parse(reading.sentences[index - 1], words)
    verb = before.groups[0].first if before.groups else 0
    return list(before.tokens[:verb])


def context(reading: Reading, index: int, rest: list[Token]) -> tuple[str, ...]:
    """Terms and concepts of the rest of the sentence, of the one before it in its block, and of the heading above."""
    sentences, around = reading.article.sentences, list(rest)
    if index and sentences[index - 1].block == sentences[index].block:
        around += reading.sentences[index - 1]
    if reading.headings[index] not in {-1, index}:
        around += reading.sentences[reading.headings[index]]
    return (*terms_of(around, reading.words), *(CONCEPT + name for name in concepts_of(around, reading.words)))
