"""Which way an expression points in a language whose clause is a bracket, as German and Dutch have it.

There the finite verb stands second and the rest of the verb last ("wird …
eröffnet", "hat … beschlossen", "legt … vor"), or, behind a subordinating
word, the whole verb stands last. So not the nearest verb decides, but all
verbs of the clause together; clauses are parted by commas, and a clause
without a verb looks to its neighbours. Words are known by class only
(`words.yaml`); a language is read this way if it names SUBORDINATOR words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model import Direction
from sitegen.resolutions.bracket_forms import ATTRIBUTES, FINITE, PARTICIPLES, SIMPLE_PASTS, Bracket, Form, bracket
from sitegen.resolutions.clauses import NO_CUE, Clause, Cue

_REACH = 40  # tokens to either side: no clause of news prose is longer, and time stays linear
_NEIGHBOURS = 4
_DONE = (Form.DONE, Form.GONE, Form.EITHER, Form.STATE)
_AUXILIARIES = frozenset({Form.HAS, Form.IS, Form.BE})
# Forms that an infinitive's look does not tell apart.
_INFINITIVES = _AUXILIARIES | {Form.PLURAL, Form.BASE, Form.DONE, Form.GONE, Form.PRESENT, Form.PLAN, Form.WILL, Form.MODAL}
_ATTRIBUTE_REACH = 4  # "die am Montag in Wels eröffnete Schau"


@dataclass(frozen=True, slots=True)
class Part:
    """A clause: its tokens, and whether a coordinating word parts it from the one before, with which it may share its verb."""

    first: int
    last: int
    coordinated: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the clauses around one expression."""

    clause: Clause
    bracket: Bracket

    def read(self) -> Cue:
        """The cue that decides the expression's direction."""
        parts = list(self._parts())
        own = next(at for at, part in enumerate(parts) if part.first <= self.clause.first < part.last)
        if beside := self._beside(parts, own):
            return beside
        return self._attribute() or self._governing(parts, own) or NO_CUE

    # --- clauses ------------------------------------------------------------------------------

    def _parts(self) -> Iterator[Part]:
        clause = self.clause
        low, high = max(clause.start, clause.first - _REACH), min(clause.end, clause.last + _REACH)
        first, coordinated = low, False
        for at in (*range(low, clause.first), *range(clause.last, high)):
            if clause.tokens.codes[at] in self.bracket.marks:
                yield Part(first, at, coordinated)
                first, coordinated = at + 1, clause.tokens.codes[at] in self.bracket.words["COORDINATION"]
        yield Part(first, high, coordinated)

    def _verbs(self, part: Part) -> dict[Form, int]:
        """The verb forms of a clause, each with its first place; none where it is quoted and the expression is not."""
        clause, found = self.clause, dict[Form, int]()
        for at in range(part.first, part.last):
            form = self.bracket.forms.get(clause.tokens.codes[at])
            if (
                form
                and form not in ATTRIBUTES
                and not clause.first <= at < clause.last
                and clause.inside[at] == clause.inside[clause.first]
            ):
                found.setdefault(form, at)
        return found

    def _before(self) -> int:
        """The last token before the expression, its prepositions and articles."""
        at, skipped = self.clause.first - 1, self.bracket.skipped
        while at >= self.clause.start and self.clause.tokens.codes[at] in skipped and self.clause.first - at <= 3:
            at -= 1
        return at

    # --- words beside the expression --------------------------------------------------------------

    def _beside(self, parts: list[Part], own: int) -> Cue | None:
        clause, words = self.clause, self.bracket.words
        moving = next((at for at in range(parts[own].first, parts[own].last) if clause.tokens.codes[at] in words["MOVING"]), None)
        for at in range(self._before() + 1, clause.first):
            code = clause.tokens.codes[at]
            if code in words["SINCE_WORD"]:
                return Cue(Direction.PAST, "direction.since", at, at + 1)
            if code in words["FOR_WORD"] and clause.is_day:
                return Cue(Direction.FUTURE, "direction.for", at, at + 1)
            if code in words["MOVE_WORD"] and moving is not None:
                return Cue(Direction.FUTURE, "direction.moved", moving, moving + 1)
            if code in words["ORIGIN_WORD"] and clause.tokens.codes[clause.last : clause.last + 1] not in words["ONWARD"]:
                return Cue(Direction.PAST, "direction.attribute", at, at + 1)  # "der Brand vom Montag"
            if closed := self._closed(parts, own, at):
                return closed
            if code in words["UNTIL_WORD"]:
                return self._until(parts, own) or Cue(Direction.FUTURE, "direction.until", at, at + 1)
        return None

    def _until(self, parts: list[Part], own: int) -> Cue | None:
        """A simple past makes "until" look back ("saß bis Freitag"), a passive does not ("wurde bis Freitag verlängert")."""
        cue = self._governing(parts, own)
        if cue and cue.rule == "direction.would":
            return cue
        form = self._form(cue.first) if cue else None
        passive = form is Form.WAS and not PARTICIPLES.isdisjoint(self._verbs(parts[own]))
        return cue if form in SIMPLE_PASTS and not passive else None

    def _closed(self, parts: list[Part], own: int, at: int) -> Cue | None:
        """With which a stretch of accounts closed: "im Quartal zum 30. Juni", "in den zwölf Monaten bis Ende März"."""
        codes, words = self.clause.tokens.codes, self.bracket.words
        if codes[at] not in words["CLOSING"] or at == self.clause.start or codes[at - 1] not in words["SPAN_UNIT"]:
            return None
        cue = self._governing(parts, own)
        ahead = cue is not None and cue.direction is Direction.FUTURE
        return None if ahead else Cue(Direction.PAST, "direction.ended", at - 1, at + 1)

    def _attribute(self) -> Cue | None:
        """A participle behind it that stands before a noun: "die am Montag eröffnete Schau"."""
        clause, before = self.clause, self._before()
        article = range(max(before, clause.start), clause.first)
        if not any(clause.tokens.codes[at] in self.bracket.words["DET"] for at in article):
            return None
        for at in range(clause.last, min(clause.last + _ATTRIBUTE_REACH, clause.end)):
            form = self.bracket.forms.get(clause.tokens.codes[at])
            if form in {Form.COMING_ATTRIBUTE, Form.PLANNED}:
                return Cue(Direction.FUTURE, "direction.scheduled", at, at + 1)
            if form in {Form.DONE_ATTRIBUTE, Form.PAST_REGULAR}:
                return Cue(Direction.PAST, "direction.attribute", at, at + 1)
        return None

    # --- the verbs of its clause ----------------------------------------------------------------------

    def _governing(self, parts: list[Part], own: int) -> Cue | None:
        """What the expression's clause says, else its neighbours: first the following one where it opens its own."""
        if cue := self._clause(parts, own):
            return cue
        opening = self._before() < parts[own].first
        steps = [step for distance in range(1, _NEIGHBOURS + 1) for step in ((distance, -distance) if opening else (-distance, distance))]
        near = [own + step for step in steps if 0 <= own + step < len(parts)]
        near.sort(key=lambda at: self._subordinate(parts[at]))  # "er wird, wie er sagte, am Freitag fliegen"
        return next((cue for at in near if (cue := self._clause(parts, at))), None)

    def _clause(self, parts: list[Part], own: int) -> Cue | None:
        part = parts[own]
        verbs = self._verbs(part)
        if FINITE.isdisjoint(verbs) and not PARTICIPLES.isdisjoint(verbs) and part.coordinated and own:
            verbs = {form: at for form, at in self._verbs(parts[own - 1]).items() if form in FINITE} | verbs
        if (to := self._infinitive(part)) is not None:
            return self._told_infinitive(parts, own, to, verbs)
        if verbs.keys() & {Form.IS, Form.HAS} and not verbs.keys() & PARTICIPLES:
            verbs |= self._closing(parts, own)
        return self._compound(verbs) or self._simple(part, verbs)

    def _closing(self, parts: list[Part], own: int) -> dict[Form, int]:
        """The participle that closes a bracket opened in an earlier part: "hat in Linz, Wels und Graz demonstriert"."""
        for part in parts[own + 1 : own + 1 + _NEIGHBOURS]:
            verbs = self._verbs(part)
            if self._subordinate(part):
                continue
            if not FINITE.isdisjoint(verbs):
                return {}
            if done := {form: at for form, at in verbs.items() if form in PARTICIPLES}:
                return done
        return {}

    def _compound(self, verbs: dict[Form, int]) -> Cue | None:
        """A finite verb with what closes its bracket."""
        done = verbs.keys() & set(_DONE)
        if Form.PLANNED in verbs and not done and verbs.keys() & {Form.WAS, Form.IS, Form.HAD}:
            return self._planned(verbs)
        for form in (Form.COULD, Form.HAD, Form.WAS):
            if form in verbs:
                return _past(verbs[form])
        if Form.MODAL in verbs and done and self._is_perfect(verbs):
            return _past(verbs[Form.MODAL])  # "soll … gestohlen haben": said of what is over
        for form, rule in ((Form.WILL, "direction.future-verb"), (Form.WOULD, "direction.would"), (Form.MODAL, "direction.modal")):
            if form in verbs:
                return Cue(Direction.FUTURE, rule, verbs[form], verbs[form] + 1)
        for form in (Form.HAS, Form.IS):
            if form in verbs and done and not (form is Form.IS and done == {Form.STATE}):
                return _past(max(verbs[each] for each in done))
        return None

    def _is_perfect(self, verbs: dict[Form, int]) -> bool:
        """Whether an auxiliary behind a participle makes an infinitive of the past; "abgeschlossen sein" is a state to come."""
        auxiliary = max(verbs.get(form, -1) for form in (_AUXILIARIES if Form.GONE in verbs else _AUXILIARIES - {Form.BE}))
        return auxiliary > max(verbs.get(form, -1) for form in _DONE)

    def _planned(self, verbs: dict[Form, int]) -> Cue:
        at = verbs[Form.PLANNED]
        behind = self.clause.tokens.codes[self.clause.last : self.clause.end]
        came_to_nothing = not self.bracket.words["ADVERSATIVE"].isdisjoint(behind)
        if Form.HAD in verbs or (Form.WAS in verbs and came_to_nothing):
            return Cue(Direction.PAST, "direction.past-plan", at, at + 1)
        return Cue(Direction.FUTURE, "direction.scheduled", at, at + 1)

    def _simple(self, part: Part, verbs: dict[Form, int]) -> Cue | None:
        """One verb alone: a past, a present that tells of something arranged, a participle in a headline."""
        for form in (Form.PAST, Form.STRONG, Form.TELLS, Form.PAST_REGULAR):
            if form in verbs:
                return _past(verbs[form])
        if Form.PLANNED in verbs:
            return Cue(Direction.FUTURE, "direction.scheduled", verbs[Form.PLANNED], verbs[Form.PLANNED] + 1)
        if Form.PLAN in verbs:
            return Cue(Direction.FUTURE, "direction.plan", verbs[Form.PLAN], verbs[Form.PLAN] + 1)
        if (at := self._present(part, verbs)) is not None:
            return None if self.clause.is_quarter else self._after(part) or Cue(Direction.FUTURE, "direction.scheduled-present", at, at + 1)
        return next((_past(verbs[form]) for form in _DONE if form in verbs), None)

    def _after(self, part: Part) -> Cue | None:
        """“Ist nach einem Unfall am Montag gesperrt”: what is new to the text came first; "nach dem Spiel am Montag" may be to come."""
        codes, words = self.clause.tokens.codes, self.bracket.words
        for at in range(part.first, min(part.last, self._before())):
            if codes[at] in words["AFTER_WORD"] and codes[at + 1] in words["ONE"]:
                return Cue(Direction.PAST, "direction.after", at, at + 1)
        return None

    def _present(self, part: Part, verbs: dict[Form, int]) -> int | None:
        """The place of a verb in the present."""
        for form in (Form.PRESENT, Form.IS, Form.HAS):
            if form in verbs:
                return verbs[form]
        either = verbs.get(Form.EITHER)
        if either is not None and (either < part.last - 1 or self._subordinate(part)):
            return either
        if Form.DONE in verbs or Form.GONE in verbs or either is not None:
            return None
        beside = (self._before(), self.clause.last)
        plural = next((at for at in beside if part.first <= at < part.last and self._form(at) is Form.PLURAL), None)
        return verbs.get(Form.SINGULAR, plural)

    def _form(self, at: int) -> Form | None:
        return self.bracket.forms.get(self.clause.tokens.codes[at])

    def _subordinate(self, part: Part) -> bool:
        code = self.clause.tokens.codes[part.first : part.first + 1]
        article = part.first == self.clause.start and code in self.bracket.words["DET"]  # else "die" may be a pronoun
        return code in self.bracket.words["SUBORDINATOR"] and not article

    # --- infinitives -------------------------------------------------------------------------------------

    def _infinitive(self, part: Part) -> int | None:
        """The place of an infinitive with its "to", which may stand within the word."""
        for at in range(part.last - 1, part.first - 1, -1):
            code = self.clause.tokens.codes[at]
            if self.bracket.forms.get(code) is Form.TO_INSIDE:
                return at
            if code in self.bracket.words["TO_WORD"] and at + 1 < part.last and self._can_be_infinitive(at + 1):
                return at
        return None

    def _can_be_infinitive(self, at: int) -> bool:
        return self._form(at) in _INFINITIVES

    def _told_infinitive(self, parts: list[Part], own: int, to: int, verbs: dict[Form, int]) -> Cue:
        """“To meet” points ahead, unless it tells of what is done ("to have met") or was tried in vain."""
        done = verbs.keys() & set(_DONE)
        if (done and verbs.keys() & _AUXILIARIES) or verbs.keys() & {Form.WAS, Form.HAD}:
            return _past(to)
        if Form.IS in verbs and not self.clause.is_day:
            return NO_CUE  # "ist auf den April zurückzuführen" is no plan
        codes, failed = self.clause.tokens.codes, self.bracket.words["FAILED"]
        for part in parts[max(own - 1, 0) : own + 1]:
            for at in range(part.first, part.last):
                if codes[at] in failed:
                    return _past(at)
        return Cue(Direction.FUTURE, "direction.infinitive", to, to + 1)


def _past(at: int) -> Cue:
    return Cue(Direction.PAST, "direction.past-verb", at, at + 1)


def read(clause: Clause, language: str) -> Cue | None:
    """The cue that decides an expression's direction; None in a language whose clauses are no brackets."""
    found = bracket(language)
    return Reader(clause, found).read() if found else None
