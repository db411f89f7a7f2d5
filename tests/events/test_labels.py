"""Headings without the dates and stamps that only head their entries."""

from __future__ import annotations

import datetime as dt

import pytest

from sitegen.dates import Granularity
from tests.events.press import article, reports

ENTRIES = [
    ("{8 May 2010|2010-05-08} Miners find a way out.", "Miners find a way out"),
    ("{8 May|2010-05-08}: Miners find a way out.", "Miners find a way out"),
    ("(Update 4:10 p.m. in Dorn, {11:10 a.m.|2010-05-08T11:10} in Vale) Miners found a way out.", "Miners found a way out"),
    ("(0140 in Vale)) Miners found a way out {on 8 May|2010-05-08}.", "Miners found a way out on 8 May"),
    ("Updated 4:10 p.m. (0110 in Dorn)) Miners found a way out {on 8 May|2010-05-08}.", "Miners found a way out on 8 May"),
    ("{8 May|2010-05-08} Movement leaders were arrested at dawn.", "8 May Movement leaders were arrested at dawn"),
    ("{On 8 May|2010-05-08} miners found a way out.", "On 8 May miners found a way out"),
    ("Miners (and their wives) found a way out {on 8 May|2010-05-08}.", "Miners (and their wives) found a way out on 8 May"),
]


@pytest.mark.parametrize(("text", "heading"), ENTRIES)
def test_an_entry_is_told_without_its_label(text: str, heading: str) -> None:
    """A whole date or a mark behind it makes a label; a day that is part of a name or of the sentence stays."""
    assert [report.headline for report in reports(article(text, "2010-05-09"))][-1] == heading


def test_a_day_within_the_subject_names_only_a_thing() -> None:
    """What a participle adds to the subject of another verb tells nothing of its day."""
    (named,) = reports(article("A film of the march beginning {8 May|2010-05-08} was shown to the court.", "2010-06-09"))
    (told,) = reports(article("A march began {8 May|2010-05-08} in Dorn.", "2010-06-09"))
    assert not named.is_plain
    assert told.is_plain


@pytest.mark.parametrize(
    "text",
    [
        "(Update {7:00 p.m.|2025-03-17T19:00} in Dorn, {5:00 p.m. ET|2025-03-17T17:00}) The governor condemned the raid.",
        "Last updated at {7:00 p.m.|2025-03-17T19:00}: The governor condemned the raid.",
    ],
)
def test_the_hour_of_an_update_is_no_hour_of_an_event(text: str) -> None:
    """An entry is of the day on which it was changed, but what it tells has no hour from that."""
    (report,) = reports(article(text))
    assert (report.interval.granularity, report.interval.first_day) == (Granularity.DAY, dt.date(2025, 3, 17))


def test_an_update_gives_way_to_the_day_that_is_told() -> None:
    """Where the entry names a day, the stamp before it reports nothing."""
    (report,) = reports(article("(Updated {7:00 p.m.|2025-03-17T19:00}) The governor condemned the raid on {Sunday|2025-03-16}."))
    assert report.interval.first_day == dt.date(2025, 3, 16)
