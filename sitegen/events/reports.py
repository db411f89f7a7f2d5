"""Resolution -> Report: who says that what happened, or will, on which day. Pure for each article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from sitegen.events.claims import is_vague
from sitegen.events.clauses import Parsed, parse
from sitegen.events.corrections import is_put_right, stands_beside_correction, withdrawn
from sitegen.events.cues import find_cue
from sitegen.events.dated import Dated, dated, is_age, reports_something
from sitegen.events.grammar import Grammar
from sitegen.events.headlines import first_word, headline_of, unlabelled
from sitegen.events.imprints import is_stamp
from sitegen.events.marks import marks_of
from sitegen.events.moves import Told, moved
from sitegen.events.names import NameKind
from sitegen.events.outlook import is_unplanned
from sitegen.events.predicates import predicates_of
from sitegen.events.quotes import is_quoted, speaker_of, who_says
from sitegen.events.ranges import Stretch, stretches, without_updates
from sitegen.events.reading import Reading, antecedent, context, read
from sitegen.events.rivals import Attribution, attribution_of, contradicting
from sitegen.events.setting import Setting
from sitegen.events.shifts import shifted
from sitegen.events.standings import standing_of
from sitegen.events.telling import faults_of, is_silence
from sitegen.events.terms import concepts_of, terms_of
from sitegen.model import GRAVEST, Article, BlockKind, Report, Resolution, Span, Standing

# "The version of this release gave the new date as …": nothing of that is what the date was for.
_OF_A_TEXT = ("issues", "versions", "papers", "sent_out", "dates")


def reports_of(article: Article, resolutions: tuple[Resolution, ...]) -> tuple[Report, ...]:
    """Every report of an article, in the order of its text."""
    reading = read(article, resolutions)
    found = [one for index in sorted(reading.by_sentence) for one in _of_sentence(reading, index)]
    told = [one for one, _ in found]
    return withdrawn(reading, contradicting(told, [attribution for _, attribution in found], moved(told)))


def _of_sentence(reading: Reading, index: int) -> Iterator[tuple[Told, Attribution]]:
    words = reading.words
    parsed = parse(reading.sentences[index], words)
    put_off = find_cue(parsed.tokens, 0, len(parsed.tokens), words.cues["postponed"]) is not None
    found = without_updates(parsed, stretches(parsed, reading.by_sentence[index], words, reading.article.day, moved=put_off), words)
    heading = reading.article.sentences[index].kind is BlockKind.HEADING
    telling = tuple(
        stretch for stretch in found if reports_something(parsed, stretch, found, words, heading=heading, published=reading.article.day)
    )
    for stretch in (each for each in telling if not is_age(each)):
        date = dated(parsed, stretch, telling, words)
        at = _setting(reading, index, date)
        marks = marks_of(at, words)
        report = _report(reading, index, date, found, standing_of(at, marks, words))
        told = Told(_judged(report, date, at, words), marks, shifted(parsed, stretch, reading.by_sentence[index], words))
        yield told, attribution_of(date, words)


def _report(reading: Reading, index: int, date: Dated, all_dates: tuple[Stretch, ...], standing: Standing) -> Report:
    words, tokens, stretch = reading.words, date.parsed.tokens, date.stretch
    apart = reading.names.plain(index).union(*(range(other.first, other.last) for other in all_dates))
    own = [tokens[i] for clause in date.clauses for i in range(clause.first, clause.last) if i not in apart]
    own += antecedent(reading, index, date.parsed, date.clause)
    about = [t for t in own if any(t.low in words[name] for name in _OF_A_TEXT)] if standing is Standing.DENIED else []
    own = [token for token in own if token not in about]
    rest = [token for i, token in enumerate(tokens) if i not in date.told and i not in apart]
    kinds = predicates_of(date.parsed, date.told, stretch.first, _dates(date.parsed, all_dates), words)
    actors, places = _named(reading, index, date)
    return Report(
        article=reading.article.id,
        sentence=index,
        clause=Span(tokens[date.clause.first].start, tokens[date.clause.last - 1].end),
        headline=unlabelled(headline_of(date.parsed, date.told, reading.article.prose, words), _labels(reading, all_dates)),
        resolution=stretch.resolutions[0],
        interval=stretch.interval,
        text=" ".join(reading.article.body[stretch.span.start : stretch.span.end].split()),
        standing=standing,
        actors=actors,
        places=places,
        terms=terms_of(own, words),
        concepts=concepts_of(own, words),
        predicates=tuple(kind for kind in kinds if kind not in concepts_of(about, words)),
        context=context(reading, index, rest),
        verb=date.verb.lemma if date.verb else "",
        saying=date.saying or is_silence(date.parsed, date.told, words),
        quoted=is_quoted(tokens, stretch.first),
        speaker=_speaker(reading, index, date),
    )


def _judged(report: Report, date: Dated, at: Setting, words: Grammar) -> Report:
    """A report with what its clause wants, and what it leans on."""
    tokens = date.parsed.tokens
    given = report.standing is Standing.DENIED and is_put_right(at, words)
    faults = faults_of(date, report.headline, report.standing, words)
    nobody = faults >= GRAVEST or (report.quoted and not report.speaker)
    return replace(
        report,
        leans=given or _leans(report, date, words),
        again=any(tokens[i].low in words["repeat_words"] for i in range(date.told.first, date.told.last)),
        faults=faults,
        unplanned=nobody or is_unplanned(date, report.standing, at.published, words),
    )


def _labels(reading: Reading, stretches: tuple[Stretch, ...]) -> tuple[str, ...]:
    """The days and hours of a sentence as written; a month or a year before a heading is part of it."""
    return tuple(
        " ".join(reading.article.prose[stretch.span.start : stretch.span.end].split())
        for stretch in stretches
        if stretch.interval.days == 1 and stretch.span.end > stretch.span.start
    )


def _dates(parsed: Parsed, stretches: tuple[Stretch, ...]) -> frozenset[int]:
    """The tokens of all dates of a sentence, without what stands between the ends of a stretch."""
    spans = [resolution.expression.span for stretch in stretches for resolution in stretch.resolutions]
    return frozenset(i for span in spans for i in range(*parsed.token_range(span.start, span.end)))


def _setting(reading: Reading, index: int, date: Dated) -> Setting:
    stretch = date.stretch
    return Setting(
        date.parsed,
        date.clause,
        date.verb,
        stretch.first,
        stretch.interval,
        reading.article.day,
        stretch.resolutions[0].direction,
        corrects=stands_beside_correction(reading, index),
        entered=(is_stamp(date.parsed, stretch) and _appeared_later(reading.article, stretch)) or _lies_behind(date, reading.words),
    )


def _appeared_later(article: Article, stretch: Stretch) -> bool:
    return isinstance(article.published, dt.datetime) and stretch.interval.start <= article.published.replace(tzinfo=None)


def _lies_behind(date: Dated, words: Grammar) -> bool:
    """Whether the words for a day say that it is over: "earlier this week"."""
    first = date.stretch.first
    return any(date.parsed.tokens[i].low in words["behind_words"] for i in range(max(0, first - 1), first + 1))


def _named(reading: Reading, index: int, date: Dated) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The actors and the places of a clause and its subject."""
    clauses = (date.clause, date.subject) if date.subject else (date.clause,)
    names = dict.fromkeys(name for clause in clauses for name in reading.names.within(index, clause.first, clause.last))
    places = tuple(name for name in names if reading.names.kinds[name] is NameKind.PLACE)
    return tuple(name for name in names if name not in places), places


