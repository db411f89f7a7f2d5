"""Records survive the way through JSON unchanged."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.dates import Granularity, Interval
from sitegen.model import Article, Markup, Override, Report, Resolution, Run
from sitegen.publish import decode, encode

INTERVALS = st.builds(
    lambda start, length: Interval(start, start + length, Granularity.DAY),
    st.datetimes(max_value=dt.datetime(9000, 1, 1)),
    st.timedeltas(dt.timedelta(microseconds=1), dt.timedelta(days=40_000)),
)
st.register_type_strategy(Interval, INTERVALS)


@pytest.mark.parametrize("kind", [Article, Resolution, Report])
# These are large records: making one up takes its time, more on a busy machine.
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_any_record_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    """Every field of every record, whatever member of a union it holds; the same bytes the second time."""
    record = data.draw(st.from_type(kind))
    written = encode(record)
    again = decode(kind, written)
    assert again == record
    assert type(again) is kind
    assert encode(again) == written


@given(day=st.dates(), moment=st.datetimes(timezones=st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=-5))])))
def test_a_day_and_a_moment_stay_apart(day: dt.date, moment: dt.datetime) -> None:
    """A date-time keeps its offset, a date gets none."""
    article = Article("a.md", "a", "A", moment, "", "", (), (Run("x", 0), Markup("<b>")), "", updated=day, overrides=(Override("a", "b"),))
    again = decode(Article, encode(article))
    assert (again.published, again.updated) == (moment, day)
    assert (type(again.published), type(again.updated)) == (dt.datetime, dt.date)


@pytest.mark.parametrize("data", [b"", b"null", b"[]", b"{}", b"[1,2]", b'"x"', b"\xff", b'[["Markup"]]'])
def test_anything_else_is_a_value_error(data: bytes) -> None:
    """What was not written by `encode` is never half a record."""
    with pytest.raises(ValueError, match="not a written Article"):
        decode(Article, data)


def test_a_type_without_a_form_is_an_error() -> None:
    """A record that grew a field the cache cannot hold is found by the first test that builds a site."""

    @dataclasses.dataclass(frozen=True)
    class Odd:
        path: Path

    Odd.__annotations__["path"] = Path
    with pytest.raises(TypeError, match="no way to write"):
        encode(Odd(Path()))


def test_the_form_is_json() -> None:
    """Nothing in it can run."""
    assert json.loads(encode(Override("last week", "2025-W11", who="Ed"))) == ["last week", "2025-W11", "Ed", ""]
