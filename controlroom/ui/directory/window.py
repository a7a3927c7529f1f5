"""The directory: search as you type in either script, call, check, edit, bring in and out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from controlroom.casework.calling import directory_file, directory_steps
from controlroom.casework.calling.directory import Directory, Entry, today_in_india
from controlroom.casework.ports import Tx
from controlroom.errors import BadInput, WorldFault
from controlroom.ui.case.kit import FlowBox, button
from controlroom.ui.context import Room
from controlroom.ui.directory import words
from controlroom.ui.directory.form import EntryForm
from controlroom.ui.directory.model import DirectoryModel
from controlroom.ui.kit import theme
from controlroom.ui.kit.district_names import DistrictNames, read_district_names
from controlroom.ui.kit.fault_words import fault_text
from controlroom.ui.kit.sizing import resize_on_screen
from controlroom.ui.kit.table import RowTable

MOST = 500


class DirectoryWindow(QDialog):
    """`called`: this entry is called about the case that is chosen."""

    called = Signal(object)

    def __init__(self, room: Room, parent: QWidget, *, text: str = "") -> None:
        super().__init__(parent)
        self.room = room
        self.setProperty("kind", "panel")
        self.setWindowTitle(self.tr("Directory"))
        self._book = Directory(())
        self._names = DistrictNames()
        self._wanted = ""  # the key of the entry to stand on
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Name, district, number, in either script"))
        self.stale = QCheckBox(self.tr("Only what is to be checked"), self)
        self.model = DirectoryModel(room.tokens, self)
        self.table = RowTable(self, room.tokens, first_px=240, least_px=110)
        self.detail, self.answer = QLabel(self), QLabel(self)
        self.buttons = {name: button(self) for name in ("call", "checked", "edit", "add", "remove")}
        self._import, self._export = button(self, "quiet"), button(self, "quiet")
        self._lay_out()
        self._connect()
        self.search.setText(text)
        self._read()
        room.tasks.work(read_district_names, done=self._on_names)

    def _lay_out(self) -> None:
        t = self.room.tokens
        self.table.setModel(self.model)
        self.table.settle()
        for label in (self.detail, self.answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setFont(theme.font(t, 13))
        titles = {
            "call": self.tr("Call and log") + "  Enter",
            "checked": self.tr("Checked today") + "  F7",
            "edit": self.tr("Edit") + "  F4",
            "add": self.tr("New") + "  Ctrl+N",
            "remove": self.tr("Take out"),
        }
        for name, made in self.buttons.items():
            made.setText(titles[name])
        self.buttons["call"].setProperty("kind", "primary")
        acts = FlowBox(self, t.px(6))
        acts.fill(self.buttons.values())
        row = QHBoxLayout()
        row.addWidget(acts, 1)
        self._import.setText(self.tr("Import…"))
        self._export.setText(self.tr("Export…"))
        row.addWidget(self._import)
        row.addWidget(self._export)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.stale)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(20), t.px(16), t.px(20), t.px(16))
        column.setSpacing(t.px(10))
        for part in (top, self.table, self.detail, self.answer, row):
            if isinstance(part, QHBoxLayout):
                column.addLayout(part)
            else:
                column.addWidget(part, int(part is self.table))
        resize_on_screen(self, t.px(1040), t.px(620))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._find)
        self.stale.toggled.connect(self._find)
        self.table.doubleClicked.connect(self._call)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.room.state.directory_changed.connect(self._read)
        for name, run in (
            ("call", self._call),
            ("checked", self._checked),
            ("edit", self._edit),
            ("add", self._add),
            ("remove", self._remove),
        ):
            self.buttons[name].clicked.connect(run)
        self._import.clicked.connect(self._choose_import)
        self._export.clicked.connect(self._choose_export)

    # --- what is shown ------------------------------------------------------------------------------------

    @Slot()
    def _read(self) -> None:
        self.room.state.with_directory(self._on_book)

    def _on_book(self, book: Directory) -> None:
        self._book = book
        self._find()

    def _on_names(self, names: DistrictNames) -> None:
        self._names = names
        self._find()

    @Slot()
    def _find(self) -> None:
        today = today_in_india(self.room.now())
        wanted = self._wanted or (entry.key if (entry := self.chosen) else "")
        found = self._book.find(self._typed(), MOST)
        if self.stale.isChecked():
            found = tuple(one for one in found if one.is_stale(today))
        self.model.show(found, language=self.room.language, names=self._names, today=today)
        at = next((at for at, one in enumerate(found) if one.key == wanted), 0)
        self._wanted = ""
        if found:
            self.table.stand_on(at)
        self._on_row()

    def _typed(self) -> str:
        """A district is known by its English name there."""
        text = self.search.text().strip()
        return self._names.english(text) or text

    @property
    def chosen(self) -> Entry | None:
        """The entry that the keys are about."""
        at = self.table.currentIndex().row()
        return self.model.entries[at] if 0 <= at < len(self.model.entries) else None

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, *_: QModelIndex) -> None:
        entry = self.chosen
        nothing = self.tr("Nothing of that name. Ctrl+N makes a new entry.")
        self.detail.setText(words.details(entry) if entry else nothing)
        for name in ("checked", "edit", "remove"):
            self.buttons[name].setEnabled(entry is not None)
        self.buttons["call"].setEnabled(entry is not None and self.room.selected is not None)

    def say(self, text: str, role: str = "dim") -> None:
        """What came of it."""
        self.answer.setText(text)
        self.answer.setStyleSheet(f"color: {self.room.tokens.color(role)}")

    def _on_failed(self, fault: Exception) -> None:
        self.say(fault_text(fault), "act")

    # --- what is done -------------------------------------------------------------------------------------

    @Slot()
    def _call(self) -> None:
        entry = self.chosen
        if entry is None:
            return
        if self.room.selected is None:
            self.say(self.tr("Choose a case first: the call is logged on it."), "soon")
            return
        self.called.emit(entry)
        self.accept()

    @Slot()
    def _checked(self) -> None:
        entry = self.chosen
        if entry is not None:
            self._act(partial(directory_steps.mark_checked, key=entry.key), self.tr("Checked today: %1"))

    @Slot()
    def _remove(self) -> None:
        entry = self.chosen
        if entry is not None:
            self._act(partial(directory_steps.remove_entry, key=entry.key), self.tr("Taken out: %1"))

    def _act(self, use_case: "partial[Entry]", sentence: str) -> None:
        self.room.tasks.act(use_case, done=partial(self._on_done, sentence), failed=self._on_failed)

    def _on_done(self, sentence: str, entry: Entry) -> None:
        self._wanted = entry.key
        self.say(sentence.replace("%1", entry.name(self.room.language)), "safe")

    @Slot()
    def _edit(self) -> None:
        if self.chosen is not None:
            self._open(self.chosen)

    @Slot()
    def _add(self) -> None:
        self._open(None)

    def _open(self, entry: Entry | None) -> None:
        form = EntryForm(self.room, entry, self._names, self)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.kept.connect(self._on_kept)
        form.open()

    @Slot(object)
    def _on_kept(self, entry: Entry) -> None:
        self._wanted = entry.key
        self.say(self.tr("Saved: %1").replace("%1", entry.name(self.room.language)), "safe")

    # --- files --------------------------------------------------------------------------------------------

    @Slot()
    def _choose_import(self) -> None:
        self._choose(QFileDialog.FileMode.ExistingFile, self.import_file)

    @Slot()
    def _choose_export(self) -> None:
        self._choose(QFileDialog.FileMode.AnyFile, self.export_file)

    def _choose(self, mode: QFileDialog.FileMode, use: object) -> None:
        dialog = QFileDialog(self, self.tr("Directory as a table (CSV)"))
        dialog.setFileMode(mode)
        dialog.setNameFilter("CSV (*.csv)")
        dialog.setDefaultSuffix("csv")
        if mode == QFileDialog.FileMode.AnyFile:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(use)
        dialog.open()

    @Slot(str)
    def import_file(self, file: str) -> None:
        """All of a table, or nothing and which lines are wrong."""
        job = partial(_entries_in, Path(file), self._book, self._names)
        self.room.tasks.work(job, done=self._on_read_file, failed=self._on_failed)

    def _on_read_file(self, entries: list[Entry]) -> None:
        self.room.tasks.act(
            partial(_save_all, entries=entries),
            done=partial(self._on_imported, len(entries)),
            failed=self._on_failed,
        )

    def _on_imported(self, count: int, changed: int) -> None:
        text = self.tr("%1 entries read, %2 of them new or changed.")
        self.say(text.replace("%1", str(count)).replace("%2", str(changed)), "safe")

    @Slot(str)
    def export_file(self, file: str) -> None:
        """Everything, as a table."""
        job = partial(_write, Path(file), self._book)
        self.room.tasks.work(job, done=self._on_exported, failed=self._on_failed)

    def _on_exported(self, count: int) -> None:
        self.say(self.tr("%1 entries written.").replace("%1", str(count)), "safe")

    # --- keys ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._call()
        elif key == Qt.Key.Key_F7:
            self._checked()
        elif key == Qt.Key.Key_F4:
            self._edit()
        elif is_ctrl and key == Qt.Key.Key_N:
            self._add()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.search.hasFocus():
            self._move(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        at = self.table.currentIndex().row() + by
        if 0 <= at < self.model.rowCount():
            self.table.selectRow(at)
            self.table.setCurrentIndex(self.model.index(at, 0))


def _entries_in(path: Path, book: Directory, names: DistrictNames) -> list[Entry]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("{file} is not in UTF-8; save it as CSV UTF-8.", file=path.name) from None
    except OSError as fault:
        raise WorldFault("{file} cannot be read: {why}.", file=path.name, why=fault.strerror) from fault
    return directory_file.entries_of(text, book, names.english)


def _save_all(tx: Tx, *, entries: list[Entry]) -> int:
    return directory_steps.save_all(tx, entries)


def _write(path: Path, book: Directory) -> int:
    try:
        path.write_text(directory_file.table_of(book.entries), encoding="utf-8-sig", newline="")
    except OSError as fault:
        raise WorldFault("{file} cannot be written: {why}.", file=path.name, why=fault.strerror) from fault
    return len(book.entries)
