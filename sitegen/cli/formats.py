"""Problems in the forms that people, programs and code hosts read."""

from __future__ import annotations

import json
from importlib.metadata import version
from urllib.parse import quote

from sitegen.problems import Problem, Severity

FORMATS = ("text", "json", "github", "sarif")


def as_json(problems: tuple[Problem, ...]) -> str:
    """A list of objects: code, severity, path, line, column, message, hint."""
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(problems: tuple[Problem, ...]) -> str:
    """Workflow commands: GitHub shows each at its line of a pull request."""
    return "\n".join(_github(problem) for problem in problems)


def _github(problem: Problem) -> str:
    place = problem.place
    named = {"file": place.path, "line": place.line, "col": place.column, "title": problem.code}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in named.items() if value)
    return f"::{problem.severity} {properties}::{_escaped(_sentence(problem))}"


def _escaped(text: str, more: str = "") -> str:
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def as_sarif(problems: tuple[Problem, ...]) -> str:
    """SARIF 2.1.0 (OASIS), for code scanning."""
    rules = [{"id": code} for code in sorted({problem.code for problem in problems})]
    driver = {"name": "sitegen", "version": version("sitegen"), "rules": rules}
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [_sarif(problem) for problem in problems]}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif(problem: Problem) -> dict[str, object]:
    place = problem.place
    region = {"startLine": place.line, "startColumn": place.column}
    location: dict[str, object] = {"artifactLocation": {"uri": quote(place.path)}}
    if place.line:
        location["region"] = {name: number for name, number in region.items() if number}
    level = "error" if problem.severity is Severity.ERROR else "warning"
    return {"ruleId": problem.code, "level": level, "message": {"text": _sentence(problem)}, "locations": [{"physicalLocation": location}]}


def _sentence(problem: Problem) -> str:
    return f"{problem.message}: {problem.hint}" if problem.hint else problem.message
