"""What the present says of a day beside it: how things stand holds for one to come, unless it stands so after something that was."""

from __future__ import annotations

from sitegen.model import Direction
from sitegen.resolutions.clauses import CLAUSE_REACH, Clause, Cue
from sitegen.resolutions.grammar import Role

_THING_REACH = 6  # tokens from "Saturday's" to the verb of "Saturday's late crossings to Arran are"
_STATE_REACH = 4  # tokens from "are" to the word that says how things stand: "are once more at risk"
_DAY_REACH = 3  # tokens, but for other dates, from there to the day: "away to Hull on Saturday"
_AHEAD = frozenset({Role.TO, Role.WILL, Role.WOULD, Role.MODAL, Role.DID})


def of_its_thing(clause: Clause) -> Cue | None:
    """“Saturday's crossings are in doubt”, "Sunday's late train has been cancelled": what runs by the day is still to run."""
    codes, runs = clause.tokens.codes, False
    for at in range(clause.last + 1, min(clause.end, clause.last + 1 + _THING_REACH)):
        role = clause.role(at)
        if role is Role.HAVE:
            return _called_off(clause, at)
        if runs and codes[at] in clause.words["called_off"] and (at + 1 >= clause.end or codes[at + 1] in clause.words["mark"]):
            return Cue(Direction.FUTURE, "direction.present", at, at + 1)  # "Saturday's parade scrapped"
        if role is Role.BE_PRESENT and runs and (state := _state(clause, at)) is not None:
            return Cue(Direction.FUTURE, "direction.present", at, state + 1)
        bound = role is Role.TO and codes[at + 1 : at + 2] in clause.words["name"]  # "Monday's flights to Oslo"
        if (role is not None and not bound) or codes[at] in clause.words["comma"]:
            return None
        runs = runs or codes[at] in clause.words["planned_noun"] | clause.words["run_noun"]
    return None


def of_a_state(clause: Clause, at: int) -> Cue | None:
    """“Is in force from Saturday”, "are at risk on Sunday", behind the verb at a token."""
    if clause.role(at) is not Role.BE_PRESENT or not clause.is_day or at >= clause.first:
        return None
    state = _state(clause, at)
    if state is None or state >= clause.first:
        return None
    ranged = any(clause.taken[state : clause.first])  # "in force from 6pm on Saturday to 9am on Sunday"
    if clause.first - state > _DAY_REACH + 1 and not ranged:
        return None
    return after(clause, at) or Cue(Direction.FUTURE, "direction.present", at, state + 1)


def after(clause: Clause, verb: int) -> Cue | None:
    """“Is closed after a crash on Monday”: the day of what came first; not of what is planned, "is leaving after the final on Monday"."""
    codes = clause.tokens.codes
    for at in range(verb + 1, clause.first - 1):
        if codes[at] in clause.words["comma"]:
            return None
        if codes[at] in clause.words["after_"]:
            planned = not (clause.words["planned_noun"] | clause.words["run_noun"]).isdisjoint(codes[at : clause.first])
            return None if planned else Cue(Direction.PAST, "direction.after", at, at + 1)
    return None


def stays(clause: Clause, participle: int) -> bool:
    """Whether it only says how something stays: "the road remains closed", "stays shut"."""
    before = participle - 1
    return before >= clause.start and clause.tokens.codes[before] in clause.words["stays"] and clause.role(before - 1) not in _AHEAD


def _called_off(clause: Clause, have: int) -> Cue | None:
    """“Has been cancelled”, "has been called off": what is over is no longer called off."""
    codes = clause.tokens.codes
    for at in range(have + 1, min(clause.end, have + 1 + _STATE_REACH)):
        if codes[at] in clause.words["called_off"] or (codes[at] in clause.words["cancelled"] and codes[at + 1] in clause.words["state"]):
            return Cue(Direction.FUTURE, "direction.present", have, at + 1)
    return None


def _state(clause: Clause, be: int) -> int | None:
    """The word that says how things stand, behind "is" or "are"."""
    for at in range(be + 1, min(clause.end, be + 1 + _STATE_REACH)):
        if clause.tokens.codes[at] in clause.words["state"] | clause.words["called_off"]:
            return at
        if clause.role(at) is not None:
            return None
    return None


