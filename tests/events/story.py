"""Small stories whose dates and events are marked in the text: ``{words|TIMEX3 value|event}``."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.articles import plain_article
from sitegen.dates import Interval, Modifier, Timex, TimexType, interval_of
from sitegen.events import link, reports_of
from sitegen.model import (
    Anchor,
    AnchorKind,
    Article,
    Certainty,
    Direction,
    Event,
    Expression,
    Report,
    Resolution,
    Span,
    Vague,
    VagueRef,
)

_MARK = re.compile(r"\{([^|}]+)\|([^|}]+)(?:\|([^|}]+))?\}")
_MODIFIERS = {"early": Modifier.START, "mid": Modifier.MID, "late": Modifier.END}
Place = tuple[str, int]
"""An article's id and the offset of an expression in it."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story as read: its articles, their dates, and which dates belong to which event."""

    title: str
    articles: tuple[Article, ...]
    resolutions: dict[str, tuple[Resolution, ...]]
    mentions: dict[Place, str]
    expected: dict[str, tuple[str, ...]]
    """Event -> its status and remarks: "differ" where sources contradict each other, "moved" where it was put off."""

    @property
    def as_of(self) -> dt.date:
        """The day of the newest article."""
        return max(article.day for article in self.articles)

    def reports(self) -> tuple[Report, ...]:
        """Every report of the story."""
        return tuple(report for article in self.articles for report in reports_of(article, self.resolutions[article.id]))

    def events(self) -> tuple[Event, ...]:
        """The events that its reports make."""
        return link(self.articles, self.reports(), self.as_of)


def read_story(path: Path) -> Story:
    """Read one story file."""
    head, *parts = path.read_text(encoding="utf8").split("\n== ")
    lines = [line.split() for line in head.splitlines()]
    title = " ".join(lines[0][2:])
    expected = {line[2]: tuple(line[3:]) for line in lines[1:]}
    articles, resolutions, mentions = [], {}, {}
    for number, part in enumerate(parts, start=1):
        first, body = part.split("\n", 1)
        source, published, headline = first.split(" | ")
        language = path.stem.partition(".")[2] or "en"  # "story.de.txt" is in German
        article, found, marked = _read_article(f"{number:02}.md", body, dt.datetime.fromisoformat(published), language)
        articles.append(replace(article, source=source, title=headline))
        resolutions[article.id] = found
        mentions |= marked
    return Story(title, tuple(articles), resolutions, mentions, expected)


def _read_article(
    name: str, marked: str, published: dt.datetime, language: str
) -> tuple[Article, tuple[Resolution, ...], dict[Place, str]]:
    text, spans = "", []
    last = 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        spans.append((len(text), match[1], match[2], match[3]))
        text += match[1]
        last = match.end()
    text += marked[last:]
    article = replace(plain_article(text, published, language), id=name, slug=name.removesuffix(".md"))
    found = tuple(resolution(article, start, words, value) for start, words, value, _ in spans)
    return article, found, {(name, start): event for start, _, _, event in spans if event}


def resolution(article: Article, start: int, words: str, value: str) -> Resolution:
    """An expression of an article with the value that it is known to have."""
    sentence = next(i for i, found in enumerate(article.sentences) if found.span.start <= start < found.span.end)
    modifier = _MODIFIERS.get(words.split(maxsplit=1)[0].lower())
    meaning, span, again = Vague(VagueRef.PAST), Span(start, start + len(words)), "T" in value and article.prose[start - 1] == "("
    expression = Expression(article.id, sentence, span, words, meaning, "marked", modifier, restates=again)
    interval = interval_of(value, modifier)
    kind = TimexType.DURATION if value.startswith("P") else TimexType.TIME if "T" in value else TimexType.DATE
    return Resolution(
        expression, Timex(kind, value, modifier), interval, Anchor(AnchorKind.NONE, ""), _direction(article, interval), Certainty.RESOLVED
    )


def _direction(article: Article, interval: Interval | None) -> Direction:
    if interval is None or interval.first_day == article.day:
        return Direction.NONE
    return Direction.FUTURE if interval.first_day > article.day else Direction.PAST


@dataclass(frozen=True, slots=True)
class Score:
    """How well events were joined, each between 0 and 1."""

    pairs: float
    """F1 of "these two mentions, of different articles, are one event"."""
    differ: float
    status: float


def score(story: Story) -> Score:
    """Compare the events of a story with what its marks say."""
    events = story.events()
    placed = {
        (report.article, resolved.expression.span.start): number
        for number, event in enumerate(events)
        for report in event.reports
        for resolved in story.resolutions[report.article]
        if resolved.expression.text in report.text and resolved.expression.sentence == report.sentence
    }
    known = [place for place in story.mentions if place in placed]
    pairs = [(one, two) for one, two in itertools.combinations(known, 2) if one[0] != two[0]]
    wanted = {pair for pair in pairs if story.mentions[pair[0]] == story.mentions[pair[1]]}
    made = {pair for pair in pairs if placed[pair[0]] == placed[pair[1]]}
    of_event = {name: {placed[place] for place in known if story.mentions[place] == name} for name in story.expected}
    differing = {name for name, marks in story.expected.items() if "differ" in marks}
    marked = {name for name, numbers in of_event.items() if any(events[number].disagreement for number in numbers)}
    right = [name for name, numbers in of_event.items() if story.expected[name][0] in {_status(events[number]) for number in numbers}]
    return Score(
        _f1(len(wanted & made), len(made), len(wanted)),
        _f1(len(differing & marked), len(marked), len(differing)),
        len(right) / len(of_event),
    )


def _status(event: Event) -> str:
    return "past" if event.status == "due" else str(event.status)


def _f1(hit: int, found: int, wanted: int) -> float:
    return 2 * hit / (found + wanted) if found + wanted else 1.0
