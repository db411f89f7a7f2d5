"""Lighthouse, as a telephone on a slow network: the best marks for access, practice and search, 95 and more for speed."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from .chrome import CHROMIUM, FLAGS

pytestmark = pytest.mark.browser

LIGHTHOUSE = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("accessibility", "best-practices", "seo", "performance")


@pytest.mark.parametrize("kind", ["", "timeline", "articles/", "events/"], ids=["briefing", "timeline", "article", "event"])
def test_lighthouse(address: str, kinds: dict[str, str], tmp_path: Path, kind: str) -> None:
    """100 for accessibility, best practices and SEO, at least 95 for performance."""
    report = tmp_path / "report.json"
    command = ["node", str(LIGHTHOUSE), address + kinds[kind], "--output=json", f"--output-path={report}", "--quiet"]
    options = [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={' '.join(FLAGS)} --user-data-dir={tmp_path / 'profile'}"]
    environment = {**os.environ, "CHROME_PATH": CHROMIUM, "LIGHTHOUSE_CHROMIUM_PATH": CHROMIUM}
    subprocess.run([*command, *options], check=True, timeout=240, env=environment)
    found = json.loads(report.read_text(encoding="utf-8"))
    scores = {name: round(100 * found["categories"][name]["score"]) for name in CATEGORIES}
    failed = [name for name, audit in found["audits"].items() if audit["score"] is not None and audit["score"] < 0.9]
    assert scores["performance"] >= 95, (scores, failed)
    assert {scores[name] for name in CATEGORIES[:3]} == {100}, (scores, failed)
