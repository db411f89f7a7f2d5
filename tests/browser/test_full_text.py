"""Search over every word, where a site asks for it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from .conftest import ROOT
from .server import prefix_of, serving


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration site with the full-text search switched on, built for a sub-path."""
    site = tmp_path_factory.mktemp("searched")
    shutil.copytree(ROOT / "content", site / "content")
    (site / "sitegen.yaml").write_text((ROOT / "sitegen.yaml").read_text(encoding="utf-8") + "search: pagefind\n", encoding="utf-8")
    command = [sys.executable, "-m", "sitegen", "build", str(site), "--base-url", "https://news.example/desk/"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return site / "public"


@pytest.fixture(scope="module")
def home(searched: Path) -> Iterator[str]:
    """Where it is served."""
    with serving(searched, prefix_of(searched)) as address:
        yield address


@pytest.mark.parametrize("place", ["served", "disk"])
def test_search_on_a_site_with_pagefind(browser: webdriver.Chrome, home: str, searched: Path, place: str) -> None:
    """A word of the text alone is found where the site is served; a headline is found from a disk too; each leads to its page."""
    pages = sorted((searched / "articles").glob("*/index.html"))
    known = (searched / "search" / "index-1.js").read_text(encoding="utf-8").casefold()
    prose = re.sub(r"<[^>]*>", " ", pages[0].read_text(encoding="utf-8").partition('class="prose')[2].partition("<aside")[0])
    hidden = [word for word in re.findall(r"\b[a-z]{7,}\b", prose) if word not in known]
    word = hidden[0] if place == "served" else "ferrin"
    browser.get((home if place == "served" else f"{searched.as_uri()}/") + f"search/index.html?q={word}")
    WebDriverWait(browser, 15).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, "#results a"))
    marked = browser.find_elements(By.CSS_SELECTOR, "#results .extract mark")
    assert bool(marked) == (place == "served")
    browser.find_element(By.CSS_SELECTOR, "#results a").click()
    assert word in browser.find_element(By.TAG_NAME, "main").get_attribute("textContent").casefold()
