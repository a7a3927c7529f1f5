"""What a click on the chip of the shared database opens: how it stands in sentences, and what to do."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from controlroom.casework.room.sharing import Link
from controlroom.ui.case.kit import Text, button
from controlroom.ui.kit import icons
from controlroom.ui.kit.theme import Tokens, mixed
from controlroom.ui.status.link_words import Told, sentences, translate

WIDTH: Final = 430


class LinkPanel(QFrame):
    """Goes at Esc or a click beside it. `asked` carries the key of a command."""

    asked = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("link")
        self._tokens = tokens
        self._title = Text(self, wrap=False)
        self._rows = QVBoxLayout()
        self._shown: list[QWidget] = []
        self._buttons: dict[str, QPushButton] = {}
        self._can, self._is_out = (False, False), False
        self._lay_out()

    def _lay_out(self) -> None:
        t = self._tokens
        self.setStyleSheet(
            f"QFrame#link {{ background: {t.raised}; border: 1px solid {mixed(t.dim, t.line, 0.4)}; }}"
        )
        self._title.dress(t, "dim", 12, bold=True)
        self._rows.setSpacing(t.px(12))
        foot = QHBoxLayout()
        foot.addStretch(1)
        for key in ("sign_out", "sign_in"):
            made = self._buttons[key] = button(self, "primary" if key == "sign_in" else "")
            made.setObjectName(key)
            made.setAutoDefault(True)  # Enter presses it: the panel is no dialog
            made.clicked.connect(self._on_button)
            foot.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.px(16), t.px(12), t.px(16), t.px(14))
        column.setSpacing(t.px(10))
        column.addWidget(self._title)
        column.addLayout(self._rows)
        column.addLayout(foot)
        self.setFixedWidth(t.px(WIDTH))

    def show_link(self, link: Link, now: datetime) -> None:
        """These sentences from now on."""
        for row in self._shown:
            row.hide()
            row.deleteLater()
        self._shown.clear()
        self._title.put(translate("link", "Shared database"))
        for told in sentences(link, now):
            self._add(told)
        texts = {
            "sign_in": translate("link", "Connect to the shared database…"),
            "sign_out": translate("link", "Sign out…"),
        }
        if link.state == "refused":
            texts["sign_in"] = translate("link", "Sign in again…")
        for key, made in self._buttons.items():
            made.setText(texts[key])
        self._is_out = link.state in ("alone", "refused")
        self._show_buttons()

    def offer(self, *, can_sign_in: bool, can_sign_out: bool) -> None:
        """What can be done here at all."""
        self._can = (can_sign_in, can_sign_out)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self._buttons["sign_in"].setVisible(self._can[0] and self._is_out)
        self._buttons["sign_out"].setVisible(self._can[1])
        self._fit()

    def _fit(self) -> None:
        """As high as its sentences are at its width."""
        column = self.layout()
        if column is not None:
            column.activate()
            self.setFixedHeight(column.totalHeightForWidth(self.width()))

    def _add(self, told: Told) -> None:
        t = self._tokens
        row = QWidget(self)
        sign, what, todo = QLabel(row), Text(row), Text(row)
        sign.setPixmap(icons.pixmap(told.icon, t.color(told.role), t.px(20), self.devicePixelRatioF()))
        what.dress(t, "text", 13, bold=bool(told.todo))
        todo.dress(t, "dim", 12)
        what.put(told.what)
        todo.put(told.todo)
        words = QVBoxLayout()
        words.setSpacing(t.px(2))
        words.addWidget(what)
        words.addWidget(todo)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(t.px(12))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self._rows.addWidget(row)
        self._shown.append(row)
        row.show()

    def open_below(self, chip: QWidget) -> None:
        """Below what was clicked, on its screen."""
        corner = chip.mapToGlobal(QPoint(chip.width() - self.width(), chip.height() + 4))
        area = chip.screen().availableGeometry()
        corner.setX(max(area.left() + 8, min(corner.x(), area.right() - self.width() - 8)))
        self.move(corner)
        self.show()
        sign_in = self._buttons["sign_in"]
        (self if sign_in.isHidden() else sign_in).setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def _on_button(self) -> None:
        sender = self.sender()
        self.close()
        if sender is not None:
            self.asked.emit(sender.objectName())
