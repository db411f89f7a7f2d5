"""TimelineJS 3 really loads what is written for it."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

from .chrome import Look, look
from .server import serving

pytestmark = pytest.mark.browser

DIST = Path(__file__).parent / "node_modules" / "@knight-lab" / "timelinejs" / "dist"
PAGE = """<!doctype html><html lang="en"><title>TimelineJS</title>
<link rel="stylesheet" href="dist/css/timeline.css"><div id="timeline" style="height: 600px"></div>
<script src="dist/js/timeline.js"></script>
<script>const timeline = new TL.Timeline("timeline", "FILE", {font: null, script_path: "dist/js"});</script></html>"""
LOADED = "return typeof timeline !== 'undefined' && timeline.config && document.querySelectorAll('.tl-timemarker').length"


@pytest.mark.parametrize("file", ["data/timeline.json", "data/events.csv"])
def test_timelinejs_draws_every_event(browser: webdriver.Chrome, public: Path, tmp_path: Path, file: str) -> None:
    """It reports no error and draws a marker for each event of the file."""
    shutil.copytree(DIST, tmp_path / "dist")
    shutil.copytree(public / "data", tmp_path / "data")
    (tmp_path / "index.html").write_text(PAGE.replace("FILE", file), encoding="utf-8")
    data = (public / file).read_text(encoding="utf-8")
    events = json.loads(data)["events"] if file.endswith("json") else list(csv.DictReader(data.splitlines()))
    with serving(tmp_path, "/") as address:
        look(browser, Look(1280))
        browser.get(address)
        WebDriverWait(browser, 30).until(lambda driver: driver.execute_script(LOADED))
        assert browser.execute_script("return timeline.config.messages.errors") == []
        assert browser.execute_script("return timeline.config.events.length") == len(events)
        assert browser.execute_script(LOADED) == len(events)
