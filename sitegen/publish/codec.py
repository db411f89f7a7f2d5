"""Records to JSON and back, by their type annotations.

For the cache. A record becomes the list of its fields, a member of a union
carries its class's name in front, a date is written in ISO form. JSON and not
pickle: a cache lies in the site's folder, which may come from somebody else,
and reading one must not be able to run anything.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
from collections.abc import Callable, Hashable
from enum import StrEnum
from functools import cache
from typing import Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

_Convert = Callable[[object], object]


@dataclasses.dataclass(frozen=True, slots=True)
class _Form:
    """How values of one type are turned into JSON and back; None where they are JSON as they stand."""

    dump: _Convert | None
    load: _Convert | None


_PLAIN = _Form(None, None)
_DATE_TYPES = {dt.date, dt.datetime}
_NONE = cast("Hashable", type(None))


def encode(value: object) -> bytes:
    """A record as JSON; the same record gives the same bytes. Raises TypeError for a type it does not know."""
    return json.dumps(_apply(_form(cast("Hashable", type(value))).dump, value), ensure_ascii=False, separators=(",", ":")).encode()


def decode(kind: type[T], data: bytes) -> T:
    """The record of that class which `encode` wrote; raises ValueError for anything else."""
    try:
        return cast("T", _apply(_form(cast("Hashable", kind)).load, json.loads(data)))
    except (AttributeError, KeyError, IndexError, TypeError, ValueError) as error:
        message = f"not a written {kind.__name__}: {error}"
        raise ValueError(message) from error


def _apply(convert: _Convert | None, value: object) -> object:
    return convert(value) if convert else value


@cache
def _form(kind: Hashable) -> _Form:
    """The form of a type; worked out once for each."""
    if kind in {str, int, float, bool, type(None)} or get_origin(kind) is Literal:
        return _PLAIN
    if kind in _DATE_TYPES:
        return _dates()
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) in {Union, types.UnionType}:
        return _union(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _Form(None, cast("_Convert", {member.value: member for member in kind}.__getitem__))
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _record(kind)
    message = f"no way to write a {kind}"
    raise TypeError(message)


def _dates() -> _Form:
    def dump(value: object) -> object:
        return cast("dt.date", value).isoformat()

    def load(value: object) -> object:
        text = cast("str", value)
        return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)

    return _Form(dump, load)


def _tuple(members: tuple[Hashable, ...]) -> _Form:
    if len(members) == 2 and members[1] is Ellipsis:
        return _sequence(_form(members[0]))
    forms = tuple(_form(member) for member in members)

    def dump(value: object) -> object:
        return [_apply(form.dump, item) for form, item in zip(forms, cast("tuple[object, ...]", value), strict=True)]

    def load(value: object) -> object:
        return tuple(_apply(form.load, item) for form, item in zip(forms, cast("list[object]", value), strict=True))

    return _Form(dump, load)


def _sequence(form: _Form) -> _Form:
    dump_item, load_item = form.dump, form.load

    def dump(value: object) -> object:
        items = cast("tuple[object, ...]", value)
        return [dump_item(item) for item in items] if dump_item else items

    def load(value: object) -> object:
        items = cast("list[object]", value)
        return tuple([load_item(item) for item in items]) if load_item else tuple(items)

    return _Form(dump, load)


def _record(kind: type) -> _Form:
    hints = get_type_hints(kind)
    names = tuple(field.name for field in dataclasses.fields(kind))
    forms = tuple(_form(hints[name]) for name in names)
    dumps = tuple(zip(names, (form.dump for form in forms), strict=True))
    loads = tuple((place, form.load) for place, form in enumerate(forms) if form.load)

    def dump(value: object) -> object:
        return [convert(getattr(value, name)) if convert else getattr(value, name) for name, convert in dumps]

    def load(value: object) -> object:
        row = cast("list[object]", value)
        for place, convert in loads:
            row[place] = convert(row[place])
        return kind(*row)

    return _Form(dump, load)


def _union(members: tuple[Hashable, ...]) -> _Form:
    """Of dates, of JSON's own types, or of records; each perhaps with None."""
    some = [member for member in members if member is not _NONE]
    if set(some) <= _DATE_TYPES:
        form = _dates()
    elif len(some) == 1 or all(_form(member) is _PLAIN for member in some):
        form = _form(some[0])
    else:
        form = _tagged(tuple(cast("type", member) for member in some))
    return _or_none(form) if len(some) < len(members) else form


def _tagged(kinds: tuple[type, ...]) -> _Form:
    forms = {kind.__name__: _record(kind) for kind in kinds}

    def dump(value: object) -> object:
        name = type(value).__name__
        return [name, _apply(forms[name].dump, value)]

    def load(value: object) -> object:
        name, row = cast("list[object]", value)
        return _apply(forms[cast("str", name)].load, row)

    return _Form(dump, load)


def _or_none(form: _Form) -> _Form:
    dump_some, load_some = form.dump, form.load

    def dump(value: object) -> object:
        return dump_some(value) if dump_some and value is not None else value

    def load(value: object) -> object:
        return load_some(value) if load_some and value is not None else value

    return _Form(dump, load)
