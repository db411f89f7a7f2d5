"""A sentence that is printed twice tells one thing, on whichever days its words fall."""

from __future__ import annotations

import pytest

from tests.events.press import article, events

_SAID = "The minister Ida Marsh told the council in Dorn {{{}}} that the dam would be mended by autumn."


def _twice(said: str, second: str = "2025-03-19") -> int:
    first = article(said.format("on Sunday|2025-03-09"), "2025-03-15", "Gazette", "a.md")
    return len(events(first, article(said.format("on Sunday|2025-03-16"), second, "Gazette", "b.md")))


def test_a_sentence_printed_again_is_one_event_on_the_day_nearer_to_its_telling() -> None:
    """The same words on a Saturday and on the Wednesday after it are of one Sunday, and nobody differs."""
    first = article(_SAID.format("on Sunday|2025-03-09"), "2025-03-15", "Gazette", "a.md")
    second = article(_SAID.format("on Sunday|2025-03-16"), "2025-03-19", "Gazette", "b.md")
    (event,) = events(first, second)
    assert event.interval.first_day.isoformat() == "2025-03-16"
    assert not event.is_disputed


@pytest.mark.parametrize(
    ("said", "second"),
    [("The council met {{{}}} in Dorn.", "2025-03-19"), (_SAID, "2025-03-26")],
    ids=["few words", "long after"],
)
def test_what_can_be_said_every_week_stays_apart(said: str, second: str) -> None:
    """Few words, or words of a later week, may tell of another Sunday."""
    assert _twice(said, second) > 1
