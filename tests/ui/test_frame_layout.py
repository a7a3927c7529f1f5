"""The docks come back where they were, also when a screen is gone; a layout wraps what is too wide."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QToolButton, QVBoxLayout, QWidget

from controlroom.ui.frame.docks import DOCKS, Docks
from controlroom.ui.kit import theme
from controlroom.ui.kit.flow import FlowLayout
from controlroom.ui.kit.look import look_from

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def make(qtbot: Any) -> tuple[QWidget, Docks]:
    window = QWidget()
    qtbot.addWidget(window)
    floor = QMainWindow(window)
    floor.setWindowFlags(Qt.WindowType.Widget)
    QVBoxLayout(window).addWidget(floor)
    docks = Docks(window, floor, {name: QLabel(name) for name in DOCKS})
    window.resize(1200, 700)
    window.show()
    return window, docks


def test_that_docks_come_back_where_they_were(qtbot: Any) -> None:
    _, docks = make(qtbot)
    docks.all["map"].setFloating(True)
    docks.all["map"].setGeometry(QRect(40, 50, 300, 200))
    kept = docks.kept()
    _, again = make(qtbot)
    assert again.come_back(kept)
    assert again.all["map"].isFloating()
    assert not again.all["queue"].isFloating()


def test_that_a_dock_on_a_screen_that_is_gone_comes_home(qtbot: Any) -> None:
    window, docks = make(qtbot)
    docks.all["case"].setFloating(True)
    docks.all["case"].setGeometry(QRect(9000, 9000, 300, 200))
    docks.keep_on_screens()
    screen = window.screen().availableGeometry()
    assert screen.intersects(docks.all["case"].frameGeometry())


@pytest.mark.parametrize(
    "kept", [None, {}, {"geometry": "!", "docks": "!"}, {"geometry": 1, "docks": 2}, "x"]
)
def test_that_a_layout_that_cannot_be_read_is_no_layout(kept: object, qtbot: Any) -> None:
    _, docks = make(qtbot)
    assert docks.come_back(kept) is False
    assert not any(dock.isFloating() for dock in docks.all.values())


def test_that_putting_back_ends_every_tear_off(qtbot: Any) -> None:
    _, docks = make(qtbot)
    for dock in docks.all.values():
        dock.setFloating(True)
    docks.put_back()
    assert not any(dock.isFloating() for dock in docks.all.values())


def test_that_what_is_too_wide_goes_on_in_the_next_line(qtbot: Any) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, spacing=4)
    parts = [QLabel(box) for _ in range(4)]
    for part in parts:
        part.setFixedSize(QSize(50, 20))
        flow.addWidget(part)
    flow.setGeometry(QRect(0, 0, 110, 100))
    assert [part.pos() for part in parts] == [QPoint(0, 0), QPoint(54, 0), QPoint(0, 24), QPoint(54, 24)]
    assert flow.heightForWidth(110) == 44
    assert flow.heightForWidth(400) == 20


def test_that_a_look_that_nobody_could_have_set_is_put_right() -> None:
    look = look_from({"language": "xx", "theme": "pink", "scale": 40, "is_muted": "no"}, {})
    assert (look.language, look.theme, look.scale, look.is_muted) == ("en", "dark", 2.0, False)
    assert look_from({"language": "en"}, {"language": "hi"}).language == "hi"


def test_that_the_titles_of_the_panes_grow_with_the_text(qapp: QApplication, qtbot: Any) -> None:
    _, docks = make(qtbot)
    docks.all["case"].setWindowTitle("Case")
    heights = []
    for scale in (1.0, 2.0):
        docks.use(theme.apply(qapp, "dark", scale))
        heights.append(docks.all["case"].titleBarWidget().sizeHint().height())
    theme.apply(qapp, "dark", 1.0)
    assert heights[1] > 1.7 * heights[0]


def test_that_the_button_of_a_title_tears_off_and_puts_back(qtbot: Any) -> None:
    _, docks = make(qtbot)
    button = docks.all["map"].titleBarWidget().findChild(QToolButton)
    names = [button.accessibleName()]
    for is_torn in (True, False):
        button.click()
        assert docks.all["map"].isFloating() is is_torn
        names.append(button.accessibleName())
    assert names == ["Tear this pane off", "Put this pane back", "Tear this pane off"]


def test_that_panes_are_torn_off_to_be_seen_and_find_their_room_again(qtbot: Any) -> None:
    _, docks = make(qtbot)
    before = [dock.width() for dock in docks.all.values()]
    buttons = [dock.titleBarWidget().findChild(QToolButton) for dock in docks.all.values()]
    for button in buttons:
        button.click()
    places = {dock.pos().toTuple() for dock in docks.all.values()}
    assert len(places) == 3, "one lies over another"
    for button in buttons:
        button.click()
    qtbot.waitUntil(lambda: [dock.width() for dock in docks.all.values()] == before)


def test_that_larger_text_gives_the_queue_more_room(qapp: QApplication, qtbot: Any) -> None:
    window, docks = make(qtbot)
    docks.share(window.width())
    qtbot.wait(50)
    before = docks.all["queue"].width()
    docks.use(theme.apply(qapp, "dark", 2.0))
    qtbot.waitUntil(lambda: docks.all["queue"].width() > before)
    large = docks.all["queue"].width()
    docks.use(theme.apply(qapp, "dark", 1.0))
    qtbot.waitUntil(lambda: docks.all["queue"].width() < large)
