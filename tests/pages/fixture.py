"""A small invented story as a `SiteModel`, made by hand: the pages are tested apart from the stages before them.

The articles stand in ``story.txt``; there ``[[phrase|value|event|standing]]``
marks a date expression; event and standing may be missing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sitegen.briefings import brief
from sitegen.config import Config
from sitegen.dates import Granularity, Interval, Timex, TimexType, interval_of
from sitegen.model import (
    Anchor,
    AnchorKind,
    Article,
    BlockKind,
    Certainty,
    Change,
    Claim,
    Day,
    Direction,
    Disagreement,
    DisagreementKind,
    Event,
    EventStatus,
    Expression,
    Markup,
    Offset,
    Report,
    Resolution,
    Run,
    Sentence,
    Span,
    Standing,
    Step,
    Timeline,
    Unit,
)
from sitegen.pages import plan
from sitegen.pages.book import open_book
from sitegen.pages.desk import Desk
from sitegen.pages.press import Press
from sitegen.pages.site import SiteModel
from sitegen.pages.words import words_for

AS_OF = dt.date(2031, 5, 14)
_MARK = re.compile(r"\[\[([^|\]]+)\|([^|\]]*)(?:\|([^|\]]*))?(?:\|([^|\]]*))?\]\]")

STORY = Path(__file__).with_name("story.txt").read_text("utf-8")
HEADLINES = {
    "inspection": "The school inspection has been put off to 20 May",
    "meeting": "The company's annual meeting has been called off",
}


def told() -> Iterator[tuple[str, str, str, dt.date, list[str]]]:
    """Slug, title, source, day and marked-up paragraphs of each article of the story."""
    for text in STORY.split("# ")[1:]:
        head, *paragraphs = text.strip().split("\n\n")
        slug, title, source, published = head.split(" | ")
        moment = dt.datetime.fromisoformat(published)
        yield slug, title, source, moment if moment.tzinfo else moment.date(), paragraphs


def article_of(slug: str, title: str, source: str, published: dt.date, paragraphs: list[str]) -> Article:
    """An article from marked-up paragraphs; the marks are dropped."""
    body, sentences, pieces = "", [], []
    for block, marked in enumerate(paragraphs):
        text = _MARK.sub(r"\1", marked).strip()
        start = len(body)
        pieces += [Markup("<p>"), Run(text, start), Markup("</p>\n")]
        sentences += [
            Sentence(Span(start + found.start(), start + found.end()), block, BlockKind.PARAGRAPH)
            for found in re.finditer(r"[^ ].*?(?:[.!?][”\"]?(?= |$)|$)", text)
        ]
        body += text + "\n\n"
    return Article(
        id=f"{slug}.md",
        slug=slug,
        title=title,
        published=published,
        body=body,
        prose=body,
        sentences=tuple(sentences),
        pieces=tuple(pieces),
        digest=slug,
        source=source,
        tags=("ferry strike",),
    )


def resolution_of(article: Article, text: str, value: str, after: int) -> Resolution:
    """A resolution of the next occurrence of a phrase."""
    start = article.body.index(text, after)
    sentence = next(n for n, sentence in enumerate(article.sentences) if start < sentence.span.end)
    expression = Expression(article.id, sentence, Span(start, start + len(text)), text, Offset(0, Unit.DAY), "fixture")
    interval = interval_of(value)
    kind = TimexType.DURATION if value.startswith("P") and "_" not in value else TimexType.DATE
    steps = (
        Step("anchor.publication", "It is counted from the day of publication.", None, "", article.day.isoformat()),
        Step("weekday.nearest", "The verb points that way.", Span(article.sentences[sentence].span.start, start), "", value),
    )
    certainty = Certainty.UNRESOLVED if not interval else Certainty.RANGE if interval.days > 2 else Certainty.RESOLVED
    moved = ((-1, value), (1, value))
    if interval and text in {"tomorrow", "on Sunday"}:
        certainty = Certainty.FRAGILE
        moved = ((-1, str(interval.first_day - dt.timedelta(1))), (1, value))
    return Resolution(
        expression,
        Timex(kind, value),
        interval,
        Anchor(AnchorKind.PUBLICATION, str(article.day)),
        Direction.PAST,
        certainty,
        (),
        steps,
        moved,
    )


def site(**changes: object) -> SiteModel:
    """The story as a site; keywords replace fields of its configuration."""
    articles, resolutions, reports = [], {}, {}
    for slug, title, source, published, paragraphs in told():
        article = article_of(slug, title, source, published, paragraphs)
        articles.append(article)
        after, found = 0, []
        for text, value, event, standing in _MARK.findall("\n\n".join(paragraphs)):
            resolution = resolution_of(article, text, value, after)
            after = resolution.expression.span.end
            found.append(resolution)
            if event and resolution.interval:
                reports.setdefault(event, []).append((report_of(article, resolution, standing), standing))
        resolutions[article.id] = tuple(found)
    by_id = {article.id: article for article in articles}
    events = sorted((event_of(key, found, by_id) for key, found in reports.items()), key=lambda event: (event.interval.start, event.id))
    timeline = timeline_of(tuple(events))
    config = Config(**{"title": "Aldsund briefing", "description": "The ferry dispute, report by report", **changes})
    known = (
        Change("appeared", "flight", "A helicopter flew medicine to Norholm"),
        Change("corroborated", "talks", "Both sides will meet her", "now 2 sources"),
    )
    return SiteModel(
        config=config,
        as_of=AS_OF,
        articles=tuple(articles),
        resolutions=resolutions,
        timeline=timeline,
        briefing=brief(timeline, tuple(articles), resolutions, config, known),
        changes=known,
        previous=dt.date(2031, 5, 13),
        base_url=config.base_url,
    )


def desk_of(story: SiteModel) -> Desk:
    """What sections are made from."""
    return Desk(story, open_book(story), words_for(story.config.language))


def printed(story: SiteModel, path: str = "") -> str:
    """One of the site's first pages alone: much quicker than rendering it all."""
    desk = desk_of(story)
    page = next(page for page in plan(desk) if page.path == path)
    return Press.of(desk).print(page).content.decode()


