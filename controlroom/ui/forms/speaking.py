"""How to speak to the person, the family and whoever goes, and what the law says: cards to read from."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from controlroom.casework.care.speaking import SpeakingCard, SpeakingCards
from controlroom.casework.rows import CaseView
from controlroom.ui.case.kit import Text, button
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.fields import ChipsField
from controlroom.ui.forms.sheet import Sheet
from controlroom.ui.forms.words import translate
from controlroom.ui.kit.theme import Tokens

OTHER_LANGUAGE_KEY = Qt.Key.Key_F7


class SpeakForm(Sheet[CaseView]):
    """A digit turns to a card, F7 to the other language, Enter or Esc goes back. It writes nothing."""

    name: ClassVar[str] = "speak"

    def make_fields(self) -> None:
        self._cards: Sequence[SpeakingCard] = ()
        self._is_turned = False  # in the other language than the window's
        self.which = ChipsField(self, "card", can_be_none=False)
        self.which.edited.connect(self._say)
        self.which.entered.connect(self.leave)
        self.text = Text(self, kind="raised")
        self._turn = button(self, "quiet")
        self._turn.clicked.connect(self.turn)
        for part in (self.which, self.text, self._turn):
            self.body.addWidget(part)

    def retranslate(self) -> None:
        super().retranslate()
        self._keys.put(translate("forms", "A digit turns the card; Esc goes back"))
        self._turn.setText(translate("forms", "Other language: F7"))
        self.which.name_it(translate("forms", "To whom?"))
        self._offer()

    def begun(self) -> None:
        self._cards, self._is_turned = (), False
        self._offer()
        self._read()

    def refresh(self, view: CaseView) -> None:
        super().refresh(view)
        self._read()

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.which.dress(tokens)
        self.text.dress(tokens, "text", 15)

    def first(self) -> QWidget:
        return self.which

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == OTHER_LANGUAGE_KEY:
            self.turn()
        else:
            super().keyPressEvent(event)

    @property
    def language(self) -> str:
        """In which the card stands."""
        window = "hi" if self.room.language == "hi" else "en"
        return window if not self._is_turned else "en" if window == "hi" else "hi"

    @Slot()
    def turn(self) -> None:
        """The card in the other language: who is spoken to may not share the operator's."""
        self._is_turned = not self._is_turned
        self._say()

    def _read(self) -> None:
        """By a worker: an administrator's file may have changed."""
        if self.view is not None:
            cards = partial((self.room.speaking or SpeakingCards()).of, self.view.case)
            self.room.tasks.work(cards, done=partial(self._on_cards, self.case_id))

    def _on_cards(self, case_id: UUID | None, cards: tuple[SpeakingCard, ...]) -> None:
        if case_id == self.case_id and cards != self._cards:
            self._cards = cards
            self._offer()

    def _offer(self) -> None:
        chosen = self.which.one()
        self.which.offer([Choice(card.key, card.title(self.language)) for card in self._cards])
        known = [card.key for card in self._cards]
        self.which.set_text(chosen if chosen in known else next(iter(known), ""))
        self._say()

    @Slot()
    def _say(self) -> None:
        card = next((card for card in self._cards if card.key == self.which.one()), None)
        self.text.put("\n\n".join(card.points(self.language)) if card else "")
