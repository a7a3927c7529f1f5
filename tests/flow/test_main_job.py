"""The main job as a person does it: a real server delivers an alert, the window rings, keys do the rest."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from dovecot import Dovecot
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from controlroom.app import _Session
from controlroom.store import Profile, open_profile
from controlroom.ui import theme
from controlroom.ui.language import Language
from controlroom.ui.map.scheme import is_registered, register_scheme
from controlroom.ui.window import MainWindow

if not is_registered():
    register_scheme()  # before there is a QApplication

# no_qt_log: Qt's sound speaks from threads, and a message handler in Python can stop the program for ever
pytestmark = [pytest.mark.timeout(180), pytest.mark.no_qt_log]
Key = Qt.Key
Story = Iterator[Callable[[], object]]
PATIENCE_S = 25


class Reader(QObject):
    """Goes through a story: does what stands there, then waits until what it yields is true."""

    def __init__(self, story: Story, end: Callable[[], None]) -> None:
        super().__init__()
        self._story, self._end = story, end
        self._wanted: Callable[[], object] = lambda: True
        self._until = monotonic() + PATIENCE_S
        self.fault: BaseException | None = None
        self._timer = QTimer(self, interval=15)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        try:
            if self._wanted():
                self._wanted, self._until = next(self._story), monotonic() + PATIENCE_S
            elif monotonic() > self._until:
                raise AssertionError(f"waited in vain, line {self._story.gi_frame.f_lineno}")
        except StopIteration:
            self._stop()
        except BaseException as fault:
            self.fault = fault
            self._stop()

    def _stop(self) -> None:
        self._timer.stop()
        self._end()


def alert_mail(name: str = "Sunita", account: str = "sunita.k.91") -> bytes:
    mail = EmailMessage()
    mail["From"] = "Meta <alerts@safety.example>"
    mail["To"] = "smc@police.example"
    mail["Subject"] = f"Imminent risk: {name}"
    mail.set_content(
        f"Profile name: {name}\nProfile: https://m.facebook.com/{account}?ref=1\n"
        "Phone: +91 98390 12345\nShe wrote: it ends tonight.\n"
    )
    return mail.as_bytes()


def click(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key on the keyboard: it comes to the window in front, which gives it to what has the focus."""
    window = QApplication.focusWindow()
    assert window is not None, "no window is in front"
    QTest.keyClick(window, key, modifier)


def type_in(text: str) -> None:
    """Text to what has the focus: by keys, or as an input method commits it."""
    where = QApplication.focusWidget()
    assert where is not None, "nothing has the focus"
    if text.isascii():
        QTest.keyClicks(where, text)
        return
    committed = QInputMethodEvent("", [])
    committed.setCommitString(text)
    QApplication.sendEvent(where, committed)


def run(app: QApplication, profile: Profile, tell: Callable[[MainWindow], Story]) -> None:
    """The window of the program, with its loops, on this profile, while the story goes on."""
    theme.apply(app, "dark")
    session = _Session(app, Language(app), profile, "asha", False)
    held: list[Reader] = []

    def begin() -> None:
        [window] = [one for one in app.topLevelWidgets() if isinstance(one, MainWindow)]
        held.append(Reader(tell(window), window.close_soon))

    QTimer.singleShot(0, begin)
    session.run(picture=None, is_once=False, size=(1366, 768), wish={"language": "en"}, case="", screen="")
    QTimer.singleShot(0, app.quit)
    app.exec()  # a quit that came after the loop would end the first loop of the next test
    [reader] = held
    if reader.fault:
        raise reader.fault


@pytest.fixture
def desk(profile: Path, dovecot: Dovecot) -> Iterator[Profile]:
    opened = open_profile(profile)
    mailbox = {
        "kind": "imap",
        "host": dovecot.host,
        "port": dovecot.port,
        "user": dovecot.user,
        "password": dovecot.password,
        "ca_file": str(dovecot.ca_file),
    }
    with opened.writer.write(actor="asha") as tx:
        tx.put_setting("mailbox", mailbox)
    yield opened
    opened.close()


def cards(desk: Profile) -> list[dict[str, Any]]:
    return desk.reader().cards(is_all=True)


def test_that_an_alert_is_worked_from_mail_to_closed_with_the_keyboard(
    qapp: QApplication, desk: Profile, dovecot: Dovecot
) -> None:
    rings: list[str] = []

    def card() -> dict[str, Any]:
        return cards(desk)[0]

    def is_in(state: str) -> Callable[[], bool]:
        return lambda: card()["state"] == state

    def form(window: MainWindow, name: str) -> Callable[[], bool]:
        return lambda: window.case.stage.name == name and window.case.stage.form.isVisible()

    def tell(window: MainWindow) -> Story:
        window.ringer.rang.connect(rings.append)
        yield lambda: window.isVisible()
        dovecot.deliver(alert_mail())
        yield lambda: window.queue.view.model().rowCount() == 1
        yield lambda: "alert" in rings or "urgent" in rings
        window.queue.view.setFocus()
        click(Key.Key_Down)
        yield lambda: window.room.selected is not None
        click(Key.Key_C)
        yield lambda: card()["owner"] == "asha"
        heard = len(rings)
        click(Key.Key_T)
        yield form(window, "triage")
        click(Key.Key_1)
        click(Key.Key_Return)
        yield lambda: card()["category"] == "attempt"
        click(Key.Key_P)
        yield form(window, "place")
        type_in("26.8467, 80.9462")
        yield lambda: window.case.stage.form.rows.isVisible() and not window.case.stage.form._is_looking
        click(Key.Key_Return)
        yield lambda: window.case.stage.form.rows.spot is not None
        click(Key.Key_1)
        click(Key.Key_Return)
        yield is_in("located")
        click(Key.Key_H)
        yield form(window, "handover")
        click(Key.Key_Return)
        yield is_in("handed over")
        for state, digit in (
            ("acknowledged", Key.Key_1),
            ("at scene", Key.Key_3),
            ("with the person", Key.Key_4),
        ):
            click(Key.Key_R)
            yield form(window, "report")
            click(digit)
            click(Key.Key_Return)
            yield is_in(state)
        click(Key.Key_O)
        yield form(window, "outcome")
        click(Key.Key_1)
        click(Key.Key_2)
        click(Key.Key_Return)
        yield is_in("outcome")
        click(Key.Key_N)
        yield form(window, "note")
        type_in("mother is with her")
        click(Key.Key_Return)
        yield lambda: "note_added" in [e.kind for e in desk.reader().events(window.room.selected)]
        assert len(rings) <= heard + 1, "it rang on after the claim"

    run(qapp, desk, tell)
    [done] = cards(desk)
    assert (done["saved"], done["priority"], done["district"]) == (True, 1, "Lucknow")
    assert done["account_urls"] == ["https://www.facebook.com/sunita.k.91"]
    assert desk.reader().check() == []


