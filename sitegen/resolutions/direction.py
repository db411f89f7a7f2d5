"""Which way from its anchor an expression points: read off the verbs and prepositions around it.

The cue nearest to the expression in its own clause decides. A reporting verb
says nothing of its complement ("said he will meet on Tuesday"), because the
complement's own verb stands nearer. Words inside a quotation are read by the
verbs inside it. Words are known by class only (`words.yaml`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from sitegen.languages import Lexicon, Tokens, lexicon
from sitegen.model import Direction


class Role(Enum):
    """What a word does in its clause."""

    WILL = "WILL"
    WOULD = "WOULD"
    TO = "TO_WORD"
    PLANNED = "PLANNED"
    PLAN_VERB = "PLAN_VERB"
    MODAL = "MODAL"
    BE_PRESENT = "BE_PRESENT"
    BE_PAST = "BE_PAST"
    BE_BASE = "BE_BASE"
    BEEN = "BEEN"
    HAVE = "HAVE"
    HAD = "HAD"
    DID = "DID"
    PAST = "PAST_VERB"
    PAST_PLAN = "PAST_PLAN"
    REPORTED = "REPORTING"
    PAST_REGULAR = "ED"
    SCHEDULE = "SCHEDULE_VERB"
    TELLS = "PRESENT_PAST"


_VERBAL = frozenset(Role)
_CLOSE = frozenset({Role.BE_PRESENT, Role.HAVE})
_MAIN_VERBS = frozenset({Role.PAST, Role.PAST_REGULAR, Role.PAST_PLAN, Role.REPORTED, Role.SCHEDULE, Role.PLANNED, Role.PLAN_VERB})
# A participle's auxiliary stands within this many tokens ("will not now be formally held").
_AUXILIARY_REACH = 4
_LICENSER_REACH = 6
_CLOSE_REACH = 2  # "is" and "has" stand right before their participle, or one adverb away
_CLAUSE_REACH = 40  # tokens to either side: no clause of news prose is longer, and time stays linear


@dataclass(frozen=True, slots=True)
class Cue:
    """Which way, why, and the tokens that say so."""

    direction: Direction
    rule: str
    first: int = -1
    last: int = -1


NO_CUE = Cue(Direction.NONE, "direction.none")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The roles and sets of codes that the reading of a clause needs."""

    roles: dict[str, Role]
    past_plan: frozenset[str]
    failed: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    for_: frozenset[str]
    comma: frozenset[str]
    boundary: frozenset[str]
    preposition: frozenset[str]
    moving: frozenset[str]
    plain_word: frozenset[str]
    coordination: frozenset[str]
    temporal: frozenset[str]
    ahead: frozenset[str]
    condition: frozenset[str]
    progressive: frozenset[str]
    plan_noun: frozenset[str]
    could: frozenset[str]
    negative: frozenset[str]
    effective: frozenset[str]
    ended: frozenset[str]
    possessive: frozenset[str]
    determiner: frozenset[str]
    planned_noun: frozenset[str]
    relative: frozenset[str]
    present: frozenset[str]
    to_mark: frozenset[str]
    past_form: frozenset[str]
    move_to: frozenset[str]
    result: frozenset[str]
    plural: frozenset[str]
    punctuation: frozenset[str]
    noun_mark: frozenset[str]
    """Words behind which a verb form is a noun: "the vote", "its close"."""
    adversative: frozenset[str]


@functools.cache
def grammar(language: str) -> Grammar:
    """The grammar of a language, from its word classes."""
    lex = lexicon(language)
    roles: dict[str, Role] = {}
    for role in Role:  # in order of precedence
        for code in lex.members.get(role.value, ""):
            roles.setdefault(code, role)
    return Grammar(
        roles,
        past_plan=_codes(lex, "PAST_PLAN"),
        failed=_codes(lex, "FAILED"),
        since=_codes(lex, "SINCE_WORD"),
        until=_codes(lex, "UNTIL_WORD"),
        for_=_codes(lex, "FOR_WORD"),
        comma=_codes(lex, "COMMA", "QUOTE"),
        boundary=_codes(lex, "BOUNDARY"),
        preposition=_codes(lex, "PREP", "EARLYLATE", "DET"),
        moving=_codes(lex, "MOVING"),
        plain_word=_codes(lex, "LOWERWORD"),
        coordination=_codes(lex, "COORDINATION"),
        temporal=_codes(lex, "WEEKDAY", "MONTH", "DAYNUM", "YEAR", "TODAY", "PART"),
        ahead=_codes(lex, "AHEAD"),
        condition=_codes(lex, "CONDITION"),
        progressive=_codes(lex, "ING"),
        plan_noun=_codes(lex, "PLAN_NOUN"),
        could=_codes(lex, "COULD"),
        negative=_codes(lex, "NEGATIVE"),
        effective=_codes(lex, "EFFECTIVE"),
        ended=_codes(lex, "ENDED"),
        possessive=_codes(lex, "POSSESSIVE"),
        determiner=_codes(lex, "DET"),
        planned_noun=_codes(lex, "PLANNED_NOUN"),
        relative=_codes(lex, "RELATIVE"),
        present=_codes(lex, "PLURALTHING"),
        to_mark=_codes(lex, "TO_MARK"),
        past_form=_codes(lex, "PAST_VERB"),
        move_to=_codes(lex, "FROM_WORD", "TO_WORD", "UNTIL_WORD"),
        result=_codes(lex, "RESULTTHING"),
        plural=_codes(lex, "PLURALTHING", "ING", "PRONOUN", "CAPITAL", "CAPITALS"),
        punctuation=_codes(lex, "PUNCT", "PREP"),
        noun_mark=_codes(lex, "DET", "POSSESSIVE", "NUMWORD", "ORDINAL"),
        adversative=_codes(lex, "ADVERSATIVE"),
    )


