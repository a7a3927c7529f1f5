"""What a process has at hand of a case, itself and its opened keys, until somebody changes or erases it."""

from uuid import UUID

from roominmemory import Open, act, add, case_of

from controlroom.casework import steps
from controlroom.casework.ports import NewEvent
from controlroom.domain.events import CASE
from controlroom.store import Profile
from controlroom.store.care import seals


def erase(desk: Profile, case: UUID) -> None:
    """As the erasure of a person does, who has this case."""
    with desk.writer.write(actor="asha") as tx:
        seals.destroy(tx.connection, [case])
        tx.connection.execute("INSERT INTO emptied (id) VALUES (?)", (case.bytes,))


def test_that_the_key_of_a_case_is_looked_up_once(opening: Open) -> None:
    desk, told = opening("a"), list[str]()
    case = add(desk)
    desk._gate.raw.set_trace_callback(told.append)
    act(desk, steps.add_note, case, text="the brother is on his way")
    assert any("INSERT INTO events" in statement for statement in told)
    assert not [statement for statement in told if "person_seals" in statement]
    assert case_of(desk, case).notes[0].text == "the brother is on his way"


def test_that_no_key_of_an_erased_case_is_held(opening: Open) -> None:
    desk = opening("a")
    case = add(desk)
    assert set(desk.writer.held.keys(case)) == {"case"}
    erase(desk, case)
    assert desk.writer.held.keys(case) == {}


def test_that_a_key_that_another_process_destroyed_seals_nothing_more(opening: Open) -> None:
    desk, other = opening("a"), opening("a")
    case = add(desk)
    act(desk, steps.add_note, case, text="the brother is on his way")
    erase(other, case)
    with desk.writer.write(actor="asha") as tx:
        tx.append([NewEvent(CASE, case, "note_added", {"text": "said too late"})])
    [stored] = desk._gate.raw.execute("SELECT body FROM events ORDER BY lsn DESC LIMIT 1").fetchone()
    assert stored == '{"sealed":""}'
    assert desk.writer.held.keys(case) == {}


def test_that_a_step_that_came_to_nothing_leaves_no_key(opening: Open) -> None:
    desk = opening("a")
    case = UUID(int=7)
    try:
        with desk.writer.write(actor="asha") as tx:
            tx.append([NewEvent(CASE, case, "note_added", {"text": "on a case of its own"})])
            raise KeyError
    except KeyError:
        assert desk.writer.held.keys(case) == {}
