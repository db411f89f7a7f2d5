"""Resolution -> Report: who says that what happened, or will, on which day. Pure for each article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen.dates import Granularity, Interval
from sitegen.events.clauses import Clause, Parsed, parse
from sitegen.events.grammar import Grammar, grammar
from sitegen.events.headlines import first_word, headline_of, subject_of
from sitegen.events.names import NameKind, Names, names_of
from sitegen.events.predicates import predicates_of
from sitegen.events.quotes import is_quoted, speaker_of, who_says
from sitegen.events.ranges import Stretch, stretches
from sitegen.events.standings import Setting, find_cue, standing_of
from sitegen.events.terms import CONCEPT, concepts_of, terms_of
from sitegen.events.tokens import DASHES, Token, tokens_of
from sitegen.events.verbs import VerbGroup
from sitegen.model import Article, BlockKind, Report, Resolution, Span, Standing

_LINK = 2  # words between two dates of one phrase: "from Thursday to next Tuesday"
_ATTRIBUTES = frozenset({Granularity.MONTH, Granularity.QUARTER, Granularity.HALF, Granularity.SEASON})
_NEAR = 1  # sentences of the same block before one that belong to its context


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as the rules of this stage read it."""

    article: Article
    words: Grammar
    sentences: tuple[tuple[Token, ...], ...]
    names: Names
    by_sentence: dict[int, tuple[Resolution, ...]]


def reports_of(article: Article, resolutions: tuple[Resolution, ...]) -> tuple[Report, ...]:
    """Every report of an article, in the order of its text."""
    reading = _read(article, resolutions)
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


def _read(article: Article, resolutions: tuple[Resolution, ...]) -> Reading:
    words = grammar(article.language)
    sentences = tuple(
        tokens_of(article.prose[sentence.span.start : sentence.span.end], sentence.span.start, article.language)
        for sentence in article.sentences
    )
    by_sentence: dict[int, list[Resolution]] = defaultdict(list)
    for resolution in resolutions:
        by_sentence[resolution.expression.sentence].append(resolution)
    dates = {index: tuple(resolution.expression.span for resolution in found) for index, found in by_sentence.items()}
    return Reading(article, words, sentences, names_of(sentences, dates, words), {i: tuple(found) for i, found in by_sentence.items()})


def _of_sentence(reading: Reading, index: int) -> Iterator[Report]:
    parsed = parse(reading.sentences[index], reading.words)
    moved = find_cue(parsed.tokens, 0, len(parsed.tokens), reading.words.cues["postponed"]) is not None
    found = stretches(parsed, reading.by_sentence[index], reading.words, reading.article.day, moved=moved)
    heading = reading.article.sentences[index].kind is BlockKind.HEADING
    kept = [stretch for stretch in found if _reports(parsed, stretch, found, reading.words, heading=heading)]
    made = [_report(reading, index, parsed, stretch, found) for stretch in kept]
    yield from _replacing(made)


def _reports(parsed: Parsed, stretch: Stretch, found: tuple[Stretch, ...], words: Grammar, *, heading: bool) -> bool:
    """Whether a date says when something happens.

    It does not where it only measures another ("fewer than last year") or
    names a thing, where it stands alone as a heading or a dateline, and where
    it is the time stamp of a heading or of an entry that tells of another day.
    """
    clause = parsed.clause_at(stretch.first)
    if stretch.first and parsed.tokens[stretch.first - 1].low in words["comparisons"]:
        return False
    if _is_attribute(parsed, stretch, words) or (_is_stamp(parsed, stretch) and (heading or len(found) > 1)):
        return False
    if not parsed.groups_in(clause):
        if is_quoted(parsed.tokens, stretch.first):
            return True
        dateline = clause.last < len(parsed.tokens) and parsed.tokens[clause.last - 1].text in DASHES
        return not dateline and bool(terms_of(_tokens(parsed.tokens, (clause,), frozenset(range(stretch.first, stretch.last))), words))
    return True


def _is_stamp(parsed: Parsed, stretch: Stretch) -> bool:
    """Whether a clock time opens the sentence, as in the entries of a running report."""
    opens = not any(token.is_word for token in parsed.tokens[: stretch.first])
    return opens and stretch.interval.granularity is Granularity.MINUTE


