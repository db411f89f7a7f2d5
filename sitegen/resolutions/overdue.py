"""What was promised for a day and came after it: "the machine, due on Tuesday, came only on Wednesday"."""

from __future__ import annotations

from sitegen.model import Direction
from sitegen.resolutions.clauses import AUXILIARY_REACH, CLAUSE_REACH, Clause, Cue
from sitegen.resolutions.grammar import Role

_ADVERBS = 2  # between the comma and the verb: "finally", "at last"


def overdue(clause: Clause) -> Cue | None:
    """The verb that tells of what came in the end, where an apposition or an attribute says for which day it was promised."""
    participle = _participle(clause)
    if participle is None:
        return None
    verb = _verb(clause) if _is_apposition(clause, participle) else _verb_of_attribute(clause, participle)
    day = None if verb is None else _later_day(clause, verb)
    if verb is None or day is None or not _came(clause, verb, day):
        return None
    return Cue(Direction.PAST, "direction.past-verb", verb, verb + 1)


def promised(clause: Clause, before: int) -> Cue | None:
    """“The train, promised for June, must wait”: to come, but where the sentence goes on that it is now another day, and nobody knows."""
    codes = clause.tokens.codes
    planned = before >= clause.start and clause.grammar.roles.get(codes[before]) is Role.PLANNED  # "first set for" as well
    if not planned and (before < clause.start or codes[before] not in clause.words["arranged"]):
        return None
    auxiliary = clause.auxiliary(before)
    if auxiliary not in {None, Role.BE_PRESENT, Role.BE_PAST}:
        return None
    if clause.tokens.codes[max(before - 1, clause.start)] in clause.words["once"]:
        return Cue(Direction.NONE, "direction.past-plan", before - 1, before + 1)  # "once promised for June, should come in the autumn"
    if (slipped := _slipped(clause)) is not None:
        return Cue(Direction.NONE, "direction.cancelled", slipped, slipped + 1)
    plain = auxiliary is not Role.BE_PAST and not clause.is_day
    return Cue(Direction.FUTURE, "direction.scheduled", before, before + 1) if plain else None


def cancelled(clause: Clause) -> Cue | None:
    """“The rally planned for Saturday was cancelled”, "had to wait": to come or over, whichever is nearer."""
    for at in range(clause.last, min(clause.end, clause.last + AUXILIARY_REACH)):
        if clause.role(at) is Role.HAD and clause.tokens.codes[at + 1 : at + 2] in clause.words["to_mark"]:
            return Cue(Direction.NONE, "direction.cancelled", at, at + 2)
        if _is_cancelled(clause, at) and clause.auxiliary(at) in {Role.BE_PAST, Role.HAVE}:
            return Cue(Direction.NONE, "direction.cancelled", at, at + 1)
    return None


def _is_cancelled(clause: Clause, at: int) -> bool:
    """“Scrapped”, "called off", but not "called"."""
    codes, words = clause.tokens.codes, clause.words
    return codes[at] in words["cancelled"] and (codes[at] not in words["past_plan"] or codes[at + 1 : at + 2] in words["state"])


def _slipped(clause: Clause) -> int | None:
    """The word behind it that says that another day has taken its place: "is now expected next month", "slipped to Saturday"."""
    codes = clause.tokens.codes
    for at in range(clause.last, min(clause.end, clause.last + CLAUSE_REACH)):
        now = codes[at] in clause.words["at_first"] and clause.role(at - 1) is Role.BE_PRESENT
        moved = codes[at] in clause.words["moving"] and codes[at + 1 : at + 2] in clause.words["move_to"]
        if (now or moved) and any(clause.taken[at + 1 : clause.end]):
            return at
    return None


def _participle(clause: Clause) -> int | None:
    """The participle of what is arranged that stands, but for prepositions, before the day: "promised for"."""
    codes, at = clause.tokens.codes, clause.first - 1
    while at > clause.start and codes[at] in clause.words["preposition"]:
        at -= 1
    promised = at > clause.start and (clause.role(at) is Role.PLANNED or codes[at] in clause.words["arranged"])
    return at if promised else None


def _is_apposition(clause: Clause, participle: int) -> bool:
    """Whether commas stand around it: ", promised for Tuesday,"."""
    codes = clause.tokens.codes
    before = participle - 1 - (codes[participle - 1] in clause.words["adverb"] | clause.words["at_first"])
    ends = codes[clause.last : clause.last + 1] in clause.words["mark"] & clause.words["comma"]
    return ends and before >= clause.start and codes[before] in clause.words["comma"]


def _verb_of_attribute(clause: Clause, participle: int) -> int | None:
    """The past verb right behind the day of an attribute: "wages promised for the 28th arrived on the 4th"."""
    told = clause.last < clause.end and clause.role(clause.last) in {Role.PAST, Role.PAST_REGULAR, Role.BE_PAST}
    return clause.last if told and clause.auxiliary(participle) is None else None


def _verb(clause: Clause) -> int | None:
    """The past verb behind the apposition."""
    for at in range(clause.last + 1, min(clause.end, clause.last + 2 + _ADVERBS)):
        role = clause.role(at)
        if role in {Role.PAST, Role.PAST_REGULAR, Role.BE_PAST}:
            return at
        if role is not None:
            return None
    return None


def _later_day(clause: Clause, verb: int) -> int | None:
    """The first token of the next date behind the verb, where it is no date that something was put off to."""
    codes = clause.tokens.codes
    for at in range(verb + 1, min(clause.end, verb + CLAUSE_REACH)):
        if codes[at] in clause.words["comma"] | clause.words["boundary"]:
            return None
        if clause.taken[at]:
            put_off = codes[at - 1] in clause.words["move_to"] | clause.words["for_"]
            dated = not clause.words["temporal"].isdisjoint(codes[at : at + 2])
            return at if dated and not put_off else None
    return None


def _came(clause: Clause, verb: int, day: int) -> bool:
    """Whether that is what was promised: by its verb ("arrived", "was read out"), or by what says that it was late ("only")."""
    codes = clause.tokens.codes
    if clause.words["moving"] & frozenset(codes[verb : verb + 2]):
        return False
    late = not clause.words["belated"].isdisjoint(codes[clause.last : day])
    main = verb + (clause.role(verb) is Role.BE_PAST)
    return late or (clause.is_day and codes[main] in clause.words["fulfilled"])  # "the law, due in October, was signed on Friday"
