"""Stage 2, what was said: the temporal expressions of an article, each with its meaning and the rule that found it."""

from __future__ import annotations

from bisect import bisect_right

from sitegen.expressions.elsewhere import explicit_dates
from sitegen.expressions.finder import found_in
from sitegen.expressions.joining import joined
from sitegen.languages import available, tokenise
from sitegen.model import Article, Expression, Span


def find(article: Article) -> tuple[Expression, ...]:
    """Every temporal expression of an article's prose, in order; spans are offsets into its body.

    In a language without rules these are its full dates only.
    """
    if not available(article.language):
        return explicit_dates(article)
    tokens = tokenise(article.prose, article.language)
    starts = [sentence.span.start for sentence in article.sentences]
    return tuple(
        Expression(
            article=article.id,
            sentence=max(bisect_right(starts, start) - 1, 0),
            span=Span(start, end),
            text=article.prose[start:end],
            meaning=found.meaning,
            rule=found.rule,
            modifier=found.modifier,
            range_part=found.range_part,
        )
        for found in joined(tuple(found_in(tokens, article.language)), tokens, article.language)
        for start, end in [(tokens.starts[found.first], tokens.end(found.last - 1))]
    )


__all__ = ["find"]
