"""The whole build. `make` reads top to bottom, from a site's articles to the files of its pages.

What the first four stages make of an article depends on nothing but its text
and a few settings (`sitegen.facts`). From `link` on, a build sees the whole
corpus. Stories are remembered whole, and so is a build: where nothing it
depends on has changed and its output stands as it was written, there is
nothing to do.
"""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypedDict, TypeVar, Unpack

from sitegen.articles import Source, check_unique, read_sources
from sitegen.briefings import brief
from sitegen.config import Config, checked_base_url, load
from sitegen.corpus import Corpus, Hidden, Selection, choose, nothing_to_show, settled, without_rules
from sitegen.events import link
from sitegen.explicit_dates import DateError, in_reach
from sitegen.facts import facts_of_all, program_digest
from sitegen.model import Article, Change, OutputFile
from sitegen.pages import render
from sitegen.pages.outputs.data import event_record
from sitegen.pages.paths import article_path, file_of
from sitegen.pages.site import SiteModel, Snapshot
from sitegen.pages.themes import find as find_theme
from sitegen.problems import ContentErrors, Place, Problem, Severity, StrictWarnings, UsageError, problem
from sitegen.publish import Cache, Written, broken_links, check_output, decode, digest, encode, fingerprint, standing, write
from sitegen.timelines import arrange, diff

# The story is told as of earlier days as long as that stays a small part of the work.
_MOST_SNAPSHOTS = 30
_MOST_SNAPSHOT_ARTICLES = 1_000

