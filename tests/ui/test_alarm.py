"""The ring cannot be lost: not behind a dialog, not by a desk that is muted, not with a sleeping screen."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from frame_rows import NOW, RowReader, make_row
from msgspec.structs import replace
from PySide6.QtWidgets import QDialog, QWidget

from controlroom.casework.ports import Health
from controlroom.casework.room.fetching import Intake
from controlroom.casework.room.gone import left_behind
from controlroom.casework.room.mailway import MailFault, not_back
from controlroom.casework.room.ringing import Ring
from controlroom.casework.room.sharing import Link, Present
from controlroom.domain.exercise import Exercise
from controlroom.domain.shift.duty import OnDuty
from controlroom.errors import Sentence
from controlroom.ui.context import Room
from controlroom.ui.ringing.alarm import Alarm
from controlroom.ui.ringing.awake import Awake
from controlroom.ui.ringing.frame import Frame
from controlroom.ui.ringing.gone import GoneWatch
from controlroom.ui.ringing.sound import Ringer
from controlroom.ui.room.exercise_bar import ExerciseBar
from controlroom.ui.status.line import BottomLine
from controlroom.ui.status.situation import Situation, Watchman
from controlroom.ui.status.strip import StatusStrip

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "PulseAudio", "Couldn't", extend=True)

NEW = make_row(0, owner="", state="new", priority=1, due_at=NOW, alarm_at=NOW + timedelta(seconds=60))


class Desk:
    """Ringer, strip and alarm of one desk, whose window is as small as it can be."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.window = QWidget()
        self.strip, self.ringer = StatusStrip(room.tokens, self.window), Ringer(self.window)
        self.alarm = Alarm(room, self.ringer, self.strip, Frame(self.window), self.window)
        room.tick.connect(self.ringer.on_tick)
        self.rings: list[str] = []
        self.ringer.rang.connect(self.rings.append)


@pytest.fixture
def desk(room: Room) -> Iterator[Desk]:
    made = Desk(room)
    yield made
    made.window.deleteLater()


def test_that_a_modal_dialog_does_not_stop_the_ringing(desk: Desk, qtbot: Any) -> None:
    desk.alarm.show_situation(Situation(rows=(NEW,)))
    desk.window.show()
    dialog = QDialog(desk.window)
    dialog.setModal(True)
    dialog.open()
    assert dialog.isVisible()
    with qtbot.waitSignal(desk.ringer.rang):
        desk.room.start_ticking()  # the real second hand, while the dialog has the window
    dialog.done(0)


def test_that_who_is_on_duty_decides_who_hears(desk: Desk) -> None:
    state = desk.room.state
    desk.alarm.show_situation(Situation(rows=(NEW,)))
    assert desk.ringer.is_due  # an empty roster: every desk rings
    state.duty = (OnDuty("asha", "operator", NOW),)
    state.changed.emit()
    assert not desk.ringer.is_due
    state.duty = (OnDuty("op", "supervisor", NOW, "missing"), OnDuty("asha", "operator", NOW))
    state.changed.emit()
    assert not desk.ringer.is_due  # not yet
    desk.room.tick.emit(NOW + timedelta(seconds=60))
    assert desk.ringer.is_due
    assert desk.rings == ["urgent"]


def test_that_what_nobody_else_hears_sounds_at_the_supervisor_though_it_is_muted(qtbot: Any) -> None:
    ringer, played = Ringer(), list[float]()

    class Effect:
        def setVolume(self, volume: float) -> None:
            played.append(volume)

        def play(self) -> None:
            pass

    ringer._effects = {"urgent": Effect()}  # type: ignore[dict-item]
    ringer.set_muted(True)
    ringer.show_ring(Ring("urgent", (NEW,)))
    ringer.on_tick(NOW)
    assert played == []
    ringer.show_ring(Ring("urgent", (NEW,), is_last=True))
    ringer.on_tick(NOW + timedelta(seconds=4))
    assert played == [1.0]


