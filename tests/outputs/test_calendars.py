"""The calendar files: RFC 5545 as Google, Apple and Outlook read it, and repeatable."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import icalendar
import pytest

from sitegen.dates import Timex, TimexType
from sitegen.model import Claim, Disagreement, DisagreementKind
from sitegen.pages.outputs import render
from sitegen.pages.site import SiteModel

from .fixture import BASE, EVENTS, HOSTILE, site, story, when


def raw(path: str, model: SiteModel) -> bytes:
    """A calendar file."""
    return next(file.content for file in render(model) if file.path == path)


def entries(path: str, model: SiteModel | None = None) -> dict[str, icalendar.Event]:
    """The entries of a calendar file by event id."""
    calendar = icalendar.Calendar.from_ical(raw(path, model or site()))
    return {str(entry["uid"]).partition("@")[0]: entry for entry in calendar.walk("VEVENT")}


@pytest.mark.parametrize("path", ["calendar.ics", "upcoming.ics"])
def test_lines_end_and_fold_as_the_rfc_says(path: str) -> None:
    """Lines end in CRLF and hold 75 octets at most."""
    content = raw(path, site())
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert not [line for line in lines if b"\n" in line]
    assert max(map(len, lines)) <= 75


def test_calendar_holds_what_is_known_to_the_day() -> None:
    """Days, nights and clock times are in it; a week and a season are no day."""
    assert sorted(entries("calendar.ics")) == ["clock", "hostile", "moved", "night", "off", "spoke"]


def test_upcoming_holds_what_is_ahead() -> None:
    """Scheduled, moved and cancelled events from the as-of day on, to the week; a season would fill a calendar."""
    assert sorted(entries("upcoming.ics")) == ["clock", "moved", "night", "off", "summit"]


def test_entries_are_all_day_with_an_exclusive_end() -> None:
    """A night takes one day, a week seven; the end is the day after."""
    ahead = entries("upcoming.ics")
    assert (ahead["night"].start, ahead["night"].end) == (dt.date(2025, 3, 20), dt.date(2025, 3, 21))
    assert (ahead["summit"].start, ahead["summit"].end) == (dt.date(2025, 3, 24), dt.date(2025, 3, 31))
    assert b"DTSTART;VALUE=DATE:20250324\r\nDTEND;VALUE=DATE:20250331" in raw("upcoming.ics", site())


@pytest.mark.parametrize(
    ("value", "start"),
    [
        ("2025-03-20T20:15Z", dt.datetime(2025, 3, 20, 20, 15, tzinfo=dt.UTC)),
        ("2025-03-20T20:15+02:00", dt.datetime(2025, 3, 20, 18, 15, tzinfo=dt.UTC)),
        ("2025-03-20T00:30-0500", dt.datetime(2025, 3, 20, 5, 30, tzinfo=dt.UTC)),
        ("2025-03-20T20:15", dt.date(2025, 3, 20)),
    ],
)
def test_an_hour_stands_where_its_zone_is_known(value: str, start: dt.date) -> None:
    """A clock time with its zone is a moment, without an end; without a zone the entry takes the day and says why."""
    clock = EVENTS[3]
    told = replace(clock.reports[0], resolution=replace(clock.reports[0].resolution, timex=Timex(TimexType.TIME, value)))
    model = story(replace(clock, reports=(told,)))
    entry = entries("upcoming.ics", model)["clock"]
    assert entry.start == start
    assert ("DTEND" in entry) == ("time zone" in str(entry["description"])) == (not isinstance(start, dt.datetime))


def test_two_zones_of_one_moment_give_its_hour() -> None:
    """Where sources differ by their time zones alone, the one that names its zone gives the hour."""
    clock, other = EVENTS[3], when("2025-03-21T05:15")
    told = replace(clock.reports[0], resolution=replace(clock.reports[0].resolution, timex=Timex(TimexType.TIME, "2025-03-20T20:15Z")))
    claims = (Claim(clock.interval, (0,)), Claim(other, (1,)))
    differs = Disagreement(DisagreementKind.TIME_ZONE, claims)
    model = story(replace(clock, interval=other, reports=(told, replace(clock.reports[1], interval=other)), disagreement=differs))
    assert entries("upcoming.ics", model)["clock"].start == dt.datetime(2025, 3, 20, 20, 15, tzinfo=dt.UTC)


def test_status() -> None:
    """Two agreeing sources confirm, one does not; a conflict about the day leaves it open; what was called off is cancelled."""
    found = {name: str(entry["status"]) for name, entry in entries("calendar.ics").items()}
    assert found == {
        "hostile": "CONFIRMED",
        "spoke": "TENTATIVE",
        "night": "TENTATIVE",
        "clock": "CONFIRMED",
        "moved": "TENTATIVE",
        "off": "CANCELLED",
    }


def test_a_postponement_without_a_new_day_cancels_the_old_one() -> None:
    """Nothing will happen on the day that the entry stands on."""
    model = story(replace(EVENTS[4], rescheduled_from=None))
    assert str(entries("upcoming.ics", model)["moved"]["status"]) == "CANCELLED"


def test_a_difference_of_precision_confirms() -> None:
    """Sources that say "on Sunday" and "at the weekend" agree."""
    spoke = EVENTS[1]
    assert spoke.disagreement
    agreed = replace(spoke, disagreement=replace(spoke.disagreement, kind=DisagreementKind.PRECISION))
    assert str(entries("calendar.ics", story(agreed))["spoke"]["status"]) == "CONFIRMED"


def test_nothing_comes_from_the_clock() -> None:
    """DTSTAMP is the newest report's publication in UTC; SEQUENCE counts the later days on which reports came out."""
    clock = entries("calendar.ics")["clock"]
    stamp = clock.DTSTAMP
    assert stamp == dt.datetime(2025, 3, 17, 8, 30, tzinfo=dt.UTC)
    assert clock["sequence"] == 1
    assert entries("calendar.ics")["moved"]["sequence"] == 0
    assert raw("calendar.ics", site()) == raw("calendar.ics", site())


def test_names_and_addresses() -> None:
    """The UID is the event's id at the site's address and holds for both files; URL is there where the address is known."""
    assert str(entries("calendar.ics")["moved"]["uid"]) == "moved@example.org/desk"
    assert entries("upcoming.ics")["moved"]["uid"] == entries("calendar.ics")["moved"]["uid"]
    assert str(entries("calendar.ics")["moved"]["url"]) == f"{BASE}events/moved/"
    nowhere = entries("calendar.ics", site(base_url=""))["moved"]
    assert str(nowhere["uid"]) == "moved@the-desk"
    assert "url" not in nowhere


def test_text_is_escaped() -> None:
    """Commas, semicolons, quotation marks and other scripts come back as they were; the description says when and who."""
    entry = entries("calendar.ics")["hostile"]
    assert str(entry["summary"]) == HOSTILE
    assert "South Post: " in str(entry["description"])
    assert "20:15" in str(entries("calendar.ics")["clock"]["description"])
