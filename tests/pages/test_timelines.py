"""The pages of the timeline, short and long."""

from __future__ import annotations

import datetime as dt
import gzip
import re
from dataclasses import replace

from sitegen.dates import Granularity, Interval, interval_of
from sitegen.model import Day, EventStatus
from sitegen.pages.desk import by_day
from sitegen.pages.kinds import TimelinePage
from sitegen.pages.press import Press
from sitegen.pages.sections.timelines import timeline_pages
from sitegen.pages.site import SiteModel
from tests.pages.fixture import desk_of, empty, moved, printed, site


def test_a_list_of_many_days_marks_the_weightiest(story: SiteModel) -> None:
    """They and the newest stand open; all others are minor, side by side in one run, what is ahead apart; a short list has none."""
    first = next(event for event in story.timeline.events if event.id == "flight")
    events = tuple(moved(first, n) for n in range(30))
    days = tuple(Day(event.interval.first_day, 9.0 if n in {3, 4, 9} else 1.0 / (n + 1), (event.id,)) for n, event in enumerate(events))
    for many, after, runs in ((12, 40, [12]), (30, 40, [5, 4, 1, 19, 1]), (12, 1, [2, 10]), (30, 19, [5, 4, 1, 9, 1, 10])):
        part = replace(story.timeline, events=events[:many], days=days[:many], background=())
        as_of = first.interval.first_day + dt.timedelta(after)
        page = next(iter(timeline_pages(desk_of(replace(story, as_of=as_of, timeline=part)))))
        assert isinstance(page, TimelinePage)
        assert [len(run) for run in page.runs] == runs


def test_a_list_of_days_leads_to_the_day_of_the_edition(story: SiteModel) -> None:
    """Before the first day that is ahead the list says so, and a link at its head leads there; where all is past there is neither."""
    for after, stands in ((-400, False), (0, True), (400, False)):
        html = printed(replace(story, as_of=story.as_of + dt.timedelta(after)), "timeline/")
        listed = html.partition('id="list"')[2]
        assert "The oldest first." in listed
        assert ('href="#now"' in listed, 'id="now"' in listed) == (stands, stands)
        if stands:
            before, _, ahead = listed.partition('id="now"')
            assert f'id="d-{story.as_of - dt.timedelta(1)}"' in before
            assert f'id="d-{story.as_of + dt.timedelta(1)}"' in ahead


def test_timeline_of_ten_thousand_events_stays_usable() -> None:
    """No page of it passes a megabyte, and the first view stays under 200 KB compressed."""
    story = site()
    first = next(event for event in story.timeline.events if event.id == "flight")
    events = sorted((moved(first, n) for n in range(10_000)), key=lambda event: (event.interval.start, event.id))
    crowded = replace(story, timeline=replace(story.timeline, events=tuple(events), days=(), background=()))
    desk = desk_of(crowded)
    press = Press.of(desk)
    files = [press.print(page) for page in timeline_pages(desk)]
    assert max(len(file.content) for file in files) < 1_000_000
    assert len(gzip.compress(files[0].content)) < 200_000


def test_a_long_story_shows_its_weightiest_days() -> None:
    """Where months have pages of their own, the timeline still tells the story: the weightiest days, each with its best supported event."""
    story = site()
    first = next(event for event in story.timeline.events if event.id == "flight")
    events = [replace(moved(first, n), weight=0.5) for n in range(1000)]
    events[13] = replace(events[13], sources=("North", "South", "East"))
    ordered = tuple(sorted(events, key=lambda event: (event.interval.start, event.id)))
    days = tuple(
        Day(day, len(found) + (day == events[13].interval.first_day), tuple(event.id for event in found))
        for day, found in ((group.date, group.events) for group in by_day(ordered))
    )
    long = replace(story.timeline, events=ordered, days=days, background=())
    html = printed(replace(story, timeline=long, briefing=empty(story), changes=()), "timeline/")
    shown = re.findall(r'<li class="event [^"]*" id="e-(\w+)"', html)
    assert "e13" in shown
    assert len(shown) == 24
    assert "1 more on this day" in html
    facts = html.partition("data-facts")[2].partition(">")[0]
    assert all(f"{name}&" in facts for name in shown)


