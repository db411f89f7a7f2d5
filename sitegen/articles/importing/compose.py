"""Units -> the text of an article's file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from sitegen.articles.importing.units import Unit
from sitegen.articles.markdown import render
from sitegen.model import BlockKind, Markup, Run

Value = str | bool | tuple[str, ...]

# What would mean something to Markdown where it stands; the second is everything that ever could.
_LIKELY = re.compile(
    r"[*`]|\\(?=[^\w\s])|\b_(?!\w)|(?<!\w)_|<(?=[\w/!?])|&(?=#?\w+;)|\](?=[(\[:])|~(?=~)|(?<![^\n])(?:[-+=>#]|\d{1,9}(?=[.)]\s))"
)
_POSSIBLE = re.compile(r"[\\`*_{}\[\]<>#|~&!]|(?<![^\n])(?:[-+=]|\d{1,9}(?=[.)]))")
# Rendering costs time; nobody writes a paragraph as long as this.
_LONGEST_LOOKED_AT = 20_000
_TAG = re.compile(r"</?(\w+)[^>]*>")
_INLINE_TAGS = frozenset({"p", "a", "strong", "em"})


def article_text(fields: Mapping[str, Value], body: str) -> str:
    """A whole file: front matter, blank line, body; fields without a value are left out."""
    # A JSON string or list is the same in YAML, whatever is in it; dates stand bare.
    lines = [f"{name}: {_yaml(name, value)}" for name, value in fields.items() if value]
    return "\n".join(["---", *lines, "---", "", body.strip("\n"), ""]) if body else "\n".join(["---", *lines, "---", "", ""])


def _yaml(name: str, value: Value) -> str:
    if name in {"date", "updated", "retrieved"}:
        return str(value)
    text = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in text)


def markdown_of(units: tuple[Unit, ...]) -> str:
    """The units as Markdown; items of one list stand together."""
    parts: list[str] = []
    for index, unit in enumerate(units):
        if index:
            in_list = unit.kind is units[index - 1].kind is BlockKind.ITEM
            parts.append("\n" if in_list else "\n\n")
        parts.append(_marked(unit))
    return "".join(parts)


def _marked(unit: Unit) -> str:
    text = unit.markdown or escaped(unit.text)
    match unit.kind:
        case BlockKind.HEADING:
            return f"{'#' * max(2, unit.level)} {' '.join(text.split())}"
        case BlockKind.ITEM:
            mark = f"{unit.level}. " if unit.level else "- "
            return mark + text.replace("\n", "\n" + " " * len(mark))
        case BlockKind.QUOTE:
            return "> " + text.replace("\n", "\n> ")
        case BlockKind.PARAGRAPH | BlockKind.CELL:
            return text


def escaped(text: str) -> str:
    """One paragraph that Markdown shows as it is, with as few backslashes as it takes."""
    if len(text) > _LONGEST_LOOKED_AT:
        return _POSSIBLE.sub(_with_backslash, text)
    if _is_shown(text, text):
        return text
    likely = _LIKELY.sub(_with_backslash, text)
    return likely if _is_shown(likely, text) else _POSSIBLE.sub(_with_backslash, text)


def _is_shown(markdown: str, text: str) -> bool:
    # A page warns of what looks like raw HTML.
    return shown_by(markdown) == text and not re.search(r"(?<!\\)<[\w/!?]", markdown)


def shown_by(markdown: str) -> str:
    """What a reader sees of one paragraph of Markdown; "" where it is not one paragraph of text, links and emphasis."""
    pieces = render(markdown).pieces
    tags = "".join(piece.html for piece in pieces if isinstance(piece, Markup))
    if not tags.startswith("<p>") or not tags.endswith("</p>\n") or tags.count("<p>") > 1 or not set(_TAG.findall(tags)) <= _INLINE_TAGS:
        return ""
    return "".join(piece.text if isinstance(piece, Run) else _TAG.sub("", piece.html) for piece in pieces).strip("\n")


def _with_backslash(found: re.Match[str]) -> str:
    # The number of a list item takes its backslash behind.
    return f"{found[0]}\\" if found[0].isdecimal() else f"\\{found[0]}"
