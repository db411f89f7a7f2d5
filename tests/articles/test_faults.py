"""What is said of an article's file: every case of faults.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, cast

import pytest
import yaml

from sitegen.articles import read_article

FILE = Path(__file__).parent.parent / "cases" / "articles" / "faults.yaml"


class Case(TypedDict):
    """One case of the file."""

    title: str
    file: str
    read: bool
    says: list[str]


def _cases() -> list[Case]:
    return cast("list[Case]", yaml.safe_load(FILE.read_text("utf-8")))


def _outcome(file: str) -> tuple[bool, list[str]]:
    article, problems = read_article(file, "2025/x.md")
    return article is not None, [str(problem) for problem in problems]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["title"])
def test_a_file_is_judged_as_its_case_says(case: Case) -> None:
    """Place, fault and remedy are those of the case, all faults at once."""
    assert _outcome(case["file"]) == (case["read"], case["says"])


def test_expectations_are_rewritten_on_request(*, update: bool) -> None:
    """With --update the file says what is said now; without, nothing is written."""
    if not update:
        return
    cases = [{**case, **dict(zip(("read", "says"), _outcome(case["file"]), strict=True))} for case in _cases()]
    head = "".join(line for line in FILE.read_text("utf-8").splitlines(keepends=True) if line.startswith(("#", "\n")))
    FILE.write_text(
        head.split("\n\n")[0] + "\n\n" + yaml.dump(cases, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=150), "utf-8"
    )


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    block = "\n" in text and not text.startswith((" ", "\n")) and all(c == "\n" or c.isprintable() for c in text)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if block else None)


_Dumper.add_representer(str, _text)
