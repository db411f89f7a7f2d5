"""The day that announces when an interview was held: "We spoke to her on 14 May. Q: … A: …"."""

from __future__ import annotations

from sitegen.languages import Tokens
from sitegen.model import Article, Expression, Sentence
from sitegen.resolutions.neighbours import marks

_QUESTIONS = 3  # so many blocks in bold, each with its answer, make an interview


def questions(article: Article) -> dict[int, int]:
    """The interview, by its first block, that each block of one belongs to whose questions are blocks in bold."""
    if article.prose.count("?**") < _QUESTIONS - 1:  # one may be no question: "You sail again next month."
        return {}
    blocks: dict[int, list[Sentence]] = {}
    for sentence in article.sentences:
        blocks.setdefault(sentence.block, []).append(sentence)
    asked = [block for block, inside in blocks.items() if _is_bold(article.prose[inside[0].span.start : inside[-1].span.end])]
    answered = [block for block in asked if block + 1 in blocks and block + 1 not in asked]
    if len(answered) < _QUESTIONS:
        return {}
    return dict.fromkeys(range(asked[0], answered[-1] + 2), asked[0])


def _is_bold(block: str) -> bool:
    return block.startswith("**") and block.rstrip().endswith("**") and block.count("**") == 2


def announced(article: Article, tokens: Tokens, expressions: tuple[Expression, ...], held: dict[int, int]) -> tuple[int, ...]:
    """For each expression the interview that its block announces, by its first block; -1 for none."""
    if not held:
        return (-1,) * len(expressions)
    words, sentences = marks(article.language, "INTERVIEWING"), article.sentences
    telling = {
        at
        for at, sentence in enumerate(sentences)
        if not words.isdisjoint(tokens.codes[tokens.at(sentence.span.start) : tokens.at(sentence.span.end)])
    }
    dated = {expression.sentence for expression in expressions} & telling
    surely = {sentences[at].block for at in dated}  # its day stands where it is told of, else anywhere in the block
    blocks, firsts = {sentences[at].block for at in telling}, set(held.values())

    def announces(sentence: int) -> bool:
        block = sentences[sentence].block
        return block + 1 in firsts and block in blocks and (sentence in dated or block not in surely)

    return tuple(sentences[each.sentence].block + 1 if announces(each.sentence) else -1 for each in expressions)