def test_a_list_over_several_years_names_each_year() -> None:
    """After a day of another year, one of the edition's own year would seem to be of that; before it, it would not."""
    story = site()
    first = next(event for event in story.timeline.events if event.id == "flight")
    two_years = replace(story.timeline, events=(first, moved(first, 400)), background=())
    for as_of, years in ((dt.date(2031, 6, 1), ["2032"]), (dt.date(2032, 7, 1), ["2031", "2032"])):
        made = replace(story, as_of=as_of, timeline=two_years, briefing=empty(story), changes=())
        headings = re.findall(r"<h3 id=.*?</h3>", printed(made, "timeline/"))
        assert [year for heading in headings for year in re.findall(r"(20\d\d)</time>", heading)] == years


def test_one_source_is_no_way_to_draw_a_story() -> None:
    """Where one source tells all, the timeline is drawn by topic or name, and holds what has none as well."""
    story = site()
    articles = tuple(replace(article, source="The Skerry Post", tags=()) for article in story.articles)
    nameless = replace(story.timeline.events[-1], id="nameless", actors=(), places=())
    alone = replace(story, articles=articles, timeline=replace(story.timeline, events=(*story.timeline.events, nameless)))
    made = [page for page in timeline_pages(desk_of(alone)) if isinstance(page, TimelinePage)]
    assert [(page.path, page.chart.by if page.chart else None) for page in made] == [("timeline/", "name")]
    assert made[0].views == ()
    assert made[0].chart
    assert "nameless" in {mark.event for mark in made[0].chart.marks}
    assert "Others" in {lane.name for lane in made[0].chart.lanes}


def test_a_story_of_names_without_a_day_has_its_timelines(story: SiteModel) -> None:
    """Where nothing can be drawn, every way to draw it still has its page."""
    bare = replace(story, timeline=replace(story.timeline, days=(), background=tuple(event.id for event in story.timeline.events)))
    desk = desk_of(replace(bare, briefing=empty(story), changes=()))
    press = Press.of(desk)
    pages = [press.print(page) for page in timeline_pages(desk)]
    assert len(pages) > 2
    assert not any('id="chart"' in page.content.decode() for page in pages)


def test_a_stretch_of_time_is_no_day(story: SiteModel) -> None:
    """An event that fills months stands under them, not under their first day; what is still to come stands above the rest."""
    first = next(event for event in story.timeline.events if event.id == "flight")
    over = interval_of("2031-Q2")
    after = interval_of("2032")
    assert over
    assert after
    long, later = replace(first, id="long", interval=over), replace(first, id="later", interval=after)
    events = tuple(sorted((*story.timeline.events, long, later), key=lambda event: (event.interval.start, event.id)))
    wide = replace(story, timeline=replace(story.timeline, events=events, background=()))
    html = printed(wide, "topics/ferry-strike/")
    assert '<h3><span data-edtf="2031-04-01/2031-06-30">Q2 2031</span></h3>' in html
    assert "1 Apr" not in html
    assert html.index("events/later/") < html.index('id="e-long"')
    assert 'id="e-later"' not in html


def test_each_mark_has_one_meaning_and_a_legend(story: SiteModel) -> None:
    """Full and hollow say how many sources there are, as in the words; what is called off is struck out, not hatched as a plan is."""
    plan = next(event for event in story.timeline.events if event.interval.days == 1 and event.status is EventStatus.SCHEDULED)
    days = Interval(plan.interval.start, plan.interval.start + dt.timedelta(3), Granularity.DAY)
    off = replace(
        plan, interval=days, status=EventStatus.CANCELLED, reports=tuple(replace(report, interval=days) for report in plan.reports)
    )
    events = tuple(off if event.id == plan.id else event for event in story.timeline.events)
    html = printed(replace(story, timeline=replace(story.timeline, events=events)), "timeline/")
    marks = html.partition('<g class="marks">')[2].partition("</g>")[0]
    mark = next(part for part in marks.split("</a>") if f'data-event="{plan.id}"' in part)
    assert 'class="strike"' in mark
    assert "hatch-ahead" not in mark
    legend = html.partition('<ul class="legend">')[2].partition("</ul>")[0]
    assert all(said in legend for said in ("several sources", "one source", "called off or moved"))
    alone = {event.id for event in events if len(event.sources) == 1}
    drawn = re.findall(r'<a data-event="([^"]+)"[^>]* class="([^"]+)"', marks)
    assert drawn
    assert all(("alone" in style.split()) == (event in alone) for event, style in drawn)
