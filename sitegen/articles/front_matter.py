"""The lines between ``---`` at the head of a file: what an article says of itself."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from sitegen.articles import slugs
from sitegen.articles.overrides import read_overrides
from sitegen.config import LANGUAGE_TAG
from sitegen.explicit_dates import DateError, read_published
from sitegen.fields import Fields
from sitegen.model import Override
from sitegen.problems import Place, Problem, problem
from sitegen.strict_yaml import Mapping, Sequence, read

NAMES = (
    "title",
    "date",
    "updated",
    "source",
    "author",
    "url",
    "credit",
    "tags",
    "lang",
    "summary",
    "draft",
    "slug",
    "aliases",
    "retrieved",
    "dates",
)
# What other site generators and metadata vocabularies call the same thing.
_OTHER_NAMES = {
    "headline": "title",
    "published": "date",
    "publishdate": "date",
    "pubdate": "date",
    "lastmod": "updated",
    "modified": "updated",
    "publisher": "source",
    "site": "source",
    "source_name": "source",
    "authors": "author",
    "byline": "author",
    "link": "url",
    "source_url": "url",
    "canonical": "url",
    "tag": "tags",
    "keywords": "tags",
    "categories": "tags",
    "language": "lang",
    "locale": "lang",
    "description": "summary",
    "abstract": "summary",
    "permalink": "slug",
    "alias": "aliases",
    "redirect": "aliases",
    "redirect_from": "aliases",
    "accessed": "retrieved",
    "overrides": "dates",
}
_CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)
LONGEST = {"title": 300, "source": 200, "author": 200, "credit": 200, "tags": 200, "summary": 2000}
"""The most characters of a text; of the tags and of several authors, of each."""
_TEMPLATE = "start the file with:  ---  then title: …  then date: 2025-03-17  then  ---  each on a line of its own"
_DATE_HINT = "add a line such as  date: 2025-03-17"


@dataclass(frozen=True, slots=True)
class Split:
    """A file in two: its front matter and its body."""

    head: str
    body: str
    body_line: int
    """Line of the file on which the body starts."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What an article says of itself; empty where it says nothing."""

    published: dt.date | dt.datetime
    title: str
    slug: str
    slug_at: tuple[int, int]
    """Line and column; the file's start where its name gives the slug."""
    updated: dt.date | dt.datetime | None
    source: str
    authors: tuple[str, ...]
    url: str
    credit: str
    tags: tuple[str, ...]
    language: str
    summary: str
    draft: bool
    aliases: tuple[str, ...]
    aliases_at: tuple[int, int]
    retrieved: dt.date | None
    overrides: tuple[tuple[Override, Place], ...]
    """With the place in the file where each stands."""


def split(text: str, path: str) -> Split | Problem:
    """Front matter and body of a file; its lines end in a single line feed."""
    first, newline, rest = text.partition("\n")
    if first.rstrip() != "---":
        hint = "front matter is YAML here: write it between lines of ---" if first.startswith(("+++", "{")) else _TEMPLATE
        message = "the file does not start with front matter" if text.strip() else "the file is empty"
        return problem("no-front-matter", Place(path, 1, 1), message, hint)
    closing = _CLOSING.search(rest) if newline else None
    if not closing:
        return problem("front-matter-open", Place(path, 1, 1), "the front matter is never closed", "add a line with only --- below it")
    body = rest[closing.end() + 1 :]
    return Split(rest[: closing.start()], body, 2 + rest.count("\n", 0, closing.end() + 1) + (closing.end() == len(rest)))


def parse(head: str, path: str, stem: str) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """The front matter that starts on line 2 of a file, None where it cannot stand, and every fault in it."""
    root, problems = read(head, path, 2)
    if root is None and problems:
        return None, problems
    if root is None:
        return None, (problem("missing-date", Place(path, 2, 1), "the front matter is empty", _DATE_HINT),)
    if not isinstance(root, Mapping):
        return None, (problem("bad-yaml", root.place, "the front matter is not 'name: value' lines", _TEMPLATE),)
    fields = Fields(root)
    fields.problems.extend(problems)
    fields.check_names(NAMES, _OTHER_NAMES, warning=True)
    published = _date(fields, "date")
    if published is None and fields.node("date") is None:
        empty = root.get("date")
        fields.fault(empty.place if empty else Place(path, 2, 1), "missing-date", "the article has no date", _DATE_HINT)
    found = _read(fields, published or dt.date.min, path, stem)
    return (found if published else None), tuple(fields.problems)


