"""Above the rows: the search field, and the tabs with their numbers."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from controlroom.casework.room.sharing import Link
from controlroom.ui.kit import icons, theme
from controlroom.ui.kit.flow import FlowLayout
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.queue.fetch import VIEWS
from controlroom.ui.status.situation import Situation


class SearchField(QLineEdit):
    """Esc empties it, then leaves; Down and Enter go to what was found."""

    left = Signal()
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class QueueHead(QWidget):
    """`searched` at each key; `view_chosen` with one of `VIEWS`."""

    searched = Signal(str)
    view_chosen = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._numbers: dict[str, int] = {}
        self._reads_cases = True
        self.search = SearchField(self)
        self.search.setClearButtonEnabled(True)
        self._action = self.search.addAction(
            icons.icon("magnifying-glass", tokens.dim), QLineEdit.ActionPosition.LeadingPosition
        )
        self.search.textEdited.connect(self._on_edited)
        self.search.textChanged.connect(self._on_changed)
        self.search.left.connect(self.left)
        self.search.entered.connect(self.entered)
        self._group = QButtonGroup(self)
        self._tabs: dict[str, QPushButton] = {}
        row = FlowLayout(spacing=0)
        for view in VIEWS:
            tab = QPushButton(self)
            tab.setCheckable(True)
            tab.setProperty("kind", "tab")
            tab.setObjectName(view)
            self._tabs[view] = tab
            self._group.addButton(tab)
            row.addWidget(tab)
        self._group.buttonClicked.connect(self._on_tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 4)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self.search)
        column.addLayout(top)
        column.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Another language."""
        self.search.setPlaceholderText(self.tr("Search: name, number, phone, place, words (/)"))
        self.search.setAccessibleName(self.tr("Search"))
        bold = QFontMetrics(theme.font(self._tokens, 13, bold=True))  # the tab that is down is bold
        for view, tab in self._tabs.items():
            number = self._numbers.get(view) if self._reads_cases else None
            tab.setText(self._title(view) if number is None else f"{self._title(view)} {number:,}")
            tab.setMinimumWidth(bold.horizontalAdvance(tab.text()) + self._tokens.px(15))

    def use(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens
        self._action.setIcon(icons.icon("magnifying-glass", tokens.dim))
        self.retranslate()

    def show_view(self, view: str) -> None:
        """Which tab is down; "" for none."""
        self._group.setExclusive(False)
        for name, tab in self._tabs.items():
            tab.setChecked(name == view)
        self._group.setExclusive(bool(view))

    def show_situation(self, now: Situation) -> None:
        """The numbers on the tabs."""
        tallies = now.tallies
        self._numbers = {
            "new": tallies.unclaimed,
            "mine": now.mine,
            "open": tallies.open,
            "closed": tallies.closed,
            "unplaced": now.unplaced,
            "review": tallies.review,
        }
        self.retranslate()

    def show_link(self, link: Link) -> None:
        """A login that reads no case is told no number, for 0 would be wrong."""
        if link.reads_cases != self._reads_cases:
            self._reads_cases = link.reads_cases
            self.retranslate()

    @Slot()
    def go_blind(self) -> None:
        """The numbers cannot be read: none is shown."""
        self._numbers = {}
        self.retranslate()

    def _title(self, view: str) -> str:
        return {
            "new": self.tr("New"),
            "mine": self.tr("Mine"),
            "open": self.tr("Open"),
            "closed": self.tr("Closed"),
            "all": self.tr("All"),
            "unplaced": self.tr("No place"),
            "review": self.tr("To review"),
        }[view]

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self.searched.emit(text.strip())

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        if not text:  # emptied, by whatever it was
            self.searched.emit("")

    @Slot(object)
    def _on_tab(self, tab: QPushButton) -> None:
        self.view_chosen.emit(tab.objectName())
