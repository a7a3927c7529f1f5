"""The model of the room that the histories are told with, beside the database that it stands for.

Without fail-overs: a server of its own cannot be promoted in every tenth turn.
"""

from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from postgres import Database
from sync_house import PASSWORD

from controlroom.casework.room.sharing import Answer
from controlroom.simulation import history
from controlroom.simulation.room import Room
from controlroom.sync.audited import OfAdministrator
from controlroom.sync.connection import Connection
from controlroom.sync.server.people import add_login
from controlroom.sync.server.setup import room_of, set_up
from controlroom.sync.shared import Shared

DESKS = 4


class Steady(Room):
    """The model, whose server never fails over."""

    def fail_over(self, lost: int) -> None:
        self.failovers += 1


class OnServer(Steady):
    """The real `append_events` gives numbers, answers and links; the rows are read from the table."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        admin = Connection.connect(database.admin_dsn, autocommit=True)
        self._open: list[Any] = [admin]
        set_up(admin, "lucknow")
        self._log = OfAdministrator(admin, room_of(admin))
        self._lines: dict[str, Shared] = {}
        for n in range(DESKS):
            add_login(admin, f"desk{n}", role="operator", password=PASSWORD)
        self._dsn = database.dsn

    def append(self, login: str, batch: bytes, now_us: int) -> list[Answer]:
        events = msgspec.json.decode(batch)
        if login not in self._lines:
            self._lines[login] = self._signed_in(login, UUID(events[0]["desk"]))
        answers = self._lines[login].append(batch)
        for row in self._log.rows(len(self.rows), 5_000):
            assert row.stream_id is not None
            self.rows.append(row)
            self._streams.setdefault(row.stream_id, []).append(row)
        return answers

    def _signed_in(self, login: str, desk: UUID) -> Shared:
        connection = Connection.connect(self._dsn(login, PASSWORD), autocommit=True)
        self._open.append(connection)
        shared = Shared(connection, login)
        mark = f"{history._MARKS[int(login[-1])]}2"
        welcome = shared.hello(desk, mark, token=uuid4(), following=uuid4(), program="test")
        assert welcome.mark == mark
        return shared

    def close(self) -> None:
        for connection in self._open:
            connection.close()


def _told(seed: int, room: Room, monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, Any], list[Any]]:
    monkeypatch.setattr(history, "Room", lambda: room)
    told = history.simulate(seed, desks=DESKS, minutes=4)
    rows = [
        (
            row.seq,
            row.id,
            row.stream,
            row.stream_id,
            row.stream_seq,
            row.kind,
            row.body,
            row.actor,
            row.audience,
        )
        for row in room.rows
    ]
    return told, [(*row, bool(kept.number)) for row, kept in zip(rows, room.rows, strict=True)]


@pytest.mark.parametrize("seed", range(4))
def test_that_a_history_ends_the_same_at_the_model_and_at_the_database(
    seed: int, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = OnServer(database)
    try:
        there, rows_there = _told(seed, server, monkeypatch)
    finally:
        server.close()
    here, rows_here = _told(seed, Steady(), monkeypatch)
    assert rows_there == rows_here and len(rows_here) > 20
    counts = ("lost", "doubled", "diverged")
    assert [there[name] for name in counts] == [here[name] for name in counts] == [0, 0, 0]
