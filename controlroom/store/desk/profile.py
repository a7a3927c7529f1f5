"""A profile: one person's or one desk's encrypted folder, opened, migrated, watched and closed."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import sqlcipher3.dbapi2 as sqlcipher

from controlroom.casework.care.plantemplates import Templates
from controlroom.casework.checklists import CheckLists
from controlroom.casework.ports import Changes, Publish
from controlroom.domain.events import Event
from controlroom.errors import Damaged, WorldFault
from controlroom.store.care.carereader import CareReader
from controlroom.store.care.persons import is_due, settle_due
from controlroom.store.connections import Reading, WriteGate
from controlroom.store.database import DATABASE, connect, plain_fault
from controlroom.store.desk.attendance import attend, door
from controlroom.store.desk.checkfiles import read_checklists, read_templates
from controlroom.store.desk.checkup import Checkup, note_damage
from controlroom.store.desk.deskclock import DeskClock
from controlroom.store.desk.files import WindowLock
from controlroom.store.desk.identity import identity_of, login_of, make_identity
from controlroom.store.desk.keys import database_key, keep_sealed, wrap_anew
from controlroom.store.desk.mending import Mended, finish_mending, mend
from controlroom.store.drafts import setting
from controlroom.store.mails import Shelf
from controlroom.store.migrations import migrate
from controlroom.store.outbox import StoreOutbox
from controlroom.store.reading.reader import StoreReader
from controlroom.store.replica.replica import StoreReplica
from controlroom.store.roomwide import limits_in
from controlroom.store.sweeping import sweep
from controlroom.store.watch import Watch
from controlroom.store.writer import StoreWriter

if TYPE_CHECKING:
    from controlroom.store.desk.escrow import Escrow


class Profile:
    """The parts of an open profile. Thread-safe; `close` when done."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self.folder = folder
        on_damage = partial(note_damage, folder)
        self._gate = WriteGate(partial(connect, folder, key, read_only=False), on_damage)
        migrate(self._gate.raw)
        make_identity(self._gate.raw)
        if is_due(self._gate.raw):
            with self._gate.transaction(is_person=True) as raw:
                settle_due(raw)
        self._reading = Reading(partial(connect, folder, key, read_only=True), on_damage)
        self.clock = DeskClock(setting(self._gate.raw, "clock"))
        self.writer = StoreWriter(self._gate, clock=self.clock.now, templates=self.templates)
        sweep(self._gate)
        self.replica = StoreReplica(self._gate, self._reading, self.writer, folder, self.clock)
        self.shelf = Shelf(self._gate, self._reading)
        self.outbox = StoreOutbox(self._reading, folder)
        self._subscribers: list[Publish] = []
        self.writer.limits = limits_in(self._gate.raw)
        self.writer.told = self._told
        self.writer.published = self._tell
        self._watch: Watch | None = None
        self._key = key
        self._window: WindowLock | None = None
        self.attending: BinaryIO | None = None  # says to who would mend it that it is open

    def checklists(self) -> CheckLists:
        """The check-lists of this desk, as their files are now."""
        return read_checklists(self.folder)

    def templates(self) -> Templates:
        """The follow-up plans of this desk, as their files are now."""
        return read_templates(self.folder)

    @property
    def desk(self) -> str:
        """This desk's id."""
        return self._reading.glance(identity_of).desk

    @property
    def mark(self) -> str:
        """The two characters that this desk's own case numbers carry."""
        return self._reading.glance(identity_of).mark

    @property
    def room(self) -> str:
        """The room's id: this desk's own until it is connected."""
        return self._reading.glance(identity_of).room

    @property
    def login(self) -> str:
        """Who acts at a desk that is connected; empty at one that is alone."""
        return self._reading.glance(login_of)

    def reader(self) -> StoreReader:
        """Answers questions on the two read-only connections."""
        return StoreReader(self._reading, lambda: self.writer.limits)

    def care(self) -> CareReader:
        """Answers questions about persons and their follow-up, on the same connections."""
        return self.reader().care()

    def subscribe(self, publish: Publish) -> None:
        """Be told of every commit: this process's at once, another's within half a second."""
        self._subscribers.append(publish)
        if self._watch is None:
            self._watch = Watch(connect(self.folder, self._key, read_only=True), self._tell_of_others)
            self._watch.start()

    def checkup(self, tell: Callable[[Damaged], None]) -> Checkup:
        """A loop that reads every page once; `tell` hears on its thread where one can't be read."""
        return Checkup(self.folder, partial(connect, self.folder, self._key, read_only=True), tell)

    def escrow(self, escrow: "Escrow") -> None:
        """Seal this profile's key for the custodians of the escrow."""
        from controlroom.store.desk.escrow import seal

        keep_sealed(self.folder, seal(self._key, escrow))

    def change_passphrase(self, passphrase: str) -> None:
        """Another passphrase opens the profile from now on. Raises BadInput where it is too short."""
        wrap_anew(self.folder, self._key, passphrase)

    def lock_window(self) -> None:
        """Make this the one window on the profile. Raises WorldFault where there is one already."""
        self._window = WindowLock(self.folder)

    def close(self) -> None:
        """Wait for what is running and close every connection."""
        if self._watch is not None:
            self._watch.stop()
        self._reading.close()
        self._gate.close()
        if self._window is not None:
            self._window.release()
        if self.attending is not None:
            self.attending.close()

    def _told(self, events: Iterable[Event], rev: int) -> None:
        if self._watch is not None:
            self._watch.is_ours(events, rev)

    def _tell(self, changes: Changes) -> None:
        """After a commit of this process, on its thread."""
        if "room_set" in changes.room and self._look_at_limits():
            self.replica.draw_anew()
        self._publish(changes)
        if changes.persons:
            sweep(self._gate)

    def _tell_of_others(self, changes: Changes) -> None:
        """After a commit of another process, which draws what it has changed."""
        if "room_set" in changes.room:
            self._look_at_limits()
        self._publish(changes)

    def _look_at_limits(self) -> bool:
        before, self.writer.limits = self.writer.limits, self._reading.glance(limits_in)
        return before != self.writer.limits

    def _publish(self, changes: Changes) -> None:
        for publish in self._subscribers:
            publish(changes)


