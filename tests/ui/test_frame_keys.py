"""Keys call commands: by the key and not by the letter, never while somebody types."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDockWidget, QLineEdit, QListView, QMainWindow, QWidget

from controlroom.ui.keyboard import command_words, keys
from controlroom.ui.keyboard.commands import CommandBook, normal
from controlroom.ui.keyboard.keys import KeyFilter, sequence_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def press(key: int, text: str = "", modifiers: Qt.KeyboardModifier = NONE, scan: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, 0, 0, text)


@pytest.mark.parametrize(
    ("event", "sequence"),
    [
        (press(Qt.Key.Key_C, "c"), "C"),
        (press(Qt.Key.Key_Question, "?", SHIFT), "?"),
        (press(Qt.Key.Key_K, "", CONTROL), "Ctrl+K"),
        (press(Qt.Key.Key_F5), "F5"),
        (press(Qt.Key.Key_Escape), "Esc"),
        (press(ord("म"), "म"), "C"),
        (press(ord("य"), "य"), "/"),
        (press(ord("ा"), "", CONTROL, scan=37 + 8), "Ctrl+K"),
        (press(ord("ज"), "", NONE, scan=46 + 8), "C"),
        (press(Qt.Key.Key_unknown, "", NONE, scan=53 + 8), "/"),
    ],
)
def test_that_a_key_is_the_same_in_every_layout(event: QKeyEvent, sequence: str) -> None:
    assert sequence_of(event) == sequence


def test_that_no_two_commands_share_a_key() -> None:
    used = [normal(key) for word in command_words.COMMANDS.values() for key in word.keys]
    assert len(used) == len(set(used))
    assert all(used)


class Desk:
    """A book that notes what was called, and a window with a field in it."""

    def __init__(self, qtbot: Any) -> None:
        self.called: list[str] = []
        self.book = CommandBook()
        for key in command_words.COMMANDS:
            self.book.register(key, lambda key=key: self.called.append(key))
        self.window = QWidget()
        self.field, self.rows = QLineEdit(self.window), QListView(self.window)
        self.rows.move(0, 40)
        qtbot.addWidget(self.window)
        self.filter = KeyFilter(self.book, self.window)
        self.window.show()
        qtbot.waitActive(self.window)
        self.filter.watch(self.window.windowHandle())


@pytest.fixture
def desk(qtbot: Any) -> Desk:
    return Desk(qtbot)


def test_that_letters_go_into_a_field_and_never_call_a_command(desk: Desk, qtbot: Any) -> None:
    desk.field.setFocus()
    qtbot.waitUntil(desk.field.hasFocus)
    assert not desk.filter.press(press(Qt.Key.Key_C, "c"))
    assert not desk.filter.press(press(ord("म"), "म"))
    assert not desk.filter.press(press(Qt.Key.Key_Z, "", CONTROL))
    assert desk.called == []


def test_that_command_keys_work_while_somebody_types(desk: Desk, qtbot: Any) -> None:
    desk.field.setFocus()
    qtbot.waitUntil(desk.field.hasFocus)
    assert desk.filter.press(press(Qt.Key.Key_K, "", CONTROL))
    assert desk.filter.press(press(Qt.Key.Key_F5))
    assert desk.called == ["palette", "next"]


def test_that_letters_call_commands_where_nothing_is_typed(desk: Desk, qtbot: Any) -> None:
    desk.rows.setFocus()
    qtbot.waitUntil(desk.rows.hasFocus)
    qtbot.keyClick(desk.window.windowHandle(), Qt.Key.Key_C)
    qtbot.keyClick(desk.window.windowHandle(), Qt.Key.Key_H)
    assert desk.called == ["claim", "handover"]


def test_that_own_keys_replace_the_first_ones(desk: Desk) -> None:
    desk.book.set_keys({"claim": ["X"], "note": ["C"]})
    assert desk.book.key_text("claim") == "X"
    found = desk.book.at_keys("C")
    assert found is not None and found.key == "note"
    assert desk.book.own_keys() == {"claim": ["X"], "note": ["C"]}


def test_that_what_cannot_be_done_now_is_not_done(desk: Desk) -> None:
    desk.book.register("claim", lambda: desk.called.append("claim"), enabled=lambda: False)
    assert not desk.book.run("claim")
    assert desk.called == []


def test_that_every_place_of_the_inscript_layout_is_a_key() -> None:
    assert len(keys.INSCRIPT) == 26
    assert set(keys.INSCRIPT.values()) <= set("qwertyuiopasdfghjklxcvbnm/")


def test_that_a_key_that_puts_the_sheet_of_keys_away_calls_nothing(desk: Desk, qtbot: Any) -> None:
    desk.window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    desk.window.setProperty(keys.TAKES_KEYS, True)
    desk.window.setFocus()
    qtbot.waitUntil(desk.window.hasFocus)
    assert not desk.filter.press(press(Qt.Key.Key_C, "c"))
    assert not desk.filter.press(press(Qt.Key.Key_Escape))
    assert desk.called == []


def test_that_a_pane_that_is_torn_off_hears_the_keys(desk: Desk, qtbot: Any) -> None:
    floor = QMainWindow(desk.window)
    floor.setWindowFlags(Qt.WindowType.Widget)
    dock = QDockWidget(floor)
    dock.setWidget(QListView(dock))
    floor.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    floor.show()
    desk.filter.watch_dock(dock)
    dock.setFloating(True)
    qtbot.waitUntil(lambda: dock.isFloating() and dock.windowHandle() is not None)
    qtbot.wait(20)
    dock.activateWindow()
    dock.widget().setFocus()
    qtbot.keyClick(dock.windowHandle(), Qt.Key.Key_C)
    assert desk.called == ["claim"]
    dock.setFloating(False)
    dock.setFloating(True)
    qtbot.wait(20)
    qtbot.keyClick(dock.windowHandle(), Qt.Key.Key_T)
    assert desk.called == ["claim", "triage"]
