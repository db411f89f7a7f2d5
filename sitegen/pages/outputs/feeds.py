"""`feed.xml` (Atom, RFC 4287) and `feed.json` (JSON Feed 1.1) of the newest articles, `changes.xml` of what a build changed."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from sitegen.model import Article, BlockKind, Change, OutputFile
from sitegen.pages.marks import change_detail, change_words
from sitegen.pages.outputs.data import Json, dumps, text_file
from sitegen.pages.outputs.identity import authors, instant, link, newest, permanent_id, published, touched
from sitegen.pages.outputs.xml_tree import child, xml_file
from sitegen.pages.paths import CHANGES, HOME, absolute, article_path, event_path
from sitegen.pages.site import SiteModel
from sitegen.pages.words import words_for

NEWEST = 50
"""How many articles a feed holds."""
_SUMMARY_SENTENCES = 2


def files(site: SiteModel) -> tuple[OutputFile, ...]:
    """The three feeds."""
    latest = tuple(reversed(site.articles))[:NEWEST]
    return _articles_atom(site, latest), _articles_json(site, latest), _changes_atom(site)


def summary(article: Article) -> str:
    """The article's own summary, or its first sentences."""
    said = (article.quote(s.span) for s in article.sentences if s.kind is BlockKind.PARAGRAPH)
    return article.summary or " ".join(sentence for sentence, _ in zip(said, range(_SUMMARY_SENTENCES), strict=False))


def _articles_atom(site: SiteModel, latest: tuple[Article, ...]) -> OutputFile:
    feed = _feed(site, "feed.xml", site.config.title, HOME)
    for article in latest:
        entry = child(feed, "entry")
        path = article_path(article)
        child(entry, "id", permanent_id(site, path))
        child(entry, "title", article.title)
        child(entry, "link", rel="alternate", type="text/html", href=link(site, path))
        child(entry, "published", published(article, site).isoformat())
        child(entry, "updated", touched(article, site).isoformat())
        for author in authors(article) or (article.publisher,):
            child(child(entry, "author"), "name", author)
        child(entry, "summary", summary(article))
        for tag in article.tags:
            child(entry, "category", term=tag)
    return xml_file("feed.xml", feed)


def _changes_atom(site: SiteModel) -> OutputFile:
    words = words_for(site.config.language)
    feed = _feed(site, "changes.xml", words.gettext("%(title)s: what changed") % {"title": site.config.title}, CHANGES)
    for change in site.changes:
        _change_entry(feed, site, change)
    return xml_file("changes.xml", feed)


def _change_entry(feed: ET.Element, site: SiteModel, change: Change) -> None:
    gone = change.kind == "withdrawn"
    path = CHANGES if gone else event_path(change.event)
    entry = child(feed, "entry")
    child(entry, "id", f"{permanent_id(site, event_path(change.event))}#{change.kind}-{site.as_of}")
    child(entry, "title", change.headline)
    child(entry, "link", rel="alternate", type="text/html", href=link(site, path))
    child(entry, "updated", _as_of(site))
    words = words_for(site.config.language)
    child(entry, "summary", change_detail(change, words) or change_words(change, words))
    child(entry, "category", term=change.kind)


def _feed(site: SiteModel, path: str, title: str, home: str) -> ET.Element:
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.config.language})
    child(feed, "id", permanent_id(site, path))
    child(feed, "title", title)
    if site.config.description:
        child(feed, "subtitle", site.config.description)
    child(feed, "updated", _as_of(site) if home == CHANGES else newest(site).isoformat())
    child(child(feed, "author"), "name", site.config.title)
    child(feed, "link", rel="self", type="application/atom+xml", href=link(site, path))
    child(feed, "link", rel="alternate", type="text/html", href=link(site, home))
    child(feed, "generator", "sitegen")
    return feed


def _as_of(site: SiteModel) -> str:
    return instant(site.as_of, site.config.timezone).isoformat()


def _articles_json(site: SiteModel, latest: tuple[Article, ...]) -> OutputFile:
    feed: dict[str, Json] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.config.title,
        "home_page_url": absolute(site.base_url, HOME),
        "feed_url": absolute(site.base_url, "feed.json"),
        "description": site.config.description,
        "language": site.config.language,
    }
    items = ",\n".join(dumps(_item(site, article)) for article in latest)
    head = dumps({key: value for key, value in feed.items() if value})
    return text_file("feed.json", f'{head[:-1]}, "items": [\n{items}\n]}}\n')


def _item(site: SiteModel, article: Article) -> dict[str, Json]:
    item: dict[str, Json] = {
        "id": permanent_id(site, article_path(article)),
        "url": absolute(site.base_url, article_path(article)),
        "external_url": article.url,
        "title": article.title,
        "content_text": _prose(article),
        "summary": summary(article),
        "date_published": published(article, site).isoformat(),
        "date_modified": touched(article, site).isoformat(),
        "authors": [{"name": author} for author in authors(article) or (article.publisher,)],
        "tags": list(article.tags),
        "language": article.language,
    }
    return {key: value for key, value in item.items() if value}


def _prose(article: Article) -> str:
    """The article as plain text, a blank line between blocks; its title where it has no prose, for an item needs content."""
    blocks: dict[int, list[str]] = {}
    for sentence in article.sentences:
        blocks.setdefault(sentence.block, []).append(article.quote(sentence.span))
    return "\n\n".join(" ".join(sentences) for sentences in blocks.values()) or article.title
