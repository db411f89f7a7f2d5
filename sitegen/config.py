"""What a site says of itself: ``sitegen.yaml``, its settings, and ``names.yaml``, names that are one. Both may be left out."""

from __future__ import annotations

import datetime as dt
import os
import re
import zoneinfo
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from sitegen.explicit_dates import DateError, in_reach
from sitegen.fields import Fields
from sitegen.problems import Place, Problem, UsageError, problem
from sitegen.strict_yaml import Mapping, Node, Scalar, read

FILE_NAME = "sitegen.yaml"
NAMES_FILE = "names.yaml"
_NAMES = ("title", "description", "base_url", "language", "theme", "output", "as_of", "timezone", "search", "publishers")
# What other site generators call the same thing.
_OTHER_NAMES = {
    "baseurl": "base_url",
    "url": "base_url",
    "site_url": "base_url",
    "siteurl": "base_url",
    "lang": "language",
    "site_name": "title",
    "name": "title",
    "public": "output",
    "site_dir": "output",
    "today": "as_of",
    "asof": "as_of",
    "tz": "timezone",
    "sources": "publishers",
}
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_THEME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_NAMES_HINT = "write, for example, Volodymyr Zelenskyy: [Zelensky, Zelenskiy]"
_SEARCH = re.compile(r"built-in|pagefind")


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher, person, body or place, and the other names under which articles carry it."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """The site's settings."""

    title: str = "Briefing"
    description: str = ""
    base_url: str = ""
    """Where the site will stand, with a slash at the end; "" where that is unknown: links are relative either way."""
    language: str = "en"
    """Of the site's own words, and of articles that do not say theirs."""
    theme: str = "briefing"
    output: str = "public"
    """Folder below the site."""
    as_of: dt.date | None = None
    """The day the briefing speaks on; None is the newest article's."""
    timezone: str = "UTC"
    """Zone of date-times that carry no offset, for feeds and calendars."""
    search: str = "built-in"
    """``built-in``, or ``pagefind`` for the full text."""
    publishers: tuple[Publisher, ...] = ()
    names: tuple[Publisher, ...] = ()
    """Of ``names.yaml``: people, bodies and places that go by several names."""

    def publisher(self, name: str) -> str:
        """The one name of a publisher that goes by several."""
        wanted = name.casefold()
        for known in self.publishers:
            if wanted == known.name.casefold() or wanted in (alias.casefold() for alias in known.aliases):
                return known.name
        return name


def load(site: Path) -> Config:
    """The settings of a site folder.

    Raises:
        UsageError: with every fault, where the folder, its ``sitegen.yaml`` or its ``names.yaml`` cannot be used.

    """
    if not (site / "content").is_dir():
        raise UsageError([_no_site(site)])
    problems: list[Problem] = []
    config, names = Config(), Fields(Mapping((), Place(NAMES_FILE)))
    try:
        config = parse(_text(site / FILE_NAME))
    except UsageError as error:
        problems += error.problems
    try:
        names = _names(_text(site / NAMES_FILE))
    except UsageError as error:
        problems += error.problems
    found = _aliases(names, names.mapping, "names.yaml", _NAMES_HINT)
    problems += names.problems
    if problems:
        raise UsageError(problems)
    return replace(config, names=found)


def _no_site(folder: Path) -> Problem:
    above = next((parent for parent in folder.absolute().parents if (parent / "content").is_dir()), None)
    hint = "name a folder with content/ in it, or make one with: sitegen init DIR"
    if above:
        hint = f"it lies in a site: name that one's folder, {os.path.relpath(above)}"
    said = "not a site: there is no folder 'content' in it" if folder.exists() else "there is no such folder"
    return problem("no-content", Place(str(folder)), said, hint)


def place_of(site: Path, name: str) -> Place:
    """Where ``sitegen.yaml`` gives a setting, for faults that show only when it is used; the file where it does not."""
    root, _ = read(_text(site / FILE_NAME), FILE_NAME)
    node = root.get(name) if isinstance(root, Mapping) else None
    return node.place if node else Place(FILE_NAME)


def _text(path: Path) -> str:
    """A file of the site, "" where there is none."""
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError([problem("unreadable", Place(path.name), f"cannot be read: {error}", "save it as UTF-8 text")]) from error


def _names(text: str) -> Fields:
    """The mapping of a ``names.yaml``; raises `UsageError` where it is none."""
    root, problems = read(text, NAMES_FILE)
    if root is not None and not isinstance(root, Mapping):
        problems = (*problems, problem("bad-value", root.place, "the names are not 'name: [other names]' lines", _NAMES_HINT))
    if problems:
        raise UsageError(problems)
    return Fields(root if isinstance(root, Mapping) else Mapping((), Place(NAMES_FILE)))


