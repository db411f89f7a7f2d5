"""`sitegen diff`: what differs between two builds."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import click

from sitegen.cli.messages import count
from sitegen.model import Change
from sitegen.problems import Place, UsageError, problem
from sitegen.timelines import checked_events, diff
from sitegen.timelines.changes import Json

_KINDS = ("appeared", "moved", "corroborated", "contradicted", "withdrawn")
_FILE = click.Path(path_type=Path)


@click.command("diff")
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True, help="How to say it.")
def diff_command(*, old: Path, new: Path, form: str) -> None:
    """Say what appeared, moved, was corroborated, contradicted or withdrawn from OLD to NEW.

    Both are data/events.json of a build, or the folder that a build wrote.
    """
    changes = diff(_read(old), _read(new))
    match form:
        case "json":
            click.echo(json.dumps([dataclasses.asdict(change) for change in changes], ensure_ascii=False, indent=2))
        case "markdown":
            click.echo("\n\n".join(_chapter(kind, changes) for kind in _present(changes)) or "Nothing has changed.")
        case _:
            lines = [f"{change.kind}: {change.headline} ({change.detail})" for change in changes]
            click.echo("\n".join([*lines, count(len(changes), "change")]))


def _present(changes: tuple[Change, ...]) -> list[str]:
    kinds = {change.kind for change in changes}
    return [kind for kind in _KINDS if kind in kinds]


def _chapter(kind: str, changes: tuple[Change, ...]) -> str:
    """The changes of one kind as a Markdown list under their heading."""
    lines = [f"- **{_escaped(change.headline)}** {_escaped(change.detail)}" for change in changes if change.kind == kind]
    return "\n".join([f"## {kind.capitalize()}", "", *lines])


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>#|" else sign for sign in text)


def _read(path: Path) -> dict[str, Json]:
    """The events of a build; raises UsageError where the file has none."""
    file = path / "data" / "events.json" if path.is_dir() else path
    try:
        data: dict[str, Json] = json.loads(file.read_bytes())
    except OSError as error:
        raise _refused(file, f"cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise _refused(file, f"is no JSON: {error}") from error
    try:
        checked_events(data)
    except ValueError as error:
        raise _refused(file, f"does not hold the events of a build: {error}") from error
    return data


def _refused(path: Path, message: str) -> UsageError:
    return UsageError([problem("unreadable", Place(str(path)), message, "name a build's data/events.json, or the folder that it wrote")])
