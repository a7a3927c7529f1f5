"""Somebody who was saved, every word that can be said of them and in their case, and where to look for it."""

import argparse
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from postgres_cluster import environment, find_programs
from sync_house import House, once

from controlroom.casework import figures, steps
from controlroom.casework.arriving import alerts, joins
from controlroom.casework.calling import calls
from controlroom.casework.care import followup, persons
from controlroom.casework.placing import finding
from controlroom.casework.ports import NewEvent
from controlroom.casework.rows import QueueFilter
from controlroom.cli.case.exporting import export
from controlroom.domain.case import Case
from controlroom.domain.derived import case_of_mail
from controlroom.domain.events import CASE
from controlroom.store import Profile
from controlroom.sync.connection import Connection
from controlroom.sync.server.projector import Projector

NAME, PHONE, NOTE, LETTER = "Dhananjaya Wieland", "+919839055512", "Unsagbares Geheimnis", "xylophonweich"
OF_PERSON = (NAME, PHONE, NOTE)
# What each step of the case says: no two alike, so that a leak says where it is from.
SAID = {
    "handle": "wieland.dhananjaya.91",
    "fact": "+919839066613",
    "tried": "Quartettprobe",
    "place": "Brueckenpfeiler",
    "ground": "Zwetschgenhain",
    "note": "Wolkenkuckuck",
    "who": "Onkel Ramsbottom",
    "call": "Pfefferminz",
    "way": "Vetter Habakuk",
    "ref": "Aktennummer4711",
    "sender": "Leutnant Krokus",
    "triage": "Hagebutte",
    "closing": "Schlusslicht",
    "again": "Wiederholung",
}
SECRETS = (*OF_PERSON, LETTER, *SAID.values(), "26.84671", "9839055512", "9839066613", "wieland")
MAIL = f"From: nobody@example.org\n\nThis is invented: {LETTER}, {NAME}, {PHONE}.".encode()
ANSWER = f"From: out@example.org\n\nYour words: {NAME}. We are there.".encode()
DESKS = ("asha", "meera", "sunita", "ravi")


def act(desks: dict[str, Profile], name: str, use_case: Any, *what: Any, **more: Any) -> Any:
    with desks[name].writer.write(actor=name) as tx:
        return use_case(tx, *what, **more)


def share(desks: dict[str, Profile], *names: str) -> None:
    for name in (*names, *names):
        once(desks[name].replica)


def mailed(tx: Any) -> UUID:
    """A case that a mail opened."""
    sha = tx.put_blob(MAIL)
    case = case_of_mail(sha)
    body = {"source": "mail", "mail": sha, "number": tx.next_number(), "text": f"{LETTER} {NAME}"}
    body |= {"subject": LETTER, "sender": PHONE, "hints": [{"kind": "now", "words": LETTER}]}
    point = {"lat": 26.84671, "lon": 80.94621, "text": LETTER, "source": "meta"}
    body["facts"] = {"names": [NAME], "phones": [PHONE], "usernames": [SAID["handle"]], "points": [point]}
    tx.append([NewEvent(CASE, case, "alert_received", body)])
    return case


def worked(tx: Any, case: UUID) -> None:
    """Every step that brings words."""
    steps.claim_case(tx, case)
    steps.triage_case(tx, case, category="attempt", means=SAID["triage"])
    steps.add_fact(tx, case, kind="phones", value=SAID["fact"])
    steps.try_location(tx, case, text=SAID["tried"], source="stf", given_by=SAID["who"])
    steps.place_case(
        tx, case, lat=26.84671, lon=80.94, accuracy_m=9, source="stf", text=SAID["place"], district="Lucknow"
    )
    finding.choose_place(tx, case, at=1, reason=SAID["ground"])
    finding.set_jurisdiction(tx, case, district="Lucknow", thana=SAID["ground"], reason=SAID["ground"])
    steps.add_note(tx, case, text=SAID["note"])
    steps.hand_over(tx, case, to="112", ref=SAID["ref"])
    steps.hand_over(tx, case, to=SAID["way"], ref=SAID["ref"])
    calls.log_call(
        tx, case, who=SAID["who"], phone=PHONE, result="answered", text=SAID["call"], to=SAID["way"]
    )
    steps.take_report(tx, case, step="with-person", sender=SAID["sender"], to="112", ref=SAID["ref"])
    tx.put_letter(uuid4(), case, "x", NAME.encode())
    sha = tx.put_blob(ANSWER)
    tx.connection.execute(
        "INSERT INTO mails (sha, account, folder, kept_at, case_id) VALUES (?, 'a', 'b', 1, ?)",
        (bytes.fromhex(sha), case.bytes),
    )


