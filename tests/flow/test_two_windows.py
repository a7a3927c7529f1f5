"""Two windows on one shared room see one another, work on without the server, are told what came of it."""

import gc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import UUID

import pytest
from canary_house import MailServer, mailbox_of
from dovecot import Dovecot
from fake_clock import FakeClock
from postgres import Postgres
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from receivers import PASSWORD as MAIL_PASSWORD
from sync_house import PASSWORD, House, new_alert

from controlroom.app import _Session
from controlroom.casework.arriving.canary import Canary, new_key, set_canary
from controlroom.casework.ports import Health
from controlroom.casework.room.sharing import Account
from controlroom.mailroom import intake_loop, source_from
from controlroom.sendingroom import canary_loop
from controlroom.store import Profile, open_profile
from controlroom.sync.connection import Connection
from controlroom.sync.server.people import add_login, disable_from_desk, disable_login
from controlroom.ui.forms.steps import NoteForm
from controlroom.ui.frame.window import MainWindow
from controlroom.ui.kit.language import Language

# no_qt_log: these start the whole window, see ui/quiet.py
pytestmark = [pytest.mark.timeout(180), pytest.mark.no_qt_log]
A_SECOND = 1.0
SLACK = 5.0  # the machine that runs the tests has other things to do


def wait_for(is_so: Callable[[], Any], seconds: float = 60) -> float:
    """Gives how long it took, in seconds."""
    begun = monotonic()
    while not is_so():
        assert monotonic() - begun < seconds, "it did not come"
        QTest.qWait(5)
    return monotonic() - begun


class Desk:
    """A profile and its window, put together as the program does it; without a map and without sound."""

    def __init__(self, app: QApplication, folder: Path, person: str) -> None:
        self.profile: Profile = open_profile(folder)
        self.session = _Session(app, Language(app), self.profile, person, False)
        reader = self.profile.reader()
        self.window: MainWindow = self.session._window(reader, None, {"language": "en"})
        self.window.map_feed.begin = lambda: None  # type: ignore[method-assign]
        self.window.ringer.start = lambda: None  # type: ignore[method-assign]
        self.profile.subscribe(self.session._tasks.publish)
        self.window.show()
        self.window.begin()
        wait_for(lambda: self.window.queue.is_loaded)

    @property
    def link(self) -> Any:
        return self.window.room.sharing.link

    def sign_in(self, dsn: str, login: str, password: str = PASSWORD) -> Any:
        self.window.room.book.run("sign_in")
        form = self.window._commands.shared._form
        assert form is not None
        for field, text in ((form.address, dsn), (form.login, login), (form.password, password)):
            field.setText(text)
        form.submit()
        return form

    def row(self, case: UUID) -> Any:
        model = self.window.queue.model
        return model.row_at(model.position_of(case)) if model.position_of(case) >= 0 else None

    def open_case(self, case: UUID) -> None:
        self.window.room.select(case)
        wait_for(lambda: self.window.case.view is not None and self.window.case.view.case.id == case)

    def close(self) -> None:
        self.window.close()
        self.session._end(self.window)
        self.profile.close()


@pytest.fixture
def server() -> Iterator[Postgres]:
    made = Postgres()
    made.start()
    yield made
    made.remove()


@pytest.fixture
def desk(qapp: QApplication, profile: Path) -> Iterator[Callable[[str], Desk]]:
    made: list[Desk] = []

    def make(person: str) -> Desk:
        made.append(Desk(qapp, profile.with_name(person), person))
        return made[-1]

    yield make
    for one in made:
        one.close()
    gc.collect()


def test_that_two_windows_share_a_room(server: Postgres, desk: Callable[[str], Desk]) -> None:
    room = House.on(server)
    asha, ravi = desk("asha"), desk("ravi")
    case = new_alert(asha.profile)

    form = asha.sign_in(room.dsn(), "asha", "not this one")
    wait_for(form.go.isEnabled)
    assert "refuses the name asha" in form.answer.text()
    form.reject()
    for one, login in ((asha, "asha"), (ravi, "ravi")):
        one.sign_in(room.dsn(), login)
        wait_for(lambda one=one: one.link.state == "connected" and not one.link.pending)
        wait_for(lambda one=one, login=login: one.window.room.person == login)
    wait_for(lambda: ravi.row(case) is not None)

    # presence
    asha.open_case(case)
    seen = ravi.window.room.sharing.others_in
    assert wait_for(lambda: seen(case)) < A_SECOND + SLACK
    asha.window.case.step("note")
    note = asha.window.case.stage.form
    assert isinstance(note, NoteForm)
    QTest.keyClicks(note.words.editor, "called the mother")
    assert wait_for(lambda: any(one.is_typing for one in seen(case))) < A_SECOND + SLACK
    ravi.open_case(case)
    wait_for(lambda: "asha is typing" in ravi.window.case.header.people.text)

    # what one does while the other types
    ravi.window.case.step("triage")
    asha.window.case.go_back()
    asha.window.case.step("claim")
    assert wait_for(lambda: ravi.row(case).owner == "asha") < A_SECOND + SLACK
    triage = ravi.window.case.stage.form
    assert triage is not None
    wait_for(lambda: "asha changed this case meanwhile" in triage.news.text())
    ravi.window.case.go_back()

    # without the server
    other = new_alert(asha.profile, "phone 98390 54321 says goodbye")
    wait_for(lambda: ravi.row(other) is not None)
    server.kill()
    wait_for(lambda: asha.link.state == ravi.link.state == "away")
    for one in (asha, ravi):
        one.open_case(other)
        one.window.case.step("claim")
        wait_for(lambda one=one: one.row(other).owner == one.window.room.person)
        wait_for(lambda one=one: one.window.room.sharing.is_unshared(other))
    said: list[str] = []
    for one in (asha, ravi):
        one.window.room.said.connect(lambda text, level: said.append(text))

    # and with it again: one holds it, and both are told
    server.start()
    wait_for(lambda: all(one.link.state == "connected" and not one.link.pending for one in (asha, ravi)))
    wait_for(lambda: asha.row(other).owner == ravi.row(other).owner)
    loser, winner = (asha, ravi) if asha.row(other).owner == "ravi" else (ravi, asha)
    wait_for(lambda: "before you" in loser.window.case.header.banners.taken.text)
    wait_for(lambda: any("you hold it" in text for text in said))
    wait_for(lambda: any("before you" in text for text in said))
    assert winner.window.case.header.banners.taken.text == ""
    wait_for(lambda: not any(one.window.room.sharing.is_unshared(other) for one in (asha, ravi)))

    # signing out: all is sent, the window is locked, comes up so, and nobody sees one there any more
    assert not asha.session._outside().is_signed_out
    asha.window.room.book.run("sign_out")
    out = QApplication.activeModalWidget()
    wait_for(lambda: out.go.isEnabled())  # type: ignore[union-attr]
    out.submit()  # type: ignore[union-attr]
    wait_for(lambda: asha.window._commands.lock.is_locked)
    wait_for(lambda: not seen(other))
    assert not asha.profile.replica.password()
    assert asha.session._outside().is_signed_out
    assert not ravi.session._outside().is_signed_out


