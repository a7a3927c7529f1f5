"""Who may sit down and who may unlock: by the PIN at a desk alone, else by the password. Main thread only."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any, Literal
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from controlroom.casework.queries import Reader
from controlroom.casework.room import people
from controlroom.casework.room.people import Secret
from controlroom.ui.context import Room
from controlroom.ui.outside import Outside

Answer = Callable[[bool, int], None]  # (was it right, seconds until the next try)


class Door(QObject):
    """Keeps the verifiers, and counts wrong tries. `opened` once they are read."""

    opened = Signal()

    def __init__(self, room: Room, outside: Outside, parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._outside = room, outside
        self._pins: Mapping[str, Secret] = {}
        self._password = Secret("", "")  # only its wrong tries are counted
        self.account: Mapping[str, Any] = {}  # of the shared room, as the profile keeps it
        self._room_id: UUID | None = None
        self.lock_minutes: int | None = None

    def begin(self) -> None:
        """Read what is kept."""
        self._room.tasks.ask(_read, done=self._on_read, key="door")

    def kind_of(self, name: str) -> Literal["", "pin", "password"]:
        """What this person is asked for; "" for nothing, until a PIN is set."""
        if self.login and name == self.login and self._outside.is_password is not None:
            return "password"
        return "pin" if name in self._pins else ""

    @property
    def login(self) -> str:
        """Whose this profile is in the shared room, or ""."""
        return self._room.sharing.link.login or str(self.account.get("login") or "")

    def with_pin(self) -> list[str]:
        """Everybody who has a PIN here."""
        return sorted(self._pins)

    def wait_s(self, name: str) -> int:
        """Seconds until this person's next try."""
        secret = self._password if self.kind_of(name) == "password" else self._pins.get(name)
        return people.wait_s(secret, _now()) if secret is not None else 0

    def knock(self, name: str, typed: str, answer: Answer) -> None:
        """Was that right? A wrong one makes the next wait longer."""
        kind, wait = self.kind_of(name), self.wait_s(name)
        if wait or not kind:
            _tell(answer, not wait, wait)
            return
        is_password = self._outside.is_password
        if kind == "password" and is_password is not None:
            check = partial(is_password, typed)
        else:
            check = partial(people.fits, self._pins[name], typed)
        self._room.tasks.work(check, done=partial(self._on_checked, name, answer))

    def set_pin(self, name: str, pin: str, *, change: str, by: str = "", done: Callable[[], None]) -> None:
        """Keep a verifier of this PIN, and write down that it was set."""
        self._room.tasks.work(
            partial(people.make_secret, pin), done=partial(self._on_made, name, change, by, done)
        )

    def note_sat_down(self, name: str) -> None:
        """Somebody else acts from now on."""
        if self._room_id is not None:
            self._room.tasks.act(partial(people.sat_down, room=self._room_id, name=name))

    def _on_checked(self, name: str, answer: Answer, is_right: bool) -> None:
        count = people.after_right if is_right else partial(people.after_wrong, now=_now())
        if self.kind_of(name) == "password":
            self._password = count(self._password)
        else:
            before = self._pins[name]
            self._pins = {**self._pins, name: count(before)}
            if self._pins[name] != before:
                self._room.tasks.act(partial(people.keep_pins, pins=self._pins))
        _tell(answer, is_right, self.wait_s(name))

    def _on_made(self, name: str, change: str, by: str, done: Callable[[], None], secret: Secret) -> None:
        if self._room_id is None:
            return
        self._pins = {**self._pins, name: secret}
        use_case = partial(
            people.set_pin, room=self._room_id, pins=self._pins, name=name, change=change, by=by
        )
        self._room.tasks.act(use_case, done=partial(_then, done))

    def _on_read(self, kept: tuple[Any, Any, Any, Any]) -> None:
        pins, minutes, identity, account = kept
        self._pins = people.pins_from(pins)
        self.lock_minutes = minutes if isinstance(minutes, int) else None
        self._room_id = UUID(str(identity["room"])) if isinstance(identity, dict) else None
        self.account = account if isinstance(account, dict) else {}
        self.opened.emit()


def _read(reader: Reader) -> tuple[Any, Any, Any, Any]:
    names = (people.SETTING, "lock_minutes", "identity", "account")
    pins, minutes, identity, account = map(reader.setting, names)
    return pins, minutes, identity, account


def _tell(answer: Answer, is_right: bool, wait: int) -> None:
    """Unless the form that asked is gone."""
    owner = getattr(getattr(answer, "func", answer), "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        answer(is_right, wait)


def _then(done: Callable[[], None], nothing: object) -> None:
    done()


def _now() -> datetime:
    return datetime.now(UTC)
