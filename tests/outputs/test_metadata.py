"""What the heads of pages say to machines."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest

from sitegen.pages.outputs.identity import authors
from sitegen.pages.outputs.metadata import Card, article_card, event_card, oembed_address, page_card

from .fixture import ARTICLES, BASE, EVENTS, HOSTILE, site

BY_ID = {event.id: event for event in EVENTS}


def data(card: Card) -> dict[str, Any]:
    """The JSON-LD of a card."""
    found: dict[str, Any] = json.loads(card.data)
    return found


def test_article_is_a_news_article() -> None:
    """Times with offsets, the publisher as author where no person is named, and the original it is based on."""
    found = data(article_card(site(), ARTICLES[1]))
    assert (found["@type"], found["datePublished"]) == ("NewsArticle", "2025-03-17T08:30:00+00:00")
    assert found["author"] == found["publisher"] == {"@type": "Organization", "name": "South Post"}
    assert found["isBasedOn"] == "https://south.example/a?b=1&c=2"
    assert found["url"] == f"{BASE}articles/second/"
    assert data(article_card(site(), replace(ARTICLES[1], authors=("Ada",))))["author"] == {"@type": "Person", "name": "Ada"}


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("Ann Lee and Bo Ray", ["Ann Lee", "Bo Ray"]),
        ("Ann Lee, Bo van Ray and Cy Dow", ["Ann Lee", "Bo van Ray", "Cy Dow"]),
        ("Ann Lee, Bo Ray, and Cy Dow", ["Ann Lee", "Bo Ray", "Cy Dow"]),
        ("Ann Lee, Harbour Correspondent", ["Ann Lee, Harbour Correspondent"]),
        ("Ann Lee and agencies", ["Ann Lee and agencies"]),
        ("Ministry of Trade and Industry", ["Ministry of Trade and Industry"]),
        ("", []),
    ],
)
def test_a_byline_names_several_where_it_says_so_plainly(byline: str, people: list[str]) -> None:
    """Split at the language's own "and", and only between full names."""
    assert list(authors(replace(ARTICLES[0], authors=(byline,) if byline else ()))) == people


def test_several_authors() -> None:
    """Each is a person of their own, in the article's language."""
    byline = replace(ARTICLES[0], authors=("Ann Lee und Bo Ray",), language="de")
    listed = replace(ARTICLES[0], authors=("Ann Lee", "Bo Ray"))
    for article in (byline, listed):
        assert data(article_card(site(), article))["author"] == [{"@type": "Person", "name": name} for name in ("Ann Lee", "Bo Ray")]
    assert authors(replace(ARTICLES[0], authors=("Ann Lee and Bo Ray", "the desk"))) == ("Ann Lee and Bo Ray", "the desk")


def test_only_what_is_on_a_calendar_is_an_event() -> None:
    """Scheduled, moved and cancelled events have the status that schema.org gives them; news and seasons are none."""
    found = {name: data(card)["eventStatus"] for name, event in BY_ID.items() if (card := event_card(site(), event)).data}
    assert found == {
        "night": "https://schema.org/EventScheduled",
        "clock": "https://schema.org/EventScheduled",
        "moved": "https://schema.org/EventRescheduled",
        "off": "https://schema.org/EventCancelled",
        "summit": "https://schema.org/EventScheduled",
    }
    assert data(event_card(site(), BY_ID["moved"]))["previousStartDate"] == "2025-03-20"
    undated = replace(BY_ID["moved"], rescheduled_from=None)
    assert data(event_card(site(), undated))["eventStatus"] == "https://schema.org/EventPostponed"


def test_data_cannot_leave_its_block() -> None:
    """No sign that could end the element or start markup stands in a data block, and reading gives the text back."""
    card = article_card(site(), replace(ARTICLES[0], title=HOSTILE))
    assert not set("<>&") & set(card.data)
    assert data(card)["headline"] == HOSTILE


def test_open_graph() -> None:
    """Title, kind, site and address; an article has its times and topics."""
    found = dict(article_card(site(), ARTICLES[0]).properties)
    assert (found["og:type"], found["og:title"], found["og:site_name"]) == ("article", "First", "The Desk")
    assert found["og:url"] == f"{BASE}articles/first/"
    assert found["article:published_time"] == "2025-03-16T00:00:00+00:00"
    assert dict(page_card(site(), "timeline/", "Timeline").properties)["og:type"] == "website"


def test_without_an_address_nothing_is_canonical() -> None:
    """A canonical link must be absolute: without the site's address there is none, nor an oEmbed answer to link to."""
    card = event_card(site(base_url=""), BY_ID["moved"])
    assert card.canonical == ""
    assert "og:url" not in dict(card.properties)
    assert "url" not in data(card)
    assert oembed_address(site(base_url="")) == ""
    assert oembed_address(site()) == f"{BASE}embed/oembed.json"


def test_descriptions_are_short() -> None:
    """A long summary is cut after a whole word."""
    card = page_card(site(), "", "Home", "word " * 100)
    assert len(card.description) <= 200
    assert card.description.endswith("word…")


def test_a_policy_can_name_the_data_block() -> None:
    """The hash is that of the block's own text, as browsers compute it; there is none where there is no block."""
    card = article_card(site(), ARTICLES[0])
    digest = hashlib.sha256(str(card.data).encode()).digest()
    assert base64.b64decode(card.source.removeprefix("'sha256-").removesuffix("'")) == digest
    assert page_card(site(), "", "Home").source == ""
