"""No link is broken, wherever the site stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium import webdriver

from .links import broken, internal
from .server import prefix_of, serving

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("home", "folders"),
    [("http://news.example/", True), ("http://news.example/repo/", True), ("file:///disk/public/", False)],
    ids=["root", "sub-path", "disk"],
)
def test_a_portable_site_has_no_broken_link_anywhere(portable: Path, home: str, folders: bool) -> None:  # noqa: FBT001 -- a case
    """Every link inside the site leads to a file of it and to an anchor that is there, wherever it stands.

    Only the page for missing pages has to know its place, for it is shown at any depth: without an address it counts from the host's root.
    """
    rooted = home == "http://news.example/"
    found = [link for link in broken(portable, home, folders=folders) if rooted or not link.startswith("404.html -> /")]
    assert not found, "\n".join(found)
    assert len(set(internal(portable))) > 50


def test_a_site_with_an_address_has_no_broken_link_there(public: Path) -> None:
    """At the address that a site was built for every link holds, those of the page for missing pages too."""
    found = broken(public, f"https://news.example{prefix_of(public)}", folders=True)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("link", "from_disk", "served"),
    [
        ("there/index.html#here", True, True),
        ("there/index.html#nowhere", False, False),
        ("there/", False, True),
        ("/there/index.html", False, True),
        ("gone.html", False, False),
        ("../outside.html", False, False),
        ("https://elsewhere.example/", True, True),
    ],
)
def test_the_checker_knows_broken_links(tmp_path: Path, link: str, from_disk: bool, served: bool) -> None:  # noqa: FBT001 -- a case
    """Missing files and anchors, folders on a disk and links out of the site are found; what is there is not."""
    (tmp_path / "there").mkdir()
    (tmp_path / "index.html").write_text(f'<a href="{link}">x</a>')
    (tmp_path / "there" / "index.html").write_text('<p id="here">x</p>')
    assert (broken(tmp_path, "file:///disk/", folders=False) == []) is from_disk
    assert (broken(tmp_path, "http://news.example/", folders=True) == []) is served


def test_pages_open_below_a_sub_path_and_from_disk(browser: webdriver.Chrome, portable: Path) -> None:
    """A browser finds the style sheet and follows a link from the front page in both places."""
    with serving(portable, "/repo/") as served:
        for home in (served, f"{portable.as_uri()}/"):
            browser.get(home + "index.html")
            assert (
                browser.execute_script(
                    "return [...document.styleSheets].every(sheet => sheet.href !== null) && document.styleSheets.length"
                )
                > 0
            )
            assert browser.execute_script("return getComputedStyle(document.querySelector('h1')).fontWeight") == "600"
            browser.execute_script("document.querySelector('.line a[href*=\"events/\"]').click()")
            assert "/events/" in browser.current_url
            assert browser.find_element("css selector", "h1").text
