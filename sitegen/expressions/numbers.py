"""Numbers as words: "two and a half", "a couple of", "one hundred and twenty", "nineteen ninety-seven"."""

from __future__ import annotations

import re
from fractions import Fraction

from sitegen.languages import Lexicon

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?(?:/\d+)?")
_COMMA_DECIMALS = str.maketrans(".,", ",.")


def count(text: str, lexicon: Lexicon) -> float | None:
    """The amount that a phrase names, None where it names none."""
    total, seen = Fraction(0), False
    words = text.split() if lexicon.decimal == "." else text.translate(_COMMA_DECIMALS).split()
    for at, word in enumerate(words):
        if _DIGITS.fullmatch(word):
            total, seen = total + _digits(word), True
            continue
        factor = lexicon.value(("MULTIPLE", "DOZEN"), word)
        if factor is not None:
            total, seen = (total or Fraction(1)) * int(factor), True
            continue
        value = lexicon.value(("NUMWORD", "HALF"), word)
        if value is None and len(words) == 1 + at == 1:
            value = lexicon.value(("ONE",), word)
        if value is not None:
            total, seen = total + Fraction(str(value)), True
    if not seen and words and lexicon.value(("ONE",), words[0]) is not None:
        return 1
    return float(total) if seen else None


def _digits(word: str) -> Fraction:
    numerator, _, denominator = word.replace(",", "").partition("/")
    if denominator and int(denominator) == 0:
        return Fraction(0)
    return Fraction(numerator) / (int(denominator) if denominator else 1)


def year(text: str, lexicon: Lexicon) -> int | None:
    """The year that digits or words name: "1997", "'98", "nineteen ninety-seven", "two thousand and one"."""
    digits = re.search(r"\d+", text)
    if digits:
        return int(digits[0]) if len(digits[0]) > 2 else short_year(int(digits[0]))
    values = [lexicon.value(("NUMWORD", "MULTIPLE"), word) for word in text.split()]
    numbers = [int(value) for value in values if value is not None]
    if 1000 in numbers:
        return 1000 * numbers[0] + sum(numbers[2:])
    return 100 * numbers[0] + sum(numbers[1:]) if numbers else None


def short_year(number: int) -> int:
    """A year of two digits in full; the turn lies at 49, as POSIX and news usage have it."""
    return number + (2000 if number < 50 else 1900)
