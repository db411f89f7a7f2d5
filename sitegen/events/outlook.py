"""Whether the words of a report make its day one to wait for: a plan, and not a day that merely lies ahead.

A day may lie ahead of its article by a slip of the year, because the present
tense tells a story, or because it only names a thing ("ahead of Sunday's
vote"). None of these is news of what is coming, and none is overdue when its
day has gone by.
"""

from __future__ import annotations

import datetime as dt

from sitegen.dates import Granularity
from sitegen.events.clauses import Parsed
from sitegen.events.cues import find_cue
from sitegen.events.dated import Dated
from sitegen.events.grammar import Grammar
from sitegen.events.verbs import Tense, VerbGroup
from sitegen.model import CalendarDate, Expression, Offset, Period, Relation, Standing, TimeOfDay, Weekday, day_of, is_hour_only

_HALF_A_YEAR = 183
_QUARTER = 92
_FEW_DAYS = 10
_SETTING = ("planning_verbs", "arranging_verbs", "postponing_verbs", "calling_verbs")
_LINKED = 2  # words from a verb to the word of planning that it carries
_TURNING = ("begin_verbs", "end_verbs")
_AFTER_TEXT = frozenset({Relation.FOLLOWING, Relation.SAME, Relation.PREVIOUS})


def is_unplanned(date: Dated, standing: Standing, published: dt.date, words: Grammar) -> bool:
    """Whether a report says nothing of a plan for its day."""
    if standing is Standing.POSTPONED:
        return False
    if standing is Standing.CANCELLED:
        return not _has_cue(date, "cancelled", words)
    expression = date.stretch.resolutions[0].expression
    if standing not in {Standing.SCHEDULED, Standing.PROPOSED, Standing.CONDITIONAL} or _names_hour_only(expression):
        return True
    if _lies_far(date, expression, published, _HALF_A_YEAR):
        return not _is_future(date.verb)
    return not (_is_future(date.verb) or _is_arranged(date, published, words) or _may_come(date, expression, published, words))


def _has_cue(date: Dated, name: str, words: Grammar) -> bool:
    return find_cue(date.parsed.tokens, date.clause.first, date.clause.last, words.cues[name]) is not None


def _names_hour_only(expression: Expression) -> bool:
    """Whether an expression gives an hour or a part of the day without the day: "in the evening", "at sunrise", "overnight"."""
    meaning = expression.meaning
    return is_hour_only(meaning) or (isinstance(meaning, TimeOfDay) and meaning.clock.vague and meaning.clock.hour is None)


def _lies_far(date: Dated, expression: Expression, published: dt.date, days: int) -> bool:
    """Whether a day without a year lies so many days ahead that it may be another year's: "in September" of a text of November."""
    meaning = day_of(expression.meaning)
    bare = (
        isinstance(meaning, CalendarDate) and meaning.year is None and meaning.year_relation is None and meaning.relation is Relation.BARE
    )
    return bare and (date.stretch.interval.first_day - published).days > days


def _is_future(verb: VerbGroup | None) -> bool:
    return verb is not None and verb.tense is Tense.FUTURE


def _is_arranged(date: Dated, published: dt.date, words: Grammar) -> bool:
    """Whether words of planning stand with a date: "due on", "is to open on", "agreed to meet on"; not "had been due on"."""
    said = date.saying and date.stretch.interval.first_day <= published  # "said this morning that millions are going to be needed"
    if said or _has_cue(date, "unreal", words):
        return False
    cue = find_cue(date.parsed.tokens, date.clause.first, date.clause.last, words.cues["scheduled"])
    return cue is not None and _reaches(date, cue.first) and not _is_held(date.parsed, cue.first, words)


def _reaches(date: Dated, cue: int) -> bool:
    """Whether a word of planning stands before its date, or with the first verb behind it: "on Monday the court is expected to"."""
    first = date.stretch.first
    verb = next((group for group in date.parsed.groups if group.finite and group.first > first), None)
    return cue < first or date.verb is None or date.parsed.tokens[cue].start <= _end(date.parsed, verb)


def _end(parsed: Parsed, verb: VerbGroup | None) -> int:
    """Where the words end that can belong to a verb: "is still due"."""
    return parsed.tokens[min(verb.head + _LINKED, len(parsed.tokens) - 1)].start if verb else parsed.tokens[-1].end


def _is_held(parsed: Parsed, index: int, words: Grammar) -> bool:
    """Whether a word of planning is the noun of a phrase before the date's verb: "a recovery plan", "the plan"."""
    before = parsed.tokens[index - 1] if index else None
    verb = any(group.first <= index <= group.head for group in parsed.groups)
    return not verb and before is not None and (before.low in words["determiners"] or before.low in words["possessives"])


def _may_come(date: Dated, expression: Expression, published: dt.date, words: Grammar) -> bool:
    """Whether the form of the verb leaves a day after its article to come: "opens on", "could end on", "called a strike for"."""
    verb, first, interval = date.verb, date.stretch.first, date.stretch.interval
    if interval.last_day <= published or _counts_from_text(expression) or _lies_far(date, expression, published, _QUARTER):
        return False
    if verb is None:
        return not any(group.finite for group in date.parsed.groups) and interval.granularity is not Granularity.YEAR
    if verb.tense is Tense.PAST:
        return verb.head < first and any(verb.lemma in words[name] for name in _SETTING)
    if _owns(date, words) and verb.head < first:
        return False  # "ahead of Sunday's vote"
    turning = any(verb.lemma in words[name] for name in _TURNING)
    if verb.tense is Tense.PRESENT:  # of a month or a year only "opens in May": much else in the present tense is told of the past
        return verb.lemma not in words["speech_verbs"] and (turning or interval.days <= _FEW_DAYS)
    if verb.tense is Tense.NONFINITE:
        marked = verb.first > 0 and date.parsed.tokens[verb.first - 1].low in words["infinitive_marks"]
        return (marked and not _tried(date, expression)) or turning
    return True


def _tried(date: Dated, expression: Expression) -> bool:
    """Whether a weekday tells when somebody was at something: "were trying to find out late Wednesday"."""
    before = [group for group in date.parsed.groups if group.finite and date.verb and group.head < date.verb.first]
    meaning = day_of(expression.meaning)
    return bool(before) and before[-1].tense is Tense.PAST and isinstance(meaning, Weekday) and meaning.relation is Relation.BARE


def _counts_from_text(expression: Expression) -> bool:
    """Whether a day is counted from another one that the text tells of: "the next day", "a week later"."""
    meaning = day_of(expression.meaning)
    if isinstance(meaning, Offset):
        return meaning.base == "topic"
    return isinstance(meaning, Weekday | Period | CalendarDate) and meaning.relation in _AFTER_TEXT


def _owns(date: Dated, words: Grammar) -> bool:
    """Whether a day names the thing behind it: "Sunday's vote"."""
    tokens, last = date.parsed.tokens, date.stretch.last
    return last < len(tokens) and tokens[last].low in words["possessives"]
