"""What feeds and calendars call a site and its parts, and the moments they stamp them with; never the clock's.

Entries are known by their permanent address. A site that does not know its
address has names made from its title instead (RFC 9562, version 5), so that
two such sites in one reader stay apart.
"""

from __future__ import annotations

import datetime as dt
import uuid
import zoneinfo

from sitegen.model import Article, Event
from sitegen.pages.paths import absolute, relative, slugify
from sitegen.pages.site import SiteModel
from sitegen.pages.words import words_for

_MOST_WORDS_OF_A_NAME = 4


def permanent_id(site: SiteModel, path: str) -> str:
    """The lasting name of an address of this site: an absolute IRI, as RFC 4287 4.2.6 wants it."""
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{site.config.title}#{path}")
    return absolute(site.base_url, path) or f"urn:uuid:{name}"


def authority(site: SiteModel) -> str:
    """What stands behind the ``@`` of a calendar entry's UID: the site's address, or its title where it has none."""
    return site.base_url.partition("://")[2].strip("/") or slugify(site.config.title)


def link(site: SiteModel, path: str) -> str:
    """An address as a feed at the site's root gives it: absolute where the site's own is known, else relative to the root."""
    return absolute(site.base_url, path) or relative("", path)


def instant(when: dt.datetime | dt.date, zone: str) -> dt.datetime:
    """A moment with its offset: a day begins at midnight, and what names no offset is in the site's zone."""
    moment = when if isinstance(when, dt.datetime) else dt.datetime.combine(when, dt.time())
    return moment if moment.tzinfo else moment.replace(tzinfo=zoneinfo.ZoneInfo(zone))


def published(article: Article, site: SiteModel) -> dt.datetime:
    """When the article came out."""
    return instant(article.published, site.config.timezone)


def touched(article: Article, site: SiteModel) -> dt.datetime:
    """When the article was last changed, as far as it says."""
    return instant(article.updated or article.published, site.config.timezone)


def newest(site: SiteModel) -> dt.datetime:
    """When any article was last changed; the as-of day's first moment for a site without articles."""
    return max((touched(article, site) for article in site.articles), default=instant(site.as_of, site.config.timezone))


def reported(event: Event, articles: dict[str, Article], site: SiteModel) -> dt.datetime:
    """When the newest of an event's reports came out."""
    return max(published(articles[report.article], site) for report in event.reports)


def authors(article: Article) -> tuple[str, ...]:
    """Who wrote it: the byline "Ann Lee, Bo Ray and Cy Dow" names three, one whose parts may be no full names is one."""
    if len(article.authors) != 1:
        return article.authors
    before, found, last = article.authors[0].rpartition(words_for(article.language).conjunction)
    people = (*before.removesuffix(",").split(", "), last)
    return people if found and all(map(_is_full_name, people)) else article.authors


def _is_full_name(text: str) -> bool:
    words = text.split()
    return 1 < len(words) <= _MOST_WORDS_OF_A_NAME and not words[0][0].islower() and not words[-1][0].islower()
