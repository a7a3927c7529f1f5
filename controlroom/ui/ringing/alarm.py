"""What rings at this desk, and what is seen of the sound: its chip, and the frame that blinks unheard."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from controlroom.casework.ports import Health
from controlroom.casework.room import roomset
from controlroom.casework.room.fetching import ROOM_MAIL, mail_of_room
from controlroom.casework.room.mailway import MailFault, that_hold
from controlroom.casework.room.ringing import ring_at
from controlroom.casework.room.sharing import Link
from controlroom.errors import Sentence
from controlroom.speech import sentence
from controlroom.ui.context import Room
from controlroom.ui.ringing.frame import Frame
from controlroom.ui.ringing.sound import Ringer
from controlroom.ui.status.situation import Situation
from controlroom.ui.status.strip import ROOM_TEST_MAIL, SENDING, TEST_MAIL, StatusStrip

translate = QCoreApplication.translate
_NOT_OF_ROOM = Health(ROOM_MAIL, "off", "")  # nobody has said that they fetch mail for this room


class Alarm(QObject):
    """Between the room, the ringer, the strip and the frame. Main thread only.

    It hangs on the room's tick and on no window: a dialog over the window, modal or not, stops nothing.
    """

    mail_told = Signal(object)  # why no mail comes, "" while it does: a str that may be a Sentence

    def __init__(self, room: Room, ringer: Ringer, strip: StatusStrip, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._ringer, self._strip, self._frame = room, ringer, strip, frame
        self._situation = Situation()
        self._faults: tuple[MailFault, ...] = ()
        self._fetches_here, self._room_mail = False, _NOT_OF_ROOM
        room.tick.connect(self._on_tick)
        room.state.changed.connect(self._on_state)
        room.sharing.link_changed.connect(self._show_link)
        ringer.changed.connect(self.show_sound)
        ringer.changed.connect(self._tell_room)

    def show_health(self, health: Health) -> None:
        """How the intake is: shown, and heard where it is down. That mails do not arrive is said, too."""
        if health.name == TEST_MAIL and health.state == "down":
            self._room.say(sentence(health.text), "error")
        self._fetches_here |= health.name not in (SENDING, TEST_MAIL)
        self._strip.show_health(health)
        self._ringer.show_health(health)
        self.mail_told.emit(self._strip.mail_fault)

    def _show_faults(self, now: datetime) -> None:
        """What another desk has found out about the mails: said once, and shown until they arrive again."""
        faults = that_hold(self._room.state.faults, now)
        for fault in faults:
            if fault.mailbox not in {one.mailbox for one in self._faults}:
                self._room.say(sentence(fault.text), "error")
        self._faults = faults
        state, text = ("down", faults[0].text) if faults else ("off", "")
        self._strip.show_health(Health(ROOM_TEST_MAIL, state, text, last_error=text))

    @Slot(object)
    def _show_link(self, link: Link) -> None:
        """Whether anybody fetches the room's mail, as those say who do: a desk hears when nobody does now."""
        health = self._of_room(link)
        if health == self._room_mail:
            return
        was_unfetched, self._room_mail = self._is_unfetched, health
        self._strip.show_health(health)
        self.mail_told.emit(self._strip.mail_fault)
        if self._is_unfetched != was_unfetched:
            if self._is_unfetched:
                self._room.say(sentence(health.text), "error")
            self._look(self._room.now())

    def _of_room(self, link: Link) -> Health:
        told, is_known = mail_of_room(link.intakes), link.state in ("connected", "behind")
        if told is None or (self._fetches_here and not is_known):
            return _NOT_OF_ROOM
        if is_known:
            return told
        text = Sentence("Whether the room's mail is fetched is not known while the shared database is away.")
        return replace(told, state="late", text=text)

    @property
    def _is_unfetched(self) -> bool:
        return self._room_mail.state == "down"

    def show_situation(self, now: Situation) -> None:
        """What is open."""
        self._situation = now
        self._look(self._room.now())

    @Slot(str)
    def show_sound(self, state: str) -> None:
        """Whether a ring can be heard, in the language of the moment."""
        text, role, icon, tip = {
            "ok": (translate("MainWindow", "Sound"), "text", "speaker-high", ""),
            "muted": (translate("MainWindow", "Sound off"), "soon", "speaker-slash", ""),
            "missing": (
                translate("MainWindow", "No sound"),
                "soon",
                "speaker-x",
                translate("MainWindow", "No sound device: look at the screen"),
            ),
        }[state]
        self._strip.show_sound(text, role, icon, tip)

    @Slot()
    def _on_state(self) -> None:
        self._look(self._room.now())
        self._show_faults(self._room.now())
        self._tell_room()

    @Slot()
    def _tell_room(self) -> None:
        """Who is on duty and would hear nothing: the room knows it, and the supervisor hears instead."""
        person, sound = self._room.person, self._ringer.state
        known = next((one.sound for one in self._room.state.duty if one.person == person), sound)
        if known != sound:
            self._room.tasks.act(partial(roomset.note_sound, person=person, sound=sound))

    @Slot(object)
    def _on_tick(self, now: datetime) -> None:
        self._look(now)
        if self._faults != that_hold(self._faults, now):
            self._show_faults(now)
        is_unheard = self._ringer.is_due and self._ringer.state != "ok"
        self._frame.blink(self._room.tokens.act, is_on=is_unheard)

    def _look(self, now: datetime) -> None:
        state = self._room.state
        ring = ring_at(
            self._room.person,
            self._situation.rows,
            state.duty,
            now,
            exercise=state.exercise,
            reliefs=state.reliefs,
            faults=state.faults,
            is_unfetched=self._is_unfetched,
            is_alone=self._room.sharing.is_alone,
        )
        self._ringer.show_ring(ring)
