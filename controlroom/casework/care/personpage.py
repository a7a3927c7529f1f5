"""Everything about one person, read in one go: what the page in the window shows, and its masks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from controlroom.casework.care.followup import look_at_notes
from controlroom.casework.care.masking import first_of, mask_phone, masked
from controlroom.casework.care.personcards import PersonRow
from controlroom.casework.care.persons import say_of_person, the_person
from controlroom.casework.care.roster import Choice, Counsellor, choose_owner
from controlroom.casework.ports import Tx
from controlroom.domain.care.person import CareNote, Kin, Person
from controlroom.domain.care.plans import Owner, day_in_india
from controlroom.domain.care.referrals import Reason
from controlroom.domain.care.retention import Retention
from controlroom.errors import BadInput

if TYPE_CHECKING:
    from controlroom.casework.queries import Reader

_MASKED = ("accounts", "usernames", "phones", "emails")


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person as their page shows them. `person` is without notes, which are asked for by themselves."""

    person: Person
    note_ids: frozenset[UUID]  # as far as this desk may read them
    drafts: Mapping[str, str]  # field -> what this person typed and did not save
    roster: Sequence[Counsellor]
    loads: Mapping[Owner, int]
    choice: Choice  # whom a plan would be given to now
    may_care: bool  # whether this login reads what only those who keep in touch read
    may_counsel: bool  # the notes likewise
    alike: Sequence[tuple[PersonRow, tuple[str, ...]]] = ()  # who else it may be, and why
    unreadable: tuple[str, ...] = field(default=())
    clock: Retention | None = None  # of the data; None where it was erased

    @property
    def subject_id(self) -> UUID:
        """What forms call whatever they are about."""
        return self.person.id


def read_page(reader: "Reader", *, person_id: UUID, by: str, now: datetime) -> PersonPage | None:
    """The page of the person of this id, or of whom this is a file; None where this desk has no such file."""
    care = reader.care()
    person = care.person(person_id)
    if person is None:
        return None
    roster, loads = care.counsellors(), care.loads()
    choice = choose_owner(
        roster, loads, day_in_india(now), district=person.district, language=person.language
    )
    drafts: dict[str, str] = {}
    for file in person.files:  # what was typed before the files were joined, too
        drafts |= care.drafts(by, file)
    drafts |= care.drafts(by, person.id)
    notes = frozenset(counselled(person.notes, person.reasons))
    person.notes, person.reasons = (), ()
    return PersonPage(
        person=person,
        note_ids=notes,
        drafts=drafts,
        roster=roster,
        loads=loads,
        choice=choice,
        may_care=care.may_read("care"),
        may_counsel=care.may_read("counsel"),
        alike=care.alike(person),
        unreadable=person.unreadable,
        clock=care.retention(person, now),
    )


def counselled(notes: Sequence[CareNote], reasons: Sequence[Reason]) -> list[UUID]:
    """The ids of what only counsellors and supervisors read: notes, and the words of referrals."""
    return [note.id for note in notes] + [said.id for said in reasons]


def reveal_person(tx: Tx, person_id: UUID) -> None:
    """Somebody is about to see the names and numbers in full: the event first, the thing second."""
    say_of_person(tx, the_person(tx, person_id).id, "secret_revealed", {"field": "all"})


def open_notes(tx: Tx, person_id: UUID) -> Person:
    """The person with the notes, which are being read: the event first, and it says which."""
    person = the_person(tx, person_id)
    if not tx.may_read("counsel"):
        raise BadInput("Notes are the counsellors' and supervisors'; leave it out, or ask one of them.")
    if person.notes or person.reasons:
        look_at_notes(tx, person.id, counselled(person.notes, person.reasons))
    return person


def as_masked(person: Person) -> Person:
    """The same with a first name and masked numbers, as it may be shown before a reveal."""
    hidden: dict[str, Any] = {
        name: tuple(masked(name, value) for value in getattr(person, name)) for name in _MASKED
    }
    kin = tuple(_masked_kin(one) for one in person.kin)
    names = tuple(map(first_of, person.names))
    never_call = tuple(mask_phone(one) if one[:1] == "+" else one for one in person.never_call)
    return replace(person, names=names, kin=kin, never_call=never_call, **hidden)


def _masked_kin(one: Kin) -> Kin:
    return one._replace(name=first_of(one.name), phone=mask_phone(one.phone) if one.phone else "")
