r"""Where the inline source of a Markdown block stands in the body.

A block's inline source is its lines without indentation, ``>`` marks, list
markers and heading marks; a table cell's is a part of one line with ``\|``
written ``|``.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

from markdown_it.token import Token

_HEADING_MARK = re.compile(r"[^#]*#+")
_CONTAINER_MARKS = re.compile(r"(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))*")


@dataclass(frozen=True, slots=True)
class InlineSource:
    """A block's inline source: from which places of it on the body's offset runs along."""

    starts: tuple[int, ...]
    offsets: tuple[int, ...]
    end: int
    """Where it ends in the body."""

    def locate(self, start: int, length: int) -> list[tuple[int, int]]:
        """A stretch of the source as stretches of the body, each with its offset and its length."""
        found = []
        stop = start + length
        index = bisect.bisect_right(self.starts, start) - 1
        while start < stop:
            next_start = self.starts[index + 1] if index + 1 < len(self.starts) else stop
            size = min(stop, next_start) - start
            found.append((self.offsets[index] + start - self.starts[index], size))
            start += size
            index += 1
        return found


class SourceLines:
    """The body's lines, and how far into a table row the cells have been found."""

    def __init__(self, body: str) -> None:
        self.lines = body.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self._row = -1
        self._column = 0

    def source(self, token: Token, opener: Token) -> InlineSource | None:
        """The place of an inline token's content; ``opener`` is the token before it."""
        if not token.map or not token.content:
            return None
        first = token.map[0]
        if opener.type in {"th_open", "td_open"}:
            return self._cell(token.content, first, nested=opener.level > 3)
        if opener.type == "heading_open" and opener.markup[0] == "#":
            mark = _HEADING_MARK.match(self.lines[first])
            start = self.starts[first] + self.lines[first].index(token.content, mark.end() if mark else 0)
            return InlineSource((0,), (start,), start + len(token.content))
        return self._lines(token.content, first)

    def _lines(self, content: str, first: int) -> InlineSource:
        starts, offsets = [], []
        at = end = 0
        while content.partition("\n")[0] not in self.lines[first]:
            first += 1  # lines of white space that only Unicode knows as such are trimmed from the start
        for number, line in enumerate(content.split("\n"), first):
            # Indentation may have been rewritten from tabs to spaces: only what follows it is the source's.
            text = line.lstrip(" \t")
            end = self.starts[number] + self.lines[number].rfind(text) + len(text)
            starts.append(at)
            offsets.append(end - len(line))
            at += len(line) + 1
        return InlineSource(tuple(starts), tuple(offsets), end)

    def _cell(self, content: str, row: int, *, nested: bool) -> InlineSource | None:
        line = self.lines[row]
        if row != self._row:
            marks = _CONTAINER_MARKS.match(line) if nested else None
            self._row, self._column = row, marks.end() if marks else 0
        at = self._column
        first = "\\" if content[0] == "|" else content[0]  # a pipe inside a cell stands escaped in the line
        while line[at] != first and (line[at] == "|" or line[at].isspace()):
            at += 1
        starts, offsets = [0], [self.starts[row] + at]
        for index, character in enumerate(content):
            if line[at : at + 1] != character:  # the backslash of an escaped pipe
                at += 1
                starts.append(index)
                offsets.append(self.starts[row] + at)
            at += 1
        self._column = at
        return InlineSource(tuple(starts), tuple(offsets), self.starts[row] + at)
