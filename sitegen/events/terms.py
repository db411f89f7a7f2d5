"""The words by which reports of one event are known: content lemmas, numbers and concepts.

A number is one term however it is written: "40,000", "forty thousand".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.events.amounts import amount
from sitegen.events.grammar import Grammar
from sitegen.events.tokens import Token

_LONGEST_PHRASE = 4
_LEAST = 10  # a number that is said of something; smaller ones are everywhere
_OBJECT = 7  # tokens of a verb, its object and its particle
_BEHIND_OBJECT = ("prepositions", "conjunctions", "subordinators", "adverbs")
SAYING = "~announce"
CONCEPT = "~"
"""Stands before a concept where concepts and words share one list."""


def terms_of(tokens: Sequence[Token], words: Grammar) -> tuple[str, ...]:
    """Content words by their families, and numbers from ten on, each once, in order."""
    return tuple(dict.fromkeys(_terms(tokens, words)))


def _terms(tokens: Sequence[Token], words: Grammar) -> Iterator[str]:
    end = 0
    for index, token in enumerate(tokens):
        if index >= end:
            number, end = amount(tokens, index, words)
            if number >= _LEAST:
                yield f"{number:.15g}"
            elif end == index and _is_term(token, words):
                yield words.family(token.lemma)


def _is_term(token: Token, words: Grammar) -> bool:
    if token.low[0].isdecimal():
        return len(token.low) > 1
    if not token.is_word or len(token.low) < 2:
        return False
    empty = (words["stop_words"], words["light_verbs"], words["postponing_verbs"])
    return token.low not in words["stop_words"] and not any(token.lemma in known for known in empty)


def concepts_of(tokens: Sequence[Token], words: Grammar) -> tuple[str, ...]:
    """Concepts that the words name, each once, in order: "stopped work" is a strike."""
    found: dict[str, None] = {}
    empty = words["have"] | words["be"] | words["articles"] | words["possessives"]
    tokens = [token for token in tokens if token.low not in empty]
    end = 0
    for start in range(len(tokens)):
        found |= dict.fromkeys(_parted(tokens, start, words))
        if start < end:
            continue
        for length in range(_LONGEST_PHRASE, 0, -1):
            phrase = tuple(token.lemma for token in tokens[start : start + length])
            low = tuple(token.low for token in tokens[start : start + length])
            concepts = (*words.concepts.get(phrase, ()), *(words.concepts.get(low, ()) if low != phrase else ()))
            if concepts and len(phrase) == length:
                found |= dict.fromkeys(concepts)
                end = start + length  # "given marching orders": nobody orders a march
                break
    return tuple(found)


def _parted(tokens: Sequence[Token], start: int, words: Grammar) -> tuple[str, ...]:
    """The concepts of a verb and what goes with it, its object between them: "put the records online", "took the county to court".

    Behind a particle no object can follow: "took the road over the hill" is no takeover.
    """
    verb = tokens[start].lemma
    companions = words.companions.get(verb, frozenset())
    for index in range(start + 2, min(start + _OBJECT, len(tokens))) if companions else ():
        low = tokens[index].low
        if not tokens[index].is_word and not low[0].isdecimal():
            break
        pair = (low, tokens[index + 1].lemma) if index + 1 < len(tokens) else (low,)
        if pair in companions:
            return words.concepts[verb, *pair]
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if (low,) in companions and (after is None or not after.is_word or any(after.low in words[name] for name in _BEHIND_OBJECT)):
            return words.concepts[verb, low]
    return ()
