"""Links that lead nowhere are found, the others left in peace."""

from __future__ import annotations

import pytest

from sitegen.model import OutputFile
from sitegen.publish.links import BrokenLink, broken_links


def linked(link: str) -> tuple[BrokenLink, ...]:
    """The broken links of a small site with that link on one page."""
    page = f'<a class="x" href="{link}">x</a>'.encode()
    files = (
        OutputFile("articles/a/index.html", page),
        OutputFile("index.html", b'<h1 id="top">Home</h1>'),
        OutputFile("days/2025-03-18/index.html", b""),
        OutputFile("style.css", b""),
        OutputFile("articles/a/it&s me.png", b""),
    )
    return broken_links(files)


@pytest.mark.parametrize(
    "link",
    [
        "../../index.html",
        "../../",
        "../..",
        "../../index.html#top",
        "../../days/2025-03-18/",
        "../../style.css?v=1",
        "#",
        "",
        "it&amp;s%20me.png",
        "https://example.org/nowhere",
        "//example.org/nowhere",
        "/elsewhere",
        "mailto:a@example.org",
        "data:,x",
    ],
)
def test_a_link_that_leads_somewhere_is_left_in_peace(link: str) -> None:
    """To a file, a folder with a page, a fragment that is there; and everything outside the site."""
    assert linked(link) == ()


@pytest.mark.parametrize(
    "link", ["../../gone.html", "../../index.html#gone", "../../days/", "../../../index.html", "other.md", "../../days/2025-03-18"]
)
def test_a_link_that_leads_nowhere_is_named(link: str) -> None:
    """With the page it stands on."""
    assert linked(link) == (BrokenLink("articles/a/index.html", link),)


def test_a_link_is_named_once_a_page() -> None:
    """However often it stands there."""
    page = b'<a href="gone">1</a> <img alt="a > b" src="gone"> <a href="gone">2</a>'
    assert broken_links((OutputFile("index.html", page),)) == (BrokenLink("index.html", "gone"),)


def test_a_link_that_a_text_speaks_of_is_none() -> None:
    """Code shown on a page has attributes, too."""
    page = b'<p title="x">Write <code>&lt;a href="gone"&gt;</code>, or <a\nhref="missing">this</a>.</p>'
    assert broken_links((OutputFile("index.html", page),)) == (BrokenLink("index.html", "missing"),)
