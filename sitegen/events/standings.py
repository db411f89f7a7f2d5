"""What a clause says of its event's standing: happened, scheduled, proposed, conditional, denied, postponed, cancelled."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.dates import Granularity
from sitegen.events.corrections import is_withdrawn
from sitegen.events.cues import Cue, find_cue
from sitegen.events.grammar import Grammar
from sitegen.events.marks import Mark, unreal_cue
from sitegen.events.setting import Setting, before_prepositions, denies_day, follows_contrast, is_announced, is_attribute, reach, says
from sitegen.events.tokens import Token
from sitegen.events.verbs import Tense, VerbGroup
from sitegen.model import Direction, Standing

_SETTING = ("speech_verbs", "planning_verbs", "arranging_verbs", "postponing_verbs", "giving_verbs", "light_verbs", "calling_verbs")
_LEAD = 2  # words before a date that can make it a limit: "until the"
_BEHIND = 5  # words behind a date's first that say whether it was kept to
_FATE = 5  # words from a verb on that can say what becomes of its subject


def standing_of(at: Setting, marks: frozenset[Mark], words: Grammar) -> Standing:
    """The standing of what a clause reports for its date; ``marks`` tell how it speaks of a plan."""
    tokens = at.parsed.tokens
    if _is_old_day(at, words):
        return Standing.POSTPONED
    fate = _fate(at, words)
    if fate:
        return fate
    if is_withdrawn(at, words):
        return Standing.DENIED
    if Mark.GIVES_WAY in marks:
        return Standing.POSTPONED
    if Mark.AWAITED in marks or (Mark.UNREAL in marks and not _is_changed(at, words)) or _holds_no_longer(at, words):
        return _of_old_plan(at, words)
    cancelled = says(at, "cancelled", words)
    if cancelled and not _is_the_act(at, cancelled, words) and not follows_contrast(at, words):
        return Standing.CANCELLED
    if at.interval.first_day > at.published or (at.interval.last_day >= at.published and not at.entered and _looks_ahead(at, words)):
        return _ahead(at, words)
    if _is_denied(at, words):
        return Standing.DENIED
    verb = _finite(at)
    if verb and verb.negated and find_cue(tokens, verb.first, min(at.first + _BEHIND, len(tokens)), words.cues["as_planned"]):
        return Standing.POSTPONED
    return Standing.HAPPENED


def _is_old_day(at: Setting, words: Grammar) -> bool:
    """Whether a date is the old day of a postponement: "moved | from Thursday | to Friday"."""
    tokens = at.parsed.tokens
    before = tokens[at.first - 1].low if at.first else ""
    cue = find_cue(tokens, 0, reach(at, words), words.cues["postponed"]) if before in words["origin_links"] else None
    return cue is not None


def _fate(at: Setting, words: Grammar) -> Standing | None:
    """What the sentence's verb does to a thing that is named with its day: "the match, announced for 28 March, | is off"."""
    tokens = at.parsed.tokens
    before = tokens[at.first - 1].low if at.first else ""
    planned = at.verb is None or at.verb.first > at.first or at.verb.lemma in words["arranging_verbs"] or before in words["purpose_links"]
    if any(token.low in words["after_links"] for token in tokens[at.clause.first : at.first]):
        return None  # "the search after the storm of 3 May was called off": not the storm
    if _opens_with_year(at, words):
        return None
    awaited = find_cue(tokens, at.clause.first, at.first, words.cues["awaiting"]) is not None
    verbs = _predicates(at, words, awaited=awaited) if (planned or awaited) and before not in words["range_links"] else ()
    fates = [fate for group in verbs if (fate := _fate_by(group, tokens, words))]
    return Standing.POSTPONED if awaited and Standing.POSTPONED in fates else next(iter(fates), None)  # "rained off and rearranged"


def _fate_by(group: VerbGroup, tokens: tuple[Token, ...], words: Grammar) -> Standing | None:
    for standing, name in ((Standing.CANCELLED, "cancelled"), (Standing.POSTPONED, "postponed")):
        cue = find_cue(tokens, group.first, min(group.head + _FATE, len(tokens)), words.cues[name])
        if cue and cue.first <= group.head:
            return standing
    return None


