"""What the briefing says, in which order, and that it has an end."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sitegen.articles import plain_article, read_article
from sitegen.briefings import brief
from sitegen.briefings.choice import EVENTS_A_DAY, MOST_DAYS, MOST_DAYS_OF_MANY
from sitegen.dates import Granularity, Interval, interval_of
from sitegen.model import Briefing, Day, Standing, Timeline
from tests.pages.fixture import site

STORY = site()
BRIEFING = STORY.briefing


def briefed(timeline: Timeline) -> Briefing:
    """The briefing of another timeline over the same articles."""
    return brief(timeline, STORY.articles, STORY.resolutions, STORY.config)


def test_lead_is_an_extract() -> None:
    """The lead comes from the newest day, quoted as it stands."""
    lead = BRIEFING.lead
    assert lead is not None
    article = next(article for article in STORY.articles if article.id == lead.article)
    assert article.day == max(article.day for article in STORY.articles)
    assert lead.title == article.title
    assert lead.text in " ".join(article.body.split())


_DAM = "The dam above the village of Low Dorn, a wall of stone of the days of the kings of Vale and their heirs, gave way"


@pytest.mark.parametrize(
    ("title", "text", "headline", "opening"),
    [
        (
            "Dam gives way",
            "DORN, Vale (Wire) - The dam at Dorn gave way. Nobody was hurt.",
            None,
            "The dam at Dorn gave way. Nobody was hurt.",
        ),
        ("The dam gave way.", "The dam gave way. Nobody was hurt.", None, "Nobody was hurt."),
        ("The dam gave way", "The dam gave way.", None, "The dam gave way."),
        (
            "DORN, Vale -- The dam,",
            "DORN, Vale -- The dam, a wall of stone, gave way. Two fled.",
            "The dam, a wall of stone, gave way",
            "Two fled.",
        ),
        (
            "The dam above the village of Low Dorn, a wall",
            f"{_DAM} at noon on Monday.",
            f"{_DAM}…",
            f"{_DAM} at noon on Monday.",
        ),
        (
            "The dam above the village of Low Dorn, a wall",
            f"{_DAM} at noon. Two fled.",
            f"{_DAM} at noon",
            "Two fled.",
        ),
        (
            "The dam above the village of Low Dorn, a wall",
            f"The dam above the village of Low Dorn, {'a wall of stone, ' * 6}gave way at noon on Monday, the council said.",
            f"The dam above the village of Low Dorn, {'a wall of stone, ' * 4}a wall…",
            "… of stone, a wall of stone, gave way at noon on Monday, the council said.",
        ),
        (
            "Dam gives way at Dorn The wall",
            "Dam gives way at Dorn The wall fell at noon. Two fled.",
            "Dam gives way at Dorn",
            "The wall fell at noon. Two fled.",
        ),
        ("NATO – what next?", "The allies meet.", None, "The allies meet."),
    ],
)
def test_a_lead_says_nothing_twice(title: str, text: str, headline: str | None, opening: str) -> None:
    """The opening goes without its dateline and without the title; a title cut from the text goes without it too, and shows the cut."""
    article = replace(plain_article(text, dt.date(2031, 5, 20)), title=title)
    lead = brief(STORY.timeline, (article,), {}, STORY.config).lead
    assert lead is not None
    assert (lead.title, lead.text) == (headline or title, opening)


def test_no_stamp_of_a_page_heads_the_briefing() -> None:
    """Where the title was cut from the top of a page, with its time stamp, the first words that are told stand in its place."""
    text = "Last updated at 10:15 The dam at Dorn gave way. Nobody was hurt."
    article, _ = read_article(f"---\ntitle: Last updated at 10:15 The dam\ndate: 2031-05-20\n---\n\n{text}\n", "a.md")
    assert article is not None
    lead = brief(STORY.timeline, (article,), {}, STORY.config).lead
    assert lead is not None
    assert (lead.title, lead.text) == ("The dam at Dorn gave way", "Nobody was hurt.")


def test_no_caption_heads_the_briefing() -> None:
    """Where the page begins with a picture's caption, run into the text, what is told after it heads the briefing."""
    text = "Dam at dawn The old wall was built by kings (photo: Dorn Wire) The dam at Dorn has given way. Two fled."
    article, _ = read_article(f"---\ntitle: Dam at dawn The old\ndate: 2031-05-20\n---\n\n{text}\n", "a.md")
    assert article is not None
    lead = brief(STORY.timeline, (article,), {}, STORY.config).lead
    assert lead is not None
    assert (lead.title, lead.text) == ("The dam at Dorn has given way", "Two fled.")


