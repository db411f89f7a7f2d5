"""Markdown: the rendering is the library's, and every visible character keeps its place."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml

from sitegen.articles import read_article
from sitegen.articles.markdown import render
from sitegen.languages import END_OF_BLOCK
from sitegen.model import Article, BlockKind, Run

HEAD = "---\ntitle: T\ndate: 2025-03-17\n---\n"
ORDINARY = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).enable(["table", "strikethrough"])
# What Markdown is made of, and what lies in wait between it: odd spaces, escapes, entities, nested marks.
ATOMS = st.sampled_from(
    [
        *(
            "a",
            "b c",
            "é",
            "“",
            "2025",
            "1. ",
            "- ",
            "> ",
            "# ",
            "\n",
            "\n\n",
            "  \n",
            "\n> ",
            "\n- ",
            "\n  ",
            "\n\t",
            "\n## ",
            "\n---\n",
            "\n===\n",
            "\t",
            "    ",
        ),
        *(
            "**",
            "*",
            "_",
            "~~",
            "~",
            "`",
            "``",
            "[",
            "]",
            "(",
            ")",
            "(/x)",
            "](y 't a')",
            "![",
            "[r]",
            "\n[r]: /u\n",
            "<b>",
            "<http://a.b>",
            "<a@b.c>",
            "<!-- ",
        ),
        *(
            "&amp;",
            "&quot;",
            "&#x41;",
            "&nbsp;",
            "&NotEqualTilde;",
            "\\",
            "\\*",
            "\\|",
            "|",
            " | ",
            "\na|b\n-|-\n",
            "\n| a | b |\n|---|:-:|\n| ",
            "\n```\n",
        ),
        *("http://x.y/2025.", "\u2028", "\xa0", "\x0b", "\x0c", "\x1c", "\x85", "\u3000"),
    ]
)
BODIES = st.lists(ATOMS, max_size=30).map("".join)


def joined(body: str) -> str:
    """The pieces put together, as a page puts them together, without what sitegen adds to the library's tags."""
    html = "".join(escapeHtml(piece.text) if isinstance(piece, Run) else piece.html for piece in render(body).pieces)
    html = html.replace(' rel="nofollow noopener noreferrer ugc"', "")
    return re.sub(r' class="align-(\w+)"', r' style="text-align:\1"', html)


@settings(deadline=None)
@given(BODIES)
def test_the_pieces_make_the_ordinary_rendering(body: str) -> None:
    """Runs, escaped, and markup in order are what the library renders."""
    assert joined(body) == ORDINARY.render(body)


@settings(deadline=None)
@given(BODIES)
def test_every_run_is_a_slice_of_the_body(body: str) -> None:
    """Runs come in the order of the body, and each stands in it word for word."""
    runs = [piece for piece in render(body).pieces if isinstance(piece, Run)]
    assert all(body[run.start : run.start + len(run.text)] == run.text for run in runs)
    assert all(a.start + len(a.text) <= b.start for a, b in pairwise(runs))


@settings(deadline=None)
@given(BODIES)
def test_prose_is_as_long_as_the_body(body: str) -> None:
    """Newlines stay where they are; a character of the prose that is none of the body's is white space, or comes from an entity."""
    rendered = render(body)
    assert len(rendered.prose) == len(body)
    assert [i for i, c in enumerate(body) if c == "\n"] == [i for i, c in enumerate(rendered.prose) if c == "\n"]
    if "&" not in body:
        assert all(a in (b, " ", END_OF_BLOCK) for a, b in zip(rendered.prose, body, strict=True))