@pytest.mark.parametrize("state", ["missing", "muted"])
def test_that_the_frame_blinks_where_only_an_ill_mailbox_rings_unheard(desk: Desk, state: str) -> None:
    frame = desk.alarm._frame
    desk.window.show()
    desk.ringer.has_device, desk.ringer._is_muted = state == "muted", state == "muted"
    assert desk.ringer.state == state
    ill = Health("INBOX", "down", "The mailbox refuses us.")
    well = Health("INBOX", "ok", "")
    seen = []
    for second, health in enumerate((None, ill, None, None, well, None)):
        if health is not None:
            desk.alarm.show_health(health)
        desk.room.tick.emit(NOW + timedelta(seconds=second))
        seen.append(frame.isVisible())
    assert seen == [False, True, False, True, False, False]
    desk.ringer.has_device, desk.ringer._is_muted = True, False
    desk.alarm.show_health(ill)
    desk.room.tick.emit(NOW + timedelta(seconds=9))
    assert not frame.isVisible()  # it is heard


def test_that_mails_that_do_not_arrive_ring_at_a_desk_that_sends_none(desk: Desk) -> None:
    said: list[str] = []
    desk.room.said.connect(lambda text, level: said.append(text))
    state = desk.room.state
    state.faults = (MailFault("alerts@x", NOW, not_back("02:06 IST")),)
    state.changed.emit()
    state.changed.emit()
    desk.strip.on_tick(NOW)
    assert said == ["Mails are not arriving: the test mail of 02:06 IST has not come back."]
    assert "Mails not arriving" in desk.strip._mail.text()
    desk.room.tick.emit(NOW)
    assert (desk.rings, desk.ringer.is_due) == (["ill"], True)
    state.faults = ()
    state.changed.emit()
    desk.room.tick.emit(NOW + timedelta(seconds=90))
    assert (desk.rings, desk.ringer.is_due) == (["ill"], False)
    assert "Mails not arriving" not in desk.strip._mail.text()


def of_room(*intakes: Intake, state: Any = "connected") -> Link:
    return Link(state, login="op", intakes=intakes)


def intake(state: str, silent_s: float = 2) -> Intake:
    at = int((NOW - timedelta(seconds=20)).timestamp() * 1e6)
    return Intake("mail-1", UUID(int=5), state, at, int(silent_s * 1e6))


def test_that_a_desk_that_fetches_no_mail_is_calm_while_the_room_has_an_intake(desk: Desk) -> None:
    desk.strip.on_tick(NOW)
    assert desk.strip._mail.text() == "No mailbox"
    desk.room.sharing.show_link(of_room(intake("ok")))
    assert desk.strip._mail.text() == "Mail 00:20"
    assert (desk.strip._mail.toolTip(), desk.strip.mail_fault) == ("Mail is fetched by mail-1.", "")
    desk.room.sharing.show_link(of_room(intake("ok"), state="away"))
    assert desk.strip._mail.text().startswith("Mail 00:20 ·")
    assert "is not known" in desk.strip.mail_fault
    desk.room.tick.emit(NOW)
    assert desk.rings == []


def test_that_mail_that_nobody_fetches_any_more_rings_at_a_desk_that_fetches_none(desk: Desk) -> None:
    said: list[str] = []
    desk.room.said.connect(lambda text, level: said.append(text))
    for silent_s in (2, 40, 50):
        desk.room.sharing.show_link(of_room(intake("ok", silent_s)))
    desk.strip.on_tick(NOW)
    sentence = "Nobody fetches the room's mail: start the intake of mail-1 again."
    assert (said, desk.strip._mail.toolTip(), desk.strip.mail_fault) == ([sentence], sentence, sentence)
    desk.room.tick.emit(NOW)
    assert (desk.rings, desk.ringer.is_due) == (["ill"], True)
    desk.room.state.duty = (OnDuty("asha", "operator", NOW),)  # who is not on duty hears nothing of it
    desk.room.state.changed.emit()
    assert not desk.ringer.is_due
    desk.room.state.duty = ()
    desk.room.sharing.show_link(of_room(intake("ok")))
    assert not desk.ringer.is_due
    assert desk.strip.mail_fault == ""


