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

    rule: str
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
        reasons=tuple(_reason(article, resolution, step, words) for step in resolution.steps),
        moved=tuple((days, value_words(value, words)) for days, value in resolution.if_dated if value != resolution.timex.value),
        override=article.override_of(resolution.expression.text),
    )


def _reason(article: Article, resolution: Resolution, step: Step, words: Words) -> Reason:
    because, said = because_of(article, step, words), _said(article, step)
    return Reason(step.rule, because, "" if said in (because + resolution.expression.text) else said)


def because_of(article: Article, step: Step, words: Words) -> str:
    """The step's sentence in the site's language where its catalogue has one for the rule; in English otherwise."""
    sentence = words.sentence_of(step.rule)
    return sentence % {"said": _said(article, step), "after": value_words(step.after, words)} if sentence else step.because


def _said(article: Article, step: Step) -> str:
    """The words of the article that decide the step."""
    return " ".join(article.body[step.evidence.start : step.evidence.end].split()) if step.evidence else ""


def value_words(value: str, words: Words) -> str:
    """A TIMEX3 value in words; as it stands where it names no stretch of the calendar."""
    interval = interval_of(value)
    return words.when(interval) if interval else value
