"""What holds of every command."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

import sitegen
from sitegen import cli, pipeline
from sitegen.cli import clock, options
from sitegen.problems import UsageError


def test_help_imports_no_stage() -> None:
    """`sitegen --help` answers before the libraries of a build could be read."""
    code = "import sys; from sitegen import cli; cli.run(['--help']); print(sorted({'jinja2', 'yaml', 'markdown_it'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=20).stdout
    assert said.endswith("[]\n")
    assert all(name in said for name in cli.COMMANDS)


def test_an_interrupted_build_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With exit code 130, and without a traceback."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read_inputs", interrupt)
    assert cli.run(["build", str(tmp_path)]) == 130
    assert capsys.readouterr().err.strip() == "interrupted"


def test_a_build_can_be_read_by_a_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--json` gives the counts on stdout, and only those; the second time nothing has changed."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("---\ntitle: A\ndate: 2025-03-17\n---\n\nThe bridge opened on Monday.\n")
    reports = []
    for _ in range(2):
        assert cli.run(["build", str(tmp_path), "--json", "-q", "-j1"]) == 0
        reports.append(json.loads(capsys.readouterr().out))
    first, second = reports
    assert (first["articles"], first["dates"], first["events"], first["as_of"]) == (1, 1, 1, "2025-03-17")
    assert first["files"]["changed"] > 10
    assert second["files"] == {"changed": 0, "unchanged": first["files"]["changed"], "removed": 0}


def test_a_verbose_build_names_its_steps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a time for each."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("---\ntitle: A\ndate: 2025-03-17\n---\n")
    cli.run(["build", str(tmp_path), "-v", "-j1"])
    said = capsys.readouterr().err
    assert all(f" s  {step}\n" in said for step in ("read", "articles", "link", "render", "write"))


def test_the_future_begins_when_no_place_on_earth_has_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """At noon UTC it is tomorrow already at the date line: an article dated tomorrow may be of today."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1742212800")  # 2025-03-17T12:00Z
    assert clock.latest_day() == dt.date(2025, 3, 18)
    assert options.last_day(future=True) is None
    assert options.day_or_today("today") == dt.date(2025, 3, 17)


def test_the_clock_is_the_machines_where_nothing_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """With its offset, to the second."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    now = clock.now()
    assert abs(now - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)
    assert now.microsecond == 0


@pytest.mark.parametrize("epoch", ["99999999999999999", "-99999999999", "soon"])
def test_a_stand_in_for_the_clock_that_is_no_moment_is_refused(
    epoch: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to give instead."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert cli.run(["check", str(tmp_path)]) == 2
    assert capsys.readouterr().err.splitlines()[:2] == [
        f"SOURCE_DATE_EPOCH: error: this is no moment: '{epoch}'",
        "    give the seconds since 1970-01-01, or unset it",
    ]


@pytest.mark.parametrize("text", ["soon", "2025-02-30", "2025", "0001-01-01", ""])
def test_a_day_that_is_none_is_refused(text: str) -> None:
    """With how to write one."""
    with pytest.raises(click.BadParameter, match="2025-03-17"):
        options.day(text)
    with pytest.raises(click.BadParameter, match="2025-03-17"):
        options.moment(text)


def test_a_moment_is_written_as_in_front_matter() -> None:
    """And a day as ISO 8601 has it."""
    assert options.moment("17/03/2025") == dt.date(2025, 3, 17)
    with pytest.raises(click.BadParameter, match="2025-03-17"):
        options.day("17/03/2025")


@pytest.mark.parametrize(
    "command", [["check"], ["serve", "-b", "https://example.org/"], ["build"], ["explain"], ["explain", "--event", "x"]]
)
def test_where_there_is_no_site_nothing_is_left(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither where there is no folder nor where it is none of a site."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    name, *rest = command
    assert [cli.run([name, folder, *rest]) for folder in ("nosuch", "empty")] == [2, 2]
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


def test_a_site_built_from_python_has_whole_addresses(tmp_path: Path) -> None:
    """The address of a site gets its last slash; one that is none is refused, as is a day that no edition can be of."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("---\ntitle: A\ndate: 2025-03-17\n---\n")
    sitegen.build(tmp_path, base_url="https://example.org/desk")
    assert "<loc>https://example.org/desk/articles/a/</loc>" in (tmp_path / "public/sitemap.xml").read_text("utf-8")
    with pytest.raises(UsageError) as refused:
        sitegen.build(tmp_path, base_url="example.org", as_of=dt.date.max)
    assert [str(fault.place) for fault in refused.value.problems] == ["as_of", "base_url"]


def test_as_many_processes_as_asked_for() -> None:
    """Or as many as there are processors to use."""
    assert options.processes(3) == 3
    assert options.processes(0) >= 1
