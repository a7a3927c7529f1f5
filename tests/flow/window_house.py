"""The window of the program on a profile, and a story that goes on in it: keys, then waiting."""

from collections.abc import Callable, Iterator
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from controlroom import loops
from controlroom.app import _Session
from controlroom.store import Profile
from controlroom.ui.frame.window import MainWindow
from controlroom.ui.kit import theme
from controlroom.ui.kit.language import Language
from controlroom.ui.map.scheme import is_registered, register_scheme

if not is_registered():
    register_scheme()  # before there is a QApplication

Key = Qt.Key
Story = Iterator[Callable[[], object]]
PATIENCE_S = 60
loops.LONGEST_S = 120  # a loop that is warming up on a slow machine may not outlive the profile


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
                line = self._story.gi_frame.f_lineno
                raise AssertionError(f"waited in vain, line {line}; {_keys_stand()}")
        except StopIteration:
            self._stop()
        except BaseException as fault:
            self.fault = fault
            self._stop()

    def _stop(self) -> None:
        self._timer.stop()
        self._end()


def _keys_stand() -> str:
    """What would have got a key: a story that waits in vain has mostly lost one."""
    [window] = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    view, held = window.queue.view, window.room.held
    return (
        f"in front {QApplication.focusWindow()}, this window {window.windowHandle()}, keys at"
        f" {QApplication.focusWidget()}, popup {QApplication.activePopupWidget()}, dialog"
        f" {QApplication.activeModalWidget()}, held {held.is_holding}, only {window.room.book.only},"
        f" rows {view.model().rowCount()}, current {view.currentIndex().row()}, case {window.room.selected}"
    )


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
