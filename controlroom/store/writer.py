"""The writer: one transaction per use case, events and projections in it, then one `Changes` to all."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import UUID

from controlroom.casework.arriving.ports import CanaryStanding
from controlroom.casework.calling.directory import Directory
from controlroom.casework.cards import shared_facts
from controlroom.casework.care.personcards import PersonRow
from controlroom.casework.care.plantemplates import Templates
from controlroom.casework.ports import Changes, NewEvent
from controlroom.casework.rows import QueueRow
from controlroom.domain.care.person import Person
from controlroom.domain.care.plans import Owner
from controlroom.domain.case import Case
from controlroom.domain.clocks import DEFAULT_LIMITS, Limits
from controlroom.domain.events import CASE, PERSON, Event, utc_now
from controlroom.domain.fold import advance
from controlroom.store import canaries, drafts, outbox, roomwide
from controlroom.store.alike import case_id_of, sharing
from controlroom.store.care import persons
from controlroom.store.care.seals import Keys, Secrets, new_secret
from controlroom.store.connections import WriteGate
from controlroom.store.desk.identity import account_of, acting
from controlroom.store.directory import directory
from controlroom.store.eventlog import Appender, events_of, micros
from controlroom.store.heldcases import HeldCases
from controlroom.store.mails import put_blob
from controlroom.store.projection import Changed, Projector, emptied, project_all
from controlroom.store.reading import periods
from controlroom.store.reading.cases import case_from

IST = timezone(timedelta(hours=5, minutes=30), "IST")
_LAST_NUMBER = (
    "INSERT INTO last_number (year, last) VALUES (?, ?) ON CONFLICT (year) DO UPDATE SET last = excluded.last"
)


class StoreWriter:
    """Implements casework's Writer. `published` gets every commit's Changes, on the committing thread."""

    def __init__(
        self,
        gate: WriteGate,
        *,
        clock: Callable[[], datetime] = utc_now,
        templates: Callable[[], Templates] = Templates,
    ) -> None:
        self._gate, self._clock, self.templates = gate, clock, templates
        self.held = HeldCases()
        self.told: Callable[[Iterable[Event], int], None] = lambda events, rev: None
        self.published: Callable[[Changes], None] = lambda changes: None
        self.limits: Limits = DEFAULT_LIMITS
        self.secrets: Secrets = new_secret

    @contextmanager
    def write(self, *, actor: str, is_person: bool = True) -> Iterator["StoreTx"]:
        """One transaction; what it changed is published after the commit, and nothing of it before."""
        with self._gate.transaction(is_person=is_person) as connection:
            tx = StoreTx(connection, self, actor=actor, now=self._clock())
            yield tx
            rev = tx.project()
            changes = tx.changes()
            self.told(changes.events, rev)
        self.held.hold(tx.projected, rev, tx.keys())
        self.published(changes)

    @property
    def is_wanted(self) -> bool:
        """Whether a person waits for the transaction that runs: a loop then ends its own early."""
        return self._gate.is_wanted


class StoreTx:
    """Implements casework's Tx on the driver's connection. Lives inside one `write` block."""

    def __init__(self, connection: Any, writer: StoreWriter, *, actor: str, now: datetime) -> None:
        self.connection = connection
        self._person = actor
        self._identity, login = acting(connection)
        self._writer, self._actor, self._now = writer, login or actor, now
        self._appender = Appender(
            connection,
            actor=self._actor,
            given=actor,
            desk=self._identity.desk,
            now=now,
            secrets=writer.secrets,
        )
        self._last_numbers: dict[int, int] = {}  # by year; written down at the end
        self._cases: dict[UUID, Case] = {}
        self._unknown: set[UUID] = set()  # looked for, and there is none
        self._facts: dict[UUID, frozenset[str]] = {}  # that the cases opened here share with others
        self._kinds: dict[UUID, set[str]] = {}
        self._new: set[UUID] = set()
        self._events: list[Event] = []
        self.projected: dict[UUID, Case] = {}
        self._rows: tuple[QueueRow, ...] = ()
        self._touched_drafts = self._touched_mails = False
        self._room: set[str] = set()
        self._files: set[UUID] = set()  # of persons, told of and not settled yet
        self._persons: dict[UUID, Person] = {}  # as they are with what was settled here

    def now(self) -> datetime:
        """The desk's clock at the start of this transaction, aware UTC."""
        return self._now

    def set_now(self, moment: datetime) -> None:
        """Go on as if it were this moment (aware UTC): only the invented night does so."""
        self._now = self._appender.now = moment

    @property
    def actor(self) -> str:
        """Who acts: the login of a profile that is connected."""
        return self._actor

    def case(self, case_id: UUID) -> Case | None:
        """The case with everything this transaction has added to it, None when there is none."""
        known = self._cases.get(case_id)
        if known is not None:
            return known
        known = self._writer.held.case(self.connection, case_id)
        if known is not None:
            self._appender.seals.know(case_id, self._writer.held.keys(case_id))
        elif case_id not in self._unknown:
            known = case_from(self.connection, case_id)
        if known is not None:
            self._cases[case_id] = known
        else:
            self._unknown.add(case_id)
        return known

    def events(self, case_id: UUID) -> Sequence[Event]:
        """The events of a case, in order."""
        return events_of(self.connection, case_id)

    def append(self, events: Sequence[NewEvent]) -> Sequence[Event]:
        """Append events; the cases they belong to follow at once."""
        return [self._append(new) for new in events]

    def _append(self, new: NewEvent) -> Event:
        before = self.case(new.stream_id) if new.stream == CASE else None
        if new.stream == CASE and before is None:
            self._new.add(new.stream_id)
        event = self._appender.append(new)
        self._events.append(event)
        if new.stream == CASE:
            after = advance(before or Case(new.stream_id), event)
            self._cases[new.stream_id] = after or self._refolded(new.stream_id)
            self._kinds.setdefault(new.stream_id, set()).add(event.kind)
            self._facts.pop(new.stream_id, None)
        elif new.stream == PERSON:
            self._files.add(new.stream_id)
        else:
            self._room |= roomwide.settle(self.connection, roomwide.subjects_of([event]))
        return event

    def _refolded(self, case_id: UUID) -> Case:
        found = case_from(self.connection, case_id)
        assert found is not None  # something was appended to it just now
        return found

    def next_number(self) -> str:
        """The next case number of this desk; the year is India's. Gone for good only when the commit is."""
        year = self._now.astimezone(IST).year
        if year not in self._last_numbers:
            row = self.connection.execute("SELECT last FROM last_number WHERE year = ?", (year,)).fetchone()
            self._last_numbers[year] = row[0] if row else 0
        self._last_numbers[year] += 1
        return f"{year}-{self._identity.mark}-{self._last_numbers[year]:04d}"

    def case_id_of(self, number: str) -> UUID | None:
        """The case that bears this number, in whatever case it is typed."""
        return case_id_of(self.connection, number)

    def number_of(self, case_id: UUID) -> str:
        """The number by which people call this case."""
        case = self.case(case_id)
        return case.number if case else ""

    def cases_sharing(self, values: Iterable[str], *, since: datetime) -> Sequence[tuple[UUID, str, str]]:
        """(case id, number, shared fact) of cases that were open or came in after `since`."""
        wanted = frozenset(values)
        found = sharing(self.connection, sorted(wanted), since=since)
        return found + [
            (case.id, case.number, value)
            for case in self._fresh()
            for value in sorted(wanted & self._facts_of(case))
        ]

    def _facts_of(self, case: Case) -> frozenset[str]:
        if case.id not in self._facts:
            self._facts[case.id] = shared_facts(case)
        return self._facts[case.id]

    def _fresh(self) -> list[Case]:
        """The cases that this transaction opened: no row tells of them yet."""
        opened = (self._cases[case_id] for case_id in self._new)
        return [case for case in opened if not case.joined_into]

    def cases_around(self, moment: datetime, *, within: timedelta, calls_only: bool) -> Sequence[UUID]:
        """Open cases that came in around then, the nearest first, at most 25."""
        known = periods.around(self.connection, moment, within=within, calls_only=calls_only)
        fresh = [
            case.id
            for case in self._fresh()
            if case.received_at is not None
            and abs(case.received_at - moment) <= within
            and not (calls_only and case.alerts and case.alerts[0].source == "mail")
        ]
        return [*known, *fresh]

    def put_blob(self, data: bytes) -> str:
        """Keep bytes; gives their SHA-256 in hex."""
        sha = hashlib.sha256(data).digest()
        put_blob(self.connection, sha, data)
        return sha.hex()

    def mail_is_row(self, sha256: str) -> UUID | None:
        """The case this mail became, if it did."""
        row = self.connection.execute(
            "SELECT case_id FROM mails WHERE sha = ?", (bytes.fromhex(sha256),)
        ).fetchone()
        return UUID(bytes=row[0]) if row and row[0] else None

    def mail_became(self, sha256: str, case_id: UUID) -> None:
        """This mail is now a row."""
        self._touched_mails = True
        self.connection.execute(
            "UPDATE mails SET case_id = ? WHERE sha = ?", (case_id.bytes, bytes.fromhex(sha256))
        )

    def canary_sent(self, token: str, sent_at: datetime) -> None:
        """A test mail is about to go out."""
        canaries.sent(self.connection, token, sent_at)

    def canary_not_sent(self, token: str) -> None:
        """It did not go out."""
        canaries.not_sent(self.connection, token)

    def canary_back(self, token: str, sent_at: datetime, sha256: str) -> bool:
        """A test mail has come; False where it had come before."""
        return canaries.back(self.connection, token, sent_at, self._now, bytes.fromhex(sha256))

    def canaries(self) -> CanaryStanding:
        """What is known of the test mails."""
        return canaries.standing(self.connection)

    def tidy_canaries(self) -> int:
        """Let go of the bytes of test mails after a day; gives of how many."""
        return canaries.tidy(self.connection, self._now)

    def save_draft(self, key: str, text: str) -> None:
        """Keep what this person typed, until it is dropped."""
        self._touched_drafts = True
        drafts.save(self.connection, self._person, key, text, micros(self._now))

    def drop_draft(self, person: str, key: str) -> None:
        """The typed text became an event, or was thrown away."""
        self._touched_drafts = True
        drafts.drop(self.connection, person, key)

    def put_setting(self, name: str, value: Any) -> None:
        """Keep a setting of this desk (JSON)."""
        drafts.put_setting(self.connection, name, value)

    def directory(self) -> Directory:
        """Whom to call, with everything this transaction has added."""
        return directory(self.connection)

    def room_word(self, kind: str, subject: str) -> Mapping[str, Any] | None:
        """The body of the last event of a room-wide kind about this subject."""
        return roomwide.word(self.connection, kind, subject)

    def room_words(self, kind: str) -> Sequence[Mapping[str, Any]]:
        """The bodies of the last events of a room-wide kind, by subject."""
        return [word.body for word in roomwide.words(self.connection, kind)]

    def person(self, person_id: UUID) -> Person | None:
        """The person of this id, or of whom this is a file, with what this transaction has added."""
        self._settle_persons()
        found = self._persons.get(person_id) or persons.person_from(self.connection, person_id)
        return found if found and found.event_count else None

    def person_of_case(self, case_id: UUID) -> Person | None:
        """Whose case this is, as far as somebody said so."""
        self._settle_persons()
        known = persons.person_of_case(self.connection, case_id)
        return self.person(known) if known else None

    def persons_of_case(self, case_id: UUID) -> Sequence[UUID]:
        """Everybody whose case this is said to be."""
        self._settle_persons()
        return persons.persons_of_case(self.connection, case_id)

    def persons_with(self, keys: Iterable[str]) -> Mapping[UUID, Sequence[str]]:
        """The persons who have one of these keys, and which."""
        self._settle_persons()
        return persons.persons_with(self.connection, keys)

    def persons_by_name(self, keys: Collection[str], *, district: str = "") -> Sequence[PersonRow]:
        """Who shares the most of these keys of names first; nobody of another district than this."""
        self._settle_persons()
        return persons.persons_by_name(self.connection, keys, persons.MOST_PROPOSED, district=district)

    def loads(self) -> Mapping[Owner, int]:
        """How many running plans each owner has."""
        self._settle_persons()
        return persons.loads(self.connection)

    def _settle_persons(self) -> None:
        files, self._files = self._files, set()
        if files:
            settled = persons.settle_persons(self.connection, files)
            gone = {file for person in settled.values() for file in person.files} - settled.keys()
            self._persons = {
                one: person for one, person in self._persons.items() if one not in gone
            } | settled

    def plan_templates(self) -> Templates:
        """The follow-up plans of this desk."""
        return self._writer.templates()

    def may_read(self, audience: str) -> bool:
        """Whether whoever acts here may read events of this audience; at a desk that is alone, all."""
        account = account_of(self.connection)
        return account is None or audience in account.audiences

    def setting(self, name: str) -> Any:
        """A setting of this desk, None when it was never set."""
        return drafts.setting(self.connection, name)

    def put_letter(self, letter_id: UUID, case_id: UUID, connector: str, payload: bytes) -> None:
        """Something to send to the world, due at once, written with the event that says so."""
        outbox.enqueue(self.connection, letter_id, case_id, connector, payload, micros(self._now))

    def letter_sent(self, letter_id: UUID) -> bool:
        """It reached the other side; False when that was known, or the letter was taken back."""
        return outbox.sent(self.connection, letter_id, micros(self._now))

    def letter_failed(self, letter_id: UUID, why: str) -> str | None:
        """It did not; gives the reason of the time before, None when it no longer waits."""
        return outbox.failed(self.connection, letter_id, micros(self._now), why)

    def letter_due(self, letter_id: UUID) -> None:
        """Try it now."""
        outbox.due_now(self.connection, letter_id, micros(self._now))

    def drop_letter(self, letter_id: UUID) -> bool:
        """It shall not be sent. False where it does not wait at this desk."""
        return outbox.drop(self.connection, letter_id)

    def letters_of(self, connector: str) -> int:
        """How many wait for this connector."""
        return outbox.count_of(self.connection, connector)

    def project(self) -> int:
        """Bring the rows behind the screens up to date, last of all. Gives the number of this transaction."""
        self._settle_persons()
        if self._last_numbers:
            self.connection.executemany(_LAST_NUMBER, self._last_numbers.items())
        projector = Projector(self.connection, self._writer.limits)
        changed: Changed = {
            case_id: (self._cases[case_id], frozenset(kinds)) for case_id, kinds in self._kinds.items()
        }
        changed |= emptied(self.connection)
        self.projected = project_all(self.connection, projector, changed, self._new)
        projector.finish()
        self._rows = projector.told
        return projector.rev

    def keys(self) -> Mapping[UUID, Keys]:
        """The keys that were needed for the cases that changed."""
        return {case_id: self._appender.seals.known(case_id) for case_id in self.projected}

    def changes(self) -> Changes:
        """What to tell the panes."""
        new = frozenset(case_id for case_id, kinds in self._kinds.items() if "alert_received" in kinds)
        return Changes(
            cases=frozenset(self.projected),
            new_alerts=new,
            mails=self._touched_mails,
            drafts=self._touched_drafts,
            places=any(event.kind == "places_imported" for event in self._events),
            room=frozenset(self._room),
            persons=frozenset(self._persons),
            events=tuple(self._events),
            rows=self._rows,
        )
