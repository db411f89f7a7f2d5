"""Why a report is told under an event, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.model import Bond, BondRule
from sitegen.pages.site import SiteModel
from sitegen.pages.ties import RULES, tie_of
from sitegen.pages.words import words_for
from tests.pages.fixture import printed

ENGLISH = words_for("en")
LIKE = (("words", 0.4), ("across", 0.2), ("around", 0.1))


def test_every_rule_has_its_sentence() -> None:
    """No join is left without a reason that a reader understands, in German either."""
    assert set(RULES) == set(BondRule)
    german = words_for("de")
    assert all(german.gettext(sentence) != sentence for sentence in RULES.values())


@pytest.mark.parametrize(
    ("bonds", "tied_to", "because"),
    [
        ((Bond(0, 1, BondRule.WORDS, LIKE, 0.1),), 1, "Alike are their words and what stands around them."),
        ((Bond(1, 0, BondRule.LEANING), Bond(0, 2, BondRule.WORDS, LIKE, 0.1)), 2, "Alike are their words and what stands around them."),
        ((Bond(1, 0, BondRule.TEXT),), 1, "The article itself ties the two together."),
        ((Bond(1, 2, BondRule.WORDS, LIKE, 0.1),), None, ""),
    ],
)
def test_the_firmest_join_is_told(story: SiteModel, bonds: tuple[Bond, ...], tied_to: int | None, because: str) -> None:
    """The other report that a report was joined to most firmly, with the rule and what is alike; nothing where no join touches it."""
    event = next(event for event in story.timeline.events if len(event.reports) > 2)
    tie = tie_of(replace(event, bonds=bonds), event.reports[:1], ENGLISH)
    assert (tie and tie.report, tie.because if tie else "") == (None if tied_to is None else event.reports[tied_to], because)


def test_a_page_of_several_reports_says_why(story: SiteModel) -> None:
    """Each report of an event that several tell opens to why it is told there."""
    event = next(event for event in story.timeline.events if len(event.reports) > 2)
    joined = replace(event, bonds=tuple(Bond(0, n, BondRule.WORDS, LIKE, 0.1) for n in range(1, len(event.reports))))
    events = tuple(joined if each is event else each for each in story.timeline.events)
    html = printed(replace(story, timeline=replace(story.timeline, events=events)), f"events/{event.id}/")
    assert html.count("Why this event?") == html.count("<blockquote") > 1
