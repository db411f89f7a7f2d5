"""Ids of events."""

from __future__ import annotations

from dataclasses import replace

from sitegen.events.identity import unique_ids
from sitegen.model import Span
from tests.events.press import article, events, reports


def test_one_clause_that_names_its_day_twice_makes_two_ids() -> None:
    """Two events known from one clause by the same words still have addresses of their own."""
    (core,) = reports(article("The fair of Dorn opened on {Sunday|2025-03-16}."))
    expression = replace(core.resolution.expression, span=Span(0, 3))
    twin = replace(core, resolution=replace(core.resolution, expression=expression))
    assert len(set(unique_ids([core, twin], ["en", "en"]))) == 2


def test_what_is_alike_elsewhere_keeps_its_mark() -> None:
    """An event that is alone with its words has no mark, and two of different articles have one each."""
    (core,) = reports(article("The fair of Dorn opened on {Sunday|2025-03-16}."))
    plain, other = unique_ids([core], ["en"]), replace(core, article="b.md")
    assert plain == ("2025-03-16-fair-dorn-opened",)
    assert all(name.startswith(f"{plain[0]}-") for name in unique_ids([core, other], ["en", "en"]))


def test_an_id_is_made_by_the_language_of_its_own_article() -> None:
    """An older article in another language changes no id; its own leaves out the words that say nothing in that language."""
    fair = article("The fair of Dorn was opened by the mayor on {Sunday|2025-03-16}.")
    market = article("Der Markt in Vale wurde am {Sonntag|2020-03-15} von der Stadt eröffnet.", "2020-03-17", name="m.md", language="de")
    (alone,) = events(fair)
    both = {event.reports[0].article: event.id for event in events(market, fair)}
    assert both == {"a.md": alone.id, "m.md": "2020-03-15-markt-vale-stadt-eroffnet"}
