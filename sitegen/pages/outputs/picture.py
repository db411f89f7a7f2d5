"""`card.png`: the story's days as bars, for the previews that other sites make of a link (Open Graph).

A picture of four flat colours needs no imaging library. It is stored without
compression, because compressors differ between machines and a build must not.
"""

from __future__ import annotations

import datetime as dt
import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.model import OutputFile
from sitegen.pages.site import SiteModel

PATH = "card.png"
WIDTH, HEIGHT = 1200, 630
"""Pixels, as Open Graph readers crop least; the width is a multiple of four."""
_PAPER, _INK, _ACCENT, _GREY = range(4)
_PALETTE = bytes.fromhex("ffffff 15171a a8201a d8d4cb")
_EDGE = 72
_FLOOR = 520
_TALLEST = 340
_LEAST = 12
_MOST_BARS = 120
_STORED_AT_ONCE = 65_535


@dataclass(frozen=True, slots=True)
class _Bar:
    weight: float
    colour: int


def files(site: SiteModel) -> tuple[OutputFile, ...]:
    """The picture; none where the site's address is not known, for Open Graph wants absolute ones."""
    return (OutputFile(PATH, _png(_draw(_bars(site)))),) if site.base_url else ()


def _bars(site: SiteModel) -> tuple[_Bar | None, ...]:
    """From the first day with an event to the last, one bar for each day or, where they are many, each run of days."""
    days = {day.date: day.weight for day in site.timeline.days if day.weight > 0}
    if not days:
        return ()
    disputed = {event.interval.first_day for event in site.timeline.events if event.is_disputed}
    first, last = _core(days)
    step = (last - first).days // _MOST_BARS + 1
    runs = range(0, (last - first).days + 1, step)
    return tuple(_bar(first + dt.timedelta(start), step, days, disputed) for start in runs)


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
    run = [first + dt.timedelta(days=number) for number in range(step)]
    weight = max((days.get(day, 0.0) for day in run), default=0.0)
    return _Bar(weight, _ACCENT if disputed & set(run) else _INK) if weight else None


def _draw(bars: tuple[_Bar | None, ...]) -> list[bytes]:
    rows = [bytearray([_PAPER]) * WIDTH for _ in range(HEIGHT)]
    _fill(rows, _EDGE, WIDTH - _EDGE, _EDGE, _EDGE + 12, _INK)
    _fill(rows, _EDGE, WIDTH - _EDGE, _FLOOR, _FLOOR + 3, _GREY)
    heaviest = max((bar.weight for bar in bars if bar), default=1.0)
    pitch = (WIDTH - 2 * _EDGE) / max(len(bars), 1)
    thick = max(3, min(48, round(pitch * 0.7)))
    for place, bar in enumerate(bars):
        if bar:
            left = _EDGE + round(place * pitch + (pitch - thick) / 2)
            height = max(_LEAST, round(_TALLEST * bar.weight / heaviest))
            _fill(rows, left, left + thick, _FLOOR - height, _FLOOR, bar.colour)
    return [bytes(row) for row in rows]


def _fill(rows: list[bytearray], left: int, right: int, top: int, bottom: int, colour: int) -> None:
    for row in rows[top:bottom]:
        row[left:right] = bytes([colour]) * (right - left)


def _png(rows: list[bytes]) -> bytes:
    """An indexed picture, two bits a pixel (PNG, ISO/IEC 15948); each row begins with its filter, none."""
    packed = {row: bytes(a << 6 | b << 4 | c << 2 | d for a, b, c, d in zip(*[iter(row)] * 4, strict=True)) for row in set(rows)}
    pixels = b"".join(b"\0" + packed[row] for row in rows)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 2, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", _PALETTE), (b"IDAT", _stored(pixels)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _stored(pixels: bytes) -> bytes:
    """A zlib stream (RFC 1950) of stored blocks (RFC 1951, 3.2.4)."""
    starts = range(0, len(pixels), _STORED_AT_ONCE)
    blocks = []
    for start in starts:
        block = pixels[start : start + _STORED_AT_ONCE]
        blocks.append(struct.pack("<BHH", start == starts[-1], len(block), len(block) ^ 0xFFFF) + block)
    return b"\x78\x01" + b"".join(blocks) + struct.pack(">I", zlib.adler32(pixels))
