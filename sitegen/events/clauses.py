"""The clauses of a sentence, and the one that a date belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.events.grammar import Grammar
from sitegen.events.tokens import ENDS, QUOTES, STOPS, Token
from sitegen.events.verbs import VerbGroup, verb_groups

_APPOSITION = 4  # words more where a name may stand between: "that our director, Paulo Veiga, was detained"
_FEW_WORDS = 5  # tokens of a quotation that is part of a clause
_NAME = 4  # words of a name in a list
_LOOK_AHEAD = 9  # words in which a coordinated clause must show its verb
_REMARK = 6  # tokens between two commas that only say who says so


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``first`` up to ``last`` of a sentence."""

    first: int
    last: int

    def __contains__(self, index: int) -> bool:
        return self.first <= index < self.last


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its verb groups and clauses."""

    tokens: tuple[Token, ...]
    groups: tuple[VerbGroup, ...]
    clauses: tuple[Clause, ...]

    def clause_at(self, index: int) -> Clause:
        """The clause that a token stands in."""
        return next((clause for clause in self.clauses if index in clause), Clause(0, len(self.tokens)))

    def groups_in(self, clause: Clause) -> tuple[VerbGroup, ...]:
        """The verb groups of a clause."""
        return tuple(group for group in self.groups if group.head in clause)

    def governing(self, clause: Clause, index: int) -> VerbGroup | None:
        """The verb that a date at a token depends on: the nearest before it, else the first after it."""
        groups = self.groups_in(clause)
        before = [group for group in groups if group.first < index]
        return before[-1] if before else groups[0] if groups else None

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that touch a stretch of the body, first and one past the last."""
        touched = [i for i, token in enumerate(self.tokens) if token.start < end and token.end > start]
        return (touched[0], touched[-1] + 1) if touched else (0, 0)


def parse(tokens: tuple[Token, ...], words: Grammar) -> Parsed:
    """Find verb groups, then cut the sentence where a new clause begins."""
    groups = verb_groups(tokens, words)
    groups = tuple(group for group in groups if not _is_remark(tokens, group, groups, words))
    starts = [0]
    for index in range(1, len(tokens)):
        if _begins(tokens, index, starts[-1], groups, words):
            starts.append(index)
    starts = [start for place, start in enumerate(starts) if not _is_tail(tokens, starts, place, groups)]
    ends = [*starts[1:], len(tokens)]
    return Parsed(tokens, groups, tuple(Clause(first, last) for first, last in zip(starts, ends, strict=True) if first < last))


def _is_remark(tokens: tuple[Token, ...], group: VerbGroup, groups: tuple[VerbGroup, ...], words: Grammar) -> bool:
    """Whether a verb of speech only says whose word a sentence is, before its own verb: "In June, | he said, | the firm paid"."""
    behind = group.head + 1
    if group.lemma not in words["speech_verbs"] or not group.finite or behind >= len(tokens) or tokens[behind].text != ",":
        return False
    comma = next((i for i in range(group.first - 1, max(-1, group.first - _REMARK), -1) if tokens[i].text in {",", *STOPS, *QUOTES}), -1)
    if not 0 < comma < group.first - 1 or tokens[comma].text != ",":
        return False
    led = any(tokens[comma + 1].low in words[name] for name in ("subordinators", "relatives", "conjunctions", "prepositions"))
    return not led and not _has_verb(groups, 0, comma) and any(other.finite and other.first > behind for other in groups)


def _is_tail(tokens: tuple[Token, ...], starts: list[int], place: int, groups: tuple[VerbGroup, ...]) -> bool:
    """Whether a piece without a verb only goes on with the clause before it: "…, in a statement on Sunday"."""
    first, last = starts[place], starts[place + 1] if place + 1 < len(starts) else len(tokens)
    return place > 0 and not _has_verb(groups, first, last) and not _is_stop(tokens[first - 1])


