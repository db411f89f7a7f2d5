"""What changed between two builds, from their ``events.json`` alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sitegen.model import Change

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
Said = tuple[str, str, str]
"""An article, one of its sentences and the expression in it: what makes a report the same in two builds."""


@dataclass(frozen=True, slots=True)
class _Record:
    """What a change can be seen by."""

    id: str
    headline: str
    days: tuple[str, str]
    status: str
    sources: frozenset[str]
    disagreement: tuple[str, ...]
    """Its kind and the first day of each reading; empty where all agree."""
    said: frozenset[Said]
    dated: frozenset[tuple[Said, str, str]]
    """The same with the days that each was read as."""


def diff(old: Mapping[str, Json], new: Mapping[str, Json]) -> tuple[Change, ...]:
    """The changes from one parsed ``events.json`` to another, in the order of the new one, what was withdrawn last.

    An event is the same where its id is; an event whose id is gone is the same
    as the new one that shares most of its reports. One whose reports have been
    joined to another event is not withdrawn, and one made of reports that stood
    under another before has not appeared. It has moved, or was called off, only
    where some report says so that was not there before or was read as another
    day. Raises ValueError where a file has not the promised shape.
    """
    before, after = checked_events(old), checked_events(new)
    earlier = _matched(before, after)
    known = {said for record in before for said in record.said}
    read = {dated for record in before for dated in record.dated}
    news = [record for record in after if record.id in earlier or not record.said or record.said - known]
    changes = [change for record in news for change in _changes(earlier.get(record.id), record, told_anew=bool(record.dated - read))]
    kept = {record.id for record in earlier.values()}
    told = {said for record in after for said in record.said}
    gone = [record for record in before if record.id not in kept and told.isdisjoint(record.said)]
    return (*changes, *(Change("withdrawn", record.id, record.headline, "no longer reported") for record in gone))


def _changes(old: _Record | None, new: _Record, *, told_anew: bool) -> list[Change]:
    if old is None:
        return [Change("appeared", new.id, new.headline, _days(new), new.days)]
    found = []
    if told_anew and old.days != new.days:
        found.append(Change("moved", new.id, new.headline, f"from {_days(old)} to {_days(new)}", (*old.days, *new.days)))
    more = sorted(new.sources - old.sources)
    if more:
        found.append(Change("corroborated", new.id, new.headline, f"now also by {', '.join(more)}", tuple(more)))
    if new.disagreement and new.disagreement != old.disagreement:
        kind, *days = new.disagreement
        found.append(Change("contradicted", new.id, new.headline, f"{kind}: {' or '.join(days)}", tuple(days)))
    if told_anew and new.status == "cancelled" != old.status:
        found.append(Change("withdrawn", new.id, new.headline, "called off"))
    return found


def _days(record: _Record) -> str:
    first, last = record.days
    return first if first == last else f"{first} to {last}"


def _matched(before: Sequence[_Record], after: Sequence[_Record]) -> dict[str, _Record]:
    """New id -> the old record of the same event."""
    old_by_id = {record.id: record for record in before}
    matched = {record.id: old_by_id[record.id] for record in after if record.id in old_by_id}
    holders: dict[Said, list[_Record]] = defaultdict(list)
    for record in after:
        if record.id not in matched:
            for said in record.said:
                holders[said].append(record)
    for record in before:
        if record.id in matched:
            continue
        shared = {new.id: len(new.said & record.said) for said in record.said for new in holders[said] if new.id not in matched}
        if shared:
            matched[min(shared, key=lambda name: (-shared[name], name))] = record
    return matched


def checked_events(data: Json) -> tuple[_Record, ...]:
    """The events of a parsed ``events.json``; raises ValueError with what is wrong where it has not the promised shape."""
    events = _list(_object(data, "the file"), "events", "the file")
    return tuple(_record(_object(event, f"event {number}"), f"event {number}") for number, event in enumerate(events, 1))


def _record(event: Mapping[str, Json], what: str) -> _Record:
    reports = [_object(report, f"a report of {what}") for report in _list(event, "reports", what)]
    said = {_said(report, f"a report of {what}"): report for report in reports}
    return _Record(
        id=_text(event, "id", what),
        headline=_text(event, "headline", what),
        days=_first_and_last(event, what),
        status=_text(event, "status", what),
        sources=frozenset(str(source) for source in _list(event, "sources", what)),
        disagreement=_disagreement(event.get("disagreement"), f"the disagreement of {what}"),
        said=frozenset(said),
        dated=frozenset((place, *_first_and_last(report, f"a report of {what}")) for place, report in said.items()),
    )


def _said(report: Mapping[str, Json], what: str) -> Said:
    return _text(report, "article", what), _text(report, "sentence", what), _text(report, "text", what)


def _first_and_last(record: Mapping[str, Json], what: str) -> tuple[str, str]:
    return _text(record, "start", what), _text(record, "end", what)


def _disagreement(value: Json, what: str) -> tuple[str, ...]:
    if value is None:
        return ()
    said = _object(value, what)
    claims = [_object(claim, f"a claim of {what}") for claim in _list(said, "claims", what)]
    return (_text(said, "kind", what), *(_text(claim, "start", f"a claim of {what}") for claim in claims))


# The shape of a file is a value, not a type of the program: these raise no TypeError.
def _object(value: Json, what: str) -> Mapping[str, Json]:
    if not isinstance(value, Mapping):
        message = f"{what} is no object"
        raise ValueError(message)  # noqa: TRY004 - as above
    return value


def _text(record: Mapping[str, Json], name: str, what: str) -> str:
    value = record.get(name)
    if not isinstance(value, str):
        message = f"{what} has no text '{name}'"
        raise ValueError(message)  # noqa: TRY004 - as above
    return value


def _list(record: Mapping[str, Json], name: str, what: str) -> Sequence[Json]:
    value = record.get(name)
    if not isinstance(value, Sequence) or isinstance(value, str):
        message = f"{what} has no list '{name}'"
        raise ValueError(message)  # noqa: TRY004 - as above
    return value
