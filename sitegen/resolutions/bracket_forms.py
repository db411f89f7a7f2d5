"""What a verb form is in a language whose clause is a bracket; `brackets` reads clauses by it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sitegen.languages import lexicon, per_language


class Form(Enum):
    """What a verb form is; of several the first counts."""

    WILL = "WILL"
    WOULD = "WOULD"
    COULD = "COULD"
    """A past modal that tells of something done: "konnte gerettet werden"."""
    MODAL = "MODAL"
    HAD = "HAD"
    WAS = "BE_PAST"
    IS = "BE_PRESENT"
    HAS = "HAVE"
    BE = "BE_BASE"
    PLANNED = "PLANNED"
    STATE = "STATE"
    """A participle that with "is" tells how something is, not what was done: "ist geschlossen"."""
    GONE = "GONE"
    """A participle whose perfect is made with "be": "soll geflohen sein"."""
    TELLS = "PRESENT_PAST"
    PAST = "PAST_VERB"
    PRESENT = "SCHEDULE_VERB"
    PLAN = "PLAN_VERB"
    OTHER = "NO_VERB"
    STRONG = "STRONG_PAST"
    TO_INSIDE = "ZU_INFINITIVE"
    DONE_ATTRIBUTE = "ATTRIBUTE"
    """A past participle before its noun: "die am Montag eröffnete Schau"."""
    COMING_ATTRIBUTE = "COMING_ATTRIBUTE"
    BASE = "BASE_FORM"
    DONE = "PARTICIPLE"
    EITHER = "PRESENT_OR_PARTICIPLE"
    PAST_REGULAR = "ED"
    SINGULAR = "PRESENT_SINGULAR"
    PLURAL = "PRESENT_PLURAL"


ATTRIBUTES = frozenset({Form.DONE_ATTRIBUTE, Form.COMING_ATTRIBUTE})
SIMPLE_PASTS = frozenset({Form.COULD, Form.HAD, Form.WAS, Form.PAST, Form.STRONG, Form.PAST_REGULAR})
FINITE = SIMPLE_PASTS | {Form.WILL, Form.WOULD, Form.MODAL, Form.IS, Form.HAS, Form.TELLS, Form.PRESENT, Form.PLAN}
PARTICIPLES = frozenset({Form.DONE, Form.GONE, Form.EITHER, Form.STATE, Form.PLANNED})
# Classes that say how a word looks, not what it is: another class beside them means that the word is no verb.
_SHAPES = frozenset(form.value for form in list(Form)[list(Form).index(Form.STRONG) :]) | {
    "LOWERWORD",
    "REPORTING",
    "WRITTEN",
    "FAILED",
    "MOVING",
}
_MARKS = frozenset({"COMMA", "QUOTE", "QUOTE_OPEN", "QUOTE_CLOSE", "BOUNDARY", "COORDINATION"})
_SKIPPED = frozenset({"PREP", "DET", "EARLYLATE"})
_OTHERS = frozenset(
    {
        "SUBORDINATOR",
        "MOVING",
        "MOVE_WORD",
        "ORIGIN_WORD",
        "ONWARD",
        "SINCE_WORD",
        "UNTIL_WORD",
        "FOR_WORD",
        "TO_WORD",
        "ADVERSATIVE",
        "FAILED",
        "AFTER_WORD",
        "ONE",
        "CLOSING",
        "SPAN_UNIT",
    }
)


@dataclass(frozen=True, slots=True)
class Bracket:
    """What the reading of a bracketed clause asks of token codes."""

    forms: dict[str, Form]
    words: dict[str, frozenset[str]]
    marks: frozenset[str]
    """What parts clauses."""
    skipped: frozenset[str]
    """What stands between an expression and the words that it hangs on."""


@per_language
def bracket(language: str) -> Bracket | None:
    """The verb forms of a language, None where its clauses are no brackets."""
    lex = lexicon(language)
    if "SUBORDINATOR" not in lex.members:
        return None
    forms: dict[str, Form] = {}
    for classes, code in lex.alphabet.items():
        form = next((form for form in Form if form.value in classes), None)
        named = {name for name in classes if name[0] != "'"}
        if form and form is not Form.OTHER and (form.value not in _SHAPES or named <= _SHAPES):
            forms[code] = form
    words = {name: frozenset(lex.members.get(name, "")) for name in _MARKS | _SKIPPED | _OTHERS}
    marks, skipped = (frozenset[str]().union(*(words[name] for name in names)) for names in (_MARKS, _SKIPPED))
    return Bracket(forms, words, marks, skipped)