def _begins(tokens: tuple[Token, ...], index: int, first: int, groups: tuple[VerbGroup, ...], words: Grammar) -> bool:
    """Whether a clause begins at a token, the running one having begun at ``first``."""
    before, token = tokens[index - 1], tokens[index]
    if _is_stop(before) and index - first > 1:
        return True
    if before.text in QUOTES and index > 1 and tokens[index - 2].text in ENDS:
        return True
    if not _has_verb(groups, first, index):
        return False
    verb = _next_verb(groups, index)
    if token.text in QUOTES:
        closes = sum(other.text in QUOTES for other in tokens[:index]) % 2 == 1
        return not closes and _quotes_clause(tokens, index, groups)
    return verb is not None and _goes_on(tokens, Clause(first, index), verb, groups, words)


def _quotes_clause(tokens: tuple[Token, ...], index: int, groups: tuple[VerbGroup, ...]) -> bool:
    """Whether a quotation mark opens more than a few words of a clause: not "called it “promising” on Sunday"."""
    end = next((i for i in range(index + 1, len(tokens)) if tokens[i].text in QUOTES), len(tokens))
    if end - index <= 2:  # "their own “mended” law"
        return False
    return end - index > _FEW_WORDS or any(group.finite for group in groups if index < group.head < end)


def _goes_on(tokens: tuple[Token, ...], running: Clause, verb: VerbGroup, groups: tuple[VerbGroup, ...], words: Grammar) -> bool:
    """Whether the word after a complete clause begins another, whose verb comes next."""
    index = running.last
    before, token, gap = tokens[index - 1], tokens[index], verb.first - index
    if any(group.first < index <= group.head for group in groups):
        return False
    if before.text == ",":
        return not _lists_names(tokens, index, words) and _after_comma(tokens, index, verb, words)
    if token.low in words["complementizers"] and _names_time(tokens, index, words):
        return False
    if token.low in words["complementizers"] and any(group.head == index - 1 for group in groups):
        return verb.finite and gap <= _LOOK_AHEAD + _APPOSITION
    if token.low in words["subordinators"]:
        adverbial = _is_last_verb(verb, groups, index) or _leads_to_day(tokens, index, verb, words) or _runs_out(tokens, verb, words)
        if token.low in words["prepositions"] and adverbial:
            return False
        return gap <= _LOOK_AHEAD and not _cut_off(tokens, index + 1, verb.first, words) and (verb.finite or gap == 1)
    if token.low in words["conjunctions"]:
        listed = any(
            _lists_names(tokens, i, words) for i in range(max(index - _NAME, running.first + 2), index) if tokens[i - 1].text == ","
        )
        if listed or _completes_pair(tokens, running, words) or _awaits_verb(tokens, running, groups, words):
            return False
        begin = _past_opening(tokens, index + 1, verb, words)
        return verb.finite and verb.first - begin < _LOOK_AHEAD and not _cut_off(tokens, begin, verb.first, words)
    return token.low in words["relatives"] and 0 < gap <= _LOOK_AHEAD


def _completes_pair(tokens: tuple[Token, ...], running: Clause, words: Grammar) -> bool:
    """Whether a joining word belongs to a "between" before it: "a tie between Orla | and Dorn that has held"."""
    opener = next((i for i in range(running.last - 1, running.first - 1, -1) if tokens[i].low in words["pair_openers"]), None)
    return opener is not None and not any(token.low in words["conjunctions"] for token in tokens[opener : running.last])


def _awaits_verb(tokens: tuple[Token, ...], running: Clause, groups: tuple[VerbGroup, ...], words: Grammar) -> bool:
    """Whether the verb behind a joining word is that of what stands before it: "a plan using nets to stop | and hold ice was begun"."""
    own = [group for group in groups if group.head in running]
    opened = next((i for i in range(running.last - 2, running.first, -1) if tokens[i].low in words["complementizers"]), None)
    told = opened is not None and any(group.head == opened - 1 or group.head < opened for group in own)
    if told and opened is not None and not _names_time(tokens, opened, words):  # "said that the bill for mending | and painting it rose"
        return not any(group.head > opened for group in own)
    infinitive = bool(own) and tokens[own[0].first - 1].low in words["infinitive_marks"]  # "Crews to leave | and …", a headline
    return bool(own) and not infinitive and not any(group.finite for group in own)


