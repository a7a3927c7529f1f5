"""The case pane over a real store: next step, proposals, mail as text, late entries."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from case_house import CaseDesk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from controlroom.casework import steps
from controlroom.casework.arriving import alerts, joins
from controlroom.casework.arriving.ports import Attachment, Authenticity, KeptMail, ReadMail
from controlroom.casework.ports import NewEvent
from controlroom.clues.read import read_clues
from controlroom.domain.events import CASE, new_id
from controlroom.places.late import LateAtlas
from controlroom.ui.case.facts_tab import fact_lines
from controlroom.ui.forms.steps import NoteForm

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
HTML = "<script>alert(1)</script><img src='http://203.0.113.9/p.png'> https://evil.example/x goodbye"


class Desk(CaseDesk):
    """One pane over one profile, told of every commit as in the program."""

    def alert(self, text: str = "rings from 98390 12345") -> UUID:
        with self.profile.writer.write(actor="s.khan") as tx:
            return alerts.add_alert(tx, source="phone", text=text)

    def mail(self, text: str, *, quarantined: str = "") -> UUID:
        raw = f"Subject: help\r\nX-Odd: \x01\r\n\r\n{text}".encode()
        sha, now = sha256(raw).hexdigest(), datetime.now(UTC)
        read = ReadMail(
            sha256=sha,
            subject="help",
            sender="report@example.com",
            sent_at=None,
            text=text,
            clues=read_clues(text),
            template="",
            authenticity=Authenticity("unverified", "no signature"),
            quarantined=quarantined,
            is_alert=True,
            attachments=(Attachment("photo.jpg", "image/jpeg", 21_000),),
        )
        with self.profile.writer.write(actor="intake", is_person=False) as tx:
            tx.put_blob(raw)
            return alerts.take_mail(tx, read, KeptMail(sha, raw, "desk", "INBOX", now, now))

    def say(self, case: UUID, kind: str, body: dict[str, Any], at: datetime | None = None) -> None:
        with self.profile.writer.write(actor="n.singh") as tx:
            tx.append([NewEvent(CASE, case, kind, body, at)])

    def until_state(self, state: str) -> None:
        self.qtbot.waitUntil(lambda: self.pane.view is not None and self.pane.view.case.state == state)

    def rows(self, tab: Any) -> list[str]:
        model = tab.list.lines
        return [str(model.index(row).data()) for row in range(model.rowCount())]


@pytest.fixture
def desk(qapp: QApplication, profile: Path, qtbot: Any) -> Iterator[Desk]:
    made = Desk(qapp, profile, qtbot)
    yield made
    made.close()


def test_that_the_button_follows_the_ladder(desk: Desk) -> None:
    case = desk.alert()
    desk.open(case)
    button = desk.pane.header.primary
    assert button.text().startswith("Claim it")
    button.click()
    desk.until_state("claimed")
    assert button.text().startswith("Read and triage")
    with desk.profile.writer.write(actor="a.verma") as tx:
        steps.triage_case(tx, case, category="attempt")
    desk.qtbot.waitUntil(lambda: button.text().startswith("Find the place"))
    button.click()
    assert desk.pane.stage.name == "place"


def test_that_a_proposed_case_is_joined_by_its_key_and_the_reason_tells_no_number(desk: Desk) -> None:
    first, second = desk.alert(), desk.alert()
    desk.open(second)
    assert "phone" in desk.pane.header.banners.proposal.text
    assert "98390" not in desk.pane.header.banners.proposal.text
    desk.pane.step("join")
    form = desk.pane.stage.form
    assert form is not None
    assert "98390" not in form.fields["reason"].text()
    form.submit()
    desk.until_state("closed")
    assert desk.pane.view is not None
    assert desk.pane.view.case.joined_into == first
    assert not desk.pane.header.banners.joined.isHidden()


def test_that_a_declined_proposal_is_gone(desk: Desk) -> None:
    desk.alert()
    desk.open(desk.alert())
    desk.pane.step("decline")
    desk.qtbot.waitUntil(lambda: desk.pane.header.banners.proposal.isHidden())


def test_that_a_mail_is_shown_as_text_alone(desk: Desk) -> None:
    desk.open(desk.mail(HTML))
    assert "goodbye" not in desk.pane.mail.body.toPlainText()
    desk.pane.step("reveal")
    desk.qtbot.waitUntil(lambda: desk.pane.mail.body.toPlainText() == HTML)
    assert isinstance(desk.pane.mail.body, QPlainTextEdit)
    assert not desk.pane.findChildren(QTextEdit)
    words = [label.text() for label in desk.pane.mail.findChildren(type(desk.pane.mail._hosts))]
    assert any("evil.example" in text and "203.0.113.9" in text for text in words)
    assert any("photo.jpg" in text for text in words)


def test_that_the_headers_are_revealed_before_they_are_shown(desk: Desk) -> None:
    case = desk.mail("words")
    desk.open(case)
    desk.pane.mail._raw.click()
    desk.qtbot.waitUntil(lambda: "X-Odd: \ufffd" in desk.pane.mail.body.toPlainText())
    view = desk.profile.reader().case_view(case)
    assert view is not None
    assert "secret_revealed" in [event.kind for event in view.events]


def test_that_a_quarantined_case_says_why(desk: Desk) -> None:
    desk.open(desk.mail("half of it", quarantined="the parts are nested too deep"))
    banner = desk.pane.header.banners.quarantine
    assert not banner.isHidden()
    assert "the parts are nested too deep" in banner.text


def test_that_another_language_keeps_what_is_typed(desk: Desk) -> None:
    desk.open(desk.alert())
    desk.pane.step("note")
    form = desk.pane.stage.form
    assert isinstance(form, NoteForm)
    QTest.keyClicks(form.words.editor, "called back")
    desk.room.language = "hi"
    desk.pane.retranslate()
    assert form.words.text() == "called back"
    assert desk.pane.stage.form is form


def test_that_a_late_entry_tells_both_times(desk: Desk) -> None:
    case = desk.alert()
    earlier = datetime.now(UTC) - timedelta(minutes=9)
    desk.say(case, "report_received", {"step": "acknowledged", "from": "thana"}, earlier)
    desk.say(case, "report_received", {"step": "en-route", "from": "thana"})
    desk.open(case)
    newest, late = desk.rows(desk.pane.hand_over)
    assert "entered late" in late
    assert "entered late" not in newest


def test_that_the_log_shows_what_was_taken_back_and_what_it_does_not_know(desk: Desk) -> None:
    case = desk.alert()
    with desk.profile.writer.write(actor="a.verma") as tx:
        steps.add_note(tx, case, text="wrong case")
        steps.undo_last(tx, case)
    desk.open(case)
    view = desk.pane.view
    assert view is not None
    newer = view.events[0]._replace(id=new_id(), kind="drone_sent", stream_seq=99)
    desk.pane.shown.take(replace(view, events=(*view.events, newer)))
    model = desk.pane.log.list.lines
    assert model.rowCount() == 0, "what is not looked at is not made: a long log takes a while"
    desk.pane.tabs.turn_to("log")
    lines = [line for row in range(model.rowCount()) if (line := model.line(row))]
    assert [line.is_struck for line in lines if "wrong case" in line.title] == [True]
    assert any("drone_sent" in line.title for line in lines)


def test_that_arrows_turn_the_tabs_and_esc_leaves_the_form(desk: Desk) -> None:
    desk.open(desk.alert())
    QTest.keyClick(desk.pane.facts.list, Qt.Key.Key_Right)
    assert desk.pane.tabs.name == "places"
    QTest.keyClick(desk.pane.places.list, Qt.Key.Key_5)
    assert desk.pane.tabs.name == "mail"
    desk.pane.step("note")
    assert desk.pane.go_back()
    assert desk.pane.stage.form is None
    assert not desk.pane.go_back()


def test_that_a_key_pressed_while_its_form_is_saved_opens_it_again(desk: Desk) -> None:
    case = desk.alert()
    desk.open(case)
    desk.pane.step("note")
    form = desk.pane.stage.form
    assert isinstance(form, NoteForm)
    form.words.set_text("the first")
    form.submit()
    desk.pane.step("note")  # as a quick hand does, before the store has answered
    desk.qtbot.waitUntil(lambda: not form.is_saving and form.words.text() == "")
    assert desk.pane.stage.form is form
    view = desk.profile.reader().case_view(case)
    assert view is not None
    assert [note.text for note in view.case.notes] == ["the first"]
    form.words.set_text("the second")
    form.submit()
    desk.qtbot.waitUntil(lambda: desk.pane.stage.form is None)


def test_that_a_joined_case_shows_how_and_when_each_alert_came(desk: Desk) -> None:
    first, second = desk.alert(), desk.alert()
    with desk.profile.writer.write(actor="a.verma") as tx:
        joins.join_pair(tx, second, first, reason="same phone")
        numbers = [tx.number_of(first), tx.number_of(second)]
    desk.open(first)
    sight = desk.pane.shown.sight()
    assert sight is not None
    arrivals = [line for line in fact_lines(sight) if line.key.startswith("arrival/")]
    assert [line.aside for line in arrivals] == numbers
    assert all(line.title.endswith("Phone call") for line in arrivals)


def test_that_the_names_of_places_are_read_when_the_first_case_is_opened(desk: Desk, qtbot: Any) -> None:
    atlas = LateAtlas(desk.profile.folder / "places")
    desk.room.finder = atlas
    desk.open(desk.alert())
    qtbot.waitUntil(lambda: atlas._held is not None and atlas._held._names_of is not None)


def test_that_the_cards_on_how_to_speak_are_a_line_among_the_facts_while_the_case_is_open(desk: Desk) -> None:
    case = desk.alert()
    desk.open(case)
    model = desk.pane.facts.list.lines
    [line] = [line for row in range(model.rowCount()) if (line := model.line(row)) and line.key == "speak"]
    assert desk.pane.facts.minimumSizeHint().width() <= desk.pane.width()
    desk.pane.facts.picked.emit(line)
    assert desk.pane.stage.name == "speak"


def test_that_a_case_whose_words_cannot_be_read_says_so_and_shows_what_is_left(desk: Desk) -> None:
    case, other = desk.alert(), desk.alert()
    with desk.profile.writer.write(actor="s.khan") as tx:
        steps.add_note(tx, case, text="Wolkenkuckuck")
        tx.connection.execute("DELETE FROM person_seals WHERE file = ?", (case.bytes,))
    banner, erased = desk.pane.header.banners.sealed, desk.pane.header.banners.erased
    desk.open(other)
    assert banner.isHidden()
    desk.open(case)
    desk.qtbot.waitUntil(lambda: "cannot be read here yet" in banner.text)
    with desk.profile.writer.write(actor="s.khan") as tx:
        tx.connection.execute("INSERT INTO erased (id) VALUES (?)", (case.bytes,))
    desk.open(other)
    desk.open(case)
    desk.qtbot.waitUntil(lambda: "words of this case were erased" in erased.text)
    assert banner.isHidden()
    assert "Wolkenkuckuck" not in str(desk.profile.reader().case_view(case))
