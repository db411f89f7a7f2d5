"""How a text is laid out and writes its dates: the entries of a live blog, where blocks begin, the order of numeric dates."""

from __future__ import annotations

from itertools import pairwise

from sitegen.model import Article, CalendarDate, Expression, TimeOfDay

_ENTRIES = 3  # so many blocks that open with a clock time make a live blog


def block_starts(article: Article) -> list[int]:
    """Where each block of the prose begins."""
    starts, last = [], -1
    for sentence in article.sentences:
        if sentence.block != last:
            starts.append(sentence.span.start)
            last = sentence.block
    return starts


def day_first(article: Article, expressions: tuple[Expression, ...]) -> bool:
    """Whether numeric dates put the day first: by one that can be read only so, by dates in words, by the article's offset."""
    numeric = [
        expression.meaning.numeric.replace("-", "/").replace(".", "/").split("/")
        for expression in expressions
        if isinstance(expression.meaning, CalendarDate) and expression.meaning.numeric[2:3] in "/.-"
    ]
    parts = [
        (int(part[0]), int(part[1])) for part in numeric if len(part) == 3 and part[0].isdigit() and part[1].isdigit() and len(part[0]) < 3
    ]
    if any(first > 12 for first, _ in parts):
        return True
    if any(second > 12 for _, second in parts):
        return False
    month_first = sum(expression.rule.startswith("month-day") for expression in expressions)
    day_first = sum(expression.rule.startswith(("day-month", "days-of-month")) for expression in expressions)
    if month_first != day_first:
        return day_first > month_first
    return not _american(article)


def _american(article: Article) -> bool:
    """Whether the article's own offset lies in the Americas, where the month comes first."""
    offset = getattr(article.published, "utcoffset", lambda: None)()
    return offset is not None and offset.total_seconds() <= -4 * 3600


def entries(article: Article, expressions: tuple[Expression, ...]) -> tuple[int, ...]:
    """The clock times with which blocks open, where there are enough of them to make a live blog."""
    starts = frozenset(block_starts(article))
    found = tuple(
        at
        for at, expression in enumerate(expressions)
        if isinstance(expression.meaning, TimeOfDay)
        and expression.meaning.clock.hour is not None
        and expression.meaning.on is None
        and _opens(article, expression, starts)
    )
    return found if len(found) >= _ENTRIES else ()


def _opens(article: Article, expression: Expression, starts: frozenset[int]) -> bool:
    """Whether nothing but marks stands before it in its block."""
    start = article.sentences[expression.sentence].span.start
    return start in starts and not any(sign.isalnum() for sign in article.prose[start : expression.span.start])


def descending(expressions: tuple[Expression, ...], entries: tuple[int, ...]) -> bool:
    """Whether the newest entry of a live blog comes first."""
    times = [
        (meaning.clock.hour or 0, meaning.clock.minute or 0) for at in entries if isinstance(meaning := expressions[at].meaning, TimeOfDay)
    ]
    falls = sum(later < earlier for earlier, later in pairwise(times))
    return falls > len(times) / 2
