"""What a clause says of its event's standing: happened, scheduled, proposed, conditional, denied, postponed, cancelled."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.events.corrections import is_withdrawn
from sitegen.events.cues import Cue, Setting, find_cue
from sitegen.events.grammar import Grammar
from sitegen.events.tokens import STOPS
from sitegen.events.verbs import Tense, VerbGroup
from sitegen.model import Direction, Standing

_SETTING = ("speech_verbs", "planning_verbs", "arranging_verbs", "postponing_verbs", "giving_verbs", "light_verbs", "calling_verbs")
_LEAD = 2  # words before a date that can make it a limit: "until the"
_BEHIND = 5  # words behind a date's first that say whether it was kept to
_ASIDE = 8  # words of an aside between "not" and its day
_FATE = 5  # words from a verb on that can say what becomes of its subject


def standing_of(at: Setting, words: Grammar) -> Standing:
    """The standing of what a clause reports for its date."""
    tokens = at.parsed.tokens
    if _is_moved(at, words):
        return Standing.POSTPONED
    fate = _fate(at, words)
    if fate:
        return fate
    if is_withdrawn(at, words):
        return Standing.DENIED
    if gives_way(at, words):
        return Standing.POSTPONED
    unreal = _unreal_cue(at, words)
    changed = unreal and find_cue(tokens, unreal.last, at.first, words.cues["postponed"])  # "was to have ended on A has been extended to B"
    if (unreal and not changed) or is_awaited(at, words) or _had_been_planned(at, words):
        return _unreal(at, words)
    cancelled = find_cue(tokens, at.clause.first, at.clause.last, words.cues["cancelled"])
    if cancelled and not _is_the_act(at, cancelled, words) and not follows_contrast(at, words):
        return Standing.CANCELLED
    if at.interval.first_day > at.published or (at.interval.last_day >= at.published and not at.entered and _looks_ahead(at, words)):
        return _ahead(at, words)
    if find_cue(tokens, at.clause.first, at.clause.last, words.cues["denied"]) or _negated(at, words):
        return Standing.DENIED
    verb = _finite(at)
    if verb and verb.negated and find_cue(tokens, verb.first, min(at.first + _BEHIND, len(tokens)), words.cues["as_planned"]):
        return Standing.POSTPONED
    return Standing.HAPPENED


def _reach(at: Setting, words: Grammar) -> int:
    """Up to which token a cue can speak of the date: the date itself, or its clause's end where verbs stand last."""
    return at.clause.last if words["verb_final"] else at.first


def gives_way(at: Setting, words: Grammar) -> bool:
    """Whether another day takes the place of a planned one: "instead of Thursday", "not on Thursday as planned"."""
    tokens, before = at.parsed.tokens, _before_prepositions(at, words)
    if find_cue(tokens, max(0, before - _LEAD), at.first, words.cues["instead"]):
        return True
    cue = find_cue(tokens, max(0, at.first - _ASIDE), min(at.first + _BEHIND, len(tokens)), words.cues["as_planned"])
    return cue is not None and _negated(at, words)


def _is_moved(at: Setting, words: Grammar) -> bool:
    """Whether a date is the old day of a postponement: "moved | from Thursday | to Friday"."""
    tokens = at.parsed.tokens
    before = tokens[at.first - 1].low if at.first else ""
    cue = find_cue(tokens, 0, _reach(at, words), words.cues["postponed"]) if before in words["origin_links"] else None
    return cue is not None


def _fate(at: Setting, words: Grammar) -> Standing | None:
    """What the sentence's verb does to a thing that is named with its day: "the match, announced for 28 March, | is off"."""
    tokens = at.parsed.tokens
    before = tokens[at.first - 1].low if at.first else ""
    planned = at.verb is None or at.verb.first > at.first or at.verb.lemma in words["arranging_verbs"] or before in words["purpose_links"]
    for group in _predicates(at, words) if planned and before not in words["range_links"] else ():
        for standing, name in ((Standing.CANCELLED, "cancelled"), (Standing.POSTPONED, "postponed")):
            cue = find_cue(tokens, group.first, min(group.head + _FATE, len(tokens)), words.cues[name])
            if cue and cue.first <= group.head:
                return standing
    return None


