"""An answer by e-mail comes back into its case; one that does not match is a loud row."""

import email
import email.policy
from email.message import EmailMessage
from pathlib import Path

from care_house import take_in
from receivers import SmtpReceiver

from controlroom.casework import steps
from controlroom.casework.arriving import alerts
from controlroom.casework.arriving.joins import join_cases
from controlroom.casework.handing.connectors import add_connector
from controlroom.casework.handing.handovers import Target, hand_over_to
from controlroom.handover.registry import connector_of
from controlroom.sendingroom import sending_loop
from controlroom.store import Profile


def handed_over(desk: Profile, folder: Path) -> tuple[str, EmailMessage]:
    """The number of a case that was handed over by mail, and the mail as it arrived there."""
    other = SmtpReceiver(folder)
    with desk.writer.write(actor="asha") as tx:
        add_connector(tx, other.settings("lucknow"))
        case = alerts.add_alert(tx, source="phone", text="phone 98390 12345")
        steps.claim_case(tx, case)
        steps.place_case(tx, case, lat=26.85, lon=80.95, accuracy_m=100, source="stf", district="Lucknow")
        hand_over_to(tx, case, [Target("lucknow"), Target("112")], connectors=connector_of)
        number = tx.number_of(case)
    sending_loop(desk, lambda health: None).run_once()
    other.close()
    [raw] = other.incidents.values()
    return number, email.message_from_bytes(raw, policy=email.policy.default)


def reply(sent: EmailMessage, text: str, *, by_id: bool = True, html: bool = False) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = "Control Lucknow <control.lucknow@up.example>", "room@hq.example"
    made["Subject"] = f"Re: {sent['Subject']}"
    if by_id:
        made["In-Reply-To"] = sent["Message-ID"]
    quoted = sent.get_content()
    if html:
        body = quoted.replace("\n", "<br>")
        made.set_content(f"<div>{text}</div><br>On Thu SMC wrote:<blockquote>{body}</blockquote>", "html")
    else:
        marked = "\n".join(f"> {line}" for line in quoted.splitlines())
        made.set_content(f"{text}\n\nOn Thu, SMC wrote:\n{marked}")
    return made


def bounce(sent: EmailMessage) -> EmailMessage:
    """What a mail server sends back when the mailbox is not there, with the whole mail in it."""
    made = EmailMessage()
    made["From"], made["To"] = "MAILER-DAEMON@mx.up.example", "room@hq.example"
    made["Subject"], made["Auto-Submitted"] = "Undelivered Mail Returned to Sender", "auto-replied"
    made.set_content("Your message could not be delivered: 550 5.1.1 user unknown")
    made.add_attachment(sent)
    return made


def test_that_answers_come_back_into_the_case_each_once(desk: Profile, tmp_path: Path) -> None:
    number, sent = handed_over(desk, tmp_path / "there")
    take_in(
        desk,
        tmp_path / "one",
        reply(sent, "Acknowledged, event id P26112900123"),
        reply(sent, "पीआरवी 1234 रवाना", by_id=False),
        reply(sent, "PRV 1234 at scene", html=True),
        reply(sent, "Officer is with the person"),
    )
    take_in(desk, tmp_path / "again", reply(sent, "Officer is with the person"))
    reader = desk.reader()
    assert reader.counts()["cases"] == 1
    case_id = reader.case_id_of(number)
    assert case_id is not None
    view = reader.case_view(case_id)
    assert view is not None
    assert sorted(one.step for one in view.case.reports) == [
        "acknowledged",
        "at-scene",
        "en-route",
        "with-person",
    ]
    assert (view.case.state, view.case.owner) == ("with the person", "asha")
    by_mail = next(one for one in view.case.hand_overs if one.to == "district")
    by_mouth = next(one for one in view.case.hand_overs if one.to == "112")
    assert by_mail.answered_at is not None and by_mail.ref
    assert by_mouth.answered_at is None
    told = next(event for event in view.events if event.body.get("step") == "acknowledged")
    assert told.body["text"] == "Acknowledged, event id P26112900123"
    assert told.body["ref"] == "P26112900123"


def test_that_an_answer_that_cannot_be_matched_or_understood_is_a_loud_row(
    desk: Profile, tmp_path: Path
) -> None:
    number, sent = handed_over(desk, tmp_path / "there")
    forged = reply(sent, "Officer is with the person", by_id=False)
    forged.replace_header("Subject", f"Re: {number} [#aaaaaaaaaa]")
    only_number = reply(sent, "Officer is with the person", by_id=False)
    only_number.replace_header("Subject", f"Re: {number}")
    away = reply(sent, "We have received your mail")
    away["Auto-Submitted"] = "auto-replied"
    take_in(desk, tmp_path / "in", forged, only_number, away, reply(sent, "Who is speaking?"), bounce(sent))
    rows = [card for card in desk.reader().cards(is_all=True) if card["number"] != number]
    reasons = sorted(card["quarantine_reason"] for card in rows)
    assert [card["quarantined"] for card in rows] == [True] * 5
    assert f"an answer to {number} that could not be understood" in reasons[0]
    assert f"an automatic answer to {number}" in reasons[1]
    assert all("to none that is known here" in one for one in reasons[2:4])
    assert f"the mail about {number} came back undelivered" in reasons[4]
    case_id = desk.reader().case_id_of(number)
    assert case_id is not None
    view = desk.reader().case_view(case_id)
    assert view is not None and view.case.reports == ()


def test_that_an_answer_finds_a_case_that_was_joined_and_one_that_is_closed(
    desk: Profile, tmp_path: Path
) -> None:
    number, sent = handed_over(desk, tmp_path / "there")
    with desk.writer.write(actor="asha") as tx:
        case = tx.case_id_of(number)
        into = alerts.add_alert(tx, source="phone", text="phone 98390 54321")
        assert case is not None
        join_cases(tx, case, into, reason="same person")
        steps.close_case(tx, into, reason="a test")
    take_in(desk, tmp_path / "in", reply(sent, "PRV 1234 en route"))
    view = desk.reader().case_view(into)
    assert view is not None
    assert [one.step for one in view.case.reports] == ["en-route"]
    assert not view.case.is_open or view.case.is_closing
