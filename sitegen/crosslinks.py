"""Links from one article's file to another's lead to the other's page."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote

from sitegen.model import Article, Markup, Run
from sitegen.pages.paths import article_path, relative

# Only ever read in markup that the Markdown renderer wrote.
_TO_FILE = re.compile(r'(<a href=")([^":?#]+\.(?:md|markdown))((?:#[^"]*)?")')


def with_page_links(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles, each link that names another's file, relative to its own, pointed at that one's page."""
    pages = {article.id: article_path(article) for article in articles}
    return tuple(replace(article, pieces=_pieces(article, pages)) if _has_links(article) else article for article in articles)


def _has_links(article: Article) -> bool:
    return any(isinstance(piece, Markup) and _TO_FILE.search(piece.html) for piece in article.pieces)


def _pieces(article: Article, pages: Mapping[str, str]) -> tuple[Markup | Run, ...]:
    def to_page(link: re.Match[str]) -> str:
        opening, target, rest = link.groups()
        id_ = posixpath.normpath(posixpath.join(posixpath.dirname(article.id), unquote(html.unescape(target))))
        return f"{opening}{relative(pages[article.id], pages[id_])}{rest}" if id_ in pages else link[0]

    return tuple(piece if isinstance(piece, Run) else Markup(_TO_FILE.sub(to_page, piece.html)) for piece in article.pieces)
