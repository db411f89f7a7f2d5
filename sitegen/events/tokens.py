"""A sentence as tokens with their lemmas."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from sitegen.events.grammar import Grammar, grammar

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.,:/][0-9]+)*(?:[-'’][^\W_]+)*|['’]s\b|[“”\"‘’']|--|[^\w\s]")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$")
QUOTES = frozenset('"“”„«»')
DASHES = frozenset({"-", "–", "—", "--"})
ENDS = frozenset(",.?!")
_SHORTEST = 3  # letters from which a word can have an ending
STOPS = frozenset(";:") | DASHES


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: where it stands in the body, and its lemma."""

    text: str
    start: int
    end: int
    low: str
    lemma: str

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def tokens_of(text: str, offset: int, language: str) -> tuple[Token, ...]:
    """The tokens of a text that begins at an offset of the body; a possessive ending is a token of its own."""
    words = grammar(language)
    found = []
    for match in _TOKEN.finditer(text):
        piece, start = match.group(), match.start() + offset
        ending = _POSSESSIVE.search(piece)
        if ending:
            found.append(_token(piece[: ending.start()], start, words))
            found.append(_token(ending.group(), start + ending.start(), words))
        else:
            found.append(_token(piece, start, words))
    return tuple(found)


def _token(piece: str, start: int, words: Grammar) -> Token:
    low, base = _forms(piece, words)
    return Token(piece, start, start + len(piece), low, base)


@functools.lru_cache(maxsize=100_000)  # a newsroom's vocabulary; the grammar is one object a language
def _forms(piece: str, words: Grammar) -> tuple[str, str]:
    low = piece.lower().replace("’", "'")
    return low, lemma(low, words)


def lemma(low: str, words: Grammar) -> str:
    """The base form of a lower-case word: by the verb table, else as a noun, else by its ending."""
    known = words.verbs.lemmas.get(low)
    if known:
        return known
    if not low[:1].isalpha() or len(low) < _SHORTEST:
        return low
    singular = words.noun(low)
    return words.verbs.lemmas.get(singular, singular) if singular != low else words.stem(low)
