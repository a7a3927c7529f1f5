"""What sync may do in one transaction, and what is told of it after: shared by what comes in and goes out."""

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

from controlroom.casework.ports import Changes
from controlroom.domain.case import Case
from controlroom.store.connections import Reading, WriteGate
from controlroom.store.desk.files import is_window_open
from controlroom.store.drafts import put_setting, setting
from controlroom.store.projection import Changed, Projector, project_all
from controlroom.store.writer import StoreWriter

SLICE_S = 0.02  # of work, ended as soon as a person waits: for some streams and a commit, 8 ms at most
CASES, TOGETHER = 12, 8  # folded anew in one transaction; streams in one statement
LONG_S, LONG_CASES, LONG_TOGETHER = 0.5, 400, 200  # where no window is open: half as many pages are written
LOOK_S = 1.0  # how long it holds whether one is open


class Strides:
    """The store of this desk, for a loop whose transactions wait for people's."""

    def __init__(self, gate: WriteGate, reading: Reading, writer: StoreWriter, folder: Path) -> None:
        self._gate, self._reading, self._writer, self._folder = gate, reading, writer, folder
        self._looked_at, self._has_window = -LOOK_S, False

    def _stride(self) -> tuple[float, int, int]:
        """(seconds of work, cases folded anew) between two commits, and streams laid down together."""
        now = time.monotonic()
        if now > self._looked_at + LOOK_S:
            self._looked_at, self._has_window = now, is_window_open(self._folder)
        return (SLICE_S, CASES, TOGETHER) if self._has_window else (LONG_S, LONG_CASES, LONG_TOGETHER)

    def _project(
        self, connection: Any, changed: Changed, touched: Iterable[UUID] = ()
    ) -> tuple[dict[UUID, Case], int]:
        projector = Projector(connection, self._writer.limits)
        cases = project_all(connection, projector, changed)
        projector.finish()
        for case_id in touched:
            if case_id not in cases:
                case = self._writer.held.case(connection, case_id)
                projector.touch(case_id)
                cases |= {case_id: case} if case is not None else {}
        self._writer.told((), projector.rev)
        return cases, projector.rev

    def _publish(self, cases: dict[UUID, Case], rev: int, changes: Changes) -> None:
        self._writer.held.hold(cases, rev)
        if changes != Changes():
            self._writer.published(changes)

    def _setting(self, name: str) -> Any:
        return self._reading.glance(lambda connection: setting(connection, name))

    def _set(self, name: str, value: Any) -> None:
        with self._gate.transaction(is_person=False) as connection:
            put_setting(connection, name, value)

    def _count(self, query: str, *values: Any) -> int:
        return int(self._reading.glance(lambda connection: connection.execute(query, values).fetchone())[0])
