"""One desk signed in to the room: presents itself, finds where it and the server part, pushes and pulls."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from threading import Event
from typing import Final
from uuid import UUID, uuid4

import psycopg

from controlroom.casework.room.fetching import Intake
from controlroom.casework.room.sharing import Account, Memory, Present, Replica
from controlroom.domain.roomwide import STREAMS
from controlroom.errors import BadInput, WorldFault
from controlroom.sync.faults import OtherDatabase, Refused
from controlroom.sync.hosts import Login, connect
from controlroom.sync.pull import PAGE, Puller
from controlroom.sync.push import Pusher
from controlroom.sync.server.setup import SHAPE
from controlroom.sync.shared import Cluster, Head, Shared, Welcome

PROGRAM: Final = f"controlroom shape {SHAPE}"
PERSONS_SHAPE: Final = 4  # of the first server that counts the files of persons among the working set
MAIL_SHAPE: Final = 18  # of the first server that knows who fetches mail
_ALL: Final = 1 << 62
_HASHES: Final = 2000
_PAIRS: Final = 1000
_RECENT: Final = 20


class Session:
    """Everything over one connection. One thread at a time; `close` when done."""

    def __init__(
        self,
        replica: Replica,
        shared: Shared,
        cluster: Cluster,
        welcome: Welcome,
        *,
        page: int,
    ) -> None:
        self._replica, self._shared = replica, shared
        self.cluster, self.welcome = cluster, welcome
        self.pusher = Pusher(replica, shared, welcome.kinds)
        self.puller = Puller(replica, shared, page=page)
        self.head: Head | None = None
        self.flushed_seq = 0
        self._recent: deque[Head] = deque(maxlen=_RECENT)
        self._desk = replica.desk()
        self._written: deque[tuple[int, int]] = deque(maxlen=_PAIRS)

    @property
    def shared(self) -> Shared:
        return self._shared

    def push(self, stop: Event) -> None:
        """All that waits here."""
        self.pusher.push(stop)

    def catch_up(
        self,
        stop: Event,
        *,
        usable: Callable[[], None] = lambda: None,
        left: Callable[[int], None] = lambda n: None,
    ) -> None:
        """The working set where this desk has none yet, then everything after the cursor."""
        self.follow_role(stop)
        now, shape = time.time_ns() // 1000, self.cluster.shape or 0
        if self._replica.cursor() == 0:
            if not self.puller.first_sync(stop, usable=usable, left=left, now_us=now):
                return
            self._replica.note_set_shape(shape)
        else:
            self.puller.fill_gaps(stop)
        self.pull(stop)
        if self._replica.set_shape() < PERSONS_SHAPE <= shape:
            self.puller.complete(stop, now_us=now)
            if not stop.is_set():
                self._replica.note_set_shape(shape)
        self.remember()

    def follow_role(self, stop: Event) -> None:
        """A role that reads more: what was hidden is fetched. One that reads less: raises BadInput."""
        account = self._replica.account()
        now = set(self.welcome.audiences)
        if account is None or (set(account.audiences), account.roles) == (now, self.welcome.roles):
            return
        if set(account.audiences) - now:
            raise BadInput(
                "The role of {user} reads less than before, and this desk holds more: push what waits, remove"
                " this profile and connect a new one.",
                user=account.login,
            )
        if "case" in now - set(account.audiences):
            self._replica.land((), cursor=0)  # no case could be read until now: begin as a new desk does
        hidden = [*self._replica.unread(), *STREAMS]
        if now == set(account.audiences) or self.puller.read_again(hidden, stop):
            told = replace(account, roles=self.welcome.roles, audiences=self.welcome.audiences)
            self._replica.set_account(told, mark=self.welcome.mark)

    def pull(self, stop: Event) -> Head:
        """Everything after the cursor; and what is on two machines by now."""
        self.head = head = self.puller.pull(stop)
        if self._recent and _is_set_since(self._recent[-1], head):
            self._recent.clear()
        self._recent.append(head)
        if self.skew_ms is not None:
            self._replica.learn_skew(self.skew_ms)
        self._note_levels(head)
        return head

    @property
    def waits_for_standby(self) -> bool:
        """Whether something here is stored and not yet known to be on two machines."""
        return bool(self.head and self.head.standbys and self.flushed_seq < self.head.seq)

    def _note_levels(self, head: Head) -> None:
        if not head.standbys:
            return
        if not self._written or self._written[-1][0] < head.seq:
            self._written.append((head.seq, head.written))
        if head.flushed is None:
            return
        before = self.flushed_seq
        while self._written and self._written[0][1] <= head.flushed:
            self.flushed_seq = self._written.popleft()[0]
        if self.flushed_seq > before:
            self._replica.flushed(self.flushed_seq)

    def cursor(self) -> int:
        """All up to this number was seen here."""
        return self._replica.cursor()

    @property
    def skew_ms(self) -> int | None:
        """This desk's clock minus the server's, from the quickest of the last answers."""
        if not self._recent:
            return None
        return round(min(self._recent, key=lambda head: head.round_trip_us).skew_us / 1000)

    def remember(self) -> None:
        """Write down how far the server was, so as to know one that is behind it."""
        head = self.head
        if head is None:
            return
        memory = Memory(self.cluster.system, self.cluster.timeline, head.seq, head.hash)
        if memory != self._replica.memory():
            self._replica.remember(memory)

    def presence(self, case_id: UUID | None, *, is_typing: bool) -> list[Present]:
        """Say what is open here, hear what is open elsewhere."""
        return self._shared.presence(self._desk, case_id, is_typing=is_typing)

    def mail(self, state: str | None, last_success: int | None) -> tuple[Intake, ...]:
        """Say how this desk's mail goes (None: it fetches none), hear how everybody's does."""
        if (self.cluster.shape or 0) < MAIL_SHAPE:
            return ()
        return tuple(self._shared.mail(self._desk, state, last_success))

    def close(self) -> None:
        """Hang up."""
        self._shared.close()


class Door:
    """Lets one desk in, as often as the line is lost; keeps the token before, which a fail-over may need."""

    def __init__(self, replica: Replica, *, page: int = PAGE) -> None:
        self._replica, self._page = replica, page
        self._before: UUID | None = None

    def open(self, login: Login, account: Account | None, *, is_anew: bool = False) -> Session:
        """Connect, compare, present. Raises WorldFault or BadInput, one plain sentence.

        `is_anew`: a person says that this server stands for the one before, which a backup came back into.
        """
        shared, cluster = self._connected(login, is_anew=is_anew)
        try:
            if not is_anew:
                compare(self._replica, shared, cluster)
            welcome = self._present(shared)
            if account is not None and account.room != welcome.room:
                raise BadInput(
                    "The login {user} belongs to another room now; use another profile for it.",
                    user=login.user,
                )
            if is_anew:
                begin_anew(self._replica, shared, cluster)
            shared.listen(welcome.room)
        except BaseException:
            shared.close()
            raise
        return Session(self._replica, shared, cluster, welcome, page=self._page)

    def _connected(self, login: Login, *, is_anew: bool) -> tuple[Shared, Cluster]:
        try:
            return connect(login, self._replica.memory())
        except OtherDatabase:
            if not is_anew:
                raise
            return connect(login, Memory())

    def _present(self, shared: Shared) -> Welcome:
        """Once a run under a new token, so that a copy of the profile shows one that is used up."""
        self._introduce_former(shared)
        token, following = self._replica.tokens()
        if self._before is not None:
            following = token
        try:
            welcome = self._hello(shared, token, following)
        except WorldFault as fault:
            if not _is_another_copy(fault) or self._before is None:
                raise
            welcome = self._hello(shared, self._before, token)  # a fail-over lost our last hello
        if following != token:
            self._replica.use_token(following)
        self._before = self._before or token  # not before it is written down: else it would be shown no more
        return welcome

    def _introduce_former(self, shared: Shared) -> None:
        """A backup may be older than the desks that this one was, and would refuse the events of those."""
        for desk, mark in self._replica.former_desks().items():
            try:
                shared.hello(
                    desk, mark or self._replica.mark(), token=uuid4(), following=uuid4(), program=PROGRAM
                )
            except (
                WorldFault
            ):  # the server knows it, which is as well; or it has no place for it, and says so
                if not shared.is_open:
                    raise

    def _hello(self, shared: Shared, token: UUID, following: UUID) -> Welcome:
        desk, mark = self._replica.desk(), self._replica.mark()
        return shared.hello(desk, mark, token=token, following=following, program=PROGRAM)


def _is_set_since(before: Head, head: Head) -> bool:
    """Whether somebody has set a clock between these two answers."""
    unsure = before.round_trip_us + head.round_trip_us + 1_000_000
    return abs(head.skew_us - before.skew_us) > unsure


def login_of(account: Account, password: str | None) -> Login:
    """How this profile gets in."""
    return Login(account.dsn, account.login, password, account.plain_loopback)


def _is_another_copy(fault: WorldFault) -> bool:
    return isinstance(fault.__cause__, psycopg.Error) and fault.__cause__.sqlstate == "CR002"


def compare(replica: Replica, shared: Shared, cluster: Cluster) -> None:
    """On the time line we know the server must have what we saw; on a newer one find where the two part."""
    memory = replica.memory()
    held = list(replica.hashes_below(_ALL, 1))
    if memory.system and cluster.timeline == memory.timeline:
        seen = [*held, *([(memory.seq, memory.hash)] if memory.hash else [])]
        there = shared.hashes([seq for seq, _ in seen])
        if any(there.get(seq) != digest for seq, digest in seen):
            raise Refused(
                "The shared database is behind what this desk has seen of it, as after a restore from a"
                " backup; nothing was sent or taken. Tell the administrator."
            )
    elif memory.system:
        _forget_what_was_lost(replica, shared, memory)
    _know(replica, cluster)


def begin_anew(replica: Replica, shared: Shared, cluster: Cluster) -> None:
    """Back to the last event that both have, whatever this desk remembers; what is ours is sent again."""
    memory = replica.memory()
    if memory.system:
        _forget_what_was_lost(replica, shared, memory)
    _know(replica, cluster)


def _know(replica: Replica, cluster: Cluster) -> None:
    memory = replica.memory()
    known = replace(memory, system=cluster.system, timeline=cluster.timeline)
    if known != memory:
        if memory.system:  # another cluster, or another time line of it: keys may not have come over
            replica.send_seals_again()
        replica.remember(known)


def _forget_what_was_lost(replica: Replica, shared: Shared, memory: Memory) -> None:
    """After a fail-over: back to the last event that both have. What was lost and is ours is sent again."""
    common, newest, below = 0, memory.seq, _ALL
    if memory.seq and shared.hashes([memory.seq]).get(memory.seq) == memory.hash:
        common = memory.seq
    while page := replica.hashes_below(below, _HASHES):
        newest, below = max(newest, page[0][0]), page[-1][0]
        there = shared.hashes([seq for seq, _ in page])
        same = next((seq for seq, digest in page if there.get(seq) == digest), None)
        if same is not None:
            common = max(common, same)
            break
        if below <= common:
            break
    if newest <= common:
        return
    replica.forget_after(common)
    if replica.cursor() > common:
        replica.land((), cursor=common)
    replica.remember(Memory(memory.system, memory.timeline))