def _is_attribute(parsed: Parsed, stretch: Stretch, words: Grammar) -> bool:
    """Whether a month, quarter or season only names a thing: "third-quarter results", "the summer timetable"."""
    if stretch.interval.granularity not in _ATTRIBUTES or stretch.last >= len(parsed.tokens):
        return False
    after = parsed.tokens[stretch.last]
    verb = any(group.first == stretch.last for group in parsed.groups)
    function_word = any(
        after.low in words[name] for name in ("prepositions", "conjunctions", "subordinators", "determiners", "adverbs", "pronouns")
    )
    return after.is_word and not after.capital and not verb and not function_word and after.low != "'s"


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


def _report(reading: Reading, index: int, parsed: Parsed, stretch: Stretch, all_dates: tuple[Stretch, ...]) -> Report:
    words, tokens = reading.words, parsed.tokens
    verb = parsed.governing(parsed.clause_at(stretch.first), stretch.first)
    saying = verb is not None and _is_saying(parsed, verb, stretch, words)
    clause = _own_clause(parsed, stretch, all_dates, words)
    said = _said(parsed, clause, words) if saying else None
    subject = subject_of(parsed, clause, words)
    dated = frozenset(i for other in all_dates for i in range(other.first, other.last)) | reading.names.plain(index)
    own = _tokens(tokens, (said or clause, subject), dated) + _antecedent(reading, index, parsed, clause)
    setting = Setting(
        parsed, clause, verb, stretch.first, stretch.last, stretch.interval, reading.article.day, stretch.resolutions[0].direction
    )
    named = reading.names.within(index, clause.first, clause.last)
    named += reading.names.within(index, subject.first, subject.last) if subject else ()
    span = Span(tokens[clause.first].start, tokens[clause.last - 1].end)
    report = Report(
        article=reading.article.id,
        sentence=index,
        clause=span,
        headline=headline_of(parsed, said or clause, reading.article.prose, 0, words),
        resolution=stretch.resolutions[0],
        interval=stretch.interval,
        text=" ".join(reading.article.body[stretch.span.start : stretch.span.end].split()),
        standing=standing_of(setting, words),
        actors=tuple(dict.fromkeys(name for name in named if reading.names.kinds[name] is not NameKind.PLACE)),
        places=tuple(dict.fromkeys(name for name in named if reading.names.kinds[name] is NameKind.PLACE)),
        terms=terms_of(own, words),
        concepts=concepts_of(own, words),
        predicates=predicates_of(parsed, said or clause, stretch.first, words),
        context=_context(reading, index, said or clause, tokens, dated),
        saying=saying,
        verb=verb.lemma if verb else "",
        quoted=is_quoted(tokens, stretch.first),
        speaker=who_says(reading.names, index, parsed, verb.head, words)
        if verb and saying
        else speaker_of(reading.names, index, parsed, stretch.first, words),
    )
    return replace(report, leans=_leans(report, parsed, clause, words))


def _leans(report: Report, parsed: Parsed, clause: Clause, words: Grammar) -> bool:
    """Whether a clause is known by what stands before it: it corrects, gives new dates, or names nothing."""
    if any(find_cue(parsed.tokens, clause.first, clause.last, words.cues[name]) for name in ("corrected", "moved")):
        return not report.actors and not report.places
    first = parsed.tokens[first_word(parsed.tokens, clause, words)]
    nobody = first.low in words["subject_pronouns"] or first.start >= report.resolution.expression.span.start
    return not (report.actors or report.places or report.concepts) and (nobody or not report.terms)


def _antecedent(reading: Reading, index: int, parsed: Parsed, clause: Clause) -> list[Token]:
    """For a clause that begins with a pronoun, what the sentence before it is about: the words before its verb."""
    words, sentences = reading.words, reading.article.sentences
    start = first_word(parsed.tokens, clause, words)
    if parsed.tokens[start].low not in words["anaphors"] or index == 0 or sentences[index - 1].block != sentences[index].block:
        return []
    before = parse(reading.sentences[index - 1], words)
    verb = before.groups[0].first if before.groups else 0
    return list(before.tokens[:verb])


