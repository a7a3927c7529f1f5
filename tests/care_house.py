"""A desk with somebody who was saved, services in the directory, a real mail server: for tests of care."""

import email
import email.policy
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import UUID

from receivers import SmtpReceiver

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.calling.directory import Entry
from controlroom.casework.calling.directory_steps import new_key, save_entry
from controlroom.casework.care import followup
from controlroom.casework.care.persons import person_of_case, tell_of_person
from controlroom.casework.care.referring import Wish, make_referral
from controlroom.casework.handing.connectors import add_connector
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Owner
from controlroom.domain.care.referrals import Referral
from controlroom.handover.registry import connector_of
from controlroom.intake.loop import IntakeLoop, Ready
from controlroom.intake.sift import Sift
from controlroom.intake.sources import source_of
from controlroom.mailroom import RECOGNISERS
from controlroom.sendingroom import sending_loop
from controlroom.store import Profile

WISH = Wish(connector_of)
BARRED = "+919839099999"


def saved(
    desk: Profile, *, days: float = 0, district: str = "Lucknow", owner: str = "meera", n: int = 1
) -> UUID:
    """A person who was saved so many days ago; whose owner is a counsellor, or `district`."""
    with desk.writer.write(actor="asha") as tx:
        tx.set_now(datetime.now(UTC) - timedelta(days=days, minutes=5))  # type: ignore[attr-defined]
        case = alerts.add_alert(tx, source="phone", text="x", phone=f"98390 1234{n}", name=f"Ravi{n} Kumar")
        steps.place_case(tx, case, lat=26.85, lon=80.95, accuracy_m=9, source="stf", district=district)
        steps.record_outcome(tx, case, facts=["reached", "alive"])
        person = person_of_case(case)
        kind = "district" if owner == "district" else "counsellor"
        followup.hand_on(tx, person, owner=Owner(kind, district if owner == "district" else owner))
        tell_of_person(tx, person, lists={"never_call": [BARRED], "phones": [BARRED]}, words={})
    return person


def agrees(desk: Profile, person: UUID, what: str = "referral", *, given: bool = True, by: str = "") -> None:
    with desk.writer.write(actor="meera") as tx:
        followup.say_consent(tx, person, what=what, is_given=given, by=by)


def add_service(desk: Profile, **told: Any) -> str:
    """An entry of the directory; gives its key."""
    with desk.writer.write(actor="asha") as tx:
        return save_entry(
            tx, Entry(new_key(), **{"kind": "hospital", "name_en": "KGMU psychiatry", **told})
        ).key


def add_mail(desk: Profile, other: SmtpReceiver, name: str = "post", **more: Any) -> None:
    with desk.writer.write(actor="asha") as tx:
        add_connector(tx, other.settings(name, **more))


def refer(
    desk: Profile, person: UUID, to: str, *, by: str = "", actor: str = "meera", **told: Any
) -> Referral:
    with desk.writer.write(actor=actor) as tx:
        return make_referral(tx, person, replace(WISH, by=by), to=to, **{"reason": "treatment", **told})[0]


def now_is(desk: Profile, person: UUID) -> Person:
    found = desk.care().person(person)
    assert found is not None
    return found


def send(desk: Profile) -> None:
    sending_loop(desk, lambda health: None).run_once()


def mails_at(other: SmtpReceiver) -> list[EmailMessage]:
    return [email.message_from_bytes(raw, policy=email.policy.default) for raw in other.incidents.values()]


def reply(sent: EmailMessage, text: str, *, by_id: bool = True) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = "Ward <ward@hospital.example>", "room@hq.example"
    made["Subject"] = f"Re: {sent['Subject']}"
    if by_id:
        made["In-Reply-To"] = sent["Message-ID"]
    marked = "\n".join(f"> {line}" for line in sent.get_content().splitlines())
    made.set_content(f"{text}\n\nOn Thu, SMC wrote:\n{marked}")
    return made


def take_in(desk: Profile, folder: Path, *mails: EmailMessage) -> None:
    folder.mkdir()
    for n, mail in enumerate(mails):
        (folder / f"{n}.eml").write_bytes(mail.as_bytes())

    def take(ready: Sequence[Ready]) -> None:
        with desk.writer.write(actor="intake", is_person=False) as tx:
            for read, kept in ready:
                alerts.take_mail(tx, read, kept, recognisers=RECOGNISERS)

    IntakeLoop(source_of(folder), desk.shelf, Sift(), take, lambda health: None).run_once()