def _speaker(reading: Reading, index: int, date: Dated) -> str:
    if date.verb and date.saying:
        return who_says(reading.names, index, date.parsed, date.verb.head, reading.words)
    return speaker_of(reading.names, index, date.parsed, date.stretch.first, reading.words)


def _leans(report: Report, date: Dated, words: Grammar) -> bool:
    """Whether a clause is known by what stands before it: it corrects, gives new dates, or names nothing."""
    tokens, clause = date.parsed.tokens, date.clause
    given = report.standing is Standing.DENIED and find_cue(tokens, 0, clause.first, words.cues["corrected"])  # "Erratum: the text said …"
    if given or any(find_cue(tokens, clause.first, clause.last, words.cues[name]) for name in ("corrected", "moved")):
        return not report.actors and not report.places
    if is_vague(report):  # "the session will start at 10am"
        return not report.actors and not report.places
    first = tokens[first_word(tokens, clause, words)]
    nobody = (first.low in words["subject_pronouns"] or first.start >= date.stretch.span.start) and not _is_cleft(date, words)
    return not (report.actors or report.places or report.concepts) and (nobody or not report.terms)


def _is_cleft(date: Dated, words: Grammar) -> bool:
    """Whether "it" only brings in who did something: "yesterday it was the living who filled the streets"."""
    tokens = date.parsed.tokens[date.clause.first : date.clause.last + 1]
    opens = (i for i in range(len(tokens) - 1) if tokens[i].low in words["anaphors"] and tokens[i + 1].low in words["be"])
    start = next(opens, len(tokens))
    return any(token.low in words["relative_pronouns"] for token in tokens[start:])
