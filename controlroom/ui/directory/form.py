"""The form for one entry of the directory."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from controlroom.casework.calling import directory_file, directory_steps
from controlroom.casework.calling.directory import KINDS, Entry
from controlroom.casework.ports import Tx
from controlroom.errors import BadInput
from controlroom.ui.context import Room
from controlroom.ui.directory import words
from controlroom.ui.kit.card import Card
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.wording import room_words

_LINES = tuple(name for name in words.FIELDS if name != "kind")


class EntryForm(Card):
    """`kept` carries the entry as it was saved."""

    kept = Signal(object)

    def __init__(self, room: Room, entry: Entry | None, names: DistrictNames, parent: QWidget) -> None:
        super().__init__(room, parent, icon="address-book", width=560)
        self._before = entry or Entry(directory_steps.new_key(), "thana", "")
        self._names = names
        self.name_it(self.tr("Entry of the directory") if entry else self.tr("New entry of the directory"))
        self.go.setText(self.tr("Save"))
        self.back.setText(self.tr("Back"))
        self.kind = QComboBox(self)
        self.kind.addItems([room_words.directory_kind(one) for one in KINDS])
        self.kind.setCurrentIndex(KINDS.index(self._before.kind))
        self.lines = {name: QLineEdit(self) for name in _LINES}
        rows = QFormLayout()
        rows.setSpacing(room.tokens.px(8))
        rows.addRow(words.label("kind"), self.kind)
        for name, line in self.lines.items():
            line.setText(self._text(name))
            rows.addRow(words.label(name), line)
        self.lines["checked_on"].setPlaceholderText("24.11.2026")
        self.body.addLayout(rows)
        self.lines["name_hi" if room.language == "hi" else "name_en"].setFocus()

    def _text(self, name: str) -> str:
        value: Any = getattr(self._before, name)
        if name == "checked_on":
            return f"{value:%d.%m.%Y}" if value else ""
        if name == "district":
            return self._names.name(value, self.room.language) if value else ""
        return ", ".join(value) if isinstance(value, tuple) else str(value)

    def typed(self) -> Entry:
        """The entry as it is typed. Raises BadInput."""
        texts: dict[str, Any] = {name: line.text().strip() for name, line in self.lines.items()}
        parts = {name: _parts(texts.pop(name)) for name in ("phones", "languages")}
        checked_on = directory_steps.day_of(texts.pop("checked_on"))
        district = directory_file.district_of(texts.pop("district"), texts["state"], self._names.english)
        return directory_steps.tidy(
            replace(
                self._before,
                kind=KINDS[self.kind.currentIndex()],
                district=district,
                phones=parts["phones"],
                languages=parts["languages"],
                checked_on=checked_on,
                **texts,
            )
        )

    @Slot()
    def submit(self) -> None:
        """Save it, or say what is wrong; what is typed stays."""
        try:
            entry = self.typed()
        except BadInput as wrong:
            self.show_fault(wrong)
            return
        self.be_busy(is_busy=True)
        self.room.tasks.act(partial(_save, entry=entry), done=self._on_kept, failed=self.show_fault)

    def _on_kept(self, entry: Entry) -> None:
        self.kept.emit(entry)
        self.accept()


def _save(tx: Tx, *, entry: Entry) -> Entry:
    return directory_steps.save_entry(tx, entry)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace(";", ",").split(",") if part.strip())
