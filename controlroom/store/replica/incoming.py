"""What came from the room: laid down a slice at a time, the cursor with the last of a page."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any
from uuid import UUID

from controlroom import log
from controlroom.casework.ports import Changes
from controlroom.casework.room.sharing import Landed, Seal, SharedEvent
from controlroom.errors import WorldFault
from controlroom.log import fail_point
from controlroom.store.desk.identity import remember_head
from controlroom.store.drafts import put_setting, setting
from controlroom.store.replica.beforehand import Beforehand, read
from controlroom.store.replica.held import places_of
from controlroom.store.replica.landing import Laid, Landing
from controlroom.store.replica.page import Page, by_stream, collector_off
from controlroom.store.replica.rows import NotTogether
from controlroom.store.replica.strides import Strides

_GAPS = 500
_log = log.logger("store")


class Incoming(Strides):
    """The half of the replica that takes over."""

    def cursor(self) -> int:
        """All of the room up to this number was seen."""
        return int(self._gate.glance(lambda connection: setting(connection, "cursor")) or 0)

    def read(self, rows: Sequence[SharedEvent], keys: Sequence[Seal]) -> Beforehand:
        """What can be told of rows, and by these keys, before they are laid down. Any thread."""
        return read(by_stream(rows), keys)

    def land(
        self,
        rows: Sequence[SharedEvent],
        *,
        cursor: int | None = None,
        beforehand: Beforehand | None = None,
    ) -> Landed:
        """Lay the rows down, a few milliseconds' worth a transaction; the cursor moves with the last."""
        slice_s, _, together = self._stride()
        page = Page(rows, cursor, slice_s=slice_s, together=together, beforehand=beforehand)
        with collector_off():
            self._lay_down(page)
        return Landed(page.gaps, page.set_aside)

    def _lay_down(self, page: Page) -> None:
        while not page.is_done:
            try:
                self._slice(page)
            except NotTogether:
                page.part()
            except WorldFault:
                raise
            except Exception as fault:  # noqa: BLE001  one case may not stop the room: it is set aside, and shown
                _log.error("rows could not be laid down: %s", log.where(fault))
                if page.is_alone:
                    self._set_aside(page, log.where(fault))
                else:
                    page.part()

    def _slice(self, page: Page) -> None:
        """One transaction's worth of the page; the cursor moves with the last of them.

        It does not wait for the disk: after a power cut the cursor stands where the rows end, and the room
        gives them once more.
        """
        with self._gate.transaction(is_person=False, is_durable=False) as connection:
            landing = self._landing(connection, page)
            at = page.lay_some(landing, is_wanted=lambda: self._writer.is_wanted)
            laid = landing.finish()
            is_done = at == len(page.groups)
            if is_done:
                _move_cursor(connection, page.rows, page.cursor)
                page.gaps = _gaps(connection) if landing.has_gaps else ()
            fail_point("in-transaction")
            self._writer.told(laid.events, laid.rev)
        page.at, page.is_done = at, is_done
        page.set_aside += laid.set_aside
        still_open = {case_id: case for case_id, case in laid.cases.items() if case.is_open}
        self._publish(still_open, laid.rev, _changes(laid))

    def _landing(self, connection: Any, page: Page) -> Landing:
        is_fetched = page.cursor is None
        return Landing(
            connection,
            self._writer,
            is_fetched=is_fetched,
            one_by_one=page.is_alone,
            beforehand=page.beforehand,
        )

    def _set_aside(self, page: Page, why: str) -> None:
        with self._gate.transaction(is_person=False) as connection:
            landing = Landing(connection, self._writer)
            landing.set_aside(page.groups[page.at], why)
        page.at += 1
        page.set_aside += landing.laid.set_aside

    def held(self, streams: Sequence[UUID]) -> Sequence[int]:
        """Up to which place each of these streams is held without a gap; 0 for one that is not here."""
        upto = self._reading.glance(lambda connection: places_of(connection, [one.bytes for one in streams]))
        return [upto.get(stream.bytes, 0) for stream in streams]

    def set_shape(self) -> int:
        """The shape of the server when its working set was taken; 0 where that is not known."""
        return int(self._setting("set_shape") or 0)

    def note_set_shape(self, shape: int) -> None:
        """Everything that a server of this shape counts among the working set is here."""
        self._set("set_shape", shape)

    def is_whole(self, streams: Sequence[UUID]) -> None:
        """The room has no more of these than is held: their gaps were closed by the answer to a push."""
        with self._gate.transaction(is_person=False) as connection:
            connection.executemany("DELETE FROM gaps WHERE stream_id = ?", [(one.bytes,) for one in streams])

    def unread(self) -> Sequence[UUID]:
        """Streams here of which this login could not read an event, and the files of persons: what cannot be
        read of those says not even whose it is."""
        query = (
            "SELECT DISTINCT stream_id FROM stubs WHERE stream_id IS NOT NULL"
            " UNION SELECT file FROM person_files"
        )
        rows = self._reading.glance(lambda connection: connection.execute(query).fetchall())
        return [UUID(bytes=row[0]) for row in rows]


def _changes(laid: Laid) -> Changes:
    ringing = {c for c in laid.alerts if (case := laid.cases.get(c)) and case.is_open and not case.owner}
    return Changes(
        cases=frozenset(laid.cases) | laid.touched,
        new_alerts=frozenset(ringing),
        places=any(event.kind == "places_imported" for event in laid.events),
        room=laid.room,
        persons=frozenset(laid.persons),
        events=tuple(laid.events),
        rows=laid.rows,
    )


def _gaps(connection: Any) -> tuple[UUID, ...]:
    rows = connection.execute("SELECT stream_id FROM gaps LIMIT ?", (_GAPS,)).fetchall()
    return tuple(UUID(bytes=row[0]) for row in rows)


def _move_cursor(connection: Any, rows: Sequence[SharedEvent], cursor: int | None) -> None:
    if cursor is None:
        return
    put_setting(connection, "cursor", cursor)
    last = max(rows, key=attrgetter("seq"), default=None)
    if last is not None and last.seq == cursor:
        remember_head(connection, cursor, last.hash)
