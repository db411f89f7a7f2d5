"""The rules of a language: a name, a pattern, a meaning, and examples that must and must not match."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from sitegen.languages import Lexicon, Pattern, compile_pattern, data, lexicon, per_language
from sitegen.languages.lexicon import Value


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a language file."""

    name: str
    pattern: Pattern
    meaning: str
    """Name of a constructor in `meanings`, or "name" for a look-alike that takes its tokens away."""
    given: dict[str, Value]
    """Constants that the rule adds to what it captured."""
    after: frozenset[str]
    """Codes that the token before must have, where not empty."""
    not_after: frozenset[str]
    before: frozenset[str]
    not_before: frozenset[str]
    behind: tuple[str, ...]
    """Beginnings of the names of the rules one of which must have found the expression before, in reach; empty for any."""
    field: tuple[frozenset[str], ...]
    """Two sets of codes: only texts with more tokens of the first than of the second are meant; empty for all texts."""
    foreign: tuple[frozenset[str], ...]
    """Two sets of codes: texts full of the first, and less of the second, are not meant; empty where any is."""
    no_score: bool
    """Whether a sentence that gives the score of a match is not meant: "went down 3-2 after leading in the second half"."""
    one_year_in: tuple[frozenset[str], ...]
    """Two sets of codes: in texts with more tokens of the first, a year and the next are one year of business; empty for no text."""
    range_by: tuple[str, ...]
    """Words between two parts that make them the ends of a range; others make a list."""
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules of a language, by the token that can begin them."""

    rules: tuple[Rule, ...]
    by_first: dict[str, tuple[Rule, ...]]
    edge: str
    """The code of a blank line, which also stands for the edges of a text."""
    by_pair: dict[str, tuple[Rule, ...]] = field(default_factory=dict)
    """The rules by the first two tokens, for pairs met before."""

    def beginning(self, pair: str) -> tuple[Rule, ...]:
        """The rules that the tokens of a pair, the second of which may be missing, can begin."""
        if pair not in self.by_pair:
            rules = self.by_first.get(pair[0], ())
            self.by_pair[pair] = tuple(rule for rule in rules if rule.pattern.single or pair[1:] in rule.pattern.second)
        return self.by_pair[pair]


@per_language
def grammar(language: str) -> Grammar:
    """The rules of a language, in the order of its files; of equal matches the earlier rule's wins."""
    names = cast("list[str]", data(language, "words")["rule_files"])
    rules = tuple(rule for name in names for rule in _rules(language, name))
    firsts = sorted({code for rule in rules for code in rule.pattern.first})
    return Grammar(
        rules, {code: tuple(rule for rule in rules if code in rule.pattern.first) for code in firsts}, lexicon(language).members["BREAK"][0]
    )


def lead(codes: str, ours: frozenset[str], others: frozenset[str]) -> int:
    """By how many words of one field a text outnumbers those of another: "the second half" of a year, not of a match."""
    return sum((code in ours) - (code in others) for code in codes)


def _rules(language: str, name: str) -> list[Rule]:
    source = data(language, name)
    macros = cast("dict[str, str]", source.get("macros", {}))
    return [_rule(language, entry, macros) for entry in cast("list[dict[str, object]]", source["rules"])]


def _rule(language: str, entry: dict[str, object], macros: dict[str, str]) -> Rule:
    lex = lexicon(language)
    return Rule(
        name=str(entry["name"]),
        pattern=compile_pattern(lex, str(entry["pattern"]), macros),
        meaning=str(entry["meaning"]),
        given=cast("dict[str, Value]", entry.get("with", {})),
        after=_codes(language, entry, "after"),
        not_after=_codes(language, entry, "not_after"),
        before=_codes(language, entry, "before"),
        not_before=_codes(language, entry, "not_before"),
        behind=tuple(cast("list[str]", entry.get("behind", []))),
        field=tuple(_members(lex, entry, name) for name in cast("list[str]", entry.get("field", []))),
        foreign=tuple(_members(lex, entry, name) for name in cast("list[str]", entry.get("not_field", []))),
        no_score=bool(entry.get("no_score")),
        one_year_in=tuple(_members(lex, entry, name) for name in cast("list[str]", entry.get("one_year_in", []))),
        range_by=tuple(cast("list[str]", entry.get("range_by", []))),
        examples=tuple(cast("list[str]", entry.get("examples", []))),
        counterexamples=tuple(cast("list[str]", entry.get("not", []))),
    )


def _codes(language: str, entry: dict[str, object], key: str) -> frozenset[str]:
    lex = lexicon(language)
    return frozenset(code for name in cast("list[str]", entry.get(key, [])) for code in _members(lex, entry, name))


def _members(lex: Lexicon, entry: dict[str, object], name: str) -> frozenset[str]:
    """The codes of a class or of a word in quotes."""
    if name not in lex.members and name[0] != "'":
        message = f"rule {entry['name']}: no class is called {name}"
        raise ValueError(message)
    return frozenset(lex.members.get(name, ""))
