"""How this desk stands to the shared database, who else is where, what is not yet shared. Main thread only.

`app.py` feeds it with what sync publishes and gives `beat`; every pane reads it.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from controlroom.casework.ports import Changes
from controlroom.casework.queries import Reader
from controlroom.casework.room.sharing import Elsewhere, Link, Present
from controlroom.ui.tasks import TaskRunner

Beat = Callable[[UUID | None, bool], None]  # (open case, is typing): called each second; must not wait
LOOK_MS: Final = 300
SETTLED_MS: Final = 1_500  # while the server answers, what was just done is shared before anybody could look
MOST_UNSHARED: Final = 2_000
ASK_MS: Final = 400  # after the last key of a search
LEAST_SEARCHED: Final = 3  # signs


def nobody_listens(case_id: UUID | None, is_typing: bool) -> None:
    """The beat of a desk without a shared database."""


class Sharing(QObject):
    """`people_moved` and `unshared_changed` carry the cases whose marks are to be drawn anew."""

    link_changed = Signal(object)  # Link
    people_moved = Signal(object)  # frozenset[UUID]
    unshared_changed = Signal(object)  # frozenset[UUID]
    looked = Signal()  # what a search finds on the server is asked for, or is here

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.link = Link("alone")
        self.beat: Beat = nobody_listens
        self.elsewhere: Elsewhere | None = None
        self.is_looking = False  # the server is asked what a search finds there
        self._text = ""
        self._asker = QTimer(self, singleShot=True, interval=ASK_MS)
        self._asker.timeout.connect(self._ask)
        self._others: dict[UUID, tuple[Present, ...]] = {}
        self.present_logins: frozenset[str] = frozenset()  # who else sits at a desk of the room
        self._unshared: frozenset[UUID] = frozenset()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    @property
    def is_alone(self) -> bool:
        """Whether there is no shared database at all: then nothing is marked as not shared."""
        return self.link.state == "alone" and not self.link.login

    def show_link(self, link: Link) -> None:
        """How the desk stands now."""
        before, self.link = self.link, link
        self.link_changed.emit(link)
        if (before.pending, before.seq, before.state) != (link.pending, link.seq, link.state):
            self._look_soon()

    def show_present(self, present: Sequence[Present]) -> None:
        """Who else has a case open, all of them."""
        self.present_logins = frozenset(one.login for one in present)
        found: dict[UUID, list[Present]] = {}
        for one in present:
            if one.case_id is not None:
                found.setdefault(one.case_id, []).append(one)
        now = {case_id: _in_order(many) for case_id, many in found.items()}
        before, self._others = self._others, now
        moved = frozenset(one for one in before.keys() | now.keys() if before.get(one) != now.get(one))
        if moved:
            self.people_moved.emit(moved)

    def others_in(self, case_id: UUID) -> tuple[Present, ...]:
        """Who else has this case open, who types first; one person at two desks is one."""
        return self._others.get(case_id, ())

    def is_unshared(self, case_id: UUID) -> bool:
        """Whether something on this case is only on this desk yet."""
        return case_id in self._unshared

    # --- what is not on this desk -------------------------------------------------------------------------

    @property
    def can_ask(self) -> bool:
        """Whether the server can be asked for what is not on this desk."""
        return self.elsewhere is not None and self.link.state in ("connected", "behind")

    def look_for(self, text: str) -> None:
        """A search goes on to the server a moment after the last key; its finds come as any change does."""
        self._text = text.strip()
        self._asker.stop()
        if self.can_ask and len(self._text) >= LEAST_SEARCHED:
            self._asker.start()

    @Slot()
    def _ask(self) -> None:
        if self.elsewhere is not None and self.can_ask:
            self._set_looking(True)
            ask = partial(self.elsewhere.fetch_found, self._text)
            self._tasks.work(ask, done=self._on_looked, failed=self._on_looked)

    def _on_looked(self, nothing: object) -> None:
        self._set_looking(False)

    def _set_looking(self, is_looking: bool) -> None:
        self.is_looking = is_looking
        self.looked.emit()

    def fetch_case(self, number: str, *, done: Callable[[UUID | None], None]) -> None:
        """A case that is not here, by any of its numbers."""
        if self.elsewhere is not None and self.can_ask:
            self._tasks.work(partial(self.elsewhere.open_case, number), done=done)
        else:
            done(None)

    def fetch_blob(self, sha256: str, *, done: Callable[[bytes | None], None]) -> None:
        """A mail that is not here."""
        if self.elsewhere is not None and self.can_ask:
            self._tasks.work(partial(self.elsewhere.blob, sha256), done=done)
        else:
            done(None)

    # --- what is only on this desk ------------------------------------------------------------------------

    def on_changes(self, changes: Changes) -> None:
        """Something was committed: perhaps it is not shared yet."""
        if changes.cases and not self.is_alone:
            self._look_soon()

    def _look_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start(SETTLED_MS if self.link.state == "connected" else LOOK_MS)

    @Slot()
    def _look(self) -> None:
        if self.is_alone or (self.link.pending == 0 and self.link.state == "connected"):
            self._on_unshared(())
        else:
            self._tasks.ask(_unshared, done=self._on_unshared, key="unshared")

    def _on_unshared(self, ids: Collection[UUID]) -> None:
        before, self._unshared = self._unshared, frozenset(ids)
        moved = before ^ self._unshared
        if moved:
            self.unshared_changed.emit(moved)


def _unshared(reader: Reader) -> Collection[UUID]:
    return reader.unshared(MOST_UNSHARED)


def _in_order(many: Iterable[Present]) -> tuple[Present, ...]:
    by_login: dict[str, Present] = {}
    for one in many:
        known = by_login.get(one.login)
        if known is None or one.is_typing:
            by_login[one.login] = one
    return tuple(sorted(by_login.values(), key=lambda one: (not one.is_typing, one.login)))
