"""Stage 1: articles and what they are made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's body."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What kind of block a sentence stands in."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the prose."""

    span: Span
    block: int
    """Number of the block (paragraph, heading, list item …) it stands in, from 0."""
    kind: BlockKind
    level: int = 0
    """Heading level, 1–6; 0 elsewhere."""


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of the rendered article that is not prose: tags, code, images."""

    html: str


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of the rendered article that is prose: unescaped text and where it stands in the body."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Override:
    """An editor's decision about an expression, from the front matter's ``dates``."""

    text: str
    """The expression as it stands in the prose."""
    value: str
    """A TIMEX3 value, or "" for "not a date"."""
    who: str = ""
    why: str = ""

    def settles(self, expression: str) -> bool:
        """Whether it is about an expression; capitals, line breaks and runs of blanks make no difference."""
        return _plain(self.text) == _plain(expression)

    def stands_in(self, prose: str) -> bool:
        """Whether a text has these words, an expression or not."""
        return _plain(self.text) in _plain(prose)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its author wrote it, with its prose found."""

    id: str
    """Path below ``content/``, with ``/`` between folders: ``2025/kremlin-call.md``."""
    slug: str
    title: str
    published: dt.datetime | dt.date
    """A date-time keeps its own offset (or none); its wall-clock day is the article's day."""
    body: str
    """Markdown, everything after the front matter's closing line, newlines as ``\\n``."""
    prose: str
    """As long as ``body``; every character that is markup, code or address is blanked, newlines stay."""
    sentences: tuple[Sentence, ...]
    pieces: tuple[Markup | Run, ...]
    """The rendered body, in order; prose runs carry their offset into ``body``."""
    digest: str
    body_line: int = 1
    """Line of the file on which the body starts, for messages."""
    slug_at: tuple[int, int] = (1, 1)
    aliases_at: tuple[int, int] = (1, 1)
    """Line and column of the file where its slug and its aliases are given, for messages."""
    source: str = ""
    authors: tuple[str, ...] = ()
    """Who wrote it; one byline, however many it names, where the front matter gives it as one text."""
    url: str = ""
    credit: str = ""
    language: str = "en"
    summary: str = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Further slugs; with ``/`` before them, paths below the site's root."""
    overrides: tuple[Override, ...] = ()
    updated: dt.datetime | dt.date | None = None
    retrieved: dt.date | None = None
    draft: bool = False

    @property
    def day(self) -> dt.date:
        """The calendar day of publication in the article's own offset."""
        return self.published.date() if isinstance(self.published, dt.datetime) else self.published

    @property
    def publisher(self) -> str:
        """The source, or the article's title where none is named."""
        return self.source or self.title

    def override_of(self, expression: str) -> Override | None:
        """The editor's decision about an expression; the first where two are about it."""
        return next((override for override in self.overrides if override.settles(expression)), None)

    def quote(self, span: Span) -> str:
        """What stands there as a reader sees it: markup dropped, line breaks and runs of blanks made one blank."""
        return " ".join(self.without_markup(span).split())

    def without_markup(self, span: Span) -> str:
        """What stands there, markup dropped and white space as it stands."""
        prose, body = self.prose[span.start : span.end], self.body[span.start : span.end]
        # Where the prose is blank and the body is not, the body held markup.
        return prose if prose == body else "".join(p for p, b in zip(prose, body, strict=True) if not p.isspace() or b.isspace())
