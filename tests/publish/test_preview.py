"""The preview: the last good site, what is wrong now, and nothing else of this machine."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.model import OutputFile
from sitegen.problems import UsageError
from sitegen.publish.preview import Preview
from sitegen.publish.server import HOST, PreviewServer
from sitegen.publish.watch import changes

SITE = (
    OutputFile("index.html", b"<!doctype html><body class='x'><h1>Home</h1>"),
    OutputFile("days/2025-03-18/index.html", b"<!doctype html><body>Day"),
    OutputFile("404.html", b"<!doctype html><body>Not here"),
    OutputFile("assets/style.css", b"p {}"),
    OutputFile("feed.xml", b"<feed/>"),
)


@pytest.fixture
def server() -> Iterator[PreviewServer]:
    """A server that shows SITE."""
    yield from _running("/")


@pytest.fixture
def below() -> Iterator[PreviewServer]:
    """The same below a path, as on project pages."""
    yield from _running("/repo/")


def _running(prefix: str) -> Iterator[PreviewServer]:
    preview = Preview(prefix)
    preview.show(SITE)
    with PreviewServer(preview, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(server: PreviewServer, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and content of an answer."""
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=5)
    connection.request(method, path, headers={"Host": f"localhost:{server.server_port}"} | headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), content


def test_pages_are_found_at_their_addresses(server: PreviewServer) -> None:
    """A folder shows its page, with or without the slash; what is not there gets the site's own page for that."""
    assert ask(server, "/")[0] == 200
    assert b"Day" in ask(server, "/days/2025-03-18/?q=1")[2]
    assert ask(server, "/days/2025-03-18")[1]["Location"] == "/days/2025-03-18/"
    status, _, content = ask(server, "/nowhere/")
    assert (status, b"Not here" in content) == (404, True)


def test_a_site_below_a_path_is_shown_below_that_path(below: PreviewServer) -> None:
    """A link that forgets the path fails here as it would where the site will stand."""
    assert b"Home" in ask(below, "/repo/")[2]
    assert ask(below, "/days/2025-03-18/")[1]["Location"] == "/repo/"
    assert below.url.endswith("/repo/")


def test_files_go_out_as_what_they_are(server: PreviewServer) -> None:
    """Only pages get the reloading script; no browser guesses or keeps anything."""
    _, headers, content = ask(server, "/assets/style.css")
    assert content == b"p {}"
    assert headers["Content-Type"] == "text/css; charset=utf-8"
    assert (headers["X-Content-Type-Options"], headers["Cache-Control"]) == ("nosniff", "no-store")
    assert b"/-/reload.js?build=" in ask(server, "/")[2]


def test_a_head_request_gets_no_content(server: PreviewServer) -> None:
    """Its length all the same."""
    status, headers, content = ask(server, "/assets/style.css", "HEAD")
    assert (status, headers["Content-Length"], content) == (200, "4", b"")


def test_nothing_is_written_through_the_server(server: PreviewServer) -> None:
    """It knows no other kind of request."""
    assert ask(server, "/", "POST")[0] == 501


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "[::1", "", "localhost@evil.example", "192.168.0.1"]
)
def test_a_foreign_name_for_this_machine_is_refused(server: PreviewServer, host: str) -> None:
    """A page elsewhere cannot read a draft by pointing its own name at 127.0.0.1."""
    assert ask(server, "/", Host=host)[0] == 421


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost.evil.example"])
def test_a_foreign_page_is_refused(server: PreviewServer, origin: str) -> None:
    """Nor by asking for it with a script."""
    assert ask(server, "/-/changes", Origin=origin)[0] == 421


@pytest.mark.parametrize(
    "path",
    [
        "/../pyproject.toml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "//etc/passwd",
        "/-/../preview.py",
        "/-/preview.py",
        "/assets/../../x",
        "/a\\..\\b",
        "/%00",
    ],
)
def test_no_path_leads_out_of_the_site(server: PreviewServer, path: str) -> None:
    """An address names a file of the site or nothing."""
    assert ask(server, path)[0] in {400, 404}


def test_a_fault_stands_above_the_last_good_page(server: PreviewServer) -> None:
    """Escaped, and gone with the next good build."""
    server.preview.show_fault("content/a.md:3:1: error: <bad>")
    content = ask(server, "/")[2]
    assert b"Home" in content
    assert b"content/a.md:3:1: error: &lt;bad&gt;" in content
    server.preview.show(SITE)
    assert b"sitegen-fault" not in ask(server, "/")[2]


def test_a_fault_in_the_first_build_has_a_page_of_its_own() -> None:
    """There is no good page yet."""
    preview = Preview()
    preview.show_fault("no title")
    answer = preview.answer("/")
    assert (answer.status, b"no title" in answer.content) == (500, True)


def test_a_browser_hears_of_each_build(server: PreviewServer) -> None:
    """Of the newest at once, then of the next as it comes; and a page names the build it shows."""
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=5)
    connection.request("GET", "/-/changes")
    stream = connection.getresponse()
    first = stream.readline()
    assert first.decode().removeprefix("data: ").strip() == server.preview.build
    server.preview.show(SITE)
    stream.readline()
    second = stream.readline()
    assert second != first
    assert second.decode().removeprefix("data: ").strip().encode() in ask(server, "/")[2]
    connection.close()


def test_a_taken_port_gives_the_next() -> None:
    """And where twenty are taken, a fault with its remedy."""
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        port = taken.getsockname()[1]
        with PreviewServer(Preview(), port) as server:
            assert port < server.server_port < port + 20


def test_no_free_port_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do about it."""
    monkeypatch.setattr("sitegen.publish.server._TRIES", 1)
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        with pytest.raises(UsageError, match="--port"):
            PreviewServer(Preview(), taken.getsockname()[1])


def test_every_change_gives_an_item(tmp_path: Path) -> None:
    """A new file in a folder, an edit of a single file, a folder that was not there before, and what is in it."""
    stop = threading.Event()
    content, themes, config = tmp_path / "content", tmp_path / "themes", tmp_path / "sitegen.yaml"
    content.mkdir()
    items = changes((content, themes), (config,), stop)
    next(items)
    (content / "a.md").write_text("a")
    next(items)
    config.write_text("title: A")
    next(items)
    themes.mkdir()
    next(items)
    (themes / "x.css").write_text("p {}")
    next(items)
    (content / "a.md").unlink()
    next(items)
    stop.set()
    assert next(items, "end") == "end"
