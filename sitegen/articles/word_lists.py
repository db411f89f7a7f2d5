"""Word lists of a language, read strictly: a word is never taken for a yes or a number."""

from __future__ import annotations

from importlib.resources import files

from sitegen.languages import per_language
from sitegen.strict_yaml import Mapping, Scalar, Sequence, read


@per_language
def entries(language: str, name: str) -> Mapping:
    """One data file of a language: its own where it has one, else the English one."""
    folder = files("sitegen.languages")
    own = folder.joinpath(language, f"{name}.yaml")
    file = own if own.is_file() else folder.joinpath("en", f"{name}.yaml")
    root, problems = read(file.read_text(encoding="utf8"), str(file))
    if problems or not isinstance(root, Mapping):
        message = "\n".join(map(str, problems)) or f"{file}: not a mapping"
        raise ValueError(message)
    return root


@per_language
def word_lists(language: str, name: str) -> dict[str, tuple[str, ...]]:
    """The lists of one data file."""
    lists = {key.text: node.items if isinstance(node, Sequence) else (node,) for key, node in entries(language, name).entries}
    return {key: tuple(item.text for item in items if isinstance(item, Scalar)) for key, items in lists.items()}
