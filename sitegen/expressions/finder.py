"""Finds the temporal expressions of an article: what was said, not yet what was meant.

Runs of tokens in which a rule can begin are searched from left to right; at
each place the longest match wins, of equals the earlier rule's. Then clock
times join their day ("10am" + "on Friday"), words of position join what they
stand before ("early" + "on Monday"), and the two ends of a range find each
other ("from Monday" … "to Friday").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitegen.expressions.meanings import Found, build
from sitegen.expressions.rules import Grammar, Rule, grammar
from sitegen.languages import Tokens

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
        best = _best(candidates, codes, at, rules.edge, found[-1:]) if candidates else None
        if best is None:
            at += 1
            continue
        found.append(best)
        at = best.last
    return found


def _best(candidates: tuple[Rule, ...], codes: str, at: int, edge: str, previous: list[Match]) -> Match | None:
    best: Match | None = None
    for rule in candidates:
        groups = rule.pattern.regex.match(codes, at)
        if (
            groups
            and (best is None or groups.end() > best.last)
            and _context(rule, codes, at, groups.end(), edge)
            and _follows(rule, at, previous)
        ):
            best = Match(rule, at, groups.end(), groups)
    return best


def _context(rule: Rule, codes: str, first: int, last: int, edge: str) -> bool:
    """Whether the tokens beside a match are such as the rule wants; the edges of a text count as blank lines."""
    left = codes[first - 1] if first else edge
    right = codes[last] if last < len(codes) else edge
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
    found = [match for match in matches(tokens, language) if match.rule.meaning != "name"]
    fields = {match.rule.field for match in found}
    meant = {field for field in fields if not field or _outnumbers(tokens.codes, *field)}
    return [each for match in found if match.rule.field in meant for each in build(match.rule, match.groups, tokens, language)]


def _outnumbers(codes: str, ours: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a text holds more words of one field than of another: "the second half" of a year, not of a match."""
    return sum((code in ours) - (code in others) for code in codes) > 0


__all__ = ["Grammar", "Match", "found_in", "matches"]
