"""The top strip: the situation in five numbers that are also filters, then how the room is."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from controlroom.casework.ports import Health
from controlroom.casework.room.fetching import ROOM_MAIL
from controlroom.casework.room.sharing import Link
from controlroom.speech import sentence
from controlroom.ui.case.ist import IST, age_text
from controlroom.ui.kit import theme
from controlroom.ui.kit.flow import FlowLayout
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.queue.prepared import initials
from controlroom.ui.status import link_words
from controlroom.ui.status.chip import Chip
from controlroom.ui.status.situation import Situation
from controlroom.wording import words

SENDING = "Sending"  # the name of the loop that sends hand-overs
TEST_MAIL = "Test mail"  # and of the one that sends test mails
ROOM_TEST_MAIL = "Test mail of the room"  # not of a loop: what another desk has found
_TESTS = (TEST_MAIL, ROOM_TEST_MAIL)
ILL = ("late", "down")
LONG_NAME = 16  # signs of a name that stand in the strip
_ROLES = {"unclaimed": "act", "locating": "soon", "handed": "moving", "person": "safe", "follow": "follow"}


class Tile(QAbstractButton):
    """A number, what it counts, and what is wrong with it. Grey while nobody has to act."""

    def __init__(self, tokens: Tokens, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._number: int | None = 0  # None: not known
        self._below = self._loud = ""
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

    def show_number(self, number: int | None, below: str, loud: str) -> None:
        """`below` is the second line; `loud` the colour role where somebody must act, else ""."""
        if (number, below, loud) != (self._number, self._below, self._loud):
            is_wider = len(below) != len(self._below) or len(str(number)) != len(str(self._number))
            self._number, self._below, self._loud = number, below, loud
            self.setAccessibleDescription(below if number is None else f"{number} {below}")
            if is_wider:
                self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        t, small = self._tokens, QFontMetrics(self._small)
        number = QFontMetrics(self._big).horizontalAdvance(f"{max(self._number or 0, 88):,}")
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
        number = "–" if self._number is None else f"{self._number:,}"
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


class StatusStrip(QWidget):
    """`group_chosen` with a key of situation.GROUPS; `asked` with the key of a command."""

    group_chosen = Signal(str)
    asked = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._now_is, self._is_blind = Situation(), False
        self._health: dict[str, Health] = {}
        self._link = Link("alone")
        self._now: datetime | None = None
        self._person = ""
        self._tiles = {group: Tile(tokens, role, self) for group, role in _ROLES.items()}
        self._mail = Chip(tokens, "envelope-simple", self)
        self._store = Chip(tokens, "hard-drives", self)
        self._speaker = Chip(tokens, "speaker-high", self)
        self._who = Chip(tokens, "user", self)
        self._clock = Chip(tokens, "clock", self)
        self._sending = Chip(tokens, "paper-plane-tilt", self)
        self._sending.hide()
        self._chips = (self._sending, self._mail, self._store, self._speaker, self._who, self._clock)
        left, right = FlowLayout(spacing=6), FlowLayout(spacing=4, to_right=True)
        for group, tile in self._tiles.items():
            tile.setObjectName(group)
            tile.clicked.connect(self._on_tile)
            left.addWidget(tile)
        for chip in self._chips:
            right.addWidget(chip)
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 8, 6)
        line.setSpacing(12)
        line.addLayout(left)
        line.addLayout(right)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        keys = ("connectors", "settings", "link", "mute", "person")
        for chip, key in zip(self._chips[:5], keys, strict=True):
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
        self._now_is, self._is_blind = now_is, False
        self._refresh()

    @Slot()
    def go_blind(self) -> None:
        """The numbers cannot be read: none is shown, above all no 0."""
        self._is_blind = True
        self._refresh()

    def show_health(self, health: Health) -> None:
        """How a loop is."""
        if health.name == SENDING:
            self._show_sending(health)
        else:
            self._health[health.name] = health
        self._refresh()

    @property
    def link_chip(self) -> QWidget:
        """Where the panel about the shared database opens."""
        return self._store

    @property
    def mail_fault(self) -> str:
        """Why no mail is fetched or none arrives, as the loop says it; "" while mail comes."""
        ill = max(self._health.values(), key=_illness, default=None)
        return (ill.last_error or ill.text) if ill is not None and ill.state in ILL else ""

    def show_link(self, link: Link) -> None:
        """How the desk stands to the shared database."""
        self._link = link
        self._refresh()

    def show_sound(self, text: str, role: str, icon: str, tip: str = "") -> None:
        """How the sound is."""
        self._speaker.show_health(text, role, tip, icon, short="")
        self._fit()

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
        clock = local.strftime("%H:%M:%S")
        self._clock.show_health(f"{clock} IST", "text", local.strftime("%d.%m.%Y"), short=clock)
        who = self._person or self.tr("nobody")
        short = who if len(who) < LONG_NAME else f"{who[: LONG_NAME - 1]}…"
        self._who.show_health(short, "text" if self._person else "soon", who, short=initials(who))
        self._show_link(now)
        self._show_mail(now)
        self._fit()

    def _show_link(self, now: datetime) -> None:
        link = self._link
        role, icon = link_words.look(link)
        tip = "\n".join(told.what for told in link_words.sentences(link, now))
        word, short = link_words.word(link, now), link_words.short_word(link, now)
        self._store.show_health(word, role, tip, icon, marks=link_words.marks(link), short=short)

    def _fit(self) -> None:
        """One line wherever it can be one: the chips grow short one by one, what is least needed first."""
        left = sum(tile.sizeHint().width() + 6 for tile in self._tiles.values())
        room = self.width() - left - 28
        seen = [chip for chip in self._chips if not chip.isHidden()]
        widths = {chip: chip.width_for(is_short=False) + 4 for chip in seen}
        for chip in (self._speaker, self._who, self._clock, self._store, self._mail):
            is_short = sum(widths.values()) > room
            if is_short:
                widths[chip] = chip.width_for(is_short=True) + 4
            chip.make_short(is_short)
        self._line.setStretch(0, left)
        self._line.setStretch(1, sum(widths.values()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_tile(self, tile: Tile, group: str, now: datetime) -> None:
        if self._is_blind or not self._link.reads_cases:
            below = self.tr("not known") if self._is_blind else ""
            tile.show_number(None, below, "soon" if self._is_blind else "")
            return
        number, late = self._now_is.count(group), self._now_is.late(now, group)
        below = ""
        if group == "unclaimed" and number and self._now_is.tallies.oldest_unclaimed is not None:
            oldest = age_text(now - self._now_is.tallies.oldest_unclaimed)
            below = self.tr("oldest %1").replace("%1", oldest)
        elif group == "follow" and self._follow_text():
            below = self._follow_text()
        elif late:
            below = self.tr("%n late", "", len(late))
        is_alarm = any(row.alarm_at is not None and row.alarm_at <= now for row in late)
        is_waiting = group == "unclaimed" and number > 0
        tile.show_number(number, below, "act" if is_alarm or is_waiting else "soon" if late else "")

    def _follow_text(self) -> str:
        """How many contacts are due, and whose data a supervisor has to look at."""
        counts = (
            (self._now_is.contacts_due, self.tr("%1 due")),
            (self._now_is.reviews_due, self.tr("%1 to review")),
        )
        return " · ".join(text.replace("%1", str(count)) for count, text in counts if count)

    def _show_mail(self, now: datetime) -> None:
        known = [one for one in self._health.values() if _counts(one)]
        health = max(known, key=_illness, default=None)
        if health is None:
            text = self.tr("No mailbox")
            tip = self.tr("No mailbox is set up: press to set one up.")
            self._mail.show_health(text, "soon", tip, short="")
            return
        text = self.tr("Mail")
        age = age_text(now - health.last_success) if health.last_success is not None else ""
        text = f"{text} {age}".rstrip()
        if health.name in _TESTS:
            is_down = health.state == "down"
            text = self.tr("Mails not arriving") if is_down else self.tr("Test mail not sent")
        elif health.state not in ("ok", "starting"):
            text = f"{text} · {words.word(words.HEALTH, health.state)}"
        role = "text" if health.state == "ok" else words.role(words.HEALTH, health.state)
        tip = health.text if health.state == "ok" else health.last_error or health.text
        self._mail.show_health(text, role, sentence(tip), short=age)

    def _show_sending(self, health: Health) -> None:
        """Only where something waits to go out, or does not go."""
        is_ill = health.state in ILL
        count = str(health.backlog or "")
        text = (self.tr("Not sent %1") if is_ill else self.tr("Sending %1")).replace("%1", count).rstrip()
        role = words.role(words.HEALTH, health.state) if is_ill else "text"
        tip = sentence(health.last_error or health.text)
        self._sending.show_health(text, role, tip, short=count)
        self._sending.setVisible(is_ill or bool(health.backlog))

    @Slot()
    def _on_tile(self) -> None:
        self.group_chosen.emit(self._sender_name())

    @Slot()
    def _on_chip(self) -> None:
        self.asked.emit(self._sender_name())

    def _sender_name(self) -> str:
        sender = self.sender()
        return sender.objectName() if sender is not None else ""


def _counts(health: Health) -> bool:
    """Whether it says something of the mail now."""
    if health.name == ROOM_MAIL:
        return health.state != "off"
    return health.name not in _TESTS or health.state in ILL


def _illness(health: Health) -> int:
    """How ill: of several mailboxes the worst is shown."""
    order = ("off", "ok", "starting", "late", "down")
    return order.index(health.state) if health.state in order else 0
