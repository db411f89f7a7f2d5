"""Where a script runs, a reader can look closer: filter, zoom and search, by pointer and by key, with an address for what is seen."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from .chrome import Look, look

pytestmark = pytest.mark.browser


@pytest.fixture
def timeline(browser: webdriver.Chrome, address: str) -> webdriver.Chrome:
    """The browser on the timeline, on a desk."""
    look(browser, Look(1280))
    opened(browser, address + "timeline/")
    return browser


def opened(browser: webdriver.Chrome, address: str) -> None:
    """Open an address anew and wait until the page's scripts have run: on a busy machine the driver comes back before."""
    browser.get("about:blank")
    browser.get(address)
    WebDriverWait(browser, 30).until(lambda driver: driver.execute_script("return document.readyState") == "complete")


def listed(browser: webdriver.Chrome) -> list[str]:
    """The ids of the events that the list shows."""
    script = "return [...document.querySelectorAll('#list .event')].filter(one => one.checkVisibility()).map(one => one.id)"
    found: list[str] = browser.execute_script(script)
    return found


def test_a_filter_has_an_address(timeline: webdriver.Chrome) -> None:
    """Choosing a source leaves its events only; the page's address, opened anew, shows the same; choosing all brings all back."""
    every = listed(timeline)
    Select(timeline.find_element(By.CSS_SELECTOR, "select[name=source]")).select_by_index(1)
    chosen = listed(timeline)
    assert 0 < len(chosen) < len(every)
    shared = timeline.current_url
    opened(timeline, shared)
    assert listed(timeline) == chosen
    Select(timeline.find_element(By.CSS_SELECTOR, "select[name=source]")).select_by_index(0)
    assert listed(timeline) == every


def test_the_list_can_be_turned_about(timeline: webdriver.Chrome) -> None:
    """Newest first, each day as it was, what is ahead marked off as before; the address shows the same; oldest first brings all back."""
    days = "return [...document.querySelectorAll('#list :is(.day > h3, .now)')].map(one => one.id)"
    button = "#list .order button:not([hidden])"
    oldest, events = timeline.execute_script(days), listed(timeline)
    assert timeline.find_element(By.CSS_SELECTOR, ".order").text.startswith("The oldest first.")
    timeline.find_element(By.CSS_SELECTOR, button).send_keys(Keys.ENTER)
    assert timeline.execute_script(days) == oldest[::-1]
    assert timeline.find_element(By.CSS_SELECTOR, ".order").text.startswith("The newest first.")
    assert timeline.switch_to.active_element == timeline.find_element(By.CSS_SELECTOR, button)
    assert sorted(listed(timeline)) == sorted(events)
    shared = timeline.current_url
    opened(timeline, shared)
    assert timeline.execute_script(days) == oldest[::-1]
    timeline.find_element(By.CSS_SELECTOR, button).click()
    assert (timeline.execute_script(days), listed(timeline)) == (oldest, events)


def test_a_link_on_the_page_keeps_the_filter(timeline: webdriver.Chrome) -> None:
    """Going to the day of the edition changes the address, not what is shown."""
    Select(timeline.find_element(By.CSS_SELECTOR, "select[name=source]")).select_by_index(1)
    chosen = listed(timeline)
    timeline.find_element(By.CSS_SELECTOR, "a[href='#now']").click()
    assert timeline.current_url.endswith("#now")
    assert listed(timeline) == chosen


def test_the_drawing_zooms_by_key_and_button(timeline: webdriver.Chrome) -> None:
    """Plus looks closer and the address says at what; zero shows all again; the buttons do the same."""
    mark = timeline.find_element(By.CSS_SELECTOR, "#chart .marks a[tabindex='0']")
    mark.send_keys("+")
    closer = timeline.current_url
    assert "from=" in closer
    mark.send_keys("0")
    assert "from=" not in timeline.current_url
    timeline.find_element(By.CSS_SELECTOR, "#tools button[value=in]").click()
    assert timeline.current_url == closer


def test_a_filtered_drawing_closes_up(timeline: webdriver.Chrome) -> None:
    """Lanes that show nothing go, the others count what they show, and all comes back."""
    lanes = "return [...document.querySelectorAll('.drawing g[data-lane]:not(.out)')].map(one => one.textContent)"
    height = "return document.querySelector('.drawing').getBoundingClientRect().height"
    every, tall = timeline.execute_script(lanes), timeline.execute_script(height)
    source = Select(timeline.find_element(By.CSS_SELECTOR, "select[name=source]"))
    source.select_by_index(1)
    marks = timeline.execute_script("return document.querySelectorAll('.marks a:not(.out)').length")
    (kept,) = timeline.execute_script(lanes)
    assert kept.split()[-1] == str(marks)
    assert timeline.execute_script(height) < tall / 2
    assert len(listed(timeline)) < len(timeline.find_elements(By.CSS_SELECTOR, "#list .event"))
    source.select_by_index(0)
    assert (timeline.execute_script(lanes), timeline.execute_script(height)) == (every, tall)


