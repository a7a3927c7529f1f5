"""Which of the places counts, and whose case it is: a person decides, and says why."""

from datetime import datetime
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Slot

from controlroom.casework.calling.directory import Directory
from controlroom.casework.placing import finding
from controlroom.casework.placing.whose import Claim, Ground, claims, whom_to_call
from controlroom.casework.ports import Tx
from controlroom.casework.queries import Reader
from controlroom.casework.rows import CaseView
from controlroom.domain.case import Case, Place
from controlroom.domain.finding import remarks
from controlroom.ui.case import ist
from controlroom.ui.case.kit import Text
from controlroom.ui.case.places_tab import reach_text
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField, WhenField
from controlroom.ui.forms.finder import district_names
from controlroom.ui.forms.words import translate
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.kit.theme import Tokens
from controlroom.wording import words
from controlroom.wording.find_words import claim_word, odd_word, why_theirs


class ChooseForm(Form):
    """A digit for the place, the reason, Enter."""

    name: ClassVar[str] = "choose"

    def make_fields(self) -> None:
        self.which = ChipsField(self, "which", can_be_none=False)
        self.odd = Text(self)
        self.reason = LineField(self, "reason")
        self.when = WhenField(self, "when", self.room.now())
        self.which.edited.connect(self._say_odd)
        self.add(self.which)
        self.body.addWidget(self.odd)
        self.add(self.reason)
        self.add(self.when)

    def retranslate(self) -> None:
        super().retranslate()
        self.which.name_it(translate("forms", "Which place counts?"))
        self.reason.name_it(translate("forms", "Why?"))
        self.reason.say_example(translate("forms", "the newer one; the brother saw him there"))
        self.when.name_it(translate("forms", "When"))
        self.when.say_example(translate("forms", "now, or earlier: 02:14"))
        self._offer()

    def fill(self, view: CaseView | None) -> None:
        self._offer()

    def begun(self) -> None:
        self._say_odd()

    def refresh(self, view: CaseView) -> None:
        super().refresh(view)
        self._offer()

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.odd.dress(tokens, "soon", 12)

    def _offer(self) -> None:
        places = self.view.case.places if self.view else ()
        self.which.offer([Choice(_mark(place), self._word(place)) for place in places])

    def _word(self, place: Place) -> str:
        clock = ist.clock_text(place.happened_at, self.room.now())
        parts = [words.place_source(place.source), reach_text(place.accuracy_m), clock]
        return " ".join(parts) + (f" · {words.whose(place.whose)}" if place.whose != "person" else "")

    @Slot()
    def _say_odd(self) -> None:
        """What speaks against it."""
        at = self._at()
        if self.view is None or at < 0:
            has_none = self.view is not None and not self.view.case.places
            self.odd.put(translate("forms", "There is no place yet: P enters one.") if has_none else "")
            return
        place = self.view.case.places[at]
        told = [odd_word(one) for one in remarks(self.view.case, self.room.now()) if one.at == at]
        told += [translate("forms", "somebody looked there: not there")] if place.is_refuted else []
        self.odd.put("\n".join(told))

    def _at(self) -> int:
        places = self.view.case.places if self.view else ()
        marks = [_mark(place) for place in places]
        return marks.index(self.which.one()) if self.which.one() in marks else -1

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        at = self._at()
        if at < 0:
            raise FieldProblem("which", translate("forms", "Choose the place that counts, by its digit."))
        if not self.reason.text().strip():
            raise FieldProblem("reason", translate("forms", "Say in a few words why this place counts."))
        return partial(
            _choose, case_id=self.case_id, at=at, reason=self.reason.text(), when=self.when.moment()
        )


def _mark(place: Place) -> str:
    return f"{place.source}/{place.lat:.6f}/{place.lon:.6f}/{place.happened_at.timestamp():.0f}"


def _choose(tx: Tx, *, case_id: UUID, at: int, reason: str, when: datetime | None) -> None:
    finding.choose_place(tx, case_id, at=at, reason=reason, when=when)


