"""A word to the supervisor: free text and what would help. Nothing of it is required."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QWidget

from controlroom.casework.shift.incidents import MOST_TEXT, write_note
from controlroom.domain.shift.incidents import WISHES
from controlroom.ui.context import Room
from controlroom.ui.kit.card import Card
from controlroom.wording import shift_words


class NoteCard(Card):
    """Ctrl+Enter sends it; Esc leaves, and nothing is asked."""

    def __init__(self, room: Room, parent: QWidget, *, number: str = "", text: str = "") -> None:
        super().__init__(room, parent, icon="envelope-simple", width=560)
        self._number = number
        self.name_it(self.tr("A word to the supervisor"))
        self.explain(
            self.tr(
                "Supervisors read it, and you at this desk; nobody else in the room, and no case shows it. "
                "You need not write anything."
            )
        )
        self.text = QPlainTextEdit(text, self)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(room.tokens.px(130))
        self.text.setPlaceholderText(self.tr("How it was, what went well, what you would want otherwise"))
        self.wish = QComboBox(self)
        self.wish.addItems([shift_words.word(shift_words.WISHES, wish) for wish in WISHES])
        about = QLabel(self.tr("About case %1").replace("%1", number), self)
        about.setProperty("kind", "dim")
        about.setVisible(bool(number))
        self.body.addWidget(self.text)
        self.body.addWidget(QLabel(self.tr("What would help"), self))
        self.body.addWidget(self.wish)
        self.body.addWidget(about)
        self.go.setText(self.tr("Send") + "  Ctrl+Enter")
        self.back.setText(self.tr("Not now"))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def submit(self) -> None:
        """Write it."""
        text = self.text.toPlainText()[: MOST_TEXT + 1]
        wish = WISHES[self.wish.currentIndex()]
        use_case = partial(write_note, text=text, number=self._number, wish=wish)
        self.be_busy(is_busy=True)
        self.room.tasks.act(use_case, done=self._on_written, failed=self.show_fault)

    def _on_written(self, nothing: None) -> None:
        self.room.say(self.tr("Your supervisors have it."), "done")
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
        else:
            super().keyPressEvent(event)
