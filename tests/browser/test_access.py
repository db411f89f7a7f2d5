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
