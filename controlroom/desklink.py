"""Puts sync and store together: one profile's link to the shared database, for the window and for words."""

from collections.abc import Callable
from threading import Event

from controlroom.casework.ports import Changes, Health
from controlroom.casework.room.sharing import Link, LinkPublish, PresencePublish
from controlroom.errors import ControlRoomError
from controlroom.store import Profile
from controlroom.store.eventlog import micros
from controlroom.sync.elsewhere import OnServer
from controlroom.sync.faults import SIGNED_OUT
from controlroom.sync.hosts import Login
from controlroom.sync.joining import join_room
from controlroom.sync.loop import SyncLoop
from controlroom.sync.pull import LARGE_PAGE, PAGE
from controlroom.sync.session import Door, login_of


class DeskLink:
    """One profile's. `loop` needs a thread; all else may be called from any thread, and may be slow."""

    def __init__(
        self,
        profile: Profile,
        *,
        publish: LinkPublish = lambda link: None,
        presence: PresencePublish | None = None,
        has_window: bool = True,
    ) -> None:
        self._replica, self._publish = profile.replica, publish
        self._page = PAGE if has_window else LARGE_PAGE
        self.loop = SyncLoop(profile.replica, publish=publish, presence=presence, page=self._page)
        self.elsewhere = OnServer(profile.replica)
        profile.subscribe(self._on_changes)

    def sign_in(self, dsn: str, login: str, password: str, *, plain_loopback: bool = False) -> None:
        """Connect for the first time or again. The loop does the rest, and says how much is left."""
        join_room(self._replica, Login(dsn, login, password, plain_loopback), page=self._page, is_whole=False)

    def tell_mail(self, health: Health) -> None:
        """How the mail of this desk goes, for the desks of the room that fetch none."""
        at = health.last_success
        self.loop.tell_mail(health.state, micros(at) if at is not None else None)

    def send_pending(self) -> int:
        """Push now; gives how many are still only here. Raises what the world did."""
        account = self._replica.account()
        if account is not None and self._replica.pending_count():
            session = Door(self._replica).open(login_of(account, self._replica.password()), account)
            try:
                session.push(Event())
            finally:
                session.close()
        return self._replica.pending_count()

    def sign_out(self) -> None:
        """End the loop first. The password is forgotten; the account stays, for the same person only."""
        self._replica.keep_password("")
        self._publish(Link("refused", pending=self._replica.pending_count(), fault=SIGNED_OUT))

    def is_password(self, typed: str) -> bool:
        """Of the login that this desk is connected as."""
        return bool(typed) and typed == self._replica.password()

    def _on_changes(self, changes: Changes) -> None:
        if changes.events:
            self.loop.wake()


def sync_once(profile: Profile, failed: Callable[[ControlRoomError], None]) -> None:
    """For a word that has changed something at a connected desk: share it now if the server is there."""
    account = profile.replica.account()
    if account is None:
        return
    try:
        SyncLoop(profile.replica, page=LARGE_PAGE).run_once(account, profile.replica.password())
    except ControlRoomError as fault:
        failed(fault)
