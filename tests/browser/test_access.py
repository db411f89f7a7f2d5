"""axe-core finds no barrier on any kind of page, in light and dark, on a telephone and on a desk."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium import webdriver

from .chrome import Look, look

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN = """
const done = arguments[0];
for (const details of document.querySelectorAll("details")) details.open = true;
axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(
  found => done(found.violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(" ")).join(", ")} (${v.nodes.length})`)),
  fault => done([String(fault)]));
"""


@pytest.mark.parametrize("as_", [Look(360), Look(360, "dark"), Look(412), Look(1280), Look(1280, "dark")], ids=str)
def test_axe_finds_nothing(browser: webdriver.Chrome, address: str, kinds: dict[str, str], as_: Look) -> None:
    """All rules, best practices and the size of targets too, with every reason opened."""
    look(browser, as_)
    found = []
    for page in kinds.values():
        browser.get(address + page)
        browser.execute_script(AXE)
        found += [f"{page}: {violation}" for violation in browser.execute_async_script(RUN)]
    assert not found, "\n".join(found)
    assert kinds


def test_links_of_a_list_can_be_touched(browser: webdriver.Chrome, address: str, kinds: dict[str, str]) -> None:
    """On a telephone no link of a list and no button is less than 24 pixels high; those within a text and a drawing are as it is."""
    look(browser, Look(360))
    script = """
        return [...document.querySelectorAll('main :is(li, h3, .date, .meta, .by, .turns, .standing) > a, main :is(button, summary)')]
          .filter(one => one.checkVisibility() && !one.closest('.prose, .words, svg, .skip'))
          .filter(one => one.getBoundingClientRect().height < 24).map(one => one.outerHTML.slice(0, 90))"""
    found = []
    for page in kinds.values():
        browser.get(address + page)
        found += [f"{page}: {link}" for link in browser.execute_script(script)]
    assert not found, "\n".join(found[:20])


def test_the_days_of_a_drawing_can_be_reached_by_key(browser: webdriver.Chrome, address: str) -> None:
    """The bars are no tab stops; a link before them, seen once it has the focus, leads to the same days as text."""
    browser.get(address)
    browser.execute_script("document.querySelector('.strip .skip').focus()")
    link = browser.switch_to.active_element
    assert link.rect["y"] >= 0
    assert "calendar" in str(link.get_attribute("href"))
