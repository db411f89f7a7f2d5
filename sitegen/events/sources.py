"""Which articles are independent: publishers, not articles; shared wires and near-identical texts count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sitegen.events.chains import Chains
from sitegen.model import Article, Vocabulary

_SHARED = 0.5  # part of the shorter text's phrases that two near-identical texts share
_HOLDERS = 7  # articles that one phrase is looked for in


def voices(articles: Sequence[Article], vocabularies: Mapping[str, Vocabulary]) -> Mapping[str, str]:
    """Article id -> the voice it speaks with: the publisher, or the one it repeats.

    An article that credits a source speaks with that source's voice. Texts
    that share half of their phrases speak with the voice of the earliest.
    """
    order = sorted(articles, key=lambda article: (article.day, article.id))
    own = {article.id: (article.credit or article.publisher).strip() for article in order}
    known = {article.publisher.casefold(): article.publisher for article in order}
    voice = {name: known.get(said.casefold(), said) for name, said in own.items()}
    copies = _copies([(article.id, vocabularies[article.id].phrases) for article in order])
    return {name: voice[copies.get(name, name)] for name in own}


def _copies(order: Sequence[tuple[str, Sequence[int]]]) -> dict[str, str]:
    """Article -> the earliest article that it nearly repeats, for those that repeat one; given the phrases of each, earliest first."""
    holders: dict[int, list[int]] = defaultdict(list)
    chains = Chains(len(order))
    for number, (_, found) in enumerate(order):
        shared: dict[int, int] = defaultdict(int)
        for phrase in found:
            for other in holders[phrase][:_HOLDERS]:
                shared[other] += 1
            holders[phrase].append(number)
        for other, count in shared.items():
            if count >= _SHARED * min(len(found), len(order[other][1])):
                chains.join(number, other)
    roots = map(chains.root, range(len(order)))
    return {name: order[root][0] for number, ((name, _), root) in enumerate(zip(order, roots, strict=True)) if root != number}
