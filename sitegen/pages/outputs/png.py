"""A picture of few colours as PNG (ISO/IEC 15948), to the same bytes on every machine.

zlib and what stands in for it compress differently from version to version and
even from processor to processor. Flat pictures need only one thing that they do:
a run of equal bytes said in a few bits.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

_RUN = re.compile(rb"(.)\1*", re.DOTALL)
_MOST, _TEN, _LEAST = 258, 10, 3
"""Lengths of a repetition; those from 3 to 10, and 258, are said without further bits (RFC 1951, 3.2.5)."""


def indexed_png(width: int, height: int, palette: bytes, pixels: bytes) -> bytes:
    """A picture from one byte a pixel, a number below 16: its place in the palette of red, green and blue.

    The width is even, for two pixels share a byte.
    """
    packed = bytes(a << 4 | b for a, b in zip(pixels[::2], pixels[1::2], strict=True))
    size = width // 2
    rows = [packed[start : start + size] for start in range(0, height * size, size)]
    header = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", _compressed(b"".join(_filtered(rows)))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _filtered(rows: list[bytes]) -> Iterator[bytes]:
    """Each row as what differs from the one above it (filter type 2, "Up"): mostly nothing."""
    above = bytes(len(rows[0]))
    for row in rows:
        yield b"\x02" + bytes((here - before) & 255 for here, before in zip(row, above, strict=True))
        above = row


def _compressed(data: bytes) -> bytes:
    """A zlib stream (RFC 1950) of one block with fixed codes (RFC 1951, 3.2.6) that repeats nothing but the byte before."""
    bits = "".join(("110", *map(_said, _RUN.finditer(data)), "0000000"))
    block = int(bits[::-1], 2).to_bytes((len(bits) + 7) // 8, "little")
    return b"\x78\x01" + block + struct.pack(">I", zlib.adler32(data))


def _said(run: re.Match[bytes]) -> str:
    """The bits of a run of equal bytes: the first, then how often it comes again."""
    value = run[1][0]
    literal = f"{value + 0b00110000:08b}" if value < 144 else f"{value - 144 + 0b110010000:09b}"
    most, rest = divmod(len(run[0]) - 1, _MOST)
    tens, rest = divmod(rest, _TEN)
    return literal + _repeated(_MOST) * most + _repeated(_TEN) * tens + (_repeated(rest) if rest >= _LEAST else literal * rest)


def _repeated(length: int) -> str:
    """The byte before, so many times; the five bits behind are the distance, 1."""
    return ("11000101" if length == _MOST else f"{length - _LEAST + 1:07b}") + "00000"