def _predicates(at: Setting, words: Grammar) -> Iterator[VerbGroup]:
    """The verbs after a date that can have its noun for their subject: the next, and those that "and" joins to it."""
    tokens = at.parsed.tokens
    after = [group for group in at.parsed.groups if group.finite and group.first > at.first]
    for place, group in enumerate(after):
        between = tokens[(at.first if place == 0 else after[place - 1].head + 1) : group.first]
        joined = bool(between) and between[-1].low in words["conjunctions"]
        if (place and not joined) or any(token.low in words[name] for token in between for name in ("subordinators", "relative_pronouns")):
            return
        if place == 0 and any(token.low in words["conjunctions"] for token in between):
            return
        yield group


def _unreal(at: Setting, words: Grammar) -> Standing:
    """What "was to have been held" means: called off, put off, or only planned, as the sentence says."""
    tokens = at.parsed.tokens
    if find_cue(tokens, 0, len(tokens), words.cues["cancelled"]):
        return Standing.CANCELLED
    return Standing.POSTPONED if find_cue(tokens, 0, len(tokens), words.cues["postponed"]) else Standing.SCHEDULED


def _had_been_planned(at: Setting, words: Grammar) -> bool:
    """Whether the verb tells of a plan that no longer holds: "had been arranged for", in a sentence that moves or drops something.

    So does one against whose day something is set: "was fixed for last Thursday, | but the members walked out".
    """
    if at.verb is None or at.verb.lemma not in words["arranging_verbs"] or at.parsed.tokens[at.verb.first].low not in words["past_be"]:
        return False
    tokens, before = at.parsed.tokens, _before_prepositions(at, words)
    contrasted = any(token.low in words["contrasts"] for token in tokens[at.first :])
    if contrasted and tokens[before].low in words["purpose_links"] and at.interval.first_day <= at.published:
        return True
    return any(find_cue(tokens, 0, len(tokens), words.cues[name]) for name in ("cancelled", "postponed"))


def is_unreal(at: Setting, words: Grammar) -> bool:
    """Whether a date is spoken of as one on which something did not happen: "was to have left on …", "had been due on …"."""
    return _unreal_cue(at, words) is not None


def _unreal_cue(at: Setting, words: Grammar) -> Cue | None:
    behind = at.verb is not None and at.verb.first > at.first  # "today would have been the first day"
    return find_cue(at.parsed.tokens, at.clause.first, at.clause.last if behind else _reach(at, words), words.cues["unreal"])


def is_awaited(at: Setting, words: Grammar) -> bool:
    """Whether a day gone by is that for which a thing was promised of which the sentence tells: "the boat, | due on Monday, | docked"."""
    tokens, before = at.parsed.tokens, _before_prepositions(at, words)
    if at.interval.first_day > at.published or before < 2 or tokens[before - 2].text != ",":
        return False
    arranged = tokens[before].low in words["purpose_links"] and tokens[before - 1].lemma in words["arranging_verbs"]
    return arranged or tokens[before - 1].lemma in words["awaited"]


def had_been_planned(at: Setting, words: Grammar) -> bool:
    """Whether a date is spoken of as what had been planned: "were to leave on …", "was due", "the service, planned for …,"."""
    if is_unreal(at, words) or is_awaited(at, words):
        return True
    tokens = at.parsed.tokens
    if any(token.low in words["past_be"] for token in tokens[at.clause.first : at.first]) and _announced(at, words):
        return True
    verb = at.verb
    plain = verb is not None and verb.first == verb.head and (verb.lemma in words["arranging_verbs"] or verb.lemma in words["speech_verbs"])
    return plain and tokens[at.first - 1].low in words["purpose_links"]


def _is_the_act(at: Setting, cue: Cue, words: Grammar) -> bool:
    """Whether the date is the day on which something was called off, and not the day of the thing itself."""
    if any(token.low in words["weather_verbs"] for token in at.parsed.tokens[cue.first : cue.last]):
        return False  # nobody decides it: "rained off on Saturday"
    behind = at.first >= cue.last and not any(token.low in words["range_links"] for token in at.parsed.tokens[cue.last : at.first])
    tense = at.verb.tense if at.verb else Tense.NONFINITE
    return behind and at.interval.first_day <= at.published and tense is Tense.PAST


