"""On which days of the week a text can have been published, by its own weekdays and tenses.

A text that says "said early Monday" and "will speak on Tuesday" was written
on the Monday or the Tuesday: a bare weekday is understood within the week,
so the days that lie behind and those that lie ahead fit into one.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.languages import available
from sitegen.model import Article, Direction, Expression, Relation, Weekday, day_of
from sitegen.resolutions.clauses import Cue
from sitegen.resolutions.context import Context, context_of

_WEEK = 7
_FIRM_PAST = frozenset({"direction.past-verb", "direction.since"})
_FIRM_FUTURE = frozenset({"direction.future-verb", "direction.plan", "direction.scheduled", "direction.would", "direction.infinitive"})


@dataclass(frozen=True, slots=True)
class PublicationDays:
    """The ISO weekdays that a text's own words allow, and the expressions that say so."""

    weekdays: tuple[int, ...]
    firm: tuple[int, ...]
    """The weekdays left by sentences that tell on one day of another ("said early Monday that he will speak on Tuesday")."""
    behind: tuple[Expression, ...]
    """Bare weekdays that the text looks back on."""
    ahead: tuple[Expression, ...]
    """Bare weekdays that it looks ahead to."""

    @property
    def decided(self) -> bool:
        """Whether the words rule out any day at all."""
        return len(self.weekdays) < _WEEK


def publication_days(article: Article, expressions: tuple[Expression, ...]) -> PublicationDays:
    """The weekdays on which the article can have been published."""
    every = tuple(range(1, _WEEK + 1))
    if not available(article.language):
        return PublicationDays(every, every, (), ())
    context = context_of(article, expressions)
    behind = _weekdays(context, _FIRM_PAST)
    ahead = _weekdays(context, _FIRM_FUTURE)
    pairs = [({said}, {told}) for one, said in behind.items() for other, told in ahead.items() if one.sentence == other.sentence]
    firm = tuple(day for day in every if all(_fits(day, said, told) for said, told in pairs))
    both = behind and ahead
    allowed = tuple(day for day in every if not both or _fits(day, set(behind.values()), set(ahead.values())))
    return PublicationDays(allowed, firm, tuple(behind), tuple(ahead))


def _weekdays(context: Context, rules: frozenset[str]) -> dict[Expression, int]:
    """The bare weekdays outside quotations whose clause points firmly one way."""
    return {
        expression: day
        for expression, cue, quoted in zip(context.expressions, context.cues, context.quoted, strict=True)
        if not quoted and (day := _bare_weekday(expression, cue)) and cue.rule in rules
    }


def _bare_weekday(expression: Expression, cue: Cue) -> int | None:
    meaning = day_of(expression.meaning)
    bare = (
        isinstance(meaning, Weekday)
        and meaning.relation is Relation.BARE
        and not meaning.weeks
        and meaning.week is None
        and meaning.of is None
    )
    return meaning.day if bare and isinstance(meaning, Weekday) and cue.direction is not Direction.NONE else None


def _fits(day: int, behind: set[int], ahead: set[int]) -> bool:
    """Whether the farthest day behind and the farthest ahead lie within one week."""
    back = max((day - other) % _WEEK for other in behind)
    forth = max((other - day) % _WEEK for other in ahead)
    return back + forth < _WEEK