def _codes(lex: Lexicon, *names: str) -> frozenset[str]:
    return frozenset(code for name in names for code in lex.members.get(name, ""))


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens among which an expression's cues are looked for, and the expression's own."""

    tokens: Tokens
    grammar: Grammar
    inside: bytearray
    """For each token whether it stands inside quotation marks."""
    start: int
    first: int
    last: int
    end: int
    is_day: bool
    """Whether the expression names a day, not a longer stretch."""
    is_quarter: bool = False

    def role(self, at: int) -> Role | None:
        """The role of one token; None for one that is no verb, or is used as a noun."""
        role = self.grammar.roles.get(self.tokens.codes[at])
        if role is None or self.inside[at] != self.inside[self.first]:
            return None
        if role is Role.PAST_REGULAR and self._is_adjective(at):
            return None
        if role in {Role.SCHEDULE, Role.PLAN_VERB} and at > self.start and self.tokens.codes[at - 1] in self.grammar.noun_mark:
            return None
        return role


    def _is_adjective(self, at: int) -> bool:
        """Whether a participle stands between an article and its noun: "a still unspecified date"."""
        codes, words = self.tokens.codes, self.grammar
        if at + 1 >= self.end or codes[at + 1] not in words.plain_word:
            return False
        return any(codes[place] in words.determiner for place in range(max(self.start, at - 2), at))


def read(clause: Clause) -> Cue:
    """The cue that decides an expression's direction."""
    before = _before(clause)
    if cue := _beside(clause, before):
        return cue
    cue = _governing(clause, before)
    if _is_attribute(clause) and cue.rule not in _FIRM:
        return Cue(Direction.PAST, "direction.attribute", clause.first, clause.last)  # "Friday's raid": the verb is not that of the day
    return cue


_FIRM = frozenset({"direction.future-verb", "direction.scheduled", "direction.ahead"})


def _governing(clause: Clause, before: int) -> Cue:
    opening = before < clause.start or clause.tokens.codes[before] in (clause.grammar.comma | clause.grammar.boundary)
    if before > clause.start and clause.tokens.codes[before] in clause.grammar.coordination and clause.tokens.codes[before - 1] in clause.grammar.temporal:
        opening = False  # "on Monday or Tuesday": the second day has the verb of the first
    if opening:
        return _right(clause) or _left(clause, before) or NO_CUE
    return _left(clause, before) or _right(clause) or NO_CUE


def _is_attribute(clause: Clause) -> bool:
    """Whether it stands before a noun as its attribute: "Tuesday's raid", "a Friday paper"; not "Tuesday's vote"."""
    codes, grammar_ = clause.tokens.codes, clause.grammar
    after = codes[clause.last] if clause.last < clause.end else ""
    possessive = after in grammar_.possessive
    if not possessive and not (clause.first > clause.start and codes[clause.first - 1] in grammar_.determiner and after and after not in grammar_.punctuation):
        return False
    return grammar_.planned_noun.isdisjoint(codes[clause.last : min(clause.last + 3, clause.end)])


def _beside(clause: Clause, before: int) -> Cue | None:
    """What the words right beside it say."""
    codes, at = clause.tokens.codes, clause.last
    if at < clause.end and codes[at] in clause.grammar.result:
        return Cue(Direction.PAST, "direction.results", at, at + 1)
    for rule, words, direction in (("direction.effective", clause.grammar.effective, Direction.FUTURE), ("direction.ahead", clause.grammar.ahead, Direction.FUTURE), ("direction.ended", clause.grammar.ended, Direction.PAST)):
        for place in range(max(before, clause.start), clause.first):
            if codes[place] in words:
                return Cue(direction, rule, place, place + 1)
    return _preposition(clause, before)


