"""Headings for reports: the clause as it stands in the article, cut, never reworded."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitegen.events.clauses import Clause, Parsed
from sitegen.events.grammar import Grammar
from sitegen.events.tokens import QUOTES, Token

LONGEST = 120
ELLIPSIS = "…"
_FEWEST_WORDS = 3  # of a heading that can do without its label
_MARKED = re.compile(r"^ ?(?:[:|]|[-–—]+ )\s*")
_OPENS = re.compile(r"^ [A-ZÀ-Þ“\"‘]")
_FULL = re.compile(r"\d{4}|\d[:.]\d\d")
_DEFINITE = ("articles", "demonstratives", "possessives")
_ANTECEDENT = 6  # words back from a relative clause to the determiner of its noun


def headline_of(parsed: Parsed, clause: Clause, body: str, words: Grammar) -> str:
    """The clause with its subject, without joining words at its beginning and marks at its ends.

    Where the subject is left out or a pronoun, the sentence from its own
    beginning stands before it if that is short enough, else only the subject
    and "…". At most `LONGEST` characters, cut between phrases.
    """
    clause = _whole(parsed, clause, words)
    first = _beginning(parsed, clause, words)
    subject = subject_of(parsed, clause, words)
    if subject and subject.first and parsed.tokens[subject.first - 1].low in words["be"]:
        subject = Clause(0, subject.last)  # "what she wants is | a yes to the offer that he made": the noun alone would say that she has it
    begin = first if subject is None else min(first, subject.first)
    pronoun = _relative(parsed, Clause(begin, clause.last), words)
    if pronoun and _length(parsed.tokens, begin, clause.last) <= LONGEST:
        head = _extract(parsed.tokens, begin, pronoun, body, words)
        text = f"{head} {ELLIPSIS} {_extract(parsed.tokens, pronoun + 1, clause.last, body, words)}"
    elif subject is None or subject.first >= first:
        text = _extract(parsed.tokens, first, clause.last, body, words)
    elif _length(parsed.tokens, subject.first, clause.last) <= LONGEST:
        text = _extract(parsed.tokens, subject.first, clause.last, body, words)
    else:
        head = _extract(parsed.tokens, subject.first, subject.last, body, words)
        text = f"{head} {ELLIPSIS} {_extract(parsed.tokens, first, clause.last, body, words)}"
    return _capital(_shorten(text, words))


def _relative(parsed: Parsed, told: Clause, words: Grammar) -> int | None:
    """Where "…" can stand for a pronoun, as its verb is all that is told: "the ferry, | which sank on Monday"; not "no ferry that …"."""
    finite = [group for group in parsed.groups_in(told) if group.finite]
    pronoun = finite[0].first - 1 if len(finite) == 1 else told.first
    opening = parsed.tokens[told.first]
    open_ended = opening.low in words["determiners"] and not any(opening.low in words[name] for name in _DEFINITE)
    is_subject = parsed.tokens[pronoun].text in words["relative_pronouns"] and pronoun > told.first  # "HOLM: That was …"
    is_subject = is_subject and parsed.tokens[pronoun + 1].text[0].isalpha()  # "what that's been"
    leads = opening.low in words["adverbs"] or parsed.tokens[told.first + 1].low in words["infinitive_marks"]  # "due to the spill that …"
    return pronoun if is_subject and not open_ended and not leads and opening.low not in words["negations"] else None


def _beginning(parsed: Parsed, clause: Clause, words: Grammar) -> int:
    """Where a clause's words begin; with its "when" where no comma parts the main clause: "when it was measured it had widened"."""
    first = first_word(parsed.tokens, clause, words)
    joint = first - 1
    if joint < clause.first or parsed.tokens[joint].low not in words["subordinators"] - words["complementizers"]:
        return first
    finite = [group for group in parsed.groups_in(clause) if group.finite]
    between = parsed.tokens[finite[0].head + 1 : finite[1].first] if len(finite) > 1 else ()
    plain = bool(between) and not any(token.low in words["conjunctions"] or token.low in words["relatives"] for token in between)
    named = any(
        token.low in words["subject_pronouns"] or token.low in words["determiners"] for token in between
    )  # "security forces … clashed"
    return joint if plain and named else first


