"""Where the case pane stands. It takes a while to load and to make, so it comes after the first rows."""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.casework.ports import Changes
from controlroom.casework.rows import CaseView
from controlroom.ui.case.empty import CaseEmpty
from controlroom.ui.context import Room
from controlroom.ui.kit.theme import Tokens

if TYPE_CHECKING:
    from controlroom.ui.case.pane import CasePane

# Loaded one after the other between the events of the loop; by hand, because no thread may load what uses Qt.
_PARTS: Final = (
    "case.lines",
    "case.header",
    "case.facts_tab",
    "case.mail_tab",
    "case.log_tab",
    "forms.fields",
    "forms.drafting",
    "forms.base",
    "forms.place",
    "forms.asking",
    "forms.choosing",
    "forms.all",
    "case.pane",
)


class CasePlace(QWidget):
    """Looks as the pane does without a case, until the pane is asked for or there is time to make it."""

    made = Signal(object)  # the pane

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._room = room
        self._pane: CasePane | None = None
        self._empty: CaseEmpty | None = CaseEmpty(self, room.book)
        self.dress(room.tokens)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._empty)
        self._parts: Iterator[str] = iter(_PARTS)
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._load_next)
        room.book.changed.connect(self._on_keys)
        room.tokens_changed.connect(self.dress)

    @property
    def pane(self) -> "CasePane":
        """The pane, made now if it is not there yet."""
        if self._pane is None:
            self._make()
        assert self._pane is not None
        return self._pane

    def prepare(self) -> None:
        """Make the pane in small steps, while nothing else is to be done."""
        if self._pane is None:
            self._next.start()

    @Slot()
    def _load_next(self) -> None:
        part = next(self._parts, None)
        if part is not None:
            import_module(f"controlroom.ui.{part}")
        elif self._pane is None:
            self._make()
        else:
            self._next.stop()

    def _make(self) -> None:
        from controlroom.ui.case.pane import CasePane

        self._next.stop()
        pane = self._pane = CasePane(self._room, self)
        had_focus = self.hasFocus()
        self.setFocusProxy(pane)
        self._column.addWidget(pane)
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        pane.show()
        if had_focus:
            pane.setFocus()
        self.made.emit(pane)

    # --- what the window tells it -------------------------------------------------------------------------

    @property
    def view(self) -> CaseView | None:
        """The case that is shown."""
        return self._pane.view if self._pane is not None else None

    def on_changes(self, changes: Changes) -> None:
        """Somebody changed something."""
        if self._pane is not None:
            self._pane.on_changes(changes)

    def go_back(self) -> bool:
        """Esc: out of the form; False where none is open."""
        return self._pane is not None and self._pane.go_back()

    @Slot()
    def person_leaves(self) -> None:
        """Somebody else sits down."""
        if self._pane is not None:
            self._pane.person_leaves()

    def mask_again(self) -> None:
        """The window is locked."""
        if self._pane is not None:
            self._pane.mask_again()

    def person_came(self) -> None:
        """Somebody else reads the case from now on."""
        if self._pane is not None:
            self._pane.person_came()

    @Slot()
    def _on_keys(self) -> None:
        if self._empty is not None:
            self._empty.retranslate()

    @Slot(object)
    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        if self._empty is not None:
            self._empty.dress(tokens)

    def retranslate(self) -> None:
        """Another language."""
        shown = self._pane or self._empty
        if shown is not None:
            shown.retranslate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pane.setFocus(event.reason())
