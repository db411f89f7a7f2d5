"""Quoted words and who says them."""

from __future__ import annotations

from sitegen.events.clauses import Parsed
from sitegen.events.grammar import Grammar
from sitegen.events.names import NameKind, Names
from sitegen.events.tokens import QUOTES, Token

_REACH = 6  # words between a verb of saying and the name of the speaker
_TOLD = 6  # words from a verb of saying to the comma before what is said: "told my wife every evening,"
_ASIDE = 3  # words of ", the mayor says,"


def is_quoted(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a token stands between quotation marks of its sentence; a quotation may run on from the sentence before."""
    before = sum(token.text in QUOTES for token in tokens[:index])
    after = sum(token.text in QUOTES for token in tokens[index:])
    return before % 2 == 1 or (before == 0 and after % 2 == 1)


def is_of_another_day(parsed: Parsed, index: int, words: Grammar) -> bool:
    """Whether quoted words repeat what was said some other day, of which "tomorrow" was counted: "My mother told me, tomorrow you fly"."""
    tokens = parsed.tokens
    if not is_quoted(tokens, index):
        return False
    begins = next((i for i in range(index - 1, -1, -1) if tokens[i].text in QUOTES), -1)
    for group in parsed.groups:
        if begins < group.first and group.head < index and group.lemma in words["speech_verbs"]:
            opens = any(token.text == "," for token in tokens[group.head + 1 : min(group.head + 1 + _TOLD, index)])
            aside = any(token.text == "," for token in tokens[max(begins + 1, group.first - _ASIDE) : group.first])
            if opens and not aside:
                return True
    return False


def who_says(names: Names, sentence: int, parsed: Parsed, verb: int, words: Grammar) -> str:
    """The name that is the subject of a verb of saying: a person before it, else a body; else the one just after it."""
    clause = parsed.clause_at(verb)
    mentions = names.mentions.get(sentence, ())
    before = [(mention, name) for mention, name in mentions if clause.first <= mention.first < verb]
    free = [(m, name) for m, name in before if parsed.tokens[min(m.last, verb)].low not in words["possessives"]]
    people = [name for _, name in free if names.kinds[name] is NameKind.PERSON]
    after = [name for mention, name in mentions if 0 < mention.first - verb <= _REACH and mention.first < clause.last]
    return next(iter((*people, *(name for _, name in free), *after)), "")


def _by_pronoun(parsed: Parsed, head: int, words: Grammar) -> bool:
    """Whether a pronoun speaks: in "asked about Holm, he replied" it is not Holm who does."""
    verb = next(group for group in parsed.groups if group.head == head)
    return verb.first > 0 and parsed.tokens[verb.first - 1].low in words["anaphors"]


def speaker_of(names: Names, sentence: int, parsed: Parsed, index: int, words: Grammar) -> str:
    """The name nearest to the nearest verb of saying outside the date's own clause; "" where there is none.

    What stands between quotation marks speaks of others and names no speaker of
    its own.
    """
    own = parsed.clause_at(index)
    saying = [group.head for group in parsed.groups if group.lemma in words["speech_verbs"] and group.head not in own]
    saying = [head for head in saying if not is_quoted(parsed.tokens, head) and not _by_pronoun(parsed, head, words)]
    mentions = [(mention, name) for mention, name in names.mentions.get(sentence, ()) if not is_quoted(parsed.tokens, mention.first)]
    near = sorted(
        (abs(mention.first - head), mention.first, name)
        for head in saying
        for mention, name in mentions
        if abs(mention.first - head) <= _REACH
    )
    return near[0][2] if near else ""
