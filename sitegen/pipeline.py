"""The whole build. `make` reads top to bottom, from a site's files to the files of its pages.

What the first four stages make of an article depends on nothing but its text
and a few settings; it is cached by those and worked out in several processes.
From `link` on, a build sees the whole corpus.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypedDict, Unpack

from sitegen.articles import check_unique, read_sources
from sitegen.briefings import brief
from sitegen.config import Config, load
from sitegen.crosslinks import with_page_links
from sitegen.events import link
from sitegen.facts import Facts, facts_of_all, program_digest
from sitegen.model import Article, Briefing, Change, OutputFile, Report, Resolution, Timeline
from sitegen.pages import render
from sitegen.pages.paths import article_path, file_of
from sitegen.pages.site import SiteModel, Snapshot
from sitegen.problems import ContentErrors, Place, Problem, Severity, StrictWarnings, problem
from sitegen.publish import Cache, Written, broken_links, check_output, decode, digest, encode, write
from sitegen.timelines import arrange

# The story is told as of earlier days as long as that stays a small part of the work.
_MOST_SNAPSHOTS = 30
_MOST_SNAPSHOT_ARTICLES = 1_000
_MOST_NAMED = 5


class OptionNames(TypedDict, total=False):
    """The fields of `Options` as keywords."""

    as_of: dt.date | None
    until: dt.date | None
    drafts: bool
    base_url: str
    jobs: int
    strict: bool
    clean: bool


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller may ask of a build."""

    as_of: dt.date | None = None
    """The day the briefing speaks on; later articles are left out. None is the newest article's day."""
    until: dt.date | None = None
    """The last day of which articles are shown; later ones are in the future. None shows all."""
    drafts: bool = False
    base_url: str = ""
    """Where the site will stand, instead of what its settings say."""
    jobs: int = 1
    """How many processes may work."""
    strict: bool = False
    """Whether a warning stops the build."""
    clean: bool = False
    """Whether the cache is dropped first."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """An article that was read and left out."""

    id: str
    why: str
    """``draft``, ``future``, or ``later`` than the day the briefing speaks on."""


@dataclass(frozen=True, slots=True)
class Made:
    """A site in memory, and what there is to say of it."""

    files: tuple[OutputFile, ...]
    problems: tuple[Problem, ...]
    """Warnings only; an error raises."""
    hidden: tuple[Hidden, ...]
    briefing: Briefing
    timeline: Timeline
    articles: int
    dates: int
    """Date expressions found."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made and where it put it."""

    output: Path
    made: Made
    written: Written


def build(site: Path | str, output: Path | str | None = None, **options: Unpack[OptionNames]) -> BuildReport:
    """Build a site folder into ``output``, by default the folder that its settings name, else ``public/`` in it.

    Keywords are those of `Options`. Raises `SitegenError`; the old site then stands as it was.
    """
    return build_site(Path(site), Path(output) if output else None, Options(**options))


def build_site(site: Path, output: Path | None, options: Options, progress: Callable[[str], None] = lambda _: None) -> BuildReport:
    """`build`, with the options in a record; ``progress`` is told each stage as it begins."""
    config = load(site)
    target = output or site / config.output
    sources = source_folders(site)
    check_output(target, sources)
    made = make(site, config, options, progress)
    progress("write")
    return BuildReport(target, made, write(made.files, target, sources))


def source_folders(site: Path) -> tuple[Path, ...]:
    """The folders of a site that a build reads."""
    return (site / "content", site / "themes")


def make(site: Path, config: Config, options: Options, progress: Callable[[str], None] = lambda _: None) -> Made:
    """Every file of the site, in memory.

    Raises ContentErrors with everything that is wrong with the content, StrictWarnings where warnings count.
    """
    progress("read")
    sources, problems = read_sources(site)
    with Cache(site, clean=options.clean) as cache:
        facts = facts_of_all(sources, config, cache, options.jobs)
        problems += tuple(fault for fact in facts for fault in fact.problems)
        problems += check_unique(fact.article for fact in facts if fact.article)
        if any(fault.severity is Severity.ERROR for fault in problems):
            raise ContentErrors(problems)
        corpus, hidden = _chosen(facts, options, options.as_of or config.as_of)
        if not corpus.articles:
            raise ContentErrors((*problems, _nothing_to_show(hidden)))
        as_of = options.as_of or config.as_of or corpus.days[-1]
        progress("link")
        story = _story(corpus, config, as_of, cache)
        progress("history")
        history = _history(corpus, config, cache)
    changes: tuple[Change, ...] = ()
    briefing = replace(story.briefing, changes=changes)
    progress("render")
    files = render(
        SiteModel(
            config=config,
            as_of=as_of,
            articles=corpus.articles,
            resolutions=corpus.resolutions,
            timeline=story.timeline,
            briefing=briefing,
            problems=problems,
            changes=changes,
            previous=history[-1].as_of if history else None,
            base_url=options.base_url or config.base_url,
            root=site,
            history=history,
        )
    )
    progress("check links")
    problems = tuple(sorted((*problems, *_link_problems(files, corpus.articles))))
    if options.strict and problems:
        raise StrictWarnings(problems)
    return Made(files, problems, hidden, briefing, story.timeline, len(corpus.articles), sum(map(len, corpus.resolutions.values())))


