"""The page of a person: everything on one screen, every step by a key. Main thread only."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from controlroom.casework.care.followup import try_contact
from controlroom.casework.care.personpage import PersonPage, open_notes, read_page, reveal_person
from controlroom.casework.care.persons import take_from_person
from controlroom.casework.care.undoing import undo_last_of_person
from controlroom.casework.handing.message import Message
from controlroom.casework.ports import Changes, Tx
from controlroom.casework.queries import Reader
from controlroom.domain.care.person import LISTS, CareNote, Person
from controlroom.domain.care.plans import RESULTS, Contact
from controlroom.domain.care.referrals import Reason
from controlroom.domain.events import Event
from controlroom.speech import translate
from controlroom.ui.case.kit import FlowBox, Narrow, Text, button
from controlroom.ui.case.line import Line
from controlroom.ui.context import Room, not_carried_out
from controlroom.ui.keyboard import command_words
from controlroom.ui.keyboard.keys import sequence_of
from controlroom.ui.kit.fault_words import fault_text
from controlroom.ui.kit.sizing import resize_on_screen
from controlroom.ui.person.all import FORMS, KEYS, LAST_OF_GROUP
from controlroom.ui.person.files import JoinForm
from controlroom.ui.person.head import PageHead
from controlroom.ui.person.keyed import LARGE, KeyedSteps
from controlroom.ui.person.lines import PageSight, page_lines
from controlroom.ui.person.sided import SidedWindow
from controlroom.wording import care_words, event_words

READING: Final = "person"  # why keys wait
T = TypeVar("T")
REVEAL, NOTES, UNDO, TAKE_OUT = "F2", "F6", "Ctrl+Z", "Del"


class PersonWindow(SidedWindow[PersonPage]):
    """Read anew at each commit that touches the person. Masked until F2, which is an event, as F6 is."""

    def __init__(self, room: Room, parent: QWidget | None, person_id: UUID, *, step: str = "") -> None:
        super().__init__(room, parent, FORMS, title_size=14)
        self.person_id = person_id
        self.page: PersonPage | None = None
        self.is_revealed = False
        self.notes: tuple[CareNote, ...] = ()
        self.reasons: tuple[Reason, ...] = ()
        self._step = step
        self.setWindowTitle(translate("person", "The person's page"))  # no name: titles are seen elsewhere
        self.head = PageHead(self, room.tokens)
        self.steps: dict[str, QPushButton] = {}
        self.results: dict[str, QPushButton] = {}
        self._lay_out()
        room.tick.connect(self._on_tick)
        room.tasks.changed.connect(self._on_changes)
        self.read()

    # --- how it looks -------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        t = self.room.tokens
        foot = FlowBox(self, t.px(6), to_right=True)
        for key, text in self._foot():
            made = button(self, "quiet")
            made.setText(f"{text}  {key}")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(partial(self.press, key))
            foot.flow.addWidget(made)
        shares = (3, 2 if t.scale < LARGE else 3)
        self.lay_out(self.head, self._make_steps(), shares=shares, gap=12).addWidget(foot)
        self.head.dress(t)
        resize_on_screen(self, t.px(1180), t.px(690))

    def _foot(self) -> tuple[tuple[str, str], ...]:
        return (
            (REVEAL, translate("person", "Reveal")),
            (NOTES, translate("person", "Read the notes")),
            (TAKE_OUT, translate("person", "Take the line out")),
            (UNDO, translate("person", "Take back")),
        )

    def _make_steps(self) -> QWidget:
        """What came of a try, each by a digit; then every form with its key."""
        t, part = self.room.tokens, Narrow(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(t.px(2), 0, 0, 0)  # the tail of a J wants it
        column.setSpacing(t.px(2))
        title = Text(part)
        title.dress(t, "dim", 12)
        title.put(translate("person", "Just tried to reach them? One key is enough:"))
        column.addWidget(title)
        tried = FlowBox(part)
        for digit, name in enumerate(RESULTS, start=1):
            made = self.results[name] = button(part)
            made.setText(f"{digit}  {care_words.result(name)}")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(partial(self.log, name))
            tried.flow.addWidget(made)
        column.addWidget(tried)
        column.addSpacing(t.px(10))
        steps = KeyedSteps(part, t)
        for key, name in KEYS.items():
            made = steps.add(key, command_words.title(name), command_words.icon(name))
            made.clicked.connect(partial(self.open_form, name))
            self.steps[name] = made
            if name in LAST_OF_GROUP:
                steps.part()
        column.addWidget(steps)
        column.addStretch(1)
        return part

    # --- what is shown ------------------------------------------------------------------------------------

    def read(self) -> None:
        """From the store, now."""
        query = partial(read_page_of, person_id=self.person_id, by=self.room.person, now=self.room.now())
        self.room.tasks.ask(query, done=self._on_page, key="person-page")

    def _on_page(self, page: PersonPage | None) -> None:
        self._take(page)
        self.room.held.let_go(READING)

    def _take(self, page: PersonPage | None) -> None:
        if page is None:
            self.say(translate("person", "There is no such person on this desk; look again."), "soon")
            return
        is_first, self.page = self.page is None, page
        self.person_id = page.person.id
        self.show_page()
        self.stage.refresh(page)
        if is_first:
            self.list.stand_at_top()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if self._step:
                self.open_form(self._step)

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        files = {self.person_id, *(self.page.person.files if self.page else ())}
        if files & changes.persons or "counsellor_changed" in changes.room:
            self.read()

    @Slot(object)
    def _on_tick(self, now: object) -> None:
        self.stage.tick()

    def show_page(self) -> None:
        """As far as it may be shown now."""
        if self.page is None:
            return
        now, language = self.room.now(), self.room.language
        sight = PageSight(
            self.page, now, language, self.names, self.is_revealed, self.notes, self.reasons, NOTES
        )
        self.head.show_sight(sight)
        self.list.show_lines(page_lines(sight))
        has_plan = self.page.person.plan is not None
        for made in (
            *self.results.values(),
            *(self.steps[n] for n in ("care_owner", "care_move", "care_end")),
        ):
            made.setEnabled(has_plan)
        self.steps["care_contact"].setEnabled(has_plan)
        for name in ("care_note", "care_refer"):
            self.steps[name].setEnabled(self.page.may_counsel)
        self.steps["care_split"].setEnabled(len(self.page.person.files) > 1)
        self.steps["care_keep"].setEnabled(self.page.may_counsel)
        self.steps["care_erase"].setEnabled(self.page.person.erasure is not None)
        self._close_erased(self.page.person)

    def _close_erased(self, person: Person) -> None:
        """Nothing is done any more with who was erased."""
        if person.erased_at is not None:
            for made in (*self.results.values(), *self.steps.values()):
                made.setEnabled(False)

    def mask_again(self) -> None:
        """Hidden, locked or left: what was revealed and read is masked, what is typed is a draft."""
        self.stage.flush()
        self.is_revealed, self.notes, self.reasons = False, (), ()
        self.show_page()

    def fail(self, fault: Exception) -> None:
        """Why nothing came of it, and of the keys that waited for it."""
        meanwhile = not_carried_out(self.room.held.take_text())
        self.room.held.let_go(READING)
        self.say("\n".join(filter(None, (fault_text(fault), meanwhile))), "act")

    def _act(self, use_case: Callable[[Tx], T], done: Callable[[T], None]) -> None:
        """One step; the keys that follow wait until the page says what came of it."""
        self.room.held.hold(READING)
        self.room.tasks.act(use_case, done=partial(self._on_done, done), failed=self.fail)

    def _on_done(self, done: Callable[[T], None], answer: T) -> None:
        done(answer)
        self.read()

    # --- what is done -------------------------------------------------------------------------------------

    def open_form(self, name: str) -> None:
        """The form of this command, beside what is known."""
        if self.page is None or not self.steps[name].isEnabled():
            return
        self.show_form(name, self.page, self.page.drafts)

    @Slot(str, object)
    def on_saved(self, name: str, answer: object) -> None:
        if isinstance(answer, UUID):  # joined or taken apart: another id
            self.person_id = answer
        if isinstance(answer, Message):  # told by telephone: this is read out
            self.say("\n".join(answer.script), "text")
        else:
            self.say(translate("person", "Saved: %1").replace("%1", command_words.title(name)), "safe")
        self.room.held.hold(READING)
        self.show_steps()

    def log(self, result: str) -> None:
        """What came of a try, by one key."""
        if self.page is None or self.page.person.plan is None:
            return
        act = partial(try_contact, person_id=self.person_id, result=result)
        self._act(act, partial(self._on_logged, result))

    def _on_logged(self, result: str, contact: Contact) -> None:
        text = translate("person", "%1, for the contact of %2. Ctrl+Z takes it back.")
        told = text.replace("%1", care_words.result(result)).replace("%2", f"{contact.due:%d.%m.%Y}")
        self.say(told, "safe")

    def reveal(self) -> None:
        """Names and numbers in full: the event first."""
        if self.page is not None and not self.is_revealed:
            act = partial(reveal_person, person_id=self.person_id)
            self.room.tasks.act(act, done=self._on_revealed, failed=self.fail)

    def _on_revealed(self, nothing: None) -> None:
        self.is_revealed = True
        self.show_page()
        self.say(translate("person", "Revealed to you; noted in the log"))

    def read_notes(self) -> None:
        """The notes: the event first, and it says which."""
        act = partial(open_notes, person_id=self.person_id)
        self.room.tasks.act(act, done=self._on_notes, failed=self.fail)

    def _on_notes(self, person: Person) -> None:
        self.notes, self.reasons = person.notes, person.reasons
        self.show_page()
        self._stand_on("note/" if person.notes else "reason/" if person.reasons else "notes")

    def _stand_on(self, start: str) -> None:
        lines = self.list.lines
        for row in range(lines.rowCount()):
            line = lines.line(row)
            if line is not None and line.key.startswith(start):
                self.list.setCurrentIndex(lines.index(row))
                self.list.scrollTo(lines.index(row))
                return

    def take_out(self) -> None:
        """The value of the chosen line was wrong."""
        line = self.list.selected_line()
        field, value = line.payload if line is not None and line.payload else ("", "")
        if field not in (*LISTS, "kin"):
            self.say(translate("person", "Choose a line that somebody has told; this one stays."), "soon")
            return
        act = partial(take_from_person, person_id=self.person_id, field=field, value=value)
        self._act(act, self._on_taken_out)

    def _on_taken_out(self, nothing: None) -> None:
        self.say(translate("person", "Taken out; Ctrl+Z takes that back."), "safe")

    def undo(self) -> None:
        """The last step on this person does not stand."""
        act = partial(undo_last_of_person, person_id=self.person_id)
        self._act(act, self._on_undone)

    def _on_undone(self, step: Event) -> None:
        text = translate("person", "Taken back: %1").replace("%1", event_words.sentence(step))
        self.say(text, "safe")

    @Slot(object)
    def on_picked(self, line: Line) -> None:
        kind, value = line.payload if line.payload and not self.room.held.has_just_saved else ("", None)
        if kind == "case":
            self.room.select(value)
            self.accept()
        elif kind == "notes":
            self.read_notes()
        elif kind == "alike" and isinstance(value, UUID):
            self.open_form("care_join")
            if isinstance(self.stage.form, JoinForm):
                self.stage.form.choose(value)

    # --- keys ---------------------------------------------------------------------------------------------

    def press(self, sequence: str, *_: object) -> bool:
        """What a key does while nothing is typed; whether it did something."""
        acts = {REVEAL: self.reveal, NOTES: self.read_notes, UNDO: self.undo, TAKE_OUT: self.take_out}
        letter = sequence.removeprefix("Shift+")
        if sequence in acts:
            acts[sequence]()
        elif letter in KEYS:
            self.open_form(KEYS[letter])
        elif sequence.isdigit() and 0 < int(sequence) <= len(RESULTS):
            self.log(RESULTS[int(sequence) - 1])
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sequence = sequence_of(event)
        is_typing = self.stage.form is not None
        if event.isAutoRepeat() or (is_typing and sequence not in (REVEAL, NOTES)):
            if event.key() == Qt.Key.Key_Escape and self.stage.form is not None:
                self.stage.form.leave()
            return
        if not self.press(sequence):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Also behind the lock."""
        super().hideEvent(event)
        self.mask_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stage.flush()
        self.room.held.give_up()
        super().closeEvent(event)


def read_page_of(reader: Reader, *, person_id: UUID, by: str, now: datetime) -> PersonPage | None:
    """On a reader's thread."""
    return read_page(reader, person_id=person_id, by=by, now=now)
