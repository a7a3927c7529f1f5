"""The check-list of the case: a digit ticks an item, Enter writes it down."""

from functools import partial
from typing import ClassVar
from uuid import UUID

from controlroom.casework.checklists import CheckLists, check_off
from controlroom.casework.ports import Tx
from controlroom.casework.rows import CaseView
from controlroom.ui.case.kit import Text
from controlroom.ui.forms.base import Form, UseCase
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.fields import ChipsField, FieldProblem
from controlroom.ui.forms.words import translate
from controlroom.ui.kit.theme import Tokens


class ChecksForm(Form):
    """What is done stays ticked; a mistaken tick is taken back like any other step."""

    name: ClassVar[str] = "checks"

    def make_fields(self) -> None:
        self.items = ChipsField(self, "items", many=True)
        self.trouble = Text(self)
        self.add(self.items)
        self.body.addWidget(self.trouble)

    def retranslate(self) -> None:
        super().retranslate()
        self.items.name_it(translate("forms", "What is done? A digit ticks it."))
        self._offer()

    def fill(self, view: CaseView | None) -> None:
        self._offer()
        self.items.set_text(" ".join(view.case.checks) if view else "")

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.trouble.dress(tokens, "soon", 12)

    def use_case(self) -> UseCase:
        assert self.case_id is not None
        assert self.view is not None
        fresh = tuple(key for key in self.items.chosen() if key not in self.view.case.checks)
        if not fresh:
            raise FieldProblem("items", translate("forms", "Tick at least one more, or go back with Esc."))
        return partial(_check, case_id=self.case_id, items=fresh, lists=self.room.checklists)

    def _offer(self) -> None:
        lists = self.room.checklists
        items = lists.of(self.view.case) if self.view else ()
        self.items.offer([Choice(item.key, item.text(self.room.language)) for item in items])
        self.trouble.put(lists.trouble)


def _check(tx: Tx, *, case_id: UUID, items: tuple[str, ...], lists: CheckLists) -> None:
    check_off(tx, case_id, items=items, lists=lists)
