"""Sees what other processes (command-line words, a second intake) wrote into the same profile. Own thread."""

import threading
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher

from controlroom.casework.ports import Changes, Publish
from controlroom.domain.events import CASE, PERSON, Event
from controlroom.log import logger
from controlroom.store.eventlog import events_after, last_lsn
from controlroom.store.projection import last_rev, revised_after
from controlroom.store.roomwide import subjects_of

EVERY_S = 0.25
_log = logger("store")


class Watch:
    """Polls the database's change counter, four times a second, and tells of events that are not ours."""

    def __init__(self, connection: Any, tell: Publish) -> None:
        """`connection` is the driver's own, for reading, and from now on the watch's alone."""
        self._tell = tell
        self._connection = connection
        self._lsn = last_lsn(self._connection)
        self._rev = last_rev(self._connection)
        self._version = self._read_version()
        self._ours: set[UUID] = set()
        self._our_revs: set[int] = set()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="store-watch", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """End, and close the connection."""
        self._stop.set()
        self._thread.join()
        self._connection.close()

    def is_ours(self, events: Iterable[Event], rev: int) -> None:
        """These, and the cases of this revision, are told by who wrote them."""
        with self._lock:
            self._ours.update(event.id for event in events)
            self._our_revs.add(rev)

    def _run(self) -> None:
        while not self._stop.wait(EVERY_S):
            try:
                self._look()
            except sqlcipher.Error as fault:
                _log.info("the store could not be watched: %s", type(fault).__name__)

    def _read_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _look(self) -> None:
        version = self._read_version()
        if version == self._version:
            return
        self._version = version
        told: set[UUID] = set()
        while found := events_after(self._connection, self._lsn):
            self._lsn = found[-1][0]
            told |= self._tell_of([event for _, event in found])
        self._tell_of_revised(told)

    def _tell_of(self, events: list[Event]) -> frozenset[UUID]:
        with self._lock:
            theirs = [event for event in events if event.id not in self._ours]
            self._ours.difference_update(event.id for event in events)
        cases = frozenset(event.stream_id for event in theirs if event.stream == CASE)
        if theirs:
            self._tell(
                Changes(
                    cases=cases,
                    new_alerts=frozenset(e.stream_id for e in theirs if e.kind == "alert_received"),
                    mails=True,
                    places=any(event.kind == "places_imported" for event in theirs),
                    room=frozenset(kind for kind, _ in subjects_of(theirs)),
                    persons=frozenset(e.stream_id for e in theirs if e.stream == PERSON),
                    events=tuple(theirs),
                )
            )
        return cases

    def _tell_of_revised(self, told: set[UUID]) -> None:
        """Cases whose events came earlier: numbers were given, something was refused."""
        revised = revised_after(self._connection, self._rev)
        if not revised:
            return
        self._rev = max(rev for _, rev in revised)
        with self._lock:
            theirs = frozenset(case_id for case_id, rev in revised if rev not in self._our_revs)
            self._our_revs = {rev for rev in self._our_revs if rev > self._rev}
        if theirs - told:
            self._tell(Changes(cases=theirs - told))
