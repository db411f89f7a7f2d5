"""What a rule captured, as values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sitegen.dates import Modifier
from sitegen.expressions.rules import Rule
from sitegen.languages import Lexicon, Tokens
from sitegen.languages.lexicon import Value
from sitegen.model import Relation, Unit


@dataclass(frozen=True, slots=True)
class Captured:
    """One captured stretch of tokens: its words, joined and lower-cased, and where it stands."""

    text: str
    classes: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Captures:
    """All that one match captured, by name, and what the rule itself adds."""

    lexicon: Lexicon
    given: dict[str, Value]
    parts: dict[str, Captured] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the match captured it or the rule gives it."""
        return name in self.parts or name in self.given

    def text(self, name: str) -> str:
        """The words captured, "" where none."""
        return self.parts[name].text if name in self.parts else str(self.given.get(name, ""))

    def value(self, name: str) -> Value | None:
        """The value of the captured word or phrase in its classes."""
        if name not in self.parts:
            return self.given.get(name)
        part = self.parts[name]
        return self.lexicon.value(part.classes, part.text)

    def string(self, name: str) -> str:
        """The value as a string, "" where there is none."""
        value = self.value(name)
        return "" if value is None else str(value)

    def number(self, name: str) -> int | None:
        """The captured number: digits, an ordinal or a word with a value."""
        if name not in self.parts:
            given = self.given.get(name)
            return int(given) if isinstance(given, int) else None
        value = self.value(name)
        if value is not None and value != "":
            return int(value)
        digits = re.search(r"\d+", self.parts[name].text)
        return int(digits[0]) if digits else None

    def shift(self, name: str) -> int:
        """The captured or given number of days from today."""
        value = self.value(name)
        if value is None or value == "":
            value = self.lexicon.value(("TODAY",), self.text(name))
        return int(value or 0)

    def fraction(self) -> float:
        """What "and a half" adds to a number; 0 where it is whole."""
        return float(self.lexicon.value(("PLUSPART",), self.text("plus")) or 0)

    def relation(self, name: str = "relation") -> Relation | None:
        """The captured relation, e.g. LAST."""
        value = self.string(name)
        return Relation(value) if value else None

    def unit(self, name: str = "unit") -> Unit | None:
        """The captured unit; words that rules name literally have their value in the unit classes."""
        if name not in self.parts:
            value: Value | None = self.given.get(name)
        else:
            value = self.lexicon.value(("SUNIT", "PUNIT", "CALUNIT"), self.parts[name].text)
        return Unit(str(value)) if value in set(Unit) else None

    def modifier(self) -> Modifier | None:
        """The captured or given TIMEX3 modifier."""
        value = self.string("mod") or str(self.given.get("modifier", ""))
        return Modifier(value) if value else None

    def only(self, part: str) -> Captures:
        """The captures of one part of a range or list: "day2" becomes "day" in part 2, what has no number serves all."""
        mine = {name: captured for name, captured in self.parts.items() if not name[-1].isdigit()}
        mine |= {name[:-1]: captured for name, captured in self.parts.items() if name.endswith(part) and name != f"p{part}"}
        return Captures(self.lexicon, self.given, mine)


def captures_of(rule: Rule, groups: re.Match[str], tokens: Tokens, lexicon: Lexicon) -> Captures:
    """The captures of one match; of a name captured in several alternatives, the one that matched."""
    parts: dict[str, Captured] = {}
    for capture in rule.pattern.captures:
        first, last = groups.span(capture.group)
        if first >= 0 and capture.name not in parts:
            parts[capture.name] = Captured(tokens.text(first, last), capture.classes, first, last)
    return Captures(lexicon, rule.given, parts)
