"""What a reader is told of how a date was read is true of it: ``cases/reasons.yaml``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

import sitegen


@dataclass(frozen=True, slots=True)
class Case:
    """A text and, for some of its expressions, the reasons that come last."""

    title: str
    published: dt.date
    text: str
    reasons: dict[str, list[str]]
    language: str


def cases() -> list[Case]:
    """Every case of the file."""
    records = yaml.safe_load((Path(__file__).parent / "cases" / "reasons.yaml").read_text("utf-8"))
    return [
        Case(each["title"], dt.date.fromisoformat(each["published"]), each["text"], each["reasons"], each.get("language", "en"))
        for each in records
    ]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_reasons(case: Case) -> None:
    """The last reasons of each expression are those that the case names."""
    read = sitegen.annotate(case.text, case.published, case.language)
    found = {each.expression.text: [step.because for step in each.steps] for each in read}
    assert {text: found[text][-len(wanted) :] for text, wanted in case.reasons.items()} == case.reasons
