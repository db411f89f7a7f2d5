"""Holidays of one name that countries keep on different days: "Mother's Day" of Britain is Mothering Sunday."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sitegen.languages import known_holidays, region
from sitegen.model import Article, CalendarDate, Meaning, Offset, TimeOfDay

_ALONE = {dt.timedelta(hours=5, minutes=30): "IN"}  # offsets from UTC that one country keeps: India, and Sri Lanka, whose tag says so


def country(article: Article) -> str:
    """The country that an article's language tag names, else the one that keeps its clock almost alone; "" where neither tells."""
    offset = article.published.utcoffset() if isinstance(article.published, dt.datetime) else None
    return region(article.language) or (_ALONE.get(offset, "") if offset is not None else "")


def kept_in(where: str, meaning: Meaning) -> Meaning:
    """A meaning with the day that a country keeps by a holiday's name; what names no such holiday unchanged."""
    match meaning:
        case CalendarDate():
            return _kept(where, meaning)
        case Offset(of=CalendarDate() as named):
            return replace(meaning, of=_kept(where, named))
        case TimeOfDay(on=CalendarDate() as named):
            return replace(meaning, on=_kept(where, named))
        case TimeOfDay(on=Offset(of=CalendarDate() as named) as beside):
            return replace(meaning, on=replace(beside, of=_kept(where, named)))
        case _:
            return meaning


def _kept(where: str, date: CalendarDate) -> CalendarDate:
    own = known_holidays().kept.get(date.holiday, {}).get(where)
    return replace(date, holiday=own) if own else date


__all__ = ["country", "kept_in"]
