"""Which way from its anchor an expression points: read off the verbs and prepositions around it.

The cue nearest to the expression in its own clause decides. A reporting verb
says nothing of its complement ("said he will meet on Tuesday"), because the
complement's own verb stands nearer. Words inside a quotation are read by the
verbs inside it. Words are known by class only (`words.yaml`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.model import Direction
from sitegen.resolutions.clauses import CLAUSE_REACH, LICENSER_REACH, NO_CUE, OVER, Clause, Cue
from sitegen.resolutions.figures import measured, named, of_results
from sitegen.resolutions.grammar import Role
from sitegen.resolutions.notices import before_close, invited, noticed
from sitegen.resolutions.overdue import cancelled, overdue, promised
from sitegen.resolutions.present import of_a_state, of_its_thing, plain_present, told_of
from sitegen.resolutions.verbs import demanded, read_verb

# "Took effect on 1 July" and "was due on Friday" do not look ahead.
_FINITE_PAST = frozenset({Role.PAST, Role.PAST_REGULAR, Role.PAST_PLAN, Role.REPORTED, Role.BE_PAST, Role.DID})
_AHEAD = frozenset({Role.WILL, Role.WOULD, Role.MODAL})
_ENTRY_REACH = 3  # tokens from a day to the colon that makes it the head of an entry


def read(clause: Clause) -> Cue:
    """The cue that decides an expression's direction."""
    before = _before(clause)
    if cue := overdue(clause) or named(clause) or _beside(clause, before):
        return cue
    if _heads_entry(clause):
        return _first(clause, _main_clause(clause)) or Cue(Direction.FUTURE, "direction.entry", clause.first, clause.last)
    cue = _governing(clause, before)
    if cue == NO_CUE and (notice := noticed(clause, before) or invited(clause)):
        return notice
    if clause.is_day and _is_owner(clause):
        if (hangs := _hanging(clause)) is not None:
            return Cue(Direction.FUTURE, "direction.plan", hangs, hangs + 1)  # "much depends on Monday's figures"
        if stands := of_its_thing(clause):
            return stands
    open_ = cue.rule == "direction.modal" or clause.tokens.codes[clause.last : clause.last + 1] in clause.words["run_noun"]
    if open_ and cue.rule not in _FIRM and not clause.is_day and _is_attribute(clause):
        return Cue(Direction.NONE, cue.rule, cue.first, cue.last)  # "the June issue must", "seats for the June concerts": the nearest
    if _is_attribute(clause) and (cue.rule not in _FIRM or _is_beyond(clause, cue)):
        return Cue(Direction.PAST, "direction.attribute", clause.first, clause.last)  # "Friday's raid": the verb is not that of the day
    return cue


_FIRM = frozenset({"direction.future-verb", "direction.scheduled", "direction.ahead"})


def _is_beyond(clause: Clause, cue: Cue) -> bool:
    """Whether a verb behind stands in a clause that is only added: "the overnight counts are in, and the rest will come"."""
    codes = clause.tokens.codes
    return any(
        codes[at] in clause.words["comma"] and codes[at + 1 : at + 2] in clause.words["coordination"]
        for at in range(clause.last, cue.first)
    )


def _heads_entry(clause: Clause) -> bool:
    """Whether a day and a colon open the sentence, as in a diary or the plan of a week: "Monday: the jury retires"."""
    opens = all(code in clause.words["mark"] for code in clause.tokens.codes[clause.start : clause.first])
    behind = clause.tokens.codes[clause.last : min(clause.end, clause.last + _ENTRY_REACH)]
    return opens and clause.is_day and any(code in clause.words["entry_mark"] for code in behind)


def _main_clause(clause: Clause) -> range:
    """The tokens behind the head of an entry, as far as the first comma."""
    end = min(clause.end, clause.last + CLAUSE_REACH)
    return range(clause.last, next((at for at in range(clause.last, end) if clause.tokens.codes[at] in clause.words["comma"]), end))


def _governing(clause: Clause, before: int) -> Cue:
    if cue := _own_verb(clause):
        return cue
    if _opens(clause, before):
        return _right(clause) or _left(clause, before) or NO_CUE
    return _left(clause, before) or _right(clause) or NO_CUE


