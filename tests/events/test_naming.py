"""Headings under the days of their events."""

from __future__ import annotations

import datetime as dt

import pytest

from sitegen import annotate
from sitegen.articles import plain_article
from sitegen.events import link, reports_of

WEDNESDAY = dt.date(2025, 3, 12)


def headings(text: str) -> dict[str, str]:
    """First days of events with the headings that one article of a Wednesday gives them."""
    article = plain_article(text, WEDNESDAY)
    found = link((article,), reports_of(article, annotate(text, WEDNESDAY)), WEDNESDAY)
    return {event.interval.first_day.isoformat(): event.headline for event in found}


@pytest.mark.parametrize(
    ("text", "day", "heading"),
    [
        ("The harbour at Dorn opens its gates again tomorrow.", "2025-03-13", "The harbour at Dorn opens its gates again"),
        ("The board of the harbour resigned late yesterday.", "2025-03-11", "The board of the harbour resigned"),
        ("Yesterday, the board of the harbour resigned.", "2025-03-11", "The board of the harbour resigned"),
        ("Today was the worst day for the harbour.", "2025-03-12", "Today was the worst day for the harbour"),
        ("The board left yesterday.", "2025-03-11", "The board left yesterday"),
        ("The harbour master stepped down yesterday.", "2025-03-11", "The harbour master stepped down"),
        ("The harbour at Dorn closed on Monday.", "2025-03-10", "The harbour at Dorn closed on Monday"),
        ("The board yesterday dismissed the master of the harbour.", "2025-03-11", "The board … dismissed the master of the harbour"),
        (
            "The court in Dorn ordered the board yesterday to open the gates.",
            "2025-03-11",
            "The court in Dorn ordered the board … to open the gates",
        ),
        (
            "The board had waited until yesterday for the gates to open.",
            "2025-03-11",
            "The board had waited until yesterday for the gates to open",
        ),
        ("The board today dismissed the master of the harbour.", "2025-03-12", "The board today dismissed the master of the harbour"),
        ("The board read yesterday's letter to the crews again.", "2025-03-11", "The board read yesterday's letter to the crews again"),
    ],
)
def test_a_heading_does_not_count_from_another_day(text: str, day: str, heading: str) -> None:
    """What points from the article's day to the event's goes at either end, where what is left says what happened."""
    assert headings(text) == {day: heading}


def test_one_sentence_gives_each_of_its_days_a_heading_of_its_own() -> None:
    """Two days of one clause do not stand twice on a page in the same words: "…" stands for the other day."""
    found = headings("The school at Dorn will stay shut today, tomorrow and on Friday.")
    assert found == {
        "2025-03-12": "The school at Dorn will stay shut today, tomorrow…",
        "2025-03-14": "The school at Dorn will stay shut … on Friday",
    }


def test_a_limit_keeps_its_day() -> None:
    """What would say something else without the other day is left as it is."""
    found = headings("The gates at Dorn were opened on Saturday for the first time since 2011.")
    assert found["2025-03-08"].endswith("for the first time since 2011")


def test_the_heading_is_the_words_of_a_report() -> None:
    """An event knows whose words head it, also where a day was left out of them."""
    article = plain_article("The board of the harbour resigned yesterday.", WEDNESDAY)
    (event,) = link((article,), reports_of(article, annotate(article.body, WEDNESDAY)), WEDNESDAY)
    assert event.heading_report.headline.startswith(event.headline)
    assert event.heading_report.headline != event.headline


def test_what_is_written_together_is_not_parted() -> None:
    """The end of "(1984-85)" is no word of its own that "…" could stand for."""
    found = headings("The miners of Dorn struck for a whole year (1984-85) over the closing of their pits.")
    assert not any("( …" in heading or "…)" in heading for heading in found.values())


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Races that will be held in 2032 were drawn.", [False]), ("Races will be held in 2032.", [True])],
)
def test_a_thing_with_what_describes_it_tells_nothing(text: str, plain: list[bool]) -> None:
    """A noun with its relative clause names what somebody else may tell of."""
    article = plain_article(text, WEDNESDAY)
    assert [report.is_plain for report in reports_of(article, annotate(text, WEDNESDAY))] == plain
