"""A reader's walk: on narrow screens, without script, by keyboard, on paper."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from .chrome import Look, look, requests
from .server import serving

pytestmark = pytest.mark.browser

TEXTS = """
const found = [], walker = document.createTreeWalker(arguments[0], NodeFilter.SHOW_TEXT);
while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode.data);
return found;
"""


@pytest.mark.parametrize("as_", [Look(320), Look(360), Look(640)], ids=["320 px", "360 px", "1280 px at 200 %"])
def test_no_page_scrolls_sideways(browser: webdriver.Chrome, address: str, kinds: dict[str, str], as_: Look) -> None:
    """The page is no wider than the window, whether the reasons are open or not."""
    look(browser, as_)
    too_wide = {}
    for page in kinds.values():
        browser.get(address + page)
        browser.execute_script("for (const one of document.querySelectorAll('details')) one.open = true")
        width = browser.execute_script("return document.documentElement.scrollWidth")
        if width > as_.width:
            too_wide[page] = width
    assert too_wide == {}


def test_the_front_page_has_an_end(browser: webdriver.Chrome, address: str) -> None:
    """A reader with a telephone reaches it within a dozen screens, however long the story."""
    look(browser, Look(360, height=780))
    browser.get(address)
    assert browser.execute_script("return document.documentElement.scrollHeight") <= 12 * 780


def test_a_long_list_of_days_is_folded_on_a_telephone(plain_browser: webdriver.Chrome, address: str) -> None:
    """The weightiest days stand open, a tap opens the others; on a desk all of them stand open."""
    shown = "return [...document.querySelectorAll('#list .event')].filter(one => one.checkVisibility()).length"
    look(plain_browser, Look(1280))
    plain_browser.get(address + "timeline/")
    every = plain_browser.execute_script(shown)
    assert every == len(plain_browser.find_elements(By.CSS_SELECTOR, "#list .event"))
    look(plain_browser, Look(360, height=780))
    assert 0 < plain_browser.execute_script(shown) < every
    assert plain_browser.execute_script("return document.documentElement.scrollHeight") <= 12 * 780
    for summary in plain_browser.find_elements(By.CSS_SELECTOR, ".days > summary"):
        summary.click()
    assert plain_browser.execute_script(shown) == every


def test_what_cannot_be_folded_is_no_stop(plain_browser: webdriver.Chrome, address: str) -> None:
    """A part that only narrow screens fold stands open on a desk, with its heading, and the tab key goes past it."""
    focused = """const part = document.querySelector(".part");
        part.firstElementChild.focus();
        return [document.activeElement === part.firstElementChild, part.querySelector("h2").checkVisibility({visibilityProperty: true})]"""
    for width, stops in ((360, True), (1280, False)):
        look(plain_browser, Look(width))
        plain_browser.get(address)
        assert plain_browser.execute_script(focused) == [stops, True]


def test_a_long_name_of_a_source_stays_on_the_page(browser: webdriver.Chrome, address: str) -> None:
    """An article that names no source is known by its title, which may be long."""
    for width in (320, 1000, 1280):
        look(browser, Look(width))
        browser.get(address)
        browser.execute_script(
            "for (const mark of document.querySelectorAll('.lines .mark.single')) mark.textContent = 'A long name '.repeat(16)"
        )
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_nothing_comes_from_elsewhere_and_nothing_goes_wrong(browser: webdriver.Chrome, address: str, kinds: dict[str, str]) -> None:
    """Every request goes to the site itself, and the console stays empty: no refused script or style, no missing file."""
    requests(browser)
    browser.get_log("browser")
    for page in kinds.values():
        browser.get(address + page)
    hosts = {urlsplit(url).netloc for url in requests(browser) if not url.startswith(("data:", "blob:"))}
    assert hosts == {urlsplit(address).netloc}
    assert [entry["message"] for entry in browser.get_log("browser")] == []


def test_pages_are_whole_without_script(
    browser: webdriver.Chrome, plain_browser: webdriver.Chrome, address: str, kinds: dict[str, str]
) -> None:
    """With scripts off a page says all that it says with scripts on, but for the controls that need one."""
    for page in kinds.values():
        said = []
        for driver in (browser, plain_browser):
            look(driver, Look(1280))
            driver.get(address + page)
            needing = driver.find_elements(By.CSS_SELECTOR, "form, #tools, .order button")
            controls = Counter(line for one in needing for line in one.text.splitlines())
            said.append(Counter(driver.find_element(By.TAG_NAME, "main").text.splitlines()) - controls)
        assert said[0] == said[1], page
        assert said[1], page


def test_a_reason_opens_by_keyboard(plain_browser: webdriver.Chrome, address: str, kinds: dict[str, str]) -> None:
    """Tab leads to "Why this date?", Enter opens it, and what it says can be seen; no script is needed."""
    look(plain_browser, Look(360))
    plain_browser.get(address + kinds["events/"])
    summary = plain_browser.find_element(By.XPATH, "//details[not(@open)]/summary[contains(., 'Why this date')]")
    details = summary.find_element(By.XPATH, "..")
    for _ in range(200):
        plain_browser.switch_to.active_element.send_keys(Keys.TAB)
        if plain_browser.switch_to.active_element == summary:
            break
    assert plain_browser.switch_to.active_element == summary
    assert details.get_attribute("open") is None
    summary.send_keys(Keys.ENTER)
    assert details.get_attribute("open") is not None
    inside = details.find_elements(By.CSS_SELECTOR, ":scope > :not(summary)")
    assert any(part.is_displayed() and part.text for part in inside)


def test_every_date_of_the_timeline_leads_to_its_reason(plain_browser: webdriver.Chrome, address: str) -> None:
    """One tap on "Why this date?" in the list of events shows the reason, without a script."""
    look(plain_browser, Look(360))
    plain_browser.get(address + "timeline/")
    asked = plain_browser.find_elements(By.CSS_SELECTOR, "#list .event .ask")
    assert len(asked) == len(plain_browser.find_elements(By.CSS_SELECTOR, "#list .event"))
    plain_browser.get(asked[0].get_attribute("href") or "")
    reason = plain_browser.find_element(By.CSS_SELECTOR, "#why .reason")
    assert reason.is_displayed()
    assert reason.text


def test_a_disagreement_can_be_followed(browser: webdriver.Chrome, address: str) -> None:
    """From the front page to an event on whose day the sources differ; there both readings stand side by side on a desk."""
    look(browser, Look(1280))
    browser.get(address)
    link = browser.find_element(By.XPATH, "//*[@class='readings']/ancestor::*[contains(@class, 'event')][1]//a[contains(@href, 'events/')]")
    browser.get(link.get_attribute("href") or "")
    readings = browser.find_elements(By.CSS_SELECTOR, ".readings > li")
    assert len(readings) >= 2
    assert readings[0].location["x"] != readings[1].location["x"]
    assert readings[0].location["y"] == readings[1].location["y"]


def test_feeds_and_calendars_can_be_found(browser: webdriver.Chrome, address: str) -> None:
    """The front page names its feeds in its head, and links the calendar that can be subscribed to."""
    browser.get(address)
    links = browser.find_elements(By.CSS_SELECTOR, "link[rel=alternate]")
    assert {"application/atom+xml", "application/feed+json"} <= {link.get_attribute("type") for link in links}
    assert browser.find_elements(By.CSS_SELECTOR, "a[href$='upcoming.ics']")


def on_paper(browser: webdriver.Chrome, folder: Path) -> str:
    """The text of the page the browser is at, as it is printed."""
    file = folder / "page.pdf"
    file.write_bytes(base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {})["data"]))
    return subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True, timeout=30).stdout


def test_paper_has_the_notes(browser: webdriver.Chrome, address: str, kinds: dict[str, str], tmp_path: Path) -> None:
    """Printed, an article carries the reasons for its dates, which are closed on the screen."""
    browser.get(address + kinds["articles/"])
    # Text nodes one by one: the quotation marks between them are the style sheet's.
    wanted: list[str] = browser.execute_script(TEXTS, browser.find_element(By.CSS_SELECTOR, "details .reason"))
    shown = browser.find_element(By.CSS_SELECTOR, "details .reason").text
    printed = on_paper(browser, tmp_path)
    assert wanted
    assert not shown
    assert not [text for text in wanted if "".join(text.split()) not in "".join(printed.replace("\xad", "").split())]


def test_paper_begins_with_what_happened(browser: webdriver.Chrome, address: str, tmp_path: Path) -> None:
    """On paper all that is coming is printed with its reasons; it follows the developments instead of pushing them off."""
    browser.get(address)
    printed = on_paper(browser, tmp_path)
    order = [printed.index(heading) for heading in ("Key developments", "Coming up", "Where the sources differ", "Sources\n")]
    assert order == sorted(order)


def test_a_telephone_shows_the_section_one_is_in(browser: webdriver.Chrome, address: str) -> None:
    """The way scrolls sideways there; the section's name stands within the window all the same, and the page at its top."""
    look(browser, Look(360))
    browser.get(address + "dates/")
    seen = "const a = document.querySelector('nav [aria-current]').getBoundingClientRect(); return [a.left >= 0, a.right <= 360, scrollY]"
    assert browser.execute_script(seen) == [True, True, 0]


