"""What a notice says without a finite verb: what it announces or bids its readers to is to come."""

from __future__ import annotations

from sitegen.model import Direction
from sitegen.resolutions.clauses import Clause, Cue

_LABEL = 3  # tokens before what is announced: "Next parish council meeting"


def noticed(clause: Clause, before: int) -> Cue | None:
    """What is to be held, with its day behind a colon or at an hour, and no verb: "Kick-off: Saturday", "Funeral on Friday at 11am"."""
    codes, words = clause.tokens.codes, clause.words
    colon = before > clause.start and codes[before] in words["colon"]
    held = before - colon
    timed = not words["clock"].isdisjoint(codes[clause.first : clause.last])
    named = not words["temporal"].isdisjoint(codes[clause.first : clause.last])  # an hour alone may be of what is told
    if held < clause.start or not clause.is_day or not named:
        return None
    if codes[held] in words["state"] and codes[held - 1 : held] in words["on_"]:
        return Cue(Direction.FUTURE, "direction.entry", held - 1, held + 1)  # "tickets on sale Monday"
    known = words["planned_noun"] | words["run_noun"] | words["notice"]
    opens = held - clause.start <= _LABEL
    announced = (opens and (colon or timed) and codes[held] in known) or codes[held] in words["forecast_word"]  # "highs Friday near 70"
    return Cue(Direction.FUTURE, "direction.entry", held, held + 1) if announced else None


def invited(clause: Clause) -> Cue | None:
    """What readers are bidden to, at the head of a sentence: "Join us on Thursday", "See you Monday", "Don't miss Sunday's edition"."""
    codes, words = clause.tokens.codes, clause.words
    at = next((at for at in range(clause.start, clause.first) if codes[at] not in words["mark"]), clause.first)
    owned = codes[clause.last : clause.last + 1] in words["owner"]
    seen = codes[at] in words["see"] and codes[at + 1 : at + 2] in words["plural_subject"]
    missed = codes[at + 1 : at + 2] in words["miss"]
    bidden = missed if owned else missed or seen or codes[at] in words["bidding"]
    return Cue(Direction.FUTURE, "direction.plan", at, at + 1) if bidden and clause.is_day and at < clause.first else None


def before_close(clause: Clause, at: int) -> int:
    """The last token before "the end of trading on Friday", "the close of play on Friday", where such stands before it."""
    codes, words = clause.tokens.codes, clause.words
    if (
        at - 2 < clause.start
        or codes[at] not in words["day_work"]
        or codes[at - 1] not in words["of_"]
        or codes[at - 2] not in words["day_end"]
    ):
        return at
    at -= 3
    while at >= clause.start and codes[at] in words["preposition"]:
        at -= 1
    return at
