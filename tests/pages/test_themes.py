"""Themes: found by name, overridden one file or block at a time, and honest about their faults."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.pages.press import Press
from sitegen.pages.site import SiteModel
from sitegen.problems import UsageError
from tests.pages.fixture import desk_of, printed, site


def theme(root: Path, name: str, files: dict[str, str]) -> SiteModel:
    """The story with a theme of its own."""
    for path, text in files.items():
        file = root / "themes" / name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return replace(site(theme=name), root=root)


def test_one_block(tmp_path: Path) -> None:
    """A site replaces one block and keeps the rest."""
    html = printed(
        theme(tmp_path, "mine", {"index.html": '{% extends "briefing/index.html" %}{% block lead %}<h1>Mine</h1>{% endblock %}'})
    )
    assert "<h1>Mine</h1>" in html
    assert "Key developments" in html


def test_one_partial(tmp_path: Path) -> None:
    """A site that lays one file into its own copy of a packaged theme's name replaces that file only."""
    html = printed(theme(tmp_path, "briefing", {"parts/standing.html": "<b>counted</b>"}))
    assert "<b>counted</b>" in html
    assert "Key developments" in html


def test_own_assets(tmp_path: Path) -> None:
    """Assets are overridden by name as well, and others are added."""
    story = theme(tmp_path, "mine", {"assets/style.css": "p{}", "assets/extra.css": "b{}"})
    files = {file.path: file.content for file in Press.of(desk_of(story)).assets}
    assert files["assets/style.css"] == b"p{}"
    assert files["assets/extra.css"] == b"b{}"
    assert "assets/timeline.js" in files


def test_unknown_theme() -> None:
    """A theme that nobody has is a fault of the configuration, with the nearest known name."""
    with pytest.raises(UsageError) as raised:
        printed(site(theme="briefng"))
    assert raised.value.problems[0].code == "no-theme"
    assert "'briefing'" in raised.value.problems[0].hint


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\n{{ page.nothing }}", 2), ("a\n\n{% if %}", 3), ('{% extends "briefing/index.html" %}\n{% block lead %}{{ x }}{% endblock %}', 2)],
)
def test_faulty_template_names_file_and_line(tmp_path: Path, text: str, line: int) -> None:
    """An unknown name or a slip of syntax says where it stands."""
    with pytest.raises(UsageError) as raised:
        printed(theme(tmp_path, "mine", {"index.html": text}))
    found = raised.value.problems[0]
    assert found.code == "bad-template"
    assert found.place.path.endswith("themes/mine/index.html")
    assert found.place.line == line


def test_everything_is_escaped() -> None:
    """Titles and texts are never markup."""
    assert "<script>alert" not in printed(site(title="<script>alert(1)</script>"))
