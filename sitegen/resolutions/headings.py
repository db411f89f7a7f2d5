"""What a heading says of the days below it: under "What to expect" a forecast without a verb tells of days to come."""

from __future__ import annotations

from dataclasses import replace

from sitegen.languages import Tokens
from sitegen.model import Article, BlockKind, Direction, Expression
from sitegen.resolutions.clauses import NO_CUE, Cue
from sitegen.resolutions.kinds import is_day
from sitegen.resolutions.neighbours import marks


def headed(article: Article, tokens: Tokens, expressions: tuple[Expression, ...], cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The cues; days of which nothing says whether they are over lie ahead below a heading that looks ahead."""
    ahead = _sentences_ahead(article, tokens)
    if not ahead:
        return cues
    coming = replace(NO_CUE, direction=Direction.FUTURE, rule="direction.heading")
    pairs = zip(expressions, cues, strict=True)
    return tuple(coming if cue == NO_CUE and each.sentence in ahead and is_day(each) else cue for each, cue in pairs)


def _sentences_ahead(article: Article, tokens: Tokens) -> frozenset[int]:
    """The sentences below headings that look ahead, by their indexes."""
    words, found, ahead = marks(article.language, "AHEAD_HEADING"), set[int](), False
    for at, sentence in enumerate(article.sentences):
        if sentence.kind is BlockKind.HEADING:
            title = article.prose[sentence.span.start : sentence.span.end].rstrip(" *_:\n")
            plain = bool(title) and title[-1].isalnum()  # no sentence or question set in bold, as an interviewer's is
            ahead = plain and not words.isdisjoint(tokens.codes[tokens.at(sentence.span.start) : tokens.at(sentence.span.end)])
        elif ahead:
            found.add(at)
    return frozenset(found)
