"""A profile of an older shape opens, with everything in it."""

import sqlite3
from datetime import UTC, datetime
from uuid import UUID

import msgspec

from controlroom.casework.rows import QueueRow
from controlroom.store.migrations import LINES_AS_LISTS
from controlroom.store.projection import decode_line

NOW = datetime(2026, 11, 24, 2, 10, tzinfo=UTC)
ROW = QueueRow(
    id=UUID(int=7),
    number="2026-K7-0012",
    state="located",
    is_open=True,
    priority=2,
    category="attempt",
    source="mail",
    platform="facebook",
    received_at=NOW,
    owner="",
    district="Lucknow",
    is_guess=False,
    handle="r***h_k",
    next_step="hand-over",
    clock="hand-over",
    due_at=NOW,
    alarm_at=None,
    ring="alert",
    is_quarantined=False,
    authenticity="verified",
    proposals=1,
    has_place=True,
    joined_into="",
    review_due=False,
)


def test_that_a_line_kept_by_name_is_read_as_a_list() -> None:
    """Lines were objects until the desk became a replica."""
    named = msgspec.json.encode(msgspec.structs.asdict(ROW)).decode()
    assert named.startswith("{")
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE cases (line TEXT)")
    connection.executemany("INSERT INTO cases VALUES (?)", [(named,), (msgspec.json.encode(ROW).decode(),)])
    connection.execute(LINES_AS_LISTS)
    lines = connection.execute("SELECT line FROM cases").fetchall()
    connection.close()
    assert [decode_line(line) for (line,) in lines] == [ROW, ROW]