def report_of(article: Article, resolution: Resolution, standing: str) -> Report:
    """The report that a date's sentence makes."""
    sentence = article.sentences[resolution.expression.sentence]
    headline = article.quote(sentence.span).rstrip(".").split(", which")[0].split(", when")[0]
    return Report(
        article=article.id,
        sentence=resolution.expression.sentence,
        clause=sentence.span,
        headline=headline,
        resolution=resolution,
        interval=resolution.interval or Interval(dt.datetime(1, 1, 1), dt.datetime(1, 1, 2), Granularity.DAY),
        text=resolution.expression.text,
        standing=Standing(standing) if standing in set(Standing) else Standing.HAPPENED,
        actors=("Tove Lind",) if "Lind" in headline else (),
        places=("Norholm",) if "Norholm" in headline else (),
        quoted="“" in headline,
        speaker="Tove Lind" if "Lind said" in headline else "",
    )


def event_of(key: str, found: list[tuple[Report, str]], articles: dict[str, Article]) -> Event:
    """The event that some reports make."""
    reports = tuple(report for report, _ in found)
    days = {report.interval.first_day for report in reports}
    status = {"scheduled": EventStatus.SCHEDULED, "due": EventStatus.DUE}.get(found[-1][1])
    status = status or {"cancelled": EventStatus.CANCELLED, "postponed": EventStatus.POSTPONED}.get(found[-1][1], EventStatus.PAST)
    differs = key == "mediator" and len(days) > 1
    claims = tuple(Claim(report.interval, (n,)) for n, report in enumerate(reports))
    sources = tuple(dict.fromkeys(articles[report.article].source for report in reports))
    return Event(
        id=key,
        headline=HEADLINES.get(key, reports[0].headline),
        interval=reports[0].interval,
        status=status,
        certainty=reports[0].resolution.certainty,
        reports=reports,
        sources=sources,
        actors=tuple(dict.fromkeys(actor for report in reports for actor in report.actors)),
        places=tuple(dict.fromkeys(place for report in reports for place in report.places)),
        disagreement=Disagreement(DisagreementKind.ADJACENT_DAY, claims, "The two days follow each other.") if differs else None,
        rescheduled_from=interval_of("2031-05-14") if key == "inspection" else None,
        tags=("ferry strike",),
        weight=float(len(reports)),
    )


def timeline_of(events: tuple[Event, ...]) -> Timeline:
    """A timeline of those events."""
    background = tuple(event.id for event in events if event.interval.days > 31)
    days: dict[dt.date, list[str]] = {}
    for event in events:
        if event.id not in background:
            days.setdefault(event.interval.first_day, []).append(event.id)
    return Timeline(AS_OF, events, tuple(Day(day, float(len(found)), tuple(found)) for day, found in sorted(days.items())), background)


def moved(event: Event, n: int) -> Event:
    """The event under another id and day, all of them within two years."""
    by = dt.timedelta(n % 700)
    interval = replace(event.interval, start=event.interval.start + by, end=event.interval.end + by)
    return replace(event, id=f"e{n}", interval=interval)


def empty(story: SiteModel) -> object:
    """A briefing that names no event."""
    names = ("changes", "developments", "upcoming", "due", "differing", "corroborated", "single_source", "background")
    return replace(story.briefing, **dict.fromkeys(names, ()))
