"""What joining reports knows of a language: word classes, verb forms, cues and concepts.

Read from ``languages/<language>/events.yaml``. A language without such a file
has an empty grammar: its reports keep whole sentences as clauses and join by
shared words and days alone.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from sitegen.languages import available, data, lexicon, per_language

Phrase = tuple[str, ...]
"""Words that stand one after the other; "*" for some others between them (`sitegen.events.cues` says how many)."""

Cues = Mapping[str, tuple[Phrase, ...]]
"""Phrases by their first word."""
_CUES = (
    "cancelled",
    "lapsed",
    "postponed",
    "advanced",
    "struck",
    "denied",
    "proposed",
    "scheduled",
    "corrected",
    "moved",
    "instead",
    "unreal",
    "counterfactual",
    "as_planned",
    "awaiting",
    "unable",
    "at_last",
    "belated",
    "silent",
    "pictured",
    "righted",
    "mistaken",
    "attributed",
    "speaking",
)
_COMMA = "COMMA"  # the mark itself in a phrase, as commas part the phrases of a list
_ALSO = {"unreal": "lapsed", "postponed": "lapsed"}
"""A list of cues -> the list whose phrases mean it too."""


@dataclass(frozen=True, slots=True)
class VerbForms:
    """Every known verb form with its lemma, by how the form is used."""

    lemmas: Mapping[str, str]
    finite: frozenset[str]
    """Forms that can only be a finite verb: "began", "took"."""
    past: frozenset[str]
    """Past forms and past participles."""
    plain: frozenset[str]
    """Base forms and third persons, many of which are nouns too."""
    unchanged: frozenset[str]
    """Base forms that are past forms as well: "cost", "put", "set"."""


@dataclass(frozen=True, slots=True, eq=False)  # one object a language: told apart by identity
class Grammar:
    """The word classes of one language, as `events.yaml` names them."""

    words: Mapping[str, frozenset[str]]
    verbs: VerbForms
    cues: Mapping[str, Cues]
    concepts: Mapping[Phrase, tuple[str, ...]]
    """A phrase of lemmas -> the concepts that it names."""
    companions: Mapping[str, frozenset[Phrase]]
    """A verb -> what goes with it, behind its object, in naming a concept: "take" -> "away", "to court"."""
    numbers: Mapping[str, int]
    """A number as a word -> its value; "hundred" and the like among them."""
    noun: Callable[[str], str]
    """A plural's singular; other words as they are."""
    stem: Callable[[str], str]
    """A word of the verb list's form that the list does not hold -> its base."""
    family: Callable[[str], str]
    """A lemma -> what it shares with the words made from it: "operate", "operation" and "operator" are one."""

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.words.get(name, frozenset())

    def ends(self, low: str, name: str) -> bool:
        """Whether a word has one of the endings of a list."""
        return low.endswith(tuple(self[name]))

    def is_plural(self, low: str) -> bool:
        """Whether a noun looks like a plural."""
        return self.ends(low, "plural_endings") and not self.ends(low, "singular_endings")


@per_language
def grammar(language: str) -> Grammar:
    """The grammar of a language, read once."""
    try:
        source = data(language, "events")
    except (FileNotFoundError, NotADirectoryError):
        source = {}
    words = {name: frozenset(text.split()) for name, text in source.items() if isinstance(text, str) and name not in _CUES}
    concepts = _concepts(source.get("concepts"), words["articles"] | words["possessives"] if words else frozenset())
    return Grammar(
        words=MappingProxyType(words),
        verbs=_verb_forms(source, words.get("verbs", frozenset())),
        cues=MappingProxyType({name: _by_first_word(_cue_phrases(source, name)) for name in _CUES}),
        concepts=concepts,
        companions=_companions(concepts, words),
        numbers=_numbers(language) if source and available(language) else {},
        noun=_inflector(source.get("singulars")),
        stem=_inflector(source.get("stems")),
        family=functools.cache(_inflector(source.get("families"))),
    )


def _numbers(language: str) -> Mapping[str, int]:
    classes = lexicon(language).classes
    named = (classes[name].words for name in ("NUMWORD", "MULTIPLE") if name in classes)
    return MappingProxyType({word: int(value) for words in named for word, value in words.items()})


def _text(source: Mapping[str, object], name: str) -> str:
    return str(source.get(name, ""))


def _cue_phrases(source: Mapping[str, object], name: str) -> tuple[Phrase, ...]:
    """The phrases of a list of cues, after those of the list that it holds."""
    also = _phrases(_text(source, _ALSO[name])) if name in _ALSO else ()
    return (*also, *_phrases(_text(source, name)))


def _phrases(text: str) -> tuple[Phrase, ...]:
    phrases = (phrase.split() for phrase in text.split(",") if phrase.strip())
    return tuple(tuple("," if word == _COMMA else word for word in phrase) for phrase in phrases)


def _by_first_word(phrases: tuple[Phrase, ...]) -> Cues:
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return MappingProxyType(found)


def _concepts(source: object, empty: frozenset[str]) -> Mapping[Phrase, tuple[str, ...]]:
    """Phrases without articles and possessives, which vary: "cast a vote", "cast their votes"."""
    found: dict[Phrase, tuple[str, ...]] = {}
    for name, text in source.items() if isinstance(source, dict) else ():
        for words in _phrases(str(text)):
            phrase = tuple(word for word in words if word not in empty)
            found[phrase] = (*found.get(phrase, ()), str(name))
    return MappingProxyType(found)


def _companions(concepts: Mapping[Phrase, tuple[str, ...]], words: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[Phrase]]:
    found: dict[str, set[Phrase]] = defaultdict(set)
    for phrase in concepts:
        match phrase:
            case (verb, particle) if verb in words.get("object_verbs", ()) and particle in words.get("particles", ()):
                found[verb].add((particle,))
            case (verb, preposition, noun) if verb in words.get("object_verbs", ()) and preposition in words.get("prepositions", ()):
                found[verb].add((preposition, noun))
    return MappingProxyType({verb: frozenset(held) for verb, held in found.items()})


def _verb_forms(source: Mapping[str, object], regular: frozenset[str]) -> VerbForms:
    rules = cast("dict[str, object]", source.get("inflections", {}))
    third, past, ing = (_inflector(rules.get(name)) for name in ("third", "past", "ing"))
    table: list[tuple[str, tuple[str, ...]]] = [(base, (past(base),)) for base in sorted(regular)]
    table += [(line.split()[0], tuple(line.split()[1:])) for line in _text(source, "irregular_verbs").splitlines()]
    lemmas: dict[str, str] = {}
    for base, _ in table:
        lemmas |= dict.fromkeys((base, third(base), ing(base)), base)
    for base, pasts in table:
        lemmas = dict.fromkeys(pasts, base) | lemmas
    plain = frozenset(form for base, _ in table for form in (base, third(base)))
    return VerbForms(
        MappingProxyType(lemmas),
        finite=frozenset(pasts[0] for base, pasts in table if len(pasts) > 1 and pasts[0] not in {base, *pasts[1:]}),
        past=frozenset(form for _, pasts in table for form in pasts) - plain,
        plain=plain,
        unchanged=frozenset(base for base, pasts in table if base in pasts),
    )


def _inflector(rules: object) -> Callable[[str], str]:
    """The first of the rules whose pattern is found rewrites a word; none leaves it alone."""
    compiled = tuple((re.compile(pattern), new) for pattern, new in cast("list[list[str]]", rules or []))

    def inflect(word: str) -> str:
        return next((pattern.sub(new, word, count=1) for pattern, new in compiled if pattern.search(word)), word)

    return inflect
