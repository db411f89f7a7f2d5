"""What one article comes to: stages 1 to 4, cached by content and worked out in several processes.

A pure function of the article's text and of a few settings. The cache's key
holds all of that and the program itself, so that a change of any rule or of
any library that reads articles makes a new key.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache as cache_forever
from functools import partial
from importlib.metadata import PackageNotFoundError, distribution
from multiprocessing import get_context
from pathlib import Path

from sitegen.articles import Source, plain_article, read_article
from sitegen.config import Config, Publisher
from sitegen.events import counted, reports_of, vocabulary_of
from sitegen.expressions import find
from sitegen.model import Article, Expression, Report, Resolution, Vocabulary
from sitegen.problems import Place, Problem, problem
from sitegen.publish import Cache, decode, digest, encode
from sitegen.resolutions import publication_days, resolve, unused

# Nothing asks for Pagefind; where it is installed, its index may be part of a site. Its program is a distribution of its own.
_OPTIONAL = ("pagefind", "pagefind-bin", "pagefind-bin-extended")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORTH_A_POOL = 64
"""Articles; for fewer, starting processes takes longer than the work."""
_CHUNK = 16


@dataclass(frozen=True, slots=True)
class Facts:
    """What one article's file comes to."""

    article: Article | None
    """None where the file has an error."""
    problems: tuple[Problem, ...]
    resolutions: tuple[Resolution, ...] = ()
    reports: tuple[Report, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)


@dataclass(frozen=True, slots=True)
class _Settings:
    """The settings that an article's facts depend on."""

    language: str
    timezone: str
    publishers: tuple[Publisher, ...]


def facts_of(source: Source, config: Config) -> Facts:
    """Read one article, find its date expressions, resolve them, and see what it reports."""
    article, problems = read_article(source.text, source.id, config)
    if article is None:
        return Facts(None, problems)
    expressions = find(article)
    resolutions, reports = dates_and_reports(article, expressions)
    checks = tuple(_doubts(article, expressions, resolutions))
    return Facts(article, (*problems, *checks), resolutions, reports, vocabulary_of(article))


def dates_and_reports(article: Article, expressions: tuple[Expression, ...]) -> tuple[tuple[Resolution, ...], tuple[Report, ...]]:
    """The dates of an article and what it reports of them; a report may give the day that another date counts from."""
    resolutions = resolve(article, expressions)
    reports = reports_of(article, resolutions)
    anchored = counted(article, resolutions, reports)
    return (resolutions, reports) if anchored is resolutions else (anchored, reports_of(article, anchored))


def _doubts(article: Article, expressions: tuple[Expression, ...], resolutions: tuple[Resolution, ...]) -> Iterator[Problem]:
    """What the prose says against the front matter: its date, and overrides that settle nothing."""
    path = f"content/{article.id}"
    days = publication_days(article, expressions)
    if days.firm and article.day.isoweekday() not in days.firm:
        behind, ahead = days.behind[-1].text, days.ahead[-1].text
        today = WEEKDAYS[article.day.isoweekday() - 1]
        message = f"the date is a {today}, but the text looks back on '{behind}' and ahead to '{ahead}'"
        hint = f"check the date: the text fits {' or '.join(WEEKDAYS[day - 1] for day in days.firm)}"
        yield problem("doubtful-date", Place(path, 1, 1), message, hint, warning=True)
    for override in unused(article, resolutions):
        if override.stands_in(article.prose):
            message = f"'{override.text}' is not read as a date, so there is nothing to settle"
            yield problem(
                "unused-override", Place(path, 1, 1), message, "name the whole date expression, as explain prints it", warning=True
            )


def allowed_weekdays(prose: str, language: str) -> tuple[str, ...]:
    """The days of the week on which an undated text can have been published, by its own weekdays and tenses."""
    article = plain_article(prose, dt.date(2000, 1, 3), language)  # any date will do: only cues are read
    days = publication_days(article, find(article))
    return tuple(WEEKDAYS[day - 1] for day in days.weekdays) if days.decided else ()


def facts_of_all(sources: tuple[Source, ...], config: Config, cache: Cache, jobs: int) -> tuple[Facts, ...]:
    """The facts of every article, in the order given: remembered where possible, else worked out and remembered."""
    base = digest(program_digest(), encode(_Settings(config.language, config.timezone, config.publishers)))
    keys = [digest(base, source.id.encode(), source.text.encode()) for source in sources]
    found = [_remembered(cache, key) for key in keys]
    fresh = _worked_out([source for source, known in zip(sources, found, strict=True) if known is None], config, jobs)
    for place, known in enumerate(found):
        if known is None:
            found[place], written = next(fresh)
            cache.put(keys[place], written)
    return tuple(facts for facts in found if facts is not None)


def _remembered(cache: Cache, key: bytes) -> Facts | None:
    written = cache.get(key)
    try:
        return decode(Facts, written) if written else None
    except ValueError:
        return None


def _worked_out(sources: list[Source], config: Config, jobs: int) -> Iterator[tuple[Facts, bytes]]:
    """Each article's facts and the same written down, in the order given."""
    if jobs < 2 or len(sources) < _WORTH_A_POOL:
        for source in sources:
            facts = facts_of(source, config)
            yield facts, encode(facts)
        return
    # Not a plain fork: it is unsafe in a process with threads, and a preview has them.
    context = get_context("spawn" if sys.platform == "win32" else "forkserver")
    with ProcessPoolExecutor(min(jobs, len(sources) // _CHUNK), mp_context=context) as pool:
        for written in pool.map(partial(_written_facts, config), sources, chunksize=_CHUNK):
            yield decode(Facts, written), written


def _written_facts(config: Config, source: Source) -> bytes:
    return encode(facts_of(source, config))


@cache_forever
def program_digest() -> bytes:
    """One digest of all that this program is: the package's own files, Python, and the libraries it builds with."""
    package = Path(__file__).parent
    files = sorted(path for path in package.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    parts = [part for path in files for part in (path.relative_to(package).as_posix().encode(), path.read_bytes())]
    versions = [f"{name} {number}" for name, number in libraries()]
    return digest(sys.version.encode(), *(known.encode() for known in versions), *parts)


def libraries() -> tuple[tuple[str, str], ...]:
    """Name and version of this program and of every installed library that it rests on, at whatever remove; by name."""
    waiting, found = ["sitegen", *_OPTIONAL], dict[str, str]()
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()  # as names of distributions are compared
        if name in found:
            continue
        with suppress(PackageNotFoundError):
            installed = distribution(name)
            found[name] = installed.version
            waiting += [re.split(r"[^\w.-]", wanted)[0] for wanted in installed.requires or () if "extra ==" not in wanted]
    return tuple(sorted(found.items()))
