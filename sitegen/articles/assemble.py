"""Text without front matter -> Article."""

from __future__ import annotations

import datetime as dt
import hashlib

from sitegen.articles import plain
from sitegen.articles.sentences import sentences
from sitegen.model import Article, Run


def digest_of(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()


def plain_article(text: str, published: dt.date | dt.datetime, language: str = "en") -> Article:
    """An article made of raw text; offsets count from the text's start: ``body == prose == text``."""
    return Article(
        id="text",
        slug="text",
        title="",
        published=published,
        body=text,
        prose=text,
        sentences=sentences(text, plain.blocks(text), language),
        pieces=(Run(text, 0),) if text else (),
        digest=digest_of(text),
        language=language,
    )
