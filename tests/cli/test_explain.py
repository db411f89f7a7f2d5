"""What is explained is what a build keeps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sitegen import cli

TOLD = [f"The Corran dam in Dorn burst on 20 April 2010, {how}." for how in ("killing nine", "flooding the vale", "after weeks of rain")]
LATE = "The inquiry blamed the owners for the April 20 burst of the Corran dam."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of whose articles the last has its year from the others, and another is a draft."""
    (tmp_path / "content").mkdir()
    days = ["date: 2010-04-22"] * len(TOLD) + ["date: 2010-11-05", "draft: true\ndate: 2010-04-23"]
    for number, (day, text) in enumerate(zip(days, [*TOLD, LATE, TOLD[0]], strict=True)):
        (tmp_path / f"content/{number}.md").write_text(f"---\ntitle: Dam\n{day}\nsource: Paper {number}\n---\n\n{text}\n")
    return tmp_path


def test_the_records_are_those_of_the_data(site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a whole site, and of each of its files, the years settled that articles know together."""
    assert cli.run(["build", str(site), "-q", "-j1"]) == 0
    kept = json.loads((site / "public/data/dates.json").read_text())
    assert [record["timex"]["value"] for record in kept if record["article"] == "3.md"] == ["2010-04-20"]
    monkeypatch.chdir(site)
    for target, articles in [("", range(4)), (".", range(4)), ("content/3.md", [3]), ("content/0.md", [0])]:
        assert cli.run(["explain", *([target] if target else []), "--json"]) == 0
        wanted = [record for record in kept if record["article"] in {f"{number}.md" for number in articles}]
        assert json.loads(capsys.readouterr().out) == wanted


def test_an_expression_that_runs_over_a_line_end_is_quoted_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """And so is what a reason quotes."""
    assert cli.run(["explain", "--date", "2025-03-17", "--text", 'She announced late\nSunday: "Tomorrow\nmorning we vote."']) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" is ")[0] for line in lines if line.startswith("text:")] == [
        'text:1:15: "late Sunday"',
        'text:2:10: "Tomorrow morning"',
    ]
    assert all(line.startswith(("text:", "    ")) for line in lines if line)
