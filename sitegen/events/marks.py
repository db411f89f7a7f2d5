"""How a clause speaks of a plan: what it says of its day beside what it tells of it."""

from __future__ import annotations

from enum import StrEnum

from sitegen.events.cues import Cue, find_cue
from sitegen.events.grammar import Grammar
from sitegen.events.headlines import first_word
from sitegen.events.setting import ASIDE, Setting, before_prepositions, denies_day, follows_contrast, is_announced, is_attribute, reach
from sitegen.events.tokens import Token
from sitegen.events.verbs import Tense, VerbGroup

_LEAD = 2  # words before a date that can put another in its place: "instead of the"
_PLACE = 7  # words before a date up to "instead", where only a place stands between
_BEHIND = 5  # words behind a date's first that say whether it was kept to


class Mark(StrEnum):
    """One thing that a clause says of a plan or of its day."""

    OFF = "off"
    """Something was called off or put off."""
    GAVE_UP = "gave-up"
    """A day was planned that may hold no longer: "boats were to leave on …", "the service, planned for …,"."""
    UNREAL = "unreal"
    """That day passed without it: "was to have been held on …"."""
    FOILED = "foiled"
    """The sentence says of such a day of what is known that it was not the last: "the test had been set for …, but …"."""
    GIVES_WAY = "gives-way"
    """Another day of the sentence takes its place: "instead of Thursday"."""
    NOW = "now"
    """A new day for what stands before it: "they will now leave on …"."""
    ANEW = "anew"
    """The clause says itself that the day is a new one."""
    PUT_TO = "put-to"
    """Something was put off to its day: "the session has been put back to …"."""
    HELD = "held"
    """Something will be held, whatever its sentence is about."""
    ANAPHOR = "anaphor"
    """A pronoun stands for what it is about: "it had been due on …"."""
    THEN = "then"
    """Its day took the place of the one before it: "meant for May, then for June"."""
    REFERS = "refers"
    """A pronoun stands for some thing in it: "engineers shook it loose"."""
    UNABLE = "unable"
    """Something could not be done on its day."""
    AT_LAST = "at-last"
    """Something succeeded of which the text told before: "they managed it on …"."""
    AWAITED = "awaited"
    """A thing was promised for its day, of which the sentence tells more: "the boat, due on Monday, docked …"."""
    PROMISED = "promised"
    """A thing is named with the day it was planned for, and is to come: "the meeting foreseen for … will be held"."""
    ASIDE = "aside"
    """It only adds something to what the sentence is about: "the match, frozen off on …, will be played"."""
    BELATED = "belated"
    """It was later than planned."""


def marks_of(at: Setting, words: Grammar) -> frozenset[Mark]:
    """What the clause of a date says of a plan."""
    tokens, clause, first = at.parsed.tokens, at.clause, at.first
    before = tokens[first - 1].low if first else ""

    def says(name: str, last: int = clause.last) -> Cue | None:
        return find_cue(tokens, clause.first, last, words.cues[name])

    verb, moved_to, cancelled = at.verb, says("moved"), says("cancelled")
    unreal, awaited, struck = unreal_cue(at, words), _is_awaited(at, words), _is_struck(at, words)
    doing = words["light_verbs"] | words["begin_verbs"] | words["performing_verbs"]
    setting = verb is not None and verb.finite and verb.lemma in doing
    holds = {
        Mark.OFF: cancelled or says("postponed"),
        Mark.GAVE_UP: unreal or awaited or _had_been_planned(at, words),
        Mark.UNREAL: unreal or struck,
        Mark.FOILED: _is_foiled(at, unreal, words),
        Mark.GIVES_WAY: _gives_way(at, words),
        Mark.NOW: moved_to or before in words["before_words"] or follows_contrast(at, words),
        Mark.ANEW: moved_to and any(tokens[i].low in words["anew"] for i in range(moved_to.first, moved_to.last)),
        Mark.PUT_TO: (before in words["range_links"] or before in words["purpose_links"]) and says("postponed", first),
        Mark.HELD: setting,
        Mark.ANAPHOR: struck or _is_of_pronoun(at, words),
        Mark.THEN: _follows_then(at, words),
        Mark.REFERS: any(token.low in words["thing_pronouns"] for token in tokens[clause.first : clause.last]),
        Mark.UNABLE: says("unable", first),
        Mark.AT_LAST: says("at_last"),
        Mark.AWAITED: awaited,
        Mark.PROMISED: _is_promised(at, words),
        Mark.ASIDE: _is_aside(at, verb) or (cancelled is not None and is_attribute(at, cancelled, words)),
        Mark.BELATED: says("belated", len(tokens)),
    }
    return frozenset(mark for mark, held in holds.items() if held)


def _is_struck(at: Setting, words: Grammar) -> bool:
    """Whether the reader is told to strike a day out: "Cross out next Tuesday"."""
    opening = first_word(at.parsed.tokens, at.clause, words)
    cue = find_cue(at.parsed.tokens, opening, at.first, words.cues["struck"])
    return cue is not None and cue.first == opening and cue.last >= before_prepositions(at, words)


def _follows_then(at: Setting, words: Grammar) -> bool:
    before = before_prepositions(at, words)
    return before > 0 and at.parsed.tokens[before - 1].low in words["then_words"]


def _is_of_pronoun(at: Setting, words: Grammar) -> bool:
    """Whether a pronoun stands for what a clause is about, behind an outburst as well: "Brave words: it should have opened in 2019"."""
    tokens = at.parsed.tokens
    opening = first_word(tokens, at.clause, words)
    colon = next((i for i in range(opening, at.first) if tokens[i].text == ":"), opening - 1)
    return tokens[colon + 1].low in words["anaphors"]


