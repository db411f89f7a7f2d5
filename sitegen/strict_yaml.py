"""YAML as a form to fill in: mappings, lists and scalars whose every place is known.

Read from the parser's events, so that nothing is constructed, resolved or
expanded: a scalar stays the text that was written, and its reader decides
whether it is a date, a yes or a number. Anchors, aliases, tags, merge keys,
several documents and duplicate keys are refused; size and depth are bounded.
Time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from sitegen.problems import Place, Problem, problem

MAX_CHARACTERS = 65_536
MAX_DEPTH = 8

# What YAML 1.2 (section 5.1) lets stand in a stream; the parser's own report of the others has no line.
# Line breaks that only Unicode knows are refused too: they would shift the lines of every message.
_UNPRINTABLE = re.compile("[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it was written, quotation marks removed."""

    text: str
    quoted: bool
    """Whether it stood in quotation marks or in a block (``|``, ``>``)."""
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Names and their values, in the order of the file; each name once."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def get(self, name: str) -> Node | None:
        """The value of a name."""
        return next((value for key, value in self.entries if key.text == name), None)


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    """What the reader will not read."""

    def __init__(self, fault: Problem) -> None:
        self.problem = fault
        super().__init__(fault.message)


def read(text: str, path: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """The text's one document, or None where it is empty or cannot be read, and every fault found.

    ``first_line`` is the line of the file on which the text starts.
    """
    reader = _Reader(path, first_line, first_line + text.count("\n"))
    try:
        _check_characters(text, reader)
        return reader.document(text), tuple(reader.problems)
    except _RefusedError as refused:
        return None, (*reader.problems, refused.problem)
    except yaml.MarkedYAMLError as error:
        return None, (*reader.problems, _in_plain_words(error, reader, text))


def _check_characters(text: str, reader: _Reader) -> None:
    if len(text) > MAX_CHARACTERS:
        message = f"{len(text):,} characters of YAML, at most {MAX_CHARACTERS:,} are read"
        raise _RefusedError(problem("yaml-too-large", Place(reader.path, reader.first_line, 1), message, "shorten it"))
    if bad := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, bad.start())
        column = bad.start() - text.rfind("\n", 0, bad.start())
        place = Place(reader.path, reader.first_line + line, column)
        raise _RefusedError(problem("bad-yaml", place, f"the control character U+{ord(bad[0]):04X} cannot stand here", "delete it"))


class _Reader:
    """Builds the nodes of one document from the parser's events."""

    def __init__(self, path: str, first_line: int, last_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.last_line = last_line
        self.problems: list[Problem] = []

    def place(self, mark: yaml.events._Mark | None) -> Place:
        if mark is None:
            return Place(self.path, self.first_line, 1)
        # libyaml puts the nothing behind a last "---" on the line below it.
        return Place(self.path, min(self.first_line + mark.line, self.last_line), mark.column + 1)

    def document(self, text: str) -> Node | None:
        events = iter(yaml.parse(text, Loader=_LOADER))
        found: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if found is not None:
                    raise self._refused(event, "a second document starts here", "keep one, without a line '---' between")
                found = self._node(next(events), events, 1)
        return found

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self._check(event, depth)
        place = self.place(event.start_mark)
        match event:
            case yaml.ScalarEvent():
                return Scalar(event.value, bool(event.style), place)
            case yaml.SequenceStartEvent():
                items: list[Node] = []
                while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                    items.append(self._node(inner, events, depth + 1))
                return Sequence(tuple(items), place)
            case _:
                return Mapping(self._entries(events, depth), place)

    def _entries(self, events: Iterator[yaml.Event], depth: int) -> tuple[tuple[Scalar, Node], ...]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(inner := next(events), yaml.MappingEndEvent):
            key = self._node(inner, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                message = "a name must be a word, not a list or a mapping"
                raise _RefusedError(problem("bad-yaml", key.place, message, "put a text with braces or brackets in quotation marks"))
            if key.text == "<<" and not key.quoted:
                raise _RefusedError(problem("yaml-feature", key.place, "merge keys (<<) are not read", "write the values out"))
            if first := entries.get(key.text):
                message = f"'{key.text}' stands twice, first on line {first[0].place.line}"
                self.problems.append(problem("duplicate-key", key.place, message, "keep one of them"))
            else:
                entries[key.text] = key, value
        return tuple(entries.values())

    def _check(self, event: yaml.Event, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise self._refused(event, f"values nested more than {MAX_DEPTH} deep", "flatten them")
        if isinstance(event, yaml.AliasEvent):
            raise self._refused(event, f"aliases (*{event.anchor}) are not read", "to start a text with *, put it in quotation marks")
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            raise self._refused(event, f"anchors (&{event.anchor}) are not read", "to start a text with &, put it in quotation marks")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            raise self._refused(event, f"tags ({event.tag}) are not read", "to start a text with !, put it in quotation marks")

    def _refused(self, event: yaml.Event, message: str, hint: str) -> _RefusedError:
        return _RefusedError(problem("yaml-feature", self.place(event.start_mark), message, hint))


# Words of the parser's message -> what is wrong, what to do. libyaml and the pure parser word theirs differently.
_PLAIN_WORDS = (
    (
        ("mapping values are not allowed",),
        "a second colon in one value, or a line that is indented too far",
        'put the value in quotation marks: "…: …"',
    ),
    (
        ("unexpected end of stream", "quoted scalar"),
        "a quotation mark is opened and never closed",
        "close it on the same line",
    ),
    (
        ("found unknown escape", "hexadecimal"),
        "a backslash that means nothing inside double quotation marks",
        "use single quotation marks, or double the backslash",
    ),
    (
        ("'\\t'", "tab"),
        "a tab where spaces are needed",
        "indent with spaces",
    ),
    (
        ("cannot start any token",),
        "a value cannot start with this character",
        "put the value in quotation marks",
    ),
    (
        ("could not find expected ':'",),
        "a line that is not 'name: value'",
        "add the colon, or indent the line if it continues the one above",
    ),
    (
        ("sequence entries are not allowed",),
        "a list starts in the middle of a line",
        "start the list on the next line, or write [one, two]",
    ),
    (
        ("expected ',' or", "node content", "flow"),
        "brackets or braces that do not match",
        "close them, or put the value in quotation marks",
    ),
    (
        ("document start",),
        "a line that is indented less than the first",
        "start every name in the first column",
    ),
    (
        ("expected key", "block end", "'-' indicator"),
        "text after a closing quotation mark or bracket, or a line of another kind",
        "put the whole value in one pair of quotation marks",
    ),
)


def _in_plain_words(error: yaml.MarkedYAMLError, reader: _Reader, text: str) -> Problem:
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark
    lines = text.split("\n")
    if mark and mark.line < len(lines) and lines[mark.line][mark.column : mark.column + 1] == "\t":
        said = "tab"
    words = ((wrong, remedy) for marks, wrong, remedy in _PLAIN_WORDS if any(mark in said for mark in marks))
    message, hint = next(words, (said.strip(), "put values with special characters in quotation marks"))
    place = reader.place(mark or error.context_mark)
    if place.line - reader.first_line > text.rstrip("\n").count("\n") or "could not find expected ':'" in said or "quoted scalar" in said:
        place = reader.place(error.context_mark or error.problem_mark)
    return problem("bad-yaml", place, message, hint)
