"""The front matter's ``dates``: an editor's decisions about expressions."""

from __future__ import annotations

import re

from sitegen.dates import interval_of
from sitegen.explicit_dates import DateError, read_date
from sitegen.fields import Fields, is_null
from sitegen.model import Override
from sitegen.problems import Place
from sitegen.strict_yaml import Mapping, Node, Scalar

_NAMES = ("date", "value", "who", "why")
_NO_DATE = frozenset({"none", "no", "false"})
# TIMEX3 values that have no place on the calendar: durations, sets, vague references.
_PLACELESS = re.compile(r"P[0-9XYMWDTHS.]+|PAST_REF|PRESENT_REF|FUTURE_REF|XXXX-[0-9XW-]+|BC\d{4}|\d{4}XX?")
_HINT = 'write, for example, dates: {"Tuesday": 2025-03-18}, or none where it is no date'


def read_overrides(fields: Fields) -> tuple[tuple[Override, Place], ...]:
    """The overrides of one article and where they stand, in the order of the file."""
    node = fields.node("dates")
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        fields.fault(node.place, "bad-override", "'dates' must be a mapping of expressions to dates", _HINT)
        return ()
    found = ((_override(fields, key, value), key.place) for key, value in node.entries)
    return tuple((override, place) for override, place in found if override)


def _override(fields: Fields, key: Scalar, node: Node) -> Override | None:
    text = " ".join(key.text.split())
    match node:
        case Scalar():
            value = _value(fields, text, node)
            return None if value is None else Override(text, value)
        case Mapping():
            return _with_reason(fields, text, node)
        case _:
            fields.fault(node.place, "bad-override", f"the date of '{text}' must be one value", _HINT)
            return None


def _with_reason(fields: Fields, text: str, node: Mapping) -> Override | None:
    inner = Fields(node)
    inner.check_names(_NAMES, {"timex": "value", "by": "who", "reason": "why", "because": "why"}, warning=True)
    said = node.get("value") or node.get("date")
    who, why = inner.text("who"), inner.text("why")
    fields.problems.extend(inner.problems)
    if not isinstance(said, Scalar):
        fields.fault(node.place, "bad-override", f"the date of '{text}' is missing", _HINT)
        return None
    value = _value(fields, text, said)
    return None if value is None else Override(text, value, who, why)


def _value(fields: Fields, text: str, scalar: Scalar) -> str | None:
    """A TIMEX3 value, "" for "not a date", None where it is neither."""
    written = scalar.text.strip()
    if is_null(scalar) or written.casefold() in _NO_DATE:
        return ""
    if interval_of(written) or _PLACELESS.fullmatch(written):
        return written
    try:
        return read_date(written).isoformat()[:10]
    except DateError as error:
        fields.fault(scalar.place, "bad-override", f"the date of '{text}': {error}", _HINT)
        return None
