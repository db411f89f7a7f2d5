"""What an article's text comes to before it is compared with others."""

from __future__ import annotations

from sitegen.events import link, vocabulary_of
from sitegen.model import Article, Vocabulary
from sitegen.publish import decode, encode
from tests.events.press import article, reports

CLOSED = "The harbour of Dorn was closed on {Sunday|2025-03-16} after a crane of the port had fallen onto the quay in the storm."


def _sources(articles: tuple[Article, ...], vocabularies: dict[str, Vocabulary] | None) -> tuple[str, ...]:
    found = tuple(report for each in articles for report in reports(each))
    (event,) = link(articles, found, articles[0].day, vocabularies=vocabularies)
    return event.sources


def test_words_are_counted_without_their_capitals() -> None:
    """Each word stands there once, in lower case, with how often it was written; words that every text has do not."""
    found = vocabulary_of(article("Cranes fall. The cranes of Dorn fell, and the Cranes were old.", name="a.md"))
    counts = dict(zip(found.words.split(), found.counts, strict=True))
    assert counts["cranes"] == 3
    assert "Cranes" not in counts
    assert "the" not in counts


def test_a_phrase_is_the_same_in_every_text() -> None:
    """What one text takes over of another gives the same numbers, whatever stands before and behind it."""
    text = " ".join(f"word{number} and so the harbour master of the town said" for number in range(30))
    whole = vocabulary_of(article(text, name="a.md"))
    copied = vocabulary_of(article(f"Our own words first. {text} And then some more.", name="b.md"))
    assert whole.phrases
    assert set(whole.phrases) <= set(copied.phrases)


def test_texts_that_were_read_before_are_not_read_again() -> None:
    """Linking goes by the vocabularies that it is given: without phrases, nothing shows that one text repeats another."""
    text = CLOSED + " " + " ".join(f"Berth {number} stays empty until the crane that lies there has been lifted." for number in range(9))
    articles = (article(text, source="Gazette", name="a.md"), article(text, source="Herald", name="b.md"))
    assert _sources(articles, None) == ("Gazette",)
    assert _sources(articles, {each.id: vocabulary_of(each) for each in articles}) == ("Gazette",)
    assert _sources(articles, {each.id: Vocabulary() for each in articles}) == ("Gazette", "Herald")


def test_a_vocabulary_can_be_kept() -> None:
    """What is written into the cache is what comes back."""
    found = vocabulary_of(article(CLOSED, name="a.md"))
    assert decode(Vocabulary, encode(found)) == found
