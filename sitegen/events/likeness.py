"""Whether two reports are of one event: a score made of named parts, and how much their days ask of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sitegen.events.days import Relation
from sitegen.events.features import DAY, HOUR, NAME, PREDICATE, Features
from sitegen.events.terms import CONCEPT

_KINDS = frozenset({CONCEPT, PREDICATE})
_TIMES = frozenset({DAY, HOUR})
_CROWD = 8  # reports of a day from which on the day itself says nothing
_QUIET = 4  # reports of a day up to which it is quiet
_BUSIER = 0.035  # more is asked for each doubling of a day's reports
_MOST = 0.25  # and no more than this
_WORDS_AND_THING = 0.06
_WORDS_AND_PERIOD = 0.15  # a day on which somebody spoke and a week or month in which something happened
_OTHER_STORY = 0.15  # more is asked where the two articles have little else in common, and so much of words and names
_OTHER_KIND = 0.02  # more is asked where two clauses say that different things happened
_SAME_ARTICLE = 0.04  # more is asked where one article would say the same twice
_NAMED = 0.2  # likeness by names from which on they are nobody else's
_LOOSE = frozenset({Relation.COARSE, Relation.WITHIN})
_FIRM = 0.12  # least score where only one clause names what both are about
_NEEDED = {
    Relation.SAME: 0.03,
    Relation.SAME_PERIOD: 0.10,
    Relation.WITHIN: 0.12,
    Relation.COARSE: 0.08,
    Relation.ADJACENT: 0.10,
    Relation.NEAR: 0.35,
    Relation.FAR: 2.0,
}


class Circumstance(NamedTuple):
    """How two reports lie to each other, apart from their words."""

    relation: Relation
    busy: int
    """Reports on the busier of the two days."""
    one_story: bool
    """Whether their articles are of one story."""
    one_night: bool = False
    """Whether the evening of the one day and the small hours of the other can be one night."""


class Likeness(NamedTuple):
    """How alike two reports are, by part, and what their days ask; all between 0 and 1."""

    words: float
    kinds: float
    """Kinds of event that both name."""
    names: float
    day: float
    """The same day, far from both articles' own, or the same minute."""
    across: float
    """Words of the one's clause that stand around the other."""
    around: float
    """Words around both."""
    needed: float
    at: Circumstance

    @property
    def score(self) -> float:
        """The sum of the parts."""
        return self.words + self.kinds + self.names + self.day + self.across + self.around

    def named(self) -> tuple[tuple[str, float], ...]:
        """The parts that add something, largest first."""
        parts = {
            "words": self.words,
            "kinds": self.kinds,
            "names": self.names,
            "day": self.day,
            "across": self.across,
            "around": self.around,
        }
        return tuple(sorted(((name, round(value, 4)) for name, value in parts.items() if value), key=lambda part: (-part[1], part[0])))

    @property
    def one_event(self) -> bool:
        """Whether the score is enough, and rests on the two clauses or firmly on one of them."""
        inside = self.words + self.kinds + self.names + self.day
        if not self.at.one_story and self.words + self.names < _OTHER_STORY:
            return False
        if self.at.relation in _LOOSE and not self.words + self.kinds and self.names < _NAMED:
            return False  # that both name a ministry within a week or month says little
        return self.score >= self.needed and (inside > 0 or self.across >= _FIRM)


class Join(NamedTuple):
    """Two reports, by number, and how alike they are."""

    one: int
    two: int
    likeness: Likeness


def likeness_of(one: Features, two: Features, at: Circumstance) -> Likeness:
    """Compare two reports, or two groups as wholes."""
    length = one.length * two.length
    own, other = one.own, two.own
    words = kinds = names = day = 0.0
    for name in [name for name in own if name in other]:
        value, mark = own[name] * other[name] / length, name[0]
        if mark in _KINDS:
            kinds += value
        elif mark in _TIMES:
            told_twice = one.article == two.article and mark != HOUR  # a plan and what came of it may share their minute
            day += value if at.busy <= _CROWD and at.one_story and not told_twice else 0.0
        elif mark == NAME:
            names += value
        else:
            words += value
    across, around = _outside(one, two)
    return Likeness(words, kinds, names, day, across / length, around / length, _asked(one, two, at), at)


def apart(likeness: Likeness, one: Features, two: Features) -> Likeness:
    """How alike two reports are that turn out to be of two stories: what `likeness_of` would find."""
    at = likeness.at._replace(one_story=False)
    return likeness._replace(day=0.0, needed=_asked(one, two, at), at=at)


def _outside(one: Features, two: Features) -> tuple[float, float]:
    """What one clause shares with what stands beside the other, and what stands beside both.

    Within one article nothing: what stands beside one clause is often the other.
    """
    if one.article == two.article:
        return 0.0, 0.0
    across = _common(one.own, two.around) + _common(one.around, two.own)
    return across, _common(one.around, two.around)


def _common(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """The products of what both have, added up; most often they have nothing."""
    return 0.0 if one.keys().isdisjoint(two) else sum([one[name] * two[name] for name in one if name in two])


def _asked(one: Features, two: Features, at: Circumstance) -> float:
    """Words about a thing and the thing itself are two events on different days, and often on one; so are two people's words."""
    if one.speaker and two.speaker and one.speaker != two.speaker:
        return _NEEDED[Relation.FAR]
    asked = needed(Relation.SAME if at.one_night else at.relation, at.busy) + (_SAME_ARTICLE if one.article == two.article else 0.0)
    if one.kinds and two.kinds and one.kinds.isdisjoint(two.kinds):
        asked += _OTHER_KIND
    if not at.one_story:
        asked += _OTHER_STORY
    if one.saying == two.saying:
        return asked
    if at.relation in {Relation.ADJACENT, Relation.NEAR}:
        return _NEEDED[Relation.FAR]
    return asked + (_WORDS_AND_THING if at.relation is Relation.SAME else _WORDS_AND_PERIOD)


@cache
def needed(relation: Relation, busy: int) -> float:
    """The score that two reports need: least on the same quiet day, more the busier the day and the further the days."""
    return _NEEDED[relation] + busier(busy)


def busier(reports: int) -> float:
    """What a day of so many reports asks more than a quiet one."""
    return min(_MOST, _BUSIER * math.log2(max(reports, _QUIET) / _QUIET))
