"""An alert that came by phone: one box for all that is said, and what was understood of it beside."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QTimer, Slot

from controlroom.casework.arriving import alerts
from controlroom.casework.placing.ports import Locator
from controlroom.casework.ports import Tx
from controlroom.casework.queries import Reader
from controlroom.casework.rows import CaseView
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.box import BoxField
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.clue_chips import ClueChips, Understood
from controlroom.ui.forms.fields import ChipsField, Field, FieldProblem, LineField, WhenField, need
from controlroom.ui.forms.finder import district_names
from controlroom.ui.forms.words import choices, translate
from controlroom.ui.kit.theme import Tokens
from controlroom.wording import words

CLUES_MS = 150


@dataclass(frozen=True, slots=True)
class _Heard:
    """What saving is given."""

    source: str
    text: str
    name: str
    at: datetime | None
    is_exercise: bool = False


class AlertForm(Form):
    """Ctrl+N: type or paste what is said, Enter. `saved` gives the id of the new case."""

    name: ClassVar[str] = "alert"

    def make_fields(self) -> None:
        self.real = ChipsField(self, "real", can_be_none=False)  # asked of who takes part in an exercise
        self.source = ChipsField(self, "source", can_be_none=False)
        self.words = BoxField(self, "text")
        self.clues = ClueChips(self)
        self.who = LineField(self, "name")
        self.when = WhenField(self, "when", self.room.now())
        self.add(self.real)
        self.add(self.source)
        self.add(self.words)
        self.body.addWidget(self.clues)
        self.add(self.who)
        self.add(self.when)
        self._wait = QTimer(self, singleShot=True)
        self._wait.setInterval(CLUES_MS)
        self._wait.timeout.connect(self._read)
        self.words.edited.connect(self._on_words)

    def first(self) -> Field:
        return self.words

    def retranslate(self) -> None:
        super().retranslate()
        self.real.name_it(translate("forms", "An exercise runs. Is this alert real?"))
        self.real.offer(
            [
                Choice("real", translate("forms", "Real")),
                Choice("exercise", translate("forms", "Exercise: invented")),
            ]
        )
        self.source.name_it(translate("forms", "Who tells us?"))
        self.source.offer(choices(words.SOURCES, but=("mail",)))
        self.words.name_it(translate("forms", "What is said (link, phone number, post, place)"))
        self.words.say_example(
            translate("forms", "Type or paste everything here. Shift+Enter begins a new line.")
        )
        self.who.name_it(translate("forms", "Name of the person (may stay empty)"))
        self.when.name_it(translate("forms", "When it came"))
        self.when.say_example(translate("forms", "now, or earlier: 02:10, 4m"))
        self.clues.retranslate(self.room.language)

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.clues.dress(tokens)

    def begin(self, view: CaseView | None, drafts: Mapping[str, str]) -> None:
        super().begin(None, drafts)  # whatever case is shown, this will be another

    def begun(self) -> None:
        if not self.source.one():
            self.source.set_text("phone")
        exercise = self.room.state.exercise
        self.real.set_text("real")  # never from a draft: a real alert may not be taken for a drill
        self.real.setVisible(exercise is not None and self.room.person in exercise.people)
        self.clues.show_clues(None)
        if self.case_id not in self._typed:
            names = tuple(name for name in self.fields if name != "real")
            self.room.tasks.ask(
                partial(_drafts, person=self.room.person, names=names),
                done=self._put_drafts,
                key="drafts of a new alert",
            )
        self._read()

    def has_text(self) -> bool:
        return any(field.text().strip() for field in (self.words, self.who, self.when))

    def use_case(self) -> UseCase:
        text, name = self.words.text().strip(), self.who.text().strip()
        if not (text or name):
            raise FieldProblem(
                "text",
                translate("forms", "Type at least a link, a phone number or a few words about the alert."),
            )
        is_exercise = not self.real.isHidden() and self.real.one() == "exercise"
        heard = _Heard(need(self.source, "1-7"), text, name, self.when.moment(), is_exercise)
        return partial(_add, heard=heard, locator=self.room.locator)

    def _put_drafts(self, drafts: dict[str, str]) -> None:
        """What was typed before a crash, unless somebody has begun anew."""
        if self.case_id in self._typed:
            return
        for name, text in drafts.items():
            self.fields[name].set_text(text)
        self._read()

    @Slot()
    def _on_words(self) -> None:
        self._wait.start()

    @Slot()
    def _read(self) -> None:
        text = self.words.text()
        if not text.strip():
            self.clues.show_clues(None)
            return
        self.room.tasks.work(
            partial(_understand, text, self.room.locator), done=partial(self._on_understood, text)
        )

    def _on_understood(self, text: str, understood: Understood) -> None:
        if text == self.words.text():
            self.clues.show_clues(understood)


def _understand(text: str, locator: Locator | None) -> Understood:
    from controlroom.clues.read import read_clues  # its patterns take 40 ms: only on the worker

    clues = read_clues(text)
    pins = tuple((pin, locator.district_of_pin(pin) if locator else "") for pin in clues.pin_codes)
    return Understood(clues, district_names(), pins)


def _drafts(reader: Reader, *, person: str, names: tuple[str, ...]) -> dict[str, str]:
    found = {name: reader.draft(person, f"new/{AlertForm.name}.{name}") for name in names}
    return {name: draft.text for name, draft in found.items() if draft is not None and draft.text}


def _add(tx: Tx, *, heard: _Heard, locator: Locator | None) -> UUID:
    return alerts.add_alert(
        tx,
        source=heard.source,
        text=heard.text,
        name=heard.name,
        at=heard.at,
        exercise=heard.is_exercise,
        locator=locator,
    )
