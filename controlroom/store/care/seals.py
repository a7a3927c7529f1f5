"""The keys of one store: what is said of a person, or in a case, can be read here as long as its key is here.

One key a file of a person, or a case, and audience: who may not read a note has no key for it. Two desks that
were alone and took one mail in have each made a key of its case: both are kept, and both destroyed.
"""

import secrets
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

import msgspec

from controlroom.casework.room import sealing
from controlroom.casework.room.sharing import Seal, SharedEvent
from controlroom.domain.events import CASE, PERSON
from controlroom.domain.sealed import SEALED, SEALED_BY, clear_of, sealed_with
from controlroom.store.together import insert

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

TABLES = """
CREATE TABLE person_seals (
  id BLOB PRIMARY KEY, file BLOB NOT NULL, audience TEXT NOT NULL, key BLOB NOT NULL, is_sent INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX person_seals_of ON person_seals (file, audience);
CREATE INDEX person_seals_unsent ON person_seals (id) WHERE is_sent = 0;
CREATE TABLE erased (id BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE INDEX persons_opened ON persons (opened_at);
CREATE INDEX events_reviews ON events (stream_id) WHERE kind IN ('erasure_asked', 'retention_reviewed')
"""
# Keys that are not here and that events here are sealed by; and erased cases whose rows are to be drawn anew.
WANTED = """
CREATE TABLE seals_wanted (id BLOB NOT NULL, stream TEXT NOT NULL, of BLOB NOT NULL, PRIMARY KEY (id, of))
  WITHOUT ROWID;
CREATE TABLE emptied (id BLOB PRIMARY KEY) WITHOUT ROWID
"""
# By what they open, not by their ids: one index where there were two, and a case that is recalled finds its
# own in one look.
BY_FILE = """
CREATE TABLE seals_by_file (
  file BLOB NOT NULL, audience TEXT NOT NULL, id BLOB NOT NULL, key BLOB NOT NULL, is_sent INTEGER NOT NULL,
  PRIMARY KEY (file, audience, id)
) WITHOUT ROWID;
INSERT INTO seals_by_file (file, audience, id, key, is_sent)
  SELECT file, audience, id, key, is_sent FROM person_seals ORDER BY 1, 2, 3;
DROP TABLE person_seals;
ALTER TABLE seals_by_file RENAME TO person_seals;
CREATE INDEX person_seals_unsent ON person_seals (file) WHERE is_sent = 0
"""
KEY_BYTES: Final = 32
# Beside the first event of a stream: the id and the key that its words are mostly sealed by, in one look.
KEY_COLUMN: Final = (
    "CASE pos WHEN 1 THEN (SELECT CAST(id || key AS BLOB) FROM person_seals WHERE file = stream_id"
    " AND audience = 'case' ORDER BY id LIMIT 1) END"
)
_FOUND = "SELECT id, key FROM person_seals WHERE file = ? AND audience = ? ORDER BY id LIMIT 1"
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(dict[str, Any]).decode
Secrets = Callable[[], bytes]


class Key(NamedTuple):
    """A key of this store, ready for use."""

    id: UUID
    cipher: "AESGCM"


Keys = Mapping[str, Key]  # by audience, of one file or case
NO_KEYS: Final[Keys] = MappingProxyType({})


def new_secret() -> bytes:
    """A key that nobody can guess."""
    return secrets.token_bytes(KEY_BYTES)


