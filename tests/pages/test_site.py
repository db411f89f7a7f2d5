"""The whole site, rendered from the hand-made story."""

from __future__ import annotations

import datetime as dt
import gzip
import posixpath
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from urllib.parse import unquote

import pytest

from sitegen.dates import interval_of
from sitegen.model import BlockKind, Change, Day, Sentence, Span
from sitegen.pages import render
from sitegen.pages.book import open_book
from sitegen.pages.sections.front import quotes
from sitegen.pages.site import SiteModel, Snapshot
from sitegen.pages.tools import Tools
from tests.pages.fixture import desk_of, empty, printed, site


def test_every_promised_page_is_there(story: SiteModel, pages: dict[str, str]) -> None:
    """The pages that the outside relies on exist, one for each record."""
    fixed = ("index", "timeline/index", "articles/index", "topics/index", "sources/index", "names/index", "changes/index")
    more = ("dates/index", "about-dates/index", "search/index", "calendar/index", "as-of/index", "404")
    assert {f"{name}.html" for name in fixed + more} <= pages.keys()
    assert {f"articles/{article.slug}/index.html" for article in story.articles} <= pages.keys()
    assert {f"events/{event.id}/index.html" for event in story.timeline.events} <= pages.keys()
    assert {f"days/{day.date}/index.html" for day in story.timeline.days} <= pages.keys()
    assert {"topics/ferry-strike/index.html", "sources/the-skerry-post/index.html", "names/norholm/index.html"} <= pages.keys()


def test_every_link_leads_somewhere(story: SiteModel) -> None:
    """Relative links end at a file, fragments at an id of it."""
    made = render(story)
    files = {file.path: file.content.decode() for file in made if file.path.endswith(".html")}
    paths = {file.path for file in made}
    missing = []
    for page, html in files.items():
        if page == "404.html":
            continue
        for link in re.findall(r'(?:href|src)="([^"]*)"', html):
            if link.startswith(("http:", "https:", "mailto:")):
                continue
            path, _, fragment = link.replace("&amp;", "&").partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path.partition("?")[0]))) if path else page
            if target not in paths or (fragment and f'id="{fragment}"' not in files[target]):
                missing.append((page, link))
    assert missing == []


def test_nothing_inline(pages: dict[str, str]) -> None:
    """No style or handler attribute, no inline style; scripts are files, and data blocks run nothing."""
    for path, html in pages.items():
        assert not re.search(r"<style|\sstyle=|\son\w+=", html), path
        assert all(re.search(r'src="|type="application/(?:ld\+)?json"', tag) for tag in re.findall(r"<script[^>]*>", html)), path
        assert html.index("Content-Security-Policy") < html.index("<title>"), path


def test_outline(pages: dict[str, str]) -> None:
    """Each page has one h1, no heading level is skipped, and ids are unique."""
    for path, html in pages.items():
        levels = [
            int(level) for level in re.findall(r"<h([1-6])[ >]", re.sub(r'<(aside|div) class="rail".*?</\1>', "", html, flags=re.DOTALL))
        ]
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)
        assert [name for name, count in Counter(re.findall(r'\sid="([^"]+)"', html)).items() if count > 1] == [], path


def test_same_model_same_bytes(story: SiteModel) -> None:
    """Rendering twice gives the same files."""
    assert render(story) == render(site())


def test_front_page_is_light(pages: dict[str, str], story: SiteModel) -> None:
    """The front page and its style sheet stay under 30 KB compressed, with no script at all."""
    style = next(file.content for file in render(story) if file.path == "assets/style.css")
    assert len(gzip.compress(pages["index.html"].encode())) + len(gzip.compress(style)) < 30_000
    assert "<script" not in pages["index.html"]


def test_what_is_new_is_told_once(pages: dict[str, str]) -> None:
    """A new event that stands on the front page is marked there and not listed a second time; other changes are."""
    new = re.search(r'<h2 id="new">.*?</section>', pages["index.html"], re.DOTALL)
    assert new
    assert "Both sides will meet her" in new[0]
    assert "A helicopter flew medicine to Norholm" not in new[0]
    assert "1 new event stands on this page" in new[0]
    assert pages["index.html"].count('<span class="mark new">') == 1


