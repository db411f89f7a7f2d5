"""How far a plan was moved, where a text gives the length and not the new day: "put back by two weeks", "brought forward by a month"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from sitegen.dates import TimexType, add_months
from sitegen.events.clauses import Parsed
from sitegen.events.cues import find_cue
from sitegen.events.grammar import Grammar
from sitegen.events.ranges import Stretch
from sitegen.model import Resolution

_MOVING = 8  # words of "brought the date of the hearing forward by"
_LENGTH = re.compile(r"P(\d+)([DWMY])")
_DAYS = {"D": 1, "W": 7}
_MONTHS = {"M": 1, "Y": 12}


def shifted(parsed: Parsed, stretch: Stretch, resolutions: Sequence[Resolution], words: Grammar) -> dt.date | None:
    """The day to which the sentence of a planned day moves it by a length, None where it does not."""
    for length in resolutions:
        span = length.expression.span
        first, _ = parsed.token_range(span.start, span.end)
        found = _LENGTH.fullmatch(length.timex.value) if length.timex.type is TimexType.DURATION else None
        if found is None or first <= stretch.first or parsed.tokens[first - 1].low not in words["measure_links"]:
            continue
        moving = parsed.tokens[max(stretch.last, first - _MOVING) : first]
        earlier = find_cue(moving, 0, len(moving), words.cues["advanced"])
        if earlier or find_cue(moving, 0, len(moving), words.cues["postponed"]):
            return _moved(stretch.interval.first_day, (-1 if earlier else 1) * int(found[1]), found[2])
    return None


def _moved(day: dt.date, amount: int, unit: str) -> dt.date | None:
    """A day moved by a length; None where that leaves the calendar."""
    try:
        return add_months(day, amount * _MONTHS[unit]) if unit in _MONTHS else day + dt.timedelta(amount * _DAYS[unit])
    except (ValueError, OverflowError):
        return None
