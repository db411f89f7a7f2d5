"""Reading a site's content: which files count, and what stops one from being read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.articles import check_unique, read_article, read_sources
from sitegen.config import Config, Publisher
from sitegen.model import Article, Override
from sitegen.problems import Problem

GOOD = "---\ntitle: T\ndate: 2025-03-17\n---\nProse.\n"


def read_articles(site: Path, config: Config) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Every article that can be read, by id, drafts included, and everything that is wrong with the rest."""
    sources, found = read_sources(site)
    problems = list(found)
    articles = []
    for source in sources:
        article, faults = read_article(source.text, source.id, config)
        problems.extend(faults)
        if article:
            articles.append(article)
    problems.extend(check_unique(articles))
    return tuple(articles), tuple(sorted(problems))


def site(tmp_path: Path, **files: str | bytes) -> Path:
    """A site with these files; in their names, ``__`` stands for a slash and a final ``_md`` for the ending."""
    for name, content in files.items():
        path = tmp_path / "content" / name.replace("__", "/").replace("_md", ".md").replace("_txt", ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return tmp_path


def said(folder: Path) -> list[str]:
    """The problems of a site, without their remedies."""
    return [str(problem).split("\n")[0] for problem in read_articles(folder, Config())[1]]


def test_every_markdown_file_below_content_is_an_article(tmp_path: Path) -> None:
    """Articles come in the order of their paths; dot files and pictures are passed over."""
    folder = site(tmp_path, b_md=GOOD, a__z_md=GOOD, a__y_md=GOOD, _hidden="x", picture="x")
    (folder / "content" / ".draft.md").write_text("x")
    articles, problems = read_articles(folder, Config())
    assert [article.id for article in articles] == ["a/y.md", "a/z.md", "b.md"]
    assert [article.slug for article in articles] == ["y", "z", "b"]
    assert problems == ()


def test_the_whole_front_matter_reaches_the_article(tmp_path: Path) -> None:
    """Each promised name is read, with the settings' language and publisher names applied."""
    text = """---
title: "Ferry:  crews strike"
date: 2025-06-02T18:05:00+01:00
updated: 3 June 2025
source: northline news
author: [Ann Lee, Bo Ray]
url: https://north.example/ferry
credit: NL
tags: strike, ferry, Strike
summary: Crews walk out.
draft: yes
slug: ferry
aliases: [/old/ferry/, older]
retrieved: 2025-06-04
dates:
  Tuesday: 2025-06-03
  the third: {date: none, who: ed, why: an ordinal}
  last week: {value: 2025-W22}
---

On Tuesday, in the
third hour, as last week.
"""
    config = Config(language="en-GB", publishers=(Publisher("Northline News", ("NL",)),))
    (article,), problems = read_articles(site(tmp_path, x_md=text), config)
    assert problems == ()
    assert article.title == "Ferry: crews strike"
    assert article.published.isoformat() == "2025-06-02T18:05:00+01:00"
    assert (str(article.updated), str(article.retrieved)) == ("2025-06-03", "2025-06-04")
    assert (article.source, article.credit, article.authors) == ("Northline News", "Northline News", ("Ann Lee", "Bo Ray"))
    assert (article.url, article.summary, article.language) == ("https://north.example/ferry", "Crews walk out.", "en-GB")
    assert (article.tags, article.aliases) == (("strike", "ferry"), ("/old/ferry", "older"))
    assert (article.slug, article.slug_at) == ("ferry", (12, 7))
    assert (article.aliases_at, article.draft) == ((13, 10), True)
    assert article.overrides == (
        Override("Tuesday", "2025-06-03"),
        Override("the third", "", "ed", "an ordinal"),
        Override("last week", "2025-W22"),
    )
    assert article.body.startswith("\nOn Tuesday")
    assert article.body_line == 20


def test_line_ends_and_byte_order_mark_change_nothing_but_the_digest(tmp_path: Path) -> None:
    """A file saved on Windows is the same article."""
    folder = site(tmp_path, a_md=GOOD, b_md=b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    (first, second), problems = read_articles(folder, Config())
    assert problems == ()
    assert (first.body, first.prose, first.pieces, first.sentences) == (second.body, second.prose, second.pieces, second.sentences)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (GOOD.encode() + b"caf\xe9\n", "content/x.md:6:4: error: not UTF-8: the byte 0xE9; it looks like ISO-8859-1"),
        (GOOD.encode() + b"\x93quoted\x94\n", "content/x.md:6:1: error: not UTF-8: the byte 0x93; it looks like WINDOWS-1252"),
        (GOOD.encode("utf-16"), "content/x.md:1:1: error: not UTF-8: the byte 0xFF; it looks like UTF-16"),
        (GOOD.encode() + b"a\0b", "content/x.md:6:2: error: the control character U+0000 cannot stand here"),
        (GOOD.encode() + b"x" * 2_100_000, "content/x.md:1:1: error: the file has 2,100,041 bytes, at most 2,097,152 are read"),
        (GOOD.encode() + b"x\n\n" * 400_000, "content/x.md:5:1: error: the article has 1,200,007 characters, at most 1,000,000 are read"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_place(tmp_path: Path, content: bytes, message: str) -> None:
    """The message says line, column and what is wrong."""
    assert said(site(tmp_path, x_md=content)) == [message]


def test_two_articles_with_one_slug_are_both_named(tmp_path: Path) -> None:
    """Slugs that a file system may not tell apart are one slug, however they are written."""
    folder = site(tmp_path, a__news_md=GOOD, b__News_md=GOOD)
    assert said(folder) == ["content/b/News.md:1:1: error: two articles with the slug 'News': content/a/news.md and content/b/News.md"]


def test_a_slug_or_an_alias_that_is_taken_is_named_where_it_is_given(tmp_path: Path) -> None:
    """The message leads to the line that has to change."""
    given = GOOD.replace("---\n", "---\naliases:\n  - old\nslug: news\n", 1)
    folder = site(tmp_path, a_md=given, b_md=given)
    assert said(folder) == [
        "content/b.md:3:3: error: two articles with the alias 'old': content/a.md and content/b.md",
        "content/b.md:4:7: error: two articles with the slug 'news': content/a.md and content/b.md",
    ]


def test_two_articles_with_one_alias_are_both_named(tmp_path: Path) -> None:
    """An old address can lead to one article only."""
    text = GOOD.replace("title: T", "title: T\naliases: [old]")
    assert said(site(tmp_path, a_md=text, b_md=text)) == [
        "content/b.md:3:10: error: two articles with the alias 'old': content/a.md and content/b.md"
    ]


def test_links_out_of_the_content_are_refused(tmp_path: Path) -> None:
    """A link to a file or folder elsewhere, or to nothing, is reported and not read; one within is read."""
    folder = site(tmp_path, a_md=GOOD)
    outside = tmp_path / "secret.md"
    outside.write_text(GOOD)
    content = folder / "content"
    (content / "file.md").symlink_to(outside)
    (content / "folder").symlink_to(tmp_path)
    (content / "gone.md").symlink_to(tmp_path / "nothing")
    (content / "same.md").symlink_to(content / "a.md")
    articles, problems = read_articles(folder, Config())
    assert [article.id for article in articles] == ["a.md", "same.md"]
    assert [(problem.place.path, problem.code) for problem in problems] == [
        ("content/file.md", "outside-content"),
        ("content/folder", "outside-content"),
        ("content/gone.md", "broken-symlink"),
    ]


def test_what_was_to_be_imported_is_pointed_out(tmp_path: Path) -> None:
    """A text file beside the articles is a warning that says what to do."""
    articles, problems = read_articles(site(tmp_path, a_md=GOOD, b_txt="raw"), Config())
    assert len(articles) == 1
    assert [str(problem) for problem in problems] == [
        "content/b.txt:1:1: warning: not an article: it is no Markdown with front matter\n    move it elsewhere, then: sitegen import b.txt"
    ]


def test_all_faults_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    """One bad file hides nothing of another."""
    folder = site(tmp_path, a_md="x", b_md=GOOD.replace("2025-03-17", "2025-02-30"), c_md=GOOD, d_md=b"\xff")
    articles, problems = read_articles(folder, Config())
    assert [article.id for article in articles] == ["c.md"]
    assert [problem.code for problem in problems] == ["no-front-matter", "bad-date", "not-utf8"]


def test_a_pipe_among_the_articles_does_not_stop_the_build(tmp_path: Path) -> None:
    """What is no regular file is reported, never waited for."""
    folder = site(tmp_path, a_md=GOOD)
    os.mkfifo(folder / "content" / "pipe.md")
    assert said(folder) == ["content/pipe.md:1:1: error: not a file of text"]


def test_names_that_do_not_print_are_refused(tmp_path: Path) -> None:
    """A name with a direction mark is shown by its code."""
    folder = site(tmp_path, a_md=GOOD)
    (folder / "content" / "a\u202eb.md").write_text(GOOD)
    assert said(folder) == ["content/a\\u202eb.md:1:1: error: the file's name holds characters that do not print"]


@pytest.mark.parametrize(("name", "slug"), [("Über uns.md", "Über-uns"), ("a & b (1).md", "a-b-1"), ("2025-03-17-x.md", "2025-03-17-x")])
def test_the_slug_is_the_stem_made_safe(tmp_path: Path, name: str, slug: str) -> None:
    """Characters that an address cannot hold become hyphens."""
    path = tmp_path / "content" / name
    path.parent.mkdir()
    path.write_text(GOOD)
    assert [article.slug for article in read_articles(tmp_path, Config())[0]] == [slug]


def test_a_paragraph_may_be_as_long_as_an_article(tmp_path: Path) -> None:
    """Text that came without blank lines is read too."""
    folder = site(tmp_path, x_md="---\ntitle: X\ndate: 2025-03-17\n---\n\n" + "It rained on Monday.\n" * 20_000)
    (article,), problems = read_articles(folder, Config())
    assert not problems
    assert len(article.sentences) == 20_000
