"""Whether the days of two groups of reports allow them to be one event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.dates import Granularity, Interval
from sitegen.events.days import Relation, compatible, ends_of, is_precise, relation_of
from sitegen.model import Report, Standing

_ONE_OCCASION = frozenset({Relation.SAME, Relation.SAME_PERIOD, Relation.WITHIN})
_READINGS = 3  # different days that one event can be given


@dataclass(frozen=True, slots=True)
class Calendar:
    """The reports with their voices, and the days that a voice gave and took back."""

    reports: Sequence[Report]
    voices: Mapping[str, str]
    published: Mapping[str, dt.date]
    withdrawn: frozenset[tuple[str, dt.date]]

    def fits(self, one: Sequence[int], two: Sequence[int]) -> bool:
        """Whether all precise days of two groups can be of one occasion, and no sentence tells the two apart."""
        first, second = self._precise(one), self._precise(two)
        if _one_stretch(first) and _one_stretch(second):
            agree = _one_stretch(first | second)
        else:
            agree = _each_known(first, second) if _one_stretch(second) else _each_known(second, first)
        return agree and not self.told_apart(one, two)

    def may_differ(self, one: Sequence[int], two: Sequence[int]) -> bool:
        """Whether two groups on different days can be one event that sources date differently.

        A source that stands by both days knows two events.
        """
        first, second = self._claims(one), self._claims(two)
        both = any(voice == other and not compatible(days, days_too) for voice, days in first for other, days_too in second)
        readings = {interval.first_day for _, interval in first | second}
        if both or len(readings) > _READINGS or self.told_apart(one, two):
            return False
        return not self._over_before(one, two) and not self._over_before(two, one)

    def told_apart(self, one: Sequence[int], two: Sequence[int]) -> bool:
        """Whether some sentence gives the two groups different days, which are not the ends of one stretch."""
        days = {(self.reports[n].article, self.reports[n].sentence): self.reports[n].interval for n in one}
        for report in (self.reports[n] for n in two):
            other = days.get((report.article, report.sentence))
            if other and relation_of(report.interval, other) not in _ONE_OCCASION and not self._ends((*one, *two), report.interval, other):
                return True
        return False

    def _over_before(self, one: Sequence[int], two: Sequence[int]) -> bool:
        """Whether something of the one had happened, and was told, before a day of the other began."""
        told = [self.published[r.article] for r in (self.reports[n] for n in one) if r.standing is Standing.HAPPENED and is_precise(r.interval)]
        begins = [interval.first_day for interval in self._precise(two)]
        return bool(told and begins) and min(told) < max(begins)

    def _ends(self, members: Sequence[int], one: Interval, two: Interval) -> bool:
        stretches = {interval for interval in self._precise(members) if interval.days > 1}
        return any(ends_of(stretch, one, two) for stretch in stretches)

    def _precise(self, members: Sequence[int]) -> set[Interval]:
        return {self.reports[number].interval for number in members if is_precise(self.reports[number].interval)}

    def _claims(self, members: Sequence[int]) -> set[tuple[str, Interval]]:
        """The precise days that each voice stands by; what it corrected itself does not count."""
        found = [(self.voices[self.reports[number].article], self.reports[number]) for number in members]
        return {
            (voice, report.interval)
            for voice, report in found
            if is_precise(report.interval)
            and report.standing is not Standing.DENIED
            and (voice, report.interval.last_day) not in self.withdrawn
        }


def _one_stretch(days: set[Interval]) -> bool:
    """Whether some days agree, or all lie in one of them that covers the others."""
    widest = max(days, key=lambda interval: (interval.days, interval.start), default=None)
    if widest is None or not all(compatible(widest, other) for other in days):
        return widest is None
    inner = days - {widest}
    return widest.granularity is not Granularity.WEEKEND or _one_stretch(inner)  # Saturday and Sunday stay two days


def _each_known(days: set[Interval], others: set[Interval]) -> bool:
    """Whether each of the others agrees with one of the days: of an event that was moved, the old or the new."""
    return all(any(compatible(day, other) for day in days) for other in others)
