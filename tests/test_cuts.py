"""Where a text is cut that is too long for its place."""

from __future__ import annotations

import pytest

from sitegen.languages import halves


@pytest.mark.parametrize(
    ("text", "most", "beginning"),
    [
        ("The wall fell", 13, "The wall fell"),
        ("The wall fell on the way to the harbour of Dorn", 33, "The wall fell on the way"),
        ("The wall fell at 8 am in Dorn", 22, "The wall fell at 8 am"),
        ("Die Mauer fiel auf dem Weg zur Brücke", 32, "Die Mauer fiel auf dem Weg"),
        ("on the in the of the", 12, "on"),
        ("Donaudampfschifffahrt", 5, "Donau"),
    ],
)
def test_no_word_that_leads_on_ends_a_cut_text(text: str, most: int, beginning: str) -> None:
    """A text is cut between words, before what would lead on to the rest; half of it stays at least, and nothing is lost."""
    first, rest = halves(text, most)
    assert first == beginning
    assert first + rest == text
