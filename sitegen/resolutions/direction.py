"""Which way from its anchor an expression points: read off the verbs and prepositions around it.

The cue nearest to the expression in its own clause decides. A reporting verb
says nothing of its complement ("said he will meet on Tuesday"), because the
complement's own verb stands nearer. Words inside a quotation are read by the
verbs inside it. Words are known by class only (`words.yaml`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.model import Direction
from sitegen.resolutions.clauses import AUXILIARY_REACH, Clause, Role

_VERBAL = frozenset(Role)
# "Took effect on 1 July" and "was due on Friday" do not look ahead.
_OVER = frozenset({Role.PAST, Role.PAST_REGULAR, Role.BE_PAST, Role.HAD})
_LICENSER_REACH = 6
_CLAUSE_REACH = 40  # tokens to either side: no clause of news prose is longer, and time stays linear


@dataclass(frozen=True, slots=True)
class Cue:
    """Which way, why, and the tokens that say so."""

    direction: Direction
    rule: str
    first: int = -1
    last: int = -1


NO_CUE = Cue(Direction.NONE, "direction.none")


def read(clause: Clause) -> Cue:
    """The cue that decides an expression's direction."""
    before = _before(clause)
    if cue := _beside(clause, before):
        return cue
    cue = _governing(clause, before)
    if _is_attribute(clause) and cue.rule not in _FIRM:
        return Cue(Direction.PAST, "direction.attribute", clause.first, clause.last)  # "Friday's raid": the verb is not that of the day
    return cue


_FIRM = frozenset({"direction.future-verb", "direction.scheduled", "direction.ahead"})


def _governing(clause: Clause, before: int) -> Cue:
    if _opens(clause, before):
        return _right(clause) or _left(clause, before) or NO_CUE
    return _left(clause, before) or _right(clause) or NO_CUE


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


def _beside(clause: Clause, before: int) -> Cue | None:
    """What the words right beside it say."""
    codes, at = clause.tokens.codes, clause.last
    if at < clause.end and codes[at] in clause.words["result"]:
        return Cue(Direction.PAST, "direction.results", at, at + 1)
    for rule, words, direction in (
        ("direction.effective", clause.words["effective"], Direction.FUTURE),
        ("direction.ahead", clause.words["ahead"], Direction.FUTURE),
        ("direction.ended", clause.words["ended"], Direction.PAST),
    ):
        for place in range(max(before, clause.start), clause.first):
            if codes[place] in words and not (rule == "direction.effective" and place > clause.start and clause.role(place - 1) in _OVER):
                return Cue(direction, rule, place, place + 1)
    return _preposition(clause, before)


def _before(clause: Clause) -> int:
    """The last token before the expression and its preposition; below the clause's start where there is none."""
    at = clause.first - 1
    while at >= clause.start and clause.tokens.codes[at] in clause.words["preposition"] and clause.first - at <= 3:
        at -= 1
    return at


def _preposition(clause: Clause, before: int) -> Cue | None:
    """What the words between say: "since Monday" is over, "for Friday" is to come."""
    for at in range(before + 1, clause.first):
        code = clause.tokens.codes[at]
        if code in clause.words["since"]:
            return Cue(Direction.PAST, "direction.since", at, at + 1)
        if moved := _moved(clause, at):
            return moved
        if code in clause.words["for_"] and clause.is_day:
            if (left := _left(clause, before)) and left.rule == "direction.past-plan":
                return left
            if cancelled := _cancelled(clause):
                return cancelled
            return Cue(Direction.FUTURE, "direction.for", at, at + 1)
        if code in clause.words["for_"] and clause.is_quarter:
            return Cue(Direction.PAST, "direction.results", at, at + 1)
        if code in clause.words["until"] and not _is_over(clause, _governing(clause, before)):
            return Cue(Direction.FUTURE, "direction.until", at, at + 1)
    return None


