"""Import: every document of cases/imports becomes the article, or the message, that lies beside it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.articles import Source, read_article, slugs
from sitegen.articles.importing import ImportOptions, import_document, import_file
from sitegen.articles.importing.compose import article_text, escaped, shown_by

CASES = Path(__file__).parent.parent / "cases" / "imports"
OPTIONS = {
    "pasted.txt": ImportOptions(date=dt.date(2025, 6, 2)),
    "credited.txt": ImportOptions(
        date=dt.date(2025, 6, 2), title="Deal on night boats", source="Bay Herald", tags=("ferry", "night boats")
    ),
    "german.txt": ImportOptions(language="de"),
    "agency.txt": ImportOptions(date=dt.date(2025, 6, 2)),
}


def outcome(path: Path) -> str:
    """What an import gives: the article, what was left out, where things come from, and what is wrong."""
    imported, problems = import_file(path, OPTIONS.get(path.name, ImportOptions()), lambda _prose, _language: ("Monday", "Tuesday"))
    parts = [str(problem).replace(str(path), path.name) for problem in problems]
    if imported:
        parts += [f"content/{imported.slug}.md", imported.text]
        parts += [f"left out: {removed.line}: {removed.text} ({removed.why})" for removed in imported.removed]
        parts += imported.notes
    return "\n".join(parts) + "\n"


@pytest.mark.parametrize("path", sorted(path for path in CASES.iterdir() if path.suffix in {".txt", ".html"}), ids=lambda path: path.name)
def test_a_document_is_imported_as_its_case_says(path: Path, *, update: bool) -> None:
    """The article, the lines left out and the messages are those of the case."""
    expected = path.with_name(f"{path.name}.expected")
    if update:
        expected.write_text(outcome(path), "utf-8")
    assert outcome(path) == expected.read_text("utf-8")


def test_what_is_imported_can_be_read(tmp_path: Path) -> None:
    """Every imported article passes the reading of articles without a word."""
    read = 0
    for path in CASES.iterdir():
        imported, _ = import_file(path, OPTIONS.get(path.name, ImportOptions(date=dt.date(2025, 6, 2), title="T")))
        if imported:
            assert read_article(imported.text, "x.md")[1] == ()
            read += 1
    assert read >= 8
    assert import_file(tmp_path / "none.txt", ImportOptions())[1][0].code == "unreadable"


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"<html><meta charset=nonsense>caf\xe9", "not-utf8"), (b"x" * (8 * 1024 * 1024 + 1), "file-too-large"), (b"", "empty-document")],
)
def test_what_cannot_be_imported_is_named(tmp_path: Path, content: bytes, code: str) -> None:
    """A file that is no text, too large or empty is a problem with a remedy."""
    path = tmp_path / "x.txt"
    path.write_bytes(content)
    imported, problems = import_file(path, ImportOptions(date=dt.date(2025, 6, 2), title="T"))
    assert imported is None
    assert [problem.code for problem in problems] == [code]
    assert problems[0].hint


@pytest.mark.parametrize("title", ["Con", "_draft_", "com1", "...", "𐐀" * 90, "é" * 200, "harbour " * 40, "日本" * 60])
def test_a_title_gives_a_slug_that_can_be_used(title: str) -> None:
    """Whatever its letters are, and however many."""
    assert slugs.fault_of(slugs.of_title(title)) == ""


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab \n*_`[]<>#|~&!\\1.)-+=\"'(é;:/x"), min_size=1, max_size=60).map(str.strip))
def test_escaped_text_shows_itself(text: str) -> None:
    """A paragraph that was escaped is shown as it was pasted."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if lines:
        assert shown_by(escaped("\n".join(lines))) == "\n".join(lines)


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_imported_or_refused(text: str) -> None:
    """No raw text raises; with a title and a date, only an empty one is refused."""
    imported, problems = import_document(Source("x", text), "x", ImportOptions(date=dt.date(2025, 6, 2), title="T"))
    assert imported or [problem.code for problem in problems] == ["empty-document"]


TAGS = st.sampled_from(
    [
        *(
            "<html>",
            "<body>",
            "<p>",
            "</p>",
            "<div class=share>",
            "<div>",
            "</div>",
            "<li>",
            "<ul>",
            "</ul>",
            "<a href='/x'>",
            "</a>",
            "<b>",
            "</b>",
            "<br>",
            "<br/>",
        ),
        *(
            "<script>",
            "</script>",
            "<h1>",
            "</h1>",
            "<time datetime=2025>",
            "<meta name=date content=2025-01-01>",
            "<!--",
            "-->",
            "<![CDATA[",
            "<",
            "&",
            "&amp;",
        ),
        *(
            "<script type='application/ld+json'>",
            '{"@type": "Article", "datePublished": 3, "author": [[{}]]}',
            "words ",
            "A sentence. ",
            "*",
            "\n",
            "<blockquote>",
            "<td>",
        ),
    ]
)


@settings(deadline=None)
@given(st.lists(TAGS, max_size=40).map("".join))
def test_any_page_is_imported_or_refused(page: str) -> None:
    """No page raises, and what comes of it can be read."""
    imported, problems = import_document(Source("x", "<!doctype html>" + page), "x", ImportOptions(date=dt.date(2025, 6, 2), title="T"))
    assert imported or problems
    if imported:
        assert read_article(imported.text, "x.md")[0]


@settings(deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40),
    st.lists(st.text("a:#-\"'é\u2028 ,[]{}", min_size=1, max_size=9), max_size=3),
)
def test_front_matter_is_written_so_that_it_reads_the_same(source: str, tags: list[str]) -> None:
    """Whatever stands in a field, reading gives it back."""
    article, problems = read_article(
        article_text({"title": "T", "date": "2025-06-02", "source": source, "tags": tuple(tags)}, "Prose."), "x.md"
    )
    assert problems == ()
    assert article
    assert article.source == source.strip()
    assert list(article.tags) == list(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
