"""From page records to files: each page through its template."""

from __future__ import annotations

import hashlib
import traceback
from dataclasses import dataclass

from jinja2 import Environment, TemplateError, TemplateSyntaxError

from sitegen.model import OutputFile
from sitegen.pages import paths, themes
from sitegen.pages.desk import Desk
from sitegen.pages.kinds import Page
from sitegen.pages.tools import Tools
from sitegen.problems import Place, UsageError, problem

# What a template can raise besides Jinja's own errors: it calls functions with whatever it likes, and may include itself.
_FAULTS = (TemplateError, TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RecursionError, OSError)


@dataclass(frozen=True, slots=True)
class Press:
    """A theme made ready to print one site."""

    tools: Tools
    environment: Environment
    assets: tuple[OutputFile, ...]

    @classmethod
    def of(cls, desk: Desk) -> Press:
        """The press for a site's theme and language."""
        folders = themes.find(desk.site.config.theme, desk.site.root)
        tools = Tools(desk.site, desk.book, desk.words)
        assets = themes.assets(folders)
        environment = themes.environment(folders, desk.words)
        environment.globals |= {
            "site": desk.site,
            "book": desk.book,
            "words": desk.words,
            "counted": desk.words.ngettext,
            "tools": tools,
            "paths": paths,
            "versions": {file.path: hashlib.sha256(file.content).hexdigest()[:8] for file in assets},
        }
        return cls(tools, environment, assets)

    def print(self, page: Page) -> OutputFile:
        """One page as a file.

        Raises:
            UsageError: where the template has a fault, with its file and line.

        """
        try:
            template = self.environment.get_template(page.template)
            text = template.render(page=page, card=self.tools.card(page), url=self.tools.link_from(page.path))
        except _FAULTS as error:
            said = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
            message = f"the template cannot be used: {said}"
            hint = "correct it; where the theme's own template is deleted, that of the theme 'briefing' takes its place"
            raise UsageError([problem("bad-template", _place(error, page), message, hint)]) from error
        return OutputFile(paths.file_of(page.path), text.encode())


def _place(error: Exception, page: Page) -> Place:
    """The file and line of the template that is at fault: Jinja puts them on the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return Place(error.filename or error.name or page.template, error.lineno)
    frames = traceback.extract_tb(error.__traceback__)
    frame = next((frame for frame in reversed(frames) if frame.filename.endswith((".html", ".svg", ".jinja"))), None)
    return Place(frame.filename, frame.lineno or 0) if frame else Place(page.template)
