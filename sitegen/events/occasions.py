"""Whether the days of two groups of reports allow them to be one event."""

from __future__ import annotations

from sitegen.events.days import Relation, When, agree, ends_of, other_hours, relation_of
from sitegen.events.groups import Group

_ONE_OCCASION = frozenset({Relation.SAME, Relation.SAME_PERIOD, Relation.WITHIN})
_READINGS = 3  # different days that one event can be given


def fits(one: Group, two: Group) -> bool:
    """Whether all days of two groups can be of one occasion, and no sentence tells the two apart."""
    if _one_stretch(one.days) and _one_stretch(two.days):
        possible = _one_stretch(one.days | two.days) and _all_agree(one, two)
    else:
        possible = _each_known(one, two) if _one_stretch(two.days) else _each_known(two, one)
    return possible and not told_apart(one, two) and not _at_other_hours(one, two)


def may_differ(one: Group, two: Group) -> bool:
    """Whether two groups on different days can be one event that sources date differently.

    A source that stands by both days knows two events, and what was over and
    told before a day began did not happen on it.
    """
    return may_be_misdated(one, two) and not (_over_before(one, two) or _over_before(two, one))


def may_be_misdated(one: Group, two: Group) -> bool:
    """Whether no source stands by both days: then one that looks back may have the day wrong, even for one when it had been told."""
    both = any(voice == other and not agree(days, days_too) for voice, days in one.claims for other, days_too in two.claims)
    readings = {when.first for _, when in one.claims | two.claims}
    return not (both or len(readings) > _READINGS or told_apart(one, two))


def told_apart(one: Group, two: Group) -> bool:
    """Whether some sentence gives the two groups different days, which are not the ends of one stretch."""
    small, large = (one, two) if len(one.sentences) < len(two.sentences) else (two, one)
    for place, when in small.sentences.items():
        other = large.sentences.get(place)
        if other and relation_of(when, other) not in _ONE_OCCASION and not _ends(one.days | two.days, when, other):
            return True
    return False


def _at_other_hours(one: Group, two: Group) -> bool:
    """Whether each hour that the one is given lies hours apart from each of the other's: "at 9.30am", "late on Saturday"."""
    return bool(one.hours and two.hours) and all(other_hours(first, second) for first in one.hours for second in two.hours)


def _over_before(one: Group, two: Group) -> bool:
    return one.told is not None and two.begins is not None and one.told < two.begins


def _ends(days: set[When], one: When, two: When) -> bool:
    return any(when.days > 1 and ends_of(when, one, two) for when in days)


def _one_stretch(days: set[When]) -> bool:
    """Whether some days agree, or all lie in one of them that covers the others."""
    widest = max(days, key=lambda when: (when.days, when.first), default=None)
    if widest is None or not all(agree(widest, other) for other in days):
        return widest is None
    return not widest.weekend or _one_stretch(days - {widest})  # Saturday and Sunday stay two days


def _all_agree(one: Group, two: Group) -> bool:
    """Whether the weeks, months and years of each group hold the days of the other."""
    return all(agree(period, other) for period in one.periods for other in two.days | two.periods) and all(
        agree(period, other) for period in two.periods for other in one.days
    )


def _each_known(moved: Group, other: Group) -> bool:
    """Whether each day of a group agrees with one of an event that was moved: the old or the new, not just with their month."""
    known = moved.days | moved.periods
    return all(any(agree(day, when) for day in moved.days) for when in other.days) and all(
        any(agree(day, when) for day in known) for when in other.periods
    )
