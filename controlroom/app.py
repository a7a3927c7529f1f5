"""Puts the parts together: profile, window, loops; and takes them apart again. The one event loop is here.

Qt is imported inside functions: the profile is opened meanwhile, on a thread of its own.
"""

import getpass
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

from controlroom import log
from controlroom.casework.ports import Health
from controlroom.doorstep import Opening, say_fault
from controlroom.errors import Damaged, WorldFault
from controlroom.loops import Loops
from controlroom.places.late import LateAtlas
from controlroom.store import Profile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from controlroom.casework.arriving.canary import Canary
    from controlroom.casework.arriving.pictures import Pixels
    from controlroom.casework.handing.ports import Connector, ConnectorSettings
    from controlroom.desklink import DeskLink
    from controlroom.domain.exercise import Exercise
    from controlroom.mapview.tiles import StreetMap
    from controlroom.places.atlas import Imported
    from controlroom.ui.frame.window import MainWindow
    from controlroom.ui.kit.language import Language
    from controlroom.ui.outside import Outside, SignIn
    from controlroom.ui.shared.sharing import Sharing

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
        self._loops = Loops()
        self._places = LateAtlas(profile.folder / "places")
        self._health: Callable[[Health], None] = lambda health: None
        self._sharing: Sharing | None = None
        self._link: DeskLink | None = None
        self._link_lock = Lock()
        self._fed: Exercise | None = None
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
        self._health = window.alarm.show_health
        self._sharing = window.room.sharing
        window.closing.connect(self._app.quit)
        self._window_state = window.room.state
        if not is_once:
            window.room.state.changed.connect(self._feed_exercise)
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

        look = look_from(reader.setting("look"), wish)
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
        return MainWindow(room, self._language, self._outside(), look, mailbox, has_mail=has_mail)

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

    def _feed_exercise(self) -> None:
        """The desk of whoever began an exercise makes its alerts."""
        exercise = self._window_state.exercise
        if exercise is not None and exercise.by == self._tasks.person:
            if exercise != self._fed:
                self._fed = exercise
                self._tasks.work(partial(self._start_exercise, exercise))
        elif self._fed is not None:
            self._fed = None
            self._tasks.work(partial(self._loops.end, "exercise"))

    def _start_exercise(self, exercise: "Exercise") -> None:
        from controlroom.exercising import exercise_loop

        self._loops.start("exercise", exercise_loop(self._profile, exercise))

    # --- the loops ----------------------------------------------------------------------------------------

    def _on_up(self) -> None:
        """The first rows are painted; what the loops load would have kept the interpreter from them."""
        begin, self._when_up = self._when_up, _nothing
        begin()

    def _begin_loops(self, window: "MainWindow", mailbox: dict[str, Any] | None, *, is_once: bool) -> None:
        if not is_once:
            self._loops.start("checkup", self._profile.checkup(partial(self._on_damage, window)))
            self._start_loops(mailbox)
            self._stay_awake(window)
        if self._profile.login:
            self._tasks.work(self._share)

    def _start_loops(self, mailbox: dict[str, Any] | None) -> None:
        maildir = self._profile.folder / "maildir"
        if self._is_demo:
            from controlroom.demo import Post

            (maildir / "new").mkdir(parents=True, exist_ok=True)
            self._loops.start("demo", Post(maildir))
            mailbox = {"kind": "folder", "folder": str(maildir)}
        if mailbox is not None:
            self._tasks.work(partial(self._use_mailbox, mailbox))
        self._tasks.work(self._start_sending)

    def _start_sending(self) -> None:
        """On a worker thread: what the connectors need takes a moment to load."""
        from controlroom.sendingroom import canary_loop, sending_loop

        loop = sending_loop(self._profile, self._publish)
        self._profile.subscribe(lambda changes: loop.wake() if changes.events else None)
        self._loops.start("sending", loop)
        if not self._is_demo:
            self._loops.start("canary", canary_loop(self._profile, self._publish))

    def _use_mailbox(self, mailbox: dict[str, Any] | None) -> None:
        """On a worker thread: the loop before it may take a moment to end."""
        from controlroom.mailroom import intake_loop, source_from

        if mailbox is not None:
            self._loops.start("intake", intake_loop(self._profile, source_from(mailbox), self._publish))

    def _on_damage(self, window: "MainWindow", fault: Damaged) -> None:
        from controlroom.ui.kit.fault_words import fault_text

        self._tasks.call_soon(lambda: window.room.say(fault_text(fault), "warning"))

    def _publish(self, health: Health) -> None:
        self._tasks.call_soon(partial(self._health, health))

    def _check_mailbox(self, mailbox: dict[str, Any]) -> str:
        """On a worker thread. What is fetched by this look is kept like any mail."""
        from PySide6.QtCore import QCoreApplication

        from controlroom.mailroom import source_from

        source = source_from(mailbox)
        try:
            next(iter(source.fetch(self._profile.shelf, Event())), None)
        finally:
            source.close()
        return QCoreApplication.translate("app", "The mailbox answers; mail is fetched from now on.")

    # --- the shared database: on worker threads, since its driver takes a tenth of a second to load -------

    def _desk_link(self) -> "DeskLink":
        from controlroom.desklink import DeskLink

        with self._link_lock:
            if self._link is None:
                sharing = self._sharing
                assert sharing is not None
                self._link = DeskLink(
                    self._profile,
                    publish=lambda link: self._tasks.call_soon(partial(sharing.show_link, link)),
                    presence=lambda now: self._tasks.call_soon(partial(sharing.show_present, now)),
                )
                sharing.beat = self._link.loop.beat
                sharing.elsewhere = self._link.elsewhere
            return self._link

    def _share(self) -> None:
        self._loops.start("sync", self._desk_link().loop)

    def _sign_in(self, typed: "SignIn") -> None:
        link = self._desk_link()
        link.sign_in(typed.dsn, typed.login, typed.password, plain_loopback=typed.plain_loopback)
        self._share()

    def _sign_out(self) -> None:
        self._loops.end("sync")
        self._desk_link().sign_out()

    # --- what the window may ask of other rooms -----------------------------------------------------------

    def _outside(self) -> "Outside":
        from controlroom.mapview.room import MapRoom
        from controlroom.ui.outside import Outside

        return Outside(
            map=MapRoom(),
            outlines=self._places.outlines,
            street_map=self._street_map,
            import_places=self._import_places,
            check_mailbox=self._check_mailbox,
            use_mailbox=self._use_mailbox,
            sign_in=self._sign_in,
            send_pending=lambda: self._desk_link().send_pending(),
            sign_out=self._sign_out,
            try_canary=_try_canary,
            is_password=lambda typed: self._desk_link().is_password(typed),
            keep_door=self._keep_door,
            has_pins=bool(self._profile.reader().setting("pins")),
        )

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