class Seals:
    """The keys of one store, as one connection sees them."""

    def __init__(self, connection: Any, fresh: Secrets = new_secret) -> None:
        self._connection, self._fresh = connection, fresh
        self._keys: dict[UUID, dict[str, Key]] = {}  # that are sealed by here
        self._open: dict[str, AESGCM | None] = {}
        self._read: dict[bytes, bytes] = {}  # keys by their ids, as rows brought them
        self._erased: dict[UUID, bool] = {}
        self._is_any_erased: bool | None = None

    def know(self, of: UUID, keys: Keys) -> None:
        """These were opened in a transaction before, and are here still if it was not erased since."""
        self._keys[of] = {**keys}

    def known(self, of: UUID) -> Keys:
        """The keys of this file or case that were needed."""
        return self._keys.get(of, NO_KEYS)

    def take(self, key: bytes) -> None:
        """What KEY_COLUMN gave."""
        self._read[key[:16]] = key[16:]

    def sealed(
        self,
        event_id: UUID,
        stream: str,
        stream_id: UUID,
        *,
        kind: str,
        audience: str,
        body: Mapping[str, Any],
    ) -> Mapping[str, Any]:
        """The body as it is stored and sent. The key is made where there is none yet; of what was erased
        nothing is said any more."""
        of = sealed_with(stream, stream_id, kind, body)
        if of is None:
            return body
        clear = clear_of(stream, kind, body)
        if len(clear) == len(body):
            return body
        if self.is_erased(of):
            return clear | {SEALED: ""}
        key = self._key_for(of, audience)
        return sealing.sealed(key.cipher, key.id, event_id, of=of, kind=kind, clear=clear, body=body)

    def opened(self, event_id: bytes, stream: str, stream_id: UUID, *, kind: str, body: Any) -> Any:
        """The body as it was said; what is in clear of it where it was erased, as stored where the key has
        not come, or is another's."""
        of = sealed_with(stream, stream_id, kind, body) if isinstance(body, dict) else None
        if of is None:
            return body
        if SEALED not in body:  # in clear: of a former version, or no words in it
            return self._as_left(stream, of, kind, body)
        seal = str(body.get(SEALED_BY))
        cipher = self._open.get(seal) or self._cipher(seal, of)
        if cipher is None:
            return clear_of(stream, kind, body) | {SEALED: ""} if self.is_erased(of) else body
        return sealing.opened(cipher, event_id, of=of, kind=kind, body=body)

    def _as_left(self, stream: str, of: UUID, kind: str, body: dict[str, Any]) -> dict[str, Any]:
        if stream != CASE:
            return body
        clear = clear_of(stream, kind, body)
        return body if len(clear) == len(body) or not self.is_erased(of) else clear | {SEALED: ""}

    def is_erased(self, of: UUID) -> bool:
        """Whether the words of this file, or case, were erased."""
        if self._is_any_erased is None:  # mostly nothing is: one look, not one a case
            found = self._connection.execute("SELECT 1 FROM erased LIMIT 1").fetchone()
            self._is_any_erased = found is not None
        if not self._is_any_erased:
            return False
        if of not in self._erased:
            self._erased[of] = is_erased(self._connection, of)
        return self._erased[of]

    def _key_for(self, of: UUID, audience: str) -> Key:
        keys = self._keys.setdefault(of, {})
        if audience not in keys:
            keys[audience] = self._found(of, audience) or self._new(of, audience)
        return keys[audience]

    def _found(self, of: UUID, audience: str) -> Key | None:
        row = self._connection.execute(_FOUND, (of.bytes, audience)).fetchone()
        return Key(UUID(bytes=row[0]), sealing.cipher_of(bytes(row[1]))) if row else None

    def _new(self, of: UUID, audience: str) -> Key:
        key = self._fresh()
        made = Seal(sealing.seal_id(of, audience, key), of, audience, key)
        keep(self._connection, [made], is_sent=False)
        return Key(made.id, sealing.cipher_of(key))

    def _cipher(self, seal: str, of: UUID) -> "AESGCM | None":
        if seal not in self._open:
            id_ = _bytes_of(seal)
            key = self._read.get(id_) if id_ else None
            key = key or _key_in(self._connection, of, id_)
            self._open[seal] = sealing.cipher_of(key) if key else None
        return self._open[seal]


def _key_in(connection: Any, of: UUID, id_: bytes | None) -> bytes | None:
    query = "SELECT key FROM person_seals WHERE file = ? AND id = ?"
    row = connection.execute(query, (of.bytes, id_)).fetchone()
    return bytes(row[0]) if row else None


def is_erased(connection: Any, of: UUID) -> bool:
    """Whether the words of this file, or case, were erased."""
    return connection.execute("SELECT 1 FROM erased WHERE id = ?", (of.bytes,)).fetchone() is not None


def erased_of(connection: Any, files: Iterable[bytes]) -> set[bytes]:
    """Those of these files, or cases, of which the words were erased."""
    named = _encode([file.hex() for file in files]).decode()
    rows = connection.execute(
        "SELECT id FROM erased WHERE id IN (SELECT unhex(value) FROM json_each(?))", (named,)
    )
    return {row[0] for row in rows}


# --- the keys themselves: made here, sent, fetched, destroyed -----------------------------------------


def keep(connection: Any, seals: Sequence[Seal], *, is_sent: bool) -> None:
    """Write keys down, but of no file that was erased."""
    told = [(one.file.bytes, one.audience, one.id.bytes, one.key, is_sent) for one in seals]
    gone = erased_of(connection, [one.file.bytes for one in seals])
    insert(
        connection,
        "INSERT OR IGNORE INTO person_seals (file, audience, id, key, is_sent)",
        sorted(one for one in told if one[0] not in gone),
    )


