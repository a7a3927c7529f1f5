"""The queue pane: asks the store for rows, keeps them current, and never moves what is being looked at."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from controlroom.casework.ports import Changes
from controlroom.casework.queries import Reader
from controlroom.casework.rows import QueuePage, QueueRow
from controlroom.ui.context import Room
from controlroom.ui.kit.district_names import DistrictNames
from controlroom.ui.kit.sizing import scrolled
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.queue.empty import EmptyQueue
from controlroom.ui.queue.fetch import PAGE, Shown, fetch
from controlroom.ui.queue.head import QueueHead
from controlroom.ui.queue.model import QueueModel
from controlroom.ui.queue.prepared import Preparer
from controlroom.ui.queue.still import Stillness
from controlroom.ui.queue.view import QueueView
from controlroom.ui.shared.sharing_words import row_tip

REFRESH_MS = 250  # the order is asked for at most this often
MOST_KEPT_CURRENT = 1_000  # a list scrolled down further than this keeps its order until one goes to its top
SEARCHING = "search"  # why keys wait


class QueuePane(QWidget):
    """Everything that is waiting, the most urgent first."""

    opened = Signal()  # Enter on a row
    shown = Signal()  # once: the first rows are on the screen, or that there are none

    def __init__(self, room: Room, names: DistrictNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._room = room
        self._names = names
        self._shown = Shown()
        self._after: tuple[object, ...] | None = None
        self._is_fetching = False
        self._is_stale = False
        self.is_loaded = False  # the first rows are there
        self._is_first_wanted = False  # of what is being searched for
        self._has_mailbox = True
        self._unconfirmed: set[UUID] = set()  # rows that came with the news, and were not read since
        self._unannounced: set[UUID] = set()  # painted, and Qt has not heard yet
        self.model = QueueModel(self)
        self.model.tip = partial(row_tip, room.sharing)
        self._preparer = Preparer(
            room.tokens,
            self._who,
            self._district,
            others=room.sharing.others_in,
            is_unshared=room.sharing.is_unshared,
        )
        self.view = QueueView(self.model, self._preparer, self)
        self.head = QueueHead(room.tokens, self)
        self._fault: Exception | None = None  # why the rows could not be read
        self._mail_fault = ""  # why no mail comes
        self._empty = EmptyQueue(room, self)
        self._blank = scrolled(self._empty, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._blank)
        self._stack.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus
        )  # without rows the keys must not go to the search
        self._still = Stillness(self.view, rows=self.model, room=room, parent=self)
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self.head.show_view(self._shown.view)
        self._connect()
        self._show_empty()

    def _connect(self) -> None:
        self.head.searched.connect(self._on_searched)
        self.head.view_chosen.connect(self.show_view)
        self.head.left.connect(self.focus_rows)
        self.head.entered.connect(self._on_entered)
        self.model.more_wanted.connect(self._fetch_more)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.opened.connect(self.opened)
        self._still.top_wanted.connect(self.to_top)
        self._refresh.timeout.connect(self._refetch)
        self.view.painted.connect(self.shown, Qt.ConnectionType.QueuedConnection)  # not amid the painting
        self._empty.acted.connect(self._room.book.run)
        self._room.case_selected.connect(self._on_selected)
        self._room.tick.connect(self._on_tick)
        self._room.tokens_changed.connect(self._on_tokens)
        self._room.sharing.people_moved.connect(self._on_marks)
        self._room.sharing.unshared_changed.connect(self._on_marks)
        self._room.sharing.looked.connect(self._show_empty)
        self._room.sharing.link_changed.connect(self._show_empty)

    # --- what the window calls ----------------------------------------------------------------------------

    def start(self) -> None:
        """Ask for the first rows."""
        self._load()

    def set_names(self, names: DistrictNames) -> None:
        """The names of the districts have been read."""
        self._names = names
        self._preparer.forget()
        self.view.viewport().update()

    def set_has_mailbox(self, has_mailbox: bool) -> None:
        """Whether a mailbox is set up: an empty queue says what to do."""
        self._has_mailbox = has_mailbox
        self._show_empty()

    @Slot(object)
    def show_mail_fault(self, text: str) -> None:
        """Why no mail comes, or "": an empty queue must not promise the next alert."""
        if text != self._mail_fault:
            self._mail_fault = text
            self._show_empty()

    def retranslate(self) -> None:
        """Another language."""
        self._preparer.forget()
        self.head.retranslate()
        self._still.show_pill()
        self._show_empty()
        self.view.viewport().update()

    def on_changes(self, changes: Changes) -> None:
        """Loaded rows change at once, in their places; the order follows a moment later."""
        if not changes.cases:
            return
        changed = self.model.take_values(changes.rows)
        painted = self.view.paint_now(changed)
        self._unannounced |= painted
        self.model.announce(case_id for case_id in changed if case_id not in painted)
        told = {row.id for row in changes.rows}
        self._unconfirmed |= told
        self._ask_rows(changes.cases - told)
        if not self._refresh.isActive():
            self._refresh.start()

    @Slot(str)
    def show_view(self, view: str) -> None:
        """One of fetch.VIEWS."""
        self._show(Shown(view=view, person=self._room.person))

    def show_states(self, states: Sequence[str]) -> None:
        """The rungs behind a number of the strip."""
        if states == ("new",):
            self.show_view("new")
        else:
            self._show(Shown(view="open", states=tuple(states)))

    def focus_search(self) -> None:
        """The caret goes to the search field."""
        self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.search.selectAll()

    @Slot()
    def focus_rows(self) -> None:
        """The keys go to the rows, without any to the empty list. Who works on no case gets the first."""
        self._take_keys()
        if self._room.selected is None and self.model.rowCount():
            self._go(0)

    def _take_keys(self) -> None:
        (self.view if self.model.rowCount() else self._stack).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> None:
        """The next row, or the one before."""
        here = self.model.position_of(self._room.selected)
        if self.model.rowCount():
            self._go(min(self.model.rowCount() - 1, max(0, here + by)))

    @Slot()
    def to_top(self) -> None:
        """The new ones above are shown, in their order."""
        self._still.forget()
        self.view.verticalScrollBar().setValue(0)
        self._load()

    # --- asking -------------------------------------------------------------------------------------------

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self._after = None
        self._still.forget()
        self.head.show_view("" if shown.states or shown.text else shown.view)
        self._load()

    def _load(self) -> None:
        shown = self._shown
        self._is_fetching = True
        self._room.tasks.ask(
            partial(fetch, shown=shown, after=None, limit=PAGE),
            done=partial(self._on_first, shown),
            failed=self._on_failed,
            key="queue",
        )

    @Slot()
    def _fetch_more(self) -> None:
        if self._is_fetching or self._after is None:
            return
        shown = self._shown
        self._is_fetching = True
        self._room.tasks.ask(
            partial(fetch, shown=shown, after=self._after, limit=PAGE),
            done=partial(self._on_more, shown),
            key="queue",
        )

    def _ask_rows(self, case_ids: Iterable[UUID]) -> None:
        loaded = [case_id for case_id in case_ids if self.model.holds(case_id)]
        if loaded:
            self._room.tasks.ask(partial(_rows, case_ids=loaded), done=self._on_rows)

    @Slot()
    def _refetch(self) -> None:
        self.model.announce(self._unannounced)
        self._unannounced.clear()
        told, self._unconfirmed = self._unconfirmed, set()
        self._ask_rows(told)  # the news of two commits may have come the wrong way round
        if self.model.rowCount() > MOST_KEPT_CURRENT or self._is_fetching:
            self._is_stale = True
            return
        shown, limit = self._shown, max(PAGE, self.model.rowCount())
        self._room.tasks.ask(
            partial(fetch, shown=shown, after=None, limit=limit),
            done=partial(self._on_current_rows, shown),
            key="queue",
        )

    # --- answers ------------------------------------------------------------------------------------------

    def _on_first(self, shown: Shown, page: QueuePage) -> None:
        if shown != self._shown:
            return
        self._take_page(page)
        is_first, self.is_loaded = not self.is_loaded, True
        if self.model.rowCount():
            self.model.replace(page.rows)
        else:
            self.model.apply(page.rows)
        self._mark_selected()
        self._show_empty()
        if self._is_first_wanted:
            self._go_to_found()
        if is_first and not self.model.rowCount():
            QTimer.singleShot(0, self, self.shown.emit)
        if is_first and self.head.search.hasFocus() and not self.head.search.text():
            self._take_keys()  # at the start, when there was nothing else that could have them

    def _on_failed(self, fault: Exception) -> None:
        """No rows are no sign that there are none."""
        self._is_fetching, self._fault = False, fault
        self._show_empty()
        self._room.tasks.faulted.emit(fault)

    def _on_more(self, shown: Shown, page: QueuePage) -> None:
        if shown == self._shown:
            self._take_page(page)
            self.model.append(page.rows)
            if self._is_stale:
                self._refresh.start()

    def _on_current_rows(self, shown: Shown, page: QueuePage) -> None:
        if shown != self._shown:
            return
        if self._is_held():
            self._still.put_above(page.rows)
            self._is_stale = True
        else:
            self._after = page.after
            self.model.set_has_more(page.after is not None)
            self._still.change(partial(self.model.apply, page.rows))
            self._mark_selected()
            self._is_stale = False
        self._show_empty()

    def _take_page(self, page: QueuePage) -> None:
        self._is_fetching = False
        self._is_stale = False
        self._fault = None
        self._after = page.after
        self.model.set_has_more(page.after is not None)

    def _is_held(self) -> bool:
        return (self._shown.has_order or bool(self._shown.text)) and self._still.is_held()

    def _on_rows(self, rows: Sequence[QueueRow]) -> None:
        self.model.update_rows(rows)

    # --- selection ----------------------------------------------------------------------------------------

    def _go(self, position: int) -> None:
        index = self.model.index(position, 0)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self.model.is_removing:  # that a row goes chooses no other case
            self._room.select(self.model.row_at(current.row()).id)

    @Slot(object)
    def _on_selected(self, case_id: UUID | None) -> None:
        self._mark_selected(scroll=True)

    def _mark_selected(self, *, scroll: bool = False) -> None:
        position = self.model.position_of(self._room.selected)
        selection = self.view.selectionModel()
        if position < 0:
            selection.clear()
        elif position != self.view.currentIndex().row() or not selection.hasSelection():
            index = self.model.index(position, 0)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if scroll:
                self.view.scrollTo(index)

    # --- look and time ------------------------------------------------------------------------------------

    @Slot(object)
    def _on_marks(self, case_ids: frozenset[UUID]) -> None:
        """Somebody came or went, or something was shared."""
        self._preparer.forget_cases(case_ids)
        self.view.viewport().update()

    def _who(self) -> str:
        return self._room.person

    def _district(self, key: str) -> str:
        return self._names.name(key, self._room.language)

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        self._room.sharing.look_for(text)
        if text != self._shown.text:
            view = self._shown.view
            self._show(Shown(view=view, text=text, person=self._room.person))

    @Slot()
    def _on_entered(self) -> None:
        """What was searched for is wanted: its first row, and not the case that was worked on before."""
        if not self._shown.text:
            self.focus_rows()
        elif self._is_fetching:
            self._is_first_wanted = True
            self._room.held.hold(SEARCHING)
        else:
            self._go_to_found()

    def _go_to_found(self) -> None:
        self._is_first_wanted = False
        self._take_keys()
        if self._shown.text and self.model.rowCount():
            self._go(0)
        self._room.held.let_go(SEARCHING)

    @Slot(object)
    def _on_tick(self, now: datetime) -> None:
        self.view.show_time(now)
        if self._is_stale and not self._is_held() and not self._refresh.isActive():
            self._refresh.start()

    @Slot(object)
    def _on_tokens(self, tokens: Tokens) -> None:
        self._preparer.use(tokens)
        self.head.use(tokens)
        self._empty.use(tokens)
        self.view.updateGeometries()
        self._show_empty()

    @Slot()
    def _show_empty(self) -> None:
        has_keys = self._stack.hasFocus()
        self._stack.setCurrentWidget(self.view if self.model.rowCount() else self._blank)
        if not self.model.rowCount() and self._fault is not None:
            self._empty.tell_fault(self._fault)
        elif not self.model.rowCount():
            self._empty.tell(self._shown, has_mailbox=self._has_mailbox, mail_fault=self._mail_fault)
        elif has_keys:
            self.view.setFocus()


def _rows(reader: Reader, *, case_ids: Sequence[UUID]) -> Sequence[QueueRow]:
    return reader.rows(case_ids)
