"""`data/events.json`, `data/dates.json` and `data/days.json`: the whole result, with its reasons.

The shapes are promised to the outside. Days are inclusive and written
``YYYY-MM-DD``; offsets are code points into the article's body. One record
stands on each line, so that two builds can be compared with plain tools.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from sitegen.dates import Granularity, Interval, Timex, edtf
from sitegen.model import Article, Bond, Day, Disagreement, Event, OutputFile, Report, Resolution, Step
from sitegen.pages.site import SiteModel

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"


def files(site: SiteModel) -> tuple[OutputFile, ...]:
    """The three data files."""
    articles = {article.id: article for article in site.articles}
    events = ",\n".join(dumps(event_record(event, articles)) for event in site.timeline.events)
    dates = (date_record(resolution, article) for article in site.articles for resolution in site.resolutions.get(article.id, ()))
    return (
        text_file("data/events.json", f'{{"as_of": "{site.as_of}", "events": [\n{events}\n]}}\n'),
        text_file("data/dates.json", lines_of(dates)),
        text_file("data/days.json", lines_of(map(day_record, site.timeline.days))),
    )


def text_file(path: str, text: str) -> OutputFile:
    """A UTF-8 file of the site."""
    return OutputFile(path, text.encode())


def dumps(value: Json) -> str:
    """One value on one line, letters of every script as they are."""
    return json.dumps(value, ensure_ascii=False)


def lines_of(records: Iterable[dict[str, Json]]) -> str:
    """A JSON array with one record on each line."""
    return "[\n" + ",\n".join(map(dumps, records)) + "\n]\n"


def event_record(event: Event, articles: Mapping[str, Article]) -> dict[str, Json]:
    """One element of ``events``."""
    return {
        "id": event.id,
        "headline": event.headline,
        **interval_record(event.interval),
        "status": event.status,
        "certainty": event.certainty,
        "sources": list(event.sources),
        "actors": list(event.actors),
        "places": list(event.places),
        "disagreement": disagreement_record(event.disagreement) if event.disagreement else None,
        "rescheduled_from": interval_record(event.rescheduled_from) if event.rescheduled_from else None,
        "bonds": [bond_record(bond) for bond in event.bonds],
        "reports": [report_record(report, articles[report.article]) for report in event.reports],
    }


def bond_record(bond: Bond) -> dict[str, Json]:
    """Why two reports were joined: their indexes, the rule, and the named parts of the score where a score decided."""
    return {"reports": [bond.one, bond.two], "rule": bond.rule, "parts": dict(bond.parts), "needed": bond.needed}


def disagreement_record(disagreement: Disagreement) -> dict[str, Json]:
    """Its kind, the reason where there is one, and each reading with the indexes of the reports that hold it."""
    claims: list[Json] = [{**interval_record(claim.interval), "reports": list(claim.reports)} for claim in disagreement.claims]
    return {"kind": disagreement.kind, "note": disagreement.note, "claims": claims}


def report_record(report: Report, article: Article) -> dict[str, Json]:
    """One element of an event's ``reports``."""
    days = interval_record(report.interval)
    del days["edtf"]
    return {
        "article": article.id,
        "url": article.url,
        "source": article.publisher,
        "published": article.published.isoformat(),
        "sentence": sentence_of(report, article),
        "text": report.text,
        **days,
        "timex": timex_record(report.resolution.timex),
        "certainty": report.resolution.certainty,
        "why": reasons(report.resolution.steps),
    }


def sentence_of(report: Report, article: Article) -> str:
    """The sentence that reports the event, as it is read."""
    return article.quote(article.sentences[report.sentence].span)


def voices(event: Event, articles: Mapping[str, Article]) -> Iterator[tuple[str, Article]]:
    """One sentence of each publisher: the first of the reports, in their order, with its article."""
    heard = set()
    for report in event.reports:
        article = articles[report.article]
        if article.publisher not in heard:
            heard.add(article.publisher)
            yield sentence_of(report, article), article


def date_record(resolution: Resolution, article: Article) -> dict[str, Json]:
    """One element of ``dates.json``."""
    expression, interval = resolution.expression, resolution.interval
    return {
        "article": article.id,
        "start": expression.span.start,
        "end": expression.span.end,
        "text": expression.text,
        "timex": timex_record(resolution.timex),
        "interval": interval_record(interval) if interval else None,
        "certainty": resolution.certainty,
        "direction": resolution.direction,
        "anchor": {"kind": resolution.anchor.kind, "value": resolution.anchor.value},
        "why": reasons(resolution.steps),
        "if_dated": {f"{days:+d}": value for days, value in resolution.if_dated},
    }


def day_record(day: Day) -> dict[str, Json]:
    """One element of ``days.json``."""
    return {"date": day.date.isoformat(), "weight": day.weight, "events": list(day.events), "summary": list(day.summary)}


def interval_record(interval: Interval) -> dict[str, Json]:
    """First and last calendar day, the clock time where there is one, the granularity and the EDTF form."""
    record: dict[str, Json] = {"start": interval.first_day.isoformat(), "end": interval.last_day.isoformat()}
    if interval.granularity in {Granularity.HOUR, Granularity.MINUTE}:
        record["time"] = f"{interval.start:%H:%M}"
    return {**record, "granularity": interval.granularity, "edtf": edtf(interval)}


def timex_record(timex: Timex) -> dict[str, Json]:
    """The TIMEX3 annotation; ``quant`` and ``freq`` only for a set that has them."""
    record: dict[str, Json] = {"type": timex.type, "value": timex.value, "mod": timex.mod}
    return record | {key: value for key, value in (("quant", timex.quant), ("freq", timex.freq)) if value}


def reasons(steps: tuple[Step, ...]) -> list[Json]:
    """The steps from the words to the days: the rule's name, and the sentence that says it."""
    return [{"rule": step.rule, "because": step.because} for step in steps]
