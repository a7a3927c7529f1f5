"""Every connector keeps the same promises, against the real other side: one hand-over, one incident."""

import email
import email.policy
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import cap_rules
import eido_rules
import msgspec
import pytest
from connector_contract import InAFolder, OverTls
from hypothesis import given
from hypothesis import strategies as st
from letters import FAR, STF, message, told
from receivers import PASSWORD, FolderReceiver, HttpsReceiver, Receiver, SmtpReceiver

from controlroom.casework.handing.ports import Connector, ConnectorSettings
from controlroom.clues.answers import message_id
from controlroom.domain.events import new_id
from controlroom.errors import BadInput, WorldFault
from controlroom.handover.cap import cap_of
from controlroom.handover.eido import eido_of
from controlroom.handover.registry import REGISTRY, connector_of


class TestEidoHttps(OverTls):
    def receiver(self, folder: Path) -> Receiver:
        return HttpsReceiver(folder)

    def bad(self, folder: Path, certificate: str) -> Receiver:
        return HttpsReceiver(folder, certificate=certificate)

    def test_that_an_incident_keeps_the_rules(self, connector: Connector) -> None:
        places = told("place_found", 30, **FAR), told("place_found", 60, **STF)
        for letter in (
            message(),
            message(*places, language="hi"),
            message(told("case_claimed"), exercise=True),
        ):
            assert eido_rules.broken_rules(connector.compose(letter)) == []
        told_ = json.loads(connector.compose(message(*places)))
        assert len(told_["locationComponent"]) == 2
        assert "Victim" not in json.dumps(told_)

    @pytest.mark.parametrize(
        ("reply", "step", "ref"),
        [
            ({"eventId": "P26112900123"}, "acknowledged", "P26112900123"),
            ({"data": {"event_id": 4711}}, "acknowledged", "4711"),
            ({"id": "E-7", "status": "EN_ROUTE"}, "en-route", "E-7"),
            ({"status": "ACKNOWLEDGED"}, "acknowledged", ""),
            ({"hello": "world"}, "", ""),
            (["a", "list"], "", ""),
            ("rubbish", "", ""),
        ],
    )
    def test_that_their_reply_is_read(
        self, other: Receiver, connector: Connector, reply: Any, step: str, ref: str
    ) -> None:
        other.reply = json.dumps(reply).encode() if reply != "rubbish" else b"\xff<html>"
        receipt = connector.send(connector.compose(message()), new_id())
        assert (receipt.step, receipt.ref) == (step, ref)

    def test_that_the_key_and_the_token_go_along(self, other: HttpsReceiver, connector: Connector) -> None:
        letter = message()
        connector.send(connector.compose(letter), letter.letter)
        headers = other.headers[0]
        assert headers["Idempotency-Key"] == str(letter.letter)
        assert headers["Authorization"] == f"Bearer {PASSWORD}"
        assert headers["Content-Type"] == "application/json"


class TestCapHttps(OverTls):
    def receiver(self, folder: Path) -> Receiver:
        return HttpsReceiver(folder, "cap-https")

    def bad(self, folder: Path, certificate: str) -> Receiver:
        return HttpsReceiver(folder, "cap-https", certificate=certificate)

    def test_that_an_alert_keeps_the_rules(self, connector: Connector) -> None:
        places = told("place_found", 30, **FAR), told("place_found", 60, **STF)
        strange = told("place_found", 60, **(STF | {"text": 'a <b> & "c" \x07'}))
        for letter in (message(), message(*places, language="hi"), message(strange, exercise=True)):
            assert cap_rules.broken_rules(connector.compose(letter)) == []

    def test_that_an_exercise_is_never_actual(self, connector: Connector) -> None:
        for is_exercise, status in ((False, "Actual"), (True, "Exercise")):
            alert = ElementTree.fromstring(connector.compose(message(exercise=is_exercise)))
            assert alert.findtext(f"{cap_rules.SPACE}status") == status


class TestSmsHttps(OverTls):
    def receiver(self, folder: Path) -> Receiver:
        return _Gateway(folder)

    def bad(self, folder: Path, certificate: str) -> Receiver:
        return HttpsReceiver(folder, "sms-https", certificate=certificate)

    def test_that_the_gateway_gets_its_own_fields(self, other: Receiver, connector: Connector) -> None:
        sent = json.loads(connector.compose(message()))
        assert sent.keys() == {"mobile", "msg", "id", "from"}
        assert (sent["mobile"], sent["from"]) == ("+919839000000", "UPPOL")
        form = connector_of(other.settings(options={"format": "form"}))
        assert form.compose(message()).startswith(b"to=%2B919839000000&text=UP+Police")

    def test_that_a_word_of_the_gateway_is_no_word_of_the_receiver(
        self, other: Receiver, connector: Connector
    ) -> None:
        other.reply = b'{"id": "9", "status": "received"}'
        assert connector.send(connector.compose(message()), new_id()).step == ""