def same_again(tx: Any, case: UUID) -> UUID:
    """A second call about the same person, joined into the first."""
    other = alerts.add_alert(tx, source="phone", text=SAID["again"], phone=PHONE)
    joins.join_cases(tx, other, case, reason=SAID["again"])
    return other


def known(desks: dict[str, Profile]) -> UUID:
    """Somebody who was saved, spoken with and told of; the plan has ended and the case is closed."""
    case: UUID = act(desks, "asha", mailed)
    act(desks, "asha", worked, case)
    act(desks, "asha", same_again, case)
    act(desks, "asha", steps.record_outcome, case, facts=["reached", "alive"])
    person = persons.person_of_case(case)
    act(desks, "asha", persons.tell_of_person, person, lists={"names": [NAME], "phones": [PHONE]}, words={})
    share(desks, "asha", "meera")
    act(desks, "meera", followup.try_contact, person, result="reached", note=NOTE, minutes=9)
    act(desks, "meera", followup.end_plan, person, end="not-needed", reason="moved to her mother")
    share(desks, "meera", "asha")
    act(desks, "asha", steps.close_case, case, reason=SAID["closing"])
    share(desks, "asha", *DESKS, "farah")
    assert [desks[name].replica.refused_count() for name in DESKS] == [0, 0, 0, 0]
    return case


def everything(desk: Profile) -> str:
    with desk.writer.write(actor="look") as tx:
        names = [
            row[0] for row in tx.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return "\n".join(str(tx.connection.execute(f'SELECT * FROM "{name}"').fetchall()) for name in names)


def dumped(house: House) -> str:
    """The whole database as text, keys too, by PostgreSQL's own tool."""
    done = subprocess.run(
        [str(find_programs() / "pg_dump"), house.server.admin_dsn(house.name)],
        capture_output=True,
        env=environment(),
        check=True,
        timeout=120,
    )
    return done.stdout.decode()


def keys(desk: Profile) -> list[tuple[Any, ...]]:
    with desk.writer.write(actor="look") as tx:
        return tx.connection.execute("SELECT audience, file FROM person_seals ORDER BY 1").fetchall()


def in_sight(text: str, words: tuple[str, ...] = SECRETS) -> list[str]:
    """Which of the words stand there, as said or as a search folds them."""
    text = text.casefold()
    return [one for one in words if one.casefold() in text]


def indexed(house: House) -> None:
    """The server's index of cases, up to now."""
    with Connection.connect(house.server.admin_dsn(house.name), autocommit=True) as admin:
        Projector(admin).run_once()


def found_there(house: House, *words: str) -> list[Any]:
    with house.connect("asha") as connection:
        return connection.execute("SELECT case_id FROM api.search_cases(%s, 9)", (list(words),)).fetchall()


def clear(case: Case) -> tuple[Any, ...]:
    """What an erasure leaves of a case: state, times, outcome, district, and what the figures count."""
    counted = figures.count([case], first=date(2020, 1, 1), last=date(2090, 1, 1))
    times = (case.received_at, case.opened_at, case.claimed_at, case.outcome_at, case.walked)
    kept = (case.number, case.numbers, case.state, case.district, case.category, case.owner, case.arrivals)
    said = [(one.step, one.happened_at, one.at, one.actor) for one in case.reports]
    handed = [(one.happened_at, one.answer, one.answered_at) for one in case.hand_overs]
    return counted, times, kept, said, handed, case.outcome_facts, case.absorbed, case.joined_into


def copied(desk: Profile, number: str, folder: Path) -> str:
    """Everything that `audit export` writes, once it has been checked without the program."""
    options = argparse.Namespace(number=number, folder=folder, person=None, login=desk.login)
    done = export(desk, options)
    check = [sys.executable, "-I", "-S", str(folder / "check_export.py")]
    found = subprocess.run(check, capture_output=True, text=True, timeout=60, check=False)
    assert (found.returncode, done["words_not_opened"] == 0) == (0, done["words"] == "opened"), found.stdout
    texts = [path.read_text("utf-8") for path in sorted(folder.iterdir()) if path.suffix != ".py"]
    return "\n".join([str(done), *texts])


def cases_at(desk: Profile) -> list[UUID]:
    return [row.id for row in desk.reader().queue(QueueFilter(view="all"), limit=99).rows]


def seen_at(desk: Profile, case: UUID) -> Case:
    view = desk.reader().case_view(case)
    assert view is not None
    return view.case
