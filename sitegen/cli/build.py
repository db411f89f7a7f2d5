"""`sitegen build`: the site, written in one step."""

from __future__ import annotations

import datetime as dt
import json
import time
from itertools import pairwise
from pathlib import Path

import click

from sitegen import pipeline
from sitegen.cli.messages import count, left_out, located, seen_from_here, tell
from sitegen.cli.options import AS_OF, BASE_URL, CLEAN, DRAFTS, FOLDER, FUTURE, JOBS, SITE, STRICT, last_day, processes


class _Steps:
    """How long each step of a build took."""

    def __init__(self) -> None:
        self._started = time.perf_counter()
        self._begun: list[tuple[str, float]] = []

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return time.perf_counter() - self._started

    def begin(self, name: str) -> None:
        """A step begins, and the one before ends."""
        self._begun.append((name, self.seconds))

    def tell(self) -> None:
        """Name the steps with their times."""
        self.begin("")
        for (name, start), (_, end) in pairwise(self._begun):
            tell((), f"{end - start:8.2f} s  {name}")


@click.command("build")
@SITE
@click.option("-o", "--output", type=FOLDER, metavar="DIR", help="Where the site goes. Default: public/ in SITE.")
@AS_OF
@BASE_URL
@JOBS
@DRAFTS
@FUTURE
@STRICT
@CLEAN
@click.option("--json", "as_json", is_flag=True, help="Print what was built as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.option("-v", "--verbose", is_flag=True, help="Also say how long each step took.")
def build_command(
    *,
    site: Path,
    output: Path | None,
    as_of: dt.date | None,
    base_url: str,
    jobs: int,
    drafts: bool,
    future: bool,
    strict: bool,
    clean: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build SITE, a folder with a content/ in it, into public/.

    Nothing is written where something is wrong: the old site stays as it was.
    """
    steps = _Steps()
    options = pipeline.Options(as_of, last_day(future=future), drafts, base_url, processes(jobs), strict, clean)
    with located(site):
        report = pipeline.build_site(site, output, options, steps.begin)
    seconds = steps.seconds
    if as_json:
        click.echo(json.dumps(_as_json(report, seconds), ensure_ascii=False, indent=2))
    if not quiet:
        tell(seen_from_here(problem, site) for problem in report.summary.problems)
        if verbose:
            steps.tell()
        tell((), _summary(report, seconds))


def _summary(report: pipeline.BuildReport, seconds: float) -> str:
    made = report.summary
    parts = [count(made.articles, "article"), count(made.dates, "date"), count(made.events, "event")]
    lines = [f"{', '.join(parts)}: {count(made.files, 'file')} in {report.output}, {report.written.changed} changed, {seconds:.1f} s"]
    if made.problems:
        lines[0] += f", {count(len(made.problems), 'warning')}"
    return "\n".join([*lines, *left_out(made.hidden)])


def _as_json(report: pipeline.BuildReport, seconds: float) -> dict[str, object]:
    made, written = report.summary, report.written
    return {
        "output": str(report.output),
        "as_of": made.as_of.isoformat(),
        "articles": made.articles,
        "dates": made.dates,
        "events": made.events,
        "disagreements": made.differing,
        "hidden": [{"article": hidden.id, "why": hidden.why} for hidden in made.hidden],
        "files": {"changed": written.changed, "unchanged": written.unchanged, "removed": written.removed},
        "warnings": len(made.problems),
        "seconds": round(seconds, 3),
    }
