"""Axis, overview strip and drawn timeline."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise, permutations

from sitegen.dates import Granularity, Interval, Modifier, interval_of
from sitegen.model import Event
from sitegen.pages.axis import Axis, axis_for
from sitegen.pages.book import open_book
from sitegen.pages.charts import MOST_EVENTS, chart_of
from sitegen.pages.desk import by_day, in_order
from sitegen.pages.site import SiteModel
from sitegen.pages.strips import strip_of
from sitegen.pages.words import words_for

WORDS = words_for("en")
AS_OF = dt.date(2025, 3, 17)


def days(*values: str) -> list[Interval]:
    """Intervals of TIMEX3 values."""
    return [interval for interval in map(interval_of, values) if interval]


def test_axis_leaves_out_what_lies_far_off() -> None:
    """One event a year ahead does not press three weeks into a corner."""
    story = [f"2025-03-{day:02}" for day in range(1, 22)]
    axis = axis_for(days(*story, "2026-04-01"), AS_OF)
    assert axis == Axis(dt.date(2025, 2, 28), dt.date(2025, 3, 23))


def test_axis_of_few_events_holds_all() -> None:
    """A handful of events is shown from first to last, years apart as they may be."""
    axis = axis_for(days("2019-01-01", "2022-06-01", "2025-03-01"), AS_OF)
    assert axis.first < dt.date(2019, 1, 1)
    assert axis.end > dt.date(2025, 3, 1)


def test_axis_of_nothing_is_the_day_itself() -> None:
    """Without events the axis still has a length."""
    assert axis_for([], AS_OF).days >= 1


def test_axis_at_the_ends_of_the_calendar() -> None:
    """Years 1 and 9999 neither raise nor leave the calendar."""
    axis = axis_for(days("0001-01-01", "9999-12-31"), AS_OF)
    assert 0 < len(axis.ticks(WORDS)) <= 12


def test_ticks_suit_the_length() -> None:
    """Days, weeks, months and years, never more than a dozen."""
    start = dt.date(2025, 1, 1)
    labels = {length: [tick.label for tick in Axis(start, start + dt.timedelta(length)).ticks(WORDS)] for length in (5, 30, 80, 300, 9000)}
    assert labels[5] == ["1 Jan", "2 Jan", "3 Jan", "4 Jan", "5 Jan"]
    assert all(0 < len(found) <= 12 for found in labels.values())
    assert labels[300][:3] == ["2025", "Feb", "Mar"]
    assert labels[9000][1] == "2030"
    narrow = [tick.label for tick in Axis(dt.date(2009, 5, 1), dt.date(2011, 12, 1)).ticks(WORDS) if not tick.is_minor]
    assert {"2010", "2011"} <= set(narrow)  # where every other label goes, the years stay


def test_the_end_of_a_month_comes_after_its_days(story: SiteModel) -> None:
    """In a list "late May" stands where May is nearly over, not before its first day."""
    first = story.timeline.events[0]
    late, mid, day = (
        replace(first, id=name, interval=interval)
        for name, interval in (
            ("late", interval_of("2025-05", Modifier.END)),
            ("mid", interval_of("2025-05", Modifier.MID)),
            ("day", interval_of("2025-05-15")),
        )
        if interval
    )
    assert [event.id for event in in_order((late, mid, day))] == ["mid", "day", "late"]
    assert [group.date.day for group in by_day(in_order((late, mid, day)))] == [11, 15, 21]


def test_strip_marks_a_day(story: SiteModel) -> None:
    """The line stands at the marked day; what is still to come stays what lies after the day of the edition."""
    plain = strip_of(story.timeline.events, story.as_of, WORDS)
    marked = strip_of(story.timeline.events, story.as_of, WORDS, marked=story.as_of - dt.timedelta(2))
    assert plain
    assert marked
    assert (plain.as_of_label, marked.as_of_label) == ("14 May", "12 May")
    assert [bar.is_ahead for bar in plain.bars] == [bar.is_ahead for bar in marked.bars]


def test_strip_draws_each_day_once(story: SiteModel) -> None:
    """One bar for each day, the highest where most sources speak, a ring where they differ."""
    strip = strip_of(story.timeline.events, story.as_of, WORDS)
    assert strip is not None
    assert len(strip.bars) == len({event.interval.first_day for event in story.timeline.events if event.interval.days == 1})
    assert [bar.path for bar in strip.bars if bar.is_disputed] == ["days/2031-05-11/"]
    assert all(0 <= bar.x <= 100 for bar in strip.bars)
    assert [bar.is_ahead for bar in strip.bars] == sorted(bar.is_ahead for bar in strip.bars)


def test_a_strip_of_one_source_counts_articles(story: SiteModel) -> None:
    """Where one source tells all, the bars rise with the articles that tell of a day, and say so."""
    several = strip_of(story.timeline.events, story.as_of, WORDS)
    alone = strip_of([replace(event, sources=("Harbour Radio",)) for event in story.timeline.events], story.as_of, WORDS)
    assert several
    assert alone
    assert (several.counts_articles, alone.counts_articles) == (False, True)
    assert len({bar.height for bar in alone.bars}) > 1
    assert all("article" in bar.label for bar in alone.bars)
    assert {"article" in bar.label for bar in several.bars} == {False}


def test_bars_of_a_long_story_can_be_seen(story: SiteModel) -> None:
    """Over three years a bar stands for several days, and is still wider than a hair."""
    first = story.timeline.events[0]
    found = [interval for interval in map(interval_of, ("2028-06-01", "2029-06-01", "2031-05-14")) if interval]
    strip = strip_of([replace(first, id=str(n), interval=one) for n, one in enumerate(found)], story.as_of, WORDS)
    assert strip
    assert strip.step == 7
    assert min(bar.width for bar in strip.bars) >= 0.3


def test_bars_fill_their_days(story: SiteModel) -> None:
    """A bar takes most of the room that its stretch of days has, and none reaches into the next."""
    first = story.timeline.events[0]
    found = days(*((dt.date(2031, 1, 1) + dt.timedelta(n)).isoformat() for n in range(134)))
    strip = strip_of([replace(first, id=str(n), interval=one) for n, one in enumerate(found)], story.as_of, WORDS)
    assert strip
    assert all(one.x + one.width < two.x for one, two in pairwise(strip.bars))
    assert sum(bar.width for bar in strip.bars) > 65


def test_a_ring_marks_what_is_told_as_a_dispute(story: SiteModel) -> None:
    """Where all but one of the accounts name their day in passing, the strip has no ring, as the list has no entry."""
    assert story.briefing.in_dispute == 1
    passing = [replace(event, reports=tuple(replace(report, faults=2) for report in event.reports)) for event in story.timeline.events]
    strip = strip_of(passing, story.as_of, WORDS)
    assert strip
    assert not any(bar.is_disputed for bar in strip.bars)


def test_chart_joins_reports_of_one_event(story: SiteModel) -> None:
    """Each source's word is one mark in its lane; a line that slants is a dispute and nothing else."""
    chart = chart_of(story.timeline.events, open_book(story), story.as_of, WORDS)
    assert chart is not None
    assert {lane.name for lane in chart.lanes} == {"The Skerry Post", "Harbour Radio", "Aldsund Wire"}
    mediator = [mark for mark in chart.marks if mark.event == "mediator"]
    assert len({mark.lane for mark in mediator}) == len(mediator) == 2
    slanting = {join.event for join in chart.joins if join.x1 != join.x2 and join.is_disputed}
    assert slanting == {"mediator"}
    assert all(mark.label.startswith(WORDS.day(dt.date(2031, 5, 15))) for mark in chart.marks if mark.event == "talks")


