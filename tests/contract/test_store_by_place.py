"""Facts and numbers go by the case's place in the store; a profile of before is brought to that."""

from pathlib import Path
from typing import Any

from earlier import before_places
from roominmemory import Open

from controlroom.casework.arriving import alerts
from controlroom.casework.rows import QueueFilter
from controlroom.store import Profile, open_profile

WHOSE = (
    "SELECT value, id FROM facts JOIN cases USING (n) ORDER BY 1, 2",
    "SELECT number, case_id, id FROM numbers JOIN cases USING (n) ORDER BY 1",
)


def whose(desk: Profile) -> list[Any]:
    with desk._reading.connection() as connection:
        return [connection.execute(query).fetchall() for query in WHOSE]


def test_that_a_profile_of_before_finds_its_cases_by_what_they_bear(opening: Open, tmp_path: Path) -> None:
    desk = opening("a")
    for phone in ("98390 00001", "98390 00002", "98390 00001"):
        with desk.writer.write(actor="asha") as tx:
            alerts.add_alert(tx, source="phone", text="goodbye", phone=phone)
    facts, numbers = kept = whose(desk)
    assert (len(facts), len(numbers)) == (3, 3)
    related = [card["related"] for card in desk.reader().cards(is_all=True)]
    assert [len(others) for others in related] == [0, 0, 1]
    with desk._gate.transaction(is_person=True) as raw:
        before_places(raw)
    desk.close()
    again = open_profile(tmp_path / "a")
    try:
        assert whose(again) == kept
        assert [card["related"] for card in again.reader().cards(is_all=True)] == related
        [row] = again.reader().queue(QueueFilter(text=numbers[1][0])).rows
        assert row.number == numbers[1][0]
    finally:
        again.close()
