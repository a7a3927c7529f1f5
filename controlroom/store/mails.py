"""The shelf of raw mail: bytes on disk before anything reads them. Implements casework's MailShelf."""

import hashlib
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from controlroom.casework.arriving.ports import NO_CASE, KeptMail, RawMail
from controlroom.domain.events import utc_now
from controlroom.log import fail_point
from controlroom.store.connections import Reading, WriteGate
from controlroom.store.eventlog import micros, moment

_ENOUGH_BYTES = 2 << 20
_WAITING = (
    "SELECT m.sha, b.data, m.account, m.folder, m.internal_date, m.kept_at, m.tries"
    " FROM mails m JOIN blobs b ON b.sha = m.sha"
    " WHERE m.case_id IS NULL AND m.n > coalesce((SELECT n FROM mails WHERE sha = ?), 0)"
    " ORDER BY m.n LIMIT ?"
)


class Shelf:
    """Every call is one durable transaction on the one writer, behind people's actions."""

    def __init__(self, gate: WriteGate, reading: Reading) -> None:
        self._gate, self._reading = gate, reading

    def keep(self, mails: Sequence[RawMail]) -> int:
        """Keep bytes and sightings; gives how many were bytes not seen before."""
        named = [(hashlib.sha256(mail.raw).digest(), mail) for mail in mails]
        with self._gate.transaction(is_person=False) as connection:
            fresh = sum(_keep_one(connection, sha, mail) for sha, mail in named)
            fail_point("in-transaction")
        fail_point("after-keep")
        return fresh

    def waiting(self, limit: int, *, after: str = "") -> list[KeptMail]:
        """Kept mails that are not yet rows, oldest first, from behind `after` (SHA-256); fewer if big."""
        found: list[KeptMail] = []
        size = 0
        with self._reading.connection() as connection, closing(connection.cursor()) as rows:
            for row in rows.execute(_WAITING, (bytes.fromhex(after), limit)):
                found.append(_kept(row))
                size += len(found[-1].raw)
                if size >= _ENOUGH_BYTES:
                    break
        return found

    def count_try(self, sha256: str) -> int:
        """Note that a try to read this mail starts now; gives the number of tries."""
        with self._gate.transaction(is_person=False) as connection:
            row = connection.execute(
                "UPDATE mails SET tries = tries + 1 WHERE sha = ? RETURNING tries", (bytes.fromhex(sha256),)
            ).fetchone()
        return int(row[0]) if row else 0

    def seen_uids(self, account: str, folder: str, uidvalidity: int) -> tuple[int, frozenset[int]]:
        """UIDs of this folder that are kept; the first value is 0: a gap is never taken for kept."""
        with self._reading.connection() as connection:
            rows = connection.execute(
                "SELECT uid FROM sightings WHERE account = ? AND folder = ? AND uidvalidity = ?",
                (account, folder, uidvalidity),
            ).fetchall()
        return 0, frozenset(uid for (uid,) in rows)

    def backlog(self) -> int:
        """How many kept mails are not yet rows."""
        with self._reading.connection() as connection:
            row = connection.execute("SELECT count(*) FROM mails WHERE case_id IS NULL").fetchone()
        return int(row[0])

    def raw(self, sha256: str) -> bytes | None:
        """The bytes of a kept mail."""
        with self._reading.connection() as connection:
            return blob(connection, sha256)


def _keep_one(connection: Any, sha: bytes, mail: RawMail) -> bool:
    if not _was_canary(connection, sha):
        put_blob(connection, sha, mail.raw)
    if mail.uid is not None and mail.uidvalidity is not None:
        connection.execute(
            "INSERT OR IGNORE INTO sightings (account, folder, uidvalidity, uid, sha) VALUES (?, ?, ?, ?, ?)",
            (mail.account, mail.folder, mail.uidvalidity, mail.uid, sha),
        )
    done = connection.execute(
        "INSERT OR IGNORE INTO mails (sha, account, folder, internal_date, kept_at) VALUES (?, ?, ?, ?, ?)",
        (
            sha,
            mail.account,
            mail.folder,
            micros(mail.internal_date) if mail.internal_date else None,
            micros(utc_now()),
        ),
    )
    return bool(done.rowcount)


def _was_canary(connection: Any, sha: bytes) -> bool:
    """A test mail that counted: its bytes are let go of, also where it is fetched again."""
    row = connection.execute("SELECT case_id FROM mails WHERE sha = ?", (sha,)).fetchone()
    return bool(row) and row[0] == NO_CASE.bytes


def _kept(row: Sequence[Any]) -> KeptMail:
    sha, data, account, folder, internal, kept_at, tries = row
    return KeptMail(
        sha.hex(),
        bytes(data),
        account,
        folder,
        moment(internal) if internal is not None else None,
        moment(kept_at),
        tries,
    )


def put_blob(connection: Any, sha: bytes, data: bytes) -> None:
    """Keep bytes under their SHA-256; the same bytes stand once."""
    connection.execute("INSERT OR IGNORE INTO blobs (sha, data) VALUES (?, ?)", (sha, data))


def blob(connection: Any, sha256: str) -> bytes | None:
    """Bytes by their SHA-256 in hex, None when this desk does not hold them."""
    row = connection.execute("SELECT data FROM blobs WHERE sha = ?", (bytes.fromhex(sha256),)).fetchone()
    return bytes(row[0]) if row else None
