"""The people, bodies and places that an article names, found by capitals, titles, brackets and neighbours."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sitegen.events.forms import Usage, full_forms
from sitegen.events.grammar import Grammar
from sitegen.events.tokens import DASHES, QUOTES, Token
from sitegen.model import Span

_SHORT = 5  # letters of an abbreviation
_LONGEST = 7  # words of a name
_FULL_NAME = 2  # words of a person's name, which others may follow


class NameKind(StrEnum):
    """What a name stands for."""

    PERSON = "person"
    BODY = "body"
    """An organisation, a court, a company, a team."""
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in a sentence: tokens ``first`` up to ``last``, titles left out."""

    sentence: int
    first: int
    last: int
    text: str
    titled: bool = False
    after: str = ""
    """The lower-case word before it."""
    opening: bool = False
    """Whether the sentence begins with it."""
    dateline: bool = False
    company: bool = False
    """Whether what it is follows it: "Bellhaven Plc"."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an article: each mention with its full form and kind."""

    mentions: Mapping[int, tuple[tuple[Mention, str], ...]]
    """Sentence -> its mentions in order, each with the full form of the name."""
    kinds: Mapping[str, NameKind]

    def within(self, sentence: int, first: int, last: int) -> tuple[str, ...]:
        """Full forms of the names in a stretch of tokens, in order, each once."""
        found = [name for mention, name in self.mentions.get(sentence, ()) if first <= mention.first < last]
        return tuple(dict.fromkeys(found))

    def plain(self, sentence: int) -> frozenset[int]:
        """The tokens of a sentence that are names of people and places, and no words besides."""
        mentions = self.mentions.get(sentence, ())
        return frozenset(
            i for mention, name in mentions if self.kinds[name] is not NameKind.BODY for i in range(mention.first, mention.last)
        )


def names_of(sentences: Sequence[tuple[Token, ...]], dates: Mapping[int, tuple[Span, ...]], words: Grammar) -> Names:
    """All names of an article, given its tokenised sentences and the spans that are dates, by sentence."""
    candidates = [mention for index, tokens in enumerate(sentences) for mention in _runs(index, tokens, dates.get(index, ()), words)]
    known = _confirmed(_parted(candidates, words), sentences, words)
    counts = Counter(mention.text for mention in known)
    abbreviations = _abbreviations(known, sentences)
    full = full_forms(Usage(counts, _placed(known, words), abbreviations, words["place_qualifiers"], words["name_breaks"]))
    grouped: dict[int, list[tuple[Mention, str]]] = defaultdict(list)
    known = [mention for mention in known if full[mention.text].lower() not in words["organisation_words"]]
    for mention in known:
        grouped[mention.sentence].append((mention, full[mention.text]))
    return Names({index: tuple(found) for index, found in grouped.items()}, _kinds(known, full, words))


def _runs(index: int, tokens: tuple[Token, ...], dates: tuple[Span, ...], words: Grammar) -> list[Mention]:
    found, first = [], 0
    while first < len(tokens):
        last = _run_end(tokens, first, dates, words)
        if last > first:
            mention = _mention(index, tokens, first, last, words)
            if mention:
                found.append(mention)
        first = max(last, first + 1)
    return found


def _is_part(token: Token, dates: tuple[Span, ...]) -> bool:
    return token.capital and token.is_word and not any(span.start <= token.start < span.end for span in dates)


def _run_end(tokens: tuple[Token, ...], first: int, dates: tuple[Span, ...], words: Grammar) -> int:
    """One past the last word of the run of capitals that begins at a token."""
    if not _is_part(tokens[first], dates):
        return first
    last = first + 1
    while last < len(tokens) and last - first < _LONGEST:
        token = tokens[last]
        if token.low in words["articles"] and token.text.istitle() and len(token.text) > 1:  # "a film for Reuters | The White House said"
            break
        follows = last + 1 < len(tokens) and _is_part(tokens[last + 1], dates)
        if _is_part(token, dates) or (token.low.isdecimal() and len(token.low) == 4 and not _dated(token, dates)):
            last += 1
        elif follows and _links(token, tokens[last - 1], words):
            last += 2
        else:
            break
    return last


def _links(token: Token, before: Token, words: Grammar) -> bool:
    """Whether a word or mark holds two capitals together: "of", "Workers' Union", "Mr. March"."""
    if token.text == ".":
        return before.low in words["titles"] or len(before.text) == 1
    if token.low in words["conjunctions"] and _is_national(before.low, words):
        return False
    return token.low in words["name_links"] or (token.low == "'" and words.is_plural(before.low))


def _dated(token: Token, dates: tuple[Span, ...]) -> bool:
    return any(span.start <= token.start < span.end for span in dates)