def _own_verb(clause: Clause) -> Cue | None:
    """What a verb right beside it says, of whose subject it is a part: "lawmakers in July voted", "Friday is the day"."""
    at, beside = clause.last, clause.first - 1
    role = clause.role(at) if at < clause.end else None
    if role in _FINITE_PAST:
        return Cue(Direction.PAST, "direction.past-verb", at, at + 1)
    if role in _AHEAD and clause.tokens.codes[max(beside, clause.start)] in clause.words["reporting"]:
        return read_verb(clause, at, role)  # "she said Saturday would be wet": the day is the subject of what was said
    for place in (beside, _linked(clause, beside)):  # "is Friday", "is on Friday", "is at 6am today and at 7am on Friday"
        if clause.is_day and place >= clause.start and (clause.role(place) is Role.BE_PRESENT or _is_clipped_be(clause, place)):
            return Cue(Direction.FUTURE, "direction.present", place, place + 1)
    of_plan = not clause.words["planned_noun"].isdisjoint(clause.tokens.codes[max(clause.start, beside - 1) : clause.first])
    if clause.is_day and role is Role.BE_PRESENT and (beside < clause.start or of_plan):  # "kick-off on Thursday is at eight"
        return Cue(Direction.FUTURE, "direction.present", at, at + 1)
    return None


def _linked(clause: Clause, at: int) -> int:
    """The token before a preposition, and before the other dates of a list."""
    codes = clause.tokens.codes
    at -= codes[at : at + 1] in clause.words["preposition"]
    at -= at > clause.start and codes[at] in clause.words["at_first"]  # "is now on the 24th"
    while at > clause.start and codes[at] in clause.words["comma"] | clause.words["coordination"] and clause.taken[at - 1]:
        at -= 1
        while at >= clause.start and clause.taken[at]:
            at -= 1
        at -= at >= clause.start and codes[at] in clause.words["preposition"]
    return at


def _is_clipped_be(clause: Clause, at: int) -> bool:
    """Whether it is the "is" of "it's on Friday"."""
    codes = clause.tokens.codes
    return at > clause.start and codes[at] in clause.words["possessive"] and codes[at - 1] in clause.words["pronoun"]


def _opens(clause: Clause, before: int) -> bool:
    """Whether the expression opens its clause, so that its verb is still to come."""
    codes = clause.tokens.codes
    if before < clause.start:
        return True
    if codes[before] in clause.words["comma"]:  # in ", on Saturday, raising hopes" it closes the clause before
        return clause.last < clause.end and codes[clause.last] not in clause.words["mark"]
    listed = before > clause.start and codes[before] in clause.words["coordination"] and codes[before - 1] in clause.words["temporal"]
    return codes[before] in clause.words["boundary"] and not listed  # "on Monday or Tuesday": one verb for both


def _is_attribute(clause: Clause) -> bool:
    """Whether it stands before a noun as its attribute: "Tuesday's raid", "a Friday paper"; not "Tuesday's vote"."""
    codes = clause.tokens.codes
    after = codes[clause.last] if clause.last < clause.end else ""
    possessive = after in clause.words["possessive"]
    if not possessive and not (
        clause.first > clause.start
        and codes[clause.first - 1] in clause.words["determiner"]
        and after
        and after not in clause.words["punctuation"]
    ):
        return False
    return clause.words["planned_noun"].isdisjoint(codes[clause.last : min(clause.last + 3, clause.end)])


def _is_owner(clause: Clause) -> bool:
    return clause.tokens.codes[clause.last : min(clause.last + 1, clause.end)] in clause.words["possessive"]


