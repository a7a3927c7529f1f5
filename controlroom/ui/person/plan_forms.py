"""The plan: made from a template, handed on, a contact moved, ended."""

from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Slot

from controlroom.casework.care import followup
from controlroom.casework.care.personpage import PersonPage
from controlroom.casework.care.plantemplates import Template, Templates
from controlroom.casework.ports import Tx
from controlroom.domain.care.plans import Owner, day_in_india
from controlroom.errors import BadInput
from controlroom.speech import translate
from controlroom.ui.case.kit import Text
from controlroom.ui.forms.choice import Choice
from controlroom.ui.forms.drafting import UseCase
from controlroom.ui.forms.fields import ChipsField, FieldProblem, LineField, WhenField, need
from controlroom.ui.forms.words import translate as form_words
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.person import words
from controlroom.ui.person.form import PersonForm, contact_choices, day_in
from controlroom.wording import care_words

MOST_SHOWN = 12  # counsellors with a chip; others are typed


class OwnedForm(PersonForm):
    """Who keeps in touch: the proposal with its reason, the roster with the load of each, or anybody else."""

    def make_owner(self) -> None:
        """Adds the fields of the owner."""
        self.why = Text(self)
        self.usual = ChipsField(self, "usual")
        self.owner, self.kind = LineField(self, "owner"), ChipsField(self, "kind")
        self.usual.edited.connect(self._on_usual)
        self.body.addWidget(self.why)
        for field in (self.usual, self.owner, self.kind):
            self.add(field)

    def retranslate(self) -> None:
        super().retranslate()
        self.usual.name_it(translate("person", "Who keeps in touch?"))
        self.owner.name_it(translate("person", "Somebody else: a login, an office or a name"))
        self.kind.name_it(translate("person", "Who that is"))
        self.kind.offer(words.choices(care_words.OWNERS))
        self.offer_owners()

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.why.dress(tokens, "moving", 13)

    def refresh(self, view: PersonPage) -> None:
        super().refresh(view)
        self.offer_owners()

    def offer_owners(self) -> None:
        """The one who is proposed first, then the least loaded."""
        if self.view is None:
            return
        choice, loads = self.view.choice, self.view.loads
        today = day_in_india(self.room.now())
        there = sorted(
            self.view.roster,
            key=lambda one: (one.owner != choice.owner, loads.get(one.owner, 0) / one.most, one.key),
        )
        offered = []
        for one in there[:MOST_SHOWN]:
            cover = one.cover_on(today)
            away = "  " + translate("person", "away, %1 covers").replace("%1", cover) if cover else ""
            load = f"{loads.get(one.owner, 0)}/{one.most}"
            offered.append(Choice(_key(one.owner), f"{one.name}  {load}{away}"))
        if all(one.owner != choice.owner for one in there):
            offered.insert(0, Choice(_key(choice.owner), words.owner(choice.owner)))
        self.usual.offer(offered)
        text = translate("person", "Proposed: %1. %2")
        named = {one.owner: one.name for one in self.view.roster}
        who = named.get(choice.owner) or words.owner(choice.owner)
        self.why.put(text.replace("%1", who).replace("%2", words.because(choice)))

    @Slot()
    def _on_usual(self) -> None:
        if self.usual.one():
            self.owner.set_text("")
            self.touch("owner")

    def typed_owner(self) -> Owner | None:
        """Whoever is typed or chosen; None where nobody is."""
        if self.owner.text().strip():
            return Owner(self.kind.one() or "other", self.owner.text().strip())
        chosen = self.usual.one().replace(words.SPACE, " ")
        return Owner(*chosen.split(":", 1)) if chosen else None


def _key(owner: Owner) -> str:
    return ":".join(owner).replace(" ", words.SPACE)


