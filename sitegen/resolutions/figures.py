"""What results, figures and times that are only named say of a date beside them."""

from __future__ import annotations

from sitegen.model import Direction
from sitegen.resolutions.clauses import Clause, Cue
from sitegen.resolutions.grammar import Role

_DUE_REACH = 6  # tokens from "results" to the "due" of "third-quarter results for the group are due"


def named(clause: Clause) -> Cue | None:
    """“The yard says June”, "I would say Christmas": a time given for what was asked lies ahead, where nothing more is said of it."""
    codes, verb = clause.tokens.codes, clause.first - 1
    while verb > clause.start and codes[verb] in clause.words["preposition"] | clause.words["negative"]:
        verb -= 1
    denied = not clause.words["negative"].isdisjoint(codes[verb + 1 : clause.first])  # "it now says not before Sunday"
    if not denied and verb < clause.first - 1:
        return None
    if verb <= clause.start or codes[verb] not in clause.words["say"]:
        return None
    ends = denied or clause.last >= clause.end or codes[clause.last] in clause.words["mark"] | clause.words["coordination"]
    return Cue(Direction.FUTURE, "direction.named", verb, verb + 1) if ends else None


def of_results(clause: Clause, thing: int) -> Cue:
    """“The quarter's loss” is told of what is over; "third-quarter figures are due", "sales should be flat" of what is told next."""
    for at in range(thing + 1, min(clause.end, thing + 1 + _DUE_REACH)):
        role = clause.role(at)
        if role in {Role.WILL, Role.PLANNED, Role.MODAL}:
            return Cue(Direction.PAST, "direction.results-due", thing, at + 1)
        if role not in {None, Role.BE_PRESENT}:
            break
    return Cue(Direction.PAST, "direction.results", thing, thing + 1)


def measured(clause: Clause, at: int) -> Cue | None:
    """“Up from 8,450 on March 31”: what something is measured by was there before."""
    codes = clause.tokens.codes
    figure = codes[at + 1 : at + 2] in clause.words["figure"] and at + 1 < clause.first
    if figure and codes[at] in clause.words["from_"] and codes[at - 1] in clause.words["up_down"]:
        return Cue(Direction.PAST, "direction.measured", at - 1, at + 1)
    return None
