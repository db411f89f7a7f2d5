"""What a sentence claims: single dates, and dates that stand together for one stretch of time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from sitegen.dates import Granularity, Interval, Modifier, TimexType
from sitegen.events.backdated import BACKDATED
from sitegen.events.clauses import Parsed
from sitegen.events.grammar import Grammar
from sitegen.events.tokens import DASHES
from sitegen.model import RangePart, Resolution, Span

_FORESEEABLE = 62  # days ahead up to which "before" a day is a stretch of time, and not only a limit
_VERB_BEFORE = 5  # words before a date among which its verb stands: "opens in the village hall on"
_UPDATED = 3  # tokens of "(Last update"
_DAY_ENDS = "T24:00"
_SHORTEST = dt.timedelta(hours=1)  # "opened at 11.40pm and closed nine minutes later" is one moment
_MINUTE = dt.timedelta(minutes=1)
_FINE = frozenset({Granularity.DAY, Granularity.PART, Granularity.HOUR, Granularity.MINUTE})


@dataclass(frozen=True, slots=True)
class Stretch:
    """One or more expressions of a sentence that name one stretch of time."""

    resolutions: tuple[Resolution, ...]
    interval: Interval
    span: Span
    first: int
    """Token at which it begins; ``last`` is one past its end."""
    last: int


def stretches(
    parsed: Parsed, resolutions: tuple[Resolution, ...], words: Grammar, published: dt.date, *, moved: bool
) -> tuple[Stretch, ...]:
    """The dated expressions of a sentence in order, joined where two name the ends of one stretch.

    ``published`` is the day of the article. ``moved`` says that the sentence
    tells of a postponement: then "from A to B" are two days, not a stretch.
    """
    found: list[Stretch] = []
    for resolution in resolutions:
        single = _single(parsed, resolution, words, published)
        if single is None:
            continue
        joined = _join(parsed, found[-1], single, words, moved=moved) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(single)
    return tuple(found)


def _single(parsed: Parsed, resolution: Resolution, words: Grammar, published: dt.date) -> Stretch | None:
    span = resolution.expression.span
    if resolution.interval is None or resolution.timex.type not in {TimexType.DATE, TimexType.TIME}:
        return None
    first, last = parsed.token_range(span.start, span.end)
    if not last:
        return None
    interval = _one_day(resolution.interval)
    limits = first and any(parsed.tokens[first - 1].low in words[name] for name in ("before_words", "limit_links", "range_links"))
    if limits and resolution.timex.value.endswith(_DAY_ENDS):
        interval = Interval(interval.start - _MINUTE, interval.start, Granularity.MINUTE)  # "before midnight on Saturday" is Saturday
    owner = last < len(parsed.tokens) and parsed.tokens[last].low in words["possessives"]
    before = first and not owner and parsed.tokens[first - 1].low in words["before_words"]
    if before and not _denied(parsed, first, words):
        interval = _some_day_before(interval, published)
    return Stretch((resolution,), interval, span, first, last)


def _denied(parsed: Parsed, index: int, words: Grammar) -> bool:
    """Whether a clause says that something will not be before its day: "is not expected to resume before 24 November"."""
    clause = parsed.clause_at(index)
    return any(parsed.tokens[i].low in words["negations"] for i in range(clause.first, index))


def _some_day_before(interval: Interval, published: dt.date) -> Interval:
    """For "before Christmas", said of what is to come: any day from the next one up to the eve."""
    start = dt.datetime.combine(published, dt.time()) + dt.timedelta(1)
    ahead = (interval.first_day - published).days
    if interval.granularity is not Granularity.DAY or not 1 < ahead <= _FORESEEABLE:
        return interval
    return Interval(start, interval.start, Granularity.DAY, Modifier.BEFORE)


def _one_day(interval: Interval) -> Interval:
    """A part of a day without the hours of the next: a night belongs to the day on which it begins."""
    if interval.granularity is not Granularity.PART or interval.days == 1:
        return interval
    midnight = dt.datetime.combine(interval.last_day, dt.time())
    return Interval(interval.start, midnight, interval.granularity, interval.modifier)


def _join(parsed: Parsed, one: Stretch, two: Stretch, words: Grammar, *, moved: bool) -> Stretch | None:
    if two.resolutions[0].expression.rule == BACKDATED:
        return None  # "on 8 January, one day before time ran out": two days
    interval = _apposition(parsed, one, two, words) or _range(parsed, one, two, words, moved=moved)
    if interval is None:
        return None
    return Stretch((*one.resolutions, *two.resolutions), interval, Span(one.span.start, two.span.end), one.first, two.last)


def _gap(parsed: Parsed, one: Stretch, two: Stretch) -> tuple[str, ...]:
    return tuple(token.low for token in parsed.tokens[one.last : two.first])


def _apposition(parsed: Parsed, one: Stretch, two: Stretch, words: Grammar) -> Interval | None:
    """The same day said twice: "next Tuesday, 17 June", "two days later, on 17 June"; the finer of the two holds."""
    gap = _gap(parsed, one, two)
    close = gap in {(",",), ("(",), ()} or (gap[:1] == (",",) and len(gap) == 2 and gap[1] in words["date_leads"])
    if close and (one.interval.contains(two.interval) or two.interval.contains(one.interval)):
        return two.interval if one.interval.contains(two.interval) else one.interval
    return None


def _range(parsed: Parsed, one: Stretch, two: Stretch, words: Grammar, *, moved: bool) -> Interval | None:
    if two.interval.start - one.interval.start < _SHORTEST:
        return None
    gap = _gap(parsed, one, two)
    after_comma = gap[1:] if gap[:1] == (",",) and _opened(parsed, one, words) else gap  # "from Friday, 23 July, to Sunday"
    ends = _declared(one, two) or _by_link(after_comma, words) or (_is_and(gap, words) and _opened(parsed, one, words))
    linked = _listed(gap, one, two, words) or (not moved and (ends or _opens_and_closes(parsed, one, two, words)))
    return one.interval.through(two.interval) if linked else None


def _declared(one: Stretch, two: Stretch) -> bool:
    return one.resolutions[-1].expression.range_part is RangePart.START and two.resolutions[0].expression.range_part is RangePart.END


def _by_link(gap: tuple[str, ...], words: Grammar) -> bool:
    """Only a joining word and little words after it: "to", "until the", "–"."""
    if not gap or gap[0] not in words["range_links"]:
        return False
    return all(low in words["prepositions"] or low in words["determiners"] or low in DASHES for low in gap)


def _opened(parsed: Parsed, one: Stretch, words: Grammar) -> bool:
    """Whether "between" or "from" stands just before the first end."""
    before = parsed.tokens[max(0, one.first - 2) : one.first]
    return any(token.low in words["range_openers"] for token in before)


def _is_and(gap: tuple[str, ...], words: Grammar) -> bool:
    return len(gap) == 1 and gap[0] in words["list_links"]


def _listed(gap: tuple[str, ...], one: Stretch, two: Stretch, words: Grammar) -> bool:
    """Days that follow one another and are listed: "14 and 15 June"."""
    days = one.interval.granularity in _FINE and two.interval.granularity in _FINE
    listed = _is_and(gap, words) or gap in {(",",), ("-",), ("–",)}
    return days and listed and (two.interval.first_day - one.interval.last_day).days == 1


def _opens_and_closes(parsed: Parsed, one: Stretch, two: Stretch, words: Grammar) -> bool:
    """Whether a verb of beginning holds the one and a verb of ending the other: "opens on Monday and closes on Friday"."""
    verb = parsed.governing(parsed.clause_at(one.first), one.first)
    begin = parsed.clause_at(one.first).first
    if parsed.tokens[begin].low in words["free_relatives"]:  # "what began as a march on Monday ended in a fire on Friday": two things
        return False
    before = parsed.tokens[max(begin, one.first - _VERB_BEFORE) : one.first]
    inflected = (token.lemma for token in before if token.low != token.lemma)  # "the forms opens": not taken for a verb behind a plural
    if words["begin_verbs"].isdisjoint((verb.lemma if verb else "", *inflected)):
        return False
    between = range(one.last, two.first)
    ending = [i for i in between if parsed.tokens[i].lemma in words["end_verbs"] and not _is_adverb(parsed, i)]
    return bool(ending) and len(between) <= 9


def _is_adverb(parsed: Parsed, index: int) -> bool:
    """Whether a word stands within the verb that it belongs to: "was last inspected"."""
    return any(group.first < index < group.head for group in parsed.groups)


def without_updates(parsed: Parsed, found: tuple[Stretch, ...], words: Grammar) -> tuple[Stretch, ...]:
    """The dates of a sentence without when its entry was updated: "(Update 7:00 p.m. in Dorn) The harbour closed on Sunday".

    Where there is no other date, the entry is of that day, but not of that hour.
    """
    end = _update_ends(parsed, found, words)
    stamps = [stretch for stretch in found if stretch.last <= end]
    others = tuple(stretch for stretch in found if stretch.last > end)
    if not stamps or others:
        return others
    midnight = dt.datetime.combine(stamps[0].interval.first_day, dt.time())
    return (replace(stamps[0], interval=Interval(midnight, midnight + dt.timedelta(1), Granularity.DAY)),)


def _update_ends(parsed: Parsed, found: tuple[Stretch, ...], words: Grammar) -> int:
    """One past the stamp that opens a sentence: its bracket, or its hour; 0 where there is none."""
    tokens = parsed.tokens
    if not found or words["updates"].isdisjoint(token.low for token in tokens[: min(found[0].first, _UPDATED)]):
        return 0
    if tokens[0].text in {"(", "["}:
        return next((i + 1 for i, token in enumerate(tokens) if token.text in {")", "]"}), 0)
    said = [token.low for token in tokens[: found[0].first] if token.is_word]
    is_stamp = all(any(low in words[name] for name in ("updates", "prepositions", "update_leads")) for low in said)
    return found[0].last if is_stamp else 0
