"""A form about a case or a person. It never clears what was typed: a field is a draft until it is saved."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.casework.drafts import save_draft
from controlroom.casework.ports import Tx
from controlroom.errors import BadInput
from controlroom.ui.case.kit import Text, button
from controlroom.ui.context import Room, not_carried_out
from controlroom.ui.forms.fields import Field, FieldProblem, WhenField
from controlroom.ui.forms.sheet import Sheet, V
from controlroom.ui.forms.words import problem_text, translate
from controlroom.ui.keyboard.held import FORM
from controlroom.ui.keyboard.keys import NO_LETTER, TAKES_LETTERS
from controlroom.ui.kit.theme import Tokens

DRAFT_MS = 400
UseCase = Callable[[Tx], object]


class DraftForm(Sheet[V]):
    """Fields, their drafts, and one use case that saves them. Saving goes through the room's tasks."""

    saved = Signal(object)  # what the use case gave
    typed = Signal()  # a key was pressed in a field: somebody is at it

    def __init__(self, room: Room, parent: QWidget) -> None:
        self.fields: dict[str, Field] = {}
        self._dirty: set[str] = set()
        self._typed: dict[UUID | None, dict[str, str]] = {}  # newer than the drafts of any view
        super().__init__(room, parent)
        self.setProperty(TAKES_LETTERS, True)
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.flush)

    def _build(self) -> None:
        self.news, self._trouble = Text(self), Text(self)
        super()._build()
        self.column.insertWidget(1, self.news)
        self.column.insertWidget(3, self._trouble)
        self.news.hide()
        self._trouble.hide()

    save_kind: ClassVar[str] = "primary"  # how its button looks

    def build_foot(self) -> QHBoxLayout:
        self._save = button(self, self.save_kind)
        self._save.clicked.connect(self.submit)
        foot = super().build_foot()
        foot.insertWidget(0, self._save, 1)
        return foot

    # --- what each form says itself -----------------------------------------------------------------------

    def retranslate(self) -> None:
        super().retranslate()
        self._keys.put(translate("forms", "Enter saves, Esc goes back"))
        self._save.setText(translate("forms", "Save"))

    def use_case(self) -> UseCase:
        """What saving does. Raises FieldProblem where the input can't be used."""
        raise NotImplementedError

    def fill(self, view: V | None) -> None:
        """Sets what is known already, before drafts are put over it."""

    def news_since(self, before: V | None, view: V) -> str:
        """What somebody else did meanwhile, in one sentence; "" where nothing is new."""
        raise NotImplementedError

    def first(self) -> QWidget:
        return next(iter(self.fields.values()))

    # --- life ---------------------------------------------------------------------------------------------

    def add(self, field: Field) -> None:
        """One more field, below the last."""
        self.enlist(field)
        self.body.addWidget(field)

    def add_row(self, *fields: Field) -> None:
        """These beside one another, below the last."""
        row = QHBoxLayout()
        row.setSpacing(10)
        for field in fields:
            self.enlist(field)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def enlist(self, field: Field) -> None:
        """One more field, wherever its form has put it."""
        self.fields[field.name] = field
        field.edited.connect(self._on_edited)
        field.entered.connect(self.submit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter that chips or a button have no use for is a word that begins, and no command."""
        is_letter = event.text().isprintable() and event.text().strip() and not event.modifiers() & NO_LETTER
        if is_letter:
            self._type(event)
        else:
            super().keyPressEvent(event)

    def _type(self, event: QKeyEvent) -> None:
        for field in self.fields.values():
            if field.takes_words and field.isVisibleTo(self):
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                editor = field.focusProxy()
                if editor is not None:
                    QCoreApplication.sendEvent(editor, event)
                return

    def begin(self, view: V | None, drafts: Mapping[str, str]) -> None:
        """Open for this case or person, with what was typed before and not saved."""
        self.is_wanted_again = False
        self.view, self.subject_id = view, view.subject_id if view else None
        self.retranslate()
        for field in self.fields.values():
            field.set_text("")
        self.fill(view)
        for name, field in self.fields.items():
            known = f"{self.name}.{name}"
            draft = self._typed.get(self.subject_id, {}).get(name, drafts.get(known, ""))
            if draft:
                field.set_text(draft)
        self._dirty.clear()
        self.is_saving = False
        self._save.setEnabled(True)
        self._trouble.put("")
        self.news.put("")
        self.begun()

    def refresh(self, view: V) -> None:
        """It changed under the form: what is typed stays, and what somebody else did is told."""
        before, self.view = self.view, view
        news = self.news_since(before, view)
        if news:
            self.news.put(news)

    def forget(self) -> None:
        """Somebody else sits down: nothing that was typed here is theirs."""
        super().forget()
        self._typed.clear()
        self._dirty.clear()
        for field in self.fields.values():
            field.set_text("")

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        super().dress(tokens)
        self._trouble.dress(tokens, "act", 13)
        self.news.dress(tokens, "soon", 12)
        for field in self.fields.values():
            field.dress(tokens)

    def tick(self) -> None:
        """A second has gone by."""
        for field in self.fields.values():
            if isinstance(field, WhenField):
                field.tick(self.room.now())

    def has_text(self) -> bool:
        """Something is typed that is not saved."""
        return any(field.text().strip() for field in self.fields.values())

    # --- drafts -------------------------------------------------------------------------------------------

    def draft_key(self, name: str, subject_id: UUID | None) -> str:
        """Under which key the text of a field is kept."""
        return f"{subject_id or 'new'}/{self.name}.{name}"

    def keys_done_with(self) -> list[str]:
        """The drafts that a saving does away with."""
        return [self.draft_key(name, self.subject_id) for name in self.fields]

    @Slot()
    def _on_edited(self) -> None:
        field = self.sender()
        if isinstance(field, Field):
            self.touch(field.name)

    def touch(self, name: str) -> None:
        """This field holds something new."""
        self._dirty.add(name)
        self._typed.setdefault(self.subject_id, {})[name] = self.fields[name].draft()
        self._timer.start()
        self.typed.emit()

    @Slot()
    def flush(self) -> None:
        """Keep what is typed, now."""
        self._timer.stop()
        if not self._dirty or self.is_saving:
            return
        kept = {name: self.fields[name].draft() for name in self._dirty}
        self._dirty.clear()
        self._keep(self.subject_id, kept)

    def _keep(self, subject_id: UUID | None, texts: Mapping[str, str]) -> None:
        kept = {self.draft_key(name, subject_id): text for name, text in texts.items()}
        self.room.tasks.act(_keeping(kept))

    # --- saving -------------------------------------------------------------------------------------------

    @Slot()
    def submit(self) -> None:
        """Save, unless something can't be used: then say where, and keep what is typed."""
        if self.is_saving:
            return
        self.tick()
        for field in self.fields.values():
            field.show_problem("")
        self._trouble.put("")
        try:
            use_case = self.use_case()
        except BadInput as problem:
            self._show(problem)
            return
        self.save(use_case)

    def save(self, use_case: UseCase) -> None:
        """Run this, and be done: what is typed is no draft any more."""
        self._timer.stop()
        self._dirty.clear()
        self.is_saving = True
        self._save.setEnabled(False)
        self.room.held.hold(FORM)
        self.room.tasks.act(
            _saving(use_case, self.keys_done_with()),
            done=partial(self._on_done, self.subject_id),
            failed=partial(self._on_failed, self.subject_id),
        )

    def _on_done(self, subject_id: UUID | None, answer: object) -> None:
        before, self._typed[subject_id] = self._typed.get(subject_id, {}), dict.fromkeys(self.fields, "")
        if (
            subject_id == self.subject_id
        ):  # else another was opened meanwhile: what is typed for that one stays
            self.is_saving = False
            self._save.setEnabled(True)
            self._typed[subject_id] |= {name: before[name] for name in self._dirty}
            self.flush()  # what was changed since is a draft again
            self.saved.emit(answer)
        self.room.held.let_go(FORM)

    def _on_failed(self, subject_id: UUID | None, fault: Exception) -> None:
        meanwhile = not_carried_out(self.room.held.take_text())
        self.room.held.let_go(FORM)
        if subject_id != self.subject_id:
            self._keep(subject_id, self._typed.get(subject_id, {}))
            self.room.tasks.faulted.emit(fault)
            return
        self.is_saving = self.is_wanted_again = False
        self._save.setEnabled(True)
        self._dirty.update(name for name, field in self.fields.items() if field.text())
        self.flush()
        self._trouble.put(meanwhile)
        if isinstance(fault, BadInput):
            self._show(fault, meanwhile)
        else:
            self.room.tasks.faulted.emit(fault)

    def _show(self, problem: BadInput, meanwhile: str = "") -> None:
        field = self.fields.get(problem.field) if isinstance(problem, FieldProblem) else None
        if field is None:
            self._trouble.put("\n".join(filter(None, (problem_text(problem), meanwhile))))
            return
        field.show_problem(str(problem))
        field.setFocus()


def _keeping(kept: Mapping[str, str]) -> UseCase:
    def use_case(tx: Tx) -> None:
        for key, text in kept.items():
            save_draft(tx, key=key, text=text)

    return use_case


def _saving(use_case: UseCase, keys: list[str]) -> UseCase:
    def save(tx: Tx) -> object:
        answer = use_case(tx)
        for key in keys:
            tx.drop_draft(tx.actor, key)
        return answer

    return save
