"""Blocks of prose -> sentences with their exact places.

A sentence ends at a full stop, question mark, exclamation mark or ellipsis,
closing quotation marks and brackets included, before white space and
something that can open a sentence. What else a full stop may mean
(abbreviations, initials, numbers) is said by the language's
``sentences.yaml``. One pass, linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen.articles.joints import Joints, joints_of, parted
from sitegen.articles.word_lists import word_lists
from sitegen.languages import per_language
from sitegen.model import BlockKind, Sentence, Span

_STOP = re.compile(r"[.!?…]+([\"'”’»)\]*_“]*)(?:\s+|\Z)")
_QUOTES = frozenset("\"'”’»“")
_OPENING = re.compile(r"[\"'“‘«„‚(\[{*_`¿¡]*")
_OPENING_QUOTES = frozenset('"“„«`')
_NEVER_FIRST = frozenset(".,;:!?…)]}%-–—/=")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LETTER = re.compile(r"\w")
_LONGEST_BRACKET = 60


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, quotation or table cell, as a stretch of the prose."""

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


@dataclass(frozen=True, slots=True)
class StopWords:
    """What a full stop means after a word; see ``sentences.yaml``."""

    kinds: dict[str, str]
    starters: frozenset[str]
    after_clock: frozenset[str]
    reporting: re.Pattern[str]
    zone: re.Pattern[str]
    ordinals: bool
    joints: Joints


@per_language
def stop_words(language: str) -> StopWords:
    """The stop words of a language, English ones where it has none of its own."""
    lists = word_lists(language, "sentences")
    kinds = {word: kind for kind in ("may_end", "clock", "before_number", "before_name") for word in lists[kind]}
    words = "|".join(map(re.escape, lists["reporting"]))
    reporting = re.compile(rf"(?:[^\W\d_][\w.'’-]*,?\s+){{0,5}}?(?:{words})\b")
    zone = re.compile(rf"(?:[^\W\d_]\w*\s+){{1,2}}?(?:{'|'.join(map(re.escape, lists['zones']))})\b", re.IGNORECASE)
    starters, after_clock = frozenset(lists["starters"]), frozenset(lists["after_clock"])
    joints = joints_of(lists["openers"], lists["groups"], (*starters, *lists["clock"]))
    return StopWords(kinds, starters, after_clock, reporting, zone, lists["ordinals"] == ("true",), joints)


def sentences(prose: str, blocks: Iterable[Block], language: str) -> tuple[Sentence, ...]:
    """The sentences of every block, in order; headings and table cells are one each."""
    words = stop_words(language)
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        text = prose[block.start : block.end]
        start, end = block.start + len(text) - len(text.lstrip()), block.start + len(text.rstrip())
        whole = block.kind in {BlockKind.HEADING, BlockKind.CELL}
        spans = ((start, end),) if whole else split(prose, start, end, words)
        found.extend(
            Sentence(Span(first, last), number, block.kind, block.level)
            for first, last in spans
            if last - first > 3 or _LETTER.search(prose, first, last)
        )
    return tuple(found)


def split(prose: str, start: int, end: int, words: StopWords) -> Iterator[tuple[int, int]]:
    """The sentences between two places that hold no white space at their ends."""
    begin = start
    for stop in _STOP.finditer(prose, start, end):
        if stop.end() == end or _ends(prose, begin, stop, end, words):
            yield from parted(prose, begin, stop.end(1), words.joints)
            begin = stop.end()
    if begin < end:
        yield from parted(prose, begin, end, words.joints)


def _ends(prose: str, begin: int, stop: re.Match[str], end: int, words: StopWords) -> bool:
    """Whether a sentence ends at a mark with white space behind it."""
    at = stop.end()
    first = prose[at]
    if first.islower():
        return False
    if not first.isalnum():
        opening = _OPENING.match(prose, at, end)
        first = prose[opening.end()] if opening and opening.end() < end else first
        if first.islower() or first in _NEVER_FIRST:
            return False
    dot = stop.start()
    closing = stop[1]
    if prose[dot] == "." and stop.start(1) == dot + 1 and not closing:
        return _full_stop_ends(prose, begin, dot, at, words)
    quoted = bool(closing) and prose[dot] in "!?" and not _QUOTES.isdisjoint(closing)
    return not (quoted and words.reporting.match(prose, at, end))


def _full_stop_ends(prose: str, begin: int, dot: int, at: int, words: StopWords) -> bool:
    """Whether a single full stop ends the sentence, by the word before it and the word behind."""
    before = prose[max(begin, dot - 24) : dot].split()
    word = before[-1].lstrip("\"'“‘«„([*_") if before else ""
    match words.kinds.get(word):
        case "before_name":
            return False
        case "before_number":
            return not prose[at].isdigit() and not _opens(prose, at, words.after_clock)
        case "clock":
            stamp = not any(letter.isalpha() for letter in prose[begin:dot].removesuffix(word))  # "10:45 p.m. The roof has caught"
            goes_on = _opens(prose, at, words.after_clock) or names_zone(prose, at, words) or _is_bracketed(prose, begin, dot, at, words)
            return not stamp and not goes_on
        case "may_end":
            return _opens(prose, at, words.starters) or prose[at] in _OPENING_QUOTES
        case _:
            return _other_word_ends(prose, begin, dot, at, words, word)


def _other_word_ends(prose: str, begin: int, dot: int, at: int, words: StopWords, word: str) -> bool:
    if word.isdecimal():
        enumerates = prose[begin:dot] == word
        ordinal = words.ordinals and len(word) <= 2
        return not enumerates and (not ordinal or _opens(prose, at, words.starters))
    if word == "I" or not _DOTTED.fullmatch(word):
        return True
    # After an initial, quotation marks hold a nickname: J. R. "Jack" Hale.
    return _opens(prose, at, words.starters) or (len(word) > 1 and prose[at] in _OPENING_QUOTES)


def _is_bracketed(prose: str, begin: int, dot: int, at: int, words: StopWords) -> bool:
    """Whether a clock time stands in a bracket with no sentence of its own: "(Update 3 p.m. Dorn, 8 a.m. GMT) Crews …"."""
    first = max(begin, dot - _LONGEST_BRACKET)
    is_open = prose.rfind("(", first, dot) > prose.rfind(")", first, dot)
    return is_open and ")" in prose[at : at + _LONGEST_BRACKET] and not _opens(prose, at, words.starters)


def names_zone(prose: str, at: int, words: StopWords) -> bool:
    """Whether a time zone follows: "at 4:15 a.m. Alaska daylight time", but not "at 4:15 a.m. The time had come"."""
    zone = words.zone.match(prose, at)
    return zone is not None and zone[0][0].isupper() and not _opens(prose, at, words.starters)


def _opens(prose: str, at: int, openers: frozenset[str]) -> bool:
    """Whether the next word is one of some words, or a quotation opens."""
    word = _NEXT_WORD.match(prose, at)
    return word[0] in openers if word else False
