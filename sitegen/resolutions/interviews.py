"""The day that announces when an interview was held: "We spoke to her on 14 May. Q: … A: …"."""

from __future__ import annotations

from sitegen.languages import Tokens
from sitegen.model import Article, Expression
from sitegen.resolutions.neighbours import marks


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
