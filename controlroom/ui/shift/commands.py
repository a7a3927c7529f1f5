"""The commands about the people who work the shift, and the word that is offered after a hard case."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog

from controlroom.casework.ports import Changes
from controlroom.casework.queries import Reader
from controlroom.casework.shift import relief
from controlroom.domain.shift.incidents import INCIDENT_NOTED, is_hard
from controlroom.ui.frame.parts import WindowParts
from controlroom.ui.status.situation import Situation


class ShiftCommands(QObject):
    """Registers them all in the book. Main thread only."""

    def __init__(self, window: WindowParts) -> None:
        super().__init__(window)
        self._window, self._room = window, window.room
        book = self._room.book
        book.register("relief", self.ask_or_stay)
        book.register("take_over", self.take_over, enabled=self.is_asked)
        book.register("shift", self.open_own)
        book.register("on_duty", self.open_lead)
        book.register("incident", self.open_note, run_with=self.open_note_with)
        self._room.tasks.changed.connect(self._on_changes)
        window.watchman.seen.connect(self._on_situation)

    # --- relief -------------------------------------------------------------------------------------------

    def is_asked(self) -> bool:
        """Whether somebody else asks to be relieved."""
        me = self._room.person
        return any(one.person != me for one in self._room.state.reliefs)

    def ask_or_stay(self) -> None:
        """One key asks the others; the same key takes it back."""
        me = self._room.person
        is_asking = any(one.person == me for one in self._room.state.reliefs)
        step = relief.stay if is_asking else relief.ask_relief
        self._room.tasks.act(partial(step, person=me), done=partial(self._on_asked, not is_asking))

    def _on_asked(self, is_asking: bool, nothing: object) -> None:
        if is_asking:
            self._room.say(self.tr("The others are asked. Until somebody takes over, all stays yours."))
        else:
            self._room.say(self.tr("You go on; nobody is asked any more."))

    def take_over(self) -> None:
        """What the first who asks holds is mine."""
        me = self._room.person
        person = next((one.person for one in self._room.state.reliefs if one.person != me), "")
        if person:
            query = partial(relief.held_by, person=person)
            self._room.tasks.ask(query, done=partial(self._take, person), key="held")

    def _take(self, person: str, cases: tuple[UUID, ...]) -> None:
        use_case = partial(relief.take_over, person=person, cases=cases)
        self._room.tasks.act(use_case, done=partial(self._on_taken, person))

    def _on_taken(self, person: str, numbers: tuple[str, ...]) -> None:
        text = self.tr("You have taken over from %1: %2").replace("%1", person)
        self._room.say(text.replace("%2", ", ".join(numbers) or self.tr("no case was open")), "done")

    @Slot(object)
    def _on_situation(self, now: Situation) -> None:
        self._window.relief.show_held(dict(now.tallies.by_owner))

    # --- a word to the supervisor -------------------------------------------------------------------------

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        """After a hard case that this person has closed it is offered, in the bottom line, no more."""
        me = self._room.person
        closed = [one.stream_id for one in changes.events if one.kind == "case_closed" and one.actor == me]
        for case_id in closed:
            self._room.tasks.ask(partial(_hard_number, case_id=case_id), done=self._offer)
        if any(one.kind == INCIDENT_NOTED and one.actor != me for one in changes.events):
            self._room.tasks.ask(partial(_is_lead, person=me), done=self._tell_of_note, key="notes")

    def _tell_of_note(self, is_lead: bool) -> None:
        if is_lead:
            self._room.say(self.tr("Somebody has written you a word: see 'Who may need a break'."), "offer")

    def _offer(self, number: str) -> None:
        if number:
            text = self.tr(
                "%1 is closed. If you like, write a word to your supervisor (%2), or ask for relief (%3)."
            )
            keys = [self._room.book.key_text(name) for name in ("incident", "relief")]
            text = text.replace("%1", number).replace("%2", keys[0]).replace("%3", keys[1])
            self._room.say(text, "offer")

    def open_note(self) -> None:
        """About the case that is chosen, if one is."""
        self.open_note_with("")

    def open_note_with(self, text: str) -> None:
        """ "a word to the supervisor ..." on the command line."""
        from controlroom.ui.shift.note import NoteCard

        view = self._window.case_place.view
        number = view.case.number if view is not None and self._room.selected == view.case.id else ""
        self._open(NoteCard(self._room, self._window, number=number, text=text))

    # --- cards --------------------------------------------------------------------------------------------

    def open_own(self) -> None:
        """What I saw, and what is covered for me."""
        from controlroom.ui.shift.own import OwnCard

        self._open(OwnCard(self._room, self._window))

    def open_lead(self) -> None:
        """For supervisors: who may need a break, and what they were written."""
        from controlroom.ui.shift.lead import LeadCard

        self._open(LeadCard(self._room, self._window))

    def _open(self, card: QDialog) -> None:
        card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card.open()


def _is_lead(reader: Reader, *, person: str) -> bool:
    return reader.shift().is_lead(person)


def _hard_number(reader: Reader, *, case_id: UUID) -> str:
    view = reader.case_view(case_id)
    return view.case.number if view is not None and is_hard(view.case) else ""
