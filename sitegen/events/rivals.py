"""Rival days: what one article says that others say, each of another day.

"The logbook shows that the crack was found on the 20th. The authority maintains
that it was found on the 24th." Who reports both days does not know two cracks:
each clause is what somebody says, of the same definite thing, with the same verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sitegen.events.clauses import Clause, Parsed
from sitegen.events.dated import Dated
from sitegen.events.grammar import Grammar
from sitegen.events.headlines import first_word
from sitegen.events.moves import Told, before
from sitegen.model import Report, Standing

_BESIDE = 2  # sentences from one claim to its rival
_APART = 14  # days between them
_CLAIMING = ("speech_verbs", "showing_verbs")


def is_claim(date: Dated, words: Grammar) -> bool:
    """Whether a clause is what somebody says of a definite thing: "maintains that | the crack was found on …"."""
    parsed, clause = date.parsed, date.clause
    subject = parsed.tokens[first_word(parsed.tokens, clause, words)].low
    definite = any(subject in words[name] for name in ("articles", "anaphors", "possessives")) and subject not in words["indefinite"]
    return definite and _is_said(parsed, clause, words)


def _is_said(parsed: Parsed, clause: Clause, words: Grammar) -> bool:
    before = [group for group in parsed.groups if group.head < clause.first]
    opened = parsed.tokens[clause.first].low in words["complementizers"]
    return opened and bool(before) and any(before[-1].lemma in words[name] for name in _CLAIMING)


def contradicting(told: Sequence[Told], reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports of an article, each claim with the day of the rival claim before it."""
    found = list(reports)
    for number, one in enumerate(told):
        rival = next((other for other in before(told, number, _BESIDE) if _are_rivals(told[other], one)), None) if one.claimed else None
        if rival is not None:
            found[number] = replace(found[number], contradicts=reports[rival].interval)
    return tuple(found)


def _are_rivals(one: Told, two: Told) -> bool:
    """Whether two claims near each other tell the same thing of different days."""
    first, second = one.report, two.report
    if not one.claimed or first.standing is not second.standing or first.standing is not Standing.HAPPENED or first.verb != second.verb:
        return False
    apart = abs((first.interval.first_day - second.interval.first_day).days)
    shared = len(set(first.terms) & set(second.terms)) > 1  # more than the verb
    return 0 < apart <= _APART and (two.anaphor or shared)
