"""The local log as a replica of the room's: casework's Replica. Its transactions wait for people's."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from controlroom import log
from controlroom.casework.ports import Changes
from controlroom.casework.room.sharing import (
    Account,
    Memory,
    Seal,
    SharedEvent,
)
from controlroom.domain.events import CASE, PERSON
from controlroom.errors import BadInput
from controlroom.store.care import seals
from controlroom.store.care.persons import all_files, files_after, settle_persons
from controlroom.store.connections import Reading, WriteGate
from controlroom.store.desk import identity
from controlroom.store.desk.connecting import make_over
from controlroom.store.desk.deskclock import DeskClock
from controlroom.store.desk.keys import keep_secret, kept_secret
from controlroom.store.drafts import put_setting, setting
from controlroom.store.mails import blob, put_blob
from controlroom.store.projection import REFOLDED, Changed, emptied, rev_of
from controlroom.store.replica.confirming import take_back
from controlroom.store.replica.incoming import Incoming
from controlroom.store.replica.outgoing import Outgoing
from controlroom.store.roomwide import all_subjects, settle
from controlroom.store.sweeping import sweep
from controlroom.store.writer import StoreWriter

_FORMER = (
    "SELECT desk, coalesce(max(substr(body ->> 'number', 6, 2)), '') FROM events"
    " WHERE seq IS NULL AND refused IS NULL AND desk IN (SELECT d.value FROM settings AS s,"
    " json_each(s.value) AS d WHERE s.name = 'former_desks') GROUP BY desk"
)
_log = log.logger("store")


class StoreReplica(Incoming, Outgoing):
    """What sync asks of this desk's store."""

    def __init__(
        self, gate: WriteGate, reading: Reading, writer: StoreWriter, folder: Path, clock: DeskClock
    ) -> None:
        super().__init__(gate, reading, writer, folder)
        self._clock = clock

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
                if last is None:
                    identity.connected(connection, account, mark)
                    settle_persons(connection, all_files(connection))
                cases, rev = self._project(connection, changed | emptied(connection))
            self._publish(cases, rev, Changes(cases=frozenset(cases)))
        sweep(self._gate)
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
            persons = frozenset(settle_persons(connection, files))
            cases, rev = self._project(connection, changed | emptied(connection))
            room = settle(connection, all_subjects(connection))
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

    # --- the keys of what is said of persons, and in cases -------------------------------------------------

    def unsent_seals(self, limit: int) -> Sequence[Seal]:
        """Keys that were made here and that the room has not got."""
        return self._gate.glance(lambda connection: seals.unsent(connection, limit))

    def seals_sent(self, sent: Sequence[Seal]) -> None:
        """The room has these, or wants none of that file."""
        with self._gate.transaction(is_person=False, is_durable=False) as connection:
            seals.sent(connection, sent)

    def lacking_seals(self, rows: Sequence[SharedEvent]) -> Sequence[UUID]:
        """The keys that these rows are sealed with and that are not here."""
        named = seals.named(rows)
        return self._reading.glance(lambda connection: seals.lacking(connection, named)) if named else ()

    def keep_seals(self, found: Sequence[Seal]) -> None:
        """Keys from the room, none of what was erased; what is here and waited for them is drawn anew."""
        with self._gate.transaction(is_person=False, is_durable=False) as connection:
            seals.keep(connection, found, is_sent=True)
            opened = seals.have_come(connection, found)
            if opened:
                files = {of for stream, of in opened if stream == PERSON}
                persons = frozenset(settle_persons(connection, files))
                due: Changed = {of: (None, REFOLDED) for stream, of in opened if stream == CASE}
                cases, rev = self._project(connection, due)
        if opened:
            self._publish(cases, rev, Changes(cases=frozenset(cases), persons=persons))

    def wanted_seals(self, limit: int) -> Sequence[tuple[UUID, UUID]]:
        """Keys that something here is sealed by and that did not come with it, each with its stream."""
        return self._reading.glance(lambda connection: seals.wanted(connection, limit))

    def send_seals_again(self) -> None:
        """The room may have lost keys: those that are here go there once more."""
        with self._gate.transaction(is_person=False) as connection:
            seals.send_again(connection)

    def note_erased(self, streams: Sequence[UUID]) -> None:
        """The room says that the words of these were erased; no key of theirs has come here."""
        with self._gate.transaction(is_person=False) as connection:
            keyless = [one for one in streams if not seals.of_stream(connection, one)]
            seals.destroy(connection, keyless)
            due: Changed = {one: (None, REFOLDED) for one in keyless if rev_of(connection, one)}
            cases, rev = self._project(connection, due)
        self._publish(cases, rev, Changes(cases=frozenset(cases)))

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
