"""Arguments and options that several commands share."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import click

from sitegen.cli import clock
from sitegen.config import checked_base_url
from sitegen.explicit_dates import DateError, in_reach, read_published


def day(text: str) -> dt.date:
    """A day as ``2025-03-17``; raises BadParameter with how to write one."""
    try:
        return in_reach(dt.date.fromisoformat(text))
    except DateError as error:
        raise _refused(error) from error
    except ValueError as error:
        raise _wrong(text, "day", "write it as 2025-03-17") from error


def day_or_today(text: str) -> dt.date:
    """A day as ``2025-03-17``, or ``today``."""
    return clock.now().date() if text == "today" else day(text)


def moment(text: str) -> dt.date | dt.datetime:
    """A day, or a moment with or without its offset, in any form that an article may give it in."""
    try:
        return read_published(text)
    except DateError as error:
        raise _refused(error) from error


def base_url(text: str) -> str:
    """A web address under which a site can stand, with its last slash, or "" for none."""
    address = checked_base_url(text) if text else ""
    if address is None:
        raise _wrong(text, "web address", "write it whole: https://example.org/briefing/")
    return address


def _refused(error: DateError) -> click.BadParameter:
    return click.BadParameter(f"{error}; {error.hint}")


def _wrong(text: str, kind: str, hint: str) -> click.BadParameter:
    return click.BadParameter(f"'{text}' is no {kind}; {hint}")


FOLDER = click.Path(file_okay=False, path_type=Path)

SITE = click.argument("site", type=FOLDER, default=".")
IN_SITE = click.option("--site", type=FOLDER, default=".", show_default=True, help="The site's folder.")
AS_OF = click.option(
    "--as-of",
    type=day_or_today,
    metavar="DATE|today",
    help="The day the briefing speaks on; later articles are left out. Default: the newest article's.",
)
BASE_URL = click.option("-b", "--base-url", type=base_url, default="", metavar="URL", help="Where the site will stand.")
TAGS = click.option("--tags", multiple=True, metavar="TOPIC,...", help="Its topics; may be given more than once.")
DRAFTS = click.option("--drafts", is_flag=True, help="Include drafts.")
FUTURE = click.option("--future", is_flag=True, help="Include articles dated after today.")
STRICT = click.option("--strict", is_flag=True, help="Treat warnings as errors: exit code 3.")
CLEAN = click.option("--clean", is_flag=True, help="Drop the cache first.")
JOBS = click.option(
    "-j", "--jobs", type=click.IntRange(min=0), default=0, metavar="N", help="Processes to use. Default: one for each processor."
)


def processes(wanted: int) -> int:
    """How many processes to use: as many as wanted, or one for each processor that this process may use."""
    if wanted:
        return wanted
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def last_day(*, future: bool) -> dt.date | None:
    """The last day of which articles are shown: none where those of the future are wanted, too."""
    return None if future else clock.latest_day()


def topics(tags: tuple[str, ...]) -> tuple[str, ...]:
    """The topics given with --tags, each once."""
    return tuple(dict.fromkeys(topic.strip() for given in tags for topic in given.split(",") if topic.strip()))