def test_items_of_a_tight_list_are_blocks_as_those_of_a_loose_one() -> None:
    """Something ends between them, and nothing within one."""
    assert [part.strip() for part in render("- one\n  more\n- two\n").prose.split(END_OF_BLOCK)] == ["one\n  more", "two"]
    assert END_OF_BLOCK not in render("- one\n\n- two\n").prose


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_body_becomes_an_article(body: str) -> None:
    """No text raises; sentences lie in their blocks and hold visible text."""
    article, problems = read_article(HEAD + body, "a.md")
    if article is None:
        assert problems
        return
    end = 0
    for sentence in article.sentences:
        assert end <= sentence.span.start < sentence.span.end <= len(article.body)
        assert article.prose[sentence.span.start : sentence.span.end].strip()
        end = sentence.span.end


def article_of(body: str) -> Article:
    """The article with this body."""
    article, _ = read_article(HEAD + body, "a.md")
    assert article
    return article


@pytest.mark.parametrize(
    ("body", "prose"),
    [
        ("A **bold** word.", "A bold word."),
        ("See [the report](https://x.org/2025/03/17 'of 2024') now.", "See the report now."),
        ("On https://x.org/2025/03/17, and a@b.org.", "On , and ."),
        ("Run `2025-03-17` twice.", "Run twice."),
        ("<https://x.org/2025>", ""),
        ("![17 March](x.png)", ""),
        ("> Quoted\n> words", "Quoted words"),
        ("| 1 May | a \\| b |\n|---|---|\n| `x` | 2 May |", "1 May a | b 2 May"),
        ("AT&amp;T said &quot;no&quot;", 'AT& T said "no"'),
        ("a \\*star\\*", "a *star *"),
        ("```\n1 May\n```", ""),
        ("[r] said\n\n[r]: https://x.org/1 'May'", "r said"),
    ],
)
def test_what_is_no_prose_is_blank(body: str, prose: str) -> None:
    """Markup, code, addresses and definitions are spaces."""
    assert " ".join(render(body).prose.split()) == prose


def test_blocks_are_told_apart() -> None:
    """Headings, items, quotations and cells are blocks of their kind."""
    body = "# One\n\nTwo\nlines\n\n- three\n- four\n\n  > five\n\n> six\n\nSeven\n-----\n\na|b\n-|-\nc|d\n"
    kinds = [(body[block.start : block.end], block.kind, block.level) for block in render(body).blocks]
    assert kinds == [
        ("One", BlockKind.HEADING, 1),
        ("Two\nlines", BlockKind.PARAGRAPH, 0),
        ("three", BlockKind.ITEM, 0),
        ("four", BlockKind.ITEM, 0),
        ("five", BlockKind.QUOTE, 0),
        ("six", BlockKind.QUOTE, 0),
        ("Seven", BlockKind.HEADING, 2),
        ("a", BlockKind.CELL, 0),
        ("b", BlockKind.CELL, 0),
        ("c", BlockKind.CELL, 0),
        ("d", BlockKind.CELL, 0),
    ]


def test_a_sentence_holds_the_markup_that_clings_to_it() -> None:
    """A sentence is cut from the body as it is written."""
    article = article_of('**Talks resume.** [They end](x "y") on *Friday*. "**No**," he said.')
    assert [article.body[s.span.start : s.span.end] for s in article.sentences] == [
        "**Talks resume.**",
        '[They end](x "y") on *Friday*.',
        '"**No**," he said.',
    ]


def test_links_that_lead_outside_say_so() -> None:
    """Outside links carry rel; links within the site do not; a script is no link."""
    html = "".join(
        piece.html for piece in render("[a](https://x.org) [b](/y) [c](javascript:x) [d](//z.org)").pieces if not isinstance(piece, Run)
    )
    assert html.count("rel=") == 2
    assert "javascript" not in html


@pytest.mark.timeout(60)  # the square of such a length would take far longer
@pytest.mark.parametrize("shape", ["[", "![[]", "*a ", "*_", "a**b", "|a\n|-\n", "&amp;", "\\*", "> ", "<a", "`", "http://", "a@", " \n"])
def test_rendering_takes_time_by_length_only(shape: str) -> None:
    """However the body repeats itself."""
    length = 40_000
    assert article_of((shape * length)[:length])