def test_developments_are_past_and_newest_first() -> None:
    """Days run backwards; nothing that is still to come and no background is among them."""
    events = {event.id: event for event in STORY.timeline.events}
    days = [entry.date for entry in BRIEFING.developments]
    shown = [event for entry in BRIEFING.developments for event in entry.events]
    assert days == sorted(days, reverse=True)
    assert all(events[event].interval.first_day <= STORY.as_of for event in shown)
    assert not set(shown) & {*BRIEFING.upcoming, *BRIEFING.due, *STORY.timeline.background}


def test_background_has_begun() -> None:
    """A year that is still to come is no background, however much is told of it."""
    begun = min(STORY.timeline.events, key=lambda event: event.interval.first_day)
    year = replace(begun, interval=replace(begun.interval, start=dt.datetime(2040, 1, 1), end=dt.datetime(2041, 1, 1)), id="a-year")
    events = (*STORY.timeline.events, year)
    made = briefed(replace(STORY.timeline, events=events, background=(begun.id, year.id)))
    assert begun.id in made.background
    assert year.id not in made.background


def test_better_supported_events_come_first() -> None:
    """Within a day an event that two sources carry stands before one that a single source carries."""
    day = next(entry for entry in BRIEFING.developments if entry.date == dt.date(2031, 5, 13))
    assert day.events[0] == "flight"


def test_what_is_ahead() -> None:
    """Upcoming holds what is scheduled and what was called off or put off, soonest first; due what nobody has reported."""
    assert BRIEFING.upcoming == ("talks", "flight2", "meeting", "inspection")
    assert BRIEFING.due == ("vote",)


def test_disputes_and_support() -> None:
    """Disputed events, events of several sources and of one are told apart."""
    assert BRIEFING.differing == ("mediator",)
    assert "talks" in BRIEFING.corroborated
    assert not set(BRIEFING.corroborated) & set(BRIEFING.single_source)


def test_doubtful_dates() -> None:
    """Vague references are unresolved, lengths are not; what would move is fragile."""
    assert [resolution.expression.text for resolution in BRIEFING.unresolved] == ["soon"]
    assert {resolution.expression.text for resolution in BRIEFING.fragile} == {"on Sunday", "tomorrow"}


def test_it_has_an_end() -> None:
    """However long the story, the briefing stays bounded and says how much more there is."""
    first = next(event for event in STORY.timeline.events if event.id == "flight")
    events = []
    for n in range(2000):
        by = dt.timedelta(-(n % 400))
        interval = replace(first.interval, start=first.interval.start + by, end=first.interval.end + by)
        events.append(replace(first, id=f"e{n}", interval=interval))
    long = briefed(replace(STORY.timeline, events=tuple(sorted(events, key=lambda event: (event.interval.start, event.id)))))
    assert len(long.developments) == MOST_DAYS_OF_MANY
    assert all(len(entry.events) <= EVENTS_A_DAY for entry in long.developments)
    assert long.developments[0].more == 5 - EVENTS_A_DAY
    assert sum(len(found) for found in (long.upcoming, long.due, long.differing, long.corroborated, long.single_source)) < 50


def test_no_articles_no_lead() -> None:
    """Without articles there is a briefing all the same."""
    empty = brief(replace(STORY.timeline, events=(), days=(), background=()), (), {}, STORY.config)
    assert empty.lead is None
    assert empty.developments == ()


def test_a_day_of_words_alone_is_left_out() -> None:
    """Where something happened on other days, a newest day on which somebody only spoke is no development."""
    spoken = tuple(event.id for event in STORY.timeline.events if event.interval.first_day == BRIEFING.developments[0].date)
    days = [entry.date for entry in briefed(replace(STORY.timeline, aside=spoken)).developments]
    assert BRIEFING.developments[0].date not in days


def test_nobody_waits_for_what_is_aside() -> None:
    """What is not of the story is neither upcoming nor due."""
    waited = (*BRIEFING.upcoming, *BRIEFING.due)
    made = briefed(replace(STORY.timeline, aside=waited))
    assert made.upcoming == made.due == ()


