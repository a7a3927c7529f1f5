"""The small forms about the whole room: who is on duty, the limits of the clocks, an exercise."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from controlroom.casework.calling.directory import STALE_DAYS
from controlroom.casework.ports import Tx
from controlroom.casework.queries import Reader
from controlroom.casework.room import exercises, roomset
from controlroom.domain.clocks import LIMIT_NAMES
from controlroom.domain.shift.duty import ROLES, OnDuty
from controlroom.ui.case import ist
from controlroom.ui.case.kit import button
from controlroom.ui.context import Room
from controlroom.ui.kit.card import Card

translate = QCoreApplication.translate
_LIMITS: Final = {
    "claim": QT_TRANSLATE_NOOP("room", "From the alert to the claim"),
    "first_fix": QT_TRANSLATE_NOOP("room", "From the claim to a first place"),
    "hand_over": QT_TRANSLATE_NOOP("room", "From the place to the hand-over"),
    "sent": QT_TRANSLATE_NOOP("room", "Until a hand-over is sent"),
    "acknowledged": QT_TRANSLATE_NOOP("room", "Until the receiver answers"),
    "with_person": QT_TRANSLATE_NOOP("room", "From the alert to an officer with the person"),
    "with_person_alarm": QT_TRANSLATE_NOOP("room", "Alarm, when nobody is with the person"),
    "gone": QT_TRANSLATE_NOOP("room", "Until the claim of somebody who is gone comes back"),
}
_ROLES: Final = {
    "operator": QT_TRANSLATE_NOOP("room", "operator"),
    "supervisor": QT_TRANSLATE_NOOP("room", "supervisor"),
}
_SOUNDS: Final = {
    "muted": QT_TRANSLATE_NOOP("room", "sound off"),
    "missing": QT_TRANSLATE_NOOP("room", "no sound device"),
}


class SecondsField(QLineEdit):
    """A whole number, of seconds or days."""

    def __init__(self, parent: QWidget, value: int) -> None:
        super().__init__(parent)
        self.setValidator(QIntValidator(0, 1_000_000, self))
        self.setValue(value)

    def setValue(self, value: int) -> None:
        """Show this."""
        self.setText(str(value))

    def value(self) -> float:
        """What is typed; 0 for nothing, which no limit may be."""
        return float(self.text() or 0)


class RoomForm(Card):
    """Saves by one use case, and says here what is wrong."""

    def __init__(self, room: Room, parent: QWidget, *, icon: str, width: int = 520) -> None:
        super().__init__(room, parent, icon=icon, width=width)
        self.back.setText(self.tr("Back"))

    def only_for_supervisors(self) -> None:
        """In a shared room the database takes it from them alone: said before it is typed."""
        self.room.tasks.ask(_roles, done=self._on_roles)

    def _on_roles(self, roles: Sequence[str]) -> None:
        if roles and not {"supervisor", "admin"} & set(roles):
            self.go.setEnabled(False)
            self.say(self.tr("In this room a supervisor does that."), "soon")

    def act(self, use_case: Callable[[Tx], object], *, stays: bool = False) -> None:
        """Do it; the form goes when it is done, unless it stays."""
        self.be_busy(is_busy=True)
        self.room.tasks.act(use_case, done=partial(self._on_done, stays), failed=self.show_fault)

    def _on_done(self, stays: bool, _: object) -> None:
        self.be_busy(is_busy=False)
        if not stays:
            self.accept()


class DutyForm(RoomForm):
    """Who sits in the room now; go on duty, or off."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(room, parent, icon="user-circle-gear")
        self.name_it(self.tr("Who is on duty?"))
        self.explain(
            self.tr(
                "New alerts ring at operators on duty; what is late for long rings at the supervisor too."
            )
        )
        self.roster = QLabel(self)
        self.roster.setWordWrap(True)
        self.who, self.role = QLineEdit(room.person, self), QComboBox(self)
        self.role.addItems([translate("room", str(_ROLES[role])) for role in ROLES])
        self.off = button(self, "quiet")
        self.off.setText(self.tr("Goes off duty"))
        self.go.setText(self.tr("Comes on duty"))
        self.off.clicked.connect(self._go_off)
        row = QHBoxLayout()
        for part in (self.who, self.role, self.off):
            row.addWidget(part, int(part is self.who))
        self.body.addWidget(self.roster)
        self.body.addLayout(row)
        room.state.changed.connect(self._show)
        room.tasks.ask(_roles, done=self._on_own_roles)
        self._show()

    def _on_own_roles(self, roles: Sequence[str]) -> None:
        """In a shared room the database takes what is said of somebody else from a supervisor alone."""
        self.who.setReadOnly(bool(roles) and "supervisor" not in roles)

    @Slot()
    def _show(self) -> None:
        duty = self.room.state.duty
        nobody = self.tr("Nobody is on duty: every desk rings.")
        self.roster.setText("\n".join(map(self._line, duty)) or nobody)
        self.fit()

    def _line(self, one: OnDuty) -> str:
        since = self.tr("since %1").replace("%1", ist.clock_text(one.since, self.room.now()))
        sound = translate("room", str(_SOUNDS[one.sound])) if one.sound in _SOUNDS else ""
        return ", ".join(filter(None, (one.person, translate("room", str(_ROLES[one.role])), since, sound)))

    @Slot()
    def submit(self) -> None:
        """Comes on duty."""
        role = ROLES[self.role.currentIndex()]
        self.act(partial(roomset.go_on_duty, person=self.who.text(), role=role), stays=True)

    @Slot()
    def _go_off(self) -> None:
        self.act(partial(roomset.go_off_duty, person=self.who.text()), stays=True)


