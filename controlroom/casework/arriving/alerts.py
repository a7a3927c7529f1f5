"""An alert becomes a row: from a mail that was read, from Meta's phone call, or from anybody who rings."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from msgspec.structs import replace

from controlroom.casework.arriving.pairing import propose_joins
from controlroom.casework.arriving.ports import Authenticity, KeptMail, ReadMail
from controlroom.casework.care.knownpersons import propose_known
from controlroom.casework.placing.ports import Locator
from controlroom.casework.ports import NewEvent, Tx
from controlroom.casework.room.exercises import is_exercise_account
from controlroom.domain.derived import case_of_mail
from controlroom.domain.events import CASE, new_id
from controlroom.errors import BadInput

if TYPE_CHECKING:
    from controlroom.clues.read import Clues

SOURCES = ("phone", "x", "citizen", "112", "1090", "181", "district")
KEPT_TEXT = 20_000  # characters of a mail in the event; all of it stays in the blob
CRIES = frozenset({"means", "wish", "place"})  # kinds of hint
LETTER = 2_000  # characters up to which a mail is a letter of somebody
GENUINE = ("verified", "unknown-template")


Recogniser = Callable[[Tx, ReadMail, KeptMail], UUID | str]
"""Asked of each mail before it is taken for an alert: whose case it is; or why it is a loud row; or ""."""


def take_mail(
    tx: Tx,
    read: ReadMail,
    kept: KeptMail,
    *,
    locator: Locator | None = None,
    recognisers: Sequence[Recogniser] = (),
) -> UUID:
    """Make the row of a mail, with what it may belong to. The same bytes again are the same row.

    The recognisers are asked in turn; a mail that is none of theirs is an alert.
    """
    known = tx.mail_is_row(read.sha256)
    if known is not None:
        return known
    case_id = case_of_mail(read.sha256)
    if tx.case(case_id) is not None:  # another desk or intake took it in, and it came over
        tx.mail_became(read.sha256, case_id)
        return case_id
    for recognise in recognisers:
        found = recognise(tx, read, kept)
        if isinstance(found, UUID):
            tx.mail_became(read.sha256, found)
            return found
        if found:
            read = replace(read, quarantined=found)
            break
    body: dict[str, Any] = {
        "number": tx.next_number(),
        "source": "mail",
        "mail": read.sha256,
        "account": kept.account,
        "exercise": is_exercise_account(kept.account),
        "folder": kept.folder,
        "subject": read.subject,
        "sender": read.sender,
        "text": read.text[:KEPT_TEXT],
        "template": read.template,
        "authenticity": _authenticity(read.authenticity),
        "quarantined": read.quarantined,
        "ring": "alert" if read.is_alert or read.quarantined or _is_a_cry(read) else "soft",
        "attachments": [{"name": a.name, "type": a.media_type, "size": a.size} for a in read.attachments],
        "facts": facts_of(read.clues, names=read.names, source=_place_source(read)),
    }
    _locate(body, locator)
    _hint(body, read.clues)
    _open(tx, case_id, body, _received(tx, read, kept))
    tx.mail_became(read.sha256, case_id)
    return case_id


def _open(tx: Tx, case_id: UUID, body: Mapping[str, Any], received: datetime) -> None:
    tx.append([NewEvent(CASE, case_id, "alert_received", body, received)])
    if body["ring"] == "alert":
        propose_joins(tx, case_id)
        propose_known(tx, case_id)


def _hint(body: dict[str, Any], clues: "Clues") -> None:
    """What the words hint at, with those words."""
    if clues.hints:
        body["hints"] = [{"kind": hint.kind, "words": hint.words} for hint in clues.hints]


def _is_a_cry(read: ReadMail) -> bool:
    """A short letter that speaks of dying rings, though nothing in it leads to anybody."""
    return len(read.text) < LETTER and any(hint.kind in CRIES for hint in read.clues.hints)


def _locate(body: dict[str, Any], locator: Locator | None) -> None:
    """Name the district of each point; of a PIN code only as a hint."""
    if locator is None:
        return
    facts = body["facts"]
    for point in facts.get("points", ()):
        point["district"], point["is_guess"] = locator.district_at(point["lat"], point["lon"])
    body["district"] = next((point["district"] for point in facts.get("points", ())), "")
    hints = (locator.district_of_pin(pin) for pin in facts.get("pin_codes", ()))
    body["district_hint"] = next((hint for hint in hints if hint), "")


def _received(tx: Tx, read: ReadMail, kept: KeptMail) -> datetime:
    """When the alert reached the mailbox: the server's word, else the mail's own, never in the future."""
    return min(kept.internal_date or read.sent_at or kept.kept_at, tx.now())


def _place_source(read: ReadMail) -> str:
    return "meta" if read.template or read.authenticity.label in GENUINE else "other"


def _authenticity(found: Authenticity) -> dict[str, str]:
    return {"label": found.label, "why": found.why, "key": found.key}


def facts_of(clues: "Clues", *, names: tuple[str, ...] = (), source: str = "other") -> dict[str, Any]:
    """Clues as an event body holds them; empty lists are left out."""
    facts: dict[str, Any] = {
        "account_urls": list(clues.account_urls),
        "usernames": list(clues.usernames),
        "phones": list(clues.phones),
        "emails": list(clues.emails),
        "ips": [{"ip": seen.ip, "at": seen.at.isoformat() if seen.at else ""} for seen in clues.ips],
        "pin_codes": list(clues.pin_codes),
        "names": list(names),
        "times": [moment.isoformat() for moment in clues.times],
        "platform": clues.platform,
        "points": [
            {"lat": p.lat, "lon": p.lon, "accuracy_m": p.accuracy_m, "text": p.text, "source": source}
            for p in clues.points
        ],
    }
    return {name: value for name, value in facts.items() if value}


def add_alert(
    tx: Tx,
    *,
    source: str,
    text: str,
    account: str = "",
    phone: str = "",
    name: str = "",
    at: datetime | None = None,
    exercise: bool = False,
    locator: Locator | None = None,
) -> UUID:
    """An alert that came by voice or hand. `at`: when it reached us (aware UTC), if earlier than now."""
    if source not in SOURCES:
        raise BadInput(
            "'{value}' is not a source we know; it is one of: {allowed}.",
            value=source,
            allowed=", ".join(SOURCES),
        )
    if not (text.strip() or account.strip() or phone.strip() or name.strip()):
        raise BadInput("Type at least a link, a phone number or a few words about the alert.")
    if at is not None and at > tx.now():
        raise BadInput("That time is still to come; give the time when the alert came in.")
    from controlroom.clues.read import read_clues

    clues = read_clues("\n".join(part for part in (text, account, phone) if part), received_at=at)
    if account.strip() and not clues.account_urls and not clues.usernames:
        raise BadInput("The account is not a Facebook or Instagram link; paste the whole link.")
    if phone.strip() and not read_clues(phone).phones:
        raise BadInput("That is not a phone number; type its ten digits, or + and the country code.")
    case_id = new_id()
    body: dict[str, Any] = {
        "number": tx.next_number(),
        "source": source,
        "text": text.strip(),
        "ring": "alert",
        "exercise": exercise,
        "facts": facts_of(clues, names=(name.strip(),) if name.strip() else ()),
    }
    _locate(body, locator)
    _hint(body, clues)
    _open(tx, case_id, body, at or tx.now())
    return case_id
