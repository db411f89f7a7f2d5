"""Sitemaps, robots.txt, llms.txt and the oEmbed answer."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from sitegen.pages.outputs import crawlers, render
from sitegen.pages.site import SiteModel

from .fixture import BASE, site

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
PAGES = ("", "embed/", "timeline/", "articles/first/", "events/spoke/", "days/2025-03-16/", "404.html", "names/zoë/")


def made(model: SiteModel, pages: tuple[str, ...] = PAGES) -> dict[str, str]:
    """The outputs of a site by path."""
    return {file.path: file.content.decode() for file in render(model, pages) if not file.path.endswith(".png")}


def test_sitemap_lists_every_page_with_its_last_change() -> None:
    """All pages but the 404 and the one for frames; a page that rests on few articles changes with them, the others with the newest."""
    root = ET.fromstring(made(site())["sitemap.xml"])  # noqa: S314 -- our own file
    found = {url.findtext(MAP + "loc"): url.findtext(MAP + "lastmod") for url in root}
    assert found == {
        BASE: "2025-03-18T09:00:00+02:00",
        f"{BASE}timeline/": "2025-03-18T09:00:00+02:00",
        f"{BASE}articles/first/": "2025-03-16T00:00:00+00:00",
        f"{BASE}events/spoke/": "2025-03-17T08:30:00+00:00",
        f"{BASE}days/2025-03-16/": "2025-03-17T08:30:00+00:00",
        f"{BASE}names/zo%C3%AB/": "2025-03-18T09:00:00+02:00",
    }


def test_a_large_site_has_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one sitemap may not hold all pages, ``sitemap.xml`` leads to several that do."""
    monkeypatch.setattr(crawlers, "_SITEMAP_MOST", 4)
    files = made(site())
    assert re.findall("<loc>(.*)</loc>", files["sitemap.xml"]) == [f"{BASE}sitemap-1.xml", f"{BASE}sitemap-2.xml"]
    assert files["sitemap-1.xml"].count("<loc>") == 4
    assert files["sitemap-2.xml"].count("<loc>") == 2


def test_news_sitemap_holds_the_last_two_days() -> None:
    """As of the 19th, the articles of the 18th and later; each with publication, language, time and title."""
    root = ET.fromstring(made(site())["news-sitemap.xml"])  # noqa: S314 -- our own file
    assert [url.findtext(MAP + "loc") for url in root] == [f"{BASE}articles/third/"]
    news = root.find(f"{MAP}url/{NEWS}news")
    assert news is not None
    assert [(part.tag.removeprefix(NEWS), part.text or "") for part in news.iter()][2:] == [
        ("name", "The Desk"),
        ("language", "en"),
        ("publication_date", "2025-03-18T09:00:00+02:00"),
        ("title", "Third"),
    ]


def test_robots_names_the_sitemaps() -> None:
    """Everything may be read; the maps are given where they exist."""
    assert made(site())["robots.txt"] == (f"User-agent: *\nDisallow:\nSitemap: {BASE}sitemap.xml\nSitemap: {BASE}news-sitemap.xml\n")


def test_without_an_address_there_are_no_files_that_need_one() -> None:
    """Sitemaps and oEmbed are left out rather than filled with guesses; the rest is written."""
    without = made(site(base_url=""))
    assert {file.path for file in render(site(), PAGES)} - set(without) == {
        "sitemap.xml",
        "news-sitemap.xml",
        "embed/oembed.json",
        "card.png",
    }
    assert without["robots.txt"] == "User-agent: *\nDisallow:\n"
    assert not [path for path, text in without.items() if "https://example.org" in text]


def test_llms_txt_is_a_map_in_markdown() -> None:
    """A title, a quoted summary, then lists of links; titles cannot break a link."""
    base = site()
    odd = replace(base, articles=(replace(base.articles[0], title="A [x](y)\n# B"), *base.articles[1:]))
    text = made(odd)["llms.txt"]
    assert text.startswith("# The Desk\n\n> ")
    assert re.findall("^## (.*)$", text, re.MULTILINE) == ["Pages", "Data", "Articles"]
    assert f"- [A (x)(y) # B]({BASE}articles/first/): North Wire, 2025-03-16. The leaders spoke on Sunday." in text
    assert "](timeline/index.html)" in made(site(base_url=""))["llms.txt"]


def test_oembed_answer() -> None:
    """A rich answer with the required members, its frame leading to the page made for frames."""
    answer = json.loads(made(site())["embed/oembed.json"])
    assert (answer["version"], answer["type"], answer["title"]) == ("1.0", "rich", "The talks")
    assert f'src="{BASE}embed/"' in answer["html"]
    assert {"html", "width", "height"} <= set(answer)
    assert "embed/oembed.json" not in made(site(), ("timeline/",)), "no page for frames, no answer that names it"
