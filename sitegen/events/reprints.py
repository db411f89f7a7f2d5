"""One sentence printed again in an article of another day: "on Sunday" is then counted from two days, and still one Sunday is meant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sitegen.events.groups import Groups
from sitegen.model import Article, Report, Standing

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 8  # fewer can be said every week
_SOONEST = 7  # days between two articles in which a sentence is rather printed again than true again
_Print = tuple[tuple[str, ...], int]
"""The words of a sentence, and how many of them stand before its date."""


def reprinted(reports: Sequence[Report], articles: Mapping[str, Article], groups: Groups) -> Iterator[tuple[int, int]]:
    """Pairs of reports in the words of one sentence whose groups are to be one: all that is told of the one stands in the other.

    Made last: a day that only comes from counting again must not draw in what happened on it.
    """
    prints: dict[_Print, list[int]] = defaultdict(list)
    own = [_print_of(report, articles[report.article]) for report in reports]
    for number, report in enumerate(reports):
        if report.standing is Standing.HAPPENED and len(own[number][0]) >= _FEWEST_WORDS:
            prints[own[number]].append(number)
    for numbers in prints.values():
        for one, two in pairwise(sorted(numbers, key=lambda number: (articles[reports[number].article].day, number))):
            soon = (articles[reports[two].article].day - articles[reports[one].article].day).days <= _SOONEST
            if soon and reports[one].interval != reports[two].interval and _is_copy(own, groups, one, two):
                yield one, two


def _is_copy(own: Sequence[_Print], groups: Groups, one: int, two: int) -> bool:
    """Whether one of two groups says nothing that the other does not say in the same words."""
    first, second = ({own[member] for member in groups.of(number).members} for number in (one, two))
    return first <= second or second <= first


def _print_of(report: Report, article: Article) -> _Print:
    span = article.sentences[report.sentence].span
    before = _WORD.findall(article.prose, span.start, report.resolution.expression.span.start)
    return tuple(_WORD.findall(article.prose, span.start, span.end)), len(before)