def test_no_half_of_a_window_is_empty(browser: webdriver.Chrome, address: str) -> None:
    """Between telephone and desk what is coming stands beside where sources differ, and has the whole width where none do."""
    look(browser, Look(768))
    browser.get(address)
    width = "return document.querySelector(arguments[0]).offsetWidth / document.querySelector('.home > .rail').offsetWidth"
    assert browser.execute_script(width, ".rail > .brief") < 0.5
    browser.execute_script("document.querySelector('.rail > .narrow-only').remove()")
    assert browser.execute_script(width, ".rail > .brief") == 1


def test_another_site_can_show_the_story(browser: webdriver.Chrome, public: Path, address: str, tmp_path: Path) -> None:
    """The frame that the oEmbed answer gives shows the story on another site's page, and its links leave the frame."""
    discovery = re.search(r"<link[^>]*json\+oembed[^>]*>", (public / "timeline" / "index.html").read_text(encoding="utf-8"))
    assert discovery
    assert "/embed/oembed.json" in discovery[0]
    answer = json.loads((public / "embed" / "oembed.json").read_text(encoding="utf-8"))
    frame = answer["html"].replace("https://news.example/desk/", address)
    (tmp_path / "index.html").write_text(f'<!doctype html><html lang="en"><title>Another site</title>{frame}</html>', encoding="utf-8")
    with serving(tmp_path, "/") as elsewhere:
        look(browser, Look(1280))
        browser.get(elsewhere)
        browser.switch_to.frame(0)
        link = browser.find_element(By.CSS_SELECTOR, ".event .line a")
        assert link.is_displayed()
        link.click()
        browser.switch_to.default_content()
        WebDriverWait(browser, 10).until(lambda driver: driver.current_url.startswith(f"{address}events/"))
