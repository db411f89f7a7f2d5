"""Words of a language and the classes they belong to.

Every token of a text is written as one character, which stands for the set of
classes that the token belongs to: "March" is a month and perhaps a verb, "5"
is an hour, a day of the month and a number. Rules then become ordinary
regular expressions over these characters (`sitegen.languages.patterns`),
and matching costs the same for every language.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from importlib.resources import files
from typing import cast

import yaml

from sitegen.languages.tags import per_language, primary

Value = str | int | float
_QUOTED = re.compile(r"'([^']+)'")
_FIRST_CODE = 0xE000  # the private use area: a code can never be mistaken for text


@per_language
def data(language: str, name: str) -> dict[str, object]:
    """The parsed content of one data file of a language, e.g. ``data("en", "words")``."""
    return parsed(language, f"{name}.yaml")


def parsed(*path: str) -> dict[str, object]:
    """The parsed content of a data file, by its path below this folder."""
    text = files("sitegen.languages").joinpath(*path).read_text(encoding="utf8")
    return cast("dict[str, object]", yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))  # noqa: S506 - our own files, safe loader


def available(language: str) -> bool:
    """Whether there are rules for a language, given as a tag."""
    return primary(language) in with_rules()


@functools.cache
def with_rules() -> tuple[str, ...]:
    """The languages that there are rules for, in order."""
    return tuple(sorted(folder.name for folder in files("sitegen.languages").iterdir() if folder.joinpath("words.yaml").is_file()))


@dataclass(frozen=True, slots=True)
class WordClass:
    """One class of words, each with its value; only capitalised ones where ``capital``, only others where ``lower``."""

    words: dict[str, Value]
    capital: bool = False
    lower: bool = False
    topical: bool = False
    """Whether it only says what a text speaks of: its words are used like any others."""

    def admits(self, *, capitalised: bool) -> bool:
        """Whether a word written so can belong to it."""
        return not (self.lower if capitalised else self.capital)


@dataclass(frozen=True, slots=True)
class Shape:
    """A token by its form: "17th", "2025-03-17", "14:30"."""

    name: str
    pattern: re.Pattern[str]
    sample: str
    """Tokens of the form, parted by blanks: one for each set of classes that such a token may be in."""


@dataclass(frozen=True, slots=True)
class NumberRange:
    """A class of plain whole numbers by value and number of digits."""

    low: int
    high: int
    digits: tuple[int, ...]

    def holds(self, token: str) -> bool:
        """Whether a string of digits belongs to the class."""
        return len(token) in self.digits and self.low <= int(token) <= self.high


@dataclass(frozen=True, slots=True)
class Suffix:
    """A class of lower-case words by their ending; ``always`` for words of other classes too."""

    name: str
    endings: tuple[str, ...]
    exceptions: frozenset[str]
    always: bool

    def holds(self, word: str) -> bool:
        """Whether a word belongs to the class."""
        return word.endswith(self.endings) and word not in self.exceptions and word.isalpha() and word.islower()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All classes of a language, and the character that stands for each set of them."""

    language: str
    classes: dict[str, WordClass]
    shapes: tuple[Shape, ...]
    numbers: dict[str, NumberRange]
    suffixes: tuple[Suffix, ...]
    token: re.Pattern[str]
    decimal: str = "."
    """The sign before the decimals of a number; the comma's languages write thousands with a full stop."""
    alphabet: dict[frozenset[str], str] = field(default_factory=dict)
    members: dict[str, str] = field(default_factory=dict)
    """Class name -> the characters of all sets that it is in."""
    _by_word: dict[str, tuple[str, ...]] = field(default_factory=dict)
    memory: dict[str, str] = field(default_factory=dict)
    """Token -> its character, for tokens met before; see `sitegen.languages.tokens`."""

    def classes_of(self, token: str) -> frozenset[str]:
        """Every class that one token belongs to."""
        if token.isspace():
            return frozenset({"BREAK"})
        if token[0].isdigit():
            return self._number_classes(token) | self._shape_classes(token) | frozenset(self._by_word.get(token.lower(), ()))
        return self._word_classes(token) | self._shape_classes(token)

    def code_of(self, token: str) -> str:
        """The character that stands for the token's set of classes."""
        return self.alphabet.get(self.classes_of(token), self.alphabet[frozenset()])

    def value(self, classes: tuple[str, ...], text: str) -> Value | None:
        """The value of a word or phrase in the first of the classes that holds it."""
        for name in classes:
            known = self.classes.get(name)
            value = known.words.get(text, known.words.get(text.rstrip(" ."), "")) if known else ""
            if value != "":
                return value
        return None

    def _number_classes(self, token: str) -> frozenset[str]:
        if not token.isdecimal():
            return frozenset()
        return frozenset(name for name, numbers in self.numbers.items() if numbers.holds(token))

    def _shape_classes(self, token: str) -> frozenset[str]:
        return frozenset(shape.name for shape in self.shapes if shape.pattern.fullmatch(token))

    def _word_classes(self, token: str) -> frozenset[str]:
        low = token.lower()
        capital = token[0].isupper()
        by_word = self._by_word.get(low, ())
        found = {name for name in by_word if name not in self.classes or self.classes[name].admits(capitalised=capital)}
        if all(name[0] == "'" or self.classes[name].topical for name in found):  # the word itself says nothing of its use
            found.add(_form(token))
            found |= {suffix.name for suffix in self.suffixes if suffix.holds(token)}
        found |= {suffix.name for suffix in self.suffixes if suffix.always and suffix.holds(token)}
        return frozenset(found - {""})


