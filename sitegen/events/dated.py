"""One date in its sentence: the part of the sentence that it governs, and whether it reports anything."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sitegen.dates import Granularity
from sitegen.events.backdated import BACKDATED
from sitegen.events.clauses import Clause, Parsed
from sitegen.events.cues import find_cue
from sitegen.events.grammar import Grammar
from sitegen.events.headlines import first_word, subject_of
from sitegen.events.holders import holder, participial
from sitegen.events.imprints import is_hour_of_own_text, is_issue, is_publication, is_shelf_label, is_stamp
from sitegen.events.quotes import is_of_another_day, is_quoted
from sitegen.events.ranges import Stretch
from sitegen.events.terms import concepts_of, terms_of
from sitegen.events.tokens import DASHES, ENDS, QUOTES
from sitegen.events.verbs import Tense, VerbGroup
from sitegen.model import AnchorKind, Offset

_LINK = 2  # words between two dates of one phrase: "from Thursday to next Tuesday"
_ATTRIBUTES = frozenset({Granularity.MONTH, Granularity.QUARTER, Granularity.HALF, Granularity.SEASON})
_TODAY = frozenset({AnchorKind.PUBLICATION, AnchorKind.DATELINE, AnchorKind.HEADING})
_AGES = frozenset({Granularity.CENTURY, Granularity.DECADE})
_WORKING_DAYS = 3  # days of a stretch that can be hours of business
_MATURES = 3  # words of "bonds due in"
_THAN = 3  # words of "than it was"
_PHRASAL = 3  # words of "set out what"
FUNCTION_WORDS = ("prepositions", "conjunctions", "subordinators", "determiners", "adverbs", "pronouns", "possessives")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with the clause that it governs."""

    parsed: Parsed
    stretch: Stretch
    clause: Clause
    verb: VerbGroup | None
    said: Clause | None
    """For a clause of saying, the clause together with what is said, where the sentence holds it."""
    saying: bool
    subject: Clause | None
    """Where the clause's subject stands, if not in the clause itself."""
    further: Clause | None = None
    """What else is told of that time, behind it and with no day of its own."""

    @property
    def told(self) -> Clause:
        """The clause, with what is said in it."""
        return self.said or self.clause

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Everything that the date governs."""
        return tuple(clause for clause in (self.told, self.subject, self.further) if clause)


def dated(parsed: Parsed, stretch: Stretch, all_dates: tuple[Stretch, ...], words: Grammar) -> Dated:
    """Find what a date governs, given the other dates of its sentence."""
    home = _home(parsed, stretch, words)
    verb = parsed.governing(_cleft(parsed, parsed.clause_at(stretch.first), words) or home, stretch.first)
    saying = verb is not None and _is_saying(parsed, verb, stretch, words)
    clause = _own_clause(parsed, stretch, all_dates, words)
    said = _with_what_is_said(parsed, clause, words) if saying else None
    act = verb if verb and not saying and parsed.tokens[verb.head].low not in words["labels"] else None
    further = _further(parsed, stretch, clause, act, all_dates, words)
    return Dated(parsed, stretch, clause, verb, said, saying, subject_of(parsed, clause, words), further)


def _further(
    parsed: Parsed, stretch: Stretch, clause: Clause, act: VerbGroup | None, all_dates: tuple[Stretch, ...], words: Grammar
) -> Clause | None:
    """The clause right behind, where it has no day of its own and is of the date or of the time of an act told before it."""
    after = next((other for other in parsed.clauses if other.first == clause.last), None)
    if after is None or any(date.first in after for date in all_dates):
        return None
    of_it = _tells_of_then(parsed, stretch, after, words) or (act is not None and _goes_with(parsed, act, after, words))
    return after if of_it else None


def _tells_of_then(parsed: Parsed, stretch: Stretch, after: Clause, words: Grammar) -> bool:
    """Whether a clause right behind a date says what happened then: "was there on Wednesday night, | when the first tank came"."""
    return after.first - stretch.last <= 1 and parsed.tokens[after.first].low in words["time_relatives"]


def _goes_with(parsed: Parsed, verb: VerbGroup, after: Clause, words: Grammar) -> bool:
    """Whether a clause is of the time of the verb before it: "went to a house | and led a man away", "…, | which set a curfew"."""
    opening, groups = parsed.tokens[after.first].low, parsed.groups_in(after)
    joined = opening in words["list_links"] or opening in words["continuing"]
    bare = joined and any(group.first == after.first + 1 and group.tense is verb.tense is Tense.PAST for group in groups)
    return bare or (words.ends(opening, "participle_endings") and any(group.first == after.first for group in groups))


def reports_something(
    parsed: Parsed, stretch: Stretch, all_dates: tuple[Stretch, ...], words: Grammar, *, heading: bool, published: dt.date
) -> bool:
    """Whether a date says when something happens.

    It does not where it only measures another ("fewer than last year") or
    names a thing, where it stands alone as a heading or a dateline, and where
    it is the time stamp of the article, of a heading, or of an entry that tells
    of another day, and where it only says which issue of the paper is meant.
    """
    if _is_compared_with(parsed, stretch, words):
        return False
    if _is_attribute(parsed, stretch, words) or (is_stamp(parsed, stretch) and (heading or len(all_dates) > 1)):
        return False
    if (
        _restates(stretch, all_dates)
        or _goes_on(stretch, all_dates)
        or is_issue(parsed, stretch, words)
        or is_shelf_label(parsed, stretch, words)
        or (len(all_dates) > 1 and is_hour_of_own_text(parsed, stretch, words))
    ):
        return False
    if _is_counted_from_today(stretch, published) and is_of_another_day(parsed, stretch.first, words):
        return False
    if _is_only_thought(parsed, stretch, words, published) or is_publication(parsed, stretch, words, published):
        return False
    if _is_named(parsed, stretch, words) or _is_habit(parsed, stretch, words):
        return False
    clause = _home(parsed, stretch, words)
    rest = [parsed.tokens[i] for i in range(clause.first, clause.last) if not stretch.first <= i < stretch.last]
    if all(token.low in words["labels"] or not token.is_word for token in rest):
        return is_quoted(parsed.tokens, stretch.first)
    if parsed.groups_in(clause):
        return True
    if is_quoted(parsed.tokens, stretch.first):
        return bool(terms_of(rest, words)) or not any(token.low in words["negations"] for token in rest)  # "Not today"
    dateline = clause.last < len(parsed.tokens) and parsed.tokens[clause.last - 1].text in DASHES
    return not dateline and bool(terms_of(rest, words))


def is_age(stretch: Stretch) -> bool:
    """Whether it is a decade, a century or a time that lasts until now ("half a century later"): no place on a timeline of days."""
    return stretch.resolutions[0].until_now or stretch.interval.granularity in _AGES


def _is_compared_with(parsed: Parsed, stretch: Stretch, words: Grammar) -> bool:
    """Whether something else is measured by it: "fewer than last year"; "no later than May" sets a limit."""
    than = next((i for i in range(max(0, stretch.first - _THAN), stretch.first) if parsed.tokens[i].low in words["comparisons"]), None)
    return than is not None and parsed.tokens[max(0, than - 1)].low not in words["limits"]


def _is_counted_from_today(stretch: Stretch, published: dt.date) -> bool:
    anchor = stretch.resolutions[0].anchor
    return anchor.kind in _TODAY or (anchor.kind is AnchorKind.SPEECH and anchor.value.startswith(published.isoformat()))


def _restates(stretch: Stretch, all_dates: tuple[Stretch, ...]) -> bool:
    """Whether it only gives the hour before it once more, and that has its place."""
    return stretch.resolutions[0].expression.restates and any(other.last == stretch.first - 1 for other in all_dates)


def _goes_on(stretch: Stretch, all_dates: tuple[Stretch, ...]) -> bool:
    """Whether it only counts minutes on from an hour before it: "got in at 3.10 and left nine minutes later"."""
    counted = isinstance(stretch.resolutions[0].expression.meaning, Offset) and stretch.interval.granularity is Granularity.MINUTE
    before = (other.interval.granularity for other in all_dates if other.last <= stretch.first)
    return counted and not {Granularity.HOUR, Granularity.MINUTE}.isdisjoint(before)


def _is_only_thought(parsed: Parsed, stretch: Stretch, words: Grammar, published: dt.date) -> bool:
    """Whether a year gone by is only set against now: "a decade ago nobody would have printed it"."""
    clause = parsed.clause_at(stretch.first)
    over = stretch.interval.last_day < published and stretch.interval.granularity is Granularity.YEAR
    return over and find_cue(parsed.tokens, stretch.last, clause.last, words.cues["counterfactual"]) is not None


def _is_named(parsed: Parsed, stretch: Stretch, words: Grammar) -> bool:
    """Whether a year is part of a name, or says which thing is meant: "the 1974 Act", "bonds due in 2031"; not "the 2023 election"."""
    tokens = parsed.tokens
    alone = stretch.interval.granularity is Granularity.YEAR and stretch.last - stretch.first == 1 and stretch.last < len(tokens)
    if alone and any(token.low in words["maturing"] for token in tokens[max(0, stretch.first - _MATURES) : stretch.first]):
        return True
    if not alone or not stretch.first or tokens[stretch.first - 1].low not in words["determiners"]:
        return False
    thing = tokens[stretch.last]
    plain = thing.is_word and not any(thing.low in words[name] for name in FUNCTION_WORDS) and not concepts_of([thing], words)
    return thing.capital or (plain and not any(group.first == stretch.last for group in parsed.groups))


def _is_habit(parsed: Parsed, stretch: Stretch, words: Grammar) -> bool:
    """Whether two weekdays are hours of business: "the desk is staffed Monday to Friday"."""
    bare = len(stretch.resolutions) > 1 and not any(parsed.tokens[i].low[0].isdecimal() for i in range(stretch.first, stretch.last))
    verb = parsed.governing(parsed.clause_at(stretch.first), stretch.first)
    if not bare or stretch.interval.days < _WORKING_DAYS or verb is None or verb.tense is not Tense.PRESENT:
        return False
    return parsed.tokens[verb.first].low in words["be"]


def _is_attribute(parsed: Parsed, stretch: Stretch, words: Grammar) -> bool:
    """Whether a month, quarter or season only names a thing: "third-quarter results", "the summer timetable"; not "in August they met"."""
    if stretch.interval.granularity not in _ATTRIBUTES or stretch.last >= len(parsed.tokens):
        return False
    month = stretch.interval.granularity is Granularity.MONTH
    if month and stretch.first and parsed.tokens[stretch.first - 1].low in words["month_leads"]:
        return False
    after = parsed.tokens[stretch.last]
    verb = any(group.first == stretch.last for group in parsed.groups)
    return after.is_word and not after.capital and not verb and not any(after.low in words[name] for name in FUNCTION_WORDS)


def _is_saying(parsed: Parsed, verb: VerbGroup, stretch: Stretch, words: Grammar) -> bool:
    """Whether a date tells when words were spoken: an active verb of saying without a thing that it announces."""
    if find_cue(parsed.tokens, verb.head, min(verb.head + _PHRASAL, len(parsed.tokens)), words.cues["speaking"]):
        return True
    if verb.lemma not in words["speech_verbs"] or any(parsed.tokens[i].low in words["be"] for i in range(verb.first, verb.head)):
        return False
    if verb.lemma in words["telling_verbs"]:
        return True
    lead = stretch.first
    while lead > verb.head + 1 and parsed.tokens[lead - 1].low in words["date_leads"]:
        lead -= 1
    token = next((token for i, token in enumerate(parsed.tokens) if i > verb.head and not lead <= i < stretch.last), None)
    return token is None or not token.is_word or token.low in words["subordinators"] or token.low in words["prepositions"]


def _with_what_is_said(parsed: Parsed, clause: Clause, words: Grammar) -> Clause | None:
    """A clause of saying with what is said: "announced on Friday | that members had voted", or before it "…, | police said"."""
    following = next((other for other in parsed.clauses if other.first == clause.last), None)
    if following is not None and parsed.tokens[following.first].low in words["subordinators"]:
        return Clause(clause.first, following.last)
    before = next((other for other in parsed.clauses if other.last == clause.first), None)
    if before is not None and _leads_to_saying(parsed, before) and not _describes(parsed, before, words):
        return Clause(before.first, clause.last)
    return None


def _describes(parsed: Parsed, clause: Clause, words: Grammar) -> bool:
    """Whether a clause only describes a name, whose own verb comes behind it: "Steve Witkoff, whom …, told CNN"."""
    return parsed.tokens[first_word(parsed.tokens, clause, words)].low in words["relative_pronouns"]


def _leads_to_saying(parsed: Parsed, clause: Clause) -> bool:
    """Whether a clause ends as what is said does before "police said": with a comma, inside a quotation or not."""
    last = [token.text for token in parsed.tokens[max(clause.first, clause.last - 2) : clause.last]]
    return last[-1] == "," or (last[-1] in QUOTES and last[0] in ENDS)


def _own_clause(parsed: Parsed, stretch: Stretch, all_dates: tuple[Stretch, ...], words: Grammar) -> Clause:
    """The part of its clause that a date governs, where the clause holds several dates.

    It ends at the comma or conjunction before the next date and begins after
    the one behind the date before. A stretch that ends in a later clause takes
    that one in.
    """
    clause, last = _home(parsed, stretch, words), parsed.clause_at(stretch.last - 1)
    if clause.first == stretch.last:
        return clause
    held = holder(parsed, clause, stretch.first, stretch.last, words)
    first, end = held.first, held.last if held.last < clause.last else max(clause.last, last.last)
    before = [other.last for other in all_dates if other.last <= stretch.first and other.first in held]
    after = [other.first for other in all_dates if stretch.last <= other.first < end]
    if before and stretch.first - before[-1] > _LINK:
        verb_between = parsed.groups_in(Clause(before[-1], stretch.first))
        listed = _is_empty(parsed, before[-1], stretch.first, words)
        first = first if listed else _cut(parsed, before[-1], stretch.first, words) or (first if verb_between else before[-1])
    named = participial(parsed, held, after[0], words) if after else None
    if named and named.first > stretch.last:
        end = min(group.head for group in parsed.groups if group.head > named.first)
    elif after and after[0] - stretch.last > _LINK:
        end = _cut(parsed, stretch.last, after[0], words) or end
    return Clause(first, end)


def _home(parsed: Parsed, stretch: Stretch, words: Grammar) -> Clause:
    """The clause that a date stands in; where it says nothing, "Trial opens: 12 January", with what the colon parts it from."""
    if stretch.resolutions[0].expression.rule == BACKDATED:
        return Clause(stretch.last, parsed.clause_at(stretch.last).last)
    tokens, clause = parsed.tokens, parsed.clause_at(stretch.first)
    rest = [tokens[i] for i in range(clause.first, clause.last) if not stretch.first <= i < stretch.last]
    if clause.first and tokens[clause.first - 1].text == ":" and not any(token.is_word for token in rest):
        return Clause(parsed.clause_at(clause.first - 1).first, clause.last)
    said = [token for token in rest if token.is_word]
    if clause.first and tokens[clause.first - 1].text == "," and said and all(token.low in words["labels"] for token in said):
        return Clause(parsed.clause_at(clause.first - 1).first, clause.last)  # "there was a letter, dated 30 November, that …"
    announces = clause.last < len(tokens) and tokens[clause.last - 1].text == ":"
    if announces and not terms_of(rest, words):  # "21:05 So it is: the bridge is open"
        return Clause(clause.first, parsed.clause_at(clause.last).last)
    cleft = _cleft(parsed, clause, words)
    return Clause(clause.first, cleft.last) if cleft else clause


def _cleft(parsed: Parsed, clause: Clause, words: Grammar) -> Clause | None:
    """The clause that another only gives the day of: "it was on Friday | that the dam burst"."""
    opening = [token.low for token in parsed.tokens[clause.first : clause.first + 2]]
    behind = next((other for other in parsed.clauses if other.first == clause.last), None)
    opens = len(opening) > 1 and opening[0] in words["anaphors"] and opening[1] in words["be"]
    return behind if opens and behind and parsed.tokens[behind.first].low in words["cleft_links"] else None


def _is_empty(parsed: Parsed, first: int, last: int, words: Grammar) -> bool:
    """Whether nothing stands between two dates but what lists them: "for the end of the year, | then for | June"."""
    return all(not token.is_word or any(token.low in words[name] for name in FUNCTION_WORDS) for token in parsed.tokens[first:last])


def _cut(parsed: Parsed, first: int, last: int, words: Grammar) -> int:
    """The first comma or conjunction between two dates, 0 where there is none."""
    return next((i for i in range(first, last) if parsed.tokens[i].text == "," or _joins(parsed, i, words)), 0)


def _joins(parsed: Parsed, index: int, words: Grammar) -> bool:
    """Whether a conjunction joins more than the adjectives of one noun: "a good and positive discussion"."""
    tokens = parsed.tokens
    if tokens[index].low not in words["conjunctions"] or (tokens[index - 1].low in words["do"] and tokens[index].low in words["pro_verbs"]):
        return False  # "will do so on 2 April"
    adjectives = index > 1 and tokens[index - 2].low in words["determiners"]
    return not adjectives or any(tokens[index + 1].low in words[name] for name in FUNCTION_WORDS)
