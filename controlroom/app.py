"""Puts the parts together: profile, window, loops; and takes them apart again. The one event loop is here.

Qt is imported inside functions: the profile is opened meanwhile, on a thread of its own.
"""

import getpass
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from controlroom import log
from controlroom.doorstep import Opening, say_fault
from controlroom.errors import Damaged, WorldFault
from controlroom.places.late import LateAtlas
from controlroom.roomloops import RoomLoops
from controlroom.store import Profile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from controlroom.casework.arriving.canary import Canary
    from controlroom.casework.arriving.pictures import Pixels
    from controlroom.casework.handing.ports import Connector, ConnectorSettings
    from controlroom.mapview.tiles import StreetMap
    from controlroom.places.atlas import Imported
    from controlroom.ui.frame.window import MainWindow
    from controlroom.ui.kit.language import Language
    from controlroom.ui.outside import Outside
    from controlroom.ui.room.roomstate import RoomState

SMALLEST = (1366, 768)
_log = log.logger("app")


def run(
    profile: Path,
    *,
    person: str = "",
    demo: bool = False,
    picture: Path | None = None,
    picture_when_ready: Path | None = None,
    size: tuple[int, int] | None = None,
    lang: str | None = None,
    theme: str | None = None,
    case: str | None = None,
    screen: str | None = None,
) -> int:
    """Open the window and stay until it is closed; gives the exit code.

    With `picture` it is drawn into that file and closed. Raises ControlRoomError where nobody sees a window.
    """
    log.set_up()
    folder, wish = profile / "demo" if demo else profile, {"language": lang, "theme": theme}
    opening = Opening(folder, is_demo=demo)
    app = _application()
    from controlroom.ui.kit.language import Language
    from controlroom.ui.kit.look import door_look

    language, door = Language(app), door_look(folder, wish)
    language.use(door.language)
    is_seen = picture is None and app.platformName() not in ("offscreen", "minimal")
    _load_window()
    opened = opening.end(door, is_seen=is_seen)
    if opened is None:
        return 1
    try:
        if picture is None:
            opened.lock_window()
        who = opened.login or person or getpass.getuser()
        return _Session(app, language, opened, who, demo).run(
            picture=picture or picture_when_ready,
            is_once=picture is not None,
            size=size,
            wish=wish,
            case=case or "",
            screen=screen or "",
        )
    except WorldFault as fault:
        return say_fault(fault, door, is_seen=is_seen)
    finally:
        opened.close()


def _application() -> "QApplication":
    """Qt, ready for a web view that is made later."""
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QApplication

    from controlroom.ui.kit.theme import FUSION
    from controlroom.ui.quiet import keep_qt_quiet

    keep_qt_quiet()
    known = QApplication.instance()
    if isinstance(known, QApplication):
        app = known
    else:
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
        app = QApplication(["controlroom", "-style", "Fusion"])
        app.setProperty(FUSION, True)
    app.setApplicationName("controlroom")
    app.setQuitOnLastWindowClosed(False)
    return app


def _load_window() -> None:
    """While the profile is being opened: most of that is done outside the interpreter's lock."""
    import controlroom.ui.frame.window  # noqa: F401  for its weight


