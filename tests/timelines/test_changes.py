"""What changed between two builds, seen from their ``events.json`` alone."""

from __future__ import annotations

import pytest

from sitegen.timelines import checked_events, diff
from sitegen.timelines.changes import Json

Record = dict[str, Json]


def _report(article: str, sentence: str, text: str = "Tuesday", day: str = "2025-03-18") -> Record:
    return {"article": article, "sentence": sentence, "text": text, "start": day, "end": day}


def _event(name: str, day: str = "2025-03-18", sources: tuple[str, ...] = ("Gazette",), **fields: Json) -> Record:
    report: Record = {"article": "a.md", "sentence": f"Sentence of {name}.", "text": "Tuesday", "start": day, "end": day}
    return {
        "id": name,
        "headline": f"Heading of {name}",
        "start": day,
        "end": day,
        "status": "scheduled",
        "sources": list(sources),
        "disagreement": None,
        "reports": [report],
        **fields,
    }


def _kinds(old: list[Record], new: list[Record]) -> list[tuple[str, str]]:
    return [(change.kind, change.event) for change in diff({"events": old}, {"events": new})]


def test_nothing_changed() -> None:
    """The same events make no changes."""
    assert _kinds([_event("a"), _event("b")], [_event("a"), _event("b")]) == []


def test_an_event_appears_and_another_is_withdrawn() -> None:
    """A new id appears, a lost one is withdrawn, last."""
    old = _event("a", reports=[_report("z.md", "Old.")])
    assert _kinds([old], [_event("b")]) == [("appeared", "b"), ("withdrawn", "a")]


def test_an_event_that_was_joined_to_another_is_not_withdrawn() -> None:
    """Its reports still stand, under another event's name."""
    said, more = (_report(name, "It fell.") for name in ("z.md", "y.md"))
    old = [_event("a", reports=[said]), _event("b", reports=[more])]
    assert _kinds(old, [_event("b", reports=[more, said])]) == []


def test_an_event_that_was_parted_from_another_is_not_new() -> None:
    """All its reports were told before; with one that was not it is."""
    said, more, fresh = (_report(name, "It fell.") for name in ("z.md", "y.md", "x.md"))
    old = [_event("b", reports=[more, said])]
    assert _kinds(old, [_event("a", reports=[said]), _event("b", reports=[more])]) == []
    assert _kinds(old, [_event("a", reports=[said, fresh]), _event("b", reports=[more])]) == [("appeared", "a")]


CHANGES = [
    (_event("a", "2025-03-19"), "moved"),
    (_event("a", sources=("Gazette", "Herald")), "corroborated"),
    (_event("a", disagreement={"kind": "adjacent-day", "claims": [{"start": "2025-03-17"}, {"start": "2025-03-18"}]}), "contradicted"),
    (_event("a", status="cancelled", reports=[_report("b.md", "It is off.")]), "withdrawn"),
]


@pytest.mark.parametrize(("new", "kind"), CHANGES, ids=[kind for _, kind in CHANGES])
def test_one_change(new: Record, kind: str) -> None:
    """A new day, a new source, a first disagreement and a cancellation are each told once, with their detail."""
    (change,) = diff({"events": [_event("a")]}, {"events": [new]})
    assert (change.kind, change.event) == (kind, "a")
    assert change.detail


def test_an_event_keeps_its_history_under_a_new_id() -> None:
    """Where an id is gone, the event that shares its reports is the same event, moved and not new."""
    old, new = ([_report("a.md", "The vote is on Tuesday.", day=day)] for day in ("2025-03-18", "2025-03-25"))
    assert _kinds([_event("old", reports=old)], [_event("new", "2025-03-25", reports=new)]) == [("moved", "new")]


def test_nothing_moves_where_nobody_says_so() -> None:
    """Another day, or a plan that is off, only because reports known before were joined otherwise, is no news."""
    one, two = (_report("a.md", f"It is on {day}.", day, day) for day in ("18", "19"))
    old = [_event("a", "18", reports=[one, two])]
    assert _kinds(old, [_event("a", "19", reports=[two], status="cancelled"), _event("b", "18", reports=[one])]) == []


def test_the_same_disagreement_is_told_once() -> None:
    """A disagreement that was there before is no change."""
    event = _event("a", disagreement={"kind": "conflict", "claims": [{"start": "2025-03-10"}, {"start": "2025-03-18"}]})
    assert _kinds([event], [event]) == []


SHAPES: list[tuple[Json, str]] = [
    ([], "the file is no object"),
    ({"events": "none"}, "the file has no list 'events'"),
    ({"events": [1]}, "event 1 is no object"),
    ({"events": [_event("a"), {}]}, "event 2 has no list 'reports'"),
    ({"events": [_event("a", headline=None)]}, "event 1 has no text 'headline'"),
    ({"events": [_event("a", reports=[{"article": "a.md"}])]}, "a report of event 1 has no text 'sentence'"),
    ({"events": [_event("a", disagreement={"kind": "conflict", "claims": [1]})]}, "a claim of the disagreement of event 1 is no object"),
]


@pytest.mark.parametrize(("data", "message"), SHAPES, ids=[message for _, message in SHAPES])
def test_a_file_of_another_shape_is_refused(data: Json, message: str) -> None:
    """A ValueError says what is wrong, and with which event."""
    with pytest.raises(ValueError, match=f"^{message}$"):
        checked_events(data)
