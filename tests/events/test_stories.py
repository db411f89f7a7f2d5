"""Invented stories of different subjects, registers and countries: their reports are joined as their marks say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.story import read_story, score

STORIES = sorted((Path(__file__).parent / "stories").glob("*.txt"))
PAIRS, MEAN, DIFFER, STATUS = 0.65, 0.85, 0.5, 0.9


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_reports_of_one_event_are_joined(path: Path) -> None:
    """Most pairs of mentions that are marked as one event are joined, and few others."""
    assert score(read_story(path)).pairs >= PAIRS


def test_most_stories_are_joined_well() -> None:
    """Over all stories, hard and easy, hardly a join is missed or made wrongly."""
    pairs = [score(read_story(path)).pairs for path in STORIES]
    assert sum(pairs) / len(pairs) >= MEAN


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_events_stand_as_they_do(path: Path) -> None:
    """Events are past, scheduled or cancelled as the newest article knows them."""
    assert score(read_story(path)).status >= STATUS


def test_sources_that_differ_are_found() -> None:
    """Over all stories, disagreements are marked where sources contradict each other and hardly anywhere else."""
    scores = [score(read_story(path)).differ for path in STORIES]
    assert sum(scores) / len(scores) >= DIFFER