def test_one_day_does_not_fill_the_list() -> None:
    """Of many plans for one day the best supported are shown, and then those of other days."""
    talks = next(event for event in STORY.timeline.events if event.id == "talks")
    many = tuple(replace(talks, id=f"many{n}", weight=talks.weight + n) for n in range(9))
    made = briefed(replace(STORY.timeline, events=tuple(sorted((*STORY.timeline.events, *many), key=lambda event: event.interval.start))))
    assert [name for name in made.upcoming if name.startswith("many")] == ["many6", "many7", "many8"]
    assert "inspection" in made.upcoming


def test_a_day_stands_before_the_week_around_it() -> None:
    """What is ahead comes by when it will have happened: a week that has begun does not push tomorrow down."""
    talks = next(event for event in STORY.timeline.events if event.id == "talks")
    span = Interval(dt.datetime(2031, 5, 12), dt.datetime(2031, 5, 19), Granularity.WEEK)
    week = replace(talks, id="week", interval=span, reports=(replace(talks.reports[0], interval=span),))
    made = briefed(replace(STORY.timeline, events=(week, *STORY.timeline.events)))
    assert made.upcoming == ("talks", "flight2", "meeting", "week", "inspection")


def test_nothing_is_awaited_twice_in_other_words() -> None:
    """Of two plans for one day in much the same words the better supported is listed; where they share little, both are."""
    talks = next(event for event in STORY.timeline.events if event.id == "talks")
    said = {"talks": ("talk", "open", "custom", "house"), "again": ("talk", "open", "thursday"), "other": ("ferry", "talk", "sail")}
    events = [
        replace(talks, id=name, weight=talks.weight - n, reports=(replace(talks.reports[0], terms=terms, actors=(), places=()),))
        for n, (name, terms) in enumerate(said.items())
    ]
    assert briefed(replace(STORY.timeline, events=tuple(events))).upcoming == ("talks", "other")


def test_nobody_waits_for_ever() -> None:
    """A month after its day, what was due is a matter of the record."""
    assert briefed(replace(STORY.timeline, as_of=dt.date(2031, 6, 13))).due != ()
    assert "vote" not in briefed(replace(STORY.timeline, as_of=dt.date(2031, 6, 14))).due


def changed(name: str, **fields: object) -> Briefing:
    """The briefing of the story with every report of one event changed."""
    events = tuple(
        replace(event, reports=tuple(replace(report, **fields) for report in event.reports)) if event.id == name else event
        for event in STORY.timeline.events
    )
    return briefed(replace(STORY.timeline, events=events))


def test_what_nobody_plans_is_not_awaited() -> None:
    """Neither what only lies ahead by its date, nor what was only spoken of before its day."""
    assert changed("talks", unplanned=True).upcoming == ("flight2", "meeting", "inspection")
    assert changed("vote", unplanned=True).due == ()


def test_sources_differ_where_two_tell_it_plainly() -> None:
    """Not where a day is only named in passing, where somebody only spoke on it, or where one is a plan and the other what came of it."""
    assert changed("mediator", faults=2).differing == ()
    assert changed("mediator", saying=True).differing == ()
    event = next(event for event in STORY.timeline.events if event.id == "mediator")
    plan = replace(event.reports[0], standing=Standing.SCHEDULED)
    done = tuple(replace(report, unplanned=True) for report in event.reports[1:])
    events = tuple(replace(event, reports=(plan, *done)) if each is event else each for each in STORY.timeline.events)
    assert briefed(replace(STORY.timeline, events=events)).differing == ()


def test_the_newest_days_tell_something() -> None:
    """A new day on which nothing is told plainly is left out where others are."""
    last = BRIEFING.developments[0].date
    events = tuple(
        replace(event, reports=tuple(replace(report, faults=2) for report in event.reports)) if event.interval.first_day == last else event
        for event in STORY.timeline.events
    )
    days = [entry.date for entry in briefed(replace(STORY.timeline, events=events)).developments]
    assert days == [entry.date for entry in BRIEFING.developments if entry.date != last]


