"""Days and hours that a text has of itself: when it appeared, which of its versions or issues is meant, when an entry was written."""

from __future__ import annotations

import datetime as dt
import re

from sitegen.dates import Granularity
from sitegen.events.clauses import Parsed
from sitegen.events.cues import find_cue
from sitegen.events.grammar import Grammar
from sitegen.events.ranges import Stretch
from sitegen.events.terms import terms_of

_BARS = frozenset("|•")
_ISSUE = 3  # words of "our report of"
_VERSION = 9  # words of "the version of this note, sent out at"
_LABEL = 2  # words after a date that can say what it is: "8 November 2011 Last updated at 11:01"


def is_stamp(parsed: Parsed, stretch: Stretch) -> bool:
    """Whether a clock time opens the sentence, as in the entries of a running report."""
    opens = not any(token.is_word for token in parsed.tokens[: stretch.first])
    return opens and stretch.interval.granularity is Granularity.MINUTE


def is_publication(parsed: Parsed, stretch: Stretch, words: Grammar, published: dt.date) -> bool:
    """Whether it is when something appeared, left in its text: "DORN | Tue Jun 4, 2019 7:51 pm EDT"."""
    before = parsed.tokens[stretch.first - 1] if stretch.first else None
    after = [token.low for token in parsed.tokens[stretch.last : stretch.last + _LABEL]]
    if before and before.text == ":" and stretch.first > 1 and parsed.tokens[stretch.first - 2].low in words["stamps"]:
        return True
    if (before and before.text in _BARS) or (not before and any(low in words["stamps"] for low in after)):
        return True
    whole = re.search(r"\d{4}", stretch.resolutions[-1].expression.text) is not None
    joined = before is not None and (before.low in words["prepositions"] or before.text == ":")  # "Start of the search: 27/05/2025"
    if not whole or joined:
        return False
    if stretch.interval.granularity is Granularity.DAY:  # "Trial timeline 30 November 2011, Arts"
        return stretch.interval.first_day == published and not parsed.groups
    return stretch.interval.granularity is Granularity.MINUTE and (stretch.interval.first_day == published or after[:1] == ["|"])


def is_issue(parsed: Parsed, stretch: Stretch, words: Grammar) -> bool:
    """Whether it says which of the paper's own texts is meant: "our report of 10 March", "our 8pm entry", "in tomorrow's paper"."""
    tokens = parsed.tokens
    before = [token.low for token in tokens[max(0, stretch.first - _ISSUE) : stretch.first]]
    after = [token.low for token in tokens[stretch.last : stretch.last + 2]]
    named = (
        len(before) == _ISSUE and before[0] in words["own_words"] and before[1] in words["issues"] and before[2] in words["genitive_links"]
    )
    ours = before[-1:] != [] and before[-1] in words["own_words"] and after[:1] != [] and after[0] in words["issues"]
    owned = after[:1] != [] and after[0] in words["possessives"]
    mine = not words["first_persons"].isdisjoint(token.low for token in tokens)  # "in last week's letter I wrote …"
    paper = owned and (after[-1] in words["papers"] or (mine and after[-1] in words["issues"]))
    led = before[-1] if before else ""
    section = led in words["articles"] and after[:1] != [] and after[0] in words["papers"]  # "the Saturday paper"
    return named or ours or paper or section or _is_version(parsed, stretch, words)


def is_shelf_label(parsed: Parsed, stretch: Stretch, words: Grammar) -> bool:
    """Whether it is printed on goods: "jars marked BEST BY 11/30/2025"."""
    before = [token.low for token in parsed.tokens[max(0, stretch.first - 2) : stretch.first]]
    labelled = len(before) > 1 and before[0] in words["shelf_words"]
    return labelled and any(before[1] in words[name] for name in ("limit_links", "before_words"))


def is_hour_of_own_text(parsed: Parsed, stretch: Stretch, words: Grammar) -> bool:
    """Whether an hour is that of what the text itself said: "at 11:10 we wrote", "Correction (13:15): …"."""
    if stretch.interval.granularity not in {Granularity.HOUR, Granularity.MINUTE}:
        return False
    tokens, clause = parsed.tokens, parsed.clause_at(stretch.first)
    rest = [tokens[i] for i in range(clause.first, clause.last) if not stretch.first <= i < stretch.last]
    cue = find_cue(tokens, clause.first, clause.last, words.cues["corrected"])
    if cue and len(terms_of(rest, words)) == 1 and not parsed.groups_in(clause):
        return True
    verb = next((group for group in parsed.groups_in(clause) if group.first >= stretch.last), None)
    if verb is None or not (verb.lemma in words["speech_verbs"] or verb.lemma in words["giving_verbs"]):
        return False
    return any(token.low in words["first_persons"] for token in tokens[stretch.last : verb.first])


def _is_version(parsed: Parsed, stretch: Stretch, words: Grammar) -> bool:
    """Whether it tells versions of a text apart: "the version of this note issued at 2 pm", "Correction: the text sent at 2 pm"."""
    tokens = parsed.tokens
    before = [token.low for token in tokens[max(0, stretch.first - _VERSION) : stretch.first]]
    while before and (before[-1] == "," or any(before[-1] in words[name] for name in ("prepositions", "labels", "sent_out"))):
        if _names_text(before, words):  # "of this release"
            before = before[:-_ISSUE]
            break
        before.pop()  # "issued at", ", sent out at"
    before = before[:-_ISSUE] if _names_text(before, words) else before
    corrects = find_cue(tokens, 0, len(tokens), words.cues["corrected"]) is not None
    return before[-1:] != [] and (before[-1] in words["versions"] or (corrects and before[-1] in words["issues"]))


def _names_text(before: list[str], words: Grammar) -> bool:
    """Whether words end in which text is meant: "of this note"."""
    return len(before) >= _ISSUE and before[-_ISSUE] in words["genitive_links"] and before[1 - _ISSUE] in words["determiners"]
