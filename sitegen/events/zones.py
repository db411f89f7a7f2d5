"""Clock times as moments, where the text or the article says in which zone they are."""

from __future__ import annotations

import datetime as dt
import re

from sitegen.dates import Granularity
from sitegen.model import Article, Report

_OFFSET = re.compile(r"T\d\d(?::\d\d)*(?P<zone>Z|[+-]\d\d:?\d\d)$")
_CLOCK = frozenset({Granularity.HOUR, Granularity.MINUTE})
Moment = tuple[dt.datetime, dt.timedelta]


def moments(report: Report, article: Article) -> Moment | None:
    """The moment of a report in universal time and its offset; None where it gives no clock time or no zone is known."""
    if report.interval.granularity not in _CLOCK:
        return None
    stated = _stated(report.resolution.timex.value)
    offset = _published(article) if stated is None else stated
    return (report.interval.start - offset, offset) if offset is not None else None


def in_own_hours(report: Report) -> bool:
    """Whether a report's hours are those of its place: it names no zone."""
    return _stated(report.resolution.timex.value) is None


def _stated(value: str) -> dt.timedelta | None:
    found = _OFFSET.search(value)
    if not found:
        return None
    zone = found["zone"]
    if zone == "Z":
        return dt.timedelta()
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    return dt.timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)


def _published(article: Article) -> dt.timedelta | None:
    return article.published.utcoffset() if isinstance(article.published, dt.datetime) else None


def same_moment(one: Moment | None, two: Moment | None) -> bool:
    """Whether two clock times in different zones are one moment, within the hour."""
    return bool(one and two and one[1] != two[1] and abs(one[0] - two[0]) < dt.timedelta(hours=1))
