"""What the reports of one event claim about its day, which claim holds, and who differs."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.dates import Granularity, Interval
from sitegen.events.days import compatible, is_early, is_late, is_precise
from sitegen.events.grammar import grammar
from sitegen.events.zones import moments, same_moment
from sitegen.model import Article, Claim, Disagreement, DisagreementKind, Report, Standing

_NO_CLAIM = frozenset({Standing.POSTPONED, Standing.DENIED})
_PLANNED = frozenset({Standing.SCHEDULED, Standing.PROPOSED, Standing.CONDITIONAL})
_WORD_BEFORE = 12  # characters before a date in which the word before it ends
_LAST_WORD = re.compile(r"\w+(?=\s*$)")
_FIRST_WORD = re.compile(r"\w+")
_ALIKE, _ALIKE_PART = 2, 1 / 2  # words that two tellings of one thing share, and their part of the shorter
_FEW = 50  # articles of a story in which whatever is joined may be held against each other
_LONE = 20  # a reading that so many others stand against for each of its reports is a slip, of the text or of the joining


@dataclass(frozen=True, slots=True)
class Account:
    """The reports of one event with their articles and voices."""

    reports: tuple[Report, ...]
    articles: Mapping[str, Article]
    voices: Mapping[str, str]
    numbers: tuple[int, ...]
    """The reports' numbers in the corpus, for telling equals apart."""

    def voice(self, number: int) -> str:
        """Who speaks in a report."""
        return self.voices[self.reports[number].article]

    def article(self, number: int) -> Article:
        """The article of a report."""
        return self.articles[self.reports[number].article]


def rescheduled_from(reports: Sequence[Report]) -> Interval | None:
    """The day that the event was first moved away from."""
    return next((report.replaces for report in reports if report.replaces), None)


def live(account: Account) -> tuple[int, ...]:
    """Numbers of the reports whose claim still stands: not moved, withdrawn, corrected or overtaken."""
    reports = account.reports
    if len(reports) == 1:
        return (0,)
    gone: set[Interval] = {report.interval for report in reports if report.standing is Standing.POSTPONED}
    gone |= {report.replaces for report in reports if report.replaces}
    new = {report.interval for report in reports if report.replaces}
    denied = {
        (account.voice(number), report.interval.last_day) for number, report in enumerate(reports) if report.standing is Standing.DENIED
    }
    kept = tuple(
        number
        for number, report in enumerate(reports)
        if report.standing not in _NO_CLAIM
        and not is_vague(report)
        and not _is_old(report.interval, gone, new)
        and (account.voice(number), report.interval.last_day) not in denied
    )
    return kept or tuple(range(len(reports)))


def is_vague(report: Report) -> bool:
    """Whether a plan is only given its hour, so that its day is that of the article for want of another."""
    return report.gives_hour_only and report.standing is not Standing.HAPPENED


def _is_old(interval: Interval, gone: set[Interval], new: set[Interval]) -> bool:
    """Whether days are those that were given up, said so or as part of a stretch that the new day is no part of."""
    if any((interval.first_day, interval.last_day) == (old.first_day, old.last_day) for old in gone):
        return True
    return bool(new) and not any(compatible(interval, day) for day in new) and any(compatible(interval, old) for old in gone)


def leading(account: Account, numbers: Sequence[int]) -> int:
    """The report whose claim holds.

    The most precise claim that most independent voices make; among equals the
    account nearest the event: what happened before what was planned, told soonest after it.
    """
    if len(numbers) == 1:
        return numbers[0]
    by_days: dict[tuple[dt.date, dt.date], set[str]] = defaultdict(set)
    for number in numbers:
        interval = account.reports[number].interval
        by_days[interval.first_day, interval.last_day].add(account.voice(number))

    def rank(number: int) -> tuple[int, int, int, int, int, int]:
        report = account.reports[number]
        distance = abs((account.article(number).day - report.interval.first_day).days)
        voices = len(by_days[report.interval.first_day, report.interval.last_day])
        return (
            not is_precise(report.interval),
            report.leans,
            -voices,
            report.standing is not Standing.HAPPENED,
            distance,
            account.numbers[number],
        )

    return min(numbers, key=rank)


def disagreement_of(account: Account, numbers: Sequence[int]) -> Disagreement | None:
    """Where independent voices give days that cannot both be right, each reading with its reports."""
    if len(numbers) == 1:
        return None
    precise = [n for n in numbers if _names_its_day(account, n) and not _is_overtaken(account, account.reports[n], numbers)]
    readings: list[list[int]] = []
    for number in sorted(precise, key=lambda n: _specific(account.reports[n].interval, n)):
        interval = account.reports[number].interval
        home = next((found for found in readings if _both_right(account.reports[found[0]].interval, interval)), None)
        if home is None:
            readings.append([number])
        else:
            home.append(number)
    most = max(map(len, readings), default=0)
    readings = [found for found in readings if len(found) * _LONE > most]
    if len(readings) < 2 or not _contradict(account, readings):
        return None
    claims = tuple(_claim(account, [n for n in found if not account.reports[n].saying] or found) for found in readings)
    return _described(account, claims)


def _claim(account: Account, numbers: Sequence[int]) -> Claim:
    """A reading by its widest days, with the hours, if any, of the report that a reader is shown."""
    order = _plainest_first(account, numbers)
    widest, shown = account.reports[numbers[0]].interval, account.reports[order[0]].interval
    same = (widest.first_day, widest.last_day) == (shown.first_day, shown.last_day)
    return Claim(shown if same else widest, order)