class _Session:
    """One window on one open profile."""

    def __init__(
        self, app: "QApplication", language: "Language", profile: Profile, person: str, is_demo: bool
    ) -> None:
        from controlroom.ui.collector import Collector
        from controlroom.ui.tasks import TaskRunner

        self._collector = Collector(app)
        self._app, self._language, self._profile, self._is_demo = app, language, profile, is_demo
        self._tasks = TaskRunner(profile.writer, profile.reader, app)
        self._tasks.person = person
        self._loops = RoomLoops(profile, self._tasks, is_demo=is_demo)
        self._places = LateAtlas(profile.folder / "places")
        self._when_up: Callable[[], None] = _nothing

    def run(
        self,
        *,
        picture: Path | None,
        is_once: bool,
        size: tuple[int, int] | None,
        wish: dict[str, str | None],
        case: str,
        screen: str,
    ) -> int:
        """Show, loop, and end cleanly."""
        from controlroom.ui.quiet import SignalEar, show_faults_of_ours

        reader = self._profile.reader()
        mailbox = reader.setting("mailbox")
        window = self._window(reader, mailbox, wish)
        window.remembers = not is_once
        self._place(window, None if size else reader.setting("window"), size)
        self._profile.subscribe(self._tasks.publish)
        self._loops.show_health = window.alarm.show_health
        window.closing.connect(self._app.quit)
        if not is_once:
            window.room.state.changed.connect(partial(self._feed_exercise, window.room.state))
        window.is_up.connect(self._collector.take_over)
        self._when_up = partial(self._begin_loops, window, mailbox, is_once=is_once)
        window.is_up.connect(self._on_up)
        ear = SignalEar(window.close_soon, window)
        show_faults_of_ours(window.show_fault)
        window.show()
        window.begin()
        if case:
            window.by_number.open(case)
        if picture is not None:
            self._take_picture(window, picture, screen, is_once=is_once)
        code = self._app.exec()
        ear.stop()
        self._end(window)
        return code

    def _window(
        self, reader: Any, mailbox: dict[str, Any] | None, wish: dict[str, str | None]
    ) -> "MainWindow":
        from controlroom.casework.care.speaking import SpeakingCards
        from controlroom.casework.handing.connectors import CALLBACK, SETTING, connectors_in
        from controlroom.casework.handing.requests import RequestWords
        from controlroom.ui.context import Room
        from controlroom.ui.frame.window import MainWindow
        from controlroom.ui.keyboard.commands import CommandBook
        from controlroom.ui.kit.look import look_from

        kept = reader.setting("look")
        look = look_from(kept, wish)
        self._language.use(look.language)
        book = CommandBook(self._app)
        book.set_keys(reader.setting("keys") or {})
        room = Room(self._tasks, book, clock=self._profile.clock.now, parent=self._app)
        room.locator = room.finder = room.ground = self._places
        room.read_checklists = self._profile.checklists
        room.connectors = connectors_in(reader.setting(SETTING))
        room.callback = str(reader.setting(CALLBACK) or "")
        room.connector_of = _connector_of
        room.read_picture = _read_picture
        room.requests = RequestWords(self._profile.folder)
        room.speaking = SpeakingCards(self._profile.folder)
        has_mail = mailbox is not None or self._is_demo
        self._loops.sharing = room.sharing
        window = MainWindow(room, self._language, self._outside(), look, mailbox, has_mail=has_mail)
        window.appearance.kept_language = look_from(kept, {}).language
        return window

    def _place(self, window: Any, kept: Any, size: tuple[int, int] | None) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QGuiApplication

        if size is not None:
            window.resize(*size)
        elif not window.come_back(kept):
            screen = QGuiApplication.primaryScreen().availableGeometry()
            is_large = screen.width() >= SMALLEST[0] and screen.height() >= SMALLEST[1]
            if is_large:
                window.setGeometry(screen)  # for a screen that no window manager looks after
                window.setWindowState(Qt.WindowState.WindowMaximized)
            else:
                window.resize(*SMALLEST)

    def _take_picture(self, window: Any, file: Path, screen: str, *, is_once: bool) -> None:
        from controlroom.ui.frame.picture import PictureTaker

        if not file.absolute().parent.is_dir():
            raise WorldFault("The folder of {file} is not there; make it, or name another file.", file=file)
        PictureTaker(window, file.absolute(), screen, window.close_soon if is_once else _nothing)

    def _end(self, window: Any) -> None:
        self._loops.end()
        window.map.stop()
        self._tasks.close()
        window.deleteLater()
        self._app.sendPostedEvents()
        self._app.processEvents()

    def _stay_awake(self, window: "MainWindow") -> None:
        """A screen that sleeps takes the sound along on some desks; and claims of who is gone come back."""
        from controlroom.ui.ringing.awake import Awake

        self._awake = Awake(window)
        self._awake.begin(window.tr("Alerts ring here"))
        if not self._is_demo:
            window.gone.begin()

    # --- the loops ----------------------------------------------------------------------------------------

    def _on_up(self) -> None:
        """The first rows are painted; what the loops load would have kept the interpreter from them."""
        begin, self._when_up = self._when_up, _nothing
        begin()

    def _begin_loops(self, window: "MainWindow", mailbox: dict[str, Any] | None, *, is_once: bool) -> None:
        if not is_once:
            self._loops.begin(mailbox, partial(self._on_damage, window))
            self._stay_awake(window)
        self._loops.begin_sharing()

    def _feed_exercise(self, state: "RoomState") -> None:
        self._loops.feed(state.exercise)

    def _on_damage(self, window: "MainWindow", fault: Damaged) -> None:
        from controlroom.ui.kit.fault_words import fault_text

        self._tasks.call_soon(lambda: window.room.say(fault_text(fault), "warning"))

    # --- what the window may ask of other rooms -----------------------------------------------------------

    def _outside(self) -> "Outside":
        from controlroom.mapview.room import MapRoom
        from controlroom.ui.outside import Outside

        reader = self._profile.reader()
        return Outside(
            map=MapRoom(),
            outlines=self._places.outlines,
            street_map=self._street_map,
            import_places=self._import_places,
            check_mailbox=self._check_mailbox,
            use_mailbox=self._loops.use_mailbox,
            sign_in=self._loops.sign_in,
            send_pending=lambda: self._loops.link().send_pending(),
            sign_out=self._loops.sign_out,
            try_canary=_try_canary,
            is_password=lambda typed: self._loops.link().is_password(typed),
            keep_door=self._keep_door,
            has_pins=bool(reader.setting("pins")),
            is_signed_out=bool(reader.setting("account")) and reader.setting("password") == "",
        )

    def _check_mailbox(self, mailbox: dict[str, Any]) -> str:
        """On a worker thread."""
        from PySide6.QtCore import QCoreApplication

        self._loops.look_into(mailbox)
        return QCoreApplication.translate("app", "The mailbox answers; mail is fetched from now on.")

    def _keep_door(self, kept: bytes) -> None:
        from controlroom.store.desk.files import write_whole
        from controlroom.ui.kit.look import DOOR

        write_whole(self._profile.folder / DOOR, kept)

    def _street_map(self) -> "StreetMap | None":
        from controlroom.mapview.tiles import StreetMap

        return StreetMap.in_folder(self._profile.folder / "streets")

    def _import_places(self, file: Path) -> str:
        return _imported(self._places.import_file(file))


def _imported(found: "Imported") -> str:
    from PySide6.QtCore import QCoreApplication

    text = QCoreApplication.translate("app", "Imported: %1 districts, %2 stations.")
    return text.replace("%1", str(found.districts)).replace("%2", str(found.stations))


def _connector_of(settings: "ConnectorSettings") -> "Connector":
    from controlroom.handover.registry import connector_of

    return connector_of(settings)


def _try_canary(canary: "Canary") -> str:
    """On a worker thread."""
    from controlroom.handover.canary import try_way

    return try_way(canary)


def _nothing() -> None:
    """The picture is taken and the window goes on; or what waited for it has begun."""


def _read_picture(raw: bytes, which: int, is_blurred: bool) -> "Pixels":
    """On a worker thread."""
    from controlroom.intake.limited.pictures import read_picture

    return read_picture(raw, which, is_blurred=is_blurred)
