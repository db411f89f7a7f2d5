"""The timeline: events in order, days with their weight and the sentences that tell them."""

from __future__ import annotations

import datetime as dt

from sitegen.events import link
from sitegen.model import Article, Timeline
from sitegen.timelines import arrange
from tests.events.press import article, reports


def _timeline(*articles: Article) -> Timeline:
    as_of = max(each.day for each in articles)
    found = tuple(report for each in articles for report in reports(each))
    return arrange(link(articles, found, as_of), articles, found, as_of)


def _weights(timeline: Timeline) -> dict[str, float]:
    return {str(day.date): day.weight for day in timeline.days}


BRIDGE = [
    article("The Corran bridge in Dorn was closed by the town on {Sunday|2025-03-16}.", "2025-03-17", "Gazette", "a.md"),
    article(
        "Cracks closed the Corran bridge in Dorn on {Sunday|2025-03-16}. A bus was late on {Monday|2025-03-17}.",
        "2025-03-17",
        "Herald",
        "b.md",
    ),
    article("The Corran bridge, closed on {16 March|2025-03-16}, will open on {20 April|2025-04-20}.", "2025-04-02", "Courier", "c.md"),
]


def test_events_and_days_are_in_order() -> None:
    """Events go by first day, days by date, and each day names its events."""
    timeline = _timeline(*BRIDGE)
    assert [event.interval.first_day for event in timeline.events] == sorted(event.interval.first_day for event in timeline.events)
    assert [day.date for day in timeline.days] == sorted(day.date for day in timeline.days)
    ids = {event.id for event in timeline.events}
    assert {name for day in timeline.days for name in day.events} <= ids


def test_a_day_that_many_mention_weighs_most() -> None:
    """A day of three publishers outweighs a day of one."""
    weights = _weights(_timeline(*BRIDGE))
    assert weights["2025-03-16"] == max(weights.values())
    assert weights["2025-03-17"] < weights["2025-03-16"]


def test_what_is_remembered_weighs_more() -> None:
    """A day that is still told weeks later weighs more than one told the day after."""
    text = "The Corran bridge in Dorn was closed on {%s|%s}."
    soon = article(text % ("16 March", "2025-03-16"), "2025-03-17", "Gazette", "a.md")
    late = article(text % ("1 February", "2025-02-01"), "2025-03-17", "Gazette", "b.md")
    weights = _weights(_timeline(soon, late))
    assert weights["2025-02-01"] > weights["2025-03-16"]


def test_a_day_is_told_by_different_sentences() -> None:
    """A day's summary holds sentences of its articles, none of them twice."""
    (day,) = [day for day in _timeline(*BRIDGE).days if str(day.date) == "2025-03-16"]
    assert day.summary
    assert len(set(day.summary)) == len(day.summary)
    prose = " ".join(each.body for each in BRIDGE)
    assert all(sentence in prose for sentence in day.summary)


def test_years_are_background() -> None:
    """What is only dated by its year, or was over long before the first article, is background."""
    old = article("The bridge of Dorn was built in {1931|1931}. It was painted on {4 May 2001|2001-05-04}.", "2025-03-17")
    timeline = _timeline(old)
    assert set(timeline.background) == {event.id for event in timeline.events}


def test_an_event_of_more_sources_weighs_more() -> None:
    """Independent sources come first in an event's weight."""
    weights = {event.headline: event.weight for event in _timeline(*BRIDGE).events}
    assert max(weights, key=lambda name: weights[name]).startswith(("The Corran bridge", "Cracks"))


def test_words_alone_are_aside() -> None:
    """What somebody would not say is no happening of the story; what was done is, and what officials say that was."""
    text = "The Corran bridge in Dorn was sinking, officials said on {Monday|2025-03-17}. "
    text += "The mayor of Dorn declined to comment on {Sunday|2025-03-16}."
    timeline = _timeline(*BRIDGE, article(text, "2025-03-18", "Observer", "d.md"))
    headings = {event.id: event.headline for event in timeline.events}
    assert [headings[name] for name in timeline.aside] == ["The mayor of Dorn declined to comment on Sunday"]


def test_what_is_not_of_the_story_is_aside() -> None:
    """An article among many that has none of their words tells another story; a line of it that has is of this one."""
    other = article(
        "The choir of Vasmark sang on {Monday|2025-03-17}. It paid for seats on {Tuesday|2025-03-18}. "
        "It sold scores on {Friday|2025-03-14}. Tenors left on {Saturday|2025-03-15}. "
        "The Corran bridge in Dorn shut on {Sunday|2025-03-16}.",
        "2025-03-19",
        "Observer",
        "d.md",
    )
    bridges = [
        article(f"The Corran bridge in Dorn was {how} on {{{day} March|2025-03-{day}}}.", "2025-03-17", "Gazette", f"e{day}.md")
        for day, how in ((10, "gritted"), (11, "painted"), (12, "lit"), (13, "cleaned"), (14, "swept"), (15, "washed"))
    ]
    timeline = _timeline(*bridges, other)
    headings = {event.id: event.headline for event in timeline.events}
    aside = {headings[name] for name in timeline.aside}
    assert "The choir of Vasmark sang on Monday" in aside
    assert not any("Corran" in heading for heading in aside)


def test_what_others_echo_comes_first() -> None:
    """A sentence that several articles tell in like words stands before one that a single long article returns to."""
    long = article(
        "The Corran bridge in Dorn was painted green by the old guild on {Sunday|2025-03-16}. "
        "The guild of Dorn painted the old bridge green and gilded it on {Sunday|2025-03-16}.",
        "2025-03-17",
        "Observer",
        "d.md",
    )
    short = [
        article(f"Cracks closed the Corran bridge in Dorn {how} on {{Sunday|2025-03-16}}.", "2025-03-17", source, f"{source}.md")
        for how, source in (("to all traffic", "Gazette"), ("to lorries and buses", "Herald"), ("for months to come", "Courier"))
    ]
    (day,) = [day for day in _timeline(long, *short).days if str(day.date) == "2025-03-16"]
    assert day.summary[0].startswith("Cracks closed")


def test_a_summary_has_no_dateline() -> None:
    """The place and the agency before a sentence are left out."""
    made = article("DORN, Vale (Wire) - The Corran bridge over the river was closed on {Sunday|2025-03-16}.", "2025-03-17")
    (day,) = [day for day in _timeline(made).days if str(day.date) == "2025-03-16"]
    assert day.summary == ("The Corran bridge over the river was closed on Sunday.",)


def test_the_order_of_files_changes_nothing() -> None:
    """Shuffled articles make the same timeline."""
    assert _timeline(*BRIDGE) == _timeline(*reversed(BRIDGE))


def test_no_events_make_an_empty_timeline() -> None:
    """A site without dates has a timeline without days."""
    assert arrange((), (), (), dt.date(2025, 3, 17)) == Timeline(dt.date(2025, 3, 17), (), ())