class PlanForm(OwnedForm):
    """A plan from a template: for whoever has none, or anew."""

    name: ClassVar[str] = "care_plan"

    def make_fields(self) -> None:
        self._templates = Templates()
        self.running = Text(self)
        self.template = ChipsField(self, "template", can_be_none=False)
        self.days = Text(self)
        self.start, self.reason = LineField(self, "start"), LineField(self, "reason")
        self.template.edited.connect(self._on_template)
        self.body.addWidget(self.running)
        self.add(self.template)
        self.body.addWidget(self.days)
        self.add_row(self.start, self.reason)
        self.make_owner()

    def retranslate(self) -> None:
        super().retranslate()
        self._save.setText(translate("person", "Begin the plan"))
        self.template.name_it(translate("person", "Which plan?"))
        self.start.name_it(translate("person", "Counted from (else the day the rescue ended)"))
        self.start.say_example("24.11.2026")
        self.reason.name_it(translate("person", "Why (may stay empty)"))
        self._offer()

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.running.dress(tokens, "soon", 13)
        self.days.dress(tokens, "dim", 12)

    def begun(self) -> None:
        is_running = self.view is not None and self.view.person.plan is not None
        text = translate("person", "A plan runs: a new one takes its place, and its contacts are kept.")
        self.running.put(text if is_running else "")
        self.room.tasks.act(_templates, done=self._on_templates)  # an administrator may have written others

    def _on_templates(self, templates: Templates) -> None:
        self._templates = templates
        chosen = self.template.one() or self._draft_of_template()
        self._offer()
        is_minor = self.view is not None and self.view.person.is_minor
        usual = templates.usual(is_minor=is_minor).key if templates.plans else ""
        self.template.set_text(chosen if chosen in templates.plans else usual)
        self._on_template()

    def _draft_of_template(self) -> str:
        known = self.view.drafts.get(f"{self.name}.template", "") if self.view else ""
        return self._typed.get(self.subject_id, {}).get("template", known)

    def _offer(self) -> None:
        language = self.room.language
        plans = self._templates.plans.values()
        self.template.offer([Choice(plan.key, plan.text(language)) for plan in plans])

    @Slot()
    def _on_template(self) -> None:
        chosen = self._templates.plans.get(self.template.one())
        self.days.put(_gaps(chosen) if chosen else "")

    def use_case(self) -> UseCase:
        if not self.person.cases:
            raise BadInput(translate("person", "A plan belongs to a case, and this person has none."))
        return partial(
            _make,
            case_id=self.person.cases[-1].id,
            template=need(self.template, "1-9"),
            start=day_in(self.start),
            owner=self.typed_owner(),
            why=self.reason.text().strip(),
        )


def _gaps(template: Template) -> str:
    """Weeks 1, 2, 4; months 4, 6."""
    signs = {
        "d": translate("person", "Days %1"),
        "w": translate("person", "Weeks %1"),
        "m": translate("person", "Months %1"),
    }
    path = translate("person", "The contacts speak to the guardian.") if template.path == "guardian" else ""
    units = {unit: [gap[:-1] for gap in template.contacts if gap[-1] == unit] for unit in signs}
    told = [signs[unit].replace("%1", ", ".join(gaps)) for unit, gaps in units.items() if gaps]
    return "  ·  ".join(filter(None, (*told, path)))


def _templates(tx: Tx) -> Templates:
    return tx.plan_templates()


def _make(tx: Tx, *, case_id: UUID, **told: Any) -> None:
    followup.make_plan(tx, case_id, **told)


