"""What the pages stage is given: everything the earlier stages made, in one frozen record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.model import Article, Briefing, Change, Resolution, Timeline
from sitegen.problems import Problem

if TYPE_CHECKING:
    from sitegen.config import Config


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The story as it stood on an earlier publication day: only what had been published by then."""

    as_of: dt.date
    timeline: Timeline
    briefing: Briefing


@dataclass(frozen=True, slots=True)
class SiteModel:
    """A whole site, ready to be written out."""

    config: Config
    as_of: dt.date
    articles: tuple[Article, ...]
    """By publication, oldest first."""
    resolutions: Mapping[str, tuple[Resolution, ...]]
    """Every resolution of every article, by article id, in the order of the text; no entry means none."""
    timeline: Timeline
    briefing: Briefing
    problems: tuple[Problem, ...] = ()
    """Warnings of the build: shown to editors on the page of dates to look at."""
    changes: tuple[Change, ...] = ()
    """What differs from the story as it stood on `previous`; empty where all articles are of one day."""
    previous: dt.date | None = None
    """The publication day before the newest articles', with which `changes` compares; None where there is none."""
    base_url: str = ""
    """Absolute address of the site's root with its last ``/``, or "" where it is not known."""
    root: Path = field(default_factory=Path)
    """The site's folder: its own themes and static files lie here."""
    history: tuple[Snapshot, ...] = ()
    """The story as of earlier publication days, oldest first; bounded by the pipeline."""
