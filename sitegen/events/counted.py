"""Days counted from what the article itself dates: "three days after the sinking", "the morning after the vote".

No calendar says when that is, but the article may: "The ferry sank on Monday."
TIMEX3 knows such lengths as durations with an anchored end; here the end is
the date, where one day of the article, and only one, is that of the thing
named.
"""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.events.backdated import backdated
from sitegen.events.clauses import parse
from sitegen.events.counts import Count, counted_from, counts
from sitegen.events.grammar import Grammar, grammar
from sitegen.events.terms import CONCEPT, SAYING, terms_of
from sitegen.events.tokens import Token
from sitegen.model import Article, Report, Resolution, Span, Standing

_RULE = "offset.from-event"
_WORD_BEFORE = 12  # characters before a date in which the word before it ends
_TOLD = frozenset({Standing.HAPPENED, Standing.SCHEDULED})
_SPOKEN = frozenset({SAYING.removeprefix(CONCEPT)})


def counted(article: Article, resolutions: tuple[Resolution, ...], reports: tuple[Report, ...]) -> tuple[Resolution, ...]:
    """The resolutions of an article, those lengths as dates that count from a thing whose day its reports give.

    "The day after the vote", where only the vote is dated, becomes an expression of its own.
    """
    words = grammar(article.language)
    placed = [
        found
        for count in counts(article, resolutions, words)
        if (found := _placed(article, count, reports, words) or backdated(article, count, reports, words))
    ]
    if not placed:
        return resolutions
    taken = [resolution.expression.span for resolution in placed]
    kept = (each for each in resolutions if not any(span.start <= each.expression.span.start < span.end for span in taken))
    return tuple(sorted((*kept, *placed), key=lambda resolution: resolution.expression.span.start))


def _placed(article: Article, count: Count, reports: Sequence[Report], words: Grammar) -> Resolution | None:
    """The day of a count, where the reports of its article give the day of the one thing that it is counted from."""
    of = _told(count, [report for report in reports if not _lasts(article, report, words)], words)
    if of is None:
        return None
    return counted_from(article, count, of, count.span, _RULE, f"Counted from “{of.headline}”, {of.interval.first_day.isoformat()}")


def _told(count: Count, reports: Sequence[Report], words: Grammar) -> Report | None:
    """The report of the thing that is counted from; None where several days could be meant."""
    apart = (report for report in reports if report.sentence != count.sentence or not _holds(report, count.span))
    days = (report for report in apart if report.interval.days == 1 and report.standing in _TOLD and not (report.saying or report.quoted))
    fitting = [report for report in days if _tells(report, count.thing, words)]
    return fitting[0] if len({report.interval.first_day for report in fitting}) == 1 else None


def _lasts(article: Article, report: Report, words: Grammar) -> bool:
    """Whether a day is only that from which on something has held: "for the first time since 20 April"."""
    start = report.resolution.expression.span.start
    before = article.prose[max(0, start - _WORD_BEFORE) : start].split()[-1:]
    return before != [] and before[0].lower() in words["since_words"]


def _holds(report: Report, span: Span) -> bool:
    return report.clause.start <= span.start < report.clause.end


def _tells(report: Report, thing: tuple[Token, ...], words: Grammar) -> bool:
    """Whether what a report's clause says happened is the thing: "the sinking", "the ferry sank"."""
    parsed = parse(thing, words)
    verb = next((group for group in parsed.groups if group.finite), None)
    if verb is not None:
        subject = thing[: verb.first]
        pronoun = any(token.low in words["anaphors"] for token in subject)
        head, beside = thing[verb.head], [token for token in subject if token.is_word]
        return _is_one_act(head, report, words) and (pronoun or _shares(beside, report, words)) and _names(thing, report, words)
    noun = _head(thing, words)
    if noun is None or not _names(thing, report, words):
        return False
    little = any(report.verb in words[kind] for kind in ("light_verbs", "planning_verbs", "begin_verbs"))
    held = little and report.terms[:1] == (words.family(noun.lemma),)  # "the vote was held on 3 June"
    return (held or _is_one_act(noun, report, words)) and _completed(noun, thing, report, words)


def _head(thing: tuple[Token, ...], words: Grammar) -> Token | None:
    """The noun by which a definite thing is named: the last word before what is added to it, "the sinking | of the ferry"."""
    definite = thing[0].low in words["possessives"] or (thing[0].low in words["articles"] and thing[0].low not in words["indefinite"])
    end = next((i for i, token in enumerate(thing) if i and token.low in words["prepositions"]), len(thing))
    return thing[end - 1] if definite and end > 1 else None


def _is_one_act(word: Token, report: Report, words: Grammar) -> bool:
    """Whether a word names what a report's verb does: "sinking" and "sank", "death" and "died"; not that somebody spoke."""
    if word.lemma in words["speech_verbs"] or word.lemma in words["light_verbs"]:
        return False
    same_kind = not (_kinds(word.lemma, words) & _kinds(report.verb, words)).issubset(_SPOKEN)
    return same_kind or words.family(word.lemma) == words.family(report.verb)


def _kinds(lemma: str, words: Grammar) -> frozenset[str]:
    return frozenset(words.concepts.get((lemma,), ()))


def _completed(noun: Token, thing: tuple[Token, ...], report: Report, words: Grammar) -> bool:
    """Whether a report speaks of what is added to a noun: "the release | of the film"."""
    added = terms_of(thing[thing.index(noun) + 1 :], words)
    return not added or not set(added).isdisjoint(_said(report, words))


def _shares(tokens: Sequence[Token], report: Report, words: Grammar) -> bool:
    return not set(terms_of(tokens, words)).isdisjoint(_said(report, words))


def _names(thing: Sequence[Token], report: Report, words: Grammar) -> bool:
    """Whether a report speaks of whoever a thing is named with."""
    names = {words.family(token.lemma) for token in thing if token.capital}
    return not names or not names.isdisjoint(_said(report, words))


def _said(report: Report, words: Grammar) -> set[str]:
    own = (word.lower() for name in (*report.actors, *report.places) for word in name.split())
    return {*report.terms, *map(words.family, own)}
