"""Whole mails with what must be found in them beside each: alerts in many shapes, a newsletter, a bounce."""

import hashlib
import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.casework.arriving.ports import KeptMail, ReadMail
from controlroom.clues.read import Clues, IpSeen
from controlroom.intake import sift as sift_module
from controlroom.intake.limited.reader import Failed
from controlroom.intake.parsing.parse import parse
from controlroom.intake.sift import Sift, leads_to_somebody

MAILS = Path(__file__).resolve().parents[1] / "data" / "mails"
KEPT_AT = datetime(2026, 1, 14, 20, 21, tzinfo=UTC)


@pytest.fixture
def sift() -> Iterator[Sift]:
    one = Sift()
    yield one
    one.close()


def kept(raw: bytes) -> KeptMail:
    return KeptMail(hashlib.sha256(raw).hexdigest(), raw, "a", "INBOX", None, KEPT_AT)


def understand(sift: Sift, raw: bytes) -> ReadMail:
    return sift.understand(kept(raw), parse(raw))


def found(read: ReadMail) -> dict[str, Any]:
    clues = read.clues
    return {
        "is_alert": read.is_alert,
        "template": read.template,
        "names": list(read.names),
        "quarantined": read.quarantined,
        "authenticity": read.authenticity.label,
        "platform": clues.platform,
        "account_urls": list(clues.account_urls),
        "usernames": list(clues.usernames),
        "phones": list(clues.phones),
        "emails": list(clues.emails),
        "ips": [[seen.ip, seen.at.isoformat() if seen.at else None] for seen in clues.ips],
        "points": [[point.lat, point.lon] for point in clues.points],
        "pin_codes": list(clues.pin_codes),
    }


@pytest.mark.parametrize("path", sorted(MAILS.glob("*.eml")), ids=lambda path: path.stem)
def test_that_the_facts_in_a_mail_are_found_and_nothing_else(path: Path, sift: Sift) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert found(understand(sift, path.read_bytes())) == expected


def test_that_there_are_a_dozen_mails_to_try() -> None:
    assert len(list(MAILS.glob("*.eml"))) >= 12


def test_that_no_header_makes_an_alert_soft(sift: Sift) -> None:
    head = b"From: a@example.org\r\nAuto-Submitted: auto-replied\r\nPrecedence: bulk\r\nX-Spam-Flag: YES\r\n"
    read = understand(sift, head + b"Subject: Out of office\r\n\r\nhttps://www.facebook.com/some.body.1\r\n")
    assert read.is_alert


def test_that_an_email_address_is_a_clue_only_beside_a_word_of_danger() -> None:
    clues = Clues(emails=("x@example.org",))
    assert not leads_to_somebody(clues, "unsubscribe here")
    assert leads_to_somebody(clues, "the user spoke of suicide")
    assert leads_to_somebody(clues, "उसने आत्महत्या की बात की")


def test_that_the_address_of_a_mail_server_is_no_clue() -> None:
    clues = Clues(ips=(IpSeen("192.0.2.25", None),))
    assert not leads_to_somebody(clues, "host mx.example.com[192.0.2.25] said: 550")
    assert leads_to_somebody(clues, "last login from 192.0.2.25")


def test_that_a_toll_free_number_is_no_clue() -> None:
    assert not leads_to_somebody(Clues(phones=("+9118001234567",)), "call 1800 123 4567")
    assert leads_to_somebody(Clues(phones=("+9118001234567", "+919839012345")), "")


def test_that_a_mail_the_child_did_not_survive_is_a_loud_row_with_its_clues(sift: Sift) -> None:
    raw = b"From: a@example.org\r\nSubject: help\r\n\r\nhttps://www.facebook.com/some.body.1\r\n"
    read = sift.understand(kept(raw), Failed("reading it took too long"))
    assert read.quarantined == "could not be read in full: reading it took too long"
    assert read.subject == "help"
    assert read.clues.account_urls == ("https://www.facebook.com/some.body.1",)


_HTML = b"From: a@b.c\r\nContent-Type: text/html\r\n\r\n"
_NOISE = random.Random(7).randbytes(60_000)
_MIXED = b"From: a@b.c\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
_LETTER = _MIXED + b"--b\r\n\r\nPlease see the file.\r\n--b\r\n"
_LOUD = {
    "noise as text": (b"From: a@b.c\r\nSubject: x\r\n\r\n" + _NOISE, "no text"),
    "noise as a table": (
        _LETTER + b"Content-Type: text/csv; name=a.csv\r\n\r\n" + _NOISE + b"\r\n--b--",
        "no text",
    ),
    "a letter around a document": (
        _LETTER + b"Content-Type: application/pdf; name=a.pdf\r\n\r\nJVBE\r\n--b--",
        "attachment",
    ),
    "a letter around a screenshot": (
        _LETTER + b"Content-Type: image/png; name=a.png\r\n\r\n" + b"x" * 20_000 + b"\r\n--b--",
        "attachment",
    ),
    "encrypted": (b"From: a@b.c\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nwcBMA\r\n", "encrypted"),
    "HTML that is a picture": (_HTML + b"<img src='cid:1'>", "no text"),
    "HTML in an open comment": (_HTML + b"<!-- 98390 12345", "no text"),
}


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"\x00\x01\x02" * 100, "not a mail"),
        (
            b"From: a@b.c\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nAAAA",
            "attachment",
        ),
        (
            b"From: a@b.c\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!%%%###@@@",
            "base64",
        ),
        *_LOUD.values(),
    ],
    ids=["bytes of anything", "only a PDF", "broken base64", *_LOUD],
)
def test_that_what_holds_nothing_readable_is_loud(raw: bytes, why: str, sift: Sift) -> None:
    assert why in understand(sift, raw).quarantined


def test_that_a_mail_that_is_only_a_subject_is_an_ordinary_row(sift: Sift) -> None:
    read = understand(sift, b"From: a@example.org\r\nSubject: urgent 98390 12345\r\n\r\n")
    assert read.quarantined == ""
    assert read.clues.phones == ("+919839012345",)


def test_that_a_fault_of_ours_makes_a_loud_row(
    sift: Sift, monkeypatch: pytest.MonkeyPatch, expect_log: Any
) -> None:
    def broken(*_: object, **__: object) -> Clues:
        raise ZeroDivisionError("secret text")

    monkeypatch.setattr(sift_module, "read_clues", broken)
    expect_log(r"could not be understood: ZeroDivisionError in test_intake_mails\.py:\d+$")
    expect_log("clues of a quarantined mail failed")
    assert understand(sift, b"From: a@b.c\r\n\r\nx").quarantined


_PIECES = (
    b"From: a@facebookmail.com\r\n|Subject: 98390 12345\r\n|Received: from a by b\r\n|\r\n|To: x\r\n"
    b"|Date: 1\r\n|DKIM-Signature: v=1; a=rsa-sha256; d=facebookmail.com; s=s; h=from:to:subject:date;"
    b" bh=AA==; b=AA==\r\n"
    b"|Authentication-Results: |Profile name: |\xff\x00|https://[|https://facebook.com/"
    b"|Content-Type: text/html\r\n|<a href='//["
)


@given(
    st.lists(st.one_of(st.sampled_from(_PIECES.split(b"|")), st.binary(max_size=12)), max_size=30).map(
        b"".join
    )
)
def test_that_nothing_in_a_mail_makes_us_fail_on_it(raw: bytes) -> None:
    sift = Sift(lookup=lambda name: b"v=DKIM1; p=AA==")
    read = understand(sift, raw)
    assert "failed" not in read.quarantined
