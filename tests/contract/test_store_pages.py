"""How many pages of the file a step writes: each is encrypted, goes to the disk and is waited for."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from roominmemory import act, add

from controlroom.casework import steps
from controlroom.store import Profile

_HEADER, _FRAME, _PAGE = 32, 24, 4096


def written(profile: Profile, work: Callable[[], object]) -> list[str]:
    """The tables and indices whose first page `work` writes: in a small store that is all of their pages."""
    wal = Path(f"{profile.folder}/room.db-wal")
    before = wal.stat().st_size
    work()
    frames = wal.read_bytes()[before:]
    pages = [int.from_bytes(frames[at : at + 4], "big") for at in range(0, len(frames), _FRAME + _PAGE)]
    with profile._reading.connection() as connection:
        names = dict(connection.execute("SELECT rootpage, name FROM sqlite_schema WHERE rootpage > 0"))
    return sorted(names.get(page, "another") for page in pages)


def opened(two: tuple[Profile, Profile]) -> tuple[Profile, UUID]:
    desk, _ = two
    case = add(desk)
    act(desk, steps.claim_case, case)
    return desk, case


def test_that_a_note_leaves_the_indices_of_the_queue_and_the_facts_alone(
    two: tuple[Profile, Profile],
) -> None:
    desk, case = opened(two)
    pages = written(desk, lambda: act(desk, steps.add_note, case, text="the brother is on his way"))
    assert "events_pending" in pages
    assert len(pages) <= 9
    assert [name for name in pages if name.startswith(("cases_", "facts", "numbers", "tallies"))] == [
        "cases_rev"
    ]


def test_that_a_claim_writes_no_index_that_the_owner_does_not_stand_in(two: tuple[Profile, Profile]) -> None:
    desk, _ = opened(two)
    case = add(desk)
    pages = written(desk, lambda: act(desk, steps.claim_case, case))
    assert {"cases_owner", "cases_state_time"} <= set(pages)
    assert {"cases_time", "cases_all_time", "cases_number"}.isdisjoint(pages)
