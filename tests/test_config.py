"""``sitegen.yaml``: what it may say, and what is said of it where it is wrong."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sitegen.config import Config, Publisher, checked_base_url, load, parse
from sitegen.problems import UsageError


def faults(text: str) -> list[str]:
    """What is said of a file, without the remedies."""
    with pytest.raises(UsageError) as error:
        parse(text)
    assert all(problem.hint for problem in error.value.problems)
    return [str(problem).split("\n")[0] for problem in error.value.problems]


def test_a_site_needs_no_settings(tmp_path: Path) -> None:
    """Without the file, and with an empty one, everything is as by default."""
    (tmp_path / "content").mkdir()
    assert load(tmp_path) == Config()
    (tmp_path / "sitegen.yaml").write_text("\n# nothing yet\n")
    assert load(tmp_path) == Config()


def test_a_folder_without_content_is_no_site(tmp_path: Path) -> None:
    """The message says what a site is."""
    with pytest.raises(UsageError, match="no folder 'content'"):
        load(tmp_path)


def test_settings_that_are_no_text_are_named(tmp_path: Path) -> None:
    """A file in another encoding is a fault of usage."""
    (tmp_path / "content").mkdir()
    (tmp_path / "sitegen.yaml").write_bytes(b"title: caf\xe9")
    with pytest.raises(UsageError, match=r"sitegen\.yaml"):
        load(tmp_path)


def test_every_setting_is_read() -> None:
    """Each name reaches the record."""
    text = """
title: "The ferry: a story"
description: What happened on the ferry
base_url: https://example.org/ferry
language: de-AT
theme: my-theme
output: build/site
as_of: 2025-06-04
timezone: Europe/Vienna
search: pagefind
publishers:
  Northline News: [Northline, "North Line"]
  CNN: []
"""
    assert parse(text) == Config(
        title="The ferry: a story",
        description="What happened on the ferry",
        base_url="https://example.org/ferry/",
        language="de-AT",
        theme="my-theme",
        output="build/site",
        as_of=dt.date(2025, 6, 4),
        timezone="Europe/Vienna",
        search="pagefind",
        publishers=(Publisher("Northline News", ("Northline", "North Line")), Publisher("CNN")),
    )


def test_an_empty_title_is_none() -> None:
    """The pages need one."""
    assert parse('title: ""').title == Config().title


def test_a_publisher_is_known_by_all_its_names() -> None:
    """Names are compared without regard to capitals; an unknown one stays as it is."""
    config = Config(publishers=(Publisher("CNN", ("Cable News Network",)),))
    assert [config.publisher(name) for name in ("cnn", "CABLE NEWS NETWORK", "BBC", "")] == ["CNN", "CNN", "BBC", ""]


def test_all_faults_are_reported_at_once() -> None:
    """Each with line and column, a misspelt name with the near one."""
    text = """titel: x
baseURL: https://example.org
base_url: example.org
language: English please
theme: ../theme
output: ../public
as_of: tomorrow
timezone: Mars/Olympus
search: google
publishers: [CNN]
title: a
title: b
"""
    assert faults(text) == [
        "sitegen.yaml:1:1: error: 'titel' is not a known name",
        "sitegen.yaml:2:1: error: 'baseURL' is not a known name",
        "sitegen.yaml:3:11: error: 'base_url' is no web address: 'example.org'",
        "sitegen.yaml:4:11: error: 'language' cannot be 'English please'",
        "sitegen.yaml:5:8: error: 'theme' cannot be '../theme'",
        "sitegen.yaml:6:9: error: 'output' cannot be '../public'",
        "sitegen.yaml:7:8: error: 'as_of' is no day: 'tomorrow'",
        "sitegen.yaml:8:11: error: 'timezone' is no known zone: 'Mars/Olympus'",
        "sitegen.yaml:9:9: error: 'search' cannot be 'google'",
        "sitegen.yaml:10:13: error: 'publishers' must be a mapping of names to their other names",
        "sitegen.yaml:12:1: error: 'title' stands twice, first on line 11",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("just words", "sitegen.yaml:1:1: error: the settings are not 'name: value' lines"),
        ("title: a: b", "sitegen.yaml:1:9: error: a second colon in one value, or a line that is indented too far"),
        ("title: [a]", "sitegen.yaml:1:8: error: 'title' must be a single text"),
        ("output: content", "sitegen.yaml:1:9: error: 'output' cannot be 'content'"),
        ("output: C:\\site", "sitegen.yaml:1:9: error: 'output' cannot be 'C:\\site'"),
        ("publishers: {A: [x], B: [X]}", "sitegen.yaml:1:22: error: 'X' is a name of 'A' (line 1) and of 'B'"),
        ("publishers: {A: {b: c}}", "sitegen.yaml:1:17: error: 'A' must be a list"),
    ],
)
def test_a_wrong_setting_is_named_with_its_place(text: str, fault: str) -> None:
    """One fault, one message."""
    assert faults(text) == [fault]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("http://example.org/a/b//", "http://example.org/a/b/"),
        ("https://example.org/?q=1", None),
        ("https://example.org/#top", None),
        ("ftp://example.org", None),
        ("https://", None),
        ("https://[bad", None),
        ("/path", None),
        ("javascript:alert(1)", None),
    ],
)
def test_a_base_address_is_whole_and_ends_in_a_slash(text: str, address: str | None) -> None:
    """Only an http or https address with a host, without query and fragment, can be a site's."""
    assert checked_base_url(text) == address


def test_names_that_are_one_are_read(tmp_path: Path) -> None:
    """``names.yaml`` gives a name with its other forms."""
    (tmp_path / "content").mkdir()
    (tmp_path / "names.yaml").write_text("Volodymyr Zelenskyy: [Zelensky, Zelenskiy]\nRail Union: RU\n")
    assert load(tmp_path).names == (Publisher("Volodymyr Zelenskyy", ("Zelensky", "Zelenskiy")), Publisher("Rail Union", ("RU",)))


def test_faults_of_both_files_are_told_together(tmp_path: Path) -> None:
    """A name that two claim, and a setting that nobody knows, each with its place and a remedy."""
    (tmp_path / "content").mkdir()
    (tmp_path / "sitegen.yaml").write_text("titel: Ferry\n")
    (tmp_path / "names.yaml").write_text("Rail Union: [RU]\nRugby United: [RU]\n")
    with pytest.raises(UsageError) as error:
        load(tmp_path)
    told = sorted(str(problem).split("\n")[0] for problem in error.value.problems)
    assert told[0].startswith("names.yaml:2:1: error: 'RU' is a name of 'Rail Union' (line 1)")
    assert told[1].startswith("sitegen.yaml:1:1: error: 'titel'")
    (tmp_path / "names.yaml").write_text("- Rail Union\n")
    with pytest.raises(UsageError, match=r"names\.yaml:1:1: error: the names are not"):
        load(tmp_path)
