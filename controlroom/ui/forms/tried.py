"""A try to find the person that gave no place yet."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import ClassVar, Final
from uuid import UUID

from PySide6.QtCore import Slot

from controlroom.casework import steps
from controlroom.casework.ports import Tx
from controlroom.casework.rows import CaseView
from controlroom.domain.finding import next_asks
from controlroom.ui.case.kit import Text
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField, WhenField
from controlroom.ui.forms.words import translate
from controlroom.ui.kit.theme import Tokens
from controlroom.wording.find_words import ask_word

MANY = 9  # as many as there are digits


class TriedForm(Form):
    """What was tried: the usual tries as chips, several at once, and words."""

    name: ClassVar[str] = "tried"

    def make_fields(self) -> None:
        self.usual = ChipsField(self, "usual", many=True)
        self.words = LineField(self, "text")
        self.when = WhenField(self, "when", self.room.now())
        self.usual.edited.connect(self._on_usual)
        self.next = Text(self)
        for field in (self.usual, self.words, self.when):
            self.add(field)
        self.body.addWidget(self.next)

    def retranslate(self) -> None:
        super().retranslate()
        self._title.put(translate("forms", "Location tried, no place yet"))
        self.usual.name_it(translate("forms", "What was tried?"))
        self.usual.offer([Choice(str(at), word) for at, word in enumerate(usual_tries())])
        self.words.name_it(translate("forms", "In words (may stay empty)"))
        self.words.say_example(translate("forms", "STF answers in 20 minutes"))
        self.when.name_it(translate("forms", "When"))
        self.when.say_example(translate("forms", "now, or earlier: 02:14"))

    def begun(self) -> None:
        self._say_next()

    def refresh(self, view: CaseView) -> None:
        super().refresh(view)
        self._say_next()

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.next.dress(tokens, "soon", 12)

    def _say_next(self) -> None:
        """What was not tried yet, and the key for it."""
        asks = next_asks(self.view.case, self.room.now())[:4] if self.view else ()
        text = translate("forms", "Not tried yet: %1. %2 opens the words to ask with.")
        key = self.room.book.key_text("ask")
        told = text.replace("%2", key).replace("%1", ", ".join(ask_word(ask) for ask in asks))
        self.next.put(told if asks else "")

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        usual = usual_tries()
        chosen = ", ".join(usual[int(key)] for key in self.usual.chosen())
        text = ": ".join(part for part in (chosen, self.words.text().strip()) if part)
        if not text:
            raise FieldProblem("text", translate("forms", "Choose what was tried, or type a few words."))
        known = [_USUAL_SOURCES[int(key)] for key in self.usual.chosen()]
        told = [(source, status) for source, status in known if source]
        return partial(_tried, case_id=self.case_id, text=text, told=told, at=self.when.moment())

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


# What each of the usual tries was, in the same order: its source, and what came of it.
_USUAL_SOURCES: Final = (
    ("stf", "asked"),
    ("profile", "nothing"),
    ("", ""),
    ("family", "asked"),
    ("meta", "asked"),
    ("ip", "nothing"),
    ("", ""),
)


def _tried(tx: Tx, *, case_id: UUID, text: str, told: Sequence[tuple[str, str]], at: datetime | None) -> None:
    source, status = told[0] if told else ("", "")
    steps.try_location(tx, case_id, text=text, source=source, status=status, also=told[1:], at=at)
