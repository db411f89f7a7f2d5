"""The preview's web server: this machine only, and only for pages that this server showed."""

from __future__ import annotations

import errno
import socket
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast
from urllib.parse import urlsplit

from sitegen.problems import Place, UsageError, problem
from sitegen.publish.preview import CHANGES, Answer, Preview

HOST = "127.0.0.1"
_NAMES = {"127.0.0.1", "localhost"}
_TRIES = 20
_HEARTBEAT = 10.0
"""Seconds between signs of life, by which the server also notices that a browser has left."""


class PreviewServer(ThreadingHTTPServer):
    """Serves a preview on the first free port from ``port`` on; port 0 takes any."""

    daemon_threads = True
    # Else a second server could take a port that is in use.
    allow_reuse_address = False

    def __init__(self, preview: Preview, port: int) -> None:
        self.preview = preview
        super().__init__((HOST, _free_port(port)), _Handler)

    @property
    def url(self) -> str:
        """Where the site's front page is."""
        return f"http://{HOST}:{self.server_port}{self.preview.prefix}"


def _free_port(first: int) -> int:
    last = min(first + _TRIES, 65536)
    for port in range(first, last):
        with socket.socket() as probe:
            try:
                probe.bind((HOST, port))
            except OSError as error:
                if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                    raise
            else:
                return port
    fault = problem("no-port", Place(HOST), f"ports {first} to {last - 1} are all taken", "name another with --port")
    raise UsageError([fault])


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "sitegen"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer a request."""
        if not self._is_ours():
            self._send(Answer(HTTPStatus.MISDIRECTED_REQUEST, b"This server answers to 127.0.0.1 and localhost only.\n"))
        elif urlsplit(self.path).path == CHANGES:
            self._stream()
        else:
            self._send(self._preview.answer(self.path))

    def do_HEAD(self) -> None:
        """Answer a request without the content."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base class names it so
        """Say nothing: the terminal belongs to the builds."""

    @property
    def _preview(self) -> Preview:
        return cast("PreviewServer", self.server).preview

    def _is_ours(self) -> bool:
        """Whether page and request come from this server: a foreign site may point its own name at this machine."""
        origin = self.headers.get("Origin")
        return _host(f"//{self.headers.get('Host', '')}") in _NAMES and (origin is None or _host(origin) in _NAMES)

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.content)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        if answer.location:
            self.send_header("Location", answer.location)
        self.end_headers()
        if self.command != "HEAD":
            with suppress(ConnectionError):
                self.wfile.write(answer.content)

    def _stream(self) -> None:
        """Name the newest build, and each one after it, for as long as the browser listens."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = ""
        with suppress(ConnectionError):
            while True:
                newest = self._preview.wait(seen, _HEARTBEAT)
                self.wfile.write(b": still here\n\n" if newest == seen else f"data: {newest}\n\n".encode())
                seen = newest


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
