"""The local log as a replica of the room's: casework's Replica. Its transactions wait for people's."""

import hashlib
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Any
from uuid import UUID

from controlroom import log
from controlroom.casework.ports import Changes
from controlroom.casework.room.sharing import (
    Account,
    Answer,
    Landed,
    Memory,
    PendingEvent,
    Seal,
    SharedEvent,
)
from controlroom.domain.case import Case
from controlroom.errors import BadInput, WorldFault
from controlroom.log import fail_point
from controlroom.store.care import seals
from controlroom.store.care.persons import all_files, files_after, settle_persons
from controlroom.store.connections import Reading, WriteGate
from controlroom.store.desk import identity
from controlroom.store.desk.connecting import make_over
from controlroom.store.desk.deskclock import DeskClock
from controlroom.store.desk.files import is_window_open
from controlroom.store.desk.keys import keep_secret, kept_secret
from controlroom.store.drafts import put_setting, setting
from controlroom.store.mails import blob, put_blob
from controlroom.store.projection import Changed, Projector, project_all
from controlroom.store.replica.confirming import Confirming, take_back
from controlroom.store.replica.held import places_of
from controlroom.store.replica.landing import Laid, Landing
from controlroom.store.replica.page import Page, collector_off
from controlroom.store.replica.rows import NotTogether
from controlroom.store.roomwide import all_subjects, settle
from controlroom.store.writer import StoreWriter

SLICE_S = 0.002  # of work, with its rows and the commit 7 ms: a person's action waits for one of them at most
CASES, TOGETHER = 12, 4  # folded anew in one transaction; streams in one statement
LONG_S, LONG_CASES, LONG_TOGETHER = 0.5, 400, 200  # where no window is open: half as many pages are written
LOOK_S = 1.0  # how long it holds whether one is open
_GAPS = 500
_OURS = (
    " FROM events WHERE seq IS NULL AND refused IS NULL"
    " AND desk IN (SELECT value ->> 'desk' FROM settings WHERE name = 'identity'"
    " UNION ALL SELECT d.value FROM settings AS s, json_each(s.value) AS d WHERE s.name = 'former_desks')"
)
_PENDING = (
    "SELECT id, stream, stream_id, kind, version, happened_at, at, coalesce(login, actor), desk,"
    " coalesce(sent_body, body)" + _OURS + " ORDER BY lsn LIMIT ?"
)
_FORMER = (
    "SELECT desk, coalesce(max(substr(body ->> 'number', 6, 2)), '') FROM events"
    " WHERE seq IS NULL AND refused IS NULL AND desk IN (SELECT d.value FROM settings AS s,"
    " json_each(s.value) AS d WHERE s.name = 'former_desks') GROUP BY desk"
)
_log = log.logger("store")


