"""The feeds: what RFC 4287 and JSON Feed 1.1 demand, with and without an address of the site's own."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from sitegen.pages.outputs import render
from sitegen.pages.site import SiteModel

from .fixture import ARTICLES, BASE, HOSTILE, site

ATOM = "{http://www.w3.org/2005/Atom}"
AT_HOME, NOWHERE = site(), site(base_url="")


def made(model: SiteModel) -> dict[str, bytes]:
    """The outputs of a site by path."""
    return {file.path: file.content for file in render(model)}


def atom(model: SiteModel, path: str) -> ET.Element:
    """An Atom file of a site."""
    return ET.fromstring(made(model)[path])  # noqa: S314 -- our own file


def texts(element: ET.Element, name: str) -> list[str]:
    """The text of every such element below."""
    return [found.text or "" for found in element.iter(ATOM + name)]


@pytest.mark.parametrize("model", [AT_HOME, NOWHERE], ids=["with address", "without"])
@pytest.mark.parametrize("path", ["feed.xml", "changes.xml"])
def test_atom_has_what_the_rfc_demands(model: SiteModel, path: str) -> None:
    """Feed and entries have one id, title and updated each; ids are absolute and differ; times carry an offset; an author is named."""
    feed = atom(model, path)
    for part in (feed, *feed.findall(ATOM + "entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(ATOM + name)) == 1, name
    ids = texts(feed, "id")
    assert len(set(ids)) == len(ids)
    assert all(name.startswith(("https://", "urn:uuid:")) for name in ids)
    assert all(dt.datetime.fromisoformat(time).tzinfo for time in texts(feed, "updated") + texts(feed, "published"))
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert [link.get("rel") for link in feed.findall(ATOM + "link")] == ["self", "alternate"]


def test_newest_article_first() -> None:
    """The feed begins with what came last, stamps itself with it and credits the source."""
    feed = atom(AT_HOME, "feed.xml")
    titles = [entry.findtext(ATOM + "title") for entry in feed.findall(ATOM + "entry")]
    assert titles == ["Third", "Second", "First"]
    assert feed.findtext(ATOM + "updated") == "2025-03-18T09:00:00+02:00"
    assert feed.findtext(f"{ATOM}entry/{ATOM}author/{ATOM}name") == "North Wire"
    assert HOSTILE in texts(feed, "summary")[1]


def test_an_updated_article_says_so() -> None:
    """``updated`` is the article's own, ``published`` stays."""
    corrected = replace(ARTICLES[2], updated=dt.date(2025, 3, 20))
    entry = atom(replace(AT_HOME, articles=(*ARTICLES[:2], corrected)), "feed.xml").find(ATOM + "entry")
    assert entry is not None
    assert entry.findtext(ATOM + "published") == "2025-03-18T09:00:00+02:00"
    assert entry.findtext(ATOM + "updated") == "2025-03-20T00:00:00+00:00"


def test_times_without_an_offset_are_the_sites() -> None:
    """A date-time that names no offset is read in the time zone that the site's settings name."""
    model = replace(AT_HOME, config=replace(AT_HOME.config, timezone="America/New_York"))
    assert "2025-03-17T08:30:00-04:00" in texts(atom(model, "feed.xml"), "published")


def test_links_without_an_address_are_relative() -> None:
    """Relative references are legal in Atom, where they mean the feed's own place."""
    feed = atom(NOWHERE, "feed.xml")
    links = [link.get("href") for link in feed.iter(ATOM + "link")]
    assert links == ["feed.xml", "index.html", *(f"articles/{name}/index.html" for name in ("third", "second", "first"))]
    assert texts(atom(NOWHERE, "feed.xml"), "id") == texts(feed, "id")


def test_changes_link_to_events_that_are_still_there() -> None:
    """A moved event leads to its page, a withdrawn one to the page of changes."""
    entries = atom(AT_HOME, "changes.xml").findall(ATOM + "entry")
    links = [link.get("href") for entry in entries for link in entry.findall(ATOM + "link")]
    assert links == [f"{BASE}events/moved/", f"{BASE}changes/"]
    assert [entry.findtext(ATOM + "summary") for entry in entries] == ["from 20 to 21 March", "Withdrawn"]


def test_json_feed() -> None:
    """Version, addresses and, for each item, an id, content and dates with offsets."""
    feed = json.loads(made(AT_HOME)["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["home_page_url"], feed["feed_url"]) == (BASE, f"{BASE}feed.json")
    third, second, first = feed["items"]
    assert third["url"] == third["id"] == f"{BASE}articles/third/"
    assert second["external_url"] == "https://south.example/a?b=1&c=2"
    assert HOSTILE in second["content_text"]
    assert first["date_published"] == "2025-03-16T00:00:00+00:00"
    assert first["authors"] == [{"name": "North Wire"}]


def test_each_author_of_a_list_stands_alone() -> None:
    """One element for each in Atom, one object for each in JSON Feed."""
    model = replace(AT_HOME, articles=(*ARTICLES[:-1], replace(ARTICLES[-1], authors=("Ann Lee", "Bo Ray"))))
    entry = atom(model, "feed.xml").find(f"{ATOM}entry")
    assert entry is not None
    assert [name.text for name in entry.findall(f"{ATOM}author/{ATOM}name")] == ["Ann Lee", "Bo Ray"]
    assert json.loads(made(model)["feed.json"])["items"][0]["authors"] == [{"name": "Ann Lee"}, {"name": "Bo Ray"}]


def test_json_feed_without_an_address_has_no_addresses() -> None:
    """No address is better than a wrong one; ids stay."""
    feed = json.loads(made(NOWHERE)["feed.json"])
    assert not {"home_page_url", "feed_url"} & set(feed)
    assert all(item["id"].startswith("urn:uuid:") and "url" not in item for item in feed["items"])


def test_a_site_without_articles_has_feeds() -> None:
    """An empty feed is a feed."""
    empty = replace(AT_HOME, articles=(), timeline=replace(AT_HOME.timeline, events=(), days=()), changes=())
    assert texts(atom(empty, "feed.xml"), "updated") == ["2025-03-19T00:00:00+00:00"]
    assert json.loads(made(empty)["feed.json"])["items"] == []
    assert json.loads(made(empty)["data/events.json"])["events"] == []


def test_control_characters_do_not_break_xml() -> None:
    """A sign that XML 1.0 cannot hold is left out."""
    odd = replace(ARTICLES[0], title="Form\x0cfeed \x1b[1m")
    assert "Formfeed [1m" in texts(atom(replace(AT_HOME, articles=(odd, *ARTICLES[1:])), "feed.xml"), "title")