def test_that_a_desk_with_a_mailbox_of_its_own_does_not_miss_the_rooms_while_it_is_alone(desk: Desk) -> None:
    desk.alarm.show_health(Health("INBOX", "ok", "Mail is being fetched.", NOW))
    desk.room.sharing.show_link(of_room(intake("ok"), state="away"))
    desk.strip.on_tick(NOW)
    assert (desk.strip._mail.text(), desk.strip.mail_fault) == ("Mail 00:00", "")


def test_that_what_no_desk_says_any_more_is_quiet_after_hours(desk: Desk) -> None:
    state = desk.room.state
    state.faults = (MailFault("alerts@x", NOW, not_back("02:06 IST")),)
    state.changed.emit()
    for hours in (11, 12):
        desk.room.tick.emit(NOW + timedelta(hours=hours))
        desk.strip.on_tick(NOW)
        assert ("Mails not arriving" in desk.strip._mail.text()) == (hours == 11)
    assert desk.rings == ["ill"]


def test_that_the_worse_ring_comes_at_once_and_the_milder_waits(qtbot: Any) -> None:
    ringer, rings = Ringer(), list[str]()
    ringer.rang.connect(rings.append)
    for second, tone in enumerate(("late", "alarm", "urgent", "late", "late")):
        ringer.show_ring(Ring(tone, (NEW,)))
        ringer.on_tick(NOW + timedelta(seconds=second))
    assert rings == ["late", "alarm", "urgent"]


def test_that_the_bottom_line_names_who_leads_once_it_is_an_alarm(room: Room, qtbot: Any) -> None:
    line = BottomLine(room.tokens, room.book)
    qtbot.addWidget(line)
    late = replace(NEW, owner="asha", state="handed over", clock="acknowledged")
    line.show_leads(("A. Verma",))
    line.show_situation(Situation(rows=(late,)))
    line.on_tick(NOW + timedelta(seconds=30))
    assert "A. Verma" not in line._late.text()
    assert line._button.text().startswith("Call now")
    line.on_tick(NOW + timedelta(seconds=60))
    assert "A. Verma" in line._late.text()


# --- claims of who is gone --------------------------------------------------------------------------------


class Returning(GoneWatch):
    """Notes what it would return."""

    def __init__(self, room: Room, watchman: Watchman) -> None:
        super().__init__(room, watchman, room)
        self.returned: list[str] = []

    def _return(self, now: Any) -> None:
        rows = self._watchman.situation.rows
        assert self._since is not None
        limit = self._room.state.limits.gone
        self.returned += [row.owner for row in left_behind(rows, self._seen, self._since, now, limit)]


def test_that_the_claim_of_who_is_gone_comes_back_after_the_limit_and_by_one_desk(room: Room) -> None:
    watchman = Watchman(room.tasks)
    held = [make_row(at, owner=name, state="claimed") for at, name in enumerate(("op", "bilal", "zoya"))]
    reached = make_row(9, owner="bilal", state="with the person")
    watchman.situation = Situation(rows=(*held, reached))
    watch = Returning(room, watchman)
    room.sharing.link = Link("connected", login="op")
    zoya = Present("zoya", make_row(5).id, None, False)
    for second in range(0, 310, 10):
        room.sharing.show_present([zoya])
        watch.on_tick(NOW + timedelta(seconds=second))
    assert watch.returned == ["bilal"]
    room.sharing.show_present([replace(zoya, login="asha"), zoya])
    watch.on_tick(NOW + timedelta(seconds=320))
    assert watch.returned == ["bilal"]  # asha's desk does it
    room.sharing.link = Link("away", login="op")
    watch.on_tick(NOW + timedelta(seconds=330))
    room.sharing.link = Link("connected", login="op")
    room.sharing.show_present([zoya])
    for second in (340, 400):
        watch.on_tick(NOW + timedelta(seconds=second))
    assert watch.returned == ["bilal"]  # while nobody could be seen from here, nobody was gone


