"""Stage 2, what was said: the temporal expressions of an article, each with its meaning and the rule that found it."""

from __future__ import annotations

from bisect import bisect_right

from sitegen.expressions.elsewhere import explicit_dates
from sitegen.expressions.entries import without_hours_of_entries
from sitegen.expressions.finder import found_in
from sitegen.expressions.joining import joined
from sitegen.expressions.kept import country, kept_in
from sitegen.expressions.meanings import Found
from sitegen.languages import Tokens, available, tokenise
from sitegen.model import Article, Expression, Span, TimeOfDay


def find(article: Article) -> tuple[Expression, ...]:
    """Every temporal expression of an article's prose, in order; spans are offsets into its body.

    In a language without rules these are its full dates only.
    """
    if not available(article.language):
        return explicit_dates(article)
    tokens = tokenise(article.prose, article.language)
    where, starts = country(article), [sentence.span.start for sentence in article.sentences]
    every = joined(tuple(found_in(tokens, article.language)), tokens, article.language)
    found_here = (
        Expression(
            article=article.id,
            sentence=max(bisect_right(starts, start) - 1, 0),
            span=Span(start, end),
            text=article.prose[start:end],
            meaning=kept_in(where, found.meaning) if where else found.meaning,
            rule=found.rule,
            modifier=found.modifier,
            range_part=found.range_part,
            restates=_restates(before, found, tokens),
        )
        for before, found in zip((None, *every), every, strict=False)
        for start, end in [(tokens.starts[found.first], tokens.end(found.last - 1))]
    )
    return without_hours_of_entries(found_here, article)


def _restates(before: Found | None, found: Found, tokens: Tokens) -> bool:
    """Whether a bracket parts two hours, and nothing else does."""
    if before is None or not isinstance(before.meaning, TimeOfDay) or not isinstance(found.meaning, TimeOfDay):
        return False
    return before.last == found.first - 1 and tokens.words[before.last] == "("


__all__ = ["find"]
