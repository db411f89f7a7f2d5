"""The cache: it remembers, and it can neither fail a build nor change it."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from sitegen.publish.cache import FILE, FOLDER, Cache, digest

KEY, OTHER = digest(b"key"), digest(b"other")


def kept(site: Path, key: bytes = KEY) -> bytes | None:
    """What the next build finds under a key."""
    with Cache(site) as cache:
        return cache.get(key)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose last build put something under KEY."""
    with Cache(tmp_path) as cache:
        cache.put(KEY, b"value")
    return tmp_path


def test_the_next_build_finds_what_was_put(site: Path) -> None:
    """And the one after that, because the next one asked for it."""
    assert [kept(site), kept(site)] == [b"value", b"value"]


def test_what_a_build_did_not_ask_for_goes(site: Path) -> None:
    """As soon as it has something new to remember: the cache of a site does not grow without end."""
    assert kept(site, OTHER) is None
    assert kept(site) == b"value"
    with Cache(site) as cache:
        cache.put(OTHER, b"more")
    assert kept(site) is None


def test_a_build_that_failed_drops_nothing_and_keeps_its_work(site: Path) -> None:
    """It may not have come to ask for everything."""
    with suppress(KeyError), Cache(site) as cache:
        cache.put(OTHER, b"more")
        raise KeyError
    with Cache(site) as cache:
        assert [cache.get(KEY), cache.get(OTHER)] == [b"value", b"more"]


def test_a_clean_build_finds_nothing(site: Path) -> None:
    """The old table is gone for good."""
    with Cache(site, clean=True) as cache:
        assert cache.get(KEY) is None
    assert kept(site) is None


@pytest.mark.parametrize("offset", range(0, 8192, 61))
def test_a_broken_file_is_never_believed(site: Path, offset: int) -> None:
    """Whichever byte is turned over, the build gets the true value or none, and a cache that works again."""
    path = site / FOLDER / FILE
    data = bytearray(path.read_bytes())
    data[offset % len(data)] ^= 0xFF
    path.write_bytes(data)
    assert kept(site) in {b"value", None}
    for _ in range(2):
        with Cache(site) as cache:
            cache.put(KEY, b"again")
    assert kept(site) == b"again"


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\0"])
def test_a_file_that_is_no_cache_is_replaced(tmp_path: Path, content: bytes) -> None:
    """Whatever stood there, the build after the next finds what this one put."""
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / FILE).write_bytes(content)
    with Cache(tmp_path) as cache:
        cache.put(KEY, b"value")
    assert kept(tmp_path) == b"value"


def test_a_cache_that_cannot_be_written_is_left_out(tmp_path: Path) -> None:
    """A file in the place of its folder is not the build's business."""
    (tmp_path / FOLDER).write_text("in the way")
    with Cache(tmp_path) as cache:
        cache.put(KEY, b"value")
        assert cache.get(KEY) is None
    assert (tmp_path / FOLDER).read_text() == "in the way"


def test_a_cache_that_another_build_writes_is_left_out(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build waits a little, then goes on without."""
    monkeypatch.setattr("sitegen.publish.cache._SECONDS", 0.05)
    other = sqlite3.connect(site / FOLDER / FILE)
    other.execute("BEGIN EXCLUSIVE")
    with Cache(site) as cache:
        assert cache.get(KEY) is None
        cache.put(OTHER, b"lost")
    other.rollback()
    other.close()
    assert kept(site) == b"value"


def test_parts_of_a_digest_do_not_run_together() -> None:
    """Moving a byte from one part to the next is another key."""
    assert digest(b"ab", b"c") != digest(b"a", b"bc")
