"""The overview strip: the whole story as one line of ticks, each a link to its day."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sitegen.model import Event
from sitegen.pages import paths
from sitegen.pages.axis import Axis, Tick, axis_for
from sitegen.pages.words import Words

_MOST_BARS = 180
_WIDEST_BAR = 1.6
_SHARE = 0.75
"""Of the room that its stretch of days has, what a bar fills."""
_LONGEST_BAND = 31
_FULL_HEIGHT = 34
_LEAST_HEIGHT = 7


@dataclass(frozen=True, slots=True)
class Bar:
    """One day (or stretch of days, where the story is long)."""

    x: float
    width: float
    height: int
    is_disputed: bool
    is_ahead: bool
    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """An event of several days."""

    x: float
    width: float
    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Beside:
    """How many events lie beyond the ends of a drawing."""

    earlier: int
    later: int

    @classmethod
    def of(cls, events: Iterable[Event], axis: Axis) -> Beside:
        """Counts what an axis does not hold."""
        away = [event for event in events if not axis.holds(event.interval)]
        earlier = sum(event.interval.last_day < axis.first for event in away)
        return cls(earlier, len(away) - earlier)


@dataclass(frozen=True, slots=True)
class Strip:
    """The drawing, positions in per cent."""

    bars: tuple[Bar, ...]
    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]
    as_of: float | None
    as_of_label: str
    beside: Beside
    step: int
    """How many days a bar stands for."""
    counts_articles: bool
    """Whether the heights count articles: where all is from one source, the number of sources says nothing."""


def strip_of(events: Iterable[Event], as_of: dt.date, words: Words, *, bands: int = 12, marked: dt.date | None = None) -> Strip | None:
    """The strip over some events, a line through the marked day or else the day of the edition; None where there is nothing to draw.

    What lasts longer than a month is left out.
    """
    shown = tuple(event for event in events if event.interval.days <= _LONGEST_BAND)
    if not shown:
        return None
    line = marked or as_of
    axis = axis_for((event.interval for event in shown), line)
    beside = Beside.of(shown, axis)
    shown = tuple(event for event in shown if axis.holds(event.interval))
    single = [event for event in shown if event.interval.days == 1]
    spans = sorted((event for event in shown if event.interval.days > 1), key=lambda event: (-event.weight, event.id))[:bands]
    scale = _Scale(counts_articles=len(_sources(shown)) == 1)
    return Strip(
        bars=_bars(single, axis, as_of, scale, words),
        bands=tuple(_band(event, axis, words) for event in sorted(spans, key=lambda event: (event.interval.start, event.id))),
        ticks=axis.ticks(words),
        as_of=axis.middle(line) if axis.first <= line < axis.end else None,
        as_of_label=words.day_and_month(line),
        beside=beside,
        step=_step(axis),
        counts_articles=scale.counts_articles,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """What the heights count, and the highest count."""

    counts_articles: bool
    most: int = 1

    def count(self, events: Iterable[Event]) -> int:
        """The articles or the sources that tell some events."""
        return len({report.article for event in events for report in event.reports} if self.counts_articles else _sources(events))

    def height(self, events: Iterable[Event]) -> int:
        """Of the bar of some events, in pixels; by the root for articles, of which one day may have a hundred times another's."""
        share = self.count(events) / self.most
        return _LEAST_HEIGHT + round((_FULL_HEIGHT - _LEAST_HEIGHT) * (math.sqrt(share) if self.counts_articles else share))

    def label(self, events: Iterable[Event], words: Words) -> str:
        """``3 sources``."""
        if self.counts_articles:
            return words.ngettext("%(count)s article", "%(count)s articles", self.count(events))
        return words.ngettext("%(count)s source", "%(count)s sources", self.count(events))


def _step(axis: Axis) -> int:
    """How many days a bar stands for."""
    return -(-axis.days // _MOST_BARS)


def _bars(events: list[Event], axis: Axis, as_of: dt.date, scale: _Scale, words: Words) -> tuple[Bar, ...]:
    stretches: dict[int, list[Event]] = {}
    for event in events:
        stretches.setdefault((event.interval.first_day - axis.first).days // _step(axis), []).append(event)
    scale = replace(scale, most=max(map(scale.count, stretches.values()), default=1))
    return tuple(_bar(stretches[index], _slot(index, axis), as_of, scale, words) for index in sorted(stretches))


def _slot(index: int, axis: Axis) -> tuple[float, float]:
    """Where the bar of a stretch begins, and its width: most of the room that the stretch has, so that no two touch."""
    room = 100 * _step(axis) / axis.days
    width = min(_SHARE * room, _WIDEST_BAR)
    return round(room * index + (room - width) / 2, 2), round(width, 2)


def _bar(events: list[Event], slot: tuple[float, float], as_of: dt.date, scale: _Scale, words: Words) -> Bar:
    first, last = events[0].interval.first_day, events[-1].interval.first_day
    heaviest = max(events, key=lambda event: (event.weight, event.id)).interval.first_day
    when = words.short_day(first) if first == last else f"{words.day(first)} – {words.day(last)}"
    number = words.ngettext("%(count)s event", "%(count)s events", len(events))
    return Bar(
        x=slot[0],
        width=slot[1],
        height=scale.height(events),
        is_disputed=any(event.is_plainly_disputed for event in events),
        is_ahead=first > as_of,
        path=paths.day_path(heaviest),
        label=f"{when}: {number}, {scale.label(events, words)}",
    )


def _band(event: Event, axis: Axis, words: Words) -> Band:
    start = axis.at(event.interval.start)
    return Band(
        start, round(axis.at(event.interval.end) - start, 2), paths.event_path(event.id), f"{words.when(event.interval)}: {event.headline}"
    )


def _sources(events: Iterable[Event]) -> set[str]:
    return {source for event in events for source in event.sources}