_opening = threading.Lock()
_MADE = "made"  # an empty file: a database was made here once, so that an empty one is a loss


def open_profile(folder: Path, ask: Callable[[], str | None] | None = None) -> Profile:
    """Open the profile in `folder`, making it at first use. `ask` gives the passphrase where none is set.

    Raises WorldFault (no key, newer version, disk full) or BadInput (wrong passphrase).
    """
    return _opened(folder, lambda: database_key(folder, ask))


def mend_profile(folder: Path, ask: Callable[[], str | None] | None = None) -> Mended:
    """Make a damaged database anew of what can be read of it; see `mend`. Raises WorldFault, BadInput."""
    return mend(folder, database_key(folder, ask))


def open_by_custodians(folder: Path, escrow: "Escrow", passphrases: Mapping[str, str]) -> Profile:
    """Open a profile whose passphrase is lost, by two custodians. Raises BadInput, WorldFault."""
    from controlroom.store.desk.escrow import unseal

    return _opened(folder, lambda: unseal(folder, escrow, passphrases))


def _opened(folder: Path, key: Callable[[], bytes]) -> Profile:
    with _opening:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
            with door(folder):  # of two that come after a kill, one finishes the mending
                attending = attend(folder)
                with _let_go_where_it_fails(attending):
                    finish_mending(folder)
                    _check_not_lost(folder)
            with _let_go_where_it_fails(attending):
                profile = Profile(folder, key())
                profile.attending = attending
                (folder / _MADE).touch(mode=0o600)
            return profile
        except sqlcipher.Error as fault:
            raise plain_fault(fault, folder) from fault
        except OSError as fault:
            raise WorldFault(
                "The folder {folder} cannot be used ({reason}). See that it may be written to, or name"
                " another one with --profile.",
                folder=folder,
                reason=fault.strerror,
            ) from fault


@contextmanager
def _let_go_where_it_fails(attending: BinaryIO) -> Iterator[None]:
    try:
        yield
    except BaseException:
        attending.close()
        raise


def _check_not_lost(folder: Path) -> None:
    """An empty database would open as a new one, and everything in it would seem never to have been."""
    file = folder / DATABASE
    if (folder / _MADE).exists() and not (file.exists() and file.stat().st_size):
        raise WorldFault(
            "The profile's database {file} is gone or empty; put it back from the backup, with what lies"
            " beside it. To begin anew, take the whole folder away.",
            file=file,
        )
