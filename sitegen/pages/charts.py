"""The drawn timeline: one lane for each source (or topic, or name), one mark for what it says of an event.

Where two sources carry an event, a line joins their marks; where they name
different days, the line slants. Positions along time are in per cent, so the
drawing fits any width and its text never shrinks; across lanes they are in
pixels.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from sitegen.dates import Granularity, Interval, Modifier
from sitegen.model import Event
from sitegen.pages import paths
from sitegen.pages.axis import Axis, Tick, axis_for
from sitegen.pages.book import Book
from sitegen.pages.lanes import By, Word, lane_path, order, words_in_lanes
from sitegen.pages.marks import drawn_as
from sitegen.pages.prose import shortened
from sitegen.pages.strips import Beside
from sitegen.pages.words import Words

MOST_EVENTS = 160
_MOST_LABELS = 9
_MOST_ROWS = 4
_DAYS_WITH_HOURS = 10
_LONGEST_SPAN = 14
"""Spans of more days, and of more than a twentieth of the axis, would cover what happens within them."""
_TIERS = 4
_TIER = 20
_NAME = 20
_ROW = 15
_GAP = 16
_NARROW = 700
"""Width in pixels that labels and neighbouring marks must fit into."""
_COUNT = 100 * 30 / _NARROW
"""Room that the count of a crowd takes, in per cent."""
_LETTER = 6.4
_LONGEST_LABEL = 44
_HOURS = frozenset({Granularity.HOUR, Granularity.MINUTE})


@dataclass(frozen=True, slots=True)
class ChartMark:
    """One source's word on one event: a point, or a span where it has a width."""

    event: str
    lane: int
    x: float
    width: float
    y: int
    style: str
    label: str
    path: str
    opens: str
    """``start`` or ``end`` where the span has no firm edge on that side."""
    at: float
    """Where a point lies once hours can be told apart: at its hour, or at the beginning of its day …"""
    until: float
    """… and where that day, or its part, ends; ``at`` where it names an hour."""
    is_alone: bool
    """Whether a single source carries the event."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One source."""

    name: str
    path: str
    y: int
    height: int
    events: int


