"""What is read of rows before their transaction leaves what reading them inside it does, or is read anew."""

import threading
import time
from collections.abc import Iterator
from uuid import UUID

import pytest
from roominmemory import NOW, Open, SharedRoom, act, add, case_of, connect, give_keys, push

from controlroom.casework import steps
from controlroom.casework.room.sharing import SharedEvent
from controlroom.casework.rows import QueueFilter
from controlroom.store import Profile
from controlroom.store.replica import rows as rows_module
from controlroom.store.replica import strides
from controlroom.store.writer import StoreWriter

WORDS, PHONE = "goodbye from the river", "9839012345"


@pytest.fixture
def told(opening: Open, room: SharedRoom) -> tuple[UUID, list[SharedEvent]]:
    """A case whose words are sealed, as the room has it."""
    author = opening("author")
    connect(author, "asha")
    case = add(author, text=WORDS, phone=PHONE)
    act(author, steps.claim_case, case)
    act(author, steps.add_note, case, text="the brother was called")
    push(author, room)
    return case, [room.seen(row) for row in room.rows if row.stream_id == case]


@pytest.fixture
def desk(opening: Open) -> Profile:
    opened = opening("desk")
    connect(opened, "bilal")
    return opened


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The room's numbers of the rows that were made into events inside a transaction."""
    seen: list[int] = []
    event_of = rows_module.event_of

    def noted(row: SharedEvent) -> object:
        seen.append(row.seq)
        return event_of(row)

    monkeypatch.setattr(rows_module, "event_of", noted)
    yield seen


def found(desk: Profile) -> int:
    return len(desk.reader().queue(QueueFilter(text="river")).rows)


def test_that_what_was_read_beforehand_is_not_read_again_and_tells_the_same(
    desk: Profile, opening: Open, room: SharedRoom, told: tuple[UUID, list[SharedEvent]], reads: list[int]
) -> None:
    case, rows = told
    other = opening("other")
    connect(other, "chand")
    give_keys(other, room, rows)
    other.replica.land(rows)
    reads.clear()
    desk.replica.land(rows, beforehand=desk.replica.read(rows, give_keys(desk, room, rows)))
    assert reads == []
    assert case_of(desk, case) == case_of(other, case)
    assert (found(desk), found(other)) == (1, 1)
    assert desk.reader().check() == []


def test_that_nothing_read_beforehand_outlives_an_erasure(
    desk: Profile, room: SharedRoom, told: tuple[UUID, list[SharedEvent]]
) -> None:
    case, rows = told
    beforehand = desk.replica.read(rows, [room.seals[one] for one in desk.replica.lacking_seals(rows)])
    desk.replica.note_erased([case])
    desk.replica.land(rows, beforehand=beforehand)
    assert case_of(desk, case).is_erased
    assert found(desk) == 0
    assert PHONE not in str(desk.reader().cards(is_all=True))


@pytest.mark.parametrize("together", [1, 200])
@pytest.mark.parametrize("is_first", [True, False])
def test_that_an_erasure_reaches_a_case_that_comes_with_it(
    desk: Profile,
    room: SharedRoom,
    told: tuple[UUID, list[SharedEvent]],
    monkeypatch: pytest.MonkeyPatch,
    *,
    together: int,
    is_first: bool,
) -> None:
    monkeypatch.setattr(strides, "LONG_TOGETHER", together)
    case, rows = told
    erased = f'{{"cases":["{case}"],"ground":"asked"}}'
    who = (NOW, NOW, "eve", UUID(int=9), erased, "case", NOW, "", b"s", b"d" * 32, b"h")
    file = SharedEvent(900, UUID(int=901), "person", UUID(int=902), 1, "person_erased", 1, *who)
    alert = (*who[:4], '{"text":"another","ring":"alert"}', *who[5:])
    other = SharedEvent(800, UUID(int=801), "case", UUID(int=802), 1, "alert_received", 1, *alert)
    page = [other, file, *rows] if is_first else [other, *rows, file]
    desk.replica.land(page, beforehand=desk.replica.read(page, give_keys(desk, room, page)))
    assert case_of(desk, case).is_erased
    assert found(desk) == 0
    assert PHONE not in str(desk.reader().cards(is_all=True))
    assert desk.replica.set_aside_count() == 0


def test_that_a_row_without_its_key_waits_for_it_though_it_was_read_beforehand(
    desk: Profile, room: SharedRoom, told: tuple[UUID, list[SharedEvent]]
) -> None:
    case, rows = told
    desk.replica.land(rows, beforehand=desk.replica.read(rows, ()))
    assert (case_of(desk, case).sealed, found(desk)) == (2, 0)
    [(key, of)] = desk.replica.wanted_seals(9)
    assert of == case
    desk.replica.keep_seals([room.seals[key]])
    assert (case_of(desk, case).sealed, found(desk)) == (0, 1)


@pytest.mark.parametrize(("is_wanted", "most"), [(True, 1), (False, 6)])
def test_that_a_transaction_of_sync_ends_early_where_a_person_waits(
    desk: Profile,
    opening: Open,
    room: SharedRoom,
    monkeypatch: pytest.MonkeyPatch,
    is_wanted: bool,
    most: int,
) -> None:
    author = opening("author")
    connect(author, "asha")
    for number in range(6):
        add(author, text=f"alert {number}")
    push(author, room)
    monkeypatch.setattr(strides, "LONG_TOGETHER", 1)
    monkeypatch.setattr(StoreWriter, "is_wanted", is_wanted)
    told: list[int] = []
    desk.writer.published = lambda changes: told.append(len(changes.new_alerts))
    rows = room.pull(0, 500)
    give_keys(desk, room, rows)
    desk.replica.land(rows, cursor=rows[-1].seq)
    assert sum(told) == 6
    assert max(told) == most


def test_that_whoever_waits_for_the_interpreter_gets_it_between_the_streams(
    desk: Profile, told: tuple[UUID, list[SharedEvent]]
) -> None:
    _, rows = told
    many = [row._replace(stream_id=UUID(int=at)) for at in range(4000) for row in rows]
    is_over, turns = threading.Event(), 0
    reading = threading.Thread(target=lambda: (desk.replica.read(many, ()), is_over.set()))
    reading.start()
    while not is_over.is_set():
        turns += 1
        time.sleep(0)
    reading.join()
    assert turns > 500  # of a thousand: left to itself the interpreter changes hands each 5 ms
