"""Why the reports of one event were joined: each bond with its rule and the parts of its score."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

import click

from sitegen import pipeline
from sitegen.cli.messages import located
from sitegen.model import BondRule
from sitegen.publish import Cache

_RULES = {
    BondRule.WORDS: "their words, names or kinds of event are alike",
    BondRule.GROUPS: "what had been joined to either is alike as a whole",
    BondRule.OTHER_DAY: "they are alike, and their sources give different days",
    BondRule.ONE_OFF: "it happened once and no article tells both: their sources give different days",
    BondRule.MOVED: "the one moves a plan, and the other tells the plan that it is most like",
    BondRule.QUIET_DAY: "little else is told of that day, and no article tells both",
    BondRule.REPRINT: "it is one sentence, printed again in an article of another day",
    BondRule.LEANING: "the one says too little of its own and is about what stands before it",
    BondRule.TEXT: "the article itself ties them together",
}


class _Report(TypedDict):
    """What is told of a report in `data/events.json`."""

    text: str
    start: str
    end: str
    source: str
    article: str
    sentence: str


class _Bond(TypedDict):
    """And of a join."""

    reports: list[int]
    rule: BondRule
    parts: dict[str, float]
    needed: float


class _Event(TypedDict):
    """And of an event."""

    id: str
    headline: str
    edtf: str
    status: str
    reports: list[_Report]
    bonds: list[_Bond]


def explained_event(site: Path, name: str, options: pipeline.Options, *, as_json: bool) -> str:
    """The reports of an event, numbered, and what joined them; or its record. Raises click.UsageError where a build has no such event."""
    with located(site), Cache(site) as cache:
        made = pipeline.make(pipeline.read_inputs(site), options, cache)
    events: list[_Event] = json.loads(next(file.content for file in made.files if file.path == "data/events.json"))["events"]
    event = next((event for event in events if event["id"] == name), None)
    if event is None:
        message = f"no event {name!r}; an event's id is the last part of its page's address"
        raise click.UsageError(message)
    if as_json:
        return json.dumps(event, ensure_ascii=False, indent=2)
    lines = [f"{event['headline']} ({event['edtf']}, {event['status']})"]
    lines += [
        f'    {number}. "{report["text"]}" {_days(report)}, {report["source"] or report["article"]}: {report["sentence"]}'
        for number, report in enumerate(event["reports"], 1)
    ]
    return "\n".join(lines + [f"    - {_bond(bond)}" for bond in event["bonds"]])


def _days(report: _Report) -> str:
    return report["start"] if report["start"] == report["end"] else f"{report['start']} to {report['end']}"


def _bond(bond: _Bond) -> str:
    one, two = (number + 1 for number in bond["reports"])
    said = f"{one} and {two}: {_RULES[bond['rule']]} [{bond['rule']}]"
    parts = " + ".join(f"{name} {value:.2f}" for name, value in bond["parts"].items())
    return f"{said}: {parts} = {sum(bond['parts'].values()):.2f}, and {bond['needed']:.2f} is asked" if parts else said
