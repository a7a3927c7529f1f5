"""The ways out of this room, on one sheet over the window. They are added on the command line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from controlroom.ui.forms.words import receiver
from controlroom.ui.keyboard.keys_sheet import KeysSheet
from controlroom.ui.kit import theme
from controlroom.ui.kit.district_names import DistrictNames, read_district_names
from controlroom.wording import words

EXAMPLE = "controlroom connector add NAME --kind smtp --to ADDRESS --server smtps://USER@HOST"


class ConnectorsSheet(KeysSheet):
    """Name, kind, address and receiver of each; any key puts it away. No secret is on it."""

    _names = DistrictNames()

    def open(self) -> None:
        """As they are now: the sheet is drawn again when they have been read."""
        super().open()
        self._room.tasks.work(read_district_names, done=self._on_names)
        self._room.read_connectors(done=self._on_read)

    def _on_names(self, names: DistrictNames) -> None:
        self._names = names
        self._on_read()

    def _on_read(self) -> None:
        if self.isVisible():
            super().open()

    def _sheet(self) -> QWidget:
        t = self._room.tokens
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(t.px(18))
        grid.setVerticalSpacing(t.px(6))
        title = QLabel(self.tr("Ways out of this room"), inner)
        title.setFont(theme.font(t, 15, bold=True))
        grid.addWidget(title, 0, 0, 1, 4)
        for at, one in enumerate(self._room.connectors, start=1):
            whom = receiver(one.receiver) if one.receiver else ""
            district = self._names.name(one.district, self._room.language)
            cells = (one.name, words.via(one.kind), one.to, " ".join(filter(None, (whom, district))))
            for column, text in enumerate(cells):
                cell = QLabel(text, inner)
                cell.setTextFormat(Qt.TextFormat.PlainText)
                cell.setFont(theme.font(t, 13, bold=column == 0))
                grid.addWidget(cell, at, column)
        below = len(self._room.connectors) + 1
        if not self._room.connectors:
            none = QLabel(self.tr("None yet: a hand-over is told by word of mouth."), inner)
            grid.addWidget(none, 1, 0, 1, 4)
            below = 2
        how = QLabel(self.tr("An administrator adds one by a command on this machine:"), inner)
        how.setProperty("kind", "dim")
        command = QLabel(EXAMPLE, inner)
        command.setWordWrap(True)
        grid.addWidget(how, below, 0, 1, 4)
        grid.addWidget(command, below + 1, 0, 1, 4)
        return inner
