"""A clause as its tokens and the roles they play: what the reading of direction looks at.

Words are known by class only (`words.yaml`); this file knows grammar, no language.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.languages import Tokens
from sitegen.model import Direction
from sitegen.resolutions.grammar import Grammar, Role

_NEAR = 8  # tokens to either side
_LONGEST_SMALL_WORD = 4  # "with", "from" and "over" stay small in headlines that capitalise every other word

OVER = frozenset({Role.PAST, Role.PAST_REGULAR, Role.BE_PAST, Role.HAD})
"""Verbs by which what is told is over, whatever else is."""
_CLOSE = frozenset({Role.BE_PRESENT, Role.HAVE})
_BE = frozenset({Role.BE_PRESENT, Role.BE_PAST, Role.BE_BASE, Role.BEEN, Role.HAVE, Role.HAD})
_MAIN_VERBS = frozenset({Role.PAST, Role.PAST_REGULAR, Role.PAST_PLAN, Role.REPORTED, Role.SCHEDULE, Role.PLANNED, Role.PLAN_VERB})
AUXILIARY_REACH = 4
"""A participle's auxiliary stands within this many tokens."""
CLAUSE_REACH = 40
"""Tokens to either side: no clause of news prose is longer, and time stays linear."""
LICENSER_REACH = 6
"""Tokens from an infinitive back to the verb or adjective that it hangs on."""
_CLOSE_REACH = 2  # "is" and "has" stand right before their participle, or one adverb away


@dataclass(frozen=True, slots=True)
class Cue:
    """Which way, why, and the tokens that say so."""

    direction: Direction
    rule: str
    first: int = -1
    last: int = -1
    before: bool = False
    """Whether it tells of what was over when the rest happened: "had found"."""

    def begins(self, codes: str, will: frozenset[str]) -> int:
        """The token with which its words begin: a verb that looks ahead has its auxiliary before it."""
        reach = AUXILIARY_REACH + 1 if self.rule == "direction.future-verb" else 0
        return next((at for at in range(self.first, max(self.first - reach, -1), -1) if codes[at] in will), self.first)


