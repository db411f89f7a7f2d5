"""Where an event stands as of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sitegen.dates import Interval
from sitegen.events.claims import Account
from sitegen.model import EventStatus, Standing

_DONE = frozenset({Standing.HAPPENED})


def status_of(account: Account, numbers: Sequence[int], interval: Interval, as_of: dt.date) -> EventStatus:
    """Past, scheduled, due, cancelled or postponed, by the reports whose claim still stands."""
    standings = {account.reports[number].standing for number in numbers}
    moved = any(report.standing is Standing.POSTPONED for report in account.reports)
    replaced = any(report.replaces for report in account.reports)
    if _called_off(account) and not replaced:
        return EventStatus.CANCELLED
    if moved and not replaced and standings <= {Standing.POSTPONED}:
        return EventStatus.POSTPONED
    over = interval.last_day < as_of
    told = _told(account, numbers, interval)
    if over:
        return EventStatus.PAST if told else EventStatus.DUE
    over_for_all = standings <= _DONE  # a day ahead that nobody speaks of as to come is a slip, and nothing to wait for
    return EventStatus.PAST if over_for_all or (told and interval.first_day <= as_of) else EventStatus.SCHEDULED


def _told(account: Account, numbers: Sequence[int], interval: Interval) -> bool:
    """Whether some report was published on or after the first day and says that it happened."""
    return any(
        account.reports[number].standing in {Standing.HAPPENED, Standing.DENIED} and account.article(number).day >= interval.first_day
        for number in numbers
    )


def _called_off(account: Account) -> bool:
    """Whether it was called off, no more reports say that it took place, and no more spoke of it later as if it stood."""
    off = [n for n, report in enumerate(account.reports) if report.standing is Standing.CANCELLED]
    on = [n for n, report in enumerate(account.reports) if report.standing not in {Standing.CANCELLED, Standing.DENIED}]
    if not off:
        return False
    last = max(account.article(n).day for n in off)
    took_place = [
        n
        for n in on
        if account.reports[n].standing is Standing.HAPPENED and account.article(n).day >= account.reports[n].interval.first_day
    ]
    later = [n for n in on if account.article(n).day > last]
    return len(off) >= len(took_place) and len(off) >= len(later) and not any(n in took_place for n in later)
