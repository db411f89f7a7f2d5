"""Writes the files that a person goes on with; never over one that is there, and no article that a build would refuse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.articles import read_article, read_sources, slugs_in
from sitegen.articles.slugs import key_of
from sitegen.cli.messages import tell
from sitegen.config import Config
from sitegen.problems import ContentErrors, Place, Problem, Severity, UsageError, problem


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article that is to be written."""

    origin: str
    """What a person would change where something is wrong with it: a document, or the article itself."""
    path: Path
    text: str


def write_articles(articles: Sequence[NewArticle], site: Path, config: Config, remedy: str) -> None:
    """Write all of these articles, or none where a build would refuse one of them, beside the site's others, or `write_new` does."""
    problems = [
        replace(fault, place_key=(article.origin, 0, 0))
        for article in articles
        for fault in read_article(article.text, article.path.name, config)[1]
    ]
    if any(fault.severity is Severity.ERROR for fault in problems):
        raise ContentErrors(problems)
    if clashes := _clashes([article.path for article in articles], site, remedy):
        raise UsageError(clashes)
    write_new([(article.path, article.text) for article in articles], remedy)
    tell(fault for fault in problems if fault.code != "no-text")  # it is about to be written


def _clashes(paths: Sequence[Path], site: Path, remedy: str) -> list[Problem]:
    """Each path whose slug is that of an article in another file, wherever in ``content/`` it lies."""
    owners = {key_of(slug): site / "content" / source.id for source in read_sources(site)[0] for slug in slugs_in(source.text, source.id)}
    found = [(path, owners.get(key_of(path.stem), path)) for path in paths]
    return [problem("duplicate-slug", Place(str(path)), f"{other} has its slug already", remedy) for path, other in found if other != path]


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
