"""Answers the screens' questions on a read-only connection. Keyset pages, never OFFSET."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from controlroom.casework.arriving.ports import CanaryStanding
from controlroom.casework.calling.directory import Directory
from controlroom.casework.cards import shared_facts
from controlroom.casework.room import mailway
from controlroom.casework.room.mailway import MailFault
from controlroom.casework.room.sharing import Seal
from controlroom.casework.rows import CaseView, Draft, MapRow, QueueFilter, QueuePage, QueueRow, Tallies
from controlroom.domain.case import LADDER, Case
from controlroom.domain.clocks import DEFAULT_LIMITS, Limits, clocks
from controlroom.domain.events import Event, utc_now
from controlroom.domain.exercise import Exercise, running
from controlroom.domain.fold import last_step, undone_ids
from controlroom.domain.shift.duty import OnDuty, roster_of
from controlroom.store import canaries, drafts, evidence
from controlroom.store.alike import case_id_of, lines_sharing
from controlroom.store.care import seals
from controlroom.store.care.carereader import CareReader
from controlroom.store.care.persons import earlier_lines, known_rows
from controlroom.store.connections import Reading
from controlroom.store.directory import directory
from controlroom.store.eventlog import events_of, first_broken, last_lsn, moment, refused_of
from controlroom.store.mails import blob
from controlroom.store.projection import EXERCISES, decode_line
from controlroom.store.reading import periods
from controlroom.store.reading.cases import fold_events
from controlroom.store.reading.queue import found, listed
from controlroom.store.reading.search import LARGE, match_query, terms_in
from controlroom.store.reading.shiftreader import ShiftReader
from controlroom.store.roomwide import word, words

RELATED_FOR = timedelta(days=3650)


class StoreReader:
    """Implements casework's Reader."""

    def __init__(self, reading: Reading, limits: Callable[[], Limits] = lambda: DEFAULT_LIMITS) -> None:
        self._reading, self._limits = reading, limits

    @contextmanager
    def _connection(self) -> Iterator[Any]:
        with self._reading.connection() as connection:
            yield connection

    def queue(
        self, which: QueueFilter, *, after: tuple[Any, ...] | None = None, limit: int = 200
    ) -> QueuePage:
        """A page of the queue; `after` is the key that the page before gave."""
        if which.text.strip():
            return self._found(which, after, limit)
        with self._connection() as connection:
            return listed(connection, which, after, limit)

    def _found(self, which: QueueFilter, after: tuple[Any, ...] | None, limit: int) -> QueuePage:
        if self._reading.newest < LARGE:
            query = match_query(which.text)
            page = self._reading.glance(lambda connection: found(connection, query, after, limit))
            if page.after is not None:
                self._reading.newest = max(self._reading.newest, *page.after)
            return page
        # A word that comes into the store between the look-up and the search brings its own change.
        return self._reading.glance(
            lambda connection: found(connection, match_query(which.text, terms_in(connection)), after, limit)
        )

    def rows(self, case_ids: Sequence[UUID]) -> Sequence[QueueRow]:
        """The rows of these cases; a case that is not there is left out."""
        with self._connection() as connection:
            found = (
                connection.execute("SELECT line FROM cases WHERE id = ?", (case_id.bytes,)).fetchone()
                for case_id in case_ids
            )
            return [decode_line(row[0]) for row in found if row]

    def tallies(self) -> Tallies:
        """The situation in numbers."""
        with self._connection() as connection:
            counts = dict(connection.execute("SELECT name, count FROM tallies WHERE count > 0").fetchall())
            oldest = connection.execute(
                "SELECT min(received_at) FROM cases WHERE is_open = 1 AND owner = '' AND priority < 10"
            ).fetchone()[0]
        return Tallies(
            unclaimed=counts.get("unclaimed", 0),
            oldest_unclaimed=moment(oldest) if oldest is not None else None,
            by_state={state: counts.get(f"state:{state}", 0) for state in LADDER},
            by_owner={
                name.removeprefix("owner:"): count
                for name, count in counts.items()
                if name.startswith("owner:")
            },
            open=counts.get("open", 0),
            closed=counts.get("closed", 0),
            review=counts.get("review", 0),
        )

    def map_rows(self, limit: int = 20_000) -> Sequence[MapRow]:
        """Open cases, worst first, with their places or without."""
        with self._connection() as connection:
            rows = connection.execute(
                "SELECT line, lat, lon, accuracy_m, place_source FROM cases WHERE is_open = 1"
                " ORDER BY priority, received_at, n LIMIT ?",
                (limit,),
            ).fetchall()
        return [_map_row(*row) for row in rows]

    def case_view(self, case_id: UUID, *, person: str = "") -> CaseView | None:
        """Everything the case pane shows, of one moment."""
        with self._connection() as connection:
            events = events_of(connection, case_id)
            if not events:
                return None
            line = connection.execute("SELECT line FROM cases WHERE id = ?", (case_id.bytes,)).fetchone()
            case = fold_events(connection, case_id, events)
            assert case is not None
            related = _related(connection, case_id, shared_facts(case))
            typed = drafts.of_case(connection, person, case_id)
            refused = tuple(refused_of(connection, case_id))
            known = known_rows(connection, [one.person for one in case.known])
            pending = connection.execute(
                "SELECT id FROM events WHERE stream_id = ? AND seq IS NULL AND refused IS NULL",
                (case_id.bytes,),
            ).fetchall()
        return CaseView(
            case=case,
            row=decode_line(line[0]),
            events=tuple(events),
            clocks=clocks(case, self._limits()),
            undoable=last_step(events),
            undone=undone_ids(events),
            related=related,
            drafts=typed,
            refused=refused,
            pending=frozenset(UUID(bytes=event_id) for (event_id,) in pending),
            known_rows=known,
        )

    def events(self, case_id: UUID) -> Sequence[Event]:
        """The events of one case, in order."""
        with self._connection() as connection:
            return events_of(connection, case_id)

    def seals(self, case_id: UUID) -> tuple[Sequence[Seal], bool]:
        """The keys of what is said in a case, as far as they are here; and whether they were destroyed."""
        with self._connection() as connection:
            return seals.of_stream(connection, case_id), seals.is_erased(connection, case_id)

    def refused(self, case_id: UUID) -> Sequence[tuple[Event, str]]:
        """What the shared database did not take of this case, and why."""
        with self._connection() as connection:
            return refused_of(connection, case_id)

    def cards(self, *, is_all: bool, text: str = "") -> list[dict[str, Any]]:
        """The facts of open (or all) cases, or of those that a search finds, oldest first."""
        with self._connection() as connection:
            if text.strip():
                query = match_query(text)
                rows = (
                    connection.execute(
                        "SELECT c.card, c.id, c.n FROM search s JOIN cases c ON c.n = s.rowid"
                        " WHERE search MATCH ? ORDER BY s.rowid DESC LIMIT 1000",
                        (query,),
                    ).fetchall()
                    if query
                    else []
                )
            else:
                where = "" if is_all else "WHERE is_open = 1"
                query = f"SELECT card, id, n FROM cases {where} ORDER BY n"  # noqa: S608
                rows = connection.execute(query).fetchall()
            return [_full_card(connection, *row) for row in rows]

    def received_between(self, start: datetime, end: datetime) -> Sequence[Case]:
        """The cases whose first alert came in from `start` on and before `end` (aware UTC)."""
        with self._connection() as connection:
            return periods.received_between(connection, start, end)

    def case_card(self, case_id: UUID) -> dict[str, Any] | None:
        """The facts of one case."""
        with self._connection() as connection:
            query = "SELECT card, id, n FROM cases WHERE id = ?"
            row = connection.execute(query, (case_id.bytes,)).fetchone()
            return _full_card(connection, *row) if row else None

    def case_id_of(self, number: str) -> UUID | None:
        """The case that bears this number."""
        with self._connection() as connection:
            return case_id_of(connection, number)

    def mail(self, sha256: str) -> bytes | None:
        """The bytes of a mail."""
        with self._connection() as connection:
            return blob(connection, sha256)

    def draft(self, person: str, key: str) -> Draft | None:
        """What this person typed and did not save."""
        with self._connection() as connection:
            return drafts.find(connection, person, key)

    def setting(self, name: str) -> Any:
        """A setting of this desk, None when it was never set."""
        with self._connection() as connection:
            return drafts.setting(connection, name)

    def canaries(self) -> CanaryStanding:
        """What is known of the test mails."""
        with self._connection() as connection:
            return canaries.standing(connection)

    def care(self) -> CareReader:
        """Questions about persons and their follow-up, on the same connections."""
        return CareReader(self._reading)

    def shift(self) -> ShiftReader:
        """Questions about the shift and who works it, on the same connections."""
        return ShiftReader(self._reading)

    def directory(self) -> Directory:
        """Whom to call."""
        with self._connection() as connection:
            return directory(connection)

    def room_setting(self, name: str) -> Any:
        """A setting that all desks of the room share, None when it was never set."""
        with self._connection() as connection:
            return (word(connection, "room_set", name) or {}).get("value")

    def duty(self) -> Sequence[OnDuty]:
        """Who is on duty now."""
        with self._connection() as connection:
            said = words(connection, "duty_changed")
        return roster_of(((one.subject, one.body) for one in said), utc_now())

    def mail_faults(self) -> Sequence[MailFault]:
        """Mailboxes that no test mail comes back from, as any desk of the room has said."""
        with self._connection() as connection:
            said = words(connection, mailway.KIND)
        return mailway.faults_in((one.subject, one.at, one.body) for one in said)

    def exercise(self) -> Exercise | None:
        """The exercise that runs now."""
        with self._connection() as connection:
            said = words(connection, "exercise_changed")
        return running(((one.subject, one.actor, one.body) for one in said), utc_now())

    def open_exercises(self) -> Sequence[UUID]:
        """The open cases of exercises."""
        with self._connection() as connection:
            rows = connection.execute(
                "SELECT line FROM cases WHERE is_open = 1 AND priority >= ?", (EXERCISES,)
            ).fetchall()
        return [row.id for (line,) in rows if (row := decode_line(line)).is_exercise]

    def unshared(self, limit: int = 2_000) -> Collection[UUID]:
        """Cases with an event that the shared database has not taken yet."""
        with self._connection() as connection:
            rows = connection.execute(
                "SELECT DISTINCT stream_id FROM events WHERE seq IS NULL AND refused IS NULL"
                " AND stream = 'case' LIMIT ?",
                (limit,),
            )
            return [UUID(bytes=stream_id) for (stream_id,) in rows]

    def counts(self) -> dict[str, int]:
        """How much there is: events, cases, mails, mails that wait."""
        with self._connection() as connection:
            return {
                "events": last_lsn(connection),
                "cases": _one(connection, "SELECT count(*) FROM cases"),
                "mails": _one(connection, "SELECT count(*) FROM mails"),
                "waiting": _one(connection, "SELECT count(*) FROM mails WHERE case_id IS NULL"),
                "outbox": _one(connection, "SELECT count(*) FROM outbox WHERE sent_at IS NULL"),
            }

    def first_broken(self) -> int | None:
        """The number of the first event that does not fit the chain, None when all do."""
        with self._connection() as connection:
            return first_broken(connection)

    def desk_lines(self, case_id: UUID) -> list[dict[str, Any]]:
        """The events of a case with their links in this desk's own chain."""
        with self._connection() as connection:
            return evidence.desk_lines(connection, case_id)

    def desk_head(self) -> tuple[int, bytes]:
        """The last number of this desk's own log, and its hash."""
        with self._connection() as connection:
            return evidence.desk_head(connection)

    def hash_at(self, lsn: int) -> bytes | None:
        """The hash at a number of this desk's own log."""
        with self._connection() as connection:
            return evidence.hash_at(connection, lsn)

    def check(self) -> list[str]:
        """What is wrong with the store, in plain sentences; empty when nothing is."""
        with self._connection() as connection:
            problems = [str(row[0]) for row in connection.execute("PRAGMA quick_check").fetchall()]
            broken = first_broken(connection)
        found = [f"The database is damaged: {problem}." for problem in problems if problem != "ok"]
        if broken is not None:
            found.append(f"The chain of events is broken at event {broken}.")
        return found


