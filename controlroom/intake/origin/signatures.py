"""DKIM signatures: what each one covers, and whether it holds. The library alone proves little."""

import base64
import hashlib
import logging
import re
from collections import Counter
from dataclasses import dataclass
from typing import Final, NamedTuple

from controlroom.intake.origin.lookups import DnsAway, Lookup
from controlroom.intake.parsing.headers import Headers

MAX_SIGNATURES: Final = 8
MAX_SIGNATURE: Final = 4_000  # bytes
_COVERED: Final = ("from", "subject", "date", "to")
_SINGLE: Final = (
    *_COVERED,
    "cc",
    "reply-to",
    "message-id",
    "content-type",
    "content-transfer-encoding",
    "mime-version",
)
_TAG: Final = re.compile(r"^\s*([A-Za-z][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$", re.S)
_silent = logging.Logger("dkim")  # its messages name hosts; they go nowhere
_silent.addHandler(logging.NullHandler())


class Verdict(NamedTuple):
    """good, bad (proven wrong), weak (proves nothing), away (the key can't be had now)."""

    result: str
    why: str
    key: str = ""
    domain: str = ""


def signatures_of(headers: Headers) -> list[bytes]:
    """The DKIM-Signature headers, from the top."""
    return headers.all("dkim-signature")


@dataclass(frozen=True, slots=True)
class Signature:
    """The tags of one DKIM-Signature."""

    tags: dict[str, str]
    is_too_long: bool

    @classmethod
    def read(cls, value: bytes) -> "Signature":
        """From the header's raw value; a double tag makes it void."""
        tags: dict[str, str] = {}
        for piece in value[:MAX_SIGNATURE].decode("ascii", "replace").split(";"):
            found = _TAG.match(piece)
            if found:
                tags[found[1]] = "" if found[1] in tags else found[2]
        return cls(tags, len(value) > MAX_SIGNATURE)

    @property
    def domain(self) -> str:
        """d=, small letters."""
        return self.tags.get("d", "").lower()

    def trouble(self, headers: Headers, sender_domain: str) -> str:
        """Why it would prove nothing even if it held, or empty."""
        if self.is_too_long or not all(self.tags.get(tag) for tag in ("d", "s", "h", "b", "bh")):
            return "Its signature is not complete."
        if not (
            _is_same_or_below(sender_domain, self.domain) or _is_same_or_below(self.domain, sender_domain)
        ):
            return "Its signature is of another domain than its sender."
        if "l" in self.tags:
            return "Its signature covers only the beginning of the text."
        if self.tags.get("a", "").lower() not in ("rsa-sha256", "ed25519-sha256"):
            return "Its signature uses a method that is no longer safe."
        signed = Counter(re.sub(r"\s+", "", self.tags["h"]).lower().split(":"))
        there = Counter(name for name, _ in headers.fields)
        for name in _COVERED:
            if signed[name] < max(1, there[name]):
                return f"Its signature does not cover every {name.capitalize()} line."
        unsigned = [name for name in _SINGLE if there[name] > 1 and signed[name] < there[name]]
        return f"It has a second {unsigned[0].capitalize()} line that is not signed." if unsigned else ""


def _is_same_or_below(name: str, upper: str) -> bool:
    return "." in upper and (name == upper or name.endswith(f".{upper}"))


def check(raw: bytes, index: int, signature: Signature, lookup: Lookup) -> Verdict:
    """Does the `index`-th signature hold? One look-up at most."""
    import dkim

    try:
        agrees = _body_agrees(raw, signature)
    except Exception as trouble:  # noqa: BLE001  the library lets many kinds escape; none may stop a mail
        return Verdict(
            "weak", f"Its signature can't be checked ({type(trouble).__name__}).", domain=signature.domain
        )
    if not agrees:
        return Verdict("bad", "Its text is not the one that was signed.", domain=signature.domain)
    name = f"{signature.tags['s']}._domainkey.{signature.domain}.".encode("ascii", "replace")
    try:
        key = lookup(name)
    except DnsAway:
        return Verdict("away", "Its signing key could not be looked up now.", domain=signature.domain)
    if not key:
        return Verdict("weak", "Its domain publishes no such signing key.", domain=signature.domain)
    try:
        dkim.evaluate_pk(name, key)
        checker = dkim.DKIM(raw, logger=_silent, minkey=1024)
        holds = checker.verify(index, dnsfunc=lambda _name, timeout=0: key)
    except Exception as trouble:  # noqa: BLE001  as above
        return Verdict(
            "weak", f"Its signature can't be checked ({type(trouble).__name__}).", domain=signature.domain
        )
    if not holds:
        return Verdict("bad", "Its signature is wrong.", domain=signature.domain)
    why = f"Signed by {signature.domain}, key of {checker.keysize} bits."
    return Verdict("good", why, key.decode("ascii", "replace")[:2_000], signature.domain)


def _body_agrees(raw: bytes, signature: Signature) -> bool:
    """Is the body the one whose digest was signed? Needs no key, so it holds without a network too."""
    import dkim
    from dkim.canonicalization import CanonicalizationPolicy

    policy = CanonicalizationPolicy.from_c_value(signature.tags.get("c", "simple/simple").encode())
    body = policy.canonicalize_body(dkim.rfc822_parse(raw)[1])
    wanted = base64.b64decode(re.sub(r"\s+", "", signature.tags["bh"]))
    return hashlib.sha256(body).digest() == wanted
