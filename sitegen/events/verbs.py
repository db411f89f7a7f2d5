"""The verb groups of a sentence, found by form and neighbours: no tagger, no training."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sitegen.events.grammar import Grammar
from sitegen.events.tokens import QUOTES, Token

_PLACE = 6  # words back from a verb to the preposition of where its subject is
_BRACKET = 6  # tokens of an abbreviation in brackets
_STUMP = 4  # letters of a word that is too short to be an unknown verb with an ending


class Tense(StrEnum):
    """What the form of a verb group says of its time."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    OPEN = "open"
    """Could, may, would: neither done nor settled."""
    NONFINITE = "nonfinite"
    """An infinitive or a participle: no time of its own."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Auxiliaries and the verb that they carry."""

    first: int
    head: int
    """Token of the verb that gives the group its meaning."""
    lemma: str
    tense: Tense
    negated: bool = False

    @property
    def finite(self) -> bool:
        """Whether it can be the verb of a clause of its own."""
        return self.tense is not Tense.NONFINITE


def verb_groups(tokens: tuple[Token, ...], words: Grammar) -> tuple[VerbGroup, ...]:
    """Every verb group, in order."""
    found: list[VerbGroup] = []
    index = 0
    while index < len(tokens):
        group = _auxiliary_group(tokens, index, words) or _plain_group(tokens, index, words) or _coordinated(tokens, index, found, words)
        if group:
            found.append(group)
            index = group.head
        index += 1
    return tuple(found)


def _auxiliary_group(tokens: tuple[Token, ...], first: int, words: Grammar) -> VerbGroup | None:
    if not _is_auxiliary(tokens, first, words):
        return None
    last, negated = _chain(tokens, first, words)
    head = _carried(tokens, last, words)
    return VerbGroup(first, head, tokens[head].lemma, _tense(tokens, first, words), negated)


def _is_auxiliary(tokens: tuple[Token, ...], index: int, words: Grammar) -> bool:
    token = tokens[index]
    if token.low in words["modals"]:  # "May" and "Will" inside a sentence are names
        lower = not token.capital or index == 0
        counted = index > 0 and tokens[index - 1].low in words.numbers  # "the two will now meet"
        return lower and (counted or not _noun_position(tokens, index, words))
    if token.low in words["clock_marks"] and index and tokens[index - 1].low[0].isdecimal():  # "9.30 am"
        return False
    if token.low in words["clitics"]:
        return index > 0 and tokens[index - 1].low in words["subject_pronouns"]
    return token.low in words["be"] or token.low in words["have"] or token.low in words["do"]


def _chain(tokens: tuple[Token, ...], first: int, words: Grammar) -> tuple[int, bool]:
    """The last auxiliary of the group and whether the group is negated."""
    last, index = first, first
    negated = tokens[first].low in words["negations"]
    while index + 1 < len(tokens):
        low = tokens[index + 1].low
        if low in words["be"] or low in words["have"] or low in words["do"]:
            last = index + 1
        elif low in words["negations"]:
            negated = True
        elif low not in words["adverbs"]:
            break
        index += 1
    return last, negated


def _carried(tokens: tuple[Token, ...], auxiliary: int, words: Grammar) -> int:
    """The participle or base form after the auxiliaries, or the last auxiliary itself."""
    for index in range(auxiliary + 1, min(len(tokens), auxiliary + 5)):
        low = tokens[index].low
        if low in words["determiners"]:
            break
        if low in words["rank_adverbs"] and index + 1 < len(tokens) and _is_participle(tokens[index + 1], words):
            continue  # "was last inspected"
        if low in words.verbs.lemmas or _is_participle(tokens[index], words):
            return index
        if low not in words["adverbs"] and low not in words["negations"] and not words.ends(low, "adverb_endings"):
            break
    return auxiliary


def _is_participle(token: Token, words: Grammar) -> bool:
    return token.low in words.verbs.past or (words.ends(token.low, "past_endings") and token.is_word)


def _tense(tokens: tuple[Token, ...], first: int, words: Grammar) -> Tense:
    low = tokens[first].low
    if first and tokens[first - 1].low in words["infinitive_marks"]:
        return Tense.NONFINITE
    if low in words["future_modals"]:
        return Tense.FUTURE
    if low in words["modals"]:
        return Tense.OPEN
    if low in words["have"] or low in words["past_be"]:
        return Tense.PAST
    return Tense.PAST if low in words.verbs.past and low not in words["be"] else Tense.PRESENT


def _plain_group(tokens: tuple[Token, ...], index: int, words: Grammar) -> VerbGroup | None:
    tense = _plain_tense(tokens, index, words)
    return VerbGroup(index, index, tokens[index].lemma, tense) if tense else None


