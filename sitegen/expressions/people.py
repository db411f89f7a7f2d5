"""People named like a month or a weekday whom a text has introduced: "Anne March … March was thinking of leaving"."""

from __future__ import annotations

from sitegen.expressions.meanings import Found
from sitegen.languages import Tokens, lexicon, per_language
from sitegen.model import CalendarDate, Weekday

_OPENINGS = ("BREAK", "FULL_STOP", "COMMA", "COORDINATION", "ADVERSATIVE", "SUBORDINATE", "QUOTE", "QUOTE_OPEN", "QUOTE_CLOSE")
_VERBS = ("BE_PAST", "BE_PRESENT", "HAD", "HAVE", "WILL", "WOULD", "MODAL", "PAST_VERB", "ED", "REPORTING", "POSSESSIVE", "DID")
_DONE = ("TO_SOMEBODY",)
_PASSIVE = ("BE_PAST", "BE_PRESENT", "BEEN", "BE_BASE")
_DATED = ("RESULTTHING", "PLANNED_NOUN", "RUN_NOUN", "FUTURETHING", "LOWERTHING", "WRITING")  # what a day or a month may have
_ENDS = ("FULL_STOP", "COMMA", "BREAK")


def without_people(found: list[Found], surnames: frozenset[str], tokens: Tokens, language: str) -> list[Found]:
    """The expressions but for those that are a person's name: bare, at the head of a clause before its verb, or done something to."""
    if not surnames:
        return found
    openings, verbs = _codes(language, _OPENINGS), _codes(language, _VERBS)
    owns, dated = _codes(language, ("POSSESSIVE",)), _codes(language, _DATED)
    done, passive, ends = _codes(language, _DONE), _codes(language, _PASSIVE), _codes(language, _ENDS)

    def is_object(each: Found) -> bool:
        verb = each.first - 1
        if verb < 0 or tokens.codes[verb] not in done or tokens.codes[each.last : each.last + 1] in ends:
            return False
        return tokens.codes[max(verb - 1, 0) : verb] not in passive  # "was arrested Friday in Bonn" is a day

    def is_person(each: Found) -> bool:
        if not _is_bare(each) or tokens.words[each.first].lower() not in surnames:
            return False
        if is_object(each):
            return True
        if tokens.codes[each.last : each.last + 1] in owns and tokens.codes[each.last + 1 : each.last + 2] not in dated:
            return True  # "knocked on March's door", but not "March's figures"
        opens = each.first == 0 or tokens.codes[each.first - 1] in openings
        return opens and tokens.codes[each.last : each.last + 1] in verbs

    return [each for each in found if not is_person(each)]


def _is_bare(found: Found) -> bool:
    """Whether it is one word, a month or a day of the week."""
    if found.last - found.first > 1:
        return False
    return isinstance(found.meaning, Weekday) or (isinstance(found.meaning, CalendarDate) and found.meaning.month is not None)


@per_language
def _codes(language: str, names: tuple[str, ...]) -> frozenset[str]:
    members = lexicon(language).members
    return frozenset(code for name in names for code in members.get(name, ""))
