"""Quoted words and who says them."""

from __future__ import annotations

from sitegen.events.clauses import Parsed
from sitegen.events.grammar import Grammar
from sitegen.events.names import Names
from sitegen.events.tokens import QUOTES, Token

_REACH = 6  # words between a verb of saying and the name of the speaker


def is_quoted(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a token stands between quotation marks of its sentence; a quotation may run on from the sentence before."""
    before = sum(token.text in QUOTES for token in tokens[:index])
    after = sum(token.text in QUOTES for token in tokens[index:])
    return before % 2 == 1 or (before == 0 and after % 2 == 1)


def speaker_of(names: Names, sentence: int, parsed: Parsed, index: int, words: Grammar) -> str:
    """The name nearest to the nearest verb of saying outside the date's own clause; "" where there is none."""
    own = parsed.clause_at(index)
    saying = [group.head for group in parsed.groups if group.lemma in words["speech_verbs"] and group.head not in own]
    mentions = names.mentions.get(sentence, ())
    near = sorted(
        (abs(mention.first - head), mention.first, name)
        for head in saying
        for mention, name in mentions
        if abs(mention.first - head) <= _REACH
    )
    return near[0][2] if near else ""
