"""Texts that are printed as they were spoken, in turns: interviews, transcripts, hearings."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from sitegen.model import Article

# A speaker at the head of a block: a letter or up to three names, with or without emphasis, and a colon.
_SPEAKER = re.compile(r"[*_>\s]{0,4}(?P<name>[^\W\d_][\w.'’-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){0,2})[*_]{0,2}:[*_]{0,2}\s*")
_TURNS = 3  # so many blocks in turn, and a speaker who comes again, make an interview


def turns(article: Article) -> dict[int, int]:
    """The interview, by its first block, that each block of one belongs to."""
    if article.prose.count(":") < _TURNS:
        return {}
    speakers = _speakers(article)
    found: dict[int, int] = {}
    for spoken, run in groupby(sorted(speakers), key=lambda block: bool(speakers[block])):
        blocks = list(run)
        names = Counter(speakers[block] for block in blocks)
        if spoken and len(blocks) >= _TURNS and max(names.values()) > 1:
            found |= dict.fromkeys(blocks, blocks[0])
    return found


def after_speaker(prose: str, start: int, end: int) -> int:
    """Where in the first sentence of a turn the words begin that were spoken; its start where there are none."""
    head = _SPEAKER.match(prose, start, end)
    return head.end() if head and head.end() < end else start


def _speakers(article: Article) -> dict[int, str]:
    """Who speaks in each block, by the name at its head; "" for nobody."""
    found: dict[int, str] = {}
    for sentence in article.sentences:
        if sentence.block not in found:
            head = _SPEAKER.match(article.prose, sentence.span.start, sentence.span.end)
            found[sentence.block] = head["name"].split()[-1] if head and head["name"][0].isupper() else ""
    return found
