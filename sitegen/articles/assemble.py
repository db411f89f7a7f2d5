"""A file's text -> Article: front matter, Markdown and sentences put together."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from sitegen.articles import front_matter, plain
from sitegen.articles.asides import own_sentences
from sitegen.articles.front_matter import FrontMatter, Split
from sitegen.articles.markdown import Rendered, render
from sitegen.articles.sentences import sentences
from sitegen.articles.slugs import of_stem
from sitegen.config import Config
from sitegen.model import Article, BlockKind, Run, Sentence, Span
from sitegen.problems import Place, Problem, Severity, problem

LONGEST_BODY = 1_000_000

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_RAW_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--|<\?|<![A-Z]")


def digest_of(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()


def read_article(text: str, id: str, config: Config | None = None, language: str = "") -> tuple[Article | None, tuple[Problem, ...]]:  # noqa: A002 - the record's name
    """One file's article, None where it has an error, and everything that is wrong with it.

    ``text`` is the whole file, ``id`` its path below ``content/``, ``language`` one to read it in instead of its own.
    """
    config = config or Config()
    path = f"content/{id}"
    digest = digest_of(text)
    text = _with_line_feeds(text)
    parts = _control_problem(text, path) or front_matter.split(text, path)
    if isinstance(parts, Problem):
        return None, (parts,)
    head, problems = front_matter.parse(parts.head, path, PurePosixPath(id).stem)
    problems += tuple(_size_problems(parts, path))
    if head is None or any(p.severity is Severity.ERROR for p in problems):
        return None, tuple(sorted(problems))
    rendered = render(parts.body)
    article = _article(id, digest, replace(head, language=language or head.language), parts, rendered, config)
    return article, tuple(sorted((*problems, *_warnings(article, head, path))))


def slugs_in(text: str, id: str) -> tuple[str, ...]:  # noqa: A002 - the record's name
    """The slug and the aliases of a file, none where its front matter cannot be read; the article itself is not."""
    path, stem = f"content/{id}", PurePosixPath(id).stem
    parts = front_matter.split(_with_line_feeds(text), path)
    if isinstance(parts, Problem):
        return ()
    if not any(name in parts.head for name in ("slug", "aliases")):
        return (of_stem(stem),)
    head, _ = front_matter.parse(parts.head, path, stem)
    return (head.slug, *head.aliases) if head else ()


def _with_line_feeds(text: str) -> str:
    """A file's text, its lines ended in one way."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


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


def _control_problem(text: str, path: str) -> Problem | None:
    """The fault of a text that holds a character which neither HTML nor XML can carry."""
    bad = CONTROL.search(text)
    if not bad:
        return None
    at = bad.start()
    place = Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    return problem("control-character", place, f"the control character U+{ord(bad[0]):04X} cannot stand here", "delete it")


def _size_problems(parts: Split, path: str) -> Iterator[Problem]:
    if len(parts.body) > LONGEST_BODY:
        message = f"the article has {len(parts.body):,} characters, at most {LONGEST_BODY:,} are read"
        yield problem("article-too-long", Place(path, parts.body_line, 1), message, "split it into several")


def _article(id: str, digest: str, head: FrontMatter, parts: Split, rendered: Rendered, config: Config) -> Article:  # noqa: A002 - as above
    language = head.language or config.language
    found = own_sentences(sentences(rendered.prose, rendered.blocks, language), rendered.prose, language)
    return Article(
        id=id,
        slug=head.slug,
        title=head.title or _first_heading(found, rendered.prose) or PurePosixPath(id).stem,
        published=head.published,
        body=parts.body,
        prose=rendered.prose,
        sentences=tuple(_with_markup(found, rendered, parts.body)),
        pieces=rendered.pieces,
        digest=digest,
        body_line=parts.body_line,
        slug_at=head.slug_at,
        aliases_at=head.aliases_at,
        source=config.publisher(head.source),
        authors=head.authors,
        url=head.url,
        credit=config.publisher(head.credit),
        language=language,
        summary=head.summary,
        tags=head.tags,
        aliases=head.aliases,
        overrides=tuple(override for override, _ in head.overrides),
        updated=head.updated,
        retrieved=head.retrieved,
        draft=head.draft,
    )


def _first_heading(found: tuple[Sentence, ...], prose: str) -> str:
    heading = next((s for s in found if s.kind is BlockKind.HEADING and s.level == 1), None)
    return " ".join(prose[heading.span.start : heading.span.end].split()) if heading else ""


def _with_markup(found: tuple[Sentence, ...], rendered: Rendered, body: str) -> Iterator[Sentence]:
    """The sentences with the markup that clings to them: ``**Talks** resume.`` starts at the first asterisk."""
    previous = 0
    for sentence in found:
        block = rendered.blocks[sentence.block]
        start, end = sentence.span.start, sentence.span.end
        while start > max(previous, block.start) and not body[start - 1].isspace():
            start -= 1
        while end < block.end and not body[end].isspace() and rendered.prose[end] == " ":
            end += 1
        previous = end
        yield replace(sentence, span=Span(start, end))


def _warnings(article: Article, head: FrontMatter, path: str) -> Iterator[Problem]:
    if article.title == PurePosixPath(article.id).stem != head.title:
        message = f"the article has no title, it is called '{article.title}'"
        yield problem("missing-title", Place(path, 2, 1), message, "add a line such as  title: Talks resume", warning=True)
    if not article.sentences and not article.draft:
        remedy = "write it below the second ---, or add the line  draft: true"
        yield problem("no-text", Place(path, article.body_line, 1), "the article has no text", remedy, warning=True)
    tags = [tag for tag in _RAW_HTML.finditer(article.prose) if not article.body.startswith("\\", tag.start() - 1)]
    if tags:
        more = f", and {len(tags) - 1} more" if tags[1:] else ""
        message = f"raw HTML is shown as text: '{' '.join(tags[0][0].split())[:40]}'{more}"
        yield problem(
            "raw-html", _place(article, path, tags[0].start()), message, "write it in Markdown, or in `backticks` to quote it", warning=True
        )
    for override, place in head.overrides:
        if not override.stands_in(article.prose):
            message = f"'{override.text}' is not in the text"
            yield problem("unused-override", place, message, "write the words as they stand in the article", warning=True)


def _place(article: Article, path: str, offset: int) -> Place:
    line = article.body_line + article.body.count("\n", 0, offset)
    return Place(path, line, offset - article.body.rfind("\n", 0, offset))