def _gives_way(at: Setting, words: Grammar) -> bool:
    """Whether another day takes the place of a planned one: "instead of Thursday", "not on Thursday as planned"."""
    tokens, before = at.parsed.tokens, before_prepositions(at, words)
    if find_cue(tokens, max(0, before - _LEAD), at.first, words.cues["instead"]) or _stands_instead(at, words):
        return True
    cue = find_cue(tokens, max(0, at.first - ASIDE), min(at.first + _BEHIND, len(tokens)), words.cues["as_planned"])
    return cue is not None and denies_day(at, words)


def _stands_instead(at: Setting, words: Grammar) -> bool:
    """Whether no more than a place stands between "instead" and the day: "in Grenmark on Friday instead of in Lusk next Thursday"."""
    tokens = at.parsed.tokens
    cue = find_cue(tokens, max(0, at.first - _PLACE), at.first, words.cues["instead"])
    between = tokens[cue.last : at.first] if cue else ()
    return (
        bool(between)
        and between[0].low in words["prepositions"]
        and all(token.capital or token.low in words["prepositions"] or token.low in words["determiners"] for token in between)
    )


def unreal_cue(at: Setting, words: Grammar) -> Cue | None:
    """Where its clause says that something did not happen on a day: "was to have left on …", "had been due on …"."""
    behind = at.verb is not None and at.verb.first > at.first  # "today would have been the first day"
    last = at.clause.last if behind else reach(at, words)
    return find_cue(at.parsed.tokens, at.clause.first, last, words.cues["unreal"]) or _counterfactual(at, last, words)


def _counterfactual(at: Setting, last: int, words: Grammar) -> Cue | None:
    """Where a perfect says what did not come about: "they would have met there on the 17th", not "they would have to meet"."""
    tokens = at.parsed.tokens
    cue = find_cue(tokens, at.clause.first, last, words.cues["counterfactual"])
    empty = words["infinitive_marks"] | words["articles"] | words["be"]  # "they would have been braver" says how they were
    return cue if cue and cue.last < len(tokens) and tokens[cue.last].low not in empty else None


def _is_foiled(at: Setting, unreal: Cue | None, words: Grammar) -> bool:
    """Whether a sentence about what is known puts something against its planned day, or calls that the first one."""
    tokens, opening = at.parsed.tokens, at.parsed.tokens[first_word(at.parsed.tokens, at.clause, words)].low
    if unreal and any(token.low in words["at_first"] for token in tokens[unreal.first : unreal.last]):
        return True
    known = opening in words["determiners"] and opening not in words["indefinite"]
    put_off = find_cue(tokens, at.first, len(tokens), words.cues["postponed"])
    contrast = any(token.low in words["contrasts"] for token in tokens[at.first :])
    return known and contrast and bool(unreal or put_off)


def _is_awaited(at: Setting, words: Grammar) -> bool:
    """Whether a day gone by is that for which a thing was promised of which the sentence tells: "the boat, | due on Monday, | docked"."""
    tokens, before = at.parsed.tokens, before_prepositions(at, words)
    if at.interval.first_day > at.published or before < 2 or tokens[before - 2].text != ",":
        return False
    arranged = tokens[before].low in words["purpose_links"] and tokens[before - 1].lemma in words["arranging_verbs"]
    return arranged or tokens[before - 1].lemma in words["awaited"]


def _is_promised(at: Setting, words: Grammar) -> bool:
    """Whether a thing is named with the day that it was planned for, by a participle, and a verb behind says that it is to come."""
    tokens, participle = at.parsed.tokens, before_prepositions(at, words) - 1
    if participle < 1 or tokens[participle + 1].low not in words["purpose_links"] | words["limit_links"]:
        return False
    if not (tokens[participle].lemma in words["arranging_verbs"] or tokens[participle].lemma in words["awaited"]):
        return False
    following = next((group for group in at.parsed.groups if group.finite and group.first > at.first), None)
    if following is None or following.tense not in {Tense.FUTURE, Tense.OPEN}:
        return False
    between = tokens[at.first : following.first]
    return sum(token.text == "," for token in between) == _is_apposed(tokens, participle, words) and not any(
        token.low in words[name] for token in between for name in ("conjunctions", "subordinators", "relative_pronouns")
    )


def _is_apposed(tokens: tuple[Token, ...], participle: int, words: Grammar) -> bool:
    """Whether a comma stands before a participle and its adverbs: ", once promised"."""
    place = participle - 1
    while place > 0 and (tokens[place].low in words["adverbs"] or tokens[place].low in words["at_first"]):
        place -= 1
    return tokens[place].text == ","


def _had_been_planned(at: Setting, words: Grammar) -> bool:
    """Whether a date is spoken of as what had been planned: "were to leave on …", "was due", "the service, planned for …,"."""
    tokens = at.parsed.tokens
    if any(token.low in words["past_be"] for token in tokens[at.clause.first : at.first]) and is_announced(at, words):
        return True
    verb = at.verb
    plain = verb is not None and verb.first == verb.head and (verb.lemma in words["arranging_verbs"] or verb.lemma in words["speech_verbs"])
    return plain and tokens[at.first - 1].low in words["purpose_links"]


def _is_aside(at: Setting, verb: VerbGroup | None) -> bool:
    """Whether a verb stands between commas behind its thing, which has another behind them."""
    tokens, behind = at.parsed.tokens, at.clause.last
    between = verb is not None and verb.first > 0 and tokens[verb.first - 1].text == tokens[behind - 1].text == ","
    return between and any(group.first == behind and group.finite for group in at.parsed.groups)
