"""What one verb of a clause says of the direction of an expression beside it: its form, its auxiliary, what it hangs on."""

from __future__ import annotations

from sitegen.model import Direction
from sitegen.resolutions.clauses import AUXILIARY_REACH, CLAUSE_REACH, LICENSER_REACH, OVER, Clause, Cue
from sitegen.resolutions.grammar import Role
from sitegen.resolutions.present import after, is_headline, stays

_VERBAL = frozenset(Role)
_DONE = frozenset({Role.PAST, Role.PAST_REGULAR, Role.REPORTED, Role.HAD, Role.DID})
_PARTICIPLES = frozenset({Role.PAST, Role.PAST_REGULAR, Role.PAST_PLAN, Role.REPORTED, Role.BEEN, Role.PLANNED})
_FINITE = frozenset({Role.PAST, Role.PAST_REGULAR, Role.BE_PAST, Role.BE_PRESENT, Role.HAVE, Role.HAD, Role.DID})
_SHARED_REACH = 20  # tokens from a verb to the "to" or "will" that it shares with another
_HYPOTHESIS_REACH = 3  # tokens from "were" to the "if" before its subject
_CONDITION_REACH = 8
_FOLLOWS_REACH = 5  # tokens from "comes" to the "after" of what it follows: "comes just two days after"


def read_verb(clause: Clause, at: int, role: Role) -> Cue | None:
    """The cue that the verb at a token gives, None where it says nothing of when."""
    match role:
        case Role.WILL:
            return Cue(Direction.FUTURE, "direction.future-verb", at, at + 1)
        case Role.WOULD:
            return _would(clause, at)
        case Role.PLANNED:
            return _arranged(clause, at)
        case Role.PLAN_VERB:
            return Cue(Direction.FUTURE, "direction.plan", at, at + 1)
        case Role.TO:
            return _infinitive(clause, at)
        case Role.PAST | Role.PAST_REGULAR | Role.PAST_PLAN | Role.REPORTED:
            return _past_form(clause, at)
        case Role.DID | Role.HAD | Role.BE_PAST:
            return _past_auxiliary(clause, at)
        case Role.SCHEDULE:
            return _scheduled_present(clause, at)
        case Role.MODAL:
            return _modal(clause, at)
        case Role.BE_PRESENT | Role.HAVE | Role.BE_BASE | Role.BEEN | Role.TELLS:
            return None


def demanded(clause: Clause, at: int) -> Cue | None:
    """“Demanded that every tenant move out", where no finite verb tells that it was so."""
    codes = clause.tokens.codes
    if at >= clause.first or codes[at] not in clause.words["mandate"] or codes[at + 1] not in clause.words["that"]:
        return None
    behind = range(clause.last, min(clause.end, clause.last + LICENSER_REACH))
    finite = any(clause.role(place) in _FINITE for place in behind)
    return None if finite else Cue(Direction.FUTURE, "direction.demand", at, at + 2)


def _would(clause: Clause, at: int) -> Cue:
    """“Would” looks ahead; "'d" before a participle is "had" ("if we'd been told in June")."""
    following = at + 1
    clipped = clause.tokens.codes[at] in clause.words["clipped"] and following < clause.end
    if clipped and clause.role(following) in {Role.BEEN, Role.PAST, Role.PAST_REGULAR}:
        return Cue(Direction.PAST, "direction.past-verb", at, following + 1)
    return Cue(Direction.FUTURE, "direction.would", at, at + 1)


def _past_auxiliary(clause: Clause, at: int) -> Cue | None:
    """“Was” and "had" look back; the subjunctive looks ahead ("if it were mine")."""
    if _is_hypothetical(clause, at):
        return Cue(Direction.FUTURE, "direction.condition", at, at + 1)
    following = clause.role(at + 1) if at + 1 < clause.end else None
    if _was_coming(clause, at):
        return Cue(Direction.FUTURE, "direction.would", at, at + 2)
    if clause.last <= at and clause.role(at) is Role.BE_PAST and following in {Role.PLANNED, Role.TO}:
        return read_verb(clause, at + 1, following)  # "on 12 January he was due in court", "was to appear"
    return Cue(Direction.PAST, "direction.past-verb", at, at + 1, before=clause.role(at) is Role.HAD and _had_done(clause, at))