def test_that_at_a_desk_alone_the_one_before_is_gone_after_the_limit(room: Room) -> None:
    watchman = Watchman(room.tasks)
    watchman.situation = Situation(rows=(make_row(1, owner="before", state="locating"),))
    watch = Returning(room, watchman)
    room.tasks.person = "before"
    watch.on_tick(NOW)
    room.tasks.person = "after"
    watch.on_tick(NOW + timedelta(seconds=290))
    assert watch.returned == []
    watch.on_tick(NOW + timedelta(seconds=300))
    assert watch.returned == ["before"]


def test_that_an_exercise_is_marked_on_the_window(room: Room, reader: RowReader, qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = ExerciseBar(room, window)
    assert bar.isHidden()
    room.state.exercise = Exercise("k", "New operators", NOW, "op", ("dev",), 60)
    room.state.changed.emit()
    assert not bar.isHidden()
    assert "New operators" in bar.text.text()


# --- the screen stays awake -------------------------------------------------------------------------------

SERVICE = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection
app = QCoreApplication([])
bus = QDBusConnection.connectToBus(sys.argv[1], "saver")

@ClassInfo({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class Saver(QObject):
    @Slot(str, str, result="uint")
    def Inhibit(self, who, why):
        print("inhibit", who, why, flush=True)
        return 77

saver, options = Saver(), QDBusConnection.RegisterOption.ExportAllSlots
assert bus.registerObject("/org/freedesktop/ScreenSaver", saver, options)
assert bus.registerService("org.freedesktop.ScreenSaver")
print("ready", flush=True)
app.exec()
"""


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """A message bus of this test's own."""
    daemon = subprocess.Popen(
        [
            "dbus-daemon",
            "--session",
            "--nofork",
            "--print-address",
            f"--address=unix:path={tmp_path / 'bus'}",
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.kill()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def saver(bus: str) -> Iterator[Callable[[], str]]:
    """The service of a desktop; gives what it says next."""
    running = subprocess.Popen([sys.executable, "-c", SERVICE, bus], stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    assert running.stdout.readline() == "ready\n"
    yield running.stdout.readline
    running.kill()
    running.wait()
    running.stdout.close()


def test_that_the_screen_is_kept_awake_while_the_window_is_open(
    bus: str, saver: Callable[[], str], qtbot: Any
) -> None:
    awake = Awake(address=bus)
    awake.begin("Alerts ring here")
    qtbot.waitUntil(lambda: awake.is_held)
    assert saver() == "inhibit controlroom Alerts ring here\n"


def test_that_a_desktop_that_cannot_be_asked_is_no_fault(bus: str, qtbot: Any) -> None:
    nobody = Awake(address=bus)
    nobody.begin("Alerts ring here")
    qtbot.wait(300)
    assert not nobody.is_held
    for address in ("", "unix:path=/nowhere/at/all"):
        other = Awake(address=address)
        other.begin("Alerts ring here")
        assert not other.is_held


def test_that_why_no_mail_comes_is_handed_on_so_that_it_can_be_said_in_hindi(desk: Desk) -> None:
    told: list[object] = []
    desk.alarm.mail_told.connect(told.append)
    why = Sentence("The mail server {host} can't be reached; it is tried again.", host="mail.example.in")
    desk.alarm.show_health(Health("Mail", "down", why, last_error=why))
    desk.alarm.show_health(Health("Mail", "ok", "Two mails."))
    assert told == [why, ""]
    assert isinstance(told[0], Sentence), "as a plain str it stays English"
