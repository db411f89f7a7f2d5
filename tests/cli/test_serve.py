"""`sitegen serve` as a person uses it: look, edit, look again."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

ARTICLE = "---\ntitle: Bridge\ndate: 2025-03-17\n---\n\nThe harbour bridge {} on Monday.\n"


@dataclass
class Served:
    """A running preview of a site."""

    site: Path
    port: int
    process: subprocess.Popen[str]
    stream: http.client.HTTPResponse

    def page(self, path: str = "/") -> str:
        """What a browser gets."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        with closing(connection):
            connection.request("GET", path)
            return connection.getresponse().read().decode()

    def page_with(self, text: str) -> str:
        """The page as soon as it shows a text: looked at again after each build that the browser is told of."""
        while text not in (page := self.page()):
            while not (line := self.stream.readline()).startswith(b"data: "):
                assert line, "the stream ended"
        return page


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A site with one article, shown on a free port."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text(ARTICLE.format("opened"))
    command = [sys.executable, "-m", "sitegen", "serve", str(tmp_path), "--port", "18420", "-j1"]
    # Tests run in a shell's background have Ctrl-C ignored, and the preview would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}) as process:
        assert process.stderr
        address = process.stderr.readline().split()[0]
        port = int(address.rsplit(":", 1)[1].strip("/"))
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", "/-/changes")
        running = Served(tmp_path, port, process, connection.getresponse())
        try:
            yield running
            connection.close()
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 130
        finally:
            process.kill()  # whatever went wrong, nobody waits for it


def test_the_page_follows_the_edits(served: Served) -> None:
    """An edit, a fault above the last good page, its mending, a setting; and nothing is written to public/."""
    assert "reload.js" in served.page_with("opened")
    (served.site / "content/a.md").write_text(ARTICLE.format("closed"))
    served.page_with("closed")

    (served.site / "content/b.md").write_text("---\ntitle: No date\n---\n")
    assert "closed" in served.page_with("content/b.md:2:1: error: the article has no date")

    (served.site / "content/b.md").unlink()
    (served.site / "sitegen.yaml").write_text("title: Harbour News\n")
    assert "sitegen-fault" not in served.page_with("Harbour News")
    assert not (served.site / "public").exists()
