"""A try to find the person that gave no place yet."""

from datetime import datetime
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Slot

from controlroom.casework import steps
from controlroom.casework.ports import Tx
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField, WhenField
from controlroom.ui.forms.words import translate

MANY = 9  # as many as there are digits


class TriedForm(Form):
    """What was tried: the usual tries as chips, several at once, and words."""

    name: ClassVar[str] = "tried"

    def make_fields(self) -> None:
        self.usual = ChipsField(self, "usual", many=True)
        self.words = LineField(self, "text")
        self.when = WhenField(self, "when", self.room.now())
        self.usual.edited.connect(self._on_usual)
        for field in (self.usual, self.words, self.when):
            self.add(field)

    def retranslate(self) -> None:
        super().retranslate()
        self._title.put(translate("forms", "Location tried, no place yet"))
        self.usual.name_it(translate("forms", "What was tried?"))
        self.usual.offer([Choice(str(at), word) for at, word in enumerate(usual_tries())])
        self.words.name_it(translate("forms", "In words (may stay empty)"))
        self.words.say_example(translate("forms", "STF answers in 20 minutes"))
        self.when.name_it(translate("forms", "When"))
        self.when.say_example(translate("forms", "now, or earlier: 02:14"))

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        usual = usual_tries()
        chosen = ", ".join(usual[int(key)] for key in self.usual.chosen())
        text = ": ".join(part for part in (chosen, self.words.text().strip()) if part)
        if not text:
            raise FieldProblem("text", translate("forms", "Choose what was tried, or type a few words."))
        return partial(_tried, case_id=self.case_id, text=text, at=self.when.moment())

    @Slot()
    def _on_usual(self) -> None:
        self.words.show_problem("")


def usual_tries() -> tuple[str, ...]:
    """In the language of the moment; drafts keep their places, so new ones come last."""
    return (
        translate("forms", "STF asked"),
        translate("forms", "Profile read"),
        translate("forms", "Number called, no answer"),
        translate("forms", "Friend or family called"),
        translate("forms", "Meta asked"),
        translate("forms", "IP address looked up"),
        translate("forms", "Thana asked"),
    )


def _tried(tx: Tx, *, case_id: UUID, text: str, at: datetime | None) -> None:
    steps.try_location(tx, case_id, text=text, at=at)
