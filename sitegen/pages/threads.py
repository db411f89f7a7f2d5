"""Which of several stories an event belongs to: topics that some article names together are of one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sitegen.model import Article


def story_names(articles: Iterable[Article]) -> Mapping[str, str]:
    """Topic -> the topic that most articles of its story name; empty where the topics hold all together, and the site is one story."""
    tagged = [article.tags for article in articles if article.tags]
    stories = {tag: {tag} for tags in tagged for tag in tags}
    for first, *others in tagged:
        for tag in others:
            if stories[tag] is not stories[first]:
                stories[first] |= stories[tag]
                stories |= dict.fromkeys(stories[tag], stories[first])
    counts = Counter(tag for tags in tagged for tag in set(tags))
    places = Counter(dict.fromkeys(counts, 0))  # a topic that articles name first comes before one that they name as often
    for tags in tagged:
        places.update({tag: place for place, tag in enumerate(tags)})
    names = {tag: min(story, key=lambda one: (-counts[one], places[one], one)) for tag, story in stories.items()}
    return names if len(set(names.values())) > 1 else {}
