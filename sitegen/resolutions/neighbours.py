"""What the few words right beside an expression say of it: whether it corrects a date, is a measure, or ends a life."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.languages import Tokens, lexicon, per_language
from sitegen.model import CalendarDate, Expression, Recurrence, Relation, TimeOfDay, Weekday

_AT_FIRST_REACH = 5  # tokens: "had originally been given as"
_START_REACH = 5  # tokens: "since records began in"
_PHRASE_REACH = 3  # tokens of "in an earlier"
_CLAUSE_REACH = 15  # tokens from the comma that opens a clause to a date in it
_HABIT_REACH = 2  # tokens: "on weekdays"
_APPOSITION = 4  # tokens: ", which fell on"
_END_OF_LIFE = 2  # tokens: "has died", "survived by"


@per_language
def marks(language: str, *names: str) -> frozenset[str]:
    """The token codes of some classes, none of a class that the language does not have."""
    members = lexicon(language).members
    return frozenset(code for name in names for code in members.get(name, ""))


@dataclass(frozen=True, slots=True)
class Neighbours:
    """An article's tokens, and its expressions with their first token and the token behind the last."""

    tokens: Tokens
    language: str
    expressions: tuple[Expression, ...]
    places: tuple[tuple[int, int], ...]

    def joined(self, at: int) -> bool:
        """Whether no clause ends between an expression and the one before it in its sentence."""
        if not self._same_sentence(at):
            return False
        between = self.tokens.codes[self.places[at - 1][1] : self.places[at][0]]
        return self._marks("BOUNDARY", "COMMA").isdisjoint(between) or not self._marks("RELATIVE_TIME").isdisjoint(between)

    def corrects(self, at: int) -> bool:
        """Whether it stands against a date named before: behind "not" in its sentence, or as what was said at first."""
        first = self.places[at][0]
        if self._is(first - 1, "UNTIL_WORD") or self._is(first - 1, "BEFORE_WORD"):
            return False  # "will not until Thursday"
        if self._same_sentence(at) and not self._marks("NEGATIVE").isdisjoint(
            self.tokens.codes[max(self.places[at - 1][1], first - 2) : first]
        ):
            return True
        return self._said_at_first(at)

    def compared(self, at: int) -> bool:
        """Whether it is only what something else is measured by: "up from the second quarter"."""
        return self.tokens.codes[max(self.places[at][0] - 1, 0) : self.places[at][0]] in self._marks("COMPARING")

    def mentioned(self, at: int) -> bool:
        """Whether it is part of a name or where a count begins, and not what is told: "the Act of 1990", "since records began in 1850"."""
        codes, words, first = self.tokens.codes, self.tokens.words, self.places[at][0]
        if self._is(first - 1, "POSSESSIVE") and not self._is(self.places[at][1], "RESULTTHING"):
            return True  # "the king's 1961 trip"
        named = first > 1 and self._is(first - 1, "OF_WORD") and words[first - 2][0].isupper()
        reach = codes[max(first - _START_REACH, 0) : first]
        ends = max((place for place, code in enumerate(reach) if code in self._marks("FULL_STOP")), default=-1)
        return named or not self._marks("SINCE_WORD").isdisjoint(reach[ends + 1 :])

    def relative(self, at: int) -> bool:
        """Whether a comma and a relative pronoun open the clause that it stands in."""
        codes, first = self.tokens.codes, self.places[at][0]
        for place in range(first - 1, max(first - _CLAUSE_REACH, 0), -1):
            if self._is(place, "COMMA") or self._is(place, "FULL_STOP"):
                return codes[place + 1] in self._marks("RELATIVE_PRONOUN")
        return False

    def within(self, at: int) -> bool:
        """Whether a clause that tells of the year or month before it holds it: "the worst since 1992, when a storm in May …"."""
        match self.expressions[at - 1].meaning if self._same_sentence(at) else None:
            case CalendarDate(year=int(), day=None, holiday="", years=1):
                between = self.tokens.codes[self.places[at - 1][1] : self.places[at][0]]
            case _:
                return False
        opens = between[self._is(self.places[at - 1][1], "COMMA") :]
        return opens[:1] in self._marks("RELATIVE_TIME") and self._marks("COMMA", "FULL_STOP", "RELATIVE_TIME").isdisjoint(opens[1:])

    def planned(self, at: int) -> bool:
        """Whether it was planned when the date before it was: "that October, when he promised to give them up by Christmas"."""
        if not self._same_sentence(at):
            return False
        between = self.tokens.codes[self.places[at - 1][1] : self.places[at][0]]
        then, now = self._marks("PAST_PLAN", "WOULD", "MOVING"), self._marks("WILL", "BE_PRESENT", "HAVE")
        return not then.isdisjoint(between) and now.isdisjoint(between)

    def usual(self, at: int) -> bool:
        """Whether an adverb of habit stands before a month, quarter or season without a year, in its clause."""
        match self.expressions[at].meaning:
            case CalendarDate(year=None, year_relation=None, relation=Relation.BARE, nth=None, weekday=None) as meaning:
                named = bool(meaning.month or meaning.quarter or meaning.season)
            case _:
                return False
        first = self.places[at][0]
        codes = self.tokens.codes[max(first - _CLAUSE_REACH, 0) : first]
        last = max((place for place, code in enumerate(codes) if code in self._marks("HABIT")), default=None)
        return named and last is not None and self._marks("COMMA", "FULL_STOP", "SUBORDINATE", "SINCE_WORD").isdisjoint(codes[last:])

    def daily(self, at: int) -> bool:
        """Whether a clock time stands right beside the days on which it comes again: "at 6.40 on weekdays", "nightly at 8pm"."""
        match self.expressions[at].meaning:
            case TimeOfDay(on=None):
                behind = self.tokens.codes[self.places[at][1] : self.places[at][1] + _HABIT_REACH]
            case _:
                return False
        first = behind[1:] if behind[:1] in self._marks("PREP") else behind[:1]
        return not self._marks("HABITDAYS").isdisjoint(first) or self._before_set(at) or self._behind_set(at)

    def _behind_set(self, at: int) -> bool:
        """Whether only a preposition or another hour parts it from what comes daily: "open daily from 10am to 4pm until 30 June"."""
        if not at or not self._same_sentence(at):
            return False
        between = self.tokens.codes[self.places[at - 1][1] : self.places[at][0]]
        match self.expressions[at - 1].meaning:
            case Recurrence(value=value) if not value.startswith("PT"):
                return len(between) <= _HABIT_REACH and self._marks("PREP", "COMMA").issuperset(between)
            case TimeOfDay(on=None):
                return len(between) == 1 and self._behind_set(at - 1)
            case _:
                return False

    def _before_set(self, at: int) -> bool:
        """Whether only a preposition parts it from days that come again: "at 7pm on the first Monday of each month"."""
        if not self._same_sentence(at + 1) or not isinstance(self.expressions[at + 1].meaning, Recurrence):
            return False
        between = self.tokens.codes[self.places[at][1] : self.places[at + 1][0]]
        return len(between) <= 1 and self._marks("PREP").issuperset(between)

    def apposed(self, at: int) -> bool:
        """Whether only such words as add a date stand between it and the expression before: "Easter, which fell on 4 April"."""
        if not self._same_sentence(at) or not isinstance(self.expressions[at].meaning, CalendarDate):
            return False
        between = self.tokens.codes[self.places[at - 1][1] : self.places[at][0]]
        return 0 < len(between) <= _APPOSITION and set(between) <= self._marks("COMMA", "BRACKET", "APPOSING")

    def bounds(self, at: int) -> bool:
        """Whether it is the end of something: "by the end of the year"."""
        return self._is(self.places[at][0] - 1, "UNTIL_WORD")

    def says(self, at: int, verb: int) -> bool:
        """Whether its verb, which stands before it, is one of saying, or of hearing what is said; "on Monday he told" is an event."""
        return verb < self.places[at][0] and (self._is(verb, "REPORTING") or self._is(verb, "HEARING"))

    def apart(self, verbs: tuple[int, ...]) -> tuple[bool, ...]:
        """Whether each counts from the publication even in a story: a death just over or beside a birth, "she said on Sunday"."""
        codes = self.tokens.codes
        died, have = self._marks("DIED"), self._marks("HAVE")
        told = any(code in died and not have.isdisjoint(codes[max(at - _END_OF_LIFE, 0) : at]) for at, code in enumerate(codes))
        pairs = tuple(zip(self.expressions, verbs, strict=True))
        born = {expression.sentence for expression, verb in pairs if self._is(verb, "BORN")}
        return tuple(
            (self._is(verb, "DIED") and (told or expression.sentence in born))
            or (isinstance(expression.meaning, Weekday) and self._is(verb, "REPORTING"))
            for expression, verb in pairs
        )

    def _is(self, token: int, name: str) -> bool:
        return token >= 0 and self.tokens.codes[token] in self._marks(name)

    def _said_at_first(self, at: int) -> bool:
        """“Had at first said Monday”, "an earlier version gave Monday": the day is what was said; "first said Monday that" is not."""
        codes, (first, last) = self.tokens.codes, self.places[at]
        if not self._is(first - 1, "NAMING") or self._is(last if last < len(codes) else -1, "SAID_WHEN"):
            return False
        named = not self._marks("AT_FIRST").isdisjoint(codes[max(first - 1 - _AT_FIRST_REACH, 0) : first - 1])
        return named or self._is_of_text(first - 1)

    def _is_of_text(self, verb: int) -> bool:
        """Whether what speaks is a text: "an earlier version of this page said", not "in an email to staff, she said"."""
        for place in range(verb - 1, max(verb - _CLAUSE_REACH, -1), -1):
            if self._is(place, "FULL_STOP"):
                return False
            before = self.tokens.codes[max(place - _PHRASE_REACH, 0) : place]
            if self._is(place, "TEXTWORD") and self._marks("PREP").isdisjoint(before):
                return True
        return False

    def _same_sentence(self, at: int) -> bool:
        return 0 < at < len(self.expressions) and self.expressions[at - 1].sentence == self.expressions[at].sentence

    def _marks(self, *names: str) -> frozenset[str]:
        return marks(self.language, *names)
