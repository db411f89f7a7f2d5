"""The days of holidays that news texts name; moveable feasts are worked out.

Easter by the anonymous Gregorian computus (Nature, 1876; Meeus, Astronomical
Algorithms, chapter 8); the others by their statutes.
"""

from __future__ import annotations

import datetime as dt

from sitegen.resolutions.festivals import festival, is_festival

_FIXED = {
    "christmas": (12, 25),
    "christmas-eve": (12, 24),
    "boxing-day": (12, 26),
    "new-year": (1, 1),
    "new-year-eve": (12, 31),
    "twelfth-night": (1, 5),
    "epiphany": (1, 6),
    "waitangi": (2, 6),
    "st-david": (3, 1),
    "valentine": (2, 14),
    "st-brigid": (2, 1),
    "st-patrick": (3, 17),
    "st-george": (4, 23),
    "st-andrew": (11, 30),
    "st-piran": (3, 5),
    "st-joseph": (3, 19),
    "st-mark": (4, 25),
    "st-peter": (6, 29),
    "st-swithin": (7, 15),
    "st-james": (7, 25),
    "st-lawrence": (8, 10),
    "st-bartholomew": (8, 24),
    "st-matthew": (9, 21),
    "st-michael": (9, 29),
    "st-luke": (10, 18),
    "st-crispin": (10, 25),
    "st-martin": (11, 11),
    "st-cecilia": (11, 22),
    "st-catherine": (11, 25),
    "st-barbara": (12, 4),
    "st-lucy": (12, 13),
    "candlemas": (2, 2),
    "annunciation": (3, 25),
    "walpurgis": (4, 30),
    "songkran": (4, 13),
    "midsummer-eve": (6, 23),
    "lammas": (8, 1),
    "burns-night": (1, 25),
    "halloween": (10, 31),
    "all-saints": (11, 1),
    "us-independence": (7, 4),
    "bastille": (7, 14),
    "canada-day": (7, 1),
    "australia-day": (1, 26),
    "anzac": (4, 25),
    "veterans": (11, 11),
    "juneteenth": (6, 19),
    "guy-fawkes": (11, 5),
    "midsummer": (6, 24),
    "earth-day": (4, 22),
    "womens-day": (3, 8),
    "april-fools": (4, 1),
    "groundhog": (2, 2),
    "may-day": (5, 1),
    "german-unity": (10, 3),
    "st-nicholas": (12, 6),
    "reformation": (10, 31),
    "three-kings": (1, 6),
    "swiss-national": (8, 1),
    "assumption": (8, 15),
    "austria-national": (10, 26),
    "all-souls": (11, 2),
    "immaculate-conception": (12, 8),
    "orthodox-christmas": (1, 7),
}
# Days from Easter Sunday.
_EASTER = {
    "easter": 0,
    "easter-monday": 1,
    "good-friday": -2,
    "maundy-thursday": -3,
    "palm-sunday": -7,
    "ash-wednesday": -46,
    "shrove-tuesday": -47,
    "carnival-monday": -48,
    "fat-thursday": -52,
    "holy-saturday": -1,
    "mothering-sunday": -21,
    "ascension": 39,
    "pentecost": 49,
    "whit-monday": 50,
    "trinity": 56,
    "corpus-christi": 60,
}
# Month, ISO weekday, which one (-1 is the last), days after it.
_NTH = {
    "king-day": (1, 1, 3, 0),
    "super-bowl": (2, 7, 2, 0),
    "presidents-day": (2, 1, 3, 0),
    "us-mother": (5, 7, 2, 0),
    "uk-may": (5, 1, 1, 0),
    "uk-spring": (5, 1, -1, 0),
    "memorial-day": (5, 1, -1, 0),
    "us-father": (6, 7, 3, 0),
    "uk-august": (8, 1, -1, 0),
    "labor-day": (9, 1, 1, 0),
    "columbus-day": (10, 1, 2, 0),
    "us-election": (11, 1, 1, 1),
    "remembrance-sunday": (11, 7, 2, 0),
    "thanksgiving": (11, 4, 4, 0),
    "black-friday": (11, 4, 4, 1),
    "cyber-monday": (11, 4, 4, 4),
    "german-mourning": (11, 4, -1, -11),
    "repentance": (11, 4, -1, -8),
    "sunday-of-the-dead": (11, 4, -1, -4),
    "advent": (11, 4, -1, 3),
    "advent-2": (11, 4, -1, 10),
    "advent-3": (11, 4, -1, 17),
    "advent-4": (11, 4, -1, 24),
}


def holiday(name: str, year: int) -> dt.date | None:
    """The day of a holiday in a year, None for an unknown name."""
    if name in _FIXED:
        return dt.date(year, *_FIXED[name])
    if name in _EASTER:
        return easter(year) + dt.timedelta(_EASTER[name])
    if name in _NTH:
        month, weekday, nth, after = _NTH[name]
        day = nth_weekday(year, month, weekday, nth)
        return day and day + dt.timedelta(after)
    return festival(name, year) if is_festival(name) else None


def fixed(name: str) -> tuple[int, int] | None:
    """Month and day of a holiday that does not move."""
    return _FIXED.get(name)


def easter(year: int) -> dt.date:
    """Easter Sunday of the Western churches."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """The nth such weekday of a month, counted from its end where negative; None where it has none."""
    if nth < 0:
        following = dt.date(year + month // 12, month % 12 + 1, 1)
        last = following - dt.timedelta(1)
        return last - dt.timedelta((last.isoweekday() - weekday) % 7 + 7 * (-nth - 1))
    first = dt.date(year, month, 1)
    day = first + dt.timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return day if day.month == month else None