def _moved(clause: Clause, at: int) -> Cue | None:
    """“Moved from Friday to Sunday” was then to come; "put back from March", with no new date, has been since."""
    codes, code = clause.tokens.codes, clause.tokens.codes[at]
    if code not in clause.words["move_to"] or clause.words["moving"].isdisjoint(codes[max(clause.start, at - _LICENSER_REACH) : at]):
        return None
    onward = codes[clause.last : clause.last + _LICENSER_REACH]
    if code in clause.words["from_"] and not clause.is_day and clause.words["move_to"].isdisjoint(onward):
        return Cue(Direction.PAST, "direction.past-plan", at, at + 1)
    return Cue(Direction.FUTURE, "direction.moved", at, at + 1)


def _cancelled(clause: Clause) -> Cue | None:
    """“The rally planned for Saturday was cancelled”: to come or over, whichever is nearer."""
    for at in range(clause.last, min(clause.end, clause.last + AUXILIARY_REACH)):
        if clause.tokens.codes[at] in clause.words["cancelled"] and clause.auxiliary(at) in {Role.BE_PAST, Role.HAVE}:
            return Cue(Direction.NONE, "direction.cancelled", at, at + 1)
    return None


def _is_over(clause: Clause, cue: Cue) -> bool:
    """Whether "until" looks back: "ran until Friday", not "has extended it until Friday" nor "gave them until Friday"."""
    if cue.rule != "direction.past-verb" or clause.tokens.codes[cue.first] in clause.words["granted"]:
        return False
    return clause.auxiliary(cue.first) is not Role.HAVE


def _left(clause: Clause, before: int) -> Cue | None:
    return _first(clause, range(before, max(clause.start, before - _CLAUSE_REACH) - 1, -1))


def _right(clause: Clause) -> Cue | None:
    return _first(clause, range(clause.last, min(clause.end, clause.last + _CLAUSE_REACH)))


def _first(clause: Clause, places: Iterable[int]) -> Cue | None:
    for at in places:
        role = clause.role(at)
        if role and (cue := _verb(clause, at, role)):
            return cue
        if role is None and at > clause.start and (cue := _plain_present(clause, at)):
            return cue
    return None


def _plain_present(clause: Clause, at: int) -> Cue | None:
    """The present of a verb that no list holds, by what stands before it: "is flying", "who steps down", "they assemble"."""
    code, previous = clause.tokens.codes[at], clause.tokens.codes[at - 1]
    if code in clause.words["progressive"] and clause.role(at - 1) is Role.BE_PRESENT and clause.is_day:
        return Cue(Direction.FUTURE, "direction.progressive", at - 1, at + 1)
    if code in clause.words["present"] and previous in clause.words["relative"]:
        return Cue(Direction.FUTURE, "direction.present", at, at + 1)
    if (
        clause.is_day
        and code in clause.words["plain_word"]
        and code not in clause.words["present"]
        and previous in clause.words["plural_subject"]
    ):
        return Cue(Direction.FUTURE, "direction.present", at - 1, at + 1)
    return None


def _verb(clause: Clause, at: int, role: Role) -> Cue | None:
    match role:
        case Role.WILL:
            return Cue(Direction.FUTURE, "direction.future-verb", at, at + 1)
        case Role.WOULD:
            return Cue(Direction.FUTURE, "direction.would", at, at + 1)
        case Role.PLANNED:
            return _arranged(clause, at)
        case Role.PLAN_VERB:
            return Cue(Direction.FUTURE, "direction.plan", at, at + 1)
        case Role.TO:
            return _infinitive(clause, at)
        case Role.PAST | Role.PAST_REGULAR | Role.PAST_PLAN | Role.REPORTED:
            return _past_form(clause, at)
        case Role.DID | Role.HAD | Role.BE_PAST:
            return Cue(Direction.PAST, "direction.past-verb", at, at + 1)
        case Role.SCHEDULE:
            return _scheduled_present(clause, at)
        case Role.MODAL:
            return _modal(clause, at)
        case Role.BE_PRESENT | Role.HAVE | Role.BE_BASE | Role.BEEN | Role.TELLS:
            return None


def _arranged(clause: Clause, at: int) -> Cue | None:
    """What a word for something arranged says; "as (previously) planned" says nothing of when."""
    if not clause.words["as_"].isdisjoint(clause.tokens.codes[max(clause.start, at - 2) : at]):
        return None
    return _planned(clause, at) if _is_planned(clause, at) else _past_form(clause, at)


