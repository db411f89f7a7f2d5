"""Finds the temporal expressions of an article: what was said, not yet what was meant.

Runs of tokens in which a rule can begin are searched from left to right; at
each place the longest match wins, of equals the earlier rule's. What stands
side by side is joined afterwards, in `sitegen.expressions.joining`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitegen.expressions.meanings import Found, build
from sitegen.expressions.people import without_people
from sitegen.expressions.rules import Grammar, Rule, grammar, lead
from sitegen.languages import Tokens, lexicon
from sitegen.model import CalendarDate, day_of

_FULL = 4  # words of another field by which a text is full of it
_DASHES = frozenset("-–")
_REACH = 12  # tokens back to the expression that an elliptic one leans on


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched tokens ``first`` up to ``last``."""

    rule: Rule
    first: int
    last: int
    groups: re.Match[str]


def matches(tokens: Tokens, language: str) -> list[Match]:
    """All matches, from left to right, none overlapping; look-alikes included."""
    rules = grammar(language)
    found: list[Match] = []
    codes, at, size = tokens.codes, 0, len(tokens.codes)
    by_first = rules.by_first
    while at < size:
        candidates = rules.beginning(codes[at : at + 2]) if codes[at] in by_first else ()
        best = _best(candidates, tokens, at, rules.edge, found[-1:]) if candidates else None
        if best is None:
            at += 1
            continue
        found.append(best)
        at = best.last
    return found


def _best(candidates: tuple[Rule, ...], tokens: Tokens, at: int, edge: str, previous: list[Match]) -> Match | None:
    best: Match | None = None
    for rule in candidates:
        groups = rule.pattern.regex.match(tokens.codes, at)
        if (
            groups
            and (best is None or groups.end() > best.last)
            and _context(rule, tokens, at, groups.end(), edge)
            and _follows(rule, at, previous)
        ):
            best = Match(rule, at, groups.end(), groups)
    return best


def _context(rule: Rule, tokens: Tokens, first: int, last: int, edge: str) -> bool:
    """Whether the tokens beside a match are such as the rule wants; the edges of a text count as blank lines, and so does a dash."""
    codes = tokens.codes
    left = codes[first - 1] if first else edge
    right = edge if last >= len(codes) or tokens.is_dash(last) else codes[last]
    if (rule.after and left not in rule.after) or left in rule.not_after:
        return False
    if rule.before and right != edge and right not in rule.before:
        return False
    return right not in rule.not_before


def _follows(rule: Rule, at: int, previous: list[Match]) -> bool:
    """Whether the expression before is of the kind that the rule leaves out: "in the third quarter, then in the second"."""
    return not rule.behind or any(match.rule.name.startswith(rule.behind) and at - match.last <= _REACH for match in previous)


def found_in(tokens: Tokens, language: str) -> list[Found]:
    """The expressions that the matches stand for, in order."""
    every = matches(tokens, language)
    found = [match for match in every if match.rule.meaning != "name"]
    surnames = frozenset(tokens.words[match.last - back].lower() for match in every if (back := _place(match, "surname")))
    givens = frozenset(_name(tokens, match.first + ahead - 1) for match in every if (ahead := _place(match, "given_name")))
    rules = {match.rule.name: match.rule for match in found}.values()
    leads = {field: lead(tokens.codes, *field) for rule in rules for field in (rule.field, rule.foreign) if field}
    built = [
        each
        for match in found
        if _is_meant(match.rule, leads) and not _has_score(match, tokens, language)
        for each in build(match.rule, match.groups, tokens, language)
    ]
    going = {match.rule.name: int(match.rule.given["next_month"]) for match in found if "next_month" in match.rule.given}
    following = _going_on(built, going) if going else built
    unnamed = [each for each in following if _name(tokens, each.first) not in givens] if givens else following
    return without_people(unnamed, surnames, tokens, language)


def _place(match: Match, name: str) -> int:
    """Which of a name's tokens is the time, counted from 1: a given name from its beginning, a surname from its end; 0 where none."""
    return int(match.rule.given.get(name, 0))


def _name(tokens: Tokens, at: int) -> tuple[str, ...]:
    """A word and the one behind it: "Sunday Rowe" whom a text has introduced."""
    return tuple(tokens.words[at : at + 2])


def _is_meant(rule: Rule, leads: dict[tuple[frozenset[str], ...], int]) -> bool:
    """Whether a text speaks of what the rule means: "the fourth quarter" of a year, not of a match."""
    return (not rule.field or leads[rule.field] > 0) and (not rule.foreign or leads[rule.foreign] < _FULL)


def _has_score(match: Match, tokens: Tokens, language: str) -> bool:
    """Whether the sentence gives the score of a match: "went down 3-2 after leading for most of the second half"."""
    if not match.rule.no_score:
        return False
    members = lexicon(language).members
    ends, number = members.get("FULL_STOP", "") + members["BREAK"], members.get("INT", "")
    behind = "".join(members.get(name, "") for name in ("PERCENTWORD", "PUNIT", "MULTIPLE"))
    first = next((at for at in range(match.first - 1, -1, -1) if tokens.codes[at] in ends), -1)
    last = next((at for at in range(match.last, len(tokens.codes)) if tokens.codes[at] in ends), len(tokens.codes))
    return any(
        tokens.words[at] in _DASHES
        and tokens.codes[at - 1] in number
        and tokens.codes[at + 1] in number
        and tokens.codes[at + 2 : at + 3] not in behind
        for at in range(first + 2, last - 1)
    )


def _going_on(found: list[Found], going: dict[str, int]) -> list[Found]:
    """The expressions but for names that do not follow, within so many months, on the last month named: "on 3 May … June was hungry"."""
    kept, last = [], 0
    for each in found:
        month = date.month if (date := _date(each)) and date.month else 0
        if each.rule in going and not (last and 0 < (month - last) % 12 <= going[each.rule]):
            continue
        kept.append(each)
        last = month or last
    return kept


def _date(found: Found) -> CalendarDate | None:
    """The date that an expression names, with or without an hour."""
    meaning = day_of(found.meaning)
    return meaning if isinstance(meaning, CalendarDate) else None


__all__ = ["Grammar", "Match", "found_in", "matches"]
