"""Take back the newest step that still stands, and only the one that was shown."""

from functools import partial
from typing import ClassVar
from uuid import UUID

from controlroom.casework import steps
from controlroom.casework.ports import Tx
from controlroom.casework.rows import CaseView
from controlroom.domain.events import Event
from controlroom.domain.fold import last_step
from controlroom.errors import BadInput
from controlroom.ui.case import ist
from controlroom.ui.case.kit import Text
from controlroom.ui.case.masks import hide_known
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.fields import LineField
from controlroom.ui.forms.words import translate
from controlroom.ui.kit.theme import Tokens
from controlroom.wording import event_words


class UndoForm(Form):
    """Says which step will be taken back, by whom it was and when; Enter takes it back."""

    name: ClassVar[str] = "undo"

    def make_fields(self) -> None:
        self.step = Text(self)
        self.origin = Text(self)
        self.body.addWidget(self.step)
        self.body.addWidget(self.origin)
        self.reason = LineField(self, "reason")
        self.add(self.reason)

    def retranslate(self) -> None:
        super().retranslate()
        self._save.setText(translate("forms", "Take it back"))
        self.reason.name_it(translate("forms", "Why? (may stay empty)"))
        self._show_step()

    def begun(self) -> None:
        self._show_step()

    def refresh(self, view: CaseView) -> None:
        is_other = _id(view) != _id(self.view)
        super().refresh(view)
        self._show_step()
        if is_other:
            self.news.put(translate("forms", "The last step is another one now: look again."))

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.step.dress(tokens, "text", 15, bold=True)
        self.origin.dress(tokens, "dim", 12)

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        event = self.view.undoable if self.view else None
        if event is None:
            raise BadInput("There is no step on this case to take back.")
        reason = self.reason.text().strip()
        return partial(_undo, case_id=self.case_id, shown=event.id, reason=reason)

    def _show_step(self) -> None:
        event = self.view.undoable if self.view else None
        if self.view is None or event is None:
            self.step.put(translate("forms", "There is no step on this case to take back."))
            self.origin.put("")
            return
        self.step.put(hide_known(event_words.sentence(event), self.view.case.facts))
        self.origin.put(_origin(event, self.room.person))


def _origin(event: Event, person: str) -> str:
    when = ist.full_text(event.happened_at)
    if event.actor == person:
        return translate("forms", "By you, %1. It stays in the log as taken back.").replace("%1", when)
    text = translate("forms", "By %1, %2. It stays in the log as taken back.")
    return text.replace("%2", when).replace("%1", event.actor)


def _id(view: CaseView | None) -> UUID | None:
    return view.undoable.id if view and view.undoable else None


def _undo(tx: Tx, *, case_id: UUID, shown: UUID, reason: str) -> None:
    step = last_step(tx.events(case_id))
    if step is None or step.id != shown:
        raise BadInput("The last step is another one now: look again.")  # said in words.py
    steps.undo_last(tx, case_id, reason=reason)
