"""The data files: their promised shapes, and that they hold what the story says."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from enum import StrEnum
from typing import Any

import jsonschema
import pytest

from sitegen.dates import Granularity, interval_of
from sitegen.model import AnchorKind, Bond, BondRule, Certainty, Direction, DisagreementKind, EventStatus
from sitegen.pages.outputs import render
from sitegen.pages.outputs.data import bond_record, interval_record

from .fixture import EVENTS, FIRST, HOSTILE, report, site, story

MADE = {file.path: file.content for file in render(site())}
Record = dict[str, Any]


def read(path: str) -> Any:  # noqa: ANN401 -- JSON is anything
    """A JSON file of the story."""
    return json.loads(MADE[path])


def events() -> dict[str, Record]:
    """The events of the story by id."""
    return {event["id"]: event for event in read("data/events.json")["events"]}


@pytest.mark.parametrize("name", ["events", "dates", "days", "timeline"])
def test_data_obeys_its_schema(name: str) -> None:
    """Each data file is valid under the schema that is published beside it, and the schema itself is sound."""
    schema = read(f"data/schema/{name}.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(schema, format_checker=checker).validate(read(f"data/{name}.json"))


ENUMS: list[tuple[str, str, type[StrEnum]]] = [
    ("events", "properties/events/items/properties/bonds/items/properties/rule", BondRule),
    ("events", "properties/events/items/properties/status", EventStatus),
    ("events", "properties/events/items/properties/disagreement/anyOf/1/properties/kind", DisagreementKind),
    ("events", "$defs/granularity", Granularity),
    ("events", "$defs/certainty", Certainty),
    ("dates", "items/properties/certainty", Certainty),
    ("dates", "items/properties/direction", Direction),
    ("dates", "items/properties/anchor/properties/kind", AnchorKind),
    ("dates", "$defs/interval/properties/granularity", Granularity),
]


@pytest.mark.parametrize(("name", "place", "members"), ENUMS, ids=[f"{name} {place.rsplit('/', 1)[-1]}" for name, place, _ in ENUMS])
def test_a_schema_names_every_kind_that_there_is(name: str, place: str, members: type[StrEnum]) -> None:
    """Also those of which this story has none."""
    found = read(f"data/schema/{name}.json")
    for step in place.split("/"):
        found = found[int(step)] if step.isdecimal() else found[step]
    assert sorted(found["enum"]) == sorted(members)


def test_schema_refuses_other_shapes() -> None:
    """A record with a missing, an unknown or a malformed field is invalid: the schema says more than "an object"."""
    whole = read("data/events.json")
    validator = jsonschema.Draft202012Validator(read("data/schema/events.json"))
    for change in ({"start": "16 March"}, {"status": "perhaps"}, {"extra": 1}):
        broken = {**whole, "events": [{**whole["events"][0], **change}]}
        assert not validator.is_valid(broken), change
    assert not validator.is_valid({**whole, "events": [{"id": "x"}]})


def test_event_has_the_promised_fields_in_order() -> None:
    """The outside relies on the names; the order makes files easy to compare."""
    assert list(events()["spoke"]) == [
        *("id", "headline", "start", "end", "granularity", "edtf", "status", "certainty"),
        *("sources", "actors", "places", "disagreement", "rescheduled_from", "bonds", "reports"),
    ]
    assert list(events()["spoke"]["reports"][0]) == [
        *("article", "url", "source", "published", "sentence", "text"),
        *("start", "end", "granularity", "timex", "certainty", "why"),
    ]


def test_reports_say_where_and_why() -> None:
    """A report carries its sentence as written, the expression, its value and the reason."""
    report = events()["spoke"]["reports"][0]
    assert (report["article"], report["source"], report["published"]) == ("first.md", "North Wire", "2025-03-16")
    assert (report["sentence"], report["text"]) == ("The leaders spoke on Sunday.", "Sunday")
    assert report["timex"] == {"type": "DATE", "value": "2025-03-16", "mod": None}
    assert report["why"] == [{"rule": "anchor.publication", "because": "It is counted from the article's date."}]


def test_a_join_shows_its_rule_and_the_parts_of_its_score() -> None:
    """A bond names its two reports, the rule, and each part of the score with what was asked."""
    bond = bond_record(Bond(0, 2, BondRule.WORDS, (("names", 0.2), ("kinds", 0.1)), 0.08))
    assert bond == {"reports": [0, 2], "rule": "words", "parts": {"names": 0.2, "kinds": 0.1}, "needed": 0.08}


def test_disagreement_names_the_reports_of_each_reading() -> None:
    """Each claim gives its days and the indexes of the reports that hold it."""
    disagreement = events()["spoke"]["disagreement"]
    assert disagreement["kind"] == "adjacent-day"
    assert [(claim["start"], claim["reports"]) for claim in disagreement["claims"]] == [("2025-03-16", [0]), ("2025-03-17", [1])]


@pytest.mark.parametrize(
    ("value", "first", "last", "edtf"),
    [
        ("2025-03-18", "2025-03-18", "2025-03-18", "2025-03-18"),
        ("2025-03-18TMO", "2025-03-18", "2025-03-18", "2025-03-18"),
        ("2025-03-20TNI", "2025-03-20", "2025-03-20", "2025-03-20"),
        ("2025-W12", "2025-03-17", "2025-03-23", "2025-03-17/2025-03-23"),
        ("2025-02", "2025-02-01", "2025-02-28", "2025-02"),
    ],
)
def test_days_are_inclusive(value: str, first: str, last: str, edtf: str) -> None:
    """Start and end are the first and the last day; a night counts to the day on which it began."""
    interval = interval_of(value)
    assert interval
    record = interval_record(interval)
    assert (record["start"], record["end"], record["edtf"]) == (first, last, edtf)


def test_nights_at_the_end_of_a_span() -> None:
    """A span that ends with a night ends on the evening's day; one that ends in the morning keeps its last day."""
    first, night, morning = interval_of("2025-03-18TEV"), interval_of("2025-03-20TNI"), interval_of("2025-03-20TMO")
    assert first
    assert night
    assert morning
    assert first.through(night).last_day == night.first_day
    assert first.through(morning).last_day == morning.first_day


