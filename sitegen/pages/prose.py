"""An article's prose on its page: plain extracts, and the body with its dates marked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

import nh3
from markupsafe import Markup, escape

from sitegen.dates import edtf
from sitegen.languages import halves
from sitegen.model import Article, Resolution, Run, Span
from sitegen.pages.marks import datetime_value

_MARK = re.compile(r"(?:[,;:]|--|–|—)\s+")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^>]*>")
_VOID = frozenset({"br", "hr", "img", "input", "wbr"})
_OUTSIDE_LINK = re.compile(r'<a (?=[^>]*href="(?:https?:)?//)')
_HEADING = re.compile(r"(</?h)([1-5])\b")
_TAGS = nh3.ALLOWED_TAGS - {"acronym", "area", "article", "center", "footer", "h1", "header", "map", "nav", "strike", "tt"}
_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title", "class", "id", "rel"},
    "abbr": {"title"},
    "aside": {"class", "aria-hidden"},
    "code": {"class"},
    "img": {"src", "alt", "title", "width", "height"},
    "li": {"id", "class"},
    "ol": {"start", "class"},
    "section": {"class"},
    "span": {"class", "data-edtf"},
    "sup": {"class", "id"},
    "td": {"class", "colspan", "rowspan"},
    "th": {"class", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an extract, and whether it is the date phrase."""

    text: str
    is_date: bool


def extract(article: Article, span: Span, dates: Iterable[Span] = ()) -> tuple[Segment, ...]:
    """The prose of a span as a reader sees it, white space collapsed, with date phrases set apart."""
    wanted = tuple(dates)
    cuts = {span.start, span.end, *(at for date in wanted for at in (date.start, date.end) if span.start < at < span.end)}
    parts = [
        (text, any(date.start <= start < date.end for date in wanted))
        for start, end in pairwise(sorted(cuts))
        if (text := article.without_markup(Span(start, end)))
    ]
    return tuple(
        Segment(re.sub(r"\s+", " ", "".join(text for text, _ in group)), is_date)
        for is_date, group in groupby(parts, key=lambda part: part[1])
    )


def after(parts: Iterable[Segment], at: int) -> tuple[Segment, ...]:
    """What stands behind the first so many characters of an extract."""
    found = []
    for part in parts:
        found.append(Segment(part.text[max(at, 0) :], part.is_date))
        at -= len(part.text)
    rest = [part for part in found if part.text]
    return (Segment(rest[0].text.lstrip(" ,;:"), rest[0].is_date), *rest[1:]) if rest else ()