def _mention(index: int, tokens: tuple[Token, ...], first: int, last: int, words: Grammar) -> Mention | None:
    """A run of capitals without the little words and titles in front of the name, and without those behind it."""
    start = first
    while start < last and (
        _is_function_word(tokens[start], words) or _is_auxiliary(tokens, start, words) or _is_compound(tokens[start], words)
    ):
        start += 1
    while last > start and _leads_on(tokens[last - 1], words):
        last -= 1
    start = _past_noun_phrase(tokens, start, last, first, words)
    titles = [
        i
        for i in range(start, last)
        if tokens[i].low in words["titles"] and not (i + 1 < last and tokens[i + 1].low in words["name_links"])
    ]
    titled = bool(titles) and titles[-1] + 1 < last
    begin = titles[-1] + 1 if titled else start
    if titled and not tokens[begin].is_word:  # "Mr."
        begin += 1
    if titled:  # "President Vera Stolt of Dorn"
        last = next((i for i in range(begin + 1, last) if tokens[i].low in words["name_breaks"]), last)
    while last - begin > _FULL_NAME and tokens[last - 1].low in words["post_nominals"] and tokens[last - 2].capital:  # "Ruth Holm MP"
        last -= 1
    company = last - begin > 1 and tokens[last - 1].low in words["company_forms"] and tokens[last - 2].capital  # not "Holm & Co"
    last -= company
    if (
        begin >= last
        or _is_shouted(tokens[begin:last])
        or (titles and not titled)
        or (last - begin == 1 and tokens[begin].low in words["not_names"])
    ):
        return None
    before = tokens[start - 1].low if start else ""
    dateline = first == 0 and last < len(tokens) and (tokens[last].text in DASHES or tokens[last].text == "(")
    text = " ".join(token.text for token in tokens[begin:last]).replace(" ' ", "' ").replace(" .", ".")
    if len(text) == 1 or _is_adjective(tokens, begin, last, words):
        return None
    return Mention(index, begin, last, text, titled or before in words["titles"], before, _opens(tokens, start), dateline, company)


def _leads_on(token: Token, words: Grammar) -> bool:
    """Whether a little word behind a name begins something else, or only led there: "a statement by BP | On Monday they …"."""
    if not token.capital:
        return not token.low.isdecimal()
    return token.text.istitle() and any(token.low in words[name] for name in ("prepositions", "articles", "conjunctions", "subordinators"))


def _is_compound(token: Token, words: Grammar) -> bool:
    """Whether a capital only begins an adjective before a name: "Dorn-based Bellhaven", "the Vale-born minister"."""
    first, _, second = token.text.rpartition("-")
    past = second.islower() and (words.ends(second, "past_endings") or second in words.verbs.past)
    return bool(first) and past and first[:1].isupper()


def _is_shouted(tokens: Sequence[Token]) -> bool:
    """Whether a run is a headline in capitals: "DORN PRESSED ON HARBOUR"."""
    return len(tokens) > _FULL_NAME and all(token.text.isupper() for token in tokens) and any(len(token.text) > _SHORT for token in tokens)


def _is_adjective(tokens: tuple[Token, ...], first: int, last: int, words: Grammar) -> bool:
    """Whether a single capital only says from which country the next word is: "Russian officials"."""
    if last - first > 1 or last >= len(tokens):
        return False
    if not _is_national(tokens[first].low, words):
        return False
    following = (token for token in tokens[last:] if token.is_word and token.low not in words["conjunctions"])
    noun = next((token for token in following if not _is_national(token.low, words)), None)
    return noun is not None and not noun.capital and not _is_function_word(noun, words)


def _is_national(low: str, words: Grammar) -> bool:
    return low in words["national_adjectives"] or low.endswith(tuple(words["national_endings"]))


def _is_function_word(token: Token, words: Grammar) -> bool:
    if token.text.isupper() and len(token.text) > 1:
        return False
    if token.low.partition("'")[0] in words["subject_pronouns"]:  # "I'm Howard"
        return True
    return any(token.low in words[name] for name in ("determiners", "prepositions", "pronouns", "adverbs", "subordinators", "conjunctions"))


def _is_auxiliary(tokens: tuple[Token, ...], index: int, words: Grammar) -> bool:
    """Whether a sentence begins with a verb and no name: "Had I known", "Did Holm know"."""
    return _opens(tokens, index) and any(tokens[index].low in words[name] for name in ("be", "have", "do"))


def _past_noun_phrase(tokens: tuple[Token, ...], start: int, last: int, first: int, words: Grammar) -> int:
    """Past the plural noun with which a sentence begins: "Shares of Bellhaven", "Supporters of Katrin Vale"."""
    if not _opens(tokens, first) or start + 2 >= last or tokens[start + 1].low not in words["name_links"]:
        return start
    return start + 2 if words.is_plural(tokens[start].low) and tokens[start + 1].low in words["genitive_links"] else start


