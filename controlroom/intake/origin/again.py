"""Does a mail bear out the label that some desk gave it? Asked again, from its bytes and its key."""

from typing import Final, Literal

from controlroom.intake.origin.authenticity import prove
from controlroom.intake.origin.lookups import DnsAway, Lookup
from controlroom.intake.origin.senders import Senders

PROVEN: Final = frozenset({"verified", "unknown-template"})  # labels that say whose domain it is from
Again = Literal["holds", "unchecked", "contradicts"]


class _Keys:
    """The key that the domain publishes now; else the one that was kept, chosen by whoever gave the label."""

    def __init__(self, kept: bytes, lookup: Lookup) -> None:
        self._kept, self._lookup = kept, lookup
        self.are_published = False

    def __call__(self, name: bytes) -> bytes | None:
        try:
            published = self._lookup(name)
        except DnsAway:
            published = None
        self.are_published = bool(published)
        if not published and not self._kept:
            raise DnsAway
        return published or self._kept


def prove_again(raw: bytes, *, key: str, senders: Senders, lookup: Lookup) -> Again:
    """Of a label that is one of PROVEN.

    `unchecked`: it agrees with its own key, which nobody publishes now, or with what a mail server wrote into
    the mail; neither is more than the word of who gave it.
    """
    keys = _Keys(key.encode(), lookup)
    proof, _ = prove(raw, senders, keys)
    if proof.label == "verified" and keys.are_published:
        return "holds"
    return "unchecked" if proof.label in ("verified", "not-verifiable") else "contradicts"