T = TypeVar("T")


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
    """Where the site will stand, with a slash at the end, instead of what its settings say."""
    jobs: int = 1
    """How many processes may work."""
    strict: bool = False
    """Whether a warning stops the build."""
    clean: bool = False
    """Whether the cache is dropped first."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build starts from."""

    site: Path
    config: Config
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    """What was wrong with reading them."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a site's articles come to, one by one."""

    corpus: Corpus
    hidden: tuple[Hidden, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What there is to say of a build."""

    as_of: dt.date
    articles: int
    dates: int
    """Date expressions found."""
    events: int
    differing: int
    """Events about whose day the sources differ."""
    files: int
    hidden: tuple[Hidden, ...]
    problems: tuple[Problem, ...]
    """Warnings only: an error stops a build."""


@dataclass(frozen=True, slots=True)
class Made:
    """A site in memory."""

    files: tuple[OutputFile, ...]
    summary: Summary


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made, and what it did to its output folder."""

    output: Path
    summary: Summary
    written: Written


@dataclass(frozen=True, slots=True)
class _Receipt:
    """What is remembered of a build that was written."""

    summary: Summary
    fingerprint: str


Progress = Callable[[str], None]
"""Told each step as it begins."""


def build(site: Path | str, output: Path | str | None = None, **options: Unpack[OptionNames]) -> BuildReport:
    """Build a site folder into ``output``, by default the folder that its settings name, else ``public/`` in it.

    Keywords are those of `Options`. Raises `SitegenError`; the old site then stands as it was.
    """
    return build_site(Path(site), Path(output) if output else None, _checked(Options(**options)))


def _checked(options: Options) -> Options:
    """Options from outside, the address with its last slash; raises UsageError where no site can stand there, or be of that day."""
    problems = []
    address = checked_base_url(options.base_url) if options.base_url else ""
    if address is None:
        message = f"this is no web address: '{options.base_url}'"
        problems.append(problem("bad-value", Place("base_url"), message, "write it whole: https://example.org/briefing/"))
    try:
        if options.as_of:
            in_reach(options.as_of)
    except DateError as error:
        problems.append(problem("bad-date", Place("as_of"), str(error), error.hint))
    if problems:
        raise UsageError(problems)
    return replace(options, base_url=address or "")


def build_site(site: Path, output: Path | None, options: Options, progress: Progress = lambda _: None) -> BuildReport:
    """`build`, with the options in a record."""
    progress("read")
    inputs = read_inputs(site)
    target = output or site / inputs.config.output
    check_output(target, source_folders(site))
    with Cache(site, clean=options.clean) as cache:
        key = _build_key(inputs, options)
        receipt = _remembered(_Receipt, cache, key)
        if receipt and standing(target) == receipt.fingerprint:
            _stop_if_strict(options, receipt.summary)
            return BuildReport(target, receipt.summary, Written(0, receipt.summary.files, 0))
        made = make(inputs, options, cache, progress)
        _stop_if_strict(options, made.summary)
        progress("write")
        written = write(made.files, target, source_folders(site))
        cache.put(key, encode(_Receipt(made.summary, fingerprint(made.files))))
    return BuildReport(target, made.summary, written)


def read_inputs(site: Path) -> Inputs:
    """The settings and articles of a site folder; raises UsageError where the settings are wrong."""
    config = load(site)
    return Inputs(site, config, *read_sources(site))


def source_folders(site: Path) -> tuple[Path, ...]:
    """The folders of a site that a build reads."""
    return (site / "content", site / "themes")


def make(inputs: Inputs, options: Options, cache: Cache, progress: Progress = lambda _: None) -> Made:
    """Every file of the site, in memory. Raises ContentErrors with everything that is wrong with the content."""
    config = inputs.config
    with _no_collector():
        progress("articles")
        gathered = gather(inputs, options, cache)
        corpus, hidden, problems = gathered.corpus, gathered.hidden, gathered.problems
        if any(fault.severity is Severity.ERROR for fault in problems):
            raise ContentErrors(problems)
        if not corpus.articles:
            raise ContentErrors((*problems, nothing_to_show(hidden)))
        problems += tuple(without_rules(corpus.articles))
        as_of = options.as_of or config.as_of or corpus.days[-1]

        progress("link")
        story = _story(corpus, config, as_of, cache)
        progress("history")
        history = _history(corpus, config, cache)
        changes = _changes(history[-1], story, corpus.articles) if history else ()

        progress("render")
        site = SiteModel(
            config=config,
            as_of=as_of,
            articles=corpus.articles,
            resolutions=settled(corpus).resolutions,
            timeline=story.timeline,
            briefing=replace(story.briefing, changes=changes),
            problems=problems,
            changes=changes,
            previous=history[-1].as_of if history else None,
            base_url=options.base_url or config.base_url,
            root=inputs.site,
            history=history,
        )
        files = render(site)
        progress("check links")
        problems += tuple(_link_problems(files, corpus.articles))
    return Made(files, _summary(site, files, hidden, problems))


def gather(inputs: Inputs, options: Options, cache: Cache) -> Gathered:
    """The articles that the site shows, as far as they can be read, and everything that is wrong with any."""
    facts = facts_of_all(inputs.sources, inputs.config, cache, options.jobs)
    faults = tuple(fault for fact in facts for fault in fact.problems)
    twice = check_unique(fact.article for fact in facts if fact.article)
    corpus, hidden = choose(facts, Selection(options.drafts, options.until, options.as_of or inputs.config.as_of))
    return Gathered(corpus, hidden, (*inputs.problems, *faults, *twice))


@contextmanager
def _no_collector() -> Iterator[None]:
    """Without the garbage collector, which looks through millions of records that refer to no one in a circle."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _story(corpus: Corpus, config: Config, as_of: dt.date, cache: Cache) -> Snapshot:
    """The story that a corpus tells as of a day: remembered if it was told before."""
    key = digest(b"story", program_digest(), encode(config), as_of.isoformat().encode(), *corpus.keys)
    story = _remembered(Snapshot, cache, key)
    if story is None:
        corpus = settled(corpus)
        aliases = {name.name: name.aliases for name in config.names}
        events = link(corpus.articles, corpus.reports, as_of, aliases, corpus.vocabularies)
        timeline = arrange(events, corpus.articles, corpus.reports, as_of)
        story = Snapshot(as_of, timeline, brief(timeline, corpus.articles, corpus.resolutions, config))
        cache.put(key, encode(story))
    return story


def _history(corpus: Corpus, config: Config, cache: Cache) -> tuple[Snapshot, ...]:
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


def _changes(before: Snapshot, now: Snapshot, articles: tuple[Article, ...]) -> tuple[Change, ...]:
    """What is new since the day before the newest articles."""
    by_id = {article.id: article for article in articles}
    old, new = ({"events": [event_record(event, by_id) for event in story.timeline.events]} for story in (before, now))
    return diff(old, new)


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
        found.append(problem("dead-link", place, f"'{broken.link}' leads nowhere", hint, warning=True))
    return found


def _summary(site: SiteModel, files: tuple[OutputFile, ...], hidden: tuple[Hidden, ...], problems: tuple[Problem, ...]) -> Summary:
    return Summary(
        as_of=site.as_of,
        articles=len(site.articles),
        dates=sum(map(len, site.resolutions.values())),
        events=len(site.timeline.events),
        differing=sum(event.disagreement is not None for event in site.timeline.events),
        files=len(files),
        hidden=hidden,
        problems=tuple(sorted(problems)),
    )


def _stop_if_strict(options: Options, summary: Summary) -> None:
    if options.strict and summary.problems:
        raise StrictWarnings(summary.problems)


def _build_key(inputs: Inputs, options: Options) -> bytes:
    """One digest of all that a build depends on."""
    wanted = encode(replace(options, jobs=1, strict=False, clean=False))
    theme = [
        part
        for folder in find_theme(inputs.config.theme, inputs.site)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for part in (path.relative_to(folder).as_posix().encode(), path.read_bytes())
    ]
    articles = [part.encode() for source in inputs.sources for part in (source.id, source.text)]
    faults = [str(fault).encode() for fault in inputs.problems]
    return digest(b"build", program_digest(), encode(inputs.config), wanted, *theme, b"", *articles, b"", *faults)


def _remembered(kind: type[T], cache: Cache, key: bytes) -> T | None:
    written = cache.get(key)
    if written:
        with suppress(ValueError):
            return decode(kind, written)
    return None
