"""Readings that are themselves events: a listing."""

from uuid import UUID

from controlroom.casework.ports import NewEvent, Tx
from controlroom.domain.events import ROOM


def list_read(tx: Tx, room: UUID, *, what: str, count: int) -> None:
    """Somebody read a list of cases: what they asked for, and how many they saw."""
    tx.append([NewEvent(ROOM, room, "list_read", {"what": what, "count": count})])
