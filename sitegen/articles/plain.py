"""Plain text -> blocks, by its blank lines, headings, list items and the length of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.articles.sentences import Block
from sitegen.model import BlockKind

# No text with hard line breaks has lines this wide: a wider line is a paragraph by itself.
_WIDEST_WRAPPED = 120
_LONGEST_TITLE = 90
_HEADING = re.compile(r"\s*(#{1,6})\s+(?=\S)")
_LETTER = re.compile(r"\w")
_ITEM = re.compile(r"\s*(?:[-*•‣–+]|\d{1,2}[.)])\s+(?=\w|[\"“(*])")
_NO_TITLE_END = frozenset(".!?…:;,\"”’'»_-–—=")
_ITEM_MAY_FOLLOW = frozenset(".!?…:;")


class _Blocks:
    """Gathers lines into blocks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.done: list[Block] = []
        self.kind = BlockKind.PARAGRAPH
        self.start = self.end = 0
        self.lines = 0

    def open(self, start: int, kind: BlockKind) -> None:
        self.start, self.kind, self.lines = start, kind, 0

    def add(self, end: int) -> None:
        self.end = end
        self.lines += 1

    def close(self, *, stands_alone: bool) -> None:
        """Ends the block at hand; a single short line without an end that stands alone is a title."""
        if self.lines:
            title = stands_alone and self.lines == 1 and self.kind is BlockKind.PARAGRAPH and _is_title(self.text[self.start : self.end])
            self.done.append(Block(self.start, self.end, BlockKind.HEADING if title else self.kind, 2 if title else 0))
        self.lines = 0


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text that is no Markdown but may look a little like it."""
    gathered = _Blocks(text)
    before = ""
    for start, line in _lines(text):
        stripped = line.strip()
        if not _LETTER.search(stripped):
            gathered.close(stands_alone=True)
        else:
            first = start + line.index(stripped)
            _add_line(gathered, before, line, first, first + len(stripped))
        before = stripped
    gathered.close(stands_alone=False)
    return tuple(gathered.done)


def _add_line(gathered: _Blocks, before: str, line: str, first: int, end: int) -> None:
    if line.lstrip()[0] == "#" and (heading := _HEADING.match(line)):
        gathered.close(stands_alone=True)
        start = first + len(heading[0].lstrip())
        gathered.done.append(Block(start, end, BlockKind.HEADING, len(heading[1])))
        return
    may_be_item = not gathered.lines or gathered.kind is BlockKind.ITEM or before[-1] in _ITEM_MAY_FOLLOW
    if may_be_item and (item := _ITEM.match(line)):
        gathered.close(stands_alone=False)
        gathered.open(first + len(item[0].lstrip()), BlockKind.ITEM)
    elif gathered.lines and (end - first > _WIDEST_WRAPPED or len(before) > _WIDEST_WRAPPED):
        gathered.close(stands_alone=True)
    if not gathered.lines and gathered.start <= gathered.end:
        gathered.open(first, BlockKind.PARAGRAPH)
    gathered.add(end)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _is_title(line: str) -> bool:
    if len(line) > _LONGEST_TITLE or not (line[0].isupper() or line[0].isdigit() or line[0] in "*“\"'‘"):
        return False
    return line[-1] not in _NO_TITLE_END or (line.startswith("**") and line.endswith("**"))
