"""Plans that move within an article: which of its reports gives the new day of which.

A text gives up a day ("was to leave on Friday", "put off", "did not open on the
ninth as planned") and names the new one beside it, or tells elsewhere of the
same thing on a later day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from sitegen.events.days import SLIP, is_precise, when
from sitegen.events.marks import Mark
from sitegen.events.terms import CONCEPT, SAYING
from sitegen.model import Report, Standing

_NEXT = 1  # sentences from an old day to its new one …
_BACKGROUND = 2  # … and from what came about to the day that it had been set for, told behind it
_FURTHER = 3  # … and to one that says that it is new and names nothing else
_NO_MORE = 2  # words that say only what had been planned: "the launch had been planned for …"
_WAS_DAY = frozenset({Standing.SCHEDULED, Standing.HAPPENED, Standing.DENIED})
_NO_DAY = frozenset({Standing.POSTPONED, Standing.CANCELLED, Standing.DENIED})
_OFF = frozenset({Standing.POSTPONED, Standing.CANCELLED})
_TOLD_SO = frozenset({Mark.NOW, Mark.PUT_TO})


@dataclass(frozen=True, slots=True)
class Told:
    """A report and how its clause speaks of a plan."""

    report: Report
    marks: frozenset[Mark]
    shifted: dt.date | None = None
    """The day to which its plan was moved by a length: "put back by two weeks"."""


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
        if number not in given_up and (number not in olds or Mark.THEN in one.marks) and _is_given_up(one):
            new = _known_elsewhere(told, number, olds)
            if new is not None:
                olds[new] = number
                given_up.add(number)
    return _replaced(told, olds)


def _is_given_up(one: Told) -> bool:
    return Mark.UNREAL in one.marks or one.report.standing is Standing.POSTPONED or one.shifted is not None


def before(told: Sequence[Told], number: int, sentences: int) -> Iterator[int]:
    """The reports of a sentence and the few before it, nearest first: no text is so long that each is compared with all."""
    last = told[number].report.sentence
    return takewhile(lambda other: last - told[other].report.sentence <= sentences, reversed(range(number)))


def _is_new_day(old: Told, new: Told) -> bool:
    """Whether a report gives the new day of a plan before it: in the same sentence a later one, further on one that says so."""
    apart, told_so = new.report.sentence - old.report.sentence, bool(new.marks & _TOLD_SO)
    if apart > (_FURTHER if told_so and new.report.leans else _NEXT):
        return False
    if new.report.interval == old.report.interval or new.report.standing in _NO_DAY:
        return False
    if _is_resumed(old, new) or (apart == 0 and Mark.THEN in new.marks and {Mark.UNREAL, Mark.GAVE_UP} & old.marks & new.marks):
        return True
    if new.report.standing is Standing.HAPPENED:
        return _came_about(old, new, beside=apart == 0)
    return _is_planned_anew(old, new, told_so=told_so, beside=apart == 0)


def _is_resumed(old: Told, new: Told) -> bool:
    """Whether a thing that was off is taken up again: "did not open on the ninth as planned. It opened last Wednesday"."""
    return _later(new.report, old.report) and old.report.standing in _OFF and {Mark.HELD, Mark.ANAPHOR} <= new.marks


def _came_about(old: Told, new: Told, *, beside: bool) -> bool:
    """Whether what was not done on one day was done on a later one; ``beside`` says that one sentence tells both."""
    if not _later(new.report, old.report):
        return False
    if Mark.UNABLE in old.marks and (Mark.AT_LAST in new.marks or (beside and Mark.UNABLE not in new.marks)):
        return True  # "could not land on Thursday, and came a day later", "failed at the first attempt …. They managed it on Friday"
    if Mark.GAVE_UP in old.marks and (Mark.PUT_TO in new.marks or (beside and Mark.NOW in new.marks)):
        return True  # "Fog delayed it until the 14th"
    if beside and Mark.AWAITED in old.marks:
        return True  # "the boat, due on Monday, docked on Tuesday"
    held = beside and Mark.OFF in old.marks and Mark.HELD in new.marks and Mark.OFF not in new.marks
    return held and not _is_another_thing(old.report, new.report)  # "called off on Thursday, went ahead"


def _is_planned_anew(old: Told, new: Told, *, told_so: bool, beside: bool) -> bool:
    """Whether a plan takes the place of one before it; ``told_so`` says that it gives itself out for that."""
    later, off = _later(new.report, old.report), old.report.standing
    if off is Standing.POSTPONED and beside:
        return later or Mark.PUT_TO in new.marks
    if off is Standing.DENIED and beside and later and Mark.HELD in new.marks:
        return True  # "the fair, which did not take place last Saturday, will be held on the ninth"
    if beside and later and off in _OFF and Mark.ASIDE in old.marks:
        return True  # "the match, frozen off on the 20th, will be played on Tuesday"
    if beside and Mark.PROMISED in old.marks and new.report.interval != old.report.interval:
        return True  # "the meeting foreseen for the 17th will be held in November"
    if not beside and (Mark.ASIDE in old.marks or _is_another_thing(old.report, new.report)):
        return False
    if off in _OFF or (off is Standing.DENIED and (new.report.leans or Mark.ANAPHOR in old.marks)):
        return told_so  # "It will not be the 12th. The date has been put back to …"
    gave_up = Mark.GAVE_UP in old.marks
    if off is Standing.HAPPENED:  # "was meant to start yesterday but will now wait until Monday"
        return beside and gave_up and (told_so or Mark.AT_LAST in new.marks) and later
    if off is not Standing.SCHEDULED:
        return False
    if beside and (Mark.PUT_TO in new.marks or (gave_up and Mark.HELD in new.marks)):
        return True
    return gave_up and (told_so or (later and _is_same_plan(old, new)))


def _is_same_plan(old: Told, new: Told) -> bool:
    """Whether a report tells, as a plan that holds, what the one before told as one that may not: "was to open …. It will open …"."""
    same_kind = not set(old.report.predicates).isdisjoint(new.report.predicates)
    return same_kind and Mark.GAVE_UP not in new.marks and (Mark.ANAPHOR in new.marks or len(_said(old.report) & _said(new.report)) > 1)


def _is_another_thing(old: Report, new: Report) -> bool:
    """Whether what takes a plan's place is of another kind: "had been due to stand trial …. Instead he will be sentenced on …"."""
    kinds = {kind for kind in new.predicates if CONCEPT + kind != SAYING}  # "the firm now says 3 April"
    return bool(old.predicates and kinds and new.terms) and kinds.isdisjoint((*old.predicates, *old.concepts))


