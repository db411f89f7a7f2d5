"""Why reports are one event, as a person reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sitegen import cli
from sitegen.cli import why
from sitegen.model import BondRule

ARTICLE = "---\ntitle: {title}\ndate: 2025-03-17\nsource: {title}\n---\n\n{text}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two sources that tell of one closure."""
    (tmp_path / "content").mkdir()
    texts = {"Gazette": "Engineers closed the Corran bridge on Sunday.", "Herald": "The Corran bridge was closed by engineers on 16 March."}
    for title, text in texts.items():
        (tmp_path / f"content/{title}.md").write_text(ARTICLE.format(title=title, text=text))
    return tmp_path


def test_an_event_names_its_reports_and_what_joined_them(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each bond gives its rule, the parts of the score and what was asked."""
    assert cli.run(["build", str(site), "-q", "-j1"]) == 0
    (event,) = json.loads((site / "public/data/events.json").read_text())["events"]
    assert cli.run(["explain", "--event", event["id"], str(site)]) == 0
    said = capsys.readouterr().out
    assert '1. "' in said
    assert '2. "' in said
    assert "1 and 2: their words, names or kinds of event are alike [words]: words 0." in said
    assert "is asked" in said


def test_an_unknown_event_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With where its id is to be found."""
    assert cli.run(["explain", "--event", "nowhere", str(site)]) == 2
    assert "no event 'nowhere'; an event's id is the last part of its page's address" in capsys.readouterr().err


def test_an_event_is_looked_for_among_those_of_a_build(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a file's site, with the articles that a build shows: no future ones, and drafts only where they are wanted."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1742212800")  # 2025-03-17T12:00Z
    later = ARTICLE.format(title="Later", text="Engineers opened the Corran bridge on Friday.").replace("-03-17", "-03-24")
    draft = ARTICLE.format(title="Draft", text="The town of Vale elected a mayor on Friday.").replace("source", "draft: true\nsource")
    (site / "content/later.md").write_text(later)
    (site / "content/draft.md").write_text(draft)
    opened, elected = "2025-03-21-engineers-opened-corran-bridge", "2025-03-14-town-vale-elected-mayor"
    place = str(site / "content/Gazette.md")
    assert cli.run(["explain", place, "--event", opened]) == 2
    assert cli.run(["explain", place, "--event", opened, "--future", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == opened
    assert cli.run(["explain", place, "--event", elected]) == 2
    assert cli.run(["explain", place, "--event", elected, "--drafts"]) == 0
    assert cli.run(["explain", place, "--event", opened, "--future", "--as-of", "2025-03-20"]) == 2


def test_every_rule_has_its_sentence() -> None:
    """The rules that joining knows are the ones that can be told."""
    assert set(why._RULES) == set(BondRule)
