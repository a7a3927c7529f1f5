"""The roster of those who keep in touch: languages, districts, hours, load, absence; whom to ask, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from controlroom.casework.care.counsellors import remove_counsellor
from controlroom.casework.care.roster import Choice, Counsellor, choose_owner
from controlroom.casework.ports import Changes
from controlroom.casework.queries import Reader
from controlroom.domain.care.plans import Owner, day_in_india
from controlroom.speech import translate
from controlroom.ui.case.kit import Text
from controlroom.ui.case.line import Line
from controlroom.ui.case.sight import safe_text
from controlroom.ui.context import Room
from controlroom.ui.forms.sheet import Sheet
from controlroom.ui.keyboard.keys import sequence_of
from controlroom.ui.kit.blank import Blank
from controlroom.ui.kit.sizing import resize_on_screen
from controlroom.ui.person import words
from controlroom.ui.person.keyed import KeyedSteps
from controlroom.ui.person.roster_forms import AwayForm, CounsellorForm, RosterView, subject_of
from controlroom.ui.person.sided import SidedWindow
from controlroom.wording import care_words

_FORMS: dict[str, type[Sheet[RosterView]]] = {form.name: form for form in (CounsellorForm, AwayForm)}


@dataclass(frozen=True, slots=True)
class Roster:
    """As read in one go. `drafts` by the key of the counsellor, "" for a new one."""

    all: Sequence[Counsellor]
    loads: Mapping[Owner, int]
    drafts: Mapping[str, Mapping[str, str]]
    district: str  # of the person of the case that is chosen
    language: str
    choice: Choice


class RosterWindow(SidedWindow[RosterView]):
    """A line for each; N a new one, Enter changes one, A an absence, Del takes out."""

    def __init__(self, room: Room, parent: QWidget | None) -> None:
        super().__init__(room, parent, _FORMS, title_size=15)
        self.setWindowTitle(translate("person", "Counsellors"))
        self.roster: Roster | None = None
        self._wanted = ""
        self.proposal = Text(self)
        self.buttons: dict[str, QPushButton] = {}
        t = room.tokens
        self.lay_out(self.proposal, self._make_steps(), shares=(3, 2), gap=10)
        self.proposal.dress(t, "dim", 13)
        self.blank = Blank(self.list, t, translate("person", "Reading…"))
        resize_on_screen(self, t.px(1040), t.px(600))
        room.tasks.changed.connect(self._on_changes)
        self.read()

    def _make_steps(self) -> QWidget:
        part = QWidget(self)
        steps = QVBoxLayout(part)
        steps.setContentsMargins(0, 0, 0, 0)
        keyed = KeyedSteps(part, self.room.tokens)
        for key, text, icon in (
            ("N", translate("person", "One more"), "user-plus"),
            ("Enter", translate("person", "Change"), "pencil-simple"),
            ("A", translate("person", "Away from … until …"), "airplane-takeoff"),
            ("Del", translate("person", "Take out of the roster"), "user-minus"),
        ):
            made = self.buttons[key] = keyed.add(key, text, icon)
            made.clicked.connect(partial(self.press, key))
        steps.addWidget(keyed)
        steps.addStretch(1)
        return part

    # --- what is shown ------------------------------------------------------------------------------------

    def read(self) -> None:
        query = partial(_roster, by=self.room.person, now=self.room.now(), case=self.room.selected)
        self.room.tasks.ask(query, done=self._on_roster, key="roster")

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        if "counsellor_changed" in changes.room or changes.persons:
            self.read()

    def _on_roster(self, roster: Roster) -> None:
        is_first, self.roster = self.roster is None, roster
        self.show_page()
        if self.stage.form is not None and self.stage.form.view is not None:
            one = self.stage.form.view.one
            self.stage.refresh(self._view(one.key if one else ""))
        if is_first:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self) -> None:
        roster = self.roster
        if roster is None:
            return
        today = day_in_india(self.room.now())
        self.list.show_lines([self._line(one, roster.loads, today.isoformat()) for one in roster.all])
        wanted = self._wanted or (line.key if (line := self.list.selected_line()) else "")
        keys = [one.key for one in roster.all]
        if keys:
            at = keys.index(wanted) if wanted in keys else 0
            self.list.setCurrentIndex(self.list.lines.index(at))
        self._wanted = ""
        for key in ("Enter", "A", "Del"):
            self.buttons[key].setEnabled(bool(keys))
        self.proposal.put(self._proposal(roster))
        self.blank.say(translate("person", "Nobody is on the roster yet: N adds somebody."))

    def _proposal(self, roster: Roster) -> str:
        """Whom to ask for the person of the chosen case, or for anybody."""
        text = translate("person", "A plan%1 would go to %2. %3")
        where = ""
        if roster.district:
            name = self.names.name(roster.district, self.room.language)
            where = " " + translate("person", "in %1").replace("%1", name)
        named = {one.owner: one.name for one in roster.all}
        who = named.get(roster.choice.owner) or words.owner(roster.choice.owner)
        return text.replace("%1", where).replace("%2", who).replace("%3", words.because(roster.choice))

    def _line(self, one: Counsellor, loads: Mapping[Owner, int], today: str) -> Line:
        load = loads.get(one.owner, 0)
        cover = one.cover_on(day_in_india(self.room.now()))
        districts = ", ".join(self.names.name(name, self.room.language) for name in one.districts)
        parts = [
            care_words.word(care_words.OWNERS, one.kind) if one.kind != "counsellor" else "",
            ", ".join(care_words.word(care_words.LANGUAGES, name) for name in one.languages),
            safe_text(districts) or translate("person", "every district"),
            f"{one.hours_from or '00:00'} - {one.hours_to or '24:00'}"
            if one.hours_from or one.hours_to
            else "",
        ]
        away = [gone for gone in one.away if gone.last.isoformat() >= today]
        text = translate("person", "away %1 - %2, %3 covers")
        tags = [
            text.replace("%1", words.day(gone.first))
            .replace("%2", words.day(gone.last))
            .replace("%3", gone.cover)
            for gone in away
        ]
        return Line(
            key=one.key,
            lead=f"{load} / {one.most}",
            title=safe_text(one.name),
            detail="  ·  ".join(filter(None, parts)),
            aside=safe_text(one.key) if one.key != one.name else "",
            tone="dim" if cover else "act" if load >= one.most else "text",
            tag="  ·  ".join(tags),
            tag_tone="soon",
            payload=one.key,
        )

    # --- what is done -------------------------------------------------------------------------------------

    def _view(self, key: str) -> RosterView:
        assert self.roster is not None
        one = next((one for one in self.roster.all if one.key == key), None)
        drafts = self.roster.drafts.get(key, {})
        return RosterView(one, self.roster.all, self.roster.loads, drafts, self.room.now())

    def open_form(self, name: str, key: str) -> None:
        """This form about this one; "" for a new one."""
        if self.roster is None:
            return
        view = self._view(key)
        self.show_form(name, view, view.drafts)

    @Slot(str, object)
    def on_saved(self, name: str, answer: object) -> None:
        self._wanted = str(answer)
        self.say(translate("person", "Saved: %1").replace("%1", str(answer)), "safe")
        self.show_steps()

    @Slot(object)
    def on_picked(self, line: Line) -> None:
        self.open_form("counsellor", line.key)

    def _take_out(self) -> None:
        line = self.list.selected_line()
        if line is not None:
            act = partial(remove_counsellor, key=line.key)
            self.room.tasks.act(act, done=partial(self._on_out, line.title), failed=self.fail)

    def _on_out(self, name: str, nothing: None) -> None:
        text = translate("person", "%1 is off the roster; their plans stay theirs until they are handed on.")
        self.say(text.replace("%1", name), "safe")

    def press(self, sequence: str, *_: object) -> bool:
        """What a key does while nothing is typed."""
        line = self.list.selected_line()
        if sequence == "N":
            self.open_form("counsellor", "")
        elif sequence == "Enter" and line is not None:
            self.open_form("counsellor", line.key)
        elif sequence == "A" and line is not None:
            self.open_form("away", line.key)
        elif sequence == "Del":
            self._take_out()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        form = self.stage.form
        if form is not None:
            if event.key() == Qt.Key.Key_Escape:
                form.leave()
        elif event.isAutoRepeat() or not self.press(sequence_of(event)):
            super().keyPressEvent(event)


def _roster(reader: Reader, *, by: str, now: datetime, case: UUID | None) -> Roster:
    care = reader.care()
    everybody, loads = care.counsellors(), care.loads()
    person = care.person_of_case(case) if case is not None else None
    district, language = (person.district, person.language) if person is not None else ("", "")
    choice = choose_owner(everybody, loads, day_in_india(now), district=district, language=language)
    keys = ("", *(one.key for one in everybody))
    drafts = {key: found for key in keys if (found := care.drafts(by, subject_of(key)))}
    return Roster(everybody, loads, drafts, district, language, choice)