def test_a_slow_story_is_told_by_its_days_that_matter() -> None:
    """Where the newest days lie far apart, the weightiest of the last ones come before the very last; close ones are all shown."""
    first = next(event for event in STORY.timeline.events if event.id == "flight")
    for apart, shown in ((10, [0, 30, 50]), (1, [0, 1, 2])):
        events, days = [], []
        for n in range(9, -1, -1):
            by = -dt.timedelta(n * apart)
            interval = replace(first.interval, start=first.interval.start + by, end=first.interval.end + by)
            events.append(replace(first, id=f"e{n}", interval=interval))
            days.append(Day(interval.first_day, 5.0 if n in {3, 5, 8} else 1.0, (f"e{n}",)))
        made = briefed(replace(STORY.timeline, events=tuple(events), days=tuple(days), background=()))
        newest = made.developments[0].date
        assert [(newest - entry.date).days for entry in made.developments[:3]] == shown
        assert len(made.developments) == MOST_DAYS


def test_what_several_sources_tell_comes_before_what_is_only_named_often() -> None:
    """A day's mentions count as many times as its best event has sources: a plan that was moved away leaves its day heavy."""
    first = next(event for event in STORY.timeline.events if event.id == "flight")
    events, days = [], []
    for n in range(9, -1, -1):
        by = -dt.timedelta(n * 20)
        interval = replace(first.interval, start=first.interval.start + by, end=first.interval.end + by)
        events.append(replace(first, id=f"e{n}", interval=interval, sources=("A", "B", "C") if n == 9 else ("A",)))
        days.append(Day(interval.first_day, 1.0 if n == 9 else 2.0, (f"e{n}",)))
    made = briefed(replace(STORY.timeline, events=tuple(events), days=tuple(days), background=()))
    assert made.developments[-1].events == ("e9",)


def test_mentions_are_not_counted() -> None:
    """How many more events a day has leaves out those in which it is only named."""
    first = next(event for event in STORY.timeline.events if event.id == "flight")
    entry = next(entry for entry in BRIEFING.developments if "flight" in entry.events)
    counted = []
    for faults in (0, 2):
        others = tuple(
            replace(first, id=f"n{n}", weight=-1.0, sources=("Desk",), reports=(replace(first.reports[0], faults=faults),))
            for n in range(9)
        )
        events = tuple(sorted((*STORY.timeline.events, *others), key=lambda event: (event.interval.start, event.id)))
        found = next(each for each in briefed(replace(STORY.timeline, events=events)).developments if each.date == entry.date)
        counted.append(found.more - entry.more)
    assert counted[0] > counted[1] == 0


def test_a_line_of_the_page_heads_no_briefing() -> None:
    """A first line that also heads an article of another day is the page's own; so is nothing else."""
    texts = {"2031-05-19": "Win a boat. The dam at Dorn is dry.", "2031-05-20": "Win a boat. The dam at Dorn gave way. Two fled."}
    read = [read_article(f"---\ntitle: Win a boat.\ndate: {day}\n---\n\n{text}\n", f"{day}.md")[0] for day, text in texts.items()]
    lead = brief(STORY.timeline, tuple(article for article in read if article), {}, STORY.config).lead
    assert lead is not None
    assert (lead.title, lead.text) == ("The dam at Dorn gave way", "Two fled.")


def test_the_lead_begins_with_the_story() -> None:
    """Of the newest day's articles, the one leads that begins with what weighs most, not the one that tells all else further down."""
    newest = max(article.day for article in STORY.articles)
    one, two = [replace(article, published=dt.datetime.combine(newest, dt.time())) for article in STORY.articles[:2]]
    event = max(STORY.timeline.events, key=lambda event: event.weight)
    begins = replace(event, id="begins", reports=(replace(event.reports[0], article=one.id, sentence=1),))
    tells = [replace(event, id=str(number), reports=(replace(event.reports[0], article=two.id, sentence=9),)) for number in range(5)]
    lead = brief(replace(STORY.timeline, events=(begins, *tells)), (one, two), {}, STORY.config).lead
    assert lead is not None
    assert lead.article == one.id


def test_nobody_waits_for_a_year_named_in_passing() -> None:
    """What has no day and is told in no clause of its own ("games that are held in 2032") is not coming up; with a day it is."""
    year = interval_of("2032")
    assert year
    event = next(event for event in STORY.timeline.events if event.id == "talks")

    def awaits(faults: int, interval: Interval) -> bool:
        reports = tuple(replace(report, faults=faults, interval=interval) for report in event.reports)
        other = replace(event, interval=interval, reports=reports)
        return "talks" in briefed(replace(STORY.timeline, events=(other,))).upcoming

    assert awaits(0, year)
    assert not awaits(2, year)
    assert awaits(2, event.interval)