def _was_coming(clause: Clause, at: int) -> bool:
    """Whether it was said that something was then to come: "we said that two more were coming at the weekend"."""
    codes = clause.tokens.codes
    if clause.role(at) is not Role.BE_PAST or codes[at + 1 : at + 2] not in clause.words["departing"] or at >= clause.first:
        return False
    while_it_was = not clause.words["condition"].isdisjoint(codes[clause.last : clause.end])  # "was leaving on Friday when he was hit"
    day = (clause.is_day or clause.is_weekend) and not while_it_was
    return day and any(codes[place] in clause.words["reporting"] for place in range(clause.start, at))


def _had_done(clause: Clause, at: int) -> bool:
    """Whether "had" is the auxiliary of a participle: "had not been found", but not "had its share" nor "had it mended"."""
    things = clause.words["noun_mark"] | clause.words["owner"] | clause.words["lacking"] | clause.words["pronoun"]
    return clause.tokens.codes[at + 1 : at + 2] not in things


def _is_hypothetical(clause: Clause, at: int) -> bool:
    codes = clause.tokens.codes
    if codes[at] not in clause.words["subjunctive"] or codes[at - 1 : at] in clause.words["plural_subject"]:
        return False  # "if you were in that gym on Sunday" is a plain past
    return any(codes[place] in clause.words["hypothesis"] for place in range(max(clause.start, at - _HYPOTHESIS_REACH), at))


def _arranged(clause: Clause, at: int) -> Cue | None:
    """What a word for something arranged says; "as (previously) planned" says nothing of when."""
    if not clause.words["as_"].isdisjoint(clause.tokens.codes[max(clause.start, at - 2) : at]):
        return None
    return _planned(clause, at) if _is_planned(clause, at) else _past_form(clause, at)


def _is_planned(clause: Clause, at: int) -> bool:
    """“Set” is a plan behind "is" or before "to" and "for"; else, like any past form, it is over."""
    if clause.tokens.codes[at] not in clause.words["past_form"] | clause.words["moving"]:
        return clause.tokens.codes[at] not in clause.words["progressive"] or clause.role(at - 1) not in _DONE  # "started going out"
    following = clause.tokens.codes[at + 1] if at + 1 < clause.end else ""
    return following in clause.words["to_mark"] or clause.auxiliary(at) is Role.BE_PRESENT


def _planned(clause: Clause, at: int) -> Cue:
    """“Is due”, "set for", "was scheduled": to come, unless the text goes on to say that it came to nothing."""
    auxiliary = clause.auxiliary(at)
    cue = Cue(Direction.FUTURE, "direction.scheduled", at, at + 1)
    if auxiliary is Role.BE_PAST and clause.tokens.codes[at + 1 : at + 2] in clause.words["back"] | clause.words["out"]:
        return Cue(Direction.NONE, "direction.past-plan", at, at + 2)  # "they were due back on Monday": it may be over
    if auxiliary is Role.HAD:
        return Cue(Direction.PAST, "direction.past-plan", at, at + 1)
    if auxiliary is Role.BE_PAST and any(
        (clause.tokens.codes[place] in clause.words["adversative"] and not _ends_ahead(clause, place)) or _was_put_off(clause, place)
        for place in range(clause.last, min(clause.end, clause.last + CLAUSE_REACH))
    ):
        return Cue(Direction.PAST, "direction.past-plan", at, at + 1)
    return cue


def _was_put_off(clause: Clause, at: int) -> bool:
    """Whether the text goes on that it was moved or called off: "was due on Wednesday and was put off"."""
    over = at - 1 >= clause.last and clause.role(at - 1) is Role.BE_PAST
    return over and clause.tokens.codes[at] in clause.words["moving"] | clause.words["called_off"] | clause.words["cancelled"]


