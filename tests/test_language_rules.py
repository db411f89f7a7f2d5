"""Every rule of every language, tried on the examples that its own file gives.

An example is ``sentence | span = value MOD, span = value``: what is found in
the sentence, all of it, read as published on Wednesday 14 May 2025. ``MOD`` is
checked where it is given. Under ``examples`` the rule must find something;
under ``not`` it must find nothing, and where expressions are listed, these and
no others are found. A rule of the meaning ``name`` finds nothing itself: under
``not`` stand the look-alikes that it takes away, under ``examples`` what it
must leave.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from importlib.resources import files

import pytest

import sitegen
from sitegen.expressions.finder import matches
from sitegen.expressions.rules import Rule, grammar
from sitegen.languages import available, tokenise

PUBLISHED = dt.date(2025, 5, 14)
_LISTED = re.compile(r"(?P<span>.+?) = (?P<value>[^\s,]+)(?: (?P<mod>[A-Z_]+))?(?:, |$)")


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence of a rule, with what is to be found in it; None where only the rule itself counts."""

    language: str
    rule: Rule
    sentence: str
    listed: tuple[tuple[str, str, str], ...] | None
    """Span, value, modifier or "" of each expression."""


def languages() -> list[str]:
    """The languages that have a folder with rules."""
    return sorted(folder.name for folder in files("sitegen.languages").iterdir() if folder.is_dir() and available(folder.name))


def rules() -> list[tuple[str, Rule]]:
    """Every rule with its language."""
    return [(language, rule) for language in languages() for rule in grammar(language).rules]


def example_of(language: str, rule: Rule, line: str) -> Example:
    """One line of a rule's ``examples`` or ``not``."""
    sentence, mark, listed = line.partition(" | ")
    found = tuple((one["span"], one["value"], one["mod"] or "") for one in _LISTED.finditer(listed))
    assert bool(found) == bool(mark), f"{rule.name}: not 'sentence | span = value': {line!r}"
    return Example(language, rule, sentence, found if mark else None)


def parameters(key: str) -> list[object]:
    """The examples or counterexamples of every rule, each with a readable id."""
    made = [example_of(language, rule, line) for language, rule in rules() for line in getattr(rule, key)]
    return [pytest.param(one, id=f"{one.language}-{one.rule.name}-{one.sentence}") for one in made]


def found_in(example: Example) -> tuple[tuple[str, str, str], ...]:
    """Span, value and modifier of each expression found; a modifier that the example does not name is left out."""
    resolutions = sitegen.annotate(example.sentence, PUBLISHED, example.language)
    mods = [mod for *_, mod in example.listed or ()] + [""] * len(resolutions)
    return tuple(
        (one.expression.text, one.timex.value, (one.timex.mod or "") if mod else "") for one, mod in zip(resolutions, mods, strict=False)
    )


def fires(example: Example) -> bool:
    """Whether the rule takes part in what is found."""
    if example.rule.meaning == "name":
        return example.rule.name in {match.rule.name for match in matches(tokenise(example.sentence, example.language), example.language)}
    found = sitegen.annotate(example.sentence, PUBLISHED, example.language)
    return any(example.rule.name in one.expression.rule.split("+") for one in found)


@pytest.mark.parametrize("example", parameters("examples"))
def test_example(example: Example) -> None:
    """The rule finds its example, or leaves it where it is a name's, and the expressions are those listed."""
    found, fired, wanted = found_in(example), fires(example), example.rule.meaning != "name"
    assert found == example.listed
    assert fired == wanted


@pytest.mark.parametrize("example", parameters("counterexamples"))
def test_counterexample(example: Example) -> None:
    """The rule finds nothing, or takes the look-alike away where it is a name's, and only what is listed is found."""
    found, fired, wanted = found_in(example), fires(example), example.rule.meaning == "name"
    if example.listed is not None or wanted:
        assert found == (example.listed or ())
    assert fired == wanted


@pytest.mark.parametrize(("language", "rule"), [pytest.param(*each, id=f"{each[0]}-{each[1].name}") for each in rules()])
def test_each_rule_has_examples(language: str, rule: Rule) -> None:
    """A rule shows at least one sentence that it is for and one that it is not for."""
    assert rule.examples, f"{language}: {rule.name} has no example"
    assert rule.counterexamples, f"{language}: {rule.name} has no counterexample"