def parse(text: str) -> Config:
    """The settings that a ``sitegen.yaml`` holds; raises `UsageError` with every fault."""
    root, problems = read(text, FILE_NAME)
    if root is None and not problems:
        return Config()
    if not isinstance(root, Mapping):
        wrong_kind = problem(
            "bad-value", Place(FILE_NAME, 1, 1), "the settings are not 'name: value' lines", "write, for example, title: My briefing"
        )
        raise UsageError(problems or [wrong_kind])
    fields = Fields(root)
    fields.problems.extend(problems)
    fields.check_names(_NAMES, _OTHER_NAMES, warning=False)
    default = Config()
    config = Config(
        title=fields.text("title", limit=300) or default.title,
        description=fields.text("description"),
        base_url=_base_url(fields),
        language=_matching(fields, "language", default.language, LANGUAGE_TAG, "a language tag such as en or de-AT"),
        theme=_matching(fields, "theme", default.theme, _THEME, "the name of a theme, such as briefing"),
        output=_output(fields, default.output),
        as_of=_day(fields),
        timezone=_timezone(fields, default.timezone),
        search=_matching(fields, "search", default.search, _SEARCH, "built-in, or pagefind for the full text"),
        publishers=_publishers(fields),
    )
    if fields.problems:
        raise UsageError(fields.problems)
    return config


def checked_base_url(text: str) -> str | None:
    """The address with one slash at its end, or None where no site can stand there."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    usable = parts.scheme in {"http", "https"} and parts.hostname and not parts.query and not parts.fragment and not re.search(r"\s", text)
    return text.rstrip("/") + "/" if usable else None


def _base_url(fields: Fields) -> str:
    scalar = fields.scalar("base_url")
    if scalar is None:
        return ""
    address = checked_base_url(scalar.text.strip())
    if address is None:
        fields.fault(
            scalar.place, "bad-value", f"'base_url' is no web address: '{scalar.text}'", "write it whole: https://example.org/briefing/"
        )
    return address or ""


def _matching(fields: Fields, name: str, default: str, pattern: re.Pattern[str], meaning: str) -> str:
    scalar = fields.scalar(name)
    if scalar is None:
        return default
    if not pattern.fullmatch(scalar.text.strip()):
        fields.fault(scalar.place, "bad-value", f"'{name}' cannot be '{scalar.text}'", f"write {meaning}")
    return scalar.text.strip()


def _output(fields: Fields, default: str) -> str:
    scalar = fields.scalar("output")
    if scalar is None:
        return default
    path = PurePosixPath(scalar.text.strip())
    outside = path.is_absolute() or ".." in path.parts or "\\" in scalar.text or ":" in scalar.text
    if outside or not path.parts or path.parts[0].casefold() in {"content", "themes", ".sitegen", ".git"}:
        fields.fault(
            scalar.place,
            "bad-value",
            f"'output' cannot be '{scalar.text}'",
            "name a folder of its own below the site; for one elsewhere use -o",
        )
    return str(path)


def _day(fields: Fields) -> dt.date | None:
    scalar = fields.scalar("as_of")
    if scalar is None:
        return None
    try:
        return in_reach(dt.date.fromisoformat(scalar.text.strip()))
    except DateError as error:
        fields.fault(scalar.place, "bad-date", f"'as_of': {error}", error.hint)
        return None
    except ValueError:
        fields.fault(scalar.place, "bad-date", f"'as_of' is no day: '{scalar.text}'", "write it as 2025-03-17")
        return None


def _timezone(fields: Fields, default: str) -> str:
    scalar = fields.scalar("timezone")
    if scalar is None:
        return default
    name = scalar.text.strip()
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        fields.fault(scalar.place, "bad-value", f"'timezone' is no known zone: '{name}'", "write, for example, Europe/Berlin")
    return name


def _publishers(fields: Fields) -> tuple[Publisher, ...]:
    node = fields.node("publishers")
    return _aliases(fields, node, "'publishers'", "write, for example, CNN: [Cable News Network]") if node else ()


def _aliases(fields: Fields, node: Node, what: str, hint: str) -> tuple[Publisher, ...]:
    """Names with the other names of each; what is wrong with them is noted."""
    if not isinstance(node, Mapping):
        fields.fault(node.place, "bad-value", f"{what} must be a mapping of names to their other names", hint)
        return ()
    inner = Fields(node)
    found = tuple(Publisher(key.text.strip(), inner.texts(key.text)) for key, _ in node.entries)
    fields.problems.extend(inner.problems)
    _check_claims(fields, node)
    return found


def _check_claims(fields: Fields, node: Mapping) -> None:
    """Notes an alias that two publishers claim."""
    claimed: dict[str, Scalar] = {}
    for key, _ in node.entries:
        for alias in dict.fromkeys((key.text.strip(), *Fields(node).texts(key.text))):
            other = claimed.setdefault(alias.casefold(), key)
            if other is not key:
                message = f"'{alias}' is a name of '{other.text}' (line {other.place.line}) and of '{key.text}'"
                fields.fault(key.place, "bad-value", message, "keep it with one of them")
