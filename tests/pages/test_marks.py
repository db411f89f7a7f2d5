"""How dates and events are marked."""

from __future__ import annotations

import pytest

from sitegen.dates import interval_of
from sitegen.model import Change, Claim, Disagreement, DisagreementKind
from sitegen.pages.marks import change_detail, datetime_value, difference_note, marks_of, time_tag
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


CHANGES = [
    (("appeared", "", ("2025-03-18", "2025-03-18")), "Tue, 18 Mar 2025", "Di., 18. März 2025"),
    (
        ("moved", "", ("2025-03-12", "2025-03-12", "2025-03-18", "2025-03-19")),
        "from Wed, 12 Mar 2025 to 18–19 Mar 2025",
        "von Mi., 12. März 2025 auf 18.–19. März 2025",
    ),
    (("corroborated", "", ("The Post", "The Wire")), "now also by The Post, The Wire", "nun auch von The Post, The Wire"),
    (("contradicted", "", ("2025-03-16", "2025-03-17")), "Sun, 16 Mar 2025 / Mon, 17 Mar 2025", "So., 16. März 2025 / Mo., 17. März 2025"),
    (("withdrawn", "no longer reported", ()), "no longer reported", "nicht mehr berichtet"),
    (("withdrawn", "called off", ()), "called off", "abgesagt"),
    (("moved", "in words of its own", ()), "in words of its own", "in words of its own"),
]


@pytest.mark.parametrize(("change", "english", "german"), CHANGES, ids=lambda value: value[0] if isinstance(value, tuple) else "")
def test_changes_are_told_in_the_language_of_the_site(change: tuple[str, str, tuple[str, ...]], english: str, german: str) -> None:
    """What exactly has changed is put together from its days and sources, in every language alike."""
    kind, detail, values = change
    told = Change(kind, "event", "What happened", detail, values)
    assert [change_detail(told, words_for(language)) for language in ("en", "de")] == [english, german]


@pytest.mark.parametrize(
    ("kind", "note", "english", "german"),
    [
        (DisagreementKind.TIME_ZONE, "x", "The same hour, given in two time zones.", "Dieselbe Stunde, in zwei Zeitzonen angegeben."),
        (
            DisagreementKind.ADJACENT_DAY,
            "x",
            "May be the same hour: Sunday evening in one time zone is Monday morning further east.",
            "Vielleicht dieselbe Stunde: Sonntagabend in der einen Zeitzone ist weiter östlich Montagmorgen.",
        ),
        (DisagreementKind.CONFLICT, "", "", ""),
    ],
)
def test_differences_are_explained_in_the_language_of_the_site(kind: DisagreementKind, note: str, english: str, german: str) -> None:
    """Where rules can say why sources differ, the site says it in its own language."""
    claims = tuple(Claim(interval, (0,)) for interval in map(interval_of, ("2025-03-16", "2025-03-17")) if interval)
    difference = Disagreement(kind, claims, note)
    assert [difference_note(difference, words_for(language)) for language in ("en", "de")] == [english, german]


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