def _predicates(at: Setting, words: Grammar, *, awaited: bool) -> Iterator[VerbGroup]:
    """The verbs after a date that can have its noun for their subject: the next, and those that "and" joins to it.

    Where a thing was ``awaited`` for the date, "and" may stand before the first of them too.
    """
    tokens = at.parsed.tokens
    after = [group for group in at.parsed.groups if group.finite and group.first > at.first]
    for place, group in enumerate(after):
        between = tokens[(at.first if place == 0 else after[place - 1].head + 1) : group.first]
        joined = bool(between) and between[-1].low in words["conjunctions"]
        if (place and not joined) or any(token.low in words[name] for token in between for name in ("subordinators", "relative_pronouns")):
            return
        if place == 0 and not awaited and any(token.low in words["conjunctions"] for token in between):
            return
        yield group


def _is_changed(at: Setting, words: Grammar) -> bool:
    """Whether a plan was moved to the date from the day that it was for: "was to have ended on A has been extended | to B"."""
    unreal = unreal_cue(at, words)
    return unreal is not None and find_cue(at.parsed.tokens, unreal.last, at.first, words.cues["postponed"]) is not None


def _of_old_plan(at: Setting, words: Grammar) -> Standing:
    """What "was to have been held" means: called off, put off, or only planned, as the sentence says."""
    tokens = at.parsed.tokens
    if find_cue(tokens, 0, len(tokens), words.cues["cancelled"]):
        return Standing.CANCELLED
    return Standing.POSTPONED if find_cue(tokens, 0, len(tokens), words.cues["postponed"]) else Standing.SCHEDULED


def _holds_no_longer(at: Setting, words: Grammar) -> bool:
    """Whether the verb tells of a plan that no longer holds: "had been arranged for", in a sentence that moves or drops something.

    So does one against whose day something is set: "was fixed for last Thursday, | but the members walked out".
    """
    if at.verb is None or at.verb.lemma not in words["arranging_verbs"] or at.parsed.tokens[at.verb.first].low not in words["past_be"]:
        return False
    tokens, before = at.parsed.tokens, before_prepositions(at, words)
    contrasted = any(token.low in words["contrasts"] for token in tokens[at.first :])
    if contrasted and tokens[before].low in words["purpose_links"] and at.interval.first_day <= at.published:
        return True
    return any(find_cue(tokens, 0, len(tokens), words.cues[name]) for name in ("cancelled", "postponed"))


def _is_the_act(at: Setting, cue: Cue, words: Grammar) -> bool:
    """Whether the date is the day on which something was called off, and not the day of the thing itself."""
    if any(token.low in words["weather_verbs"] for token in at.parsed.tokens[cue.first : cue.last]):
        return False  # nobody decides it: "rained off on Saturday"
    if is_attribute(at, cue, words):
        return False
    behind = at.first >= cue.last and not any(token.low in words["range_links"] for token in at.parsed.tokens[cue.last : at.first])
    tense = at.verb.tense if at.verb else Tense.NONFINITE
    return at.interval.first_day <= at.published and ((behind and tense is Tense.PAST) or _opens_with_year(at, words))


def _opens_with_year(at: Setting, words: Grammar) -> bool:
    """Whether a clause tells first of which year it is: "in 2012 a plan to close it was dropped", then and not planned for then."""
    return at.interval.granularity is Granularity.YEAR and before_prepositions(at, words) == at.clause.first


def _looks_ahead(at: Setting, words: Grammar) -> bool:
    """Whether the verb of a date that holds the day of publication points forward."""
    if at.verb is None:
        return at.direction is Direction.FUTURE
    if at.verb.tense in {Tense.FUTURE, Tense.OPEN}:
        return True
    if at.verb.tense is Tense.PAST and not is_announced(at, words):
        return False
    return is_announced(at, words) or at.direction is Direction.FUTURE


def _ahead(at: Setting, words: Grammar) -> Standing:
    tokens = at.parsed.tokens
    if tokens[at.clause.first].low in words["conditions"] or _after_condition(at, words):
        return Standing.CONDITIONAL
    if _is_denied(at, words):
        return Standing.DENIED
    if _will_not(at, words):
        return Standing.CANCELLED
    if is_announced(at, words):
        return Standing.SCHEDULED
    if find_cue(tokens, at.clause.first, reach(at, words), words.cues["proposed"]):
        return Standing.PROPOSED
    return Standing.HAPPENED if _is_told(at, words) else Standing.SCHEDULED


def _is_denied(at: Setting, words: Grammar) -> bool:
    """Whether the clause says that nothing of the kind happened, or happens, or not on that day."""
    return says(at, "denied", words) is not None or denies_day(at, words)


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
