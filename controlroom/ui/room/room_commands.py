"""What the commands do: registers them all in the book. Steps on a case are the case pane's."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QPushButton

from controlroom.casework import steps
from controlroom.casework.calling.callnow import CHASED, chased_clock
from controlroom.casework.calling.directory import Entry
from controlroom.ui.door.desk_person import DeskPerson
from controlroom.ui.door.door import Door
from controlroom.ui.door.lock import Lock
from controlroom.ui.frame.parts import WindowParts
from controlroom.ui.keyboard.keys import bring_up
from controlroom.ui.person.commands import PersonCommands
from controlroom.ui.queue.fetch import VIEWS
from controlroom.ui.shared.claims import ClaimWatch
from controlroom.ui.shared.shared_desk import SharedDesk
from controlroom.ui.shift.commands import ShiftCommands

if TYPE_CHECKING:
    from controlroom.ui.case.pane import CasePane
    from controlroom.ui.shared.whereabouts import Whereabouts

CASE_STEPS: Final = (
    "next",
    "claim",
    "release",
    "triage",
    "checks",
    "place",
    "tried",
    "ask",
    "choose",
    "whose",
    "handover",
    "call",
    "speak",
    "report",
    "outcome",
    "review",
    "note",
    "fact",
    "join",
    "decline",
    "known",
    "not_known",
    "split",
    "close",
    "reopen",
    "undo",
    "reveal",
    "reveal_words",
    "confirm",
    "stop_sending",
)


class RoomCommands(QObject):
    """Bound methods over the window's parts."""

    def __init__(self, window: WindowParts) -> None:
        super().__init__(window)
        self._window, self._room = window, window.room
        self.door = Door(self._room, window.outside, self)
        self.person = DeskPerson(self._room, window, self.door)
        self.person.leaving.connect(window.case_place.person_leaves)
        self.person.changed.connect(self._on_person)
        self.whereabouts: Whereabouts | None = None  # made with the case pane
        self.claims = ClaimWatch(self._room, self)
        self.care = PersonCommands(self._room, window)
        window.case_place.made.connect(self._on_case_made)
        for dock in window.docks.all.values():
            window.keys.watch_dock(dock)
        window.closing.connect(self._put_docks_away)
        with QSignalBlocker(self._room.book):  # told once, not for each of fifty
            self._register_case()
            self._register_rest()
            self.shift = ShiftCommands(window)
            self.shared = SharedDesk(window, self.person, self.door)
            self.lock = Lock(window, self.person, self.door, self.shared, window.keys)
            self._room.book.register("lock", self.lock.lock)
            self._room.book.register("pin", self.lock.open_pin)
        self.lock.changed.connect(self._on_lock)
        self._room.book.changed.emit()
        self.door.begin()
        self.person.begin()

    def _register_case(self) -> None:
        book, window = self._room.book, self._window
        for name in CASE_STEPS:
            with_words = {"note": self.note_with, "claim": self.claim_number}.get(name)
            enabled = {"claim": self.can_claim, "split": self.is_joined}.get(name, self.has_case)
            book.register(name, partial(window.step, name), enabled=enabled, run_with=with_words)
        book.register("late", self.go_to_late, enabled=self.is_late)
        book.register("alert", window.open_alert)

    def _register_rest(self) -> None:
        book, window = self._room.book, self._window
        queue = window.queue
        book.register("down", partial(queue.step, 1))
        book.register("up", partial(queue.step, -1))
        book.register("top", queue.to_top)
        book.register("search", self.search, run_with=queue.head.search.setText)
        for view in VIEWS:
            book.register(f"view_{view}", partial(window.show_view, view))
        book.register("boundaries", window.setup.import_places)
        book.register("stations", window.setup.import_places)
        book.register("show_places", window.map.show_all_candidates, enabled=self.has_case)
        book.register("pick", partial(window.step, "pick"), enabled=self.has_case)
        for name in ("queue", "map", "case"):
            book.register(f"pane_{name}", partial(window.focus_pane, name))
        book.register("palette", window.overlays.open_palette)
        book.register("keys", window.overlays.open_keys)
        book.register("change_keys", self.change_keys)
        book.register("figures", self.open_figures)
        book.register("fidelity", self.open_fidelity)
        book.register("board", self.open_board)
        book.register("reviews", self.open_reviews)
        self.care.register()
        book.register("person", self.person.open, run_with=self.person.open_for)
        book.register("language", window.appearance.switch_language)
        book.register("theme", window.appearance.switch_theme)
        book.register("bigger", partial(self.scale_by, 0.1))
        book.register("smaller", partial(self.scale_by, -0.1))
        book.register("layout", window.docks.put_back)
        book.register("mute", window.appearance.switch_sound)
        book.register("sound_test", self.test_sound)
        book.register("settings", window.setup.open_mailbox)
        book.register("directory", self.open_directory, run_with=self.open_directory_at)
        for key in ("duty", "limits", "breaks", "exercise"):
            book.register(key, partial(self.open_room_form, key))
        book.register("canary", self.open_canary)
        book.register("connectors", window.overlays.open_connectors)
        book.register("back", window.go_back)
        book.register("quit", window.close_soon)

    @Slot()
    def _put_docks_away(self) -> None:
        """Where they stand is kept by now. A torn-off pane refuses to be closed: Qt would never end."""
        for dock in self._window.docks.all.values():
            if dock.isFloating():
                dock.hide()

    # --- when ---------------------------------------------------------------------------------------------

    def has_case(self) -> bool:
        """Whether a case is selected."""
        return self._room.selected is not None

    def can_claim(self) -> bool:
        """Always: without a selection the most urgent unclaimed case is meant."""
        return self._room.selected is not None or bool(self._window.watchman.situation.waiting())

    def is_joined(self) -> bool:
        """Whether the selected case is joined with another one."""
        view = self._window.case_place.view
        if view is None:
            return False
        from controlroom.ui.forms.split import joined_with  # loaded with the pane that shows the case

        return bool(joined_with(view.case))

    def is_late(self) -> bool:
        """Whether anything is past its time, or a case is chosen about which somebody may be called."""
        return self._window.line.most_late is not None or self.has_case()

    # --- what ---------------------------------------------------------------------------------------------

    def search(self) -> None:
        """The caret goes to the search field, in whichever window that is."""
        bring_up(self._window.queue)
        self._window.focus_search()

    def go_to_late(self) -> None:
        """What is most late: whoever does not answer is called, else its next step is opened.

        The case that is chosen goes first where somebody is late there, or where nothing else is.
        """
        row, view = self._window.line.most_late, self._window.case_place.view
        chosen = chased_clock(view.clocks) if view is not None else None
        is_late_here = chosen is not None and chosen.level(self._room.now()) != "running"
        if row is None or is_late_here:
            self._window.step("call")
            return
        self._room.select(row.id)
        self._window.step("call" if row.clock in CHASED else "next")

    def note_with(self, text: str) -> None:
        """ "note called mother" on the command line."""
        case_id = self._room.selected
        if case_id is not None:
            self._room.tasks.act(partial(steps.add_note, case_id=case_id, text=text), done=self._on_noted)

    def claim_number(self, text: str) -> None:
        """ "claim 0412" on the command line."""
        self._window.search_for(text)

    def test_sound(self) -> None:
        """All three tones, and what should be heard."""
        ringer = self._window.ringer
        if not ringer.has_device:
            self._room.say(self.tr("This desk has no sound device: look at the screen."), "warning")
            return
        ringer.test()
        self._room.say(self.tr("Three tones follow: urgent, alert, and the soft one for other mail."))

    def scale_by(self, step: float) -> None:
        """Larger or smaller text; the panes are shared out anew, or the case would be cut off."""
        window = self._window
        before = window.appearance.look.scale
        window.appearance.scale_by(step)
        scale = window.appearance.look.scale
        if scale != before:
            window.docks.share(window.width(), scale)

    def change_keys(self) -> None:
        """The form for the keys."""
        from controlroom.ui.keyboard.keys_form import KeysForm

        form = KeysForm(self._room, self._window)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    @Slot()
    def open_figures(self) -> None:
        """The figures of some days."""
        from controlroom.ui.room.figures_card import FiguresCard

        card = FiguresCard(self._room, self._window)
        card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card.open()

    @Slot()
    def open_fidelity(self) -> None:
        """The follow-up as it was planned and as it was done."""
        from controlroom.ui.fidelity.window import FidelityWindow

        found = FidelityWindow(self._room, self._window)
        found.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found.open()

    @Slot()
    def open_board(self) -> None:
        """Whom somebody has to speak with, after the rescue."""
        self._open_board(is_for_reviews=False)

    @Slot()
    def open_reviews(self) -> None:
        """Whose data a supervisor is to look at."""
        self._open_board(is_for_reviews=True)

    def _open_board(self, *, is_for_reviews: bool) -> None:
        from controlroom.ui.board.window import BoardWindow

        board = BoardWindow(self._room, self._window, is_for_reviews=is_for_reviews)
        board.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        board.open()

    def open_directory(self) -> None:
        """Whom to call."""
        self.open_directory_at("")

    def open_directory_at(self, text: str) -> None:
        """The directory, with what is looked for ("directory chinhat" on the command line)."""
        from controlroom.ui.directory.window import DirectoryWindow

        found = DirectoryWindow(self._room, self._window, text=text)
        found.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found.called.connect(self._on_called)
        found.open()

    @Slot(object)
    def _on_called(self, entry: Entry) -> None:
        self._window.case.call(entry)

    def open_room_form(self, key: str) -> None:
        """Who is on duty, the limits of the clocks and of the breaks, an exercise."""
        from controlroom.ui.room import room_forms
        from controlroom.ui.shift.breaks import BreaksForm

        kinds = {
            "duty": room_forms.DutyForm,
            "limits": room_forms.LimitsForm,
            "breaks": BreaksForm,
            "exercise": room_forms.ExerciseForm,
        }
        form = kinds[key](self._room, self._window)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    def open_canary(self) -> None:
        """The test mails that say whether mails arrive."""
        from controlroom.ui.room.canary_form import CanaryForm

        form = CanaryForm(self._room, self._window, self._window.outside.try_canary)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    @Slot(object)
    def _on_case_made(self, case: "CasePane") -> None:
        from controlroom.ui.shared.whereabouts import Whereabouts  # knows the forms: loaded with the pane

        self.whereabouts = Whereabouts(self._room, case.stage, self)

    @Slot(str)
    def _on_person(self, name: str) -> None:
        window = self._window
        window.strip.show_person(name)
        mine = window.queue.head.findChild(QPushButton, "mine")
        if mine is not None and mine.isChecked():
            window.queue.show_view("mine")
        window.queue.view.viewport().update()
        window.watchman.look()
        window.relief.show_state()
        self._room.state.begin()  # what is covered is another's choice now
        window.case_place.person_came()

    @Slot(bool)
    def _on_lock(self, is_locked: bool) -> None:
        if self.whereabouts is not None:
            self.whereabouts.hide(is_locked)

    def _on_noted(self, nothing: None) -> None:
        self._room.say(self.tr("Note added."), "done")
