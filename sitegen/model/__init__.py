"""Every record that flows through a build, in the order in which it is made.

    file -> Article -> Expression -> Resolution -> Report -> Event -> Timeline -> Briefing -> OutputFile

All are frozen; collections are tuples. Offsets are code points into
`Article.body`, end exclusive; days are calendar days of the article's own
wall clock.
"""

from sitegen.model.articles import Article, BlockKind, Markup, Override, Run, Sentence, Span
from sitegen.model.briefings import Briefing, Change, Day, DayEntry, Lead, OutputFile, Timeline
from sitegen.model.events import (
    FAULTY,
    GRAVE,
    GRAVEST,
    Bond,
    BondRule,
    Claim,
    Disagreement,
    DisagreementKind,
    Event,
    EventStatus,
    Report,
    Standing,
    Vocabulary,
)
from sitegen.model.expressions import (
    CalendarDate,
    Clock,
    Duration,
    Expression,
    Meaning,
    Offset,
    Period,
    RangePart,
    Recurrence,
    Relation,
    TimeOfDay,
    Unit,
    Vague,
    VagueRef,
    Weekday,
    day_of,
    is_hour_only,
)
from sitegen.model.resolutions import Anchor, AnchorKind, Certainty, Direction, Resolution, Step

__all__ = [
    "FAULTY",
    "GRAVE",
    "GRAVEST",
    "Anchor",
    "AnchorKind",
    "Article",
    "BlockKind",
    "Bond",
    "BondRule",
    "Briefing",
    "CalendarDate",
    "Certainty",
    "Change",
    "Claim",
    "Clock",
    "Day",
    "DayEntry",
    "Direction",
    "Disagreement",
    "DisagreementKind",
    "Duration",
    "Event",
    "EventStatus",
    "Expression",
    "Lead",
    "Markup",
    "Meaning",
    "Offset",
    "OutputFile",
    "Override",
    "Period",
    "RangePart",
    "Recurrence",
    "Relation",
    "Report",
    "Resolution",
    "Run",
    "Sentence",
    "Span",
    "Standing",
    "Step",
    "TimeOfDay",
    "Timeline",
    "Unit",
    "Vague",
    "VagueRef",
    "Vocabulary",
    "Weekday",
    "day_of",
    "is_hour_only",
]