def _is_saying(parsed: Parsed, verb: VerbGroup, stretch: Stretch, words: Grammar) -> bool:
    """Whether a date tells when words were spoken: an active verb of saying without a thing that it announces."""
    if verb.lemma not in words["speech_verbs"] or any(parsed.tokens[i].low in words["be"] for i in range(verb.first, verb.head)):
        return False
    if verb.lemma in words["telling_verbs"]:
        return True
    after = next(
        (i for i in range(verb.head + 1, len(parsed.tokens)) if not stretch.first <= i < stretch.last and not _leads_in(parsed, i, words)),
        None,
    )
    if after is None:
        return True
    token = parsed.tokens[after]
    return not token.is_word or token.low in words["subordinators"] or token.low in words["prepositions"]


def _leads_in(parsed: Parsed, index: int, words: Grammar) -> bool:
    """Whether a word belongs to the date behind it: "on", "early on"."""
    return parsed.tokens[index].low in words["date_leads"]


def _said(parsed: Parsed, clause: Clause, words: Grammar) -> Clause | None:
    """A clause of saying together with what is said: "announced on Friday | that members had voted", or before it "…, | police said"."""
    following = next((other for other in parsed.clauses if other.first == clause.last), None)
    if following is not None and parsed.tokens[following.first].low in words["subordinators"]:
        return Clause(clause.first, following.last)
    before = next((other for other in parsed.clauses if other.last == clause.first), None)
    if before is not None and parsed.tokens[before.last - 1].text == ",":
        return Clause(before.first, clause.last)
    return None


def _own_clause(parsed: Parsed, stretch: Stretch, all_dates: tuple[Stretch, ...], words: Grammar) -> Clause:
    """The part of its clause that a date governs, where the clause holds several dates.

    It ends at the comma or conjunction before the next date and begins after
    the one behind the date before. A stretch that ends in a later clause takes
    that one in.
    """
    clause, last = parsed.clause_at(stretch.first), parsed.clause_at(stretch.last - 1)
    first, end = clause.first, max(clause.last, last.last)
    before = [other for other in all_dates if other.last <= stretch.first and other.first in clause]
    after = [other for other in all_dates if other.first >= stretch.last and other.first < end]
    if before and stretch.first - before[-1].last > _LINK:
        first = _cut(parsed, before[-1].last, stretch.first, words) or (
            first if _verb_between(parsed, before[-1], stretch) else before[-1].last
        )
    if after and after[0].first - stretch.last > _LINK:
        end = _cut(parsed, stretch.last, after[0].first, words) or end
    return Clause(first, end)


def _cut(parsed: Parsed, first: int, last: int, words: Grammar) -> int:
    """The first comma or conjunction between two dates, 0 where there is none."""
    return next((i for i in range(first, last) if parsed.tokens[i].text == "," or parsed.tokens[i].low in words["conjunctions"]), 0)


def _verb_between(parsed: Parsed, one: Stretch, two: Stretch) -> bool:
    return bool(parsed.groups_in(Clause(one.last, two.first)))


def _tokens(tokens: tuple[Token, ...], clauses: tuple[Clause | None, ...], dated: frozenset[int]) -> list[Token]:
    return [tokens[i] for clause in clauses if clause for i in range(clause.first, clause.last) if i not in dated]


def _context(reading: Reading, index: int, clause: Clause, tokens: tuple[Token, ...], dated: frozenset[int]) -> tuple[str, ...]:
    """Terms and concepts of the rest of the sentence, of the one before it in its block, and of the heading above."""
    rest = [token for i, token in enumerate(tokens) if i not in clause and i not in dated]
    sentence = reading.article.sentences[index]
    around = list(rest)
    for other in range(max(0, index - _NEAR), index):
        if reading.article.sentences[other].block == sentence.block:
            around += reading.sentences[other]
    heading = next((i for i in range(index, -1, -1) if reading.article.sentences[i].kind is BlockKind.HEADING), None)
    if heading is not None and heading != index:
        around += reading.sentences[heading]
    return (*terms_of(around, reading.words), *(CONCEPT + name for name in concepts_of(around, reading.words)))
