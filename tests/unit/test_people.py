"""A PIN is never kept, a wrong one waits longer each time, a forgotten one needs a second person."""

from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import uuid4

import pytest

from controlroom.casework.ports import NewEvent, Tx
from controlroom.casework.room import people
from controlroom.casework.room.people import (
    Secret,
    after_right,
    after_wrong,
    clean_pin,
    fits,
    make_secret,
    wait_s,
)
from controlroom.domain.events import audience_of
from controlroom.errors import BadInput

NOW = datetime(2026, 1, 14, 20, 30, tzinfo=UTC)


class Notes:
    """A transaction that only remembers."""

    def __init__(self) -> None:
        self.settings: dict[str, Any] = {}
        self.events: list[NewEvent] = []

    def put_setting(self, name: str, value: Any) -> None:
        self.settings[name] = value

    def append(self, events: list[NewEvent]) -> None:
        self.events += events

    @property
    def tx(self) -> Tx:
        return cast(Tx, self)


def test_that_a_pin_is_known_again_and_never_kept() -> None:
    one, two = make_secret("2580"), make_secret("2580")
    assert fits(one, "2580")
    assert not fits(one, "2581")
    assert one.salt != two.salt
    assert one.digest != two.digest
    notes = Notes()
    people.keep_pins(notes.tx, pins={"S. Khan": one})
    assert "2580" not in str(notes.settings)
    assert people.pins_from(notes.settings["pins"]) == {"S. Khan": one}
    assert people.pins_from(None) == {}


@pytest.mark.parametrize("typed", ["२५८०", " 2580 ", "２５８０"])
def test_that_digits_of_another_keyboard_are_the_same_pin(typed: str) -> None:
    assert clean_pin(typed) == "2580"
    assert fits(make_secret("2580"), typed)


@pytest.mark.parametrize("typed", ["", "258", "1111", "1234", "4321", "qwer", "१२३४", "x" * 65])
def test_that_a_pin_that_is_guessed_at_once_is_not_taken(typed: str) -> None:
    with pytest.raises(BadInput):
        clean_pin(typed)


def test_that_each_wrong_try_makes_the_next_wait_longer() -> None:
    secret, waits = Secret("", ""), []
    for _ in range(12):
        secret = after_wrong(secret, NOW)
        waits.append(wait_s(secret, NOW))
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]
    assert wait_s(secret, NOW + timedelta(seconds=299, microseconds=1)) == 1
    assert wait_s(secret, NOW + timedelta(seconds=300)) == 0
    assert wait_s(after_right(secret), NOW) == 0


def test_that_a_clock_that_was_set_back_locks_nobody_out() -> None:
    assert wait_s(after_wrong(Secret("", ""), NOW), NOW - timedelta(days=400)) == 0


@pytest.mark.parametrize("by", ["", "S. Khan"])
def test_that_a_forgotten_pin_needs_a_second_person(by: str) -> None:
    notes = Notes()
    with pytest.raises(BadInput):
        people.set_pin(notes.tx, room=uuid4(), pins={}, name="S. Khan", change="reset", by=by)
    assert notes.events == []
    assert notes.settings == {}


def test_that_a_new_pin_is_an_event_of_the_room() -> None:
    notes, room = Notes(), uuid4()
    secret = make_secret("2580")
    people.set_pin(notes.tx, room=room, pins={"A": secret}, name="A", change="reset", by="B")
    [event] = notes.events
    assert (event.stream, event.stream_id, event.kind) == ("room", room, "person_changed")
    assert event.body == {"person": "A", "change": "pin-reset", "by": "B"}
    assert audience_of("person_changed") == "room"
    assert secret.digest not in str(event.body)
