"""A saved page -> the units of the article on it, with links and emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from sitegen.articles.front_matter import is_web_address
from sitegen.articles.importing.compose import escaped, shown_by
from sitegen.articles.importing.furniture import Removed
from sitegen.articles.importing.html_tree import Element
from sitegen.articles.importing.units import Unit
from sitegen.model import BlockKind

_NO_TEXT = frozenset(
    {
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "form",
        "button",
        "select",
        "input",
        "nav",
        "footer",
        "aside",
        "figure",
        "picture",
        "video",
        "audio",
        "dialog",
    }
)
_KINDS = {"li": BlockKind.ITEM, "dd": BlockKind.ITEM, "blockquote": BlockKind.QUOTE}
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "body",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "blockquote",
        "center",
        "details",
        "summary",
    }
)
_EMPHASIS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
# Parts of class names and ids by which pages the world over mark what is not the article.
_FURNITURE_NAME = re.compile(
    r"(?:^|[-_\s])(?:share|sharing|social|related|recommend\w*|newsletter|subscri\w*|promo\w*|advert\w*|ads?|adslot|sponsor\w*|comments?"
    r"|cookie\w*|consent|breadcrumbs?|nav\w*|menu|footer|sidebar|widget|popular|trending|outbrain|taboola|paywall|modal|popup|toolbar"
    r"|sr-only|skip-link)(?:$|[-_\s])",
    re.IGNORECASE,
)
# The element that holds this much of the page's prose is the article, or holds it.
_NEARLY_ALL = 0.75
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Place:
    """What a stretch of text stands in."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


def units_of_page(root: Element, base: str) -> tuple[tuple[Unit, ...], tuple[Removed, ...]]:
    """The units of the element that holds the article, and what stands between them and is no part of it.

    ``base`` is the page's address, "" where it is not known.
    """
    article = _article_element(root)
    return tuple(_units(article, base, _Place())), tuple(_left_out(article))


def _left_out(article: Element) -> Iterator[Removed]:
    waiting = [article]
    while waiting:
        element = waiting.pop()
        if not _is_furniture(element):
            waiting.extend(reversed(element.children))
        elif text := element.content():
            yield Removed(element.line, text, "furniture of the page")


def _article_element(root: Element) -> Element:
    """The smallest element that holds nearly all of the page's prose."""
    elements = list(root.walk())
    prose: dict[int, int] = {}
    for element in reversed(elements):  # each child before its parent
        own = len(element.content()) if element.tag == "p" else sum(prose[id(child)] for child in element.children)
        prose[id(element)] = 0 if _is_furniture(element) else own
    found = next((element for element in elements if element.tag == "body"), root)
    enough = prose[id(found)] * _NEARLY_ALL
    while enough:
        inner = next((child for child in found.children if child.tag != "p" and prose[id(child)] >= enough), None)
        if not inner:
            break
        found = inner
    return found


def _is_furniture(element: Element) -> bool:
    if not element.tag:
        return False
    if element.tag in _NO_TEXT or element.get("aria-hidden") == "true" or "hidden" in element.attributes:
        return True
    if element.tag in {"body", "main", "article", "html"}:
        return False
    return bool(
        _FURNITURE_NAME.search(f"{element.get('class')} {element.get('id')}") or element.get("role") in {"navigation", "complementary"}
    )


def _units(element: Element, base: str, place: _Place) -> Iterator[Unit]:
    """The units in an element: its blocks, and the text between them."""
    inline: list[Element] = []
    for child in element.children:
        if _is_furniture(child):
            continue
        if child.tag in _BLOCKS or _is_second_break(child, inline):
            yield from _unit(inline, base, place)
            inline = []
            yield from _units(child, base, _place_in(child, place))
        else:
            inline.append(child)
    yield from _unit(inline, base, place)


def _is_second_break(child: Element, inline: list[Element]) -> bool:
    before = next((element for element in reversed(inline) if element.tag or element.text.strip()), None)
    return child.tag == "br" and before is not None and before.tag == "br"


def _place_in(element: Element, outer: _Place) -> _Place:
    if re.fullmatch("h[1-6]", element.tag):
        return _Place(BlockKind.HEADING, int(element.tag[1]))
    return _Place(_KINDS.get(element.tag, outer.kind), 0)


def _unit(inline: list[Element], base: str, place: _Place) -> Iterator[Unit]:
    holder = Element("", 0, children=inline)
    text = holder.content()
    if text:
        line = next(element.line for element in holder.walk() if element.text.strip())
        yield Unit(line, text, place.kind, place.level, _markdown(inline, base, text))


def _markdown(inline: list[Element], base: str, text: str) -> str:
    """The text with links and emphasis, "" where it has none or Markdown cannot say them."""
    parts = "".join(_marked(element, base) for element in inline)
    markdown = _SPACE.sub(" ", parts).strip()
    return markdown if markdown != text and shown_by(markdown) == text else ""


def _marked(element: Element, base: str) -> str:
    if _is_furniture(element):
        return ""
    if not element.tag:
        return escaped(element.text) if element.text.strip() else element.text
    if element.tag == "br":
        return " "
    inner = "".join(_marked(child, base) for child in element.children)
    return _enclosed(inner, *_marks(element, base)) if inner.strip() else inner


def _marks(element: Element, base: str) -> tuple[str, str]:
    if element.tag in _EMPHASIS:
        return _EMPHASIS[element.tag], _EMPHASIS[element.tag]
    if element.tag == "a" and element.get("href"):
        address = _joined(base, element.get("href"))
        return ("[", f"](<{address}>)") if is_web_address(address) else ("", "")
    return "", ""


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _enclosed(inner: str, before: str, after: str) -> str:
    """The text with marks close around it, its outer spaces outside."""
    text = inner.strip()
    start = inner.index(text)
    return f"{inner[:start]}{before}{text}{after}{inner[start + len(text) :]}"