def _ends_ahead(clause: Clause, at: int) -> bool:
    """Whether "until" sets the end of what may still last: "may stay shut until Tuesday"."""
    near = range(max(clause.start, at - AUXILIARY_REACH), at)
    return clause.tokens.codes[at] in clause.words["until"] and any(clause.role(place) in {Role.MODAL, Role.WILL} for place in near)


def _infinitive(clause: Clause, at: int) -> Cue | None:
    """“To meet”: points ahead, unless a verb before it tells that it is over ("failed to meet")."""
    following = at + 1
    if following >= clause.end or following >= clause.first > at or not _can_be_verb(clause, following):
        return None
    if _asks_witnesses(clause, following) and clause.role(at - 1) is not Role.PLANNED:
        return Cue(Direction.PAST, "direction.past-verb", at, at + 2)
    if at > clause.start and clause.tokens.codes[at - 1] in clause.words["plan_noun"]:
        return _of_known_plan(clause, at) or Cue(Direction.FUTURE, "direction.infinitive", at - 1, at + 2)
    for place in range(at - 1, _licensers_from(clause, at), -1):
        code = clause.tokens.codes[place]
        role = clause.role(place)
        if role in {Role.PLANNED, Role.PLAN_VERB, Role.WILL, Role.WOULD, Role.SCHEDULE} or code in clause.words["past_plan"]:
            return _planned(clause, place) if role is Role.PLANNED else _past_plan(clause, place)
        if code in clause.words["failed"] or role in _DONE:
            able = code in clause.words["failed"] and clause.auxiliary(place) in {Role.WILL, Role.MODAL}  # "must be able to return"
            way, rule = (Direction.FUTURE, "direction.modal") if able else (Direction.PAST, "direction.past-verb")
            return Cue(way, rule, place, at + 2)
        if role is Role.BE_PRESENT:
            return Cue(Direction.FUTURE, "direction.is-to", place, at + 2)
        if role is Role.BE_PAST:
            return _was_to(clause, place, at)
    if clause.role(following) is None and (
        following + 1 >= clause.end or clause.tokens.codes[following + 1] in clause.words["punctuation"]
    ):
        if not is_headline(clause, at):
            return None  # "to parliament on Tuesday": nothing tells that it is a verb
        return Cue(Direction.FUTURE, "direction.infinitive", at, at + 2)
    return Cue(Direction.FUTURE, "direction.infinitive", at, at + 2)


def _was_to(clause: Clause, place: int, at: int) -> Cue:
    """“Was to begin” looks ahead from what is told; what "was to have begun on Thursday" may be over or not."""
    if clause.role(at + 1) is Role.HAVE:
        return Cue(Direction.NONE, "direction.cancelled", place, at + 2)
    return Cue(Direction.FUTURE, "direction.was-to", place, at + 2)


def _of_known_plan(clause: Clause, at: int) -> Cue | None:
    """What was done to a plan that is known by then: "issued its order to evacuate on Tuesday", not "issued an order to …"."""
    codes, noun = clause.tokens.codes, at - 1
    verb = noun - 2
    known = noun - 1 > clause.start and codes[noun - 1] in clause.words["definite"] and codes[noun] not in clause.words["present"]
    if known and clause.is_day and verb >= clause.start and clause.role(verb) in {Role.PAST, Role.PAST_REGULAR}:
        return Cue(Direction.PAST, "direction.past-verb", verb, verb + 1)
    return None


def _asks_witnesses(clause: Clause, verb: int) -> bool:
    """Whether somebody is sought for what is over: "want to hear from anyone there on Saturday", "to trace a driver"."""
    codes = clause.tokens.codes
    return codes[verb] in clause.words["trace"] or (
        codes[verb] in clause.words["hear"] and codes[verb + 1 : verb + 2] in clause.words["from_"]
    )


def _licensers_from(clause: Clause, at: int) -> int:
    """How far back the verb that an infinitive hangs on is looked for: further in "made it hard to meet", "scored late on to win"."""
    near = at - LICENSER_REACH
    codes = clause.tokens.codes[max(clause.start, near - LICENSER_REACH) : at]
    far = not clause.words["difficult"].isdisjoint(codes) or clause.tokens.codes[at + 1] in clause.words["winning"]
    return max(clause.start - 1, at - (2 if far else 1) * LICENSER_REACH)