def _form(token: str) -> str:
    """How a word that no class holds is written."""
    if not token[0].isalpha():
        return ""
    if not token[0].isupper():
        return "LOWERWORD"
    return "CAPITALS" if token.isupper() and len(token) > 1 else "CAPITAL"


@per_language
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language, read once."""
    source = data(language, "words")
    token = re.compile(re.sub(r"\s+(?=\|)", "", str(source["token"]).strip()), re.IGNORECASE)
    made = Lexicon(
        language,
        classes=_classes(token, cast("dict[str, dict[str, object]]", source["classes"])),
        shapes=tuple(
            Shape(name, re.compile(entry["pattern"], re.IGNORECASE), entry["sample"])
            for name, entry in cast("dict[str, dict[str, str]]", source["shapes"]).items()
        ),
        numbers={
            name: NumberRange(entry[0], entry[1], tuple(entry[2:]))
            for name, entry in cast("dict[str, list[int]]", source["numbers"]).items()
        },
        suffixes=tuple(
            Suffix(
                name, tuple(cast("list[str]", entry["endings"])), frozenset(cast("list[str]", entry["except"])), bool(entry.get("always"))
            )
            for name, entry in cast("dict[str, dict[str, object]]", source["suffixes"]).items()
        ),
        token=token,
        decimal=str(source.get("decimal", ".")),
    )
    _fill_words(made)
    for word in sorted(_literals(language, source)):
        _add_word(made, word, f"'{word}'")
    _fill_alphabet(made)
    return made


def _literals(language: str, source: dict[str, object]) -> set[str]:
    """The words that patterns of the language name in quotes: each gets a class of its own."""
    patterns = [str(pattern) for name in cast("list[str]", source["pattern_files"]) for pattern in _patterns(data(language, name))]
    return {word for pattern in patterns for word in _QUOTED.findall(pattern)}


def _patterns(node: object) -> list[str]:
    """Every value below a ``pattern`` key or in a ``macros`` mapping, at any depth."""
    if isinstance(node, list):
        return [pattern for item in node for pattern in _patterns(item)]
    if not isinstance(node, dict):
        return []
    own = [str(value) for key, value in node.items() if key in {"pattern", "after", "not_after", "before", "not_before"}]
    macros = [str(value) for value in node.get("macros", {}).values()]
    return own + macros + [pattern for key, value in node.items() if key != "macros" for pattern in _patterns(value)]


def _classes(token: re.Pattern[str], source: dict[str, dict[str, object]]) -> dict[str, WordClass]:
    made = {}
    for name, entry in source.items():
        words = cast("dict[str, Value] | list[str]", entry["words"])
        by_word = words if isinstance(words, dict) else dict.fromkeys(words, cast("Value", entry.get("value", "")))
        known = {_joined(token, str(word)): value for word, value in by_word.items()}
        made[name] = WordClass(known, **{key: bool(entry.get(key)) for key in ("capital", "lower", "topical")})
    return made


def _joined(token: re.Pattern[str], phrase: str) -> str:
    """A phrase as matches are joined: tokens with single spaces between."""
    return " ".join(piece for piece in token.findall(phrase.lower()) if not piece.isspace())


def _fill_words(lex: Lexicon) -> None:
    for name, known in lex.classes.items():
        for phrase in known.words:
            tokens = [token for token in lex.token.findall(phrase) if not token.isspace()]
            for token in tokens:
                _add_word(lex, token, f"'{token}'")
            if len(tokens) == 1:
                _add_word(lex, tokens[0], name)


def _add_word(lex: Lexicon, word: str, name: str) -> None:
    known = lex._by_word.get(word, ())  # noqa: SLF001 - filled here, once
    if name not in known:
        lex._by_word[word] = (*known, name)  # noqa: SLF001


def _fill_alphabet(lex: Lexicon) -> None:
    for token in _samples(lex):
        classes = lex.classes_of(token)
        code = lex.alphabet.setdefault(classes, chr(_FIRST_CODE + len(lex.alphabet)))
        for name in classes:
            if code not in lex.members.get(name, ""):
                lex.members[name] = lex.members.get(name, "") + code


def _samples(lex: Lexicon) -> list[str]:
    """One token for each set of classes that can occur."""
    samples = ["qqq", "Qqq", "QQQ", "\n\n"]
    for word in lex._by_word:  # noqa: SLF001
        samples += [word, word.capitalize(), word.upper()]
    samples += [sample for shape in lex.shapes for sample in shape.sample.split()]
    samples += [f"qq{ending}" for suffix in lex.suffixes for ending in suffix.endings]
    edges = {edge + step for numbers in lex.numbers.values() for edge in (numbers.low, numbers.high) for step in (-1, 0, 1)}
    samples += [f"{edge:0{digits}}" for edge in edges if edge >= 0 for digits in (1, 2, 3, 4, 5)]
    return samples
