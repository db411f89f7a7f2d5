"""Headings that fit the day they stand under: none says "today" of another day, and no two of one sentence are the same.

A heading stays an extract: a word for a day is left out at its beginning or
its end, or gives way to "…" where what is left would say something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.events.grammar import Grammar, grammar
from sitegen.events.headlines import ELLIPSIS
from sitegen.model import Article, Event, Offset, Period, Relation, Report, day_of

_FEWEST_WORDS = 4  # of a heading that can do without its day
_POINTING = frozenset({Relation.THIS, Relation.LAST, Relation.NEXT})
_LEFT_OPEN = ("prepositions", "conjunctions", "subordinators", "determiners", "be", "have", "comparisons", "negations")
_Place = tuple[str, int]
"""An article and one of its sentences."""


def named(events: Iterable[Event], articles: Mapping[str, Article]) -> tuple[Event, ...]:
    """The events, each with a heading that can stand under its own day."""
    told = tuple(events)
    dates: dict[_Place, list[Report]] = defaultdict(list)
    for event in told:
        for report in event.reports:
            dates[report.article, report.sentence].append(report)
    return tuple(_apart([_headed(event, dates, articles) for event in told], articles))


def _headed(event: Event, dates: Mapping[_Place, Sequence[Report]], articles: Mapping[str, Article]) -> Event:
    """An event with the report that heads it, and a heading that fits its day."""
    number = _heading_report(event)
    return replace(event, headed_by=number, headline=_undated(event, event.reports[number], dates, articles))


def _heading_report(event: Event) -> int:
    """Which report's words head an event; the first of those in the same words."""
    return next((number for number, report in enumerate(event.reports) if report.headline == event.headline), 0)


def _undated(event: Event, own: Report, dates: Mapping[_Place, Sequence[Report]], articles: Mapping[str, Article]) -> str:
    """A heading without what points from its article's day to its own, or from another day than its own to others."""
    article = articles[own.article]
    is_article_day = event.interval.first_day == article.day and event.interval.days == 1
    heading, words = event.headline, grammar(article.language)
    for report in dates[own.article, own.sentence]:
        is_own = report.interval == own.interval
        if _points(report) and (is_own or not is_article_day):
            heading = _without(heading, report.text, words)
            heading = heading if is_article_day else _left_out(heading, report.text, words)
    return heading


def _points(report: Report) -> bool:
    """Whether the words for its day count from the day of the article: "yesterday", "last week"."""
    meaning = day_of(report.resolution.expression.meaning)
    return (isinstance(meaning, Offset) and meaning.base == "today" and meaning.of is None) or (
        isinstance(meaning, Period) and meaning.relation in _POINTING
    )


def _without(heading: str, phrase: str, words: Grammar) -> str:
    """A heading without a phrase at its end or its beginning, where it still says something."""
    low = heading.lower()
    if low.endswith(f" {phrase.lower()}"):
        left = _closed(heading[: -len(phrase)].split(), words)
        return left if left and len(left.split()) >= _FEWEST_WORDS else heading
    rest = heading[len(phrase) :]
    if low.startswith(phrase.lower()) and len(rest.split()) >= _FEWEST_WORDS and _opens(rest, words):
        rest = rest.lstrip(", ")
        return rest[:1].upper() + rest[1:]
    return heading


def _left_out(heading: str, phrase: str, words: Grammar) -> str:
    """A heading with "…" for a phrase within it that counts from another day; not "yesterday's vote", "the vote of last week"."""
    before, found, after = heading.partition(f" {phrase} ") if f" {phrase} " in heading else heading.partition(f" {phrase}{ELLIPSIS}")
    is_listed = before.endswith(",") or after.partition(" ")[0] in words["conjunctions"]  # "today, tomorrow and on Friday"
    kept = _closed(before.split(), words) if found and not is_listed else ""
    if not kept:
        return heading
    text = f"{kept} {ELLIPSIS} {after}" if after else f"{kept}{ELLIPSIS}"
    return text.replace(f"{ELLIPSIS} {ELLIPSIS}", ELLIPSIS) if len(text.split()) > _FEWEST_WORDS else heading


def _closed(left: list[str], words: Grammar) -> str:
    """What stands before a phrase at the end, without the words that lead to it; "" where it leads to it otherwise: "until today"."""
    while left and any(left[-1].lower() in words[name] for name in ("date_leads", "conjunctions")):
        left.pop()
    text = " ".join(left).rstrip(",;:–- ")
    last = text.rpartition(" ")[2].lower()
    is_particle = last in words["particles"] and not any(last in words[name] for name in ("date_leads", "place_prepositions"))
    return "" if not is_particle and any(last in words[name] for name in _LEFT_OPEN) else text


def _opens(rest: str, words: Grammar) -> bool:
    """Whether a clause begins behind a phrase: after a comma, with a name or a determiner; not "Today was the worst day"."""
    first = rest.split(maxsplit=1)[0].strip("“\"'")
    return rest.startswith(",") or (rest.startswith(" ") and (first[:1].isupper() or first.lower() in words["determiners"]))


def _apart(events: Sequence[Event], articles: Mapping[str, Article]) -> Iterator[Event]:
    """The events, those that one sentence gives the same heading each without the others' days."""
    alike: dict[tuple[str, int, str], list[Report]] = defaultdict(list)
    for event in events:
        alike[_heading_of(event)].append(event.heading_report)
    for event in events:
        own = event.heading_report
        heading, words = event.headline, grammar(articles[own.article].language)
        for other in alike[_heading_of(event)]:
            heading = _elided(heading, other.text, own.text, words)
        yield event if heading == event.headline else replace(event, headline=heading)


def _heading_of(event: Event) -> tuple[str, int, str]:
    """The sentence that a heading is from, and the heading."""
    return event.heading_report.article, event.heading_report.sentence, event.headline


def _elided(heading: str, phrase: str, own: str, words: Grammar) -> str:
    """A heading with "…" for another day's phrase and the words that lead to it."""
    before, _, after = heading.partition(phrase)
    is_word = before.endswith(" ") and after[:1] in {"", " ", ",", ".", ELLIPSIS}  # not "(1984-85)"
    if phrase in own or heading.count(phrase) != 1 or not is_word:
        return heading
    kept, rest = _closed(before.split(), words), after.lstrip(" ,").split()
    while rest and rest[0].lower() in words["conjunctions"]:
        rest.pop(0)
    if not kept:
        return heading
    if not rest and len(kept.split()) < _FEWEST_WORDS:
        return heading
    text = f"{kept.removesuffix(ELLIPSIS).strip()}{ELLIPSIS}" if not rest else f"{kept} {ELLIPSIS} {' '.join(rest)}"
    return text.replace(f"{ELLIPSIS} {ELLIPSIS}", ELLIPSIS)