class WhoseForm(Form):
    """What the ground says as chips; the first is chosen, Enter decides."""

    name: ClassVar[str] = "whose"

    def make_fields(self) -> None:
        self._claims: tuple[Claim, ...] = ()
        self._names = DistrictNames()
        self._directory: Directory | None = None
        self.whose = ChipsField(self, "whose")
        self.why = Text(self)
        self.other = LineField(self, "other")
        self.thana = LineField(self, "thana")
        self.reason = LineField(self, "reason")
        self.when = WhenField(self, "when", self.room.now())
        self.whose.edited.connect(self._say_why)
        self.add(self.whose)
        self.body.addWidget(self.why)
        for field in (self.other, self.thana, self.reason, self.when):
            self.add(field)

    def retranslate(self) -> None:
        super().retranslate()
        self.whose.name_it(translate("forms", "Whose case is it?"))
        self.other.name_it(translate("forms", "Or another district or state"))
        self.other.say_example(translate("forms", "Kanpur Nagar, Bihar"))
        self.thana.name_it(translate("forms", "Thana (may stay empty)"))
        self.reason.name_it(translate("forms", "Why? (empty: as said above)"))
        self.when.name_it(translate("forms", "When"))
        self.when.say_example(translate("forms", "now, or earlier: 02:14"))
        self._offer()

    def begun(self) -> None:
        self._claims = ()
        self._offer()
        if self.view is not None:
            job = partial(_look, self.view.case, self.room.ground)
            self.room.tasks.work(job, done=partial(self._on_claims, self.case_id))
            self.room.tasks.ask(_directory, done=self._on_directory, key="directory of whose")

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.why.dress(tokens, "dim", 12)

    def _on_claims(self, case_id: UUID | None, found: tuple[tuple[Claim, ...], DistrictNames]) -> None:
        if case_id != self.case_id:
            return
        self._claims, self._names = found
        self._offer()
        if self._claims and not self.whose.one() and not self.other.text().strip():
            self.whose.set_text("0")
        self._say_why()

    def _on_directory(self, directory: Directory) -> None:
        self._directory = directory
        self._say_why()

    def _offer(self) -> None:
        self.whose.offer(
            [Choice(str(at), claim_word(claim, self._name)) for at, claim in enumerate(self._claims)]
        )
        self._say_why()

    def _name(self, english: str) -> str:
        return self._names.name(english, self.room.language)

    def _chosen(self) -> Claim | None:
        key = self.whose.one()
        return self._claims[int(key)] if key.isdigit() and int(key) < len(self._claims) else None

    @Slot()
    def _say_why(self) -> None:
        claim = self._chosen()
        if claim is not None:
            self.why.put("\n".join((why_theirs(claim), *self._calls(claim))))
        elif self.view is not None and self.view.case.place is None:
            self.why.put(translate("forms", "There is no place yet: P enters one."))
        else:
            self.why.put("")

    def _calls(self, claim: Claim) -> list[str]:
        """Whom to call about it, as the directory knows."""
        text, language = translate("forms", "Call %1"), self.room.language
        found = whom_to_call(claim, self._directory) if self._directory else ()
        told = [" ".join((one.name(language), *one.phones)) for one in found if one.phones]
        return [text.replace("%1", each) for each in told]

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        claim, typed = self._chosen(), self.other.text().strip()
        if typed:
            claim = self._by_hand(typed)
        if claim is None or not (claim.district or claim.state):
            raise FieldProblem(
                "whose", translate("forms", "Choose one by its digit, or type a district or state.")
            )
        return partial(
            _decide,
            case_id=self.case_id,
            claim=claim,
            thana=self.thana.text().strip() or claim.thana,
            reason=self.reason.text().strip() or why_theirs(claim),
            at=self.when.moment(),
        )

    def _by_hand(self, name: str) -> Claim:
        district, is_commissionerate = self._names.district_called(name)
        if district:
            return Claim("commissionerate" if is_commissionerate else "district", district, why="by-hand")
        state = self._names.state_called(name)
        if state:
            return Claim("other-state", state=state, why="by-hand")
        raise FieldProblem(
            "other",
            translate("forms", "That is no district of Uttar Pradesh and no state; look at the name again."),
        )


def _directory(reader: Reader) -> Directory:
    return reader.directory()


def _look(case: Case, ground: Ground | None) -> tuple[tuple[Claim, ...], DistrictNames]:
    """On a worker: looks at the ground."""
    return claims(case, ground), district_names()


def _decide(tx: Tx, *, case_id: UUID, claim: Claim, thana: str, reason: str, at: datetime | None) -> None:
    finding.set_jurisdiction(
        tx,
        case_id,
        district=claim.district,
        thana=thana,
        force=claim.force,
        state=claim.state,
        reason=reason,
        at=at,
    )
