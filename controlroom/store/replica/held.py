"""Up to which place each stream is held without a gap. Every stream that the room told of has a row."""

from collections.abc import Sequence
from typing import Any


def upto_of(connection: Any, stream_id: bytes) -> int | None:
    """The place up to which the stream is held; None where nothing of it came from the room."""
    row = connection.execute("SELECT upto FROM held WHERE stream_id = ?", (stream_id,)).fetchone()
    return row[0] if row else None


def hold_upto(connection: Any, stream_id: bytes, upto: int) -> None:
    """Write it down."""
    connection.execute(
        "INSERT INTO held (stream_id, upto) VALUES (?, ?)"
        " ON CONFLICT (stream_id) DO UPDATE SET upto = excluded.upto",
        (stream_id, upto),
    )


def further(connection: Any, stream_id: bytes, upto: int) -> tuple[int, bool]:
    """(up to where it goes on with what is here already, whether anything behind `upto` is)."""
    places: Sequence[tuple[int]] = connection.execute(
        "SELECT stream_seq FROM events WHERE stream_id = ?1 AND stream_seq > ?2"
        " UNION SELECT stream_seq FROM stubs WHERE stream_id = ?1 AND stream_seq > ?2 ORDER BY 1",
        (stream_id, upto),
    ).fetchall()
    for (place,) in places:
        if place > upto + 1:
            break
        upto = place
    return upto, bool(places)
