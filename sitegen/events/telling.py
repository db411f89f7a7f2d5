"""How plainly a heading tells by itself what happened on its day: what an editor would find wanting, counted."""

from __future__ import annotations

from sitegen.events.clauses import Clause, Parsed
from sitegen.events.cues import find_cue
from sitegen.events.dated import FUNCTION_WORDS, Dated
from sitegen.events.grammar import Grammar
from sitegen.events.headlines import ELLIPSIS, antecedent_of, first_word
from sitegen.events.tokens import Token
from sitegen.events.verbs import Tense, VerbGroup
from sitegen.model import GRAVE, GRAVEST, Standing

_SERIOUS, _SLIGHT = 2, 1
_BEGINNING = 7  # words in which a heading says of what it tells: "The rig which sank" tells nothing of it


def faults_of(date: Dated, heading: str, standing: Standing, words: Grammar) -> int:
    """0 for a main clause with its subject, a finite verb and the day on which it came about; more for each thing that is wanting.

    Gravest are a question and what speaks of "I" and "you", which tell nothing
    of the story; then comes what has no verb, then what hangs in the air.
    """
    parsed, told = date.parsed, date.told
    main = _main_verb(parsed, told, words)
    opening = parsed.tokens[first_word(parsed.tokens, told, words)]
    said = [parsed.tokens[i].low for i in range(told.first, told.last)]
    spoken = [token.low for token in parsed.tokens[told.first : told.last] if len(token.text) == 1 or not token.text.isupper()]  # not "US"
    described = _is_described(date, words) or not (words["relative_pronouns"] - words["complementizers"]).isdisjoint(said[:_BEGINNING])
    found = (
        (main is None or _only_speaks(parsed, told, words), GRAVE),
        (heading.endswith("?") or parsed.tokens[-1].text == "?", GRAVEST),
        (not words["first_persons"].isdisjoint(spoken), GRAVEST),
        (opening.low in words["subject_pronouns"], _SERIOUS),
        (described, _SERIOUS),
        (_hangs(opening, words) or _lacks_subject(parsed, told, heading, words), _SERIOUS),
        (_only_counts(date, words) or _is_named_by(date, words), _SERIOUS),
        (is_silence(parsed, told, words), GRAVE),
        (find_cue(parsed.tokens, 0, len(parsed.tokens), words.cues["pictured"]) is not None, GRAVE),
        ((ELLIPSIS in heading[:-1] and not described) or _runs_together(parsed, told, words), _SERIOUS),
        (_speaks_without_subject(parsed, told, words), _SERIOUS),
        ("(" in heading, _SLIGHT),
        (heading.endswith(ELLIPSIS), _SLIGHT),
        (opening.low in words["prepositions"], _SLIGHT),
        (main is not None and not _fits(main, standing), _SLIGHT),
        (main is not None and main.negated, _SLIGHT),
        (_puts_right(date, words), _SERIOUS),
        (date.verb is not None and date.verb.lemma in words["remark_verbs"], _SLIGHT),
    )
    return sum(weight for wanting, weight in found if wanting)


def _main_verb(parsed: Parsed, told: Clause, words: Grammar) -> VerbGroup | None:
    """The first finite verb that is none of saying, else the first finite one."""
    finite = [group for group in parsed.groups_in(told) if group.finite]
    return next((group for group in finite if group.lemma not in words["speech_verbs"]), finite[0] if finite else None)


def _only_speaks(parsed: Parsed, told: Clause, words: Grammar) -> bool:
    """Whether a clause only says that somebody spoke, and what he said is cut off: "a spokesman said in a note on Sunday"."""
    finite = [group for group in parsed.groups_in(told) if group.finite]
    return bool(finite) and all(group.lemma in words["remark_verbs"] for group in finite)


def _hangs(opening: Token, words: Grammar) -> bool:
    """Whether a clause begins as one that depends on another: "if the well …", "who said …"."""
    joining = opening.low in words["subordinators"] or opening.low in words["relatives"] or opening.low in words["conditions"]
    return joining and opening.low not in words["determiners"]


def _lacks_subject(parsed: Parsed, told: Clause, heading: str, words: Grammar) -> bool:
    """Whether a heading begins with its verb, whose subject stands too far off: "also introduced a bill on Wednesday"."""
    begin = first_word(parsed.tokens, told, words)
    verb = next((group for group in parsed.groups_in(told) if group.finite), None)
    bare = verb is not None and all(token.low in words["adverbs"] for token in parsed.tokens[begin : verb.first])
    opens = heading.lower().startswith(parsed.tokens[begin].low)
    return (bare and opens) or antecedent_of(parsed, told, words) is not None  # "the panel | that weighed it on Monday"


