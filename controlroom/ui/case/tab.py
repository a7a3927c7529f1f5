"""What the tabs of lists share: buttons above, the list, and a sentence where there is nothing yet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from controlroom.ui.case.kit import FlowBox, Text, button
from controlroom.ui.case.line import Line
from controlroom.ui.case.lines import LinesView
from controlroom.ui.case.sight import Sight
from controlroom.ui.kit import icons
from controlroom.ui.kit.theme import Tokens


class LinesTab(QWidget):
    """One tab. `asked` is the name of a step, `picked` the line that was clicked."""

    asked = Signal(str)
    picked = Signal(object)

    def __init__(self, parent: QWidget, tokens: Tokens, *, title_size: float = 13) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._steps: list[tuple[QPushButton, str, str]] = []  # button, step, icon
        self.note = Text(self)
        self.note.hide()
        self.empty = Text(self)
        self.list = LinesView(self, tokens, title_size=title_size)
        self.list.picked.connect(self.picked)
        self.note.setContentsMargins(8, 0, 8, 0)
        self._top = FlowBox(self, 4, to_right=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 0)
        column.setSpacing(4)
        column.addWidget(self._top)
        column.addWidget(self.note)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.empty.setContentsMargins(16, 24, 16, 16)
        self.empty.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.empty.hide()
        self.setFocusProxy(self.list)

    def add_step(self, step: str, icon: str) -> QPushButton:
        """A quiet button above the list."""
        made = button(self, "quiet")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(self._on_step)
        self._steps.append((made, step, icon))
        self._top.flow.addWidget(made)
        return made

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens
        self.list.dress(tokens)
        self.empty.dress(tokens, "dim", 13)
        self.note.dress(tokens, "dim", 12)
        for made, _, icon in self._steps:
            made.setIcon(icons.icon(icon, tokens.dim))

    def show_sight(self, sight: Sight) -> None:
        """The case as it is now."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Words that stand in it whatever is shown."""

    def show_lines(self, lines: Sequence[Line], nothing: str) -> None:
        """These lines, or the sentence that says what to do."""
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.empty.put("" if lines else nothing)

    def leave_case(self) -> None:
        """Another case is about to be shown: nothing of this one may stay."""
        self.list.show_lines([])
        self.list.scrollToTop()

    @Slot()
    def _on_step(self) -> None:
        sender = self.sender()
        for made, step, _ in self._steps:
            if made is sender:
                self.asked.emit(step)
