"""Districts are reminded of the contacts they owe: once for each stage, by what reaches them, and chased."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from care_house import add_mail, add_service, mails_at, now_is, reply, saved, send, take_in
from receivers import HttpsReceiver, SmtpReceiver

from controlroom.casework.care import followup
from controlroom.casework.care.personcards import row_state
from controlroom.casework.care.reminding import ToRemind, read_reminding, remind, set_daily
from controlroom.casework.handing.connectors import add_connector
from controlroom.casework.room import exercises
from controlroom.errors import BadInput
from controlroom.handover.registry import connector_of
from controlroom.sendingroom import remind_daily
from controlroom.store import Profile


def wanted(desk: Profile, *, later: timedelta = timedelta(0)) -> tuple[ToRemind, ...]:
    return read_reminding(desk.reader(), now=datetime.now(UTC) + later).wanted


def tell(desk: Profile, person: UUID, *, later: timedelta = timedelta(0), by_phone: bool = False) -> bool:
    with desk.writer.write(actor="asha") as tx:
        tx.set_now(datetime.now(UTC) + later)
        return remind(tx, person, connectors=connector_of, told_by_phone=by_phone) is not None


def test_that_a_district_gets_one_mail_for_each_contact_and_stage_and_its_answer_is_read(
    desk: Profile, post: SmtpReceiver, tmp_path: Path
) -> None:
    add_mail(desk, post, "lucknow", district="Lucknow")
    person = saved(desk, days=8, owner="district")
    saved(desk, days=8, owner="meera", n=2)  # a counsellor's: nobody is reminded of it
    [one] = wanted(desk)
    assert (one.by, one.to, one.wanting.stage, one.first_name) == ("mail", "lucknow", "due", "Ravi1")
    assert [tell(desk, person), tell(desk, person)] == [True, False]
    assert wanted(desk) == ()
    send(desk)
    send(desk)
    [mail] = mails_at(post)
    text = f"{mail['Subject']}\n{mail.get_content()}"
    assert "Ravi1" in text and one.number in text
    for kept_back in ("Kumar", "98390", "12341"):
        assert kept_back not in text
    take_in(desk, tmp_path / "in", reply(mail, "बात हो गई, SI Verma"))
    [row] = desk.care().waits()
    assert row_state(row, datetime.now(UTC) + timedelta(days=2)) == "done"
    assert [contact.is_made for contact in now_is(desk, person).plans[0].contacts][:1] == [
        False
    ]  # logged by hand
    later = timedelta(days=3)
    assert [one.wanting.stage for one in wanted(desk, later=later)] == ["late"]
    assert tell(desk, person, later=later)
    send(desk)
    assert len(post.incidents) == 2


def test_that_no_reminder_goes_for_a_plan_that_has_ended_or_a_contact_that_was_made(
    desk: Profile, post: SmtpReceiver
) -> None:
    add_mail(desk, post, "lucknow", district="Lucknow")
    ended, made = (saved(desk, days=8, owner="district", n=n) for n in (1, 2))
    for person in (ended, made):
        assert tell(desk, person)
    with desk.writer.write(actor="asha") as tx:
        followup.end_plan(tx, ended, end="moved", reason="to Pune")
        followup.try_contact(tx, made, result="reached")
    send(desk)  # both were written, and neither went
    assert post.tries == [] and desk.outbox.waiting() == []
    assert not tell(desk, ended) and not tell(desk, made)


def test_that_who_takes_part_in_an_exercise_reminds_nobody_outside(desk: Profile, post: SmtpReceiver) -> None:
    add_mail(desk, post, "lucknow", district="Lucknow")
    person = saved(desk, days=8, owner="district")
    with desk.writer.write(actor="asha") as tx:
        exercises.start_exercise(tx, None, name="night", people=["asha"], every_s=60)
    for by_phone in (False, True):
        with pytest.raises(BadInput, match="exercise is never sent"):
            tell(desk, person, by_phone=by_phone)
    assert now_is(desk, person).reminders == () and desk.outbox.waiting() == []


def test_that_an_sms_names_nobody(desk: Profile, tmp_path: Path) -> None:
    gateway = HttpsReceiver(tmp_path / "there", "sms-https")
    with desk.writer.write(actor="asha") as tx:
        add_connector(
            tx, gateway.settings("sms", receiver="district", district="Lucknow", phone="9839000001")
        )
    person = saved(desk, days=8, owner="district")
    assert tell(desk, person)
    send(desk)
    gateway.close()
    [body] = gateway.incidents.values()
    assert b"Ravi" not in body and now_is(desk, person).cases[0].number.encode() in body


def test_that_who_can_only_be_called_is_written_down_when_somebody_has_called(desk: Profile) -> None:
    person = saved(desk, days=8, owner="district")
    [one] = wanted(desk)
    assert (one.by, one.goes_by_itself) == ("", False)
    add_service(
        desk, kind="control-room", name_en="Control Lucknow", district="Lucknow", phones=("0522-2345678",)
    )
    [one] = wanted(desk)
    assert (one.by, one.to, len(one.phones)) == ("phone", "Control Lucknow", 1)
    assert not tell(desk, person)
    assert tell(desk, person, by_phone=True)
    assert now_is(desk, person).reminders[0].asked.by == "phone"


def test_that_the_daily_reminder_is_off_until_somebody_sets_it_and_goes_once_a_day(
    desk: Profile, post: SmtpReceiver
) -> None:
    add_mail(desk, post, "lucknow", district="Lucknow")
    person = saved(desk, days=8, owner="district")
    noon = datetime.now(UTC).replace(hour=6, minute=30, second=0, microsecond=0)
    assert remind_daily(desk, noon) == 0
    with desk.writer.write(actor="asha") as tx:
        set_daily(tx, is_on=True)
    assert remind_daily(desk, noon.replace(hour=2)) == 0  # before the working day begins
    assert remind_daily(desk, noon) == 1
    assert remind_daily(desk, noon) == 0
    assert len(now_is(desk, person).reminders) == 1
