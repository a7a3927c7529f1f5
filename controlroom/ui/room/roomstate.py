"""What holds for the whole room, as every pane reads it: duty, exercise, limits, reliefs, mail, directory."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from controlroom.casework.calling.directory import Directory
from controlroom.casework.ports import Changes
from controlroom.casework.queries import Reader
from controlroom.casework.room import mailway
from controlroom.casework.room.mailway import MailFault
from controlroom.domain.clocks import Limits, limits_from
from controlroom.domain.exercise import Exercise
from controlroom.domain.shift.blur import Blur
from controlroom.domain.shift.duty import OnDuty
from controlroom.domain.shift.relief import Relief
from controlroom.ui.tasks import TaskRunner

_READ: Final = frozenset(
    {"duty_changed", "exercise_changed", "room_set", "relief_changed", "sight_chosen", mailway.KIND}
)


class _Now(NamedTuple):
    duty: tuple[OnDuty, ...]
    exercise: Exercise | None
    limits: Limits
    reliefs: tuple[Relief, ...]
    blur: Blur
    faults: tuple[MailFault, ...]


class RoomState(QObject):
    """Read at the start, and again when the room says something else. Main thread only."""

    changed = Signal()  # duty, exercise, limits, who asks to be relieved, or whether mails arrive
    directory_changed = Signal()

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.duty: tuple[OnDuty, ...] = ()
        self.exercise: Exercise | None = None
        self.limits = Limits()
        self.reliefs: tuple[Relief, ...] = ()
        self.blur = Blur()  # of the person at this desk
        self.faults: tuple[MailFault, ...] = ()
        self._directory: Directory | None = None
        tasks.changed.connect(self._on_changes)

    def begin(self) -> None:
        """Read it for the first time."""
        self._tasks.ask(partial(_read, person=self._tasks.person), done=self._on_read, key="room state")

    def with_directory(self, done: Callable[[Directory], None]) -> None:
        """Give the directory: at once where it is known."""
        if self._directory is not None:
            done(self._directory)
        else:
            self._tasks.ask(_directory, done=lambda found: self._on_directory(found, done))

    def _on_changes(self, changes: Changes) -> None:
        if changes.room & {"directory_changed", "room_set"}:  # a setting says how long a check holds
            self._directory = None
            self.directory_changed.emit()
        if changes.room & _READ:
            self.begin()

    def _on_read(self, now: _Now) -> None:
        if now != (self.duty, self.exercise, self.limits, self.reliefs, self.blur, self.faults):
            self.duty, self.exercise, self.limits, self.reliefs, self.blur, self.faults = now
            self.changed.emit()

    def _on_directory(self, found: Directory, done: Callable[[Directory], None]) -> None:
        self._directory = found
        done(found)


def _read(reader: Reader, *, person: str) -> _Now:
    duty: Sequence[OnDuty] = reader.duty()
    limits, shift = limits_from(reader.room_setting("limits")), reader.shift()
    return _Now(
        tuple(duty),
        reader.exercise(),
        limits,
        tuple(shift.reliefs()),
        shift.blur(person),
        tuple(reader.mail_faults()),
    )


def _directory(reader: Reader) -> Directory:
    return reader.directory().warm()  # every name is folded here, not on the main thread
