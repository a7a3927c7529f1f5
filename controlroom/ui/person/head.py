"""The head of the page: who, whether somebody keeps in touch, who spoke with them last. Main thread only."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Plan, Standing, standing_of
from controlroom.ui.case import ist
from controlroom.ui.case.kit import FlowBox, Narrow, Sign, Text
from controlroom.ui.case.sight import safe_text
from controlroom.ui.kit.theme import Tokens
from controlroom.ui.person import words
from controlroom.ui.person.lines import PageSight
from controlroom.ui.person.plan_line import PlanLine

translate = QCoreApplication.translate


class PageHead(Narrow):
    """Name and numbers, three sentences, and the plan as a line."""

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent)
        self.name, self.numbers = Text(self), Text(self, wrap=False)
        self.state, self.owner, self.last = Sign(self), Sign(self), Sign(self)
        self.minor, self.consent = Sign(self), Sign(self)
        self.plan = PlanLine(self, tokens)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.name, 1)
        top.addWidget(self.numbers)
        signs = FlowBox(self, 20)
        signs.fill((self.minor, self.state, self.owner, self.last, self.consent))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(signs)
        column.addWidget(self.plan)
        self.numbers.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self.name.dress(tokens, "text", 22, bold=True)
        self.numbers.dress(tokens, "dim", 13)
        for sign in (self.state, self.owner, self.last, self.minor, self.consent):
            sign.dress(tokens)

    def show_sight(self, sight: PageSight) -> None:
        """The person as they may be shown now."""
        person, plan = sight.person, sight.page.person.plan
        unnamed = translate("person", "Nobody knows the name yet")
        shown = person.names if sight.is_revealed else person.names[:1]
        self.name.put(safe_text("  /  ".join(shown)) or unnamed)
        self.numbers.put(", ".join(case.number for case in reversed(person.cases[-3:])))
        child = translate("person", "under 18") if person.is_minor else ""
        self.minor.put(child, "baby", "soon")
        self.state.put(*(_state(plan, sight.now) if person.erased_at is None else _erased(person.erased_at)))
        keeps = translate("person", "%1 keeps in touch")
        self.owner.put(
            keeps.replace("%1", safe_text(words.owner(plan.owner))) if plan else "", "user-circle", "text"
        )
        self.last.put(*_last(person, sight.now))
        self.consent.put(*_consent(person))
        self.plan.show_plan(plan, sight.now)


def _state(plan: Plan | None, now: datetime) -> tuple[str, str, str]:
    """What is to be done, in the words and the colour of the board."""
    if plan is None:
        return translate("person", "No plan runs"), "calendar-x", "dim"
    found = standing_of(plan, now)
    if found.overdue:
        text = translate("person", "Overdue since %1")
        return text.replace("%1", words.day(found.overdue[0])), "warning", "act"
    if found.is_due_today:
        return translate("person", "To be spoken with today"), "phone-call", "soon"
    return _calm(found)


def _erased(at: datetime) -> tuple[str, str, str]:
    text = translate("person", "What was kept was erased on %1")
    return text.replace("%1", ist.full_text(at)), "eraser", "dim"


def _calm(found: Standing) -> tuple[str, str, str]:
    if found.first in ("due", "late"):
        is_late = found.first == "late"
        late = translate("person", "First contact is late")
        text = late if is_late else translate("person", "First contact is due")
        return text, "phone-call", "act" if is_late else "soon"
    if found.next_due is None:
        return translate("person", "Every contact was made"), "check-circle", "safe"
    text = translate("person", "Next on %1").replace("%1", words.day(found.next_due))
    return text, "calendar-check", "follow"


def _last(person: Person, now: datetime) -> tuple[str, str, str]:
    last = person.last_contact
    if last is None:
        return translate("person", "Nobody has spoken with them since"), "chat-circle", "soon"
    text = translate("person", "Last spoken with: %1, %2")
    told = text.replace("%1", ist.clock_text(last[0], now)).replace("%2", safe_text(last[1]))
    return told, "chat-circle", "text"


def _consent(person: Person) -> tuple[str, str, str]:
    agreed = person.consents_to("follow-up")
    if agreed is None:
        return translate("person", "Not asked whether they agree"), "question", "dim"
    if agreed:
        return translate("person", "Agrees to follow-up"), "check-circle", "safe"
    return translate("person", "No longer agrees to follow-up"), "prohibit", "act"