def test_background_is_filtered_too(timeline: webdriver.Chrome) -> None:
    """What stands beside the list follows the filter, and the number of events counts it."""
    shown = "return [...document.querySelectorAll('.background > li')].filter(one => one.checkVisibility()).length"
    every = timeline.execute_script(shown)
    Select(timeline.find_element(By.CSS_SELECTOR, "select[name=source]")).select_by_index(1)
    kept = timeline.execute_script(shown)
    assert kept < every
    days = timeline.execute_script("return document.querySelectorAll('#list .event:not([hidden])').length")
    assert timeline.find_element(By.CSS_SELECTOR, "#tools output").text.split()[0] == str(days + kept)


def test_a_day_begins_where_its_mark_stands(timeline: webdriver.Chrome, address: str) -> None:
    """Where hours are drawn, what has no hour stands at its day's beginning, with a line through the day, and not at noon."""
    opened(timeline, address + "timeline/#from=2025-02-24&to=2025-02-27")
    script = """
        const mark = document.querySelector('.marks a:has(.whole)');
        const line = mark.querySelector('.whole');
        const [x, start] = [mark.querySelector('svg').getAttribute('x'), line.getAttribute('x1')];
        return [parseFloat(x), parseFloat(start), mark.dataset.at !== mark.dataset.until]"""
    x, start, is_day = timeline.execute_script(script)
    assert x == start
    assert is_day


def test_the_edition_stands_at_the_end_of_its_day(timeline: webdriver.Chrome, address: str, public: Path) -> None:
    """Where hours are drawn, the line of the edition closes its day, of which it speaks as a whole."""
    day = dt.date.fromisoformat(json.loads((public / "data" / "events.json").read_text(encoding="utf-8"))["as_of"])
    opened(timeline, f"{address}timeline/#from={day - dt.timedelta(1)}&to={day + dt.timedelta(1)}")
    x = timeline.execute_script("return document.querySelector('.drawing line.as-of').getAttribute('x1')")
    assert abs(float(x.rstrip("%")) - 100) < 0.1


def test_the_axis_stays_in_sight(timeline: webdriver.Chrome) -> None:
    """Looking down a tall drawing, the reader still sees which day is which."""
    timeline.execute_script("document.querySelector('.drawing').scrollIntoView(); scrollBy(0, 150)")
    assert timeline.execute_script("return document.querySelector('.axis').getBoundingClientRect().top") == 0


def test_arrows_go_through_the_days_of_the_strip(browser: webdriver.Chrome, address: str) -> None:
    """One day of the strip is a tab stop, and an arrow key goes on to the next."""
    look(browser, Look(360))
    browser.get(address + "timeline/")
    (stop,) = browser.find_elements(By.CSS_SELECTOR, ".strip .bar[tabindex='0']")
    stop.send_keys(Keys.ARROW_RIGHT)
    (active,) = browser.find_elements(By.CSS_SELECTOR, ".strip .bar[tabindex='0']")
    assert active != stop
    assert browser.switch_to.active_element == active


def test_arrows_go_from_mark_to_mark(timeline: webdriver.Chrome) -> None:
    """One mark is a tab stop; an arrow key moves to the next in time."""
    stops = timeline.find_elements(By.CSS_SELECTOR, "#chart .marks a[tabindex='0']")
    assert len(stops) == 1
    stops[0].send_keys(Keys.ARROW_RIGHT)
    active = timeline.switch_to.active_element
    assert active != stops[0]
    assert active.get_attribute("tabindex") == "0"


@pytest.mark.parametrize("place", ["served", "disk"])
def test_search_finds_a_headline(browser: webdriver.Chrome, address: str, portable: Path, place: str) -> None:
    """A word of an event's headline leads to the event, below a sub-path as from a disk."""
    home = address if place == "served" else f"{portable.as_uri()}/"
    browser.get(home + "timeline/index.html")
    headline = browser.find_element(By.CSS_SELECTOR, "#list > .day .line a").text
    browser.get(home + "search/index.html")
    browser.find_element(By.CSS_SELECTOR, "input[type=search]").send_keys(headline + Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, "#results a"))
    result = browser.find_element(By.CSS_SELECTOR, "#results a")
    assert headline in result.text
    result.click()
    assert "/events/" in browser.current_url
