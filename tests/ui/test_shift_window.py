"""In the whole window: one key asks, another takes; what was seen, what is covered, what is offered."""

import gc
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import pytest
from forms_house import wait_for
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from controlroom.app import _Session
from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.care import followup, persons
from controlroom.casework.room import roomset
from controlroom.casework.shift import incidents
from controlroom.domain.events import utc_now
from controlroom.store import Profile, open_profile
from controlroom.ui.fidelity.window import FidelityWindow
from controlroom.ui.frame.window import MainWindow
from controlroom.ui.kit.language import Language
from controlroom.ui.shift.breaks import BreaksForm
from controlroom.ui.shift.lead import LeadCard
from controlroom.ui.shift.note import NoteCard
from controlroom.ui.shift.own import OwnCard

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SHIFT = Qt.KeyboardModifier.ShiftModifier
SECRET = "I keep hearing the mother"
D = TypeVar("D", bound=QDialog)


class Desk:
    """A profile and its window, put together as the program does it; without a map and without sound."""

    def __init__(self, app: QApplication, profile: Profile) -> None:
        self.profile, self.app = profile, app
        self.session = _Session(app, Language(app), profile, "asha", False)
        self.window: MainWindow = self.session._window(profile.reader(), None, {"language": "en"})
        self.window.map_feed.begin = lambda: None  # type: ignore[method-assign]
        self.window.ringer.start = lambda: None  # type: ignore[method-assign]
        self.room = self.window.room
        profile.subscribe(self.session._tasks.publish)
        self.window.show()
        self.window.activateWindow()
        self.window.begin()
        wait_for(lambda: self.window.queue.is_loaded and bool(self.room.state.duty))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def opened(self, command: str, kind: type[D]) -> D:
        self.room.book.run(command)
        return next(one for one in self.window.findChildren(kind) if one.isVisible())

    def owner(self, case: UUID) -> str:
        view = self.profile.reader().case_view(case)
        assert view is not None
        return view.case.owner

    def said(self) -> str:
        return self.window.line._message.text()

    def close(self) -> None:
        self.window.close()
        self.session._end(self.window)


def attempt(profile: Profile, actor: str) -> UUID:
    with profile.writer.write(actor=actor) as tx:
        case = alerts.add_alert(tx, source="phone", text="says goodbye", phone="98390 12345")
        steps.claim_case(tx, case)
        steps.triage_case(tx, case, category="attempt")
    return case


@pytest.fixture
def desk(qapp: QApplication, profile: Path) -> Iterator[Desk]:
    opened = open_profile(profile)
    with opened.writer.write(actor="asha") as tx:
        tx.set_now(utc_now() - timedelta(hours=2))
        for person, role in (("bilal", "operator"), ("asha", "operator"), ("chief", "supervisor")):
            roomset.go_on_duty(tx, person, role=role)
    made = Desk(qapp, opened)
    yield made
    made.close()
    opened.close()
    gc.collect()


def texts(card: QDialog) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if not label.isHidden() and label.text()]


def test_that_one_key_asks_rings_softly_and_another_person_takes_what_was_held(desk: Desk) -> None:
    rings: list[str] = []
    desk.window.ringer.rang.connect(rings.append)
    case, bar = attempt(desk.profile, "asha"), desk.window.relief
    assert bar.isHidden()
    desk.press(Qt.Key.Key_F7)
    wait_for(lambda: not bar.isHidden() and "You hold 1 cases" in bar.text.text())
    wait_for(lambda: "relief" in rings)
    assert desk.owner(case) == "asha"
    desk.press(Qt.Key.Key_F7)  # the same key takes it back
    wait_for(bar.isHidden)
    desk.press(Qt.Key.Key_F7)
    wait_for(lambda: not bar.isHidden())
    desk.window._commands.person.use("bilal")
    wait_for(lambda: "asha asks to be relieved" in bar.text.text())
    desk.press(Qt.Key.Key_F7, SHIFT)
    wait_for(lambda: desk.owner(case) == "bilal" and bar.isHidden())
    wait_for(lambda: "You have taken over from asha" in desk.said())


