"""What runs beside the window of one profile: mail, letters, test mails, an exercise, the shared database.

Each is loaded when it begins: before the first rows its weight would keep the interpreter from them.
"""

from collections.abc import Callable
from functools import partial
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

from controlroom.casework.ports import Health
from controlroom.errors import Damaged
from controlroom.loops import Loops
from controlroom.store import Profile

if TYPE_CHECKING:
    from controlroom.desklink import DeskLink
    from controlroom.domain.exercise import Exercise
    from controlroom.ui.outside import SignIn
    from controlroom.ui.shared.sharing import Sharing
    from controlroom.ui.tasks import TaskRunner


class RoomLoops:
    """Main thread only, but for what says otherwise. `show_health` and `sharing` are the window's."""

    def __init__(self, profile: Profile, tasks: "TaskRunner", *, is_demo: bool) -> None:
        self._profile, self._tasks, self._is_demo = profile, tasks, is_demo
        self.show_health: Callable[[Health], None] = lambda health: None
        self.sharing: Sharing | None = None
        self._loops = Loops()
        self._link: DeskLink | None = None
        self._mail: Health | None = None  # how this desk's own goes
        self._link_lock = Lock()
        self._fed: Exercise | None = None

    def begin(self, mailbox: dict[str, Any] | None, on_damage: Callable[[Damaged], None]) -> None:
        """All of this desk's own; `on_damage` is called on the thread that finds it."""
        self._loops.start("checkup", self._profile.checkup(on_damage))
        if self._is_demo:
            mailbox = self._post_of_the_demo()
        if mailbox is not None:
            self._tasks.work(partial(self.use_mailbox, mailbox))
        self._tasks.work(self._start_sending)

    def begin_sharing(self) -> None:
        """With the shared database, where this desk has a login there."""
        if self._profile.login:
            self._tasks.work(self._share)

    def end(self) -> None:
        """All of it; waits for what each is in the middle of."""
        self._loops.end()

    def _publish(self, health: Health) -> None:
        self._tasks.call_soon(partial(self.show_health, health))

    def _publish_mail(self, health: Health) -> None:
        self._publish(health)
        self._mail = health
        if self._link is not None:
            self._link.tell_mail(health)

    # --- mail and letters ---------------------------------------------------------------------------------

    def _post_of_the_demo(self) -> dict[str, Any]:
        from controlroom.demo import Post

        maildir = self._profile.folder / "maildir"
        (maildir / "new").mkdir(parents=True, exist_ok=True)
        self._loops.start("demo", Post(maildir))
        return {"kind": "folder", "folder": str(maildir)}

    def use_mailbox(self, mailbox: dict[str, Any]) -> None:
        """On a worker thread: the loop before it may take a moment to end."""
        from controlroom.mailroom import intake_loop, source_from

        self._loops.start("intake", intake_loop(self._profile, source_from(mailbox), self._publish_mail))

    def look_into(self, mailbox: dict[str, Any]) -> None:
        """On a worker thread. What is fetched by this look is kept like any mail. Raises WorldFault."""
        from controlroom.mailroom import source_from

        source = source_from(mailbox)
        try:
            next(iter(source.fetch(self._profile.shelf, Event())), None)
        finally:
            source.close()

    def _start_sending(self) -> None:
        """On a worker thread: what the connectors need takes a moment to load."""
        from controlroom.sendingroom import canary_loop, sending_loop

        loop = sending_loop(self._profile, self._publish)
        self._profile.subscribe(lambda changes: loop.wake() if changes.events else None)
        self._loops.start("sending", loop)
        if not self._is_demo:
            self._loops.start("canary", canary_loop(self._profile, self._publish))

    # --- an exercise --------------------------------------------------------------------------------------

    def feed(self, exercise: "Exercise | None") -> None:
        """The desk of whoever began an exercise makes its alerts."""
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

    # --- the shared database: on worker threads, since its driver takes a tenth of a second to load -------

    def link(self) -> "DeskLink":
        """This desk's link, made when it is first asked for."""
        from controlroom.desklink import DeskLink

        with self._link_lock:
            if self._link is None:
                sharing = self.sharing
                assert sharing is not None
                self._link = DeskLink(
                    self._profile,
                    publish=lambda link: self._tasks.call_soon(partial(sharing.show_link, link)),
                    presence=lambda now: self._tasks.call_soon(partial(sharing.show_present, now)),
                )
                sharing.beat = self._link.loop.beat
                sharing.elsewhere = self._link.elsewhere
                if self._mail is not None:
                    self._link.tell_mail(self._mail)
            return self._link

    def _share(self) -> None:
        self._loops.start("sync", self.link().loop)

    def sign_in(self, typed: "SignIn") -> None:
        """Whose desk it is from now on. Raises BadInput and WorldFault."""
        link = self.link()
        link.sign_in(typed.dsn, typed.login, typed.password, plain_loopback=typed.plain_loopback)
        self._share()

    def sign_out(self) -> None:
        """Nobody's, until the next one signs in."""
        self._loops.end("sync")
        self.link().sign_out()
