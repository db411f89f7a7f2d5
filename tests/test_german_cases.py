"""German as the proof that a language is data: its expressions, as cases in ``cases/expressions-de/*.yaml``.

The format is that of `tests.test_expression_cases`. ``held-out.yaml`` was
written before the rules and was not used to make them: what they are measured
on. ``python -m tests.test_german_cases`` measures, ``--failures`` also lists
what differs, behind it the files may be named.
"""

from __future__ import annotations

import argparse
import ast
import datetime as dt
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

import tests.test_expression_cases as shared
from sitegen.languages import lexicon

FOLDER = Path(__file__).parent / "cases" / "expressions-de"
HELD_OUT = "held-out"
WEEKDAYS = {"montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6, "sonnabend": 6, "sonntag": 7}
_WEEKDAY = re.compile(rf"(?<!nacht zum )(?<!nacht auf )(?<!\w)({'|'.join(WEEKDAYS)})")
_DAY = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")


def cases() -> tuple[shared.Case, ...]:
    """All German cases, by file."""
    return shared.cases(FOLDER, "de")


def _parameter(case: shared.Case) -> object:
    marks = [pytest.mark.xfail(reason=case.known_gap, strict=True)] if case.known_gap else []
    return pytest.param(case, id=case.title, marks=marks)


@pytest.mark.parametrize("case", [_parameter(case) for case in cases()])
def test_german_expressions(case: shared.Case) -> None:
    """Exactly the expressions that the case names are found, each with its span, value and modifier."""
    assert not shared.judge(case).faults, f"published {case.published:%A %Y-%m-%d}: {case.text}"


def test_there_are_enough_cases() -> None:
    """At least 150 cases, 60 of them held out, one in six without any expression."""
    empty = sum(not case.expect for case in cases())
    assert len(cases()) >= 150
    assert sum(case.file == HELD_OUT for case in cases()) >= 60
    assert empty * 6 >= len(cases())


def test_titles_and_texts_are_unique() -> None:
    """No two cases have one title, or one text and publication date."""
    seen = Counter(case.title for case in cases()) + Counter(f"{case.text} {case.published}" for case in cases())
    assert not [text for text, count in seen.items() if count > 1]


def test_expected_spans_stand_in_the_text() -> None:
    """Every expected expression occurs in its text, in the order given."""
    assert not [case.title for case in cases() if -1 in shared.places_of(case)]


def test_weekdays_are_right() -> None:
    """The first value of an expression that names a weekday falls on that weekday, but for nights that end on it."""
    wrong = []
    for case in cases():
        for expected in case.expect:
            named, day = _WEEKDAY.search(expected.whole.lower()), _DAY.match(expected.values[0][0])
            if named and day and dt.date.fromisoformat(day[0]).isoweekday() != WEEKDAYS[named[1]]:
                wrong.append((case.title, expected.whole, expected.values[0][0]))
    assert not wrong


def test_the_engine_knows_no_german() -> None:
    """No word of the German lists stands as a value in the code that finds and resolves expressions."""
    values = {value for path in _engine() for value in _strings(ast.parse(path.read_text(encoding="utf-8")))}
    shared_words = {word for known in lexicon("en").classes.values() for word in known.words}
    german = {word for known in lexicon("de").classes.values() for word in known.words} - shared_words
    assert not {value for value in values if len(value) > 1 and value.lower() in german}


def _engine() -> list[Path]:
    root = Path(shared.sitegen.__file__).parent
    return [path for stage in ("expressions", "resolutions", "languages") for path in root.joinpath(stage).glob("*.py")]


def _strings(tree: ast.Module) -> set[str]:
    """The string constants of a module but its docstrings."""
    shown = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return {
        node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in shown
    }


def measure(files: list[str]) -> str:
    """Precision, recall and F1 of spans and of values, per file."""
    lines = [f"{'file':16}{'cases':>6}{'passed':>8}{'span P':>8}{'span R':>8}{'span F1':>9}{'value F1':>10}\n"]
    names = files or sorted({case.file for case in cases()})
    for name in [*names, ""]:
        judged = [shared.judge(case) for case in cases() if name in {"", case.file} and (name or case.file in names)]
        found, required = sum(one.found for one in judged), sum(one.required for one in judged)
        spans, values = sum(one.spans for one in judged), sum(one.values for one in judged)
        passed = sum(not one.faults for one in judged)
        shares = [
            100 * spans / max(found, 1),
            100 * spans / max(required, 1),
            *(200 * hit / max(found + required, 1) for hit in (spans, values)),
        ]
        lines.append(
            f"{name or 'all':16}{len(judged):6}{passed:8}"
            + "".join(f"{share:{wide}.1f}" for share, wide in zip(shares, (8, 8, 9, 10), strict=True))
            + "\n"
        )
    return "".join(lines)


def failures(files: list[str]) -> str:
    """What differs, case by case."""
    judged = [(case, shared.judge(case)) for case in cases() if not files or case.file in files]
    shown = [
        f"\n{case.file} · {case.title} ({case.published:%a} {case.published})\n  {case.text}\n"
        + "".join(f"    {fault}\n" for fault in one.faults)
        for case, one in judged
        if one.faults
    ]
    return "".join(shown)


def main() -> None:
    """Measures the program on the German cases."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--failures", action="store_true", help="also list the failures")
    parser.add_argument("files", nargs="*", help="only these files, without .yaml")
    arguments = parser.parse_args()
    sys.stdout.write(measure(arguments.files) + (failures(arguments.files) if arguments.failures else ""))


if __name__ == "__main__":
    main()
