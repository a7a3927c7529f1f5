"""The hand-over form: to whom, by which way, and the text that will go before it goes."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any, ClassVar, Final
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout

from controlroom.casework import steps
from controlroom.casework.handing.connectors import first_choice, fits
from controlroom.casework.handing.handovers import (
    Connectors,
    Target,
    hand_over_to,
    is_second_look_due,
    preview,
)
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.casework.ports import Tx
from controlroom.casework.rows import CaseView
from controlroom.domain.triage import RECEIVERS
from controlroom.errors import WorldFault
from controlroom.ui.case.kit import Text, button
from controlroom.ui.case.masks import hide_known
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField, WhenField
from controlroom.ui.forms.words import receiver, receivers, translate
from controlroom.ui.kit.theme import Tokens
from controlroom.wording import words

LANGUAGES: Final = ("hi", "en")


class HandOverForm(Form):
    """By connectors and by word of mouth at once: UP-112 and the district in parallel, with one Enter."""

    name: ClassVar[str] = "handover"

    def make_fields(self) -> None:
        self.warning = Text(self)
        self.body.addWidget(self.warning)
        self.to = ChipsField(self, "to", many=True)
        self.to.edited.connect(self._on_chosen)
        self.add(self.to)
        self.refs = {key: LineField(self, f"ref-{key}") for key in RECEIVERS}
        for field in self.refs.values():
            self.add(field)
        self.language = ChipsField(self, "language")
        self.language.edited.connect(self._show_text)
        self.add(self.language)
        self.going = Text(self)
        self.going.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.unmask = button(self, "quiet")
        self.unmask.clicked.connect(self._on_unmask)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        for below in (self.unmask, self.going):  # long: the button that saves stays in sight above it
            column.insertWidget(column.count() - 1, below)
        self.when = WhenField(self, "when", self.room.now())
        self.add(self.when)
        self._is_unmasked = False

    def retranslate(self) -> None:
        super().retranslate()
        self._save.setText(translate("forms", "Hand over"))
        self.to.name_it(translate("forms", "To whom? (several at once)"))
        self._offer()
        for key, field in self.refs.items():
            label = translate("forms", "%1: their event id, or who took it").replace("%1", receiver(key))
            field.name_it(label)
        self.language.name_it(translate("forms", "Language of what is sent (else each connector's own)"))
        own = (translate("forms", "Hindi"), translate("forms", "English"))
        self.language.offer([Choice(key, word) for key, word in zip(LANGUAGES, own, strict=True)])
        self.unmask.setText(translate("forms", "Show names and numbers in it"))
        self.when.name_it(translate("forms", "When they were told"))
        self.when.say_example(translate("forms", "now, or earlier: 02:14"))
        self._show_text()

    def fill(self, view: CaseView | None) -> None:
        self._is_unmasked = False
        self._offer()
        known = self.room.connectors
        first = first_choice(known, view.case) if view is not None and not view.case.hand_overs else ()
        self.to.set_text(" ".join(first))

    def begun(self) -> None:
        self._on_chosen()
        view = self.view
        is_due = view is not None and is_second_look_due(view.case, view.events, self.room.person)
        warning = translate(
            "forms", "The mail contradicts itself: let a second person look before it is handed over."
        )
        self.warning.put(warning if is_due else "")
        self.room.read_connectors(done=partial(self._on_read, self.room.connectors))

    def _on_read(self, before: tuple[ConnectorSettings, ...]) -> None:
        """A word of the command line may have added or removed one; what is chosen stays."""
        if self.room.connectors != before:
            self._offer()
            self._on_chosen()

    def refresh(self, view: CaseView) -> None:
        super().refresh(view)
        self._show_text()

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.warning.dress(tokens, "act", 13)
        self.going.dress(tokens, "dim", 12)

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        chosen = self.to.chosen()
        if not chosen:
            raise FieldProblem("to", translate("forms", "Choose at least one who was told."))
        told = [Target(key, ref=self._ref(key), language=self.language.one()) for key in chosen]
        return partial(
            _hand_over,
            case_id=self.case_id,
            told=told,
            at=self.when.moment(),
            connectors=self.room.connector_of or _no_connectors,
        )

    def _ref(self, key: str) -> str:
        field = self.refs.get(self._by_hand().get(key, ""))
        return field.text().strip() if field is not None else ""

    def _by_hand(self) -> dict[str, str]:
        """Who is told by a person: the key of the choice, and the receiver."""
        told = {key: key for key in RECEIVERS}
        return told | {one.name: one.to_whom for one in self.room.connectors if one.kind == "phone"}

    def _chosen_ways(self) -> list[ConnectorSettings]:
        chosen = self.to.chosen()
        return [one for one in self.room.connectors if one.name in chosen]

    def _offer(self) -> None:
        """The ways out of this room first; by word of mouth whom no connector bears the name of."""
        case = self.view.case if self.view is not None else None
        ways = [one for one in self.room.connectors if case is None or fits(one, case)]
        names = {one.name for one in ways}
        mouth = [one for one in receivers() if one.key not in names]
        self.to.offer([Choice(one.name, _way_word(one)) for one in ways] + mouth)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = {self._by_hand()[key] for key in self.to.chosen() if key in self._by_hand()}
        for key, field in self.refs.items():
            field.setVisible(key in chosen)
        self.when.setVisible(bool(chosen))
        self._show_text()

    @Slot()
    def _show_text(self) -> None:
        """What will go, once for all who get the same."""
        view, ways = self.view, self._chosen_ways()
        self.language.setVisible(bool(ways))
        self.unmask.setVisible(bool(ways) and not self._is_unmasked)
        if view is None or not ways:
            self.going.put("")
            return
        texts: dict[str, list[str]] = {}
        for way in ways:
            text = preview(
                view.case,
                way,
                now=self.room.now(),
                language=self.language.one(),
                callback=self.room.callback,
            )
            shown = text if self._is_unmasked else hide_known(text, view.case.facts)
            texts.setdefault(shown, []).append(_way_word(way))
        parts = [f"{', '.join(names)}:\n{text}" for text, names in texts.items()]
        if view.case.is_exercise:
            parts.insert(0, translate("forms", "This is an exercise: nothing leaves the room."))
        self.going.put("\n\n".join(parts))

    @Slot()
    def _on_unmask(self) -> None:
        """To read it out or to check it: the event first, the thing second."""
        assert self.case_id is not None
        reveal = partial(steps.reveal, case_id=self.case_id, field="all")
        self.room.tasks.act(reveal, done=self._on_revealed)

    def _on_revealed(self, nothing: Any) -> None:
        self._is_unmasked = True
        self._show_text()


def _way_word(way: ConnectorSettings) -> str:
    """UP-112, by e-mail (lucknow)."""
    text = translate("forms", "%1, by %2").replace("%2", words.via(way.kind))
    whom = receiver(way.receiver) if way.receiver else way.name
    named = text.replace("%1", whom)
    return named if whom == way.name else f"{named} ({way.name})"


def _hand_over(
    tx: Tx, *, case_id: UUID, told: Sequence[Target], at: datetime | None, connectors: Connectors
) -> None:
    hand_over_to(tx, case_id, told, connectors=connectors, at=at)


def _no_connectors(way: ConnectorSettings) -> Any:
    raise WorldFault("This window cannot send; use the command line: controlroom case handover.")
