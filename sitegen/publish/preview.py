"""A site in memory, shown to one browser on this machine while it is written.

Nothing is read from the disk to answer a request: an address is looked up among
the files of the last good build, so that no path leads out of the site.
"""

from __future__ import annotations

import html
import mimetypes
import re
import secrets
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sitegen.model import OutputFile

OWN = "/-/"
"""Addresses below this are the preview's own."""
CHANGES = f"{OWN}changes"
_ASSETS = Path(__file__).with_name("assets")
_TYPES = {
    ".js": "text/javascript",
    ".json": "application/json",
    ".ics": "text/calendar",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
}
_BODY = re.compile(rb"<body[^>]*>")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets."""

    status: HTTPStatus
    content: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    location: str = ""


class Preview:
    """The last good build and what is wrong with the newest; threads may use it at once."""

    def __init__(self, prefix: str = "/") -> None:
        """``prefix`` is the path that the site will stand under, with its slashes."""
        self.prefix = prefix
        self._files: dict[str, bytes] = {}
        self._fault = ""
        self._name = secrets.token_hex(4)
        self._count = 0
        self._changed = threading.Condition()

    @property
    def build(self) -> str:
        """Names the newest build, unlike those of an earlier run."""
        return f"{self._name}-{self._count}"

    def show(self, files: Iterable[OutputFile]) -> None:
        """A build went well: this is the site now."""
        self._set({file.path: file.content for file in files}, "")

    def show_fault(self, fault: str) -> None:
        """A build failed: the last good site stays, with the fault above each page."""
        self._set(self._files, fault)

    def wait(self, seen: str, seconds: float) -> str:
        """The newest build, as soon as it is another one than ``seen`` or the time is up."""
        with self._changed:
            self._changed.wait_for(lambda: self.build != seen, seconds)
            return self.build

    def answer(self, target: str) -> Answer:
        """The answer to a request for a path, perhaps with a query."""
        path = unquote(urlsplit(target).path)
        if path.startswith(OWN):
            return _own(path.removeprefix(OWN))
        if not path.startswith(self.prefix):
            return Answer(HTTPStatus.FOUND, location=self.prefix)
        return self._page(path.removeprefix(self.prefix))

    def _set(self, files: dict[str, bytes], fault: str) -> None:
        with self._changed:
            self._files, self._fault = files, fault
            self._count += 1
            self._changed.notify_all()

    def _page(self, path: str) -> Answer:
        name = f"{path}index.html" if path.endswith("/") or not path else path
        if name in self._files:
            return self._file(HTTPStatus.OK, name)
        if f"{path}/index.html" in self._files:
            return Answer(HTTPStatus.MOVED_PERMANENTLY, location=f"{self.prefix}{path}/")
        if "404.html" in self._files:
            return self._file(HTTPStatus.NOT_FOUND, "404.html")
        status = HTTPStatus.INTERNAL_SERVER_ERROR if self._fault else HTTPStatus.NOT_FOUND
        return Answer(status, self._with_extras(b"<!doctype html><title>sitegen</title><body>"), "text/html; charset=utf-8")

    def _file(self, status: HTTPStatus, name: str) -> Answer:
        content = self._files[name]
        kind = _TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        if kind == "text/html":
            content = self._with_extras(content)
        return Answer(status, content, f"{kind}; charset=utf-8" if kind.startswith(("text/", "application/json")) else kind)

    def _with_extras(self, page: bytes) -> bytes:
        """The page with the script that reloads it and what is wrong with the site."""
        extras = f'<script src="{OWN}reload.js?build={self.build}"></script>'
        if self._fault:
            extras += f'<link rel="stylesheet" href="{OWN}fault.css"><div id="sitegen-fault" role="alert">{html.escape(self._fault)}</div>'
        body = _BODY.search(page)
        place = body.end() if body else len(page)
        return page[:place] + extras.encode() + page[place:]


def _own(name: str) -> Answer:
    if name == "reload.js":
        return Answer(HTTPStatus.OK, (_ASSETS / name).read_bytes(), "text/javascript; charset=utf-8")
    if name == "fault.css":
        return Answer(HTTPStatus.OK, (_ASSETS / name).read_bytes(), "text/css; charset=utf-8")
    return Answer(HTTPStatus.NOT_FOUND)
