"""Words of finding: why something is tried next, what is odd about a place, why it is somebody's."""

from collections.abc import Callable, Mapping
from typing import Final

from controlroom.casework.placing.whose import Claim
from controlroom.domain.finding import Ask, Remark
from controlroom.speech import QT_TRANSLATE_NOOP, translate
from controlroom.wording import words

_WHY_ASK: Final[Mapping[str, str]] = {
    "phone": QT_TRANSLATE_NOOP("forms", "There is a phone number."),
    "no-phone": QT_TRANSLATE_NOOP("forms", "There is no phone number yet: the platform may know one."),
    "account": QT_TRANSLATE_NOOP("forms", "There is an account."),
    "ip": QT_TRANSLATE_NOOP("forms", "An IP address is only a hint: never send anybody by it alone."),
    "caller": QT_TRANSLATE_NOOP("forms", "Somebody told us: they may know more."),
    "plate": QT_TRANSLATE_NOOP("forms", "A number plate stands in the words."),
    "rail": QT_TRANSLATE_NOOP("forms", "The words speak of a track, bridge or landmark."),
    "earlier": QT_TRANSLATE_NOOP("forms", "There was a case before: the place then, the family."),
    "other-place": QT_TRANSLATE_NOOP(
        "forms", "The person was not at the first place; this one was named too."
    ),
    "silent": QT_TRANSLATE_NOOP("forms", "Asked more than 20 minutes ago, and no answer: ask again."),
    "not-there": QT_TRANSLATE_NOOP("forms", "Tried before the person was missed at the place: ask anew."),
}
_WHY_THEIRS: Final[Mapping[str, str]] = {
    "boundary": QT_TRANSLATE_NOOP("forms", "by the boundary"),
    "near-border": QT_TRANSLATE_NOOP("forms", "near a border: tell both"),
    "approximate": QT_TRANSLATE_NOOP("forms", "the place is only approximate"),
    "named": QT_TRANSLATE_NOOP("forms", "named in the alert"),
    "words-rail": QT_TRANSLATE_NOOP("forms", "the words speak of a railway"),
    "station": QT_TRANSLATE_NOOP("forms", "at a railway station"),
    "outside": QT_TRANSLATE_NOOP("forms", "outside Uttar Pradesh"),
    "by-hand": QT_TRANSLATE_NOOP("forms", "decided by hand"),
}
_STATUS: Final[Mapping[str, str]] = {
    "asked": QT_TRANSLATE_NOOP("forms", "Asked, no answer yet"),
    "nothing": QT_TRANSLATE_NOOP("forms", "No place from it"),
}
_BY: Final[Mapping[str, str]] = {
    "phone": QT_TRANSLATE_NOOP("forms", "by phone"),
    "e-mail": QT_TRANSLATE_NOOP("forms", "by e-mail"),
    "desk": QT_TRANSLATE_NOOP("forms", "at this desk"),
}
_ODD: Final[Mapping[str, str]] = {
    "apart": QT_TRANSLATE_NOOP("forms", "%1 km from the place that counts: both cannot be true"),
    "other-district": QT_TRANSLATE_NOOP("forms", "in another district than the place that counts"),
    "old": QT_TRANSLATE_NOOP("forms", "%1 minutes old"),
    "moved": QT_TRANSLATE_NOOP("forms", "moved %1 km since"),
}


def _said(table: Mapping[str, str], key: str) -> str:
    source = table.get(key)
    return translate("forms", source) if source else key


def ask_word(ask: Ask) -> str:
    """What is tried, short enough for a chip."""
    if ask.source == "candidate":
        return translate("forms", "The other place")
    if ask.why == "earlier":
        return translate("forms", "Earlier case")
    return words.place_source(ask.source)


def why_word(ask: Ask) -> str:
    """Why it is tried next."""
    return " ".join(filter(None, (_said(_WHY_ASK, ask.why), ask.words)))


def status_word(status: str) -> str:
    """What came of a try."""
    return _said(_STATUS, status)


def by_word(by: str) -> str:
    """How somebody is asked."""
    return _said(_BY, by)


def odd_word(remark: Remark) -> str:
    """What is odd about a place."""
    value = f"{remark.value:.0f}" if remark.value >= 10 or remark.kind == "old" else f"{remark.value:.1f}"
    return _said(_ODD, remark.kind).replace("%1", value)


def claim_word(claim: Claim, name: Callable[[str], str]) -> str:
    """ "Chinhat, zone East, Lucknow (Commissionerate)". `name` puts names into the language."""
    zone = translate("forms", "zone %1").replace("%1", claim.zone) if claim.zone else ""
    where = name(claim.district or claim.state)
    parts = ", ".join(filter(None, (claim.thana, zone, where)))
    force = words.force(claim.force)
    return f"{parts} ({force})" if parts else force


def why_theirs(claim: Claim) -> str:
    """Why it may be theirs."""
    return ", ".join(filter(None, (_said(_WHY_THEIRS, claim.why), claim.words)))