def _plain_tense(tokens: tuple[Token, ...], index: int, words: Grammar) -> Tense | None:
    token = tokens[index]
    low, before = token.low, tokens[index - 1].low if index else ""
    known = low in words.verbs.lemmas
    if not token.is_word or (token.capital and index) or "-" in token.text:  # "exploration-focused"
        return None
    if low in words["clock_marks"] and before[:1].isdecimal():  # "at 9.30 am"
        return None
    if before in QUOTES and index + 1 < len(tokens) and tokens[index + 1].text in QUOTES:  # "their “mended” law"
        return None
    if before in words["infinitive_marks"] and known:
        return Tense.NONFINITE
    if words.ends(low, "participle_endings"):
        return Tense.NONFINITE if known and not _noun_position(tokens, index, words) else None
    if low in words.verbs.finite:
        return Tense.PAST
    if low in words.verbs.past or (words.ends(low, "past_endings") and not known and len(low) > _STUMP):
        return None if _noun_position(tokens, index, words) else Tense.PAST
    if low not in words.verbs.plain or not _present(tokens, index, words):
        return None
    return Tense.PAST if low in words.verbs.unchanged else Tense.PRESENT


def _coordinated(tokens: tuple[Token, ...], index: int, found: list[VerbGroup], words: Grammar) -> VerbGroup | None:
    """A second predicate after "and": "ordered a recount and put off the vote", of the tense of the first."""
    token = tokens[index]
    if index < 2 or index + 1 >= len(tokens) or tokens[index - 1].low not in words["conjunctions"] or token.capital:
        return None
    finite = [group for group in found if group.finite]
    if token.low not in words.verbs.plain or not finite or not _opens_complement(tokens[index + 1], words):
        return None
    past = token.low in words.verbs.unchanged
    if not past and finite[-1].tense is Tense.PAST:
        return None
    return VerbGroup(index, index, token.lemma, Tense.PAST if past else Tense.PRESENT)


def _noun_position(tokens: tuple[Token, ...], index: int, words: Grammar) -> bool:
    """Whether the word before makes this one a noun or an adjective."""
    before = tokens[index - 1].low if index else ""
    if before in words["relatives"] and index > 1 and _is_noun(tokens, index - 2, words):
        return False  # "a ban that started"
    described = index > 1 and before in words["attributives"] and tokens[index - 2].low in words["determiners"]
    return (
        described
        or before in words["determiners"]
        or before in words["possessives"]
        or (before in words["prepositions"] and before not in words["infinitive_marks"])
    )


def _is_noun(tokens: tuple[Token, ...], index: int, words: Grammar) -> bool:
    """Whether a word can be the noun that a relative clause is about."""
    low = tokens[index].low
    verbal = low in words.verbs.past or low in words.verbs.finite or low in words["be"]
    return tokens[index].is_word and low not in words["prepositions"] and not (verbal and not _noun_position(tokens, index, words))


def _present(tokens: tuple[Token, ...], index: int, words: Grammar) -> bool:
    """Whether a form that is a noun as often as a verb stands where a verb would."""
    if index == 0 or _noun_position(tokens, index, words):
        return False
    before, low = tokens[_word_before(tokens, index, words)], tokens[index].low
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if before.low in words["subject_pronouns"]:
        return True
    third = words.ends(low, "plural_endings") and low != tokens[index].lemma
    if not third and after and after.low in words["determiners"] | words["possessives"] and _of_plural(tokens, index, words):
        return True
    if before.text == "," or before.text in QUOTES:  # "…,” says Ada Holm"
        return third and after is not None and after.is_word and _opens_complement(after, words)
    if not before.is_word or before.low in words["conjunctions"] or before.low in words["adverbs"]:
        return False
    if (before.lemma, tokens[index].lemma) in words.concepts or "-" in before.text:
        return False  # "a power cut", "third-quarter results"
    if after and after.is_word and not _opens_complement(after, words):
        return (before.capital and third) or low in words["saying_forms"]
    plural = words.is_plural(before.low)
    return not plural if third else plural or low in words.verbs.unchanged


def _of_plural(tokens: tuple[Token, ...], index: int, words: Grammar) -> bool:
    """Whether no more than where they are stands between a plural and its verb: "folks in Ward 5 | pick his successor"."""
    for place in range(index - 1, max(0, index - _PLACE), -1):
        if tokens[place].low in words["prepositions"]:
            return words.is_plural(tokens[place - 1].low) and tokens[place - 1].low not in words["stop_words"]
        if not (tokens[place].is_word or tokens[place].low[0].isdecimal()) or tokens[place].low in words["conjunctions"]:
            return False
    return False


def _word_before(tokens: tuple[Token, ...], index: int, words: Grammar) -> int:
    """The word that a verb would follow: before adverbs and before what stands in brackets, "the authority (VHA) today sets"."""
    place = index - 1
    while place > 0:
        if tokens[place].low in words["adverbs"]:
            place -= 1
        elif tokens[place].text == ")" and (opening := _opening(tokens, place)) > 0:
            place = opening - 1
        else:
            break
    return place


def _opening(tokens: tuple[Token, ...], closing: int) -> int:
    """The bracket that one near it closes; 0 where none does."""
    return next((i for i in range(closing - 1, max(0, closing - _BRACKET), -1) if tokens[i].text == "("), 0)


def _opens_complement(token: Token, words: Grammar) -> bool:
    """Whether the word can follow a verb rather than a noun it belongs to."""
    low = token.low
    if low in words["genitive_links"]:
        return False
    return token.capital or any(low in words[name] for name in ("determiners", "prepositions", "pronouns", "adverbs", "subordinators"))
