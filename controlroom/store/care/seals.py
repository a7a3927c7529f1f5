"""What is said of a person lies sealed by a key of their file: whoever destroys the key destroys the words.

AES-256-GCM, before hash and digest are made, so that the chain holds without the key. One key a file and
audience: who may not read a note has no key for it. Here alone a body is sealed and opened.
"""

import base64
import hashlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec

from controlroom.casework.room.sharing import Seal, SharedEvent
from controlroom.domain.care.person import SEALED
from controlroom.domain.derived import derived_id
from controlroom.domain.events import PERSON, is_too_deep

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
KEY_BYTES: Final = 32
_BY: Final = "seal"  # the field that names the key
# Needed without a key: ids and numbers of cases by the server's checks, by joins and by undo; and what a
# second supervisor goes by, where a desk that was alone destroyed the key before the room heard of the file.
_IN_CLEAR: Final = frozenset({"case", "number", "other", "event", "entered_as", "ground", "keep_until"})
_OPEN_KINDS: Final = frozenset({"person_erased"})  # the one that is to be read when the key is gone
Secrets = Callable[[], bytes]
_decode = msgspec.json.Decoder(dict[str, Any]).decode
_encode = msgspec.json.Encoder().encode


def new_secret() -> bytes:
    """A key that nobody can guess."""
    return secrets.token_bytes(KEY_BYTES)


def seal_id(file: UUID, audience: str, key: bytes) -> UUID:
    """The id of a key says what it is for: nobody can pass it off as another's (the server looks, too)."""
    return derived_id(b"controlroom person key\0" + file.bytes + key + audience.encode())


class Seals:
    """The keys of one store, as one connection sees them."""

    def __init__(self, connection: Any, fresh: Secrets = new_secret) -> None:
        self._connection, self._fresh = connection, fresh
        self._open: dict[str, AESGCM | None] = {}

    def sealed(
        self, event_id: UUID, file: UUID, *, kind: str, audience: str, body: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """The body as it is stored and sent. The file's key is made where there is none yet."""
        words = {name: value for name, value in body.items() if name not in _IN_CLEAR}
        if kind in _OPEN_KINDS or not words:
            return body
        seal = self._seal_for(file, audience)
        cipher = self._cipher(str(seal))
        assert cipher is not None
        closed = cipher.encrypt(_nonce(event_id), _encode(words), _about(event_id, file, kind))
        clear = {name: value for name, value in body.items() if name in _IN_CLEAR}
        return {**clear, _BY: str(seal), SEALED: base64.b64encode(closed).decode()}

    def opened(self, event_id: UUID, file: UUID, *, kind: str, body: Any) -> Any:
        """The body as it was said; as it is stored where the key is not here, or another's."""
        if not isinstance(body, dict) or SEALED not in body:
            return body
        from cryptography.exceptions import InvalidTag

        cipher = self._cipher(str(body.get(_BY)))
        if cipher is None:
            return body
        try:
            closed = base64.b64decode(body[SEALED], validate=True)
            words = _words_in(cipher.decrypt(_nonce(event_id), closed, _about(event_id, file, kind)))
        except (InvalidTag, ValueError, TypeError):  # another desk wrote it: it may stop nobody
            return body
        return {name: value for name, value in body.items() if name in _IN_CLEAR} | words

    def _seal_for(self, file: UUID, audience: str) -> UUID:
        row = self._connection.execute(
            "SELECT id FROM person_seals WHERE file = ? AND audience = ? ORDER BY id LIMIT 1",
            (file.bytes, audience),
        ).fetchone()
        if row:
            return UUID(bytes=row[0])
        key = self._fresh()
        made = Seal(seal_id(file, audience, key), file, audience, key)
        keep(self._connection, [made], is_sent=False)
        self._open.pop(str(made.id), None)
        return made.id

    def _cipher(self, seal: str) -> "AESGCM | None":
        if seal not in self._open:
            self._open[seal] = _cipher_of(self._connection, seal)
        return self._open[seal]


def _cipher_of(connection: Any, seal: str) -> "AESGCM | None":
    from cryptography.hazmat.primitives.ciphers.aead import (
        AESGCM,  # takes 15 ms: who reads no person does without
    )

    try:
        key = UUID(seal).bytes
    except ValueError:
        return None
    row = connection.execute("SELECT key FROM person_seals WHERE id = ?", (key,)).fetchone()
    return AESGCM(bytes(row[0])) if row else None


def _words_in(opened: bytes) -> dict[str, Any]:
    """What was sealed. Raises ValueError where it cannot be read."""
    text = opened.decode()
    if is_too_deep(text):
        raise ValueError("too deep")
    return _decode(text)


def _nonce(event_id: UUID) -> bytes:
    """An event is sealed once, and no two have one id: so no two have one nonce."""
    return hashlib.sha256(b"controlroom nonce\0" + event_id.bytes).digest()[:12]


def _about(event_id: UUID, file: UUID, kind: str) -> bytes:
    """What the words belong to: they cannot be laid into another event."""
    return event_id.bytes + file.bytes + kind.encode()


# --- the keys themselves: made here, sent, fetched, destroyed -----------------------------------------


def keep(connection: Any, seals: Sequence[Seal], *, is_sent: bool) -> None:
    """Write keys down, but of no file that was erased."""
    connection.executemany(
        "INSERT OR IGNORE INTO person_seals (id, file, audience, key, is_sent)"
        " SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM erased WHERE id = ?2)",
        [(one.id.bytes, one.file.bytes, one.audience, one.key, is_sent) for one in seals],
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
        "UPDATE person_seals SET is_sent = 1 WHERE id = ?", [(one.id.bytes,) for one in seals]
    )


def send_again(connection: Any) -> None:
    """The room may have lost some: a fail-over, or a backup."""
    connection.execute("UPDATE person_seals SET is_sent = 0")


def lacking(connection: Any, rows: Sequence[SharedEvent]) -> list[UUID]:
    """The keys that these rows name and that are not here."""
    named = {seal for row in rows if row.stream == PERSON and row.body and (seal := _named(row.body))}
    known = "SELECT 1 FROM person_seals WHERE id = ?"
    return [one for one in named if connection.execute(known, (one.bytes,)).fetchone() is None]


def _named(body: str) -> UUID | None:
    try:
        return UUID(str(_decode(body)[_BY]))
    except (msgspec.DecodeError, LookupError, ValueError, RecursionError):
        return None


def destroy(connection: Any, files: Sequence[UUID]) -> None:
    """No key of these files is here from now on, nor comes back."""
    for file in files:
        connection.execute("INSERT OR IGNORE INTO erased (id) VALUES (?)", (file.bytes,))
        connection.execute("DELETE FROM person_seals WHERE file = ?", (file.bytes,))
