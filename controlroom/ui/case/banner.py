"""The banners under the header: what must be known before anything else is done with this case."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from controlroom.domain.case import Case
from controlroom.ui.case.kit import Text, button
from controlroom.ui.case.known_person import is_to_be_said, known_text
from controlroom.ui.case.mail_reasons import is_unread, reason_text
from controlroom.ui.case.sight import Sight, safe_text
from controlroom.ui.kit.theme import Tokens, mixed
from controlroom.ui.shared.claims import lost_claim, lost_text
from controlroom.wording.shared_kinds import pairing_text

translate = QCoreApplication.translate


class Banner(QFrame):
    """One sentence with at most two things to do about it. `asked` names the step."""

    asked = Signal(str)

    def __init__(self, parent: QWidget, role: str, steps: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._role = role
        self._text = Text(self)
        self.steps: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(2)
        column.addWidget(self._text)
        row = QHBoxLayout()
        row.setSpacing(4)
        for step in steps:
            made = button(self, "quiet")
            made.clicked.connect(self._on_clicked)
            self.steps[step] = made
            row.addWidget(made)
        row.addStretch()
        if steps:
            column.addLayout(row)
        self.hide()

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        accent = tokens.color(self._role)
        ground = mixed(accent, tokens.panel, 0.10)
        self.setStyleSheet(
            f"QFrame#banner {{ background: {ground}; border: none; border-left: 3px solid {accent}; }}"
        )
        self._text.dress(tokens, "text", 13)

    def put(self, text: str) -> None:
        """Say this, or nothing."""
        self._text.put(text)
        self.setVisible(bool(text))

    def offer(self, is_so: bool) -> None:
        """Whether there is something to do about it."""
        for made in self.steps.values():
            made.setVisible(is_so)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        for step, made in self.steps.items():
            if made is sender:
                self.asked.emit(step)


class Banners(QWidget):
    """All of them, each hidden while it has nothing to say."""

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.exercise = Banner(self, "follow")
        self.erased = Banner(self, "dim")  # nobody has to do anything
        self.sealed, self.quarantine = Banner(self, "soon"), Banner(self, "soon")
        self.contradicts = Banner(self, "act")
        self.joined = Banner(self, "moving", ("open_joined", "split"))
        self.known = Banner(self, "act", ("known", "not_known"))
        self.proposal = Banner(self, "moving", ("join", "decline"))
        self.closing = Banner(self, "soon", ("review", "reopen"))
        self.draft = Banner(self, "focus", ("resume",))
        self.taken, self.refused = Banner(self, "soon"), Banner(self, "act")
        self.all = (
            self.exercise,
            self.erased,
            self.sealed,
            self.known,
            self.contradicts,
            self.quarantine,
            self.taken,
            self.refused,
            self.joined,
            self.proposal,
            self.closing,
            self.draft,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for banner in self.all:
            banner.asked.connect(self.asked)
            column.addWidget(banner)

    def dress(self, tokens: Tokens) -> None:
        """Another look."""
        for banner in self.all:
            banner.dress(tokens)

    def retranslate(self, join_key: str, known_key: str) -> None:
        """The buttons in the language of the moment."""
        join = translate("case", "Join")
        self.proposal.steps["join"].setText(f"{join}  {join_key}".rstrip())
        self.proposal.steps["decline"].setText(translate("case", "Not the same"))
        known = translate("case", "It is this person")
        self.known.steps["known"].setText(f"{known}  {known_key}".rstrip())
        self.known.steps["not_known"].setText(translate("case", "Somebody else"))
        self.joined.steps["open_joined"].setText(translate("case", "Open it"))
        self.joined.steps["split"].setText(translate("case", "Take apart"))
        self.closing.steps["review"].setText(translate("case", "Review"))
        self.closing.steps["reopen"].setText(translate("case", "Go on with the case"))
        self.draft.steps["resume"].setText(translate("case", "Go on with it"))

    def show_sight(self, sight: Sight, unsaved: tuple[str, ...]) -> None:
        """What holds now. `unsaved`: the titles of forms with something typed."""
        case = sight.case
        text = translate(
            "case", "EXERCISE: invented. Nobody is in danger, and nothing of it leaves the room."
        )
        self.exercise.put(text if case.is_exercise else "")
        text = translate(
            "case", "The words of this case were erased. What was done, when, and how it ended is left."
        )
        self.erased.put(text if case.is_erased else "")
        self.sealed.put(_sealed(case))
        why = safe_text(reason_text(case.quarantined))
        text = translate("case", "The mail could not be read in full: %1. Read the original in the tab Mail.")
        if not is_unread(case.quarantined):
            text = translate("case", "This mail needs you: %1.")
        self.quarantine.put(text.replace("%1", why) if why else "")
        contradicts = any(alert.authenticity == "contradicts" for alert in case.alerts)
        text = translate("case", "The mail contradicts itself and may be forged. Let a second person look.")
        self.contradicts.put(text if contradicts else "")
        self.taken.put(_taken(sight) if case.is_open else "")
        self.refused.put(_refused(sight))
        text = translate("case", "Joined into %1: work on that one.")
        self.joined.put(text.replace("%1", case.joined_into_number) if case.joined_into else "")
        self.proposal.put(_proposed(sight) if case.is_open else "")
        self.known.put(known_text(sight) if case.is_open else "")
        self.known.offer(is_to_be_said(sight))
        self.closing.put(_closing(sight) if case.is_closing else "")
        text = translate("case", "Typed and not saved: %1")
        self.draft.put(text.replace("%1", ", ".join(unsaved)) if unsaved else "")
        self.setVisible(any(not banner.isHidden() for banner in self.all))


def _sealed(case: Case) -> str:
    """Whether there are words that cannot be read here yet."""
    if case.is_erased or not case.sealed:
        return ""
    text = translate(
        "case", "Steps that cannot be read here yet: %1. Their key has not come; it is asked for."
    )
    return text.replace("%1", str(case.sealed))


def _closing(sight: Sight) -> str:
    """Who wants to close it and why; it is not closed yet."""
    case = sight.case
    who = next((step.actor for step in reversed(case.steps) if step.kind == "closed"), "")
    text = translate(
        "case",
        "%1 wants to close this with nobody at the person: %2. It is open until a second person agrees.",
    )
    return text.replace("%2", sight.words(case.close_reason) or "-").replace("%1", who)


def _taken(sight: Sight) -> str:
    lost = lost_claim(sight.view, sight.person)
    return lost_text(lost, sight.clock(lost.event.at)) if lost else ""


def _refused(sight: Sight) -> str:
    """Told until the same kind of step was done again."""
    ours = [event for event, _ in sight.view.refused if event.actor == sight.person]
    done = {event.kind: event.at for event in sight.view.events if event.actor == sight.person}
    left = sum(event.kind not in done or done[event.kind] < event.at for event in ours)
    text = translate("case", "Refused steps of yours: %1. The log says why; a click there does one again.")
    return text.replace("%1", str(left)) if left else ""


def _proposed(sight: Sight) -> str:
    proposals = sight.case.proposals
    if not proposals:
        return ""
    text = pairing_text(proposals[0])
    if len(proposals) > 1:
        more = translate("case", "%1 more like it.").replace("%1", str(len(proposals) - 1))
        text = f"{text} {more}"
    return text
