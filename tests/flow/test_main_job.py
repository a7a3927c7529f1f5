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
from PySide6.QtWidgets import QApplication, QLineEdit
from window_house import Key, Story, click, run, type_in

from controlroom.store import Profile, open_profile
from controlroom.ui.frame.window import MainWindow

# no_qt_log: Qt's sound speaks from threads, and a message handler in Python can stop the program for ever
pytestmark = [pytest.mark.timeout(180), pytest.mark.no_qt_log]


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

    def is_in(window: MainWindow, state: str) -> Callable[[], bool]:
        """In the store, and the window has heard it: a form that is being saved would take the next key."""
        return lambda: card()["state"] == state and window.case.stage.form is None

    def form(window: MainWindow, name: str) -> Callable[[], bool]:
        return lambda: window.case.stage.name == name and window.case.stage.form.isVisible()

    def tell(window: MainWindow) -> Story:
        window.ringer.rang.connect(rings.append)
        yield lambda: window.isVisible()
        dovecot.deliver(alert_mail())
        yield lambda: window.queue.view.model().rowCount() == 1
        yield lambda: "alert" in rings or "urgent" in rings
        window.queue.view.setFocus()
        yield window.queue.view.hasFocus  # a window that is not in front yet would lose the key
        click(Key.Key_Down)
        yield lambda: window.room.selected is not None
        click(Key.Key_C)
        yield lambda: card()["owner"] == "asha"
        yield lambda: not window.ringer.is_due  # the window knows it, too
        heard = len(rings)
        click(Key.Key_T)
        yield form(window, "triage")
        click(Key.Key_1)
        click(Key.Key_Return)
        yield lambda: card()["category"] == "attempt" and window.case.stage.form is None
        click(Key.Key_P)
        yield form(window, "place")
        type_in("26.8467, 80.9462")
        yield lambda: window.case.stage.form.rows.isVisible() and not window.case.stage.form.is_looking
        click(Key.Key_Return)
        yield lambda: window.case.stage.form.rows.spot is not None
        click(Key.Key_1)
        click(Key.Key_Return)
        yield is_in(window, "located")
        click(Key.Key_H)
        yield form(window, "handover")
        click(Key.Key_Return)
        yield is_in(window, "handed over")
        for state, digit in (
            ("acknowledged", Key.Key_1),
            ("at scene", Key.Key_3),
            ("with the person", Key.Key_4),
        ):
            click(Key.Key_R)
            yield form(window, "report")
            click(digit)
            click(Key.Key_Return)
            yield is_in(window, state)
        click(Key.Key_O)
        yield form(window, "outcome")
        click(Key.Key_1)
        click(Key.Key_2)
        click(Key.Key_Return)
        yield is_in(window, "outcome")
        click(Key.Key_N)
        yield form(window, "note")
        type_in("mother is with her")
        click(Key.Key_Return)
        yield lambda: "note_added" in [e.kind for e in desk.reader().events(window.room.selected)]
        rung_on = [tone for tone in rings[heard:] if tone in ("alert", "urgent")]
        assert len(rung_on) <= 1, "it rang on after the claim"

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
        window.by_number.open(number)
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
        yield window.queue.view.hasFocus  # a window that is not in front yet would lose the key
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
        yield window.queue.view.hasFocus  # a window that is not in front yet would lose the key
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
    from controlroom.casework.arriving import alerts

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
