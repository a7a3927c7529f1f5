"""Keys that are pressed while a step is being written wait for what comes after it. Main thread only."""

from time import monotonic
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from shiboken6 import isValid

from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.keyboard.keys import sequence_of

LONGEST_MS: Final = 10_000  # then the keys are given back, whatever is still being written
SLOW_MS: Final = 700
SOON_MS: Final = 10
ECHO_S: Final = 0.4
FORM: Final = "form"
_ENDS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})


class HeldKeys(QObject):
    """While anybody holds, no key reaches a window. Then they come one by one, in the order of the hand.

    What can't be carried out any more, because the step failed or the mouse went elsewhere, is told by
    `spilled`: it never runs as a command and never lands in another field.
    """

    spilled = Signal(str)  # the letters, as they were typed
    slow = Signal()  # somebody types, and what they typed has waited for a while

    def __init__(self, book: CommandBook, parent: QObject) -> None:
        super().__init__(parent)
        self._book = book
        self._reasons: set[str] = set()
        self._keys: list[tuple[QWindow, QKeyEvent | QInputMethodEvent]] = []
        self._watched: list[QObject] = []  # the window in front, and what an input method writes to
        self._is_giving = False
        self._form_ended_at = 0.0
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._longest.timeout.connect(self.give_up)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self.slow)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._give)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_front)

    @property
    def is_holding(self) -> bool:
        """Whether a key would wait now."""
        return bool(self._reasons) or self._next.isActive()

    @property
    def has_just_saved(self) -> bool:
        """A form has ended so lately that Enter on what lies behind it is the same Enter, pressed twice."""
        return monotonic() - self._form_ended_at < ECHO_S

    def hold(self, why: str, *, first: QKeyEvent | None = None) -> None:
        """Keys wait from now on, this one before them."""
        if first is not None:
            window = QGuiApplication.focusWindow()
            if window is not None:
                self._keys.insert(0, (window, _copy(first)))
        self._reasons.add(why)
        self._next.stop()
        self._longest.start()
        self._watch(QGuiApplication.focusWindow(), QGuiApplication.focusObject())

    def let_go(self, why: str) -> None:
        """What was waited for is there. When nobody holds any more, the keys go on."""
        if why == FORM:
            self._form_ended_at = monotonic()
        if why in self._reasons:
            self._reasons.discard(why)
            if not self._reasons:
                self._next.start(0)

    @Slot()
    def give_up(self) -> None:
        """What was waited for does not come: nothing of what was pressed is carried out."""
        text = self.take_text()
        self._end()
        if text:
            self.spilled.emit(text)

    def take_text(self) -> str:
        """What was typed meanwhile, for whoever shows it; nothing of it is carried out."""
        keys, self._keys = self._keys, []
        return "".join(sign for _, event in keys for sign in _letters(event) if sign.isprintable())

    def forget(self) -> None:
        """Somebody leaves: what was pressed is for nobody else's eyes."""
        self._keys.clear()
        self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_giving:
            return False
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(watched, QWindow) and isinstance(event, QKeyEvent):
            return self._keep(watched, event)
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            window = QGuiApplication.focusWindow()
            if event.commitString() and window is not None:
                self._keys.append((window, _committed(event.commitString())))
            return True
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWindow):
            self.give_up()  # the mouse says what comes next: keys from before it are not for that
        return False

    def _keep(self, window: QWindow, event: QKeyEvent) -> bool:
        sequence = sequence_of(event)
        command = self._book.at_keys(sequence) if sequence else None
        if command is not None and command.key == "lock":
            return False  # who leaves the desk waits for nothing
        is_end = not self._keys and FORM in self._reasons and event.key() in _ENDS
        if not event.isAutoRepeat() and not is_end:  # Enter pressed twice saves once, and does nothing else
            if not self._keys:
                self._slow.start()
            self._keys.append((window, _copy(event)))
        return True

    @Slot()
    def _give(self) -> None:
        """The next one, to what has the keys now; it may begin another step, then the rest waits on."""
        if not self._keys:
            self._end()
            return
        window, event = self._keys.pop(0)
        front = QGuiApplication.focusWindow()
        is_there = isValid(window) and window.isVisible()
        if not is_there and (front is None or not front.isVisible()):
            self._keys.insert(0, (window, event))
            self._next.start(SOON_MS)  # the dialog has gone, and the window behind it is not in front yet
            return
        if is_there and front is not None and front is not window:  # something has come up over it
            self._keys.insert(0, (window, event))
            self.give_up()
            return
        target: QObject | None = front or window
        if isinstance(event, QInputMethodEvent):
            target = QGuiApplication.focusObject()
        self._is_giving = True
        if target is not None and isValid(target):
            QCoreApplication.sendEvent(target, event)
        self._is_giving = False
        if not self._reasons:
            self._next.start(0)

    def _end(self) -> None:
        self._reasons.clear()
        for timer in (self._longest, self._slow, self._next):
            timer.stop()
        watched, self._watched = self._watched, []
        for one in filter(isValid, watched):
            one.removeEventFilter(self)

    @Slot()
    def _on_front(self) -> None:
        if self.is_holding:
            self._watch(QGuiApplication.focusWindow())

    def _watch(self, *objects: QObject | None) -> None:
        """By hand, for an event filter of the whole program wraps what the web engine is about to delete."""
        for one in objects:
            if one is not None and one not in self._watched:
                one.installEventFilter(self)
                self._watched.append(one)


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
    )


def _committed(text: str) -> QInputMethodEvent:
    made = QInputMethodEvent("", [])
    made.setCommitString(text)
    return made


def _letters(event: QKeyEvent | QInputMethodEvent) -> str:
    if isinstance(event, QInputMethodEvent):
        return event.commitString()
    is_command = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return "" if is_command else event.text()
