"""Texts cut short: between words, and not behind one that leads on to what is gone."""

from __future__ import annotations

import functools
from typing import cast

from sitegen.languages.lexicon import data, with_rules

_LEADING = ("articles", "prepositions", "conjunctions", "genitive_links", "infinitive_marks", "complementizers")


def halves(text: str, most: int) -> tuple[str, str]:
    """The beginning of a text, of at most so many characters, and the rest; "on the way to the | harbour" ends with "way"."""
    if len(text) <= most:
        return text, ""
    words = (text[:most].rpartition(" ")[0] or text[:most]).split(" ")
    fewest = max(len(words) // 2, 1)
    while len(words) > fewest and words[-1] in _leading() and not words[-2][-1:].isdecimal():  # "8 am" is an hour
        words.pop()
    beginning = " ".join(words).rstrip(" ,;:–—-")
    return beginning, text[len(beginning) :]


@functools.cache
def _leading() -> frozenset[str]:
    """Words that lead on to another, of all languages that there are rules for, in lower case."""
    return frozenset(
        word for language in with_rules() for name in _LEADING for word in cast("str", data(language, "events").get(name, "")).split()
    )
