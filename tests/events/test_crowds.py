"""In a press of many articles, chance makes things alike: only who plainly tells one thing of two days contradicts another."""

from __future__ import annotations

from sitegen.model import Article, Event
from tests.events.press import article, events

_CROWD = tuple(article(f"The tide at pier {number} was low.", source=f"Paper {number}", name=f"z{number}.md") for number in range(60))
_COWS = "Two cows broke through the gate of the sluice on {Monday|2025-03-31}; they walked along the towpath."
_HERDING = "Herding cattle from the towpath took the fire brigade the whole of {1 April|2025-04-01}."
_FRESH = f"The Corran bridge was closed to traffic on {{16 February|2025-02-16}}. The council fined Marl on {{3 March|2025-03-03}}. {_COWS}"
_BACK = f"Engineers closed the bridge at Corran on {{16 February|2025-02-16}}. Marl was fined on {{3 March|2025-03-03}}. {_HERDING}"
_FILED = "Attorney General Ilsa Marsh filed the suit against Corvin Foods on {{{}}}."


def _disputed(*told: Article) -> list[Event]:
    return [event for event in events(*told) if event.is_disputed]


def test_likeness_alone_contradicts_nobody_in_a_crowd() -> None:
    """Two sentences that are joined by what surrounds them are a dispute in a small story, and none among many articles."""
    told = (article(_FRESH, "2025-04-01", "Gazette", "a.md"), article(_BACK, "2025-04-20", "Herald", "b.md"))
    assert _disputed(*told)
    assert not _disputed(*told, *_CROWD)


def test_one_thing_told_of_two_days_stays_a_dispute_in_a_crowd() -> None:
    """Who files the same suit on another day contradicts, however many others write."""
    told = (
        article(_FILED.format("7 March|2025-03-07"), "2025-03-12", "Gazette", "a.md"),
        article(_FILED.format("10 March|2025-03-10"), "2025-03-13", "Herald", "b.md"),
    )
    assert _disputed(*told, *_CROWD)
