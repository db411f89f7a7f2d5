"""Units -> the text of an article's file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from sitegen.articles.importing.units import Unit
from sitegen.articles.markdown import render
from sitegen.model import BlockKind, Markup, Run

Value = str | bool | tuple[str, ...]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])|(?<![^\n])(\d{1,9})([.)])|(?<![^\n])([-+=])")
_TAG = re.compile(r"</?(\w+)[^>]*>")
_INLINE_TAGS = frozenset({"p", "a", "strong", "em"})


def article_text(fields: Mapping[str, Value], body: str) -> str:
    """A whole file: front matter, blank line, body; fields without a value are left out."""
    # A JSON string or list is the same in YAML, whatever is in it; dates and yes are bare words.
    lines = [f"{name}: {_yaml(name, value)}" for name, value in fields.items() if value]
    return "\n".join(["---", *lines, "---", "", body.strip("\n"), ""]) if body else "\n".join(["---", *lines, "---", "", ""])


def _yaml(name: str, value: Value) -> str:
    if name in {"date", "updated", "retrieved"}:
        return str(value)
    return json.dumps(value, ensure_ascii=False)


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
            return "- " + text.replace("\n", "\n  ")
        case BlockKind.QUOTE:
            return "> " + text.replace("\n", "\n> ")
        case BlockKind.PARAGRAPH | BlockKind.CELL:
            return text


def escaped(text: str) -> str:
    """A text that Markdown shows as it is: unchanged where it can be."""
    return text if shown_by(text) == text and "<" not in text else _SPECIAL.sub(_with_backslash, text)


def shown_by(markdown: str) -> str:
    """What a reader sees of one paragraph of Markdown; "" where it is not one paragraph of text, links and emphasis."""
    pieces = render(markdown).pieces
    tags = "".join(piece.html for piece in pieces if isinstance(piece, Markup))
    if not tags.startswith("<p>") or not tags.endswith("</p>\n") or tags.count("<p>") > 1 or not set(_TAG.findall(tags)) <= _INLINE_TAGS:
        return ""
    return "".join(piece.text if isinstance(piece, Run) else _TAG.sub("", piece.html) for piece in pieces).strip("\n")


def _with_backslash(found: re.Match[str]) -> str:
    if found[2]:
        return f"{found[2]}\\{found[3]}"
    return f"\\{found[0]}"
