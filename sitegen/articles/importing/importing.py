"""The import: a document -> the text of an article's file, or what is missing to make one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.articles import slugs
from sitegen.articles.assemble import CONTROL
from sitegen.articles.front_matter import LONGEST
from sitegen.articles.importing.compose import Value, article_text, markdown_of
from sitegen.articles.importing.furniture import Removed, furniture_words, without_furniture
from sitegen.articles.importing.head import Found, read_credits, read_head
from sitegen.articles.importing.html_tree import parse_html
from sitegen.articles.importing.metadata import Declared, declared
from sitegen.articles.importing.page import units_of_page
from sitegen.articles.importing.units import Unit, units_of_text
from sitegen.articles.reading import Source, decode
from sitegen.model import BlockKind
from sitegen.problems import Place, Problem, problem

LARGEST_PAGE = 8 * 1024 * 1024

AllowedDays = Callable[[str, str], tuple[str, ...]]
"""Prose and language -> the publication days that its weekdays and tenses allow, in words; empty where they say nothing."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_IS_HTML = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_MOST_HEADING_WORDS = 12


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the user says of a document; it counts more than what the document says."""

    date: dt.date | dt.datetime | None = None
    title: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    language: str = ""
    """"" takes what the page declares, else English."""


@dataclass(frozen=True, slots=True)
class Imported:
    """An article made of a document."""

    slug: str
    title: str
    text: str
    """The whole file: front matter and Markdown."""
    removed: tuple[Removed, ...]
    """What was left out or moved to the front matter, in the order of the document."""
    notes: tuple[str, ...]
    """Where the date and the title come from, a sentence each."""


def import_file(path: Path, options: ImportOptions, allowed_days: AllowedDays | None = None) -> tuple[Imported | None, tuple[Problem, ...]]:
    """The article that a file of raw text or a saved page holds, None where something is missing, and every problem."""
    place = Place(str(path), 1, 1)
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_PAGE + 1)
    except OSError as error:
        return None, (problem("unreadable", place, f"cannot be read: {error.strerror}", "check the name"),)
    if len(raw) > LARGEST_PAGE:
        return None, (problem("file-too-large", place, f"more than {LARGEST_PAGE:,} bytes", "save the article alone"),)
    source = decode(_utf8(raw), path.name, str(path))
    if isinstance(source, Problem):
        return None, (source,)
    return import_document(source, str(path), options, allowed_days)


def _utf8(raw: bytes) -> bytes:
    """A page's bytes in UTF-8, where it declares another encoding that they are in; other bytes as they are."""
    charset = _CHARSET.search(raw[:4096])
    if charset and charset[1].lower() not in {b"utf-8", b"utf8"}:
        try:
            return raw.decode(charset[1].decode("ascii")).encode("utf-8")
        except (LookupError, UnicodeError):
            return raw
    return raw


def import_document(
    source: Source, path: str, options: ImportOptions, allowed_days: AllowedDays | None = None
) -> tuple[Imported | None, tuple[Problem, ...]]:
    """The article that a document's text holds; see `import_file`."""
    text = CONTROL.sub("", source.text.removeprefix("\ufeff"))
    if _IS_HTML.match(text):
        root = parse_html(text)
        said = declared(root)
        units, left_out = units_of_page(root, said.url)
    else:
        said = Declared()
        units, left_out = units_of_text(text), ()
    language = options.language.replace("_", "-") or said.language or "en"
    words = furniture_words(language)
    found = read_credits(units, words)
    kept, removed = without_furniture(found.body, words)
    found = read_head(replace(found, body=kept, removed=(*left_out, *found.removed, *removed)), words, options.title or said.title)
    found = replace(found, removed=tuple(sorted(found.removed, key=lambda entry: entry.line)))
    problems = tuple(_problems(found, said, options, path, language, allowed_days))
    if any(fault.severity == "error" for fault in problems):
        return None, problems
    return _imported(found, said, options, language), problems


def _problems(
    found: Found, said: Declared, options: ImportOptions, path: str, language: str, allowed_days: AllowedDays | None
) -> Iterator[Problem]:
    place = Place(path, 1, 1)
    if not found.body:
        yield problem("empty-document", place, "nothing is left when what stands around the article is removed", "paste the article's text")
        return
    if not (options.title or said.title or found.title):
        first = " ".join(found.body[0].text.split()[:6])
        message = f"no title was found: the text starts with '{first} …'"
        yield problem("missing-title", place, message, f'type: sitegen import {path} --title "…"')
    if not (options.date or said.published or found.published):
        prose = "\n\n".join(unit.text for unit in found.body)
        days = allowed_days(prose, language) if allowed_days else ()
        allows = f"; its weekdays and tenses allow: {', '.join(days)}" if days else ""
        yield problem("missing-date", place, f"the document declares no date{allows}", f"type: sitegen import {path} --date YYYY-MM-DD")
    if said.other_days and not options.date:
        others = " and ".join(map(str, said.other_days))
        message = f"the page declares {said.published} as its date, and {others} too"
        yield problem("conflicting-dates", place, message, "if the first is wrong, add  --date YYYY-MM-DD", warning=True)


def _imported(found: Found, said: Declared, options: ImportOptions, language: str) -> Imported:
    title = options.title or _fitting("title", said.title or found.title)
    source = options.source or _fitting("source", said.source)
    credit = _fitting("credit", found.credit)
    authors = tuple(_fitting("author", name) for name in said.authors)
    published = options.date or said.published or found.published
    updated = said.updated or found.updated
    fields: dict[str, Value] = {
        "title": title,
        "date": published.isoformat() if published else "",
        "updated": updated.isoformat() if updated and updated != published else "",
        "source": source,
        "author": options.author or (authors if authors[1:] else "".join(authors)) or _fitting("author", found.author),
        "url": options.url or said.url,
        "credit": "" if credit.casefold() == source.casefold() else credit,
        "tags": options.tags or tuple(tag for tag in said.tags if tag == _fitting("tags", tag)),
        "lang": language,
        "summary": _fitting("summary", found.summary or said.summary),
    }
    body = markdown_of(_with_headings(found.body))
    return Imported(slugs.of_title(title), title, article_text(fields, body), found.removed, tuple(_notes(said, options, found)))


def _fitting(name: str, text: str) -> str:
    """What a document says, as far as front matter takes it: on one line, without control characters, cut between two words."""
    plain = " ".join(CONTROL.sub("", text).split())
    most = LONGEST[name]
    return plain if len(plain) <= most else f"{plain[: most - 1].rpartition(' ')[0] or plain[: most - 1]}…"


def _with_headings(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units, a short line without an end before a paragraph made a heading."""
    pairs = zip(units, (*units[1:], None), strict=True)
    return tuple(
        replace(unit, kind=BlockKind.HEADING, level=2, markdown="") if after and _is_heading(unit) and after.ends else unit
        for unit, after in pairs
    )


def _is_heading(unit: Unit) -> bool:
    return unit.kind is BlockKind.PARAGRAPH and unit.words <= _MOST_HEADING_WORDS and not unit.ends and unit.text[-1] not in '"”’»,-–—_'


def _notes(said: Declared, options: ImportOptions, found: Found) -> Iterator[str]:
    if not options.date:
        where = "what the page declares" if said.published else "a line of the document"
        yield f"The date is {said.published or found.published}, from {where}."
    if not options.title:
        yield f"The title is {'what the page declares' if said.title else 'a line of the document'}."
    if not (options.source or said.source):
        yield "No source is declared: add  source: …  to the article, for events are compared by their sources."
