"""The days of festivals that follow the moon: read from the library `holidays`, by the calendar of a country that keeps them.

It is imported where such a festival is named, and nowhere else. Years that it
does not know have no day here: none is guessed.
"""

from __future__ import annotations

import datetime as dt
import functools
import warnings

from sitegen.languages import known_holidays

_TWICE = dt.timedelta(300)  # a lunar year is shorter than ours, so that a festival may come twice in one: then its day is not known


def is_festival(name: str) -> bool:
    """Whether a holiday's day comes from the moon."""
    return name in known_holidays().moon


def is_sighted(name: str) -> bool:
    """Whether the moon must be seen, so that countries differ by a day."""
    return known_holidays().moon[name].sighted


@functools.lru_cache(maxsize=256)
def festival(name: str, year: int) -> dt.date | None:
    """The day on which a festival begins in a year; None where it is not known."""
    kept = known_holidays().moon[name]
    days = [day for day, said in _calendar(kept.country, year).items() if kept.name in {part.removesuffix(" (estimated)") for part in said}]
    once = bool(days) and max(days) - min(days) < _TWICE
    return min(days) + dt.timedelta(kept.after) if once else None


def _calendar(country: str, year: int) -> dict[dt.date, list[str]]:
    """The names of a country's holidays in a year, by day; none where its calendar does not reach."""
    import holidays  # noqa: PLC0415 - a tenth of a second, for texts that name a festival only

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of years out of its reach, for which it gives none
        known = holidays.country_holidays(country, years=year, language="en_US")
    return {day: known.get_list(day) for day in known}
