"""The small built-in search index: one line for each page worth finding, in parts that are loaded one after another.

The parts are scripts that hand their entries over, not JSON to be fetched:
pages opened from disk may load scripts beside them and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sitegen.model import OutputFile
from sitegen.pages import paths
from sitegen.pages.desk import Desk

_PER_PART = 2500


def index_files(desk: Desk) -> tuple[OutputFile, ...]:
    """``search/index-1.js`` and so on; each calls ``sitegenIndex(entries, number of parts)``."""
    entries = list(_entries(desk))
    starts = range(0, max(len(entries), 1), _PER_PART)
    return tuple(
        OutputFile(f"{paths.SEARCH}index-{number}.js", _part(entries[start : start + _PER_PART], len(starts)))
        for number, start in enumerate(starts, 1)
    )


def _part(entries: list[tuple[str, str, str, str]], parts: int) -> bytes:
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f"sitegenIndex([\n{lines}\n], {parts});\n".encode()


def _entries(desk: Desk) -> Iterator[tuple[str, str, str, str]]:
    """Kind, title, what stands beside it, and address from the search page; names and topics first, then newest first."""
    words, book = desk.words, desk.book
    kinds = ((words.gettext("Topic"), book.topics), (words.gettext("Source"), book.sources), (words.gettext("Name"), book.names))
    for kind, entries in kinds:
        for entry in entries.values():
            count = words.ngettext("%(count)s event", "%(count)s events", len(entry.events))
            yield kind, entry.name, count, paths.relative(paths.SEARCH, entry.path)
    for article in sorted(desk.site.articles, key=lambda article: (article.day, article.id), reverse=True):
        beside = f"{article.source}, {words.day(article.day)}" if article.source else words.day(article.day)
        yield words.gettext("Article"), article.title, beside, paths.relative(paths.SEARCH, paths.article_path(article))
    for event in reversed(desk.site.timeline.events):
        yield words.gettext("Event"), event.headline, words.when(event.interval), paths.relative(paths.SEARCH, paths.event_path(event.id))