def test_all_changes_run_from_the_newest_day(story: SiteModel) -> None:
    """Of each kind; one whose event is gone comes last."""
    events = sorted(story.timeline.events, key=lambda event: (event.weight, event.id))
    made = (Change("appeared", "gone", "Gone since", ""), *(Change("appeared", event.id, event.headline, "") for event in events))
    html = printed(replace(story, changes=made), "changes/")
    found = re.findall(r'events/([\w-]+)/index.html"', html.partition("<main")[2])
    days = {event.id: event.interval.first_day for event in events}
    assert [days[name] for name in found] == sorted(days.values(), reverse=True)
    assert html.index("Gone since") > html.index(f"events/{found[-1]}/")


def test_what_moved_long_ago_is_no_news(story: SiteModel) -> None:
    """Nor what is only told more closely now; both stay in the list of all changes."""
    first = next(event for event in story.timeline.events if event.id == "talks")
    near = ("2031-05-12", "2031-05-12", "2031-05-15", "2031-05-15")
    closer = ("2031-05-01", "2031-05-31", "2031-05-15", "2031-05-15")
    for values, is_told in ((near, True), (closer, False)):
        page = printed(replace(story, changes=(Change("moved", "talks", "The talks moved", "", values),)))
        assert ("The talks moved" in page) is is_told
    old = replace(first, interval=interval_of("2030-01-15"))
    events = tuple(old if event is first else event for event in story.timeline.events)
    moved = (Change("moved", "talks", "The talks moved", "", ("2030-01-12", "2030-01-12", "2030-01-15", "2030-01-15")),)
    before = replace(story, timeline=replace(story.timeline, events=events), changes=moved)
    assert "The talks moved" not in printed(before)
    assert "Only older days have changed." in printed(before)
    assert "The talks moved" in printed(before, "changes/")


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("“Not a soul will sail before the weekend is over,” Ida Brandvold said.", "Ida Brandvold"),
        ("She said: “Not a soul will sail before the weekend is over.”", ""),
        ("“Not a soul will sail before the weekend,” said Ida Brandvold, “and", ""),
        ("Ida Brandvold called it “a scandal”.", ""),
    ],
)
def test_a_quotation_is_whole_and_has_its_speaker(story: SiteModel, said: str, speaker: str) -> None:
    """Its sentence names by first and last name who speaks, closes the marks that it opens, and says something."""
    article = replace(story.articles[0], body=said, prose=said, sentences=(Sentence(Span(0, len(said)), 0, BlockKind.PARAGRAPH),))
    event = next(event for event in story.timeline.events if event.id == "talks")
    told = replace(event.reports[0], article=article.id, sentence=0, quoted=True, speaker="Ida Brandvold")
    events = (replace(event, reports=(told,)),)
    desk = desk_of(replace(story, articles=(article, *story.articles[1:]), timeline=replace(story.timeline, events=events)))
    assert [quote.speaker for quote in quotes(desk)] == ([speaker] if speaker else [])


def test_a_day_is_told_before_it_is_named(story: SiteModel) -> None:
    """Where many only name a day in passing, they are folded beneath those that tell it; a few stay among them."""
    first = next(event for event in story.timeline.events if event.id == "flight")
    day = next(day for day in story.timeline.days if "flight" in day.events)
    for count, is_folded in ((4, True), (3, False)):  # beside what was only said that day
        named = tuple(
            replace(first, id=f"n{n}", headline=f"Prices since the flight, part {n}", reports=(replace(first.reports[0], faults=2),))
            for n in range(count)
        )
        days = tuple(
            replace(each, events=(*each.events, *(event.id for event in named))) if each is day else each for each in story.timeline.days
        )
        timeline = replace(story.timeline, events=(*story.timeline.events, *named), days=days)
        html = printed(replace(story, timeline=timeline), f"days/{day.date}/")
        assert (f"Only named in passing ({count + 1})" in html) is is_folded
        assert html.count("Prices since the flight") == count


