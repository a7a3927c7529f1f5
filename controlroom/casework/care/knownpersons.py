"""A new alert about somebody who is known: said at once with the reason; a person confirms or declines."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from controlroom.casework.cards import shared_facts
from controlroom.casework.care.followup import start_again
from controlroom.casework.care.persons import (
    facts_told,
    join_persons,
    official_phones,
    say_of_person,
    take_back,
    tell_of_person,
    the_person,
)
from controlroom.casework.ports import NewEvent, Tx
from controlroom.domain.care.person import LISTS, Person
from controlroom.domain.case import Case
from controlroom.domain.events import CASE
from controlroom.domain.fold import undone_ids
from controlroom.errors import BadInput

MOST_PERSONS: Final = 3  # a value that more have is an office's, nobody's own
MOST_NAMED: Final = 3  # persons proposed by the name alone


def propose_known(tx: Tx, case_id: UUID) -> None:
    """Name the persons whom this alert may be about: by account or phone for certain, by name only alike."""
    case = tx.case(case_id)
    if case is None or case.is_exercise or case.joined_into:
        return
    told, sure = {known.person: known for known in case.known}, _sharing(tx, case)
    named = {person: why for person, why in _named(tx, case).items() if person not in sure}
    left_out = _left_out(tx, case) if sure or named else frozenset()
    for found, is_sure in ((sure, True), (named, False)):
        for person, why in found.items():
            known = told.get(person)
            is_news = known is None or not set(why) <= set(known.why)
            if is_news and person not in left_out:
                _say(tx, case_id, "person_proposed", person, {"why": list(why), "sure": is_sure})


def _sharing(tx: Tx, case: Case) -> Mapping[UUID, Sequence[str]]:
    """Who has an account, a phone or a mail address of this case, and which."""
    found = tx.persons_with(shared_facts(case))
    if not found:
        return {}
    offices, holders = official_phones(tx), Counter(key for why in found.values() for key in why)
    own = {
        person: tuple(key for key in why if holders[key] <= MOST_PERSONS and key not in offices)
        for person, why in found.items()
    }
    return {person: why for person, why in own.items() if why}


def _named(tx: Tx, case: Case) -> Mapping[UUID, Sequence[str]]:
    """Whose name is like one of the case's, the likest first; never somebody of another district."""
    if not case.facts.names:
        return {}
    from controlroom.clues.names import PROPOSED, alike, sought_keys  # takes 60 ms: only for a name

    scores: dict[UUID, tuple[float, Sequence[str]]] = {}
    for name in case.facts.names:
        keys = sought_keys(name)
        for row in tx.persons_by_name(keys, district=case.district) if keys else ():
            for known in row.names:
                score, reasons = alike(name, known)
                if score >= PROPOSED and score > scores.get(row.id, (0.0, ()))[0]:
                    hows = dict.fromkeys(f"how:{reason.how}" for reason in reasons)
                    scores[row.id] = (score, (f"name:{known}", *hows))
    best = sorted(scores.items(), key=lambda one: (-one[1][0], one[0]))[:MOST_NAMED]
    return {person: why for person, (_, why) in best}


def _left_out(tx: Tx, case: Case) -> frozenset[UUID]:
    """Whom somebody has declined, and whose case it is already."""
    declined = (UUID(e.body["person"]) for e in tx.events(case.id) if e.kind == "person_declined")
    own = tx.person_of_case(case.id)
    return frozenset(declined) | (frozenset({own.id, *own.files}) if own else frozenset())


def confirm_person(tx: Tx, case_id: UUID, person_id: UUID) -> Person:
    """It is them: the case is theirs, what it says is kept with them, and a plan that runs begins anew."""
    case, person = _open_case(tx, case_id), the_person(tx, person_id)
    proposed = next((known.person for known in case.known if known.person in person.files), person.id)
    _say(tx, case_id, "person_confirmed", proposed, {})
    own = tx.person_of_case(case_id)
    if own is not None and own.id != person.id:
        person = join_persons(tx, own.id, person.id, reason=f"confirmed on {case.number}")
    if all(linked.id != case_id for linked in person.cases):
        say_of_person(tx, person.id, "case_linked", {"case": str(case_id), "number": case.number})
    told = facts_told(tx, case)
    lists: dict[str, list[str]] = {name: told[name] for name in LISTS if name in told}
    tell_of_person(tx, person.id, lists=lists, words={}, minor=True if case.is_minor else None)
    start_again(tx, the_person(tx, person.id), case)
    return the_person(tx, person.id)


def decline_person(tx: Tx, case_id: UUID, person_id: UUID) -> None:
    """It is somebody else; this person is not proposed on the case again."""
    case, person = _open_case(tx, case_id), the_person(tx, person_id)
    for known in case.known:
        if known.person in person.files:
            _say(tx, case_id, "person_declined", known.person, {})


def take_back_confirmation(tx: Tx, case_id: UUID, at: datetime) -> None:
    """The key was a mistake: what it wrote into the person's file at that moment does not stand either."""
    person = tx.person_of_case(case_id)
    for file in person.files if person is not None else ():
        events = tx.events(file)
        undone = undone_ids(events)
        for event in events:
            if event.at == at and event.actor == tx.actor and event.id not in undone:
                take_back(tx, event, reason="it was somebody else")


def _open_case(tx: Tx, case_id: UUID) -> Case:
    case = tx.case(case_id)
    if case is None:
        raise BadInput("There is no such case on this desk; look at the number again.")
    return case


def _say(tx: Tx, case_id: UUID, kind: str, person: UUID, more: Mapping[str, Any]) -> None:
    tx.append([NewEvent(CASE, case_id, kind, {"person": str(person), **more})])
