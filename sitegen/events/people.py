"""One name for each person, body and place in the whole corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sitegen.events.forms import Usage, full_forms
from sitegen.events.grammar import grammar
from sitegen.model import Report


def renamed(reports: Sequence[Report], aliases: Mapping[str, tuple[str, ...]], languages: Collection[str]) -> tuple[Report, ...]:
    """The reports with every name in its fullest form: the site's own first, then the corpus's."""
    counts = Counter(name for report in reports for name in (*report.actors, *report.places))
    own = {other: name for name, others in sorted(aliases.items()) for other in (name, *others)}
    placed = Counter(name for report in reports for name in report.places)
    qualifiers, breaks = (_of_all(languages, name) for name in ("place_qualifiers", "name_breaks"))
    full = full_forms(Usage(counts, placed, qualifiers=qualifiers, breaks=breaks))
    told = {full[name]: own[name] for name in sorted(counts) if name in own}
    chosen = {name: own.get(full[name], told.get(full[name], full[name])) for name in counts}
    return tuple(_with_names(report, chosen) for report in reports)


def _of_all(languages: Collection[str], name: str) -> frozenset[str]:
    """A list of words of several languages."""
    return frozenset(word for language in languages for word in grammar(language)[name])


def _with_names(report: Report, chosen: Mapping[str, str]) -> Report:
    names = (*report.actors, *report.places)
    if all(chosen[name] == name for name in names) and chosen.get(report.speaker, report.speaker) == report.speaker:
        return report
    actors = dict.fromkeys(chosen[name] for name in report.actors)
    places = dict.fromkeys(chosen[name] for name in report.places)
    speaker = chosen.get(report.speaker, report.speaker)
    return replace(report, speaker=speaker, actors=tuple(actors), places=tuple(name for name in places if name not in actors))
