"""What every pane is given: the tasks, the commands, the look, the time, and which case is selected."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from controlroom.casework.arriving.pictures import ReadPicture
from controlroom.casework.checklists import CheckLists
from controlroom.casework.handing.connectors import CALLBACK, SETTING, connectors_in
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.casework.placing.ports import Locator, PlaceFinder
from controlroom.casework.queries import Reader
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.keyboard.held import HeldKeys
from controlroom.ui.kit.theme import DARK, Tokens
from controlroom.ui.room.roomstate import RoomState
from controlroom.ui.shared.sharing import Sharing
from controlroom.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from controlroom.casework.care.speaking import SpeakingCards
    from controlroom.casework.handing.handovers import Connectors
    from controlroom.casework.handing.requests import RequestWords
    from controlroom.casework.placing.whose import Ground


class Room(QObject):
    """Passed to every pane. Main thread only."""

    case_selected = Signal(object)  # UUID or None
    said = Signal(str, str)  # a message for the bottom line, and its level: info, done, warning, error
    tick = Signal(object)  # once a second, aware UTC now: panes have no timers of their own
    language_changed = Signal(str)
    tokens_changed = Signal(object)

    def __init__(
        self,
        tasks: TaskRunner,
        book: CommandBook,
        *,
        clock: Callable[[], datetime] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.book = book
        self.held = HeldKeys(book, self)
        self.held.spilled.connect(self._on_spilled)
        self.held.slow.connect(self._on_slow)
        self.sharing = Sharing(tasks, self)
        self.state = RoomState(tasks, self)
        self.tokens: Tokens = DARK
        self.language = "en"
        self.locator: Locator | None = None  # which district a point is in; may read files: use it in tasks
        self.read_picture: ReadPicture | None = None  # in a limited process; slow
        self.finder: PlaceFinder | None = None  # places by name; likewise
        self.read_checklists: Callable[[], CheckLists] = CheckLists  # from files: use it in tasks
        self.checklists = CheckLists()  # as last read
        self.ground: Ground | None = None  # whose a point is; likewise
        self.requests: RequestWords | None = None  # the words to ask with; likewise
        self.speaking: SpeakingCards | None = None  # how to speak; likewise
        self.connectors: tuple[ConnectorSettings, ...] = ()  # the ways out of this room, as last read
        self.callback = ""  # the number that receivers call back
        self.connector_of: Connectors | None = None  # loads what it needs: only inside a use case
        self._clock = clock or _utc_now
        self._selected: UUID | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_second)

    @property
    def person(self) -> str:
        """Who acts at this desk."""
        return self.tasks.person

    @property
    def selected(self) -> UUID | None:
        """The case that every pane shows."""
        return self._selected

    def now(self) -> datetime:
        """The room's time, aware UTC."""
        return self._clock()

    def select(self, case_id: UUID | None) -> None:
        """Every pane shows this case from now on."""
        if case_id != self._selected:
            self._selected = case_id
            self.case_selected.emit(case_id)

    def say(self, text: str, level: str = "info") -> None:
        """A message in the bottom line: nothing ever pops up over what somebody types."""
        self.said.emit(text, level)

    @Slot()
    def _on_slow(self) -> None:
        self.say(
            QCoreApplication.translate("room", "This takes a while; what you type now is kept for after it.")
        )

    @Slot(str)
    def _on_spilled(self, text: str) -> None:
        self.say(not_carried_out(text), "warning")

    def read_connectors(self, done: Callable[[], None] | None = None) -> None:
        """A word of the command line may have added one."""
        self.tasks.ask(_connectors, done=partial(self._on_connectors, done), key="connectors")

    def _on_connectors(
        self, done: Callable[[], None] | None, found: tuple[tuple[ConnectorSettings, ...], str]
    ) -> None:
        self.connectors, self.callback = found
        if done is not None:
            done()

    def start_ticking(self) -> None:
        """From now on `tick` comes at the start of every second."""
        self._on_second()

    @Slot()
    def _on_second(self) -> None:
        self.tick.emit(self.now())
        into = datetime.now(UTC).microsecond // 1000
        self._timer.start(1005 - into)


def not_carried_out(text: str) -> str:
    """What was typed while a step was being written, and reached nothing; "" for nothing."""
    told = QCoreApplication.translate("room", "Typed meanwhile and not carried out: %1")
    return told.replace("%1", text) if text else ""


def _connectors(reader: Reader) -> tuple[tuple[ConnectorSettings, ...], str]:
    return connectors_in(reader.setting(SETTING)), str(reader.setting(CALLBACK) or "")


def _utc_now() -> datetime:
    return datetime.now(UTC)
