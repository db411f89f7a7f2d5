"""Lighthouse, as a telephone on a slow network: the best marks for access, practice and search, 95 and more for speed."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from .chrome import CHROMIUM, FLAGS

pytestmark = pytest.mark.browser

LIGHTHOUSE = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
RUNS = 3
CATEGORIES = ("accessibility", "best-practices", "seo", "performance")


@dataclass(frozen=True, slots=True)
class Marks:
    """What Lighthouse gave a page: marks of 100, and the audits that were not passed."""

    scores: dict[str, int]
    failed: tuple[str, ...]


def lighthouse(page: str, folder: Path) -> Marks:
    """One run."""
    report = folder / "report.json"
    command = ["node", str(LIGHTHOUSE), page, "--output=json", f"--output-path={report}", "--quiet"]
    with tempfile.TemporaryDirectory(prefix="lighthouse-", ignore_cleanup_errors=True) as profile:
        options = [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={' '.join(FLAGS)} --user-data-dir={profile}"]
        environment = {**os.environ, "CHROME_PATH": CHROMIUM}
        subprocess.run([*command, *options], check=True, timeout=120, env=environment)
    found = json.loads(report.read_text(encoding="utf-8"))
    scores = {name: round(100 * found["categories"][name]["score"]) for name in CATEGORIES}
    failed = (name for name, audit in found["audits"].items() if audit["score"] is not None and audit["score"] < 0.9)
    return Marks(scores, tuple(failed))


@pytest.mark.parametrize(
    "kind", ["", "timeline", "articles/", "events/", "search"], ids=["briefing", "timeline", "article", "event", "search"]
)
def test_lighthouse(address: str, kinds: dict[str, str], tmp_path: Path, kind: str) -> None:
    """100 for accessibility, best practices and SEO, at least 95 for performance.

    Speed is measured on a machine that may be busy; other work only ever takes from it, so the best of three runs counts.
    """
    runs = []
    while len(runs) < RUNS and not (runs and runs[-1].scores["performance"] >= 95):
        runs.append(lighthouse(address + kinds[kind], tmp_path))
    assert {runs[-1].scores[name] for name in CATEGORIES[:3]} == {100}, runs[-1]
    assert runs[-1].scores["performance"] >= 95, runs
