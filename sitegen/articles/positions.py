"""Markdown's inline parser, told to remember where each piece of text stood.

markdown-it keeps no offsets inside a paragraph, but all text passes through
two methods of its state, ``push`` and ``pushPending``, and both know how far
the parser has come.
"""

from __future__ import annotations

from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline, link
from markdown_it.token import Token
from markdown_it.utils import EnvType


class _PlacedState(StateInline):
    """Notes in ``token.meta["at"]`` where each text token starts in the inline source."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if self.pending:
            self.pushPending()
        before = self.tokens[-1] if self.tokens else None
        token = super().push(ttype, tag, nesting)
        if ttype in {"text", "text_special"}:
            # A rule pushes a row of markers without moving on.
            in_row = before is not None and before.meta.get("marker") == self.pos
            token.meta["at"] = before.meta["at"] + len(before.content) if before and in_row else self.pos
            token.meta["marker"] = self.pos
        return token

    def pushPending(self) -> Token:  # noqa: N802 - the library's name
        end, text = self.pos, self.pending
        if not self.src.startswith(text, end - len(text)):  # a line break has dropped the spaces before it
            while self.src[end - 1] == " ":
                end -= 1
        token = super().pushPending()
        token.meta["at"] = end - len(text)
        return token


def _link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of a rule
    """The library's rule, which steps over its "[" before it pushes: the text before goes first."""
    if state.pending and state.src[state.pos] == "[" and not silent:
        state.pushPending()
    return link(state, silent)


class PlacedInline(ParserInline):
    """The inline parser with remembered places."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler.at("link", _link)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parses one block's inline source; see `ParserInline.parse`."""
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens
