"""The short forms: triage, note, fact, join, close, reopen."""

from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Slot

from controlroom.casework import steps
from controlroom.casework.arriving import joins
from controlroom.casework.ports import Tx
from controlroom.casework.rows import CaseView
from controlroom.ui.case.kit import Text
from controlroom.ui.case.masks import hide_known
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.fields import ChipsField, Field, FieldProblem, LineField, need
from controlroom.ui.forms.words import choices, fact_kinds, translate
from controlroom.ui.kit.theme import Tokens
from controlroom.wording import words
from controlroom.wording.shared_kinds import kinds_shared


class TriageForm(Form):
    """How urgent it is: T, a digit, Enter."""

    name: ClassVar[str] = "triage"

    def make_fields(self) -> None:
        self.category = ChipsField(self, "category", can_be_none=False)
        self.marks = ChipsField(self, "marks", many=True)
        self.means = LineField(self, "means")
        self.hints = Text(self)
        self.body.addWidget(self.hints)
        for field in (self.category, self.marks, self.means):
            self.add(field)

    def retranslate(self) -> None:
        super().retranslate()
        self.category.name_it(translate("forms", "How urgent (read from the post, not a diagnosis)"))
        self.category.offer(choices(words.CATEGORIES))
        self.marks.name_it(translate("forms", "Also"))
        self.marks.offer(
            [
                Choice("minor", translate("forms", "Under 18")),
                Choice("live", translate("forms", "Live video")),
            ]
        )
        self.means.name_it(translate("forms", "Means named"))
        self.means.say_example(translate("forms", "railway track, tablets, ..."))

    def fill(self, view: CaseView | None) -> None:
        if view is not None:
            self.category.set_text(view.case.category)
            marks = [("minor", view.case.is_minor), ("live", view.case.is_live)]
            self.marks.set_text(" ".join(key for key, is_so in marks if is_so))
            self.means.set_text(view.case.means)

    def begun(self) -> None:
        self._show_hints()

    def refresh(self, view: CaseView) -> None:
        super().refresh(view)
        self._show_hints()

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.hints.dress(tokens, "soon", 12)

    def _show_hints(self) -> None:
        """What the words of the alert hint at stands beside the question; nothing is chosen by it."""
        case = self.view.case if self.view else None
        by_kind: dict[str, str] = {}
        for hint in case.hints if case else ():
            by_kind.setdefault(hint.kind, hint.words)
        told = [f"{words.hint(kind)} “{said}”" for kind, said in by_kind.items()]
        text = translate("forms", "Hints, not clinical: %1").replace("%1", ", ".join(told))
        self.hints.put(hide_known(text, case.facts) if case and told else "")

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        marks = self.marks.chosen()
        return partial(
            _triage,
            case_id=self.case_id,
            category=need(self.category, "1-5"),
            means=self.means.text().strip(),
            minor="minor" in marks,
            live="live" in marks,
        )


def _triage(tx: Tx, *, case_id: UUID, category: str, means: str, minor: bool, live: bool) -> None:
    steps.triage_case(tx, case_id, category=category, means=means, minor=minor, live=live)


class NoteForm(Form):
    """Words for the file, or a try to find the person that gave no place yet."""

    name: ClassVar[str] = "note"

    def make_fields(self) -> None:
        self.words = LineField(self, "text")
        self.add(self.words)

    def retranslate(self) -> None:
        super().retranslate()
        self.words.name_it(translate("forms", "What should the next person know?"))
        self.words.say_example(translate("forms", "Friend called back, knows the street"))

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        text = self.words.text().strip()
        if not text:
            raise FieldProblem("text", translate("forms", "There is nothing written yet; type a few words."))
        return partial(_note, case_id=self.case_id, text=text)


def _note(tx: Tx, *, case_id: UUID, text: str) -> None:
    steps.add_note(tx, case_id, text=text)


class FactForm(Form):
    """A fact that an operator found out."""

    name: ClassVar[str] = "fact"

    def make_fields(self) -> None:
        self.kind = ChipsField(self, "kind", can_be_none=False)
        self.value = LineField(self, "value")
        self.add(self.kind)
        self.add(self.value)

    def retranslate(self) -> None:
        super().retranslate()
        self.kind.name_it(translate("forms", "What is it?"))
        self.kind.offer(fact_kinds())
        self.value.name_it(translate("forms", "Value"))

    def fill(self, view: CaseView | None) -> None:
        self.kind.set_text("phones")

    def first(self) -> Field:
        return self.value

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        value = self.value.text().strip()
        if not value:
            raise FieldProblem("value", translate("forms", "There is nothing written yet; type a few words."))
        return partial(_fact, case_id=self.case_id, kind=need(self.kind, "1-6"), value=value)


def _fact(tx: Tx, *, case_id: UUID, kind: str, value: str) -> None:
    steps.add_fact(tx, case_id, kind=kind, value=value)


class JoinForm(Form):
    """Make one of this case and another: its number, and why the two are the same."""

    name: ClassVar[str] = "join"

    def make_fields(self) -> None:
        self.other = LineField(self, "number")
        self.reason = LineField(self, "reason")
        self.add(self.other)
        self.add(self.reason)

    def retranslate(self) -> None:
        super().retranslate()
        self.other.name_it(translate("forms", "With which case? (number) The one that is farther stays."))
        self.reason.name_it(translate("forms", "Why are they the same?"))
        self.reason.say_example(translate("forms", "same phone, same post"))

    def fill(self, view: CaseView | None) -> None:
        if view is not None and view.case.proposals:
            first = view.case.proposals[0]
            self.propose(first.number, ", ".join(kinds_shared(first.why)))

    def first(self) -> Field:
        return self.reason if self.other.text() and not self.reason.text() else self.other

    def propose(self, number: str, why: str) -> None:
        """Fill in a proposal; the operator only confirms."""
        self.other.set_text(number)
        self.reason.set_text(translate("forms", "same: %1").replace("%1", why) if why else "")

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        number, reason = self.other.text().strip(), self.reason.text().strip()
        if not number:
            raise FieldProblem("number", translate("forms", "Type the number of the other case."))
        if not reason:
            raise FieldProblem("reason", translate("forms", "Say in a few words why the two are the same."))
        return partial(_join, case_id=self.case_id, number=number, reason=reason)


def _join(tx: Tx, *, case_id: UUID, number: str, reason: str) -> None:
    other = tx.case_id_of(number)
    if other is None:
        raise FieldProblem(
            "number", translate("forms", "There is no case of this number; look at the number again.")
        )
    joins.join_pair(tx, case_id, other, reason=reason)


class ReasonForm(Form):
    """A reason in words, with the usual ones to choose from."""

    def make_fields(self) -> None:
        self.usual = ChipsField(self, "usual")
        self.reason = LineField(self, "reason")
        self.usual.edited.connect(self._on_usual)
        self.add(self.usual)
        self.add(self.reason)

    def retranslate(self) -> None:
        super().retranslate()
        self.usual.name_it(translate("forms", "Usual reasons"))
        self.usual.offer([Choice(str(at), word) for at, word in enumerate(self.usual_reasons())])
        self.reason.name_it(translate("forms", "Reason"))

    def usual_reasons(self) -> tuple[str, ...]:
        """In the language of the moment."""
        raise NotImplementedError

    @Slot()
    def _on_usual(self) -> None:
        chosen = self.usual.one()
        if chosen:
            self.reason.set_text(self.usual_reasons()[int(chosen)])
            self.touch("reason")


class CloseForm(ReasonForm):
    """Nothing is left to do."""

    name: ClassVar[str] = "close"

    def usual_reasons(self) -> tuple[str, ...]:
        return (
            translate("forms", "Ended, nothing left to do"),
            translate("forms", "Not about suicide"),
            translate("forms", "Newsletter or automatic mail"),
            translate("forms", "Given to the police of another state"),
        )

    def make_fields(self) -> None:
        self.warning = Text(self)
        self.body.addWidget(self.warning)
        super().make_fields()

    def begun(self) -> None:
        is_alone = self.view is None or self.view.case.may_close_alone
        text = translate(
            "forms",
            "Nobody is with the person as far as is known: a second person must agree before it is closed.",
        )
        self.warning.put("" if is_alone else text)

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.warning.dress(tokens, "soon", 13)

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        return partial(_close, case_id=self.case_id, reason=self.reason.text().strip())


def _close(tx: Tx, *, case_id: UUID, reason: str) -> None:
    steps.close_case(tx, case_id, reason=reason)


class ReopenForm(ReasonForm):
    """There is something to do after all."""

    name: ClassVar[str] = "reopen"

    def usual_reasons(self) -> tuple[str, ...]:
        return (
            translate("forms", "A new alert about the same person"),
            translate("forms", "Closed by mistake"),
            translate("forms", "The ground reports again"),
        )

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        reason = self.reason.text().strip()
        if not reason:
            raise FieldProblem("reason", translate("forms", "Say in a few words why it is opened again."))
        return partial(_reopen, case_id=self.case_id, reason=reason)


def _reopen(tx: Tx, *, case_id: UUID, reason: str) -> None:
    steps.reopen_case(tx, case_id, reason=reason)
