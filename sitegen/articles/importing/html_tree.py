"""A saved page's HTML as a tree, read as tolerantly as browsers read it, in linear time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})
# An open one of these ends where one of its kind, or an element that cannot stand in it, starts.
_ENDS_AT = {
    "p": frozenset(
        {
            "p",
            "div",
            "section",
            "article",
            "aside",
            "header",
            "footer",
            "nav",
            "main",
            "ul",
            "ol",
            "dl",
            "table",
            "blockquote",
            "pre",
            "form",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "td",
            "th",
            "tr",
        }
    ),
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "tbody", "tfoot"}),
    "td": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "th": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "option": frozenset({"option", "optgroup"}),
}
_NO_TEXT = frozenset({"script", "style", "noscript", "template"})
_DEEPEST = 150


@dataclass(slots=True)
class Element:
    """An element or, with an empty tag, a piece of text."""

    tag: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def walk(self, without: frozenset[str] = frozenset()) -> Iterator[Element]:
        """The element and everything in it, in the order of the page; not the elements of some tags and what is in them."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if element.tag not in without:
                yield element
                waiting.extend(reversed(element.children))

    def content(self) -> str:
        """All text in it, spaces and line breaks drawn together."""
        return " ".join("".join(" " if e.tag == "br" else e.text for e in self.walk(_NO_TEXT)).split())

    def get(self, name: str) -> str:
        """An attribute's value without space around it, "" where it has none."""
        return self.attributes.get(name, "").strip()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("html", 1)
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in reversed(attrs)}
        if tag == "html":
            self.root.attributes |= attributes
            return
        while len(self.open) > 1 and tag in _ENDS_AT.get(self.open[-1].tag, ()):
            self.open.pop()
        element = Element(tag, self.getpos()[0], attributes)
        self.open[-1].children.append(element)
        if tag not in _VOID and len(self.open) < _DEEPEST:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # HTML knows no self-closing elements: <p/> opens a paragraph.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        # Only near ancestors: a stray end tag costs no walk through the whole page.
        for depth in range(len(self.open) - 1, max(0, len(self.open) - 40), -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(Element("", self.getpos()[0], text=data))


def parse_html(text: str) -> Element:
    """The root element of a page."""
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.root
