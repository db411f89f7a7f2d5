"""What a clause says happened: its main verb, or the noun that stands for it where the verb says little."""

from __future__ import annotations

from collections.abc import Container

from sitegen.events.clauses import Clause, Parsed
from sitegen.events.grammar import Grammar
from sitegen.events.terms import concepts_of
from sitegen.events.verbs import VerbGroup

_PHRASE = 6  # words from the verb on that can belong to it: "lifted off", "left the ground"


def predicates_of(parsed: Parsed, clause: Clause, date: int, apart: Container[int], words: Grammar) -> tuple[str, ...]:
    """The kinds of event that the predicate governing a date names; tokens ``apart`` are of dates: "3 March" is no march."""

    def named(first: int, last: int) -> tuple[str, ...]:
        return concepts_of([parsed.tokens[i] for i in range(first, last) if i not in apart], words)

    verb = _main(parsed, clause, date, words)
    if verb is None:
        return named(clause.first, clause.last)
    own = named(verb.head, min(verb.head + _PHRASE, clause.last))
    if own and not _says_little(verb, words):
        return own
    begun = named(verb.head + 1, min(verb.head + _PHRASE, date)) if verb.lemma in words["begin_verbs"] else ()
    return tuple(dict.fromkeys((*named(clause.first, verb.first), *(begun or own))))


def _main(parsed: Parsed, clause: Clause, date: int, words: Grammar) -> VerbGroup | None:
    """The verb that governs the date; of words that are said, the verb of what is said."""
    verb = parsed.governing(clause, date)
    if verb is None or verb.lemma not in words["speech_verbs"]:
        return verb
    said = [group for group in parsed.groups_in(clause) if group.lemma not in words["speech_verbs"]]
    return said[0] if said else verb


def _says_little(verb: VerbGroup, words: Grammar) -> bool:
    return any(verb.lemma in words[name] for name in ("light_verbs", "begin_verbs", "end_verbs", "planning_verbs", "speech_verbs"))
