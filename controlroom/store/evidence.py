"""The chain of a desk that is alone, as an export needs it: each event of a case with the link before it."""

from typing import Any
from uuid import UUID

_ROWS = (
    "SELECT e.lsn, e.pos, e.id, e.stream, e.stream_id, e.kind, e.version, e.happened_at, e.at, e.actor,"
    " e.desk, e.audience, e.body, e.hash, (SELECT p.hash FROM events p WHERE p.lsn = e.lsn - 1)"
    " FROM events e WHERE e.stream_id = ? ORDER BY e.pos"
)
_NAMES = ("kind", "version", "happened_at", "at", "actor", "desk", "audience", "body")


def desk_lines(connection: Any, case_id: UUID) -> list[dict[str, Any]]:
    """The events of one case in order; hex where bytes."""
    return [_line(row) for row in connection.execute(_ROWS, (case_id.bytes,))]


def desk_head(connection: Any) -> tuple[int, bytes]:
    """The last number of this desk's log, and its hash."""
    row = connection.execute("SELECT lsn, hash FROM events ORDER BY lsn DESC LIMIT 1").fetchone()
    return (row[0], bytes(row[1])) if row else (0, b"")


def hash_at(connection: Any, lsn: int) -> bytes | None:
    """The hash at this number of this desk's log."""
    row = connection.execute("SELECT hash FROM events WHERE lsn = ?", (lsn,)).fetchone()
    return bytes(row[0]) if row else None


def _line(row: Any) -> dict[str, Any]:
    lsn, pos, id_, stream, stream_id, *told, hash_, previous = row
    return {
        "form": "desk 1",
        "seq": lsn,
        "case_seq": pos,
        "id": str(UUID(bytes=id_)),
        "stream": stream,
        "stream_id": str(UUID(bytes=stream_id)),
        **dict(zip(_NAMES, told, strict=True)),
        "previous": (previous or b"").hex(),
        "hash": hash_.hex(),
    }
