"""The head of the case pane: which case, how old, how urgent, whose, how far, and the one next step."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.casework.room.sharing import Present
from controlroom.domain.triage import next_step, priority_of
from controlroom.ui.case import ist
from controlroom.ui.case.banner import Banners
from controlroom.ui.case.clock_chips import ClockChips
from controlroom.ui.case.kit import FlowBox, Sign, Text, button, tip
from controlroom.ui.case.ladder import Ladder
from controlroom.ui.case.sight import Sight
from controlroom.ui.kit import icons
from controlroom.ui.kit.theme import Tokens, mixed
from controlroom.ui.shared.sharing_words import people_text, unshared_text
from controlroom.wording import words

translate = QCoreApplication.translate


class Header(QWidget):
    """`asked` names a step: "next" from the button, others from the banners."""

    asked = Signal(str)

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._sight: Sight | None = None
        self._key = ""
        self._is_busy = self._is_short = False
        self.number, self.age = Text(self, wrap=False), Text(self, wrap=False)
        self.chip, self.owner = Text(self, wrap=False), Text(self, wrap=False)
        self.source, self.genuine = Text(self, wrap=False), Text(self, wrap=False)
        self.own_number = Text(self, wrap=False)
        self.people, self.unshared = Sign(self), Sign(self)
        self.ladder = Ladder(self, tokens)
        self.primary = button(self, "primary")
        self.done = Text(self)
        self.clocks = ClockChips(self, tokens)
        self.banners = Banners(self)
        self.primary.clicked.connect(self._on_primary)
        self.banners.asked.connect(self.asked)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.number)
        top.addWidget(self.own_number)
        top.addStretch()
        top.addWidget(self.age)
        self._marks = FlowBox(self, 10)
        self._marks.fill((self.chip, self.source, self.genuine, self.owner))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(top)
        self._around = FlowBox(self, 12)
        self._around.fill((self.people, self.unshared))
        for part in (
            self._marks,
            self._around,
            self.ladder,
            self.banners,
            self.primary,
            self.done,
            self.clocks,
        ):
            column.addWidget(part)

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        self._tokens = tokens
        self.number.dress(tokens, "text", 15, bold=True)
        self.source.dress(tokens, "dim", 12)
        self.own_number.dress(tokens, "dim", 12)
        for sign in (self.people, self.unshared):
            sign.dress(tokens)
        self.done.dress(tokens, "dim", 13)
        self.primary.setMinimumHeight(tokens.px(38))
        self.primary.setIconSize(QSize(tokens.px(18), tokens.px(18)))
        for part in (self.ladder, self.clocks, self.banners):
            part.dress(tokens)
        if self._sight is not None:
            self.show_sight(self._sight, self._unsaved)

    def retranslate(self, next_key: str, join_key: str, known_key: str) -> None:
        """Words that stand in it whatever is shown."""
        self._key = next_key
        self.banners.retranslate(join_key, known_key)

    _unsaved: tuple[str, ...] = ()

    def show_sight(self, sight: Sight, unsaved: tuple[str, ...]) -> None:
        """The case as it is now."""
        self._sight, self._unsaved = sight, unsaved
        case = sight.case
        self.number.put(case.number)
        self.number.setToolTip(tip(", ".join(case.numbers)))
        self.own_number.put(own_number(case.number, case.numbers))
        self._show_marks(sight)
        self.ladder.show_case(case, sight.now)
        self._show_next(sight)
        self.clocks.show_clocks(sight.view.clocks, sight.now)
        self.banners.show_sight(sight, unsaved)
        self.banners.setHidden(self._is_short or self.banners.isHidden())
        self.tick(sight.now)

    def show_around(self, others: Sequence[Present], *, is_unshared: bool) -> None:
        """Who else is in it, and whether something of it is only on this desk."""
        is_typed_in = any(one.is_typing for one in others)
        self.people.put(
            people_text(others), "pencil-simple" if is_typed_in else "eye", "focus" if is_typed_in else "dim"
        )
        text = translate("case", "not shared yet") if is_unshared else ""
        self.unshared.put(text, "cloud-slash", "dim")
        self.unshared.setToolTip(tip(unshared_text()))
        self._around.setVisible(bool(others) or is_unshared)

    def set_busy(self, *, is_busy: bool, is_short: bool) -> None:
        """While a form is open its own button is the one to press; `is_short`: it needs the room."""
        self._is_short = is_short
        self.ladder.setHidden(is_short)
        if is_busy != self._is_busy:
            self._is_busy = is_busy
            if self._sight is not None:
                self._show_next(self._sight)

    def tick(self, now: datetime) -> None:
        """A second has gone by."""
        if self._sight is None:
            return
        case = self._sight.case
        if case.received_at is not None:
            end = now if case.is_open else (case.last_at or now)
            self.age.put(ist.age_text(end - case.received_at))
            self.age.setToolTip(tip(ist.full_text(case.received_at)))
        role = "dim" if not case.is_open else "text"
        self.age.dress(self._tokens, role, 22)
        self.clocks.tick(now)

    def _show_marks(self, sight: Sight) -> None:
        case, tokens = sight.case, self._tokens
        role = words.priority_role(priority_of(case)) if case.is_open else "off"
        self.chip.put(words.category(case.category))
        colour = tokens.color(role)
        self.chip.dress(tokens, role, 12, bold=True)
        self.chip.setStyleSheet(
            f"color: {colour}; background: {mixed(colour, tokens.panel, 0.16)};"
            f" border-radius: {tokens.px(4)}px; padding: {tokens.px(2)}px {tokens.px(8)}px;"
        )
        self.chip.setToolTip(tip(words.word(words.PRIORITIES, str(priority_of(case)))))
        first = case.alerts[0] if case.alerts else None
        places = [
            words.platform(case.platform) if case.platform else "",
            words.source(first.source) if first else "",
        ]
        exercise = translate("case", "exercise") if case.is_exercise else ""
        self.source.put(", ".join(filter(None, (*places, exercise))))
        label = first.authenticity if first else ""
        self.genuine.put(words.authenticity(label) if label else "")
        self.genuine.dress(tokens, words.role(words.AUTHENTICITY, label), 12)
        self.genuine.setToolTip(tip(first.why if first else ""))
        self.owner.put(owner_text(case.owner, sight.person))
        self.owner.dress(tokens, "text" if case.owner == sight.person else "dim", 12)

    def _show_next(self, sight: Sight) -> None:
        step = "" if sight.why_not_next else next_step(sight.case)
        self.primary.setVisible(bool(step) and not self._is_busy)
        text = words.next_step(step)
        self.primary.setText(f"{text[:1].upper()}{text[1:]}     {self._key}".rstrip() if step else "")
        if step:
            icon = words.icon(words.NEXT_STEPS, step) or "skip-forward"
            self.primary.setIcon(icons.icon(icon, self._tokens.on_accent))
        nothing = translate("case", "Nothing is left to do here.")
        self.done.put("" if step or sight.case.joined_into else sight.why_not_next or nothing)
        self.done.setAlignment(Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_primary(self) -> None:
        self.asked.emit("next")


def own_number(number: str, numbers: Sequence[str]) -> str:
    """The number that a desk alone gave it, once the room has given its own."""
    other = next((one for one in numbers if one != number), "")
    return translate("case", "was %1").replace("%1", other) if other else ""


def owner_text(owner: str, person: str) -> str:
    """Who holds the case."""
    if not owner:
        return translate("case", "nobody has claimed it")
    if owner == person:
        return translate("case", "claimed by you")
    return translate("case", "claimed by %1").replace("%1", owner)
