"""A desk with a person whose rescue is sixty days ago, for the page and its forms."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.care import followup, persons
from controlroom.casework.care.counsellors import save_counsellor
from controlroom.casework.care.roster import Counsellor
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Owner
from controlroom.domain.events import Event
from controlroom.store import open_profile
from controlroom.ui.context import Room
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.kit import theme
from controlroom.ui.person.window import PersonWindow
from controlroom.ui.tasks import TaskRunner

ME, OTHER = "meera", "irfan"
SECRETS = ("Kumar", "Saini", "9839012345", "12345", "Prakash")


class Desk:
    """The real store, the tasks, and windows over them."""

    def __init__(self, app: QApplication, folder: Path, qtbot: Any) -> None:
        self.profile, self.qtbot = open_profile(folder), qtbot
        now = datetime.now(UTC)
        with self.profile.writer.write(actor=OTHER) as tx:
            tx.set_now(now - timedelta(days=60))
            save_counsellor(tx, Counsellor(ME, "Meera Nigam", languages=("hi",), most=10))
            save_counsellor(tx, Counsellor(OTHER, "Irfan Ansari", languages=("ur",), most=20))
            name, phone = "Ravindra Kumar Saini", "98390 12345"
            self.case = alerts.add_alert(tx, source="phone", text="x", phone=phone, name=name)
            steps.record_outcome(tx, self.case, facts=["reached", "alive"])
            self.file = persons.person_of_case(self.case)
            followup.hand_on(tx, self.file, owner=Owner("counsellor", ME))
            kin = [{"name": "Om Prakash", "relation": "father", "phone": "+919839054321"}]
            lists = {"helps": ["her brother"], "never_call": ["the uncle"]}
            persons.tell_of_person(tx, self.file, lists=lists, words={}, kin=kin)
        self.tasks = TaskRunner(self.profile.writer, self.profile.reader)
        self.tasks.person = ME
        self.profile.subscribe(self.tasks.publish)
        self.room = Room(self.tasks, CommandBook())
        self.room.tokens = theme.apply(app, "dark")
        self.faults: list[Exception] = []
        self.tasks.faulted.connect(self.faults.append)

    def close(self) -> None:
        self.tasks.close()
        self.profile.close()
        assert self.faults == []

    def do(self, use_case: Callable[..., object], *, by: str = OTHER, **values: Any) -> None:
        with self.profile.writer.write(actor=by) as tx:
            use_case(tx, self.file, **values)

    def page(self, *, step: str = "") -> PersonWindow:
        window = PersonWindow(self.room, None, self.file, step=step)
        self.qtbot.addWidget(window)
        window.show()
        self.until(lambda: window.page is not None)
        return window

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=60_000)

    @property
    def person(self) -> Person:
        found = self.profile.care().person(self.file)
        assert found is not None
        return found

    def events(self) -> list[Event]:
        return list(self.profile.reader().events(self.file))

    def kinds(self) -> list[str]:
        return [event.kind for event in self.events()]


def key(widget: QWidget, which: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """To whatever in this window has the keys."""
    target = widget.focusWidget() or widget
    QTest.keyClick(target, which, *modifiers)


def write(widget: QWidget, text: str) -> None:
    """Into the field that has the keys."""
    target = widget.focusWidget()
    assert target is not None
    if text.isascii():
        QTest.keyClicks(target, text)
    else:  # QTest has keys for ASCII alone
        method = QInputMethodEvent()
        method.setCommitString(text)
        QCoreApplication.sendEvent(target, method)


def shown(window: PersonWindow) -> str:
    """Every word of the page but its forms."""
    lines = window.list.lines
    told = [str(lines.index(row).data()) for row in range(lines.rowCount())]
    return "\n".join([window.head.name.text(), window.head.numbers.text(), *told])
