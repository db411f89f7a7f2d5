"""`sitegen explain`: every date expression, what it means, and the steps that led there. It prints what the build keeps."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import click

from sitegen import pipeline
from sitegen.cli.explained import Explained, Found, file_alone, file_of_site, site_of, text_alone, whole_site
from sitegen.cli.messages import tell
from sitegen.cli.options import AS_OF, DRAFTS, FUTURE, last_day, moment, processes
from sitegen.cli.why import explained_event
from sitegen.model import Resolution
from sitegen.pages.outputs.data import date_record
from sitegen.problems import ContentErrors


@click.command("explain")
@click.argument("target", metavar="[FILE[:LINE]|SITE]", default="")
@click.option("--text", help="Explain this text instead of a file.")
@click.option("--date", type=moment, metavar="DATE", help="When the text was published; for a file, instead of its own date.")
@click.option("--lang", default="", help="The language of the text, by default en; for a file, instead of its own.")
@click.option("--event", default="", metavar="ID", help="Say instead why the reports of this event of the site were joined.")
@AS_OF
@DRAFTS
@FUTURE
@click.option("--json", "as_json", is_flag=True, help="Print records as in data/dates.json, or the event's of data/events.json.")
def explain_command(
    *,
    target: str,
    text: str | None,
    date: dt.date | dt.datetime | None,
    lang: str,
    event: str,
    as_of: dt.date | None,
    drafts: bool,
    future: bool,
    as_json: bool,
) -> None:
    """Say what every date expression of an article means, and why.

    FILE is an article, or any text with --date; with :LINE only the dates on
    that line. Without a file: every article of the site in this folder, or in
    SITE. What belongs to a site is explained as its build reads it, together
    with the other articles that it shows; a file with --date or --lang, by itself.
    """
    path, line = _place(target)
    options = pipeline.Options(as_of, last_day(future=future), drafts, jobs=processes(0))
    selected = {"--as-of": as_of is not None, "--drafts": drafts, "--future": future}
    supposed = {"--date": date is not None, "--lang": bool(lang)}
    if event:
        _refuse("--event", {"--text": text is not None, **supposed, "a line": bool(line)})
        return click.echo(explained_event(_site(path), event, options, as_json=as_json))
    if text is not None:
        _refuse("--text", {"FILE": bool(target), **selected})
        found = _of_text(text, date, lang)
    elif path.is_dir():
        _refuse("a whole site", {**supposed, "a line": bool(line)})
        found = whole_site(path, options)
    elif any(supposed.values()) or site_of(path) is None:
        _refuse("a file that is read by itself", selected)
        found = file_alone(path, date, lang)
    else:
        found = file_of_site(path, _site(path), options)
    return _print(found, line, as_json=as_json)


def _of_text(text: str, date: dt.date | dt.datetime | None, lang: str) -> Found:
    if date is None:
        message = "--text needs --date, the day on which it was published"
        raise click.UsageError(message)
    return text_alone(text, date, lang)


def _refuse(what: str, given: dict[str, bool]) -> None:
    """Stops where an option was given that has no meaning beside another."""
    wrong = next((name for name, is_given in given.items() if is_given), "")
    if wrong:
        message = f"{what} takes no {wrong.removeprefix('a ')}"
        raise click.UsageError(message)


def _site(path: Path) -> Path:
    return site_of(path) or path


def _place(target: str) -> tuple[Path, int]:
    """A file or folder, and a line of it or 0."""
    name, _, line = target.rpartition(":")
    if name and line.isdecimal() and not Path(target).exists():
        return Path(name), int(line)
    return Path(target), 0


def _print(found: Found, line: int, *, as_json: bool) -> None:
    """The dates to stdout; what is wrong to stderr, or as an error where a build would stop at it."""
    pairs = [
        (one, resolution)
        for one in found.explained
        for resolution in one.resolutions
        if line in {0, one.line(resolution.expression.span.start)}
    ]
    if as_json:
        click.echo(json.dumps([date_record(resolution, one.article) for one, resolution in pairs], ensure_ascii=False, indent=2))
    else:
        nothing = f"no date expression{f' on line {line}' if line else ''}" if found.explained else ""
        click.echo("\n\n".join(_paragraph(one, resolution) for one, resolution in pairs) or nothing, nl=bool(found.explained))
    if found.has_errors:
        raise ContentErrors(found.problems)
    tell(found.problems, found.note)


def _paragraph(one: Explained, resolution: Resolution) -> str:
    """One expression, its value, and every step from the one to the other."""
    expression = resolution.expression
    start = expression.span.start
    sentence = one.article.quote(one.article.sentences[expression.sentence].span)
    lines = [f'{one.path}:{one.line(start)}:{one.column(start)}: "{_on_one_line(expression.text)}" {_meaning(resolution)}']
    lines += [f"    {sentence}"]
    lines += [f"    - {_on_one_line(f'{step.because} [{step.rule}{_change(step.before, step.after)}]')}" for step in resolution.steps]
    if resolution.alternatives:
        lines.append(f"    It could also be {', '.join(timex.value for timex in resolution.alternatives)}.")
    moved = [f"{value} were the article dated {_distance(days)}" for days, value in resolution.if_dated if value != resolution.timex.value]
    if moved:
        lines.append(f"    It would be {', '.join(moved)}.")
    return "\n".join(lines)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


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
