"""Explicit dates in a language that has no rules of its own here: found by their form, read by dateparser.

Only a full date, with its year, is taken: "17 mars 2025", "17 de marzo de
2025", "2025年3月17日". Where a form is no date of the language, nothing is found.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right

from sitegen.explicit_dates import DateError, read_date
from sitegen.languages import primary
from sitegen.model import Article, CalendarDate, Expression, Span

# Day, up to three words, year; word, day, year; ISO 8601; East Asian year-month-day. No part repeats without bound.
_FORMS = re.compile(
    r"(?<![\w./-])(?:\d{1,2}(?:\.|er|º|ª)?(?:[^\S\n][^\W\d_]{1,20}\.?){1,3}[^\S\n]\d{4}"
    r"|[^\W\d_]{3,20}\.?[^\S\n]\d{1,2}\.?,?[^\S\n]\d{4}"
    r"|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}\.\d{1,2}\.\d{4})(?![\w/-])"
    r"|(?<!\d)\d{4}[^\S\n]?[年년][^\S\n]?\d{1,2}[^\S\n]?[月월][^\S\n]?\d{1,2}[^\S\n]?[日일]"
)


def explicit_dates(article: Article) -> tuple[Expression, ...]:
    """The full dates of an article's prose, in order."""
    starts = [sentence.span.start for sentence in article.sentences]
    return tuple(
        Expression(article.id, max(bisect_right(starts, found.start()) - 1, 0), Span(*found.span()), found[0], meaning, "explicit-date")
        for found in _FORMS.finditer(article.prose)
        if (meaning := _meaning(found[0], article.language))
    )


def _meaning(text: str, language: str) -> CalendarDate | None:
    try:
        read = read_date(text, primary(language))
    except DateError:
        return None
    day = read.date() if isinstance(read, dt.datetime) else read
    return CalendarDate(day.year, day.month, day.day)