class OwnerForm(OwnedForm):
    """Another owner keeps in touch from now on."""

    name: ClassVar[str] = "care_owner"

    def make_fields(self) -> None:
        self.now = Text(self)
        self.body.addWidget(self.now)
        self.make_owner()
        self.reason = LineField(self, "reason")
        self.add(self.reason)

    def retranslate(self) -> None:
        super().retranslate()
        self._save.setText(translate("person", "Hand the plan on"))
        self.reason.name_it(translate("person", "Why (may stay empty)"))
        self.reason.say_example(translate("person", "on leave; speaks their language"))

    def dress(self, tokens: Tokens) -> None:
        super().dress(tokens)
        self.now.dress(tokens, "dim", 13)

    def begun(self) -> None:
        plan = self.view.person.plan if self.view else None
        text = translate("person", "Now: %1").replace("%1", words.owner(plan.owner)) if plan else ""
        self.now.put(text)

    def use_case(self) -> UseCase:
        _ = self.plan
        owner = self.typed_owner()
        if owner is None:
            text = translate("person", "Choose who keeps in touch, or type the name.")
            raise FieldProblem("usual", text)
        return partial(_hand_on, person_id=self.person_id, owner=owner, reason=self.reason.text())


def _hand_on(tx: Tx, *, person_id: UUID, owner: Owner, reason: str) -> None:
    followup.hand_on(tx, person_id, owner=owner, reason=reason)


class MoveForm(PersonForm):
    """A contact to the day that the person asked for."""

    name: ClassVar[str] = "care_move"

    def make_fields(self) -> None:
        self.which = ChipsField(self, "which", can_be_none=False)
        self.to, self.reason = LineField(self, "to"), LineField(self, "reason")
        for field in (self.which, self.to, self.reason):
            self.add(field)

    def retranslate(self) -> None:
        super().retranslate()
        self.which.name_it(translate("person", "Which contact?"))
        self.to.name_it(translate("person", "To which day"))
        self.to.say_example("24.11.2026")
        self.reason.name_it(translate("person", "Why"))
        self.reason.say_example(translate("person", "an examination; they asked for it"))
        self._offer()

    def _offer(self) -> None:
        plan = self.view.person.plan if self.view else None
        self.which.offer(contact_choices(plan, most=9))

    def fill(self, view: PersonPage | None) -> None:
        self._offer()
        plan = view.person.plan if view else None
        if plan and plan.owed:
            self.which.set_text(plan.owed[0].due.isoformat())

    def use_case(self) -> UseCase:
        due = {one.due.isoformat(): one.due for one in self.plan.owed}.get(self.which.one())
        to = day_in(self.to)
        if due is None:
            raise FieldProblem("which", translate("person", "Choose the contact that is moved."))
        if to is None:
            raise FieldProblem("to", translate("person", "Type the day, for example 24.11.2026."))
        told: dict[str, Any] = {"due": due, "to": to, "reason": self.reason.text()}
        return partial(_move, person_id=self.person_id, **told)


def _move(tx: Tx, *, person_id: UUID, **told: Any) -> None:
    followup.move_contact(tx, person_id, **told)


class EndForm(PersonForm):
    """Nobody keeps in touch by this plan any more: how it ended, why, when."""

    name: ClassVar[str] = "care_end"

    def make_fields(self) -> None:
        self.end = ChipsField(self, "end", can_be_none=False)
        self.reason, self.when = LineField(self, "reason"), WhenField(self, "when", self.room.now())
        self.add(self.end)
        self.add(self.reason)
        self.add(self.when)

    def retranslate(self) -> None:
        super().retranslate()
        self._save.setText(translate("person", "End the plan"))
        self.end.name_it(translate("person", "How did it end?"))
        self.end.offer(words.choices(care_words.ENDS))
        self.reason.name_it(translate("person", "Why (only for those who keep in touch)"))
        self.reason.say_example(translate("person", "to Pune, to her sister; does not want more calls"))
        self.when.name_it(form_words("forms", "When"))
        self.when.say_example(form_words("forms", "now, or earlier: 02:14"))

    def use_case(self) -> UseCase:
        _ = self.plan
        told: dict[str, Any] = {
            "end": need(self.end, "1-6"),
            "reason": self.reason.text(),
            "at": self.when.moment(),
        }
        return partial(_end, person_id=self.person_id, **told)


def _end(tx: Tx, *, person_id: UUID, **told: Any) -> None:
    followup.end_plan(tx, person_id, **told)
