"""Every connector keeps the same promises, against the real other side: one hand-over, one incident."""

import email
import email.policy
import json
import re
import zlib
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from time import monotonic
from typing import Any
from xml.etree import ElementTree

import cap_rules
import eido_rules
import msgspec
import pytest
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
from controlroom.handover.slip import slip_pdf


class ConnectorContract:
    """What each connector promises. A subclass says who is on the other side."""

    def receiver(self, folder: Path) -> Receiver:
        raise NotImplementedError

    @pytest.fixture
    def other(self, tmp_path: Path) -> Iterator[Receiver]:
        made = self.receiver(tmp_path / "there")
        yield made
        made.close()

    @pytest.fixture
    def connector(self, other: Receiver) -> Connector:
        return connector_of(other.settings())

    def counted(self, other: Receiver) -> dict[str, bytes]:
        return other.incidents

    def test_that_what_is_sent_is_one_incident_there(self, other: Receiver, connector: Connector) -> None:
        letter = message()
        connector.send(connector.compose(letter), letter.letter)
        assert len(self.counted(other)) == 1

    def test_that_the_same_letter_is_the_same_bytes(self, connector: Connector) -> None:
        letter = new_id()
        assert connector.compose(message(letter=letter)) == connector.compose(message(letter=letter))

    def test_that_whatever_they_do_a_retry_is_the_same_and_one_incident(
        self, other: Receiver, connector: Connector
    ) -> None:
        for fault in other.faults:
            letter = message()
            payload = connector.compose(letter)
            other.misbehave(fault)
            began = monotonic()
            if fault == "twice":
                connector.send(payload, letter.letter)
            else:
                with pytest.raises(WorldFault) as why:
                    connector.send(payload, letter.letter)
                assert str(why.value).endswith(".") and PASSWORD not in str(why.value)
            assert monotonic() - began < 30, f"{fault}: there is no deadline over the whole"
            self.counted(other)
            connector.send(payload, letter.letter)
        assert len(self.counted(other)) == len(other.faults)
        assert len(set(other.tries)) == len(set(other.keys))

    def test_that_one_who_is_away_is_told_in_a_sentence(self, other: Receiver, connector: Connector) -> None:
        other.go_away()
        with pytest.raises(WorldFault, match=r"^[A-Z/l].*\.$"):
            connector.send(connector.compose(message()), new_id())
        with pytest.raises(WorldFault):
            connector.check()

    def test_that_a_check_sends_nothing(self, other: Receiver, connector: Connector) -> None:
        assert connector.check()
        assert self.counted(other) == {}


class OverTls(ConnectorContract):
    """What each promises that speaks to another machine."""

    def bad(self, folder: Path, certificate: str) -> Receiver:
        raise NotImplementedError

    @pytest.mark.parametrize("certificate", ["expired", "wrong-name", "self-signed"])
    def test_that_a_bad_certificate_gets_not_a_byte(self, tmp_path: Path, certificate: str) -> None:
        other = self.bad(tmp_path / "bad", certificate)
        connector = connector_of(other.settings())
        with pytest.raises(WorldFault, match="certificate"):
            connector.send(connector.compose(message()), new_id())
        other.close()
        assert other.tries == [] and getattr(other, "passwords", []) == []


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


class InAFolder(ConnectorContract):
    """What each promises that writes files."""

    def counted(self, other: Receiver) -> dict[str, bytes]:
        assert isinstance(other, FolderReceiver)
        other.look()
        return other.incidents

    def test_that_nothing_half_written_is_left_to_be_seen(
        self, other: FolderReceiver, connector: Connector, tmp_path: Path
    ) -> None:
        letter = message()
        connector.send(connector.compose(letter), letter.letter)
        assert [file.name for file in (tmp_path / "there").iterdir()] == list(self.counted(other))


class TestCapFolder(InAFolder):
    def receiver(self, folder: Path) -> Receiver:
        return FolderReceiver(folder)

    def test_that_the_file_keeps_the_rules(self, other: Receiver, connector: Connector) -> None:
        letter = message(language="hi")
        connector.send(connector.compose(letter), letter.letter)
        [(name, data)] = self.counted(other).items()
        assert name == f"{letter.letter}.xml"
        assert cap_rules.broken_rules(data) == []


