"""Addresses and the relative links between them."""

from __future__ import annotations

import pytest

from sitegen.pages import paths

LINKS = [
    ("", "timeline/", "timeline/index.html"),
    ("", "feed.xml", "feed.xml"),
    ("events/a/", "events/b/", "../../events/b/index.html"),
    ("events/a/", "", "../../index.html"),
    ("events/a/", "events/a/#why-1", "#why-1"),
    ("events/a/", "events/a/", "../../events/a/index.html"),
    ("days/2025-03-18/", "names/зеленский/", "../../names/%D0%B7%D0%B5%D0%BB%D0%B5%D0%BD%D1%81%D0%BA%D0%B8%D0%B9/index.html"),
    ("about.html", "assets/style.css", "assets/style.css"),
]


@pytest.mark.parametrize(("page", "target", "link"), LINKS)
def test_relative(page: str, target: str, link: str) -> None:
    """Links name the file, so that they work from disk too."""
    assert paths.relative(page, target) == link


def test_slugs_are_distinct_and_stable() -> None:
    """Names that would share an address get one each, whatever the order they come in."""
    names = ["U.S.", "U S", "O'Brien", "Zürich", "…"]
    assert paths.slugs(names) == paths.slugs(reversed(names))
    assert len(set(paths.slugs(names).values())) == len(names)
    assert paths.slugs(["O'Brien", "Zürich", "…"]) == {"O'Brien": "obrien", "Zürich": "zürich", "…": "x"}
