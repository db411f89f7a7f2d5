"""Search over every word, by Pagefind: an optional part that is run over the finished pages.

Pagefind is run as a program on a folder of its own. Its Python interface hands files over in memory,
but waits for ever once they are more than two megabytes.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.config import place_of
from sitegen.model import OutputFile
from sitegen.pages import paths
from sitegen.problems import Place, UsageError, problem

# A list repeats what the pages that it names say better.
_SEARCHED = (paths.ARTICLES, paths.EVENTS, paths.TOPICS, paths.SOURCES, paths.NAMES)
_ASIDE = ".why, .rail, .neighbours, .cite, .strip"
_OPTIONS = ("--silent", "--keep-index-url", "--root-selector", "main", "--exclude-selectors", _ASIDE)
# Pagefind brings interfaces of its own; the theme has one.
_UNUSED = ("-ui.js", "-ui.css", "-highlight.js")
_LONGEST = 600.0


def full_text_files(pages: Iterable[OutputFile], root: Path) -> tuple[OutputFile, ...]:
    """Pagefind's program for the reader's browser, and its index of the pages; ``root`` is the site's folder, for messages.

    Raises:
        UsageError: where Pagefind is not installed or cannot read the pages.

    """
    if importlib.util.find_spec("pagefind") is None:
        message = "'search: pagefind' is asked for, but Pagefind is not installed"
        hint = "install it with: pip install 'pagefind[extended]', or leave the setting out"
        raise UsageError([problem("no-pagefind", place_of(root, "search"), message, hint)])
    with TemporaryDirectory(prefix="sitegen-search-") as folder:
        site, bundle = Path(folder, "site"), Path(folder, "bundle")
        site.mkdir()
        _lay_out(pages, site)
        _run(site, bundle, place_of(root, "search"))
        return tuple(
            OutputFile(paths.PAGEFIND + file.relative_to(bundle).as_posix(), file.read_bytes())
            for file in sorted(bundle.rglob("*"))
            if file.is_file() and not file.name.endswith(_UNUSED)
        )


def _lay_out(pages: Iterable[OutputFile], site: Path) -> None:
    for page in pages:
        if page.path.startswith(_SEARCHED):
            target = site / page.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(page.content)


def _run(site: Path, bundle: Path, place: Place) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(bundle), *_OPTIONS]
    try:
        # The command is made of constants and of two folders that were just made.
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=_LONGEST)  # noqa: S603
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired, OSError) as error:
        said = error.stderr.strip() if isinstance(error, subprocess.CalledProcessError) else ""
        message = f"Pagefind could not make its index: {said or error}"
        raise UsageError([problem("no-pagefind", place, message, "leave 'search: pagefind' out")]) from error
