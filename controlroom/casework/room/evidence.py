"""Evidence that stands without the program: signed heads of the log, and the lines of an export. Pure."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from controlroom.casework.room import sealing
from controlroom.casework.room.sharing import Seal, SharedEvent
from controlroom.domain.sealed import SEALED, SEALED_BY
from controlroom.errors import BadInput

Line = Mapping[str, Any]
ERASED, NO_KEY = "erased", "the key is not at this desk"


def new_key() -> bytes:
    """A key to sign heads with: 32 bytes of an Ed25519 key, never on the server."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw()


def signed_head(key: bytes, *, room: UUID, seq: int, hash_: bytes, at: datetime) -> dict[str, Any]:
    """The head of the log with this moment, signed; hex where bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.from_private_bytes(key)
    head = {"room": str(room), "seq": seq, "hash": hash_.hex(), "signed_at": at.isoformat()}
    return head | {
        "key": private.public_key().public_bytes_raw().hex(),
        "signature": private.sign(_text(head)).hex(),
    }


def checked_head(head: Any) -> tuple[UUID, int, bytes]:
    """(room, number, hash) of a signed head. Raises BadInput where it is none, or was changed."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(head["key"]))
        told = (UUID(head["room"]), int(head["seq"]), bytes.fromhex(head["hash"]))
        public.verify(bytes.fromhex(head["signature"]), _text(head))
    except InvalidSignature as wrong:
        raise BadInput(
            "The signature on this head is not good: it was changed after it was signed."
        ) from wrong
    except (LookupError, TypeError, ValueError) as wrong:
        raise BadInput(
            "That is no signed head; it is what this prints: controlroom audit head --sign --json"
        ) from wrong
    return told


def _text(head: Mapping[str, Any]) -> bytes:
    lines = ("controlroom head 1", head["room"], head["seq"], head["hash"], head["signed_at"])
    return "\n".join(map(str, lines)).encode()


def room_line(row: SharedEvent, previous: bytes) -> dict[str, Any]:
    """One event of the shared log, with what is needed to check it by itself."""
    proof = {"digest": row.digest.hex(), "previous": previous.hex(), "hash": row.hash.hex()}
    where = {"form": "room 2", "seq": row.seq, "case_seq": row.stream_seq, "stream": row.stream}
    where["stream_id"] = str(row.stream_id)
    if row.id is None:
        return where | {"stub": True} | proof
    told = row._asdict()
    names = ("kind", "version", "happened_at", "at", "actor", "audience", "recorded_at", "number", "body")
    line = where | {"id": str(row.id), "desk": str(row.desk)} | {name: told[name] for name in names}
    return line | {"salt": (row.salt or b"").hex()} | proof


def words_lines(
    lines: Sequence[Mapping[str, Any]], seals: Sequence[Seal], *, is_erased: bool
) -> list[dict[str, Any]]:
    """What lies sealed in these events, opened: or why it cannot be."""
    ciphers = {str(seal.id): sealing.cipher_of(seal.key) for seal in seals}
    found = []
    for line in lines:
        body = json.loads(line.get("body") or "{}")
        if not body.get(SEALED):
            continue
        where = {"seq": line["seq"], "id": line["id"], "kind": line["kind"]}
        cipher = ciphers.get(str(body.get(SEALED_BY)))
        words = _words(cipher, line, body) if cipher is not None else None
        why_not = {} if words is not None else {"why_not": ERASED if is_erased else NO_KEY}
        found.append(where | {"words": words} | why_not)
    return found


def _words(cipher: Any, line: Mapping[str, Any], body: Mapping[str, Any]) -> Mapping[str, Any] | None:
    sealed = {name: body[name] for name in (SEALED, SEALED_BY)}
    said = sealing.opened(
        cipher, UUID(line["id"]).bytes, of=UUID(line["stream_id"]), kind=line["kind"], body=sealed
    )
    return None if SEALED in said else said
