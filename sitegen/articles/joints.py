"""Where one sentence runs into the next without a mark: a headline or a caption before a text, as pages lose them when they are copied."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

_REACH = 80  # characters before a joint that are looked at
_FEWEST_WORDS = 4  # before a joint: with fewer, the capital may be a label's or a name's
_FEWEST_LETTERS = 3
_BULLET = re.compile(r"\s+[*•]\s+(?=[\"“‘]?[^\W\d_a-zß-ÿ])")


@dataclass(frozen=True, slots=True)
class Joints:
    """How a language's sentences run together: the words that open one, and those that none ends with."""

    opening: re.Pattern[str]
    never_last: Container[str]
    """In lower case."""


def joints_of(openers: Iterable[str], never_last: Iterable[str]) -> Joints:
    """What a language's lists say; words that open a sentence have a capital there and nowhere else."""
    words = "|".join(map(re.escape, openers))
    return Joints(re.compile(rf"(?<=[^\W\d_])\s+(?=(?:{words})\s[a-zß-ÿ])"), frozenset(word.lower() for word in never_last))


def parted(prose: str, start: int, end: int, words: Joints) -> Iterator[tuple[int, int]]:
    """The sentences that a stretch is, where several run together."""
    begin = start
    found = (*words.opening.finditer(prose, start, end), *_BULLET.finditer(prose, start, end))
    for joint in sorted(found, key=lambda found: found.start()):
        if joint.start() > begin and ("*" in joint[0] or "•" in joint[0] or _ends(prose, begin, joint.start(), words)):
            yield begin, joint.start()
            begin = joint.end()
    yield begin, end


def _ends(prose: str, begin: int, end: int, words: Joints) -> bool:
    """Whether what stands before a capital can be a sentence: no label as "Tuesday 4 March The …", and no word that leads on."""
    before = prose[max(begin, end - _REACH) : end].split()
    last = before[-1]
    named = last.isupper() or len(last) >= _FEWEST_LETTERS
    numbered = any(letter.isdigit() for word in before[-2:] for letter in word)
    return len(before) >= _FEWEST_WORDS and named and not numbered and last.lower() not in words.never_last
