"""`sitegen import`: documents as somebody saved or pasted them become articles."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from sitegen.articles.importing import Imported, ImportOptions, import_file
from sitegen.cli.files import NewArticle, write_articles
from sitegen.cli.messages import count, tell
from sitegen.cli.options import IN_SITE, TAGS, moment, topics
from sitegen.config import load
from sitegen.facts import allowed_weekdays
from sitegen.problems import ContentErrors, Severity

_SHOWN = 60
"""Characters of a removed line that are shown."""


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--date", type=moment, metavar="DATE", help="When it was published. Default: what the document declares.")
@click.option("--title", default="", help="Its title. Default: what the document declares.")
@click.option("--source", default="", help="Who published it.")
@click.option("--author", default="", help="Who wrote it.")
@click.option("--url", default="", help="Where it was published.")
@click.option("--lang", default="", help="Its language. Default: what the document declares, else en.")
@TAGS
@IN_SITE
def import_command(
    *,
    files: tuple[Path, ...],
    date: dt.date | dt.datetime | None,
    title: str,
    source: str,
    author: str,
    url: str,
    lang: str,
    tags: tuple[str, ...],
    site: Path,
) -> None:
    """Turn each FILE, raw text or a saved web page, into an article in content/.

    What stands around the article on its page is left out and named. The date
    is never invented: where the document declares none, the days are listed
    that its weekdays and tenses allow, and nothing is written.
    """
    if files[1:] and (title or url):
        message = "--title and --url are of one document: import it alone"
        raise click.UsageError(message)
    config = load(site)
    options = ImportOptions(date, title, source, author, url, topics(tags), lang)
    results = [(path, *import_file(path, options, allowed_weekdays)) for path in files]
    problems = [fault for _, _, faults in results for fault in faults]
    if any(fault.severity is Severity.ERROR for fault in problems):
        if files[1:]:
            tell((), "None of these documents is imported:")
        raise ContentErrors(problems)
    tell(problems)
    found = [(path, imported) for path, imported, _ in results if imported]
    articles = [NewArticle(str(path), site / "content" / f"{imported.slug}.md", imported.text) for path, imported in found]
    write_articles(articles, site, config, "give it another --title, or edit the file")
    for (path, imported), article in zip(found, articles, strict=True):
        _report(path, imported, article.path)


def _report(path: Path, imported: Imported, target: Path) -> None:
    """Say what became of a document, and what was left out of it."""
    click.echo(str(target))
    left_out = f"left out {count(len(imported.removed), 'line')}." if imported.removed else "all of it was kept."
    tell((), " ".join([f"{path}: {left_out}", *imported.notes]))
    for removed in imported.removed:
        text = removed.text if len(removed.text) <= _SHOWN else f"{removed.text[: _SHOWN - 1]}…"
        tell((), f"    {removed.line}: {text} ({removed.why})")
