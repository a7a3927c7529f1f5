"""One sentence for each event of the time line. Who did it and when stand beside it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from controlroom import speech as QCoreApplication  # noqa: N812
from controlroom.casework.handing.handovers import LOOKED_AT
from controlroom.domain.events import Event
from controlroom.domain.sealed import SEALED
from controlroom.wording import referral_words, words
from controlroom.wording.shared_kinds import kinds_shared, minutes_text

Body = Mapping[str, Any]
ODD: Final = (AttributeError, LookupError, TypeError, ValueError, ArithmeticError)  # what an odd body raises


def sentence(event: Event) -> str:
    """What happened, in the language of the moment; a kind of a newer version is named as it is.

    A body that is not what it should be, sent by a hostile desk, keeps nobody from the rest of the case.
    """
    make = _SENTENCES.get(event.kind)
    if make is None:
        text = QCoreApplication.translate("events", "Something this version does not know: %1")
        return text.replace("%1", event.kind)
    try:
        text = make(event.body)
        return f"{text.rstrip(' :-')} ({_sealed(event.body)})" if SEALED in event.body else text
    except ODD:
        return unreadable()


def _sealed(body: Body) -> str:
    """Why the words of this step cannot be read."""
    if body[SEALED]:
        return QCoreApplication.translate("events", "its words cannot be read here yet")
    return QCoreApplication.translate("events", "its words were erased")


def unreadable() -> str:
    """In place of a sentence."""
    return QCoreApplication.translate("events", "What stands in this step cannot be read")


def _alert(body: Body) -> str:
    text = QCoreApplication.translate("events", "Alert received: %1")
    return text.replace("%1", words.source(str(body.get("source") or "mail")))


def _proposed(body: Body) -> str:
    text = QCoreApplication.translate("events", "May belong to case %1: %2")
    reasons = tuple(map(str, body.get("why") or ()))
    apart = (minutes_text(why) for why in reasons if why.startswith("time:"))
    why = ", ".join([*kinds_shared(reasons), *apart])
    return text.replace("%1", str(body.get("number") or "")).replace("%2", why)


def _released(body: Body) -> str:
    if body.get("of"):
        text = QCoreApplication.translate("events", "Back in the queue: %1 is gone")
        return text.replace("%1", str(body["of"]))
    return QCoreApplication.translate("events", "Released: nobody holds it")


def _claimed(body: Body) -> str:
    if body.get("relief"):
        return QCoreApplication.translate("events", "Taken over from %1, who asked to be relieved").replace(
            "%1", str(body.get("from") or "")
        )
    return QCoreApplication.translate("events", "Claimed")


def _relief(body: Body) -> str:
    if body.get("on"):
        text = QCoreApplication.translate("events", "%1 asks to be relieved")
    else:
        text = QCoreApplication.translate("events", "%1 asks to be relieved no more")
    return text.replace("%1", str(body.get("person") or ""))


def _triaged(body: Body) -> str:
    text = QCoreApplication.translate("events", "Triaged as: %1")
    parts = [words.category(str(body.get("category") or ""))]
    if body.get("minor"):
        parts.append(QCoreApplication.translate("events", "under 18"))
    if body.get("live"):
        parts.append(QCoreApplication.translate("events", "live video"))
    if body.get("means"):
        parts.append(str(body["means"]))
    return text.replace("%1", ", ".join(parts))


def _placed(body: Body) -> str:
    text = QCoreApplication.translate("events", "Place found: %1")
    parts = [words.place_source(str(body.get("source") or "other"))]
    if body.get("accuracy_m") is not None:
        parts.append(f"± {round(float(body['accuracy_m']))} m")
    if body.get("text"):
        parts.append(str(body["text"]))
    return text.replace("%1", ", ".join(parts))


def _tried(body: Body) -> str:
    text = QCoreApplication.translate("events", "Location tried: %1")
    source = str(body.get("source") or "")
    what = str(body.get("text") or "") or (words.place_source(source) if source else "")
    parts = [what, str(body.get("given_by") or "")]
    return text.replace("%1", ", ".join(filter(None, parts)) or "-")


def _chosen(body: Body) -> str:
    text = QCoreApplication.translate("events", "This place counts: %1")
    parts = [words.place_source(str(body.get("source") or "other")), str(body.get("reason") or "")]
    return text.replace("%1", ", ".join(filter(None, parts)))


def _jurisdiction(body: Body) -> str:
    text = QCoreApplication.translate("events", "It belongs to: %1")
    parts = [str(body.get(name) or "") for name in ("thana", "district", "state")]
    return text.replace("%1", ", ".join(filter(None, [*parts, words.force(str(body.get("force") or ""))])))


def _not_sent(body: Body) -> str:
    text = QCoreApplication.translate("events", "Not sent yet to %1: %2")
    return text.replace("%1", words.connector(str(body.get("to") or ""))).replace(
        "%2", str(body.get("why") or "-")
    )


def _sent(body: Body) -> str:
    text = QCoreApplication.translate("events", "Sent to %1")
    return text.replace("%1", words.connector(str(body.get("to") or "")))


def _called(body: Body) -> str:
    text = QCoreApplication.translate("events", "Called %1: %2")
    said = [words.call_result(str(body.get("result") or "")), str(body.get("text") or "")]
    return text.replace("%1", str(body.get("who") or "")).replace("%2", ", ".join(filter(None, said)))


def _duty(body: Body) -> str:
    if body.get("on"):
        text = QCoreApplication.translate("events", "%1 is on duty")
    else:
        text = QCoreApplication.translate("events", "%1 is off duty")
    return text.replace("%1", str(body.get("person") or ""))


def _exercise(body: Body) -> str:
    if body.get("on"):
        return QCoreApplication.translate("events", "An exercise began: %1").replace(
            "%1", str(body.get("name") or "")
        )
    return QCoreApplication.translate("events", "The exercise ended")


def _set(body: Body) -> str:
    return QCoreApplication.translate("events", "Setting of the room changed: %1").replace(
        "%1", str(body.get("name") or "")
    )


def _directory(body: Body) -> str:
    text = QCoreApplication.translate("events", "Directory changed: %1")
    entry = body.get("entry") or {}
    name = entry.get("name_en") or entry.get("name_hi") or body.get("name") or body.get("key")
    return text.replace("%1", str(name or ""))


def _key_sealed(body: Body) -> str:
    text = QCoreApplication.translate("events", "The desk's key was sealed for: %1")
    return text.replace("%1", ", ".join(map(str, body.get("custodians") or ())))


def _key_opened(body: Body) -> str:
    text = QCoreApplication.translate("events", "The desk was opened with the keys of: %1")
    return text.replace("%1", ", ".join(map(str, body.get("custodians") or ())))


def _noted(body: Body) -> str:
    return QCoreApplication.translate("events", "Note: %1").replace("%1", str(body.get("text") or ""))


def _ticked(body: Body) -> str:
    item = str(body.get("item") or "")
    if item == LOOKED_AT:
        return QCoreApplication.translate("events", "A second person vouched for the mail")
    return QCoreApplication.translate("events", "Ticked off: %1").replace("%1", item)


def _handed(body: Body) -> str:
    text = QCoreApplication.translate("events", "Handed over to: %1")
    to = words.connector(str(body.get("to") or ""))
    return text.replace("%1", f"{to} ({body['ref']})" if body.get("ref") else to)


def _reported(body: Body) -> str:
    text = QCoreApplication.translate("events", "The ground says: %1")
    step = words.report(str(body.get("step") or ""))
    return text.replace("%1", f"{step} ({body['from']})" if body.get("from") else step)


def _outcome(body: Body) -> str:
    if body.get("not_reached"):
        text = QCoreApplication.translate("events", "Not reached: %1")
        return text.replace("%1", words.not_reached(str(body["not_reached"])))
    text = QCoreApplication.translate("events", "How it ended: %1")
    return text.replace("%1", ", ".join(words.outcome(str(fact)) for fact in body.get("facts") or ()))


def _closed(body: Body) -> str:
    if body.get("reason"):
        return QCoreApplication.translate("events", "Closed: %1").replace("%1", str(body["reason"]))
    return QCoreApplication.translate("events", "Closed")


def _joined(body: Body) -> str:
    text = QCoreApplication.translate("events", "Joined into case %1")
    return text.replace("%1", str(body.get("number") or ""))


def _person(body: Body) -> str:
    texts = {
        "pin-set": QCoreApplication.translate("events", "%1 has a PIN now"),
        "pin-changed": QCoreApplication.translate("events", "%1 has another PIN now"),
        "pin-reset": QCoreApplication.translate("events", "%1 has a new PIN, confirmed by %2"),
        "put-out": QCoreApplication.translate("events", "%1 may not sign in any more"),
        "sat-down": QCoreApplication.translate("events", "%1 sat down at the desk"),
    }
    text = texts.get(str(body.get("change")), QCoreApplication.translate("events", "%1: another person"))
    return text.replace("%1", str(body.get("person") or "")).replace("%2", str(body.get("by") or ""))


def _intake(body: Body) -> str:
    if body.get("is_ill") is False and body.get("values") == {}:
        return QCoreApplication.translate("events", "No test mails are sent any more")
    if body.get("is_ill") is False:
        return QCoreApplication.translate("events", "Mails arrive again")
    return QCoreApplication.translate("events", "The intake of mail failed")


def _connector(body: Body) -> str:
    texts = {
        "added": QCoreApplication.translate("events", "Way out added: %1 (%2)"),
        "removed": QCoreApplication.translate("events", "Way out removed: %1 (%2)"),
    }
    text = texts.get(
        str(body.get("change")), QCoreApplication.translate("events", "Way out changed: %1 (%2)")
    )
    return text.replace("%2", str(body.get("kind") or "")).replace("%1", str(body.get("name") or ""))


def _absorbed(body: Body) -> str:
    text = QCoreApplication.translate("events", "Case %1 was joined into this one")
    return text.replace("%1", str(body.get("number") or ""))


_SENTENCES: Final[Mapping[str, Callable[[Body], str]]] = {
    "alert_received": _alert,
    "join_proposed": _proposed,
    "join_declined": lambda body: QCoreApplication.translate("events", "Kept apart: not the same person"),
    "case_claimed": _claimed,
    "case_released": _released,
    "case_triaged": _triaged,
    "location_tried": _tried,
    "place_found": _placed,
    "fact_added": lambda body: QCoreApplication.translate("events", "Fact added"),
    "note_added": _noted,
    "place_chosen": _chosen,
    "jurisdiction_set": _jurisdiction,
    "check_done": _ticked,
    "handed_over": _handed,
    "handover_sent": _sent,
    "handover_failed": _not_sent,
    "call_logged": _called,
    "room_set": _set,
    "directory_changed": _directory,
    "duty_changed": _duty,
    "exercise_changed": _exercise,
    "report_received": _reported,
    "outcome_recorded": _outcome,
    "outcome_reviewed": lambda body: QCoreApplication.translate("events", "Reviewed by a second person"),
    "follow_up_started": lambda body: QCoreApplication.translate("events", "Follow-up started"),
    "follow_up_ended": lambda body: QCoreApplication.translate("events", "Follow-up ended"),
    "case_closed": _closed,
    "case_reopened": lambda body: QCoreApplication.translate("events", "Reopened"),
    "case_joined": _joined,
    "case_absorbed": _absorbed,
    "event_undone": lambda body: QCoreApplication.translate("events", "Took back a step"),
    "person_proposed": lambda body: QCoreApplication.translate("events", "Somebody known, it seems"),
    "person_confirmed": lambda body: QCoreApplication.translate("events", "It is somebody known"),
    "person_declined": lambda body: QCoreApplication.translate("events", "It is somebody else"),
    "person_opened": lambda body: QCoreApplication.translate("events", "File of the person opened"),
    "person_told": lambda body: QCoreApplication.translate("events", "More about the person"),
    "person_untold": lambda body: QCoreApplication.translate("events", "A value of the person taken out"),
    "care_told": lambda body: QCoreApplication.translate("events", "More for those who keep in touch"),
    "care_untold": lambda body: QCoreApplication.translate(
        "events", "A word for those who keep in touch taken out"
    ),
    "reason_told": lambda body: QCoreApplication.translate("events", "Why, in their own words"),
    "case_linked": lambda body: QCoreApplication.translate("events", "Case put into the file of the person"),
    "persons_joined": lambda body: QCoreApplication.translate("events", "Two files are one person"),
    "persons_split": lambda body: QCoreApplication.translate("events", "Two files are two persons"),
    "plan_started": lambda body: QCoreApplication.translate("events", "Follow-up plan made"),
    "plan_handed_on": lambda body: QCoreApplication.translate("events", "Follow-up handed on"),
    "plan_ended": lambda body: QCoreApplication.translate("events", "Follow-up plan ended"),
    "contact_tried": lambda body: QCoreApplication.translate("events", "Contact tried"),
    "contact_moved": lambda body: QCoreApplication.translate("events", "Contact moved to another day"),
    "contact_noted": lambda body: QCoreApplication.translate("events", "Counsellor's note"),
    "consent_given": lambda body: QCoreApplication.translate("events", "Consent given"),
    "consent_withdrawn": lambda body: QCoreApplication.translate("events", "Consent withdrawn"),
    **referral_words.SENTENCES,
    "retention_reviewed": lambda body: QCoreApplication.translate("events", "Data kept after a review"),
    "erasure_asked": lambda body: QCoreApplication.translate("events", "Asked to erase the data"),
    "person_erased": lambda body: QCoreApplication.translate("events", "Data of the person erased"),
    "note_read": lambda body: QCoreApplication.translate("events", "Read the counsellors' notes"),
    "counsellor_changed": lambda body: QCoreApplication.translate("events", "Roster of counsellors changed"),
    "relief_changed": _relief,
    "sight_chosen": lambda body: QCoreApplication.translate("events", "Chose what is covered for them"),
    "incident_noted": lambda body: QCoreApplication.translate("events", "A word to the supervisor"),
    "secret_revealed": lambda body: QCoreApplication.translate("events", "Looked at what is masked"),
    "case_opened": lambda body: QCoreApplication.translate("events", "Opened the case"),
    "copied_out": lambda body: QCoreApplication.translate("events", "Copied something out"),
    "list_read": lambda body: QCoreApplication.translate("events", "Read a list of cases"),
    "places_imported": lambda body: QCoreApplication.translate("events", "Places imported"),
    "person_changed": _person,
    "key_escrowed": _key_sealed,
    "key_recovered": _key_opened,
    "connector_changed": _connector,
    "passphrase_changed": lambda body: QCoreApplication.translate("events", "The passphrase was changed"),
    "intake_faulted": _intake,
}