def sizes_on(pdf: bytes) -> Iterator[float]:
    """The size of each text that is drawn, in points, as a reader of the page finds it."""
    [page] = [
        text
        for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S)
        if found[1][:1] == b"x" and b" Tf" in (text := zlib.decompressobj().decompress(found[1]))
    ]
    bare = re.sub(rb"\((?:\\.|[^\\()])*\)", b"()", page, flags=re.S)
    size, kept = 0.0, list[float]()
    for word in re.finditer(rb"/F\d+ ([\d.]+) Tf|\bT[jJ]\b|(?<!\S)[qQ](?!\S)", bare):
        if word[1]:
            size = float(word[1])
        elif word[0] == b"q":
            kept.append(size)
        elif word[0] == b"Q":
            size = kept.pop()
        else:
            yield size


_LPSTAT = """#!/bin/sh
case "$*" in
  -d) echo "system default destination: desk" ;;
  "-p desk") echo "printer desk is idle.  enabled since Mon Nov 30 01:43:37 2026" ;;
  "-p paused") echo "printer paused disabled since Mon Nov 30 01:43:30 2026 -"; echo "	Paused" ;;
  *) echo "lpstat: Invalid destination name in list \\"$2\\"." >&2; exit 1 ;;
esac
"""


class TestSlip(InAFolder):
    def receiver(self, folder: Path) -> Receiver:
        return FolderReceiver(folder, "slip")

    def test_that_hindi_is_shaped_and_the_number_is_in_the_name(
        self, other: Receiver, connector: Connector
    ) -> None:
        letter = message(language="hi")
        connector.send(connector.compose(letter), letter.letter)
        [(name, data)] = self.counted(other).items()
        assert name.startswith("slip-2026-K7-0012-") and data.startswith(b"%PDF-")
        assert b"NotoSansDevanagari" in data

    def test_that_each_line_is_in_its_own_size_whatever_stands_above_it(self) -> None:
        long = "थाना चिनहट, लखनऊ, गोमती नगर के पास " * 3 + "Lucknow PRV 1234 near the station " * 5
        for lines in (["लखनऊ, थाना चिनहट", "Lucknow, thana Chinhat"], [long, "PRV 1234"], ["x", "y"]):
            at = "2026-11-30T01:00:00+00:00"
            made = slip_pdf(
                {
                    "number": "N",
                    "language": "hi",
                    "exercise": False,
                    "at": at,
                    "title": "सहायता",
                    "lines": lines,
                }
            )
            sizes = list(sizes_on(made))
            assert sizes[0] == 24 and sizes[-1] == 10
            assert set(sizes[1:-1]) == {15, 12}, lines

    @pytest.mark.parametrize(
        ("printer", "said", "is_printed"),
        [
            ("desk", "", True),
            ("default", "", True),
            ("paused", "is stopped", False),
            ("other", "knows no printer", False),
        ],
    )
    def test_that_what_the_system_says_of_a_printer_is_heeded(
        self, other: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printer: str, said: str,
        is_printed: bool,
    ) -> None:  # fmt: skip
        """The two programs answer in the words of CUPS 2.4, as it was tried by hand."""
        programs = tmp_path / "programs"
        programs.mkdir()
        for name, script in (("lpstat", _LPSTAT), ("lp", f'#!/bin/sh\necho "$@" >> {tmp_path}/printed\n')):
            (programs / name).write_text(script)
            (programs / name).chmod(0o755)
        monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
        connector = connector_of(other.settings(options={"printer": printer}))
        if said:
            with pytest.raises(WorldFault, match=said):
                connector.check()
        else:
            connector.check()
        if printer != "other":
            with nullcontext() if is_printed else pytest.raises(WorldFault, match="lies in its folder"):
                connector.send(connector.compose(message()), new_id())
        assert (tmp_path / "printed").exists() is is_printed

    def test_that_a_printer_that_is_not_there_is_told_and_the_paper_kept(self, other: Receiver) -> None:
        connector = connector_of(other.settings(options={"printer": "no-such-printer"}))
        letter = message()
        with pytest.raises(WorldFault, match="printer no-such-printer did not take it"):
            connector.send(connector.compose(letter), letter.letter)
        assert len(self.counted(other)) == 1


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