def near(parts: tuple[Segment, ...], at: int, most: int) -> tuple[Segment, ...]:
    """An extract hardly longer than it may be: from the mark before a place in it, else before its date, with "…" for the rest."""
    text = "".join(part.text for part in parts)
    if len(text) <= most:
        return parts
    date = next((sum(len(other.text) for other in parts[:number]) for number, part in enumerate(parts) if part.is_date), 0)
    marks = [found.end() for found in _MARK.finditer(text, 0, at if at >= 0 else date)]
    start = next((mark for mark in marks if len(text) - mark <= most), marks[-1] if marks else 0)
    kept = (Segment("… ", is_date=False), *after(parts, start)) if start else parts
    return tuple(_ended(kept, max(most, date + most // 2 - start)))


def _ended(parts: Iterable[Segment], most: int) -> Iterator[Segment]:
    """An extract up to so many characters, cut between words."""
    for part in parts:
        if len(part.text) > most:
            yield Segment(shortened(part.text, most), part.is_date)
            return
        most -= len(part.text)
        yield part


def shortened(text: str, most: int) -> str:
    """The text, cut between words where it is longer."""
    beginning, rest = halves(text, most)
    return f"{beginning}…" if rest else text


@dataclass(frozen=True, slots=True)
class MarkedDate:
    """A date of the body: its resolution, its number on the page and the address of its note."""

    resolution: Resolution
    number: int
    href: str
    gloss: str
    """The day in words, for the margin; "" where there is none."""


def body_html(article: Article, dates: tuple[MarkedDate, ...]) -> Markup:
    """The article's body with every date marked, sanitised as a second layer behind the Markdown reader.

    Before each block that has dates stands a gloss for the margin that says which days they are.
    """
    parts: list[str] = []
    shift = any(not isinstance(piece, Run) and "<h1" in piece.html for piece in article.pieces)
    open_tags: list[str] = []
    block = 0
    glossed: list[MarkedDate] = []
    for piece in article.pieces:
        if isinstance(piece, Run):
            parts.extend(_marked(piece, dates, is_linked="a" in open_tags))
            glossed.extend(_starting_in(piece, dates))
            continue
        for html in _cut_at_blocks(piece.html, open_tags):
            parts.append(_fitted(html, shift=shift))
            if not open_tags:
                parts[block:block] = [_gloss(glossed)] if glossed else []
                block, glossed = len(parts), []
    return Markup(nh3.clean("".join(parts), tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None))  # noqa: S704  what nh3 lets through is safe


def _cut_at_blocks(html: str, open_tags: list[str]) -> Iterator[str]:
    """Markup cut after each tag that closes a block; ``open_tags`` keeps account of what is open after each cut."""
    at = 0
    for tag in _TAG.finditer(html):
        closing, name = tag.groups()
        if not closing and name not in _VOID:
            open_tags.append(name)
        elif closing and name in open_tags:
            del open_tags[len(open_tags) - 1 - open_tags[::-1].index(name) :]
            if not open_tags:
                yield html[at : tag.end()]
                at = tag.end()
    if at < len(html):
        yield html[at:]


def _starting_in(run: Run, dates: tuple[MarkedDate, ...]) -> Iterator[MarkedDate]:
    end = run.start + len(run.text)
    return (date for date in dates if date.gloss and run.start <= date.resolution.expression.span.start < end)


def _gloss(dates: list[MarkedDate]) -> str:
    """What the margin says of a block's dates: the notes at the end say more, so it is for the eye alone."""
    lines = Markup("").join(
        Markup("<p><q>{}</q> <span>→</span> {}</p>").format(" ".join(date.resolution.expression.text.split()), date.gloss) for date in dates
    )
    return Markup('<aside class="gloss-margin" aria-hidden="true">{}</aside>').format(lines)


def _fitted(html: str, *, shift: bool) -> str:
    """Markup made to fit the page: one level below the page's own heading, outside links told apart."""
    html = _OUTSIDE_LINK.sub('<a rel="nofollow noopener noreferrer" ', html)
    return _HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", html) if shift else html


def _marked(run: Run, dates: tuple[MarkedDate, ...], *, is_linked: bool) -> Iterator[str]:
    at, end = run.start, run.start + len(run.text)
    for date in dates:
        span = date.resolution.expression.span
        first, last = max(span.start, at), min(span.end, end)
        if first >= last:
            continue
        yield escape(run.text[at - run.start : first - run.start])
        yield _date_tag(run.text[first - run.start : last - run.start], date, starts=first == span.start, is_linked=is_linked)
        at = last
    yield escape(run.text[at - run.start :])


def _date_tag(text: str, date: MarkedDate, *, starts: bool, is_linked: bool) -> str:
    """One stretch of a date: time, in a link to its note unless the article itself links here; numbered for print."""
    interval = date.resolution.interval
    value = datetime_value(interval) if interval else ""
    if value:
        marked = Markup('<time datetime="{}">{}</time>').format(value, text)
    elif interval:
        marked = Markup('<span data-edtf="{}">{}</span>').format(edtf(interval), text)
    else:
        marked = escape(text)
    if is_linked or not text.strip():
        return marked
    identity = Markup(' id="date-{}"').format(date.number) if starts else ""
    style = "date" if interval else "date open"
    number = Markup('<sup class="number">{}</sup>').format(date.number)
    return Markup('<a class="{}" href="{}"{}>{}{}</a>').format(style, date.href, identity, marked, number if starts else "")
