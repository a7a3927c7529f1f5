"""Where an inline form stands while it is open; forms are made once, at first use."""

from collections.abc import Mapping
from typing import Generic
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from controlroom.ui.case.kit import Narrow
from controlroom.ui.context import Room
from controlroom.ui.forms.drafting import DraftForm
from controlroom.ui.forms.sheet import Sheet, V
from controlroom.ui.keyboard.keys import TAKES_LETTERS
from controlroom.ui.kit.theme import Tokens


class SheetStage(QScrollArea, Generic[V]):
    """One sheet at a time. `saved` carries the form's name and what its use case gave."""

    saved = Signal(str, object)
    left = Signal()
    wanted_again = Signal(str)
    typed = Signal()

    def __init__(self, room: Room, kinds: Mapping[str, type[Sheet[V]]], parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._kinds = room, kinds
        self._forms: dict[str, Sheet[V]] = {}
        self.form: Sheet[V] | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the Tab key goes from field to field
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._floor = Narrow(self)
        self._column = QVBoxLayout(self._floor)
        self._column.setContentsMargins(12, 4, 12, 8)
        self._column.addStretch()
        self.setWidget(self._floor)
        self._foot = _Foot(self)
        self.verticalScrollBar().valueChanged.connect(self._place_foot)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.flush)

    @property
    def name(self) -> str:
        """The form that is open, or ""."""
        return self.form.name if self.form else ""

    def open(self, name: str, view: V | None, drafts: Mapping[str, str]) -> None:
        """This form, about this, with what was typed before; one that is open already stays as it is."""
        subject_id = view.subject_id if view and name != "alert" else None
        if self.form is not None and (self.form.name, self.form.subject_id) == (name, subject_id):
            self.form.is_wanted_again = self.form.is_saving
            self.form.focus_first()
            return
        self.close_form()
        form = self._form(name)
        form.begin(view, drafts)
        self.form = form
        for other in self._forms.values():  # no stack of pages: it is as high as the highest of them
            other.setVisible(other is form)
            other.foot.setVisible(other is form)
        self.setViewportMargins(0, 0, 0, self._foot.sizeHint().height())
        self.ensureVisible(0, 0)
        self._place_foot()

    def close_form(self) -> None:
        """What is typed stays a draft."""
        self.flush()
        self.form = None

    @Slot()
    def flush(self) -> None:
        """Keep what is typed, now: the window may be about to go."""
        if self.form is not None:
            self.form.flush()

    def forget(self) -> None:
        """Somebody else sits down: what is typed is a draft of the one who goes, and leaves the screen."""
        self.close_form()
        for form in self._forms.values():
            form.forget()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def is_of(self, subject_id: UUID | None) -> bool:
        """Whether the open form is about this case or person."""
        return self.form is not None and self.form.subject_id == subject_id

    def refresh(self, view: V) -> None:
        """It changed: the form knows it, and keeps what is typed."""
        if self.form is not None and self.form.subject_id == view.subject_id:
            self.form.refresh(view)

    def tick(self) -> None:
        """A second has gone by."""
        if self.form is not None:
            self.form.tick()

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self._floor.setStyleSheet("")
        self.viewport().setAutoFillBackground(False)
        self._floor.setAutoFillBackground(False)
        for form in self._forms.values():
            form.dress(tokens)

    def retranslate(self) -> None:
        """Labels in the language of the moment; nothing typed is touched."""
        for form in self._forms.values():
            form.retranslate()

    def _form(self, name: str) -> Sheet[V]:
        form = self._forms.get(name)
        if form is None:
            form = self._kinds[name](self._room, self._floor)
            form.left.connect(self._on_left)
            if isinstance(form, DraftForm):
                form.saved.connect(self._on_saved)
                form.typed.connect(self.typed)
            self.was_made(form)
            self._forms[name] = form
            self._column.insertWidget(0, form)
            self._foot.column.addWidget(form.foot)
            form.installEventFilter(self)
        return form

    def was_made(self, form: Sheet[V]) -> None:
        """Its own signals, where it has some."""

    @Slot(object)
    def _on_saved(self, answer: object) -> None:
        form = self.sender()
        if not isinstance(form, DraftForm):
            return
        if form is self.form:
            self.form = None
        is_wanted_again, form.is_wanted_again = form.is_wanted_again, False
        self.saved.emit(form.name, answer)
        if is_wanted_again:
            self.wanted_again.emit(form.name)

    @Slot()
    def _on_left(self) -> None:
        self.form = None
        self.left.emit()

    # --- the buttons of the form, which are never scrolled out of sight -----------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.form and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place_foot()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_foot()

    @Slot()
    def _place_foot(self) -> None:
        """Right below the form; where that is higher than the room for it, at the lower edge."""
        if self.form is None:
            return
        margins, port = self._column.contentsMargins(), self.viewport().geometry()
        below = self.form.mapTo(self._floor, self.form.rect().bottomLeft()).y() + self._floor.y()
        self._foot.set_over(more=below > port.height())
        self._foot.setGeometry(
            port.x() + margins.left(),
            port.y() + min(below, port.height()),
            port.width() - margins.left() - margins.right(),
            self._foot.sizeHint().height(),
        )
        self._foot.raise_()


class _Foot(QWidget):
    """The buttons of the form that is open. A key that they have no use for is the form's."""

    def __init__(self, stage: SheetStage[V]) -> None:
        super().__init__(stage)
        self.setProperty(TAKES_LETTERS, True)
        self._stage, self._is_over = stage, False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 6, 0, 4)

    def set_over(self, *, more: bool) -> None:
        """Whether the form goes on behind it: then a line parts them."""
        if more != self._is_over:
            self._is_over = more
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_over:
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), 1, self.palette().mid())
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._stage.form is not None:
            self._stage.form.keyPressEvent(event)
