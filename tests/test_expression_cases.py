"""Finding and resolving temporal expressions, as data: ``cases/expressions/*.yaml``.

A case is a text, its publication date and the expressions it holds, in order of
appearance, each as ``"span = value MOD | other value"``:

- ``MOD`` (START, APPROX …) is checked where it is given;
- ``|`` parts values that are accepted equally;
- a leading ``?`` marks an expression that is neither required nor wrong;
- brackets at an end of the span may be in or out: ``9 a.m.( local time)``;
- ``{SET}`` at the end gives the type where the value does not tell it.

The cases were written from the annotation guidelines, not from the rules.
``python tests/test_expression_cases.py --summary`` measures, ``--failures``
also lists what differs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
import yaml

import sitegen
from sitegen.dates import TimexType

FOLDER = Path(__file__).parent / "cases" / "expressions"
WEEKDAYS = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}
_EXPECTED = re.compile(r"(?P<optional>\?)?(?P<span>.*) = (?P<values>.*?)(?: \{(?P<type>[A-Z]+)\})?", re.DOTALL)
_SPAN = re.compile(r"(?:\((?P<before>[^)]*)\))?(?P<core>.*?)(?:\((?P<after>[^)]*)\))?", re.DOTALL)
_BARE_WEEKDAY = re.compile(
    r"(?:this |next |last |late |early |the following |the previous )?(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?", re.IGNORECASE
)
_WEEKDAY_DATE = re.compile(r"(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*\d.*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Expected:
    """One expression that a case's text holds."""

    core: str
    """The words that any accepted span covers."""
    before: str
    """Words before the core that a span may take in."""
    after: str
    """Words after the core that a span may take in."""
    values: tuple[tuple[str, str], ...]
    """Accepted values, each with its modifier or ""."""
    type: str
    optional: bool

    @property
    def whole(self) -> str:
        """The longest accepted span."""
        return self.before + self.core + self.after


@dataclass(frozen=True, slots=True)
class Case:
    """One text and what is to be found in it."""

    file: str
    title: str
    published: dt.date | dt.datetime
    text: str
    expect: tuple[Expected, ...]
    known_gap: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Found:
    """One expression that the program found."""

    start: int
    end: int
    type: str
    value: str
    mod: str


@dataclass(slots=True)
class Outcome:
    """How the expressions found in one text compare with the expected ones."""

    required: int = 0
    found: int = 0
    spans: int = 0
    values: int = 0
    faults: list[str] = field(default_factory=list)


def expected_of(line: str) -> Expected:
    """One line of a case's ``expect``."""
    parts = _EXPECTED.fullmatch(line)
    assert parts, f"not 'span = value': {line!r}"
    span = _SPAN.fullmatch(parts["span"])
    assert span, f"brackets inside a span: {line!r}"
    values = tuple((value, mod) for value, _, mod in (one.strip().partition(" ") for one in parts["values"].split(" | ")))
    return Expected(span["core"], span["before"] or "", span["after"] or "", values, parts["type"] or "", bool(parts["optional"]))


def published_of(value: str) -> dt.date | dt.datetime:
    """A case's publication date, or date-time with its own offset."""
    return dt.datetime.fromisoformat(value) if "T" in value else dt.date.fromisoformat(value)


