"""Where every page lies: addresses below the site's root, and relative links between them.

An address is a folder with its last ``/`` (``events/kremlin-call/``) or a file
(``feed.xml``). Pages link to each other relatively, so that a site works at
``/``, below a sub-path and from disk; there links name ``index.html``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

from sitegen.model import Article

HOME = ""
TIMELINE = "timeline/"
ARTICLES = "articles/"
EVENTS = "events/"
DAYS = "days/"
TOPICS = "topics/"
SOURCES = "sources/"
NAMES = "names/"
CHANGES = "changes/"
DATES = "dates/"
ABOUT_DATES = "about-dates/"
SEARCH = "search/"
PAGEFIND = "pagefind/"
CALENDAR = "calendar/"
STORY_CLOCK = "as-of/"
EMBED = "embed/"
NOT_FOUND = "404.html"


def article_path(article: Article) -> str:
    """``articles/SLUG/``."""
    return f"{ARTICLES}{article.slug}/"


def alias_path(alias: str) -> str:
    """``articles/ALIAS/``, or the alias itself where it is a path below the site's root; a file where it ends in ``.html``."""
    path = alias.removeprefix("/") if alias.startswith("/") else f"{ARTICLES}{alias}"
    return path if path.endswith(".html") else f"{path}/"


def event_path(event_id: str) -> str:
    """``events/ID/``."""
    return f"{EVENTS}{event_id}/"


def day_path(day: dt.date) -> str:
    """``days/YYYY-MM-DD/``."""
    return f"{DAYS}{day.isoformat()}/"


def snapshot_path(day: dt.date) -> str:
    """``as-of/YYYY-MM-DD/``."""
    return f"{STORY_CLOCK}{day.isoformat()}/"


def file_of(path: str) -> str:
    """The output file behind an address: ``events/x/`` is ``events/x/index.html``."""
    return f"{path}index.html" if path.endswith("/") or not path else path


def relative(page: str, target: str) -> str:
    """A link from one page to another address, percent-encoded; a ``#fragment`` of the target is kept.

    ``relative("events/a/", "days/2025-03-18/")`` is ``../../days/2025-03-18/index.html``.
    """
    path, mark, fragment = target.partition("#")
    if mark and path == page:
        return f"#{fragment}"
    return "../" * page.count("/") + _quoted(file_of(path)) + mark + fragment


@lru_cache(maxsize=1 << 16)
def _quoted(path: str) -> str:
    return quote(path)


def absolute(base_url: str, path: str) -> str:
    """The absolute address of a page, or "" where the site's own is not known."""
    return base_url + quote(path) if base_url else ""


def slugify(name: str) -> str:
    """A name as part of an address: letters and digits of any script, lower case, joined by ``-``."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("'", "").replace("’", "")
    kept = "".join(sign if sign.isalnum() else " " for sign in plain)
    return "-".join(kept.split()) or "x"


def slugs(names: Iterable[str]) -> dict[str, str]:
    """One slug for each name; where two would share one, the later in the alphabet gets a mark of its own."""
    taken: dict[str, str] = {}
    for name in sorted(set(names)):
        slug = slugify(name)
        if slug in taken.values():
            slug = f"{slug}-{hashlib.sha256(name.encode()).hexdigest()[:6]}"
        taken[name] = slug
    return taken