def test_a_sentence_with_two_days_is_quoted_once(story: SiteModel) -> None:
    """Its reports stand together on the event's page, wherever they come in the order."""
    several = next(event for event in story.timeline.events if len(event.reports) > 1)
    twice = replace(several, reports=(*several.reports, several.reports[0]))
    events = tuple(twice if event is several else event for event in story.timeline.events)
    html = printed(replace(story, timeline=replace(story.timeline, events=events)), f"events/{several.id}/")
    reports = html.partition('<ol class="reports">')[2].partition("</ol>\n</section>")[0]
    assert reports.count("<blockquote") == len(several.reports)
    assert reports.count('class="why"') == len(twice.reports)


def test_the_front_page_quotes_once_a_day(pages: dict[str, str]) -> None:
    """Under each day of the key developments only the first event is quoted beyond its headline."""
    days = re.findall(r'<section class="day">.*?</section>', pages["index.html"], re.DOTALL)
    assert max(day.count('<li class="event') for day in days) > 1
    assert all(day.count('class="context"') <= 1 for day in days)


def test_scripts_are_light(story: SiteModel) -> None:
    """Every script stays under 10 KB compressed, fonts under 80 KB together."""
    files = {file.path: file.content for file in render(story)}
    assert all(len(gzip.compress(content)) < 10_000 for path, content in files.items() if path.endswith(".js"))
    assert sum(len(content) for path, content in files.items() if path.endswith(".woff2")) <= 80_000


def test_every_date_opens_to_its_reason(pages: dict[str, str], story: SiteModel) -> None:
    """Each date of the prose leads to a note with the steps as they were recorded."""
    article = story.articles[0]
    html = pages[f"articles/{article.slug}/index.html"]
    for number, resolution in enumerate(story.resolutions[article.id], 1):
        assert f'href="#why-{number}"' in html
        assert f'id="why-{number}"' in html
        assert all(step.because in html for step in resolution.steps)


@pytest.mark.parametrize("language", ["de", "ar"])
def test_interface_language(language: str) -> None:
    """The interface speaks the site's language; quotations keep theirs."""
    html = printed(site(language=language))
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in html
    assert '<blockquote class="context" lang="en" dir="auto">' in html
    assert ("Warum dieses Datum?" in html) == (language == "de")


def test_not_found_page_links_from_the_root() -> None:
    """The 404 page is served at any depth, so its links start at the site's own path."""
    for base, root in (("https://example.org/news/", "/news/"), ("", "/")):
        html = printed(site(base_url=base), "404.html")
        assert f'href="{root}timeline/"' in html
        assert f'href="{root}assets/style.css?' in html


def test_snapshot_names_events_that_are_gone(story: SiteModel) -> None:
    """An event of an earlier day that has since been joined to another is shown there, without a link."""
    gone = replace(story.timeline.events[3], id="gone", headline="What was told then")
    then = replace(story.timeline, as_of=dt.date(2031, 5, 12), events=(gone,), background=())
    entry = replace(story.briefing.developments[0], date=gone.interval.first_day, events=("gone",))
    briefing = replace(empty(story), as_of=then.as_of, developments=(entry,))
    html = printed(replace(story, history=(Snapshot(then.as_of, then, briefing),)), "as-of/2031-05-12/")
    assert "What was told then" in html
    assert "events/gone" not in html


def test_the_way_leads_to_nothing_empty(story: SiteModel, pages: dict[str, str]) -> None:
    """A section of which there is none is not offered; each number below the headline leads to what it counts."""
    untagged = replace(story.timeline, events=tuple(replace(event, tags=()) for event in story.timeline.events))
    bare = printed(replace(story, timeline=untagged, articles=tuple(replace(article, tags=()) for article in story.articles)))
    offered = [
        re.findall(r'href="([a-z]+)/index.html"', html.partition("<nav")[2].partition("</nav>")[0]) for html in (pages["index.html"], bare)
    ]
    assert set(offered[0]) - set(offered[1]) == {"topics"}
    standing = pages["index.html"].partition('<p class="standing">')[2].partition("</p>")[0]
    assert re.findall(r'href="([^"]+)"', standing) == [
        "articles/index.html",
        "sources/index.html",
        "timeline/index.html",
        "#differ",
    ]


def test_as_many_are_listed_as_are_counted_in_dispute(pages: dict[str, str]) -> None:
    """The number below the headline is that of the events whose readings the page shows."""
    html = pages["index.html"]
    counted = re.search(r"(\d+) in dispute", html)
    listed = html.partition('<h2 id="differ">')[2].partition("</section>")[0].count('<li class="event">')
    assert counted is not None
    assert int(counted[1]) == listed


