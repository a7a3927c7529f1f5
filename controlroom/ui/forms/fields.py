"""The fields of the forms: a label, an editor, and one plain sentence where the input can't be used."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from controlroom.errors import BadInput
from controlroom.ui.case import ist
from controlroom.ui.case.kit import FlowBox, Text, button
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.words import problem_text, translate
from controlroom.ui.keyboard.keys import sequence_of
from controlroom.ui.kit.theme import Tokens

WHOLE: Final = "whole"  # the property that holds the text of a chip on one line
CHIP_KEYS: Final = "1234567890-="  # one row of the keyboard, whatever its layout


class FieldProblem(BadInput):
    """What was typed in this field can't be used."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(text)
        self.field = field


class Field(QWidget):
    """One thing to fill in. Its text is what a draft keeps."""

    edited = Signal()
    entered = Signal()
    takes_words: ClassVar[bool] = False  # letters that no other field wants are typed here

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.name = name
        self.label = Text(self, wrap=False)
        self.problem = Text(self)
        self.hint = Text(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.label)
        self.problem.hide()
        self.hint.hide()

    def finish(self, editor: QWidget) -> None:
        """Puts the editor between the label and the sentences."""
        self.column.addWidget(editor)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.problem)
        self.setFocusProxy(editor)

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self.label.dress(tokens, "dim", 12)
        self.hint.dress(tokens, "dim", 12)
        self.problem.dress(tokens, "act", 12)

    def name_it(self, label: str) -> None:
        """The label in the language of the moment."""
        self.label.put(label)
        self.setAccessibleName(label)

    def text(self) -> str:
        """What stands in it."""
        raise NotImplementedError

    def draft(self) -> str:
        """What a draft keeps of it."""
        return self.text()

    def set_text(self, text: str) -> None:
        """Fill it, without calling that an edit."""
        raise NotImplementedError

    def show_problem(self, text: str) -> None:
        """What is wrong and what would do; "" takes it away."""
        self.problem.put(text)


