"""`sitegen init` and `sitegen new`: the first files of a site and of an article."""

from __future__ import annotations

import datetime as dt
import json
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

import click

from sitegen.articles.importing.compose import Value, article_text
from sitegen.articles.slugs import of_title
from sitegen.cli import clock
from sitegen.cli.files import NewArticle, write_articles, write_new
from sitegen.cli.options import FOLDER, IN_SITE, TAGS, moment, topics
from sitegen.config import load
from sitegen.problems import Place, UsageError, problem

# Where the files of the package's samples/ go; articles go to content/.
_ELSEWHERE = {
    "sitegen.yaml": "sitegen.yaml",
    "README.md": "README.md",
    "publish.yml": ".github/workflows/publish.yml",
    "requirements.txt": "requirements.txt",
    "gitignore": ".gitignore",
}
_NO_ADDRESS = """\
# Where the workflow takes sitegen from: the address of its repository and a commit, in a line such as
# sitegen @ git+https://github.com/OWNER/sitegen@COMMIT"""


@click.command("init")
@click.argument("folder", type=FOLDER)
def init_command(*, folder: Path) -> None:
    """Make a new site in FOLDER that builds at once.

    Writes sample articles, the settings, and a workflow that publishes the
    site with GitHub Pages. Asks nothing, and overwrites nothing.
    """
    if (folder / "content").exists():
        raise UsageError([problem("exists", Place(str(folder)), "there is a site in this folder already", "name a new folder")])
    requirement = _requirement()
    write_new([(folder / path, text) for path, text in _starter(requirement or _NO_ADDRESS).items()], "name a new folder")
    click.echo(f"A new site in {folder}: build it with 'sitegen build {folder}', watch it with 'sitegen serve {folder}'.")
    if not requirement:
        click.echo(f"To publish it with GitHub, say in {folder / 'requirements.txt'} where sitegen is to be taken from.")


def _starter(requirement: str) -> dict[str, str]:
    """The files of a new site by path."""
    samples = [file for file in (files("sitegen") / "samples").iterdir() if file.is_file()]
    return {
        _ELSEWHERE.get(file.name, f"content/{file.name}"): file.read_text("utf-8").replace("{requirement}", requirement)
        for file in sorted(samples, key=lambda file: file.name)
    }


def _requirement() -> str:
    """What installs this very program anywhere (PEP 508, from the origin that PEP 610 records); empty where it came from a disk."""
    program = distribution("sitegen")
    origin = json.loads(program.read_text("direct_url.json") or "{}")
    url = origin.get("url", "")
    if url.startswith("file:"):
        return ""
    if code := origin.get("vcs_info"):
        return f"sitegen @ {code['vcs']}+{url}@{code['commit_id']}"
    return f"sitegen @ {url}" if url else f"sitegen=={program.version}"


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
    config = load(site)
    if not title.strip():
        message = "TITLE is empty: write the headline of the article"
        raise click.UsageError(message)
    path = site / "content" / f"{of_title(title)}.md"
    fields: dict[str, Value] = {
        "title": title,
        "date": (date or clock.now()).isoformat(),
        "source": source,
        "author": author,
        "url": url,
        "tags": topics(tags),
    }
    write_articles([NewArticle(str(path), path, article_text(fields, ""))], site, config, "give it another title, or edit the file")
    click.echo(str(path))
