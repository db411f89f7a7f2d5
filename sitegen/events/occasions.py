"""Whether the days of two groups of reports allow them to be one event."""

from __future__ import annotations

from sitegen.dates import Granularity, Interval
from sitegen.events.days import Relation, compatible, ends_of, relation_of
from sitegen.events.groups import Group

_ONE_OCCASION = frozenset({Relation.SAME, Relation.SAME_PERIOD, Relation.WITHIN})
_READINGS = 3  # different days that one event can be given


def fits(one: Group, two: Group) -> bool:
    """Whether all precise days of two groups can be of one occasion, and no sentence tells the two apart."""
    if _one_stretch(one.days) and _one_stretch(two.days):
        agree = _one_stretch(one.days | two.days)
    else:
        agree = _each_known(one.days, two.days) if _one_stretch(two.days) else _each_known(two.days, one.days)
    return agree and not told_apart(one, two)


def may_differ(one: Group, two: Group) -> bool:
    """Whether two groups on different days can be one event that sources date differently.

    A source that stands by both days knows two events, and what was over and
    told before a day began did not happen on it.
    """
    both = any(voice == other and not compatible(days, days_too) for voice, days in one.claims for other, days_too in two.claims)
    readings = {interval.first_day for _, interval in one.claims | two.claims}
    return not (both or len(readings) > _READINGS or told_apart(one, two) or _over_before(one, two) or _over_before(two, one))


def told_apart(one: Group, two: Group) -> bool:
    """Whether some sentence gives the two groups different days, which are not the ends of one stretch."""
    small, large = (one, two) if len(one.sentences) < len(two.sentences) else (two, one)
    for place, interval in small.sentences.items():
        other = large.sentences.get(place)
        if other and relation_of(interval, other) not in _ONE_OCCASION and not _ends(one.days | two.days, interval, other):
            return True
    return False


def _over_before(one: Group, two: Group) -> bool:
    return one.told is not None and two.begins is not None and one.told < two.begins


def _ends(days: set[Interval], one: Interval, two: Interval) -> bool:
    return any(interval.days > 1 and ends_of(interval, one, two) for interval in days)


def _one_stretch(days: set[Interval]) -> bool:
    """Whether some days agree, or all lie in one of them that covers the others."""
    widest = max(days, key=lambda interval: (interval.days, interval.start), default=None)
    if widest is None or not all(compatible(widest, other) for other in days):
        return widest is None
    return widest.granularity is not Granularity.WEEKEND or _one_stretch(days - {widest})  # Saturday and Sunday stay two days


def _each_known(days: set[Interval], others: set[Interval]) -> bool:
    """Whether each of the others agrees with one of the days: of an event that was moved, the old or the new."""
    return all(any(compatible(day, other) for day in days) for other in others)