def unlabelled(heading: str, labels: Iterable[str]) -> str:
    """A heading without the date or the stamp that only heads its entry: "8 May 2010 The dam bursts", "3 May: Crews …", "4.10pm) Crews …".

    Where no mark parts them the label must be a whole date or a clock time:
    "the 8 May Movement" is a name.
    """
    rest = _unbracketed(heading)
    if len(rest.split()) >= _FEWEST_WORDS:
        heading = rest
    for label in labels:
        rest = heading[len(label) :]
        begins = heading.lower().startswith(label.lower()) and len(rest.split()) >= _FEWEST_WORDS
        if begins and (_MARKED.match(rest) or (_FULL.search(label) and _OPENS.match(rest))):
            return _capital(_MARKED.sub("", rest).strip())
    return _capital(heading)


def _unbracketed(heading: str) -> str:
    """What stands behind a bracket that closes and was never opened: "Updated 5:27 p.m. (0027 in Dorn)) Crews …"."""
    depth = 0
    for at, mark in enumerate(heading):
        depth += (mark == "(") - (mark == ")")
        if depth < 0:
            return heading[at:].lstrip(") ").rstrip()
    return heading


def _whole(parsed: Parsed, clause: Clause, words: Grammar) -> Clause:
    """A clause with the one that it cannot do without: what somebody said, or what came about under what it opens with."""
    following = next((other for other in parsed.clauses if other.first == clause.last), None)
    groups = parsed.groups_in(clause)
    if not groups:
        around = parsed.clause_at(clause.first)
        begin = first_word(parsed.tokens, around, words)
        return around if any(group.first == begin for group in parsed.groups_in(around)) else clause  # "…, told reporters on …"
    if following is None:
        return clause
    first = first_word(parsed.tokens, clause, words)
    before = parsed.tokens[clause.last - 1]
    ends_in_verb = groups[-1].head == clause.last - 1
    told = parsed.tokens[clause.last].low in words["complementizers"] and (
        ends_in_verb or before.capital or before.low in words["counted_units"]  # "it was unclear on Tuesday night | whether …"
    )
    told = told or (ends_in_verb and parsed.tokens[clause.last].text in QUOTES)  # "he believes | "the two will talk"
    bare = clause.first == 0 and not any(group.finite for group in groups)  # "prior to joining the board on Tuesday, | she …"
    opens = before.text == "," and (bare or _is_phrase(parsed.tokens[first : clause.last - 1], words))
    joined = parsed.tokens[following.first].low in words["relatives"] or parsed.tokens[following.first].low in words["subordinators"]
    verbs = [group for group in parsed.groups_in(following) if group.finite and not joined]
    # "In a note sent on Tuesday, Ann Berg, a member of the board, | said …"
    named = before.text == "," and parsed.tokens[first].low in words["prepositions"] and bool(verbs) and verbs[0].first == following.first
    return Clause(clause.first, following.last) if told or named or (opens and verbs) else clause


def _is_phrase(tokens: tuple[Token, ...], words: Grammar) -> bool:
    """Whether words up to a comma only open a sentence: "in a suit filed on Monday", but not "on Monday crews left"."""
    if len(tokens) <= 1 or tokens[0].low not in words["prepositions"] or any(token.text == "," for token in tokens):
        return False
    return tokens[1].low in words["determiners"] or (words.is_plural(tokens[1].low) and not tokens[1].capital)


