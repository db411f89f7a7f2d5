"""Rival days: what one article says that others say, each of another day.

"The logbook shows that the crack was found on the 20th. The authority maintains
that it was found on the 24th." Who reports both days does not know two cracks:
each clause is what somebody says, of the same definite thing. Nor does who says
"on the 20th and not, as the authority says, on the 24th".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.events.clauses import Clause, Parsed
from sitegen.events.cues import find_cue
from sitegen.events.dated import Dated
from sitegen.events.grammar import Grammar
from sitegen.events.headlines import first_word
from sitegen.events.moves import Told, before
from sitegen.events.verbs import Tense, VerbGroup
from sitegen.model import Report, Standing

_BESIDE = 2  # sentences from one claim to its rival
_APART = 14  # days between them
_ASIDE = 6  # words of "as the ministry of health says"
_CLAIMING = ("speech_verbs", "showing_verbs")


@dataclass(frozen=True, slots=True)
class Attribution:
    """How a clause lays what it tells at somebody's door."""

    claimed: bool = False
    """Whether it is what somebody says, or what a text gives: "the owner says that | the boat sank on …"."""
    definite: bool = False
    """Whether it is told of a definite thing: "the crack was found", "it was found"."""
    anaphor: bool = False
    """Whether that thing is a pronoun."""
    gives: bool = False
    """Whether it tells which day somebody or some text names: "the indictment names …"."""
    bare: bool = False
    """Whether it only gives a day for what stands before: "doctors put it at …", "his lawyer says it was …"."""
    disputed: bool = False
    """Whether the day is somebody's that the sentence itself holds for wrong: "not, as the ministry says, on …"."""


def attribution_of(date: Dated, words: Grammar) -> Attribution:
    """Whose word a date is."""
    verb = date.verb
    if verb is None or date.saying:
        return Attribution(disputed=_is_disputed(date, words))
    start = _claim_begins(date, verb, words)
    gives = verb.lemma in words["giving_verbs"] and verb.tense is Tense.PRESENT
    subject = [token.low for token in date.parsed.tokens[start if start is not None else date.clause.first : verb.first]]
    kind = next((low for low in subject if any(low in words[name] for name in ("articles", "anaphors", "possessives"))), "")
    anaphor = kind in words["anaphors"]
    return Attribution(
        claimed=start is not None or gives or _is_laid_to_somebody(date, words),
        definite=bool(kind) and kind not in words["indefinite"],
        anaphor=anaphor,
        gives=gives,
        bare=_only_gives_day(date, verb, words) or (start is not None and anaphor and verb.lemma in words["be"]),
        disputed=_is_disputed(date, words),
    )


def contradicting(told: Sequence[Told], attributions: Sequence[Attribution], reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports of an article, each claim with the day of the rival claim before it."""
    found = list(reports)
    for number, one in enumerate(attributions):
        if one.disputed and found[number].standing is Standing.DENIED:
            rival = next((other for other in _of_sentence(found, number) if found[other].standing is Standing.HAPPENED), None)
        elif one.claimed or one.bare:
            rival = next((n for n in before(told, number, _BESIDE) if _are_rivals(found[n], attributions[n], found[number], one)), None)
        else:
            rival = None
        if rival is not None:
            found[number] = replace(found[number], standing=Standing.HAPPENED, contradicts=found[rival].interval)
    return tuple(found)


def _are_rivals(first: Report, one: Attribution, second: Report, two: Attribution) -> bool:
    """Whether two claims near each other tell the same thing of different days."""
    apart = abs((first.interval.first_day - second.interval.first_day).days)
    if not one.claimed or {first.standing, second.standing} != {Standing.HAPPENED} or not 0 < apart <= _APART:
        return False
    if two.bare or (one.gives and two.anaphor):
        return True
    if first.verb != second.verb and set(first.predicates).isdisjoint(second.predicates):
        return False
    if two.anaphor or first.sentence == second.sentence:  # "fires broke out on Monday and on Friday" is told by one verb
        return two.anaphor
    return one.definite and two.definite and len(set(first.terms) & set(second.terms)) > 1  # more than the verb


def _of_sentence(reports: Sequence[Report], number: int) -> list[int]:
    """The other reports of a report's sentence, nearest first."""
    same = [other for other in range(len(reports)) if other != number and reports[other].sentence == reports[number].sentence]
    return sorted(same, key=lambda other: (abs(other - number), other))


def _claim_begins(date: Dated, verb: VerbGroup, words: Grammar) -> int | None:
    """Where begins what somebody says: behind "that", or behind the verb of saying itself."""
    parsed, clause = date.parsed, date.clause
    earlier = [group for group in parsed.groups if group.head < verb.first]
    if not earlier or not any(earlier[-1].lemma in words[name] for name in _CLAIMING):
        return None
    if earlier[-1].head in clause:
        return earlier[-1].head + 1
    return first_word(parsed.tokens, clause, words) if parsed.tokens[clause.first].low in words["complementizers"] else None


def _is_laid_to_somebody(date: Dated, words: Grammar) -> bool:
    """Whether the sentence says beside the clause whose word it is: "according to the party", "…, the ministry says"."""
    parsed, clause = date.parsed, date.clause
    ahead = (
        parsed.clause_at(clause.first - 1).first
        if parsed.tokens[clause.first].low in words["complementizers"] and clause.first
        else clause.first
    )
    if find_cue(parsed.tokens, ahead, clause.last, words.cues["attributed"]):
        return True
    behind = next((other for other in parsed.clauses if other.first == clause.last), None)
    return behind is not None and parsed.tokens[behind.first - 1].text == "," and _only_says(parsed, behind, words)


def _only_says(parsed: Parsed, clause: Clause, words: Grammar) -> bool:
    """Whether a clause is a subject and a verb of saying, and no more."""
    groups = parsed.groups_in(clause)
    rest = [token for token in parsed.tokens[groups[0].head + 1 : clause.last] if token.is_word] if groups else []
    return len(groups) == 1 and groups[0].lemma in words["speech_verbs"] and not rest


def _only_gives_day(date: Dated, verb: VerbGroup, words: Grammar) -> bool:
    """Whether a clause gives a day for what a pronoun stands for: "put it at …", "has it on …", "speak of …"."""
    between = [token.low for token in date.parsed.tokens[verb.head + 1 : date.stretch.first]]
    while between and between[-1] in words["prepositions"]:
        between.pop()
    if verb.lemma in words["speech_verbs"]:
        return not between and date.parsed.tokens[date.stretch.first - 1].low in words["genitive_links"]
    given = verb.lemma in words["giving_verbs"] or verb.lemma in words["have"]
    day = all(low in words["articles"] or low in words["dates"] for low in between)  # "bears the date …"
    return given and ((len(between) == 1 and between[0] in words["anaphors"]) or (day and bool(between)))


def _is_disputed(date: Dated, words: Grammar) -> bool:
    """Whether somebody else's standing word for the day is put aside: "on Friday and not, as the ministry says, on Monday"."""
    tokens, stretch = date.parsed.tokens, date.stretch
    for group in date.parsed.groups:
        near = stretch.first - _ASIDE <= group.head <= stretch.last + _ASIDE
        subject = tokens[max(0, group.first - _ASIDE) : group.first]
        as_said = any(token.low in words["manner_links"] for token in subject)
        if near and as_said and group.lemma in words["speech_verbs"] and group.tense is Tense.PRESENT:
            return True
    return False
