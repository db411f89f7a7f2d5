"""Places the expressions of an article one after the other, keeping the reference time and the time under discussion."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from sitegen.dates import Interval, TimexType, interval_of
from sitegen.model import (
    Anchor,
    AnchorKind,
    BlockKind,
    CalendarDate,
    Direction,
    Duration,
    Expression,
    Meaning,
    Recurrence,
    Relation,
    Sentence,
    TimeOfDay,
    Vague,
    VagueRef,
    Weekday,
    day_of,
    is_hour_only,
)
from sitegen.resolutions.appositions import beside_verb, by_zone, completed, dated_behind, on_its_date, restated, said_twice
from sitegen.resolutions.calendar import comes_monthly, place_usual
from sitegen.resolutions.chapters import Pages, follows, in_chain, turned, within_told
from sitegen.resolutions.context import Context
from sitegen.resolutions.discussion import discussed, is_background, looks_up, passes, told_of
from sitegen.resolutions.fiscal import fiscal_told
from sitegen.resolutions.hours import SINCE, keeps_day, sat_on
from sitegen.resolutions.kinds import is_day_alone, is_nowadays
from sitegen.resolutions.layout import years_of_heads
from sitegen.resolutions.monthdays import day_of_month
from sitegen.resolutions.placing import place
from sitegen.resolutions.situation import (
    FINE,
    LONG_OVER,
    NO_ANCHOR,
    Placed,
    Situation,
    Topic,
    is_bare,
    is_coarse,
    points_back,
    topic_anchor,
)
from sitegen.resolutions.speech import said_when, said_within
from sitegen.resolutions.times import place_habit
from sitegen.resolutions.weekdays import came_on

_LONGER_THAN_A_QUARTER = {"P6M", "P9M", "P1Y"}
_WIRE_DELAY = dt.timedelta(3)  # a report printed later than that is not counted from its dateline
_DAYS_IN_MIND = 5
_LEAD_BLOCKS = 2  # a title may stand before the first paragraph
_SEVERAL_HOURS = 6  # a live blog's clock that jumps by more than this has passed midnight


@dataclass(slots=True)
class Reader:
    """Goes through one article as if it were published on ``published``."""

    context: Context
    published: dt.date
    placed: dict[int, Placed] = field(default_factory=dict)
    topic: Topic = field(default_factory=Topic)
    spoken: Topic = field(default_factory=Topic)
    """The time under discussion within the running quotation."""
    reference: dt.date = dt.date.min
    anchor: Anchor = NO_ANCHOR
    heading_level: int = 0
    entry_clock: dt.time | None = None
    speech: tuple[int, dt.date, Anchor] | None = None
    """The block of the last dated quotation, its day and anchor."""
    held: dict[int, tuple[dt.date, Anchor]] = field(default_factory=dict)
    """The days on which the interviews were held, by their first blocks."""
    interview: int = -1
    """The interview that is running."""
    pages: Pages = field(default_factory=Pages)
    days: tuple[dt.date, ...] = ()
    """The last days under discussion, latest last."""
    resumed: Topic | None = None
    """What the text comes back to after a sentence that looks back."""
    lead: tuple[int, dt.date] | None = None
    """The first day told, where the article's first paragraphs name it, behind its index."""
    head: tuple[int, dt.date, Anchor] | None = None
    """The sentence of the day that heads the entry, that day, and itself as an anchor."""
    years: dict[int, int] = field(default_factory=dict)
    """The years of the days that head the entries of a list."""

    def run(self) -> list[Placed]:
        """Place every expression; those inside a quotation after the rest of their sentence, which may date them."""
        self._count_from_publication()
        self.years = years_of_heads(self.context.expressions, self.context.cues, self.context.heads, self.published)
        order = sorted(
            range(len(self.context.expressions)), key=lambda at: (self.context.expressions[at].sentence, self.context.quoted[at], at)
        )
        for at in order:
            self._enter(at)
            self.placed[at] = self._place(at)
            self._leave(at)
        return [self.placed[at] for at in range(len(self.context.expressions))]

    def _place(self, at: int) -> Placed:
        if said_twice(self.context, at):
            return self.placed[at - 1]
        meaning, situation = completed(self.context, at, self.placed, self.topic, self.published), self._situation(at)
        if (
            isinstance(meaning, TimeOfDay)
            and restated(self.context, at)
            and (told := by_zone(meaning.clock, self._place(at + 1), situation))
        ):
            return told
        if (
            isinstance(meaning, Weekday)
            and dated_behind(self.context, at)
            and (told := on_its_date(meaning, self._place(at + 1), situation))
        ):
            return told
        if isinstance(meaning, Recurrence) and situation.cue.rule == SINCE and (named := day_of_month(meaning)):
            return place(named, situation)  # "on strike since the first of the month"
        if self.context.habitual[at] and isinstance(meaning, TimeOfDay):
            return place_habit(meaning, situation)
        if self.context.narrative and self.context.opening[at] and is_nowadays(self.context.expressions[at], situation.cue):
            return place(Vague(VagueRef.PRESENT), situation)
        if isinstance(meaning, CalendarDate) and comes_monthly(meaning, situation):
            return place(Recurrence("P1M"), situation)
        if self.context.habitual[at] and isinstance(meaning, CalendarDate):
            return place_usual(meaning, situation)
        if self.head and at in self.context.heads and self.context.following and isinstance(meaning, Weekday):
            _, day, anchor = self.head
            return place(replace(meaning, relation=Relation.COMING), replace(situation, reference=day, anchor=anchor))
        return place(meaning, situation)

    def _count_from_publication(self) -> None:
        self.reference = self.published
        self.anchor = Anchor(AnchorKind.PUBLICATION, self.published.isoformat())
        self.heading_level = 0

    def _enter(self, at: int) -> None:
        """Before an expression: a heading of the same rank ends the section that a dated heading began; a live blog's clock goes on."""
        expression = self.context.expressions[at]
        sentence = self._sentence(expression)
        meaning, behind = day_of(expression.meaning) or expression.meaning, expression.sentence - self.topic.sentence == 1
        unit = self.topic.day is None and is_coarse(meaning)  # "came in September. At the end of that month"
        leans = self.resumed is not None and (
            (points_back(meaning) and (self.resumed.day is None or (behind and unit))) or (is_day_alone(expression.meaning) and behind)
        )
        added = at > 0 and self.context.relative[at - 1] and not self.context.relative[at] and not points_back(expression.meaning)
        if self.resumed and not leans and (expression.sentence != self.topic.sentence or added):
            self.topic, self.resumed = replace(self.resumed, paragraph=self.topic.paragraph), None
        if self.heading_level and sentence.kind is BlockKind.HEADING and sentence.level <= self.heading_level:
            self._count_from_publication()
        if (interview := self.context.turns.get(sentence.block, -1)) != self.interview and self.held:
            self._turn_to(interview)
        if at in self.context.entries:
            self._next_entry(expression)

    def _turn_to(self, interview: int) -> None:
        """An interview counts from the day on which it was held; behind it the text comes back to its own."""
        self._count_from_publication()
        self.reference, self.anchor = self.held.get(interview, (self.reference, self.anchor))
        self.interview, self.topic = interview, Topic()

    def _next_entry(self, expression: Expression) -> None:
        clock = expression.meaning.clock if isinstance(expression.meaning, TimeOfDay) else None
        if clock is None or clock.hour is None:
            return
        now = dt.time(clock.hour % 24, clock.minute or 0)
        if self.entry_clock:
            gone = (now.hour * 60 + now.minute) - (self.entry_clock.hour * 60 + self.entry_clock.minute)
            days = -1 if self.context.descending else 1
            if abs(gone) > _SEVERAL_HOURS * 60 and (gone > 0) == self.context.descending:
                self._move_to(self.reference + dt.timedelta(days), expression)
        self.entry_clock = now

    def _move_to(self, day: dt.date, expression: Expression) -> None:
        self.reference = day
        self.anchor = Anchor(AnchorKind.HEADING, day.isoformat(), expression.span)

    def _situation(self, at: int) -> Situation:
        context, expression = self.context, self.context.expressions[at]
        reference, anchor = self._spoken(at) if context.quoted[at] else (self.reference, self.anchor)
        cue, topic = context.cues[at], told_of(self.topic, self.spoken, self.resumed, context, at)
        if then := self._planned_then(at):
            reference, anchor = then, topic_anchor(self.topic)
        if entry := self._entry_of(at):
            reference, anchor = entry
        live = self.entry_clock is not None and (not context.quoted[at] or cue.rule == SINCE) and anchor is self.anchor
        if context.within[at] and (year := within_told(context, at, self.placed, topic)):
            topic, told = year, True
        else:
            told = follows(context, at, self.topic, self.published, self.pages)
        filed_today = anchor.kind is AnchorKind.DATELINE and reference == self.published
        counts_from_now = (anchor.kind is AnchorKind.PUBLICATION or filed_today) and not self._opens_anew(expression, self.topic)
        return Situation(
            reference=reference,
            anchor=anchor,
            expression=expression,
            cue=cue,
            evidence=context.evidence(cue),
            topic=topic,
            narrative=told or (anchor.kind is AnchorKind.PUBLICATION and in_chain(context, at, topic, self.published)),
            day_first=context.day_first,
            topic_near=keeps_day(context, at, reference, topic, entry=entry is not None, anew=self._opens_anew(expression, topic)),
            moment=self._moment(live=live) if live or counts_from_now else None,
            live=live,
            contrasted=context.contrasted[at],
            bounds=context.bounds[at],
            paragraph=self._sentence(expression).block,
            days=self.days,
            year=self.years.get(at),
            opening=context.opening[at] or beside_verb(context, at),
            compared=context.compared[at],
            came=came_on(context, at, reference),
            pointing=context.holds(expression, "THAT_WORD"),
            spoken=context.quoted[at] and not context.written[expression.sentence],
        )

    def _entry_of(self, at: int) -> tuple[dt.date, Anchor] | None:
        """The day that heads the entry that a clock time stands in, or the minutes of the sitting that it falls into."""
        expression, head = self.context.expressions[at], self.head
        if not is_hour_only(expression.meaning):
            return None
        if head is not None and self.context.article.sentences[head[0]].block == self._sentence(expression).block:
            return head[1:]
        return sat_on(self.context, at, self.placed, self.topic)

    def _opens_anew(self, expression: Expression, topic: Topic) -> bool:
        """Whether a new paragraph of a report of this very day comes back to it: "freed three on Wednesday … rammed on Friday"."""
        new = self._sentence(expression).block != topic.paragraph
        return new and not self.context.narrative and self.lead is not None and self.lead[1] == self.reference

    def _moment(self, *, live: bool) -> dt.datetime | None:
        """The publication's wall clock, on the day that this reading assumes, or that of the entry of a live blog."""
        if live and self.entry_clock:
            return dt.datetime.combine(self.reference, self.entry_clock)
        published = self.context.article.published
        return dt.datetime.combine(self.published, published.timetz()) if isinstance(published, dt.datetime) else None

    def _spoken(self, at: int) -> tuple[dt.date, Anchor]:
        """When the quoted words were spoken; a quotation goes on in the next sentence of its paragraph."""
        block = self._sentence(self.context.expressions[at]).block
        if said := said_within(self.context, self.placed, at):
            return said
        if found := said_when(self.context, self.placed, at):
            self.speech = (block, *found)
        return self.speech[1:] if self.speech and self.speech[0] == block else (self.reference, self.anchor)

    def _planned_then(self, at: int) -> dt.date | None:
        """The time told, long over, at which a bare date was still to come: it counts from there."""
        expression, topic = self.context.expressions[at], self.topic
        ahead = self.context.planned[at] and self.context.cues[at].direction is Direction.FUTURE
        if not ahead or topic.interval is None or topic.sentence != expression.sentence:
            return None
        bare = isinstance(expression.meaning, CalendarDate) and is_bare(expression.meaning, topic)
        return topic.interval.last_day if bare and self.reference - topic.interval.last_day > LONG_OVER else None

    def _leave(self, at: int) -> None:
        """After an expression: it may be what the text goes on to speak of."""
        expression, placed = self.context.expressions[at], self.placed[at]
        interval = interval_of(placed.timex.value, placed.timex.mod)
        self._take_note(at, expression.meaning)
        if interval is None or placed.timex.type not in {TimexType.DATE, TimexType.TIME}:
            return
        sentence = self._sentence(expression)
        fine = interval.granularity in FINE
        if at == 0 and self.context.dateline and dt.timedelta(0) <= self.published - interval.first_day <= _WIRE_DELAY:
            self.reference, self.anchor = interval.first_day, Anchor(AnchorKind.DATELINE, interval.first_day.isoformat(), expression.span)
        if sentence.kind is BlockKind.HEADING and fine and self._fills(expression):
            self._move_to(interval.first_day, expression)
            self.heading_level = sentence.level
            self.entry_clock = None
        if fine:
            self._name_day(at, interval.first_day, placed)
        counted = self.context.narrative and placed.anchor.kind is AnchorKind.PUBLICATION  # the teller's own day is not the story's
        if self.context.quoted[at]:
            if not (counted and self.context.history):
                told = told_of(self.topic, self.spoken, self.resumed, self.context, at)
                self.spoken = discussed(told, self.context, at, interval, placed, self.published)
            return
        if counted:
            self.pages = replace(self.pages, aside=sentence.block)
        elif not passes(self.topic, self.context, at, interval):
            self._discuss(at, interval, placed)
        self.pages = turned(self.pages, interval, placed, self.topic, sentence.block, self.published)

    def _take_note(self, at: int, meaning: Meaning) -> None:
        """What a length, a year before Christ or a fiscal quarter, without a place on the calendar, changes in what is under discussion."""
        match meaning:
            case Duration(value=value) if value in _LONGER_THAN_A_QUARTER:
                self.topic = replace(self.topic, longer=True)
            case CalendarDate(bc=True) if self._tells_of_then(at):
                self.topic = Topic(bc=meaning.year)
            case CalendarDate(fiscal=True) if not self.context.quoted[at]:
                self.topic = replace(self.topic, fiscal=fiscal_told(meaning, self.topic))

    def _discuss(self, at: int, interval: Interval, placed: Placed) -> None:
        """Make it the time under discussion; behind a sentence that only looks back the text comes to what it told before."""
        if is_background(self.topic, self.context, at, interval, self.published):
            self.resumed = self.resumed or self.topic
        elif self.lead and looks_up(self.topic, self.lead[1], interval, placed):
            self.resumed = self.resumed or replace(self.topic, year=None)
        elif interval.granularity in FINE:
            self.days = (*self.days[-_DAYS_IN_MIND:], interval.first_day)
            if placed.stated:
                self.resumed = None  # "told the court on Wednesday that it came to light on 8 January 2018": that is what is told now
        self.topic = discussed(self.topic, self.context, at, interval, placed, self.published)

    def _name_day(self, at: int, day: dt.date, placed: Placed) -> None:
        """A day that is named may head an entry, begin a report, and show that a paragraph speaks of the present."""
        expression = self.context.expressions[at]
        block = self._sentence(expression).block
        if at in self.context.heads:
            self.head = (expression.sentence, day, Anchor(AnchorKind.HEADING, day.isoformat(), expression.span))
        dateline = at == 0 and self.context.dateline
        if block < _LEAD_BLOCKS and not self.context.quoted[at] and not dateline:
            self._open_report(at, day)
        if placed.anchor.kind is AnchorKind.PUBLICATION and day.year == self.published.year:
            self.pages = replace(self.pages, present=block)
        if self.context.announced[at] >= 0 and day <= self.published:
            self.held[self.context.announced[at]] = day, Anchor(AnchorKind.SPEECH, day.isoformat(), expression.span)

    def _open_report(self, at: int, day: dt.date) -> None:
        """A report is of the first day that it names, rather than of the day on which somebody told of it."""
        if self.lead is None or (self.context.saying[self.lead[0]] and not self.context.saying[at]):
            self.lead = at, day

    def _tells_of_then(self, at: int) -> bool:
        """Whether the story itself lies in a year before Christ: not where only a thing "struck around 320 BC" is spoken of."""
        return not self.context.quoted[at] and (self.context.narrative or self.context.opening[at])

    def _fills(self, expression: Expression) -> bool:
        """Whether it is most of its heading, and names a day rather than an hour alone."""
        if is_hour_only(expression.meaning):
            return False
        sentence = self._sentence(expression)
        letters = sum(sign.isalnum() for sign in self.context.article.prose[sentence.span.start : sentence.span.end])
        return 2 * sum(sign.isalnum() for sign in expression.text) >= letters

    def _sentence(self, expression: Expression) -> Sentence:
        return self.context.article.sentences[expression.sentence]
