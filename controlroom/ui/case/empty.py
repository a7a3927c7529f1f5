"""What stands in the case pane while no case is selected: the three keys that matter."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from controlroom.ui.case.kit import Text
from controlroom.ui.keyboard import command_words
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.kit.theme import Tokens

translate = QCoreApplication.translate
_COMMANDS = ("claim", "next", "alert")


class CaseEmpty(QWidget):
    """A title and three rows of key and meaning."""

    def __init__(self, parent: QWidget, book: CommandBook) -> None:
        super().__init__(parent)
        self._book = book
        self._title = Text(self)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._rows = [(Text(self, wrap=False), Text(self, wrap=False)) for _ in _COMMANDS]
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for at, (key, meaning) in enumerate(self._rows):
            grid.addWidget(key, at, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(meaning, at, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addLayout(grid)
        column.addStretch(3)

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self._title.dress(tokens, "text", 15)
        for key, meaning in self._rows:
            key.dress(tokens, "text", 13, bold=True)
            meaning.dress(tokens, "dim", 13)

    def retranslate(self) -> None:
        """In the language of the moment, with the keys as they are set."""
        self._title.put(translate("case", "No case is selected"))
        claim = translate("case", "Claim the most urgent one that waits")
        meanings: Sequence[str] = (claim, command_words.title("next"), command_words.title("alert"))
        for (key, meaning), command, text in zip(self._rows, _COMMANDS, meanings, strict=True):
            key.put(self._book.key_text(command) or "-")
            meaning.put(text)
