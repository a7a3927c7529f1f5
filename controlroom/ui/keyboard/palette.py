"""The command line of the window (Ctrl+K): any command, any case, in either language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from controlroom.casework.queries import Reader
from controlroom.casework.rows import QueueFilter, QueueRow
from controlroom.ui.context import Room
from controlroom.ui.keyboard import command_words
from controlroom.ui.keyboard.commands import Command
from controlroom.ui.keyboard.fuzzy import score
from controlroom.ui.keyboard.keys import bring_up
from controlroom.ui.kit import icons, theme
from controlroom.wording import words

MOST_SHOWN = 12
_PAYLOAD = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Offer:
    """One line that can be chosen: a command with the words for it, or a case."""

    text: str
    icon: str
    hint: str
    command: str = ""
    words: str = ""
    case_id: UUID | None = None


class Palette(QFrame):
    """Lies over the window, never over the keys: Esc leaves it and nothing was done."""

    left = Signal()

    def __init__(self, room: Room, other_words: Callable[[str, str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._room, self._around = room, parent
        self._other_words = other_words
        self._cases: Sequence[QueueRow] = ()
        self._is_searching = False
        self._before: QWidget | None = None
        self.field = QLineEdit(self)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_text)
        self._list = QListWidget(self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_WithHint(room, self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self._list)
        self.hide()

    def open(self) -> None:
        """Show it, empty, with the caret in it."""
        self.field.setPlaceholderText(self.tr("A command, a case number, or: note called mother"))
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.field.clear()
        self._cases, self._is_searching = (), False
        self._offer()
        self.show()
        self.raise_()
        bring_up(self)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        """In the upper middle of the window."""
        around, t = self._around.rect(), self._room.tokens
        width = min(t.px(620), around.width() - 40)
        top = min(t.px(70), around.height() // 12)
        rows = max(1, self._list.count())
        height = min(t.px(32) * rows + t.px(64), around.height() - top - 24)
        self.setGeometry((around.width() - width) // 2, top, width, height)

    def offers(self, text: str) -> list[Offer]:
        """What the typed words may mean, the likeliest first."""
        text = text.strip()
        with_words = self._with_words(text)
        scored = [(self._score(text, command), command) for command in self._room.book.all()]
        found = [(points, command) for points, command in scored if points > 0 or not text]
        found.sort(key=lambda pair: -pair[0])
        cases = [_case_offer(row) for row in self._cases] if text else []
        commands = [_command_offer(self._room, command) for _, command in found if command.enabled()]
        number_typed = any(sign.isdigit() for sign in text)
        rest = cases + commands if number_typed else commands + cases
        return (with_words + rest)[:MOST_SHOWN]

    def _with_words(self, text: str) -> list[Offer]:
        """ "note called mother": the command word, and the words for it."""
        first, _, rest = text.partition(" ")
        offers = []
        for command in self._room.book.all():
            names = (command.key, command.title.split(" ")[0])
            matches = any(name.casefold() == first.casefold() for name in names)
            if rest.strip() and command.run_with is not None and command.enabled() and matches:
                title = f"{command.title}: {rest.strip()}"
                offers.append(Offer(title, command.icon, "", command=command.key, words=rest.strip()))
        return offers

    def _score(self, text: str, command: Command) -> float:
        other = self._other_words("commands", command_words.english_title(command.key))
        names = (command.title, command_words.english_title(command.key), other, command.key)
        return max(score(text, name) for name in names if name)

    # --- keys and the mouse -------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.offers(self.field.text()):
                self._choose(self._list.currentItem())
        elif event.key() in moves:
            count = max(1, self._list.count())
            self._list.setCurrentRow((self._list.currentRow() + moves[Qt.Key(event.key())]) % count)
        else:
            return False
        return True

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._choose(item)

    def _choose(self, item: QListWidgetItem | None) -> None:
        offer: Offer | None = item.data(_PAYLOAD) if item is not None else None
        self._leave()
        if offer is None:
            return
        if offer.case_id is not None:
            self._room.select(offer.case_id)
            return
        command = self._room.book.get(offer.command)
        if command is not None and offer.words and command.run_with is not None:
            command.run_with(offer.words)
        else:
            self._room.book.run(offer.command)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
        focus_again(self._before)

    # --- what is offered ----------------------------------------------------------------------------------

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._offer()
        text = text.strip()
        if len(text) >= 2:
            self._is_searching = True
            self._room.tasks.ask(partial(_search, text=text), done=self._on_cases, key="palette")

    def _on_cases(self, rows: Sequence[QueueRow]) -> None:
        self._cases, self._is_searching = rows, False
        if self.isVisible():
            self._offer()

    def _offer(self) -> None:
        t = self._room.tokens
        self._list.clear()
        self._list.setIconSize(QSize(t.px(18), t.px(18)))
        for offer in self.offers(self.field.text()):
            item = QListWidgetItem(icons.icon(offer.icon or "command", t.dim), offer.text)
            item.setData(_PAYLOAD, offer)
            item.setSizeHint(QSize(10, t.px(32)))
            self._list.addItem(item)
        if not self._list.count() and not self._is_searching:
            self._list.addItem(self._nothing())
        self._list.setCurrentRow(0)
        self._list.setFont(theme.font(t, 13))
        self.place()

    def _nothing(self) -> QListWidgetItem:
        """A line that cannot be chosen."""
        text = self.tr("No command is called that, and no case on this desk matches.")
        item = QListWidgetItem(icons.icon("magnifying-glass", self._room.tokens.dim), text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(_PAYLOAD, Offer(text, "", ""))
        item.setSizeHint(QSize(10, self._room.tokens.px(32)))
        return item


class _WithHint(QStyledItemDelegate):
    """The key, or where the case stands, at the right edge, so that all of them stand under one another."""

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        offer: Offer = index.data(_PAYLOAD)
        whole, wide = QRect(option.rect), option.fontMetrics.horizontalAdvance(offer.hint)
        super().paint(painter, option, index)
        painter.setPen(QColor(self._room.tokens.dim))
        edge = self._room.tokens.px(12)
        where = whole.adjusted(whole.width() - wide - edge, 0, -edge, 0)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, offer.hint)

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        offer: Offer = index.data(_PAYLOAD)
        wide = option.fontMetrics.horizontalAdvance(offer.hint)
        room = option.rect.width() - wide - self._room.tokens.px(60)
        option.text = option.fontMetrics.elidedText(offer.text, Qt.TextElideMode.ElideRight, room)


def focus_again(before: QWidget | None) -> None:
    """Back to where somebody was typing."""
    if before is not None and isValid(before) and before.isVisible():
        bring_up(before)
        before.setFocus(Qt.FocusReason.OtherFocusReason)


def _search(reader: Reader, *, text: str) -> Sequence[QueueRow]:
    return reader.queue(QueueFilter(view="all", text=text), limit=6).rows


def _case_offer(row: QueueRow) -> Offer:
    text = f"{row.number}  {words.category(row.category)}  {row.handle}"
    return Offer(text, words.icon(words.STATES, row.state), words.state(row.state), case_id=row.id)


def _command_offer(room: Room, command: Command) -> Offer:
    return Offer(command.title, command.icon, room.book.key_text(command.key), command=command.key)
