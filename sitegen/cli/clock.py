"""The one place that knows what day it is."""

from __future__ import annotations

import datetime as dt
import os


def now() -> dt.datetime:
    """The moment with the machine's offset; ``SOURCE_DATE_EPOCH`` (reproducible-builds.org) stands in for the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    return dt.datetime.now().astimezone().replace(microsecond=0)


def latest_day() -> dt.date:
    """The newest calendar day on earth: an article dated later is dated in the future wherever it was written."""
    return now().astimezone(dt.timezone(dt.timedelta(hours=14))).date()
