"""Districts are reminded of the contacts they owe: once for each contact and stage; the answer is chased."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from controlroom.casework.calling.directory import Directory, Entry
from controlroom.casework.care.careletters import drop_unsent
from controlroom.casework.care.caremessage import Told, reminder_message
from controlroom.casework.care.persons import reminder_of, say_of_person, the_person
from controlroom.casework.care.referring import HOURS, hours_of, put_care_letter, take_back_asking, trains_now
from controlroom.casework.choices import one_of
from controlroom.casework.handing.connectors import CALLBACK, SETTING, connectors_in
from controlroom.casework.handing.handovers import EXERCISE, Connectors
from controlroom.casework.handing.message import Message
from controlroom.casework.handing.ports import ConnectorSettings
from controlroom.casework.ports import Tx
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import IST, day_in_india
from controlroom.domain.care.referrals import REMINDER, SAID, Reminder, Wanting, hours_from, wanting
from controlroom.errors import BadInput

if TYPE_CHECKING:
    from controlroom.casework.queries import Reader

DAILY: Final = "remind_daily"  # of one desk: {"on": true}; off unless somebody sets it
FROM_HOUR: Final = 10  # in India
_BY: Final = {"smtp": "mail", "sms-https": "sms", "slip": "slip", "phone": "phone"}  # the first choice first


class ToRemind(NamedTuple):
    """A district that owes a contact, and how it is told. `by`: mail, sms, slip, phone, "" (no way)."""

    person: UUID
    file: UUID  # in which the plan's events stand
    plan: UUID
    reminder: UUID
    number: str
    first_name: str
    district: str  # in English
    wanting: Wanting
    by: str
    to: str  # the name of the connector, or of the entry in the directory
    phones: tuple[str, ...]
    connector: ConnectorSettings | None
    by_guardian: bool  # the contacts speak to the guardian

    @property
    def goes_by_itself(self) -> bool:
        """A key sends it; else somebody has to call."""
        return self.connector is not None


def to_remind(
    person: Person, known: Sequence[ConnectorSettings], directory: Directory, now: datetime
) -> ToRemind | None:
    """Whom this person's plan wants reminded now (aware); None: nobody, or it was done at this stage."""
    plan = person.plan
    wanted = wanting(plan, now) if plan is not None and plan.owner.kind == "district" else None
    if plan is None or wanted is None:
        return None
    reminder = reminder_of(plan.id, wanted.contact, wanted.stage)
    if any(one.id == reminder for one in person.reminders):
        return None
    district = person.district or plan.owner.name
    entries = directory.for_receiver("district", district=district)
    by, connector, to = _way(known, entries, district)
    return ToRemind(
        person=person.id,
        file=plan.file,
        plan=plan.id,
        reminder=reminder,
        number=plan.number,
        first_name=person.first_name,
        district=district,
        wanting=wanted,
        by=by,
        to=to,
        phones=next((one.phones for one in entries if one.phones), ()),
        connector=connector,
        by_guardian=plan.path == "guardian" or person.is_minor,
    )


def all_to_remind(
    persons: Iterable[Person | None],
    known: Sequence[ConnectorSettings],
    directory: Directory,
    now: datetime,
) -> tuple[ToRemind, ...]:
    """Of all these the ones to be reminded of, by district, the longest due in front."""
    found = (to_remind(one, known, directory, now) for one in persons if one is not None)
    return tuple(
        sorted(filter(None, found), key=lambda one: (one.district, one.wanting.due, one.number, one.plan))
    )


def _way(
    known: Sequence[ConnectorSettings], entries: Sequence[Entry], district: str
) -> tuple[str, ConnectorSettings | None, str]:
    """(how, by which connector, to whom): the district's own connector, else its entry in the directory."""
    own = [
        one for one in known if one.receiver == "district" and one.district == district and one.kind in _BY
    ]
    best = min(own, key=lambda one: list(_BY).index(one.kind), default=None)
    if best is not None:
        return _BY[best.kind], None if best.kind == "phone" else best, best.name
    mail = next((one for one in known if one.kind == "smtp"), None)
    entry = next((one for one in entries if one.email), None)
    if mail is not None and entry is not None:
        return "mail", replace(mail, to=entry.email), entry.name("en")
    called = next((one for one in entries if one.phones), None)
    return ("phone", None, called.name("en")) if called else ("", None, "")


