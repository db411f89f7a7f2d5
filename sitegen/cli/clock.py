"""The one place that knows what day it is."""

from __future__ import annotations

import datetime as dt
import os

from sitegen.explicit_dates import in_reach
from sitegen.problems import Place, UsageError, problem


def now() -> dt.datetime:
    """The moment with the machine's offset; ``SOURCE_DATE_EPOCH`` (reproducible-builds.org) stands in for the clock.

    Raises UsageError where that is no moment.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return _of_epoch(epoch) if epoch else dt.datetime.now().astimezone().replace(microsecond=0)


def _of_epoch(seconds: str) -> dt.datetime:
    try:
        return in_reach(dt.datetime.fromtimestamp(int(seconds), dt.UTC))
    except (ValueError, OverflowError, OSError) as error:
        hint = "give the seconds since 1970-01-01, or unset it"
        raise UsageError([problem("bad-value", Place("SOURCE_DATE_EPOCH"), f"this is no moment: '{seconds}'", hint)]) from error


def latest_day() -> dt.date:
    """The newest calendar day on earth: an article dated later is dated in the future wherever it was written."""
    return now().astimezone(dt.timezone(dt.timedelta(hours=14))).date()
