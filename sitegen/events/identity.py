"""Ids of events: readable, fit for an address, and the same as long as the event's core stays."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Sequence

from sitegen.events.grammar import grammar
from sitegen.model import Report

_WORDS = 5
_LONGEST = 60
_WORD = re.compile(r"[a-z0-9]+")


def core_id(core: Report, language: str) -> str:
    """The id that an event takes from the report it was first known by: its day and the first words of its heading, or of its file."""
    stop = grammar(language)["stop_words"]
    found = [word for word in _WORD.findall(_ascii(core.headline)) if word not in stop and len(word) > 1]
    found = found or _WORD.findall(_ascii(core.article.rpartition("/")[2].rpartition(".")[0]))
    return "-".join([core.interval.first_day.isoformat(), *found[:_WORDS]])[:_LONGEST].rstrip("-")


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def unique_ids(cores: Sequence[Report], languages: Sequence[str]) -> tuple[str, ...]:
    """One id for each core, by the language of its article; where two are alike, each gets a mark made from where it stands.

    One clause can name its day twice in the same words: the place of the
    expression then parts what is still alike.
    """
    plain = [core_id(core, language) for core, language in zip(cores, languages, strict=True)]
    marked = _parted(plain, [f"{core.article} {core.clause.start} {core.text}" for core in cores])
    return tuple(_parted(marked, [f"{core.article} {core.resolution.expression.span}" for core in cores]))


def _parted(names: Sequence[str], places: Sequence[str]) -> list[str]:
    """Names with a mark of their place where they are not the only ones."""
    counts = Counter(names)
    return [
        name if counts[name] == 1 else f"{name}-{zlib.crc32(place.encode()) % 16**5:05x}" for name, place in zip(names, places, strict=True)
    ]
