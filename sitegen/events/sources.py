"""Which articles are independent: publishers, not articles; shared wires and near-identical texts count once."""

from __future__ import annotations

import functools
import re
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sitegen.events.chains import Chains
from sitegen.model import Article

_WORDS = 8  # words of a shingle
_SHARED = 0.5  # part of the shorter text's shingles that two near-identical texts share
_SAMPLED = 16  # one shingle in so many is kept …
_HOLDERS = 7  # … and so many articles that hold it
_WORD = re.compile(r"\w+")


def voices(articles: Sequence[Article]) -> Mapping[str, str]:
    """Article id -> the voice it speaks with: the publisher, or the one it repeats.

    An article that credits a source speaks with that source's voice. Texts
    that share half of their phrases speak with the voice of the earliest.
    """
    order = sorted(articles, key=lambda article: (article.day, article.id))
    own = {article.id: (article.credit or article.publisher).strip() for article in order}
    known = {article.publisher.casefold(): article.publisher for article in order}
    voice = {name: known.get(said.casefold(), said) for name, said in own.items()}
    copies = _copies(order)
    return {name: voice[copies.get(name, name)] for name in own}


def _copies(order: Sequence[Article]) -> dict[str, str]:
    """Article -> the earliest article that it nearly repeats, for those that repeat one."""
    prints = [_fingerprint(article.prose) for article in order]
    holders: dict[int, list[int]] = defaultdict(list)
    chains = Chains(len(order))
    for number, found in enumerate(prints):
        shared: dict[int, int] = defaultdict(int)
        for shingle in found:
            for other in holders[shingle][:_HOLDERS]:
                shared[other] += 1
            holders[shingle].append(number)
        for other, count in shared.items():
            if count >= _SHARED * min(len(found), len(prints[other])):
                chains.join(number, other)
    return {order[number].id: order[chains.root(number)].id for number in range(len(order)) if chains.root(number) != number}


def _fingerprint(text: str) -> frozenset[int]:
    """A fixed sample of the text's runs of eight words, as numbers that are the same in every process."""
    found = _WORD.findall(text.lower())
    starts = [i for i, word in enumerate(found[: 1 - _WORDS]) if _sampled(word)]
    return frozenset([zlib.crc32(" ".join(found[i : i + _WORDS]).encode()) for i in starts])


@functools.lru_cache(maxsize=50_000)  # a newsroom's vocabulary
def _sampled(word: str) -> bool:
    """Whether runs that begin with the word belong to the sample."""
    return zlib.crc32(word.encode()) % _SAMPLED == 0
