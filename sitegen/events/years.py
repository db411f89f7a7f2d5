"""Days without a year that were taken for next year's, where the articles around them tell of the same day a year before.

One article knows only its own sentence: "the 20 April explosion" may lie
ahead of a text of September. That many others tell what happened on that
day, in the same words, settles it; so does a story that was under way when
the day was last, and nearer. The verb has the last word: what "will" be
held on a day stays ahead, however often it was held before.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from sitegen.dates import Interval, Timex
from sitegen.events.clauses import parse
from sitegen.events.grammar import grammar
from sitegen.events.standings import find_cue
from sitegen.events.tokens import tokens_of
from sitegen.events.verbs import Tense
from sitegen.model import Article, CalendarDate, Certainty, Direction, Relation, Report, Resolution, Span, Standing, Step

_FEWEST = 3  # other articles that must tell of the day …
_TIMES = 3  # … and how many times more they must be than those that tell of the day a year later
_NEARER = 1.25  # times that the next such day must be farther off than the last
_SHARED = 2  # words or names that they must share with the report …
_MANY = 20  # … or one, where so many articles do
_TO_COME = frozenset({Standing.SCHEDULED, Standing.PROPOSED, Standing.CONDITIONAL})

Place = tuple[str, Span]
"""An article and where an expression stands in it."""


def settle_years(
    articles: Sequence[Article], reports: Sequence[Report], resolutions: Mapping[str, tuple[Resolution, ...]]
) -> tuple[tuple[Report, ...], dict[str, tuple[Resolution, ...]]]:
    """The reports and resolutions of a corpus, days of a wrong year put into the one that the corpus speaks of."""
    by_id = {article.id: article for article in articles}
    published = {article.id: article.day for article in articles}
    doubtful = [report for report in reports if _may_be_past(report, published[report.article])]
    tenses = {_place(report): _tense(by_id[report.article], report) for report in doubtful}
    doubtful = [report for report in doubtful if tenses[_place(report)] is not Tense.FUTURE]
    days = {day for report in doubtful for day in (report.interval.first_day, _year_before(report.interval.first_day))}
    on_day: dict[dt.date, list[Report]] = defaultdict(list)
    for report in reports:
        if report.interval.first_day in days and report.interval.days == 1:
            on_day[report.interval.first_day].append(report)
    began = min(published.values(), default=dt.date.max)
    moved: dict[Place, Resolution] = {}
    for report in doubtful:
        open_ = tenses[_place(report)] is Tense.OPEN
        number = _others(report, on_day, published)
        if number or (not open_ and _in_story(report, published[report.article], began)):
            moved[_place(report)] = _moved(report.resolution, number)
    if not moved:
        return tuple(reports), dict(resolutions)
    settled = {
        name: tuple(moved.get((name, resolution.expression.span), resolution) for resolution in found)
        for name, found in resolutions.items()
    }
    return tuple(_with_year(report, moved.get(_place(report))) for report in reports), settled


def _may_be_past(report: Report, published: dt.date) -> bool:
    """Whether a report's day was given by month and day alone, taken for one to come, and not by a verb that says so."""
    meaning = report.resolution.expression.meaning
    if not isinstance(meaning, CalendarDate) or meaning.day is None or meaning.month is None or report.interval.days != 1:
        return False
    bare = meaning.year is None and meaning.year_relation is None and meaning.relation is Relation.BARE
    return bare and published < report.interval.first_day and _year_before(report.interval.first_day) <= published


def _year_before(day: dt.date) -> dt.date:
    with suppress(ValueError):
        return day.replace(year=day.year - 1)
    return day - dt.timedelta(366)  # 29 February


def _place(report: Report) -> Place:
    return report.article, report.resolution.expression.span


def _tense(article: Article, report: Report) -> Tense:
    """How the verb of a day speaks of it: FUTURE, too, where the present tells of something arranged."""
    words, span = grammar(article.language), article.sentences[report.sentence].span
    parsed = parse(tokens_of(article.prose[span.start : span.end], span.start, article.language), words)
    expression = report.resolution.expression.span
    first, _ = parsed.token_range(expression.start, expression.end)
    clause = parsed.clause_at(first)
    verb = parsed.governing(clause, first)
    if verb and any(token.low in words["since_words"] for token in parsed.tokens[verb.head : first]):
        return Tense.PAST  # "will mark the first time since the explosion on …"
    if verb is None or verb.tense is not Tense.PRESENT:
        return verb.tense if verb else Tense.NONFINITE
    arranged = find_cue(parsed.tokens, clause.first, clause.last, words.cues["scheduled"])
    return Tense.FUTURE if arranged else verb.tense


def _others(report: Report, on_day: Mapping[dt.date, list[Report]], published: Mapping[str, dt.date]) -> int:
    """How many other articles tell of the day a year before in a report's words, 0 where they are too few to say."""
    own = _words(report)
    shared: dict[str, int] = {}
    for other in on_day.get(_year_before(report.interval.first_day), ()):
        if other.article != report.article and _has_happened(other, published[other.article]):
            shared[other.article] = max(shared.get(other.article, 0), len(own & _words(other)))
    near, by_a_word = (sum(count >= least for count in shared.values()) for least in (_SHARED, 1))
    there = near if near >= _FEWEST else by_a_word if by_a_word >= _MANY else 0
    here = {other.article for other in on_day[report.interval.first_day] if not _may_be_past(other, published[other.article])}
    return there if there > _TIMES * len(here) else 0


def _in_story(report: Report, published: dt.date, began: dt.date) -> bool:
    """Whether a day lies nearer behind its article than ahead, and in the days that the articles tell of."""
    before = _year_before(report.interval.first_day)
    return began <= before and (published - before) * _NEARER < report.interval.first_day - published


def _has_happened(report: Report, published: dt.date) -> bool:
    return report.standing is Standing.HAPPENED and published >= report.interval.first_day


def _words(report: Report) -> frozenset[str]:
    return frozenset((*report.terms, *report.actors, *report.places))


def _moved(resolution: Resolution, number: int) -> Resolution:
    """The resolution a year earlier, with the step that says why."""
    interval, timex = resolution.interval, resolution.timex
    if interval is None:
        return resolution
    earlier = _earlier(interval)
    value = earlier.first_day.isoformat() + timex.value[len("YYYY-MM-DD") :]
    rule, because = "calendar.in-story", "No verb looks ahead to it, and the story was under way when it last came round"
    if number:
        rule = "calendar.as-others"
        because = f"{number} other articles tell what happened on that day of {earlier.first_day.year} in the same words"
    return replace(
        resolution,
        interval=earlier,
        timex=Timex(timex.type, value, timex.mod, timex.quant, timex.freq),
        direction=Direction.PAST,
        certainty=Certainty.RESOLVED,
        steps=(*resolution.steps, Step(rule, because, resolution.expression.span, timex.value, value)),
        if_dated=(),
    )


def _earlier(interval: Interval) -> Interval:
    by = interval.first_day - _year_before(interval.first_day)
    return replace(interval, start=interval.start - by, end=interval.end - by)


def _with_year(report: Report, moved: Resolution | None) -> Report:
    """A report of the day that its expression was moved to; what was to come on it has happened."""
    if moved is None or moved.interval is None or report.interval.days != 1:
        return report
    standing = Standing.HAPPENED if report.standing in _TO_COME else report.standing
    return replace(report, resolution=moved, interval=_earlier(report.interval), standing=standing)