def subject_of(parsed: Parsed, clause: Clause, words: Grammar) -> Clause | None:
    """Where the subject of a clause stands when the clause itself does not name it.

    "The chain …, reported falling sales": the words before the first verb of
    the nearest clause before that has some.
    """
    first = first_word(parsed.tokens, clause, words)
    antecedent = antecedent_of(parsed, clause, words)
    if antecedent:
        return antecedent
    groups = parsed.groups_in(clause)
    opening = parsed.tokens[first].low
    opens = (
        any(token.low not in words["adverbs"] for token in parsed.tokens[first : groups[0].first]) if groups else False
    )  # "also introduced a bill"
    if opens and opening not in words["subject_pronouns"] and opening not in words["relative_pronouns"]:
        return None
    if not groups:
        return _gapped(parsed, clause, words)
    for earlier in reversed([other for other in parsed.clauses if other.last <= clause.first]):
        begin = first_word(parsed.tokens, earlier, words)
        verbs = parsed.groups_in(earlier)
        end = next((i for i in range(begin, verbs[0].first if verbs else earlier.last) if _ends_subject(parsed.tokens[i], words)), None)
        end = end or (verbs[0].first if verbs else earlier.last)
        if end > begin and parsed.tokens[begin].low not in words["subject_pronouns"]:
            return Clause(begin, end)
    return None


def _ends_subject(token: Token, words: Grammar) -> bool:
    """Whether a relative pronoun ends the name that it describes: "Steve Witkoff, whom …"."""
    return token.low in words["relative_pronouns"] and token.low not in words["determiners"]


def _gapped(parsed: Parsed, clause: Clause, words: Grammar) -> Clause | None:
    """For a part of a clause without a verb, the clause's own beginning up to its verb: "Crews were out … for two more"."""
    whole = parsed.clause_at(clause.first)
    verbs = [group for group in parsed.groups_in(whole) if group.head < clause.first]
    begin = first_word(parsed.tokens, whole, words)
    return Clause(begin, verbs[0].head + 1) if verbs and begin < clause.first else None


def antecedent_of(parsed: Parsed, clause: Clause, words: Grammar) -> Clause | None:
    """The noun that a relative clause is about: "the report | that observers issued on Tuesday", "a ban on overtime | that …"."""
    tokens, first = parsed.tokens, clause.first
    if first == 0 or tokens[first].low not in words["relative_pronouns"] or _is_reported(parsed, clause, words):
        return None
    end = first - 1 if tokens[first - 1].text == "," else first
    begin = _noun_begins(parsed, end, words)
    while begin < end and tokens[begin].low in words["prepositions"]:
        inner = next((i for i in range(end - 2, begin, -1) if tokens[i].low in words["prepositions"]), begin)
        plain = (
            not tokens[begin + 1].capital
            and tokens[begin + 1].low not in words["determiners"]
            and not words.is_plural(tokens[begin + 1].low)
        )
        begin = (inner if plain and tokens[inner].low not in words["genitive_links"] else begin) + 1  # "based in part on | papers that …"
    return Clause(_named_before(parsed, begin, words), end) if begin < end else None


def _named_before(parsed: Parsed, begin: int, words: Grammar) -> int:
    """Where a name begins that a noun phrase stands beside: "Marlow, | a chain of bakers that …"; else its own beginning."""
    tokens = parsed.tokens
    if begin < 2 or tokens[begin].low not in words["indefinite"] or tokens[begin - 1].text != ",":
        return begin
    name = begin - 1
    while name and tokens[name - 1].capital and tokens[name - 1].is_word:
        name -= 1
    return name if name < begin - 1 else begin


def _noun_begins(parsed: Parsed, end: int, words: Grammar) -> int:
    """Where the noun phrase begins that ends before a token: at its determiner, or after a verb or a mark."""
    tokens = parsed.tokens
    verbs = {group.head for group in parsed.groups}
    farthest = max(0, end - _ANTECEDENT)
    for index in range(end - 1, farthest - 1, -1):
        if index in verbs or not any(map(str.isalnum, tokens[index].text)):
            return index + 1
        goes_on = index > 0 and tokens[index - 1].low in words["prepositions"]
        if tokens[index].low in words["determiners"] and not goes_on:
            return index
    bare = next((i + 1 for i in range(end - 2, farthest - 1, -1) if tokens[i].low in words["prepositions"]), farthest)
    if tokens[end].low in words["complementizers"] and tokens[bare].capital:  # "the panel in New Orleans that …": no name takes "that"
        return next((i for i in range(bare - 1, farthest - 1, -1) if tokens[i].low in words["determiners"]), bare)
    return bare  # "against owner Harriet Voss, who …"


