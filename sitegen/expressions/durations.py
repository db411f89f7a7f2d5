"""Lengths of time, sets and vague references, as TIMEX3 writes them."""

from __future__ import annotations

import re

from sitegen.expressions import numbers
from sitegen.expressions.captures import Captures
from sitegen.model import Duration, Recurrence, Unit, Vague, VagueRef

# ISO 8601 designators; a decade is ten years, a fortnight two weeks (TIMEX3 guideline, section on durations).
_DESIGNATORS: dict[Unit, tuple[str, int]] = {
    Unit.SECOND: ("TS", 1),
    Unit.MINUTE: ("TM", 1),
    Unit.HOUR: ("TH", 1),
    Unit.DAY: ("D", 1),
    Unit.WEEKEND: ("WE", 1),
    Unit.WEEK: ("W", 1),
    Unit.FORTNIGHT: ("W", 2),
    Unit.MONTH: ("M", 1),
    Unit.QUARTER: ("Q", 1),
    Unit.HALF: ("M", 6),
    Unit.SEASON: ("M", 3),
    Unit.YEAR: ("Y", 1),
    Unit.DECADE: ("Y", 10),
    Unit.CENTURY: ("Y", 100),
    Unit.MILLENNIUM: ("Y", 1000),
}
_OPEN = {Unit.DECADE: "PXDE", Unit.CENTURY: "PXCE", Unit.MILLENNIUM: "PXML"}
# An uneven amount is written with the next finer unit: an hour and a half is PT1H30M.
_FINER: dict[Unit, tuple[Unit, int]] = {
    Unit.YEAR: (Unit.MONTH, 12),
    Unit.HOUR: (Unit.MINUTE, 60),
    Unit.MINUTE: (Unit.SECOND, 60),
    Unit.DAY: (Unit.HOUR, 24),
}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}


def length(amount: float, unit: Unit) -> str:
    """An amount of a unit as an ISO 8601 duration."""
    whole = int(amount)
    if whole != amount and unit in _FINER:
        finer, factor = _FINER[unit]
        return _joined([_term(whole, unit)] * (whole > 0) + [_term(round((amount - whole) * factor), finer)])
    return _joined([_term(amount, unit)])


def _term(amount: float, unit: Unit) -> str:
    designator, factor = _DESIGNATORS[unit]
    return f"{'T' if designator[0] == 'T' else ''}{amount * factor:g}{designator.removeprefix('T')}"


def _joined(terms: list[str]) -> str:
    """``["1H", "30M"]`` as ``PT1H30M``: the T stands once."""
    text = "".join(terms)
    head, mark, tail = text.partition("T")
    return f"P{head}{mark}{tail.replace('T', '')}"


def duration(captures: Captures) -> Duration | None:
    """A counted length: "three weeks", "an hour and a half", "two hours and ten minutes"."""
    unit = captures.unit()
    if unit is None:
        return None
    if not captures.has("count"):
        return Duration(length(1, unit), days=_DAYS.get(unit, 0))
    amount = numbers.count(captures.text("count"), captures.lexicon)
    if amount is None:
        return open_duration(captures)
    amount += captures.fraction()
    if (second := captures.unit("unit_two")) and (more := numbers.count(captures.text("count_two"), captures.lexicon)):
        return Duration(_joined([_term(amount, unit), _term(more, second)]))
    days = _DAYS.get(unit, 0) * amount
    return Duration(length(amount, unit), days=int(days) if days == int(days) else 0)


def in_units(captures: Captures) -> Duration | None:
    """A length behind "in": it may name the day at its end."""
    made = duration(captures)
    return made and Duration(made.value, ahead=True, days=made.days)


def half_duration(captures: Captures) -> Duration | None:
    """“Half an hour”, "a half-year"."""
    unit = captures.unit()
    return Duration(length(0.5, unit)) if unit else None


def open_duration(captures: Captures) -> Duration:
    """A length whose number was left open: "several hours", "for months"."""
    unit = captures.unit()
    if unit is None:
        return Duration("PXX")
    designator, _ = _DESIGNATORS[unit]
    return Duration(_OPEN.get(unit, f"P{'T' if designator[0] == 'T' else ''}X{designator.removeprefix('T')}"))


def past_unit(captures: Captures) -> Duration | None:
    """“The past year”: a length that ends now."""
    unit = captures.unit()
    return Duration(length(1, unit)) if unit else None


def vague(captures: Captures) -> Vague:
    """A reference that names no day."""
    return Vague(VagueRef(captures.string("ref")))


def recurrence(captures: Captures) -> Recurrence | None:
    """A set of times: "every Friday", "twice a day", "daily"."""
    value = _member(captures)
    if value is None:
        return None
    times = re.search(r"\d+", captures.text("freq"))
    return Recurrence(value, quant="" if captures.has("freq") or captures.has("any") else "EVERY", freq=f"{times[0]}X" if times else "")


def _member(captures: Captures) -> str | None:
    """The TIMEX3 value of one member of a set."""
    if captures.has("value") or captures.has("adverb"):
        return captures.string("value") or captures.string("adverb")
    if captures.has("unit"):
        return _every_unit(captures)
    if captures.has("weekday") or captures.has("weekdays"):
        day = captures.number("weekday") or captures.number("weekdays")
        part = captures.string("part") or captures.string("parts")
        return f"XXXX-WXX-{day}{f'T{part}' if part else ''}"
    if captures.has("part"):
        return f"XXXX-XX-XXT{captures.string('part')}"
    return _every_date(captures)


def _every_unit(captures: Captures) -> str | None:
    unit = captures.unit()
    if unit is None:
        return None
    amount = numbers.count(captures.text("interval"), captures.lexicon) if captures.has("interval") else 1
    return length(amount or 2, unit)  # "every other week": two


def _every_date(captures: Captures) -> str | None:
    if captures.has("month"):
        day = f"-{captures.number('day'):02}" if captures.has("day") else ""
        return f"XXXX-{captures.number('month'):02}{day}"
    if captures.has("day"):
        return f"XXXX-XX-{captures.number('day'):02}"
    if captures.has("season"):
        return f"XXXX-{captures.string('season')}"
    if captures.has("holiday"):
        return f"holiday:{captures.string('holiday')}"
    return "XXXX-WXX-WE"
