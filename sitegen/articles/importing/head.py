"""What a document says of itself in its own lines: title, byline, dates, credit."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from sitegen.articles.importing.furniture import Removed, Words, plain
from sitegen.articles.importing.units import Unit
from sitegen.explicit_dates import DateError, read_published
from sitegen.model import BlockKind

_MOST_HEAD_LINES = 60
_LONGEST_TITLE = 30
_SHORTEST_TITLE = 4
_MOST_BYLINE_WORDS = 12
_ELLIPSIS = re.compile(r"(?:\.{3}|…)[\"'”’]*$")
_PERIOD = re.compile(r"\.[\"'”’)]*$")
_FULL_STOP = re.compile(r"[.:;,][\"'”’)]*$")
_AGENCY_LINE = re.compile(r"[-–—\s]*\(\s*([^\W\d_][\w .&/'-]{1,40})\s*\)[.\s]*")
_DATELINE = re.compile(r"[^()\n]{2,60}\(([^\W\d_][\w .&'-]{1,40})\)\s*[-–—_]")
_CREDIT_LABEL = re.compile(r"([^\W\d_][\w ]{0,20}?)\s*(?::\s*[-–—]*|[-–—]+)\s*(\S.{0,80})", re.DOTALL)
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)\S*")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, and what is left."""

    body: tuple[Unit, ...]
    removed: tuple[Removed, ...] = ()
    title: str = ""
    summary: str = ""
    author: str = ""
    credit: str = ""
    published: dt.date | dt.datetime | None = None
    updated: dt.date | dt.datetime | None = None

    def taking(self, unit: Unit, why: str) -> Found:
        """The same with one unit taken out of the body."""
        return replace(self, body=tuple(u for u in self.body if u is not unit), removed=(*self.removed, Removed(unit.line, unit.text, why)))


def read_head(found: Found, words: Words, title: str = "") -> Found:
    """The statements above the first paragraph, taken out of the body.

    ``title`` is the title where it is known from elsewhere.
    """
    head_size = next((i for i, unit in enumerate(found.body) if _is_prose(unit)), len(found.body))
    head = found.body[: min(head_size, _MOST_HEAD_LINES)]
    for unit in head:
        found = _statement(found, unit, words)
    head = tuple(unit for unit in head if any(unit is kept for kept in found.body))
    if not title or any(plain(unit.text) == plain(title) for unit in head):
        found = _title(found, head, title)
    return _below_title(found, tuple(unit for unit in head if any(unit is kept for kept in found.body)))


def _is_prose(unit: Unit) -> bool:
    """Whether it is a paragraph of the text: a sentence that ends, and no question or cry that may be a title."""
    ends = unit.ends and not _ELLIPSIS.search(unit.text)
    return ends and (unit.words > _MOST_BYLINE_WORDS or bool(_PERIOD.search(unit.text)))


def read_credits(units: tuple[Unit, ...], words: Words) -> Found:
    """The document with its credit lines taken out of the body."""
    names = [_credit_of(unit, words) for unit in units]
    named = [(unit, name) for unit, name in zip(units, names, strict=True) if name]
    found = Found(
        body=tuple(unit for unit, name in zip(units, names, strict=True) if not name),
        removed=tuple(Removed(unit.line, unit.text, "a credit line, kept as credit") for unit, _ in named),
        credit=next((name for _, name in named), ""),
    )
    if not found.credit and found.body:
        first = next((unit for unit in found.body if _is_prose(unit)), found.body[0])
        dateline = _DATELINE.match(first.text)
        found = replace(found, credit=dateline[1].strip() if dateline else "")
    return found


def _credit_of(unit: Unit, words: Words) -> str:
    """The publisher that a credit line names, "" where it is none."""
    if unit.words > _MOST_BYLINE_WORDS:
        return ""
    label = _CREDIT_LABEL.fullmatch(unit.text)
    if label and plain(label[1]) in words.lists["credit_labels"]:
        return _name(label[2])
    agency = _AGENCY_LINE.fullmatch(unit.text)
    if agency:
        return agency[1].strip()
    return _name(words.opening("credit_openings", unit.text) or "")


def _name(text: str) -> str:
    domain = _DOMAIN.fullmatch(text.strip())
    return domain[1] if domain else " ".join(text.split()).strip(" .:-–—()[]")


def _statement(found: Found, unit: Unit, words: Words) -> Found:
    """A head line that is a byline or a date, taken out."""
    if unit.words > _MOST_BYLINE_WORDS:
        return found
    updated = words.opening("updated", unit.text)
    if updated and (day := _date(updated, words)):
        return replace(found.taking(unit, "the date of the last change"), updated=found.updated or day)
    published = words.opening("published", unit.text)
    if day := _date(published if published is not None else unit.text, words):
        return replace(found.taking(unit, "the date of publication"), published=found.published or day)
    author = words.opening("byline", unit.text)
    if author and not unit.ends and author[0].isupper():
        return replace(found.taking(unit, "the byline"), author=found.author or author)
    return found


def _date(text: str, words: Words) -> dt.date | dt.datetime | None:
    text = words.without_links(text).strip(" :,-–—")
    if not any(character.isdecimal() for character in text):
        return None
    try:
        return read_published(text)
    except DateError:
        return None


def _title(found: Found, head: tuple[Unit, ...], known: str) -> Found:
    candidates = [unit for unit in head if _may_be_title(unit)]
    if known:
        candidates = [unit for unit in head if plain(unit.text) == plain(known)]
    if not candidates:
        return found
    best = next((u for u in candidates if u.kind is BlockKind.HEADING), next((u for u in candidates if u.words >= _SHORTEST_TITLE), None))
    chosen = best or max(candidates, key=lambda unit: unit.words)
    for unit in head:
        if unit is chosen:
            break
        found = found.taking(unit, "a menu of the page")
    return replace(found.taking(chosen, "the title, kept as title"), title=" ".join(chosen.text.split()))


def _may_be_title(unit: Unit) -> bool:
    return unit.words <= _LONGEST_TITLE and unit.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and not _FULL_STOP.search(unit.text)


def _below_title(found: Found, head: tuple[Unit, ...]) -> Found:
    """The lines between the title and the first paragraph: a summary, or what was cut off."""
    for unit in head:
        if not found.title or unit.kind is not BlockKind.PARAGRAPH or unit.words < _SHORTEST_TITLE:
            continue
        if unit.words > _MOST_BYLINE_WORDS or _ELLIPSIS.search(unit.text):
            found = found.taking(unit, "a standfirst that breaks off")
        elif not found.summary and not unit.ends:
            found = replace(found.taking(unit, "the standfirst, kept as summary"), summary=" ".join(unit.text.split()))
    return found
