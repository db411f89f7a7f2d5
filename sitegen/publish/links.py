"""Links inside a finished site that lead nowhere."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from sitegen.model import OutputFile

# Only ever read on pages that sitegen wrote: attributes are double-quoted there.
_LINK = re.compile(r'<[a-z][a-z0-9]*\s[^<>]*?\b(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link of one page of the site to a place that the site does not have."""

    page: str
    """Path of the page's file."""
    link: str
    """As it stands on the page, unescaped."""


def broken_links(files: tuple[OutputFile, ...]) -> tuple[BrokenLink, ...]:
    """Every relative link of every page whose file or fragment is not in the site; by page, each once."""
    pages = {file.path: file.content.decode() for file in files if file.path.endswith(".html")}
    paths = {file.path for file in files}
    ids = {path: frozenset(html.unescape(found) for found in _ID.findall(text)) for path, text in pages.items()}
    return tuple(
        BrokenLink(page, link)
        for page, text in pages.items()
        for link in _relative_links(text)
        if not _leads_somewhere(page, link, paths, ids)
    )


def _relative_links(text: str) -> Iterator[str]:
    for link in dict.fromkeys(_LINK.findall(text)):
        plain = html.unescape(link)
        parts = urlsplit(plain)
        if not parts.scheme and not parts.netloc and not plain.startswith("/"):
            yield plain


def _leads_somewhere(page: str, link: str, paths: set[str], ids: dict[str, frozenset[str]]) -> bool:
    parts = urlsplit(link)
    target = _file_of(page, unquote(parts.path))
    if target not in paths:
        return False
    return not parts.fragment or target not in ids or unquote(parts.fragment) in ids[target]


def _file_of(page: str, path: str) -> str:
    if not path:
        return page
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    folder = path.endswith(("/", "/.", "/..")) or path in {".", ".."}
    return posixpath.normpath(f"{target}/index.html") if folder else target
