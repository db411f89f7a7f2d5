"""What holds a date within its clause: a thing that is named with a day of its own, which is not the day of the main verb.

"Called off the search | after the storm of 3 May", "commented on | the report
published on Thursday", "the siren | that fell on Sunday | will be replaced".
"""

from __future__ import annotations

from sitegen.events.clauses import Clause, Parsed
from sitegen.events.grammar import Grammar
from sitegen.events.terms import terms_of
from sitegen.events.tokens import QUOTES, STOPS
from sitegen.events.verbs import Tense, VerbGroup

_BREAKS = ("conjunctions", "relatives", "complementizers", "subject_pronouns")
_MARKS = frozenset({",", *STOPS, *QUOTES})
_FAR = 12  # tokens from a verb to the participle of its object


def holder(parsed: Parsed, clause: Clause, first: int, last: int, words: Grammar) -> Clause:
    """The innermost part of a clause that holds the date between two tokens; the clause itself where nothing else does."""
    mentioned, relative = _mentioned(parsed, clause, first, last, words), _restrictive(parsed, clause, first, words)
    return mentioned or relative or participial(parsed, clause, first, words) or clause


def _mentioned(parsed: Parsed, clause: Clause, first: int, last: int, words: Grammar) -> Clause | None:
    """A thing that is named with its day only to say when another was: "the search | after the storm of 3 May | was called off"."""
    tokens = parsed.tokens
    link = max((i for i in range(clause.first, first) if tokens[i].low in words["after_links"]), default=0)
    attribute = first > 0 and tokens[first - 1].low in words["genitive_links"]
    verb = any(link < group.first < first for group in parsed.groups)
    return Clause(link, last) if link and attribute and not verb else None


def participial(parsed: Parsed, clause: Clause, date: int, words: Grammar) -> Clause | None:
    """The thing and its participle, up to the date, where the date is the participle's, not the main verb's."""
    before = [group for group in parsed.groups_in(clause) if group.head < date]
    if len(before) < 2:
        return None
    main, participle = before[-2:]
    if not _is_bare(participle) or not _takes_object(parsed, main, words) or participle.head - main.head > _FAR:
        return None
    between = parsed.tokens[main.head + 1 : participle.head]
    if not terms_of(between[-1:], words):
        return None
    if any(token.text in _MARKS or any(token.low in words[name] for name in _BREAKS) for token in between):
        return None
    leads = [main.head, *(place for place in range(main.head + 1, participle.head) if parsed.tokens[place].low in words["prepositions"])]
    return Clause(leads[-1] + 1, clause.last)


def _restrictive(parsed: Parsed, clause: Clause, date: int, words: Grammar) -> Clause | None:
    """The relative clause that holds a date before its thing's own verb: "The siren | that was silent on Tuesday | will be replaced"."""
    groups = parsed.groups_in(clause)
    before = [group for group in groups if group.finite and group.head < date]
    after = next((group for group in groups if group.finite and group.first > date), None)
    if len(before) != 1 or after is None:
        return None
    link, between = before[0].first - 1, parsed.tokens[date : after.first]
    opens = link > clause.first and parsed.tokens[link].low in words["relative_pronouns"]
    broken = any(token.text in _MARKS or any(token.low in words[name] for name in ("conjunctions", "subordinators")) for token in between)
    return Clause(link, after.first) if opens and not broken else None


def _is_bare(group: VerbGroup) -> bool:
    """Whether it has the form of a participle, and no auxiliary."""
    return group.first == group.head and group.tense is Tense.PAST


def _takes_object(parsed: Parsed, main: VerbGroup, words: Grammar) -> bool:
    """Whether what follows a verb is its object and not a clause: "criticised the ban imposed", not "said the police arrested"."""
    if not main.finite or main.lemma in words["complement_verbs"]:
        return False
    led = parsed.tokens[main.head + 1].low in words["prepositions"]  # "commented on the report published"
    return led or main.lemma not in words["speech_verbs"]
