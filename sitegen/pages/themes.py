"""Themes: where they lie, and the template environment made from them.

A theme is a folder of Jinja2 templates with ``assets/`` beside them. It is
looked for in the site's own ``themes/NAME``, then among installed packages
(entry points of the group ``sitegen.themes``, each a package whose folder is
the theme), then among the packaged ones. Whatever a theme lacks comes from
the packaged theme ``briefing``, so that a site overrides one file by laying
one file there; and a template may extend the one that it replaces::

    {% extends "briefing/event.html" %}
    {% block aside %}…{% endblock %}
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path
from typing import cast

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateSyntaxError, pass_context
from jinja2.runtime import Context

from sitegen.config import place_of
from sitegen.model import OutputFile
from sitegen.pages.words import Words
from sitegen.problems import UsageError, did_you_mean, problem

GROUP = "sitegen.themes"
BASE = "briefing"
_ASSETS = "assets"


def packaged() -> Path:
    """The folder of the themes that come with the program: in the wheel, or at the top of a checkout."""
    package = Path(str(files("sitegen")))
    return next((folder for folder in (package / "themes", package.parent / "themes") if (folder / BASE).is_dir()), package / "themes")


def find(name: str, root: Path) -> tuple[Path, ...]:
    """The folders that make up a theme, the one that wins first; the base theme is always last.

    Raises:
        UsageError: where no theme has that name.

    """
    installed = {point.name: point for point in entry_points(group=GROUP)}
    found = [folder for folder in (root / "themes" / name, packaged() / name) if folder.is_dir()]
    if name in installed and not (packaged() / name).is_dir():
        found.append(Path(str(files(installed[name].value))))
    if not found:
        shipped = [folder.name for folder in packaged().iterdir() if folder.is_dir()]
        hint = did_you_mean(name, {*shipped, *installed})
        raise UsageError([problem("no-theme", place_of(root, "theme"), f"there is no theme '{name}'", hint)])
    base = packaged() / BASE
    return (*found, *((base,) if base not in found else ()))


class _Folder(FileSystemLoader):
    """The templates of one folder; one that is not UTF-8 is a fault with its place, as a slip of syntax is."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            message = f"not UTF-8: the byte 0x{error.object[error.start]:02X}"
            raise TemplateSyntaxError(message, line, template, str(Path(self.searchpath[0], template))) from error


def environment(folders: tuple[Path, ...], words: Words) -> Environment:
    """The templates of a theme: everything escaped, unknown names an error."""
    names = {BASE: _Folder(folders[-1])}
    made = Environment(
        loader=ChoiceLoader([*(_Folder(folder) for folder in folders), PrefixLoader(names)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # made anew for every build
        extensions=["jinja2.ext.i18n"],
    )
    # The extension adds this method when it is loaded; Jinja's own types do not know it.
    made.install_gettext_translations(words.catalogue, newstyle=True)  # type: ignore[attr-defined]
    made.globals["ngettext"] = _counting(cast("Callable[..., str]", made.globals["ngettext"]), words)
    return made


def _counting(ngettext: Callable[..., str], words: Words) -> Callable[..., str]:
    """Jinja's own function for messages with a number, the numbers in them written as the language writes them."""

    @pass_context
    def counting(context: Context, one: str, many: str, number: int, /, **variables: object) -> str:
        shown = {name: words.number(value) if isinstance(value, int) else value for name, value in variables.items()}
        return ngettext(context, one, many, number, **shown)

    return counting


def assets(folders: tuple[Path, ...]) -> tuple[OutputFile, ...]:
    """The theme's assets, each from the first folder that has it."""
    found: dict[str, Path] = {}
    for folder in folders:
        for file in sorted((folder / _ASSETS).rglob("*")):
            if file.is_file():
                found.setdefault(file.relative_to(folder).as_posix(), file)
    return tuple(OutputFile(name, found[name].read_bytes()) for name in sorted(found))
