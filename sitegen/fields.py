"""A mapping read field by field: each value checked, each fault collected with its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from collections.abc import Mapping as Table

from sitegen.problems import Place, Problem, did_you_mean, problem
from sitegen.strict_yaml import Mapping, Node, Scalar, Sequence

_CONTROLS = frozenset({"Cc", "Cs"})
_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})


def is_null(node: Node | None) -> bool:
    """Whether a name was left without a value."""
    return node is None or (isinstance(node, Scalar) and not node.quoted and node.text in {"", "~", "null", "Null", "NULL"})


class Fields:
    """Reads one mapping and remembers what is wrong with it."""

    def __init__(self, mapping: Mapping) -> None:
        self.mapping = mapping
        self.problems: list[Problem] = []

    def fault(self, place: Place, code: str, message: str, hint: str = "", *, warning: bool = False) -> None:
        """Notes a fault."""
        self.problems.append(problem(code, place, message, hint, warning=warning))

    def check_names(self, known: Iterable[str], other_names: Table[str, str], *, warning: bool) -> None:
        """Notes every unknown name; ``other_names`` says what a name of other programs is called here."""
        names = tuple(known)
        for key, _ in self.mapping.entries:
            if key.text not in names:
                meant = other_names.get(key.text.casefold())
                hint = f"it is called '{meant}' here" if meant else did_you_mean(key.text, names)
                self.fault(key.place, "unknown-name", f"'{key.text}' is not a known name", hint, warning=warning)

    def node(self, name: str) -> Node | None:
        """The value of a name, None where it was left empty."""
        node = self.mapping.get(name)
        return None if is_null(node) else node

    def scalar(self, name: str) -> Scalar | None:
        """A single value."""
        node = self.node(name)
        if node is None or isinstance(node, Scalar):
            return node
        self.fault(node.place, "bad-value", f"'{name}' must be a single text", f"write {name}: …")
        return None

    def text(self, name: str, default: str = "", limit: int = 2000) -> str:
        """A text without space around it."""
        scalar = self.scalar(name)
        return default if scalar is None else self.bounded(name, scalar, limit)

    def bounded(self, name: str, scalar: Scalar, limit: int) -> str:
        """A scalar's text, cut where it is too long."""
        text = scalar.text.strip()
        if bad := next((c for c in text if unicodedata.category(c) in _CONTROLS and not c.isspace()), ""):
            self.fault(scalar.place, "bad-value", f"'{name}' holds the control character U+{ord(bad):04X}", "delete it")
        if len(text) > limit:
            self.fault(scalar.place, "bad-value", f"'{name}' has {len(text):,} characters, at most {limit:,} are read", "shorten it")
        return text[:limit]

    def texts(self, name: str, most: int = 50, limit: int = 200) -> tuple[str, ...]:
        """A list of texts, or one text whose parts stand between commas; each kept once."""
        node = self.node(name)
        if node is None:
            return ()
        parts = self._parts(name, node)
        if len(parts) > most:
            self.fault(node.place, "bad-value", f"'{name}' has {len(parts)} entries, at most {most} are read", "drop some")
        kept: dict[str, str] = {}
        for text in (self.bounded(name, part, limit) for part in parts[:most]):
            kept.setdefault(text.casefold(), text)
        return tuple(text for text in kept.values() if text)

    def _parts(self, name: str, node: Node) -> list[Scalar]:
        match node:
            case Scalar(text, quoted, place):
                return [node] if quoted else [Scalar(part, quoted, place) for part in text.split(",")]
            case Sequence(items):
                for item in items:
                    if not isinstance(item, Scalar):
                        self.fault(item.place, "bad-value", f"each of '{name}' must be a single text", f"write {name}: [one, two]")
                return [item for item in items if isinstance(item, Scalar)]
            case Mapping():
                self.fault(node.place, "bad-value", f"'{name}' must be a list", f"write {name}: [one, two]")
                return []

    def flag(self, name: str) -> bool:
        """A yes or a no; no where it is not said."""
        scalar = self.scalar(name)
        if scalar is None:
            return False
        word = scalar.text.strip().casefold()
        if word not in _TRUE | _FALSE:
            self.fault(scalar.place, "bad-value", f"'{name}' is neither true nor false: '{scalar.text}'", f"write {name}: true")
        return word in _TRUE
