"""Dates as people write them into front matter."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.explicit_dates import DateError, read_date

HOUR_AHEAD = dt.timezone(dt.timedelta(hours=1))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-03-17", dt.date(2025, 3, 17)),
        (" 2025/03/17 ", dt.date(2025, 3, 17)),
        ("20250317", dt.date(2025, 3, 17)),
        ("2025-W12-1", dt.date(2025, 3, 17)),
        ("2025-03-17T08:00", dt.datetime(2025, 3, 17, 8)),
        ("2025-03-17 08:00:30.5 +0100", dt.datetime(2025, 3, 17, 8, 0, 30, tzinfo=HOUR_AHEAD)),
        ("2025-03-17T08:00:00+01:00", dt.datetime(2025, 3, 17, 8, tzinfo=HOUR_AHEAD)),
        ("2025-03-17T08:00Z", dt.datetime(2025, 3, 17, 8, tzinfo=dt.UTC)),
        ("2025-03-17T08:00-03:30", dt.datetime(2025, 3, 17, 8, tzinfo=dt.timezone(-dt.timedelta(hours=3, minutes=30)))),
        ("17.03.2025", dt.date(2025, 3, 17)),
        ("17/03/2025", dt.date(2025, 3, 17)),
        ("3/17/2025", dt.date(2025, 3, 17)),
        ("04/04/2025", dt.date(2025, 4, 4)),
        ("17 March 2025", dt.date(2025, 3, 17)),
        ("Monday, March 17, 2025", dt.date(2025, 3, 17)),
        ("17. März 2025", dt.date(2025, 3, 17)),
        ("lundi 17 mars 2025", dt.date(2025, 3, 17)),
        ("17 марта 2025 г.", dt.date(2025, 3, 17)),
        ("2025年3月17日", dt.date(2025, 3, 17)),
        ("29 February 2024", dt.date(2024, 2, 29)),
    ],
)
def test_a_full_date_is_read(text: str, date: dt.date | dt.datetime) -> None:
    """A day stays a day, a time keeps its offset."""
    found = read_date(text)
    assert found == date
    assert type(found) is type(date)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "today",
        "yesterday",
        "last tuesday",
        "in 2025 days",
        "2025",
        "March 2025",
        "17 March",
        "2024-02-30",
        "2025-13-01",
        "0000-01-01",
        "2025-03-17T24:30",
        "2025-03-17T10:00+25:00",
        "03/04/2025",
        "31.04.2025",
        "31 February 2025",
        "Tuesday, 17 March 2025",
        "Dienstag, 17. März 2025",
        "17 March 2025 and 18 March 2025",
        "2025-W60-1",
        "we 17 you may 2025",
        "1" * 100,
    ],
)
def test_what_is_no_full_date_is_refused(text: str) -> None:
    """Relative, partial, impossible and ambiguous dates are refused, each with a remedy."""
    with pytest.raises(DateError) as error:
        read_date(text)
    assert str(error.value)
    assert error.value.hint


@settings(deadline=None)
@given(st.dates())
def test_every_day_is_read_from_its_iso_form(day: dt.date) -> None:
    """Reading undoes writing."""
    assert read_date(day.isoformat()) == day


@settings(deadline=None)
@given(st.text(alphabet="0123456789-/.:TZ+ ", max_size=30))
def test_any_text_is_a_date_or_a_fault(text: str) -> None:
    """Nothing but DateError is raised."""
    with contextlib.suppress(DateError):
        assert read_date(text)