def _runs_together(parsed: Parsed, told: Clause, words: Grammar) -> bool:
    """Whether a preposition has a capital behind a word without a mark: "Oil spill at sea On 20 April a well …"."""
    pairs = zip(parsed.tokens[told.first : told.last], parsed.tokens[told.first + 1 : told.last], strict=False)
    return any(one.is_word and two.text.istitle() and two.low in words["prepositions"] and not one.text.istitle() for one, two in pairs)


def _speaks_without_subject(parsed: Parsed, told: Clause, words: Grammar) -> bool:
    """Whether a clause opens with a participle of saying, whose subject is in another: "Saying the deal on Monday was good"."""
    begin = first_word(parsed.tokens, told, words)
    verb = next((group for group in parsed.groups if group.first == begin), None)
    return verb is not None and verb.lemma in words["speech_verbs"] and words.ends(parsed.tokens[begin].low, "participle_endings")


def _puts_right(date: Dated, words: Grammar) -> bool:
    """Whether a day is named to deny another: "she said so on 1 June, not 2 June", "on Friday and not on Thursday"."""
    tokens = date.parsed.tokens[date.stretch.last : date.stretch.last + 2]
    return bool(tokens) and (tokens[0].text == "," or tokens[0].low in words["conjunctions"]) and tokens[-1].low in words["negations"]


def _only_counts(date: Dated, words: Grammar) -> bool:
    """Whether the day only bounds what is told: "has not leaked since the blast of 15 July", "by Wednesday"."""
    tokens, first = date.parsed.tokens, date.stretch.first
    before = tokens[first - 1].low if first else ""
    verb = max((group.head for group in date.parsed.groups if group.finite and group.head < first), default=date.told.first)
    since = any(token.low in words["since_words"] for token in tokens[verb:first])
    return since or any(before in words[name] for name in ("limit_links", "range_links", "before_words"))


def _is_named_by(date: Dated, words: Grammar) -> bool:
    """Whether the day only names a thing: "blamed managers for the 20 April explosion"."""
    tokens, first, last = date.parsed.tokens, date.stretch.first, date.stretch.last
    noun = last < len(tokens) and tokens[last].is_word and not any(tokens[last].low in words[name] for name in FUNCTION_WORDS)
    verb = any(group.first == last for group in date.parsed.groups)
    if _is_within_subject(date, words):
        return True
    held = first > 0 and (tokens[first - 1].low in words["determiners"] or tokens[first - 1].low in words["possessives"])
    return held and noun and not verb


def _is_described(date: Dated, words: Grammar) -> bool:
    """Whether the day stands in what describes the thing that a clause opens with: "races that will be held in 2032"."""
    verb, tokens, first = date.verb, date.parsed.tokens, date.told.first
    if verb is None or verb.first - 1 <= first or tokens[verb.first - 1].low not in words["relative_pronouns"]:
        return False
    return not any(group.finite and first <= group.head < verb.first for group in date.parsed.groups)


def _is_within_subject(date: Dated, words: Grammar) -> bool:
    """Whether the day stands in a participle that describes the subject of another verb: "a film of the march starting on Friday won"."""
    verb, tokens = date.verb, date.parsed.tokens
    if verb is None or verb.finite or not verb.first or not words.ends(tokens[verb.head].low, "participle_endings"):
        return False
    noun = tokens[verb.first - 1].is_word and not any(tokens[verb.first - 1].low in words[name] for name in FUNCTION_WORDS)
    groups = date.parsed.groups_in(date.told)
    earlier = any(group.finite and group.head < verb.first for group in groups)
    return noun and not earlier and any(group.finite and group.first >= date.stretch.last for group in groups)


def _fits(verb: VerbGroup, standing: Standing) -> bool:
    """Whether a verb's time is that of what it tells: past for what has happened."""
    return verb.tense is Tense.PAST or standing is not Standing.HAPPENED


def is_silence(parsed: Parsed, told: Clause, words: Grammar) -> bool:
    """Whether a clause only says that somebody did not answer: "declined to comment", "did not return a call"."""
    return find_cue(parsed.tokens, told.first, told.last, words.cues["silent"]) is not None
