"""How dates and events are marked: HTML's ``<time>``, EDTF, and the sign and word of each status."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.dates import Granularity, Interval, edtf, monday_of, month_start
from sitegen.model import Certainty, Change, Disagreement, DisagreementKind, Event, EventStatus
from sitegen.pages.words import Words, message


@dataclass(frozen=True, slots=True)
class Mark:
    """A status: a sign and words, never colour alone."""

    sign: str
    words: str
    style: str
    """Name of the status, for the style sheet."""


_STATUS = {
    EventStatus.SCHEDULED: ("▷", message("scheduled"), "scheduled"),
    EventStatus.DUE: ("▷", message("due, no report yet"), "due"),
    EventStatus.CANCELLED: ("✕", message("cancelled"), "cancelled"),
    EventStatus.POSTPONED: ("↷", message("postponed"), "postponed"),
}
_DIFFERENCE = {
    DisagreementKind.ADJACENT_DAY: message("sources differ by a day"),
    DisagreementKind.TIME_ZONE: message("sources differ: time zones"),
    DisagreementKind.CONFLICT: message("sources differ"),
}
_CERTAINTY = {
    Certainty.STATED: message("stated in full"),
    Certainty.RESOLVED: message("worked out"),
    Certainty.FRAGILE: message("worked out, fragile"),
    Certainty.RANGE: message("a span of days"),
    Certainty.UNRESOLVED: message("not on the calendar"),
}
_CHANGE = {
    "appeared": message("New"),
    "moved": message("Moved"),
    "corroborated": message("Another source"),
    "contradicted": message("Contradicted"),
    "withdrawn": message("Withdrawn"),
}
_GONE = {"no longer reported": message("no longer reported"), "called off": message("called off")}


def certainty_words(certainty: Certainty, words: Words) -> str:
    """How firmly a date stands, in words."""
    return words.gettext(_CERTAINTY[certainty])


def change_words(change: Change, words: Words) -> str:
    """What kind of change it is, in words."""
    return words.gettext(_CHANGE[change.kind])


def change_detail(change: Change, words: Words) -> str:
    """What exactly has changed, in words."""
    match change.kind, change.values:
        case "appeared", (first, last):
            return _stretch(first, last, words)
        case "moved", (first, last, now_first, now_last):
            return words.gettext("from %(old)s to %(new)s") % {
                "old": _stretch(first, last, words),
                "new": _stretch(now_first, now_last, words),
            }
        case "corroborated", sources if sources:
            return words.gettext("now also by %(sources)s") % {"sources": ", ".join(sources)}
        case "contradicted", days if days:
            return " / ".join(words.day(dt.date.fromisoformat(day)) for day in days)
        case "withdrawn", _:
            return words.gettext(_GONE[change.detail]) if change.detail in _GONE else change.detail
        case _:
            return change.detail


def _stretch(first: str, last: str, words: Words) -> str:
    one, two = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return words.day(one) if one == two else words.stretch(one, two)


def difference_note(difference: Disagreement, words: Words) -> str:
    """The reason for a disagreement where rules can give one, "" otherwise."""
    if not difference.note:
        return ""
    if difference.kind is DisagreementKind.TIME_ZONE:
        return words.gettext("The same hour, given in two time zones.")
    evening, morning = (words.weekday(claim.interval.first_day) for claim in (difference.claims[0], difference.claims[-1]))
    said = words.gettext("May be the same hour: %(evening)s evening in one time zone is %(morning)s morning further east.")
    return said % {"evening": evening, "morning": morning}


def drawn_as(event: Event, certainty: Certainty) -> str:
    """How a mark of the event is drawn: dispute before status, status before certainty."""
    if event.is_disputed:
        return "differ"
    match event.status:
        case EventStatus.PAST:
            return "fragile" if certainty is Certainty.FRAGILE else "firm"
        case EventStatus.SCHEDULED | EventStatus.DUE:
            return "scheduled"
        case EventStatus.CANCELLED | EventStatus.POSTPONED:
            return "off"


def marks_of(event: Event, words: Words) -> tuple[Mark, ...]:
    """Where the event stands, who carries it, and whether they agree."""
    found = []
    if event.status in _STATUS:
        sign, said, style = _STATUS[event.status]
        found.append(Mark(sign, words.gettext(said), style))
    count = len(event.sources)
    if count > 1:
        found.append(Mark("●", words.ngettext("%(count)s source", "%(count)s sources", count), "corroborated"))
    else:
        found.append(Mark("○", words.gettext("one source"), "single"))
    if event.disagreement and event.is_disputed:
        found.append(Mark("◆", words.gettext(_DIFFERENCE[event.disagreement.kind]), "differ"))
    return tuple(found)


def datetime_value(interval: Interval) -> str:
    """The interval as HTML's ``datetime`` allows it, or "" where it is a span (HTML has no intervals).

    Valid are a year, a month, an ISO week, a day and a day with a clock time
    (HTML Living Standard, 4.5.14).
    """
    start = interval.start
    match interval.granularity:
        case Granularity.YEAR if interval.end == month_start(start.year + 1, 1):
            return f"{start.year:04}"
        case Granularity.MONTH if interval.end == month_start(start.year, start.month + 1):
            return start.isoformat()[:7]
        case Granularity.WEEK if interval.days == 7 and interval.first_day == monday_of(interval.first_day):
            year, week, _ = interval.first_day.isocalendar()
            return f"{year:04}-W{week:02}"
        case Granularity.MINUTE if interval.days == 1:
            return start.isoformat(timespec="minutes")
        case _:
            return interval.first_day.isoformat() if interval.days == 1 else ""


def time_tag(interval: Interval, text: str) -> Markup:
    """The text marked as that interval; a span of days carries EDTF instead of a ``datetime``."""
    value = datetime_value(interval)
    if value:
        return Markup('<time datetime="{}">{}</time>').format(value, text)
    return Markup('<span data-edtf="{}">{}</span>').format(edtf(interval), text)
