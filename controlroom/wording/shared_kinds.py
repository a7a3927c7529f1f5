"""What two cases share, by kind and never by value: nothing that is masked is told here. Pure."""

from collections.abc import Iterable

from controlroom.domain.case import Proposal, is_weak
from controlroom.speech import QT_TRANSLATE_NOOP, translate


def kinds_shared(values: Iterable[str]) -> tuple[str, ...]:
    """The kinds of these values, each once, in the language of the moment."""
    kinds = {_kind_of(value): None for value in values if not value.startswith(("time:", "words:"))}
    return tuple(translate("case", kind) for kind in kinds)


def pairing_text(proposal: Proposal) -> str:
    """Why another case may be the same, in one sentence; what is only alike says that it is less."""
    apart = next((minutes_text(why) for why in proposal.why if why.startswith("time:")), "")
    if is_weak(proposal.why):
        text = translate("case", "Perhaps the same as case %1: similar words, %2. Nothing else agrees.")
        return text.replace("%1", proposal.number).replace("%2", apart)
    text = translate("case", "Same %1 as case %2")
    text = text.replace("%1", ", ".join(kinds_shared(proposal.why))).replace("%2", proposal.number)
    return f"{text}, {apart}." if apart else f"{text}."


def minutes_text(why: str) -> str:
    """How far apart two alerts came in."""
    minutes = round(int(why.removeprefix("time:") or 0) / 60)
    return translate("case", "%1 min apart").replace("%1", str(minutes))


def _kind_of(value: str) -> str:
    if value.startswith("user:"):
        return QT_TRANSLATE_NOOP("case", "user name")
    if value.lstrip("+").isdigit():
        return QT_TRANSLATE_NOOP("case", "phone")
    if "@" in value:
        return QT_TRANSLATE_NOOP("case", "e-mail")
    if "/" in value or "." in value:
        return QT_TRANSLATE_NOOP("case", "account or post")
    return QT_TRANSLATE_NOOP("case", "fact")
