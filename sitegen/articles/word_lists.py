"""Word lists of a language, read strictly: a word is never taken for a yes or a number."""

from __future__ import annotations

import functools
from importlib.resources import files

from sitegen.strict_yaml import Mapping, Scalar, Sequence, read


@functools.cache
def word_lists(language: str, name: str) -> dict[str, tuple[str, ...]]:
    """The lists of one data file: the language's own where it has one, else the English ones.

    ``language`` is a language tag; only its first part counts.
    """
    folder = files("sitegen.languages")
    own = folder.joinpath(language.partition("-")[0].lower(), f"{name}.yaml") if language[:2].isalpha() else None
    file = own if own and own.is_file() else folder.joinpath("en", f"{name}.yaml")
    root, problems = read(file.read_text(encoding="utf8"), str(file))
    if problems or not isinstance(root, Mapping):
        message = "\n".join(map(str, problems)) or f"{file}: not a mapping of lists"
        raise ValueError(message)
    lists = {key.text: node.items if isinstance(node, Sequence) else (node,) for key, node in root.entries}
    return {key: tuple(item.text for item in items if isinstance(item, Scalar)) for key, items in lists.items()}
