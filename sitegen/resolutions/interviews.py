"""Interviews printed in turns, and the day that announces when they were held: "We spoke to her on 14 May. Q: … A: …"."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from sitegen.languages import Tokens
from sitegen.model import Article, Expression
from sitegen.resolutions.neighbours import marks

# A speaker at the head of a block: a letter or up to three names, with or without emphasis, and a colon.
_SPEAKER = re.compile(r"[*_>\s]{0,4}(?P<name>[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){0,2})[*_]{0,2}:")
_TURNS = 3  # so many blocks in turn, and a speaker who comes again, make an interview


def turns(article: Article) -> dict[int, int]:
    """The interview, by its first block, that each block of one belongs to."""
    if article.prose.count(":") < _TURNS:
        return {}
    speakers = _speakers(article)
    found: dict[int, int] = {}
    for spoken, run in groupby(sorted(speakers), key=lambda block: bool(speakers[block])):
        blocks = list(run)
        names = Counter(speakers[block] for block in blocks)
        if spoken and len(blocks) >= _TURNS and max(names.values()) > 1:
            found |= dict.fromkeys(blocks, blocks[0])
    return found


def _speakers(article: Article) -> dict[int, str]:
    """Who speaks in each block, by the name at its head; "" for nobody."""
    found: dict[int, str] = {}
    for sentence in article.sentences:
        if sentence.block not in found:
            head = _SPEAKER.match(article.prose, sentence.span.start, sentence.span.end)
            found[sentence.block] = head["name"].split()[-1] if head and head["name"][0].isupper() else ""
    return found


def announced(article: Article, tokens: Tokens, expressions: tuple[Expression, ...], held: dict[int, int]) -> tuple[int, ...]:
    """For each expression the interview that its block announces, by its first block; -1 for none."""
    if not held:
        return (-1,) * len(expressions)
    words = marks(article.language, "INTERVIEWING")
    telling = {
        article.sentences[at].block
        for at, sentence in enumerate(article.sentences)
        if not words.isdisjoint(tokens.codes[tokens.at(sentence.span.start) : tokens.at(sentence.span.end)])
    }
    firsts = set(held.values())
    blocks = [article.sentences[expression.sentence].block for expression in expressions]
    return tuple(block + 1 if block + 1 in firsts and block in telling else -1 for block in blocks)
