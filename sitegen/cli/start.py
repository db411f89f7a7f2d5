"""`sitegen init` and `sitegen new`: the first files of a site and of an article."""

from __future__ import annotations

import datetime as dt
import json
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import click

from sitegen.cli import clock
from sitegen.cli.options import FOLDER, IN_SITE, moment
from sitegen.pages.paths import slugify
from sitegen.problems import Place, UsageError, problem

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
def init_command(folder: Path) -> None:
    """Make a new site in FOLDER that builds at once.

    Writes sample articles, the settings, and a workflow that publishes the
    site with GitHub Pages. Asks nothing, and overwrites nothing.
    """
    starter = _starter()
    taken = [path for path in starter if (folder / path).exists()]
    if taken:
        raise UsageError(
            [problem("exists", Place(str(folder / path)), "this file is there already", "name a new folder") for path in taken]
        )
    for path, text in starter.items():
        _write(folder / path, text)
    click.echo(f"A new site in {folder}: build it with 'sitegen build {folder}', watch it with 'sitegen serve {folder}'.")


def _starter() -> dict[str, str]:
    """The files of a new site by path."""
    samples = files("sitegen") / "samples"
    return {
        _ELSEWHERE.get(file.name, f"content/{file.name}"): file.read_text("utf-8").replace("{version}", version("sitegen"))
        for file in sorted(samples.iterdir(), key=lambda file: file.name)
        if file.is_file()
    }


@click.command("new")
@click.argument("title")
@click.option("--date", "date", type=moment, metavar="DATE", help="When it was published. Default: now.")
@click.option("--source", default="", help="Who published it.")
@click.option("--author", default="", help="Who wrote it.")
@click.option("--url", default="", help="Where it was published.")
@click.option("--tags", multiple=True, help="A topic; may be given more than once, or several with commas.")
@IN_SITE
def new_command(
    *, title: str, date: dt.date | dt.datetime | None, source: str, author: str, url: str, tags: tuple[str, ...], site: Path
) -> None:
    """Make a new article named TITLE and say where it is."""
    path = site / "content" / f"{slugify(title)}.md"
    if path.exists():
        raise UsageError([problem("exists", Place(str(path)), "this article is there already", "give it another title, or edit the file")])
    topics = [topic.strip() for given in tags for topic in given.split(",") if topic.strip()]
    fields: dict[str, str | list[str]] = {
        "title": title,
        "date": (date or clock.now()).isoformat(),
        "source": source,
        "author": author,
        "url": url,
        "tags": topics,
    }
    _write(path, front_matter(fields) + "\n")
    click.echo(str(path))


def front_matter(fields: dict[str, str | list[str]]) -> str:
    """The head of an article; fields without a value are left out, the title and date stand first."""
    # A JSON string or list is the same in YAML, whatever is in it.
    lines = [f"{name}: {value if name == 'date' else json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value]
    return "\n".join(["---", *lines, "---", ""])


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(
            [problem("unwritable", Place(str(path)), f"cannot be written: {error.strerror}", "choose another folder")]
        ) from error
