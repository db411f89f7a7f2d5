"""Whether two reports are of one event: a score made of named parts, and how much their days ask of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sitegen.events.days import Relation
from sitegen.events.features import DAY, NAME, PREDICATE, Features, shared
from sitegen.events.terms import CONCEPT, SAYING

_CROWD = 8  # reports of a day from which on the day itself says nothing
_QUIET = 4  # reports of a day up to which it is quiet
_BUSIER = 0.035  # more is asked for each doubling of a day's reports
_MOST = 0.25  # and no more than this
_WORDS_AND_THING = 0.06
_SAME_ARTICLE = 0.04  # more is asked where one article would say the same twice
_FIRM = 0.12  # least score where only one clause names what both are about
_NEEDED = {
    Relation.SAME: 0.03,
    Relation.SAME_PERIOD: 0.04,
    Relation.WITHIN: 0.08,
    Relation.COARSE: 0.08,
    Relation.ADJACENT: 0.10,
    Relation.NEAR: 0.35,
    Relation.FAR: 2.0,
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two reports are, by part, and what their days ask; all between 0 and 1."""

    words: float
    kinds: float
    """Kinds of event that both name."""
    names: float
    day: float
    """The same day, far from both articles' own."""
    across: float
    """Words of the one's clause that stand around the other."""
    around: float
    """Words around both."""
    needed: float
    relation: Relation
    busy: int
    """Reports on the busier of the two days."""

    @property
    def score(self) -> float:
        """The sum of the parts."""
        return self.words + self.kinds + self.names + self.day + self.across + self.around

    @property
    def one_event(self) -> bool:
        """Whether the score is enough, and rests on the two clauses or firmly on one of them."""
        inside = self.words + self.kinds + self.names + self.day
        return self.score >= self.needed and (inside > 0 or self.across >= _FIRM)


def likeness_of(one: Features, two: Features, relation: Relation, busy: int) -> Likeness:
    """Compare two reports; ``busy`` is the number of reports on the busier of their days."""
    length = one.length * two.length
    words = kinds = names = day = across = around = 0.0
    for name, product in shared(one, two, outside=one.article != two.article).items():
        value = product / length
        if name not in one.own and name not in two.own:
            around += value
        elif name not in one.own or name not in two.own:
            across += value
        elif name == SAYING:
            continue
        elif name.startswith((CONCEPT, PREDICATE)):
            kinds += value
        elif name.startswith(DAY):
            day += value if busy <= _CROWD else 0.0
        elif name.startswith(NAME):
            names += value
        else:
            words += value
    return Likeness(words, kinds, names, day, across, around, _asked(one, two, relation, busy), relation, busy)


def _asked(one: Features, two: Features, relation: Relation, busy: int) -> float:
    """Words about a thing and the thing itself are two events on different days, and often on one; so are two people's words."""
    if one.speaker and two.speaker and one.speaker != two.speaker:
        return _NEEDED[Relation.FAR]
    asked = needed(relation, busy) + (_SAME_ARTICLE if one.article == two.article else 0.0)
    if one.saying == two.saying:
        return asked
    return _NEEDED[Relation.FAR] if relation in {Relation.ADJACENT, Relation.NEAR} else asked + _WORDS_AND_THING


def needed(relation: Relation, busy: int) -> float:
    """The score that two reports need: least on the same quiet day, more the busier the day and the further the days."""
    busier = _BUSIER * math.log2(max(busy, _QUIET) / _QUIET)
    return _NEEDED[relation] + min(_MOST, busier)
