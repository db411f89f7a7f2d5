"""The sentence of each step: why this step was taken, in plain English, with the article's own words where they decide."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sitegen.dates import Granularity, Interval, interval_of
from sitegen.model import Article, Step

# Rule -> sentence; {said} are the words that decide, {before} and {after} the values on either side in words.
_SENTENCES = {
    "anchor.publication": "The article is dated {after}",
    "anchor.dateline": "The dateline “{said}” says when this was written: {after}",
    "anchor.heading": "The heading “{said}” sets the day: {after}",
    "anchor.speech": "The words were spoken or written when “{said}” says: {after}",
    "anchor.topic": "The text is speaking of {after} at this point",
    "anchor.none": "Nothing is needed to read it",
    "direction.future-verb": "The verb “{said}” looks ahead",
    "direction.would": "“{said}” looks ahead from the time that is told",
    "direction.modal": "“{said}” leaves it open, and so to come",
    "direction.infinitive": "“{said}” tells what is still to be done",
    "direction.is-to": "“{said}” tells what is arranged",
    "direction.was-to": "“{said}” tells what was then still to come",
    "direction.plan": "“{said}” tells of a plan",
    "direction.demand": "“{said}” asks for what is still to be done",
    "direction.scheduled": "“{said}” tells of something arranged",
    "direction.scheduled-present": "The present “{said}” tells of something arranged",
    "direction.present": "The present “{said}” holds for a day to come",
    "direction.progressive": "“{said}” tells of something arranged",
    "direction.condition": "“{said}” stands in a condition, so it is to come",
    "direction.entry": "“{said}” heads an entry that tells of nothing over, as in the plan of a week",
    "direction.pictured": "“{said}” tells of a picture, which was taken before",
    "direction.for": "“{said}” before a day names one to come",
    "direction.until": "“{said}” sets an end that is to come",
    "direction.lasts": "“{said}” sets an end to what still lasts",
    "direction.ahead": "“{said}” looks ahead",
    "direction.effective": "“{said}” begins on a day to come",
    "direction.moved": "It was moved to or from this day, which was then still to come",
    "direction.was-moved": "It was moved to or from this day, which was then still to come and may be over now",
    "direction.after": "What stands behind “{said}” came first, so it is over",
    "direction.since": "“{said}” looks back",
    "direction.ended": "“{said}” tells of what is over",
    "direction.past-verb": "The verb “{said}” looks back",
    "direction.past-plan": "“{said}” tells of a plan that came to nothing",
    "direction.results-due": "“{said}” tells of results that are still to be told",
    "direction.measured": "“{said}” measures by what was there before",
    "direction.named": "“{said}” gives a time for what is still to come",
    "direction.heading": "It stands under a heading that looks ahead",
    "direction.results": "“{said}” tells of results, so of a time that is over",
    "direction.attribute": "The day belongs to something that is already there",
    "direction.cancelled": "“{said}” leaves open whether the day had come",
    "direction.none": "Nothing in the sentence says whether it looks ahead or back",
    "weekday.past": "So it is the latest such day up to then",
    "weekday.future": "So it is the next such day from then on",
    "weekday.none": "News names the latest such day where it does not say",
    "weekday.dated": "The date behind it says which one is meant",
    "weekday.would": "It was to come when it was said, so it is the next such day from then on",
    "weekday.this": "“This” is the day of the same week, Monday to Sunday",
    "weekday.last": "“Last” is the latest such day before",
    "weekday.next": "“Next” is the day of the following week",
    "weekday.coming": "It is the first such day after that",
    "weekday.previous": "It is the last such day before that",
    "weekday.same": "“The” points to the days that the text speaks of, so it is the first such day from there",
    "weekday.by-name": "Only its name is told, and the day that the text speaks of has it",
    "weekday.narrative": "A story goes on, so it is the next such day in it",
    "weekday.weeks": "Weeks are counted from the nearest such day",
    "weekday.of-week": "It is that day of the week that the text names",
    "weekday.range": "The stretch began on the day named before, so it is the next such day from there",
    "weekday.contrast": "It corrects the day named before, so the nearest such day to it",
    "weekday.nearest": "So it is the nearest such day, over or to come",
    "offset.count": "Counted from there it is {after}",
    "offset.until-now": "The count is a round one, and what is told has happened, so it ends in the year of the telling",
    "offset.unknown": "The text does not say closely enough from when it is counted",
    "offset.same-quarter": "The text compares quarters, so it is the same quarter of the other year",
    "period.day": "It is the day beside the one under discussion",
    "period.same-day": "It is the day under discussion",
    "period.week": "Weeks run from Monday to Sunday",
    "period.week-ahead": "Said on a Sunday of what is to come, it is the week about to begin",
    "period.month": "It is the calendar month",
    "period.quarter": "It is the calendar quarter",
    "period.quarter-at-hand": "It goes by the quarter that the text is speaking of",
    "period.last-quarter": "No quarter was named before, so it is the last one completed",
    "period.year": "It is the calendar year",
    "period.decade": "It is the decade of the calendar",
    "period.century": "It is the century of the calendar",
    "period.fortnight": "A fortnight is two weeks",
    "weekend.future": "So it is the weekend to come or under way",
    "weekend.past": "So it is the weekend just over",
    "weekend.last": "“Last” is the weekend before",
    "weekend.next": "“Next” is the weekend of the following week",
    "weekend.coming": "It is the first weekend to come",
    "weekend.of": "It is the weekend of that week",
    "calendar.stated": "The text gives the date itself",
    "calendar.fiscal": "A fiscal period has its own calendar, which the text does not give",
    "calendar.past": "So it is the latest one that had begun",
    "calendar.future": "So it is the next one that was not over",
    "calendar.nearest": "Without a year, the nearest one is meant",
    "calendar.past-quarter": "Results are told of the latest quarter that has begun",
    "calendar.narrative": "The text goes on with what it was telling, which gives the year",
    "calendar.weekday-year": "In the year that the text is telling of, the day is another weekday; so it is of the nearest year that fits",
    "calendar.list": "The dates of the list follow one another, which gives this one its year",
    "calendar.year-relation": "The words say which year",
    "calendar.this": "“This” is the one of the current year",
    "calendar.last": "“Last” is the latest one that is over",
    "calendar.next": "“Next” is the first one that has not begun",
    "calendar.day-of-month": "Without a month, the nearest such day is meant",
    "calendar.day-past": "Without a month, it is the latest such day",
    "calendar.day-future": "Without a month, it is the next such day",
    "calendar.month-told": "It is that day of the month that the text is speaking of",
    "calendar.day-first": "The text or its country writes the day first",
    "calendar.weekday-order": "Only with the numbers in this order is it the weekday that is named",
    "calendar.month-first": "The text or its country writes the month first",
    "calendar.moon": "The festival follows the moon, as the calendar of a country that keeps it has it",
    "calendar.sighting": "It begins when the new moon is seen, so it may be a day earlier or later from country to country",
    "calendar.moon-unknown": "No calendar at hand tells the day of the festival in that year",
    "time.part": "The part of the day is named",
    "time.clock": "The time of day is named",
    "time.zone": "The bracket gives the same moment in another zone, and so the day",
    "duration": "It is a length of time, with no place on the calendar",
    "set": "It comes again and again, so no single day is meant",
    "vague": "It names no day that could be counted to",
    "override": "An editor settled it",
}


def worded(steps: tuple[Step, ...], article: Article) -> tuple[Step, ...]:
    """The steps with their sentences."""
    return tuple(replace(step, because=_sentence(step, article)) for step in steps)


def _sentence(step: Step, article: Article) -> str:
    said = " ".join(article.body[step.evidence.start : step.evidence.end].split()) if step.evidence else ""
    return _SENTENCES[step.rule].format(said=said, before=in_words(step.before), after=in_words(step.after)) + "."


def in_words(value: str) -> str:
    """A TIMEX3 value as a reader says it; as it stands where it names no stretch of the calendar."""
    interval = interval_of(value)
    if interval is None:
        return value
    match interval.granularity:
        case Granularity.YEAR:
            return f"{interval.start.year}"
        case Granularity.MONTH:
            return f"{interval.start:%B} {interval.start.year}"
        case Granularity.MINUTE | Granularity.HOUR | Granularity.PART:
            return _day(interval.first_day)
        case _ if interval.days == 1:
            return _day(interval.first_day)
        case _:
            return _span(interval)


def _day(day: dt.date) -> str:
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def _span(interval: Interval) -> str:
    first, last = interval.first_day, interval.last_day
    return f"{first.day} {first:%B} {first.year} to {last.day} {last:%B} {last.year}"
