"""A raw document as units: its paragraphs, headings and list items in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from sitegen.model import BlockKind

# No text with hard line breaks has lines this wide.
_WIDEST_WRAPPED = 120
_LETTER = re.compile(r"\w")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_ITEM = re.compile(r"(?:[-*•‣–+]|(\d{1,2})[.)])\s+(?=\S)")
_FINAL = re.compile(r"[.!?…:;][\"'”’»)\]*_]*$")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")) | {0xA0: " ", 0x202F: " "}


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph, heading or list item."""

    line: int
    """Line of the document on which it starts."""
    text: str
    """What a reader sees; hard line breaks stay."""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    """Of a heading; of a numbered item its number."""
    markdown: str = ""
    """The same with links and emphasis, where the document had any."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_FINAL.search(self.text))


def units_of_text(text: str) -> tuple[Unit, ...]:
    """The units of raw text: one each line, or one each block of lines where the text has hard line breaks."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_INVISIBLE).split("\n")
    starts_unit = _starts_block if _is_wrapped(lines) else _is_line
    units: list[Unit] = []
    before = ""
    for number, line in enumerate((line.strip() for line in lines), 1):
        if not line:
            before = ""
            continue
        if starts_unit(before, line) or not units:
            units.append(_unit(number, line))
        else:
            units[-1] = _longer(units[-1], line)
        before = line
    return tuple(units)


def is_separator(unit: Unit) -> bool:
    """Whether it is a line of dashes, stars or dots."""
    return not _LETTER.search(unit.text)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the text has hard line breaks: short lines only, some of which break off in mid-sentence."""
    if any(len(line) > _WIDEST_WRAPPED for line in lines):
        return False
    pairs = pairwise(line.strip() for line in lines)
    return any(len(line) > 40 and after[:1].islower() and not _FINAL.search(line) for line, after in pairs)


def _is_line(before: str, line: str) -> bool:  # noqa: ARG001 - called like `_starts_block`
    return True


def _starts_block(before: str, line: str) -> bool:
    marked = _HEADING.match(line) or _HEADING.match(before) or not _LETTER.search(line) or not _LETTER.search(before)
    return bool(not before or marked or (_ITEM.match(line) and (_FINAL.search(before) or _ITEM.match(before))))


def _unit(number: int, line: str) -> Unit:
    if heading := _HEADING.match(line):
        return Unit(number, line[heading.end() :].rstrip("# "), BlockKind.HEADING, len(heading[1]))
    item = _ITEM.match(line)
    if item and _LETTER.search(line, item.end()):
        return Unit(number, line[item.end() :], BlockKind.ITEM, int(item[1] or 0))
    return Unit(number, line)


def _longer(unit: Unit, line: str) -> Unit:
    return Unit(unit.line, f"{unit.text}\n{line}", unit.kind, unit.level)
