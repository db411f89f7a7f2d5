"""Which links of a built site lead nowhere, as a browser resolves them from where the site stands."""

from __future__ import annotations

import html.parser
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

_ONE = {"href", "src", "poster", "data", "action", "cite", "xlink:href"}
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)""")
_FEED_LINK = re.compile(r'<link\b[^>]*\bhref="([^"]*)"')


class _Page(html.parser.HTMLParser):
    """The links and the anchors of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag  # any element may link
        for name, value in attrs:
            if name == "id" and value:
                self.anchors.add(value)
            elif name in _ONE and value is not None:
                self.links.add(value)
            elif name == "srcset" and value:
                self.links.update(part.split()[0] for part in value.split(","))


@cache
def read(file: Path) -> _Page:
    """The links and anchors of a file: of a page by its elements, of a style sheet or feed by its addresses."""
    page = _Page()
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        page.feed(text)
    elif file.suffix == ".css":
        page.links |= set(_CSS_URL.findall(text))
    else:
        page.links |= set(_FEED_LINK.findall(text))
    return page


def broken(public: Path, home: str, *, folders: bool) -> list[str]:
    """``PAGE -> LINK`` for each link inside the site that leads nowhere, the site standing at ``home``.

    ``folders`` says whether an address that ends in ``/`` gives the folder's ``index.html``: a server does that, a disk does not.
    """
    return sorted(
        f"{file.relative_to(public)} -> {link}"
        for file in public.rglob("*")
        if file.suffix in {".html", ".css"} or file.name in {"feed.xml", "changes.xml"}
        for link in read(file).links
        if not _leads(public, home, file, link, folders=folders)
    )


def _leads(public: Path, home: str, file: Path, link: str, *, folders: bool) -> bool:
    if re.match(r"(?!file:)[a-z][a-z0-9+.-]*:", link):
        return True
    address, fragment = urldefrag(urljoin(home + file.relative_to(public).as_posix(), link))
    if not address.startswith(home):
        return False
    target = public / unquote(address.removeprefix(home).partition("?")[0])
    if target.is_dir() and folders and (address.endswith("/") or target == public):
        target /= "index.html"
    if not target.is_file():
        return False
    return not fragment or target.suffix != ".html" or unquote(fragment) in read(target).anchors


def internal(public: Path) -> Iterator[str]:
    """Every link that stays inside, to show that a check had something to check."""
    for file in public.rglob("*.html"):
        yield from (link for link in read(file).links if not re.match(r"[a-z][a-z0-9+.-]*:", link))
