"""The roster and the finder, by the keyboard."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from person_house import ME, OTHER, SECRETS, Desk, key, write
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from controlroom.casework.care import counsellors, persons
from controlroom.domain.care.plans import day_in_india
from controlroom.domain.roomwide import stream_of
from controlroom.ui.person.finder import FindWindow
from controlroom.ui.person.roster import RosterWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(qapp: QApplication, profile: Path, qtbot: Any) -> Iterator[Desk]:
    made = Desk(qapp, profile, qtbot)
    yield made
    made.close()


def roster_of(desk: Desk) -> RosterWindow:
    window = RosterWindow(desk.room, None)
    desk.qtbot.addWidget(window)
    window.show()
    desk.until(lambda: window.roster is not None)
    return window


def shown(window: RosterWindow | FindWindow) -> str:
    lines = window.list.lines
    return "\n".join(str(lines.index(row).data()) for row in range(lines.rowCount()))


def test_that_somebody_is_added_changed_away_and_taken_out(desk: Desk) -> None:
    window = roster_of(desk)
    assert "1 / 10 Meera Nigam" in shown(window) and "0 / 20 Irfan Ansari" in shown(window)
    key(window, Qt.Key.Key_N)
    write(window, "sunita")
    key(window, Qt.Key.Key_Return)
    desk.until(lambda: window.stage.form is None)
    desk.until(lambda: "sunita" in shown(window))
    line = window.list.selected_line()
    assert line is not None and line.key == "sunita", "the keys stay on who was added"
    key(window, Qt.Key.Key_Return)
    write(window, " Rawat")
    draft = f"{window.stage.form.subject_id}/counsellor.called"  # type: ignore[union-attr]
    desk.until(lambda: desk.profile.reader().draft(ME, draft) is not None)
    with desk.profile.writer.write(actor=OTHER) as tx:
        one = counsellors.the_counsellor(tx, "sunita")
        counsellors.save_counsellor(tx, one)
        day = day_in_india(desk.room.now())
        counsellors.set_away(tx, "sunita", first=day, last=day, cover=ME)
    form = window.stage.form
    assert form is not None
    desk.until(lambda: "changed this entry meanwhile" in form.news.text())  # type: ignore[attr-defined]
    key(window, Qt.Key.Key_Return)
    desk.until(lambda: window.stage.form is None)
    desk.until(lambda: "sunita Rawat" in shown(window))
    assert f"{ME} covers" in shown(window), "an absence that somebody else entered stays"
    key(window, Qt.Key.Key_A)
    first = day_in_india(desk.room.now()) + timedelta(days=5)
    write(window, f"{first:%d.%m.%Y}")
    key(window, Qt.Key.Key_Tab)
    write(window, f"{first + timedelta(days=6):%d.%m.%Y}")
    key(window, Qt.Key.Key_Tab)
    key(window, Qt.Key.Key_1)
    key(window, Qt.Key.Key_Return)
    desk.until(lambda: window.stage.form is None)
    desk.until(lambda: shown(window).count("covers") == 2)
    key(window, Qt.Key.Key_Delete)
    desk.until(lambda: "sunita" not in shown(window))


def test_that_the_proposal_names_the_least_loaded_who_fits_and_why(desk: Desk) -> None:
    window = roster_of(desk)
    desk.until(lambda: "Irfan Ansari" in window.proposal.text())
    assert "The least loaded who fits: 0 of 20 plans." in window.proposal.text()
    desk.room.select(desk.case)
    desk.do(persons.tell_of_person, lists={}, words={"language": "hi"})
    desk.until(lambda: "The least loaded who speaks Hindi: 1 of 10 plans." in window.proposal.text())


def test_that_a_family_name_in_the_other_script_finds_and_the_listing_is_an_event_first(desk: Desk) -> None:
    window = FindWindow(desk.room, None, text="सैनी")
    desk.qtbot.addWidget(window)
    window.show()
    desk.until(lambda: bool(shown(window)))
    assert "Ravindra K*** S***" in shown(window)
    assert not [secret for secret in SECRETS if secret in shown(window)]
    events = desk.profile.reader().events(stream_of("list_read"))
    assert [event.body["what"] for event in events] == ["persons"]
    with desk.qtbot.waitSignal(window.chosen) as chosen:
        QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert chosen.args == [desk.file]


def test_that_nobody_is_said_in_words(desk: Desk) -> None:
    window = FindWindow(desk.room, None, text="Xylophonowski")
    desk.qtbot.addWidget(window)
    window.show()
    desk.until(lambda: window.blank.text().startswith("Nobody."))
    assert shown(window) == ""