def _hanging(clause: Clause) -> int | None:
    """A verb before it of what hangs on something to come, with no other between."""
    for at in range(clause.first - 1, max(clause.start, clause.first - CLAUSE_REACH // 4) - 1, -1):
        if clause.tokens.codes[at] in clause.words["hanging"]:
            return at
        if clause.role(at) is Role.BE_PRESENT and not clause.words["next"].isdisjoint(clause.tokens.codes[clause.start : at]):
            return at  # "next up is Sunday's trip to Malton"
        if clause.role(at) is not None:
            return None
    return None


def _beside(clause: Clause, before: int) -> Cue | None:
    """What the words right beside it say."""
    codes, at = clause.tokens.codes, clause.last
    if closed := _closing(clause, before):
        return closed
    thing = at + (codes[at : at + 1] in clause.words["possessive"] and clause.is_quarter)  # "this quarter's loss"
    if thing < clause.end and codes[thing] in clause.words["result"]:
        return of_results(clause, thing)
    if at < clause.end and codes[at] in clause.words["future_thing"]:
        return Cue(Direction.FUTURE, "direction.ahead", at, at + 1)  # "wheat for December delivery"
    if (
        clause.is_day
        and codes[clause.first - 1 : clause.first] in clause.words["declared"]
        and codes[at : at + 1] in clause.words["determiner"]
    ):
        return Cue(Direction.FUTURE, "direction.plan", clause.first - 1, clause.first)  # "declared Friday a day of mourning"
    if (shown := _caption(clause, before)) is not None:
        return Cue(Direction.PAST, "direction.pictured", shown, shown + 1)
    for rule, words, direction in (
        ("direction.effective", clause.words["effective"], Direction.FUTURE),
        ("direction.ahead", clause.words["ahead"], Direction.FUTURE),
        ("direction.ended", clause.words["ended"], Direction.PAST),
    ):
        for place in range(max(before, clause.start), clause.first):
            since = codes[clause.first - 1 : clause.first] in clause.words["since"]  # "in effect since Sunday"
            told = (rule == "direction.effective" and (since or _took_effect(clause, place))) or _soon_after(clause, place)
            if codes[place] in words and not told:
                return Cue(direction, rule, place, place + 1)
    return _preposition(clause, before)


def _closing(clause: Clause, before: int) -> Cue | None:
    """The day or month with which a stretch closed: "in the year to 31 March", "for the quarter ended June 30"."""
    codes, at = clause.tokens.codes, clause.first - 1
    if before > clause.start and codes[before] in clause.words["ended"] and codes[before - 1] in clause.words["span_unit"]:
        return Cue(Direction.PAST, "direction.ended", before, before + 1)
    while at > clause.start and codes[at] in clause.words["preposition"] and codes[at - 1] not in clause.words["span_unit"]:
        at -= 1  # "to the end of March"
    closes = at > clause.start and codes[at] in clause.words["to_word"] and codes[at - 1] in clause.words["span_unit"]
    if not closes or _governing(clause, at - 1).direction is Direction.FUTURE:
        return None
    return Cue(Direction.PAST, "direction.ended", at - 1, at + 1)


def _soon_after(clause: Clause, at: int) -> bool:
    """Whether "soon" says how long after something it was, not that it is to come: "soon after midnight"."""
    return clause.tokens.codes[at] in clause.words["ahead"] and clause.tokens.codes[at + 1 : at + 2] in clause.words["after_"]


def _took_effect(clause: Clause, at: int) -> bool:
    """Whether "effect" or "due" is over: "took effect", "had been due", "in effect since"."""
    if not clause.words["since"].isdisjoint(clause.tokens.codes[at : clause.first]):
        return True
    return at > clause.start and (clause.role(at - 1) in OVER or clause.auxiliary(at) is Role.HAD)


def _caption(clause: Clause, before: int) -> int | None:
    """The participle of a caption: "pictured in May", "seen here in February"."""
    codes = clause.tokens.codes
    here = before > clause.start and codes[before] in clause.words["here"]
    at = before - 1 if here else before
    if at < clause.start or codes[at] not in clause.words["pictured"] | (clause.words["shown"] if here else frozenset()):
        return None
    return at if clause.auxiliary(at) is None and codes[clause.last : clause.last + 1] in clause.words["mark"] else None


def _before(clause: Clause) -> int:
    """The last token before the expression and its preposition; below the clause's start where there is none."""
    at = clause.first - 1
    while at >= clause.start and clause.tokens.codes[at] in clause.words["preposition"] and clause.first - at <= 3:
        at -= 1
    return before_close(clause, at)


def _preposition(clause: Clause, before: int) -> Cue | None:
    """What the words between say: "since Monday" is over, "for Friday" is to come."""
    for at in range(before + 1, clause.first):
        code = clause.tokens.codes[at]
        if code in clause.words["since"]:
            return Cue(Direction.PAST, "direction.since", at, at + 1)
        if moved := _moved(clause, at):
            return moved
        if cue := _for(clause, at, before) or _until(clause, at, before):
            return cue
    return None


def _for(clause: Clause, at: int, before: int) -> Cue | None:
    """“For Friday” is to come, where nothing was called off; a season looked to lies ahead, a quarter told of is over."""
    code = clause.tokens.codes[at]
    if clause.is_season and code in clause.words["for_"] | clause.words["before_"] and not _tells_past(clause, before):
        return Cue(Direction.FUTURE, "direction.ahead", at, at + 1)  # "salt in store for the winter"
    if code not in clause.words["for_"]:
        return None
    if plan := promised(clause, before):
        return plan
    if clause.is_day:
        left = _left(clause, before)
        planned = left if left and left.rule == "direction.past-plan" else None
        return planned or cancelled(clause) or Cue(Direction.FUTURE, "direction.for", at, at + 1)
    if _is_foretold(clause, before):
        return Cue(Direction.FUTURE, "direction.plan", before, before + 1)
    return Cue(Direction.PAST, "direction.results", at, at + 1) if clause.is_quarter else None


def _until(clause: Clause, at: int, before: int) -> Cue | None:
    """“Until Friday” is to come, but behind a past verb; what nothing past is told of still lasts."""
    code = clause.tokens.codes[at]
    limits = clause.words["until"] | clause.words["before_"] if clause.is_weekend else clause.words["until"]
    if code in clause.words["until"] and before >= clause.start and clause.role(before) is Role.HAVE:
        return Cue(Direction.FUTURE, "direction.until", before, at + 1)  # "has until Friday"
    if code not in limits or _is_over(clause, main := _governing(clause, before)):
        return None
    if main.rule == "direction.would":
        return main
    period = clause.tokens.codes[at - 1 : at] in clause.words["unit"]  # "in the three months through Dec. 31"
    lasts = main.direction is not Direction.PAST and code in clause.words["lasting"] and not period
    return Cue(Direction.FUTURE, "direction.lasts" if lasts else "direction.until", at, at + 1)


def _tells_past(clause: Clause, before: int) -> bool:
    cue = _governing(clause, before)
    return cue.direction is Direction.PAST and clause.tokens.codes[cue.first] not in clause.words["reporting"]


def _is_foretold(clause: Clause, before: int) -> bool:
    """Whether a forecast is made for it: "cut its outlook for the full year", not "beat forecasts for the quarter"."""
    codes = clause.tokens.codes
    surpassed = codes[max(clause.start, before - LICENSER_REACH) : before]
    return before >= clause.start and codes[before] in clause.words["outlook"] and clause.words["surpassing"].isdisjoint(surpassed)


def _moved(clause: Clause, at: int) -> Cue | None:
    """“Moved from Friday to Sunday” was then to come; "put back from March", with no new date, has been since."""
    codes, code = clause.tokens.codes, clause.tokens.codes[at]
    verb = next(
        (place for place in range(at - 1, max(clause.start, at - LICENSER_REACH) - 1, -1) if codes[place] in clause.words["moving"]), None
    )
    if code not in clause.words["move_to"] or verb is None or codes[at + 1] in clause.words["punctuation"]:
        return None  # "the paper that they put their names to in September"
    onward = codes[clause.last : clause.last + LICENSER_REACH]
    if code in clause.words["from_"] and not clause.is_day and clause.words["to_mark"].isdisjoint(onward):
        return Cue(Direction.PAST, "direction.past-plan", at, at + 1)
    over = clause.auxiliary(verb) is Role.BE_PAST
    return Cue(Direction.FUTURE, "direction.was-moved" if over else "direction.moved", at, at + 1)


def _is_over(clause: Clause, cue: Cue) -> bool:
    """Whether "until" looks back: "ran until Friday", not "has extended it until Friday" nor "gave them until Friday"."""
    if cue.rule != "direction.past-verb" or clause.tokens.codes[cue.first] in clause.words["granted"]:
        return False
    code, onward = clause.tokens.codes[cue.first], clause.tokens.codes[cue.first + 1 : cue.first + 2]
    auxiliary = clause.auxiliary(cue.first)
    closed = code in clause.words["closing"] and onward in clause.words["until"] and clause.role(cue.first - 1) not in OVER
    if auxiliary is None and closed:
        return False  # "stay shut until Monday", "schools closed until Thursday"
    return auxiliary is not Role.HAVE


def _left(clause: Clause, before: int) -> Cue | None:
    return _first(clause, range(before, max(clause.start, before - CLAUSE_REACH) - 1, -1))


def _right(clause: Clause) -> Cue | None:
    places = range(clause.last, min(clause.end, clause.last + CLAUSE_REACH))
    return _first(clause, _main(clause, places)) or _first(clause, places)


def _main(clause: Clause, places: range) -> Iterator[int]:
    """The tokens outside what is put in between: "On Monday the chief, who left in 2021, will be asked"."""
    codes, aside = clause.tokens.codes, False
    opening = clause.words["relative_pronoun"] | clause.words["condition"]
    for at in places:
        if codes[at] in clause.words["comma"]:
            aside = codes[at + 1 : at + 2] in opening
        elif not aside:
            yield at


def _first(clause: Clause, places: Iterable[int]) -> Cue | None:
    for at in places:
        role = clause.role(at)
        if role and (cue := demanded(clause, at) or read_verb(clause, at, role) or of_a_state(clause, at)):
            return cue
        if role is None and at > clause.start and (cue := told_of(clause, at) or measured(clause, at) or plain_present(clause, at)):
            return cue
    return None
