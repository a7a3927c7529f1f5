"""A case read from the columns of its events: the same that the whole events tell."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.room.sealing import seal_id
from controlroom.casework.room.sharing import Seal
from controlroom.domain.fold import fold
from controlroom.store import Profile, open_profile
from controlroom.store.care import seals
from controlroom.store.care.seals import Seals
from controlroom.store.eventlog import events_of
from controlroom.store.reading.cases import TOLD_COLUMNS, case_from, case_of_rows


@pytest.fixture
def desk(profile: Path) -> Iterator[Profile]:
    opened = open_profile(profile)
    yield opened
    opened.close()


@pytest.fixture
def case_id(desk: Profile) -> UUID:
    with desk.writer.write(actor="asha") as tx:
        made = alerts.add_alert(tx, source="phone", text="he is at 26.85, 80.95", phone="9839012345")
        steps.claim_case(tx, made)
        steps.triage_case(tx, made, category="attempt")
        steps.hand_over(tx, made, to="112", ref="P1")
        steps.add_note(tx, made, text="the brother was called")
    return made


def test_that_its_columns_tell_the_same_case(desk: Profile, case_id: UUID) -> None:
    with desk.writer.write(actor="asha") as tx:
        found, events = case_from(tx.connection, case_id), tx.events(case_id)
    assert found == fold(case_id, events)
    assert found is not None
    assert [step.kind for step in found.steps] == ["claimed", "handed over"]
    assert {step.actor for step in found.steps} == {"asha"}


def test_that_an_undone_step_is_undone(desk: Profile, case_id: UUID) -> None:
    with desk.writer.write(actor="asha") as tx:
        steps.undo_last(tx, case_id)
        found = case_from(tx.connection, case_id)
        assert found == fold(case_id, events_of(tx.connection, case_id))
    assert found is not None
    assert not found.notes


def test_that_rows_in_no_order_are_left_to_the_whole_events(desk: Profile, case_id: UUID) -> None:
    with desk.writer.write(actor="asha") as tx:
        rows = tx.connection.execute(
            f"SELECT {TOLD_COLUMNS} FROM events WHERE stream_id = ? ORDER BY pos", (case_id.bytes,)
        ).fetchall()
        opened = Seals(tx.connection)
        assert case_of_rows(case_id, rows, opened) is not None
        assert case_of_rows(case_id, [rows[1], rows[0], *rows[2:]], opened) is None
        assert case_of_rows(case_id, [*rows, rows[-1]], opened) is None


def test_that_a_case_is_read_with_its_key_in_one_look(desk: Profile, case_id: UUID) -> None:
    with desk.writer.write(actor="asha") as tx:
        looks = list[str]()
        tx.connection.set_trace_callback(looks.append)
        found, events = case_from(tx.connection, case_id), events_of(tx.connection, case_id)
        tx.connection.set_trace_callback(None)
    assert found is not None and found.notes[0].text == "the brother was called"
    assert [event.body["text"] for event in events if event.kind == "note_added"] == [
        "the brother was called"
    ]
    assert len(looks) == 2


def test_that_a_key_that_seals_none_of_it_does_not_stand_in_the_way(desk: Profile, case_id: UUID) -> None:
    with desk.writer.write(actor="asha") as tx:
        [own] = seals.of_stream(tx.connection, case_id)
        keys = (bytes([n]) * seals.KEY_BYTES for n in count())
        others = (Seal(seal_id(case_id, "case", key), case_id, "case", key) for key in keys)
        seals.keep(tx.connection, [next(one for one in others if one.id < own.id)], is_sent=True)
        found = case_from(tx.connection, case_id)
    assert found is not None and found.notes[0].text == "the brother was called" and not found.sealed


def test_that_no_events_are_no_case(desk: Profile) -> None:
    with desk.writer.write(actor="asha") as tx:
        assert case_from(tx.connection, UUID(int=1)) is None