def test_no_line_runs_through_a_headline(story: SiteModel) -> None:
    """Headlines go down like stairs: what stands lower is not crossed by the line of one above it."""
    chart = chart_of(story.timeline.events, open_book(story), story.as_of, WORDS)
    assert chart is not None
    assert len(chart.labels) > 2
    for upper, lower in permutations(chart.labels, 2):
        width = 100 * len(lower.text) * 6.4 / 700
        start = lower.x - width if lower.is_right else lower.x
        assert upper.y > lower.y or not start < upper.x < start + width


def test_crowded_chart_stays_bounded(story: SiteModel) -> None:
    """Of thousands of events the best supported are drawn, and crowded days say how many more there are."""
    first = next(event for event in story.timeline.events if event.id == "flight")
    many = [replace(first, id=f"e{n}", interval=at(first, n)) for n in range(3000)]
    chart = chart_of(many, open_book(story), story.as_of, WORDS)
    assert chart is not None
    assert chart.shown == MOST_EVENTS < chart.total
    assert len(chart.marks) + sum(crowd.count for crowd in chart.crowds) == MOST_EVENTS * len(first.sources)
    assert chart.height < 1000


def at(event: Event, n: int) -> Interval:
    """The event's interval, moved to one of forty days."""
    by = dt.timedelta(n % 40)
    return Interval(event.interval.start + by, event.interval.end + by, event.interval.granularity)


def test_a_mark_knows_its_hour(story: SiteModel) -> None:
    """Close up, what names an hour lies at it; what names none lies at the beginning of its day, up to the end of it."""
    event, *_ = (event for event in story.timeline.events if event.interval.days == 1 and len(event.sources) > 1)
    at_six = Interval(dt.datetime(2031, 5, 13, 6, 0), dt.datetime(2031, 5, 13, 6, 1), Granularity.MINUTE)
    (whole_day,) = days("2031-05-13")
    for interval, hours in ((whole_day, (0, 24)), (at_six, (6, 6))):
        told = replace(event, interval=interval, reports=tuple(replace(report, interval=interval) for report in event.reports))
        chart = chart_of([told], open_book(story), story.as_of, WORDS)
        assert chart is not None
        axis = Axis(chart.first, chart.end)
        midnight = 24 * (interval.first_day - chart.first).days
        found = {tuple(round(x / 100 * axis.days * 24) - midnight for x in (mark.at, mark.until)) for mark in chart.marks}
        assert found == {hours}
        assert not any(mark.is_alone for mark in chart.marks)
