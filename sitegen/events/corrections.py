"""Days that a text gave wrongly and takes back: errata, "an earlier version said Monday", "that was our mistake"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.events.cues import Cue, find_cue
from sitegen.events.grammar import Grammar
from sitegen.events.reading import Reading, follows
from sitegen.events.setting import Setting
from sitegen.events.terms import terms_of
from sitegen.events.verbs import Tense
from sitegen.model import Report, Standing

_BEHIND = 5  # words behind a date's first in which a text can be called wrong …
_VERDICT = 9  # … and in which a sentence about a text or a date says that it was
_SHORT = 9  # tokens of a sentence that only owns to a mistake …
_OPENING = 6  # … and of the beginning of one that does so first
_NEARBY = 2  # days between a wrong day and the right one, where nothing else says which is meant
_TEXTS = ("issues", "versions", "papers")


def is_withdrawn(at: Setting, words: Grammar) -> bool:
    """Whether the date is one that was first given and then corrected: "had at first said Monday", "carried the date Monday in error"."""
    if at.verb is None:
        return False
    tokens = at.parsed.tokens
    cue = find_cue(tokens, 0, min(at.first + _BEHIND, len(tokens)), words.cues["corrected"]) or _is_righted(at, words)
    if cue and any(at.first < group.first < cue.first for group in at.parsed.groups):
        cue = None
    if not cue and not (at.corrects and (_is_of_text(at, words) or _version_says(at, words))):
        return _is_called_wrong(at, words)
    return _is_given(at, words) or _is_had_done(at, words) or _version_says(at, words)


def is_put_right(at: Setting, words: Grammar) -> bool:
    """Whether the text about a withdrawn day says that it was wrong; what the day was of stands before it."""
    return at.corrects or _is_righted(at, words) is not None or _is_called_wrong(at, words)


def _is_righted(at: Setting, words: Grammar) -> Cue | None:
    """Where the rest of the sentence says that a mistake was put right."""
    return find_cue(at.parsed.tokens, at.first, len(at.parsed.tokens), words.cues["righted"])


def stands_beside_correction(reading: Reading, index: int) -> bool:
    """Whether the sentence before, in the same block, or the heading above says that a text was wrong, or the next one begins with that."""
    if _takes_back(reading, index):
        return True
    if follows(reading, index):
        before = reading.sentences[index - 1]
        if find_cue(before, 0, len(before), reading.words.cues["corrected"]):
            return True
    if index + 1 >= len(reading.sentences) or not _owns_to_mistake(reading, index + 1):
        return False
    after = reading.sentences[index + 1]
    return len(after) <= _SHORT or after[0].low in reading.words["demonstratives"]


def _takes_back(reading: Reading, index: int) -> bool:
    """Whether a sentence right below "Correction" tells what a text said, and the next one gives another time: "Bulletin 8 said …"."""
    below = index > 0 and reading.headings[index] == index - 1 and _is_label(reading, index - 1)
    if not below or index + 1 not in reading.by_sentence or not follows(reading, index + 1):
        return False
    return any(token.low in reading.words[name] for token in reading.sentences[index] for name in _TEXTS)


def withdrawn(reading: Reading, reports: Iterable[Report]) -> tuple[Report, ...]:
    """Withdraw a day for which the article gives another further on: "a correction: the market opens on Thursday"."""
    found = list(reports)
    for place, report in enumerate(found):
        tokens = reading.sentences[report.sentence]
        labelled = _labelled_before(reading, found, place)
        if labelled is not None:
            found[place] = replace(report, contradicts=found[labelled].interval)
            found[labelled] = replace(found[labelled], standing=Standing.DENIED)
            continue
        if report.standing is not Standing.DENIED and (
            find_cue(tokens, 0, len(tokens), reading.words.cues["corrected"])
            or _is_bare_day(reading, report)
            or _takes_back(reading, report.sentence - 1)
        ):
            given = _given_before(found, place)
            if given is not None:
                found[place] = replace(report, contradicts=given.interval)
                continue
            said = set(terms_of(tokens, reading.words))
            dated = any(token.low in reading.words["dates"] for token in tokens)  # "we gave the wrong day for the bridge: …"
            wrong = next(
                (n for n in range(place) if _is_corrected_by(found[n], report) or (dated and _is_named(found[n], report, said))), None
            )
            if wrong is not None:
                found[wrong] = replace(found[wrong], standing=Standing.DENIED)
    return _righted_behind(reading, found)


def _is_bare_day(reading: Reading, report: Report) -> bool:
    """Whether a sentence says of something only when it was: "It was on Thursday."."""
    tokens = reading.sentences[report.sentence]
    span = report.resolution.expression.span
    rest = [token for token in tokens if not span.start <= token.start < span.end]
    bare = len(rest) > 1 and rest[0].low in reading.words["anaphors"] and rest[1].low in reading.words["be"]
    return bare and not terms_of(rest, reading.words)


def _labelled_before(reading: Reading, reports: Sequence[Report], place: int) -> int | None:
    """The day that an entry headed "Correction" puts right without naming it.

    It is that of a thing which the entry names, else of the last one a day or two away.
    """
    report = reports[place]
    entry = _correcting_entry(reading, report.sentence)
    if not entry or report.standing is Standing.DENIED:
        return None
    if any(reports[number].sentence in entry and not reports[number].gives_hour_only for number in range(place)):
        return None  # the first day of the entry was right
    if any(each.standing is Standing.DENIED and each.sentence == report.sentence for each in reports[place + 1 : place + 2]):
        return None  # "on Saturday 22 March, not on Friday 21 March"
    said = {term for sentence in entry for term in terms_of(reading.sentences[sentence], reading.words)}
    before = [number for number in reversed(range(place)) if _may_be_wrong(reports[number], report)]
    named = [number for number in before if not said.isdisjoint(reports[number].terms)]
    return next(iter(named or before), None)


def _correcting_entry(reading: Reading, index: int) -> range:
    """The sentences up to one, of a block or under a heading that begins with "Correction".

    None where the sentence says itself what was wrong.
    """
    blocks = reading.article.sentences
    first = next((i + 1 for i in reversed(range(index)) if blocks[i].block != blocks[index].block), 0)
    label = reading.headings[index] if reading.headings[index] == first - 1 else first
    begins = -1 < label < index and _is_label(reading, label)
    cue = find_cue(reading.sentences[index], 0, len(reading.sentences[index]), reading.words.cues["corrected"]) if begins else None
    return range(label, index + 1) if begins and not cue else range(0)


def _is_label(reading: Reading, index: int) -> bool:
    """Whether a sentence is or begins with the word that says what follows: "11:35 Correction", "Correction: …"."""
    tokens = reading.sentences[index]
    first = next((i for i, token in enumerate(tokens) if token.is_word), len(tokens))
    named = first < len(tokens) and tokens[first].low in reading.words["corrections"]
    return named and not any(token.is_word for token in tokens[first + 1 : first + 2])


def _may_be_wrong(old: Report, new: Report) -> bool:
    """Whether a day can be the one that another puts right: as precise, a day or two off, and of the same time."""
    apart = abs((old.interval.first_day - new.interval.first_day).days)
    return 0 < apart <= _NEARBY and old.standing is new.standing and old.interval.days == new.interval.days


def _given_before(reports: Sequence[Report], place: int) -> Report | None:
    """The day that a correction says was wrong, where it gives both: "the report gave the day as 10 May. The correct day is 11 May"."""
    before = reports[place - 1] if place else None
    wrong = before is not None and before.standing is Standing.DENIED and reports[place].sentence - before.sentence <= 1
    return before if wrong else None


def _righted_behind(reading: Reading, reports: Sequence[Report]) -> tuple[Report, ...]:
    """A day that is given right behind a mistake is of the same thing: "that was our mistake: the council says Monday"."""
    wrong = {report.sentence: report.interval for report in reports if report.standing is Standing.DENIED and report.leans}
    return tuple(
        replace(report, contradicts=wrong[report.sentence - 1])
        if report.sentence - 1 in wrong and report.standing is not Standing.DENIED and _owns_to_mistake(reading, report.sentence)
        else report
        for report in reports
    )


def _owns_to_mistake(reading: Reading, index: int) -> bool:
    """Whether a sentence begins by saying that the one before was wrong."""
    tokens = reading.sentences[index]
    return follows(reading, index) and find_cue(tokens, 0, min(len(tokens), _OPENING), reading.words.cues["mistaken"]) is not None


def _is_of_text(at: Setting, words: Grammar) -> bool:
    """Whether a clause is about what a text said: "It had put it on Monday", "we gave Monday", "the leaflet said Monday"."""
    tokens, clause, verb = at.parsed.tokens, at.clause, at.verb
    if tokens[clause.first].low in words["anaphors"]:
        return True
    subject = tokens[clause.first : verb.first] if verb else ()
    return any(token.low in words[name] for token in subject for name in ("first_persons", *_TEXTS))


def _is_given(at: Setting, words: Grammar) -> bool:
    """Whether the date is what was said: "had said | Monday", not "said | on Monday | that"."""
    verb = at.verb
    if verb is None or verb.tense not in {Tense.PAST, Tense.NONFINITE}:  # "a circular giving Thursday"
        return False
    if verb.lemma in words["giving_verbs"] or (verb.lemma in words["have"] and verb.head == at.first - 1):
        return True
    led = any(at.parsed.tokens[at.first - 1].low in words[name] for name in ("date_leads", "purpose_links"))  # "had called it for May"
    return verb.finite and verb.lemma in words["speech_verbs"] and not led


def _is_called_wrong(at: Setting, words: Grammar) -> bool:
    """Whether a sentence about a text or a date ends in its being wrong: "the date of 19 March given in our leaflet is incorrect"."""
    tokens = at.parsed.tokens
    behind = at.verb is not None and at.verb.first > at.first and at.verb.lemma in words["giving_verbs"]
    if behind and tokens[at.first - 1].low in words["date_leads"]:
        return False  # "a notice on Monday gave 11 July": only the other day was wrong
    about = any(token.low in words[name] for token in tokens[: at.first] for name in ("dates", *_TEXTS))
    return about and find_cue(tokens, at.first, min(at.first + _VERDICT, len(tokens)), words.cues["mistaken"]) is not None


def _version_says(at: Setting, words: Grammar) -> bool:
    """Whether it is what a text says that is corrected: "the version of 2pm | stated that the fire broke out on Friday"."""
    tokens = at.parsed.tokens
    names = (*_TEXTS, "first_persons") if at.corrects else _TEXTS  # "we wrote that it opens on Thursday. That was our mistake"
    text = next((i for i, token in enumerate(tokens) if any(token.low in words[name] for name in names)), at.first)
    kinds = ("speech_verbs", "giving_verbs") if tokens[at.first - 1].low in words["manner_links"] else ("speech_verbs",)  # "gave it as …"
    said = (group for group in at.parsed.groups if text < group.first and group.head < at.first)
    return any(group.tense is Tense.PAST and any(group.lemma in words[kind] for kind in kinds) for group in said)


def _is_had_done(at: Setting, words: Grammar) -> bool:
    """Whether a text makes somebody do something: "an earlier version | had the mayor resigning on Monday"."""
    had = next((group for group in at.parsed.groups_in(at.clause) if group.finite), None)
    if had is None or at.verb is None or at.verb.first <= had.head:  # "had a stroke"
        return False
    return had.first == had.head and had.lemma in words["have"] and had.tense is Tense.PAST


def _is_corrected_by(old: Report, new: Report) -> bool:
    """Whether two reports of different days and sentences name the same thing in the same words."""
    apart = old.sentence != new.sentence and old.interval != new.interval and old.standing is new.standing
    words = set(new.terms) & set(old.terms)
    return apart and len(words) > 0 and (len(words) > 1 or not set(new.predicates).isdisjoint(old.predicates))


def _is_named(old: Report, new: Report, said: set[str]) -> bool:
    """Whether a sentence that corrects a day names what an earlier one gives another day for."""
    return old.sentence != new.sentence and old.interval != new.interval and old.standing is new.standing and bool(said & set(old.terms))
