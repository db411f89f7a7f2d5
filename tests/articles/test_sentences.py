"""Sentences of plain text: where they end, where they stand, and how fast they are found."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.articles import plain_article
from sitegen.model import Article, BlockKind

DAY = dt.date(2025, 3, 17)
CASES = Path(__file__).parent.parent / "cases" / "sentences"


def cases(language: str) -> list[str]:
    """The cases of a language, a line each."""
    lines = (CASES / f"{language}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def texts(article: Article) -> list[str]:
    """The sentences as they are written."""
    return [article.body[s.span.start : s.span.end] for s in article.sentences]


@pytest.mark.parametrize(("language", "case"), [(language, case) for language in ("en", "de") for case in cases(language)])
def test_a_text_is_split_where_the_case_says(language: str, case: str) -> None:
    """Each sentence of the case ends at its mark and nowhere else."""
    case = case.replace("⏎", "\n")
    wanted = [part.strip() for part in case.split("¦")]
    # A line that starts with a number is a list item, whose number is no part of the sentence.
    found = texts(plain_article(case.replace("¦", ""), DAY, language))
    assert [text.removeprefix("1. ") for text in wanted] == found


def test_a_language_without_lists_is_split_as_english() -> None:
    """An unknown language tag is no error."""
    assert texts(plain_article("Uno. Dos.", DAY, "xx-YY")) == ["Uno.", "Dos."]


BLOCKS = """Ferry crews vote

NORTH BAY (Northline) - Crews of the North Bay ferry
will vote on Tuesday.
They will not talk before.

## Monday, 2 June
A boat left
late.

**What they want**

- more pay
- fewer hours. And
  a longer break
1) a party

- -

The union's chair said - so
- or so it seemed - that all was well
"""


def test_blocks_of_plain_text() -> None:
    """Titles, headings, items and paragraphs are told apart by how they stand."""
    article = plain_article(BLOCKS, DAY)
    found = [(s.block, s.kind, s.level, text.replace("\n", "⏎")) for s, text in zip(article.sentences, texts(article), strict=True)]
    assert found == [
        (0, BlockKind.HEADING, 2, "Ferry crews vote"),
        (1, BlockKind.PARAGRAPH, 0, "NORTH BAY (Northline) - Crews of the North Bay ferry⏎will vote on Tuesday."),
        (1, BlockKind.PARAGRAPH, 0, "They will not talk before."),
        (2, BlockKind.HEADING, 2, "Monday, 2 June"),
        (3, BlockKind.PARAGRAPH, 0, "A boat left⏎late."),
        (4, BlockKind.HEADING, 2, "**What they want**"),
        (5, BlockKind.ITEM, 0, "more pay"),
        (6, BlockKind.ITEM, 0, "fewer hours."),
        (6, BlockKind.ITEM, 0, "And⏎  a longer break"),
        (7, BlockKind.ITEM, 0, "a party"),
        (8, BlockKind.PARAGRAPH, 0, "The union's chair said - so⏎- or so it seemed - that all was well"),
    ]


def test_a_very_long_line_is_a_paragraph_of_its_own() -> None:
    """Text pasted with one paragraph a line is not taken for text with hard line breaks."""
    long = "The delegates spoke for hours about the harbour, " * 4 + "and then they left."
    article = plain_article(f"A short title\n{long}\n{long}", DAY)
    assert [s.block for s in article.sentences] == [0, 1, 2]
    assert article.sentences[0].kind is BlockKind.HEADING


def test_a_lone_line_is_no_title() -> None:
    """What nothing follows is a paragraph, even without a full stop."""
    assert plain_article("Talks resume Thursday in Dornach", DAY).sentences[0].kind is BlockKind.PARAGRAPH


def test_plain_text_keeps_its_offsets() -> None:
    """Body, prose and text are the same."""
    article = plain_article(BLOCKS, DAY)
    assert article.body == article.prose == BLOCKS


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("aB1 .!?\"“”\n#-*'(),…é\t"), max_size=300))
def test_sentences_of_any_text_are_in_order(text: str) -> None:
    """Spans lie in the text, start and end with no white space, and never overlap."""
    article = plain_article(text, DAY)
    end = 0
    for sentence in article.sentences:
        span = sentence.span
        assert end <= span.start < span.end <= len(text)
        found = text[span.start : span.end]
        assert found == found.strip()
        end = span.end


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "de", "", "zz", "e", "../x"]))
def test_any_text_is_split_without_error(text: str, language: str) -> None:
    """Every letter and digit of the text stands in a sentence or in a heading's or item's mark."""
    article = plain_article(text, DAY, language)
    covered = "".join(texts(article))
    assert sum(map(str.isalpha, covered)) == sum(map(str.isalpha, text))


@pytest.mark.timeout(60)  # a moment is enough where time grows with the length, an hour is not where it grows with its square
@pytest.mark.parametrize("shape", ["Mr. ", '"Why?" The ', "1. ", "- a\n", "a.", "A. ", "( ", '?" a ', "a\n\n"])
def test_splitting_takes_time_by_length_only(shape: str) -> None:
    """However the text repeats itself."""
    length = 200_000
    assert len(plain_article((shape * length)[:length], DAY).body) == length


def test_bullets_within_a_line_part_its_sentences() -> None:
    """An agency's points, run together into one line, are a sentence each, without their marks."""
    assert texts(plain_article("Harbour shut * Crews walk out * Board asks for talks", DAY)) == [
        "Harbour shut",
        "Crews walk out",
        "Board asks for talks",
    ]
    assert len(texts(plain_article("The area is 3 * 4 metres.", DAY))) == 1
