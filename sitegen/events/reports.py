"""Resolution -> Report: who says that what happened, or will, on which day. Pure for each article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sitegen.dates import Interval
from sitegen.events.clauses import parse
from sitegen.events.dated import Dated, dated, reports_something
from sitegen.events.grammar import Grammar
from sitegen.events.headlines import first_word, headline_of
from sitegen.events.names import NameKind
from sitegen.events.predicates import predicates_of
from sitegen.events.quotes import is_quoted, speaker_of, who_says
from sitegen.events.ranges import Stretch, stretches
from sitegen.events.reading import Reading, antecedent, context, read
from sitegen.events.standings import Setting, find_cue, standing_of
from sitegen.events.terms import concepts_of, terms_of
from sitegen.model import Article, BlockKind, Report, Resolution, Span, Standing


def reports_of(article: Article, resolutions: tuple[Resolution, ...]) -> tuple[Report, ...]:
    """Every report of an article, in the order of its text."""
    reading = read(article, resolutions)
    return _with_new_days([report for index in sorted(reading.by_sentence) for report in _of_sentence(reading, index)])


def _with_new_days(reports: list[Report]) -> tuple[Report, ...]:
    """Give a clause that says "the new dates are …" the day that the sentence before it calls off."""
    made: list[Report] = []
    for report in reports:
        before = made[-1] if made and report.sentence - made[-1].sentence <= 1 else None
        off = before is not None and before.standing in {Standing.CANCELLED, Standing.POSTPONED}
        new = report.leans and report.standing is Standing.SCHEDULED and not report.replaces
        made.append(replace(report, replaces=before.interval) if before and off and new else report)
    return tuple(made)


def _of_sentence(reading: Reading, index: int) -> Iterator[Report]:
    words = reading.words
    parsed = parse(reading.sentences[index], words)
    moved = find_cue(parsed.tokens, 0, len(parsed.tokens), words.cues["postponed"]) is not None
    found = stretches(parsed, reading.by_sentence[index], words, reading.article.day, moved=moved)
    heading = reading.article.sentences[index].kind is BlockKind.HEADING
    kept = [stretch for stretch in found if reports_something(parsed, stretch, found, words, heading=heading)]
    yield from _replacing([_report(reading, index, dated(parsed, stretch, found, words), found) for stretch in kept])


def _replacing(reports: list[Report]) -> Iterator[Report]:
    """Give the new day of a postponement the old one that it replaces."""
    old: Interval | None = None
    for report in reports:
        if report.standing is Standing.POSTPONED:
            old = report.interval
            yield report
        elif old and report.standing is not Standing.HAPPENED and report.interval.start > old.start:
            yield replace(report, replaces=old)
            old = None
        else:
            yield report


def _report(reading: Reading, index: int, date: Dated, all_dates: tuple[Stretch, ...]) -> Report:
    words, tokens, stretch = reading.words, date.parsed.tokens, date.stretch
    apart = reading.names.plain(index).union(*(range(other.first, other.last) for other in all_dates))
    own = [tokens[i] for clause in date.clauses for i in range(clause.first, clause.last) if i not in apart]
    own += antecedent(reading, index, date.parsed, date.clause)
    rest = [token for i, token in enumerate(tokens) if i not in date.told and i not in apart]
    actors, places = _named(reading, index, date)
    report = Report(
        article=reading.article.id,
        sentence=index,
        clause=Span(tokens[date.clause.first].start, tokens[date.clause.last - 1].end),
        headline=headline_of(date.parsed, date.told, reading.article.prose, words),
        resolution=stretch.resolutions[0],
        interval=stretch.interval,
        text=" ".join(reading.article.body[stretch.span.start : stretch.span.end].split()),
        standing=standing_of(_setting(reading, date), words),
        actors=actors,
        places=places,
        terms=terms_of(own, words),
        concepts=concepts_of(own, words),
        predicates=predicates_of(date.parsed, date.told, stretch.first, words),
        context=context(reading, index, rest),
        verb=date.verb.lemma if date.verb else "",
        saying=date.saying,
        quoted=is_quoted(tokens, stretch.first),
        speaker=_speaker(reading, index, date),
    )
    return replace(report, leans=_leans(report, date, words))


def _setting(reading: Reading, date: Dated) -> Setting:
    stretch = date.stretch
    return Setting(
        date.parsed,
        date.clause,
        date.verb,
        stretch.first,
        stretch.interval,
        reading.article.day,
        stretch.resolutions[0].direction,
    )


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
    if any(find_cue(tokens, clause.first, clause.last, words.cues[name]) for name in ("corrected", "moved")):
        return not report.actors and not report.places
    first = tokens[first_word(tokens, clause, words)]
    nobody = first.low in words["subject_pronouns"] or first.start >= date.stretch.span.start
    return not (report.actors or report.places or report.concepts) and (nobody or not report.terms)
