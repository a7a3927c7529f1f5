"""The label of a mail: never "verified" for a forged one, and no waiting for DNS."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from controlroom.intake.origin.again import prove_again
from controlroom.intake.origin.authenticity import Look, judge
from controlroom.intake.origin.lookups import DnsAway, TxtLookups
from controlroom.intake.origin.senders import Senders

SENDERS = Senders(
    domains=("facebookmail.com",),
    senders=("alerts@facebookmail.com",),
    link_hosts=("facebook.com",),
    authserv_id="mx.example.org",
    own_hosts=("*.inside.example.org",),
)
LOOK = Look("Meta alert", ("https://www.facebook.com/somebody",), "see https://m.facebook.com/x")
HEAD = (
    b"From: Alerts <alerts@facebookmail.com>\r\nTo: smc@example.org\r\nSubject: alert\r\n"
    b"Date: Wed, 14 Jan 2026 20:20:00 +0000\r\n"
)
BODY = b"\r\nProfile name: X\r\n"
COVERED = [b"from", b"to", b"subject", b"date"]


def _key(bits: int) -> tuple[bytes, bytes]:
    key = rsa.generate_private_key(65537, bits)
    kinds = serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL
    private = key.private_bytes(*kinds, serialization.NoEncryption())
    der = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    import base64

    return private, b"v=DKIM1; k=rsa; p=" + base64.b64encode(der)


PRIVATE, PUBLIC = _key(2048)
WEAK_PRIVATE, WEAK_PUBLIC = _key(1024)


def signed(
    raw: bytes = HEAD + BODY,
    *,
    domain: bytes = b"facebookmail.com",
    cover: list[bytes] = COVERED,
    key: bytes = PRIVATE,
    **more: Any,
) -> bytes:
    line: bytes = dkim.sign(raw, b"s1", domain, key, include_headers=cover, **more)
    return line + raw


def published(name: bytes) -> bytes | None:
    return PUBLIC if name in (b"s1._domainkey.facebookmail.com.", b"s1._domainkey.evil.example.") else None


def away(name: bytes) -> bytes | None:
    raise DnsAway


def label(raw: bytes, look: Look = LOOK, lookup: Callable[[bytes], bytes | None] = published) -> str:
    return judge(raw, look, SENDERS, lookup).label


def test_that_a_signed_alert_with_a_known_template_is_verified_and_its_key_kept() -> None:
    answer = judge(signed(), LOOK, SENDERS, published)
    assert answer.label == "verified"
    assert "2048 bits" in answer.why
    assert answer.key == PUBLIC.decode()


def test_that_a_short_key_is_noted() -> None:
    answer = judge(signed(key=WEAK_PRIVATE), LOOK, SENDERS, lambda _: WEAK_PUBLIC)
    assert "1024 bits" in answer.why


FORGED: dict[str, Callable[[], tuple[bytes, str]]] = {
    "another sender": lambda: (HEAD.replace(b"facebookmail.com", b"example.net") + BODY, "unverified"),
    "a domain that looks like it": lambda: (
        HEAD.replace(b"facebookmail", b"facebookmai1") + BODY,
        "unverified",
    ),
    "Meta only in the name": lambda: (
        HEAD.replace(b"Alerts <alerts@facebookmail.com>", b'"alerts@facebookmail.com" <x@example.net>')
        + BODY,
        "unverified",
    ),
    "no signature": lambda: (HEAD + BODY, "unverified"),
    "a changed text": lambda: (signed() + b"more", "contradicts"),
    "a changed subject": lambda: (signed().replace(b"Subject: alert", b"Subject: other"), "contradicts"),
    "a subject outside the signature": lambda: (signed(cover=[b"from", b"to", b"date"]), "unverified"),
    "a second subject": lambda: (signed().replace(b"To:", b"Subject: other\r\nTo:"), "unverified"),
    "a second sender line": lambda: (signed().replace(b"To:", b"From: x@example.net\r\nTo:"), "contradicts"),
    "a second sender in the line": lambda: (
        HEAD.replace(b"Alerts <", b"x@example.net, Alerts <") + BODY,
        "contradicts",
    ),
    "text after the signed length": lambda: (signed(length=True) + b"more", "unverified"),
    "a signed length": lambda: (signed(length=True), "unverified"),
    "the signature of another domain": lambda: (signed(domain=b"evil.example"), "unverified"),
    "a key of somebody else": lambda: (signed(key=_key(1024)[0]), "contradicts"),
    "a signature of rubbish": lambda: (
        b"DKIM-Signature: v=1; a=rsa-sha256; d=facebookmail.com\r\n" + HEAD + BODY,
        "unverified",
    ),
    "the good signature only as the ninth": lambda: (
        b"DKIM-Signature: v=1; d=x.example\r\n" * 8 + signed(),
        "unverified",
    ),
    "a selector that is not published": lambda: (signed().replace(b"s=s1;", b"s=s2;"), "unverified"),
}


@pytest.mark.parametrize("how", FORGED)
def test_that_a_forged_alert_is_never_verified(how: str) -> None:
    raw, expected = FORGED[how]()
    assert label(raw) == expected


@pytest.mark.parametrize(
    "look",
    [
        replace(LOOK, template=""),
        replace(LOOK, links=("https://facebook.com.evil.example/x",)),
        replace(LOOK, links=("https://facebook.com@evil.example/x",)),
        replace(LOOK, text="see http://evil.example/x"),
    ],
    ids=["no template", "a foreign host", "a host behind a name", "a foreign address in the text"],
)
def test_that_genuine_mail_with_strangers_words_is_not_verified(look: Look) -> None:
    assert label(signed(), look) == "unknown-template"


def test_that_another_address_of_the_domain_is_not_verified() -> None:
    head = HEAD.replace(b"alerts@", b"notification@")
    assert label(signed(head + BODY)) == "unknown-template"


def test_that_without_dns_it_is_not_verifiable_now() -> None:
    assert label(signed(), lookup=away) == "not-verifiable"


def test_that_without_dns_a_changed_text_still_contradicts() -> None:
    assert label(signed() + b"more", lookup=away) == "contradicts"


RECEIVED = (
    b"Received: from out.facebookmail.com by mx.example.org with ESMTPS; Wed, 14 Jan 2026 20:20:01 +0000\r\n"
)
PASSED = b"Authentication-Results: mx.example.org; dkim=pass header.d=facebookmail.com\r\n"
FAILED = b"Authentication-Results: mx.example.org; dmarc=fail header.from=facebookmail.com\r\n"


def test_that_the_word_of_our_own_server_counts_when_dns_is_away() -> None:
    inside = b"Received: from mx.example.org by store.inside.example.org; Wed, 14 Jan 2026 20:20:02 +0000\r\n"
    assert label(PASSED + RECEIVED + signed(), lookup=away) == "verified"
    assert label(inside + PASSED + RECEIVED + signed(), lookup=away) == "verified"
    assert label(FAILED + RECEIVED + HEAD + BODY, lookup=away) == "contradicts"


@pytest.mark.parametrize(
    "top",
    [
        PASSED,
        RECEIVED + PASSED,
        PASSED.replace(b"mx.example.org", b"mx.evil.example") + RECEIVED,
        PASSED + RECEIVED.replace(b"by mx.example.org", b"by mx.evil.example"),
        PASSED.replace(b"d=facebookmail.com", b"d=evil.example") + RECEIVED,
        b"Authentication-Results: (((((\r\n" + RECEIVED,
    ],
    ids=["never received", "below", "another server", "received elsewhere", "another domain", "rubbish"],
)
def test_that_anybody_elses_word_does_not_count(top: bytes) -> None:
    assert label(top + signed(), lookup=away) == "not-verifiable"


def test_that_the_word_of_our_server_without_a_signature_verifies_nothing() -> None:
    assert label(PASSED + RECEIVED + HEAD + BODY, lookup=away) == "unverified"


def test_that_nothing_is_looked_up_for_mail_that_does_not_say_it_is_from_meta() -> None:
    def never(name: bytes) -> bytes | None:
        raise AssertionError("asked")

    assert label(
        signed(HEAD.replace(b"facebookmail.com", b"example.net") + BODY, domain=b"example.net"), lookup=never
    )


def test_that_huge_headers_take_no_time() -> None:
    started = time.process_time()
    label(b"X: y\r\n" * 100_000 + signed())
    label(b"DKIM-Signature: " + b"a=b; " * 300_000 + b"\r\n" + HEAD + BODY)
    assert time.process_time() - started < 2


class Counting(TxtLookups):
    """Counts what is really asked."""

    def __init__(self, *answers: bytes | DnsAway | None) -> None:
        self.time = 0.0
        super().__init__("system", now=lambda: self.time)
        self.answers, self.asked = list(answers), 0

    def ask(self, name: bytes) -> bytes | None:
        self.asked += 1
        answer = self.answers.pop(0)
        if isinstance(answer, DnsAway):
            raise answer
        return answer


def test_that_a_key_is_asked_for_once_an_hour() -> None:
    lookups = Counting(b"key", b"new")
    assert [lookups(b"a"), lookups(b"a"), lookups.asked] == [b"key", b"key", 1]
    lookups.time = 3_601
    assert lookups(b"a") == b"new"


def test_that_dns_that_was_away_is_left_alone_for_a_minute() -> None:
    lookups = Counting(DnsAway(), b"key")
    for _ in range(3):
        with pytest.raises(DnsAway):
            lookups(b"a")
    assert lookups.asked == 1
    lookups.time = 61
    assert lookups(b"a") == b"key"


def test_that_as_shipped_no_look_up_leaves_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DnsAway):
        TxtLookups(Senders().dns)(b"a")
    monkeypatch.setenv("CONTROLROOM_DNS", "off")
    with pytest.raises(DnsAway):
        TxtLookups("system")(b"a")


def test_that_a_resolver_that_does_not_answer_is_away_within_the_time() -> None:
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as deaf:
        deaf.bind(("127.0.0.53", 0))
        started = time.monotonic()
        lookups = TxtLookups("127.0.0.54")
        with pytest.raises(DnsAway):
            lookups(b"s1._domainkey.facebookmail.com.")
        assert time.monotonic() - started < 4.5


OTHER_PRIVATE, OTHER_PUBLIC = _key(2048)


@pytest.mark.parametrize(
    ("raw", "key", "lookup", "again"),
    [
        (signed(), PUBLIC, published, "holds"),
        (signed(), OTHER_PUBLIC, published, "holds"),  # what its domain publishes goes before what was kept
        (signed(), PUBLIC, away, "unchecked"),
        (signed(), PUBLIC, lambda name: None, "unchecked"),  # rotated since, or never there
        (signed(), b"", away, "unchecked"),
        (signed(key=OTHER_PRIVATE), OTHER_PUBLIC, published, "contradicts"),  # a key of the forger's own
        (signed(key=OTHER_PRIVATE), OTHER_PUBLIC, away, "unchecked"),
        (signed(), OTHER_PUBLIC, away, "contradicts"),
        (signed() + b"more", PUBLIC, away, "contradicts"),
        (HEAD + BODY, PUBLIC, published, "contradicts"),
        (b"From: x@example.org\r\n\r\nx", PUBLIC, published, "contradicts"),
    ],
)
def test_that_a_label_that_another_desk_gave_is_held_against_the_mail(
    raw: bytes, key: bytes, lookup: Callable[[bytes], bytes | None], again: str
) -> None:
    assert prove_again(raw, key=key.decode(), senders=SENDERS, lookup=lookup) == again