def at_the_server(server: Postgres) -> None:
    with Connection.connect(server.admin_dsn("postgres"), autocommit=True) as admin:
        disable_login(admin, "ravi")


def from_a_desk(server: Postgres) -> None:
    with Connection.connect(server.admin_dsn("postgres"), autocommit=True) as admin:
        add_login(admin, "rekha", role="administrator", password=PASSWORD)
    account = Account(server.dsn(), "rekha", UUID(int=0), "lucknow", ("admin",), ("room",))
    disable_from_desk(account, PASSWORD, "ravi")


@pytest.mark.parametrize("put_out", [at_the_server, from_a_desk])
def test_that_a_disabled_person_is_out_within_ten_seconds(
    server: Postgres, desk: Callable[[str], Desk], put_out: Callable[[Postgres], None]
) -> None:
    room = House.on(server)
    ravi = desk("ravi")
    ravi.sign_in(room.dsn(), "ravi")
    wait_for(lambda: ravi.link.state == "connected")
    put_out(server)
    assert wait_for(lambda: ravi.window._commands.lock.is_locked) < 10 + SLACK
    assert ravi.link.fault == "The login {user} was disabled; ask the administrator."


def test_that_a_missing_test_mail_rings_at_every_desk_until_one_is_back(
    server: Postgres, desk: Callable[[str], Desk], dovecot: Dovecot, tmp_path: Path
) -> None:
    room, post = House.on(server), MailServer(tmp_path / "smtp", dovecot)
    asha, ravi = desk("asha"), desk("ravi")
    for one, login in ((asha, "asha"), (ravi, "ravi")):
        one.sign_in(room.dsn(), login)
        wait_for(lambda one=one: one.link.state == "connected" and not one.link.pending)
    rings, said = list[str](), list[str]()
    ravi.window.ringer.rang.connect(rings.append)
    ravi.window.room.said.connect(lambda text, level: said.append(text))
    clock, mailbox = FakeClock(), mailbox_of(dovecot)
    clock.time = datetime.now(UTC) - timedelta(minutes=20)
    canaries = canary_loop(asha.profile, lambda health: None)
    canaries._now = clock.now
    intake = intake_loop(asha.profile, source_from(mailbox), lambda health: None)

    def minutes(count: int) -> Health | None:
        for _ in range(count):
            clock.advance(60)
            canaries.run_once()
            intake.run_once()
        return canaries.run_once()

    way = post.settings()
    with asha.profile.writer.write(actor="asha") as tx:
        to = "alerts@police.example"
        set_canary(tx, Canary(300, way.server, to, way.sender, MAIL_PASSWORD, way.ca_file, key=new_key()))
    health = minutes(1)
    assert health is not None
    assert health.state == "ok"
    chip, ringer = ravi.window.strip._mail, ravi.window.ringer
    post.delivers = False
    health = minutes(10)
    assert health is not None
    assert health.state == "down"
    wait_for(lambda: "ill" in rings)
    wait_for(lambda: "Mails not arriving" in chip.text())
    assert any(text.startswith("Mails are not arriving: the test mail of ") for text in said)
    assert ringer.is_due
    wait_for(lambda: ravi.window.alarm._frame.isVisible())  # no sound at this desk: it blinks
    post.delivers = True
    health = minutes(6)
    assert health is not None
    assert health.state == "ok"
    wait_for(lambda: not ringer.is_due)
    wait_for(lambda: "Mails not arriving" not in chip.text())
    wait_for(lambda: not asha.window.ringer.is_due)
    assert ravi.profile.reader().mail_faults() == ()
    post.close()