def _plainest_first(account: Account, numbers: Sequence[int]) -> tuple[int, ...]:
    """The reports of a reading, those first that tell by themselves what happened: a reader is shown one of them."""
    return tuple(sorted(numbers, key=lambda number: (not account.reports[number].is_plain, account.reports[number].leans, number)))


def _names_its_day(account: Account, number: int) -> bool:
    """Whether a report says on which day, and not only by which: "workers should finish by Wednesday" claims no Wednesday."""
    report, article = account.reports[number], account.article(number)
    if not is_precise(report.interval):
        return False
    start = report.resolution.expression.span.start
    before = _LAST_WORD.search(article.prose, max(0, start - _WORD_BEFORE), start)
    spoken = _FIRST_WORD.match(report.text)
    limits = grammar(article.language)["limit_links"]
    return not any(found and found[0].lower() in limits for found in (before, spoken))


def _both_right(one: Interval, two: Interval) -> bool:
    """Whether two days can both be right; "this weekend" may be the Friday before it or the Monday after."""
    weekend = Granularity.WEEKEND in {one.granularity, two.granularity}
    gap = max((two.first_day - one.last_day).days, (one.first_day - two.last_day).days)
    return compatible(one, two) or (weekend and gap <= 1)


def _is_overtaken(account: Account, report: Report, numbers: Sequence[int]) -> bool:
    """Whether a day was only planned, and others later told that it happened some days after."""
    planned = report.standing in _PLANNED and account.articles[report.article].day <= report.interval.first_day
    return planned and any(
        account.reports[n].standing is Standing.HAPPENED
        and (account.reports[n].interval.first_day - report.interval.last_day).days > 1
        and account.article(n).day >= account.reports[n].interval.first_day
        for n in numbers
    )


def _specific(interval: Interval, number: int) -> tuple[bool, dt.date, int, int]:
    """Stretches before their days, which they hold; a weekend last, as it may mean either of its days."""
    return interval.granularity is Granularity.WEEKEND, interval.first_day, -interval.days, number


def _contradict(account: Account, readings: list[list[int]]) -> bool:
    """Whether two different voices hold different readings, or one reports what others say against each other.

    One plan that was overtaken by the event is no such thing.
    """
    if any(account.reports[number].contradicts for found in readings for number in found):
        return True
    voices = [{account.voice(number) for number in found} for found in readings]
    return any(
        one - two and two - one and _tell_one_thing(account, readings[i], readings[j])
        for i, one in enumerate(voices)
        for j, two in enumerate(voices[i + 1 :], i + 1)
    )


def _tell_one_thing(account: Account, first: Sequence[int], second: Sequence[int]) -> bool:
    """Whether two voices plainly tell one thing of two days.

    Among many articles much is alike by chance, and reports that others join: who pushed the slick
    ashore on Friday does not contradict who measured it on Thursday. In a small story likeness is enough.
    """
    if len(account.articles) <= _FEW:
        return True
    pairs = ((account.reports[one], account.reports[two]) for one in first for two in second if account.voice(one) != account.voice(two))
    return any(_is_one_thing(one, two) and not _both_right(one.interval, two.interval) for one, two in pairs)


def _is_one_thing(one: Report, two: Report) -> bool:
    """Whether two reports tell by themselves of one kind of thing done, or planned, with half of their words and nobody else who did it."""
    if not (one.is_plain and two.is_plain) or (one.standing is Standing.HAPPENED) != (two.standing is Standing.HAPPENED):
        return False
    same_verb = bool(one.verb) and one.verb == two.verb
    if not same_verb and set(one.predicates).isdisjoint(two.predicates):
        return False
    if one.actors and two.actors and set(one.actors).isdisjoint(two.actors):
        return False
    own, other = ({*report.terms, *report.actors, *report.places} for report in (one, two))
    return len(own & other) >= max(_ALIKE, _ALIKE_PART * min(len(own), len(other)))


def _described(account: Account, claims: tuple[Claim, ...]) -> Disagreement:
    first, second = claims[0], claims[-1]
    apart = (second.interval.first_day - first.interval.last_day).days
    if len(claims) > 2 or apart != 1:
        return Disagreement(DisagreementKind.CONFLICT, claims)
    one, two = first.reports[0], second.reports[0]
    if same_moment(moments(account.reports[one], account.article(one)), moments(account.reports[two], account.article(two))):
        return Disagreement(DisagreementKind.TIME_ZONE, claims, "The same hour, given in two time zones.")
    return Disagreement(DisagreementKind.ADJACENT_DAY, claims, _across_midnight(account, first, second))


def _across_midnight(account: Account, first: Claim, second: Claim) -> str:
    """The reason that rules can give for neighbouring days: evening of the one, morning of the other."""
    late = any(is_late(account.reports[number].interval) for number in first.reports)
    early = any(is_early(account.reports[number].interval) for number in second.reports)
    never = any(is_early(account.reports[number].interval) for number in first.reports) or any(
        is_late(account.reports[number].interval) for number in second.reports
    )
    if never or not (late or early):
        return ""
    days = f"{first.interval.first_day:%A} evening in one time zone is {second.interval.first_day:%A} morning further east"
    return f"May be the same hour: {days}."
