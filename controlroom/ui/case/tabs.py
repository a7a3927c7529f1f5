"""The row of tabs under the head, and the page that is shown."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from controlroom.ui.case.kit import FlowBox, button


class Tabs(QWidget):
    """Pages by name. Left and Right or a digit choose; `turned` says which page is shown now."""

    turned = Signal(str)

    def __init__(self, parent: QWidget, pages: Mapping[str, QWidget]) -> None:
        super().__init__(parent)
        self.pages = dict(pages)
        self._names = list(pages)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        row = FlowBox(self, 2)
        row.setContentsMargins(8, 0, 8, 0)
        self._stack = QStackedWidget(self)
        for at, page in enumerate(pages.values()):
            made = button(self, "tab")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._group.addButton(made, at)
            row.flow.addWidget(made)
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        column.addWidget(self._stack, 1)
        self._group.button(0).setChecked(True)

    @property
    def name(self) -> str:
        """The page that is shown."""
        return self._names[self._stack.currentIndex()]

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self.pages[self.name]

    def say(self, titles: Mapping[str, str]) -> None:
        """The titles in the language of the moment."""
        for at, name in enumerate(self._names):
            self._group.button(at).setText(titles[name])

    def turn_to(self, name: str) -> None:
        """Show this page."""
        self._turn(self._names.index(name))

    def turn_by(self, by: int) -> None:
        """The next page, or the one before; round and round."""
        self._turn((self._stack.currentIndex() + by) % len(self._names))

    def turn_at(self, at: int) -> None:
        """The page at this place, where there is one."""
        if 0 <= at < len(self._names):
            self._turn(at)

    @Slot(int)
    def _on_clicked(self, at: int) -> None:
        self._turn(at)

    def _turn(self, at: int) -> None:
        had_focus = self._stack.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._group.button(at).setChecked(True)
        self._stack.setCurrentIndex(at)
        if had_focus:
            self.page.setFocus(Qt.FocusReason.TabFocusReason)
        self.turned.emit(self._names[at])
