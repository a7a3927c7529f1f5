"""Where the panes stand: three docks that tear off to other screens and come back where they were."""

from base64 import b64decode, b64encode
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from controlroom.ui.kit.dock_title import DockTitle
from controlroom.ui.kit.theme import Tokens

VERSION: Final = 1
DOCKS: Final = ("queue", "map", "case")
_FEATURES = (
    QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetFloatable
)


class Docks:
    """The three docks by name. `floor` is the part of the window that they stand on."""

    def __init__(self, window: QWidget, floor: QMainWindow, panes: dict[str, QWidget]) -> None:
        self._window, self._floor = window, floor
        self.all: dict[str, QDockWidget] = {}
        self._titles: list[DockTitle] = []
        self._widths: list[int] = []  # as they were when all stood here
        self._scale = 1.0
        floor.setDockNestingEnabled(True)
        for name in DOCKS:
            dock = QDockWidget(floor)
            dock.setObjectName(f"dock-{name}")
            dock.setFeatures(_FEATURES)
            dock.setWidget(panes[name])
            title = DockTitle(dock)
            dock.setTitleBarWidget(title)
            title.pressed.connect(partial(self._turn, dock))
            dock.topLevelChanged.connect(self._on_torn)
            self._titles.append(title)
            self.all[name] = dock
        self.put_back()

    def use(self, tokens: Tokens) -> None:
        """Another look; larger text wants the panes shared anew."""
        for title in self._titles:
            title.use(tokens)
        is_other, self._scale = tokens.scale != self._scale, tokens.scale
        if is_other and self._window.isVisible() and not self._afloat():
            QTimer.singleShot(
                0, self._floor, self._share_anew
            )  # once the panes are dressed: they want other widths

    def _turn(self, dock: QDockWidget) -> None:
        """Tear it off, to where it can be seen that it is; or put it back."""
        if dock.isFloating():
            dock.setFloating(False)
            return
        if not self._afloat():
            self._widths = [one.width() for one in self.all.values()]
        dock.setFloating(True)
        self._set_apart(dock)

    def _afloat(self) -> list[QDockWidget]:
        return [dock for dock in self.all.values() if dock.isFloating()]

    def _on_torn(self, is_torn: bool) -> None:
        """Once all stand here again, each has its room again: one that comes back is as narrow as can be."""
        if not is_torn and not self._afloat():
            QTimer.singleShot(0, self._floor, self._share_as_before)

    def _set_apart(self, dock: QDockWidget) -> None:
        """To a screen that holds nothing of ours; where there is none, a little beside its place."""
        ours = {one.screen() for one in (self._window, *self.all.values()) if one is not dock}
        free = [screen for screen in QGuiApplication.screens() if screen not in ours]
        if free:
            dock.setGeometry(free[0].availableGeometry())
            return
        step = 32 * (1 + list(self.all.values()).index(dock))
        room = self._window.screen().availableGeometry()
        size = QSize(min(dock.width(), room.width() // 2), dock.height() - step).boundedTo(room.size())
        at = dock.pos() + QPoint(step, step)
        dock.setGeometry(QRect(at, size))

    def _share_as_before(self) -> None:
        if self._widths:
            self._floor.resizeDocks(list(self.all.values()), self._widths, Qt.Orientation.Horizontal)
        else:
            self._share_anew()

    def _share_anew(self) -> None:
        self.share(self._window.width(), self._scale)

    def put_back(self) -> None:
        """Queue, map and case side by side, on this screen."""
        area = Qt.DockWidgetArea.LeftDockWidgetArea
        for dock in self.all.values():
            dock.setFloating(False)
            self._floor.removeDockWidget(dock)
        queue, here, case = (self.all[name] for name in DOCKS)
        self._floor.addDockWidget(area, queue)
        self._floor.splitDockWidget(queue, here, Qt.Orientation.Horizontal)
        self._floor.splitDockWidget(here, case, Qt.Orientation.Horizontal)
        for dock in self.all.values():
            dock.show()
        self._widths = []
        self.share(self._window.width(), self._scale)

    def share(self, width: int, scale: float = 1.0) -> None:
        """How wide each pane is at first: the case needs room for its facts, the map takes the rest."""
        more = (scale - 1) * 0.1
        queue, case = max(340, round(width * (0.255 + more))), max(380, round(width * (0.29 + more)))
        sizes = [queue, max(240, width - queue - case), case]
        self._floor.resizeDocks([self.all[name] for name in DOCKS], sizes, Qt.Orientation.Horizontal)

    def kept(self) -> dict[str, str]:
        """Where everything is, for the settings."""
        return {
            "geometry": _text(self._window.saveGeometry()),
            "docks": _text(self._floor.saveState(VERSION)),
        }

    def come_back(self, kept: Any) -> bool:
        """Put everything where it was; False where that is not known. A screen that is gone is no hole."""
        if not isinstance(kept, dict):
            return False
        try:
            geometry, docks = (_bytes(kept[name]) for name in ("geometry", "docks"))
        except (KeyError, TypeError, ValueError):
            return False
        is_back = self._window.restoreGeometry(geometry) and self._floor.restoreState(docks, VERSION)
        self.keep_on_screens()
        return is_back

    def keep_on_screens(self) -> None:
        """What lies on a screen that is gone comes to the first one."""
        for widget in (self._window, *self._afloat()):
            frame = widget.frameGeometry()
            if not any(_is_reachable(frame, one.availableGeometry()) for one in QGuiApplication.screens()):
                home = QGuiApplication.primaryScreen().availableGeometry()
                size = frame.size().boundedTo(home.size())
                widget.setGeometry(QRect(home.topLeft(), size))


def _is_reachable(frame: QRect, screen: QRect) -> bool:
    """Enough of the title can be taken hold of."""
    seen = frame.intersected(screen)
    return seen.width() >= 120 and seen.height() >= 60


def _text(data: QByteArray) -> str:
    return b64encode(data.data()).decode()


def _bytes(text: str) -> QByteArray:
    return QByteArray(b64decode(text, validate=True))