def _before(clause: Clause) -> int:
    """The last token before the expression and its preposition; below the clause's start where there is none."""
    at = clause.first - 1
    while at >= clause.start and clause.tokens.codes[at] in clause.grammar.preposition and clause.first - at <= 3:
        at -= 1
    return at


def _preposition(clause: Clause, before: int) -> Cue | None:
    """What the words between say: "since Monday" is over, "for Friday" is to come."""
    for at in range(before + 1, clause.first):
        code = clause.tokens.codes[at]
        if code in clause.grammar.since:
            return Cue(Direction.PAST, "direction.since", at, at + 1)
        if code in clause.grammar.move_to and not clause.grammar.moving.isdisjoint(clause.tokens.codes[max(clause.start, at - _LICENSER_REACH) : at]):
            return Cue(Direction.FUTURE, "direction.moved", at, at + 1)
        if code in clause.grammar.for_ and clause.is_day:
            if (left := _left(clause, before)) and left.rule == "direction.past-plan":
                return left
            return Cue(Direction.FUTURE, "direction.for", at, at + 1)
        if code in clause.grammar.for_ and clause.is_quarter:
            return Cue(Direction.PAST, "direction.results", at, at + 1)
        if code in clause.grammar.until and not _is_past(_governing(clause, before)):
            return Cue(Direction.FUTURE, "direction.until", at, at + 1)
    return None


def _is_past(cue: Cue | None) -> bool:
    return cue is not None and cue.rule == "direction.past-verb"


def _left(clause: Clause, before: int) -> Cue | None:
    return _first(clause, range(before, max(clause.start, before - _CLAUSE_REACH) - 1, -1))


def _right(clause: Clause) -> Cue | None:
    return _first(clause, range(clause.last, min(clause.end, clause.last + _CLAUSE_REACH)))


def _first(clause: Clause, places: Iterable[int]) -> Cue | None:
    for at in places:
        role = clause.role(at)
        if role and (cue := _verb(clause, at, role)):
            return cue
        if role is None and at > clause.start and clause.tokens.codes[at] in clause.grammar.progressive and clause.role(at - 1) is Role.BE_PRESENT and clause.is_day:
            return Cue(Direction.FUTURE, "direction.progressive", at - 1, at + 1)
        if role is None and at > clause.start and clause.tokens.codes[at] in clause.grammar.present and clause.tokens.codes[at - 1] in clause.grammar.relative:
            return Cue(Direction.FUTURE, "direction.present", at, at + 1)
    return None


def _verb(clause: Clause, at: int, role: Role) -> Cue | None:
    match role:
        case Role.WILL:
            return Cue(Direction.FUTURE, "direction.future-verb", at, at + 1)
        case Role.WOULD:
            return Cue(Direction.FUTURE, "direction.would", at, at + 1)
        case Role.PLANNED:
            return _planned(clause, at) if _is_planned(clause, at) else _past_form(clause, at)
        case Role.PLAN_VERB:
            return Cue(Direction.FUTURE, "direction.plan", at, at + 1)
        case Role.TO:
            return _infinitive(clause, at)
        case Role.PAST | Role.PAST_REGULAR | Role.PAST_PLAN | Role.REPORTED:
            return _past_form(clause, at)
        case Role.DID | Role.HAD | Role.BE_PAST:
            return Cue(Direction.PAST, "direction.past-verb", at, at + 1)
        case Role.SCHEDULE:
            return _scheduled_present(clause, at)
        case Role.MODAL:
            return _modal(clause, at)
        case Role.BE_PRESENT | Role.HAVE | Role.BE_BASE | Role.BEEN | Role.TELLS:
            return None


def _is_planned(clause: Clause, at: int) -> bool:
    """"Set" is a plan behind "is" or before "to" and "for"; else, like any past form, it is over."""
    if clause.tokens.codes[at] not in clause.grammar.past_form:
        return True
    following = clause.tokens.codes[at + 1] if at + 1 < clause.end else ""
    return following in clause.grammar.to_mark or _auxiliary(clause, at) is Role.BE_PRESENT


def _planned(clause: Clause, at: int) -> Cue:
    """"Is due", "set for", "was scheduled": to come, unless the text goes on to say that it came to nothing."""
    auxiliary = _auxiliary(clause, at)
    cue = Cue(Direction.FUTURE, "direction.scheduled", at, at + 1)
    if auxiliary is Role.HAD:
        return Cue(Direction.PAST, "direction.past-plan", at, at + 1)
    if auxiliary is Role.BE_PAST and any(code in clause.grammar.adversative for code in clause.tokens.codes[clause.last : min(clause.end, clause.last + _CLAUSE_REACH)]):
        return Cue(Direction.PAST, "direction.past-plan", at, at + 1)
    return cue