@cache
def cases(folder: Path = FOLDER, language: str = "en") -> tuple[Case, ...]:
    """All cases of a folder, by file."""
    return tuple(
        Case(
            path.stem,
            entry["title"],
            published_of(entry["published"]),
            entry["text"],
            tuple(expected_of(line) for line in entry["expect"]),
            entry.get("known_gap", ""),
            entry.get("language", language),
        )
        for path in sorted(folder.glob("*.yaml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    )


def places_of(case: Case) -> list[int]:
    """Where each expected expression starts in the text; -1 where it does not stand in order."""
    places, position = [], 0
    for expected in case.expect:
        found = re.compile(rf"(?<!\w){re.escape(expected.whole)}(?!\w)").search(case.text, position)
        places.append(found.start() if found else -1)
        position = found.end() if found else position
    return places


def type_of(value: str) -> str:
    """The TIMEX3 type that a value tells."""
    if value.endswith("_REF"):
        return TimexType.DATE
    if value.startswith("XXXX"):
        return TimexType.SET
    if value.startswith("P"):
        return TimexType.DURATION
    return TimexType.TIME if "T" in value else TimexType.DATE


def annotated(case: Case) -> list[Found]:
    """What the program finds in the case's text, by place."""
    return sorted(
        (
            Found(one.expression.span.start, one.expression.span.end, one.timex.type.value, one.timex.value, one.timex.mod or "")
            for one in sitegen.annotate(case.text, case.published, case.language)
        ),
        key=lambda found: found.start,
    )


def meets_value(expected: Expected, found: Found) -> bool:
    """Whether value, modifier and type are among the accepted ones."""
    return any(
        found.value == value and mod in {"", found.mod} and found.type == (expected.type or type_of(value))
        for value, mod in expected.values
    )


def judge(case: Case) -> Outcome:
    """Compares the program's annotation with the case, span for span."""
    outcome = Outcome(required=sum(not expected.optional for expected in case.expect))
    left = annotated(case)
    optional: list[tuple[int, int]] = []
    for expected, place in zip(case.expect, places_of(case), strict=True):
        first, last = place, place + len(expected.whole)
        if expected.optional:
            optional.append((first, last))
            continue
        starts, ends = {first, first + len(expected.before)}, {last, last - len(expected.after)}
        match = next((one for one in left if one.start in starts and one.end in ends), None)
        if match is None:
            outcome.faults.append(f"not found: {expected.whole!r} = {expected.values[0][0]}")
            continue
        left.remove(match)
        outcome.spans += 1
        if meets_value(expected, match):
            outcome.values += 1
        else:
            wanted = " | ".join(f"{value} {mod}".strip() for value, mod in expected.values)
            outcome.faults.append(f"{expected.whole!r} is {match.type} {match.value} {match.mod}, not {expected.type} {wanted}")
    extra = [one for one in left if not any(one.start < last and first < one.end for first, last in optional)]
    outcome.faults += [f"not expected: {case.text[one.start : one.end]!r} = {one.value}" for one in extra]
    outcome.found = outcome.spans + len(extra)
    return outcome


def _parameter(case: Case) -> object:
    marks = [pytest.mark.xfail(reason=case.known_gap, strict=True)] if case.known_gap else []
    return pytest.param(case, id=case.title, marks=marks)


@pytest.mark.parametrize("case", [_parameter(case) for case in cases()])
def test_expressions(case: Case) -> None:
    """Exactly the expressions that the case names are found, each with its span, value and modifier."""
    assert not judge(case).faults, f"published {case.published:%A %Y-%m-%d}: {case.text}"


def test_there_are_enough_cases() -> None:
    """At least 800 cases, one in six of them without any expression."""
    empty = sum(not case.expect for case in cases())
    assert len(cases()) >= 800
    assert empty * 6 >= len(cases())


def test_titles_are_unique() -> None:
    """No two cases have one title."""
    assert not [title for title, count in Counter(case.title for case in cases()).items() if count > 1]


def test_texts_are_unique() -> None:
    """No two cases have one text and publication date."""
    seen = Counter((case.text, case.published) for case in cases())
    assert not [text for (text, _), count in seen.items() if count > 1]


def test_expected_spans_stand_in_the_text() -> None:
    """Every expected expression occurs in its text, in the order given."""
    assert not [case.title for case in cases() if -1 in places_of(case)]


def test_weekdays_are_right() -> None:
    """The first value of an expression that names a weekday falls on that weekday."""
    assert not [
        (case.title, expected.whole, expected.values[0][0])
        for case in cases()
        for expected in case.expect
        if not _weekday_holds(expected.whole, expected.values[0][0])
    ]


def _weekday_holds(span: str, value: str) -> bool:
    named = _BARE_WEEKDAY.fullmatch(span) or _WEEKDAY_DATE.fullmatch(span)
    day = re.match(r"\d{4}-\d\d-\d\d", value)
    return not (named and day) or dt.date.fromisoformat(day[0]).isoweekday() == WEEKDAYS[named["day"].lower()]


def test_a_bare_weekday_is_near() -> None:
    """A bare weekday in a one-paragraph text about no other year lies within two months of publication."""
    assert not [
        (case.title, expected.whole, value)
        for case in cases()
        if not re.search(r"\b1\d{3}\b|\n", case.text)
        for expected in case.expect
        if _BARE_WEEKDAY.fullmatch(expected.whole)
        for value, _ in expected.values
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value) and abs(_distance(case, value)) > 60
    ]


def _distance(case: Case, value: str) -> int:
    published = case.published.date() if isinstance(case.published, dt.datetime) else case.published
    return (dt.date.fromisoformat(value) - published).days


def _ratio(part: int, whole: int) -> str:
    return f"{100 * part / whole:6.1f}" if whole else "     -"


def _row(name: str, judged: list[tuple[Case, Outcome]]) -> str:
    outcomes = [outcome for _, outcome in judged]
    passed = sum(not outcome.faults for outcome in outcomes)
    required, found = sum(o.required for o in outcomes), sum(o.found for o in outcomes)
    spans, values = sum(o.spans for o in outcomes), sum(o.values for o in outcomes)
    return (
        f"{name:26}{len(judged):6}{passed:8}{_ratio(passed, len(judged))}"
        f"{_ratio(spans, found):>9}{_ratio(spans, required):>8}{_ratio(values, spans):>9}\n"
    )


def summary(*, failures: bool, files: list[str]) -> str:
    """A table: per file the cases, those passed, precision and recall of spans, accuracy of values."""
    judged = [(case, judge(case)) for case in cases() if not files or case.file in files]
    lines = [f"{'file':26}{'cases':>6}{'passed':>8}{'%':>6}{'span P':>9}{'span R':>8}{'value':>9}\n"]
    names = sorted({case.file for case, _ in judged})
    lines += [_row(name, [pair for pair in judged if pair[0].file == name]) for name in names]
    lines.append(_row("all", judged))
    if failures:
        for case, outcome in judged:
            if outcome.faults:
                lines.append(f"\n{case.file} · {case.title} ({case.published:%a} {case.published})\n  {case.text}\n")
                lines += [f"    {fault}\n" for fault in outcome.faults]
    return "".join(lines)


def main() -> None:
    """Measures the program on the cases."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--summary", action="store_true", help="print the table (the default)")
    parser.add_argument("--failures", action="store_true", help="also list the failures")
    parser.add_argument("files", nargs="*", help="only these files, without .yaml")
    arguments = parser.parse_args()
    sys.stdout.write(summary(failures=arguments.failures, files=arguments.files))


if __name__ == "__main__":
    main()
