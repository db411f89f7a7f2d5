"""A loopback server for a built site, as a static host would serve it: gzip, 404 page, sub-path."""

from __future__ import annotations

import contextlib
import gzip
import http.server
import re
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
_PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".ics"}


_CANONICAL = re.compile(r'<link rel="canonical" href="[a-z]+://[^/"]+(/[^"]*)"')


def prefix_of(public: Path) -> str:
    """The path below which a site was built to stand, as its front page says it; ``/`` where it does not say."""
    found = _CANONICAL.search((public / "index.html").read_text(encoding="utf-8"))
    return found[1] if found else "/"


def target(root: Path, prefix: str, address: str) -> Path | None:
    """The file of ``root`` that a request path names below ``prefix``, or None."""
    path = unquote(urlsplit(address).path)
    if not path.startswith(prefix):
        return None
    found = (root / path.removeprefix(prefix)).resolve()
    if not found.is_relative_to(root.resolve()):
        return None
    if found.is_dir():
        found = found / "index.html" if path.endswith("/") else found
    return found if found.is_file() else None


def _handler(root: Path, prefix: str) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            found = target(root, prefix, self.path)
            missing = root / "404.html"
            if found:
                self._send(HTTPStatus.OK, found)
            elif missing.is_file():
                self._send(HTTPStatus.NOT_FOUND, missing)
            else:
                self.send_error(HTTPStatus.NOT_FOUND)

        def _send(self, status: HTTPStatus, file: Path) -> None:
            body = file.read_bytes()
            self.send_response(status)
            self.send_header("Content-Type", _TYPES.get(file.suffix, "application/octet-stream"))
            self.send_header("Cache-Control", "max-age=600")
            if file.suffix in _PACKED and "gzip" in self.headers.get("Accept-Encoding", ""):
                body = gzip.compress(body, mtime=0)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name is the base class's
            """Tests stay quiet."""

    return Handler


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a connection early is no fault."""


@contextlib.contextmanager
def serving(root: Path, prefix: str) -> Iterator[str]:
    """Serve ``root`` below ``prefix`` on a free loopback port; gives the address, ending in ``/``; stops on leaving."""
    server = _Server(("127.0.0.1", 0), _handler(root, prefix))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