def remind(
    tx: Tx, person_id: UUID, *, connectors: Connectors, told_by_phone: bool = False
) -> tuple[ToRemind, Message] | None:
    """Remind the district now; None where that is not wanted (any more), or was done at this stage.

    Where only a call reaches them nothing is written down until somebody has called (`told_by_phone`).
    """
    person = the_person(tx, person_id)
    wanted = to_remind(person, connectors_in(tx.setting(SETTING)), tx.directory(), tx.now())
    if wanted is None:
        return None
    by = "phone" if told_by_phone else wanted.by
    way, hours = None if by == "phone" else wanted.connector, hours_of(tx)[REMINDER]
    message = reminder_text(wanted, tx.now(), hours=hours, callback=str(tx.setting(CALLBACK) or ""))
    if way is None and not told_by_phone:
        return None
    if way is None and trains_now(tx):
        raise BadInput(EXERCISE)
    body: dict[str, Any] = {
        "reminder": str(wanted.reminder),
        "plan": str(wanted.plan),
        "contact": wanted.wanting.contact,
        "stage": wanted.wanting.stage,
        "number": wanted.number,
        "district": wanted.district,
        "by": by,
        "hours": hours,
    }
    body |= {"letter": str(wanted.reminder), "connector": way.name} if way else {}
    say_of_person(tx, wanted.file, "reminder_made", body)
    if way is not None:
        put_care_letter(tx, way, message, connectors)
    return wanted, message


def reminder_text(one: ToRemind, now: datetime, *, hours: int, callback: str) -> Message:
    """What the district reads, or is read out: a first name and a number."""
    told = Told(
        letter=one.reminder,
        file=one.file,
        number=one.number,
        language=one.connector.language if one.connector else "hi",
        written_at=now,
        due_at=now + timedelta(hours=hours),
        callback=callback,
    )
    return reminder_message(
        one.first_name,
        one.wanting.contact,
        one.wanting.due,
        told,
        district=one.district,
        by_guardian=one.by_guardian,
    )


class Reminding(NamedTuple):
    """Whom to remind now, each with the text that would go."""

    wanted: tuple[ToRemind, ...]
    texts: tuple[str, ...]


def read_reminding(reader: "Reader", *, now: datetime) -> Reminding:
    """Of all running plans; for a reading thread: each plan of a district that owes something is folded."""
    care = reader.care()
    rows = [row for row in care.board(now) if row.owner_kind == "district"]
    known = connectors_in(reader.setting(SETTING))
    wanted = all_to_remind((care.person(row.person) for row in rows), known, reader.directory(), now)
    hours, callback = hours_from(reader.room_setting(HOURS))[REMINDER], str(reader.setting(CALLBACK) or "")
    return Reminding(wanted, tuple(_shown(one, now, hours, callback) for one in wanted))


def _shown(one: ToRemind, now: datetime, hours: int, callback: str) -> str:
    message = reminder_text(one, now, hours=hours, callback=callback)
    return message.short if one.by == "sms" else message.text if one.connector else "\n".join(message.script)


def answer_reminder(
    tx: Tx,
    person_id: UUID,
    reminder_id: UUID,
    *,
    step: str,
    who: str = "",
    at: datetime | None = None,
) -> Reminder:
    """What the district says: acknowledged, or done. The contact is logged by whoever checks it."""
    one = the_reminder(the_person(tx, person_id), reminder_id)
    body = {"reminder": str(one.id), "step": one_of(step, SAID, "answer"), "via": "phone"}
    body |= {"from": who.strip()} if who.strip() else {}
    say_of_person(tx, one.file, "reminder_answered", body, at)
    return one


def take_back_reminder(tx: Tx, person_id: UUID, reminder_id: UUID, *, reason: str = "") -> bool:
    """It was a mistake, and nothing of it is waited for. True: it had not left, so that it is none."""
    one = the_reminder(the_person(tx, person_id), reminder_id)
    take_back_asking(tx, one.file, [one.asked], reason=reason.strip())
    drop_unsent(tx, one.file, [one.asked])
    return not one.has_left


def the_reminder(person: Person, reminder_id: UUID) -> Reminder:
    """The reminder of this id, or a plain sentence."""
    found = next((one for one in person.reminders if one.id == reminder_id), None)
    if found is None:
        raise BadInput("There is no such reminder of this person; look again.")
    return found


def newest_reminder(person: Person) -> Reminder:
    """The last one that is still waited for. Raises BadInput where there is none."""
    waited = [one for one in person.reminders if person.is_owed(one)]
    if not waited:
        raise BadInput("No district was reminded of this person, or the contact is made already.")
    return max(waited, key=lambda one: one.asked.at)


def set_daily(tx: Tx, *, is_on: bool) -> None:
    """Whether this desk reminds the districts each morning by itself; no other desk does because of it."""
    tx.put_setting(DAILY, {"on": is_on})


def is_daily_due(value: Any, now: datetime) -> bool:
    """Whether the setting wants them reminded now (aware): once a day in India, from ten o'clock on."""
    told = value if isinstance(value, Mapping) else {}
    today, hour = day_in_india(now), now.astimezone(IST).hour
    return bool(told.get("on")) and hour >= FROM_HOUR and told.get("done") != today.isoformat()


def note_daily(tx: Tx) -> None:
    """It was done for this day."""
    tx.put_setting(DAILY, {"on": True, "done": day_in_india(tx.now()).isoformat()})
