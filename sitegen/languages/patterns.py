"""Patterns over tokens, written in language files, compiled to regular expressions over token codes.

A pattern is a sequence of::

    MONTH            a token of the class, or a phrase of the class ("more than")
    'of'             that word
    <DAY>            a macro of the file
    ( … ) | ?        group, alternative, optional
    day:MONTH        what follows is remembered under a name

There is no unbounded repetition, so matching at one place takes bounded time
and a whole text takes time linear in its length.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field, replace

from sitegen.languages.lexicon import Lexicon

_MACRO = re.compile(r"<([A-Z_0-9]+)>")
_SIGN = re.compile(r"\s*(?:(?P<name>[a-z_]+[0-9]?):|'(?P<literal>[^']+)'|(?P<cls>[A-Z_0-9]+)|(?P<sign>[()|?]))")
_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class Capture:
    """A remembered part of a match: its group, its name and the classes that may give its value."""

    group: int
    name: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; ``first`` and ``second`` hold the codes that a match can begin with and go on with."""

    regex: re.Pattern[str]
    captures: tuple[Capture, ...]
    first: frozenset[str]
    second: frozenset[str]
    single: bool
    """Whether one token may be a match."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a pattern: its expression, the codes it can begin with, whether it can be empty, its classes."""

    regex: str
    first: frozenset[str]
    nullable: bool
    classes: tuple[str, ...] = ()
    single: bool = False
    second: frozenset[str] = frozenset()

    def then(self, tail: _Piece) -> _Piece:
        """The piece and behind it another."""
        return _Piece(
            self.regex + tail.regex,
            self.first | (tail.first if self.nullable else frozenset()),
            self.nullable and tail.nullable,
            self.classes + tail.classes,
            (self.single and tail.nullable) or (self.nullable and tail.single),
            self.second | (tail.first if self.single else frozenset()) | (tail.second if self.nullable else frozenset()),
        )

    def either(self, other: _Piece) -> _Piece:
        """The piece or another."""
        return _Piece(
            f"{self.regex}|{other.regex}",
            self.first | other.first,
            self.nullable or other.nullable,
            self.classes + other.classes,
            self.single or other.single,
            self.second | other.second,
        )


@dataclass(slots=True)
class _Parser:
    """Recursive descent over the signs of one pattern."""

    lexicon: Lexicon
    signs: list[tuple[str, str]]
    at: int = 0
    captures: list[Capture] = field(default_factory=list)
    groups: int = 0

    def choice(self) -> _Piece:
        piece = self.sequence()
        while self.next() == ("sign", "|"):
            self.at += 1
            piece = piece.either(self.sequence())
        return piece

    def sequence(self) -> _Piece:
        piece = _Piece("", frozenset(), nullable=True)
        while self.next() not in {None, ("sign", "|"), ("sign", ")")}:
            piece = piece.then(self.item())
        return piece

    def item(self) -> _Piece:
        kind, text = self.signs[self.at]
        self.at += 1
        if kind == "name":
            self.groups += 1
            group = self.groups
            piece = self.item_without_option()
            self.captures.append(Capture(group, text, piece.classes))
            piece = replace(piece, regex=f"({piece.regex})")
        else:
            self.at -= 1
            piece = self.item_without_option()
        if self.next() == ("sign", "?"):
            self.at += 1
            return replace(piece, regex=f"(?:{piece.regex})?", nullable=True)
        return piece

    def item_without_option(self) -> _Piece:
        kind, text = self.signs[self.at]
        self.at += 1
        if (kind, text) == ("sign", "("):
            inner = self.choice()
            if self.next() != ("sign", ")"):
                message = "a bracket is not closed"
                raise ValueError(message)
            self.at += 1
            return replace(inner, regex=f"(?:{inner.regex})")
        if kind == "literal":
            return _codes(self.lexicon.members.get(f"'{text}'", ""), ())
        if kind == "cls":
            return self.word_class(text)
        message = f"unexpected {text!r}"
        raise ValueError(message)

    def word_class(self, name: str) -> _Piece:
        members = self.lexicon.members.get(name, "")
        known = self.lexicon.classes.get(name)
        phrases = [self.lexicon.token.findall(word) for word in known.words] if known else []
        phrases = [[token for token in phrase if not token.isspace()] for phrase in phrases]
        pieces = [self.phrase(phrase) for phrase in sorted(phrases, key=len, reverse=True) if len(phrase) > 1]
        if members:
            pieces.append(_codes(members, ()))
        if not pieces:
            message = f"no class is called {name}"
            raise ValueError(message)
        piece = functools.reduce(_Piece.either, pieces)
        return replace(piece, regex=f"(?:{piece.regex})", classes=(name,))

    def phrase(self, words: list[str]) -> _Piece:
        return functools.reduce(_Piece.then, (_codes(self.lexicon.members.get(f"'{word}'", ""), ()) for word in words))

    def next(self) -> tuple[str, str] | None:
        return self.signs[self.at] if self.at < len(self.signs) else None


def _codes(members: str, classes: tuple[str, ...]) -> _Piece:
    return _Piece(f"[{members}]" if members else _NEVER, frozenset(members), nullable=False, classes=classes, single=True)


def compile_pattern(lexicon: Lexicon, source: str, macros: dict[str, str]) -> Pattern:
    """Compile one pattern.

    Raises:
        ValueError: The pattern is malformed or names an unknown class or macro.

    """
    try:
        parser = _Parser(lexicon, _signs(_expand(source, macros)))
        piece = parser.choice()
    except (KeyError, IndexError) as error:
        message = f"in pattern {source!r}: {error}"
        raise ValueError(message) from error
    if parser.next() is not None or piece.nullable:
        message = f"pattern {source!r} is unbalanced or can be empty"
        raise ValueError(message)
    return Pattern(re.compile(piece.regex), tuple(parser.captures), piece.first, piece.second, piece.single)


def _expand(source: str, macros: dict[str, str]) -> str:
    while found := _MACRO.search(source):
        source = source.replace(found[0], f"({macros[found[1]]})")
    return source


def _signs(source: str) -> list[tuple[str, str]]:
    signs, at = [], 0
    source = source.strip()
    while at < len(source):
        found = _SIGN.match(source, at)
        if not found or not found.lastgroup:
            message = f"not a pattern: {source[at:]!r} in {source!r}"
            raise ValueError(message)
        signs.append((found.lastgroup, found[found.lastgroup]))
        at = found.end()
    return signs
