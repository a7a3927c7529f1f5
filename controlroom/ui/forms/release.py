"""Put a case back into the queue."""

from functools import partial
from typing import ClassVar
from uuid import UUID

from controlroom.casework import steps
from controlroom.casework.ports import Tx
from controlroom.ui.forms.base import UseCase
from controlroom.ui.forms.steps import ReasonForm
from controlroom.ui.forms.words import translate


class ReleaseForm(ReasonForm):
    """Nobody holds it any more, and it rings again; the reason may stay empty."""

    name: ClassVar[str] = "release"

    def retranslate(self) -> None:
        super().retranslate()
        self.reason.name_it(translate("forms", "Reason (may stay empty)"))
        self.reason.say_example(translate("forms", "It goes back to the queue and rings again"))

    def usual_reasons(self) -> tuple[str, ...]:
        return (
            translate("forms", "End of the shift"),
            translate("forms", "A more urgent case came in"),
            translate("forms", "Claimed by mistake"),
        )

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        return partial(_release, case_id=self.case_id, reason=self.reason.text().strip())


def _release(tx: Tx, *, case_id: UUID, reason: str) -> None:
    steps.release_case(tx, case_id, reason=reason)
