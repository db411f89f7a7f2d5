"""Which articles `sitegen explain` speaks of. Those of a site go through the steps of a build, so that what it keeps is printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen import pipeline
from sitegen.articles import Source, plain_article, read_article
from sitegen.articles.reading import decode
from sitegen.cli.messages import left_out, located, seen_from_here
from sitegen.config import Config, load
from sitegen.corpus import nothing_to_show, settled, without_rules
from sitegen.expressions import find
from sitegen.facts import dates_and_reports
from sitegen.model import Article, Resolution
from sitegen.problems import ContentErrors, Place, Problem, Severity, UsageError, problem
from sitegen.publish import Cache

_CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Explained:
    """An article, where it is, and its dates."""

    path: str
    article: Article
    resolutions: tuple[Resolution, ...]

    def line(self, offset: int) -> int:
        """The line of the file on which an offset into the body stands."""
        return self.article.body_line + self.article.body.count("\n", 0, offset)

    def column(self, offset: int) -> int:
        """The column there, from 1."""
        return offset - self.article.body.rfind("\n", 0, offset)


@dataclass(frozen=True, slots=True)
class Found:
    """What is to be explained, and what there is to say beside it."""

    explained: tuple[Explained, ...]
    problems: tuple[Problem, ...] = ()
    note: str = ""

    @property
    def has_errors(self) -> bool:
        """Whether an article could not be read, or could not be built."""
        return any(fault.severity is Severity.ERROR for fault in self.problems)


def site_of(path: Path) -> Path | None:
    """The site that a folder is, or that a file's ``content/`` belongs to."""
    if path.is_dir():
        return path
    content = next((folder for folder in path.parents if folder.name == _CONTENT), None)
    if content is None:  # a relative path may begin below content/
        content = next((folder for folder in path.absolute().parents if folder.name == _CONTENT), None)
    return content.parent if content else None


def text_alone(text: str, date: dt.date | dt.datetime, language: str) -> Found:
    """A text that is no file."""
    return _alone("text", plain_article(text, date, language or Config().language))


def file_alone(path: Path, date: dt.date | dt.datetime | None, language: str) -> Found:
    """A file read by itself, under another date or in another language where one is given."""
    site = site_of(path)
    config = load(site) if site else Config()
    source = _source(path, _id(path, site) if site else path.name)
    if date is not None and not source.text.startswith("---"):
        return _alone(str(path), plain_article(source.text, date, language or config.language))
    article, problems = read_article(source.text, source.id, config, language)
    problems = _at(path, problems)
    if article is None:
        raise ContentErrors(problems)
    return _alone(str(path), replace(article, published=date or article.published), problems)


def file_of_site(path: Path, site: Path, options: pipeline.Options) -> Found:
    """A file of a site as a build reads it; one that a build leaves out, by itself."""
    name = _id(path, site)
    gathered = _gathered(site, options)
    corpus = settled(gathered.corpus)
    article = next((article for article in corpus.articles if article.id == name), None)
    if article is None:
        note = "\n".join(f"{line}; read by itself" for line in left_out([hidden for hidden in gathered.hidden if hidden.id == name]))
        return replace(file_alone(path, None, ""), note=note)
    problems = [fault for fault in gathered.problems if fault.place.path == f"{_CONTENT}/{name}"]
    explained = Explained(str(path), article, corpus.resolutions[name])
    return Found((explained,), _at(path, (*problems, *without_rules((article,)))))


def whole_site(site: Path, options: pipeline.Options) -> Found:
    """Every article of a site that a build shows, in its order, and everything that is wrong."""
    gathered = _gathered(site, options)
    corpus = settled(gathered.corpus)
    problems = (*gathered.problems, *without_rules(corpus.articles))
    if not corpus.articles:
        problems = (*problems, nothing_to_show(gathered.hidden))
    explained = (Explained(str(site / _CONTENT / article.id), article, corpus.resolutions[article.id]) for article in corpus.articles)
    return Found(tuple(explained), tuple(seen_from_here(fault, site) for fault in sorted(problems)), "\n".join(left_out(gathered.hidden)))


def _gathered(site: Path, options: pipeline.Options) -> pipeline.Gathered:
    with located(site), Cache(site) as cache:
        return pipeline.gather(pipeline.read_inputs(site), options, cache)


def _alone(path: str, article: Article, problems: tuple[Problem, ...] = ()) -> Found:
    explained = Explained(path, article, dates_and_reports(article, find(article))[0])
    return Found((explained,), (*problems, *_at(Path(path), without_rules((article,)))))


def _at(path: Path, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Some problems of one article with its path as the caller wrote it."""
    return tuple(replace(fault, place_key=(str(path), *fault.place_key[1:])) for fault in problems)


def _id(path: Path, site: Path) -> str:
    return path.absolute().relative_to((site / _CONTENT).absolute()).as_posix()


def _source(path: Path, name: str) -> Source:
    try:
        read = decode(path.read_bytes(), name, str(path))
    except OSError as error:
        raise UsageError(
            [problem("unreadable", Place(str(path)), f"cannot be read: {error.strerror}", "name an article's file")]
        ) from error
    if isinstance(read, Problem):
        raise ContentErrors([read])
    return read