def _infinitive(clause: Clause, at: int) -> Cue | None:
    """"To meet": points ahead, unless a verb before it tells that it is over ("failed to meet")."""
    following = at + 1
    if following >= clause.end or following >= clause.first > at or not _can_be_verb(clause, following):
        return None
    if at > clause.start and clause.tokens.codes[at - 1] in clause.grammar.plan_noun:
        return Cue(Direction.FUTURE, "direction.infinitive", at - 1, at + 2)
    for place in range(at - 1, max(clause.start - 1, at - _LICENSER_REACH), -1):
        code = clause.tokens.codes[place]
        role = clause.role(place)
        if role in {Role.PLANNED, Role.PLAN_VERB, Role.WILL, Role.WOULD, Role.SCHEDULE} or code in clause.grammar.past_plan:
            return _planned(clause, place) if role is Role.PLANNED else _past_plan(clause, place)
        if code in clause.grammar.failed or role in {Role.PAST, Role.PAST_REGULAR, Role.REPORTED, Role.HAD, Role.DID}:
            return Cue(Direction.PAST, "direction.past-verb", place, at + 2)
        if role is Role.BE_PRESENT:
            return Cue(Direction.FUTURE, "direction.is-to", place, at + 2)
        if role is Role.BE_PAST:
            return Cue(Direction.FUTURE, "direction.was-to", place, at + 2)
    if clause.role(following) is None and (following + 1 >= clause.end or clause.tokens.codes[following + 1] in clause.grammar.punctuation):
        return None  # "to parliament on Tuesday": nothing tells that it is a verb
    return Cue(Direction.FUTURE, "direction.infinitive", at, at + 2)


def _can_be_verb(clause: Clause, at: int) -> bool:
    code, word = clause.tokens.codes[at], clause.tokens.words[at]
    return word[0].islower() and code not in clause.grammar.noun_mark and code not in clause.grammar.plural


def _past_plan(clause: Clause, at: int) -> Cue:
    if _auxiliary(clause, at) is Role.HAD:
        return Cue(Direction.PAST, "direction.past-plan", at, at + 1)
    return Cue(Direction.FUTURE, "direction.plan", at, at + 1)


def _past_form(clause: Clause, at: int) -> Cue:
    """A past form or participle: its auxiliary decides ("will be held", "was held", "held")."""
    auxiliary = _auxiliary(clause, at)
    if auxiliary in {Role.WILL, Role.WOULD}:
        return Cue(Direction.FUTURE, "direction.future-verb" if auxiliary is Role.WILL else "direction.would", at, at + 1)
    if auxiliary is Role.MODAL and (modal := _auxiliary_place(clause, at)) is not None:
        return _modal(clause, modal)
    if auxiliary is Role.TO and (to := _infinitive_behind(clause, at)):
        return to
    if auxiliary is Role.BE_PRESENT:
        return Cue(Direction.FUTURE if clause.is_day else Direction.NONE, "direction.present", at, at + 1)
    if auxiliary is Role.HAVE and not clause.grammar.condition.isdisjoint(clause.tokens.codes[max(clause.start, at - 8) : at]):
        return Cue(Direction.FUTURE, "direction.condition", at, at + 1)
    return Cue(Direction.PAST, "direction.past-verb", at, at + 1)


def _infinitive_behind(clause: Clause, at: int) -> Cue | None:
    for place in range(at - 1, max(clause.start - 1, at - _AUXILIARY_REACH), -1):
        if clause.role(place) is Role.TO:
            return _infinitive(clause, place)
    return None


def _auxiliary(clause: Clause, at: int) -> Role | None:
    place = _auxiliary_place(clause, at)
    return None if place is None else clause.role(place)


def _auxiliary_place(clause: Clause, at: int) -> int | None:
    """The first auxiliary to the left of a participle, past "be" and "been"; None where another verb or a comma stands between."""
    for place in range(at - 1, max(clause.start - 1, at - 1 - _AUXILIARY_REACH), -1):
        if clause.tokens.codes[place] in clause.grammar.comma:
            return None
        role = clause.role(place)
        if role in {Role.BE_BASE, Role.BEEN, None}:
            continue
        if role in _MAIN_VERBS or (role in _CLOSE and at - place > _CLOSE_REACH):
            return None
        return place
    return None


def _scheduled_present(clause: Clause, at: int) -> Cue | None:
    """"Talks resume Thursday": the present of a thing arranged; behind an auxiliary it is that one's infinitive."""
    if at > clause.start and clause.role(at - 1) in _VERBAL:
        return None
    return Cue(Direction.FUTURE, "direction.scheduled-present", at, at + 1)


def _modal(clause: Clause, at: int) -> Cue:
    """"May leave" points ahead, "may have left" back."""
    following = at + 1
    if following < clause.end and clause.role(following) is Role.HAVE:
        return Cue(Direction.PAST, "direction.past-verb", at, following + 1)
    return Cue(Direction.FUTURE, "direction.modal", at, at + 1)
