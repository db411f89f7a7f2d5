"""What a saved page declares of itself: JSON-LD, ``meta``, ``time``, ``link``; never a guess from its prose.

Names are those of schema.org (Article, datePublished, headline, publisher),
the Open Graph protocol (og:title, article:published_time) and HTML.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from sitegen.articles.front_matter import is_web_address
from sitegen.articles.importing.html_tree import Element
from sitegen.config import LANGUAGE_TAG
from sitegen.explicit_dates import DateError, read_published

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

_ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "AnalysisNewsArticle",
    "Report",
    "WebPage",
)
_DEEPEST_JSON = 20


@dataclass(frozen=True, slots=True)
class Declared:
    """What the page says; "" and None where it says nothing."""

    title: str = ""
    source: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    summary: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    published: dt.date | dt.datetime | None = None
    updated: dt.date | dt.datetime | None = None
    other_days: tuple[dt.date, ...] = ()
    """Days of publication that the page declares too and that differ."""


def declared(root: Element) -> Declared:
    """Everything that a page declares of the article on it."""
    meta = _meta(root)
    linked = _linked_data(root)
    dates = [*_texts(linked, "datePublished"), *_named(meta, "article:published_time", "datepublished", "date", "dc.date", "pubdate")]
    dates += _times(root)
    days = [day for day in map(_date, dates) if day]
    updates = [*_texts(linked, "dateModified"), *_named(meta, "article:modified_time", "datemodified", "og:updated_time")]
    published = next((day for day in days), None)
    return Declared(
        title=_first(
            _texts(linked, "headline"), _named(meta, "og:title", "twitter:title"), [_content(root, "h1"), _content(root, "title")]
        ),
        source=_first(_texts(linked, "publisher"), _named(meta, "og:site_name", "application-name")),
        authors=tuple(dict.fromkeys(_texts(linked, "author") or _named(meta, "author", "article:author", "byl")))[:20],
        url=_address(root, meta),
        summary=_first(_named(meta, "og:description", "description"), _texts(linked, "description")),
        language=_language(root, meta),
        tags=tuple(dict.fromkeys(_named(meta, "article:tag")))[:20],
        published=published,
        updated=next((day for day in map(_date, updates) if day), None),
        other_days=tuple(dict.fromkeys(_day(day) for day in days if published and _day(day) != _day(published))),
    )


def _first(*lists: list[str]) -> str:
    return next((" ".join(text.split()) for texts in lists for text in texts if text.strip()), "")


def _content(root: Element, tag: str) -> str:
    return next((element.content() for element in root.walk() if element.tag == tag), "")


def _meta(root: Element) -> list[tuple[str, str]]:
    """Name and content of every ``meta`` element and every ``itemprop`` that carries its value in an attribute."""
    pairs = []
    for element in root.walk():
        name = element.get("property") or element.get("name") or element.get("itemprop")
        value = element.get("content") or (element.get("datetime") if element.get("itemprop") else "")
        if name and value:
            pairs.append((name.lower(), value))
    return pairs


def _named(meta: list[tuple[str, str]], *names: str) -> list[str]:
    return [value for name in names for found, value in meta if found == name]


def _times(root: Element) -> list[str]:
    """The ``time`` elements of the article's header: those before its first paragraph, or marked as its date."""
    article = next((element for element in root.walk() if element.tag == "article"), root)
    times = []
    for element in article.walk():
        if element.tag == "p" and len(element.content()) > 200:
            break
        if element.tag == "time" and element.get("datetime"):
            times.append(element.get("datetime"))
    return times[:1]


def _address(root: Element, meta: list[tuple[str, str]]) -> str:
    links = [element.get("href") for element in root.walk() if element.tag == "link" and "canonical" in element.get("rel").lower().split()]
    base = next((address for address in _named(meta, "og:url") if is_web_address(address)), "")
    return next((address for address in (*(urljoin(base, link) for link in links), base) if is_web_address(address)), "")


def _language(root: Element, meta: list[tuple[str, str]]) -> str:
    """The first that is a language tag, also where it is written as a locale: ``en_US``."""
    said = (tag.strip().replace("_", "-") for tag in (root.get("lang"), *_named(meta, "og:locale")))
    return next((tag for tag in said if LANGUAGE_TAG.fullmatch(tag)), "")


def _linked_data(root: Element) -> list[dict[str, Json]]:
    """The JSON-LD objects that describe an article, the most specific type first."""
    objects: list[dict[str, Json]] = []
    for element in root.walk():
        if element.tag == "script" and "ld+json" in element.get("type").lower():
            try:
                objects.extend(_objects(json.loads("".join(child.text for child in element.children)), 0))
            except (ValueError, RecursionError):
                continue  # a broken block declares nothing
    ranked = [(_rank(entry), entry) for entry in objects]
    return [entry for rank, entry in sorted(ranked, key=lambda pair: pair[0]) if rank < len(_ARTICLE_TYPES)]


def _objects(value: Json, depth: int) -> Iterator[dict[str, Json]]:
    if depth > _DEEPEST_JSON:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)
        yield from _objects(value.get("mainEntity"), depth + 1)


def _rank(entry: dict[str, Json]) -> int:
    kinds = entry.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return min(
        (_ARTICLE_TYPES.index(name) for name in names if isinstance(name, str) and name in _ARTICLE_TYPES), default=len(_ARTICLE_TYPES)
    )


def _texts(linked: list[dict[str, Json]], name: str) -> list[str]:
    """A property of the first object that has it: as text, or as the names of what it points to."""
    for entry in linked:
        found = [text for text in _names(entry.get(name)) if text.strip()]
        if found:
            return found
    return []


def _names(value: Json) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value[:20]:
                yield from _names(item) if not isinstance(item, list) else ()
        case dict():
            yield from _names(value.get("name")) if not isinstance(value.get("name"), dict) else ()
        case _:
            return


def _date(text: str) -> dt.date | dt.datetime | None:
    try:
        return read_published(text)
    except DateError:
        return None


def _day(moment: dt.date | dt.datetime) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment
