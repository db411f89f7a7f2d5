"""Links inside a finished site that lead nowhere."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from sitegen.model import OutputFile

# Read only on pages that sitegen wrote: attributes are double-quoted there. The first is quick and finds all links, also
# those that a text merely speaks of; the second tells the two apart.
_LINK = re.compile(rb' (?:href|src)="([^"]*)"')
_TAG_WITH_LINK = re.compile(rb'<[a-z][a-z0-9]*\s[^<>]*?\b(?:href|src)="([^"]*)"')
_ID = re.compile(rb' id="([^"]*)"')


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link of one page of the site to a place that the site does not have."""

    page: str
    """Path of the page's file."""
    link: str
    """As it stands on the page, unescaped."""


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a link leads within the site."""

    path: str
    fragment: str


def broken_links(files: tuple[OutputFile, ...]) -> tuple[BrokenLink, ...]:
    """Every relative link of every page whose file or fragment is not in the site; by page, each once."""
    pages = {file.path: file.content for file in files if file.path.endswith(".html")}
    ids: dict[str, frozenset[bytes] | None] = {file.path: None for file in files}
    ids |= {path: frozenset(_ID.findall(_on_one_line(content))) for path, content in pages.items()}
    known: dict[tuple[int, str], bool] = {}
    return tuple(BrokenLink(path, link) for path, content in pages.items() for link in _broken_on(path, content, ids, known))


def _broken_on(page: str, content: bytes, ids: dict[str, frozenset[bytes] | None], known: dict[tuple[int, str], bool]) -> Iterator[str]:
    found = dict.fromkeys(_LINK.findall(_on_one_line(content)))
    broken = {link: plain for link in found if (plain := _relative(link)) is not None and not _leads_somewhere(page, plain, ids, known)}
    if broken:
        real = set(_TAG_WITH_LINK.findall(content))
        yield from (plain for link, plain in broken.items() if link in real)


def _on_one_line(content: bytes) -> bytes:
    return content.replace(b"\n", b" ")


def _relative(link: bytes) -> str | None:
    """A link as it is meant, None where it leads out of the site."""
    plain = html.unescape(link.decode())
    if plain.startswith(("../", "#")):
        return plain
    parts = urlsplit(plain)
    return None if parts.scheme or parts.netloc or plain.startswith("/") else plain


def _leads_somewhere(page: str, link: str, ids: dict[str, frozenset[bytes] | None], known: dict[tuple[int, str], bool]) -> bool:
    depth = page.count("/")
    if not link.startswith("../" * depth) or not depth:
        return _is_there(_target(page, link), ids)
    # It names its target from the site's root, and so the same one on every page of this depth: most links do.
    key = (depth, link)
    if key not in known:
        known[key] = _is_there(_target(page, link), ids)
    return known[key]


def _is_there(target: _Target, ids: dict[str, frozenset[bytes] | None]) -> bool:
    if target.path not in ids:
        return False
    found = ids[target.path]
    return not target.fragment or found is None or html.escape(target.fragment).encode() in found


def _target(page: str, link: str) -> _Target:
    parts = urlsplit(link)
    path, fragment = unquote(parts.path), unquote(parts.fragment)
    if not path:
        return _Target(page, fragment)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    folder = path.endswith(("/", "/.", "/..")) or path in {".", ".."}
    return _Target(posixpath.normpath(f"{target}/index.html") if folder else target, fragment)
