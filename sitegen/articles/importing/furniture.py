"""What stands around an article on its page: known by its words, or as a menu by its shape."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitegen.articles.importing.units import Unit, is_separator
from sitegen.articles.word_lists import word_lists
from sitegen.languages import per_language
from sitegen.model import BlockKind

_MOST_FURNITURE_WORDS = 30
_MOST_MENU_WORDS = 5
# So many short lines at the end are a menu even where none of their words is known.
_FEWEST_MENU_LINES = 3
_ENDS = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class Removed:
    """A unit that was left out of the article, and why."""

    line: int
    text: str
    why: str


class Words:
    """The furniture words of a language."""

    def __init__(self, language: str) -> None:
        self.lists = word_lists(language, "furniture")
        self._whole = frozenset(map(plain, self.lists["whole"]))
        self._before_time = re.compile(rf"\s*[|•·]\s*|\s+(?:{'|'.join(map(re.escape, self.lists['before_time']))})\s+")
        self._openings = {name: _opening_pattern(phrases) for name, phrases in self.lists.items() if name != "whole"}

    def opening(self, name: str, text: str) -> str | None:
        """What follows where a text opens with a phrase of one list, else None."""
        found = self._openings[name].match(_spaced(text))
        return found[1].strip(" :-–—") if found else None

    def without_links(self, text: str) -> str:
        """A day and its time without what stands between them."""
        return self._before_time.sub(" ", text)

    def knows(self, unit: Unit) -> bool:
        """Whether a unit is furniture by its words."""
        if unit.words > _MOST_FURNITURE_WORDS:
            return False
        return plain(unit.text) in self._whole or self.opening("openings", unit.text) is not None


def _opening_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Matches any of the phrases, longest first, where its last word ends, and what follows."""
    ordered = sorted(map(_spaced, phrases), key=len, reverse=True)
    either = "|".join(re.escape(phrase) + (r"(?!\w)" if phrase[-1].isalnum() else "") for phrase in ordered)
    return re.compile(f"(?:{either})(.*)", re.IGNORECASE)


@per_language
def furniture_words(language: str) -> Words:
    """The furniture words of a language, read once."""
    return Words(language)


def plain(text: str) -> str:
    """A text without regard to capitals, doubled spaces and what stands at its ends."""
    return _ENDS.sub("", _spaced(text).casefold())


def _spaced(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def without_furniture(units: tuple[Unit, ...], words: Words) -> tuple[tuple[Unit, ...], tuple[Removed, ...]]:
    """What is left of a document, and what was taken out, in order."""
    kept: list[Unit] = []
    removed: list[Removed] = []
    menu_from = _menu_start(units, words)
    for index, unit in enumerate(units):
        if is_separator(unit):
            removed.append(Removed(unit.line, unit.text, "a separator"))
        elif words.knows(unit):
            removed.append(Removed(unit.line, unit.text, "furniture of the page"))
        elif index >= menu_from and _is_menu_line(unit):
            removed.append(Removed(unit.line, unit.text, "a menu of the page"))
        else:
            kept.append(unit)
    return tuple(kept), tuple(removed)


def _menu_start(units: tuple[Unit, ...], words: Words) -> int:
    """Where the menus at the end of the page start; behind the last unit where there are none."""
    start = len(units)
    while start and (_is_menu_line(units[start - 1]) or words.knows(units[start - 1]) or is_separator(units[start - 1])):
        start -= 1
    tail = units[start:]
    known = next((index for index, unit in enumerate(tail) if words.knows(unit)), None)
    if sum(map(_is_menu_line, tail)) >= _FEWEST_MENU_LINES:
        return start
    return len(units) if known is None else start + known


def _is_menu_line(unit: Unit) -> bool:
    return unit.words <= _MOST_MENU_WORDS and not unit.ends and unit.kind is not BlockKind.QUOTE