class LimitsForm(RoomForm):
    """The limits of the clocks, in seconds, for every desk of the room."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(room, parent, icon="timer", width=600)
        self.name_it(self.tr("Limits of the clocks"))
        self.explain(
            self.tr("They hold for every desk of the room. In a shared room a supervisor sets them.")
        )
        self.go.setText(self.tr("Save"))
        known = asdict(room.state.limits)
        rows = QFormLayout()
        rows.setSpacing(room.tokens.px(8))
        self.fields: dict[str, SecondsField] = {}
        for name in LIMIT_NAMES:
            field = SecondsField(self, round(known[name]))
            self.fields[name] = field
            label = self.tr("%1, in seconds").replace("%1", translate("room", str(_LIMITS[name])))
            rows.addRow(label, field)
        self.days = SecondsField(self, STALE_DAYS)
        self.days.setEnabled(False)  # until it is known what holds now
        rows.addRow(self.tr("Directory entries are to be checked after, in days"), self.days)
        self.body.addLayout(rows)
        room.tasks.ask(_stale_days, done=self._on_days)
        self.only_for_supervisors()

    @Slot()
    def submit(self) -> None:
        """Save what was changed."""
        changes = {name: field.value() for name, field in self.fields.items()}
        days = int(self.days.value()) if self.days.isEnabled() else None
        self.act(partial(_set_limits, changes=changes, days=days))

    def _on_days(self, days: int) -> None:
        self.days.setValue(days)
        self.days.setEnabled(True)


def _stale_days(reader: Reader) -> int:
    return roomset.stale_days_from(reader.room_setting(roomset.DIRECTORY_DAYS))


def _set_limits(tx: Tx, *, changes: dict[str, float], days: int | None) -> None:
    roomset.set_limits(tx, changes)
    if days is not None:
        roomset.set_stale_days(tx, days)


class ExerciseForm(RoomForm):
    """Begin a training night, or end the one that runs."""

    def __init__(self, room: Room, parent: QWidget) -> None:
        super().__init__(room, parent, icon="graduation-cap")
        self.name_it(self.tr("Exercise"))
        self._running = room.state.exercise
        self.only_for_supervisors()
        self.name, self.people, self.every = (
            QLineEdit(self),
            QLineEdit(room.person, self),
            SecondsField(self, 120),
        )
        if self._running is not None:
            text = self.tr("'%1' runs. Its end closes what is left of it; the real night goes on.")
            self.explain(text.replace("%1", self._running.name))
            self.go.setText(self.tr("End the exercise"))
            for part in (self.name, self.people, self.every):
                part.hide()
            return
        self.explain(
            self.tr(
                "Invented alerts come as real ones do. They ring only at who takes part, and never go out."
            )
        )
        self.go.setText(self.tr("Begin"))
        rows = QFormLayout()
        rows.setSpacing(room.tokens.px(8))
        rows.addRow(self.tr("Name"), self.name)
        rows.addRow(self.tr("Who takes part (with a comma)"), self.people)
        rows.addRow(self.tr("%1, in seconds").replace("%1", self.tr("An alert every")), self.every)
        self.body.addLayout(rows)

    @Slot()
    def submit(self) -> None:
        """Begin it, or end it."""
        if self._running is not None:
            self.room.tasks.ask(_open_exercises, done=self._end)
            return
        people = [part.strip() for part in self.people.text().split(",")]
        use_case = partial(
            exercises.start_exercise,
            running=None,
            name=self.name.text(),
            people=people,
            every_s=self.every.value(),
        )
        self.act(use_case)

    def _end(self, cases: Sequence[UUID]) -> None:
        self.act(partial(exercises.end_exercise, running=self._running, open_cases=cases))


def _roles(reader: Reader) -> Sequence[str]:
    """Of the login at this desk; none at a desk alone, where nobody is kept from anything."""
    account = reader.setting("account")
    roles = account.get("roles") if isinstance(account, dict) else None
    return [str(role) for role in roles] if isinstance(roles, list) else []


def _open_exercises(reader: Reader) -> Sequence[UUID]:
    return reader.open_exercises()
