"""Looks up what is typed: a point or PIN code at once, names as soon as the look before has ended."""

from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal

from controlroom.domain.case import Place
from controlroom.ui.context import Room
from controlroom.ui.forms.finder import Spots, look_at, look_at_once, look_up


class _Question(msgspec.Struct, frozen=True, eq=False):
    """What was typed; each question is another, whatever it says."""

    text: str
    places: Sequence[Place]


class PlaceLookup(QObject):
    """One question at a time counts: the answer to an older one is never told."""

    found = Signal(object)  # Spots
    failed = Signal(object)  # an exception

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._question: _Question | None = None
        self._is_naming = False  # a look at names is under way, perhaps for an older question
        self._needs_names = False

    @property
    def is_looking(self) -> bool:
        """Whether an answer is still to come."""
        return self._question is not None

    def look(self, text: str, places: Sequence[Place]) -> None:
        """What the text may mean; where nothing is typed, `places`, which the alert named itself."""
        room, question = self._room, _Question(text, places)
        self._question, self._needs_names = question, False
        job = (
            partial(look_at_once, text, room.finder, room.locator)
            if text.strip()
            else partial(look_at, places, room.locator)
        )
        room.tasks.work(
            job, done=partial(self._on_first, question), failed=partial(self._on_fault, question), key="place"
        )

    def _on_first(self, question: _Question, found: Spots | None) -> None:
        if question is not self._question:
            return
        if found is not None:
            self._tell(found)
        else:
            self._needs_names = True
            self._look_at_names()

    def _look_at_names(self) -> None:
        question = self._question
        if question is None or not self._needs_names or self._is_naming:
            return
        self._is_naming = True
        room = self._room
        room.tasks.work(
            partial(look_up, question.text, room.finder, room.locator),
            done=partial(self._on_named, question),
            failed=partial(self._on_no_name, question),
        )

    def _on_named(self, question: _Question, found: Spots) -> None:
        self._is_naming = False
        if question is self._question:
            self._tell(found)
        else:
            self._look_at_names()

    def _on_no_name(self, question: _Question, fault: Exception) -> None:
        self._is_naming = False
        self._on_fault(question, fault)
        self._look_at_names()

    def _on_fault(self, question: _Question, fault: Exception) -> None:
        if question is self._question:
            self._question = None
            self.failed.emit(fault)

    def _tell(self, found: Spots) -> None:
        self._question = None
        self.found.emit(found)
