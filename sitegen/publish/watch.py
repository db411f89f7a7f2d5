"""Waits for changes to a site's sources."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

_LOOK = 100
"""Milliseconds between looks at single files; folders report by themselves."""
_QUIET = 50
"""Milliseconds without a change that end a burst of them, such as an editor's saving."""


def changes(folders: tuple[Path, ...], files: tuple[Path, ...], stop: threading.Event) -> Iterator[None]:
    """One item as soon as it watches, then one for whatever changed below a folder or in one of the files since the last.

    None of them need exist yet. A change made while the caller works on an item gives another item.
    """
    while not stop.is_set():
        there = _there(folders)
        before = None
        for found in watch(*there, stop_event=stop, step=_QUIET, rust_timeout=_LOOK, yield_on_timeout=True):
            now = tuple(_signature(file) for file in files)
            if found or now != before:
                before = now
                yield
            if _there(folders) != there:
                break


def _there(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(folder for folder in folders if folder.is_dir())


def _signature(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