def _can_be_verb(clause: Clause, at: int) -> bool:
    return clause.tokens.words[at][0].islower() and clause.tokens.codes[at] not in clause.words["noun_mark"] | clause.words["plural"]


def _past_plan(clause: Clause, at: int) -> Cue:
    if clause.auxiliary(at) is Role.BE_PAST and clause.tokens.codes[at] in clause.words["past_plan"]:
        return Cue(Direction.PAST, "direction.past-verb", at, at + 1)  # "were told to leave on Tuesday"
    if clause.auxiliary(at) is Role.HAD:
        return Cue(Direction.PAST, "direction.past-plan", at, at + 1)
    return Cue(Direction.FUTURE, "direction.plan", at, at + 1)


def _past_form(clause: Clause, at: int) -> Cue | None:
    """A past form or participle: its auxiliary decides ("will be held", "was held", "held")."""
    place = clause.auxiliary_place(at)
    if place is not None and clause.role(place) is Role.BE_PRESENT and clause.tokens.codes[at + 1 : at + 2] in clause.words["as_"]:
        return None  # "issued what is known as a warrant on Tuesday": a name holds for no day
    if place is None and stays(clause, at):
        return _standing(clause, at)
    if at > clause.start and clause.tokens.codes[at - 1] in clause.words["condition"] & clause.words["hypothesis"]:
        return Cue(Direction.FUTURE, "direction.condition", at - 1, at + 1)  # "if approved on Thursday"
    if place is None and at > clause.start and clause.role(at - 1) is Role.BE_BASE:
        return Cue(Direction.FUTURE, "direction.demand", at - 1, at + 1)  # "ordered that the accounts be frozen"
    cue = _coordinated(clause, at) or _causative(clause, at) if place is None else _by_auxiliary(clause, place, at)
    if cue:
        return cue
    if place is None and clause.tokens.codes[at] in clause.words["coming"]:
        return _scheduled_present(clause, at)  # "the fiddlers come on Friday": the past is "came"
    if foretold := _foretold(clause, at):
        return foretold
    if clause.auxiliary(at) is Role.HAVE and clause.last <= at:
        return None  # "the match, on Boxing Day, has sold out": a perfect has no day of its own
    if clause.auxiliary(at) is Role.HAVE and clause.is_day and _calls_for(clause, at):
        return Cue(Direction.FUTURE, "direction.plan", at, at + 2)  # "have called for a strike on Friday": the day is the strike's
    return Cue(Direction.PAST, "direction.past-verb", at, at + 1, before=clause.auxiliary(at) is Role.HAD)


def _foretold(clause: Clause, at: int) -> Cue | None:
    """What was foretold, or kept from happening, up to a time: "promised by June", "ruled out a return before December"."""
    codes = clause.tokens.codes
    if codes[clause.first - 1 : clause.first] not in clause.words["horizon"]:
        return None
    if codes[at] in clause.words["ruled"] and codes[at + 1 : at + 2] in clause.words["out"]:
        return Cue(Direction.FUTURE, "direction.plan", at, at + 2)
    foretold = codes[at] in clause.words["foretold"] and not clause.is_day
    return Cue(Direction.FUTURE, "direction.plan", at, at + 1) if foretold else None


def _calls_for(clause: Clause, at: int) -> bool:
    return clause.tokens.codes[at] in clause.words["past_plan"] and clause.tokens.codes[at + 1 : at + 2] in clause.words["for_"]


