"""Refer the person to another service: to whom, why, how; what will go is shown before it goes."""

from collections.abc import Mapping
from functools import partial
from typing import Any, ClassVar, Final
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from controlroom.casework.calling.directory import Directory, Entry
from controlroom.casework.care.masking import first_of, mask_phone
from controlroom.casework.care.personpage import PersonPage
from controlroom.casework.care.referring import (
    Preview,
    Wish,
    consent_for,
    make_referral,
    preview_referral,
)
from controlroom.casework.care.services import service_of, services_for, ways_to
from controlroom.casework.handing.message import Message, phone_text
from controlroom.casework.ports import Tx
from controlroom.domain.care.person import Person
from controlroom.domain.care.referrals import ANSWER_HOURS, REASONS
from controlroom.errors import BadInput, WorldFault
from controlroom.speech import translate
from controlroom.ui.case.kit import Text
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.drafting import UseCase
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField, need
from controlroom.ui.forms.words import problem_text
from controlroom.ui.forms.words import translate as form_words
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.person.form import PersonForm
from controlroom.wording import referral_words

MOST_SHOWN: Final = 12


class ReferForm(PersonForm):
    """Without a consent in force a supervisor says why there is danger to life; others record one first."""

    name: ClassVar[str] = "care_refer"

    def make_fields(self) -> None:
        self.basis = Text(self)
        self.to = ChipsField(self, "to", can_be_none=False)
        self.reason, self.by = ChipsField(self, "reason", can_be_none=False), ChipsField(self, "by")
        self.language = ChipsField(self, "language")
        self.words, self.danger = LineField(self, "words"), LineField(self, "danger")
        self.going = Text(self)
        self._entries: tuple[Entry, ...] = ()
        self._draft_to = ""
        for field in (self.to, self.reason):
            self.add(field)
        self.body.addWidget(self.basis)
        self.add(self.danger)
        self.add_row(self.by, self.language)
        self.add(self.words)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, self.going)  # long: the button stays in sight above it
        for field in (self.to, self.reason, self.by, self.language):
            field.edited.connect(self._show_all)

    def retranslate(self) -> None:
        super().retranslate()
        self._save.setText(translate("person", "Refer"))
        self.to.name_it(translate("person", "To whom?"))
        self.reason.name_it(translate("person", "Why?"))
        self.reason.offer([Choice(key, referral_words.word(referral_words.REASONS, key)) for key in REASONS])
        self.by.name_it(translate("person", "How (else the best way)"))
        self.language.name_it(translate("person", "In which language"))
        own = (form_words("forms", "Hindi"), form_words("forms", "English"))
        self.language.offer([Choice(key, word) for key, word in zip(("hi", "en"), own, strict=True)])
        self.words.name_it(
            translate("person", "A few words, for counsellors and supervisors; they do not go out")
        )
        self.danger.name_it(translate("person", "A supervisor: why there is danger to life"))

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.going.dress(tokens, "dim", 12)
        self.basis.dress(tokens, "dim", 13)

    def begin(self, view: PersonPage | None, drafts: Mapping[str, str]) -> None:
        draft = drafts.get(f"{self.name}.to", "")
        self._draft_to = self._typed.get(view.subject_id if view else None, {}).get("to", draft)
        super().begin(view, drafts)

    def begun(self) -> None:
        self.room.state.with_directory(self._on_directory)
        self.room.read_connectors(done=self._show_all)

    def refresh(self, view: PersonPage) -> None:
        super().refresh(view)
        self._show_all()

    def _on_directory(self, directory: Directory) -> None:
        if self.view is None:
            return
        self._entries = services_for(directory.entries, self.person)[:MOST_SHOWN]
        self.to.offer([Choice(one.key, one.name(self.room.language)) for one in self._entries])
        if not self.to.one():
            self.to.set_text(self._draft_to)  # it was chosen before the services were known
        self._show_all()

    # --- what is shown ------------------------------------------------------------------------------------

    @property
    def entry(self) -> Entry | None:
        """The service that is chosen."""
        return next((one for one in self._entries if one.key == self.to.one()), None)

    @Slot()
    def _show_all(self) -> None:
        """The consent it rests on, the ways there are, and what would go."""
        if self.view is None:
            return
        entry = self.entry
        lacking = self._lacking(entry)
        said = (
            translate("person", "Rests on the consent that is recorded.")
            if entry and not lacking
            else lacking
        )
        self.basis.put(said)
        self.basis.dress(self.room.tokens, "act" if lacking else "safe", 13)
        self.danger.setVisible(bool(lacking))
        ways = ways_to(entry, self.room.connectors) if entry else ()
        self.by.offer([Choice(one.by, referral_words.word(referral_words.WAYS, one.by)) for one in ways])
        self.by.setVisible(len(ways) > 1)
        self.going.put(self._preview(entry) if entry and self.reason.one() else "")

    def _lacking(self, entry: Entry | None) -> str:
        """Why it cannot be done without a supervisor's word, in one sentence."""
        if entry is None:
            return ""
        try:
            consent_for(self.person, service_of(entry))
        except BadInput as problem:
            return problem_text(problem)
        return ""

    def _preview(self, entry: Entry) -> str:
        try:
            found = preview_referral(
                self.person,
                self._wish(),
                entries=self._entries,
                known=self.room.connectors,
                hours=ANSWER_HOURS,
                callback=self.room.callback,
                now=self.room.now(),
                to=entry.key,
                reason=self.reason.one(),
                in_danger=bool(self._lacking(entry)),
            )
        except BadInput as problem:
            return problem_text(problem)
        return _hidden(found, self.person)

    def _wish(self) -> Wish:
        connectors = self.room.connector_of or _no_connectors
        return Wish(connectors, by=self.by.one(), language=self.language.one())

    # --- what is done -------------------------------------------------------------------------------------

    def use_case(self) -> UseCase:
        entry = self.entry
        if entry is None:
            raise FieldProblem("to", translate("person", "Choose to whom."))
        reason = need(self.reason, "1-8")
        if self._lacking(entry) and not self.danger.text().strip():
            raise FieldProblem("danger", self._lacking(entry))
        return partial(
            _refer,
            person_id=self.person_id,
            wish=self._wish(),
            to=entry.key,
            reason=reason,
            text=self.words.text(),
            danger=self.danger.text(),
        )


def _hidden(found: Preview, person: Person) -> str:
    """The text with names and numbers masked, as everything on the page is until it is revealed."""
    text = "\n".join(found.message.script) if found.way.by == "phone" else found.message.text
    for phone in (*person.phones, *(one.phone for one in person.kin if one.phone)):
        text = text.replace(phone_text(phone), mask_phone(phone))
    for name in sorted((*person.names, *(one.name for one in person.kin)), key=len, reverse=True):
        text = text.replace(name, first_of(name))
    return text


def _refer(
    tx: Tx, *, person_id: UUID, wish: Wish, to: str, reason: str, text: str, danger: str
) -> Message | None:
    """What is to be read out, where it goes by telephone."""
    one, message = make_referral(tx, person_id, wish, to=to, reason=reason, text=text, danger=danger)
    return message if one.last_asked.by == "phone" else None


def _no_connectors(way: object) -> Any:
    raise WorldFault("This window cannot send; use the command line: controlroom referral make")
