"""What stands before a report's first words: the place it was sent from, and the agency."""

from __future__ import annotations

import re

# A place before an agency in brackets and a dash: Low Dorn, Vale (Wire) --
_PLACED = re.compile(r"^[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?:, ?[A-Z][\w. ]{1,20})? ?\([A-Z][\w /]{1,30}\) ?(?:--|–|—|- ) ?")
# A place in capitals before an agency in brackets or a dash: DORN, Vale (Wire) -
_DATELINE = re.compile(
    r"^[A-Z][A-Z.,/ ’'-]+(?:, ?[A-Z][\w. ]{0,20})? ?(?:(?:\([A-Z][\w /]{1,30}\) ?)?(?:--|–|—)|\([A-Z][\w /]{1,30}\) ?-) ?"
)


def without_dateline(text: str) -> str:
    """``DORN, Vale (Wire) - The bridge fell.`` -> ``The bridge fell.``."""
    return _PLACED.sub("", _DATELINE.sub("", text))
