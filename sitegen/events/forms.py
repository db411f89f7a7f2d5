"""Which names are forms of one: the surname, the full name, the one with an initial."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace

_SHORT = 5  # letters of an abbreviation
_MARKS = re.compile(r"[\s.-]")
_FAR_MORE = 5  # times as often as any other of the same surname


@dataclass(frozen=True, slots=True)
class Usage:
    """How a text or a corpus uses its names, and what its languages say of the words in them."""

    counts: Mapping[str, int]
    """How often each name stands there."""
    placed: Mapping[str, int] = field(default_factory=dict)
    """How often each stands for a place."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """Short forms that are given in so many words, with the long ones."""
    qualifiers: Container[str] = ()
    """Words before a place's name that make it another place: "Low Ferrin"."""
    breaks: Container[str] = ()
    """Words behind which stands nobody's surname: "the Shah of Iran"."""

    def spelt(self, spellings: Mapping[str, str]) -> Usage:
        """The same of names that are each spelt in one way."""
        abbreviations = {spellings.get(short, short): spellings.get(name, name) for short, name in self.abbreviations.items()}
        return replace(self, counts=_merged(self.counts, spellings), placed=_merged(self.placed, spellings), abbreviations=abbreviations)


def full_forms(usage: Usage) -> dict[str, str]:
    """The fullest form of each name: a single word takes the one longer name that ends or begins with it.

    "Trump", "Donald Trump" and "Donald J. Trump" are one. A surname that several
    people share is that of the one who is told of far more often than the
    others, else it stays itself. So does a place, whatever is called after it
    or lies beside it: "Ferrin" is neither "Low Ferrin" nor "Ferrin School".
    What differs in capitals, blanks, hyphens and full stops alone is one name,
    spelt as most often: "Zine el Abidine", "Zine El Abidine".
    """
    spellings = _spellings(usage.counts)
    full = _fullest(usage.spelt(spellings))
    return {name: full[spellings[name]] for name in usage.counts}


def _spellings(counts: Mapping[str, int]) -> dict[str, str]:
    """The usual spelling of each name; one in capitals is the last choice."""
    alike: dict[str, list[str]] = defaultdict(list)
    for name in counts:
        is_short = name.isupper() and len(name.replace(".", "")) <= _SHORT  # "WHO" is not "Who"
        alike[_MARKS.sub("", name) if is_short else _MARKS.sub("", name.casefold())].append(name)
    usual = {key: max(names, key=lambda name: (not name.isupper(), counts[name], name)) for key, names in alike.items()}
    return {name: usual[key] for key, names in alike.items() for name in names}


def _merged(counts: Mapping[str, int], spellings: Mapping[str, str]) -> Counter[str]:
    """How often each name stands there in any spelling."""
    merged: Counter[str] = Counter()
    for name, count in counts.items():
        merged[spellings.get(name, name)] += count
    return merged


def _fullest(usage: Usage) -> dict[str, str]:
    """The fullest form of names that are each spelt in one way."""
    counts = usage.counts
    by_last: dict[str, set[str]] = defaultdict(set)
    by_first: dict[str, set[str]] = defaultdict(set)
    for name in counts:
        parts = name.split()
        if len(parts) > 1 and not parts[-1].isdecimal():
            by_first[parts[0]].add(name)
            if parts[-2].lower() not in usage.breaks:  # "the Shah of Iran": a country is nobody's surname
                by_last[parts[-1]].add(name)
    full = {}
    for name in counts:
        times = usage.placed.get(name, 0)
        is_surname = 2 * times < counts[name] and not (name.isupper() and len(name) <= _SHORT)  # "Watch CNN" is no longer form of "CNN"
        longer = (is_surname and by_last.get(name)) or (not times and by_first.get(name)) or set()
        if " " in name:
            longer = _with_middle_names(name, by_last)
        beside = any(other.split()[0].lower() in usage.qualifiers for other in longer)
        full[name] = usage.abbreviations.get(name) or (not beside and _one_person(longer, name, counts)) or name
    return full


def _with_middle_names(name: str, by_last: Mapping[str, set[str]]) -> set[str]:
    """The forms of a full name with and without a middle name: "Donald Trump", "Donald J. Trump"."""
    parts = name.split()
    same = {other for other in by_last.get(parts[-1], ()) if other.split()[0] == parts[0]}
    return {other for other in same if set(parts) <= set(other.split()) or set(other.split()) <= set(parts)}


def _one_person(names: set[str], name: str, counts: Mapping[str, int]) -> str:
    """The usual form of some names where all are of one person, with the same first and last word.

    Of several people of one surname it is that of the one who is told of far more often.
    """
    told: Counter[tuple[str, str]] = Counter()
    for other in names:
        told[_ends(other)] += counts[other]
    ranked = told.most_common(2)
    stands_out = len(ranked) == 1 or (bool(ranked) and ranked[0][0][1] == name and ranked[0][1] >= _FAR_MORE * ranked[1][1])
    forms = [other for other in names if _ends(other) == ranked[0][0]] if stands_out else []
    return max(forms, key=lambda form: (counts[form], len(form), form), default="")


def _ends(name: str) -> tuple[str, str]:
    return name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]
