"""What was said: a note, what they agree to, and what came of a contact."""

from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from controlroom.casework.care import followup
from controlroom.casework.care.personpage import PersonPage
from controlroom.casework.ports import Tx
from controlroom.domain.care.plans import RESULTS
from controlroom.speech import translate
from controlroom.ui.case.kit import Text
from controlroom.ui.forms.box import BoxField
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.drafting import UseCase
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField, WhenField, need
from controlroom.ui.forms.words import translate as form_words
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.person import words
from controlroom.ui.person.form import PersonForm, contact_choices, day_in
from controlroom.wording import care_words

EXTRA = "extra"


class NoteForm(PersonForm):
    """A few words, how they are, how much danger is seen: for counsellors and supervisors alone."""

    name: ClassVar[str] = "care_note"

    def make_fields(self) -> None:
        self.whose = Text(self)
        self.words = BoxField(self, "text")
        self.mood, self.risk = ChipsField(self, "mood"), ChipsField(self, "risk")
        self.body.addWidget(self.whose)
        for field in (self.words, self.mood, self.risk):
            self.add(field)

    def retranslate(self) -> None:
        super().retranslate()
        self.whose.put(
            translate("person", "Read by counsellors and supervisors only; each reading is logged.")
        )
        self.words.name_it(translate("person", "What was said, in a few words"))
        self.mood.name_it(translate("person", "Compared with the last time"))
        self.mood.offer(words.choices(care_words.MOODS))
        self.risk.name_it(translate("person", "Danger, as you see it (not a diagnosis)"))
        self.risk.offer(words.choices(care_words.RISKS))

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.whose.dress(tokens, "follow", 12)

    def use_case(self) -> UseCase:
        text, mood, risk = self.words.text().strip(), self.mood.one(), self.risk.one()
        if not (text or mood or risk):
            told = form_words("forms", "There is nothing written yet; type a few words.")
            raise FieldProblem("text", told)
        return partial(_note, person_id=self.person_id, text=text, mood=mood, risk=risk)


def _note(tx: Tx, *, person_id: UUID, text: str, mood: str, risk: str) -> None:
    followup.write_note(tx, person_id, text=text, mood=mood, risk=risk)


class ConsentForm(PersonForm):
    """What they agree to, or no longer do; by whom, where it was the guardian."""

    name: ClassVar[str] = "care_consent"

    def make_fields(self) -> None:
        self.word = ChipsField(self, "word", can_be_none=False)
        self.usual, self.what = ChipsField(self, "usual"), LineField(self, "what")
        self.by, self.when = LineField(self, "by"), WhenField(self, "when", self.room.now())
        for field in (self.word, self.usual, self.what):
            self.add(field)
        self.add_row(self.by, self.when)

    def retranslate(self) -> None:
        super().retranslate()
        self.word.name_it(translate("person", "What do they say?"))
        given = Choice("yes", translate("person", "They agree"))
        self.word.offer([given, Choice("no", translate("person", "They no longer agree"))])
        self.usual.name_it(translate("person", "To what?"))
        self.usual.offer(words.consent_choices())
        self.what.name_it(translate("person", "To something else"))
        self.by.name_it(translate("person", "Who said so, where it was the guardian"))
        self.when.name_it(form_words("forms", "When"))
        self.when.say_example(form_words("forms", "now, or earlier: 02:14"))

    def fill(self, view: PersonPage | None) -> None:
        self.word.set_text("yes")
        guardian = view.person.guardian if view is not None and view.person.is_minor else None
        self.by.set_text(guardian.relation or guardian.name if guardian else "")

    def first(self) -> QWidget:
        return self.usual

    def use_case(self) -> UseCase:
        what = self.what.text().strip() or self.usual.one().replace(words.SPACE, " ")
        if not what:
            text = translate("person", "Choose to what, or type it below.")
            raise FieldProblem("usual", text)
        return partial(
            _consent,
            person_id=self.person_id,
            what=what,
            is_given=need(self.word, "1-2") == "yes",
            by=self.by.text(),
            at=self.when.moment(),
        )


