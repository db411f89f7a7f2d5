"""Writes the files that a person goes on with; never over one that is there, and no article that a build would refuse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.articles import read_article
from sitegen.cli.messages import tell
from sitegen.config import Config
from sitegen.problems import ContentErrors, Place, Severity, UsageError, problem


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article that is to be written."""

    origin: str
    """What a person would change where something is wrong with it: a document, or the article itself."""
    path: Path
    text: str


def write_articles(articles: Sequence[NewArticle], config: Config, remedy: str) -> None:
    """Write all of these articles, or none where a build would refuse one of them or `write_new` does."""
    problems = [
        replace(fault, place_key=(article.origin, 0, 0))
        for article in articles
        for fault in read_article(article.text, article.path.name, config)[1]
    ]
    if any(fault.severity is Severity.ERROR for fault in problems):
        raise ContentErrors(problems)
    write_new([(article.path, article.text) for article in articles], remedy)
    tell(problems)


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