@dataclass(frozen=True, slots=True)
class _Corpus:
    """The articles that are shown, and what they report."""

    articles: tuple[Article, ...]
    """By day, then by id."""
    resolutions: dict[str, tuple[Resolution, ...]]
    reports: tuple[Report, ...]

    @property
    def keys(self) -> tuple[bytes, ...]:
        """Names and digests of the articles: with the settings, all that the corpus depends on."""
        return tuple(part.encode() for article in self.articles for part in (article.id, article.digest))

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The days on which articles were published, oldest first."""
        return tuple(sorted({article.day for article in self.articles}))

    def until(self, day: dt.date) -> _Corpus:
        """What had been published on a day."""
        articles = tuple(article for article in self.articles if article.day <= day)
        ids = {article.id for article in articles}
        resolutions = {id_: found for id_, found in self.resolutions.items() if id_ in ids}
        return _Corpus(articles, resolutions, tuple(report for report in self.reports if report.article in ids))


def _chosen(facts: tuple[Facts, ...], options: Options, as_of: dt.date | None) -> tuple[_Corpus, tuple[Hidden, ...]]:
    """The articles that the caller wants to see, and the others."""
    shown: list[tuple[Article, Facts]] = []
    hidden: list[Hidden] = []
    for fact in facts:
        if fact.article is None:
            continue
        why = _why_hidden(fact.article, options, as_of)
        if why:
            hidden.append(Hidden(fact.article.id, why))
        else:
            shown.append((fact.article, fact))
    shown.sort(key=lambda pair: (pair[0].day, pair[0].id))
    reports = tuple(report for _, fact in shown for report in fact.reports)
    resolutions = {article.id: fact.resolutions for article, fact in shown}
    return _Corpus(with_page_links(tuple(article for article, _ in shown)), resolutions, reports), tuple(hidden)


def _why_hidden(article: Article, options: Options, as_of: dt.date | None) -> str:
    if article.draft and not options.drafts:
        return "draft"
    if as_of and article.day > as_of:
        return "later"
    return "future" if options.until and article.day > options.until else ""


def _nothing_to_show(hidden: tuple[Hidden, ...]) -> Problem:
    if hidden:
        reasons = ", ".join(f"{article.id}: {article.why}" for article in hidden[:_MOST_NAMED])
        return problem("no-articles", Place("content"), f"every article is left out ({reasons})", "see --drafts, --future and --as-of")
    return problem("no-articles", Place("content"), "there is no article in it", "write one with: sitegen new TITLE")


def _story(corpus: _Corpus, config: Config, as_of: dt.date, cache: Cache) -> Snapshot:
    """The story that a corpus tells as of a day: remembered if it was told before."""
    key = digest(program_digest(), encode(config), as_of.isoformat().encode(), *corpus.keys)
    written = cache.get(key)
    if written:
        with suppress(ValueError):
            return decode(Snapshot, written)
    events = link(corpus.articles, corpus.reports, as_of)
    timeline = arrange(events, corpus.articles, corpus.reports, as_of)
    story = Snapshot(as_of, timeline, brief(timeline, corpus.articles, corpus.resolutions, config))
    cache.put(key, encode(story))
    return story


def _history(corpus: _Corpus, config: Config, cache: Cache) -> tuple[Snapshot, ...]:
    """The story as of each earlier publication day, as many of the latest as are worth their while."""
    found: list[Snapshot] = []
    left = _MOST_SNAPSHOT_ARTICLES
    for day in corpus.days[-2 : -2 - _MOST_SNAPSHOTS : -1]:
        earlier = corpus.until(day)
        left -= len(earlier.articles)
        if found and left < 0:
            break
        found.append(_story(earlier, config, day, cache))
    return tuple(reversed(found))


def _link_problems(files: tuple[OutputFile, ...], articles: tuple[Article, ...]) -> list[Problem]:
    """A warning for every link of a page that leads nowhere, at its place in the article where it comes from one."""
    by_page = {file_of(article_path(article)): article for article in articles}
    found = []
    for broken in broken_links(files):
        article = by_page.get(broken.page)
        at = article.body.find(broken.link) if article else -1
        if article and at >= 0:
            line = article.body.count("\n", 0, at)
            place = Place(f"content/{article.id}", article.body_line + line, at - article.body.rfind("\n", 0, at))
        else:
            place = Place(broken.page)
        hint = "link to the article's file, or to a page of the site"
        found.append(problem("broken-link", place, f"'{broken.link}' leads nowhere", hint, warning=True))
    return found
