"""The strict YAML reader: places, refusals, bounds and speed."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.problems import Place
from sitegen.strict_yaml import Mapping, Scalar, Sequence, read


def test_every_value_knows_its_place() -> None:
    """Lines count from the file's, columns in characters from 1."""
    root, problems = read('é: "ü"\nlist:\n  - one\n  - {a: b}\n', "f.yaml", 10)
    assert problems == ()
    assert isinstance(root, Mapping)
    assert root.get("é") == Scalar("ü", quoted=True, place=Place("f.yaml", 10, 4))
    items = root.get("list")
    assert isinstance(items, Sequence)
    assert items.items[0] == Scalar("one", quoted=False, place=Place("f.yaml", 12, 5))
    assert items.items[1].place == Place("f.yaml", 13, 5)


def test_nothing_is_turned_into_anything() -> None:
    """Dates, numbers, yes and no stay the text that was written."""
    root, _ = read("[2025-03-17, 1:30, 012, no, 1e3, ~, '']", "f")
    assert isinstance(root, Sequence)
    assert [item.text for item in root.items if isinstance(item, Scalar)] == ["2025-03-17", "1:30", "012", "no", "1e3", "~", ""]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_an_empty_text_holds_nothing(text: str) -> None:
    """Nothing is no fault."""
    assert read(text, "f") == (None, ())


@pytest.mark.parametrize(
    "text",
    [
        "a: &x [1]\nb: [*x, *x]",
        "a: &a {<<: [*a, *a]}",
        "<<: {a: 1}",
        "a: !!python/object/apply:os.system [ls]",
        "a: ! b",
        "a: 1\n---\nb: 2",
        "[" * 20_000,
        "{" * 20_000,
        "- " * 20_000,
        "? " * 20_000,
        "a: " + "x" * 70_000,
        "a: \x00",
        "a: \ud800",
        "a: \u2028b",
        "? [1, 2]\n: 3",
    ],
)
@pytest.mark.timeout(20)  # a bomb would go off for hours
def test_bombs_and_features_are_refused_at_once(text: str) -> None:
    """One problem with a place and a remedy, in a moment."""
    root, problems = read(text, "f")
    assert root is None
    assert len(problems) == 1
    assert problems[0].hint
    assert problems[0].place.line


def test_every_duplicate_is_named_with_its_first() -> None:
    """All duplicates are found in one reading; the first value stands."""
    root, problems = read("a: 1\nb: 2\na: 3\nc: {d: 4, d: 5}\n", "f")
    assert [str(problem).split("\n")[0] for problem in problems] == [
        "f:3:1: error: 'a' stands twice, first on line 1",
        "f:4:11: error: 'd' stands twice, first on line 4",
    ]
    assert isinstance(root, Mapping)
    assert root.get("a") == Scalar("1", quoted=False, place=Place("f", 1, 4))


@settings(deadline=None)
@example("---")
@given(st.text(alphabet=st.sampled_from("ab:-?[]{},&*!|>'\"%@`#\n\t \\0é~<=x"), max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Every text gives a node, nothing, or problems inside the text or right behind it; nothing is raised."""
    root, problems = read(text, "f")
    assert root is None or root.place.line <= text.count("\n") + 1
    for problem in problems:
        assert 1 <= problem.place.line <= text.count("\n") + 2
        assert problem.message
