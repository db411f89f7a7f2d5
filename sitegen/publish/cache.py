"""What the earlier stages made of an article, kept for the next build.

One SQLite file, written in one transaction at the end. An entry that is not
what was written is a miss; a file that is broken is dropped, one that cannot be
used is left alone. Nothing here can make a build fail or change its result.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

FOLDER = ".sitegen"
FILE = "cache.sqlite"
_SECONDS = 2.0
"""How long to wait for another build that is writing the same file."""
_CHECK = 16
"""Bytes of the digest in front of every entry."""
_PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_PERM,
}


def digest(*parts: bytes) -> bytes:
    """One digest of several parts; moving a byte from one part to the next changes it."""
    state = hashlib.blake2b(digest_size=_CHECK)
    for part in parts:
        state.update(len(part).to_bytes(8, "little"))
        state.update(part)
    return state.digest()


class Cache:
    """Bytes by digest, in ``SITE/.sitegen/``; what a build did not ask for goes when it has something new and ends well.

    A context manager: opened on entry, written on exit. Its folder is not made before there is something to keep, so that
    none is left where there is no site.
    """

    def __init__(self, site: Path, *, clean: bool = False) -> None:
        self._path = site / FOLDER / FILE
        self._clean = clean
        self._table: sqlite3.Connection | None = None
        self._asked: set[bytes] = set()
        self._made: dict[bytes, bytes] = {}

    def __enter__(self) -> Self:
        with suppress(OSError):
            if self._clean:
                self._path.unlink(missing_ok=True)
            if self._path.exists():
                self._table = _opened(self._path)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(OSError):
            if self._table is None and self._made:
                self._table = _opened(self._path)
        if self._table is None:
            return
        try:
            with closing(self._table) as table, table:
                table.executemany("REPLACE INTO entry VALUES (?, ?)", self._made.items())
                if kind is None and self._made:
                    _drop(table, {key for (key,) in table.execute("SELECT key FROM entry")} - self._asked - self._made.keys())
        except sqlite3.Error as fault:
            if not _is_passing(fault):
                self._path.unlink(missing_ok=True)

    def get(self, key: bytes) -> bytes | None:
        """What an earlier build put under the key."""
        self._asked.add(key)
        if self._table is None:
            return None
        try:
            row = self._table.execute("SELECT value FROM entry WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        entry = row[0] if row else b""
        return entry[_CHECK:] if isinstance(entry, bytes) and entry[:_CHECK] == digest(key, entry[_CHECK:]) else None

    def put(self, key: bytes, value: bytes) -> None:
        """Remember a value for the next build."""
        self._made[key] = digest(key, value) + value


def _opened(path: Path) -> sqlite3.Connection | None:
    """The table, empty where the file was broken; None where there cannot be one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(2):
        try:
            table = sqlite3.connect(path, timeout=_SECONDS)
        except sqlite3.Error:
            return None
        try:
            table.execute("CREATE TABLE IF NOT EXISTS entry (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID")
        except (sqlite3.Error, UnicodeDecodeError) as fault:
            table.close()
            if _is_passing(fault):
                return None
            path.unlink(missing_ok=True)
        else:
            return table
    return None


def _is_passing(fault: Exception) -> bool:
    """Whether the file is fine and merely busy, read-only or out of room, as far as SQLite can tell."""
    return isinstance(fault, sqlite3.Error) and getattr(fault, "sqlite_errorcode", 0) & 0xFF in _PASSING


def _drop(table: sqlite3.Connection, keys: set[bytes]) -> None:
    table.executemany("DELETE FROM entry WHERE key = ?", ((key,) for key in keys))
