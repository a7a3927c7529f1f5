"""A form inside the case pane. It never clears what was typed: every field is a draft until it is saved."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from controlroom.casework.drafts import save_draft
from controlroom.casework.ports import Tx
from controlroom.casework.queries import CaseView
from controlroom.domain.events import KINDS, Event
from controlroom.domain.fold import order_key
from controlroom.errors import BadInput
from controlroom.ui import command_words, event_words
from controlroom.ui.case.kit import Text, button, chip_sheet
from controlroom.ui.case.masks import hide_known
from controlroom.ui.context import Room
from controlroom.ui.forms.fields import Field, FieldProblem, WhenField
from controlroom.ui.forms.words import problem_text, translate
from controlroom.ui.keys import bring_up
from controlroom.ui.theme import Tokens

DRAFT_MS = 400
UseCase = Callable[[Tx], object]


class Form(QFrame):
    """One inline form. Main thread; saving goes through the room's tasks."""

    name: ClassVar[str] = ""  # the command that opens it, and the first part of its drafts' names
    saved = Signal(object)  # what the use case gave
    left = Signal()
    typed = Signal()  # a key was pressed in a field: somebody is at it

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self.room = room
        self.case_id: UUID | None = None
        self.view: CaseView | None = None
        self.fields: dict[str, Field] = {}
        self._dirty: set[str] = set()
        self._typed: dict[UUID | None, dict[str, str]] = {}  # newer than the drafts of any view
        self._is_saving = False
        self.is_wanted_again = False  # its key was pressed while it was being saved
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.flush)
        self._build()
        self.dress(room.tokens)

    def _build(self) -> None:
        self._title, self._keys = Text(self, wrap=False), Text(self)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._keys, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.news = Text(self)
        self._trouble = Text(self)
        self._save = button(self, "primary")
        self._save.clicked.connect(self.submit)
        self._back = button(self, "quiet")
        self._back.clicked.connect(self.leave)
        foot = QHBoxLayout()
        foot.addWidget(self._save, 1)
        foot.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.news)
        column.addLayout(self.body)
        column.addWidget(self._trouble)
        column.addLayout(foot)
        column.addStretch(1)  # what is left over stays below
        self.news.hide()
        self._trouble.hide()
        self.make_fields()

    # --- what each form says itself -----------------------------------------------------------------------

    def make_fields(self) -> None:
        """Adds its fields, in the order of the Tab key."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Labels in the language of the moment."""
        self._title.put(command_words.title(self.name))
        self._keys.put(translate("forms", "Enter saves, Esc goes back"))
        self._save.setText(translate("forms", "Save"))
        self._back.setText(translate("forms", "Back"))

    def use_case(self) -> UseCase:
        """What saving does. Raises FieldProblem where the input can't be used."""
        raise NotImplementedError

    def fill(self, view: CaseView | None) -> None:
        """Sets what the case already says, before drafts are put over it."""

    def first(self) -> Field:
        """Where the typing begins."""
        return next(iter(self.fields.values()))

    # --- life ---------------------------------------------------------------------------------------------

    @property
    def is_saving(self) -> bool:
        """Whether what is typed is on its way to the store."""
        return self._is_saving

    def add(self, field: Field) -> None:
        """One more field, below the last."""
        self.enlist(field)
        self.body.addWidget(field)

    def enlist(self, field: Field) -> None:
        """One more field, wherever its form has put it."""
        self.fields[field.name] = field
        field.edited.connect(self._on_edited)
        field.entered.connect(self.submit)

    def begin(self, view: CaseView | None, drafts: Mapping[str, str]) -> None:
        """Open for this case, with what was typed before and not saved."""
        self.is_wanted_again = False
        self.view, self.case_id = view, view.case.id if view else None
        self.retranslate()
        for field in self.fields.values():
            field.set_text("")
        self.fill(view)
        for name, field in self.fields.items():
            known = f"{self.name}.{name}"
            draft = self._typed.get(self.case_id, {}).get(name, drafts.get(known, ""))
            if draft:
                field.set_text(draft)
        self._dirty.clear()
        self._is_saving = False
        self._save.setEnabled(True)
        self._trouble.put("")
        self.news.put("")
        self.begun()

    def begun(self) -> None:
        """After the fields are filled."""

    def refresh(self, view: CaseView) -> None:
        """The case changed under the form: what is typed stays, and what somebody else did is told."""
        before, self.view = self.view, view
        news = news_of(before, view, self.room.person)
        if news:
            self.news.put(news)

    def forget(self) -> None:
        """Somebody else sits down: nothing that was typed here is theirs."""
        self._typed.clear()
        self._dirty.clear()
        self.case_id = self.view = None
        for field in self.fields.values():
            field.set_text("")

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self.setStyleSheet(chip_sheet(tokens))
        self._title.dress(tokens, "text", 15, bold=True)
        self._keys.dress(tokens, "dim", 12)
        self._trouble.dress(tokens, "act", 13)
        self.news.dress(tokens, "soon", 12)
        for field in self.fields.values():
            field.dress(tokens)

    def tick(self) -> None:
        """A second has gone by."""
        for field in self.fields.values():
            if isinstance(field, WhenField):
                field.tick(self.room.now())

    def focus_first(self) -> None:
        """The typing begins; behind a draft, which a selection would wipe out with the next letter."""
        bring_up(self)
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def has_text(self) -> bool:
        """Something is typed that is not saved."""
        return any(field.text().strip() for field in self.fields.values())

    # --- drafts -------------------------------------------------------------------------------------------

    def draft_key(self, name: str) -> str:
        """Under which key the text of a field is kept."""
        return f"{self.case_id or 'new'}/{self.name}.{name}"

    @Slot()
    def _on_edited(self) -> None:
        field = self.sender()
        if isinstance(field, Field):
            self.touch(field.name)

    def touch(self, name: str) -> None:
        """This field holds something new."""
        self._dirty.add(name)
        self._typed.setdefault(self.case_id, {})[name] = self.fields[name].draft()
        self._timer.start()
        self.typed.emit()

    @Slot()
    def flush(self) -> None:
        """Keep what is typed, now."""
        self._timer.stop()
        if not self._dirty or self._is_saving:
            return
        kept = {self.draft_key(name): self.fields[name].draft() for name in self._dirty}
        self._dirty.clear()
        self.room.tasks.act(_keeping(kept))

    # --- saving -------------------------------------------------------------------------------------------

    @Slot()
    def submit(self) -> None:
        """Save, unless something can't be used: then say where, and keep what is typed."""
        if self._is_saving:
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
        self._is_saving = True
        self._save.setEnabled(False)
        keys = [self.draft_key(name) for name in self.fields]
        self.room.tasks.act(
            _saving(use_case, keys),
            done=partial(self._on_done, self.case_id),
            failed=partial(self._on_failed, self.case_id),
        )

    def _on_done(self, case_id: UUID | None, answer: object) -> None:
        self._typed[case_id] = dict.fromkeys(self.fields, "")
        if case_id != self.case_id:
            return  # another case was opened meanwhile: what is typed for that one stays
        self._is_saving = False
        self._dirty.clear()
        self._save.setEnabled(True)
        self.saved.emit(answer)

    def _on_failed(self, case_id: UUID | None, fault: Exception) -> None:
        if case_id != self.case_id:
            self.room.tasks.faulted.emit(fault)
            return
        self._is_saving = self.is_wanted_again = False
        self._save.setEnabled(True)
        self._dirty.update(name for name, field in self.fields.items() if field.text())
        self.flush()
        if isinstance(fault, BadInput):
            self._show(fault)
        else:
            self.room.tasks.faulted.emit(fault)

    def _show(self, problem: BadInput) -> None:
        field = self.fields.get(problem.field) if isinstance(problem, FieldProblem) else None
        if field is None:
            self._trouble.put(problem_text(problem))
            return
        field.show_problem(str(problem))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def leave(self) -> None:
        """Go back; what is typed stays a draft."""
        self.flush()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)


def news_of(before: CaseView | None, view: CaseView, person: str) -> str:
    """What somebody else did to the case since `before`, in one sentence; "" where nothing is new."""
    if before is None or before.case.id != view.case.id:
        return ""
    known = {event.id for event in before.events}
    fresh = [
        event for event in view.events if event.id not in known and event.actor != person and _is_told(event)
    ]
    if not fresh:
        return ""
    newest = max(fresh, key=order_key)
    text = translate("forms", "%1 changed this case meanwhile: %2. What you typed stays.")
    what = hide_known(event_words.sentence(newest), view.case.facts)
    return text.replace("%2", what).replace("%1", newest.actor)


def _is_told(event: Event) -> bool:
    return event.kind not in KINDS or KINDS[event.kind].audience != "audit"


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
