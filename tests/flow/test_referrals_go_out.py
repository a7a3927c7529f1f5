"""A referral: on a consent that is in force, by a real mail, acknowledged by one or chased."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from care_house import (
    BARRED,
    WISH,
    add_mail,
    add_service,
    agrees,
    mails_at,
    now_is,
    refer,
    reply,
    saved,
    send,
    take_in,
)
from receivers import SmtpReceiver

from controlroom.casework.care.personcards import in_order_of_need, row_state
from controlroom.casework.care.persons import tell_of_person
from controlroom.casework.care.referring import answer_referral, end_referral, repeat_referral
from controlroom.domain.care.referrals import referral_standing
from controlroom.errors import BadInput
from controlroom.store import Profile

LATER = timedelta(hours=25)


def state(desk: Profile, *, later: timedelta = timedelta(0)) -> list[str]:
    now = datetime.now(UTC) + later
    return [row_state(row, now) for row in in_order_of_need(desk.care().waits(), now)]


def test_that_a_referral_goes_to_the_address_of_the_directory_and_is_chased_until_it_is_answered(
    desk: Profile, post: SmtpReceiver, tmp_path: Path
) -> None:
    person = saved(desk)
    key = add_service(desk, email="psychiatry@kgmu.example", phones=("0522-2257540",))
    add_mail(desk, post)
    agrees(desk, person)
    one = refer(desk, person, key, text="sleeps badly")
    assert one.consent == now_is(desk, person).consents[-1].id
    send(desk)
    [mail] = mails_at(post)
    assert mail["To"] == "psychiatry@kgmu.example"
    assert post.recipients == [["psychiatry@kgmu.example"]]  # and to nobody whom the connector names
    text = mail.get_content()
    assert "Ravi1 Kumar" in text
    assert "98390 12341" in text and BARRED[-10:] not in text.replace(" ", "")
    assert "sleeps badly" not in text  # what a counsellor wrote is not what a hospital is told
    assert state(desk) == ["waiting"] and state(desk, later=LATER) == ["overdue"]

    take_in(desk, tmp_path / "auto", out_of_office(reply(mail, "I am away")))
    assert state(desk, later=LATER) == ["overdue"]  # no person has answered
    take_in(desk, tmp_path / "in", reply(mail, "We could not see what this is"))
    assert state(desk) == ["unclear"]
    answers = [reply(mail, "Received, appointment on Monday"), reply(mail, "पावती", by_id=False)]
    take_in(desk, tmp_path / "more", *answers)
    take_in(desk, tmp_path / "again", *answers)
    found = now_is(desk, person)
    assert [answer.step for answer in found.referrals[0].answers] == ["unclear"] + ["acknowledged"] * 2
    assert state(desk, later=LATER) == ["acknowledged"]
    assert "Received, appointment on Monday" in [said.text for said in found.reasons]
    assert desk.reader().counts()["cases"] == 1  # no answer has become a row that everybody reads


def out_of_office(mail: object) -> object:
    mail["Auto-Submitted"] = "auto-replied"  # type: ignore[index]
    return mail


def test_that_without_a_consent_in_force_nobody_is_referred(desk: Profile) -> None:
    person = saved(desk)
    with pytest.raises(BadInput, match="No consent to this referral is recorded"):
        refer(desk, person, "tele-manas")
    agrees(desk, person, "follow-up")
    with pytest.raises(BadInput, match="No consent to this referral"):
        refer(desk, person, "tele-manas")
    agrees(desk, person, "referral 181")
    with pytest.raises(BadInput, match="No consent to this referral"):
        refer(desk, person, "tele-manas")
    assert refer(desk, person, "181", by="phone").basis == "consent"
    agrees(desk, person)
    agrees(desk, person, given=False)
    with pytest.raises(BadInput, match="was withdrawn"):
        refer(desk, person, "tele-manas")
    assert state(desk) == ["withdrawn"]  # at once, on what runs
    one = refer(desk, person, "tele-manas", danger="has said when and how")
    assert (one.basis, one.vouched_by, one.consent) == ("danger", "meera", None)
    said = next(said for said in now_is(desk, person).reasons if said.referral == one.id)
    assert said.danger == "has said when and how"
    assert "without consent" in said.told or "सहमति के बिना" in said.told
    assert sorted(state(desk)) == ["waiting", "withdrawn"]


def test_that_for_a_child_the_guardian_agrees(desk: Profile) -> None:
    person = saved(desk)
    with desk.writer.write(actor="meera") as tx:
        kin = {"name": "Sita Devi", "relation": "mother", "phone": "+919839055555", "guardian": True}
        tell_of_person(tx, person, lists={}, words={}, kin=[kin], minor=True)
    agrees(desk, person)
    with pytest.raises(BadInput, match="guardian who agrees"):
        refer(desk, person, "1098")
    agrees(desk, person, by="Sita Devi")
    refer(desk, person, "1098", by="phone", reason="child")
    told = now_is(desk, person).reasons[-1].told
    assert "Sita Devi" in told and "98390 55555" in told
    assert "Kumar" not in told and "98390 12341" not in told


def test_that_what_was_withdrawn_or_ended_before_it_went_does_not_go(
    desk: Profile, post: SmtpReceiver
) -> None:
    add_mail(desk, post)
    keys = [add_service(desk, name_en=name, email=f"{name}@x.example") for name in ("one", "two")]
    persons = [saved(desk, n=n) for n in (1, 2)]
    for person, key in zip(persons, keys, strict=True):
        agrees(desk, person)
        refer(desk, person, key)
    agrees(desk, persons[0], given=False)
    with desk.writer.write(actor="meera") as tx:
        end_referral(tx, persons[1], now_is(desk, persons[1]).referrals[0].id, end="mistake")
    send(desk)
    assert post.tries == [] and desk.outbox.waiting() == []
    assert "withdrawn" in now_is(desk, persons[0]).referrals[0].asked[0].failure


def test_that_a_repeat_is_a_second_letter_and_the_time_begins_anew(desk: Profile, post: SmtpReceiver) -> None:
    add_mail(desk, post)
    person, key = saved(desk), add_service(desk, email="ward@x.example")
    agrees(desk, person)
    one = refer(desk, person, key)
    send(desk)
    with pytest.raises(BadInput, match="runs already"):
        refer(desk, person, key)
    with desk.writer.write(actor="meera") as tx:
        answer_referral(tx, person, one.id, step="declined", who="Dr. Rao", text="no bed")
    assert state(desk) == ["declined"]
    with desk.writer.write(actor="meera") as tx:
        repeat_referral(tx, person, WISH, one.id)
    assert state(desk) == ["waiting"]
    send(desk)
    assert len(post.incidents) == 2
    found = now_is(desk, person).referrals[0]
    assert [asked.sent_at is not None for asked in found.asked] == [True, True]
    late = found.asked[1].due_at + timedelta(minutes=1)
    assert referral_standing(found, is_agreed=True, now=late).state == "overdue"


def test_that_a_mail_that_comes_back_is_shown(desk: Profile, post: SmtpReceiver, tmp_path: Path) -> None:
    add_mail(desk, post)
    person, key = saved(desk), add_service(desk, email="gone@x.example")
    agrees(desk, person)
    refer(desk, person, key)
    send(desk)
    [mail] = mails_at(post)
    back = out_of_office(reply(mail, "550 user unknown"))
    back.replace_header("From", "MAILER-DAEMON@x.example")  # type: ignore[attr-defined]
    take_in(desk, tmp_path / "in", back)
    assert state(desk) == ["failed"]