NO_CUE = Cue(Direction.NONE, "direction.none")
"""Nothing says which way."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens among which an expression's cues are looked for, and the expression's own."""

    tokens: Tokens
    grammar: Grammar
    inside: bytearray
    """For each token whether it stands inside quotation marks."""
    taken: bytearray
    """For each token whether it is part of an expression: the "am" of "1.10am" is no verb."""
    start: int
    first: int
    last: int
    end: int
    is_day: bool
    """Whether the expression names a day, not a longer stretch."""
    is_quarter: bool = False
    is_weekend: bool = False
    is_season: bool = False

    @property
    def words(self) -> dict[str, frozenset[str]]:
        """The sets of codes by name."""
        return self.grammar.words

    def role(self, at: int) -> Role | None:
        """The role of one token; None for one that is no verb, or is used as a noun."""
        role = self.grammar.roles.get(self.tokens.codes[at])
        if role is None or self.taken[at] or self.inside[at] != self.inside[self.first]:
            return None
        if role is Role.PAST_REGULAR and (self._is_adjective(at) or self._is_compound(at)):
            return None
        return None if self._is_noun(at, role) or self._is_name(at) else role

    def _is_noun(self, at: int, role: Role) -> bool:
        """Whether what stands before it makes a noun of it: "the cost", "a sharp cut", "its growth forecast", "their hopes"."""
        code, words = self.tokens.codes[at], self.words
        before = self.tokens.codes[at - 1] if at > self.start and not self.taken[at - 1] else ""  # "filed on Nov. 5 goes to trial"
        if role is Role.SCHEDULE and self._of_relative(at):
            return False
        return (
            (role is Role.PAST and before in words["article"])
            or (
                code in words["like_base"] - words["coming"] - words["verb_only"]
                and (before in words["noun_sign"] or self._ends_compound(at))
                and not self._is_phrasal(at)
            )
            or (code in words["forecast"] and self.grammar.roles.get(before) not in _BE)
            or (role in {Role.SCHEDULE, Role.PLAN_VERB} and (before in words["noun_mark"] | words["lacking"] or self._is_owned(at)))
            or (role is Role.PLAN_VERB and code not in words["progressive"] and self._hangs_on_preposition(at))
            or (role is Role.SCHEDULE and (self._hangs_on_preposition(at) or self._heads_genitive(at)))
        )

    def _is_phrasal(self, at: int) -> bool:
        """Whether its subject is a number of people and a small word belongs to it: "the five set out"."""
        codes, words = self.tokens.codes, self.words
        counted = at - 2 >= self.start and codes[at - 2] in words["determiner"] and codes[at - 1] not in words["determiner"]
        return counted and codes[at + 1 : at + 2] in words["particle"]

    def _hangs_on_preposition(self, at: int) -> bool:
        """Whether a preposition other than "to" makes a noun of what follows it: "on leave", "in hope of rain"."""
        before = self.tokens.codes[at - 1] if at > self.start else ""
        return before in self.words["preposition"] and self.grammar.roles.get(before) is not Role.TO

    def _heads_genitive(self, at: int) -> bool:
        """Whether an article a word away makes a noun of it: "the upper end of the village", "a false start"."""
        codes, words = self.tokens.codes, self.words
        adjective = at - 2 >= self.start and codes[at - 1] in words["plain_word"] and codes[at - 2] in words["determiner"]
        one = codes[at] in words["deverbal"] and codes[at - 2] in words["indefinite"]  # its verb would have an ending
        return adjective and (one or codes[at + 1 : at + 2] in words["of_"])

    def _of_relative(self, at: int) -> bool:
        """Whether the "that" before it stands for what is named before: "tickets that go on sale", not "that return"."""
        codes, words = self.tokens.codes, self.words
        that = at - 2 >= self.start and codes[at - 1] in words["that"]
        return that and (codes[at] in words["finite"] or codes[at - 2] in words["present"])

    def _ends_compound(self, at: int) -> bool:
        """Whether a noun and a preposition or an article stand before it: "hints at rate cut", "a prison break"."""
        codes, words = self.tokens.codes, self.words
        behind = at - 2 >= self.start and codes[at - 2] in words["noun_sign"] | words["preposition"]
        return behind and codes[at - 1] in words["plain_word"]

    def _is_owned(self, at: int) -> bool:
        """Whether somebody's is a word away, and no "to" follows: "their promotion hopes", not "the firm's board plans to"."""
        codes, words = self.tokens.codes, self.words
        owned = at - 1 > self.start and codes[at - 2] in words["owner"] and self.tokens.words[at - 1].islower()
        if codes[at] in words["finite"]:
            return False  # "the chamber's term ends"
        return owned and codes[at + 1 : at + 2] not in words["to_mark"]

    def _is_name(self, at: int) -> bool:
        """Whether a capital within a sentence of small words makes a name of it: "the New York Fed"."""
        words = self.tokens.words
        if not words[at][0].isupper() or at == self.start or not words[at - 1][0].isalpha():
            return False
        near = words[max(self.start, at - _NEAR) : min(self.end, at + _NEAR)]
        return any(word.islower() and len(word) > _LONGEST_SMALL_WORD for word in near)  # a headline in capitals has no such word

    def _is_adjective(self, at: int) -> bool:
        """Whether a participle stands between an article and its noun: "a still unspecified date"."""
        codes = self.tokens.codes
        if at + 1 >= self.end or codes[at + 1] not in self.words["plain_word"]:
            return False
        adverb = at - 1 if at > self.start and codes[at - 1] not in self.words["plain_word"] - self.words["adverb"] else at
        return any(codes[place] in self.words["noun_opener"] for place in range(max(self.start, adverb - 1), at))

    def _is_compound(self, at: int) -> bool:
        """Whether a hyphen joins a participle to the word before it, and a noun or name follows: "second-placed Vale"."""
        tokens, hyphen = self.tokens, at - 1
        if (
            hyphen - 1 < self.start
            or tokens.words[hyphen] != "-"
            or at + 1 >= self.end
            or tokens.codes[hyphen - 1] in self.words["verb_prefix"]
        ):
            return False
        tight = tokens.end(hyphen - 1) == tokens.starts[hyphen] and tokens.end(hyphen) == tokens.starts[at]
        return tight and tokens.codes[at + 1] in self.words["plain_word"] | self.words["name"] | self.words["present"]

    def auxiliary(self, at: int) -> Role | None:
        """The auxiliary of a participle: WILL in "will not now be formally held"."""
        place = self.auxiliary_place(at)
        return None if place is None else self.role(place)

    def _names_things(self, first: int, last: int) -> bool:
        """Whether a plural stands between: in "are statements made on Friday" the participle is the noun's."""
        return any(code in self.words["present"] for code in self.tokens.codes[first:last])

    def auxiliary_place(self, at: int) -> int | None:
        """The first auxiliary to the left of a participle, past "be" and "been"; None where another verb or a comma stands between."""
        for place in range(at - 1, max(self.start - 1, at - 1 - AUXILIARY_REACH), -1):
            if self.tokens.codes[place] in self.words["comma"]:
                return None
            role = self.role(place)
            if role in {Role.BE_BASE, Role.BEEN, None}:
                continue
            if role in _MAIN_VERBS or (role in _CLOSE and (at - place > _CLOSE_REACH or self._names_things(place + 1, at))):
                return None
            return place
        return None