class StoreReplica:
    """What sync asks of this desk's store."""

    def __init__(
        self, gate: WriteGate, reading: Reading, writer: StoreWriter, folder: Path, clock: DeskClock
    ) -> None:
        self._gate, self._reading, self._writer, self._folder = gate, reading, writer, folder
        self._clock = clock
        self._looked_at, self._has_window = -LOOK_S, False

    # --- who this is --------------------------------------------------------------------------------------

    def account(self) -> Account | None:
        """Whose profile this is in which room, None while it is alone."""
        return self._reading.glance(identity.account_of)

    def set_account(self, account: Account, *, mark: str) -> None:
        """The profile belongs to that login from now on. Raises BadInput where it belongs to another."""
        known = self.account()
        if known is not None and (known.login, known.room) != (account.login, account.room):
            raise BadInput(
                "This profile belongs to {login} in the room {room}; take another profile for another one.",
                login=known.login,
                room=known.room_name,
            )
        last: int | None = 0 if known is None or mark != self.mark() else None
        while last is not None:
            with self._gate.transaction(is_person=False) as connection:
                last, changed = make_over(connection, account, mark=mark, after=last, most=self._stride()[1])
                cases, rev = self._project(connection, changed)
                if last is None:
                    identity.connected(connection, account, mark)
                    settle_persons(connection, all_files(connection))
            self._publish(cases, rev, Changes(cases=frozenset(cases)))
        if known is not None and known != account:
            with self._gate.transaction(is_person=False) as connection:
                identity.keep_account(connection, account)

    def password(self) -> str | None:
        """As kept, None where it never was."""
        kept = self._reading.glance(lambda connection: setting(connection, "password"))
        return kept if kept is not None else kept_secret(self._folder, "password")

    def keep_password(self, password: str) -> None:
        """In the desktop's secret store where that holds the profile's key, else in the encrypted profile.

        None at all, "", always there too: the window comes up locked, and asks no keyring for it.
        """
        is_outside = keep_secret(self._folder, "password", password)
        self._set("password", None if is_outside and password else password)

    def desk(self) -> UUID:
        """This desk's id."""
        return UUID(self._reading.glance(identity.identity_of).desk)

    def become_new_desk(self) -> None:
        """From now on another desk of the same login: where the folder is a copy, or the token was lost."""
        with self._gate.transaction(is_person=False) as connection:
            identity.renew(connection)

    def mark(self) -> str:
        """The two characters in the numbers that this desk gives."""
        return self._reading.glance(identity.identity_of).mark

    def former_desks(self) -> Mapping[UUID, str]:
        """Desks that this one was before and of which events wait, each with the mark in its numbers."""
        rows = self._reading.glance(lambda c: c.execute(_FORMER).fetchall())
        return {UUID(desk): mark for desk, mark in rows}

    def tokens(self) -> tuple[UUID, UUID]:
        """(the token the server has, the next one); both are on disk."""
        with self._gate.transaction(is_person=False) as connection:
            return identity.tokens_of(connection)

    def use_token(self, token: UUID) -> None:
        """The server took this one."""
        with self._gate.transaction(is_person=False) as connection:
            identity.use_token(connection, token)

    # --- what goes out ------------------------------------------------------------------------------------

    def pending(self, limit: int) -> Sequence[PendingEvent]:
        """The oldest of what was made here and is not in the room, as the room is to have it."""
        rows = self._gate.glance(lambda c: c.execute(_PENDING, (limit,)).fetchall())
        return [PendingEvent(UUID(bytes=row[0]), row[1], UUID(bytes=row[2]), *row[3:]) for row in rows]

    def pending_count(self) -> int:
        """How many there are."""
        return self._count("SELECT count(*)" + _OURS)

    def pushed_count(self) -> int:
        """How many events of this desk the room has."""
        return self._count("SELECT count(*) FROM events WHERE seq IS NOT NULL AND desk = ?", str(self.desk()))

    def pulled_count(self) -> int:
        """How many events of others are here."""
        return self._count(
            "SELECT count(*) FROM events WHERE seq IS NOT NULL AND desk <> ?", str(self.desk())
        )

    def refused_count(self) -> int:
        """How many the room did not take."""
        return self._count("SELECT count(*) FROM events WHERE refused IS NOT NULL")

    def set_aside_count(self) -> int:
        """How many rows came that no event can be made of."""
        return self._count("SELECT count(*) FROM set_aside")

    def confirm(self, answers: Sequence[Answer]) -> None:
        """Write down the numbers; what was refused or is in conflict leaves the fold and shows why.

        Where the room has them all it does not wait for the disk: asked again, it says the same.
        """
        is_durable = any(answer.seq is None for answer in answers)
        at, (slice_s, most, _) = 0, self._stride()
        while at < len(answers):
            with self._gate.transaction(is_person=False, is_durable=is_durable) as connection:
                taking = Confirming(connection)
                until = time.perf_counter() + slice_s
                is_full = False
                while at < len(answers) and not is_full:
                    taking.take(answers[at])
                    at += 1
                    is_full = len(taking.changed) >= most or time.perf_counter() > until
                cases, rev = self._project(connection, taking.changed, taking.touched)
                newest = max((answer for answer in answers[:at] if answer.hash), key=_seq, default=None)
                if newest is not None:
                    _remember_head(connection, newest.seq or 0, newest.hash or b"")
                room = settle(connection, taking.subjects)
                persons = frozenset(settle_persons(connection, taking.files))
            changed = frozenset(cases) | taking.touched
            told = Changes(cases=changed, drafts=taking.has_drafts, room=room, persons=persons)
            self._publish(cases, rev, told)

    # --- what comes in ------------------------------------------------------------------------------------

    def cursor(self) -> int:
        """All of the room up to this number was seen."""
        return int(self._gate.glance(lambda connection: setting(connection, "cursor")) or 0)

    def land(self, rows: Sequence[SharedEvent], *, cursor: int | None = None) -> Landed:
        """Lay the rows down, a few milliseconds' worth a transaction; the cursor moves with the last."""
        slice_s, _, together = self._stride()
        page = Page(rows, cursor, slice_s=slice_s, together=together)
        with collector_off():
            self._lay_down(page)
        return Landed(page.gaps, page.set_aside)

    def _lay_down(self, page: Page) -> None:
        while not page.is_done:
            try:
                self._slice(page)
            except NotTogether:
                page.part()
            except WorldFault:
                raise
            except Exception as fault:  # noqa: BLE001  one case may not stop the room: it is set aside, and shown
                _log.error("rows could not be laid down: %s", log.where(fault))
                if page.is_alone:
                    self._set_aside(page, log.where(fault))
                else:
                    page.part()

    def _slice(self, page: Page) -> None:
        """One transaction's worth of the page; the cursor moves with the last of them.

        It does not wait for the disk: after a power cut the cursor stands where the rows end, and the room
        gives them once more.
        """
        with self._gate.transaction(is_person=False, is_durable=False) as connection:
            landing = self._landing(connection, page)
            at = page.lay_some(landing)
            laid = landing.finish()
            is_done = at == len(page.groups)
            if is_done:
                _move_cursor(connection, page.rows, page.cursor)
                gaps = connection.execute("SELECT stream_id FROM gaps LIMIT ?", (_GAPS,)).fetchall()
                page.gaps = tuple(UUID(bytes=row[0]) for row in gaps)
            fail_point("in-transaction")
            self._writer.told(laid.events, laid.rev)
        page.at, page.is_done = at, is_done
        page.set_aside += laid.set_aside
        still_open = {case_id: case for case_id, case in laid.cases.items() if case.is_open}
        self._publish(still_open, laid.rev, _changes(laid))

    def _landing(self, connection: Any, page: Page) -> Landing:
        is_fetched = page.cursor is None
        return Landing(connection, self._writer, is_fetched=is_fetched, one_by_one=page.is_alone)

    def _set_aside(self, page: Page, why: str) -> None:
        with self._gate.transaction(is_person=False) as connection:
            landing = Landing(connection, self._writer)
            landing.set_aside(page.groups[page.at], why)
        page.at += 1
        page.set_aside += landing.laid.set_aside

    def held(self, streams: Sequence[UUID]) -> Sequence[int]:
        """Up to which place each of these streams is held without a gap; 0 for one that is not here."""
        upto = self._reading.glance(lambda connection: places_of(connection, [one.bytes for one in streams]))
        return [upto.get(stream.bytes, 0) for stream in streams]

    def set_shape(self) -> int:
        """The shape of the server when its working set was taken; 0 where that is not known."""
        return int(self._setting("set_shape") or 0)

    def note_set_shape(self, shape: int) -> None:
        """Everything that a server of this shape counts among the working set is here."""
        self._set("set_shape", shape)

    def is_whole(self, streams: Sequence[UUID]) -> None:
        """The room has no more of these than is held: their gaps were closed by the answer to a push."""
        with self._gate.transaction(is_person=False) as connection:
            connection.executemany("DELETE FROM gaps WHERE stream_id = ?", [(one.bytes,) for one in streams])

    def unread(self) -> Sequence[UUID]:
        """Streams here of which this login could not read an event, and the files of persons: what cannot be
        read of those says not even whose it is."""
        query = (
            "SELECT DISTINCT stream_id FROM stubs WHERE stream_id IS NOT NULL"
            " UNION SELECT file FROM person_files"
        )
        rows = self._reading.glance(lambda connection: connection.execute(query).fetchall())
        return [UUID(bytes=row[0]) for row in rows]

    # --- the server, as far as it is remembered -----------------------------------------------------------

    def memory(self) -> Memory:
        """What this desk remembers of the server."""
        return self._reading.glance(identity.memory_of)

    def remember(self, memory: Memory) -> None:
        """Write it down."""
        with self._gate.transaction(is_person=False) as connection:
            identity.keep_memory(connection, memory)

    def hashes_below(self, seq: int, limit: int) -> Sequence[tuple[int, bytes]]:
        """(seq, hash) that this desk holds below a number, newest first."""
        query = (
            "SELECT seq, room_hash FROM events WHERE seq < ?1"
            " UNION ALL SELECT seq, hash FROM stubs WHERE seq < ?1 ORDER BY 1 DESC LIMIT ?2"
        )
        rows = self._reading.glance(lambda connection: connection.execute(query, (seq, limit)).fetchall())
        return [(row[0], bytes(row[1])) for row in rows]

    def forget_after(self, seq: int) -> int:
        """A fail-over lost what came after this number: those events are pending again. Gives how many."""
        with self._gate.transaction(is_person=False) as connection:
            files = files_after(connection, seq)
            count, changed = take_back(connection, seq, identity.identity_of(connection).desk)
            cases, rev = self._project(connection, changed)
            room = settle(connection, all_subjects(connection))
            persons = frozenset(settle_persons(connection, files))
            seals.send_again(connection)
            put_setting(connection, "cursor", min(seq, int(setting(connection, "cursor") or 0)))
            memory = identity.memory_of(connection)
            if memory.seq > seq:
                row = connection.execute(
                    "SELECT room_hash FROM events WHERE seq = ?1"
                    " UNION ALL SELECT hash FROM stubs WHERE seq = ?1",
                    (seq,),
                ).fetchone()
                identity.keep_memory(connection, replace(memory, seq=seq, hash=bytes(row[0]) if row else b""))
        self._publish(cases, rev, Changes(cases=frozenset(cases), room=room, persons=persons))
        return count

    def learn_skew(self, ahead_ms: int) -> None:
        """This desk's clock is so far ahead of the server's: from now on all here bears the right time."""
        if (kept := self._clock.learn(ahead_ms)) is not None:
            self._set("clock", kept)

    def flushed(self, seq: int) -> None:
        """Everything up to this number is on two machines."""
        if seq != self._setting("flushed"):
            self._set("flushed", seq)

    def flushed_seq(self) -> int:
        """Up to which number everything is on two machines."""
        return int(self._setting("flushed") or 0)

    # --- blobs --------------------------------------------------------------------------------------------

    def blob(self, sha256: str) -> bytes | None:
        """Bytes by their SHA-256 in hex, None when this desk does not hold them."""
        with self._reading.connection() as connection:
            return blob(connection, sha256)

    def keep_blob(self, data: bytes) -> str:
        """Keep bytes; gives their SHA-256 in hex."""
        sha = hashlib.sha256(data).digest()
        with self._gate.transaction(is_person=False) as connection:
            put_blob(connection, sha, data)
        return sha.hex()

    # --- the keys of persons' files -----------------------------------------------------------------------

    def unsent_seals(self, limit: int) -> Sequence[Seal]:
        """Keys that were made here and that the room has not got."""
        return self._gate.glance(lambda connection: seals.unsent(connection, limit))

    def seals_sent(self, sent: Sequence[Seal]) -> None:
        """The room has these, or wants none of that file."""
        with self._gate.transaction(is_person=False) as connection:
            seals.sent(connection, sent)

    def lacking_seals(self, rows: Sequence[SharedEvent]) -> Sequence[UUID]:
        """The keys that these rows are sealed with and that are not here."""
        return self._reading.glance(lambda connection: seals.lacking(connection, rows))

    def keep_seals(self, found: Sequence[Seal]) -> None:
        """Keys from the room; one of a file that was erased is not kept."""
        with self._gate.transaction(is_person=False, is_durable=False) as connection:
            seals.keep(connection, found, is_sent=True)

    # --- the rows behind the screens ----------------------------------------------------------------------

    def draw_anew(self) -> None:
        """The rows of all open cases, a few a transaction: the clocks have other limits now."""
        query = "SELECT id FROM cases WHERE is_open = 1 ORDER BY priority, received_at"
        left = [UUID(bytes=row[0]) for row in self._reading.glance(lambda c: c.execute(query).fetchall())]
        while left:
            some, left = left[: self._stride()[1]], left[self._stride()[1] :]
            with self._gate.transaction(is_person=False) as connection:
                cases, rev = self._project(connection, {case_id: (None, frozenset()) for case_id in some})
            self._publish(cases, rev, Changes(cases=frozenset(cases)))

    # --- shared by the above ------------------------------------------------------------------------------

    def _stride(self) -> tuple[float, int, int]:
        """(seconds of work, cases folded anew) between two commits, and streams laid down together."""
        now = time.monotonic()
        if now > self._looked_at + LOOK_S:
            self._looked_at, self._has_window = now, is_window_open(self._folder)
        return (SLICE_S, CASES, TOGETHER) if self._has_window else (LONG_S, LONG_CASES, LONG_TOGETHER)

    def _project(
        self, connection: Any, changed: Changed, touched: Iterable[UUID] = ()
    ) -> tuple[dict[UUID, Case], int]:
        projector = Projector(connection, self._writer.limits)
        cases = project_all(connection, projector, changed)
        projector.finish()
        for case_id in touched:
            if case_id not in cases:
                case = self._writer.held(connection, case_id)
                projector.touch(case_id)
                cases |= {case_id: case} if case is not None else {}
        self._writer.told((), projector.rev)
        return cases, projector.rev

    def _publish(self, cases: dict[UUID, Case], rev: int, changes: Changes) -> None:
        self._writer.hold(cases, rev)
        if changes != Changes():
            self._writer.published(changes)

    def _setting(self, name: str) -> Any:
        return self._reading.glance(lambda connection: setting(connection, name))

    def _set(self, name: str, value: Any) -> None:
        with self._gate.transaction(is_person=False) as connection:
            put_setting(connection, name, value)

    def _count(self, query: str, *values: Any) -> int:
        return int(self._reading.glance(lambda connection: connection.execute(query, values).fetchone())[0])


def _seq(answer: Answer) -> int:
    return answer.seq or 0


def _changes(laid: Laid) -> Changes:
    ringing = {c for c in laid.alerts if (case := laid.cases.get(c)) and case.is_open and not case.owner}
    return Changes(
        cases=frozenset(laid.cases) | laid.touched,
        new_alerts=frozenset(ringing),
        places=any(event.kind == "places_imported" for event in laid.events),
        room=laid.room,
        persons=laid.persons,
        events=tuple(laid.events),
        rows=laid.rows,
    )


def _move_cursor(connection: Any, rows: Sequence[SharedEvent], cursor: int | None) -> None:
    if cursor is None:
        return
    put_setting(connection, "cursor", cursor)
    last = max(rows, key=attrgetter("seq"), default=None)
    if last is not None and last.seq == cursor:
        _remember_head(connection, cursor, last.hash)


def _remember_head(connection: Any, seq: int, head: bytes) -> None:
    memory = identity.memory_of(connection)
    if seq > memory.seq:
        identity.keep_memory(connection, replace(memory, seq=seq, hash=head))