def test_a_clock_time_stands_beside_the_days() -> None:
    """``time`` is there where the text gives a clock time, and only there."""
    assert events()["clock"]["time"] == "20:15"
    assert "time" not in events()["spoke"]


def test_dates_hold_what_has_no_day() -> None:
    """An expression that names no stretch of the calendar is listed with a null interval."""
    found = [date for date in read("data/dates.json") if date["interval"] is None]
    assert [(date["timex"]["value"], date["certainty"]) for date in found] == [("P30D", "unresolved")]
    assert found[0]["if_dated"] == {"-1": "2025-03-16", "+1": "2025-03-16"}


def test_days_carry_weight_and_summary() -> None:
    """A day says how much it matters and in which sentences."""
    assert read("data/days.json") == [
        {"date": "2025-03-16", "weight": 2.5, "events": ["spoke"], "summary": ["The leaders spoke on Sunday."]}
    ]


def test_json_lines_hold_one_record_each() -> None:
    """One event a line: plain tools can compare two builds."""
    lines = MADE["data/events.json"].decode().splitlines()
    assert len(lines) == len(events()) + 2
    assert all(json.loads(line.rstrip(","))["id"] for line in lines[1:-1])


def test_table_is_inert_in_spreadsheets_and_html() -> None:
    """No cell starts a formula, and what TimelineJS takes for HTML holds no tag of an article's."""
    rows = {row["Headline"]: row for row in csv.DictReader(io.StringIO(MADE["data/events.csv"].decode()))}
    assert len(rows) == len(events())
    cells = [cell for row in rows.values() for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert not [cell for cell in cells if "</script>" in cell]
    assert any(HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in cell for cell in rows)


def test_timeline_object_says_no_more_than_is_known() -> None:
    """A day goes without display text; a season is displayed in words instead of as its days."""
    slides = {slide["unique_id"]: slide for slide in read("data/timeline.json")["events"]}
    assert "display_date" not in slides["moved"]
    assert slides["season"]["display_date"] == "summer 2025"
    assert slides["clock"]["start_date"] == {"year": 2025, "month": 3, "day": 20, "hour": 20, "minute": 15}
    assert slides["summit"]["end_date"] == {"year": 2025, "month": 3, "day": 30}


def test_background_is_in_the_table_but_not_drawn() -> None:
    """One year of long ago would press a drawn timeline into a corner."""
    model = site()
    files = {f.path: f.content for f in render(replace(model, timeline=replace(model.timeline, background=("season",))))}
    assert "season" not in [slide["unique_id"] for slide in json.loads(files["data/timeline.json"])["events"]]
    assert files["data/events.csv"] == MADE["data/events.csv"]


def test_each_source_speaks_once() -> None:
    """What is shown of an event is one sentence of each publisher."""
    slide = next(slide for slide in read("data/timeline.json")["events"] if slide["unique_id"] == "spoke")
    assert re.findall("— (?:<a [^>]*>)?([^<]*)<", slide["text"]["text"]) == ["North Wire", "South Post"]
    twice = replace(EVENTS[1], reports=(*EVENTS[1].reports, report(FIRST, 1, "2025-03-16")), disagreement=None)
    text = next(f.content for f in render(story(twice)) if f.path == "data/timeline.json").decode()
    assert text.count("— North Wire") == 1


def test_same_story_same_bytes() -> None:
    """Nothing depends on the clock or on chance."""
    assert {file.path: file.content for file in render(site())} == MADE
