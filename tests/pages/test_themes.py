"""Themes: found by name, overridden one file or block at a time, and honest about their faults."""

from __future__ import annotations

from dataclasses import fields, replace
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from sitegen.pages import themes
from sitegen.pages.kinds import Page
from sitegen.pages.press import Press
from sitegen.pages.site import SiteModel
from sitegen.pages.tools import Tools
from sitegen.problems import UsageError
from tests.pages.fixture import desk_of, printed, site


def themed(root: Path, name: str, files: dict[str, str], encoding: str = "utf-8") -> SiteModel:
    """The story with a theme of its own."""
    for path, text in files.items():
        file = root / "themes" / name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding)
    return replace(site(theme=name), root=root)


def test_one_block(tmp_path: Path) -> None:
    """A site replaces one block and keeps the rest."""
    html = printed(
        themed(tmp_path, "mine", {"index.html": '{% extends "briefing/index.html" %}{% block lead %}<h1>Mine</h1>{% endblock %}'})
    )
    assert "<h1>Mine</h1>" in html
    assert "Key developments" in html


def test_one_partial(tmp_path: Path) -> None:
    """A site that lays one file into its own copy of a packaged theme's name replaces that file only."""
    html = printed(themed(tmp_path, "briefing", {"parts/standing.html": "<b>counted</b>"}))
    assert "<b>counted</b>" in html
    assert "Key developments" in html


def test_own_assets(tmp_path: Path) -> None:
    """Assets are overridden by name as well, and others are added."""
    story = themed(tmp_path, "mine", {"assets/style.css": "p{}", "assets/extra.css": "b{}"})
    files = {file.path: file.content for file in Press.of(desk_of(story)).assets}
    assert files["assets/style.css"] == b"p{}"
    assert files["assets/extra.css"] == b"b{}"
    assert "assets/timeline.js" in files


def test_unknown_theme(tmp_path: Path) -> None:
    """A theme that nobody has is a fault of the configuration, where that names it, with the nearest known name."""
    (tmp_path / "sitegen.yaml").write_text("title: T\ntheme: briefng\n")
    with pytest.raises(UsageError) as raised:
        printed(replace(site(theme="briefng"), root=tmp_path))
    assert str(raised.value.problems[0].place) == "sitegen.yaml:2:8"
    assert raised.value.problems[0].code == "no-theme"
    assert "'briefing'" in raised.value.problems[0].hint


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n{{ page.nothing }}", 2),
        ("a\n\n{% if %}", 3),
        ('{% extends "briefing/index.html" %}\n{% block lead %}{{ x }}{% endblock %}', 2),
        ("a\n{{ page.title + 1 }}", 2),
        ("{{ tools.article('nobody.md') }}", 1),
        ("{{ 1 // 0 }}", 1),
        ('a\n{% include "index.html" %}', 2),
        ("a\ncaf\xe9", 2),
    ],
)
def test_faulty_template_names_file_and_line(tmp_path: Path, text: str, line: int) -> None:
    """An unknown name, a slip of syntax, a wrong value or a wrong encoding says where it stands, and what to do."""
    with pytest.raises(UsageError) as raised:
        printed(themed(tmp_path, "mine", {"index.html": text}, "latin-1"))
    found = raised.value.problems[0]
    assert found.code == "bad-template"
    assert found.place.path.endswith("themes/mine/index.html")
    assert found.place.line == line
    assert found.hint


def test_everything_is_escaped() -> None:
    """Titles and texts are never markup."""
    assert "<script>alert" not in printed(site(title="<script>alert(1)</script>"))


def test_installed_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A theme that a package brings is found by its entry point."""
    package = tmp_path / "a_theme_package"
    package.mkdir()
    (package / "__init__.py").write_text("", "utf-8")
    (package / "404.html").write_text("<h1>{{ page.title }}, from a package</h1>", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    point = EntryPoint("installed", "a_theme_package", themes.GROUP)
    monkeypatch.setattr(themes, "entry_points", lambda group: [point] if group == themes.GROUP else [])
    assert printed(site(theme="installed"), "404.html") == "<h1>No such page, from a package</h1>"
    assert "Key developments" in printed(site(theme="installed"))


def test_everything_a_template_is_given_is_documented() -> None:
    """The guide for makers of themes names every function, every kind of page with its fields, and every part."""
    guide = (themes.packaged() / "README.md").read_text("utf-8")
    functions = {name for name in vars(Tools) if not name.startswith("_")} - {"site", "book", "words", "url", "link_from"}
    assert {name for name in functions if f"{name}(" not in guide} == set()
    for kind in Page.__subclasses__():
        own = [field.name for field in fields(kind) if field.name not in {field.name for field in fields(Page)}]
        assert f"`{kind.__name__}` |" in guide, kind
        row = next(line for line in guide.splitlines() if f"`{kind.__name__}` |" in line)
        assert [name for name in own if f"`{name}`" not in row] == [], kind
    assert all(f"`parts/{part.name}`" in guide for part in (themes.packaged() / themes.BASE / "parts").iterdir())