def _later(new: Report, old: Report) -> bool:
    """Whether it begins later: "toward the end of the year" later than June."""
    if is_precise(new.interval) and is_precise(old.interval):
        return new.interval.start > old.interval.start
    return when(new.interval).first > when(old.interval).first


def _known_elsewhere(told: Sequence[Told], number: int, olds: Mapping[int, int]) -> int | None:
    """For a day that was given up: the report of a later day that tells most of the same thing, beside it or of the same kind."""
    old = told[number]

    def likeness(other: int) -> tuple[int, int]:
        return len(_said(old.report) & _said(told[other].report)), -abs(told[other].report.sentence - old.report.sentence)

    others = [other for other in range(len(told)) if other not in olds and _may_follow(old, told[other])]
    return max(others, key=likeness, default=None)


def _may_follow(old: Told, new: Told) -> bool:
    """Whether a report can tell what became of a day that was given up."""
    if new.report.standing in _NO_DAY or Mark.UNREAL in new.marks or new.report.saying:
        return False
    if old.shifted:
        return is_precise(new.report.interval) and new.report.interval.first_day == old.shifted
    apart = abs(new.report.sentence - old.report.sentence)
    if Mark.GIVES_WAY in old.marks and apart == 0:
        return True
    beside = apart <= _NEXT
    if not _later(new.report, old.report):
        return False
    if beside and {Mark.UNREAL, Mark.ANAPHOR} <= old.marks:
        return True  # "The bridge will open in June. It was to have been finished in 2019": however long that is
    if (new.report.interval.first_day - old.report.interval.last_day).days > SLIP:
        return False
    shared = _said(old.report) & _said(new.report)
    same_kind = not set(old.report.predicates).isdisjoint(new.report.predicates)
    if Mark.FOILED in old.marks and 0 < old.report.sentence - new.report.sentence <= _BACKGROUND:
        return True  # "The bridge passed on Saturday. The test had been set for the 7th, but …"
    made_up = Mark.REFERS in new.marks and new.report.standing is Standing.HAPPENED and new.report.sentence > old.report.sentence
    if beside and (Mark.ANAPHOR in old.marks or made_up or shared):
        return True
    return same_kind and (len(shared) > 1 or (bool(shared) and len(_said(old.report)) <= _NO_MORE and Mark.UNREAL in old.marks))


def _said(report: Report) -> set[str]:
    return {*report.terms, *report.actors}


def _replaced(told: Sequence[Told], olds: Mapping[int, int]) -> tuple[Report, ...]:
    given_up = set(olds.values())
    found = []
    for number, one in enumerate(told):
        report = one.report
        if number in given_up and (report.standing in _WAS_DAY or Mark.ASIDE in one.marks):
            report = replace(report, standing=Standing.POSTPONED)
        if number in olds:
            report = replace(report, replaces=told[olds[number]].report.interval)
        elif _moves(one):
            report = replace(report, moves=True)
        found.append(report)
    return tuple(found)


def _moves(one: Told) -> bool:
    """Whether a report moves a plan of which the article gives no other day: put off until its day, or come about later than planned."""
    if one.report.standing is Standing.HAPPENED:
        return Mark.BELATED in one.marks
    return one.report.standing is Standing.SCHEDULED and not one.marks.isdisjoint({Mark.PUT_TO, Mark.ANEW})
