"""Search over every word: an optional part."""

from __future__ import annotations

import importlib.util
from dataclasses import replace

import pytest

from sitegen.pages import full_text, render
from sitegen.pages.site import SiteModel
from sitegen.problems import UsageError

needs_pagefind = pytest.mark.skipif(importlib.util.find_spec("pagefind") is None, reason="Pagefind is an optional part")


def _searched(story: SiteModel) -> SiteModel:
    return replace(story, config=replace(story.config, search="pagefind"))


@needs_pagefind
def test_pagefind_is_the_same_twice_and_comes_without_interfaces(story: SiteModel) -> None:
    """Two builds give the same bytes; what the theme does not use is left out; the built-in index stays for disks."""
    first, second = (render(_searched(story)) for _ in range(2))
    assert first == second
    added = {file.path for file in first} - {file.path for file in render(story)}
    assert "pagefind/pagefind.js" in added
    assert all(path.startswith("pagefind/") and "-ui." not in path for path in added)
    assert sum(path.startswith("pagefind/fragment/") for path in added) >= len(story.articles) + len(story.timeline.events)
    assert "search/index-1.js" in {file.path for file in first}


@needs_pagefind
def test_only_the_search_page_may_run_webassembly(story: SiteModel, pages: dict[str, str]) -> None:
    """The policy is widened on one page, and on none where the built-in index searches."""
    html = {file.path: file.content.decode() for file in render(_searched(story)) if file.path.endswith(".html")}
    assert [path for path, text in html.items() if "wasm-unsafe-eval" in text] == ["search/index.html"]
    assert not any("wasm-unsafe-eval" in text for text in pages.values())


def test_a_missing_pagefind_is_named_with_its_remedy(story: SiteModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for it without having it is told what to install."""
    monkeypatch.setattr(full_text.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(UsageError, match=r"(?s)not installed.*pip install 'pagefind\[extended\]'"):
        render(_searched(story))


@needs_pagefind
def test_what_pagefind_says_of_a_fault_is_passed_on(story: SiteModel, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Pagefind that fails is a fault of use, not a crash, and its own words are shown."""
    monkeypatch.setattr(full_text, "_OPTIONS", ("--no-such-option",))
    with pytest.raises(UsageError, match="no-such-option"):
        render(_searched(story))
