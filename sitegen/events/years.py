"""Days without a year that were put into a wrong one, where the articles around them know better.

One article knows only its own sentence: "the 20 April explosion" may lie
ahead of a text of September. That many others tell what happened on that
day, in the same words, settles it; so does a story that was under way when
the day was last, and nearer. And where other articles give a day its year, in
the same words ("the attack of 9 May 2001"), it is that year's wherever it
stands without one ("the 9 May attack"). The verb has the last word: what "will" be
held on a day stays ahead, however often it was held before.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from sitegen.dates import Interval, Timex
from sitegen.events.clauses import parse
from sitegen.events.cues import find_cue
from sitegen.events.grammar import grammar
from sitegen.events.tokens import tokens_of
from sitegen.events.verbs import Tense
from sitegen.model import Article, CalendarDate, Certainty, Direction, Relation, Report, Resolution, Span, Standing, Step

_FEWEST = 3  # other articles that must tell of the day …
_TIMES = 3  # … and how many times more they must be than those that tell of the day a year later
_NEARER = 1.25  # times that the next such day must be farther off than the last
_SHARED = 2  # words or names that they must share with the report …
_MANY = 20  # … or one, where so many articles do
_FRESH = 21  # days to either side of its article in which a day without a year is news, and no name of what happened long ago
_COMMON = 12  # articles from which on a word is the whole story's …
_CORE = 1 / 4  # … where it stands in that part of all
_TO_COME = frozenset({Standing.SCHEDULED, Standing.PROPOSED, Standing.CONDITIONAL})

MonthDay = tuple[int, int]
Place = tuple[str, Span]
"""An article and where an expression stands in it."""


def settle_years(
    articles: Sequence[Article], reports: Sequence[Report], resolutions: Mapping[str, tuple[Resolution, ...]]
) -> tuple[tuple[Report, ...], dict[str, tuple[Resolution, ...]]]:
    """The reports and resolutions of a corpus, days of a wrong year put into the one that the corpus speaks of."""
    published = {article.id: article.day for article in articles}
    by_id = {article.id: article for article in articles}
    moved = _named_years(by_id, reports) | _next_years(by_id, reports, published)
    if not moved:
        return tuple(reports), dict(resolutions)
    settled = {
        name: tuple(moved.get((name, resolution.expression.span), resolution) for resolution in found)
        for name, found in resolutions.items()
    }
    return tuple(_with_year(report, moved.get(_place(report))) for report in reports), settled


def _next_years(by_id: Mapping[str, Article], reports: Sequence[Report], published: Mapping[str, dt.date]) -> dict[Place, Resolution]:
    """Days that were taken for next year's and are this year's."""
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
    return moved


def _named_years(by_id: Mapping[str, Article], reports: Sequence[Report]) -> dict[Place, Resolution]:
    """Days long before or after their article that other articles name with another year.

    In the same words, or where nothing speaks for the year that the day was put into.
    """
    bare = [report for report in reports if _is_bare(report) and abs(by_id[report.article].day - report.interval.first_day).days > _FRESH]
    named = _named(reports, {(report.interval.first_day.month, report.interval.first_day.day) for report in bare})
    common = _common(reports) if named else frozenset()
    began = min((article.day for article in by_id.values()), default=dt.date.max)
    moved = {}
    for report in bare:
        year, told = named.get((report.interval.first_day.month, report.interval.first_day.day), (0, {}))
        own = _words(report) - common
        shared = [len(own & words) for name, words in told.items() if name != report.article]
        by_a_word = sum(count > 0 for count in shared)
        number = by_a_word if 2 * by_a_word >= len(shared) else sum(count >= _SHARED for count in shared)
        if _is_astray(report, by_id[report.article].day, began):
            number = len(shared)
        article = by_id[report.article]
        fits = year != report.interval.first_day.year and year <= article.day.year
        if number >= _FEWEST and fits and _tense(article, report) is not Tense.FUTURE:
            moved[_place(report)] = _in_year(report.resolution, year, number)
    return moved


def _is_astray(report: Report, published: dt.date, began: dt.date) -> bool:
    """Whether a day lies where nothing speaks for it: before the first article, or ahead though nobody plans anything for it."""
    return report.interval.first_day < began or (published < report.interval.first_day and report.unplanned)


def _named(reports: Sequence[Report], days: Container[MonthDay]) -> dict[MonthDay, tuple[int, dict[str, set[str]]]]:
    """For some days of the year the one year that articles give them, and the words of each such article; none where they give several."""
    told: dict[MonthDay, dict[int, dict[str, set[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    for report in reports:
        meaning, day = report.resolution.expression.meaning, report.interval.first_day
        if (
            isinstance(meaning, CalendarDate)
            and meaning.year
            and meaning.day
            and (day.month, day.day) in days
            and report.interval.days == 1
        ):
            told[day.month, day.day][day.year][report.article] |= _words(report)
    found = {}
    for day_of_year, years in told.items():
        year = max(years, key=lambda year: (len(years[year]), -year))
        others = sum(len(articles) for other, articles in years.items() if other != year)
        if len(years[year]) >= _FEWEST and len(years[year]) >= _TIMES * others:
            found[day_of_year] = year, dict(years[year])
    return found


def _common(reports: Sequence[Report]) -> frozenset[str]:
    """The words of the whole story, which say nothing of one of its days."""
    seen: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        for word in _words(report):
            seen[word].add(report.article)
    least = max(_COMMON, _CORE * len({report.article for report in reports}))
    return frozenset(word for word, articles in seen.items() if len(articles) >= least)


def _is_bare(report: Report) -> bool:
    """Whether a report's day was given by month and day alone."""
    meaning = report.resolution.expression.meaning
    if not isinstance(meaning, CalendarDate) or meaning.day is None or meaning.month is None or report.interval.days != 1:
        return False
    return meaning.year is None and meaning.year_relation is None and meaning.relation is Relation.BARE