def _is_planned(clause: Clause, at: int) -> bool:
    """“Set” is a plan behind "is" or before "to" and "for"; else, like any past form, it is over."""
    if clause.tokens.codes[at] not in clause.words["past_form"] | clause.words["moving"]:
        return True
    following = clause.tokens.codes[at + 1] if at + 1 < clause.end else ""
    return following in clause.words["to_mark"] or clause.auxiliary(at) is Role.BE_PRESENT


def _planned(clause: Clause, at: int) -> Cue:
    """“Is due”, "set for", "was scheduled": to come, unless the text goes on to say that it came to nothing."""
    auxiliary = clause.auxiliary(at)
    cue = Cue(Direction.FUTURE, "direction.scheduled", at, at + 1)
    if auxiliary is Role.HAD:
        return Cue(Direction.PAST, "direction.past-plan", at, at + 1)
    if auxiliary is Role.BE_PAST and any(
        clause.tokens.codes[place] in clause.words["adversative"] and not _ends_ahead(clause, place)
        for place in range(clause.last, min(clause.end, clause.last + _CLAUSE_REACH))
    ):
        return Cue(Direction.PAST, "direction.past-plan", at, at + 1)
    return cue


def _ends_ahead(clause: Clause, at: int) -> bool:
    """Whether "until" sets the end of what may still last: "may stay shut until Tuesday"."""
    near = range(max(clause.start, at - AUXILIARY_REACH), at)
    return clause.tokens.codes[at] in clause.words["until"] and any(clause.role(place) in {Role.MODAL, Role.WILL} for place in near)


def _infinitive(clause: Clause, at: int) -> Cue | None:
    """“To meet”: points ahead, unless a verb before it tells that it is over ("failed to meet")."""
    following = at + 1
    if following >= clause.end or following >= clause.first > at or not _can_be_verb(clause, following):
        return None
    if at > clause.start and clause.tokens.codes[at - 1] in clause.words["plan_noun"]:
        return Cue(Direction.FUTURE, "direction.infinitive", at - 1, at + 2)
    for place in range(at - 1, _licensers_from(clause, at), -1):
        code = clause.tokens.codes[place]
        role = clause.role(place)
        if role in {Role.PLANNED, Role.PLAN_VERB, Role.WILL, Role.WOULD, Role.SCHEDULE} or code in clause.words["past_plan"]:
            return _planned(clause, place) if role is Role.PLANNED else _past_plan(clause, place)
        if code in clause.words["failed"] or role in {Role.PAST, Role.PAST_REGULAR, Role.REPORTED, Role.HAD, Role.DID}:
            return Cue(Direction.PAST, "direction.past-verb", place, at + 2)
        if role is Role.BE_PRESENT:
            return Cue(Direction.FUTURE, "direction.is-to", place, at + 2)
        if role is Role.BE_PAST:
            return Cue(Direction.FUTURE, "direction.was-to", place, at + 2)
    if clause.role(following) is None and (
        following + 1 >= clause.end or clause.tokens.codes[following + 1] in clause.words["punctuation"]
    ):
        return None  # "to parliament on Tuesday": nothing tells that it is a verb
    return Cue(Direction.FUTURE, "direction.infinitive", at, at + 2)


def _licensers_from(clause: Clause, at: int) -> int:
    """How far back the verb that an infinitive hangs on is looked for: further in "made it hard for the firm to meet"."""
    near = at - _LICENSER_REACH
    codes = clause.tokens.codes[max(clause.start, near - _LICENSER_REACH) : at]
    reach = 2 * _LICENSER_REACH if not clause.words["difficult"].isdisjoint(codes) else _LICENSER_REACH
    return max(clause.start - 1, at - reach)


def _can_be_verb(clause: Clause, at: int) -> bool:
    code, word = clause.tokens.codes[at], clause.tokens.words[at]
    return word[0].islower() and code not in clause.words["noun_mark"] and code not in clause.words["plural"]


