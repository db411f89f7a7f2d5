"""Quarters of a house whose year is not the calendar's: a notice that says "the third quarter of fiscal 2025" counts on in it."""

from __future__ import annotations

from sitegen.model import CalendarDate, Direction, Relation
from sitegen.resolutions.situation import NO_ANCHOR, Placed, Situation, Topic, date_timex, step, topic_anchor

_QUARTERS = 4


def fiscal_told(meaning: CalendarDate, topic: Topic) -> tuple[int, int] | None:
    """The fiscal quarter under discussion behind a date: the latest that was named; one with a calendar year ends the count."""
    if not meaning.quarter or meaning.year is None:
        return topic.fiscal
    if not meaning.fiscal:
        return None
    named = (meaning.year, meaning.quarter)
    return max(topic.fiscal or named, named)


def counts_on(meaning: CalendarDate, topic: Topic) -> bool:
    """Whether a quarter without its year is one of a fiscal year that the text has named."""
    plain = meaning.year is None and meaning.year_relation is None and meaning.relation in {Relation.BARE, Relation.SAME}
    return topic.fiscal is not None and meaning.quarter is not None and plain and not meaning.fiscal


def place_counted(meaning: CalendarDate, situation: Situation) -> Placed:
    """Such a quarter: the same one again, else the next where the text looks ahead, the last where it looks back."""
    year, quarter = situation.topic.fiscal or (0, 0)
    number = meaning.quarter or quarter
    due = situation.cue.rule == "direction.results-due"
    if number > quarter and situation.direction is Direction.PAST and not due:
        year -= 1
    if number < quarter and (due or situation.direction is Direction.FUTURE):
        year += 1
    return _placed(year, number, situation)


def place_beside(situation: Situation, quarters: int) -> Placed:
    """The fiscal quarter under discussion, or one so many quarters away."""
    year, quarter = situation.topic.fiscal or (0, 0)
    years, number = divmod(quarter - 1 + quarters, _QUARTERS)
    return _placed(year + years, number + 1, situation)


def _placed(year: int, quarter: int, situation: Situation) -> Placed:
    value = f"FY{year:04}-Q{quarter}"
    steps = (step("calendar.fiscal", situation, situation.expression.text, value),)
    anchor = topic_anchor(situation.topic) if situation.topic.interval else NO_ANCHOR
    return Placed(date_timex(value), anchor, situation.direction, steps=steps)
