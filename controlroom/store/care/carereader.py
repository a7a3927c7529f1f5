"""Answers questions about persons and their follow-up on a read-only connection; never on the Qt thread."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from controlroom.casework.care.personcards import BoardRow, PersonRow, WaitRow, sure_keys
from controlroom.casework.care.retention import YEARS, Due, due_among
from controlroom.casework.care.reviewrows import ReviewRow
from controlroom.casework.care.roster import Counsellor, roster_of
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Owner, day_in_india
from controlroom.domain.care.retention import Retention, last_day_over, retention_of, years_from
from controlroom.store import drafts
from controlroom.store.care import persons
from controlroom.store.connections import Reading
from controlroom.store.desk.identity import account_of
from controlroom.store.roomwide import word, words

if TYPE_CHECKING:
    from controlroom.clues.names import Likeness


ALIKE = 6  # persons proposed for a join


class CareReader:
    """Implements casework's CareReads."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def person(self, person_id: UUID) -> Person | None:
        """The person of this id, or of whom this is a file."""
        with self._reading.connection() as connection:
            return persons.person_from(connection, person_id)

    def person_of_case(self, case_id: UUID) -> Person | None:
        """Whose case this is, as far as somebody said so."""
        with self._reading.connection() as connection:
            known = persons.person_of_case(connection, case_id)
            return persons.person_from(connection, known) if known else None

    def with_keys(self, keys: Iterable[str]) -> Sequence[tuple[PersonRow, tuple[str, ...]]]:
        """Who has one of these keys, and which; who has most of them first."""
        with self._reading.connection() as connection:
            found = persons.persons_with(connection, keys)
            rows = persons.rows_of(connection, found)
        return sorted(((row, found[row.id]) for row in rows), key=lambda one: (-len(one[1]), one[0].id))

    def find(self, text: str) -> Sequence[tuple[PersonRow, tuple[str, ...]]]:
        """By account, phone, user name or mail, and by the name; with the reason."""
        from controlroom.clues.read import read_clues  # takes 40 ms to load

        clues = read_clues(text)
        users = (f"user:{name.casefold()}" for name in (*clues.usernames, text.strip()))
        found = list(self.with_keys([*clues.account_urls, *clues.phones, *clues.emails, *users]))
        known = {row.id for row, _ in found}
        named = ((row, like.told) for row, like in self.named(text) if row.id not in known)
        return [*found, *named]

    def named(self, text: str, *, limit: int = 20) -> "Sequence[tuple[PersonRow, Likeness]]":
        """Who has a name like that in either script, the likest first, and why."""
        from controlroom.clues.names import SHOWN, likest, sought_keys  # takes 60 ms to load

        keys = sought_keys(text)
        if not keys:
            return ()
        found = self._reading.glance(lambda connection: persons.persons_by_name(connection, keys))
        scored = [(row, likest(text, row.names)) for row in found]
        fitting = [one for one in scored if one[1].score >= SHOWN]
        return sorted(fitting, key=lambda one: (-one[1].score, one[0].id))[:limit]

    def alike(self, person: Person) -> Sequence[tuple[PersonRow, tuple[str, ...]]]:
        """Who else this may be: by an account or a phone, then by the name; the reason with each."""
        from controlroom.clues.names import PROPOSED

        found = [one for one in self.with_keys(sure_keys(person)) if one[0].id != person.id]
        known = {person.id, *(row.id for row, _ in found)}
        for name in person.names:
            for row, like in self.named(name, limit=ALIKE):
                if like.score >= PROPOSED and row.id not in known and _is_near(row, person):
                    known.add(row.id)
                    found.append((row, like.told))
        return found[:ALIKE]

    def drafts(self, by: str, subject: UUID) -> Mapping[str, str]:
        """Field -> what this login typed about the person and did not save."""
        with self._reading.connection() as connection:
            return drafts.of_case(connection, by, subject)

    def loads(self) -> Mapping[Owner, int]:
        """How many running plans each owner has."""
        with self._reading.connection() as connection:
            return persons.loads(connection)

    def may_read(self, audience: str) -> bool:
        """Whether the login of this desk reads events of this audience; at a desk that is alone, all."""
        with self._reading.connection() as connection:
            account = account_of(connection)
        return account is None or audience in account.audiences

    def board(self, now: datetime) -> Sequence[BoardRow]:
        """The running plans with something due or overdue now (aware), or without a first contact."""
        with self._reading.connection() as connection:
            return persons.board_rows(connection, day_in_india(now))

    def due(self, now: datetime) -> int:
        """How many running plans have something due or overdue now (aware)."""
        return self._reading.glance(lambda connection: persons.due_count(connection, day_in_india(now)))

    def running(self) -> Sequence[BoardRow]:
        """Every running plan."""
        with self._reading.connection() as connection:
            return persons.running_rows(connection)

    def followed(self) -> Sequence[Person]:
        """Everybody who has, or had, a plan: folded from the log, a second for some thousand people."""
        with self._reading.connection() as connection:
            return persons.followed(connection)

    def waits(self) -> Sequence[WaitRow]:
        """The referrals and reminders that somebody waits on."""
        return self._reading.glance(persons.waiting_rows)

    def for_review(self, now: datetime) -> Sequence[Due]:
        """Whose data is to be looked at now (aware), the longest due first."""
        with self._reading.connection() as connection:
            found = [persons.person_from(connection, row.person) for row in _to_review(connection, now)]
            years = _years(connection)
        return due_among(filter(None, found), now, years=years)

    def reviews(self, now: datetime) -> Sequence[ReviewRow]:
        """The same as lines of a list; none to who may not decide it."""
        if not self.may_review():
            return ()
        return self._reading.glance(partial(_to_review, now=now))

    def reviews_due(self, now: datetime) -> int:
        """How many they are."""
        if not self.may_review():
            return 0
        return self._reading.glance(
            lambda connection: persons.review_count(connection, *_days(connection, now))
        )

    def may_review(self) -> bool:
        """Whether this login decides what becomes of a person's data; at a desk that is alone, everybody."""
        return self.may_read("counsel") and self.may_read("audit")

    def retention(self, person: Person, now: datetime) -> Retention | None:
        """The clock of this person's data."""
        years = self._reading.glance(_years)
        return retention_of(person, now, years=years)

    def counsellors(self) -> Sequence[Counsellor]:
        """The roster."""
        with self._reading.connection() as connection:
            return roster_of(word.body for word in words(connection, "counsellor_changed"))


def _is_near(row: PersonRow, person: Person) -> bool:
    """Nobody is proposed by the name alone who lives in another district."""
    return not (row.district and person.district) or row.district == person.district


def _setting(connection: Any, name: str) -> Any:
    return (word(connection, "room_set", name) or {}).get("value")


def _years(connection: Any) -> int:
    return years_from(_setting(connection, YEARS))


def _days(connection: Any, now: datetime) -> tuple[date, date]:
    """Today, and since when the time is over."""
    today = day_in_india(now)
    return today, last_day_over(today, years=_years(connection))


def _to_review(connection: Any, now: datetime) -> list[ReviewRow]:
    return persons.review_rows(connection, *_days(connection, now))