def _past_plan(clause: Clause, at: int) -> Cue:
    if clause.auxiliary(at) is Role.BE_PAST and clause.tokens.codes[at] in clause.words["past_plan"]:
        return Cue(Direction.PAST, "direction.past-verb", at, at + 1)  # "were told to leave on Tuesday"
    if clause.auxiliary(at) is Role.HAD:
        return Cue(Direction.PAST, "direction.past-plan", at, at + 1)
    return Cue(Direction.FUTURE, "direction.plan", at, at + 1)


def _past_form(clause: Clause, at: int) -> Cue | None:
    """A past form or participle: its auxiliary decides ("will be held", "was held", "held")."""
    auxiliary = clause.auxiliary(at)
    if auxiliary in {Role.WILL, Role.WOULD}:
        return Cue(Direction.FUTURE, "direction.future-verb" if auxiliary is Role.WILL else "direction.would", at, at + 1)
    if auxiliary is Role.MODAL and (modal := clause.auxiliary_place(at)) is not None:
        return _modal(clause, modal)
    if auxiliary is Role.TO and (to := _infinitive_behind(clause, at)):
        return to
    if auxiliary is None and (to := _causative(clause, at)):
        return to
    if auxiliary is Role.BE_PRESENT:
        return Cue(Direction.FUTURE if clause.is_day else Direction.NONE, "direction.present", at, at + 1)
    if auxiliary is Role.HAVE and not clause.words["condition"].isdisjoint(clause.tokens.codes[max(clause.start, at - 8) : at]):
        return Cue(Direction.FUTURE, "direction.condition", at, at + 1)
    horizon = clause.tokens.codes[clause.first - 1 : clause.first] in clause.words["horizon"]
    if clause.tokens.codes[at] in clause.words["foretold"] and horizon and not clause.is_day:
        return Cue(Direction.FUTURE, "direction.plan", at, at + 1)
    if auxiliary is Role.HAVE and clause.is_day and clause.last <= at:
        return None  # "the match, on Boxing Day, has sold out": a perfect has no day of its own
    return Cue(Direction.PAST, "direction.past-verb", at, at + 1)


def _causative(clause: Clause, at: int) -> Cue | None:
    """“To see the first concrete poured”: the participle is as far off as the infinitive."""
    for place in range(at - 1, max(clause.start, at - _LICENSER_REACH), -1):
        if clause.tokens.codes[place] in clause.words["causative"] and clause.role(place - 1) is Role.TO:
            return _infinitive(clause, place - 1)
    return None


def _infinitive_behind(clause: Clause, at: int) -> Cue | None:
    for place in range(at - 1, max(clause.start - 1, at - AUXILIARY_REACH), -1):
        if clause.role(place) is Role.TO:
            return _infinitive(clause, place)
    return None


def _scheduled_present(clause: Clause, at: int) -> Cue | None:
    """“Talks resume Thursday”: the present of a thing arranged; behind an auxiliary it is that one's infinitive."""
    if at > clause.start and clause.role(at - 1) in _VERBAL:
        return None
    for place in range(at - 1, max(clause.start - 1, at - _LICENSER_REACH), -1):
        if clause.tokens.codes[place] in clause.words["let"]:
            return Cue(Direction.PAST, "direction.past-verb", place, place + 1)  # "let the offensive begin"
    return Cue(Direction.FUTURE, "direction.scheduled-present", at, at + 1)


def _modal(clause: Clause, at: int) -> Cue:
    """“May leave” points ahead, "may have left" back."""
    following = at + 1
    if following < clause.end and clause.role(following) is Role.HAVE:
        return Cue(Direction.PAST, "direction.past-verb", at, following + 1)
    near = clause.tokens.codes[max(clause.start, at - _CLAUSE_REACH // 4) : at + 2]
    if clause.tokens.codes[at] in clause.words["could"] and not clause.words["negative"].isdisjoint(near):
        return Cue(Direction.PAST, "direction.past-verb", at, at + 1)  # "he could not be reached on Tuesday"
    return Cue(Direction.FUTURE, "direction.modal", at, at + 1)