def test_a_day_that_only_some_name_tells_of_what_they_date_to_it(story: SiteModel) -> None:
    """A day on which no event stands, because others date it otherwise, shows that event and counts no "0 events"."""
    event = next(event for event in story.timeline.events if event.is_disputed)
    (other,) = {report.interval.first_day for report in event.reports} - {event.interval.first_day}
    days = tuple(sorted((*(day for day in story.timeline.days if day.date != other), Day(other, 1.0, ())), key=lambda day: day.date))
    html = printed(replace(story, timeline=replace(story.timeline, days=days)), f"days/{other}/")
    assert event.headline in html.partition("<h3>")[2]
    assert "0 events" not in html
    assert "1 in dispute" in html
    assert "No event is reported for this day." not in html


def test_several_stories_are_told_apart(story: SiteModel, pages: dict[str, str]) -> None:
    """Where no article names the topics of both, each event says to which of the stories it belongs; a site of one story says nothing."""
    assert 'class="story"' not in pages["index.html"]
    first, *others = story.articles
    articles = (replace(first, tags=("heron census",)), *(replace(article, tags=("ferry strike", "port")) for article in others))
    own = {first.id: ("heron census",)}
    events = tuple(replace(event, tags=own.get(event.reports[0].article, ("port",))) for event in story.timeline.events)
    html = printed(replace(story, articles=articles, timeline=replace(story.timeline, events=events)))
    assert set(re.findall(r'class="story" href="[^"]*">([^<]+)<', html)) == {"heron census", "ferry strike"}


def test_a_headline_and_what_follows_it_are_of_one_report(story: SiteModel) -> None:
    """Below a headline stands the sentence that it was cut from, not that of another report."""
    desk = desk_of(story)
    tools = Tools(desk.site, desk.book, desk.words)
    event = next(event for event in story.timeline.events if len({report.article for report in event.reports}) > 1)
    headed = next(number for number, report in enumerate(event.reports) if report.article != event.reports[0].article)
    said = "".join(part.text for part in tools.sentence(event.reports[headed]))
    shown = tools.context(replace(event, headline="Nobody", headed_by=headed))
    assert "".join(part.text for part in shown) == said


def test_a_dateline_does_not_repeat_the_headline(story: SiteModel) -> None:
    """Where a place stands before the sentence that a headline was cut from, what follows below is still only the rest."""
    said = "NORHOLM, Aldsund (Wire) - The ferry stayed in port on Tuesday, and its crew of forty slept in the school beside the harbour."
    article = replace(story.articles[0], body=said, prose=said, sentences=(Sentence(Span(0, len(said)), BlockKind.PARAGRAPH, 0),))
    event = next(event for event in story.timeline.events if event.reports[0].article == article.id)
    start = said.index("Tuesday")
    found = event.reports[0].resolution
    at = replace(found, expression=replace(found.expression, sentence=0, span=Span(start, start + 7), text="Tuesday"))
    told = replace(event.reports[0], sentence=0, text="Tuesday", resolution=at)
    desk = desk_of(replace(story, articles=(article, *story.articles[1:])))
    tools = Tools(desk.site, desk.book, desk.words)
    shown = tools.context(replace(event, headline="The ferry stayed in port on Tuesday", reports=(told,), headed_by=0))
    assert "".join(part.text for part in shown).startswith("… and its crew of forty")


def test_a_publisher_is_not_among_the_names(story: SiteModel) -> None:
    """Who publishes has a page as a source, even where articles tell of him."""
    source = story.articles[0].publisher
    events = tuple(replace(event, actors=(*event.actors, source)) for event in story.timeline.events)
    names = open_book(replace(story, timeline=replace(story.timeline, events=events))).names
    assert names
    assert source not in names


def test_empty_site_speaks_in_words() -> None:
    """A site without events says so instead of showing holes."""
    story = site()
    bare = replace(story, timeline=replace(story.timeline, events=(), days=(), background=()), changes=(), briefing=empty(story))
    html = printed(bare)
    assert "No article names a day yet." in html
    assert "No scheduled events after" in html