@dataclass(frozen=True, slots=True)
class Join:
    """A line between two marks of one event."""

    event: str
    x1: float
    y1: int
    x2: float
    y2: int
    is_disputed: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A headline above the lanes, with a line down to its event."""

    event: str
    x: float
    y: int
    foot: int
    text: str
    path: str
    is_right: bool
    """Whether the text ends at the line instead of starting there."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Where a lane holds more on one day than can be drawn: how many more, and the page that has them."""

    x: float
    y: int
    count: int
    path: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing."""

    first: dt.date
    end: dt.date
    ticks: tuple[Tick, ...]
    by: By
    lanes: tuple[Lane, ...]
    marks: tuple[ChartMark, ...]
    crowds: tuple[Crowd, ...]
    joins: tuple[Join, ...]
    labels: tuple[Label, ...]
    as_of: float | None
    as_of_end: float
    """Where the day of the edition ends: it speaks of the whole day, which shows once hours can be told apart."""
    top: int
    height: int
    shown: int
    total: int
    """How many events lie on the axis, drawn or not."""
    beside: Beside


def chart_of(events: Iterable[Event], book: Book, as_of: dt.date, words: Words, by: By = By.SOURCE) -> Chart | None:
    """The drawing of some events, the best supported where there are too many; None where there are none."""
    every = tuple(events)
    if not every:
        return None
    axis = axis_for((event.interval for event in every), as_of)
    near = [event for event in every if axis.holds(event.interval)]
    longest = max(_LONGEST_SPAN, axis.days // 20)
    drawable = [event for event in near if event.interval.days <= longest] or near
    chosen = sorted(drawable, key=lambda event: (-len(event.sources), not event.is_plain, -event.weight, event.id))[:MOST_EVENTS]
    labels = _labels(chosen[:_MOST_LABELS], axis)
    top = _TIER * (1 + max((tier for tier, _ in labels), default=-1)) + (8 if labels else 0)
    laid = _lay_out(words_in_lanes(chosen, by, book, words, longest), axis, top, words)
    if not laid.lanes:
        return None
    lanes = tuple(replace(lane, path=lane_path(lane.name, by, book)) for lane in laid.lanes)
    first_y = {mark.event: mark.y for mark in reversed(laid.marks)}
    return Chart(
        first=axis.first,
        end=axis.end,
        ticks=axis.ticks(words),
        by=by,
        lanes=lanes,
        marks=tuple(laid.marks),
        crowds=tuple(laid.crowds),
        joins=tuple(_joins(laid.marks, {event.id for event in chosen if event.is_disputed})),
        labels=tuple(
            _label(headline, 14 + tier * _TIER, first_y[headline.event.id] - 6) for tier, headline in labels if headline.event.id in first_y
        ),
        as_of=axis.middle(as_of) if axis.first <= as_of < axis.end else None,
        as_of_end=axis.at(dt.datetime.combine(as_of, dt.time.max), digits=4),
        top=top,
        height=laid.lanes[-1].y + laid.lanes[-1].height + 24,
        shown=len(chosen),
        total=len(near),
        beside=Beside.of(every, axis),
    )


@dataclass(frozen=True, slots=True)
class _Laid:
    """Lanes and what stands in them, as they are laid out from top to bottom."""

    lanes: list[Lane]
    marks: list[ChartMark]
    crowds: list[Crowd]


def _lay_out(said: list[Word], axis: Axis, top: int, words: Words) -> _Laid:
    counts = Counter(word.lane for word in said)
    laid = _Laid([], [], [])
    y = top
    for name in order(counts, words):
        placed = _placed([word for word in said if word.lane == name], axis)
        rows = min(1 + max(row for _, row in placed), _MOST_ROWS)
        for word, row in placed:
            if row < _MOST_ROWS:
                laid.marks.append(_mark(word, len(laid.lanes), y + _NAME + row * _ROW + _ROW // 2, axis, words))
        crowded = Counter(max(word.interval.first_day, axis.first) for word, row in placed if row >= _MOST_ROWS)
        laid.crowds.extend(_crowds(crowded, axis, y + _NAME + rows * _ROW + 11))
        height = _NAME + rows * _ROW + _GAP
        laid.lanes.append(Lane(name, "", y, height, counts[name]))
        y += height
    return laid


def _crowds(crowded: Counter[dt.date], axis: Axis, y: int) -> Iterable[Crowd]:
    """One count for all days that are too close together for a count of their own, at the most crowded of them."""
    for _, close in groupby(sorted(crowded), key=lambda day: axis.middle(day) // _COUNT):
        days = list(close)
        fullest = max(days, key=lambda day: (crowded[day], day))
        x = _COUNT * (axis.middle(fullest) // _COUNT + 0.5)
        yield Crowd(round(x, 2), y, sum(crowded[day] for day in days), paths.day_path(fullest))


def _placed(said: list[Word], axis: Axis) -> list[tuple[Word, int]]:
    """Each with the first row of its lane in which it touches nothing, the best supported first."""
    taken: list[list[tuple[float, float]]] = []
    placed = []
    gap = 100 * 13 / _NARROW
    for word in sorted(said, key=lambda word: (-len(word.event.sources), -word.event.weight, word.event.id)):
        start, end = _extent(word.interval, axis)
        room = (start - gap / 2, max(end, start) + gap / 2)
        row = next((row for row, others in enumerate(taken) if all(room[1] <= a or b <= room[0] for a, b in others)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append(room)
        placed.append((word, row))
    return sorted(placed, key=lambda pair: (pair[0].interval.start, pair[1], pair[0].event.id))


def _extent(interval: Interval, axis: Axis) -> tuple[float, float]:
    """Where it starts and ends; a single day is a point at its noon, on a short axis a time of day at its own place."""
    if interval.days > 1:
        return axis.at(interval.start), axis.at(interval.end)
    middle = (
        axis.at(interval.start + (interval.end - interval.start) / 2) if axis.days <= _DAYS_WITH_HOURS else axis.middle(interval.first_day)
    )
    return middle, middle


def _mark(word: Word, lane: int, y: int, axis: Axis, words: Words) -> ChartMark:
    start, end = _extent(word.interval, axis)
    return ChartMark(
        event=word.event.id,
        lane=lane,
        x=start,
        width=round(end - start, 2),
        y=y,
        style=drawn_as(word.event, word.certainty),
        label=f"{words.when(word.interval)}: {word.event.headline} ({word.lane})",
        path=paths.event_path(word.event.id),
        opens=_opens(word.interval, axis),
        at=axis.at(word.interval.start, digits=4),
        until=axis.at(word.interval.start if word.interval.granularity in _HOURS else word.interval.end, digits=4),
        is_alone=len(word.event.sources) == 1,
    )


def _opens(interval: Interval, axis: Axis) -> str:
    """Which end of a span has no firm edge: it was left open in the text, or lies beyond the drawing."""
    if interval.modifier in {Modifier.BEFORE, Modifier.ON_OR_BEFORE} or interval.first_day < axis.first:
        return "start"
    return "end" if interval.modifier in {Modifier.AFTER, Modifier.ON_OR_AFTER} or interval.last_day >= axis.end else ""


def _joins(marks: Sequence[ChartMark], disputed: set[str]) -> Iterable[Join]:
    by_event: dict[str, list[ChartMark]] = {}
    for mark in marks:
        by_event.setdefault(mark.event, []).append(mark)
    for event, same in by_event.items():
        for upper, lower in pairwise(same):
            yield Join(event, _nearest(upper, lower), upper.y, _nearest(lower, upper), lower.y, event in disputed)


def _nearest(mark: ChartMark, other: ChartMark) -> float:
    """Where a line from one mark to another leaves it: a span is left where the other lies."""
    return round(min(max(other.x + other.width / 2, mark.x), mark.x + mark.width), 2)


def _label(headline: _Headline, y: int, foot: int) -> Label:
    event, is_right = headline.event, headline.start < headline.x
    return Label(event.id, headline.x, y, foot, shortened(event.headline, _LONGEST_LABEL), paths.event_path(event.id), is_right)


@dataclass(frozen=True, slots=True)
class _Headline:
    """A headline over its event: where it is tied to it, and the room that it takes, in per cent."""

    event: Event
    x: float
    start: float
    end: float


def _labels(events: Sequence[Event], axis: Axis) -> list[tuple[int, _Headline]]:
    """The events that find room for a headline, the first before the others, each with its tier from the top."""
    placed: list[tuple[int, _Headline]] = []
    for event in events:
        headline = _headline(event, axis)
        tried = _in_tiers(sorted([*(other for _, other in placed), headline], key=lambda one: (one.x, one.event.id)))
        if tried and headline.start >= 0:
            placed = tried
    return placed


def _headline(event: Event, axis: Axis) -> _Headline:
    x = round(sum(_extent(event.interval, axis)) / 2, 2)
    width = 100 * (len(shortened(event.headline, _LONGEST_LABEL)) * _LETTER + 12) / _NARROW
    return _Headline(event, x, x - width, x) if x + width > 100 else _Headline(event, x, x, x + width)


def _in_tiers(headlines: list[_Headline]) -> list[tuple[int, _Headline]]:
    """From left to right, each in the highest tier in which it keeps apart from the others; nothing where one finds none."""
    placed: list[tuple[int, _Headline]] = []
    for one in headlines:
        tier = next((n for n in range(_TIERS) if all(_keep_apart((n, one), other) for other in placed)), None)
        if tier is None:
            return []
        placed.append((tier, one))
    return placed


def _keep_apart(one: tuple[int, _Headline], two: tuple[int, _Headline]) -> bool:
    """Whether two headlines do not touch, and the line of the upper does not run through the lower."""
    if one[0] == two[0]:
        return one[1].end < two[1].start or two[1].end < one[1].start
    upper, lower = (one[1], two[1]) if one[0] < two[0] else (two[1], one[1])
    return not lower.start < upper.x < lower.end
