"""What the forms about a person share."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from controlroom.casework.calling.directory_steps import day_of
from controlroom.casework.care.personpage import PersonPage
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Plan
from controlroom.errors import BadInput
from controlroom.speech import translate
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.drafting import DraftForm
from controlroom.ui.forms.fields import FieldProblem, LineField
from controlroom.ui.forms.words import problem_text
from controlroom.ui.person import words


class PersonForm(DraftForm[PersonPage]):
    """One form on the page of a person."""

    @property
    def person(self) -> Person:
        """Whom it is about."""
        assert self.view is not None
        return self.view.person

    @property
    def person_id(self) -> UUID:
        """Of the person."""
        assert self.subject_id is not None
        return self.subject_id

    @property
    def plan(self) -> Plan:
        """The plan that runs. Raises BadInput."""
        plan = self.view.person.plan if self.view else None
        if plan is None:
            raise BadInput("No follow-up plan runs for this person; make one first.")
        return plan

    def keys_done_with(self) -> list[str]:
        """Also what was typed before two files were joined."""
        files = self.view.person.files if self.view else ()
        known = super().keys_done_with()
        return known + [f"{file}/{self.name}.{name}" for file in files for name in self.fields]

    def news_since(self, before: PersonPage | None, view: PersonPage) -> str:
        if before is None or _facts(before.person) == _facts(view.person):
            return ""
        return translate("person", "Somebody changed this person's file meanwhile. What you typed stays.")


def _facts(person: Person) -> Person:
    """Without what a mere look changes."""
    return replace(person, event_count=0, last_at=None)


def day_in(field: LineField) -> date | None:
    """The day that is typed, None for nothing. Raises FieldProblem."""
    try:
        return day_of(field.text())
    except BadInput as problem:
        raise FieldProblem(field.name, problem_text(problem)) from None


def contact_choices(plan: Plan | None, *, most: int) -> list[Choice]:
    """The contacts that are still owed, by their day."""
    owed = plan.owed[:most] if plan else ()
    return [Choice(one.due.isoformat(), words.day(one.due)) for one in owed]