class _Line(QLineEdit):
    """Keeps the Enter key to itself: `returnPressed` tells of it, and nobody hears it twice."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class LineField(Field):
    """One line of text."""

    takes_words = True

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, name)
        self.editor = _Line(self)
        self.editor.setMaxLength(20_000)
        self.editor.textEdited.connect(self._on_edited)
        self.editor.returnPressed.connect(self.entered)
        self.finish(self.editor)

    def text(self) -> str:
        return self.editor.text()

    def set_text(self, text: str) -> None:
        if text != self.editor.text():
            self.editor.setText(text)
        self.show_problem("")

    def say_example(self, example: str) -> None:
        """What one would type here."""
        self.editor.setPlaceholderText(example)

    @Slot()
    def _on_edited(self) -> None:
        self.show_problem("")
        self.edited.emit()


class WhenField(LineField):
    """A time on the ground: now unless typed. Shows how the typed time was understood."""

    takes_words = False

    def __init__(self, parent: QWidget, name: str, now: datetime) -> None:
        super().__init__(parent, name)
        self._now = now

    def tick(self, now: datetime) -> None:
        """The time that "now" means."""
        self._now = now
        self.show_understood()

    def moment(self) -> datetime | None:
        """What was typed, aware UTC; None for now. Raises FieldProblem."""
        if not self.text().strip():
            return None
        try:
            return min(ist.parse_when(self.text(), self._now), self._now)
        except BadInput as problem:
            raise FieldProblem(self.name, problem_text(problem)) from None

    def draft(self) -> str:
        """The clock time, where it can be read: "4m" would be another time after a crash."""
        try:
            moment = self.moment()
        except FieldProblem:
            return self.text()
        return f"{moment.astimezone(ist.IST):%d.%m.%Y %H:%M:%S}" if moment else self.text()

    def set_text(self, text: str) -> None:
        super().set_text(text)
        self.show_understood()

    def show_understood(self) -> None:
        """The full time under the field, or nothing while it cannot be read yet."""
        try:
            moment = self.moment()
        except FieldProblem:
            self.hint.put("")
        else:
            self.hint.put(f"= {ist.full_text(moment)}" if moment else "")

    @Slot()
    def _on_edited(self) -> None:
        super()._on_edited()
        self.show_understood()


class _Chips(FlowBox):
    """The chips of a field: one stop of the Tab key, digits choose, arrows move."""

    chosen = Signal(int)
    moved = Signal(int)
    entered = Signal()
    focused = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        sign = sequence_of(event)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif len(sign) == 1 and sign in CHIP_KEYS:
            self.chosen.emit(CHIP_KEYS.index(sign))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.moved.emit(-1)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.moved.emit(1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()


class ChipsField(Field):
    """Choose one, or several where `many`: by digit, arrow and blank, or the mouse."""

    def __init__(self, parent: QWidget, name: str, *, many: bool = False, can_be_none: bool = True) -> None:
        super().__init__(parent, name)
        self._many = many
        self._can_be_none = can_be_none
        self._keys: list[str] = []
        self._chips: list[QPushButton] = []
        self.box = _Chips(self)
        self.box.chosen.connect(self._on_digit)
        self.box.moved.connect(self._on_moved)
        self.box.entered.connect(self.entered)
        self.box.focused.connect(self._on_focused)
        self.box.resized.connect(self._fold)
        self._tokens: Tokens | None = None
        self.finish(self.box)

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self._tokens = tokens
        self._level()
        self._on_focused()

    def offer(self, choices: Sequence[Choice]) -> None:
        """These to choose from; what was chosen stays chosen."""
        while len(self._chips) < len(choices):
            chip = button(self.box)
            chip.setProperty("chip", True)
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(self._on_clicked)
            self._chips.append(chip)
            self.box.flow.addWidget(chip)
        for at, chip in enumerate(self._chips):
            chip.setVisible(at < len(choices))
            if at < len(choices):
                sign = f"{CHIP_KEYS[at]}  " if at < len(CHIP_KEYS) else ""
                chip.setProperty(WHOLE, f"{sign}{choices[at].word}")
        self._fold()
        held = set(self.chosen())
        self._keys = [choice.key for choice in choices]
        self._set(held)
        self._level()

    def chosen(self) -> tuple[str, ...]:
        """The keys of what is chosen, in the order offered."""
        return tuple(key for key, chip in zip(self._keys, self._chips, strict=False) if chip.isChecked())

    def one(self) -> str:
        """The key of the one that is chosen, or ""."""
        return next(iter(self.chosen()), "")

    def text(self) -> str:
        return " ".join(self.chosen())

    def set_text(self, text: str) -> None:
        self._set(set(text.split()))
        self.show_problem("")

    def toggle(self, at: int) -> None:
        """Choose the one at this place, or leave it again."""
        if at >= len(self._keys):
            return
        held = set(self.chosen())
        key = self._keys[at]
        if self._many:
            held ^= {key}
        else:
            held = set() if key in held and self._can_be_none else {key}
        self._set(held)
        self.show_problem("")
        self.edited.emit()

    def _level(self) -> None:
        """Chips of either script stand on one line."""
        self._fold()
        if self._tokens is not None:
            for chip in self._chips:
                chip.setMinimumHeight(self._tokens.px(32))

    @Slot()
    def _fold(self) -> None:
        """Words that are longer than a line go on in the next one."""
        room = self.box.width() - 2 * (self._tokens.px(10) + 2) if self._tokens is not None else 0
        for chip in self._chips:
            text = folded(chip.property(WHOLE) or "", room, chip.fontMetrics().horizontalAdvance)
            if text != chip.text():
                chip.setText(text)

    def _set(self, held: set[str]) -> None:
        for key, chip in zip(self._keys, self._chips, strict=False):
            chip.setChecked(key in held)
        self.box.setAccessibleDescription(self.text())

    @Slot()
    def _on_clicked(self) -> None:
        chip = self.sender()
        assert isinstance(chip, QPushButton)
        chip.setChecked(not chip.isChecked())
        self.toggle(self._chips.index(chip))
        self.box.setFocus(Qt.FocusReason.MouseFocusReason)

    @Slot()
    def _on_focused(self) -> None:
        """Chips have no cursor: their label says that the digits are theirs."""
        if self._tokens is not None:
            is_here = self.box.hasFocus()
            self.label.dress(self._tokens, "focus" if is_here else "dim", 12, bold=is_here)

    @Slot(int)
    def _on_digit(self, at: int) -> None:
        self.toggle(at)

    @Slot(int)
    def _on_moved(self, by: int) -> None:
        if self._many or not self._keys:
            return
        held = self.one()
        at = self._keys.index(held) + by if held else (0 if by > 0 else len(self._keys) - 1)
        if 0 <= at < len(self._keys) and self._keys[at] != held:
            self.toggle(at)


def folded(text: str, room: int, width_of: Callable[[str], int]) -> str:
    """The same words on as many lines as they need in so many pixels; a word is never cut."""
    lines: list[str] = []
    for word in text.split(" ") if room > 0 else [text]:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def need(field: ChipsField, what: str) -> str:
    """The one that is chosen, or a plain sentence at the field."""
    key = field.one()
    if not key:
        raise FieldProblem(field.name, translate("forms", "Choose one of these: %1").replace("%1", what))
    return key
