"""The form of the test mails, and what strip and bottom line say when none comes back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from forms_house import ME, House, wait_for
from PySide6.QtWidgets import QApplication

from controlroom.casework.arriving.canary import NAME, Canary, canary_in, judge
from controlroom.casework.arriving.ports import CanaryStanding
from controlroom.casework.handing.connectors import add_connector, connectors_in
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.casework.ports import Health
from controlroom.errors import WorldFault
from controlroom.ui.kit.language import Language
from controlroom.ui.ringing.alarm import Alarm
from controlroom.ui.ringing.frame import Frame
from controlroom.ui.ringing.sound import Ringer
from controlroom.ui.room.canary_form import CanaryForm
from controlroom.ui.status.strip import TEST_MAIL, StatusStrip

NOW = datetime(2026, 1, 14, 20, 54, tzinfo=UTC)
WAY = ConnectorSettings(
    "lucknow-mail",
    "smtp",
    "control.lucknow@up.example",
    server="smtps://room@mail.example:465",
    sender="room@hq.example",
    secret="four-words",
)


@pytest.fixture
def house(qapp: QApplication, profile: Path) -> Iterator[House]:
    made = House(qapp, profile)
    with made.profile.writer.write(actor=ME) as tx:
        add_connector(tx, WAY)
        tx.put_setting("mailbox", {"kind": "imap", "host": "mail.example", "user": "alerts"})
    made.room.connectors = connectors_in(made.profile.reader().setting("connectors"))
    yield made
    made.close()


def kept(house: House) -> Canary | None:
    return canary_in(house.profile.reader().setting("canary"))


def test_that_it_is_proposed_by_the_way_of_the_letters_and_kept_when_that_answers(house: House) -> None:
    tried: list[Canary] = []

    def try_way(canary: Canary) -> str:
        tried.append(canary)
        if len(tried) == 1:
            raise WorldFault("{host} cannot be reached; look at the network and at the address.", host="it")
        return "mail.example takes mail."

    form = CanaryForm(house.room, house.window, try_way)
    wait_for(lambda: form.server.text() == WAY.server)
    assert (form.to.text(), form.from_whom.text()) == ("alerts@mail.example", WAY.sender)
    form.every.setText("9")
    form.open()
    form.submit()
    wait_for(form.anyway.isVisible)
    assert "cannot be reached" in form.answer.text()
    form.submit()
    wait_for(lambda: "1 to 8 minutes" in form.answer.text())
    form.every.setText("4")
    form.submit()
    wait_for(lambda: kept(house) is not None)
    canary = kept(house)
    assert canary is not None
    assert (canary.every_s, canary.secret, len(canary.key)) == (240, WAY.secret, 64)
    again = CanaryForm(house.room, house.window, None)
    again.open()
    wait_for(again.off.isVisible)
    assert again.stands.text() == "No test mail has come back yet."
    again.off.click()
    wait_for(lambda: (kept(house) or canary).every_s == 0)


def test_that_the_strip_and_the_line_say_that_mails_do_not_arrive(house: House) -> None:
    strip, ringer = StatusStrip(house.room.tokens, house.window), Ringer()
    said: list[tuple[str, str]] = []
    house.room.said.connect(lambda text, level: said.append((text, level)))
    alarm = Alarm(house.room, ringer, strip, Frame(house.window), house.window)
    strip.on_tick(NOW)
    assert TEST_MAIL == NAME
    alarm.show_health(Health("Mail", "ok", "", last_success=NOW))
    for standing, chip in (
        (CanaryStanding(NOW, NOW), "Mail 00:00"),
        (CanaryStanding(NOW, NOW - timedelta(minutes=14), NOW - timedelta(minutes=10)), "Mails not arriving"),
    ):
        state, text = judge(standing, since=NOW - timedelta(hours=2), now=NOW)
        alarm.show_health(Health(NAME, state, text, last_error=text if state == "down" else ""))
        assert strip._mail.text() == chip
    sentence = "Mails are not arriving: the test mail of 02:14 IST has not come back."
    assert (strip._mail.toolTip(), said) == (sentence, [(sentence, "error")])
    rings: list[str] = []
    ringer.rang.connect(rings.append)
    ringer.on_tick(NOW)
    assert rings == ["ill"]


def test_that_a_fault_inside_the_sentence_is_told_in_the_language_of_the_window(
    house: House, qapp: QApplication
) -> None:
    language = Language(qapp)
    strip = StatusStrip(house.room.tokens, house.window)
    strip.on_tick(NOW)
    fault = WorldFault("{host} offers no TLS or no sign-in; nothing was sent.", host="mail.example")
    state, text = judge(
        CanaryStanding(NOW, NOW), since=NOW - timedelta(hours=1), now=NOW, fault=fault.sentence
    )
    language.use("hi")
    try:
        strip.show_health(Health(NAME, state, text, last_error=text))
        assert "offers" not in strip._mail.toolTip()
        assert "mail.example" in strip._mail.toolTip()
    finally:
        language.use("en")
