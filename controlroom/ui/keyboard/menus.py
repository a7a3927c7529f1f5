"""The menus, computed from the commands each time one opens: nothing in them can be stale."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from controlroom.ui.context import Room
from controlroom.ui.keyboard import command_words
from controlroom.ui.kit import icons


class Menus(QObject):
    """Fills a menu bar. Actions carry no shortcuts of Qt's: keys are heard in one place, `keys.KeyFilter`."""

    def __init__(self, bar: QMenuBar, room: Room) -> None:
        super().__init__(bar)
        self._bar, self._room = bar, room
        self._menus: dict[str, QMenu] = {}
        for name in command_words.MENUS:
            menu = self._menus[name] = QMenu(bar)
            menu.setObjectName(name)
            menu.aboutToShow.connect(self._fill)
            menu.triggered.connect(self._run)
            bar.addMenu(menu)
        self.retranslate()

    def retranslate(self) -> None:
        """Another language."""
        for name, menu in self._menus.items():
            menu.setTitle(command_words.menu_title(name))

    @Slot()
    def _fill(self) -> None:
        menu = self.sender()
        if not isinstance(menu, QMenu):
            return
        menu.clear()
        for command in self._room.book.all():
            if command.menu != menu.objectName():
                continue
            keys = self._room.book.key_text(command.key)
            title = f"{command.title}\t{keys}" if keys else command.title
            action = QAction(icons.icon(command.icon, self._room.tokens.dim), title, menu)
            action.setData(command.key)
            action.setEnabled(command.enabled())
            menu.addAction(action)

    @Slot(QAction)
    def _run(self, action: QAction) -> None:
        self._room.book.run(str(action.data()))
