"""What an administrator sets up from the window: the mailbox, and files of boundaries and stations."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from controlroom.ui.context import Room
from controlroom.ui.outside import Outside


class Setup(QObject):
    """Opens the forms, and hands on what came of them."""

    mailbox_kept = Signal(object)
    places_read = Signal()

    def __init__(self, room: Room, outside: Outside, mailbox: dict[str, Any] | None, window: QWidget) -> None:
        super().__init__(window)
        self._room, self._outside, self._mailbox, self._window = room, outside, mailbox, window

    def open_mailbox(self) -> None:
        """The form for the mailbox."""
        from controlroom.ui.room.mailbox_form import MailboxForm

        form = MailboxForm(self._room, self._outside, self._mailbox, self._window)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.kept.connect(self._on_mailbox)
        form.open()

    @Slot(object)
    def _on_mailbox(self, mailbox: dict[str, Any]) -> None:
        self._mailbox = mailbox
        self.mailbox_kept.emit(mailbox)
        self._room.tasks.work(partial(self._outside.use_mailbox, mailbox))

    def import_places(self) -> None:
        """Choose a file of boundaries or stations."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, self.tr("Import boundaries or stations"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        kinds = self.tr("Boundaries and stations")
        dialog.setNameFilter(f"{kinds} (*.geojson *.json *.topojson *.zip *.csv)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_places_chosen)
        dialog.open()

    @Slot(str)
    def _on_places_chosen(self, file: str) -> None:
        self._room.say(self.tr("Reading the file…"))
        self._room.tasks.work(partial(self._outside.import_places, Path(file)), done=self._on_imported)

    def _on_imported(self, sentence: str) -> None:
        self._room.say(sentence, "done")
        self.places_read.emit()