def told_of(clause: Clause, at: int) -> Cue | None:
    """What must have happened, whatever the main verb says: "after hurting a knee on Thursday", "witnesses to a crash on Tuesday"."""
    codes = clause.tokens.codes
    if at >= clause.first:
        return None
    if codes[at] in clause.words["progressive"] and codes[at - 1] in clause.words["after_"] and not _will(clause, at - 1):
        return Cue(Direction.PAST, "direction.after", at - 1, at + 1)
    if codes[at] in clause.words["looking"] and codes[at + 1 : at + 2] in clause.words["back"]:
        return Cue(Direction.PAST, "direction.past-verb", at, at + 2)  # "we look back with some wonder at 9 December"
    known = codes[at] in clause.words["information"] and codes[at + 1 : at + 2] in clause.words["about"]  # "information about Friday night"
    seen = codes[at] in clause.words["witness"] and codes[at + 1 : at + 2] in clause.words["of_witnesses"]
    if (known or seen) and not _will(clause, at):
        return Cue(Direction.PAST, "direction.attribute", at, at + 2)
    return None


def is_headline(clause: Clause, at: int) -> bool:
    """Whether a line without a stop or another verb goes on in "to" and a day it is from: "Bridge toll to double from Saturday"."""
    codes, words = clause.tokens.codes, clause.words
    named = codes[at - 1 : at] and clause.tokens.words[at - 1][0].islower() and clause.tokens.words[at + 1][0].islower()
    ends = clause.end >= len(codes) or clause.end == clause.last or codes[clause.end - 1] not in words["entry_mark"]
    begins = clause.is_day and codes[clause.first - 1] in words["from_"] and clause.first - 1 == at + 2
    return bool(named) and ends and begins and all(clause.role(place) is None for place in range(clause.start, at))


def _will(clause: Clause, before: int) -> bool:
    """Whether the clause up to a token is one of "will" and has no day of its own: then its first step may lie ahead as well."""
    for at in range(before - 1, max(clause.start, before - CLAUSE_REACH) - 1, -1):
        if clause.taken[at]:
            return False
        if clause.role(at) is Role.WILL:
            return True
    return False


def plain_present(clause: Clause, at: int) -> Cue | None:
    """The present of a verb that no list holds, by what stands before it: "is flying", "who steps down", "they assemble"."""
    code, previous = clause.tokens.codes[at], clause.tokens.codes[at - 1]
    denied = previous in clause.words["negative"]  # "is not coming"
    if code in clause.words["progressive"] and clause.is_day and clause.role(at - 1 - denied) is Role.BE_PRESENT:
        return after(clause, at) or Cue(Direction.FUTURE, "direction.progressive", at - 1 - denied, at + 1)
    if code in clause.words["present"] and previous in clause.words["relative"] and at < clause.first:  # a day before "who" is not of it
        return Cue(Direction.FUTURE, "direction.present", at, at + 1)
    if clause.is_day and code in clause.words["present"] and (_is_first_verb(clause, at) or _is_act(clause, at) or _is_phrasal(clause, at)):
        return Cue(Direction.FUTURE, "direction.present", at, at + 1)
    if (
        clause.is_day
        and code in clause.words["plain_word"]
        and code not in clause.words["present"]
        and previous in clause.words["plural_subject"]
        and clause.words["colon"].isdisjoint(clause.tokens.codes[at : clause.first])  # "What we know: five left on Friday"
    ):
        return Cue(Direction.FUTURE, "direction.present", at - 1, at + 1)
    return None


def _is_first_verb(clause: Clause, at: int) -> bool:
    """Whether a name before it, its owner's thing behind it and no other verb make a verb of it: "Ivo Marek sells his last paper"."""
    codes = clause.tokens.codes
    named = codes[at - 1] in clause.words["name"] and codes[at + 1 : at + 2] in clause.words["personal"]
    return named and all(clause.role(place) is None for place in range(max(clause.start, at - CLAUSE_REACH), at))


def _is_phrasal(clause: Clause, at: int) -> bool:
    """Whether it and a small word make a verb of what is to be on a day: "the mayor steps down on Monday"."""
    codes, words = clause.tokens.codes, clause.words
    verb = codes[at] in words["phrasal"] and codes[at + 1 : at + 2] in words["particle"] and at + 1 < clause.first
    return verb and codes[clause.first - 1] in words["preposition"] and codes[at - 1] not in words["noun_sign"]


def _is_act(clause: Clause, at: int) -> bool:
    """Whether a thing with its article opens the sentence and another follows, of "on" a day: "The board confirms the result on Monday"."""
    codes, words = clause.tokens.codes, clause.words
    if at >= clause.first or codes[clause.first - 1] not in words["on_"] or codes[clause.start] not in words["determiner"]:
        return False
    subject = codes[clause.start + 1 : at]
    one = bool(subject) and subject[-1] not in words["present"] and words["mark"].isdisjoint(subject)
    alone = all(clause.role(place) is None and not clause.taken[place] for place in range(clause.start, at))
    act = codes[at] not in words["showing"]  # "the log shows the door opening on Sunday"
    return act and one and alone and codes[at + 1] in words["determiner"] | words["personal"]
