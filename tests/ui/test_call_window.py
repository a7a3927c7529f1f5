"""In the whole window, by keys alone: F9 rings up whoever is late, a digit logs it, the ring goes on."""

import gc
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from forms_house import wait_for
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from controlroom.app import _Session
from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.domain.events import utc_now
from controlroom.store import Profile, open_profile
from controlroom.ui.frame.window import MainWindow
from controlroom.ui.kit.language import Language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Desk:
    """A profile and its window, put together as the program does it; without a map and without sound."""

    def __init__(self, app: QApplication, profile: Profile) -> None:
        self.profile = profile
        self.session = _Session(app, Language(app), profile, "asha", False)
        self.window: MainWindow = self.session._window(profile.reader(), None, {"language": "en"})
        self.window.map_feed.begin = lambda: None  # type: ignore[method-assign]
        self.window.ringer.start = lambda: None  # type: ignore[method-assign]
        profile.subscribe(self.session._tasks.publish)
        self.window.show()
        self.window.activateWindow()
        self.window.begin()
        wait_for(lambda: self.window.queue.is_loaded)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.windowHandle(), key)

    def close(self) -> None:
        self.window.close()
        self.session._end(self.window)


@pytest.fixture
def desk(qapp: QApplication, profile: Path) -> Iterator[Desk]:
    opened = open_profile(profile)
    now = utc_now()
    with opened.writer.write(actor="asha") as tx:
        for minutes in (9, 7):
            tx.set_now(now - timedelta(minutes=minutes))
            case = alerts.add_alert(tx, source="phone", text=f"says goodbye {minutes}")
            steps.claim_case(tx, case)
            steps.triage_case(tx, case, category="ideation")
        steps.place_case(tx, case, lat=26.88, lon=81.05, accuracy_m=350, source="stf", district="Lucknow")
        tx.set_now(now - timedelta(minutes=6))
        steps.hand_over(tx, case, to="112", ref="P-7")
    made = Desk(qapp, opened)
    yield made
    made.close()
    opened.close()
    gc.collect()


def test_that_f9_and_a_digit_log_the_call_of_who_does_not_answer(desk: Desk) -> None:
    window = desk.window
    rings: list[str] = []
    window.ringer.rang.connect(rings.append)
    wait_for(lambda: window.line.most_late is not None)
    [handed] = [row for row in window.watchman.situation.rows if row.clock == "acknowledged"]
    window.room.select(handed.id)
    wait_for(lambda: window.case_place.view is not None)
    desk.press(Qt.Key.Key_F9)
    wait_for(lambda: window.case.stage.name == "call")
    form: Any = window.case.stage.form
    wait_for(lambda: form.call is not None and form.call.to == "112")
    wait_for(lambda: form.result.box.hasFocus())
    desk.press(Qt.Key.Key_2)
    wait_for(lambda: window.case.stage.name == "")
    case = desk.profile.reader().case_view(handed.id).case  # type: ignore[union-attr]
    assert [(call.who, call.phone, call.result) for call in case.calls] == [
        ("UP-112 emergency", "112", "no-answer")
    ]
    wait_for(lambda: bool(rings))  # what is late rings again


def test_that_without_a_case_f9_goes_to_what_is_most_late(desk: Desk) -> None:
    window = desk.window
    wait_for(lambda: window.line.most_late is not None)
    late = window.line.most_late
    assert late is not None
    desk.press(Qt.Key.Key_F9)
    wait_for(lambda: window.room.selected == late.id)
    wanted = "call" if late.clock in ("sent", "acknowledged", "with_person") else late.next_step
    wait_for(lambda: window.case.stage.name == wanted)
