"""What is kept of a person: looked at by a supervisor, erased by a second one."""

from datetime import date
from functools import partial
from typing import ClassVar, Final
from uuid import UUID

from PySide6.QtCore import QT_TRANSLATE_NOOP, Slot

from controlroom.casework.care import retention
from controlroom.casework.care.personpage import PersonPage
from controlroom.casework.ports import Tx
from controlroom.domain.care.plans import day_in_india
from controlroom.domain.care.retention import GROUNDS
from controlroom.speech import translate
from controlroom.ui.case import ist
from controlroom.ui.case.kit import Text
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.drafting import UseCase
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField, need
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.person.form import PersonForm
from controlroom.wording import care_words

_GROUND_WORDS: Final = {
    "retention-over": QT_TRANSLATE_NOOP("person", "the time is over"),
    "request": QT_TRANSLATE_NOOP("person", "the person asks for it"),
    "court-order": QT_TRANSLATE_NOOP("person", "a court orders it"),
    "mistake": QT_TRANSLATE_NOOP("person", "opened by mistake"),
}
_YEARS: Final = ("1", "3", "5", "10")
KEEP: Final = "keep"


class KeepingForm(PersonForm):
    """A form about the data itself: two lines say how it stands."""

    def make_fields(self) -> None:
        self.standing, self.origin = Text(self), Text(self)
        self.body.addWidget(self.standing)
        self.body.addWidget(self.origin)

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.standing.dress(tokens, "text", 15, bold=True)
        self.origin.dress(tokens, "dim", 12)

    def begun(self) -> None:
        self.say()

    def refresh(self, view: PersonPage) -> None:
        super().refresh(view)
        self.say()

    def say(self) -> None:
        """What the two lines tell, in the language of the moment."""
        if self.view is not None:
            self.standing.put(standing_text(self.view))
            self.origin.put(origin_text(self.view))


def standing_text(page: PersonPage) -> str:
    """Until when the data is kept, in one sentence."""
    person, clock = page.person, page.clock
    if clock is None:
        return translate("person", "What was kept about this person was erased.")
    if person.erasure is not None:
        return translate("person", "To be erased: waits for a second supervisor")
    if clock.is_running:
        return translate("person", "A follow-up plan runs: no clock until it ends")
    due = translate("person", "To be looked at since %1")
    text = due if clock.is_due else translate("person", "Kept until %1")
    return text.replace("%1", day_text(clock.due))


def origin_text(page: PersonPage) -> str:
    """Why: since when the clock runs, or who has looked, or asked."""
    person, clock = page.person, page.clock
    if clock is None:
        return ""
    if (asked := person.erasure) is not None:
        text = translate("person", "%1 asked for it on %2: %3. %4")
        ground = translate("person", str(_GROUND_WORDS[asked.ground]))
        filled = text.replace("%1", asked.actor).replace("%2", ist.full_text(asked.at))
        return filled.replace("%3", ground).replace("%4", asked.reason)
    if person.reviews and person.reviews[-1].keep_until == clock.due:
        last = person.reviews[-1]
        text = translate("person", "%1 looked at it on %2: %3")
        return text.replace("%1", last.actor).replace("%2", ist.full_text(last.at)).replace("%3", last.reason)
    text = translate("person", "The clock runs since %1, %2")
    since = care_words.word(care_words.LAST_WORDS, clock.what)
    return text.replace("%1", since).replace("%2", day_text(clock.since))


def day_text(day: date) -> str:
    """A day as people here write it."""
    return f"{day:%d.%m.%Y}"


class KeepForm(KeepingForm):
    """A supervisor keeps the data for some years, or asks to erase it; the reason stands in the log."""

    name: ClassVar[str] = "care_keep"

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
        self.what.name_it(translate("person", "What is to become of the data?"))
        erase = translate("person", "Erase: %1")
        grounds = [(key, translate("person", str(_GROUND_WORDS[key]))) for key in GROUNDS]
        self.what.offer(
            [
                Choice(KEEP, translate("person", "Keep it")),
                *(Choice(key, erase.replace("%1", word)) for key, word in grounds),
            ]
        )
        self.years.name_it(translate("person", "Until the next look"))
        year, many = translate("person", "1 year"), translate("person", "%1 years")
        self.years.offer([Choice(n, year if n == "1" else many.replace("%1", n)) for n in _YEARS])
        self.reason.name_it(translate("person", "Why"))
        self.reason.say_example(translate("person", "A claim is open; letter of the family of 12 May"))

    def fill(self, view: PersonPage | None) -> None:
        self._on_what()

    def begun(self) -> None:
        super().begun()
        self._on_what()

    def first(self) -> ChipsField:
        return self.what

    def use_case(self) -> UseCase:
        person, reason = self.person_id, self.reason.text().strip()
        what = need(self.what, translate("person", "keep it, or a ground to erase it"))
        if what != KEEP:
            return partial(_ask, person=person, ground=what, reason=reason)
        years = int(need(self.years, translate("person", "one of the years")))
        today = day_in_india(self.room.now())
        until = today.replace(year=today.year + years, day=min(today.day, 28))
        return partial(_keep, person=person, until=until, reason=reason)

    @Slot()
    def _on_what(self) -> None:
        self.years.setVisible(self.what.one() == KEEP)


class EraseForm(KeepingForm):
    """The second supervisor: the number of the case is typed, for there is no way back."""

    name: ClassVar[str] = "care_erase"
    save_kind: ClassVar[str] = "danger"

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
        self._save.setText(translate("person", "Erase for good"))
        self._keys.put(translate("person", "Enter erases, Esc goes back"))
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
        self.number.name_it(translate("person", "Type the number of a case of theirs, to be sure"))

    def first(self) -> LineField:
        return self.number

    def has_text(self) -> bool:
        return False

    def use_case(self) -> UseCase:
        numbers = {case.number.upper() for case in self.person.cases}
        if self.number.text().strip().upper() not in numbers:
            raise FieldProblem("number", translate("person", "That is not the number of a case of theirs."))
        return partial(_erase, person=self.person_id)


def _keep(tx: Tx, *, person: UUID, until: date, reason: str) -> None:
    retention.keep_person(tx, person, until=until, reason=reason)


def _ask(tx: Tx, *, person: UUID, ground: str, reason: str) -> None:
    retention.ask_erasure(tx, person, ground=ground, reason=reason)


def _erase(tx: Tx, *, person: UUID) -> None:
    retention.erase_person(tx, person)
