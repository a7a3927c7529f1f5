"""Rows read before their transaction, on any thread: made into events, opened, folded. Knows no store."""

import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from controlroom.casework.room import sealing
from controlroom.casework.room.sharing import Seal, SharedEvent
from controlroom.domain.case import Case
from controlroom.domain.events import CASE, Event
from controlroom.domain.fold import fold
from controlroom.domain.sealed import SEALED, SEALED_BY
from controlroom.store.replica.rows import CannotApply, event_of

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_IN_ONE_GO = 4  # streams: then whoever waits for the interpreter gets it


class Beforehand:
    """What can be told of rows without the store. What of it does not hold there is told anew."""

    def __init__(self) -> None:
        self.events: dict[int, Event] = {}  # of cases, by the room's number
        self._cases: dict[int, tuple[list[Event], Case]] = {}  # by the stream

    def case_of(self, events: list[Event]) -> Case | None:
        """The case that these tell and no others, where it was folded."""
        known, case = self._cases.get(events[0].stream_id.int, (None, None))
        return case if known == events else None

    def note(self, rows: Sequence[SharedEvent], events: list[Event]) -> None:
        """What could be read of these rows of a case; and the case, where that is all of it."""
        self.events.update((event.seq or 0, event) for event in events)
        if len(events) == len(rows) == rows[-1].stream_seq:
            self._cases[events[0].stream_id.int] = (events, fold(events[0].stream_id, events))


def read(groups: Iterable[Sequence[SharedEvent]], seals: Sequence[Seal]) -> Beforehand:
    """The cases among these streams, opened by these keys."""
    ciphers = {str(seal.id): sealing.cipher_of(seal.key) for seal in seals}
    found = Beforehand()
    for turn, group in enumerate(groups, start=1):
        if group[0].stream == CASE and group[0].stream_id is not None:
            with suppress(Exception):  # it comes again when they are laid down, and is shown there
                found.note(group, [event for row in group if (event := _event(row, ciphers)) is not None])
        if turn % _IN_ONE_GO == 0:
            time.sleep(0)
    return found


def _event(row: SharedEvent, ciphers: Mapping[str, "AESGCM"]) -> Event | None:
    if row.id is None:
        return None
    try:
        event = event_of(row)
    except CannotApply:
        return None
    said = event.body
    if SEALED not in said:
        return event
    cipher = ciphers.get(str(said.get(SEALED_BY)))
    if cipher is None:
        return None
    body = sealing.opened(cipher, event.id.bytes, of=event.stream_id, kind=event.kind, body=said)
    return event._replace(body=body) if SEALED not in body else None
