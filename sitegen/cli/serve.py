"""`sitegen serve`: the site on this machine, built anew on every change."""

from __future__ import annotations

import datetime as dt
import threading
import webbrowser
from pathlib import Path
from urllib.parse import urlsplit

import click

from sitegen import pipeline
from sitegen.cli.messages import count, seen_from_here, tell
from sitegen.cli.options import AS_OF, BASE_URL, DRAFTS, FUTURE, JOBS, SITE, last_day, processes
from sitegen.config import FILE_NAME, NAMES_FILE, load
from sitegen.problems import SitegenError
from sitegen.publish import Cache
from sitegen.publish.preview import Preview
from sitegen.publish.server import PreviewServer
from sitegen.publish.watch import changes


@click.command("serve")
@SITE
@AS_OF
@BASE_URL
@JOBS
@DRAFTS
@FUTURE
@click.option("-p", "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The first port to try.")
@click.option("--open", "opens", is_flag=True, help="Open the site in a browser.")
def serve_command(
    *, site: Path, as_of: dt.date | None, base_url: str, jobs: int, drafts: bool, future: bool, port: int, opens: bool
) -> None:
    """Show SITE at 127.0.0.1, build it anew on every change and reload the page.

    What is wrong is shown above the last good page. Nothing is written to public/.
    """
    options = pipeline.Options(as_of, last_day(future=future), drafts, base_url, processes(jobs))
    config = load(site)  # says what is missing where this is no site
    preview = Preview(urlsplit(base_url or config.base_url).path or "/")
    with PreviewServer(preview, port) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"{server.url} shows {site}; stop with Ctrl-C", err=True)
        if opens:
            webbrowser.open(server.url)
        for _ in changes(pipeline.source_folders(site), (site / FILE_NAME, site / NAMES_FILE), threading.Event()):
            _show(preview, site, options)


def _show(preview: Preview, site: Path, options: pipeline.Options) -> None:
    """Build, and show the result or what is wrong."""
    try:
        with Cache(site) as cache:
            made = pipeline.make(pipeline.read_inputs(site), options, cache)
    except SitegenError as error:
        problems = [seen_from_here(problem, site) for problem in error.problems]
        tell(problems, f"{count(len(problems), 'problem')}; the last good site stays")
        preview.show_fault("\n".join(str(problem) for problem in problems))
    else:
        preview.show(made.files)
        tell((seen_from_here(problem, site) for problem in made.summary.problems), f"built {count(len(made.files), 'file')}")
