"""Hours in four digits before the entries of a live page."""

from __future__ import annotations

import datetime as dt

from sitegen.articles import plain_article
from sitegen.expressions import find

DAY = dt.date(2025, 3, 12)


def _years(text: str) -> list[str]:
    return [each.text for each in find(plain_article(text, DAY)) if each.text.isdecimal()]


def test_hours_before_entries_are_no_years() -> None:
    """Where the heads of some entries can be no years, none of them is; a year within an entry still is one."""
    live = "2155: The bridge is closed.\n\n2043: Crews arrive.\n\n1958: The bridge, built in 1931, shakes."
    assert _years(live) == ["1931"]


def test_years_before_entries_are_years() -> None:
    """A chronicle's entries begin with their years."""
    assert _years("1931: The bridge is built.\n\n1958: It shakes.\n\n2043: It is to be renewed.") == ["1931", "1958", "2043"]
