"""`card.png`: what the story is and its days as bars, for the previews that other sites make of a link (Open Graph).

A library sets the words; the file is written here, because compressors differ
between machines and a build must not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from sitegen.model import OutputFile
from sitegen.pages.outputs.png import indexed_png
from sitegen.pages.site import SiteModel
from sitegen.pages.themes import BASE, packaged
from sitegen.pages.words import words_for

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

PATH = "card.png"
WIDTH, HEIGHT = 1200, 630
"""Pixels, as Open Graph readers crop least."""
_PAPER, _INK, _ACCENT, _GREY = 0, 13, 14, 15
_PALETTE = (
    bytes(round(255 - (255 - ink) * share / _INK) for share in range(_INK + 1) for ink in b"\x15\x17\x1a") + b"\xa8\x20\x1a\xd8\xd4\xcb"
)
"""From paper to ink in steps, for letters have soft edges; the accent; the colour of hairlines."""
_EDGE = 72
_FLOOR = 566
_TALLEST = 160
_LEAST = 8
_MOST_BARS = 120
_TITLE_SIZES = (84, 68, 56, 44)
_TITLE_LINES = 2
_TOP = 96
_SERIF, _SANS = "source-serif-4-latin-wght-normal.woff2", "public-sans-latin-wght-normal.woff2"


@dataclass(frozen=True, slots=True)
class _Bar:
    weight: float
    colour: int


@dataclass(frozen=True, slots=True)
class _Story:
    """The stretch that is drawn, and its bars: one for each day or, where they are many, each run of days."""

    first: dt.date
    last: dt.date
    bars: tuple[_Bar | None, ...]


def files(site: SiteModel) -> tuple[OutputFile, ...]:
    """The picture; none where the site's address is not known, for Open Graph wants absolute ones."""
    return (OutputFile(PATH, indexed_png(WIDTH, HEIGHT, _PALETTE, _drawn(site))),) if site.base_url else ()


def _story(site: SiteModel) -> _Story | None:
    """From the first day with an event to the last."""
    days = {day.date: day.weight for day in site.timeline.days if day.weight > 0}
    if not days:
        return None
    disputed = {event.interval.first_day for event in site.timeline.events if event.is_plainly_disputed}
    first, last = _core(days)
    step = (last - first).days // _MOST_BARS + 1
    runs = range(0, (last - first).days + 1, step)
    return _Story(first, last, tuple(_bar(first + dt.timedelta(start), step, days, disputed) for start in runs))


def _core(days: Mapping[dt.date, float]) -> tuple[dt.date, dt.date]:
    """The stretch that holds nearly all the weight: a lone year of long ago would press the story into a corner."""
    allowance = sum(days.values()) * 0.04
    return _edge(sorted(days), days, allowance), _edge(sorted(days, reverse=True), days, allowance)


def _edge(order: Iterable[dt.date], days: Mapping[dt.date, float], allowance: float) -> dt.date:
    passed = 0.0
    for day in order:
        passed += days[day]
        if passed > allowance:
            return day
    return max(days)


def _bar(first: dt.date, step: int, days: Mapping[dt.date, float], disputed: set[dt.date]) -> _Bar | None:
    # Not by counting on from the first: the last run may reach beyond the calendar's end.
    run = range(first.toordinal(), first.toordinal() + step)
    weight = max((weight for day, weight in days.items() if day.toordinal() in run), default=0.0)
    return _Bar(weight, _ACCENT if any(day.toordinal() in run for day in disputed) else _INK) if weight else None


def _drawn(site: SiteModel) -> bytes:
    """One byte a pixel, its number in the palette."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only sites that know their address draw

    picture = Image.new("L", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(picture)
    story = _story(site)
    _write(draw, site, story)
    _fill(draw, _EDGE, WIDTH - _EDGE, _EDGE - 12, _EDGE, _INK)
    _fill(draw, _EDGE, WIDTH - _EDGE, _FLOOR, _FLOOR + 3, _GREY)
    _raise_bars(draw, story.bars if story else ())
    return picture.tobytes()


def _raise_bars(draw: ImageDraw, bars: tuple[_Bar | None, ...]) -> None:
    heaviest = max((bar.weight for bar in bars if bar), default=1.0)
    pitch = (WIDTH - 2 * _EDGE) / max(len(bars), 1)
    thick = max(3, min(48, round(pitch * 0.7)))
    for place, bar in enumerate(bars):
        if bar:
            left = _EDGE + round(place * pitch + (pitch - thick) / 2)
            height = max(_LEAST, round(_TALLEST * bar.weight / heaviest))
            _fill(draw, left, left + thick, _FLOOR - height, _FLOOR, bar.colour)


def _fill(draw: ImageDraw, left: int, right: int, top: int, bottom: int, colour: int) -> None:
    draw.rectangle((left, top, right - 1, bottom - 1), fill=colour)


def _write(draw: ImageDraw, site: SiteModel, story: _Story | None) -> None:
    """The site's title, as large as it goes, and below it the days and how much there is of the story."""
    words = words_for(site.config.language)
    publishers = {article.publisher for article in site.articles}
    days = words.stretch(story.first, story.last) if story else words.plain_day(site.as_of)
    counts = (
        words.ngettext("%(count)s article", "%(count)s articles", len(site.articles)),
        words.ngettext("%(count)s source", "%(count)s sources", len(publishers)),
        words.ngettext("%(count)s dated event", "%(count)s dated events", len(site.timeline.events)),
    )
    font, lines = _title(site.config.title)
    at = _TOP
    for line in lines:
        draw.text((_EDGE, at), line, font=font, fill=_INK)
        at += round(font.size * 1.1)
    for text, weight in ((days, 700), (" · ".join(counts), 400)):
        at += 48
        small, line = _font(_SANS, 32, weight), " ".join(text.split())
        if _has_letters(small, line):
            draw.text((_EDGE, at - 20), line, font=small, fill=_INK)


def _title(title: str) -> tuple[FreeTypeFont, list[str]]:
    """The title's lines and the largest letters in which they fit; no lines where the font lacks one of its letters."""
    fonts = [_font(_SERIF, size, 600) for size in _TITLE_SIZES]
    if not _has_letters(fonts[0], title):
        return fonts[0], []
    broken = ((font, _lines(font, title)) for font in fonts)
    return next((pair for pair in broken if _fits(*pair)), (fonts[-1], _lines(fonts[-1], title)[:_TITLE_LINES]))


def _fits(font: FreeTypeFont, lines: list[str]) -> bool:
    return len(lines) <= _TITLE_LINES and all(font.getlength(line) <= WIDTH - 2 * _EDGE for line in lines)


def _lines(font: FreeTypeFont, text: str) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= WIDTH - 2 * _EDGE:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _font(name: str, size: int, weight: int) -> FreeTypeFont:
    """A font of the packaged theme; laid out without the shaping library, which not every machine has."""
    from PIL import ImageFont  # noqa: PLC0415 - as above

    data = (packaged() / BASE / "assets" / name).read_bytes()
    font = ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def _has_letters(font: FreeTypeFont, text: str) -> bool:
    """Whether the font has every letter: a missing one is drawn as the box of a character that no font has."""
    box = bytes(font.getmask("\uffff"))
    return all(character.isspace() or bytes(font.getmask(character)) != box for character in set(text))
