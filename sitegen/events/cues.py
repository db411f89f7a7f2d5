"""Phrases that say how a clause is meant."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.events.grammar import Cues, Phrase
from sitegen.events.tokens import Token

_WILD = 7  # tokens, of which the last must be the word after "*": up to six others may stand between


@dataclass(frozen=True, slots=True)
class Cue:
    """Where a cue phrase stands in a sentence: tokens ``first`` up to ``last``."""

    first: int
    last: int


def find_cue(tokens: tuple[Token, ...], first: int, last: int, cues: Cues) -> Cue | None:
    """The first place in a stretch of tokens where one of the phrases stands, by form or by lemma."""
    for start in range(first, last):
        token = tokens[start]
        phrases = cues.get(token.lemma, ())
        for phrase in (*phrases, *cues.get(token.low, ())) if token.low != token.lemma else phrases:
            end = _match(tokens, start, last, phrase)
            if end:
                return Cue(start, end)
    return None


def _match(tokens: tuple[Token, ...], start: int, last: int, phrase: Phrase) -> int:
    """One past the last token of the phrase, 0 where it does not stand here."""
    index = start
    for number, word in enumerate(phrase):
        if word == "*":
            following = phrase[number + 1]
            index = next((i for i in range(index, min(index + _WILD, last)) if _is(tokens[i], following)), last)
        elif index < last and _is(tokens[index], word):
            index += 1
        else:
            return 0
    return index


def _is(token: Token, word: str) -> bool:
    return word in (token.low, token.lemma)
