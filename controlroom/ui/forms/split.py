"""Take two joined cases apart again."""

from functools import partial
from typing import ClassVar
from uuid import UUID

from controlroom.casework.arriving import joins
from controlroom.casework.ports import Tx
from controlroom.casework.rows import CaseView
from controlroom.domain.case import Case
from controlroom.errors import BadInput
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField
from controlroom.ui.forms.words import translate


class SplitForm(Form):
    """Which of the joined cases goes its own way, and why; the only one there is chosen already."""

    name: ClassVar[str] = "split"

    def make_fields(self) -> None:
        self._joined: tuple[tuple[UUID, str], ...] = ()
        self.other = ChipsField(self, "other", can_be_none=False)
        self.reason = LineField(self, "reason")
        self.add(self.other)
        self.add(self.reason)

    def retranslate(self) -> None:
        super().retranslate()
        self._save.setText(translate("forms", "Take them apart"))
        self.other.name_it(translate("forms", "From which case?"))
        self.reason.name_it(translate("forms", "Why? (may stay empty)"))
        self.reason.say_example(translate("forms", "Two people use one phone"))

    def fill(self, view: CaseView | None) -> None:
        self._joined = joined_with(view.case) if view else ()
        self.other.offer([Choice(number, number) for _, number in self._joined])
        self.other.set_text(self._joined[0][1] if len(self._joined) == 1 else "")

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        if not self._joined:
            raise BadInput("This case is not joined with another one: there is nothing to take apart.")
        other = {number: key for key, number in self._joined}.get(self.other.one())
        if other is None:
            raise FieldProblem("other", translate("forms", "Choose the case that is to go its own way."))
        return partial(_split, case_id=self.case_id, other=other, reason=self.reason.text().strip())


def joined_with(case: Case) -> tuple[tuple[UUID, str], ...]:
    """The cases that this one is joined with, whichever of the two went into the other."""
    into = ((case.joined_into, case.joined_into_number),) if case.joined_into else ()
    return (*into, *case.absorbed)


def _split(tx: Tx, *, case_id: UUID, other: UUID, reason: str) -> None:
    joins.split_cases(tx, case_id, other, reason=reason)
