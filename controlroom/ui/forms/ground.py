"""The forms about the ground: report, outcome."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Slot

from controlroom.casework import steps
from controlroom.casework.ports import Tx
from controlroom.casework.rows import CaseView
from controlroom.domain.case import Case
from controlroom.ui.case.kit import Text
from controlroom.ui.case.verdict import verdict
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField, WhenField, need
from controlroom.ui.forms.words import choices, receiver, translate
from controlroom.ui.kit.theme import Tokens
from controlroom.wording import words


class ReportForm(Form):
    """What the ground said, and when it was so there."""

    name: ClassVar[str] = "report"

    def make_fields(self) -> None:
        self.step = ChipsField(self, "step", can_be_none=False)
        self.to = ChipsField(self, "to")
        self.reporter = LineField(self, "from")
        self.ref = LineField(self, "ref")
        self.when = WhenField(self, "when", self.room.now())
        for field in (self.step, self.to, self.reporter, self.ref, self.when):
            self.add(field)

    def retranslate(self) -> None:
        super().retranslate()
        self.step.name_it(translate("forms", "What does the ground say?"))
        self.step.offer(choices(words.REPORTS))
        self.to.name_it(translate("forms", "Whose answer is it?"))
        self._offer_receivers()
        self.ref.name_it(translate("forms", "Their event id or PRV"))
        self.reporter.name_it(translate("forms", "Who says so?"))
        self.reporter.say_example(translate("forms", "PRV 1234, thana Chinhat"))
        self.when.name_it(translate("forms", "Time on the ground"))
        self.when.say_example(translate("forms", "now, or earlier: 02:14"))

    def fill(self, view: CaseView | None) -> None:
        if view is not None:
            after = {
                "handed over": "acknowledged",
                "acknowledged": "en-route",
                "en route": "at-scene",
                "at scene": "with-person",
            }
            self.step.set_text(after.get(view.case.state, ""))
            waiting = [one.to for one in view.case.hand_overs if one.answered_at is None]
            self.to.set_text(waiting[0] if len(set(waiting)) == 1 else "")

    def begun(self) -> None:
        self._offer_receivers()

    def _offer_receivers(self) -> None:
        """Those who have the case; where nobody has it the question is not put."""
        told = dict.fromkeys(one.to for one in self.view.case.hand_overs) if self.view else {}
        self.to.offer([Choice(key, receiver(key)) for key in told])
        self.to.setVisible(bool(told))

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        return partial(
            _report,
            case_id=self.case_id,
            step=need(self.step, "1-5"),
            sender=self.reporter.text().strip(),
            to=self.to.one(),
            ref=self.ref.text().strip(),
            via="phone" if self.to.one() else "",
            at=self.when.moment(),
        )


def _report(tx: Tx, *, case_id: UUID, **told: Any) -> None:
    steps.take_report(tx, case_id, **told)


class OutcomeForm(Form):
    """How it ended, as facts; "saved" is computed from them."""

    name: ClassVar[str] = "outcome"

    def make_fields(self) -> None:
        self.facts = ChipsField(self, "facts", many=True)
        self.not_reached = ChipsField(self, "not_reached")
        self.verdict = Text(self)
        self.when = WhenField(self, "when", self.room.now())
        self.facts.edited.connect(self._on_facts)
        self.not_reached.edited.connect(self._on_not_reached)
        self.add(self.facts)
        self.add(self.not_reached)
        self.body.addWidget(self.verdict)
        self.add(self.when)

    def retranslate(self) -> None:
        super().retranslate()
        self.facts.name_it(translate("forms", "What was found (all that is so)"))
        self.facts.offer(choices(words.OUTCOMES))
        self.not_reached.name_it(translate("forms", "Or not reached, because"))
        self.not_reached.offer(choices(words.NOT_REACHED))
        self.when.name_it(translate("forms", "When"))
        self.when.say_example(translate("forms", "now, or earlier: 02:14"))
        self._judge()

    def fill(self, view: CaseView | None) -> None:
        if view is not None:
            self.facts.set_text(" ".join(view.case.outcome_facts))
            self.not_reached.set_text(view.case.not_reached)

    def begun(self) -> None:
        self._judge()

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self._judge()

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        facts, reason = self.facts.chosen(), self.not_reached.one()
        if not facts and not reason:
            raise FieldProblem(
                "facts",
                translate(
                    "forms",
                    "Say either what was found (reached, alive ...) or why the person was not reached.",
                ),
            )
        return partial(_outcome, case_id=self.case_id, facts=facts, not_reached=reason, at=self.when.moment())

    @Slot()
    def _on_facts(self) -> None:
        if self.facts.chosen() and self.not_reached.one():
            self.not_reached.set_text("")
            self.touch("not_reached")
        self._judge()

    @Slot()
    def _on_not_reached(self) -> None:
        if self.not_reached.one() and self.facts.chosen():
            self.facts.set_text("")
            self.touch("facts")
        self._judge()

    def _judge(self) -> None:
        """What the figures will say, while it is being keyed."""
        base = self.view.case if self.view else Case(UUID(int=0))
        ended = replace(base, outcome_facts=self.facts.chosen(), not_reached=self.not_reached.one())
        text, role = verdict(ended)
        self.verdict.put(text)
        self.verdict.dress(self.room.tokens, role, 13)


def _outcome(tx: Tx, *, case_id: UUID, facts: Sequence[str], not_reached: str, at: datetime | None) -> None:
    steps.record_outcome(tx, case_id, facts=facts, not_reached=not_reached, at=at)
