"""`sitegen explain`: every date expression, what it means, and the steps that led there. It prints what the build keeps."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from sitegen.articles import Source, plain_article, read_article, read_sources
from sitegen.articles.reading import decode
from sitegen.cli.options import moment
from sitegen.cli.why import explained_event
from sitegen.config import Config, load
from sitegen.expressions import find
from sitegen.model import Article, Resolution
from sitegen.pages.outputs.data import date_record
from sitegen.problems import ContentErrors, Place, Problem, UsageError, problem
from sitegen.resolutions import resolve

_CONTENT = "content"


@dataclass(frozen=True, slots=True)
class _Explained:
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


@click.command("explain")
@click.argument("target", metavar="[FILE[:LINE]]", default="")
@click.option("--text", help="Explain this text instead of a file.")
@click.option("--date", type=moment, metavar="DATE", help="When the text was published; for a file, instead of its own date.")
@click.option("--lang", default="", help="The language of the text. Default: the site's, else en.")
@click.option("--event", default="", metavar="ID", help="Say instead why the reports of this event of the site were joined.")
@click.option("--json", "as_json", is_flag=True, help="Print records as in data/dates.json.")
def explain_command(*, target: str, text: str | None, date: dt.date | dt.datetime | None, lang: str, event: str, as_json: bool) -> None:
    """Say what every date expression of an article means, and why.

    FILE is an article, or any text with --date; with :LINE only the dates on
    that line. Without a file: every article of the site in this folder.
    """
    if event:
        click.echo(explained_event(Path(target), event))
        return
    if text is not None:
        if date is None or target:
            message = "--text takes a --date and no FILE" if target else "--text needs --date, the day on which it was published"
            raise click.UsageError(message)
        explained, line = [_explained("text", plain_article(text, date, lang or "en"))], 0
    elif target:
        path, line = _place(target)
        explained = [_explained(str(path), _article(path, date, lang))]
    else:
        explained, line = list(_site()), 0
    found = [
        (one, resolution) for one in explained for resolution in one.resolutions if line in {0, one.line(resolution.expression.span.start)}
    ]
    if as_json:
        click.echo(json.dumps([date_record(resolution, one.article) for one, resolution in found], ensure_ascii=False, indent=2))
    else:
        click.echo(
            "\n\n".join(_paragraph(one, resolution) for one, resolution in found)
            or f"no date expression{f' on line {line}' if line else ''}"
        )


def _explained(path: str, article: Article) -> _Explained:
    return _Explained(path, article, resolve(article, find(article)))


def _place(target: str) -> tuple[Path, int]:
    """A file, and a line of it or 0."""
    name, _, line = target.rpartition(":")
    if name and line.isdecimal() and not Path(target).exists():
        return Path(name), int(line)
    return Path(target), 0


def _article(path: Path, date: dt.date | dt.datetime | None, language: str) -> Article:
    """The file's article, or its plain text under the date that was given."""
    content = next((folder for folder in path.absolute().parents if folder.name == _CONTENT), path.absolute().parent)
    config = load(content.parent) if content.name == _CONTENT else Config()
    source = _source(path, path.absolute().relative_to(content).as_posix())
    if date is not None and not source.text.startswith("---"):
        return plain_article(source.text, date, language or config.language)
    article, problems = read_article(source.text, source.id, replace(config, language=language or config.language))
    if article is None:
        raise ContentErrors(replace(fault, place_key=(str(path), *fault.place_key[1:])) for fault in problems)
    return replace(article, published=date or article.published)


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


def _site() -> Iterator[_Explained]:
    """Every article of the site in this folder that can be read."""
    config = load(Path())
    sources, _ = read_sources(Path())
    for source in sources:
        article, _ = read_article(source.text, source.id, config)
        if article:
            yield _explained(f"{_CONTENT}/{source.id}", article)


def _paragraph(one: _Explained, resolution: Resolution) -> str:
    """One expression, its value, and every step from the one to the other."""
    expression = resolution.expression
    start = expression.span.start
    sentence = one.article.quote(one.article.sentences[expression.sentence].span)
    lines = [f'{one.path}:{one.line(start)}:{one.column(start)}: "{expression.text}" {_meaning(resolution)}', f"    {sentence}"]
    lines += [f"    - {step.because} [{step.rule}{_change(step.before, step.after)}]" for step in resolution.steps]
    if resolution.alternatives:
        lines.append(f"    It could also be {', '.join(timex.value for timex in resolution.alternatives)}.")
    moved = [f"{value} were the article dated {_distance(days)}" for days, value in resolution.if_dated if value != resolution.timex.value]
    if moved:
        lines.append(f"    It would be {', '.join(moved)}.")
    return "\n".join(lines)


def _meaning(resolution: Resolution) -> str:
    """The value with its days where it has any, and how firmly it stands."""
    interval, timex = resolution.interval, resolution.timex
    value = f"{timex.mod} {timex.value}" if timex.mod else timex.value
    if interval is None:
        return f"names no day: {timex.type} {value}"
    first, last = interval.first_day, interval.last_day
    span = f"{first:%A} {first}" if first == last else f"{first} to {last}"
    return f"is {value}: {span}, {resolution.certainty}"


def _change(before: str, after: str) -> str:
    return f": {before} -> {after}" if before != after and before and after else ""


def _distance(days: int) -> str:
    size = "a day" if abs(days) == 1 else f"{abs(days)} days"
    return f"{size} {'earlier' if days < 0 else 'later'}"