def _by_auxiliary(clause: Clause, place: int, at: int) -> Cue | None:
    match clause.role(place):
        case Role.WILL:
            return Cue(Direction.FUTURE, "direction.future-verb", at, at + 1)
        case Role.WOULD:
            return _would(clause, place)
        case Role.MODAL:
            return _modal(clause, place)
        case Role.TO:
            return _infinitive_behind(clause, at)
        case Role.BE_PRESENT if clause.tokens.codes[at] not in clause.words["dated"]:
            return _standing(clause, at)
        case Role.BE_PAST if _is_hypothetical(clause, place):
            return Cue(Direction.FUTURE, "direction.condition", place, at + 1)
        case Role.HAVE if place > clause.start and clause.role(place - 1) is Role.TO:
            return _infinitive(clause, place - 1)  # "was to have begun"
        case Role.HAVE if not clause.words["condition"].isdisjoint(clause.tokens.codes[max(clause.start, at - _CONDITION_REACH) : at]):
            return Cue(Direction.FUTURE, "direction.condition", at, at + 1)
        case _:
            return None


def _standing(clause: Clause, at: int) -> Cue:
    """“Is closed on Monday”, "is promised for June": a state holds for a day to come, and what is arranged for one longer as well."""
    if clause.is_day:
        return after(clause, at) or Cue(Direction.FUTURE, "direction.present", at, at + 1)
    if clause.tokens.codes[at] in clause.words["arranged"]:
        return Cue(Direction.FUTURE, "direction.scheduled", at, at + 1)
    return Cue(Direction.NONE, "direction.present", at, at + 1)


def _coordinated(clause: Clause, at: int) -> Cue | None:
    """“To hold rates in January and cut them in March”: a form that may be the infinitive shares the "to" or "will" before it."""
    codes = clause.tokens.codes
    base = at - 1 if at > clause.start and clause.role(at - 1) is Role.BE_BASE else at  # "will pass Mars and be lost"
    if (
        base <= clause.start
        or codes[base - 1] not in clause.words["coordination"]
        or (base == at and codes[at] not in clause.words["like_base"])
    ):
        return None
    for place in range(base - 2, max(clause.start, at - _SHARED_REACH) - 1, -1):
        role = clause.role(place)
        if role in {Role.TO, Role.WILL, Role.WOULD, Role.MODAL}:
            return read_verb(clause, place, role)
        if role in OVER:
            return None
    return None


def _causative(clause: Clause, at: int) -> Cue | None:
    """“To see the first concrete poured”: the participle is as far off as the infinitive."""
    for place in range(at - 1, max(clause.start, at - LICENSER_REACH), -1):
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
    codes = clause.tokens.codes
    auxiliary = at - 2 if codes[at - 1 : at] in clause.words["negative"] else at - 1  # "could not open"
    if auxiliary >= clause.start and clause.role(auxiliary) in _VERBAL:
        return None
    if codes[at] in clause.words["coming"] and not clause.words["after_"].isdisjoint(
        codes[at + 1 : min(at + _FOLLOWS_REACH, clause.first)]
    ):
        return Cue(Direction.PAST, "direction.past-verb", at, at + 1)  # "the talks come two days after a raid on Friday"
    for place in range(at - 1, max(clause.start - 1, at - LICENSER_REACH), -1):
        if codes[place] in clause.words["comma"]:
            break
        if codes[place] in clause.words["let"]:
            return Cue(Direction.PAST, "direction.past-verb", place, place + 1)  # "let the offensive begin"
    return Cue(Direction.FUTURE, "direction.scheduled-present", at, at + 1)


def _modal(clause: Clause, at: int) -> Cue:
    """“May leave” and "may have half by then" point ahead, "may have left" back."""
    following = at + 1
    done = range(following + 1, min(following + AUXILIARY_REACH, clause.end))
    if following < clause.end and clause.role(following) is Role.HAVE and any(clause.role(place) in _PARTICIPLES for place in done):
        return Cue(Direction.PAST, "direction.past-verb", at, following + 1)
    near = clause.tokens.codes[max(clause.start, at - CLAUSE_REACH // 4) : at + 2]
    if clause.tokens.codes[at] in clause.words["could"] and not clause.words["negative"].isdisjoint(near):
        return Cue(Direction.PAST, "direction.past-verb", at, at + 1)  # "he could not be reached on Tuesday"
    return Cue(Direction.FUTURE, "direction.modal", at, at + 1)
