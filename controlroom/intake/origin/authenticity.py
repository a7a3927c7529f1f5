"""Is it really from Meta? A label with its reason, never a gate: every label rings, none delays a row."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final
from urllib.parse import urlsplit

from controlroom.casework.arriving.ports import Authenticity
from controlroom.intake.origin.lookups import Lookup
from controlroom.intake.origin.senders import Senders
from controlroom.intake.origin.signatures import MAX_SIGNATURES, Signature, Verdict, check, signatures_of
from controlroom.intake.origin.trusted import Word, word_of_our_server
from controlroom.intake.parsing.headers import Headers, addresses, split

MAX_MAIL: Final = 30_000_000  # bytes; above it no signature is checked
MAX_HEADERS: Final = 300_000
_URL: Final = re.compile(r"https?://([^\s/?#<>\"'()|]{1,255})", re.I)


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of a mail besides its bytes."""

    template: str  # the template it fits, or ""
    links: Sequence[str]
    text: str


def judge(raw: bytes, look: Look, senders: Senders, lookup: Lookup) -> Authenticity:
    """The label of this mail. Never raises; asks `lookup` only for a mail that says it is from Meta."""
    proof, sender = prove(raw, senders, lookup)
    return _with_content(proof, sender, look, senders) if proof.label == "verified" else proof


def prove(raw: bytes, senders: Senders, lookup: Lookup) -> tuple[Authenticity, str]:
    """Whether its domain is proven, "verified" then, from the bytes alone; and the address it is from."""
    headers, body = split(raw, 0, len(raw))
    froms = [one for value in headers.all("from")[:20] for one in addresses(value)]
    domains = {one.rpartition("@")[2] for one in froms}
    if not any(senders.has_domain(domain) for domain in domains):
        return Authenticity("unverified", "The sender's domain is not on the list of Meta's domains."), ""
    if len(froms) != 1 or len(headers.all("from")) != 1:
        return Authenticity("contradicts", "It names more than one sender, one of them Meta."), ""
    if len(raw) > MAX_MAIL or body > MAX_HEADERS or not headers.is_whole:
        return Authenticity("not-verifiable", "It is too large for its signature to be checked."), ""
    return _proof(raw, headers, froms[0], senders, lookup), froms[0]


def _proof(raw: bytes, headers: Headers, sender: str, senders: Senders, lookup: Lookup) -> Authenticity:
    """Is the sender's domain proven? The label "verified" then, else one of the others with its reason."""
    domain = sender.rpartition("@")[2]
    word = word_of_our_server(headers, senders)
    found = signatures_of(headers)
    verdicts = [
        _one(raw, index, headers, domain, senders, lookup) for index in range(min(len(found), MAX_SIGNATURES))
    ]
    good = next((one for one in verdicts if one.result == "good"), None)
    if good is not None:
        return Authenticity("verified", good.why, good.key)
    if word.says_fail or any(one.result == "bad" for one in verdicts):
        why = next(
            (one.why for one in verdicts if one.result == "bad"), "Our mail server found its signature wrong."
        )
        return Authenticity("contradicts", why)
    away = next((one for one in verdicts if one.result == "away"), None)
    if away is not None:
        return _by_our_server(away, word)
    why = verdicts[0].why if verdicts else "It says it is from Meta and bears no signature."
    return Authenticity("unverified", why)


def _one(raw: bytes, index: int, headers: Headers, domain: str, senders: Senders, lookup: Lookup) -> Verdict:
    signature = Signature.read(headers.all("dkim-signature")[index])
    trouble = signature.trouble(headers, domain)
    if trouble or not senders.has_domain(signature.domain):
        return Verdict("weak", trouble or "Its signature is not of a domain on the list.")
    return check(raw, index, signature, lookup)


def _by_our_server(away: Verdict, word: Word) -> Authenticity:
    if away.domain in word.passed_domains:
        return Authenticity("verified", "Our mail server checked its signature when it came.")
    return Authenticity("not-verifiable", "Its signing key could not be looked up now.")


def _with_content(proof: Authenticity, sender: str, look: Look, senders: Senders) -> Authenticity:
    """Genuine mail of Meta carries strangers' words: only what looks like an alert throughout is one."""
    if not any(fnmatchcase(sender, pattern) for pattern in senders.senders):
        return Authenticity(
            "unknown-template", "It is Meta's domain, but not an address alerts come from.", proof.key
        )
    if not look.template:
        return Authenticity(
            "unknown-template", "It is Meta's domain, but fits none of the templates.", proof.key
        )
    host = _foreign_host(look, senders.has_link_host)
    if host:
        return Authenticity(
            "unknown-template", f"It is Meta's domain, but a link leads to {host}.", proof.key
        )
    return proof


def _foreign_host(look: Look, is_ours: Callable[[str], bool]) -> str:
    hosts = [_host(link) for link in look.links] + [
        _host(f"https://{found[1]}") for found in _URL.finditer(look.text)
    ]
    return next((host for host in hosts if host and not is_ours(host)), "")


def _host(link: str) -> str:
    try:
        parts = urlsplit(link if "//" in link else f"//{link}")
        return (parts.hostname or "?") if parts.scheme in ("http", "https", "") else ""
    except ValueError:
        return "?"
