"""The keys of cases: two for one case, one that has not come, one that never will."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID

import pytest
from erasing_house import (
    DESKS,
    NAME,
    PHONE,
    SAID,
    act,
    dumped,
    everything,
    in_sight,
    keys,
    known,
    mailed,
    seen_at,
    share,
    worked,
)
from postgres import Database
from sync_house import PASSWORD, House, once, opened

from controlroom.casework import steps
from controlroom.casework.care import followup, persons, retention
from controlroom.casework.shift import incidents
from controlroom.store import Profile
from controlroom.sync import pull
from controlroom.sync.connection import Connection
from controlroom.sync.joining import join_room
from controlroom.sync.server.people import add_login
from controlroom.wording.event_words import sentence

NIGHT = "Nachtschwarzes"


@pytest.fixture
def house(database: Database) -> House:
    made = House.new(database)
    with Connection.connect(made.server.admin_dsn(made.name), autocommit=True) as admin:
        add_login(admin, "meera", role="counsellor", password=PASSWORD)
        add_login(admin, "farah", role="supervisor", password=PASSWORD)
    return made


@pytest.fixture
def desks(house: House, tmp_path: Path, profile: Path) -> Iterator[dict[str, Profile]]:
    with ExitStack() as stack:
        found = {name: stack.enter_context(opened(tmp_path / name)) for name in (*DESKS, "farah")}
        for name, desk in found.items():
            join_room(desk.replica, house.login(name))
        yield found


@pytest.fixture
def two(house: House, tmp_path: Path, profile: Path) -> Iterator[tuple[Profile, Profile]]:
    """Two desks that are alone until they join."""
    with opened(tmp_path / "one") as one, opened(tmp_path / "other") as other:
        yield one, other


def test_that_two_desks_that_took_one_mail_in_alone_have_one_case_of_two_keys_and_both_are_destroyed(
    house: House, two: tuple[Profile, Profile]
) -> None:
    found = []
    for desk in two:
        with desk.writer.write(actor="local") as tx:
            found.append(mailed(tx))
            steps.add_note(tx, found[-1], text=f"{SAID['note']} {desk.mark}")
    [case, same] = found
    assert case == same
    for desk, login in zip(two, ("sunita", "farah"), strict=True):
        join_room(desk.replica, house.login(login))
    for desk in (*two, *two):
        once(desk.replica)
    for desk in two:
        assert desk.replica.refused_count() == desk.replica.set_aside_count() == 0
        view = desk.reader().case_view(case)
        assert view is not None and len(view.case.alerts) == 1 and len(view.case.notes) == 2
        assert [event.kind for event in view.events].count("alert_received") == 2
        assert view.case.facts.phones == (PHONE,) and not view.case.sealed
        assert len(keys(desk)) == 2
    desks = dict(zip(("sunita", "farah"), two, strict=True))
    act(desks, "sunita", steps.record_outcome, case, facts=["reached", "alive"])
    person = persons.person_of_case(case)
    act(desks, "sunita", followup.end_plan, person, end="not-needed", reason="x")
    act(desks, "sunita", steps.close_case, case)
    act(desks, "sunita", retention.ask_erasure, person, ground="request", reason="her letter")
    share(desks, "sunita", "farah")
    act(desks, "farah", retention.erase_person, person)
    share(desks, "farah", "sunita")
    assert house.server.query("SELECT count(*) FROM log.person_keys", db=house.name) == [(0,)]
    assert in_sight(dumped(house)) == []
    for desk in two:
        assert keys(desk) == [] and in_sight(everything(desk)) == []
        assert seen_at(desk, case).is_erased and seen_at(desk, case).state == "closed"


def test_that_a_case_whose_key_has_not_come_is_shown_and_mends_itself_when_it_comes(
    house: House, desks: dict[str, Profile], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pull, "ASK_AGAIN_S", 0.0)
    case: UUID = act(desks, "asha", mailed)
    act(desks, "asha", worked, case)
    share(desks, "asha")
    house.server.query("CREATE TABLE kept AS SELECT * FROM log.person_keys", db=house.name)
    house.server.query("DELETE FROM log.person_keys", db=house.name)
    share(desks, "ravi")
    there = seen_at(desks["ravi"], case)
    assert there.sealed > 5 and not there.is_erased and not there.unreadable
    assert (there.state, there.owner, there.district) == ("with the person", "asha", "Lucknow")
    assert in_sight(everything(desks["ravi"])) == []
    [noted] = [e for e in desks["ravi"].reader().events(case) if e.kind == "note_added"]
    assert sentence(noted) == "Note (its words cannot be read here yet)"
    house.server.query("INSERT INTO log.person_keys SELECT * FROM kept", db=house.name)
    share(desks, "ravi")
    mended, said = seen_at(desks["ravi"], case), seen_at(desks["asha"], case)
    assert (mended.sealed, mended.notes, mended.facts) == (0, said.notes, said.facts)
    found = desks["ravi"].reader().cards(is_all=True, text=SAID["note"])
    assert [card["id"] for card in found] == [str(case)]


def test_that_a_desk_that_never_had_the_key_learns_that_the_words_were_erased(
    house: House, desks: dict[str, Profile], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pull, "ASK_AGAIN_S", 0.0)
    case: UUID = act(desks, "asha", mailed)
    share(desks, "asha")
    house.server.query("DELETE FROM log.person_keys", db=house.name)
    house.server.query(f"INSERT INTO log.erased SELECT room, '{case}', 1 FROM log.rooms", db=house.name)
    share(desks, "ravi")
    assert seen_at(desks["ravi"], case).is_erased


def test_that_a_word_to_the_supervisor_about_the_case_goes_with_it(
    house: House, desks: dict[str, Profile]
) -> None:
    case = known(desks)
    person = persons.person_of_case(case)
    with desks["asha"].writer.write(actor="asha") as tx:
        number = tx.number_of(case)
        incidents.write_note(tx, text=f"{NIGHT} about {NAME}", number=number, wish="talk")
        incidents.write_note(tx, text="a word about nobody")
    share(desks, "asha", "sunita", "farah", "meera")

    def notes(name: str) -> list[tuple[str, str, bool]]:
        return sorted(
            (n.text, n.number, n.is_erased) for n in desks[name].reader().shift().incident_notes(name)
        )

    said = [("a word about nobody", "", False), (f"{NIGHT} about {NAME}", number, False)]
    assert [notes(name)[0][0] for name in ("asha", "sunita", "farah")] == [f"{NIGHT} about {NAME}"] * 3
    assert notes("sunita") == sorted(said) and notes("meera") == []
    assert NIGHT not in dumped(house) + everything(desks["sunita"]), "it lies sealed"
    assert [("lead" in str(keys(desks[name]))) for name in ("asha", "sunita", "meera")] == [True, True, False]
    act(desks, "sunita", retention.ask_erasure, person, ground="request", reason="her letter")
    share(desks, "sunita", "farah")
    act(desks, "farah", retention.erase_person, person)
    share(desks, "farah", "asha", "sunita")
    for name in ("asha", "sunita", "farah"):
        assert notes(name) == [("", number, True), said[0]], name
        assert NIGHT not in everything(desks[name]) and keys(desks[name]) == []
        assert desks[name].reader().first_broken() is None
    with desks["asha"].writer.write(actor="asha") as tx:
        incidents.write_note(tx, text="and later", number=number)
    assert ("and later", number, False) in notes("asha"), "nothing typed is lost"
