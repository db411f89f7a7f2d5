"""Why a date is what it is: the steps of its resolution, put into words for a reader. Nothing is worked out here."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.dates import interval_of
from sitegen.model import Article, Override, Resolution, Step
from sitegen.pages.marks import certainty_words
from sitegen.pages.words import Words


@dataclass(frozen=True, slots=True)
class Reason:
    """One step: why, and the words of the article that say so where they are neither the date phrase nor quoted in the sentence."""

    because: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Note:
    """The note behind one date."""

    phrase: str
    article: Article
    resolution: Resolution
    result: str
    """The day or span in words, "" where there is none."""
    certainty: str
    reasons: tuple[Reason, ...]
    moved: tuple[tuple[int, str], ...]
    """What it would be instead, in words, were the article dated that many days later; empty where it would stay."""
    override: Override | None


def note_of(article: Article, resolution: Resolution, words: Words) -> Note:
    """The note behind one date of an article."""
    return Note(
        phrase=" ".join(resolution.expression.text.split()),
        article=article,
        resolution=resolution,
        result=words.when(resolution.interval) if resolution.interval else "",
        certainty=certainty_words(resolution.certainty, words),
        reasons=tuple(_reason(article, resolution, step) for step in resolution.steps),
        moved=tuple((days, value_words(value, words)) for days, value in resolution.if_dated if value != resolution.timex.value),
        override=next((override for override in article.overrides if override.text == resolution.expression.text), None),
    )


def _reason(article: Article, resolution: Resolution, step: Step) -> Reason:
    words = " ".join(article.body[step.evidence.start : step.evidence.end].split()) if step.evidence else ""
    return Reason(step.because, "" if words in (step.because + resolution.expression.text) else words)


def value_words(value: str, words: Words) -> str:
    """A TIMEX3 value in words; as it stands where it names no stretch of the calendar."""
    interval = interval_of(value)
    return words.when(interval) if interval else value
