"""The case pane on a profile of its own."""

from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QApplication

from controlroom.store import open_profile
from controlroom.ui.case.pane import CasePane
from controlroom.ui.context import Room
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.kit import theme
from controlroom.ui.tasks import TaskRunner


class CaseDesk:
    """One pane over one profile, told of every commit as in the program."""

    def __init__(self, app: QApplication, folder: Path, qtbot: Any) -> None:
        self.qtbot = qtbot
        self.profile = open_profile(folder)
        self.tasks = TaskRunner(self.profile.writer, self.profile.reader)
        self.tasks.person = "a.verma"
        self.profile.subscribe(self.tasks.publish)
        self.room = Room(self.tasks, CommandBook())
        self.room.tokens = theme.apply(app, "dark")
        self.pane = CasePane(self.room)
        qtbot.addWidget(self.pane)
        self.tasks.changed.connect(self.pane.on_changes)
        self.room.case_selected.connect(self.pane.show_case)
        self.pane.resize(420, 640)
        self.pane.show()

    def open(self, case: UUID) -> None:
        self.room.select(case)
        self.qtbot.waitUntil(lambda: self.pane.view is not None and self.pane.view.case.id == case)

    def close(self) -> None:
        self.pane.hide()
        self.tasks.close()
        self.profile.close()
