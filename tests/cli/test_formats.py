"""Problems in the forms that programs and code hosts read."""

from __future__ import annotations

import json

from sitegen.cli.formats import as_github, as_json, as_sarif
from sitegen.problems import Place, problem

PROBLEMS = (
    problem("bad-date", Place("content/a, b.md", 3, 7), "'date' is 100% wrong:\nno day", "write it as 2025-03-17"),
    problem("dead-link", Place("content/ä.md", 2), "leads nowhere", warning=True),
    problem("no-content", Place("."), "no site"),
)


def test_json_holds_every_field() -> None:
    """One object a problem, numbers as numbers."""
    first, second, _ = json.loads(as_json(PROBLEMS))
    assert first["code"] == "bad-date"
    assert (first["path"], first["line"], first["column"]) == ("content/a, b.md", 3, 7)
    assert (second["severity"], second["column"], second["hint"]) == ("warning", 0, "")


def test_a_workflow_command_cannot_be_broken_out_of() -> None:
    """Line ends, percent signs, commas and colons are written as the host asks; a place without a line has none."""
    first, second, third = as_github(PROBLEMS).splitlines()
    assert first == ("::error file=content/a%2C b.md,line=3,col=7,title=bad-date::'date' is 100%25 wrong:%0Ano day: write it as 2025-03-17")
    assert second == "::warning file=content/ä.md,line=2,title=dead-link::leads nowhere"
    assert third == "::error file=.,title=no-content::no site"


def test_sarif_has_what_code_scanning_needs() -> None:
    """A rule for each code, a location for each result, a region only where there is a line."""
    (run,) = json.loads(as_sarif(PROBLEMS))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["bad-date", "dead-link", "no-content"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert [place.get("region") for place in places] == [{"startLine": 3, "startColumn": 7}, {"startLine": 2}, None]
    assert places[0]["artifactLocation"]["uri"] == "content/a%2C%20b.md"


def test_no_problems_are_an_empty_list() -> None:
    """In every form."""
    assert json.loads(as_json(())) == []
    assert as_github(()) == ""
    assert json.loads(as_sarif(()))["runs"][0]["results"] == []