def _looks_ahead(at: Setting, words: Grammar) -> bool:
    """Whether the verb of a date that holds the day of publication points forward."""
    if at.verb is None:
        return at.direction is Direction.FUTURE
    if at.verb.tense in {Tense.FUTURE, Tense.OPEN}:
        return True
    if at.verb.tense is Tense.PAST and not _announced(at, words):
        return False
    return _announced(at, words) or at.direction is Direction.FUTURE


def _announced(at: Setting, words: Grammar) -> bool:
    tokens = at.parsed.tokens
    cue = find_cue(tokens, at.clause.first, at.clause.last, words.cues["scheduled"])
    compared = cue is not None and cue.first > 0 and tokens[cue.first - 1].low in words["comparisons"]  # "later than planned"
    return cue is not None and not compared


def _ahead(at: Setting, words: Grammar) -> Standing:
    tokens = at.parsed.tokens
    if tokens[at.clause.first].low in words["conditions"] or _after_condition(at, words):
        return Standing.CONDITIONAL
    if find_cue(tokens, at.clause.first, at.clause.last, words.cues["denied"]) or _negated(at, words):
        return Standing.DENIED
    if _will_not(at, words):
        return Standing.CANCELLED
    if _announced(at, words):
        return Standing.SCHEDULED
    if find_cue(tokens, at.clause.first, _reach(at, words), words.cues["proposed"]):
        return Standing.PROPOSED
    return Standing.HAPPENED if _is_told(at, words) else Standing.SCHEDULED


def _is_told(at: Setting, words: Grammar) -> bool:
    """Whether the verb tells what was done and sets no time: "decorated his home for Christmas"."""
    verb = at.verb
    if verb is None or verb.tense is not Tense.PAST or verb.head > at.first:
        return False
    before = at.parsed.tokens[at.first - 1].low if at.first else ""
    limits = any(before in words[name] for name in ("range_links", "before_words", "limit_links"))
    return not limits and not any(verb.lemma in words[name] for name in _SETTING)


def _after_condition(at: Setting, words: Grammar) -> bool:
    """Whether the clause before, in the same sentence, is a condition: "If no bloc wins, they meet two weeks later"."""
    earlier = [clause for clause in at.parsed.clauses if clause.last <= at.clause.first]
    return bool(earlier) and at.parsed.tokens[earlier[-1].first].low in words["conditions"]


def _will_not(at: Setting, words: Grammar) -> bool:
    """Whether nothing will come of a plan on its day: "will not try to land | on Thursday", but not "will not open | until Thursday"."""
    verb = _finite(at)
    before = at.parsed.tokens[max(0, at.first - _LEAD) : at.first]
    limits = any(token.low in words[name] for token in before for name in ("range_links", "before_words", "limit_links"))
    return verb is not None and verb.negated and verb.tense is Tense.FUTURE and not limits and not follows_contrast(at, words)


def _finite(at: Setting) -> VerbGroup | None:
    """The verb before a date that says whether and when: "did not | get going on the ninth"."""
    return next((group for group in reversed(at.parsed.groups_in(at.clause)) if group.finite and group.head < at.first), None)


def _negated(at: Setting, words: Grammar) -> bool:
    """Whether the day itself is denied: "on Friday, | not on Thursday", "and not, as was said, on Thursday"."""
    tokens, before = at.parsed.tokens, _before_prepositions(at, words)
    if before > 1 and tokens[before - 1].text == ",":
        before = next((i for i in range(before - 2, max(-1, before - _ASIDE), -1) if tokens[i].text == ","), before)
    words_before = tokens[max(0, min(before - 1, at.first - 2)) : min(before + 1, at.first)]
    stop = max((i for i, token in enumerate(words_before) if token.text in STOPS), default=-1)  # "Never: on Thursday he won"
    words_before = words_before[stop + 1 :]
    return any(token.low in words["negations"] and token.low not in words["nobody_words"] for token in words_before)


def _before_prepositions(at: Setting, words: Grammar) -> int:
    """Where the prepositions before a date begin, the date's own first token if it has none."""
    before = at.first
    while before and at.parsed.tokens[before - 1].low in words["prepositions"]:
        before -= 1
    return before


def follows_contrast(at: Setting, words: Grammar) -> bool:
    """Whether a day is what holds in the place of one that does not: "not on Thursday | but on Friday"."""
    before = _before_prepositions(at, words)
    return before > 0 and at.parsed.tokens[before - 1].low in words["contrasts"]
