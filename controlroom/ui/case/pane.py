"""The case pane: shows the selected case and runs its steps. It wires the parts and asks the room's tasks."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from controlroom.casework.calling.directory import Entry
from controlroom.casework.ports import Changes
from controlroom.casework.rows import CaseView
from controlroom.domain.triage import next_step
from controlroom.ui.case.body import CaseBody
from controlroom.ui.case.empty import CaseEmpty
from controlroom.ui.case.facts_tab import FactsTab
from controlroom.ui.case.hand_over_tab import HandOverTab
from controlroom.ui.case.log_tab import LogTab
from controlroom.ui.case.mail_tab import MailTab
from controlroom.ui.case.picks import Picks
from controlroom.ui.case.places_tab import PlacesTab
from controlroom.ui.case.quick_steps import QuickSteps
from controlroom.ui.case.shown import READING, ShownCase
from controlroom.ui.case.tab import LinesTab
from controlroom.ui.context import Room
from controlroom.ui.forms.all import FORMS
from controlroom.ui.forms.call import CallForm
from controlroom.ui.forms.place import PlaceForm
from controlroom.ui.keyboard import command_words
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.shared.rights import why_not

translate = QCoreApplication.translate
LOW_PX: Final = 760  # of the design: a pane that is lower has no room for all of the head beside a form
QUIET_KINDS: Final = frozenset({"case_opened"})  # a look changes nothing that is shown


class CasePane(QWidget):
    """Everything known of the selected case, and what to do next. Main thread only."""

    pick_wanted = Signal()  # the next click on the map comes to `place_picked`

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.room = room
        self.shown = ShownCase(room, self)
        self._wanted = ""  # a step that was asked for before the case was read
        quick = QuickSteps(self.shown, self)
        self._acts: Mapping[str, Callable[[], None]] = {
            "claim": quick.claim,
            "decline": quick.decline,
            "known": quick.known,
            "not_known": quick.not_known,
            "confirm": quick.confirm,
            "try_now": quick.try_now,
            "stop_sending": quick.stop_sending,
            "reveal": quick.reveal,
            "reveal_words": quick.reveal_words,
            "pictures": quick.open_pictures,
            "next": self._next,
            "open_joined": self._open_joined,
            "resume": self._resume,
            "pick": self._pick,
        }
        self._build(room.tokens)
        self.picks = Picks(self.shown, self.stage, self)
        self._connect()
        self.dress(room.tokens)
        self.retranslate()
        self._show_part()

    def _build(self, tokens: Tokens) -> None:
        self.empty = CaseEmpty(self, self.room.book)
        self._body = CaseBody(self.room, self)
        self.facts, self.places = FactsTab(self, tokens), PlacesTab(self, tokens)
        self.hand_over, self.log = HandOverTab(self, tokens), LogTab(self, tokens)
        self.mail = MailTab(self, tokens)
        self._tabs_by_name: dict[str, LinesTab | MailTab] = {
            "facts": self.facts,
            "places": self.places,
            "hand_over": self.hand_over,
            "log": self.log,
            "mail": self.mail,
        }
        self._body.fill(self._tabs_by_name)
        self.header, self.tabs, self.stage = self._body.header, self._body.tabs, self._body.stage
        self._floor = QStackedWidget(self)
        self._floor.addWidget(self.empty)
        self._floor.addWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._floor)

    def _connect(self) -> None:
        self.shown.changed.connect(self._render)
        self.shown.read.connect(self._on_read)
        self.shown.begun.connect(self._on_begun)
        self.picks.step_wanted.connect(self.step)
        self.picks.headers_read.connect(self.mail.show_headers)
        self.room.tick.connect(self.on_tick)
        self.room.tokens_changed.connect(self.dress)
        self.room.state.changed.connect(self._render)
        self.room.book.changed.connect(self.retranslate)
        self.room.sharing.people_moved.connect(self._on_marks)
        self.room.sharing.unshared_changed.connect(self._on_shared)
        self.header.asked.connect(self.step)
        for tab in (self.facts, self.places, self.hand_over, self.log):
            tab.asked.connect(self.step)
            tab.picked.connect(self.picks.on_line)
        self.mail.asked.connect(self.step)
        self.mail.headers_wanted.connect(self.picks.on_headers_wanted)
        self.stage.saved.connect(self._on_saved)
        self.stage.left.connect(self._on_left)
        self.stage.wanted_again.connect(self.step)
        self.stage.pick_wanted.connect(self.pick_wanted)

    @property
    def case_id(self) -> UUID | None:
        """The case that is shown."""
        return self.shown.case_id

    @property
    def view(self) -> CaseView | None:
        """That case as it was read; None until it was."""
        return self.shown.view

    # --- what the window calls ----------------------------------------------------------------------------

    def show_case(self, case_id: UUID | None) -> None:
        """This case from now on; what is typed for another stays its draft."""
        if case_id == self.case_id:
            return
        if self.stage.form is not None and not self.stage.is_of(None):
            self.stage.close_form()
        self.shown.use(case_id)
        self._want("")
        for tab in self._tabs_by_name.values():
            tab.leave_case()
        if case_id is None:
            self.room.held.let_go(READING)
            self._show_part()
            return
        self.shown.prepare()
        self.shown.ask()

    def on_changes(self, changes: Changes) -> None:
        """Somebody, perhaps we, changed something."""
        if self.case_id is None:
            return
        if self.case_id in changes.cases:
            ours = [event.kind for event in changes.events if event.stream_id == self.case_id]
            if not ours or not QUIET_KINDS.issuperset(ours):
                self.shown.ask()
        elif changes.drafts and self.stage.form is None:
            self.shown.ask()

    @Slot(str)
    def step(self, name: str) -> None:
        """A step by the name of its command; acts at once or opens its form."""
        if why := why_not(self.room.sharing.link, name):
            self.room.say(why, "warning")
        elif name == "alert":
            self._open_form(name)
        elif self.case_id is None:
            return
        elif name in ("claim", "reveal", "reveal_words"):  # need nothing that has to be read first
            self._acts[name]()
        elif self.view is None:
            self._want(name)
        elif name in self._acts:
            self._acts[name]()
        elif name in FORMS:
            self._open_form(name)

    def place_picked(self, lat: float, lon: float) -> None:
        """The click on the map that the place form asked for."""
        self.stage.place_picked(lat, lon)

    @Slot()
    def person_leaves(self) -> None:
        """What is typed stays a draft of the one who goes, and what was revealed is masked again."""
        self.stage.forget()
        self.shown.mask(is_for_another=True)
        self._show_part()
        self._render()

    def mask_again(self) -> None:
        """The window is locked: what was revealed is masked, what is typed is a draft."""
        self.stage.flush()
        self.shown.mask()
        self._render()

    def person_came(self) -> None:
        """Somebody else reads the case from now on: with own drafts, and noted in the log."""
        if self.case_id is not None:
            self.shown.ask()

    def go_back(self) -> bool:
        """Esc: out of the form; False where none is open."""
        if self.stage.form is None:
            return False
        self.stage.form.leave()
        return True

    @Slot(object)
    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        for part in (self.empty, self.header, self.stage):
            part.dress(tokens)
        for tab in self._tabs_by_name.values():
            tab.dress(tokens)

    @Slot()
    def retranslate(self) -> None:
        """Everything in the language of the moment; nothing typed is touched."""
        book = self.room.book
        self.facts.show_key(book.key_text("reveal"))
        self.mail.show_keys(book.key_text("reveal"), book.key_text("reveal_words"))
        self.tabs.say(
            {
                "facts": translate("case", "Facts"),
                "places": translate("case", "Places"),
                "hand_over": translate("case", "Hand-over"),
                "log": translate("case", "Log"),
                "mail": translate("case", "Mail"),
            }
        )
        self.header.retranslate(*map(book.key_text, ("next", "join", "known")))
        self.empty.retranslate()
        self.stage.retranslate()
        for tab in self._tabs_by_name.values():
            tab.retranslate()
        self._render()

    @Slot(object)
    def on_tick(self, now: datetime) -> None:
        """A second has gone by."""
        if self.view is not None:
            self.header.tick(now)
            self.hand_over.tick(now)
        self.stage.tick()

    # --- reading ------------------------------------------------------------------------------------------

    def _want(self, name: str) -> None:
        """This step as soon as the case is read, and then the keys that were pressed after it."""
        self._wanted = name
        if name:
            self.room.held.hold(READING)

    @Slot(object)
    def _on_read(self, view: CaseView) -> None:
        self._render()
        self.stage.refresh(view)
        self._show_part()

    @Slot()
    def _on_begun(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.step(wanted)

    @Slot()
    def _render(self) -> None:
        sight = self.shown.sight()
        if sight is None:
            return
        self.header.show_sight(sight, self._unsaved())
        self._show_around()
        for tab in self._tabs_by_name.values():
            tab.show_sight(sight)

    @Slot(object)
    def _on_marks(self, case_ids: frozenset[UUID]) -> None:
        """Somebody came or went, or something was shared."""
        if self.case_id in case_ids:
            self._show_around()

    @Slot(object)
    def _on_shared(self, case_ids: frozenset[UUID]) -> None:
        """What waited is shared now, or something waits: the time line marks it."""
        self._on_marks(case_ids)
        if self.case_id in case_ids:
            self.shown.ask()

    def _show_around(self) -> None:
        sharing = self.room.sharing
        if self.case_id is not None:
            is_unshared = sharing.is_unshared(self.case_id)
            self.header.show_around(sharing.others_in(self.case_id), is_unshared=is_unshared)

    def _unsaved(self) -> tuple[str, ...]:
        return tuple(command_words.title(name) for name in self._unsaved_forms())

    def _unsaved_forms(self) -> list[str]:
        drafts = self.view.drafts if self.view else {}
        names = dict.fromkeys(key.partition(".")[0] for key, text in drafts.items() if text.strip())
        return [name for name in names if name in FORMS and name != self.stage.name]

    def _show_part(self) -> None:
        has_sheet = self.case_id is not None or self.stage.form is not None
        self.header.setVisible(self.view is not None and self.stage.name != "alert")
        is_busy = self.stage.form is not None
        is_low = self.height() < self.room.tokens.px(LOW_PX)
        self.header.set_busy(is_busy=is_busy, is_short=is_busy and is_low)
        self._body.show_page(height=self.height())
        self._floor.setCurrentWidget(self._body if has_sheet else self.empty)

    # --- steps --------------------------------------------------------------------------------------------

    def _open_form(self, name: str, entry: Entry | None = None) -> None:
        view = None if name == "alert" else self.view
        self.stage.open(name, view, view.drafts if view else {})
        if entry is not None and isinstance(self.stage.form, CallForm):
            self.stage.form.ring_up(entry)
        self._show_part()
        self._render()
        if self.stage.form is not None:
            self.stage.form.focus_first()
        self._body.show_page_whole_soon()

    def call(self, entry: Entry) -> None:
        """Somebody of the directory is called about this case."""
        self._open_form("call", entry)

    def _next(self) -> None:
        assert self.view is not None
        name = next_step(self.view.case)
        if name:
            self.step(name)
        else:
            self.room.say(self.tr("Nothing is left to do on this case."))

    def _pick(self) -> None:
        """The place form, if it is not open yet, and the next click on the map."""
        self._open_form("place")
        if isinstance(self.stage.form, PlaceForm):
            self.stage.form.pick()

    def _open_joined(self) -> None:
        if self.view is not None:
            self.room.select(self.view.case.joined_into)

    def _resume(self) -> None:
        unsaved = self._unsaved_forms()
        if unsaved:
            self._open_form(unsaved[0])

    # --- what forms say -------------------------------------------------------------------------

    @Slot(str, object)
    def _on_saved(self, name: str, answer: object) -> None:
        self.shown.drop_drafts(name)
        self.room.say(self.tr("Saved: %1").replace("%1", command_words.title(name)), "done")
        self._on_left()
        self.shown.read_on()
        if name == "alert" and isinstance(answer, UUID):
            self.room.select(answer)

    @Slot()
    def _on_left(self) -> None:
        self._show_part()
        self._render()
        self._body.show_page_whole()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- keys ---------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.stage.form is not None:
            self.stage.form.focus_first()
        elif self.view is not None:
            self.tabs.page.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_free = self.stage.form is None and self.view is not None
        key = event.key()
        if is_free and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.tabs.turn_by(1 if key == Qt.Key.Key_Right else -1)
        elif is_free and Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self.tabs.turn_at(key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)
