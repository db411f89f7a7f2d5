"""Full dates in languages that have no rules of their own."""

from __future__ import annotations

import datetime as dt

import pytest

import sitegen

CASES = [
    ("fr", "Le conseil se réunit le 17 mars 2025, puis le 1er avril 2025.", ["17 mars 2025 = 2025-03-17", "1er avril 2025 = 2025-04-01"]),
    ("es", "La reunión del 17 de marzo de 2025 fue breve.", ["17 de marzo de 2025 = 2025-03-17"]),
    ("it", "Il 3 giugno 2024 il ponte fu chiuso.", ["3 giugno 2024 = 2024-06-03"]),
    ("ru", "Встреча прошла 17 марта 2025 года.", ["17 марта 2025 = 2025-03-17"]),
    ("ja", "会議は2025年3月17日に開かれた。", ["2025年3月17日 = 2025-03-17"]),
    ("nl", "Het besluit viel op 2025-03-17.", ["2025-03-17 = 2025-03-17"]),
    ("fr", "Le train 17 voitures 2025 est parti mardi.", []),
    ("fr", "Le 31 février 2025 n'existe pas.", []),
    ("xx", "17 mars 2025", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[text for _, text, _ in CASES])
def test_full_dates_are_read(language: str, text: str, expected: list[str]) -> None:
    """A full date is found and stands as the text states it; what is none of the language is left."""
    found = sitegen.annotate(text, dt.date(2025, 5, 1), language)
    assert [f"{each.expression.text} = {each.timex.value}" for each in found] == expected
    assert all(each.certainty == "stated" and each.steps for each in found)
