"""The case on the pane: its head over the tabs or a form. All of it scrolls where the pane is low."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from controlroom.ui.case.header import Header
from controlroom.ui.case.kit import Narrow
from controlroom.ui.case.mail_tab import MailTab
from controlroom.ui.case.stage import Stage
from controlroom.ui.case.tab import LinesTab
from controlroom.ui.case.tabs import Tabs
from controlroom.ui.context import Room

LEAST_PX: Final = 280  # for a tab


class CaseBody(QScrollArea):
    """Scrolls by the wheel alone: its keys turn the tabs. At 200 % the head may be higher than the screen."""

    tabs: Tabs
    stage: Stage

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        sheet = self._sheet = _Sheet(self)
        self.header = sheet.head = Header(sheet, room.tokens)
        self._pages = sheet.body = _Pages(sheet)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._pages, 1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(sheet)
        sheet.setAutoFillBackground(False)

    def fill(self, tabs: dict[str, LinesTab | MailTab]) -> None:
        """What stands under the head; made after it, so that the Tab key comes to it after the head."""
        self.tabs, self.stage = Tabs(self._sheet, tabs), Stage(self._room, self._sheet)
        self._pages.addWidget(self.tabs)
        self._pages.addWidget(self.stage)

    def show_page(self, *, height: int) -> None:
        """The open form, or the tabs, in a pane of this height."""
        is_busy = self.stage.form is not None
        least = self._room.tokens.px(LEAST_PX)  # below this all of it scrolls
        self._pages.setMinimumHeight(min(least, height) if is_busy else least)
        self._pages.setCurrentWidget(self.stage if is_busy else self.tabs)

    def show_page_whole_soon(self) -> None:
        """After everything has found its place."""
        QTimer.singleShot(0, self, self.show_page_whole)

    @Slot()
    def show_page_whole(self) -> None:
        """Large text on a small screen: the head gives way to what is typed in."""
        is_open = self.stage.form is not None
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if is_open else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)  # the form has one of its own
        self.verticalScrollBar().setValue(self._pages.y() if is_open else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class _Sheet(Narrow):
    """As high as it must be: what scrolls inside of it wants more, and would make two bars of one."""

    head: QWidget
    body: QWidget

    def heightForWidth(self, width: int) -> int:
        head = 0 if self.head.isHidden() else self.head.heightForWidth(width)
        return head + self.body.minimumHeight()


class _Pages(QStackedWidget):
    """They scroll: what they would like to have is not taken from the head."""

    def hasHeightForWidth(self) -> bool:
        return False
