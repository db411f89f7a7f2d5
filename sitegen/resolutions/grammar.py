"""What each word can do in a clause: the roles of verbs, and the classes of words that the reading of direction asks for.

The classes stand in `words.yaml`; this file knows grammar, no language.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sitegen.languages import lexicon, per_language


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


# What the reader asks of a word, and the classes of `words.yaml` that answer.
_WORDS: dict[str, tuple[str, ...]] = {
    "causative": ("CAUSATIVE",),
    "foretold": ("FORETOLD",),
    "horizon": ("HORIZON",),
    "cancelled": ("CANCELLED",),
    "from_": ("FROM_WORD",),
    "relative_pronoun": ("RELATIVE_PRONOUN",),
    "trace": ("TRACE",),
    "hear": ("HEAR",),
    "article": ("ARTICLE",),
    "indefinite": ("INDEFINITE",),
    "deverbal": ("DEVERBAL",),
    "granted": ("GRANTED",),
    "closing": ("CLOSING",),
    "unit": ("SUNIT", "PUNIT"),
    "lasting": ("LASTING_WORD",),
    "winning": ("WINNING",),
    "adverb": ("ADVERBWORD", "LY"),
    "witness": ("WITNESS",),
    "of_witnesses": ("TO_WORD", "OF_WORD", "FROM_WORD"),
    "difficult": ("DIFFICULT",),
    "let": ("LET_WORD",),
    "as_": ("AS_WORD",),
    "definite": ("THE_WORD", "OWNER"),
    "pronoun": ("PRONOUN",),
    "mark": ("PUNCT",),
    "plural_subject": ("PLURAL_SUBJECT",),
    "past_plan": ("PAST_PLAN",),
    "failed": ("FAILED", "FAILURE"),
    "since": ("SINCE_WORD",),
    "after_": ("AFTER_WORD",),
    "before_": ("BEFORE_WORD",),
    "until": ("UNTIL_WORD",),
    "for_": ("FOR_WORD",),
    "on_": ("ON_WORD",),
    "ruled": ("RULED",),
    "out": ("OUT_WORD",),
    "of_": ("OF_WORD",),
    "looking": ("LOOKING",),
    "back": ("BACK_WORD",),
    "showing": ("SHOWING",),
    "comma": ("COMMA", "QUOTE"),
    "boundary": ("BOUNDARY",),
    "preposition": ("PREP", "EARLYLATE", "LEAST_WORD", "DET"),
    "moving": ("MOVING",),
    "plain_word": ("LOWERWORD",),
    "coordination": ("COORDINATION",),
    "temporal": ("WEEKDAY", "SHORTWEEKDAY", "MONTH", "DAYNUM", "ORDINALDAY", "YEAR", "TODAY", "PART"),
    "ahead": ("AHEAD",),
    "condition": ("CONDITION",),
    "dated": ("DATED",),
    "hypothesis": ("HYPOTHESIS",),
    "subjunctive": ("SUBJUNCTIVE",),
    "clipped": ("CLIPPED",),
    "owner": ("OWNER", "POSSESSIVE"),
    "personal": ("OWNER",),
    "name": ("CAPITAL", "CAPITALS"),
    "like_base": ("LIKE_BASE",),
    "noun_sign": ("DET", "POSSESSIVE", "NUMWORD", "ORDINAL", "MORE_WORD"),
    "lacking": ("LACKING",),
    "fulfilled": ("FULFILLED",),
    "belated": ("BELATED",),
    "at_first": ("AT_FIRST",),
    "once": ("ONCE_WORD",),
    "verb_only": ("VERB_ONLY",),
    "future_thing": ("FUTURETHING",),
    "pictured": ("PICTURED",),
    "forecast": ("FORECAST",),
    "outlook": ("OUTLOOKWORD",),
    "surpassing": ("SURPASSING",),
    "declared": ("DECLARED",),
    "shown": ("SHOWN",),
    "here": ("HERE_WORD",),
    "entry_mark": ("COLON", "FULL_STOP"),
    "progressive": ("ING",),
    "plan_noun": ("PLAN_NOUN",),
    "could": ("COULD",),
    "negative": ("NEGATIVE",),
    "effective": ("EFFECTIVE",),
    "ended": ("ENDED",),
    "possessive": ("POSSESSIVE",),
    "determiner": ("DET",),
    "noun_opener": ("DET", "QUANTIFIER"),
    "planned_noun": ("PLANNED_NOUN",),
    "relative": ("RELATIVE",),
    "present": ("PLURALTHING",),
    "to_mark": ("TO_MARK",),
    "past_form": ("PAST_VERB",),
    "move_to": ("FROM_WORD", "TO_WORD", "UNTIL_WORD", "INTO_WORD"),
    "coming": ("COMING",),
    "hanging": ("HANGING",),
    "next": ("NEXTWORD",),
    "reporting": ("REPORTING",),
    "verb_prefix": ("VERBPREFIX",),
    "result": ("RESULTTHING",),
    "plural": ("PLURALTHING", "ING", "PRONOUN", "CAPITAL", "CAPITALS"),
    "punctuation": ("PUNCT", "PREP"),
    "noun_mark": ("DET", "POSSESSIVE", "NUMWORD", "ORDINAL", "INT"),
    "adversative": ("ADVERSATIVE",),
    "run_noun": ("RUN_NOUN",),
    "state": ("STATE",),
    "called_off": ("CALLED_OFF",),
    "stays": ("STAYS",),
    "arranged": ("ARRANGED",),
    "mandate": ("MANDATE",),
    "that": ("THAT_WORD",),
    "finite": ("FINITE",),
    "to_word": ("TO_WORD",),
    "span_unit": ("SPAN_UNIT",),
    "say": ("SAY",),
    "up_down": ("UP_DOWN",),
    "figure": ("INT", "DECIMAL", "CURRENCYSIGN"),
    "departing": ("DEPARTING",),
    "phrasal": ("PHRASAL",),
    "particle": ("PARTICLE",),
    "notice": ("NOTICE",),
    "forecast_word": ("FORECASTWORD",),
    "bidding": ("BIDDING",),
    "see": ("SEE_WORD",),
    "miss": ("MISS_WORD",),
    "day_end": ("DAY_END",),
    "day_work": ("DAY_WORK",),
    "information": ("INFORMATION",),
    "about": ("ABOUT_WORD",),
    "colon": ("COLON",),
    "clock": ("AMPM", "CLOCKTIME", "DOTTIME", "NOON", "MIDNIGHT", "OCLOCK"),
}


@dataclass(frozen=True, slots=True)
class Grammar:
    """The role of each token code, and the sets of codes that the reading of a clause needs."""

    roles: dict[str, Role]
    words: dict[str, frozenset[str]]


@per_language
def grammar(language: str) -> Grammar:
    """The grammar of a language, from its word classes; of several roles the first in `Role` counts."""
    members = lexicon(language).members
    roles: dict[str, Role] = {}
    for role in Role:
        for code in members.get(role.value, ""):
            roles.setdefault(code, role)
    return Grammar(roles, {name: frozenset("".join(members.get(each, "") for each in classes)) for name, classes in _WORDS.items()})
