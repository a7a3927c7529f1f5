"""Rows of the room that go in many at once leave what they leave one by one."""

from typing import Any
from uuid import UUID

import pytest
from roominmemory import NOW, Open, case_of, connect

from controlroom.casework.room.sharing import SharedEvent
from controlroom.casework.rows import QueueFilter
from controlroom.domain.events import new_id
from controlroom.store import Profile
from controlroom.store.projection import Projector
from controlroom.store.replica import strides

ROOM_WIDE = (
    "SELECT stream_id, pos, kind, seq, hash FROM events ORDER BY lsn",
    "SELECT id, state, owner, priority, card, line FROM cases ORDER BY id",
    "SELECT name, count FROM tallies WHERE count <> 0 ORDER BY name",
    "SELECT value, id FROM facts JOIN cases USING (n) ORDER BY 1, 2",
    "SELECT number, case_id, id FROM numbers JOIN cases USING (n) ORDER BY 1",
    "SELECT stream_id, upto FROM held ORDER BY 1",
    "SELECT DISTINCT term, doc FROM search_terms ORDER BY 1, 2",
)


def rows(cases: int) -> list[SharedEvent]:
    """Alerts with a phone each, a note and a claim of most, as they come by the room's numbers."""
    found: list[SharedEvent] = []
    for n in range(1, cases + 1):
        alert = f'{{"text":"goodbye {n}","ring":"alert","facts":{{"phones":["+9198{n:08d}"]}}}}'
        said = [("alert_received", alert), ("note_added", f'{{"text":"word{n}"}}'), ("case_claimed", "{}")]
        for place, (kind, body) in enumerate(said[: 1 + n % 3], start=1):
            seq, number = len(found) + 1, f"2026-{n:04d}" if place == 1 else ""
            who = (NOW + seq, NOW + seq, "eve", UUID(int=9), body, "case", NOW + seq, number)
            told = (seq, new_id(), "case", UUID(int=n), place, kind, 1, *who, b"s", b"d" * 32, b"h%d" % seq)
            found.append(SharedEvent(*told))
    return found


def what_is_there(desk: Profile) -> list[Any]:
    with desk._reading.connection() as connection:
        return [connection.execute(query).fetchall() for query in ROOM_WIDE]


def test_that_many_at_once_leave_what_one_by_one_does(
    two: tuple[Profile, Profile], monkeypatch: pytest.MonkeyPatch
) -> None:
    together, apart = two
    told = rows(40)
    for first, last in ((0, 30), (30, len(told))):  # the second page goes on with cases of the first
        together.replica.land(told[first:last], cursor=last)
    monkeypatch.setattr(strides, "LONG_TOGETHER", 1)
    for at in range(len(told)):
        apart.replica.land(told[at : at + 1], cursor=at + 1)
    assert what_is_there(together) == what_is_there(apart)
    assert together.reader().check() == []


def test_that_one_that_does_not_go_in_holds_up_none_beside_it(two: tuple[Profile, Profile]) -> None:
    desk, _ = two
    told = rows(30)
    told[20] = told[20]._replace(id=told[3].id)
    landed = desk.replica.land(told, cursor=len(told))
    assert (landed.set_aside, landed.gaps) == (1, ())
    assert desk.replica.cursor() == len(told)
    assert desk.reader().counts()["events"] == len(told) - 1
    assert desk.reader().check() == []


def test_that_a_row_whose_events_had_gone_is_written_over_and_counted_once(opening: Open) -> None:
    desk = opening("a")
    connect(desk, "asha")
    told = rows(2)
    desk.replica.land(told, cursor=len(told))
    before = what_is_there(desk)
    with desk._gate.transaction(is_person=False) as connection:
        projector = Projector(connection, desk.writer.limits)
        for n in (1, 2):
            projector.project(case_of(desk, UUID(int=n)), frozenset(), is_new=True)
        projector.finish()
    assert what_is_there(desk) == before
    assert len(desk.reader().queue(QueueFilter(text="word1")).rows) == 1


def test_that_a_new_case_that_is_written_twice_in_one_transaction_counts_once(
    two: tuple[Profile, Profile],
) -> None:
    there, here = two
    there.replica.land(rows(1), cursor=2)
    case = case_of(there, UUID(int=1))
    with here._gate.transaction(is_person=False) as connection:
        projector = Projector(connection, here.writer.limits)
        projector.project(case, frozenset(), is_new=True)
        projector.project(case, frozenset({"note_added"}), is_new=False)
        projector.finish()
    assert what_is_there(here)[1:5] == what_is_there(there)[1:5]
