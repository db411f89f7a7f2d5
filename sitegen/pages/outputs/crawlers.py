"""`sitemap.xml`, `news-sitemap.xml`, `robots.txt` and `llms.txt`: what search engines and language models ask a site for."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree as ET

from sitegen.languages import primary
from sitegen.model import Article, OutputFile
from sitegen.pages.outputs.data import text_file
from sitegen.pages.outputs.feeds import summary
from sitegen.pages.outputs.identity import instant, link, newest, published, reported, touched
from sitegen.pages.outputs.xml_tree import child, xml_file
from sitegen.pages.paths import ABOUT_DATES, EMBED, HOME, NOT_FOUND, TIMELINE, absolute, article_path, day_path, event_path
from sitegen.pages.site import SiteModel
from sitegen.pages.words import words_for

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
_NEWS_DAYS = dt.timedelta(days=2)
_NEWS_MOST = 1000
_SITEMAP_MOST = 50_000
_LLMS_NEWEST = 50


def files(site: SiteModel, pages: tuple[str, ...]) -> tuple[OutputFile, ...]:
    """Sitemaps need absolute addresses: without the site's own there are none."""
    if not site.base_url:
        return _robots(site), _llms(site)
    return _robots(site), _llms(site), *_sitemaps(site, pages), _news_sitemap(site)


def _sitemaps(site: SiteModel, pages: tuple[str, ...]) -> tuple[OutputFile, ...]:
    """One sitemap, or an index of several where the pages are more than one may hold."""
    listed = sorted(set(pages) - {NOT_FOUND, EMBED})
    parts = [listed[at : at + _SITEMAP_MOST] for at in range(0, len(listed), _SITEMAP_MOST)]
    if len(parts) <= 1:
        return (_sitemap(site, "sitemap.xml", listed),)
    index = ET.Element("sitemapindex", {"xmlns": _SITEMAP})
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name in names:
        child(child(index, "sitemap"), "loc", absolute(site.base_url, name))
    return xml_file("sitemap.xml", index), *(_sitemap(site, name, part) for name, part in zip(names, parts, strict=True))


def _sitemap(site: SiteModel, path: str, pages: list[str]) -> OutputFile:
    root = ET.Element("urlset", {"xmlns": _SITEMAP})
    changed = _last_changes(site)
    latest = newest(site)
    for page in pages:
        address = child(root, "url")
        child(address, "loc", absolute(site.base_url, page))
        child(address, "lastmod", changed.get(page, latest).isoformat())
    return xml_file(path, root)


def _last_changes(site: SiteModel) -> dict[str, dt.datetime]:
    """When the pages that rest on few articles last changed; every other page changes with any article."""
    articles = {article.id: article for article in site.articles}
    of_events = {event.id: reported(event, articles, site) for event in site.timeline.events}
    return {
        **{article_path(article): touched(article, site) for article in site.articles},
        **{event_path(event): moment for event, moment in of_events.items()},
        **{day_path(day.date): max(of_events[event] for event in day.events) for day in site.timeline.days if day.events},
    }


def _news_sitemap(site: SiteModel) -> OutputFile:
    """The articles of the last two days before the as-of day ends, newest first, at most 1,000."""
    root = ET.Element("urlset", {"xmlns": _SITEMAP, "xmlns:news": _NEWS})
    since = instant(site.as_of + dt.timedelta(1), site.config.timezone) - _NEWS_DAYS
    recent = [article for article in reversed(site.articles) if published(article, site) >= since]
    for article in recent[:_NEWS_MOST]:
        address = child(root, "url")
        child(address, "loc", absolute(site.base_url, article_path(article)))
        news = child(address, "news:news")
        publication = child(news, "news:publication")
        child(publication, "news:name", site.config.title)
        child(publication, "news:language", primary(article.language))
        child(news, "news:publication_date", published(article, site).isoformat())
        child(news, "news:title", article.title)
    return xml_file("news-sitemap.xml", root)


def _robots(site: SiteModel) -> OutputFile:
    maps = [f"Sitemap: {absolute(site.base_url, name)}" for name in ("sitemap.xml", "news-sitemap.xml") if site.base_url]
    return text_file("robots.txt", "\n".join(("User-agent: *", "Disallow:", *maps)) + "\n")


def _llms(site: SiteModel) -> OutputFile:
    """A short map of the site in Markdown, as llmstxt.org lays it out."""
    words = words_for(site.config.language)
    about = site.config.description or words.gettext("A briefing made from dated articles: every date worked out, explained and compared.")
    pages = ((HOME, "Briefing"), (TIMELINE, "Timeline"), (ABOUT_DATES, "How dates were worked out"))
    data = (
        ("data/events.json", "every event with its reports, sources, days and the reasons for them"),
        ("data/dates.json", "every date expression, resolved or not, with its reasons"),
        ("data/days.json", "how much each day matters to the story, with summary sentences"),
        ("data/events.csv", "the events as a table"),
        ("calendar.ics", "the events as a calendar"),
        ("feed.xml", "the newest articles"),
    )
    sections = (
        f"# {_line(site.config.title)}",
        f"> {_line(about)}",
        f"As of {site.as_of}. {len(site.articles)} articles, {len(site.timeline.events)} events.",
        "## Pages\n\n" + "\n".join(f"- [{title}]({link(site, path)})" for path, title in pages),
        "## Data\n\n" + "\n".join(f"- [{path}]({link(site, path)}): {what}" for path, what in data),
        "## Articles\n\n" + "\n".join(_llms_article(site, article) for article in reversed(site.articles[-_LLMS_NEWEST:])),
    )
    return text_file("llms.txt", "\n\n".join(sections) + "\n")


def _llms_article(site: SiteModel, article: Article) -> str:
    return f"- [{_line(article.title)}]({link(site, article_path(article))}): {article.publisher}, {article.day}. {_line(summary(article))}"


def _line(text: str) -> str:
    """Text on one line, safe between Markdown's brackets."""
    return " ".join(text.split()).replace("[", "(").replace("]", ")")
