"""A site's ``content/`` -> articles: which files count, and what stops one from being read."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.articles.front_matter import visible
from sitegen.problems import Place, Problem, problem

LARGEST_FILE = 2 * 1024 * 1024
MOST_ARTICLES = 100_000

_ARTICLE = frozenset({".md", ".markdown"})
# Bytes that stand for nothing in any encoding of text.
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# What somebody may have put here instead of importing it.
_IMPORTABLE = frozenset({".txt", ".html", ".htm"})


@dataclass(frozen=True, slots=True)
class Source:
    """One article's file, read."""

    id: str
    """Path below ``content/``."""
    text: str


def read_sources(site: Path) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The text of every article file below ``content/``, by id, and every file that cannot be read."""
    content = site / "content"
    sources: list[Source] = []
    problems: list[Problem] = []
    for path in _files(content, content, problems):
        id_ = path.relative_to(content).as_posix()
        read = _importable(id_) if path.suffix.lower() in _IMPORTABLE else _source(path, id_)
        if isinstance(read, Problem):
            problems.append(read)
        elif len(sources) < MOST_ARTICLES:
            sources.append(read)
        else:
            message = f"more than {MOST_ARTICLES:,} articles"
            problems.append(problem("too-many-articles", Place(f"content/{id_}", 1, 1), message, "split the site"))
            break
    return tuple(sources), tuple(sorted(problems))


def _files(folder: Path, content: Path, problems: list[Problem]) -> Iterator[Path]:
    """Article files below a folder in a fixed order; dot files are passed over, links that lead outside reported."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_unreadable(Path(folder), content, error))
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if fault := _name_fault(path, content) or _link_fault(path, content):
            problems.append(fault)
        elif entry.is_dir():
            yield from _files(path, content, problems)
        elif path.suffix.lower() in _ARTICLE | _IMPORTABLE:
            yield path


def _name_fault(path: Path, content: Path) -> Problem | None:
    if path.name.isprintable():
        return None
    place = Place(visible(f"content/{path.relative_to(content).as_posix()}"), 1, 1)
    return problem("bad-name", place, "the file's name holds characters that do not print", "rename it")


def _link_fault(path: Path, content: Path) -> Problem | None:
    if not path.is_symlink():
        return None
    place = Place(visible(f"content/{path.relative_to(content).as_posix()}"), 1, 1)
    target = path.resolve()
    if not target.exists():
        return problem("broken-symlink", place, "a link that leads nowhere", "delete it")
    if target.is_dir() or not target.is_relative_to(content.resolve()):
        return problem("outside-content", place, "a link that leads out of content/, or to a folder", "put the files themselves here")
    return None


def _source(path: Path, id_: str) -> Source | Problem:
    place = Place(visible(f"content/{id_}"), 1, 1)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return problem("unreadable", place, "not a file of text", "move it out of content/")
        if status.st_size > LARGEST_FILE:
            message = f"the file has {status.st_size:,} bytes, at most {LARGEST_FILE:,} are read"
            return problem("file-too-large", place, message, "split it")
        raw = path.read_bytes()
    except OSError as error:
        return problem("unreadable", place, f"cannot be read: {error.strerror}", "check the file's permissions")
    return decode(raw, id_, place.path)


def decode(raw: bytes, id_: str, path: str) -> Source | Problem:
    """A file's bytes as text, or what is wrong with them."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start)
        column = len(raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        encoding = guess_encoding(raw)
        if not encoding:
            return problem("not-utf8", Place(path, 1, 1), "this is not a file of text", "an article is text in UTF-8: take another file")
        message = f"not UTF-8: the byte 0x{raw[error.start]:02X}; it looks like {encoding}"
        hint = f"save it as UTF-8, for example: iconv -f {encoding} -t UTF-8"
        return problem("not-utf8", Place(path, line + 1, column), message, hint)
    return Source(id_, text)


def guess_encoding(raw: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8; "" where they are no text at all."""
    head = raw[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(0) > len(head) // 4:
        return "UTF-16"
    if len(_NO_TEXT.findall(head)) > len(head) // 50:
        return ""
    # The bytes 0x80 to 0x9F are control characters in Latin-1 and quotation marks in Windows-1252.
    return "WINDOWS-1252" if any(0x80 <= byte <= 0x9F for byte in raw) else "ISO-8859-1"


def _importable(id_: str) -> Problem:
    message = "not an article: it is no Markdown with front matter"
    return problem(
        "not-imported", Place(f"content/{id_}", 1, 1), message, f"move it elsewhere, then: sitegen import {Path(id_).name}", warning=True
    )


def _unreadable(folder: Path, content: Path, error: OSError) -> Problem:
    place = Place(f"content/{folder.relative_to(content).as_posix()}".removesuffix("/."))
    return problem("unreadable", place, f"cannot be read: {error.strerror}", "check the folder's permissions")
