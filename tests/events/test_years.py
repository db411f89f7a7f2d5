"""Days without a year, where other articles know the year."""

from __future__ import annotations

import datetime as dt

import pytest

from sitegen.articles import Source
from sitegen.config import Config
from sitegen.corpus import Corpus, Selection, choose, settled
from sitegen.facts import facts_of
from sitegen.model import Standing

TOLD = [f"The Corran dam in Dorn burst on 20 April 2010, {how}." for how in ("killing nine", "flooding the vale", "after weeks of rain")]


def corpus(late: str, *told: str, published: str = "2010-11-05") -> Corpus:
    """The corpus of some articles that tell of a day, and one of half a year later."""
    texts = [(f"t{n}", "2010-04-22", text) for n, text in enumerate(told)]
    sources = [
        Source(f"{name}.md", f"---\ntitle: Dam\ndate: {day}\nsource: {name}\n---\n\n{text}\n")
        for name, day, text in (*texts, ("late", published, late))
    ]
    made, _ = choose(tuple(facts_of(source, Config()) for source in sources), Selection())
    return settled(made)


@pytest.mark.parametrize(
    ("late", "day"),
    [
        ("The inquiry blamed the owners for the April 20 burst of the Corran dam.", dt.date(2010, 4, 20)),
        ("The Corran dam will be blown up on April 20.", dt.date(2011, 4, 20)),
        ("The harvest fair of Vasmark is due on April 20.", dt.date(2011, 4, 20)),
    ],
    ids=["told by others", "the verb says so", "other words"],
)
def test_the_corpus_knows_the_year(late: str, day: dt.date) -> None:
    """A day without a year is that of which the other articles tell, unless its verb looks ahead or it is of something else."""
    made = corpus(late, *TOLD)
    (report,) = [report for report in made.reports if report.article == "late.md"]
    assert report.interval.first_day == day
    assert (report.standing is Standing.HAPPENED) == (day.year == 2010)
    (resolution,) = made.resolutions["late.md"]
    assert resolution.interval is not None
    assert resolution.interval.first_day == day


def test_the_reason_is_given() -> None:
    """The step that moved the day names how many articles know better."""
    made = corpus("The inquiry blamed the owners for the April 20 burst of the Corran dam.", *TOLD)
    (resolution,) = made.resolutions["late.md"]
    assert resolution.steps[-1].rule == "calendar.as-others"
    assert resolution.steps[-1].because.startswith("3 other articles tell what happened on that day of 2010")


def test_a_story_looks_back_on_its_own_days() -> None:
    """A day nearer behind than ahead, since when the story was under way, is that of the story."""
    made = corpus("The inquiry spreads the blame for the 23 April raid on the office.", TOLD[0], published="2010-09-05")
    (report,) = [report for report in made.reports if report.article == "late.md"]
    assert report.interval.first_day == dt.date(2010, 4, 23)
    assert report.resolution.steps[-1].rule == "calendar.in-story"


def test_few_do_not_decide() -> None:
    """One or two other articles are not enough to move a day."""
    made = corpus("The inquiry blamed the owners for the April 20 burst of the Corran dam.", *TOLD[:2])
    (report,) = [report for report in made.reports if report.article == "late.md"]
    assert report.interval.first_day.year == 2011


def test_many_decide_by_a_word() -> None:
    """Where very many articles tell of a day, one word of theirs is enough."""
    late = "Its shares are still below their close on April 20, the day of the burst."
    told = [f"The Corran dam burst on 20 April 2010 and drowned {number} goats." for number in range(2, 24)]
    (report,) = [report for report in corpus(late, *told, published="2010-12-29").reports if report.article == "late.md"]
    assert report.interval.first_day == dt.date(2010, 4, 20)
    few = [text.replace(" 2010", "") for text in told[:9]]
    (report,) = [report for report in corpus(late, *few, published="2010-12-29").reports if report.article == "late.md"]
    assert report.interval.first_day == dt.date(2011, 4, 20)


NAMED = [f"The ferry Ansa was bombed on 9 May 2001 {where}." for where in ("in Dorn", "off Vale", "with sixty aboard")]


@pytest.mark.parametrize(
    ("late", "day"),
    [
        ("Security was never the same after the 9 May bombing of the ferry.", dt.date(2001, 5, 9)),
        ("On 9 May the harvest fair of Vasmark opened early.", dt.date(2010, 5, 9)),
        ("Bombing squads will train on a ferry on 9 May.", dt.date(2011, 5, 9)),
    ],
    ids=["the day that others name", "other words", "the verb says so"],
)
def test_a_day_that_others_name_with_its_year(late: str, day: dt.date) -> None:
    """What several articles name with its year is that year's where another names it in their words without one."""
    (report,) = [report for report in corpus(late, *NAMED).reports if report.article == "late.md"]
    assert report.interval.first_day == day


def test_news_is_of_its_own_year() -> None:
    """An article of those days tells of the day just gone, however like an old one."""
    late = "A ferry was bombed on 9 May."
    (report,) = [report for report in corpus(late, *NAMED, published="2010-05-12").reports if report.article == "late.md"]
    assert report.interval.first_day == dt.date(2010, 5, 9)


def test_a_day_that_nothing_speaks_for() -> None:
    """Before the first article, or ahead and planned by nobody, even other words leave a day with the year that others give it."""
    late = "Guards never forgot 9 May and its smoke."
    (report,) = [report for report in corpus(late, *NAMED, published="2010-03-12").reports if report.article == "late.md"]
    assert report.interval.first_day == dt.date(2001, 5, 9)
    assert report.resolution.steps[-1].because == "3 other articles name that day with its year, 2001"