class _Gateway(HttpsReceiver):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "sms-https")

    def settings(self, name: str = "there", **more: Any) -> ConnectorSettings:
        fields = {"phone-field": "mobile", "text-field": "msg", "field.from": "UPPOL"}
        return super().settings(name, **({"phone": "+919839000000", "options": fields} | more))


class _Mail(OverTls):
    def test_that_the_mail_is_what_was_written(self, other: Receiver, connector: Connector) -> None:
        letter = message(language="hi")
        connector.send(connector.compose(letter), letter.letter)
        [raw] = self.counted(other).values()
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        assert mail.get_content().split() == letter.text.split()
        assert "2026-K7-0012" in mail["Subject"] and "Ravi" not in mail["Subject"]
        assert (mail["To"], mail["From"]) == ("control.lucknow@up.example", "room@hq.example")

    def test_that_a_wrong_password_is_told_and_never_shown(self, other: Receiver) -> None:
        connector = connector_of(other.settings(secret="wrong-password", options={}))
        with pytest.raises(WorldFault, match="does not take the name or password") as why:
            connector.send(connector.compose(message()), new_id())
        assert "wrong-password" not in str(why.value)
        assert other.tries == []


class TestSmtpImplicitTls(_Mail):
    def receiver(self, folder: Path) -> Receiver:
        return SmtpReceiver(folder)

    def bad(self, folder: Path, certificate: str) -> Receiver:
        return SmtpReceiver(folder, certificate=certificate)


class TestSmtpStartTls(_Mail):
    def receiver(self, folder: Path) -> Receiver:
        return SmtpReceiver(folder, is_implicit=False)

    def bad(self, folder: Path, certificate: str) -> Receiver:
        return SmtpReceiver(folder, is_implicit=False, certificate=certificate)


class TestCapFolder(InAFolder):
    def receiver(self, folder: Path) -> Receiver:
        return FolderReceiver(folder)

    def test_that_the_file_keeps_the_rules(self, other: Receiver, connector: Connector) -> None:
        letter = message(language="hi")
        connector.send(connector.compose(letter), letter.letter)
        [(name, data)] = self.counted(other).items()
        assert name == f"{letter.letter}.xml"
        assert cap_rules.broken_rules(data) == []


SIGNS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@given(SIGNS, SIGNS, SIGNS, st.floats(-90, 90), st.floats(-180, 180), st.booleans())
def test_that_whatever_is_known_of_a_case_what_is_sent_keeps_the_rules(
    name: str, text: str, means: str, lat: float, lon: float, is_exercise: bool
) -> None:
    spot = told("place_found", 60, **(STF | {"lat": lat, "lon": lon, "text": text, "accuracy_m": abs(lat)}))
    more = told("fact_added", 61, facts={"names": [name], "account_urls": [text]})
    letter = message(
        spot, more, told("case_triaged", 62, category="attempt", means=means), exercise=is_exercise
    )
    assert eido_rules.broken_rules(msgspec.json.encode(eido_of(letter))) == []
    assert cap_rules.broken_rules(cap_of(letter)) == []
    assert len(letter.short) < 400
    raw = connector_of(ConnectorSettings("m", "smtp", "a@b.example", server="smtps://h.example")).compose(
        letter
    )
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    assert mail["Message-ID"].strip() == message_id(letter.letter, letter.case_id, "h.example")


def test_that_a_phone_has_a_script_and_nothing_to_send() -> None:
    phone = connector_of(ConnectorSettings("c112", "phone", "112", "112"))
    assert phone.is_by_hand and "112" in phone.check()
    assert "Please repeat the place" in phone.compose(message()).decode()


def test_that_every_kind_stands_under_the_contract() -> None:
    named = {"smtp", "eido-https", "cap-https", "sms-https", "cap-folder", "slip", "phone"}
    assert set(REGISTRY) == named


@pytest.mark.parametrize(
    "settings",
    [
        {"kind": "eido-https", "to": "http://127.0.0.1:1/x"},
        {"kind": "eido-https", "to": "http://uppolice.example/x", "plain_loopback": True},
        {"kind": "eido-https", "to": "https://user:secret@host/x"},
        {"kind": "eido-https", "to": "ftp://host/x"},
        {"kind": "eido-https", "to": "https://host:99999/x"},
        {"kind": "smtp", "to": "a@b.example"},
        {"kind": "smtp", "to": "a@b.example\r\nBcc: c@d.example", "server": "smtps://h"},
        {"kind": "smtp", "to": "nobody", "server": "smtps://h"},
        {"kind": "sms-https", "to": "https://h/", "options": {"format": "xml"}},
        {"kind": "cap-folder", "to": " "},
        {"kind": "pigeon", "to": "x"},
        {"kind": "cap-https", "to": "https://h/", "options": {"deadline": "never"}},
    ],
)
def test_that_settings_that_cannot_work_are_bad_input(settings: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        connector_of(ConnectorSettings("x", **settings))


def test_that_a_secret_is_not_shown_by_accident() -> None:
    assert PASSWORD not in repr(ConnectorSettings("x", "smtp", "a@b.example", secret=PASSWORD))
