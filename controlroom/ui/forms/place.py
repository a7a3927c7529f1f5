"""Where the person is: anything pasted is understood, and nothing is placed that nobody has chosen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.casework import steps
from controlroom.casework.ports import Tx
from controlroom.casework.rows import CaseView
from controlroom.domain.case import Place
from controlroom.errors import BadInput
from controlroom.ui.case import ist
from controlroom.ui.case.kit import Text, button
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField, WhenField
from controlroom.ui.forms.finder import Spot, Spots
from controlroom.ui.forms.looking import PlaceLookup
from controlroom.ui.forms.spots import SpotRows
from controlroom.ui.forms.words import choices, place_sources, problem_text, translate
from controlroom.ui.kit.theme import Tokens
from controlroom.wording import words

REST_MS = 250  # answers come at once; what is wrong with a text is said when the hand rests
SLOW_MS = 600  # after this it is said that the look goes on
STF_M = 350.0  # what STF's answers are usually good for
PICK_KEY = Qt.Key.Key_F4
LOOKING = "place"  # why keys wait
CANDIDATE = "candidate"
_RADIUS = re.compile(r"(\d{1,7}(?:[.,]\d{1,3})?)\s*(m|km|मी|मीटर|किमी|किलोमीटर)?\.?", re.I)
_THOUSANDS = re.compile(r",(?=\d{3}$)")  # 1,500 is not 1.5


@dataclass(frozen=True, slots=True)
class _Found:
    """What saving is given."""

    spot: Spot
    accuracy_m: float | None
    source: str
    text: str
    at: datetime | None
    given_by: str = ""
    whose: str = "person"
    is_candidate: bool = False


class PlaceForm(Form):
    """Paste, Enter to choose, a digit for who said it, Enter to save."""

    name: ClassVar[str] = "place"
    pick_wanted = Signal()  # the next click on the map comes to `set_picked`

    def make_fields(self) -> None:
        self._is_radius_typed = False
        self._is_entered = False  # Enter came before the answer
        self._problem = ""  # why nothing was understood
        self._length = 0  # of what stood in the field before
        self._picked: tuple[float, float] | None = None
        self.where = LineField(self, "text")
        self.where.edited.connect(self._on_where)
        self.rows = SpotRows(self)
        self.rows.chosen.connect(self._on_chosen)
        self.rows.entered.connect(self.submit)
        self.rows.went_back.connect(self.focus_first)
        self.verdict = Text(self)
        self.source = ChipsField(self, "source", can_be_none=False)
        self.source.edited.connect(self._fill_radius)
        self.radius = LineField(self, "accuracy")
        self.radius.edited.connect(self._on_radius)
        self.when = WhenField(self, "when", self.room.now())
        self._pick = button(self, "quiet")
        self._pick.clicked.connect(self.pick)
        self.enlist(self.where)
        self.where.column.insertLayout(0, self._head())
        QWidget.setTabOrder(self.where.editor, self.rows)
        self.body.addWidget(self.where)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.verdict)
        self.given_by = LineField(self, "given_by")
        self.whose = ChipsField(self, "whose")
        self.keep = ChipsField(self, "keep")
        for field in (self.source, self.radius, self.when, self.given_by, self.whose, self.keep):
            self.add(field)
        self._lookup = PlaceLookup(self.room, self)
        self._lookup.found.connect(self._on_found)
        self._lookup.failed.connect(self._on_not_found)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._say_hint)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._say_slow)

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self.where.label, 1)
        line.addWidget(self._pick)
        return line

    # --- words --------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        super().retranslate()
        self.where.name_it(translate("forms", "Where? Paste anything"))
        self.where.say_example(translate("forms", "coordinates, map link, PIN code, thana"))
        self._pick.setText(translate("forms", "Pick on the map: F4"))
        self.source.name_it(translate("forms", "Who says so?"))
        self.source.offer(place_sources())
        self.radius.name_it(translate("forms", "Accuracy: radius in metres (empty: not known)"))
        self.radius.say_example(translate("forms", "350, 2 km"))
        self.when.name_it(translate("forms", "When"))
        self.when.say_example(translate("forms", "now, or earlier: 02:14"))
        self.given_by.name_it(translate("forms", "Who gave it? (a name, an office, a number)"))
        self.whose.name_it(translate("forms", "Whose place is it? (empty: the person's)"))
        self.whose.offer(choices(words.WHOSE))
        self.keep.name_it(translate("forms", "Beside the one that counts? (empty: it counts from now on)"))
        self.keep.offer([Choice(CANDIDATE, translate("forms", "Keep as a candidate"))])
        self.rows.retranslate(self.room.language)
        self._say_chosen()

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.rows.dress(tokens)
        self._say_chosen()

    # --- life ---------------------------------------------------------------------------------------------

    def begun(self) -> None:
        self._is_radius_typed = bool(self.radius.text())
        self._is_entered = False
        self._picked = None
        self.where.hint.put("")
        self.rows.offer(None)
        self._say_chosen()
        self._look()

    def refresh(self, view: CaseView) -> None:
        before = self._alert_places()
        super().refresh(view)
        if not self.where.text().strip() and self.rows.spot is None and before != self._alert_places():
            self._look()

    def set_picked(self, lat: float, lon: float) -> None:
        """What was clicked on the map: an explicit choice, so it is chosen at once."""
        self._picked = (lat, lon)
        self.where.set_text(f"{lat:.6f}, {lon:.6f}")
        self.touch("text")
        self._look()
        self.where.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def pick(self) -> None:
        """The map is asked for the next click."""
        self.pick_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == PICK_KEY:
            self.pick()
        elif event.key() == Qt.Key.Key_Down and self.where.editor.hasFocus() and self.is_looking:
            self.room.held.hold(LOOKING, first=event)
        elif event.key() == Qt.Key.Key_Down and self.where.editor.hasFocus() and self.rows.spots:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.rows.spot is None:
                self.rows.choose(0)
        else:
            super().keyPressEvent(event)

    def _alert_places(self) -> Sequence[Place]:
        return [place for place in self.view.case.places if place.from_alert] if self.view else []

    # --- looking up ---------------------------------------------------------------------------------------

    @property
    def is_looking(self) -> bool:
        """Whether an answer is still to come."""
        return self._lookup.is_looking

    @Slot()
    def _on_where(self) -> None:
        text = self.where.text()
        is_paste = len(text) > self._length + 1
        self._picked = None
        self._is_entered = False
        self.where.hint.put("")
        self._look()
        self._fill_radius()
        self._say_chosen()
        if not is_paste:
            self._rest.start()

    def _look(self) -> None:
        text = self.where.text()
        self._length, self._problem = len(text), ""
        self._rest.stop()
        self.rows.wait()
        self._lookup.look(text, self._alert_places())
        self._slow.start()

    @Slot(object)
    def _on_found(self, found: Spots) -> None:
        self.rows.offer(found)
        self.room.held.let_go(LOOKING)
        self._say_hint()
        if self._picked is not None and found.spots:
            self.rows.choose(0)
        elif self._is_entered:
            self.submit()
        self._is_entered = False

    @Slot(object)
    def _on_not_found(self, fault: Exception) -> None:
        self.rows.offer(None)
        self.room.held.let_go(LOOKING)
        if self._is_entered:
            self._rest.stop()  # who has pressed Enter has said it all
        self._is_entered = False
        if not isinstance(fault, BadInput):
            self.room.tasks.faulted.emit(fault)
            return
        self._problem = problem_text(fault)
        self._say_hint()

    @Slot()
    def _say_slow(self) -> None:
        """The first look reads the index of names: Enter meanwhile is not forgotten."""
        if self.is_looking and self.where.text().strip():
            self.where.hint.put(translate("forms", "Looking it up…"))

    @Slot()
    def _say_hint(self) -> None:
        """What is doubtful or wrong, but not of half a word."""
        count, doubt = len(self.rows.spots), self.rows.doubt
        if self.is_looking or self._rest.isActive():
            return
        if self._problem:
            self.where.show_problem(self._problem)
        elif not count and self.where.text().strip():
            self.where.hint.put(translate("forms", "No place is understood in that yet."))
        elif doubt is not None and count:
            self.where.hint.put(problem_text(doubt))
        elif count > 1:
            text = translate("forms", "It may mean %1 places: choose with the arrow keys.")
            self.where.hint.put(text.replace("%1", str(count)))
        else:
            self.where.hint.put("")

    # --- choosing -----------------------------------------------------------------------------------------

    @Slot()
    def _on_chosen(self) -> None:
        self.where.show_problem("")
        spot = self.rows.spot
        if spot and spot.source and not self.source.one():
            self.source.set_text(spot.source)
        self._fill_radius()
        self._say_chosen()

    @Slot()
    def _on_radius(self) -> None:
        self._is_radius_typed = bool(self.radius.text().strip())

    @Slot()
    def _fill_radius(self) -> None:
        """The candidate's own radius, else what the source is usually good for; what is typed stays."""
        if self._is_radius_typed:
            return
        spot = self.rows.spot
        metres = spot.accuracy_m if spot else None
        if metres is None and self.source.one() == "stf":
            metres = STF_M
        self.radius.set_text("" if metres is None else f"{metres:g}" if metres < 100_000 else f"{metres:.0f}")

    def _say_chosen(self) -> None:
        spot = self.rows.spot
        self.verdict.put(self.rows.district_text(spot) if spot else "")
        role = "safe" if spot and spot.district and not spot.is_guess else "soon"
        self.verdict.dress(self.room.tokens, role, 15, bold=True)

    # --- saving -------------------------------------------------------------------------------------------

    @Slot()
    def submit(self) -> None:
        """Enter: first chooses what is offered alone, then asks who said so, then saves."""
        if self.is_looking:
            self._is_entered = True
            self.room.held.hold(LOOKING)
            return
        spots = self.rows.spots
        is_alone = len(spots) == 1 or bool(spots and spots[0].kind == "alert")
        if self.rows.spot is None and is_alone:
            self.rows.choose(0)
            self.source.show_problem("")
            if not self.source.one():
                self.source.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().submit()

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        spot = self.rows.spot
        if spot is None:
            raise FieldProblem("text", self._what_is_missing())
        if not self.source.one():
            raise FieldProblem("source", translate("forms", "Choose who says so: 1 to 8."))
        text = self.where.text().strip() or spot.name_en
        found = _Found(
            spot,
            self._metres(),
            self.source.one(),
            text,
            self.when.moment(),
            self.given_by.text().strip(),
            self.whose.one() or "person",
            self.keep.one() == CANDIDATE,
        )
        return partial(_place, case_id=self.case_id, found=found)

    def _what_is_missing(self) -> str:
        if self._problem:
            return self._problem
        if len(self.rows.spots) > 1:
            return translate("forms", "Which one is meant? Arrow down, then Enter.")
        if self.where.text().strip():
            return translate(
                "forms",
                "No place was understood in that: give coordinates, a map link, a PIN code or a thana.",
            )
        return translate("forms", "Type or paste where the person is, or pick it on the map.")

    def _metres(self) -> float | None:
        typed = ist.plain_digits(self.radius.text()).strip()
        if not typed:
            return None
        found = _RADIUS.fullmatch(typed)
        metres = float(_THOUSANDS.sub("", found[1]).replace(",", ".")) if found else -1.0
        if found and (found[2] or "m").lower() in ("km", "किमी", "किलोमीटर"):
            metres *= 1000
        if not 0 <= metres <= 2_000_000:
            raise FieldProblem(
                "accuracy", translate("forms", "That is no radius. Type metres, for example 350, or 2 km.")
            )
        return metres


def _place(tx: Tx, *, case_id: UUID, found: _Found) -> None:
    spot = found.spot
    steps.place_case(
        tx,
        case_id,
        lat=spot.lat,
        lon=spot.lon,
        accuracy_m=found.accuracy_m,
        source=found.source,
        text=found.text,
        district=spot.district,
        is_guess=spot.is_guess,
        given_by=found.given_by,
        whose=found.whose,
        is_candidate=found.is_candidate,
        at=found.at,
    )
