"""A small story made by hand: three articles, events of every status, and text that tries to break out of its file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sitegen.config import Config
from sitegen.dates import Interval, Timex, TimexType, interval_of
from sitegen.model import (
    Anchor,
    AnchorKind,
    Article,
    BlockKind,
    Briefing,
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
    Offset,
    Report,
    Resolution,
    Sentence,
    Span,
    Standing,
    Step,
    Timeline,
    Unit,
)
from sitegen.pages.site import SiteModel

AS_OF = dt.date(2025, 3, 19)
BASE = "https://example.org/desk/"
HOSTILE = '=SUM("</script><b>&amp;é مرحبا")'


def article(name: str, published: dt.datetime | dt.date, source: str, body: str, url: str = "") -> Article:
    """An article whose body is one paragraph of plain sentences, each on its own line."""
    spans, at = [], 0
    for line in body.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    sentences = tuple(Sentence(span, 0, BlockKind.PARAGRAPH) for span in spans)
    return Article(f"{name}.md", name, name.title(), published, body, body, sentences, (), "", source=source, url=url, tags=("talks",))


ARTICLES = (
    article("first", dt.date(2025, 3, 16), "North Wire", "The leaders spoke on Sunday.\nThey will meet tomorrow.\nA dinner was planned."),
    article(
        "second", dt.datetime(2025, 3, 17, 8, 30), "South Post", f"{HOSTILE} they spoke early Monday.", "https://south.example/a?b=1&c=2"
    ),
    article(
        "third",
        dt.datetime(2025, 3, 18, 9, tzinfo=dt.timezone(dt.timedelta(hours=2))),
        "North Wire",
        "The vote moved to Friday.\nThe tour was called off.\nA night session ran on Thursday night.\nThe summit is next week.",
    ),
)


def when(value: str) -> Interval:
    """The interval of a TIMEX3 value that has one."""
    found = interval_of(value)
    assert found
    return found


def resolution(source: Article, sentence: int, value: str) -> Resolution:
    """The last word of a sentence, resolved to a value."""
    span = source.sentences[sentence].span
    start = source.body.rindex(" ", span.start, span.end) + 1
    word = Span(start, span.end - 1)
    expression = Expression(source.id, sentence, word, source.body[word.start : word.end], Offset(1, Unit.DAY), "offset")
    anchor = Anchor(AnchorKind.PUBLICATION, source.day.isoformat())
    step = Step("anchor.publication", "It is counted from the article's date.", word, "", value)
    return Resolution(
        expression,
        Timex(TimexType.DATE, value),
        interval_of(value),
        anchor,
        Direction.PAST,
        Certainty.RESOLVED,
        steps=(step,),
        if_dated=((-1, value), (1, value)),
    )


def report(source: Article, sentence: int, value: str, standing: Standing = Standing.HAPPENED) -> Report:
    """One sentence of an article as a report of an event on a day."""
    span = source.sentences[sentence].span
    made = resolution(source, sentence, value)
    return Report(source.id, sentence, span, source.body[span.start : span.end], made, when(value), made.expression.text, standing)


def event(name: str, value: str, status: EventStatus, *reports: Report) -> Event:
    """An event with its reports; its sources are the reports' publishers."""
    publishers = {a.id: a.publisher for a in ARTICLES}
    sources = tuple(dict.fromkeys(publishers[r.article] for r in reports))
    return Event(name, reports[0].headline, when(value), status, Certainty.RESOLVED, reports, sources, tags=("talks",))


FIRST, SECOND, THIRD = ARTICLES
_SPOKE = event("spoke", "2025-03-16", EventStatus.PAST, report(FIRST, 0, "2025-03-16"), report(SECOND, 0, "2025-03-17TMO"))
_CLAIMS = (Claim(when("2025-03-16"), (0,)), Claim(when("2025-03-17TMO"), (1,)))
EVENTS = (
    event("hostile", "2025-03-15", EventStatus.PAST, replace(report(SECOND, 0, "2025-03-15"), headline=HOSTILE)),
    replace(_SPOKE, disagreement=Disagreement(DisagreementKind.ADJACENT_DAY, _CLAIMS)),
    event("night", "2025-03-20TNI", EventStatus.SCHEDULED, report(THIRD, 2, "2025-03-20TNI", Standing.SCHEDULED)),
    event("clock", "2025-03-20T20:15", EventStatus.SCHEDULED, report(FIRST, 1, "2025-03-20T20:15"), report(SECOND, 0, "2025-03-20T20:15")),
    replace(
        event("moved", "2025-03-21", EventStatus.POSTPONED, report(THIRD, 0, "2025-03-21", Standing.POSTPONED)),
        rescheduled_from=when("2025-03-20"),
    ),
    event("off", "2025-03-22", EventStatus.CANCELLED, report(THIRD, 1, "2025-03-22", Standing.CANCELLED)),
    event("summit", "2025-W13", EventStatus.SCHEDULED, report(THIRD, 3, "2025-W13", Standing.SCHEDULED)),
    event("season", "2025-SU", EventStatus.SCHEDULED, report(FIRST, 2, "2025-SU", Standing.SCHEDULED)),
)
UNRESOLVED = replace(
    resolution(FIRST, 2, "2025-03-16"), timex=Timex(TimexType.DURATION, "P30D"), interval=None, certainty=Certainty.UNRESOLVED
)


def site(base_url: str = BASE) -> SiteModel:
    """The whole story as the pages stage is given it."""
    timeline = Timeline(AS_OF, EVENTS, (Day(dt.date(2025, 3, 16), 2.5, ("spoke",), ("The leaders spoke on Sunday.",)),))
    briefing = Briefing("The talks", AS_OF, None, (), (), (), (), (), (), (), (UNRESOLVED,), (), ("North Wire", "South Post"))
    found = {
        FIRST.id: (EVENTS[1].reports[0].resolution, UNRESOLVED),
        SECOND.id: (EVENTS[1].reports[1].resolution,),
    }
    changed = (Change("moved", "moved", "The vote moved to Friday.", "from 20 to 21 March"), Change("withdrawn", "gone", "A rumour."))
    return SiteModel(
        Config(title="The Desk", base_url=base_url), AS_OF, ARTICLES, found, timeline, briefing, changes=changed, base_url=base_url
    )


def story(*events: Event) -> SiteModel:
    """The same articles with other events, and no day singled out."""
    return replace(site(), timeline=Timeline(AS_OF, events, ()))
