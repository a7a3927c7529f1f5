"""The top strip: the situation in five numbers that are also filters, then how the room is."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from controlroom.casework.ports import Health
from controlroom.ui import icons, theme, words
from controlroom.ui.case.ist import IST, age_text
from controlroom.ui.flow import FlowLayout
from controlroom.ui.status.situation import Situation
from controlroom.ui.theme import Tokens

_ROLES = {"unclaimed": "act", "locating": "soon", "handed": "moving", "person": "safe", "follow": "follow"}


class Tile(QAbstractButton):
    """A number, what it counts, and what is wrong with it. Grey while nobody has to act."""

    def __init__(self, tokens: Tokens, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._number, self._below, self._loud = 0, "", ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.use(tokens)

    def use(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens
        self._big = theme.font(tokens, 22, bold=True, tabular=True)
        self._small = theme.font(tokens, 11, bold=True)
        self.updateGeometry()
        self.update()

    def show_number(self, number: int, below: str, loud: str) -> None:
        """`below` is the second line; `loud` the colour role where somebody must act, else ""."""
        if (number, below, loud) != (self._number, self._below, self._loud):
            is_wider = len(below) != len(self._below) or len(str(number)) != len(str(self._number))
            self._number, self._below, self._loud = number, below, loud
            self.setAccessibleDescription(f"{number} {below}")
            if is_wider:
                self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        t, small = self._tokens, QFontMetrics(self._small)
        number = QFontMetrics(self._big).horizontalAdvance(f"{max(self._number, 88):,}")
        label = max(small.horizontalAdvance(self.text()), small.horizontalAdvance(self._below))
        lines = max(QFontMetrics(self._big).height(), 2 * small.height())
        return QSize(number + label + t.px(34), lines + t.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(0, 0, -1, -1)
        accent = t.color(self._loud or self._role)
        ground = theme.mixed(accent, t.ground, 0.14) if self._loud else t.panel
        edge = t.focus if self.hasFocus() or self.isChecked() else accent if self._loud else t.line
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(t.raised if self.underMouse() and not self._loud else ground))
        painter.drawRoundedRect(box, t.px(6), t.px(6))
        painter.setFont(self._big)
        painter.setPen(QColor(accent if self._loud else t.text if self._number else t.dim))
        number = f"{self._number:,}"
        width = QFontMetrics(self._big).horizontalAdvance(number)
        painter.drawText(box.adjusted(t.px(10), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, number)
        left = box.adjusted(t.px(18) + width, t.px(4), -t.px(4), -t.px(4))
        painter.setFont(self._small)
        painter.setPen(QColor(t.text if self._loud else t.dim))
        where = Qt.AlignmentFlag.AlignVCenter if not self._below else Qt.AlignmentFlag.AlignTop
        painter.drawText(left, where, self.text())
        painter.setPen(QColor(accent if self._loud else t.dim))
        painter.drawText(left, Qt.AlignmentFlag.AlignBottom, self._below)
        painter.end()


class Chip(QAbstractButton):
    """One part of the room's health: an icon and a word, coloured only when it is ill."""

    def __init__(self, tokens: Tokens, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._role = icon, "dim"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.use(tokens)

    def use(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens
        self._font = theme.font(tokens, 12, tabular=True)
        self.updateGeometry()
        self.update()

    def show_health(self, text: str, role: str, tip: str = "", icon: str = "") -> None:
        """What it says, in which colour, and more on hover."""
        icon = icon or self._icon
        if (text, role, tip, icon) != (self.text(), self._role, self.toolTip(), self._icon):
            self._role, self._icon = role, icon
            self.setText(text)
            self.setToolTip(tip)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        t, metrics = self._tokens, QFontMetrics(self._font)
        return QSize(metrics.horizontalAdvance(self.text()) + t.px(36), metrics.height() + t.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(0, 0, -1, -1)
        tone = t.color(self._role)
        is_ill = self._role in ("act", "soon")
        if is_ill or self.hasFocus() or self.underMouse():
            painter.setPen(QColor(t.focus if self.hasFocus() else tone if is_ill else t.line))
            painter.setBrush(QColor(theme.mixed(tone, t.ground, 0.14) if is_ill else t.raised))
            painter.drawRoundedRect(box, t.px(6), t.px(6))
        size = t.px(16)
        picture = icons.pixmap(self._icon, tone, size, self.devicePixelRatioF())
        painter.drawPixmap(t.px(8), (self.height() - size) // 2, picture)
        painter.setFont(self._font)
        painter.setPen(QColor(tone if is_ill else t.dim if self._role == "dim" else t.text))
        painter.drawText(box.adjusted(t.px(29), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class StatusStrip(QWidget):
    """`group_chosen` with a key of situation.GROUPS; `asked` with the key of a command."""

    group_chosen = Signal(str)
    asked = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._now_is = Situation()
        self._health: dict[str, Health] = {}
        self._now: datetime | None = None
        self._sound = ("", "dim", "")
        self._person = ""
        self._tiles = {group: Tile(tokens, role, self) for group, role in _ROLES.items()}
        self._mail = Chip(tokens, "envelope-simple", self)
        self._store = Chip(tokens, "hard-drives", self)
        self._speaker = Chip(tokens, "speaker-high", self)
        self._who = Chip(tokens, "user", self)
        self._clock = Chip(tokens, "clock", self)
        self._chips = (self._mail, self._store, self._speaker, self._who, self._clock)
        left, right = FlowLayout(spacing=6), FlowLayout(spacing=4, to_right=True)
        for group, tile in self._tiles.items():
            tile.setObjectName(group)
            tile.clicked.connect(self._on_tile)
            left.addWidget(tile)
        for chip in self._chips:
            right.addWidget(chip)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 8, 6)
        line.setSpacing(12)
        line.addLayout(left, 11)
        line.addLayout(right, 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for chip, key in ((self._mail, "settings"), (self._speaker, "mute"), (self._who, "settings")):
            chip.setObjectName(key)
            chip.clicked.connect(self._on_chip)
        self.retranslate()

    def use(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens
        for tile in self._tiles.values():
            tile.use(tokens)
        for chip in self._chips:
            chip.use(tokens)

    def retranslate(self) -> None:
        """Another language."""
        names = {
            "unclaimed": self.tr("UNCLAIMED"),
            "locating": self.tr("LOCATING"),
            "handed": self.tr("HANDED OVER"),
            "person": self.tr("WITH PERSON"),
            "follow": self.tr("FOLLOW-UP"),
        }
        for group, tile in self._tiles.items():
            tile.setText(names[group])
            tile.setAccessibleName(names[group])
            tile.updateGeometry()
        self._refresh()

    def show_situation(self, now_is: Situation) -> None:
        """New numbers."""
        self._now_is = now_is
        self._refresh()

    def show_health(self, health: Health) -> None:
        """How a loop is."""
        self._health[health.name] = health
        self._refresh()

    def show_sound(self, text: str, role: str, icon: str) -> None:
        """How the sound is."""
        self._speaker.show_health(text, role, "", icon)

    def show_person(self, person: str) -> None:
        """Who acts at this desk."""
        self._person = person
        self._refresh()

    def check_group(self, group: str) -> None:
        """Which number is the filter of the queue; "" for none."""
        for name, tile in self._tiles.items():
            tile.setChecked(name == group)

    @Slot(object)
    def on_tick(self, now: datetime) -> None:
        """A second has passed."""
        self._now = now
        self._refresh()

    def _refresh(self) -> None:
        now = self._now
        if now is None:
            return
        for group, tile in self._tiles.items():
            self._show_tile(tile, group, now)
        local = now.astimezone(IST)
        self._clock.show_health(local.strftime("%H:%M:%S IST"), "text", local.strftime("%d.%m.%Y"))
        self._who.show_health(self._person or self.tr("nobody"), "text" if self._person else "soon")
        self._store.show_health(
            self.tr("This desk alone"),
            "dim",
            self.tr("There is no shared database: everything is kept on this desk and nothing is lost."),
        )
        self._show_mail(now)

    def _show_tile(self, tile: Tile, group: str, now: datetime) -> None:
        number, late = self._now_is.count(group), self._now_is.late(now, group)
        below = ""
        if group == "unclaimed" and number and self._now_is.tallies.oldest_unclaimed is not None:
            oldest = age_text(now - self._now_is.tallies.oldest_unclaimed)
            below = self.tr("oldest %1").replace("%1", oldest)
        elif late:
            below = self.tr("%n late", "", len(late))
        is_alarm = any(row.alarm_at is not None and row.alarm_at <= now for row in late)
        is_waiting = group == "unclaimed" and number > 0
        tile.show_number(number, below, "act" if is_alarm or is_waiting else "soon" if late else "")

    def _show_mail(self, now: datetime) -> None:
        health = max(self._health.values(), key=_illness, default=None)
        if health is None:
            text = self.tr("No mailbox")
            self._mail.show_health(text, "soon", self.tr("No mailbox is set up: press to set one up."))
            return
        text = self.tr("Mail")
        if health.last_success is not None:
            text = f"{text} {age_text(now - health.last_success)}"
        if health.state not in ("ok", "starting"):
            text = f"{text} · {words.word(words.HEALTH, health.state)}"
        role = "text" if health.state == "ok" else words.role(words.HEALTH, health.state)
        self._mail.show_health(text, role, health.last_error or health.text)

    @Slot()
    def _on_tile(self) -> None:
        self.group_chosen.emit(self._sender_name())

    @Slot()
    def _on_chip(self) -> None:
        self.asked.emit(self._sender_name())

    def _sender_name(self) -> str:
        sender = self.sender()
        return sender.objectName() if sender is not None else ""


def _illness(health: Health) -> int:
    """How ill: of several mailboxes the worst is shown."""
    order = ("off", "ok", "starting", "late", "down")
    return order.index(health.state) if health.state in order else 0
