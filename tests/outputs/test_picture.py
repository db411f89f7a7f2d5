"""The picture for link previews is a sound PNG that says what the story is and shows its days."""

from __future__ import annotations

import datetime as dt
import struct
import zlib
from dataclasses import replace

from sitegen.model import Day, Timeline
from sitegen.pages.outputs import picture
from sitegen.pages.site import SiteModel

from .fixture import AS_OF, EVENTS, site

PAPER, INK, ACCENT, GREY = 0, 13, 14, 15
WORDS, BARS = slice(80, 400), slice(400, 566)
"""Rows in which the words stand, and the bars."""


def story_of(*days: tuple[dt.date, float]) -> SiteModel:
    """A site whose days weigh as given."""
    return replace(site(), timeline=Timeline(AS_OF, EVENTS, tuple(Day(day, weight, ()) for day, weight in days)))


def pixels(model: SiteModel) -> list[list[int]]:
    """The picture as a reader of PNG sees it: every chunk's length and checksum holds, zlib unpacks the rows."""
    content = picture.files(model)[0].content
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    chunks, at = {}, 8
    while at < len(content):
        (size,) = struct.unpack(">I", content[at : at + 4])
        name, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        assert struct.unpack(">I", content[at + 8 + size : at + 12 + size]) == (zlib.crc32(name + body),)
        chunks[name] = body
        at += 12 + size
    assert list(chunks) == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]
    width, height, depth = struct.unpack(">IIB", chunks[b"IHDR"][:9])
    assert (width, height, depth) == (1200, 630, 4)
    data, wide, above = zlib.decompress(chunks[b"IDAT"]), width // 2 + 1, bytes(width // 2)
    assert len(data) == height * wide
    rows = []
    for start in range(0, len(data), wide):
        assert data[start] == 2  # each row says what differs from the one above
        above = bytes((before + here) & 255 for before, here in zip(above, data[start + 1 : start + wide], strict=True))
        rows.append([colour for byte in above for colour in (byte >> 4, byte & 15)])
    return rows


def words(model: SiteModel) -> list[list[int]]:
    """The rows in which the words stand."""
    return pixels(model)[WORDS]


def bars(model: SiteModel) -> list[tuple[int, int]]:
    """Height and colour of each bar, from left to right."""
    columns = zip(*pixels(model)[BARS], strict=True)
    heights = [(sum(sign in {INK, ACCENT} for sign in column), column[-1]) for column in columns]
    return [bar for bar, before in zip(heights[1:], heights, strict=False) if bar != before and bar[0]]


def test_bars_are_as_high_as_days_weigh() -> None:
    """The heaviest day is the highest; a day half as heavy is half as high; a disputed day has the accent's colour."""
    days = ((dt.date(2025, 3, 15), 2.0), (dt.date(2025, 3, 16), 4.0), (dt.date(2025, 3, 18), 2.0))
    assert bars(story_of(*days)) == [(80, INK), (160, ACCENT), (80, INK)]


def test_a_lone_year_of_long_ago_does_not_press_the_story_into_a_corner() -> None:
    """A day that weighs next to nothing far from the rest is left out of the picture."""
    recent = [(dt.date(2025, 3, 1) + dt.timedelta(n), 5.0) for n in range(10)]
    assert bars(story_of((dt.date(1949, 1, 1), 0.5), *recent)) == bars(story_of(*recent))
    assert len(bars(story_of(*recent))) == 10


def test_a_long_story_has_no_more_bars_than_can_be_seen() -> None:
    """Days are drawn in runs where there are many."""
    days = [(dt.date(2024, 1, 1) + dt.timedelta(n), 1.0 + n % 2 + n / 1000) for n in range(400)]
    assert 90 <= len(bars(story_of(*days))) <= 120


def test_a_story_without_days_has_an_empty_picture() -> None:
    """The rule and the floor are there, no bar stands on it."""
    assert bars(story_of()) == []


def test_the_words_are_those_of_the_site() -> None:
    """Its title, its days and how much there is of it; another title is another picture, and the same is the same."""
    named = replace(site(), config=replace(site().config, title="Another desk"))
    later = replace(site(), timeline=Timeline(AS_OF, EVENTS, (Day(dt.date(2025, 3, 18), 2.5, ()),)))
    assert words(site()) == words(site()) != words(named)
    assert words(later)[:100] == words(site())[:100]
    assert words(later) != words(site())


def test_a_title_in_letters_that_the_font_lacks_is_left_out() -> None:
    """Better no title than a row of boxes; a long one is broken, set smaller, and at last cut."""
    titles = ("Το γραφείο", "The very long title " * 20, "Donaudampfschifffahrtsgesellschaft im Streit")
    greek, many, long = (replace(site(), config=replace(site().config, title=title)) for title in titles)
    assert not any(map(any, pixels(greek)[80:100]))
    assert all(not any(row[1128:]) for model in (many, long) for row in words(model))


def test_no_address_no_picture() -> None:
    """Open Graph wants absolute addresses; without one the picture would never be fetched."""
    assert picture.files(site(base_url="")) == ()
