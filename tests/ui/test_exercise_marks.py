"""An exercise is marked wherever it is seen, and counts nowhere."""

from frame_rows import NOW, RowReader, make_row

from controlroom.casework.rows import MapRow
from controlroom.mapview.features import encode_cases
from controlroom.mapview.room import MapRoom
from controlroom.ui.kit.theme import DARK
from controlroom.ui.map.feed import marked
from controlroom.ui.queue.prepared import Preparer
from controlroom.ui.status.situation import Situation, read_situation

DRILL = make_row(0, is_exercise=True, owner="", state="new", priority=1)


def test_that_a_row_says_that_it_is_an_exercise(qapp: object) -> None:
    preparer = Preparer(DARK, lambda: "op", str)
    assert preparer.of(DRILL, 600).category.text.text().startswith("EXERCISE")
    real = make_row(0, owner="", state="new", priority=1)
    assert "EXERCISE" not in preparer.of(real, 600).category.text.text()
    assert preparer.of(DRILL, 600).stripe == DARK.follow


def test_that_the_map_draws_it_quietly_with_its_word(qapp: object) -> None:
    row = MapRow(
        id=DRILL.id,
        number="n",
        handle="r***h",
        state="new",
        priority=1,
        lat=27.1,
        lon=78.0,
        accuracy_m=50.0,
        is_guess=False,
        source="meta",
        district="Agra",
        alarm_at=NOW,
        is_exercise=True,
    )
    [[case], _] = MapRoom().sort_out([marked(row)], NOW)
    assert case.label == "EXERCISE r***h"
    assert '"off"' in encode_cases([case])
    assert not case.late


def test_that_nobody_who_asks_for_what_waits_is_given_an_exercise(reader: RowReader) -> None:
    assert Situation(rows=(DRILL,)).waiting() == []
    before = read_situation(reader, person="op").unplaced
    assert before == sum(not row.has_place for row in reader.known.values())
