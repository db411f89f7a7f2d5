"""The words by which reports are known."""

from __future__ import annotations

import pytest

from sitegen.events.grammar import grammar
from sitegen.events.terms import concepts_of, terms_of
from sitegen.events.tokens import tokens_of

NUMBERS = [
    ("forty thousand crowns", ("40000", "crown")),
    ("40,000 crowns", ("40000", "crown")),
    ("six hundred and forty sheep", ("640", "sheep")),
    ("1.5 million tins", ("1500000", "tin")),
    ("twenty-five boats", ("25", "boat")),
    ("a hundred boats", ("100", "boat")),
    ("2,500 and twelve boats", ("2500", "12", "boat")),
    ("two boats", ("boat",)),
    ("bus 17/4", ("bus", "17/4")),
]


@pytest.mark.parametrize(("text", "terms"), NUMBERS, ids=[text for text, _ in NUMBERS])
def test_a_number_is_one_term_however_it_is_written(text: str, terms: tuple[str, ...]) -> None:
    """Digits and words of one number are the same term; small ones are none."""
    assert terms_of(tokens_of(text, 0, "en"), grammar("en")) == terms


def test_what_goes_with_a_verb_may_stand_behind_its_object() -> None:
    """A verb with a preposition and a noun names a kind of event around its object; with other words between, it does not."""
    words = grammar("en")
    assert "suit" in concepts_of(tokens_of("The rival took the county to court.", 0, "en"), words)
    assert "suit" not in concepts_of(tokens_of("The rival took the bus, went to Dorn and to court.", 0, "en"), words)


def test_the_words_of_an_idiom_name_nothing_by_themselves() -> None:
    """Whom marching orders are given, is dismissed: nobody orders a march."""
    kinds = concepts_of(tokens_of("The captain was given his marching orders.", 0, "en"), grammar("en"))
    assert "dismiss" in kinds
    assert {"march", "ruling"}.isdisjoint(kinds)


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_phrase_names_its_kind(language: str) -> None:
    """A phrase that is not written as it is read (by its lemmas, without "be" and articles) would never be found."""
    words = grammar(language)
    dead = {
        phrase: kinds
        for phrase, kinds in words.concepts.items()
        if not set(kinds) <= set(concepts_of(tokens_of(" ".join(phrase), 0, language), words))
    }
    assert dead == {}
