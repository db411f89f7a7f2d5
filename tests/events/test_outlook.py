"""Which days a reader may wait for, and which only lie ahead by their date."""

from __future__ import annotations

import pytest

from sitegen.articles import Source
from sitegen.config import Config
from sitegen.facts import facts_of
from sitegen.model import Report


def report(text: str, words: str, published: str = "2025-03-12") -> Report:
    """The report of an article, a Wednesday's unless a day is given, that rests on some words of it."""
    made = facts_of(Source("a.md", f"---\ntitle: Harbour\ndate: {published}\n---\n\n{text}\n"), Config())
    return next(found for found in made.reports if words in found.text)


PLANS = [
    ("The ferry terminal will open on Friday.", "Friday"),
    ("The ferry terminal opens on Friday.", "Friday"),
    ("The council is expected to vote on the dredging contract on 3 April.", "3 April"),
    ("On Friday the council is to vote on the dredging contract.", "Friday"),
    ("Dockers called a strike for Friday.", "Friday"),
    ("The new quay could be ready in May.", "May"),
    ("The new quay opens in May.", "May"),
    ("The skipper was released on bail on Monday to appear in court on 2 April.", "2 April"),
    ("“The quay will be ready on Friday,” Alda Brun said.", "Friday"),
    ("The regatta, postponed from Friday, will be held in June.", "June"),
    ("The regatta on Saturday has been called off.", "Saturday"),
]
SLIPS = [
    ("Two crews were fined as tempers rose ahead of Sunday's vote.", "Sunday"),
    ("He is found the next day, tied to the mast.", "the next day"),
    ("Things will not change overnight.", "overnight"),
    ("Even if the quay were rebuilt tomorrow, the boats would be gone.", "tomorrow"),
    ("The roll must be called in the evening, so that all can hear it.", "the evening"),
    ("Why should anybody hire a boat on Friday?", "Friday"),
    ("We will all be on the quay on Friday.", "Friday"),
    ("Inspectors were trying to find out late Saturday why the crane fell.", "Saturday"),
    ("Freight rises by a tenth in May, an unusual jump.", "May"),
    ("Early in November the crew was getting poor results from the pump that it was planning to fit.", "November"),
    ("Both skippers requested permission to hold the regatta earlier this week.", "earlier this week"),
    ("The winch, which was due to be tested on 13 February, never ran.", "13 February"),
]


@pytest.mark.parametrize(("text", "words"), PLANS)
def test_a_plan_is_waited_for(text: str, words: str) -> None:
    """A verb of the future, a word of planning, or the present tense of a day that is near make a plan; so does what was called off."""
    assert not report(text, words).unplanned


@pytest.mark.parametrize(("text", "words"), SLIPS)
def test_a_day_that_only_lies_ahead_is_not(text: str, words: str) -> None:
    """Not what a day names, what the text tells of, what could not be, a question, or what is said of oneself."""
    assert report(text, words).unplanned


def test_a_day_without_a_year_is_near() -> None:
    """What is as far ahead as it is behind is waited for only where the verb speaks of the future."""
    far = "2025-09-20"
    assert report("The pump was due to start on 13 July.", "13 July", far).unplanned
    assert not report("The pump will start on 13 July.", "13 July", far).unplanned
