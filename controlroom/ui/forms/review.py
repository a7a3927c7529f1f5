"""A second person looks at how it ended."""

from functools import partial
from typing import ClassVar
from uuid import UUID

from controlroom.casework import steps
from controlroom.casework.ports import Tx
from controlroom.casework.rows import CaseView
from controlroom.domain.case import Case
from controlroom.ui.case import ist
from controlroom.ui.case.kit import Text
from controlroom.ui.case.masks import hide_known
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.fields import LineField
from controlroom.ui.forms.words import translate
from controlroom.ui.kit.theme import Tokens
from controlroom.wording import words


class ReviewForm(Form):
    """Says what is reviewed and who recorded it; saving agrees."""

    name: ClassVar[str] = "review"

    def make_fields(self) -> None:
        self.what = Text(self)
        self.origin = Text(self)
        self.body.addWidget(self.what)
        self.body.addWidget(self.origin)
        self.words = LineField(self, "text")
        self.add(self.words)

    def retranslate(self) -> None:
        super().retranslate()
        self._save.setText(translate("forms", "I looked at it and agree"))
        self.words.name_it(translate("forms", "What was looked at (may stay empty)"))
        self.words.say_example(translate("forms", "Listened to the call, asked the thana again"))
        self._show_what()

    def begun(self) -> None:
        self._show_what()

    def refresh(self, view: CaseView) -> None:
        super().refresh(view)
        self._show_what()

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.what.dress(tokens, "text", 15, bold=True)
        self.origin.dress(tokens, "dim", 12)

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        return partial(_review, case_id=self.case_id, text=self.words.text().strip())

    def _show_what(self) -> None:
        if self.view is None:
            return
        case = self.view.case
        self.what.put(hide_known(what_ended(case), case.facts))
        self.origin.put(_origin(case, self.room.person))


def what_ended(case: Case) -> str:
    """How it ended, in one sentence."""
    if case.is_closing and not (case.not_reached or case.outcome_facts):
        return _closed_so(case)
    if case.not_reached:
        return translate("forms", "Not reached: %1").replace("%1", words.not_reached(case.not_reached))
    if case.outcome_facts:
        facts = ", ".join(words.outcome(fact) for fact in case.outcome_facts)
        return translate("forms", "Recorded: %1").replace("%1", facts)
    if case.state == "closed":
        return _closed_so(case)
    return translate("forms", "There is no outcome yet, so there is nothing to review.")


def _closed_so(case: Case) -> str:
    text = translate("forms", "Closed with nobody at the person: %1")
    return text.replace("%1", case.close_reason or "-")


def _origin(case: Case, person: str) -> str:
    closed = next((step for step in reversed(case.steps) if step.kind == "closed"), None)
    actor = case.outcome_by or (closed.actor if closed else "")
    when = case.outcome_at or (closed.happened_at if closed else None)
    if not actor or when is None:
        return ""
    if actor == person:
        return translate("forms", "You recorded it yourself: somebody else has to review it.")
    text = translate("forms", "Recorded by %1, %2")
    return text.replace("%2", ist.full_text(when)).replace("%1", actor)


def _review(tx: Tx, *, case_id: UUID, text: str) -> None:
    steps.review_outcome(tx, case_id, text=text)