def _read(fields: Fields, published: dt.date | dt.datetime, path: str, stem: str) -> FrontMatter:
    retrieved = _date(fields, "retrieved")
    return FrontMatter(
        published=published,
        title=" ".join(fields.text("title", limit=LONGEST["title"]).split()),
        slug=_slug(fields, path, stem),
        slug_at=_at(fields, "slug"),
        updated=_date(fields, "updated"),
        source=fields.text("source", limit=LONGEST["source"]),
        authors=_authors(fields),
        url=_url(fields),
        credit=fields.text("credit", limit=LONGEST["credit"]),
        tags=fields.texts("tags", limit=LONGEST["tags"]),
        language=_language(fields),
        summary=" ".join(fields.text("summary", limit=LONGEST["summary"]).split()),
        draft=fields.flag("draft"),
        aliases=_aliases(fields),
        aliases_at=_at(fields, "aliases"),
        retrieved=retrieved.date() if isinstance(retrieved, dt.datetime) else retrieved,
        overrides=read_overrides(fields),
    )


def _date(fields: Fields, name: str) -> dt.date | dt.datetime | None:
    scalar = fields.scalar(name)
    if scalar is None:
        return None
    try:
        return read_published(scalar.text)
    except DateError as error:
        fields.fault(scalar.place, "bad-date", f"'{name}': {error}", error.hint)
        return None


def _at(fields: Fields, name: str) -> tuple[int, int]:
    node = fields.node(name)
    return (node.place.line, node.place.column) if node else (1, 1)


def _authors(fields: Fields) -> tuple[str, ...]:
    """Those of a list, each on its own; a byline in one text stays one: "Ann Lee, Chief Reporter" are not two."""
    if isinstance(fields.node("author"), Sequence):
        return fields.texts("author", limit=LONGEST["author"])
    byline = fields.text("author", limit=LONGEST["author"])
    return (byline,) if byline else ()


def _slug(fields: Fields, path: str, stem: str) -> str:
    scalar = fields.scalar("slug")
    slug = slugs.of_stem(stem) if scalar is None else scalar.text.strip()
    if fault := slugs.fault_of(slug):
        place = scalar.place if scalar else Place(path, 1, 1)
        message = f"the slug '{visible(slug)}' cannot be used: {fault}"
        fields.fault(place, "bad-slug", message, "write a slug of letters, digits and hyphens")
    return slug


def _url(fields: Fields) -> str:
    scalar = fields.scalar("url")
    if scalar is None:
        return ""
    address = scalar.text.strip()
    if not is_web_address(address):
        fields.fault(
            scalar.place, "bad-url", f"'url' is no web address: '{visible(address)}'", "write it whole: https://example.org/report"
        )
        return ""
    return address


def is_web_address(address: str) -> bool:
    """Whether a text is an http or https address with a host, on one line and not too long."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and len(address) <= 2000 and not re.search(r"[\s<>\"]", address)


def _language(fields: Fields) -> str:
    scalar = fields.scalar("lang")
    if scalar is None:
        return ""
    tag = scalar.text.strip()
    if not LANGUAGE_TAG.fullmatch(tag):
        fields.fault(scalar.place, "bad-value", f"'lang' is no language tag: '{visible(tag)}'", "write, for example, lang: en")
    return tag


def _aliases(fields: Fields) -> tuple[str, ...]:
    """Further slugs (``old``), and paths below the site's root (``/2025/old``, ``/old.html``), without a slash or ``index.html`` behind."""
    node = fields.node("aliases")
    aliases = []
    for alias in fields.texts("aliases"):
        path = alias.removesuffix("index.html").rstrip("/")
        if any(slugs.fault_of(part) for part in path.removeprefix("/").split("/")):
            place = node.place if node else fields.mapping.place
            hint = "write a slug, or a path below the site such as /2025/old-name/"
            fields.fault(place, "bad-alias", f"the alias '{visible(alias)}' cannot be used", hint)
        aliases.append(path)
    return tuple(dict.fromkeys(aliases))


def visible(text: str) -> str:
    """A text for messages: characters that do not print as their code."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