def _may_be_past(report: Report, published: dt.date) -> bool:
    """Whether a report's day was given by month and day alone, taken for one to come, and not by a verb that says so."""
    return _is_bare(report) and published < report.interval.first_day and _year_before(report.interval.first_day) <= published


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
    if resolution.interval is None:
        return resolution
    day = _year_before(resolution.interval.first_day)
    if number:
        because = f"{number} other articles tell what happened on that day of {day.year} in the same words"
        return _put(resolution, day, "calendar.as-others", because)
    return _put(resolution, day, "calendar.in-story", "No verb looks ahead to it, and the story was under way when it last came round")


def _in_year(resolution: Resolution, year: int, number: int) -> Resolution:
    """The resolution in the year that other articles give to its day."""
    day = resolution.interval.first_day.replace(year=year) if resolution.interval else dt.date.min
    return _put(resolution, day, "calendar.as-named", f"{number} other articles name that day with its year, {year}")


def _put(resolution: Resolution, day: dt.date, rule: str, because: str) -> Resolution:
    """The resolution on another day, with the step that says why."""
    interval, timex = resolution.interval, resolution.timex
    if interval is None:
        return resolution
    value = day.isoformat() + timex.value[len("YYYY-MM-DD") :]
    return replace(
        resolution,
        interval=_shifted(interval, interval.first_day - day),
        timex=Timex(timex.type, value, timex.mod, timex.quant, timex.freq),
        direction=Direction.PAST,
        certainty=Certainty.RESOLVED,
        steps=(*resolution.steps, Step(rule, because, resolution.expression.span, timex.value, value)),
        if_dated=(),
    )


def _shifted(interval: Interval, by: dt.timedelta) -> Interval:
    return replace(interval, start=interval.start - by, end=interval.end - by)


def _with_year(report: Report, moved: Resolution | None) -> Report:
    """A report of the day that its expression was moved to; what was to come on it has happened."""
    if moved is None or moved.interval is None or report.resolution.interval is None or report.interval.days != 1:
        return report
    standing = Standing.HAPPENED if report.standing in _TO_COME else report.standing
    by = report.resolution.interval.first_day - moved.interval.first_day
    return replace(report, resolution=moved, interval=_shifted(report.interval, by), standing=standing)