def unsent(connection: Any, limit: int) -> list[Seal]:
    """Keys that the room has not got yet."""
    rows = connection.execute(
        "SELECT id, file, audience, key FROM person_seals WHERE is_sent = 0 LIMIT ?", (limit,)
    )
    return [
        Seal(UUID(bytes=id_), UUID(bytes=file), audience, bytes(key)) for id_, file, audience, key in rows
    ]


def sent(connection: Any, seals: Sequence[Seal]) -> None:
    """The room has these."""
    connection.executemany(
        "UPDATE person_seals SET is_sent = 1 WHERE file = ? AND audience = ? AND id = ?",
        [(one.file.bytes, one.audience, one.id.bytes) for one in seals],
    )


def send_again(connection: Any) -> None:
    """The room may have lost some: a fail-over, or a backup."""
    connection.execute("UPDATE person_seals SET is_sent = 0")


def of_stream(connection: Any, of: UUID) -> list[Seal]:
    """The keys of a file or case that are here."""
    rows = connection.execute("SELECT id, audience, key FROM person_seals WHERE file = ?", (of.bytes,))
    return [Seal(UUID(bytes=id_), of, audience, bytes(key)) for id_, audience, key in rows]


def named(rows: Iterable[SharedEvent]) -> set[tuple[bytes, bytes]]:
    """The keys that these rows name: (what it opens, its id)."""
    told = {
        sealing.seal_named(row.body): of
        for row in rows
        if row.body and SEALED in row.body and (of := _opened_by_key(row))
    }
    return {(of.bytes, key) for seal, of in told.items() if (key := _bytes_of(seal))}


def _opened_by_key(row: SharedEvent) -> UUID | None:
    """The file or case whose key a sealed row names."""
    if row.stream in (CASE, PERSON):
        return row.stream_id
    try:
        body = _decode(row.body or "")
    except (msgspec.DecodeError, RecursionError):
        return None
    return sealed_with(row.stream, row.stream_id, row.kind, body) if row.stream_id and row.kind else None


def lacking(connection: Any, named: Collection[tuple[bytes, bytes]]) -> list[UUID]:
    """Those of these keys, named with what they open, that are not here."""
    asked = _encode([(of.hex(), key.hex()) for of, key in named]).decode()
    here = connection.execute(
        "SELECT s.id FROM json_each(?) AS asked CROSS JOIN person_seals AS s"
        " ON s.file = unhex(asked.value ->> 0) AND s.id = unhex(asked.value ->> 1)",
        (asked,),
    )
    return [UUID(bytes=key) for key in sorted({key for _, key in named}.difference(key for (key,) in here))]


def want(connection: Any, lacked: Iterable[tuple[str, str, UUID]]) -> None:
    """Note keys that did not come before what they seal: (key, stream, which one)."""
    connection.executemany(
        "INSERT OR IGNORE INTO seals_wanted (id, stream, of) VALUES (?, ?, ?)",
        [(key, stream, of.bytes) for seal, stream, of in lacked if (key := _bytes_of(seal))],
    )


def _bytes_of(seal: str) -> bytes | None:
    try:
        key = bytes.fromhex(seal.replace("-", ""))
    except ValueError:
        return None
    return key if len(key) == 16 else None


def wanted(connection: Any, limit: int) -> list[tuple[UUID, UUID]]:
    """Keys that are still to come, each with the stream that they open."""
    rows = connection.execute("SELECT id, of FROM seals_wanted LIMIT ?", (limit,)).fetchall()
    return [(UUID(bytes=id_), UUID(bytes=of)) for id_, of in rows]


def have_come(connection: Any, seals: Sequence[Seal]) -> list[tuple[str, UUID]]:
    """What these keys make readable that is here already: (stream, which one)."""
    found = list[tuple[str, UUID]]()
    if connection.execute("SELECT 1 FROM seals_wanted LIMIT 1").fetchone() is None:
        return found
    for one in seals:
        rows = connection.execute(
            "DELETE FROM seals_wanted WHERE id = ? RETURNING stream, of", (one.id.bytes,)
        )
        found += [(stream, UUID(bytes=of)) for stream, of in rows.fetchall()]
    return found


def destroy(connection: Any, files: Iterable[UUID]) -> None:
    """No key of these files or cases is here from now on, nor comes back."""
    for file in files:
        connection.execute("INSERT OR IGNORE INTO erased (id) VALUES (?)", (file.bytes,))
        connection.execute("DELETE FROM person_seals WHERE file = ?", (file.bytes,))
        connection.execute("DELETE FROM seals_wanted WHERE of = ?", (file.bytes,))
