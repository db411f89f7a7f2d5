"""What stands in an article's text and is none of its telling: readers' remarks, words to the reader, notices, its time stamp."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen.articles.sentences import StopWords, names_zone, stop_words
from sitegen.articles.word_lists import entries
from sitegen.languages import per_language
from sitegen.model import Sentence, Span
from sitegen.strict_yaml import Mapping, Scalar, Sequence

_FEWEST_REMARKS = 2
_MOST_WORDS = 30  # of a sentence that only asks something of the reader
_STAMPED = 2  # sentences of an article's beginning that can hold its time stamp …
_QUOTES = '"“‘„«'
_LONGEST_STAMP = 160  # … and the characters in which it ends


@dataclass(frozen=True, slots=True)
class Mark:
    """A rule that knows a reader's remark, the paper's notice, a time stamp or a credit, with sentences that it must know and must not."""

    name: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asides:
    """What a language's ``asides.yaml`` says."""

    remarks: tuple[Mark, ...]
    notices: tuple[Mark, ...]
    stamps: tuple[Mark, ...]
    credits: tuple[Mark, ...]
    hours: tuple[Mark, ...]
    to_the_reader: re.Pattern[str]


@per_language
def asides(language: str) -> Asides:
    """The asides of a language, read once; the English ones where it has none of its own."""
    lists = {key.text: node.items for key, node in entries(language, "asides").entries if isinstance(node, Sequence)}
    openings = sorted((item.text for item in lists["to_the_reader"] if isinstance(item, Scalar)), key=len, reverse=True)
    either = "|".join(re.escape(phrase) + (r"\b" if phrase[-1].isalnum() else "") for phrase in openings)
    return Asides(
        tuple(_mark(item, re.IGNORECASE) for item in lists["remarks"] if isinstance(item, Mapping)),
        tuple(_mark(item, re.IGNORECASE) for item in lists["notices"] if isinstance(item, Mapping)),
        tuple(_mark(item, re.NOFLAG) for item in lists.get("stamps", ()) if isinstance(item, Mapping)),
        tuple(_mark(item, re.NOFLAG) for item in lists.get("credits", ()) if isinstance(item, Mapping)),
        tuple(_mark(item, re.NOFLAG) for item in lists.get("hours", ()) if isinstance(item, Mapping)),
        re.compile(rf"[^\w“‘„»«\"']*(?:{either})", re.IGNORECASE),
    )


def _mark(node: Mapping, flags: re.RegexFlag) -> Mark:
    parts = {
        key.text: tuple(item.text for item in (value.items if isinstance(value, Sequence) else (value,)) if isinstance(item, Scalar))
        for key, value in node.entries
    }
    return Mark(parts["name"][0], re.compile(parts["pattern"][0], flags), parts["examples"], parts["not"])


def own_sentences(found: tuple[Sentence, ...], prose: str, language: str) -> tuple[Sentence, ...]:
    """The sentences that an article's author tells, without the time stamp, the byline and the credits of pictures before them.

    From the first reader's remark on, nothing is the author's, where two marks
    of remarks say that there are readers below. What only asks something of
    the reader and the paper's own notices go; an article of nothing else keeps its sentences.
    """
    known = asides(language)
    texts = [" ".join(prose[sentence.span.start : sentence.span.end].replace("’", "'").split()) for sentence in found]
    marked = [number for number, text in enumerate(texts) if _is_marked(text, known.remarks)]
    last = marked[0] if len(marked) >= _FEWEST_REMARKS else len(found)
    told = [
        sentence
        for sentence, text in zip(found[:last], texts, strict=False)
        if not (known.to_the_reader.match(text) and len(text.split()) <= _MOST_WORDS) and not _is_marked(text, known.notices)
    ]
    words = stop_words(language)
    stamped = (_unstamped(each, prose, known.stamps, words) for each in told[:_STAMPED])
    bare = [*(each for each in stamped if each), *told[_STAMPED:]]
    return tuple(part for each in bare for part in _uncredited(_without(each, prose, known.hours), prose, known.credits)) or found


def _is_marked(text: str, marks: tuple[Mark, ...]) -> bool:
    return any(mark.pattern.search(text) for mark in marks)


def _unstamped(sentence: Sentence, prose: str, stamps: tuple[Mark, ...], words: StopWords) -> Sentence | None:
    """A sentence without the time stamp it follows: "DORN | Tue Jun 4, 2019 7:51 pm EDT | The harbour …"; none of it alone."""
    start, end = sentence.span.start, sentence.span.end
    # Two more characters: the capital that must follow may begin the next sentence.
    ends = [found.end() for mark in stamps for found in mark.pattern.finditer(prose, start, min(end + 2, start + _LONGEST_STAMP))]
    if ends and max(ends) > end:
        return None
    if ends and max(ends) < end and not names_zone(prose, max(ends), words):
        return replace(sentence, span=Span(max(ends), end))
    return sentence


def _without(sentence: Sentence, prose: str, marks: tuple[Mark, ...]) -> Sentence:
    """A sentence without what is marked before it: "(1645 in Dorn) The harbour …"."""
    start, end = sentence.span.start, sentence.span.end
    last = max((found.end() for mark in marks if (found := mark.pattern.match(prose, start, end))), default=start)
    return replace(sentence, span=Span(last, end)) if last < end else sentence


def _uncredited(sentence: Sentence, prose: str, marks: tuple[Mark, ...]) -> Iterator[Sentence]:
    """A sentence without whose picture stands before it; after a caption, the two: "The pier (photo: Ann Berg) The harbour …"."""
    start, end = sentence.span.start, sentence.span.end
    # Two more characters: the capital that must follow may begin the next sentence.
    credit = min((found for mark in marks if (found := mark.pattern.search(prose, start, end + 2))), key=re.Match.start, default=None)
    if credit is None or credit.end() >= len(prose) or (credit.start() > start and not _opens(prose[credit.end()])):
        yield sentence
        return
    caption = Span(start, start + len(prose[start : credit.start()].rstrip()))
    if caption.end > start:
        yield replace(sentence, span=caption)
    if credit.end() < end:
        yield from _uncredited(replace(sentence, span=Span(credit.end(), end)), prose, marks)


def _opens(mark: str) -> bool:
    """Whether a sentence can begin with a character: "(photo: Ann Berg) of the harbour" goes on."""
    return mark.isupper() or mark in _QUOTES
