"""Why a report is told under an event: the other report it was joined to, and the rule, put into words. Nothing is worked out here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model import Bond, BondRule, Event, Report
from sitegen.pages.words import Words, message

RULES = {
    BondRule.WORDS: message("Alike are %(parts)s."),
    BondRule.GROUPS: message("What had been joined to each before is alike in %(parts)s."),
    BondRule.OTHER_DAY: message("Alike are %(parts)s; the days differ."),
    BondRule.ONE_OFF: message("It happened once, and no article tells both; the days differ."),
    BondRule.MOVED: message("One of the two moves a plan, and the other tells the plan that it is most like."),
    BondRule.QUIET_DAY: message("Little else is told of that day, and no article tells both."),
    BondRule.REPRINT: message("It is one sentence, printed again in an article of another day."),
    BondRule.LEANING: message("One of the two says too little of its own and is about what stands before it."),
    BondRule.TEXT: message("The article itself ties the two together."),
}
_PARTS = {
    "words": message("their words"),
    "kinds": message("the kind of event"),
    "names": message("names"),
    "day": message("the day or the hour"),
    "across": message("what stands around them"),
    "around": message("what stands around them"),
}


@dataclass(frozen=True, slots=True)
class Tie:
    """The report that another was joined to most firmly, and why."""

    report: Report
    because: str


def tie_of(event: Event, reports: Sequence[Report], words: Words) -> Tie | None:
    """What ties some reports of an event, those of one sentence, to its others; None where nothing does."""
    own = {number for number, report in enumerate(event.reports) if report in reports}
    crossing = [bond for bond in event.bonds if (bond.one in own) != (bond.two in own)]
    if not crossing:
        return None
    firmest = max(crossing, key=lambda bond: sum(value for _, value in bond.parts))
    other = firmest.two if firmest.one in own else firmest.one
    return Tie(event.reports[other], _because(firmest, words))


def _because(bond: Bond, words: Words) -> str:
    parts = dict.fromkeys(words.gettext(_PARTS[name]) for name, _ in bond.parts)
    return words.gettext(RULES[bond.rule]) % {"parts": words.listed(tuple(parts))}