def test_that_a_window_shows_what_a_word_of_the_command_line_did(
    qapp: QApplication, desk: Profile, profile: Path
) -> None:
    def tell(window: MainWindow) -> Story:
        yield lambda: window.isVisible()
        words = [
            "--profile",
            str(profile),
            "alert",
            "add",
            "--source",
            "x",
            "--text",
            "on the bridge",
            "--json",
        ]
        made = subprocess.run(
            [sys.executable, "-m", "controlroom", *words], capture_output=True, check=True
        ).stdout
        number = json.loads(made)["number"]
        yield lambda: window.queue.view.model().rowCount() == 1
        window.open_number(number)
        yield lambda: window.room.selected is not None

    run(qapp, desk, tell)


def test_that_typing_survives_the_claim_of_another_and_a_restart(
    qapp: QApplication, desk: Profile, dovecot: Dovecot
) -> None:
    from controlroom.casework import steps

    def tell(window: MainWindow) -> Story:
        yield lambda: window.isVisible()
        dovecot.deliver(alert_mail())
        yield lambda: window.queue.view.model().rowCount() == 1
        window.queue.view.setFocus()
        click(Key.Key_Down)
        yield lambda: window.room.selected is not None
        click(Key.Key_N)
        yield lambda: window.case.stage.name == "note"
        type_in("father says")
        with desk.writer.write(actor="bilal") as tx:
            steps.claim_case(tx, window.room.selected)
        yield lambda: "bilal" in str(cards(desk)[0]["owner"])
        type_in(" she left at ten")
        yield (
            lambda: (
                desk.reader().case_view(window.room.selected, person="asha").drafts.get("note.text", "")
                or any(
                    "ten" in text
                    for text in desk.reader().case_view(window.room.selected, person="asha").drafts.values()
                )
            )
        )

    run(qapp, desk, tell)

    def again(window: MainWindow) -> Story:
        yield lambda: window.queue.view.model().rowCount() == 1
        window.queue.view.setFocus()
        click(Key.Key_Down)
        yield lambda: window.room.selected is not None
        click(Key.Key_N)
        yield lambda: window.case.stage.name == "note"
        yield lambda: window.case.stage.form.fields["text"].text() == "father says she left at ten"

    run(qapp, desk, again)


def test_that_a_mailbox_that_refuses_us_rings_and_says_so(
    qapp: QApplication, desk: Profile, dovecot: Dovecot
) -> None:
    rings: list[str] = []
    dovecot.set_password("changed")

    def tell(window: MainWindow) -> Story:
        window.ringer.rang.connect(rings.append)
        yield lambda: window.isVisible()
        yield lambda: bool(rings)

    run(qapp, desk, tell)


def test_that_a_newsletter_rings_once_and_softly(qapp: QApplication, desk: Profile, dovecot: Dovecot) -> None:
    rings: list[str] = []
    mail = b"From: news@meta.example\r\nSubject: What is new\r\n\r\nA webinar on the fourth.\r\n"

    def tell(window: MainWindow) -> Story:
        window.ringer.rang.connect(rings.append)
        yield lambda: window.isVisible()
        dovecot.deliver(mail)
        yield lambda: window.queue.view.model().rowCount() == 1
        yield lambda: bool(rings)
        later = monotonic() + 7
        yield lambda: monotonic() > later

    run(qapp, desk, tell)
    assert rings == ["soft"]
    assert [card["ring"] for card in cards(desk)] == ["soft"]


def test_that_search_as_you_type_finds_in_either_script(qapp: QApplication, desk: Profile) -> None:
    from controlroom.casework import alerts

    for text in ("रवि अलविदा", "someone else entirely", "goodbye at the bridge"):
        with desk.writer.write(actor="asha") as tx:
            alerts.add_alert(tx, source="x", text=text)

    def tell(window: MainWindow) -> Story:
        count = window.queue.view.model().rowCount
        yield lambda: count() == 3
        window.queue.view.setFocus()
        click(Key.Key_Slash)
        yield lambda: isinstance(QApplication.focusWidget(), QLineEdit)
        type_in("goodb")
        yield lambda: count() == 1
        for _ in range(5):
            click(Key.Key_Backspace)
        yield lambda: count() == 3
        type_in("रवि")
        yield lambda: count() == 1

    run(qapp, desk, tell)
