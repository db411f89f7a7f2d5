"""Entries of a live page that begin with their hour in four digits: "2159: The bridge is closed" names no year."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitegen.model import Article, Expression

_HOUR = re.compile(r"((?:[01]\d|2[0-3])[0-5]\d):\s")
_FEWEST = 3  # entries of a page that is written by the hour
_YEARS = range(1000, 2100)  # what a chronicle's entries begin with


def without_hours_of_entries(found: Iterable[Expression], article: Article) -> tuple[Expression, ...]:
    """The expressions without the hours that head an article's entries, where some of these can be no year: "1984: …" alone is one."""
    heads = {sentence.span.start: hour for sentence in article.sentences if (hour := _HOUR.match(article.prose, sentence.span.start))}
    is_live = len(heads) >= _FEWEST and any(int(hour[1]) not in _YEARS for hour in heads.values())
    return tuple(each for each in found if not (is_live and each.span.start in heads and each.text == heads[each.span.start][1]))
