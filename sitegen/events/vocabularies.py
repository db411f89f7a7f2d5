"""The words of an article, and a sample of its phrases: what linking compares whole texts by.

A pure function of the article, so that a build reads each text once, however
often it tells the story, and the next build need not read it at all.
"""

from __future__ import annotations

import functools
import re
import zlib
from collections import Counter

from sitegen.events.grammar import grammar
from sitegen.model import Article, Vocabulary

_WORDS = 8  # words of a phrase
_SAMPLED = 16  # one phrase in so many is kept
_ANY_WORD = re.compile(r"\w+")
_WORD = re.compile(r"[^\W\d_][\w’'-]{2,}")
_EMPTY = ("stop_words", "prepositions", "determiners", "pronouns", "light_verbs", "speech_verbs")


def vocabulary_of(article: Article) -> Vocabulary:
    """The words and phrases of an article's title and prose."""
    empty = _empty(article.language)
    counts = Counter(map(str.lower, _WORD.findall(f"{article.title}\n{article.prose}")))
    words = [word for word in counts if word not in empty]
    return Vocabulary(" ".join(words), tuple(counts[word] for word in words), _phrases(article.prose))


@functools.cache
def _empty(language: str) -> frozenset[str]:
    words = grammar(language)
    return frozenset().union(*(words[name] for name in _EMPTY))


def _phrases(text: str) -> tuple[int, ...]:
    """A fixed sample of the text's runs of eight words, as numbers that are the same in every process."""
    found = _ANY_WORD.findall(text.lower())
    starts = [i for i, word in enumerate(found[: 1 - _WORDS]) if _sampled(word)]
    return tuple(sorted({zlib.crc32(" ".join(found[i : i + _WORDS]).encode()) for i in starts}))


@functools.lru_cache(maxsize=50_000)  # a newsroom's vocabulary
def _sampled(word: str) -> bool:
    """Whether runs that begin with the word belong to the sample."""
    return zlib.crc32(word.encode()) % _SAMPLED == 0
