"""What an editor would find wanting in a heading."""

from __future__ import annotations

import pytest

from tests.events.press import article, reports

FAULTS = [
    ("The dam burst on {Sunday|2025-03-16}.", 0, 0),
    ("The dam was sold in the US on {Sunday|2025-03-16}.", 0, 0),
    ("The dam will be blown up on {Sunday|2025-03-23}.", 0, 0),
    ("The owners were blamed for the {16 March|2025-03-16} disaster.", 1, 3),
    ("The dam has not leaked since {Sunday|2025-03-16}.", 1, 3),
    ("The owners have sold land since the burst on {Sunday|2025-03-16}.", 1, 3),
    ("Moving to a hut at {9.30 am|2025-03-17T09:30}.", 6, 11),
    ("It burst on {Sunday|2025-03-16}.", 1, 3),
    ("A burst on {Sunday|2025-03-16}.", 6, 11),
    ("Did, as Holm, Lind, Stolt and Wend had asked, also close the dam on {Sunday|2025-03-16}.", 2, 5),
    ("A spokesman said in a note on {Sunday|2025-03-16} to the council.", 6, 11),
    ("The owners did not return a call on {Sunday|2025-03-16}.", 6, 11),
    ("“I saw it burst on {Sunday|2025-03-16}.”", 12, 30),
    ("Holm named {16 March|2025-03-16}, not another day.", 2, 3),
    ("The fire at the dam On {16 March|2025-03-16} crews left.", 2, 5),
    ("Saying the deal made on {Sunday|2025-03-16} was good, she left.", 2, 5),
    ("She spoke to the panel that weighed the burst of {16 March|2025-03-16}.", 2, 5),
    ("The dam (above Orla) burst on {Sunday|2025-03-16}.", 1, 1),
    ("The dam is seen in this {16 March|2025-03-16} file photo.", 6, 11),
    ("Did the dam burst on {Sunday|2025-03-16}?", 12, 30),
]


@pytest.mark.parametrize(("marked", "least", "most"), FAULTS, ids=[marked for marked, _, _ in FAULTS])
def test_what_a_heading_wants(marked: str, least: int, most: int) -> None:
    """A main clause tells by itself; a pronoun, a limit, a fragment, a silence want something; a question and "I" most."""
    (report,) = reports(article(marked))
    assert least <= report.faults <= most
