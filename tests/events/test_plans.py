"""What becomes of planned days, what is no report at all, and what strangers tell of one event."""

from __future__ import annotations

import pytest

from sitegen.model import DisagreementKind, EventStatus, Standing
from tests.events.press import article, events, reports

FATES = [
    ("The match, announced for {28 March|2025-03-28}, will not go ahead.", Standing.CANCELLED),
    ("The inquiry fixed for {20 April|2025-04-20} has been closed early and will not take place.", Standing.CANCELLED),
    ("The show that should have opened on {20 April|2025-04-20} has been abandoned.", Standing.CANCELLED),
    ("The meeting of members called for {19 March|2025-03-19} has been postponed.", Standing.POSTPONED),
    ("The talks, announced on {Monday|2025-03-10}, have been called off.", Standing.HAPPENED),
    ("He decorated his home lavishly for {Christmas|2025-12-25}.", Standing.HAPPENED),
    ("The union called a strike for {5 April|2025-04-05}.", Standing.SCHEDULED),
]


@pytest.mark.parametrize(("text", "standing"), FATES)
def test_the_main_verb_says_what_becomes_of_a_day(text: str, standing: Standing) -> None:
    """A thing that is named with its day is called off, put off or kept by the sentence's verb."""
    (report,) = reports(article(text))
    assert report.standing is standing


MOVED = [
    "Boats were to leave on {20 March|2025-03-20}; they will now leave on {3 April|2025-04-03}.",
    "The meeting called for {20 March|2025-03-20} has been postponed. It will now be held on {3 April|2025-04-03}.",
    "Its engineer was to have faced the board on {20 March|2025-03-20}. The hearing has been moved to {3 April|2025-04-03}.",
    "The service, planned for {20 March|2025-03-20}, will take place on {3 April|2025-04-03}.",
]


@pytest.mark.parametrize("text", MOVED)
def test_a_new_day_replaces_the_old_one(text: str) -> None:
    """Within a sentence or by the next, and the two are one event."""
    made = article(text)
    old, new = reports(made)
    assert old.standing is Standing.POSTPONED
    assert new.replaces == old.interval
    (event,) = events(made)
    assert event.rescheduled_from == old.interval


@pytest.mark.parametrize(
    "text",
    [
        "The desk is staffed {Monday|2025-03-17} to {Friday|2025-03-21}.",
        "She is charged under the {1974|1974} Act.",
        "HOUSTON | {Mon Mar 17, 2025 7:36 pm|2025-03-17T19:36} EDT HOUSTON (Reuters) - The well is shut.",
        "Updated: {17 March 2025|2025-03-17}",
    ],
)
def test_names_habits_and_stamps_report_nothing(text: str) -> None:
    """They hold a date, and nothing happens on it."""
    assert reports(article(text)) == ()


def test_an_entry_of_a_list_reports_what_the_colon_parts_from_its_day() -> None:
    """An entry such as "opening: 12 January" is a report like any other."""
    (report,) = reports(article("Collapse of the north face: {14 November 2023|2023-11-14}"))
    assert report.predicates == ("failure",)


def test_a_correction_withdraws_the_day_given_before() -> None:
    """Another day for the same thing in the same article, said to be a correction."""
    made = article("The market opens on {Wednesday|2025-03-19}.\n\nA correction: the market opens on {Thursday|2025-03-20}.")
    assert [report.standing for report in reports(made)] == [Standing.DENIED, Standing.SCHEDULED]
    (event,) = events(made)
    assert event.interval.first_day.day == 20


def test_two_sources_that_date_one_thing_differently_contradict_each_other() -> None:
    """They share a word that nobody else uses, and neither knows both days."""
    one = article(
        "A hailstorm tore the roof off the stand on {16 January|2025-01-16}. The club lost to Geelong on {Saturday|2025-03-15}.",
        name="one.md",
    )
    two = article(
        "The club lost its biggest stand in the hailstorm of {9 January|2025-01-09}. It went down 3-1 at Geelong on {15 March|2025-03-15}.",
        source="Business Review",
        name="two.md",
    )
    differing = [event.disagreement for event in events(one, two) if event.disagreement]
    assert [found.kind for found in differing] == [DisagreementKind.CONFLICT]


def test_a_later_mention_does_not_revive_what_was_called_off() -> None:
    """Somebody who had booked for the day does not say that it stands."""
    off = article("The farewell match against Hobart, announced for {28 March|2025-03-28}, has been cancelled.", "2025-03-10", name="a.md")
    on = article("Shaz had booked a bus to the Hobart match for {28 March|2025-03-28}.", "2025-03-12", "Fanzine", "b.md")
    (event,) = events(off, on)
    assert event.status is EventStatus.CANCELLED
