"""People, bodies and places: found, told apart and known by one name."""

from __future__ import annotations

import pytest

from sitegen.events.forms import Usage, full_forms
from tests.events.press import article, events, reports


def _names(marked: str) -> tuple[set[str], set[str]]:
    found = reports(article(marked))
    return {name for report in found for name in report.actors}, {name for report in found for name in report.places}


CASES = [
    ("US President Donald Ahl spoke on {Sunday|2025-03-16}.", {"Donald Ahl"}, set()),
    ("Mr. Ahl, the mayor, resigned on {Sunday|2025-03-16}.", {"Ahl"}, set()),
    ("The Dockers' Union (DU) met in Port Ellery on {Sunday|2025-03-16}.", {"Dockers' Union"}, {"Port Ellery"}),
    ("The Harbour and Maritime Workers' Union struck on {Sunday|2025-03-16}.", {"Harbour and Maritime Workers' Union"}, set()),
    ("Russian officials met the council on {Sunday|2025-03-16}.", set(), set()),
    ("Shares of Bellhaven fell on {Sunday|2025-03-16}.", {"Bellhaven"}, set()),
    ("Workers left the plant on {Sunday|2025-03-16}.", set(), set()),
    ("Had I known, the Dorn bridge would have closed on {Sunday|2025-03-16}.", {"Dorn"}, set()),
    ("Ann Berg MP opened the bridge on {Sunday|2025-03-16}.", {"Ann Berg"}, set()),
    ("A picture by HWU On {Sunday|2025-03-16} the crews left.", {"HWU"}, set()),
    ("A film for Holm The Dorn council met on {Sunday|2025-03-16}.", {"Holm", "Dorn"}, set()),
    ("Dorn-based Bellhaven sold it to the Orla-owned firm of Ann Berg on {Sunday|2025-03-16}.", {"Bellhaven", "Ann Berg"}, set()),
    ("The board of Bellhaven Plc met on {Sunday|2025-03-16}.", {"Bellhaven"}, set()),
    ("The board of Lind and Co. met on {Sunday|2025-03-16}.", {"Lind and Co"}, set()),
    ("A concert of Ann Lee and KC was held on {Sunday|2025-03-16}.", {"Ann Lee", "KC"}, set()),
    ("Crews of Texas A & M University left on {Sunday|2025-03-16}.", {"Texas A & M University"}, set()),
    ("BELLHAVEN PRESSED ON HARBOUR was read on {Sunday|2025-03-16}.", set(), set()),
    ("AP HWU members struck on {Sunday|2025-03-16}. The HWU won.", {"HWU"}, set()),
]


@pytest.mark.parametrize(("marked", "actors", "places"), CASES, ids=[marked for marked, _, _ in CASES])
def test_names_of_a_sentence(marked: str, actors: set[str], places: set[str]) -> None:
    """Titles, countries' adjectives and words that only begin a sentence are no names, nor what companies add to theirs."""
    found_actors, found_places = _names(marked)
    assert found_actors == actors
    assert found_places == places


def test_one_person_has_one_name() -> None:
    """The surname alone, the full name and the name with its title are one."""
    made = article("Prime Minister Vera Stolt opened the bridge on {Friday|2025-03-14}. Stolt left on {Sunday|2025-03-16}.")
    assert {report.actors for report in reports(made)} == {("Vera Stolt",)}


def test_one_person_has_one_name_across_articles() -> None:
    """Where one article gives only the surname, another's full name is taken if it is the only one."""
    one = article("Vera Stolt resigned on {Friday|2025-03-14}.", name="a.md")
    two = article("In a note, Ms Stolt resigned as minister on {Friday|2025-03-14}.", name="b.md", source="Herald")
    (event,) = events(one, two)
    assert event.actors == ("Vera Stolt",)


def test_two_people_of_one_surname_stay_two() -> None:
    """A surname that two full names share stays as it is."""
    made = article("Ann Berg and Tom Berg met on {Friday|2025-03-14}. Later, Ms Berg left on {Sunday|2025-03-16}.")
    assert {name for report in reports(made) for name in report.actors} == {"Ann Berg", "Tom Berg", "Berg"}


def test_a_place_is_not_the_place_beside_it() -> None:
    """Low Dorn lies below Dorn, and who names the one does not mean the other."""
    one = article("The bridge at Dorn fell on {Sunday|2025-03-16}. The bells of Low Dorn rang on {Monday|2025-03-17}.")
    found = {name for report in reports(one) for name in (*report.actors, *report.places)}
    assert found == {"Dorn", "Low Dorn"}
    assert {name for event in events(one) for name in (*event.actors, *event.places)} == found


def test_a_school_is_not_its_town() -> None:
    """What is called after a place does not give the place its name, in one article or across several."""
    one = article("Pupils of Dorn College marched in Dorn on {Sunday|2025-03-16}. The mayor of Dorn spoke on {Monday|2025-03-17}.")
    two = article("Fires were seen near Dorn on {Friday|2025-03-14}.", name="b.md", source="Herald")
    found = {name for event in events(one, two) for name in (*event.actors, *event.places)}
    assert found == {"Dorn College", "Dorn"}


def test_a_country_is_nobodys_surname() -> None:
    """The Regent of Ilvany is not Ilvany, though no other name ends with it."""
    made = article("The Regent of Ilvany fled on {Sunday|2025-03-16}. Troops left Ilvany on {Monday|2025-03-17}.")
    assert {name for report in reports(made) for name in (*report.actors, *report.places)} == {"Regent of Ilvany", "Ilvany"}


def test_a_middle_name_makes_nobody_else() -> None:
    """The full name with and without an initial is one, in the form that is told more often."""
    one = article("Vera K. Stolt resigned on {Friday|2025-03-14}.", name="a.md")
    two = article("Vera Stolt met the council on {Monday|2025-03-10}. Ms Stolt left on {Sunday|2025-03-16}.", name="b.md", source="Herald")
    assert {name for event in events(one, two) for name in event.actors} == {"Vera Stolt"}


def test_a_surname_is_that_of_whom_all_tell() -> None:
    """Where one bearer of a surname is told of far more often than the others, the surname alone is his."""
    days = (f"Vera Stolt met the council on {{{day} March|2025-03-{day}}}. " for day in range(10, 16))
    one = article("".join(days) + "Ira Stolt sold the mill on {Sunday|2025-03-16}.", name="a.md")
    two = article("In a note, Ms Stolt resigned on {Friday|2025-03-14}.", name="b.md", source="Herald")
    assert {name for event in events(one, two) for name in event.actors} == {"Vera Stolt", "Ira Stolt"}


def test_who_speaks_of_himself_has_no_other_name() -> None:
    """The pronoun of "I'm" is no part of a name."""
    made = article("I'm Ann Berg, and I left on {Sunday|2025-03-16}.")
    assert {name for report in reports(made) for name in report.actors} == {"Ann Berg"}


def test_a_name_is_one_in_every_spelling() -> None:
    """Capitals, hyphens, blanks and full stops make no other name; an abbreviation is no word."""
    counts = {"Zeno el Abiq": 2, "Zeno El Abiq": 3, "ANN BERG": 9, "Ann Berg": 1, "Al-Harbour": 1, "Al Harbour": 2, "DOCK": 2, "Dock": 2}
    full = full_forms(Usage(counts))
    assert {full["Zeno el Abiq"], full["Zeno El Abiq"]} == {"Zeno El Abiq"}
    assert full["ANN BERG"] == "Ann Berg"
    assert full["Al-Harbour"] == "Al Harbour"
    assert (full["DOCK"], full["Dock"]) == ("DOCK", "Dock")