def _consent(tx: Tx, *, person_id: UUID, **said: Any) -> None:
    followup.say_consent(tx, person_id, **said)


class ContactForm(PersonForm):
    """What came of a contact: one digit and Enter will do; the rest is asked for where they were reached."""

    name: ClassVar[str] = "care_contact"

    def make_fields(self) -> None:
        self.result = ChipsField(self, "result", can_be_none=False)
        self.channel = ChipsField(self, "channel")
        self.minutes, self.when = LineField(self, "minutes"), WhenField(self, "when", self.room.now())
        self.words = BoxField(self, "text")
        self.mood, self.risk = ChipsField(self, "mood"), ChipsField(self, "risk")
        self.step, self.step_on = ChipsField(self, "step"), LineField(self, "step_on")
        self.which = ChipsField(self, "which")
        for field in (self.result, self.channel):
            self.add(field)
        self.add_row(self.minutes, self.when)
        self.add(self.words)
        for chips in (self.mood, self.risk, self.step):
            self.add(chips)
        self.add(self.step_on)
        self.add(self.which)

    def retranslate(self) -> None:
        super().retranslate()
        self.result.name_it(translate("person", "What came of it?"))
        self.result.offer([Choice(key, care_words.result(key)) for key in RESULTS])
        self.channel.name_it(translate("person", "How"))
        self.channel.offer(words.choices(care_words.CHANNELS))
        self.minutes.name_it(translate("person", "Minutes"))
        self.when.name_it(form_words("forms", "When"))
        self.when.say_example(form_words("forms", "now, or earlier: 02:14"))
        self.words.name_it(translate("person", "Note, for counsellors and supervisors"))
        self.mood.name_it(translate("person", "Compared with the last time"))
        self.mood.offer(words.choices(care_words.MOODS))
        self.risk.name_it(translate("person", "Danger, as you see it (not a diagnosis)"))
        self.risk.offer(words.choices(care_words.RISKS))
        self.step.name_it(translate("person", "Next step"))
        self.step.offer(words.choices(care_words.NEXT_STEPS))
        self.step_on.name_it(translate("person", "On which day"))
        self.step_on.say_example("24.11.2026")
        self.which.name_it(translate("person", "Which contact (else the one that is due)"))
        self._offer()

    def begun(self) -> None:
        self._offer()

    def refresh(self, view: PersonPage) -> None:
        super().refresh(view)
        self._offer()

    def fill(self, view: PersonPage | None) -> None:
        self.channel.set_text((view.person.channel if view else "") or "phone")

    def _offer(self) -> None:
        plan = self.view.person.plan if self.view else None
        beside_it = Choice(EXTRA, translate("person", "beside the plan"))
        self.which.offer([*contact_choices(plan, most=5), beside_it])
        may_note = self.view is not None and self.view.may_counsel
        for field in (self.words, self.mood, self.risk):
            field.setVisible(may_note)

    def use_case(self) -> UseCase:
        minutes = self.minutes.text().strip() or "0"
        if not minutes.isdecimal():
            raise FieldProblem("minutes", translate("person", "Whole minutes, for example 12."))
        due = {one.due.isoformat(): one.due for one in self.plan.owed}.get(self.which.one())
        return partial(
            _try,
            person_id=self.person_id,
            result=need(self.result, "1-6"),
            due=due,
            is_extra=self.which.one() == EXTRA,
            channel=self.channel.one() or "phone",
            minutes=int(minutes),
            next_step=self.step.one(),
            next_on=day_in(self.step_on),
            note=self.words.text(),
            mood=self.mood.one(),
            risk=self.risk.one(),
            at=self.when.moment(),
        )


def _try(tx: Tx, *, person_id: UUID, **told: Any) -> None:
    followup.try_contact(tx, person_id, **told)
