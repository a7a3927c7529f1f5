"""The words of referrals and reminders, read anew at each call, and one sentence for each of their events."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from controlroom.speech import QT_TRANSLATE_NOOP, translate
from controlroom.wording import words

Body = Mapping[str, Any]
SERVICES: Final[Mapping[str, object]] = {
    "tele-manas": QT_TRANSLATE_NOOP("referrals", "Tele-MANAS"),
    "dmhp": QT_TRANSLATE_NOOP("referrals", "District mental health programme"),
    "hospital": QT_TRANSLATE_NOOP("referrals", "Hospital"),
    "1090": QT_TRANSLATE_NOOP("referrals", "Women Power Line 1090"),
    "181": QT_TRANSLATE_NOOP("referrals", "Women helpline 181"),
    "1098": QT_TRANSLATE_NOOP("referrals", "Childline 1098"),
    "ngo": QT_TRANSLATE_NOOP("referrals", "An NGO"),
    "helpline": QT_TRANSLATE_NOOP("referrals", "A helpline"),
}
REASONS: Final[Mapping[str, object]] = {
    "crisis": QT_TRANSLATE_NOOP("referrals", "Thoughts of suicide again"),
    "treatment": QT_TRANSLATE_NOOP("referrals", "Treatment"),
    "distress": QT_TRANSLATE_NOOP("referrals", "Great distress"),
    "violence": QT_TRANSLATE_NOOP("referrals", "Violence at home"),
    "harassment": QT_TRANSLATE_NOOP("referrals", "Harassment, blackmail"),
    "child": QT_TRANSLATE_NOOP("referrals", "A child needs protection"),
    "need": QT_TRANSLATE_NOOP("referrals", "Want: money, work, shelter"),
    "other": QT_TRANSLATE_NOOP("referrals", "Something else"),
}
WAYS: Final[Mapping[str, object]] = {
    "mail": QT_TRANSLATE_NOOP("referrals", "e-mail"),
    "sms": QT_TRANSLATE_NOOP("referrals", "SMS"),
    "slip": QT_TRANSLATE_NOOP("referrals", "slip"),
    "phone": QT_TRANSLATE_NOOP("referrals", "phone"),
}
STATES: Final[Mapping[str, object]] = {
    "withdrawn": QT_TRANSLATE_NOOP("referrals", "no consent any more"),
    "failed": QT_TRANSLATE_NOOP("referrals", "did not arrive"),
    "declined": QT_TRANSLATE_NOOP("referrals", "declined"),
    "unclear": QT_TRANSLATE_NOOP("referrals", "unclear answer: read it"),
    "overdue": QT_TRANSLATE_NOOP("referrals", "no answer"),
    "waiting": QT_TRANSLATE_NOOP("referrals", "waits for an answer"),
    "done": QT_TRANSLATE_NOOP("referrals", "says done: log the contact"),
    "acknowledged": QT_TRANSLATE_NOOP("referrals", "acknowledged"),
}
ENDS: Final[Mapping[str, object]] = {
    "seen": QT_TRANSLATE_NOOP("referrals", "The person was seen there"),
    "not-come": QT_TRANSLATE_NOOP("referrals", "The person did not come"),
    "refused": QT_TRANSLATE_NOOP("referrals", "The person does not want it"),
    "not-needed": QT_TRANSLATE_NOOP("referrals", "Not needed any more"),
    "withdrawn": QT_TRANSLATE_NOOP("referrals", "Consent withdrawn, they were told"),
    "elsewhere": QT_TRANSLATE_NOOP("referrals", "Went to another service"),
    "mistake": QT_TRANSLATE_NOOP("referrals", "Made by mistake"),
}
STAGES: Final[Mapping[str, object]] = {
    "due": QT_TRANSLATE_NOOP("referrals", "due"),
    "late": QT_TRANSLATE_NOOP("referrals", "late"),
    "very-late": QT_TRANSLATE_NOOP("referrals", "very late"),
}


def word(table: Mapping[str, object], key: str) -> str:
    """In the language of the moment; what this version does not know, as it is."""
    return translate("referrals", str(table[key])) if key in table else key


# --- events -------------------------------------------------------------------------------------------------


def _put(template: str, *parts: str) -> str:
    for at, part in enumerate(parts, start=1):
        template = template.replace(f"%{at}", part)
    return template


def _referred(body: Body) -> str:
    text = translate("referrals", "Referred to %1 by %2")
    return _put(text, str(body["name"]), word(WAYS, str(body["by"])))


def _answered(body: Body) -> str:
    text = translate("referrals", "The service: %1")
    return _put(text, word(STATES, str(body["step"])))


def _ended(body: Body) -> str:
    return _put(translate("referrals", "Referral ended: %1"), word(ENDS, str(body["end"])))


def _reminded(body: Body) -> str:
    text = translate("referrals", "District reminded of the contact by %1")
    return _put(text, word(WAYS, str(body["by"])))


def _district(body: Body) -> str:
    return _put(translate("referrals", "The district: %1"), word(STATES, str(body["step"])))


def _sent(body: Body) -> str:
    return _put(translate("referrals", "Sent to %1"), words.connector(str(body.get("to") or "")))


def _not_sent(body: Body) -> str:
    text = translate("referrals", "Did not go to %1: %2")
    return _put(text, words.connector(str(body.get("to") or "")), str(body.get("why") or "-"))


SENTENCES: Final[Mapping[str, Callable[[Body], str]]] = {
    "referral_made": _referred,
    "referral_repeated": lambda body: translate("referrals", "Asked the service again"),
    "referral_answered": _answered,
    "referral_ended": _ended,
    "referral_explained": lambda body: translate("referrals", "Words about a referral"),
    "danger_stated": lambda body: translate(
        "referrals", "A supervisor states danger to life: referred without consent"
    ),
    "reminder_made": _reminded,
    "reminder_answered": _district,
    "letter_sent": _sent,
    "letter_failed": _not_sent,
}
ICONS: Final[Mapping[str, str]] = {
    "referral_made": "first-aid",
    "referral_repeated": "paper-plane-tilt",
    "referral_answered": "phone-incoming",
    "referral_ended": "archive",
    "referral_explained": "note-pencil",
    "danger_stated": "warning",
    "reminder_made": "bell-ringing",
    "reminder_answered": "phone-incoming",
    "letter_sent": "paper-plane-tilt",
    "letter_failed": "warning",
}
