"""Referrals over a real shared database: who may make them, and that the reason stays with its readers."""

from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from care_house import WISH
from sync_house import House, once
from test_sync_persons import desks, everything, house, person_of, rescued  # noqa: F401

from controlroom.casework.care import followup, persons
from controlroom.casework.care.referring import answer_referral, make_referral
from controlroom.errors import BadInput
from controlroom.store import Profile

SECRET, ANSWER = "Unsagbares Geheimnis", "Vertrauliche Antwort"


def referred(desks: dict[str, Profile]) -> UUID:  # noqa: F811
    """A case whose person the counsellor has referred; both desks have all that they may have."""
    case = rescued(desks["asha"], "asha")
    person = persons.person_of_case(case)
    for name in ("asha", "meera"):
        once(desks[name].replica)
    with desks["meera"].writer.write(actor="meera") as tx:
        followup.say_consent(tx, person, what="referral", is_given=True)
        one, _ = make_referral(tx, person, WISH, to="tele-manas", reason="violence", text=SECRET)
        answer_referral(tx, person, one.id, step="acknowledged", text=ANSWER)
    for name in ("meera", "asha"):
        once(desks[name].replica)
        assert desks[name].replica.refused_count() == 0
    return case


def test_that_an_operator_knows_of_a_referral_and_not_why(
    house: House,  # noqa: F811
    desks: dict[str, Profile],  # noqa: F811
) -> None:
    case = referred(desks)
    person = persons.person_of_case(case)
    seen = {name: person_of(desk, case) for name, desk in desks.items()}
    assert seen["asha"].referrals == seen["meera"].referrals
    assert [one.answer for one in seen["asha"].referrals] == ["acknowledged"]
    assert [row.state for row in desks["asha"].care().waits()] == ["acknowledged"]
    assert (len(seen["meera"].reasons), seen["asha"].reasons) == (2, ())
    told = {name: str(person) for name, person in seen.items()}
    for words in (SECRET, ANSWER, "violence"):
        assert words in told["meera"] and words not in told["asha"]
        assert words not in everything(desks["meera"]), "it lies sealed"
    streams = f"ARRAY['{person}'::uuid], ARRAY[0::bigint], 99"
    asked = (
        "SELECT string_agg(e::text, '') FROM log.events e",
        f"SELECT string_agg(p::text, '') FROM api.pull_streams({streams}) p",
    )
    wanted = "SELECT id FROM log.person_keys WHERE audience = 'counsel'"
    seals = [row[0] for row in house.server.query(wanted, db=house.name)]
    assert seals
    for login in ("asha", "meera"):
        with house.connect(login) as connection:
            answers = [str(connection.execute(one.encode()).fetchone()) for one in asked]
            keys = connection.execute("SELECT key FROM api.person_keys(%s::uuid[])", (seals,)).fetchall()
        assert all("referral_made" in answer and SECRET not in answer for answer in answers)
        assert bool(keys) == (login == "meera")


def test_that_an_operator_refers_nobody_and_a_counsellor_never_without_consent(
    house: House,  # noqa: F811
    desks: dict[str, Profile],  # noqa: F811
    tmp_path: Path,
) -> None:
    case = rescued(desks["asha"], "asha")
    person = persons.person_of_case(case)
    for name in ("asha", "meera"):
        once(desks[name].replica)
    with (
        pytest.raises(BadInput, match="counsellors' and supervisors'"),
        desks["asha"].writer.write(actor="asha") as tx,
    ):
        make_referral(tx, person, WISH, to="tele-manas", reason="crisis")
    with pytest.raises(BadInput, match="Only a supervisor"), desks["meera"].writer.write(actor="meera") as tx:
        make_referral(tx, person, WISH, to="tele-manas", reason="crisis", danger="said so")
    for name, kind in (("asha", "referral_made"), ("meera", "danger_stated")):  # whatever client they use
        with desks[name].writer.write(actor=name) as tx:
            persons.say_of_person(tx, person, kind, {"referral": str(person)})
        once(desks[name].replica)
        assert desks[name].replica.refused_count() == 1
    with house.connect("asha") as connection, pytest.raises(psycopg.Error):
        connection.execute("INSERT INTO log.events (kind) VALUES ('referral_explained')")
