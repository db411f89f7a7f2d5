"""The days of festivals that follow the moon: read from the library `holidays`, by the calendar of a country that keeps them.

It is imported where such a festival is named, and nowhere else. Years that it
does not know have no day here: none is guessed.
"""

from __future__ import annotations

import datetime as dt
import functools
import warnings

# The country whose calendar tells the day, the festival's name in it, days after its first day.
_FESTIVALS = {
    "diwali": ("IN", "Diwali", 0),
    "holi": ("IN", "Holi", 0),
    "dussehra": ("IN", "Dussehra", 0),
    "eid-al-fitr": ("AE", "Eid al-Fitr", 0),
    "eid-al-adha": ("AE", "Eid al-Adha", 0),
    "islamic-new-year": ("AE", "Islamic New Year", 0),
    "lunar-new-year": ("SG", "Chinese New Year", 0),
    "lunar-new-year-eve": ("SG", "Chinese New Year", -1),
    "mid-autumn": ("CN", "Mid-Autumn Festival", 0),
    "dragon-boat": ("CN", "Dragon Boat Festival", 0),
    "passover": ("IL", "Pesach", 0),
    "shavuot": ("IL", "Shavuot", 0),
    "rosh-hashanah": ("IL", "Rosh Hashanah", 0),
    "yom-kippur": ("IL", "Yom Kippur", 0),
    "sukkot": ("IL", "Sukkot", 0),
    "nowruz": ("IR", "Nowruz", 0),
    "ashura": ("IN", "Ashura", 0),
    "chuseok": ("KR", "Chuseok", 0),
    "vesak": ("SG", "Vesak Day", 0),
    "orthodox-easter": ("GR", "Easter Monday", -1),
}
_TWICE = dt.timedelta(300)  # a lunar year is shorter than ours, so that a festival may come twice in one: then its day is not known
_SIGHTED = frozenset({"eid-al-fitr", "eid-al-adha", "islamic-new-year", "ashura"})


def is_festival(name: str) -> bool:
    """Whether a holiday's day comes from the moon."""
    return name in _FESTIVALS


def is_sighted(name: str) -> bool:
    """Whether the moon must be seen, so that countries differ by a day."""
    return name in _SIGHTED


@functools.lru_cache(maxsize=256)
def festival(name: str, year: int) -> dt.date | None:
    """The day on which a festival begins in a year; None where it is not known."""
    country, title, after = _FESTIVALS[name]
    days = [day for day, said in _calendar(country, year).items() if title in {part.removesuffix(" (estimated)") for part in said}]
    once = bool(days) and max(days) - min(days) < _TWICE
    return min(days) + dt.timedelta(after) if once else None


def _calendar(country: str, year: int) -> dict[dt.date, list[str]]:
    """The names of a country's holidays in a year, by day; none where its calendar does not reach."""
    import holidays  # noqa: PLC0415 - a tenth of a second, for texts that name a festival only

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of years out of its reach, for which it gives none
        known = holidays.country_holidays(country, years=year, language="en_US")
    return {day: known.get_list(day) for day in known}
