"""The steps of the case pane that ask nothing: one key, one event. Main thread only."""

from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from controlroom.casework import steps
from controlroom.casework.arriving import joins
from controlroom.casework.arriving.pictures import pictures_of
from controlroom.casework.care.knownpersons import confirm_person, decline_person
from controlroom.casework.handing.handovers import confirm_alert, stop_sending, try_now
from controlroom.casework.ports import Tx
from controlroom.ui.case.picture_card import PictureCard
from controlroom.ui.case.shown import ShownCase

T = TypeVar("T")
STEP: Final = "step"  # why keys wait


class QuickSteps(QObject):
    """Of one pane, on the case that it shows."""

    def __init__(self, shown: ShownCase, pane: QWidget) -> None:
        super().__init__(pane)
        self._shown, self._pane = shown, pane
        self._room, self._tasks = shown.room, shown.room.tasks

    def _act(self, use_case: Callable[[Tx], T], done: Callable[[T], None]) -> None:
        """The keys that follow wait until the pane knows what came of it."""
        self._room.held.hold(STEP)
        self._tasks.act(use_case, done=partial(self._on_done, done))

    def _on_done(self, done: Callable[[T], None], answer: T) -> None:
        done(answer)
        self._shown.read_on()
        self._room.held.let_go(STEP)

    def claim(self) -> None:
        """It is mine."""
        assert self._shown.case_id is not None
        self._act(partial(steps.claim_case, case_id=self._shown.case_id), self._on_claimed)

    def _on_claimed(self, nothing: None) -> None:
        self._room.say(self.tr("Claimed."), "done")

    def decline(self) -> None:
        """The proposed case is somebody else's."""
        assert self._shown.view is not None
        case = self._shown.view.case
        if not case.proposals:
            self._room.say(self.tr("No other case is proposed for this one."))
            return
        use_case = partial(joins.decline_join, case_id=case.id, other=case.proposals[0].other)
        self._act(use_case, self._on_declined)

    def _on_declined(self, nothing: None) -> None:
        self._room.say(self.tr("Kept apart: not the same person."), "done")

    def known(self) -> None:
        """It is the person who was in danger before: the case is theirs, and the follow-up begins anew."""
        self._say_of_known(confirm_person, self._on_known)

    def not_known(self) -> None:
        """It is somebody else."""
        self._say_of_known(decline_person, self._on_not_known)

    def _say_of_known(self, use_case: Callable[..., object], done: Callable[[object], None]) -> None:
        assert self._shown.view is not None
        case = self._shown.view.case
        if not case.known or case.known[0].is_confirmed:
            self._room.say(self.tr("Nobody who is known is proposed for this case."))
            return
        act = partial(use_case, case_id=case.id, person_id=case.known[0].person)
        self._act(act, done)

    def _on_known(self, person: object) -> None:
        self._room.say(self.tr("It is this person: their follow-up begins anew."), "done")

    def _on_not_known(self, nothing: object) -> None:
        self._room.say(self.tr("Kept apart: not the same person."), "done")

    def confirm(self) -> None:
        """A second person vouches for a mail that contradicts itself."""
        assert self._shown.case_id is not None
        self._act(partial(confirm_alert, case_id=self._shown.case_id), self._on_confirmed)

    def _on_confirmed(self, nothing: object) -> None:
        self._room.say(self.tr("Confirmed."), "done")

    def try_now(self) -> None:
        """What waits to go out does not wait for the end of its gap."""
        self._tasks.act(partial(try_now, letters=self._waiting()))

    def stop_sending(self) -> None:
        """What did not go out, for example to a wrong address, rings no more."""
        assert self._shown.case_id is not None
        self._tasks.act(partial(stop_sending, case_id=self._shown.case_id, letters=self._waiting()))

    def _waiting(self) -> list[UUID]:
        assert self._shown.view is not None
        return [UUID(one.letter) for one in self._shown.view.case.hand_overs if not one.is_there]

    def reveal(self) -> None:
        """What is masked is shown: the event first."""
        case_id = self._shown.case_id
        if case_id is None or self._shown.is_revealed:
            return
        field = "facts" if self._room.state.blur.are_words_apart else "all"
        use_case = partial(steps.reveal, case_id=case_id, field=field)
        self._tasks.act(use_case, done=partial(self._on_revealed, case_id))

    def _on_revealed(self, case_id: UUID, nothing: None) -> None:
        self._shown.reveal(case_id)

    def reveal_words(self) -> None:
        """The alert's own words, for whom they are covered when the rest is revealed."""
        case_id = self._shown.case_id
        if case_id is None or self._shown.has_words:
            return
        use_case = partial(steps.reveal, case_id=case_id, field="text")
        self._tasks.act(use_case, done=partial(self._on_words, case_id))

    def _on_words(self, case_id: UUID, nothing: None) -> None:
        self._shown.reveal_words(case_id)

    def open_pictures(self) -> None:
        """What pictures the mail brought, blurred at first."""
        read, view = self._room.read_picture, self._shown.view
        pictures = pictures_of(view.events) if view is not None else []
        if view is None or read is None or not pictures:
            return
        card = PictureCard(self._room, view.case.id, pictures, read, self._pane)
        card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card.open()
