"""A room over a real store, for the forms: what is keyed in must become events."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.rows import CaseView, Draft
from controlroom.domain.events import Event
from controlroom.places.atlas import Atlas
from controlroom.places.locator import AtlasFinder, AtlasGround, AtlasLocator
from controlroom.store import open_profile
from controlroom.ui.context import Room
from controlroom.ui.forms.all import FORMS
from controlroom.ui.forms.drafting import DraftForm
from controlroom.ui.forms.sheet import Sheet
from controlroom.ui.keyboard.commands import CommandBook
from controlroom.ui.kit import theme
from controlroom.ui.tasks import TaskRunner

ME, OTHER = "a.verma", "s.khan"
F = TypeVar("F", bound=Sheet[CaseView])
_atlas: list[Atlas] = []


def one_atlas(folder: Path) -> Atlas:
    """The real atlas, its index of names built once for all tests."""
    if not _atlas:
        _atlas.append(Atlas(folder / "no-places-imported"))
    return _atlas[0]


class House:
    """A profile, the tasks, the room, and a window that the forms lie in."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.profile = open_profile(folder)
        self.tasks = TaskRunner(self.profile.writer, self.profile.reader)
        self.tasks.person = ME
        self.faults: list[Exception] = []
        self.tasks.faulted.connect(self.faults.append)
        self.room = Room(self.tasks, CommandBook())
        self.room.tokens = theme.apply(app, "dark")
        atlas = one_atlas(folder)
        self.room.locator = AtlasLocator(atlas)
        self.room.finder = AtlasFinder(atlas)
        self.room.ground = AtlasGround(atlas)
        self.window = QWidget()
        self.window.resize(420, 700)
        self.window.show()
        self.answers: list[Any] = []

    def close(self) -> None:
        self.tasks.close()
        self.window.deleteLater()
        self.profile.close()
        assert self.faults == []

    def new_case(self, text: str = "phone 98390 12345, Ravi will not answer") -> UUID:
        with self.profile.writer.write(actor=OTHER) as tx:
            return alerts.add_alert(tx, source="phone", text=text, locator=self.room.locator)

    def do(self, step: Callable[..., object], case: UUID, *, by: str = ME, **values: Any) -> None:
        with self.profile.writer.write(actor=by) as tx:
            step(tx, case, **values)

    def view(self, case: UUID) -> CaseView:
        found = self.profile.reader().case_view(case, person=ME)
        assert found is not None
        return found

    def last(self, case: UUID) -> Event:
        return max(self.view(case).events, key=lambda event: (event.at, event.seq or 0, event.id))

    def draft(self, key: str) -> Draft | None:
        return self.profile.reader().draft(ME, key)

    def form(self, kind: type[F], case: UUID | None) -> F:
        """The form as the pane opens it."""
        made = kind(self.room, self.window)
        assert FORMS[made.name] is kind
        if isinstance(made, DraftForm):
            made.saved.connect(self.answers.append)
        self.open(made, case)
        return made

    def open(self, form: Sheet[CaseView], case: UUID | None) -> None:
        view = self.view(case) if case else None
        form.begin(view, view.drafts if view else {})
        form.show()
        form.focus_first()

    def saved(self) -> Any:
        """Wait for the answer of one saving."""
        wait_for(lambda: bool(self.answers))
        return self.answers.pop()


def wait_for(is_so: Callable[[], bool], seconds: float = 60) -> None:
    until = monotonic() + seconds
    while not is_so():
        assert monotonic() < until, "it did not come"
        QTest.qWait(10)


def type_in(editor: QWidget, text: str) -> None:
    editor.setFocus()
    QTest.keyClicks(editor, text)


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


enter = partial(press, key=Qt.Key.Key_Return)
__all__ = ["ME", "OTHER", "House", "enter", "press", "steps", "type_in", "wait_for"]
