"""`sitegen check`: every problem, and nothing written but the cache."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from sitegen import pipeline
from sitegen.cli import formats
from sitegen.cli.messages import seen_from_here, tally, tell
from sitegen.cli.options import AS_OF, DRAFTS, FUTURE, JOBS, SITE, STRICT, last_day, processes
from sitegen.problems import Problem, SitegenError, StrictWarnings
from sitegen.publish import Cache


@click.command("check")
@SITE
@AS_OF
@DRAFTS
@FUTURE
@STRICT
@JOBS
@click.option("--format", "form", type=click.Choice(formats.FORMATS), default="text", show_default=True, help="For people or for programs.")
def check_command(*, site: Path, as_of: dt.date | None, drafts: bool, future: bool, strict: bool, jobs: int, form: str) -> None:
    """Name every problem of SITE: settings, articles, dates and links.

    Writes nothing but the cache. Text goes to stderr, the other formats to stdout.
    """
    options = pipeline.Options(as_of, last_day(future=future), drafts, jobs=processes(jobs))
    problems, failed = _found(site, options)
    _print(problems, form)
    if failed:
        raise type(failed)((), "")
    if strict and problems:
        raise StrictWarnings(())


def _found(site: Path, options: pipeline.Options) -> tuple[tuple[Problem, ...], SitegenError | None]:
    """Every problem, with paths as seen from here; and what would stop a build, if anything would."""
    try:
        with Cache(site) as cache:
            problems, failed = pipeline.make(pipeline.read_inputs(site), options, cache).summary.problems, None
    except SitegenError as error:
        problems, failed = error.problems, error
    return tuple(sorted(seen_from_here(problem, site) for problem in problems)), failed


def _print(problems: tuple[Problem, ...], form: str) -> None:
    match form:
        case "json":
            click.echo(formats.as_json(problems))
        case "sarif":
            click.echo(formats.as_sarif(problems))
        case "github":
            click.echo(formats.as_github(problems))
        case _:
            tell(problems, tally(problems) or "no problems")
