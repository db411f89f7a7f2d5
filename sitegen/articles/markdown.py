"""Markdown -> rendered pieces, prose and blocks, all with offsets into the body.

CommonMark with tables and strikethrough; raw HTML is text. Every `Run` is an
exact slice of the body, so that a place in the prose is a place in the
rendered article and in the file.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType

from sitegen.articles.positions import PlacedInline
from sitegen.articles.sentences import Block
from sitegen.articles.source_lines import InlineSource, SourceLines
from sitegen.languages import END_OF_BLOCK
from sitegen.model import BlockKind, Markup, Run

# Addresses are not prose: the numbers in them are no dates.
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\"'”’]|\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")
_OUTSIDE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_OUTSIDE_REL = "nofollow noopener noreferrer ugc"
_CONTAINERS = {"list_item": BlockKind.ITEM, "blockquote": BlockKind.QUOTE}


@dataclass(frozen=True, slots=True)
class Rendered:
    """One body, rendered."""

    pieces: tuple[Markup | Run, ...]
    prose: str
    blocks: tuple[Block, ...]


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).enable(["table", "strikethrough"])
    placed = PlacedInline()
    placed.ruler.enableOnly(parser.inline.ruler.get_active_rules())
    # Joining pieces of text would lose their places.
    placed.ruler2.enableOnly([rule for rule in parser.inline.ruler2.get_active_rules() if rule != "fragments_join"])
    parser.inline = placed
    return parser.disable("text_join")


@functools.cache
def _renderer() -> RendererHTML:
    return RendererHTML()


def render(body: str) -> Rendered:
    """A body's pieces, prose and blocks."""
    env: EnvType = {}
    tokens = _parser().parse(body, env)
    gathered = _Gathered(body, env)
    for index, token in enumerate(tokens):
        if token.type == "inline":
            gathered.add_block(token, tokens[index - 1])
        else:
            gathered.add_markup(tokens, index)
    return Rendered(gathered.pieces(), gathered.prose(), tuple(gathered.blocks))


def _adapt(token: Token) -> None:
    """Marks links that lead outside, and says the alignment of cells in a class: pages carry no inline style."""
    href = token.attrGet("href") if token.type == "link_open" else None
    if href and _OUTSIDE.match(str(href)):
        token.attrSet("rel", _OUTSIDE_REL)
    style = token.attrs.pop("style", None)
    if style:
        token.attrSet("class", f"align-{str(style).removeprefix('text-align:')}")
    # Of an image's children the renderer takes plain text only.
    for child in token.children or () if token.type == "image" else ():
        if child.type == "text_special":
            child.type = "text"


class _Gathered:
    """Collects pieces, prose and blocks in the order of the body."""

    def __init__(self, body: str, env: EnvType) -> None:
        self.body = body
        self.env = env
        self.lines = SourceLines(body)
        self.parts: list[tuple[int, str]] = []
        """HTML with -1, text with its offset; neighbours are joined at the end."""
        self.blocks: list[Block] = []
        self.visible: list[tuple[int, str]] = []
        self._containers = [BlockKind.PARAGRAPH]

    def add_markup(self, tokens: Sequence[Token], index: int) -> None:
        """Adds a token that is no text."""
        token = tokens[index]
        kind = _CONTAINERS.get(token.type.removesuffix("_open").removesuffix("_close"))
        if kind and token.nesting > 0:
            self._containers.append(kind)
        elif kind:
            self._containers.pop()
        _adapt(token)
        renderer = _renderer()
        render_token = renderer.rules.get(token.type, renderer.renderToken)
        self.parts.append((-1, render_token(tokens, index, _parser().options, self.env)))

    def add_block(self, token: Token, opener: Token) -> None:
        """Adds the text of one block, with what is marked up in it."""
        source = self.lines.source(token, opener)
        if source:
            kind, level = self._kind_of(opener)
            self.blocks.append(Block(source.offsets[0], source.end, kind, level))
        children = token.children or []
        in_address = False
        for index, child in enumerate(children):
            if child.type in {"link_open", "link_close"}:
                in_address = child.type == "link_open" and child.info == "auto"
            if child.type == "text" and source and not in_address:
                self._add_text(child, source)
            elif child.type == "text_special" and source:
                self._add_special(child, source)
            elif child.type == "text":
                self.parts.append((-1, escapeHtml(child.content)))
            else:
                self.add_markup(children, index)

    def pieces(self) -> tuple[Markup | Run, ...]:
        """The rendered body; text that runs on in the body is one `Run`."""
        pieces: list[Markup | Run] = []
        at = 0
        while at < len(self.parts):
            first, text = self.parts[at]
            end = first + len(text)
            texts = [text]
            while (at := at + 1) < len(self.parts) and self.parts[at][0] == (end if first >= 0 else -1):
                texts.append(self.parts[at][1])
                end += len(texts[-1])
            if joined := "".join(texts):
                pieces.append(Run(joined, first) if first >= 0 else Markup(joined))
        return tuple(pieces)

    def prose(self) -> str:
        """The body with everything blanked that is not visible text, and the blank before an item of a tight list as the end of a block."""
        blank = "\n".join(" " * len(line) for line in self.lines.lines)
        parts: list[str] = []
        at = 0
        for start, text in self.visible:
            parts += blank[at:start], text
            at = start + len(text)
        prose = self._apart("".join((*parts, blank[at:])))
        has_address = "://" in prose or "www." in prose or "@" in prose
        return _ADDRESS.sub(lambda found: " " * len(found[0]), prose) if has_address else prose

    def _apart(self, prose: str) -> str:
        """The prose with a mark between blocks that no blank line parts, the items of a tight list: as much as in a loose one."""
        found, at = [], 0
        for before, block in pairwise(self.blocks):
            gap = prose[before.end : block.start]
            if at < block.start and gap.count("\n") == 1 and gap.isspace() and gap.endswith(" "):
                found += [prose[at : block.start - 1], END_OF_BLOCK]
                at = block.start
        return "".join((*found, prose[at:]))

    def _kind_of(self, opener: Token) -> tuple[BlockKind, int]:
        match opener.type:
            case "heading_open":
                return BlockKind.HEADING, int(opener.tag[1])
            case "th_open" | "td_open":
                return BlockKind.CELL, 0
            case _:
                return self._containers[-1], 0

    def _add_text(self, token: Token, source: InlineSource) -> None:
        for start, size in source.locate(token.meta["at"], len(token.content)):
            self._add_run(start, size)

    def _add_special(self, token: Token, source: InlineSource) -> None:
        """Adds an escaped character, which stands in the body, or an entity, which does not."""
        length, shown = len(token.markup), len(token.content)
        if token.info == "escape":
            for start, size in source.locate(token.meta["at"] + length - shown, shown):
                self._add_run(start, size)
            return
        self.parts.append((-1, escapeHtml(token.content)))
        # An entity is longer than what it stands for: it keeps to the side of the word that it belongs to.
        start = source.locate(token.meta["at"], length)[0][0]
        opens = start == 0 or self.body[start - 1].isspace()
        self.visible.append((start + length - shown if opens else start, token.content))

    def _add_run(self, start: int, size: int) -> None:
        text = self.body[start : start + size]
        self.visible.append((start, text))
        self.parts.append((start, text))
