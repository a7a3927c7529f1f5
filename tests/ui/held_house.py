"""A case pane in a window whose keys are commands, and a writer that is held up or fails on purpose."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from controlroom.casework.arriving import alerts
from controlroom.casework.ports import Tx
from controlroom.errors import WorldFault
from controlroom.store import open_profile
from controlroom.ui.case.pane import CasePane
from controlroom.ui.context import Room
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.keyboard.keys import KeyFilter
from controlroom.ui.kit import theme
from controlroom.ui.tasks import TaskRunner

STEPS = ("claim", "next", "note", "triage", "release", "tried", "outcome")


class Gate:
    """Holds up the one writer, as a slow disk does; or lets it fail."""

    def __init__(self, tasks: TaskRunner) -> None:
        self._tasks = tasks

    @contextmanager
    def shut(self) -> Iterator[None]:
        """Nothing is written while this is open."""
        opened = Event()
        self._tasks.act(lambda tx: opened.wait(30))
        try:
            yield
        finally:
            opened.set()

    @contextmanager
    def broken(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        """Whatever is asked for meanwhile fails, when this ends."""
        act = self._tasks._act

        def fail(person: str, use_case: Callable[[Tx], Any]) -> Any:
            if "hold" in getattr(use_case, "__qualname__", ""):
                return act(person, use_case)
            raise WorldFault("The disk is full; make room.")

        opened = Event()

        def hold(tx: Tx) -> None:
            opened.wait(30)

        monkeypatch.setattr(self._tasks, "_act", fail)
        self._tasks.act(hold)
        yield
        opened.set()


class Desk:
    """The pane in a window whose keys are commands, over a real store."""

    def __init__(self, app: QApplication, folder: Path, qtbot: Any) -> None:
        self.qtbot, self.profile = qtbot, open_profile(folder)
        self.tasks = TaskRunner(self.profile.writer, self.profile.reader)
        self.tasks.person = "asha"
        self.profile.subscribe(self.tasks.publish)
        self.faults, self.said = list[Exception](), list[str]()
        self.tasks.faulted.connect(self.faults.append)
        self.room = Room(self.tasks, CommandBook())
        self.room.said.connect(lambda text, level: self.said.append(text))
        self.room.tokens = theme.apply(app, "dark")
        self.gate, self.window = Gate(self.tasks), QWidget()
        self.pane, self.keys = CasePane(self.room, self.window), KeyFilter(self.room.book, self.window)
        QVBoxLayout(self.window).addWidget(self.pane)
        self.tasks.changed.connect(self.pane.on_changes)
        self.room.case_selected.connect(self.pane.show_case)
        for name in STEPS:
            self.room.book.register(name, lambda name=name: self.pane.step(name))
        qtbot.addWidget(self.window)
        self.window.resize(460, 700)
        self.window.show()
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.keys.watch(self.window.windowHandle())

    def case(self, text: str = "rings from 98390 12345") -> UUID:
        with self.profile.writer.write(actor="intake") as tx:
            return alerts.add_alert(tx, source="phone", text=text)

    def show(self, case: UUID) -> None:
        self.room.select(case)
        self.until(lambda: self.pane.view is not None and self.pane.view.case.id == case)
        self.pane.setFocus()

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            if isinstance(key, str):
                for letter in key:
                    QTest.keyClick(self.window.windowHandle(), letter)
            else:
                QTest.keyClick(self.window.windowHandle(), key)

    def until(self, is_so: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(is_so()), timeout=20_000)

    def form(self, name: str) -> Any:
        self.until(lambda: self.pane.stage.name == name)
        return self.pane.stage.form

    def kinds(self, case: UUID) -> list[str]:
        quiet = ("case_opened", "alert_received", "case_numbered")
        return [one.kind for one in self.profile.reader().events(case) if one.kind not in quiet]

    def notes(self, case: UUID) -> list[str]:
        return [one.body["text"] for one in self.profile.reader().events(case) if one.kind == "note_added"]
