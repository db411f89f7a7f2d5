"""Numbers as terms: "40,000" and "forty thousand" are one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.events.grammar import Grammar
from sitegen.events.tokens import Token

_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_HUNDRED, _THOUSAND = 100, 1000


def amount(tokens: Sequence[Token], index: int, words: Grammar) -> tuple[float, int]:
    """The number that begins at a token, and one past its last token; where none begins there, that is the token itself."""
    total = running = 0.0
    end = index
    while end < len(tokens):
        linked = 0 < end < len(tokens) - 1 and tokens[end].low in words["list_links"] and _is_round(tokens[end - 1], words)
        values = _values(tokens[end + linked], words, begins=end == index)
        if not values:
            break
        for value in values:
            if value >= _THOUSAND and end > index:
                total, running = total + max(running, 1) * value, 0.0
            elif value == _HUNDRED and end > index:
                running = max(running, 1) * _HUNDRED
            else:
                running += value
        end += 1 + linked
    return total + running, end


def _is_round(token: Token, words: Grammar) -> bool:
    """Whether a word can have "and" behind it within a number: "six hundred | and forty"."""
    return words.numbers.get(token.low, 0) >= _HUNDRED


def _values(token: Token, words: Grammar, *, begins: bool) -> list[float]:
    """What the parts of a word add to a number: "twenty-five"; digits only begin one."""
    if token.low[0].isdecimal():
        if not begins:
            return []
        if _GROUPED.fullmatch(token.low):
            return [float(re.sub(r"[.,]", "", token.low))]
        return [float(token.low.replace(",", "."))] if _PLAIN.fullmatch(token.low) else []
    parts = token.low.split("-")
    return [float(words.numbers[part]) for part in parts] if all(part in words.numbers for part in parts) else []
