"""What stands where a form stands: title, keys, body, a way back. It writes nothing. Main thread only."""

from collections.abc import Mapping
from typing import ClassVar, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from controlroom.ui.case.kit import FlowBox, Title, button, chip_sheet
from controlroom.ui.context import Room
from controlroom.ui.forms.words import translate
from controlroom.ui.keyboard import command_words
from controlroom.ui.keyboard.keys import bring_up
from controlroom.ui.kit.theme import Tokens


class Subject(Protocol):
    """What a sheet is about: a case or a person, as read in one go."""

    @property
    def subject_id(self) -> UUID:
        """Of the case or the person."""


V = TypeVar("V", bound=Subject)


class Sheet(QFrame, Generic[V]):
    """Cards to read, or a form. `left` on the way back."""

    name: ClassVar[str] = ""  # the command that opens it
    left = Signal()

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self.room = room
        self.subject_id: UUID | None = None
        self.view: V | None = None
        self._build()
        self.dress(room.tokens)

    def _build(self) -> None:
        self._title, self._keys = Title(self), Title(self)
        head = FlowBox(self, 12)
        head.fill((self._title, self._keys))
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 4, 0, 4)
        self.column.setSpacing(10)
        self.column.addWidget(head)
        self.column.addLayout(self.body)
        self.make_fields()
        self.foot = QWidget(self)
        self.foot.setLayout(self.build_foot())
        self.column.addWidget(self.foot)

    def minimumSizeHint(self) -> QSize:
        """No width: at one that it does not get it would be measured too low."""
        return QSize(0, super().minimumSizeHint().height())

    def build_foot(self) -> QHBoxLayout:
        """The row of buttons below the body."""
        self._back = button(self, "quiet")
        self._back.clicked.connect(self.leave)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._back, 0, Qt.AlignmentFlag.AlignRight)
        return foot

    # --- what each says itself ----------------------------------------------------------------------------

    def make_fields(self) -> None:
        """Puts its parts into the body, in the order of the Tab key."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Where the keys go when it opens."""
        raise NotImplementedError

    def title(self) -> str:
        """In the language of the moment."""
        return command_words.title(self.name)

    def retranslate(self) -> None:
        """Labels in the language of the moment."""
        self._title.put(self.title())
        self._back.setText(translate("forms", "Back"))

    # --- life ---------------------------------------------------------------------------------------------

    is_saving = False
    is_wanted_again = False  # its key was pressed while it was being saved

    @property
    def case_id(self) -> UUID | None:
        """Of the case that a sheet in the case pane is about."""
        return self.subject_id

    def begin(self, view: V | None, drafts: Mapping[str, str]) -> None:
        """Open for this case or person."""
        self.view, self.subject_id = view, view.subject_id if view else None
        self.retranslate()
        self.begun()

    def begun(self) -> None:
        """After it was filled."""

    def refresh(self, view: V) -> None:
        """It changed under the sheet."""
        self.view = view

    def forget(self) -> None:
        """Somebody else sits down."""
        self.subject_id = self.view = None

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self.setStyleSheet(chip_sheet(tokens))
        self._title.dress(tokens, "text", 15, bold=True)
        self._keys.dress(tokens, "dim", 12)

    def tick(self) -> None:
        """A second has gone by."""

    def focus_first(self) -> None:
        """The typing begins; behind a draft, which a selection would wipe out with the next letter."""
        bring_up(self)
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Keep what is typed, now."""

    @Slot()
    def submit(self) -> None:
        """Enter: what is only read is done with."""
        self.leave()

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
