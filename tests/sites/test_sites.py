"""Runs every `cases/*.txt` beside it; see `case.py` for how one is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from .case import Runner, parse

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_site_is_built_as_the_case_says(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, update: bool
) -> None:
    """What the commands say and what they write is what the case expects."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769904000")  # 2026-02-01
    case = parse(path.read_text("utf-8"))
    went = Runner(tmp_path, capsys).play(case)
    if update:
        path.write_text(str(went), "utf-8")
    assert str(went) == str(case)


def test_there_are_cases() -> None:
    """An empty folder would pass everything."""
    assert len(CASES) > 10
