"""A login whose role changes: a wider one fetches what was hidden, a narrower one is told what to do."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from postgres import Database
from sync_house import PASSWORD, House, new_alert, once, opened

from controlroom.casework.ports import NewEvent
from controlroom.domain.events import CASE
from controlroom.errors import BadInput
from controlroom.store import Profile
from controlroom.sync.connection import Connection
from controlroom.sync.joining import join_room
from controlroom.sync.server.people import add_login


@pytest.fixture
def house(database: Database) -> House:
    return House.new(database)


@pytest.fixture
def desks(house: House, tmp_path: Path, profile: Path) -> Iterator[tuple[Profile, Profile]]:
    with opened(tmp_path / "asha") as asha, opened(tmp_path / "ravi") as ravi:
        join_room(asha.replica, house.login("asha"))
        join_room(ravi.replica, house.login("ravi"))
        yield asha, ravi


def _give_role(house: House, login: str, role: str) -> None:
    with Connection.connect(house.server.admin_dsn(house.name), autocommit=True) as admin:
        add_login(admin, login, role=role, password=PASSWORD)


def _opened_by_ravi(ravi: Profile) -> UUID:
    case = new_alert(ravi)
    with ravi.writer.write(actor="ravi") as tx:
        tx.append(
            [NewEvent(CASE, case, "case_opened", {}), NewEvent(CASE, case, "note_added", {"text": "x"})]
        )
    once(ravi.replica)
    return case


def _kinds(desk: Profile, case: UUID) -> list[str]:
    with desk.writer.write(actor="look") as tx:
        return [event.kind for event in tx.events(case)]


def test_that_a_wider_role_fetches_what_was_hidden(house: House, desks: tuple[Profile, Profile]) -> None:
    asha, ravi = desks
    case = _opened_by_ravi(ravi)
    once(asha.replica)
    assert _kinds(asha, case) == ["alert_received", "note_added"]
    _give_role(house, "asha", "supervisor")
    once(asha.replica)
    assert _kinds(asha, case) == ["alert_received", "case_opened", "note_added"]
    account = asha.replica.account()
    assert account is not None and account.roles == ("supervisor",)
    assert asha.replica.unread() == []


def test_that_a_narrower_role_is_told_what_to_do(house: House, desks: tuple[Profile, Profile]) -> None:
    asha, ravi = desks
    _give_role(house, "asha", "supervisor")
    once(asha.replica)
    case = new_alert(asha)
    _give_role(house, "asha", "operator")
    with pytest.raises(BadInput, match="reads less than before"):
        once(asha.replica)
    once(ravi.replica)
    assert _kinds(ravi, case) == ["alert_received"], "what waited was pushed first"
