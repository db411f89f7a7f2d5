"""`sitegen init` and `sitegen new`: the first files of a site and of an article."""

from __future__ import annotations

import datetime as dt
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import click

from sitegen.articles.importing.compose import Value, article_text
from sitegen.articles.slugs import of_title
from sitegen.cli import clock
from sitegen.cli.files import write_new
from sitegen.cli.options import FOLDER, IN_SITE, TAGS, moment, topics
from sitegen.config import load

# Where the files of the package's samples/ go; articles go to content/.
_ELSEWHERE = {
    "sitegen.yaml": "sitegen.yaml",
    "README.md": "README.md",
    "publish.yml": ".github/workflows/publish.yml",
    "requirements.txt": "requirements.txt",
    "gitignore": ".gitignore",
}


@click.command("init")
@click.argument("folder", type=FOLDER)
def init_command(*, folder: Path) -> None:
    """Make a new site in FOLDER that builds at once.

    Writes sample articles, the settings, and a workflow that publishes the
    site with GitHub Pages. Asks nothing, and overwrites nothing.
    """
    write_new([(folder / path, text) for path, text in _starter().items()], "name a new folder")
    click.echo(f"A new site in {folder}: build it with 'sitegen build {folder}', watch it with 'sitegen serve {folder}'.")


def _starter() -> dict[str, str]:
    """The files of a new site by path."""
    samples = [file for file in (files("sitegen") / "samples").iterdir() if file.is_file()]
    return {
        _ELSEWHERE.get(file.name, f"content/{file.name}"): file.read_text("utf-8").replace("{version}", version("sitegen"))
        for file in sorted(samples, key=lambda file: file.name)
    }


@click.command("new")
@click.argument("title")
@click.option("--date", type=moment, metavar="DATE", help="When it was published. Default: now.")
@click.option("--source", default="", help="Who published it.")
@click.option("--author", default="", help="Who wrote it.")
@click.option("--url", default="", help="Where it was published.")
@TAGS
@IN_SITE
def new_command(
    *, title: str, date: dt.date | dt.datetime | None, source: str, author: str, url: str, tags: tuple[str, ...], site: Path
) -> None:
    """Make a new article named TITLE in content/ and say where it is."""
    load(site)  # says what is missing where this is no site
    path = site / "content" / f"{of_title(title) or 'article'}.md"
    fields: dict[str, Value] = {
        "title": title,
        "date": (date or clock.now()).isoformat(),
        "source": source,
        "author": author,
        "url": url,
        "tags": topics(tags),
    }
    write_new([(path, article_text(fields, ""))], "give it another title, or edit the file")
    click.echo(str(path))
