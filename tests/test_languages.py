"""What a language's tag decides: which rules and words are used, and how numbers are read."""

from __future__ import annotations

import datetime as dt

import pytest

import sitegen
from sitegen.languages import known_holidays, lexicon, primary, region, with_rules
from sitegen.pages.words import words_for

DAY = dt.date(2025, 3, 17)


@pytest.mark.parametrize(
    ("tag", "language", "where"),
    [
        ("en", "en", ""),
        ("EN", "en", ""),
        ("en-US", "en", "US"),
        ("en_GB.UTF-8", "en", "GB"),
        ("de-Latn-AT-1996", "de", "AT"),
        ("es-419", "es", "419"),
        ("", "", ""),
        ("../en", "", ""),
    ],
)
def test_a_tag_has_a_language_and_perhaps_a_region(tag: str, language: str, where: str) -> None:
    """However it is written."""
    assert (primary(tag), region(tag)) == (language, where)


@pytest.mark.parametrize("tag", ["en", "EN", "en-US", "en_GB", "En-latn-IE"])
def test_all_tags_of_a_language_have_its_rules(tag: str) -> None:
    """A text is read alike under each."""
    found = sitegen.annotate("The call is set for Tuesday. They last spoke yesterday.", DAY, tag)
    assert [each.timex.value for each in found] == ["2025-03-18", "2025-03-16"]


def test_an_austrian_text_is_german() -> None:
    """Its words are those of German."""
    (found,) = sitegen.annotate("Am Dienstag treffen sich die Gesandten.", DAY, "de-AT")
    assert found.timex.value == "2025-03-18"


def test_another_language_keeps_its_full_dates_under_any_tag() -> None:
    """There are no rules for French in France either."""
    (found,) = sitegen.annotate("Le conseil se réunit le 17 mars 2025, mardi.", DAY, "fr-FR")
    assert found.timex.value == "2025-03-17"


@pytest.mark.parametrize(
    ("tag", "published", "text", "value"),
    [
        ("en", DAY, "Signed on 03/04/2025.", "2025-04-03"),
        ("en-GB", DAY, "Signed on 03/04/2025.", "2025-04-03"),
        ("en-US", DAY, "Signed on 03/04/2025.", "2025-03-04"),
        ("en-GB", dt.datetime.fromisoformat("2025-03-17T09:00-05:00"), "Signed on 03/04/2025.", "2025-04-03"),
        ("en-US", DAY, "Signed on 03/04/2025, after a visit on 5 March.", "2025-04-03"),
    ],
)
def test_the_region_orders_numbers(tag: str, published: dt.date, text: str, value: str) -> None:
    """More than the offset says; a date in words says more."""
    assert sitegen.annotate(text, published, tag)[0].timex.value == value


@pytest.mark.parametrize(
    ("tag", "day"),
    [("de-AT", "18. März 2025"), ("DE", "18. März 2025"), ("de-XX", "18. März 2025"), ("EN", "18 March 2025"), ("xx", "18 March 2025")],
)
def test_pages_speak_the_language_of_any_tag(tag: str, day: str) -> None:
    """Also where a region is not known; English where the language is not."""
    words = words_for(tag)
    assert words.plain_day(dt.date(2025, 3, 18)) == day
    assert words.gettext("Timeline") == ("Zeitverlauf" if primary(tag) == "de" else "Timeline")


def test_every_holiday_that_a_language_names_has_a_day() -> None:
    """Words and days are written in different files; no holiday has two days."""
    named = {str(value) for tag in with_rules() for name in ("HOLIDAY", "SAINT") for value in _words(tag, name).values()}
    known = known_holidays()
    dated = [*known.fixed, *known.easter, *known.weekdays, *known.moon]
    assert named <= set(dated)
    assert {name for name, countries in known.kept.items() for name in (name, *countries.values())} <= set(dated)
    assert len(dated) == len(set(dated))


def _words(language: str, name: str) -> dict[str, str | int | float]:
    classes = lexicon(language).classes
    return classes[name].words if name in classes else {}