def _is_reported(parsed: Parsed, clause: Clause, words: Grammar) -> bool:
    """Whether "that" opens what somebody says and not a description: the verb before it is one of saying."""
    before = [group for group in parsed.groups if group.head < clause.first]
    follows = parsed.tokens[clause.first + 1].low if clause.first + 1 < clause.last else ""
    direct = any(group.first == clause.first + 1 for group in parsed.groups)
    return bool(before) and before[-1].lemma in words["speech_verbs"] and not direct and follows != ""


def first_word(tokens: tuple[Token, ...], clause: Clause, words: Grammar) -> int:
    """Past marks and joining words at the beginning of a clause."""
    led = clause.first + 1 if _leads_to_joint(tokens, clause, words) else clause.first
    for index in range(led, clause.last):
        low = tokens[index].low
        opens = index == led and low in words["subordinators"] and low not in words["conditions"]
        joins = low in words["conjunctions"] or (opens and not _is_linked(tokens, index, words))
        if tokens[index].text[0].isalnum() and not joins:
            return index
    return clause.first


def _leads_to_joint(tokens: tuple[Token, ...], clause: Clause, words: Grammar) -> bool:
    """Whether an adverb stands before the joining word that opens a clause: "even before the board meets"."""
    if clause.last - clause.first <= 2:
        return False
    one, two, three = (token.low for token in tokens[clause.first : clause.first + 3])
    named = two in words["prepositions"] and (tokens[clause.first + 2].capital or three[0].isdecimal())  # "even before Monday"
    joint = two in words["subordinators"] and two not in words["conditions"] and two not in words["complementizers"]
    clause_follows = three not in words["subject_pronouns"] and not words.ends(three, "participle_endings")  # not "soon after leaving"
    return one in words["adverbs"] and one not in words["negations"] and joint and clause_follows and not named


def _is_linked(tokens: tuple[Token, ...], index: int, words: Grammar) -> bool:
    """Whether a joining word is half of another: "as of this weekend"."""
    return index + 1 < len(tokens) and tokens[index + 1].low in words["genitive_links"]


def _length(tokens: tuple[Token, ...], first: int, last: int) -> int:
    return tokens[last - 1].end - tokens[first].start


def _extract(tokens: tuple[Token, ...], first: int, last: int, body: str, words: Grammar) -> str:
    """The text of some tokens without marks and joining words at its end; unbalanced quotation marks go."""
    while last > first + 1 and (_is_loose(tokens[last - 1], words) or _leads_on(tokens, last, words)):
        last -= 1
    text = " ".join(body[tokens[first].start : tokens[last - 1].end].split())
    marks = [mark for mark in QUOTES if mark in text]
    return text if sum(text.count(mark) for mark in marks) % 2 == 0 else text.translate({ord(mark): None for mark in marks})


def _leads_on(tokens: tuple[Token, ...], last: int, words: Grammar) -> bool:
    """Whether a text would end in a preposition whose relative pronoun comes next: "the plan of today, in | which …"."""
    following = tokens[last].low if last < len(tokens) else ""
    return tokens[last - 1].low in words["prepositions"] and following in words["relative_pronouns"] - words["complementizers"]


_LOOSE = ("complementizers", "conjunctions", "articles", "genitive_links", "infinitive_marks")


def _is_loose(token: Token, words: Grammar) -> bool:
    """Whether a mark or a word has lost what it leads to: "told the police that", "in the"."""
    if not any(map(str.isalnum, token.text)):
        return token.text not in {")", "%"}
    return not token.capital and any(token.low in words[name] for name in _LOOSE)


def _shorten(text: str, words: Grammar) -> str:
    """Cut a long text after a phrase: before a comma, a conjunction or a preposition."""
    if len(text) <= LONGEST:
        return text
    pieces = text[: LONGEST - 1].split(" ")[:-1]
    for count in range(len(pieces), len(pieces) // 2, -1):
        following = text.split(" ")[count].lower()
        if pieces[count - 1].endswith((",", ";")) or following in words["prepositions"] or following in words["subordinators"]:
            pieces = pieces[:count]
            break
    return " ".join(pieces).rstrip(",;:–—- ") + ELLIPSIS


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
