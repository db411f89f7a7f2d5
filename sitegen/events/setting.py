"""Where a date stands in its sentence, and what stands right beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sitegen.dates import Interval
from sitegen.events.clauses import Clause, Parsed
from sitegen.events.cues import Cue, find_cue
from sitegen.events.grammar import Grammar
from sitegen.events.tokens import STOPS
from sitegen.events.verbs import VerbGroup
from sitegen.model import Direction

ASIDE = 8
"""Words of an aside between "not" and its day."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a date stands in its sentence, and how it lies to the day of publication."""

    parsed: Parsed
    clause: Clause
    verb: VerbGroup | None
    first: int
    """First token of the date."""
    interval: Interval
    published: dt.date
    direction: Direction
    corrects: bool = False
    """Whether a sentence beside it says that a text was wrong."""
    entered: bool = False
    """Whether it was over when the report appeared: the hour of a running report's entry, or "earlier this week"."""


def says(at: Setting, name: str, words: Grammar) -> Cue | None:
    """The first cue of a list in its clause."""
    return find_cue(at.parsed.tokens, at.clause.first, at.clause.last, words.cues[name])


def reach(at: Setting, words: Grammar) -> int:
    """Up to which token a cue can speak of the date: the date itself, its verb behind it, or its clause's end where verbs stand last."""
    behind = at.verb.head + 1 if at.verb and at.verb.first >= at.first else at.first
    return at.clause.last if words["verb_final"] else behind


def before_prepositions(at: Setting, words: Grammar) -> int:
    """Where the prepositions before a date begin, the date's own first token if it has none."""
    before = at.first
    while before and at.parsed.tokens[before - 1].low in words["prepositions"]:
        before -= 1
    return before


def follows_contrast(at: Setting, words: Grammar) -> bool:
    """Whether a day is what holds in the place of one that does not: "not on Thursday | but on Friday"."""
    before = before_prepositions(at, words)
    return before > 0 and at.parsed.tokens[before - 1].low in words["contrasts"]


def denies_day(at: Setting, words: Grammar) -> bool:
    """Whether the day itself is denied: "on Friday, | not on Thursday", "and not, as was said, on Thursday"."""
    tokens, before = at.parsed.tokens, before_prepositions(at, words)
    if before > 1 and tokens[before - 1].text == ",":
        before = next((i for i in range(before - 2, max(-1, before - ASIDE), -1) if tokens[i].text == ","), before)
    words_before = tokens[max(0, min(before - 1, at.first - 2)) : min(before + 1, at.first)]
    stop = max((i for i, token in enumerate(words_before) if token.text in STOPS), default=-1)  # "Never: on Thursday he won"
    words_before = words_before[stop + 1 :]
    return any(token.low in words["negations"] and token.low not in words["nobody_words"] for token in words_before)


def is_announced(at: Setting, words: Grammar) -> bool:
    """Whether its clause speaks of a plan: "is due to open on …"; not of "later than planned"."""
    cue = says(at, "scheduled", words)
    compared = cue is not None and cue.first > 0 and at.parsed.tokens[cue.first - 1].low in words["comparisons"]  # "later than planned"
    return cue is not None and not compared


def is_attribute(at: Setting, cue: Cue, words: Grammar) -> bool:
    """Whether a cue only describes a noun: "the two | cancelled | evenings in October cost a fortune"."""
    before = at.parsed.tokens[cue.first - 1].low if cue.first else ""
    return before in words["determiners"] or before in words["possessives"]
