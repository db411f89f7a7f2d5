"""What a page weighs on the way to a telephone."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser


def packed(*files: Path) -> int:
    """Bytes on the way, packed as hosts pack them."""
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def scripts(public: Path, page: str) -> list[Path]:
    """The scripts that a page loads."""
    folder = (public / page).parent
    sources = re.findall(r'<script[^>]* src="([^"?]*)', (public / page).read_text(encoding="utf-8"))
    return [(folder / source).resolve() for source in sources]


def test_the_front_page_is_light(public: Path) -> None:
    """Page and style sheet together stay below 30 KB; no script is needed or loaded."""
    assert packed(public / "index.html", public / "assets" / "style.css") <= 30 * 1024
    assert scripts(public, "index.html") == []


def test_the_timeline_is_light(public: Path) -> None:
    """Its script stays below 10 KB, and the first view with its style and script below 200 KB."""
    script = scripts(public, "timeline/index.html")
    assert script
    assert packed(*script) <= 10 * 1024
    assert packed(public / "timeline" / "index.html", public / "assets" / "style.css", *script) <= 200 * 1024


def test_no_page_is_heavy(public: Path) -> None:
    """No page is above 1 MB, unpacked."""
    assert [page for page in public.rglob("*.html") if page.stat().st_size > 1024 * 1024] == []
