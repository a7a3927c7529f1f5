"""The case that the pane shows: read, read anew, fetched from elsewhere; and how much of it is revealed."""

from dataclasses import replace
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from controlroom.casework import steps
from controlroom.casework.checklists import CheckLists
from controlroom.casework.queries import Reader
from controlroom.casework.rows import CaseView
from controlroom.domain.triage import next_step
from controlroom.ui.case.sight import Sight
from controlroom.ui.context import Room
from controlroom.ui.kit.district_names import DistrictNames, read_district_names
from controlroom.ui.shared.rights import why_not

READING: Final = "case"  # why keys wait


class ShownCase(QObject):
    """Of one pane. Main thread only."""

    changed = Signal()  # something of it is shown otherwise from now on
    read = Signal(object)  # the CaseView, each time that it was read
    begun = Signal()  # read for the first time, and noted in the log that it was looked at

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self.room = room
        self.case_id: UUID | None = None
        self.view: CaseView | None = None
        self.is_revealed = self._are_words_shown = False
        self._names: DistrictNames | None = None
        self._is_looked_at = self._is_fetched = False

    def use(self, case_id: UUID | None) -> None:
        """This case from now on, masked; `ask` reads it."""
        self.case_id, self.view = case_id, None
        self.is_revealed = self._are_words_shown = self._is_looked_at = self._is_fetched = False

    def prepare(self) -> None:
        """What every case is shown with: the check-lists each time, the names of districts once."""
        tasks = self.room.tasks
        tasks.work(self.room.read_checklists, done=self._on_lists)
        if self._names is None:
            self._names = DistrictNames()
            tasks.work(read_district_names, done=self._on_names)
            if self.room.finder is not None:  # a place will be asked for soon
                tasks.work(self.room.finder.prepare)

    def ask(self) -> None:
        """Read it, or read it anew."""
        assert self.case_id is not None
        query = partial(_read, case_id=self.case_id, person=self.room.person)
        self.room.tasks.ask(query, done=self.take, key="case")

    def read_on(self) -> None:
        """A step was written: the next key is for the case as it is then."""
        if self.case_id is not None:
            self.room.held.hold(READING)
            self.ask()

    def take(self, view: CaseView | None) -> None:
        """What was read; None where this desk does not have it."""
        self._show(view)
        self.room.held.let_go(READING)

    def _show(self, view: CaseView | None) -> None:
        if view is None and self.case_id is not None and not self._is_fetched:
            self._is_fetched = True  # not on this desk: asked for once
            self.room.sharing.fetch_case(str(self.case_id), done=self._on_fetched)
        if view is None or view.case.id != self.case_id:
            return
        is_first = self.view is None
        self.view = view
        self.read.emit(view)
        if not self._is_looked_at:
            self._is_looked_at = True
            self.room.tasks.act(partial(steps.look_at, case_id=view.case.id))
        if is_first:
            self.begun.emit()

    def _on_fetched(self, case_id: UUID | None) -> None:
        if case_id is not None and case_id == self.case_id:
            self.ask()

    def _on_lists(self, lists: CheckLists) -> None:
        if lists != self.room.checklists:
            self.room.checklists = lists
            self.changed.emit()

    def _on_names(self, names: DistrictNames) -> None:
        self._names = names
        self.changed.emit()

    def drop_drafts(self, form: str) -> None:
        """What was typed in this form is saved now, whatever was read before."""
        if self.view is not None:
            kept = {key: text for key, text in self.view.drafts.items() if not key.startswith(f"{form}.")}
            self.view = replace(self.view, drafts=kept)

    # --- what may be seen ---------------------------------------------------------------------------------

    def reveal(self, case_id: UUID) -> None:
        """The event is written: now the thing."""
        if case_id == self.case_id:
            self.is_revealed = True
            self.changed.emit()

    def reveal_words(self, case_id: UUID) -> None:
        """Likewise the alert's own words, which this person wants apart."""
        if case_id == self.case_id:
            self.is_revealed = self._are_words_shown = True
            self.changed.emit()

    def mask(self, *, is_for_another: bool = False) -> None:
        """What was revealed is covered again; another person's look is noted anew."""
        self.is_revealed = self._are_words_shown = False
        self._is_looked_at = self._is_looked_at and not is_for_another

    @property
    def has_words(self) -> bool:
        """Whether the alert's own words may stand there: revealed, and asked for where they are apart."""
        return self.is_revealed and (self._are_words_shown or not self.room.state.blur.are_words_apart)

    def sight(self) -> Sight | None:
        """What may be shown now."""
        if self.view is None:
            return None
        room = self.room
        return Sight(
            self.view,
            room.now(),
            room.person,
            room.language,
            self._names or DistrictNames(),
            self.is_revealed,
            room.sharing.is_alone,
            room.checklists,
            why_not(room.sharing.link, next_step(self.view.case)),
            self.has_words,
        )


def _read(reader: Reader, *, case_id: UUID, person: str) -> CaseView | None:
    return reader.case_view(case_id, person=person)