def _leads_to_day(tokens: tuple[Token, ...], index: int, verb: VerbGroup, words: Grammar) -> bool:
    """Whether only a day of a month stands between a preposition and a verb: "boats found since 2 May have been sold"."""
    between = tokens[index + 1 : verb.first]
    return len(between) == 2 and between[0].low.isdecimal() and between[1].capital and not words.is_plural(between[1].low)


def _past_opening(tokens: tuple[Token, ...], index: int, verb: VerbGroup, words: Grammar) -> int:
    """Past what a clause opens with up to its comma: "but | on each of the next days, | they …"; not "and on Friday, says its head"."""
    if tokens[index].low not in words["prepositions"]:
        return index
    begin = next((i + 1 for i in range(index, min(index + _LOOK_AHEAD, verb.first)) if tokens[i].text == ","), index)
    return begin if begin < verb.first else index


def _names_time(tokens: tuple[Token, ...], index: int, words: Grammar) -> bool:
    """Whether a "that" points to a time: "not much was found | that day"."""
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return tokens[index].low in words["demonstratives"] and following in words["counted_units"] and not words.is_plural(following)


def _lists_names(tokens: tuple[Token, ...], index: int, words: Grammar) -> bool:
    """Whether a comma parts names of a list: "in Vale, | Orla and Dorn"."""
    behind = next((i for i in range(index, min(index + _NAME, len(tokens))) if tokens[i].low in words["conjunctions"]), None)
    if behind is None or behind + 1 >= len(tokens) or index < 2:
        return False
    first = tokens[index - 3] if tokens[index - 2].text == ")" else tokens[index - 2]  # "the National Weather Desk (NWD), Vale and Dorn"
    names = (first, *tokens[index:behind], tokens[behind + 1])
    lead = next((token for token in reversed(tokens[: index - 1]) if token.is_word and not token.capital), tokens[0])
    led = lead.low in words["prepositions"] or lead.low in words["articles"]
    return led and behind > index and all(token.capital for token in names)


def _is_last_verb(verb: VerbGroup, groups: tuple[VerbGroup, ...], index: int) -> bool:
    """Whether a sentence has one verb, behind a word: "the search for people missing | after the storm of 3 May was called off"."""
    return [group for group in groups if group.finite] == [verb] and verb.first > index


def _runs_out(tokens: tuple[Token, ...], verb: VerbGroup, words: Grammar) -> bool:
    """Whether a clause only says until when: "before the month is out"."""
    over = tokens[verb.head + 1].low in words["run_out"] if verb.head + 1 < len(tokens) else False
    return over and tokens[verb.head].low in words["be"] and (verb.head + 2 == len(tokens) or not tokens[verb.head + 2].is_word)


def _is_stop(token: Token) -> bool:
    return token.text in STOPS


def _has_verb(groups: tuple[VerbGroup, ...], first: int, last: int) -> bool:
    return any(first <= group.head < last for group in groups)


def _next_verb(groups: tuple[VerbGroup, ...], index: int) -> VerbGroup | None:
    return next((group for group in groups if group.first >= index), None)


def _after_comma(tokens: tuple[Token, ...], index: int, verb: VerbGroup, words: Grammar) -> bool:
    """After a comma: a clause of its own where a verb follows before the next comma or stop."""
    if tokens[index].low in words["prepositions"] and tokens[index].low not in words["subordinators"] and verb.first > index + 1:
        return False  # ", according to a decree issued on Sunday"
    begin = _past_opening(tokens, index + 1, verb, words) if tokens[index].low in words["conjunctions"] else index
    if any(token.text == "," or _is_stop(token) for token in tokens[begin : verb.first]):
        low = tokens[index].low
        return low in words["relatives"] or (low in words["subordinators"] and low not in words["prepositions"])  # ", since 3 June, for …"
    return verb.finite or verb.first == index or (verb.first == index + 1 and tokens[index].low in words["subordinators"])


def _cut_off(tokens: tuple[Token, ...], first: int, last: int, words: Grammar) -> bool:
    """Whether a mark or another joining word stands before the verb that one might have: "until 1 February while locks are changed"."""
    joining = words["conjunctions"] | (words["subordinators"] - words["complementizers"] - words["relatives"])
    return any(token.text == "," or _is_stop(token) or token.low in joining for token in tokens[first:last])
