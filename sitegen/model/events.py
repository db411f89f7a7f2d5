"""Stage 4: who reports what, and which reports are of one event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sitegen.dates import Interval
from sitegen.model.articles import Span
from sitegen.model.expressions import is_hour_only
from sitegen.model.resolutions import Certainty, Resolution


class Standing(StrEnum):
    """What a report says of its event."""

    HAPPENED = "happened"
    SCHEDULED = "scheduled"
    PROPOSED = "proposed"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


GRAVEST, GRAVE = 12, 6
"""Faults of a report that tells nothing (a question, or what somebody says of himself), and of one that has no clause of its own."""
FAULTY = 2
"""Faults of a report from which on its heading wants what an editor would have to add: its subject, its verb, what it hangs on."""


@dataclass(frozen=True, slots=True)
class Report:
    """One article's word that something happened, or will, on a day."""

    article: str
    sentence: int
    clause: Span
    """The clause that the date governs; what headlines are cut from."""
    headline: str
    """The clause as an extract: cut, never reworded."""
    resolution: Resolution
    """For a range, that of its first end."""
    interval: Interval
    """What this report claims; for a range from its first end through its second."""
    text: str
    """The expression as written; for a range from its first end through its second."""
    standing: Standing
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    """Content lemmas of the clause, for joining."""
    concepts: tuple[str, ...] = ()
    """Kinds of event that the clause's words name, for joining: "walkout" and "stoppage" are both a strike."""
    predicates: tuple[str, ...] = ()
    """Those of ``concepts`` that the main verb names, or its noun where the verb says little ("the hearing was held")."""
    context: tuple[str, ...] = ()
    """Content lemmas and concepts around the clause: the rest of the sentence, the one before, the heading above."""
    verb: str = ""
    """Lemma of the clause's main verb, "" where none was found."""
    quoted: bool = False
    speaker: str = ""
    replaces: Interval | None = None
    """For a postponement or a correction: the day it replaces."""
    moves: bool = False
    """Whether it says that something was put to its day, and the text does not say from which."""
    contradicts: Interval | None = None
    """For what one says against another in the same article: the day that the other gives."""
    saying: bool = False
    """Whether the date is that of somebody's words ("said on Monday") and not of what they are about."""
    leans: bool = False
    """Whether the clause says too little of its own and is about what the text before it tells."""
    faults: int = 0
    """What its heading wants to tell by itself what happened: 0 for a main clause with its subject and a finite verb."""
    again: bool = False
    """Whether it tells of one more of a kind, which is not the one told before: "was measured again"."""
    unplanned: bool = False
    """Whether nothing in it makes its day one to wait for: no verb, no word that looks ahead to it."""

    @property
    def gives_hour_only(self) -> bool:
        """Whether it gives a clock time without its day."""
        return is_hour_only(self.resolution.expression.meaning)

    @property
    def is_plain(self) -> bool:
        """Whether it tells by itself what happened on its day: neither half a sentence, nor a day named in passing, nor mere words."""
        return self.faults < FAULTY and not self.saying and not self.quoted


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What linking compares whole articles by: their words, and a sample of their phrases."""

    words: str = ""
    """In lower case, each once, without those that every text has; a blank between two. As one text they take the least room."""
    counts: tuple[int, ...] = ()
    """How often each stands there."""
    phrases: tuple[int, ...] = ()
    """Digests of some runs of words, each once; the same run is sampled in every text."""


class EventStatus(StrEnum):
    """Where an event stands as of a day."""

    PAST = "past"
    SCHEDULED = "scheduled"
    DUE = "due"
    """Its day has passed and nothing in the corpus reports it."""
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


class DisagreementKind(StrEnum):
    """How sources differ about an event's day."""

    ADJACENT_DAY = "adjacent-day"
    TIME_ZONE = "time-zone"
    PRECISION = "precision"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Claim:
    """One reading of an event's day and the reports that hold it (indexes into `Event.reports`), the plainest first."""

    interval: Interval
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two or more readings of one event's day."""

    kind: DisagreementKind
    claims: tuple[Claim, ...]
    note: str = ""
    """The reason, where a rule gives one ("may be the same hour …")."""


class BondRule(StrEnum):
    """What joined two reports of an event."""

    WORDS = "words"
    """Their words, names or kinds of event are alike."""
    GROUPS = "groups"
    """What had been joined to either is alike as a whole."""
    OTHER_DAY = "other-day"
    """The same, and the days differ."""
    TEXT = "text"
    """The article itself ties them."""
    LEANING = "leaning"
    """One says too little of its own and is about what stands before it."""
    MOVED = "moved"
    """One moves the plan that the other tells."""
    QUIET_DAY = "quiet-day"
    """Little else is told of that day."""
    ONE_OFF = "one-off"
    """It happened once, and the days differ."""
    REPRINT = "reprint"
    """One sentence, printed again in an article of another day."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Why two reports of an event were joined."""

    one: int
    """Index into `Event.reports`, as is ``two``."""
    two: int
    rule: BondRule
    parts: tuple[tuple[str, float], ...] = ()
    """The named parts of the score, largest first; empty where the text itself tied them."""
    needed: float = 0.0
    """The score that their days asked for."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened or is to happen, with all reports of it."""

    id: str
    headline: str
    interval: Interval
    status: EventStatus
    certainty: Certainty
    reports: tuple[Report, ...]
    """The report that the interval rests on first, then by publication."""
    sources: tuple[str, ...]
    """Independent publishers, in order of first report."""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    disagreement: Disagreement | None = None
    rescheduled_from: Interval | None = None
    tags: tuple[str, ...] = ()
    weight: float = 0.0
    """How much it matters to the story; comparable within one build only."""
    bonds: tuple[Bond, ...] = ()
    """What holds its reports together, in the order in which they were joined."""
    headed_by: int = 0
    """Index into `reports` of the one whose words are the headline."""

    @property
    def heading_report(self) -> Report:
        """The report whose words are the headline."""
        return self.reports[self.headed_by]

    @property
    def is_planned(self) -> bool:
        """Whether somebody tells of its day as of one to come; a day that lies ahead by a slip is nothing to wait for."""
        days = (self.interval.first_day, self.interval.last_day)
        return any(not report.unplanned and (report.interval.first_day, report.interval.last_day) == days for report in self.reports)

    @property
    def is_plain(self) -> bool:
        """Whether some report tells it by itself; the day of the others is only named in passing."""
        return any(report.is_plain for report in self.reports)

    @property
    def is_disputed(self) -> bool:
        """Whether its sources truly name different days; a difference of precision is an agreement."""
        return self.disagreement is not None and self.disagreement.kind is not DisagreementKind.PRECISION

    @property
    def is_plainly_disputed(self) -> bool:
        """Whether two plain accounts name different days: not one that only mentions a day, and not a plan beside what came of it."""
        if self.disagreement is None or not self.is_disputed:
            return False
        done, planned = 0, 0
        for claim in self.disagreement.claims:
            plain = [self.reports[number] for number in claim.reports if self.reports[number].is_plain]
            done += claim.interval.days == 1 and any(report.standing is Standing.HAPPENED for report in plain)
            planned += any(not report.unplanned for report in plain)
        return done > 1 or planned > 1
