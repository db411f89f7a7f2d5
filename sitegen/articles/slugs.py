"""Slugs: the last part of an article's address, which must be safe as a folder's name anywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sitegen.model import Article
from sitegen.problems import Place, Problem, problem

LONGEST = 120
_MOST_BYTES = 240
_LONGEST_WORD = _MOST_BYTES // 4  # characters, of which none takes more than four bytes

_UNSAFE = re.compile(r'[\s/\\:*?"<>|#%&;=+@!$,\'`(){}\[\]^~\x00-\x1f\x7f]+')
# Names that Windows keeps for devices, with any ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def of_stem(stem: str) -> str:
    """The slug that a file's name gives: as it is, unsafe characters turned into hyphens."""
    return _UNSAFE.sub("-", unicodedata.normalize("NFC", stem)).strip("-. ")


def of_title(title: str) -> str:
    """A slug for a new article: the title's words in lower case, at most 80 characters."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", title).lower().replace("'", "").replace("’", ""))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:_LONGEST_WORD]
        if len(longer) > 80 or len(longer.encode()) > _MOST_BYTES:
            break
        slug = longer
    return f"article-{slug}" if _DEVICES.fullmatch(slug) else slug or "article"


def fault_of(slug: str) -> str:
    """What is wrong with a slug, or "" where nothing is."""
    hidden = next((c for c in slug if unicodedata.category(c) in _INVISIBLE), "")
    unsafe = _UNSAFE.search(slug)
    faults = (
        (not slug.strip("."), "it is empty"),
        ("/" in slug or "\\" in slug or ".." in slug, "it would lead to another folder"),
        (hidden, f"it holds the invisible character U+{ord(hidden or ' '):04X}"),
        (unsafe, f"it holds '{unsafe[0] if unsafe else ''}'"),
        (_DEVICES.fullmatch(slug) or slug.casefold() == "index.html", "this name is reserved"),
        (slug.startswith((".", "-", "_")) or slug.endswith("."), "it starts or ends with a mark"),
        (len(slug) > LONGEST or len(slug.encode("utf8", "replace")) > _MOST_BYTES, f"it has more than {LONGEST} characters"),
    )
    return next((message for wrong, message in faults if wrong), "")


def check_unique(articles: Iterable[Article]) -> tuple[Problem, ...]:
    """An error for every article whose slug, or one of whose aliases, another article has; both files are named.

    Slugs and aliases are one namespace: both are addresses, and a slug has it before an alias.
    """
    every = tuple(articles)
    slugs = [(article, article.slug, "slug", article.slug_at) for article in every]
    aliases = [(article, alias, "alias", article.aliases_at) for article in every for alias in article.aliases]
    taken: dict[str, tuple[str, str]] = {}
    problems = []
    for article, name, what, (line, column) in (*slugs, *aliases):
        first, has = taken.setdefault(key_of(name), (article.id, what))
        if first != article.id:
            files = f"content/{first} and content/{article.id}"
            message = (
                f"two articles with the {what} '{name}': {files}" if has == what else f"the alias '{name}' is the slug of content/{first}"
            )
            hint = "rename one file, or give it its own slug in the front matter" if what == "slug" else "drop the alias"
            problems.append(problem(f"duplicate-{what}", Place(f"content/{article.id}", line, column), message, hint))
    return tuple(problems)


def key_of(slug: str) -> str:
    """What two slugs share that a file system may not tell apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", slug).casefold())