def _opens(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether only marks and numbers stand before a token, or a mark that begins a sentence within the sentence."""
    before = tokens[index - 1] if index else None
    begins = before is None or before.text in QUOTES or before.text in {":", "*", "‘"} or before.text in DASHES
    return begins or not any(token.is_word for token in tokens[:index])


def _parted(candidates: list[Mention], words: Grammar) -> list[Mention]:
    """Two names joined by "and" as two, unless they are one body's: "Harbour and Maritime Workers' Union"."""
    alone = {mention.text for mention in candidates}
    return [part for mention in candidates for part in _parts(mention, alone, words)]


def _parts(mention: Mention, alone: set[str], words: Grammar) -> list[Mention]:
    pieces = mention.text.split()
    at = next((i for i, piece in enumerate(pieces) if piece in words["conjunctions"]), None)
    if at is None:
        return _parted_letters(mention, pieces, alone)
    before, after = " ".join(pieces[:at]), " ".join(pieces[at + 1 :])
    if before not in alone and after not in alone and pieces[-1].lower() in words["organisation_words"]:
        return [mention]
    first = replace(mention, text=before, last=mention.first + at)
    second = replace(mention, text=after, first=mention.first + at + 1, titled=False, opening=False, dateline=False)
    return [first, *_parts(second, alone, words)]


def _parted_letters(mention: Mention, pieces: list[str], alone: set[str]) -> list[Mention]:
    """Two abbreviations side by side are two names where the second also stands by itself: "AP BP", a credit before a sentence."""
    if len(pieces) != 2 or pieces[1] not in alone or not all(piece.isupper() and 1 < len(piece) <= _SHORT for piece in pieces):
        return [mention]
    second = replace(mention, text=pieces[1], first=mention.first + 1, titled=False, opening=False, dateline=False)
    return [replace(mention, text=pieces[0], last=mention.first + 1), second]


def _confirmed(candidates: list[Mention], sentences: Sequence[tuple[Token, ...]], words: Grammar) -> list[Mention]:
    """Drop what is capital only because a sentence begins there."""
    inside = {mention.text for mention in candidates if not mention.opening or mention.titled or " " in mention.text}
    lower = {token.low for tokens in sentences for token in tokens if not token.capital}
    kept = []
    for mention in candidates:
        first_word = mention.text.split()[0]
        doubtful = mention.opening and not mention.titled and not mention.dateline and mention.text not in inside
        if doubtful and " " not in mention.text:
            doubtful = first_word.lower() in lower or first_word.lower() in words.verbs.lemmas or not _part_of(first_word, inside)
        elif doubtful:
            doubtful = False
        elif words["capital_nouns"]:
            doubtful = _is_noun_only(mention, inside, words)
        if not doubtful:
            kept.append(mention)
    return kept


def _is_noun_only(mention: Mention, names: Iterable[str], words: Grammar) -> bool:
    """Where every noun has a capital: whether a single word is no name that something else shows it to be."""
    shown = mention.titled or " " in mention.text or mention.text.isupper() or mention.after in words["place_prepositions"]
    return not shown and not any(" " in name and _part_of(mention.text, (name,)) for name in names)


def _part_of(word: str, names: Iterable[str]) -> bool:
    return any(word in (name.split()[0], name.split()[-1]) for name in names)


def _placed(mentions: list[Mention], words: Grammar) -> Counter[str]:
    """How often each name stands where only a place does: "in Cairo", "CAIRO -"."""
    return Counter(mention.text for mention in mentions if mention.dateline or mention.after in words["locatives"])


def _abbreviations(mentions: list[Mention], sentences: Sequence[tuple[Token, ...]]) -> dict[str, str]:
    """Names in brackets after a longer name: "Harbour Workers' Union (HWU)"."""
    found = {}
    for before, mention in itertools.pairwise(mentions):
        tokens = sentences[mention.sentence]
        bracketed = before.sentence == mention.sentence and mention.first == before.last + 1 and tokens[before.last].text == "("
        if bracketed and mention.text.isupper() and mention.text[0] == before.text[0]:
            found[mention.text] = before.text
    return found


def _kinds(mentions: list[Mention], full: Mapping[str, str], words: Grammar) -> dict[str, NameKind]:
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[full[mention.text]].append(mention)
    return {name: _kind(name, found, words) for name, found in grouped.items()}


def _kind(name: str, mentions: list[Mention], words: Grammar) -> NameKind:
    parts = name.lower().replace("'", " ").split()
    if any(mention.titled for mention in mentions):
        return NameKind.PERSON
    if (
        any(mention.company for mention in mentions)
        or any(part in words["organisation_words"] for part in parts)
        or (name.isupper() and len(name) <= _SHORT)
    ):
        return NameKind.BODY
    if parts[-1] in words["place_words"] or parts[0] in words["place_words"] or any(mention.dateline for mention in mentions):
        return NameKind.PLACE
    if any(mention.after in words["determiners"] for mention in mentions):
        return NameKind.BODY
    placed = sum(mention.after in words["place_prepositions"] for mention in mentions)
    if placed * 2 >= len(mentions):
        return NameKind.PLACE
    return NameKind.PERSON if len(parts) in {2, 3} and name.isascii() and not name.isupper() else NameKind.BODY
