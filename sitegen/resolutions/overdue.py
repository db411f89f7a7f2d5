"""What was promised for a day and came after it: "the machine, due on Tuesday, came only on Wednesday"."""

from __future__ import annotations

from sitegen.model import Direction
from sitegen.resolutions.clauses import CLAUSE_REACH, Clause, Cue, Role

_ADVERBS = 2  # between the comma and the verb: "finally", "at last"


def overdue(clause: Clause) -> Cue | None:
    """The verb that tells of what came in the end, where an apposition between commas says for which day it was promised."""
    codes, comma = clause.tokens.codes, clause.words["mark"] & clause.words["comma"]
    if codes[clause.last : clause.last + 1] not in comma or not _is_promised(clause):
        return None
    verb = _verb(clause)
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
    if (slipped := _slipped(clause)) is not None:
        return Cue(Direction.NONE, "direction.cancelled", slipped, slipped + 1)
    plain = auxiliary is not Role.BE_PAST and not clause.is_day
    return Cue(Direction.FUTURE, "direction.scheduled", before, before + 1) if plain else None


def _slipped(clause: Clause) -> int | None:
    """The word behind it that says that another day has taken its place: "is now expected next month", "slipped to Saturday"."""
    codes = clause.tokens.codes
    for at in range(clause.last, min(clause.end, clause.last + CLAUSE_REACH)):
        now = codes[at] in clause.words["at_first"] and clause.role(at - 1) is Role.BE_PRESENT
        moved = codes[at] in clause.words["moving"] and codes[at + 1 : at + 2] in clause.words["move_to"]
        if (now or moved) and any(clause.taken[at + 1 : clause.end]):
            return at
    return None


def _is_promised(clause: Clause) -> bool:
    """Whether a comma, a participle of what is arranged and prepositions stand before the day: ", promised for"."""
    codes, at = clause.tokens.codes, clause.first - 1
    while at > clause.start and codes[at] in clause.words["preposition"]:
        at -= 1
    if at <= clause.start or not (clause.role(at) is Role.PLANNED or codes[at] in clause.words["arranged"]):
        return False
    before = at - 1 - (codes[at - 1] in clause.words["adverb"] | clause.words["at_first"])
    return before >= clause.start and codes[before] in clause.words["comma"]


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
            return at if codes[at] in clause.words["temporal"] and not put_off else None
    return None


def _came(clause: Clause, verb: int, day: int) -> bool:
    """Whether that is what was promised: by its verb ("arrived", "was read out"), or by what says that it was late ("only")."""
    codes = clause.tokens.codes
    if clause.words["moving"] & frozenset(codes[verb : verb + 2]):
        return False
    late = not clause.words["belated"].isdisjoint(codes[clause.last : day])
    main = verb + (clause.role(verb) is Role.BE_PAST)
    return late or (clause.is_day and codes[main] in clause.words["fulfilled"])  # "the law, due in October, was signed on Friday"
