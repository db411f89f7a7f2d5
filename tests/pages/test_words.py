"""Dates in words: as precise as they are and no more."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from sitegen.dates import Modifier, interval_of
from sitegen.pages import themes
from sitegen.pages.words import words_for
from sitegen.resolutions.wording import _SENTENCES

CASES = [
    ("2025-03-18", None, "Tue, 18 Mar 2025", "Di., 18. März 2025"),
    ("2025-03-18T14:30", None, "Tue, 18 Mar 2025, 14:30", "Di., 18. März 2025, 14:30"),
    ("2025-03-17TMO", None, "Mon, 17 Mar 2025, morning", "Mo., 17. März 2025, morgens"),
    ("2025-03-17TNI", None, "Mon, 17 Mar 2025, night", "Mo., 17. März 2025, nachts"),
    ("2025-W12", None, "week of 17–23 Mar 2025", "Woche vom 17.–23. März 2025"),
    ("2025-W12-WE", None, "weekend of 22–23 Mar 2025", "Wochenende vom 22.–23. März 2025"),
    ("2025-03", None, "March 2025", "März 2025"),
    ("2025-03", Modifier.START, "early March 2025", "Anfang März 2025"),
    ("2025-Q1", None, "Q1 2025", "Q1 2025"),
    ("2025-H2", None, "second half of 2025", "zweite Hälfte 2025"),
    ("2025-SP", None, "spring 2025", "Frühjahr 2025"),
    ("2025-WI", None, "winter 2025–26", "Winter 2025–26"),
    ("2025", Modifier.APPROX, "about 2025", "etwa 2025"),
    ("202", None, "2020s", "2020er"),
    ("19", None, "1900s", "1900er"),
]


@pytest.mark.parametrize(("value", "modifier", "english", "german"), CASES)
def test_interval(value: str, modifier: Modifier | None, english: str, german: str) -> None:
    """Each granularity has its own wording, in English and German."""
    interval = interval_of(value, modifier)
    assert interval is not None
    assert words_for("en").when(interval) == english
    assert words_for("de").when(interval) == german


def test_range_of_days() -> None:
    """A stretch of days is named by its first and last."""
    first, last = interval_of("2025-03-30"), interval_of("2025-04-02")
    assert first is not None
    assert last is not None
    assert words_for("en").when(first.through(last)).split() == ["30", "Mar", "–", "2", "Apr", "2025"]


def test_within_a_day_only_the_time_is_said() -> None:
    """Under a day's heading the day is not repeated."""
    words, day = words_for("en"), dt.date(2025, 3, 18)
    found = [words.within(interval, day) for interval in map(interval_of, ("2025-03-18", "2025-03-18T14:30", "2025-03-18TEV")) if interval]
    assert found == ["", "14:30", "evening"]


@pytest.mark.parametrize(
    ("modifier", "english", "german"),
    [
        (Modifier.START, "early in the day", "früh am Tag"),
        (Modifier.END, "late in the day", "spät am Tag"),
        (Modifier.APPROX, "about Tue, 18 Mar 2025", "etwa Di., 18. März 2025"),
    ],
)
def test_within_a_day_its_early_and_late_hours_are_said(modifier: Modifier, english: str, german: str) -> None:
    """Under a day, "early Tuesday" does not name the day again; what is not sure of the day does."""
    early = interval_of("2025-03-18", modifier)
    assert early
    assert [words_for(language).within(early, dt.date(2025, 3, 18)) for language in ("en", "de")] == [english, german]


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ('He said: "We may."', "“He said: ‘We may.’”", "„He said: ‚We may.‘“"),
        ("Er sagt: „Ja“, sie: „Nein“.", "“Er sagt: ‘Ja’, sie: ‘Nein’.”", "„Er sagt: ‚Ja‘, sie: ‚Nein‘.“"),
        ('A sign 6" wide', '“A sign 6" wide”', '„A sign 6" wide“'),
    ],
)
def test_quotation_marks_alternate(text: str, english: str, german: str) -> None:
    """Marks within a quotation become the inner ones of the site's language; a lone one stays."""
    assert words_for("en").quoted(text) == english
    assert words_for("de").quoted(text) == german


def test_counts_are_grouped_as_the_language_groups_them() -> None:
    """Thousands are told apart by the language's own mark."""
    assert words_for("en").ngettext("%(count)s event", "%(count)s events", 1460) == "1,460 events"
    assert words_for("de").ngettext("%(count)s event", "%(count)s events", 1460) == "1.460 Ereignisse"


def test_unknown_language_falls_back() -> None:
    """A language tag that nobody knows gives English."""
    assert words_for("xx-nonsense").day(dt.date(2025, 3, 18)) == "Tue, 18 Mar 2025"


def test_moment_keeps_its_offset() -> None:
    """A time of publication is shown with the offset that it was given in."""
    words = words_for("en")
    moment = dt.datetime(2025, 3, 18, 9, 5, tzinfo=dt.timezone(dt.timedelta(hours=-4)))
    assert words.moment(moment) == "Tue, 18 Mar 2025, 09:05 UTC-04:00"
    assert words.moment(moment.astimezone(dt.UTC)) == "Tue, 18 Mar 2025, 13:05 UTC"


def messages() -> set[str]:
    """Every message of the templates and of the pages' Python."""
    options = {"**.html": {"extensions": "jinja2.ext.i18n", "trimmed": "true"}}
    found: set[str] = set()
    for folder, method in (
        (themes.packaged() / themes.BASE, [("**.html", "jinja2")]),
        (Path(themes.__file__).parent, [("**.py", "python")]),
    ):
        keywords = {"_": None, "gettext": None, "ngettext": (1, 2), "counted": (1, 2), "message": None}
        for _, _, text, _, _ in extract_from_dir(str(folder), method, options, keywords):
            found.update([text] if isinstance(text, str) else [part for part in text if part])
    return found


def test_german_is_complete() -> None:
    """Every message has its German, with the same placeholders, and the catalogue holds none that is gone."""
    with (Path(themes.__file__).parent / "catalogues" / "de.po").open("rb") as stream:
        catalogue = read_po(stream, locale="de")
    known: dict[str, str] = {}
    for entry in catalogue:
        if entry.context == "rule":
            continue
        ids = (entry.id,) if isinstance(entry.id, str) else entry.id
        strings = (entry.string,) if isinstance(entry.string, str) else entry.string
        known.update(zip(ids, strings, strict=True))
    known.pop("")
    assert messages() - known.keys() == set()
    assert known.keys() - messages() == set()
    assert [one for one, other in known.items() if not other or sorted(holes(one)) != sorted(holes(other))] == []


def test_every_rule_has_its_german_sentence() -> None:
    """What works out dates says why in German too, with the words and the day that the English sentence names."""
    words = words_for("de")
    for rule, english in _SENTENCES.items():
        german = words.sentence_of(rule)
        assert german.endswith("."), rule
        for hole in ("said", "after"):
            assert (f"%({hole})s" in german) == (f"{{{hole}}}" in english), rule
    assert words_for("en").sentence_of("weekday.past") == ""


def holes(text: str) -> list[str]:
    """The placeholders of a message."""
    return re.findall(r"%\(\w+\)s|\{\w+\}|%%", text)