def test_that_a_word_is_offered_after_a_hard_case_and_read_by_the_supervisor_alone(desk: Desk) -> None:
    case = attempt(desk.profile, "asha")
    with desk.profile.writer.write(actor="asha") as tx:
        steps.reveal(tx, case, field="all")
        steps.take_report(tx, case, step="with-person")
        steps.record_outcome(tx, case, facts=["reached", "alive"])
    desk.session._tasks.act(lambda tx: steps.close_case(tx, case))
    wait_for(lambda: "write a word to your supervisor (Ctrl+J)" in desk.said())
    note = desk.opened("incident", NoteCard)
    note.submit()
    wait_for(lambda: "nothing written" in note.answer.text())
    note.text.setPlainText(SECRET)
    QTest.keyClick(note.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: not desk.window.findChildren(NoteCard))
    own = desk.opened("shift", OwnCard)
    wait_for(lambda: "Alerts whose words were read: 1" in texts(own))
    assert "Attempts in progress held: 1" in texts(own) and own.others.isHidden()
    own.words.setCurrentIndex(1)
    own.words.activated.emit(1)
    wait_for(lambda: desk.room.state.blur.are_words_apart)
    own.reject()
    lead = desk.opened("on_duty", LeadCard)
    wait_for(lambda: "A supervisor sees this" in lead.answer.text())
    lead.reject()
    desk.window._commands.person.use("chief")
    lead = desk.opened("on_duty", LeadCard)
    wait_for(lambda: lead.read.isVisible())
    people = ("asha", "bilal", "chief")
    wait_for(lambda: [text for text in texts(lead) if text in people] == list(people))
    assert SECRET not in texts(lead)
    lead.read.click()
    wait_for(lambda: SECRET in texts(lead))
    desk.room.state.begin()
    wait_for(lambda: not desk.room.state.blur.are_words_apart)  # the choice was asha's
    lead.reject()
    with desk.profile.writer.write(actor="bilal") as tx:
        incidents.write_note(tx, text="", wish="talk")
    wait_for(lambda: "Somebody has written you a word" in desk.said())


def test_that_a_supervisor_sets_from_how_much_on_a_break_is_proposed(desk: Desk) -> None:
    form = desk.opened("breaks", BreaksForm)
    wait_for(form.go.isEnabled)
    assert [field.text() for field in form.fields.values()] == ["12", "4", "3", "8"]
    form.fields["attempts"].setText("0")
    form.submit()
    wait_for(lambda: "from 1 to 100" in form.answer.text())
    form.fields["attempts"].setText("1")
    form.submit()
    wait_for(lambda: desk.profile.reader().shift().break_limits().attempts == 1)


def test_that_the_fidelity_says_of_how_many_and_of_which_days(desk: Desk) -> None:
    with desk.profile.writer.write(actor="asha") as tx:
        tx.set_now(utc_now() - timedelta(days=20))
        for at in range(2):
            case = alerts.add_alert(tx, source="phone", text="x", phone=f"98390 1234{at}")
            steps.record_outcome(tx, case, facts=["reached", "alive"])
        person = persons.person_of_case(case)
        tx.set_now(utc_now() - timedelta(days=13))
        followup.try_contact(tx, person, result="reached")
    found = desk.opened("fidelity", FidelityWindow)
    wait_for(lambda: "reached 1 of 4  (25 %)" in found.head.text())
    rows: list[Any] = [
        [found.windows.index(row, column).data() for column in (0, 2, 6)]
        for row in range(found.windows.rowCount())
    ]
    few = "2  fewer than 5: not for a file"
    assert rows[0][0] == "First word, within 72 hours"
    assert rows[1:] == [["1 week", "1 of 2  (50 %)", few], ["2 weeks", "0 of 2  (0 %)", few]]
    found.by.setCurrentIndex(2)
    found.submit()
    wait_for(lambda: found.groups.index(0, 0).data() == "headquarters")
    found.first.setText("31.02.2026")
    found.submit()
    assert "Type two days" in found.answer.text()
    found.reject()
