"""The days of holidays, which are the same in every language, as data."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from sitegen.languages.lexicon import parsed


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """A weekday of a month: "the fourth Thursday in November", and a day some days after it."""

    month: int
    weekday: int
    """ISO weekday, 1 is Monday."""
    nth: int
    """Which one; counted from the month's end where negative."""
    after: int = 0


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival that follows the moon, by its name in the calendar of a country that keeps it."""

    country: str
    """ISO 3166 code."""
    name: str
    after: int = 0
    """Days from the first day that the calendar gives."""
    sighted: bool = False
    """Whether the moon must be seen, so that countries differ by a day."""


@dataclass(frozen=True, slots=True)
class Holidays:
    """The holidays of all languages by name, each in the table of how its day is found."""

    fixed: Mapping[str, tuple[int, int]]
    """Month and day."""
    easter: Mapping[str, int]
    """Days from Easter Sunday."""
    weekdays: Mapping[str, NthWeekday]
    moon: Mapping[str, Festival]
    kept: Mapping[str, Mapping[str, str]]
    """By name and country what is kept there under that name."""


@functools.cache
def known_holidays() -> Holidays:
    """Every holiday whose day is known, read once."""
    source = parsed("holidays.yaml")
    fixed, weekdays = (cast("dict[str, dict[str, int]]", source[name]) for name in ("fixed", "weekdays"))
    moon = cast("dict[str, dict[str, str | int]]", source["moon"])
    return Holidays(
        fixed={name: (day["month"], day["day"]) for name, day in fixed.items()},
        easter=cast("dict[str, int]", source["easter"]),
        weekdays={name: NthWeekday(**day) for name, day in weekdays.items()},
        moon={
            name: Festival(str(feast["country"]), str(feast["name"]), int(feast.get("after", 0)), bool(feast.get("sighted")))
            for name, feast in moon.items()
        },
        kept=cast("dict[str, dict[str, str]]", source["kept"]),
    )
