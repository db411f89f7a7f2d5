"""The language file of this stage: complete, and spelt as its language spells."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

import sitegen.events
from sitegen.articles import plain_article
from sitegen.events import reports_of
from sitegen.events.grammar import grammar
from sitegen.events.tokens import lemma
from tests.events.story import resolution

_ASKED = re.compile(r"words\[\"([a-z_]+)\"\]|ends\([a-z.]+, \"([a-z_]+)\"\)")


def test_every_list_that_a_rule_asks_for_is_there() -> None:
    """No rule looks for a word class that neither the English nor the German file names."""
    sources = Path(sitegen.events.__path__[0]).glob("*.py")
    asked = {name for source in sources for found in _ASKED.findall(source.read_text(encoding="utf8")) for name in found if name}
    assert {name for name in asked if not grammar("en")[name] and not grammar("de")[name]} == set()


LEMMAS = [
    *[("stopped", "stop"), ("planned", "plan"), ("opened", "open"), ("visited", "visit"), ("agreed", "agree"), ("tried", "try")],
    *[("began", "begin"), ("took", "take"), ("went", "go"), ("dying", "die"), ("marching", "march"), ("cancelled", "cancel")],
    *[("agencies", "agency"), ("crises", "crisis"), ("men", "man"), ("children", "child"), ("news", "news"), ("courts", "court")],
]


@pytest.mark.parametrize(("form", "base"), LEMMAS)
def test_lemma(form: str, base: str) -> None:
    """Verbs go back to their base by table and rule, nouns to their singular."""
    assert lemma(form, grammar("en")) == base


def test_a_language_without_a_file_still_reports() -> None:
    """Where no word of a language is known, a date still reports its whole sentence."""
    made = plain_article("Le pont fut ferm\u00e9 dimanche.", dt.date(2025, 3, 17), "fr")
    found = resolution(made, made.body.index("dimanche"), "dimanche", "2025-03-16")
    (report,) = reports_of(made, (found,))
    assert report.headline == "Le pont fut ferm\u00e9 dimanche"
