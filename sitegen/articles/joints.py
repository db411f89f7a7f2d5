"""Where one sentence runs into the next without a mark: a headline or a caption before a text, as pages lose them when they are copied."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

_REACH = 80  # characters before a joint that are looked at
_FEWEST_WORDS = 4  # before a joint: with fewer, the capital may be a label's or a name's
_FEWEST_LETTERS = 3
_LONG, _FEWEST_LONG = 4, 2  # letters of words in capitals that are no abbreviations, and how many of them make a headline
_BULLET = re.compile(r"\s+[*•]\s+(?=[\"“‘]?[^\W\d_a-zß-ÿ])")
# A headline in capitals before a sentence: three words at least, then one with a capital alone.
_IN_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ0-9][A-ZÀ-Þ0-9'’.,&-]*\s+){2,14}[A-ZÀ-Þ0-9][A-ZÀ-Þ0-9'’-]+\s+(?=[“\"‘]?[A-ZÀ-Þ][a-zß-ÿ]*\s+[\w“\"‘])")


@dataclass(frozen=True, slots=True)
class Joints:
    """How a language's sentences run together: the words that open one, and those that none ends with."""

    opening: re.Pattern[str]
    groups: re.Pattern[str]
    """Where a group of people opens a sentence: "… by half Analysts expect …"; no name ends in a small letter before it."""
    never_last: Container[str]
    """In lower case."""


def joints_of(openers: Iterable[str], groups: Iterable[str], never_last: Iterable[str]) -> Joints:
    """What a language's lists say; words that open a sentence have a capital there and nowhere else."""
    return Joints(_before(openers), _before(groups), frozenset(word.lower() for word in never_last))


def _before(openers: Iterable[str]) -> re.Pattern[str]:
    """Where a letter stands before one of some words that a small letter follows; nowhere where there are none."""
    words = "|".join(map(re.escape, openers)) or "(?!)"
    return re.compile(rf"(?<=[^\W\d_])\s+(?=(?:{words})\s[a-zß-ÿ])")


def parted(prose: str, start: int, end: int, words: Joints) -> Iterator[tuple[int, int]]:
    """The sentences that a stretch is, where several run together."""
    begin = start
    if head := _headline(prose, start, end):
        yield start, start + len(head.rstrip())
        begin = start + len(head)
    groups = (joint for joint in words.groups.finditer(prose, begin, end) if _before_small(prose, begin, joint.start()))
    found = (*words.opening.finditer(prose, begin, end), *groups, *_BULLET.finditer(prose, begin, end))
    for joint in sorted(found, key=lambda found: found.start()):
        if joint.start() > begin and ("*" in joint[0] or "•" in joint[0] or _ends(prose, begin, joint.start(), words)):
            yield begin, joint.start()
            begin = joint.end()
    yield begin, end


def _before_small(prose: str, begin: int, end: int) -> bool:
    """Whether the word that ends there has no capital."""
    return prose[max(begin, end - _REACH) : end].rsplit(maxsplit=1)[-1].islower()


def _headline(prose: str, start: int, end: int) -> str:
    """The headline in capitals with which a stretch begins, with the white space behind it: "THE WALL FALLS Crews …"; else ""."""
    found = _IN_CAPITALS.match(prose, start, end)
    long = [word for word in found[0].split() if len(word) >= _LONG and word.rstrip(",.").isalpha()] if found else []
    return found[0] if found and len(long) >= _FEWEST_LONG else ""


def _ends(prose: str, begin: int, end: int, words: Joints) -> bool:
    """Whether what stands before a capital can be a sentence: no label as "Tuesday 4 March The …", and no word that leads on."""
    before = prose[max(begin, end - _REACH) : end].split()
    last = before[-1]
    named = last.isupper() or len(last) >= _FEWEST_LETTERS
    numbered = any(letter.isdigit() for word in before[-2:] for letter in word)
    return len(before) >= _FEWEST_WORDS and named and not numbered and last.lower() not in words.never_last
