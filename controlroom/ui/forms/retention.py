"""What is kept of the person of this case: looked at by a supervisor, erased by a second one."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import ClassVar, Final
from uuid import UUID

from PySide6.QtCore import QT_TRANSLATE_NOOP, Slot

from controlroom.casework import retention
from controlroom.casework.persons import person_of_case
from controlroom.casework.ports import Tx
from controlroom.casework.queries import CaseView, Reader
from controlroom.domain.person import Person
from controlroom.domain.plans import day_in_india
from controlroom.domain.retention import GROUNDS, Retention
from controlroom.ui.case import ist
from controlroom.ui.case.kit import Text
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField, need
from controlroom.ui.forms.words import translate
from controlroom.ui.theme import Tokens

_GROUND_WORDS: Final = {
    "retention-over": QT_TRANSLATE_NOOP("forms", "The time is over"),
    "request": QT_TRANSLATE_NOOP("forms", "The person asks for it"),
    "court-order": QT_TRANSLATE_NOOP("forms", "A court orders it"),
    "mistake": QT_TRANSLATE_NOOP("forms", "Opened by mistake"),
}
_SINCE_WORDS: Final = {
    "opened": QT_TRANSLATE_NOOP("forms", "the file was opened"),
    "case": QT_TRANSLATE_NOOP("forms", "the last case"),
    "contact": QT_TRANSLATE_NOOP("forms", "the last word with the person"),
    "plan-ended": QT_TRANSLATE_NOOP("forms", "the end of the follow-up"),
}
_YEARS: Final = ("1", "3", "5", "10")
KEEP: Final = "keep"


@dataclass(frozen=True, slots=True)
class Kept:
    """The person of a case and their clock, as last read. `person` is None where nobody has a file."""

    person: Person | None
    clock: Retention | None


def kept_of(reader: Reader, *, case_id: UUID, now: datetime) -> Kept:
    """Read in one go, by a worker."""
    care = reader.care()
    person = care.person_of_case(case_id) or care.person(person_of_case(case_id))
    return Kept(person, care.retention(person, now) if person else None)


class AboutPerson(Form):
    """A form about the person of the case: two lines say how their data stands."""

    def make_fields(self) -> None:
        self.kept: Kept | None = None
        self.standing, self.origin = Text(self), Text(self)
        self.body.addWidget(self.standing)
        self.body.addWidget(self.origin)

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.standing.dress(tokens, "text", 15, bold=True)
        self.origin.dress(tokens, "dim", 12)

    def begun(self) -> None:
        self.kept = None
        self._read()

    def refresh(self, view: CaseView) -> None:
        super().refresh(view)
        self._read()

    def retranslate(self) -> None:
        super().retranslate()
        self.say()

    def say(self) -> None:
        """What the two lines tell, in the language of the moment."""
        self.standing.put(standing_text(self.kept) if self.kept else "")
        self.origin.put(origin_text(self.kept) if self.kept else "")

    def person_id(self) -> UUID:
        """Of whom the data is. Raises BadInput where there is no file."""
        if self.kept is None or self.kept.person is None:
            raise FieldProblem("", translate("forms", "Nobody has opened a file for this case."))
        return self.kept.person.id

    def _read(self) -> None:
        if self.case_id is not None:
            query = partial(kept_of, case_id=self.case_id, now=self.room.now())
            self.room.tasks.ask(query, done=partial(self._on_kept, self.case_id), key=f"{self.name} kept")

    def _on_kept(self, case_id: UUID | None, kept: Kept) -> None:
        if case_id == self.case_id:
            self.kept = kept
            self.say()


def standing_text(kept: Kept) -> str:
    """Until when the data is kept, in one sentence."""
    person, clock = kept.person, kept.clock
    if person is None:
        return translate("forms", "Nobody has opened a file for this case.")
    if clock is None:
        return translate("forms", "What was kept about this person was erased.")
    if person.erasure is not None:
        return translate("forms", "To be erased: waits for a second supervisor")
    if clock.is_running:
        return translate("forms", "A follow-up plan runs: no clock until it ends")
    due = translate("forms", "To be looked at since %1")
    text = due if clock.is_due else translate("forms", "Kept until %1")
    return text.replace("%1", day_text(clock.due))


def origin_text(kept: Kept) -> str:
    """Why: since when the clock runs, or who has looked, or asked."""
    person, clock = kept.person, kept.clock
    if person is None or clock is None:
        return ""
    if (asked := person.erasure) is not None:
        text = translate("forms", "%1 asked for it on %2: %3. %4")
        ground = translate("forms", str(_GROUND_WORDS[asked.ground]))
        filled = text.replace("%1", asked.actor).replace("%2", ist.full_text(asked.at))
        return filled.replace("%3", ground).replace("%4", asked.reason)
    if person.reviews and person.reviews[-1].keep_until == clock.due:
        last = person.reviews[-1]
        text = translate("forms", "%1 looked at it on %2: %3")
        return text.replace("%1", last.actor).replace("%2", ist.full_text(last.at)).replace("%3", last.reason)
    text = translate("forms", "The clock runs since %1, %2")
    since = translate("forms", str(_SINCE_WORDS[clock.what]))
    return text.replace("%1", since).replace("%2", day_text(clock.since))


def day_text(day: date) -> str:
    """A day as people here write it."""
    return f"{day:%d.%m.%Y}"


class RetentionForm(AboutPerson):
    """A supervisor keeps the data for some years, or asks to erase it; the reason stands in the log."""

    name: ClassVar[str] = "retention"

    def make_fields(self) -> None:
        super().make_fields()
        self.what = ChipsField(self, "what", can_be_none=False)
        self.years = ChipsField(self, "years", can_be_none=False)
        self.reason = LineField(self, "reason")
        self.what.edited.connect(self._on_what)
        for field in (self.what, self.years, self.reason):
            self.add(field)

    def retranslate(self) -> None:
        super().retranslate()
        self.what.name_it(translate("forms", "What is to become of the data?"))
        erase = translate("forms", "Erase: %1")
        grounds = [(key, translate("forms", str(_GROUND_WORDS[key]))) for key in GROUNDS]
        self.what.offer(
            [
                Choice(KEEP, translate("forms", "Keep it")),
                *(Choice(key, erase.replace("%1", word)) for key, word in grounds),
            ]
        )
        self.years.name_it(translate("forms", "Until the next look"))
        year, many = translate("forms", "1 year"), translate("forms", "%1 years")
        self.years.offer([Choice(n, year if n == "1" else many.replace("%1", n)) for n in _YEARS])
        self.reason.name_it(translate("forms", "Why"))
        self.reason.say_example(translate("forms", "A claim is open; letter of the family of 12 May"))

    def begun(self) -> None:
        super().begun()
        self._on_what()

    def first(self) -> ChipsField:
        return self.what

    def use_case(self) -> UseCase:
        person, reason = self.person_id(), self.reason.text().strip()
        what = need(self.what, translate("forms", "keep it, or a ground to erase it"))
        if what != KEEP:
            return partial(_ask, person=person, ground=what, reason=reason)
        years = int(need(self.years, translate("forms", "one of the years")))
        today = day_in_india(self.room.now())
        until = today.replace(year=today.year + years, day=min(today.day, 28))
        return partial(_keep, person=person, until=until, reason=reason)

    @Slot()
    def _on_what(self) -> None:
        self.years.setVisible(self.what.one() == KEEP)


class EraseForm(AboutPerson):
    """The second supervisor: the number of the case is typed, for there is no way back."""

    name: ClassVar[str] = "erase_person"

    def make_fields(self) -> None:
        super().make_fields()
        self.goes, self.stays = Text(self, kind="raised"), Text(self, kind="raised")
        self.body.addWidget(self.goes)
        self.body.addWidget(self.stays)
        self.number = LineField(self, "number")
        self.add(self.number)

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.goes.dress(tokens, "act", 13)
        self.stays.dress(tokens, "text", 13)

    def retranslate(self) -> None:
        super().retranslate()
        self._save.setText(translate("forms", "Erase for good"))
        self.goes.put(
            translate(
                "forms",
                "Goes, here and on every desk: names, phones, accounts, family, plans, notes; what the cases"
                " are found by; their mails. There is no way back.",
            )
        )
        self.stays.put(
            translate(
                "forms",
                "Stays: what the log of the cases says, the mailbox, what was sent out, and backups until"
                " their keys are destroyed.",
            )
        )
        self.number.name_it(translate("forms", "Type the number of this case, to be sure"))

    def first(self) -> LineField:
        return self.number

    def has_text(self) -> bool:
        return False

    def use_case(self) -> UseCase:
        person = self.person_id()
        assert self.view is not None
        numbers = {number.upper() for number in self.view.case.numbers}
        if self.number.text().strip().upper() not in numbers:
            raise FieldProblem("number", translate("forms", "That is not the number of this case."))
        return partial(_erase, person=person)


def _keep(tx: Tx, *, person: UUID, until: date, reason: str) -> None:
    retention.keep_person(tx, person, until=until, reason=reason)


def _ask(tx: Tx, *, person: UUID, ground: str, reason: str) -> None:
    retention.ask_erasure(tx, person, ground=ground, reason=reason)


def _erase(tx: Tx, *, person: UUID) -> None:
    retention.erase_person(tx, person)
