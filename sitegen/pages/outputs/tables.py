"""`data/events.csv` and `data/timeline.json`: the events in the two shapes that TimelineJS 3 reads.

The columns are those of its spreadsheet template, the object that of its JSON
format. TimelineJS takes headline and text for HTML, so both are escaped; it
spells out plain dates itself, in its reader's language, so `display_date` stands
only where year, month and day would say more than is known.

The table holds every event; the object, which is drawn as it is, leaves out the
background: one year of long ago would press the story into a corner of the axis.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from html import escape

from sitegen.dates import Granularity, Interval
from sitegen.model import Article, Event, OutputFile
from sitegen.pages.outputs.data import Json, dumps, text_file, voices
from sitegen.pages.site import SiteModel
from sitegen.pages.words import Words, words_for

_COLUMNS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date"),
    *("Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background"),
)
_SELF_EVIDENT = {Granularity.DAY, Granularity.HOUR, Granularity.MINUTE}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def files(site: SiteModel) -> tuple[OutputFile, ...]:
    """The table and the object."""
    articles = {article.id: article for article in site.articles}
    words = words_for(site.config.language)
    return (
        text_file("data/events.csv", _table(site.timeline.events, articles, words)),
        text_file("data/timeline.json", _object(site, articles, words)),
    )


def _table(events: tuple[Event, ...], articles: dict[str, Article], words: Words) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(event, articles, words) for event in events)
    return text.getvalue()


def _row(event: Event, articles: dict[str, Article], words: Words) -> dict[str, str]:
    days = event.interval
    row = {
        **_date_cells("", days.first_day),
        **(_date_cells("End ", days.last_day) if days.days > 1 else {}),
        "Display Date": _display(event.interval, words),
        "Headline": escape(event.headline, quote=False),
        "Text": _text(event, articles),
        "Group": event.tags[0] if event.tags else "",
    }
    if event.interval.granularity is Granularity.MINUTE:
        row["Time"] = f"{event.interval.start:%H:%M}"
    return {name: _inert(cell) for name, cell in row.items()}


def _object(site: SiteModel, articles: dict[str, Article], words: Words) -> str:
    background = set(site.timeline.background)
    story = (event for event in site.timeline.events if event.id not in background)
    slides = ",\n".join(dumps(_slide(event, articles, words)) for event in story)
    title = dumps({"text": {"headline": escape(site.briefing.title, quote=False)}})
    return f'{{"scale": "human", "title": {title}, "events": [\n{slides}\n]}}\n'


def _slide(event: Event, articles: dict[str, Article], words: Words) -> dict[str, Json]:
    days = event.interval
    slide: dict[str, Json] = {
        "unique_id": event.id,
        "start_date": _slide_date(days, last=False),
        "text": {"headline": escape(event.headline, quote=False), "text": _text(event, articles)},
    }
    if days.days > 1:
        slide["end_date"] = _slide_date(days, last=True)
    if display := _display(event.interval, words):
        slide["display_date"] = display
    if event.tags:
        slide["group"] = event.tags[0]
    return slide


def _slide_date(days: Interval, *, last: bool) -> dict[str, Json]:
    day = days.last_day if last else days.first_day
    date: dict[str, Json] = {"year": day.year, "month": day.month, "day": day.day}
    if days.granularity is Granularity.MINUTE and not last:
        date |= {"hour": days.start.hour, "minute": days.start.minute}
    return date


def _date_cells(prefix: str, day: dt.date) -> dict[str, str]:
    return {f"{prefix}Year": str(day.year), f"{prefix}Month": str(day.month), f"{prefix}Day": str(day.day)}


def _display(interval: Interval, words: Words) -> str:
    plain = interval.granularity in _SELF_EVIDENT and not interval.modifier
    return "" if plain else words.when(interval)


def _text(event: Event, articles: dict[str, Article]) -> str:
    """A paragraph for each source: its sentence, and its name, linked where the article has an address."""
    return "".join(f"<p>{escape(sentence, quote=False)} — {_credit(article)}</p>" for sentence, article in voices(event, articles))


def _credit(article: Article) -> str:
    source = escape(article.publisher, quote=False)
    return f'<a href="{escape(article.url)}">{source}</a>' if article.url else source


def _inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
