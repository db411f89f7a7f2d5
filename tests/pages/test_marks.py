"""How dates and events are marked."""

from __future__ import annotations

import pytest

from sitegen.dates import interval_of
from sitegen.model import DisagreementKind
from sitegen.pages.marks import datetime_value, marks_of, time_tag
from sitegen.pages.site import SiteModel
from sitegen.pages.words import words_for

VALUES = [
    ("2025", "2025"),
    ("2025-03", "2025-03"),
    ("2025-W12", "2025-W12"),
    ("2025-03-18", "2025-03-18"),
    ("2025-03-18T14:30", "2025-03-18T14:30"),
    ("2025-03-18T14", "2025-03-18"),
    ("2025-03-17TMO", "2025-03-17"),
    ("2025-W12-WE", ""),
    ("2025-Q1", ""),
    ("2025-SP", ""),
    ("202", ""),
]


@pytest.mark.parametrize(("value", "expected"), VALUES)
def test_datetime(value: str, expected: str) -> None:
    """Only what HTML allows becomes a datetime; spans have none."""
    interval = interval_of(value)
    assert interval is not None
    assert datetime_value(interval) == expected


def test_span_carries_edtf() -> None:
    """A span of days is no time element but says its days in EDTF, and its text is escaped."""
    interval = interval_of("2025-W12-WE")
    assert interval is not None
    assert time_tag(interval, "<weekend>") == '<span data-edtf="2025-03-22/2025-03-23">&lt;weekend&gt;</span>'


def test_status_has_sign_and_words(story: SiteModel) -> None:
    """Every event says in signs and words where it stands and who carries it."""
    words = words_for("en")
    said = {event.id: [f"{mark.sign} {mark.words}" for mark in marks_of(event, words)] for event in story.timeline.events}
    assert said["talks"] == ["▷ scheduled", "● 2 sources"]
    assert said["mediator"] == ["● 2 sources", "◆ sources differ by a day"]
    assert said["meeting"] == ["✕ cancelled", "○ one source"]
    assert said["vote"] == ["▷ due, no report yet", "○ one source"]


def test_precision_is_no_dispute(story: SiteModel) -> None:
    """A week and a day inside it agree."""
    disputed = {event.id for event in story.timeline.events if event.is_disputed}
    assert disputed == {event.id for event in story.timeline.events if event.disagreement}
    assert all(event.disagreement.kind is not DisagreementKind.PRECISION for event in story.timeline.events if event.disagreement)
