"""What the head of an HTML page says to machines: description, canonical address, Open Graph, JSON-LD, oEmbed.

A template calls one of `page_card`, `article_card` and `event_card` and writes:

    {% if card.canonical %}<link rel="canonical" href="{{ card.canonical }}">{% endif %}
    <meta name="description" content="{{ card.description }}">
    {% for name, content in card.properties %}<meta property="{{ name }}" content="{{ content }}">{% endfor %}
    {% if card.data %}<script type="application/ld+json">{{ card.data }}</script>{% endif %}

``card.data`` is a data block, no script: it runs nothing, and browsers ask no content
security policy about it. Checkers do: ``card.source`` belongs into ``script-src``. `oembed_address` gives the target of
``<link rel="alternate" type="application/json+oembed">`` for the page that can be embedded.

Microformats are classes only: ``h-feed`` around the articles; ``h-entry`` with
``p-name``, ``u-url``, ``dt-published``, ``p-author`` and ``e-content`` on an
article; ``h-event`` with ``p-name``, ``dt-start``, ``dt-end`` on an event for
which `is_real_event` holds.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.dates import Granularity
from sitegen.model import Article, Event, EventStatus
from sitegen.pages.outputs import picture
from sitegen.pages.outputs.data import Json
from sitegen.pages.outputs.feeds import summary
from sitegen.pages.outputs.identity import authors, published, touched
from sitegen.pages.paths import EMBED, absolute, article_path, event_path
from sitegen.pages.site import SiteModel
from sitegen.pages.words import words_for

OEMBED = f"{EMBED}oembed.json"
_LONGEST_DESCRIPTION = 200
_FIXED = {Granularity.DAY, Granularity.PART, Granularity.HOUR, Granularity.MINUTE, Granularity.WEEKEND, Granularity.WEEK}


@dataclass(frozen=True, slots=True)
class Card:
    """What one page says to machines."""

    description: str
    canonical: str
    """Absolute, or "" where the site's address is not known."""
    properties: tuple[tuple[str, str], ...]
    """Open Graph names and contents, for ``<meta property>``."""
    data: Markup
    """JSON-LD, ready for a data block; "" where there is nothing to say."""

    @property
    def source(self) -> str:
        """What lets a content security policy name the data block (CSP 3, 2.3.1); "" where there is none."""
        return f"'sha256-{base64.b64encode(hashlib.sha256(self.data.encode()).digest()).decode()}'" if self.data else ""


def page_card(site: SiteModel, path: str, title: str, description: str = "") -> Card:
    """The card of any page."""
    return _card(site, path, title, description or site.config.description or site.config.title)


def article_card(site: SiteModel, article: Article) -> Card:
    """The card of an article's page: a NewsArticle."""
    times = (
        ("article:published_time", published(article, site).isoformat()),
        ("article:modified_time", touched(article, site).isoformat()),
        *(("article:tag", tag) for tag in article.tags),
    )
    description = summary(article) or article.title
    return _card(site, article_path(article), article.title, description, times, _news_article(site, article))


def event_card(site: SiteModel, event: Event) -> Card:
    """The card of an event's page: an Event where it is really on somebody's calendar, else a page like any other."""
    when = words_for(site.config.language).when(event.interval)
    description = f"{when}. {', '.join(event.sources)}"
    return _card(site, event_path(event.id), event.headline, description, (), _event(site, event))


def is_real_event(event: Event) -> bool:
    """Whether it is fixed for certain days: scheduled, moved or called off; what has happened is news, no event."""
    on_calendar = event.status in {EventStatus.SCHEDULED, EventStatus.POSTPONED, EventStatus.CANCELLED}
    return on_calendar and event.interval.granularity in _FIXED


def oembed_address(site: SiteModel) -> str:
    """The absolute address of the oEmbed answer, or "" where the site's own is not known."""
    return absolute(site.base_url, OEMBED)


def _card(
    site: SiteModel,
    path: str,
    title: str,
    description: str,
    times: tuple[tuple[str, str], ...] = (),
    data: dict[str, Json] | None = None,
) -> Card:
    short = _shortened(description)
    canonical = absolute(site.base_url, path)
    properties = (
        ("og:type", "article" if times else "website"),
        ("og:title", title),
        ("og:description", short),
        ("og:site_name", site.config.title),
        ("og:url", canonical),
        *_image(site),
        *times,
    )
    return Card(short, canonical, tuple(pair for pair in properties if pair[1]), data_block(data))


def _image(site: SiteModel) -> tuple[tuple[str, str], ...]:
    if not site.base_url:
        return ()
    bars = words_for(site.config.language).gettext("The days of the story as bars; the higher, the more it was reported")
    return (
        ("og:image", absolute(site.base_url, picture.PATH)),
        ("og:image:width", str(picture.WIDTH)),
        ("og:image:height", str(picture.HEIGHT)),
        ("og:image:alt", f"{site.config.title}. {bars}"),
    )


def _shortened(text: str) -> str:
    """Whole words, at most 200 characters."""
    if len(text) <= _LONGEST_DESCRIPTION:
        return text
    return text[: _LONGEST_DESCRIPTION - 1].rpartition(" ")[0].rstrip(" ,;:–—") + "…"


def _news_article(site: SiteModel, article: Article) -> dict[str, Json]:
    publisher: dict[str, Json] = {"@type": "Organization", "name": article.publisher}
    people: tuple[dict[str, Json], ...] = tuple({"@type": "Person", "name": author} for author in authors(article))
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": summary(article),
        "datePublished": published(article, site).isoformat(),
        "dateModified": touched(article, site).isoformat(),
        "author": people if people[1:] else people[0] if people else publisher,
        "publisher": publisher,
        "inLanguage": article.language,
        "url": absolute(site.base_url, article_path(article)),
        "isBasedOn": article.url,
        "creditText": article.credit,
        "keywords": list(article.tags),
    }


def _event(site: SiteModel, event: Event) -> dict[str, Json] | None:
    if not is_real_event(event):
        return None
    days = event.interval
    moved_from = event.rescheduled_from
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.headline,
        "startDate": days.first_day.isoformat(),
        "endDate": days.last_day.isoformat(),
        "eventStatus": f"https://schema.org/{_event_status(event)}",
        "previousStartDate": moved_from.first_day.isoformat() if moved_from else "",
        "url": absolute(site.base_url, event_path(event.id)),
    }


def _event_status(event: Event) -> str:
    if event.status is EventStatus.CANCELLED:
        return "EventCancelled"
    if event.rescheduled_from:
        return "EventRescheduled"
    return "EventPostponed" if event.status is EventStatus.POSTPONED else "EventScheduled"


def data_block(data: dict[str, Json] | None) -> Markup:
    """JSON that may stand inside ``<script>``: nothing in it can end the element or open a comment."""
    if data is None:
        return Markup()
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704 -- just made safe
