"""Plans that were moved: which report of an article gives the new day of which.

A text gives up a day ("was to leave on Friday", "put off", "did not open on the
ninth as planned") and names the new one beside it, or tells elsewhere of the
same thing on a later day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from sitegen.events.days import SLIP
from sitegen.model import Report, Standing

_NEXT = 1  # sentences from an old day to its new one …
_FURTHER = 3  # … and to one that says that it is new and names nothing else
_WAS_DAY = frozenset({Standing.SCHEDULED, Standing.HAPPENED, Standing.DENIED})
_NO_DAY = frozenset({Standing.POSTPONED, Standing.CANCELLED, Standing.DENIED})
_OFF = frozenset({Standing.POSTPONED, Standing.CANCELLED})


@dataclass(frozen=True, slots=True)
class Told:
    """A report and how its clause speaks of a plan."""

    report: Report
    off: bool
    """Whether its clause says that something was called off or put off."""
    gave_up: bool
    """Whether a day was planned that may hold no longer: "boats were to leave on …", "the service, planned for …,"."""
    unreal: bool
    """Whether that day passed without it: "was to have been held on …"."""
    gives_way: bool
    """Whether another day of the sentence takes its place: "instead of Thursday"."""
    now: bool
    """Whether it gives a new day for what stands before it: "they will now leave on …"."""
    anew: bool
    """Whether it says itself that the day is a new one."""
    put_to: bool
    """Whether it says that something was put off to its day: "the session has been put back to …"."""
    held: bool
    """Whether it only says that something will be held, of whatever its sentence is about."""
    anaphor: bool
    """Whether a pronoun stands for what it is about: "it had been due on …"."""
    unable: bool
    """Whether it says that something could not be done on its day."""
    awaited: bool
    """Whether its day is that for which a thing was promised of which the sentence tells more: "the boat, due on Monday, docked …"."""
    refers: bool
    """Whether a pronoun stands for some thing in it: "engineers shook it loose"."""
    at_last: bool
    """Whether it says that something succeeded of which the text told before: "they managed it on …"."""
    belated: bool
    """Whether it says that this was later than planned."""


def moved(told: Sequence[Told]) -> tuple[Report, ...]:
    """The reports of an article, each new day of a plan with the old one that it replaces."""
    olds: dict[int, int] = {}
    given_up: set[int] = set()
    for number, one in enumerate(told):
        old = next((other for other in before(told, number, _FURTHER) if other not in given_up and _is_new_day(told[other], one)), None)
        if old is not None:
            olds[number] = old
            given_up.add(old)
    for number, one in enumerate(told):
        if number not in given_up and number not in olds and (one.unreal or one.report.standing is Standing.POSTPONED):
            new = _known_elsewhere(told, number, olds)
            if new is not None:
                olds[new] = number
                given_up.add(number)
    return _replaced(told, olds)


def before(told: Sequence[Told], number: int, sentences: int) -> Iterator[int]:
    """The reports of a sentence and the few before it, nearest first: no text is so long that each is compared with all."""
    last = told[number].report.sentence
    return takewhile(lambda other: last - told[other].report.sentence <= sentences, reversed(range(number)))


def _is_new_day(old: Told, new: Told) -> bool:
    """Whether a report gives the new day of a plan before it: in the same sentence a later one, further on one that says so."""
    apart, off = new.report.sentence - old.report.sentence, old.report.standing
    if apart > (_FURTHER if (new.now or new.put_to) and new.report.leans else _NEXT):
        return False
    if new.report.interval == old.report.interval or new.report.standing in _NO_DAY:
        return False
    later = _later(new.report, old.report)
    resumed = later and off in _OFF and new.held and new.anaphor  # "did not open on the ninth as planned. It opened last Wednesday"
    if new.report.standing is Standing.HAPPENED:  # "called off on Thursday because of snow, went ahead on Monday"
        in_vain = old.unable and not new.unable  # "could not land on Thursday, and came a day later"
        delayed = old.gave_up and later and (new.put_to or (new.now and apart == 0))  # "Fog delayed it until the 14th"
        late = later and old.awaited and apart == 0  # "the boat, due on Monday, docked on Tuesday"
        again = later and old.unable and new.at_last  # "failed at their first attempt on the ninth. They managed it on the tenth"
        return resumed or delayed or late or again or (apart == 0 and later and (in_vain or (old.off and new.held and not new.off)))
    told_so = new.now or new.put_to
    if off is Standing.POSTPONED and apart == 0:
        return later or new.put_to
    if off is Standing.DENIED and apart == 0 and later and new.held:
        return True  # "the fair, which did not take place last Saturday, will be held on the ninth"
    if off in _OFF or (off is Standing.DENIED and new.report.leans):
        return told_so or resumed
    if off is Standing.HAPPENED:  # "was meant to start yesterday but will now wait until Monday"
        return apart == 0 and old.gave_up and told_so and later
    if off is not Standing.SCHEDULED:
        return False
    return (apart == 0 and new.put_to) or (old.gave_up and (told_so or (apart == 0 and new.held) or (later and _is_same_plan(old, new))))


def _is_same_plan(old: Told, new: Told) -> bool:
    """Whether a report tells, as a plan that holds, what the one before told as one that may not: "was to open …. It will open …"."""
    same_kind = not set(old.report.predicates).isdisjoint(new.report.predicates)
    return same_kind and not new.gave_up and (new.anaphor or len(_said(old.report) & _said(new.report)) > 1)


def _later(new: Report, old: Report) -> bool:
    return new.interval.start > old.interval.start


def _known_elsewhere(told: Sequence[Told], number: int, olds: Mapping[int, int]) -> int | None:
    """For a day that was given up: the report of a later day that tells most of the same thing, beside it or of the same kind."""
    old = told[number]

    def likeness(other: int) -> tuple[int, int]:
        return len(_said(old.report) & _said(told[other].report)), -abs(told[other].report.sentence - old.report.sentence)

    others = [other for other in range(len(told)) if other not in olds and _may_follow(old, told[other])]
    return max(others, key=likeness, default=None)


def _may_follow(old: Told, new: Told) -> bool:
    """Whether a report can tell what became of a day that was given up."""
    if new.report.standing in _NO_DAY or new.unreal or new.report.saying:
        return False
    apart = abs(new.report.sentence - old.report.sentence)
    if old.gives_way and apart == 0:
        return True
    if not _later(new.report, old.report) or (new.report.interval.first_day - old.report.interval.last_day).days > SLIP:
        return False
    beside = apart <= _NEXT
    shared = _said(old.report) & _said(new.report)
    same_kind = not set(old.report.predicates).isdisjoint(new.report.predicates)
    made_up = new.refers and new.report.standing is Standing.HAPPENED and new.report.sentence > old.report.sentence
    return (beside and (old.anaphor or made_up or bool(shared))) or (same_kind and len(shared) > 1)


def _said(report: Report) -> set[str]:
    return {*report.terms, *report.actors}


def _replaced(told: Sequence[Told], olds: Mapping[int, int]) -> tuple[Report, ...]:
    given_up = set(olds.values())
    found = []
    for number, one in enumerate(told):
        report = one.report
        if number in given_up and report.standing in _WAS_DAY:
            report = replace(report, standing=Standing.POSTPONED)
        if number in olds:
            report = replace(report, replaces=told[olds[number]].report.interval)
        elif _moves(one):
            report = replace(report, moves=True)
        found.append(report)
    return tuple(found)


def _moves(one: Told) -> bool:
    """Whether a report moves a plan of which the article gives no other day: put off until its day, or come about later than planned."""
    standing = one.report.standing
    return one.belated if standing is Standing.HAPPENED else (one.put_to or one.anew) and standing is Standing.SCHEDULED