def _one(connection: Any, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])


def _full_card(connection: Any, card: str, case_id: bytes, n: int) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(card)
    values = [value for (value,) in connection.execute("SELECT value FROM facts WHERE n = ?", (n,))]
    related = _related(connection, UUID(bytes=case_id), frozenset(values))
    joined = set(found["joined"])
    numbers = [number for _, number, _ in related] + [
        decode_line(line).number for line in earlier_lines(connection, case_id)
    ]
    found["related"] = [number for number in dict.fromkeys(numbers) if number not in joined]
    return found


def _related(
    connection: Any, case_id: UUID, values: frozenset[str]
) -> tuple[tuple[UUID, str, tuple[str, ...]], ...]:
    """Other cases of the same account, phone or post that came in before this one."""
    [first] = connection.execute("SELECT n FROM cases WHERE id = ?", (case_id.bytes,)).fetchone()
    why: dict[tuple[int, UUID, str], list[str]] = {}
    for value in sorted(values):
        for n, line in lines_sharing(connection, value, since=utc_now() - RELATED_FOR):
            if n < first and not line.joined_into:
                why.setdefault((n, line.id, line.number), []).append(value)
    return tuple(
        (other, number, tuple(why[n, other, number])) for n, other, number in sorted(why, reverse=True)
    )


def _map_row(line: str, lat: float | None, lon: float | None, accuracy: float | None, source: str) -> MapRow:
    row = decode_line(line)
    return MapRow(
        id=row.id,
        number=row.number,
        handle=row.handle,
        state=row.state,
        priority=row.priority,
        lat=lat,
        lon=lon,
        accuracy_m=accuracy,
        is_guess=row.is_guess,
        source=source or "",
        district=row.district,
        alarm_at=row.alarm_at,
        is_exercise=row.is_exercise,
    )
