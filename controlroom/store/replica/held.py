"""Up to which place each stream is held without a gap. Every stream that the room told of has a row."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from controlroom.store.together import insert

_UPTO = (
    "SELECT h.stream_id, h.upto FROM json_each(?) AS j CROSS JOIN held AS h ON h.stream_id = unhex(j.value)"
)
_BEGUN = (
    "SELECT unhex(value) FROM json_each(?) WHERE EXISTS (SELECT 1 FROM events WHERE stream_id = unhex(value))"
)
_encode = msgspec.json.Encoder().encode


def listed(keys: Iterable[bytes]) -> str:
    """Keys as one value of a statement, for `json_each` and `unhex`."""
    return _encode([key.hex() for key in keys]).decode()


def upto_of(connection: Any, stream_id: bytes) -> int | None:
    """The place up to which the stream is held; None where nothing of it came from the room."""
    row = connection.execute("SELECT upto FROM held WHERE stream_id = ?", (stream_id,)).fetchone()
    return row[0] if row else None


def places_of(connection: Any, streams: Iterable[bytes]) -> dict[bytes, int]:
    """Up to which place each is held; those of which nothing came are left out."""
    return dict(connection.execute(_UPTO, (listed(streams),)).fetchall())


def begun(connection: Any, streams: Iterable[bytes]) -> set[bytes]:
    """Those of which an event is in this desk's log, its own ones that wait too."""
    return {row[0] for row in connection.execute(_BEGUN, (listed(streams),))}


def hold_upto(connection: Any, stream_id: bytes, upto: int) -> None:
    """Write it down."""
    hold_all(connection, {stream_id: upto})


def hold_all(connection: Any, places: Mapping[bytes, int]) -> None:
    """Write them down."""
    insert(connection, "INSERT OR REPLACE INTO held (stream_id, upto)", sorted(places.items()))


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
