"""What is none of an article's own telling: readers' remarks, words to the reader, the article's time stamp."""

from __future__ import annotations

import pytest

from sitegen.articles import read_article
from sitegen.articles.asides import Mark, asides

LANGUAGES = ("en", "de")
RULES = [
    (language, mark)
    for language in LANGUAGES
    for mark in (
        *asides(language).remarks,
        *asides(language).notices,
        *asides(language).stamps,
        *asides(language).credits,
        *asides(language).hours,
    )
]


def told(body: str, language: str = "en") -> list[str]:
    """The sentences of an article of this body."""
    article, _ = read_article(f"---\ntitle: Harbour\ndate: 2019-06-04\nlang: {language}\n---\n\n{body}\n", "a.md")
    assert article is not None
    return [article.quote(sentence.span) for sentence in article.sentences]


@pytest.mark.parametrize(("language", "mark"), RULES, ids=[f"{language}:{mark.name}" for language, mark in RULES])
def test_remarks_and_notices_are_known_by_their_marks(language: str, mark: Mark) -> None:
    """Every rule finds its examples and leaves its counterexamples alone."""
    assert language in LANGUAGES
    assert all(mark.pattern.search(text) for text in mark.examples)
    assert not any(mark.pattern.search(text) for text in mark.counterexamples)


def test_readers_have_the_end_of_a_page() -> None:
    """From the first of two remarks on, nothing is the article's."""
    body = (
        "The harbour of Dorn closed on Monday.\n\nAt 9:14 am on 03 Jun 2019, tern wrote: It was shut in May.\n\n"
        "It will never open again.\n\nAt 9:20 am on 03 Jun 2019, gull wrote: On Sunday it was open."
    )
    assert told(body) == ["The harbour of Dorn closed on Monday."]


def test_one_letter_that_is_quoted_is_part_of_the_article() -> None:
    """A single mark is no discussion."""
    body = "The harbour closed on Monday.\n\nAt 9:14 am on 03 Jun 2019, a pilot wrote: The pier is gone.\n\nShips wait outside."
    assert len(told(body)) == 3


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("The harbour closed on Monday. Watch the next programme on Saturday at 0330 GMT.", "The harbour closed on Monday."),
        ("Find out more about the harbour on Sunday. The harbour closed.", "The harbour closed."),
        ("Watch committees met on Monday.", "Watch committees met on Monday."),
        ("The harbour closed. This article appeared on p12 of the Gazette on 4 June 2019.", "The harbour closed."),
        ("Click here on Monday.", "Click here on Monday."),
        ("“Please check the locks on Monday,” she said.", "“Please check the locks on Monday,” she said."),
        ("You’ve selected the Monday edition. The harbour closed.", "The harbour closed."),
        ("(1645 in Dorn) The harbour closed.", "The harbour closed."),
        ("Share this story on Monday. The harbour closed.", "The harbour closed."),
        ("The harbour closed. Ann Berg contributed to this report on Monday.", "The harbour closed."),
        ("Last updated at 10:15 The harbour closed.", "The harbour closed."),
        ("By Ann Berg, DNN The harbour closed.", "The harbour closed."),
        ("(By Ann Berg -- The Gazette) The harbour closed.", "The harbour closed."),
    ],
)
def test_words_to_the_reader_tell_nothing(body: str, kept: str) -> None:
    """A sentence that asks something of the reader is left out, unless there is nothing else."""
    assert told(body) == [kept]


@pytest.mark.parametrize(
    ("body", "stamp"),
    [
        ("DORN | Tue Jun 4, 2019 7:51 pm EDT DORN (Wire) - The harbour closed.", "DORN | Tue Jun 4, 2019 7:51 pm EDT"),
        ("Tuesday, June 4, 2019; 2:30 PM BP closed the harbour.", "Tuesday, June 4, 2019; 2:30 PM"),
        ("4 June 2019 Last updated at 14:07 GMT The harbour closed.", "4 June 2019 Last updated at 14:07 GMT"),
        (
            "Page last updated at 08:58 GMT, Tuesday, 4 June 2019 09:58 UK The harbour closed.",
            "Page last updated at 08:58 GMT, Tuesday, 4 June 2019 09:58 UK",
        ),
    ],
)
def test_a_time_stamp_is_left_out(body: str, stamp: str) -> None:
    """What comes before the first sentence, up to its time, is no part of it."""
    (sentence,) = told(body)
    assert sentence == body.removeprefix(stamp).strip()


def test_a_clock_time_in_a_sentence_parts_nothing() -> None:
    """A year and a time are no stamp where the sentence goes on."""
    body = "The harbour closed on 4 June 2019 at 14:07 when the pier fell. On 3 June 2019, 14:07 ships were counted."
    assert len(told(body)) == 2
    assert told("Am 4. Juni 2019, 14:07 Uhr fiel der Pier.", "de") == ["Am 4. Juni 2019, 14:07 Uhr fiel der Pier."]
    assert len(told("On 4 June 2019, at 2:07 p.m. Alaska standard time, the pier fell.")) == 1


def test_a_credit_parts_a_caption_from_the_text() -> None:
    """Where a caption and its credit have run into the text, each is a sentence of its own, and the credit is none."""
    assert told("Cranes at dawn (photo: Ann Berg) The harbour closed.") == ["Cranes at dawn", "The harbour closed."]
    assert told("Cranes at dawn Photograph: Ann Berg/Dornwire Holm closed it.") == ["Cranes at dawn", "Holm closed it."]
    assert told("Cranes at dawn Photograph: Ann Berg The harbour closed.") == ["Cranes at dawn", "The harbour closed."]
    assert told("Crews reach the pier NEW: Holm closes it") == ["Crews reach the pier", "Holm closes it"]
    assert len(told("The cranes (photo: Ann Berg) of the harbour fell.")) == 1


def test_a_byline_before_a_text_is_no_sentence() -> None:
    """It goes, whether the text behind it counts as its own sentence or not."""
    assert told("By Ann Berg and Tom Holm, DNN The harbour closed.") == ["The harbour closed."]
