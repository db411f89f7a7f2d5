"""Days that are counted from what the article itself dates."""

from __future__ import annotations

import datetime as dt

import pytest

from sitegen.articles import plain_article
from sitegen.expressions import find
from sitegen.facts import dates_and_reports
from sitegen.model import AnchorKind, Resolution

_DAY = dt.date(2025, 6, 20)

COUNTED = [
    ("The ferry sank on 9 June. Three days after the sinking, divers found the wreck.", "2025-06-12"),
    ("The ferry sank on 9 June. The minister resigned on the morning after the ferry sank.", "2025-06-10TMO"),
    ("The council voted on 3 June. The mayor resigned the day after the vote.", "2025-06-04"),
    ("The council voted on 3 June. A week before the vote the deputy had left.", "2025-05-27"),
    ("He died on 3 June. The funeral was held a week after his death.", "2025-06-10"),
    ("The vote is on Friday 27 June. Results will be published two weeks after the vote.", "2025-07-11"),
    ("The vote was held on 3 June. The night before the vote she was in Dorn.", "2025-06-02TNI"),
    ("The mine exploded on 3 June. Two months before the explosion, inspectors had closed a shaft.", "2025-04"),
    ("Members voted on 3 June. Three days after the vote the council confirmed it.", "2025-06-06"),
]


@pytest.mark.parametrize(("text", "value"), COUNTED)
def test_a_length_is_counted_from_the_thing_that_the_article_dates(text: str, value: str) -> None:
    """Its day is that of the one clause which tells the thing, and the step says which."""
    (found,) = _counted(text)
    assert found.timex.value == value
    assert found.steps[-1].evidence is not None
    assert found.steps[-1].because.startswith("Counted from “")


UNCOUNTED = [
    "The mayor resigned the day after the vote.",
    "The vote was held on 3 June and the second vote on 5 June. He voted again on 7 June and left the day after the vote.",
    "The vote was held on 3 June. Members must pay within three days after the vote.",
    "The vote was held on 3 June. About three weeks after the vote he left.",
    "The vote was held on 3 June. He left the day after a vote in Dorn.",
    "The film was shown on 3 June. Two days after the showing of the map, they met.",
    "Brill won the race on 3 June. The day after Holm won, it rained.",
    "The bridge has been shut since 3 June. The day after the shutting, divers came.",
    "Ministers said on 3 June that the port would close. He left two days after the statement.",
    "The ferry sank on 9 June. The day after tomorrow divers will go down.",
    "The jury was told on 3 June of the night before the killing.",
]


@pytest.mark.parametrize("text", UNCOUNTED)
def test_nothing_is_counted_from_what_the_article_does_not_date(text: str) -> None:
    """Nor where several days could be meant, from words alone, or where a length is only a length."""
    assert _counted(text) == []


def test_what_is_counted_moves_with_what_it_is_counted_from() -> None:
    """A weekday that hangs on the article's date takes the day counted from it along."""
    (found,) = _counted("The ferry sank on Tuesday. Two days after the sinking, divers went down.")
    (sank, _) = _dates("The ferry sank on Tuesday. Two days after the sinking, divers went down.")
    assert found.certainty is sank.certainty
    assert [shift for shift, _ in found.if_dated] == [shift for shift, _ in sank.if_dated]


BACKDATED = [
    ("The port was shut on 13 June, four days after its head had stepped down.", "2025-06-09", "Its head had stepped down"),
    ("Two weeks after the ferry sank, divers found the wreck on 18 June.", "2025-06-04", "The ferry sank"),
    ("Two months after nine people fell ill, ministers said on 13 June that the pool would open.", "2025-04", "Nine people fell ill"),
    ("The vote is on 27 June, three days before the council sits again.", "2025-06-30", "The council sits again"),
]


@pytest.mark.parametrize(("text", "value", "told"), BACKDATED)
def test_what_a_dated_thing_is_counted_from_has_a_day_as_well(text: str, value: str, told: str) -> None:
    """The clause behind the length tells of a thing of its own, as far from the day of the main clause as it says."""
    (found,) = _counted(text)
    assert (found.timex.value, found.expression.rule) == (value, "offset.to-event")
    article = plain_article(text, _DAY, "en")
    (report,) = [report for report in dates_and_reports(article, find(article))[1] if report.interval == found.interval]
    assert report.headline == told


@pytest.mark.parametrize(
    "text",
    [
        "The port was shut on 13 June, four days after the storm.",
        "The port, shut on 13 June and opened on 17 June, was quiet, four days after its head had left.",
        "The port was shut, four days after its head had left.",
        "The port was shut on 13 June. Four days after its head had left, it rained.",
    ],
)
def test_nothing_is_dated_back_from_what_has_no_day_or_two(text: str) -> None:
    """Nor where a thing is only named."""
    assert _counted(text) == []


def _counted(text: str) -> list[Resolution]:
    return [found for found in _dates(text) if found.anchor.kind is AnchorKind.EVENT]


def _dates(text: str) -> tuple[Resolution, ...]:
    article = plain_article(text, _DAY, "en")
    return dates_and_reports(article, find(article))[0]
