"""The whole demonstration: every file that machines read is sound and agrees with the others and with the articles."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import jsonschema
import pytest

from sitegen.pipeline import build

ROOT = Path(__file__).parents[2]
BASE = "https://news.example/desk/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, built once; the site lies in ``public/``."""
    copy = tmp_path_factory.mktemp("demonstration")
    shutil.copytree(ROOT / "content", copy / "content")
    shutil.copy(ROOT / "sitegen.yaml", copy)
    build(copy, base_url=BASE)
    return copy


@pytest.fixture(scope="module")
def public(folder: Path) -> Path:
    """The built site."""
    return folder / "public"


def read(public: Path, path: str) -> Any:  # noqa: ANN401 -- JSON is anything
    """A JSON file of the site."""
    return json.loads((public / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["events", "dates", "days", "timeline"])
def test_data_obeys_its_schema(public: Path, name: str) -> None:
    """What the real stages make is valid too."""
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(read(public, f"data/schema/{name}.json"), format_checker=checker).validate(
        read(public, f"data/{name}.json")
    )


def test_offsets_and_sentences_are_those_of_the_files(folder: Path, public: Path) -> None:
    """Each expression stands at its offsets below the front matter; each report quotes a sentence that holds its words."""
    bodies = {}
    for date in read(public, "data/dates.json"):
        if date["article"] not in bodies:
            text = (folder / "content" / date["article"]).read_text(encoding="utf-8")
            bodies[date["article"]] = text.split("\n---\n", 1)[1]
        assert bodies[date["article"]][date["start"] : date["end"]] == date["text"]
    reports = [report for event in read(public, "data/events.json")["events"] for report in event["reports"]]
    assert len(bodies) > 10
    assert len(reports) > 50
    assert not [report for report in reports if " ".join(report["text"].split()) not in report["sentence"]]


def test_every_file_tells_of_the_same_events(public: Path) -> None:
    """Data, table, timeline, days and calendars name the same events, and each has its page."""
    events = {event["id"]: event for event in read(public, "data/events.json")["events"]}
    rows = list(csv.DictReader(io.StringIO((public / "data" / "events.csv").read_text(encoding="utf-8"))))
    drawn = [slide["unique_id"] for slide in read(public, "data/timeline.json")["events"]]
    assert drawn == [name for name in events if name in set(drawn)]
    assert len(drawn) > len(events) / 2
    assert len(rows) == len(events)
    assert {name for day in read(public, "data/days.json") for name in day["events"]} <= set(events)
    for file in ("calendar.ics", "upcoming.ics"):
        entries = icalendar.Calendar.from_ical((public / file).read_bytes()).walk("VEVENT")
        found = {str(entry["uid"]).removesuffix("@news.example/desk"): entry for entry in entries}
        assert found
        all_day = {name: entry.start.isoformat() for name, entry in found.items() if not isinstance(entry.start, dt.datetime)}
        assert len(all_day) > len(found) / 2
        assert all(events[name]["start"] == start for name, start in all_day.items())
    assert all((public / "events" / name / "index.html").is_file() for name in events)


def test_feeds_and_maps_lead_to_pages(public: Path) -> None:
    """Every address of the feeds and sitemaps is a page that was built; the sitemap has all that stand for themselves."""
    atom = ET.parse(public / "feed.xml").getroot()  # noqa: S314 -- our own file
    links = [link.attrib["href"] for link in atom.iter("{http://www.w3.org/2005/Atom}link") if link.get("rel") == "alternate"]
    links += [item["url"] for item in read(public, "feed.json")["items"]]
    places = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    maps = {name: [loc.text or "" for loc in ET.parse(public / name).iter(places)] for name in ("sitemap.xml", "news-sitemap.xml")}  # noqa: S314
    for address in (*links, *maps["sitemap.xml"], *maps["news-sitemap.xml"]):
        assert (public / address.removeprefix(BASE) / "index.html").is_file(), address
    built = {page.parent.relative_to(public).as_posix().removeprefix(".") for page in public.rglob("index.html")}
    mapped = {address.removeprefix(BASE).removesuffix("/") for address in maps["sitemap.xml"]}
    assert mapped == built - {"embed"}
    assert maps["news-sitemap.xml"]
