"""Writes the files that a person goes on with; never over one that is there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sitegen.problems import Place, UsageError, problem


def write_new(files: Sequence[tuple[Path, str]], remedy: str) -> None:
    """Write all of these files, or none where one of them exists or is named twice; ``remedy`` is the hint then."""
    paths = [path for path, _ in files]
    taken = [path for place, path in enumerate(paths) if path.exists() or path in paths[:place]]
    if taken:
        raise UsageError(problem("exists", Place(str(path)), "this file is there already", remedy) for path in taken)
    for path, text in files:
        _write(path, text)


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(
            [problem("unwritable", Place(str(path)), f"cannot be written: {error.strerror}", "choose another folder")]
        ) from error
