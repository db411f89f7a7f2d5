"""An editor's decisions: what the front matter's ``dates`` settles, with who and why."""

from __future__ import annotations

from sitegen.dates import Timex, TimexType, interval_of
from sitegen.model import Anchor, AnchorKind, Article, Certainty, Direction, Override, Resolution, Step


def settled(article: Article, resolutions: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    """The resolutions with those replaced that an editor settled; one settled as "not a date" names no day."""
    if not article.overrides:
        return resolutions
    return tuple(_settled(each, article.override_of(each.expression.text)) for each in resolutions)


def unused(article: Article, resolutions: tuple[Resolution, ...]) -> tuple[Override, ...]:
    """The overrides that settle nothing, because the prose has no such expression."""
    return tuple(override for override in article.overrides if not any(override.settles(each.expression.text) for each in resolutions))


def _settled(resolution: Resolution, override: Override | None) -> Resolution:
    if override is None:
        return resolution
    value = override.value
    interval = interval_of(value)
    step = Step("override", _reason(override), resolution.expression.span, resolution.timex.value, value)
    return Resolution(
        resolution.expression,
        Timex(_type(value), value or "XXXX"),
        interval,
        Anchor(AnchorKind.NONE, ""),
        Direction.NONE,
        Certainty.STATED if interval else Certainty.UNRESOLVED,
        steps=(*resolution.steps, step),
    )


def _type(value: str) -> TimexType:
    if value.startswith("P") and not value.endswith("_REF"):
        return TimexType.DURATION
    return TimexType.TIME if "T" in value and value[:1].isdigit() else TimexType.DATE


def _reason(override: Override) -> str:
    decided = "settled it" if override.value else "settled that it is no date"
    why = f": {override.why}" if override.why else ""
    return f"{override.who or 'An editor'} {decided}{why}".rstrip(".") + "."
