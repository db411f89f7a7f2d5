"""A text as tokens, and as a string with one character for each token's classes."""

from __future__ import annotations

import functools
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from sitegen.languages.lexicon import Lexicon, lexicon

END_OF_BLOCK = "\x1f"
"""Stands in a text, as white space, between two blocks that no blank line parts: the unit separator of ASCII."""
_MEMORY = 50_000  # tokens remembered a language: a newsroom's vocabulary, a few megabytes


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text; white space is left out, except where a blank line or a mark ends a block."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    codes: str
    """One character a token; see `sitegen.languages.lexicon`."""

    def end(self, index: int) -> int:
        """Where a token ends in the text, exclusive."""
        return self.starts[index] + len(self.words[index])

    def is_dash(self, index: int) -> bool:
        """Whether a hyphen stands apart from the word before it, as a dash or the mark of a list does."""
        return self.words[index] == "-" and index > 0 and self.starts[index] > self.end(index - 1)

    def at(self, offset: int) -> int:
        """The first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def text(self, first: int, last: int) -> str:
        """Tokens ``first`` up to ``last``, lower-cased, joined by single spaces."""
        return " ".join(self.words[first:last]).lower()


@functools.lru_cache(maxsize=4)  # the finder and the resolver read the same text, one after the other
def tokenise(text: str, language: str) -> Tokens:
    """Split a text; time grows with its length, whatever it holds."""
    lex = lexicon(language)
    pieces = lex.token.findall(text)
    starts = accumulate(map(len, pieces), initial=0)
    kept = [(piece, start) for piece, start in zip(pieces, starts, strict=False) if not piece.isspace() or _ends_block(piece)]
    words = tuple(piece for piece, _ in kept)
    return Tokens(words, tuple(start for _, start in kept), _codes(lex, words))


def _ends_block(space: str) -> bool:
    return space.count("\n") > 1 or END_OF_BLOCK in space


def _codes(lex: Lexicon, words: tuple[str, ...]) -> str:
    memory = lex.memory
    if len(memory) > _MEMORY:
        memory.clear()
    try:
        return "".join(map(memory.__getitem__, words))
    except KeyError:  # a word not met before
        memory |= {word: lex.code_of(word) for word in set(words) - memory.keys()}
        return "".join(map(memory.__getitem__, words))
