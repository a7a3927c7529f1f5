"""The rows of persons and plans beside the log: made anew where their events changed, in one transaction."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from controlroom.casework.care.personcards import (
    NAME,
    BoardRow,
    PersonRow,
    WaitRow,
    board_row,
    name_keys_of,
    person_row,
    sure_keys,
    wait_rows,
)
from controlroom.casework.care.reviewrows import ReviewRow, review_row
from controlroom.domain.care.person import Person
from controlroom.domain.care.personfold import fold_person, linked_files
from controlroom.domain.care.plans import Owner, Plan, day_in_india
from controlroom.domain.events import PERSON, Event
from controlroom.store.care.erasing import carry_out
from controlroom.store.care.seals import Seals
from controlroom.store.eventlog import EVENT_COLUMNS, event_of

TABLES = """
CREATE TABLE person_files (file BLOB PRIMARY KEY, person BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX person_files_person ON person_files (person);
CREATE TABLE person_links (
  file BLOB NOT NULL, other BLOB NOT NULL, PRIMARY KEY (file, other)
) WITHOUT ROWID;
CREATE INDEX person_links_other ON person_links (other);
CREATE TABLE persons (id BLOB PRIMARY KEY, opened_at INTEGER NOT NULL, line TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE person_keys (key TEXT NOT NULL, person BLOB NOT NULL, PRIMARY KEY (key, person)) WITHOUT ROWID;
CREATE INDEX person_keys_person ON person_keys (person);
CREATE TABLE person_cases (
  case_id BLOB NOT NULL, person BLOB NOT NULL, PRIMARY KEY (case_id, person)
) WITHOUT ROWID;
CREATE INDEX person_cases_person ON person_cases (person);
CREATE TABLE running_plans (
  id BLOB PRIMARY KEY, person BLOB NOT NULL, next_owed INTEGER NOT NULL, is_first_made INTEGER NOT NULL,
  owner TEXT NOT NULL, line TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX running_plans_person ON running_plans (person);
CREATE INDEX running_plans_owner ON running_plans (owner);
CREATE INDEX running_plans_owed ON running_plans (next_owed);
CREATE INDEX running_plans_first ON running_plans (id) WHERE is_first_made = 0;
CREATE TABLE persons_due (file BLOB PRIMARY KEY) WITHOUT ROWID
"""
WAITS = """
CREATE TABLE care_waits (id BLOB NOT NULL, person BLOB NOT NULL, line TEXT NOT NULL, PRIMARY KEY (id, person))
  WITHOUT ROWID;
CREATE INDEX care_waits_person ON care_waits (person);
INSERT OR IGNORE INTO persons_due (file) SELECT DISTINCT stream_id FROM events WHERE stream = 'person'
  AND kind IN ('referral_made', 'reminder_made')
"""
REVIEWS = """
CREATE TABLE care_reviews (person BLOB PRIMARY KEY, keep_until INTEGER, since INTEGER NOT NULL,
  line TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX care_reviews_due ON care_reviews (keep_until, since)
"""
DRAWN = (
    "person_files",
    "person_links",
    "persons",
    "person_keys",
    "person_cases",
    "running_plans",
    "care_waits",
    "care_reviews",
)
ALL_DUE = (
    "INSERT OR IGNORE INTO persons_due (file) SELECT DISTINCT stream_id FROM events WHERE stream = 'person'"
)
_ROWS = ("person_files", "person_keys", "person_cases", "running_plans", "care_waits", "care_reviews")
_encode = msgspec.json.Encoder().encode
decode_person = msgspec.json.Decoder(PersonRow).decode
decode_plan = msgspec.json.Decoder(BoardRow).decode
decode_review = msgspec.json.Decoder(ReviewRow).decode
decode_wait = msgspec.json.Decoder(WaitRow).decode
MOST_OF_A_KEY = 50
MOST_BY_NAME = 400  # to be scored; with 60, one in ten of 100,000 people was not among them
MOST_PROPOSED = 100  # to be scored in the writer, whose transactions are short
_IN_DISTRICT = "WHERE p.line ->> 3 IN ('', ?)"  # the place of the district in a `PersonRow`
_TO_REVIEW = "FROM care_reviews WHERE keep_until <= ?1 OR (keep_until IS NULL AND since <= ?2)"
NEVER = date.max.toordinal()  # of a plan that owes nothing more


def files_of(connection: Any, person_id: UUID) -> tuple[UUID, ...]:
    """The files of the person that this is, by the person's id or that of any of their files; else none."""
    rows = connection.execute(
        "SELECT file FROM person_files WHERE person = (SELECT person FROM person_files WHERE file = ?)",
        (person_id.bytes,),
    )
    return tuple(UUID(bytes=file) for (file,) in rows)


def person_from(connection: Any, person_id: UUID) -> Person | None:
    """The person as the events of all their files tell it, None when there is none."""
    files = files_of(connection, person_id)
    return _folded(connection, files) if files else None


def _folded(connection: Any, files: Collection[UUID]) -> Person:
    return fold_person(min(files), file_events(connection, files), is_ordered=True)


def file_events(connection: Any, files: Collection[UUID]) -> list[Event]:
    """What stands in these files: in the room's order, then what is pending here as it was made."""
    marks = ", ".join("?" * len(files))
    rows = connection.execute(
        f"SELECT {EVENT_COLUMNS} FROM events WHERE stream_id IN ({marks}) AND stream = ?"  # noqa: S608
        " AND refused IS NULL ORDER BY seq IS NULL, seq, lsn",
        (*(file.bytes for file in files), PERSON),
    )
    seals = Seals(connection)
    return [event_of(row, seals, is_shared=True) for row in rows]


def settle_persons(connection: Any, files: Iterable[UUID]) -> dict[UUID, Person]:
    """Bring the rows up to the log for the persons of these files. Gives the persons that there are now."""
    due, alone, persons = set(files), dict[UUID, Person](), dict[UUID, Person]()
    for file in sorted(due):
        due |= set(files_of(connection, file))
        alone[file] = _folded(connection, (file,))
        _note_links(connection, file, alone[file].links)
    while due:
        group = _group(connection, due.pop())
        due |= {other for file in group for other in files_of(connection, file)} - group
        due -= group
        person = alone.get(min(group)) if len(group) == 1 else None
        person = person or _folded(connection, group)
        _write(connection, group, person)
        persons[person.id] = person
    return persons


def _note_links(connection: Any, file: UUID, links: Iterable[frozenset[UUID]]) -> None:
    connection.execute("DELETE FROM person_links WHERE file = ?", (file.bytes,))
    connection.executemany(
        "INSERT INTO person_links (file, other) VALUES (?, ?)",
        [(file.bytes, max(pair).bytes) for pair in links],
    )


def _group(connection: Any, file: UUID) -> frozenset[UUID]:
    """All files that are one person with this one."""
    found, pairs = {file}, set[frozenset[UUID]]()
    look = [file]
    while look:
        key = look.pop().bytes
        rows = connection.execute(
            "SELECT file, other FROM person_links WHERE file = ?1"
            " UNION SELECT file, other FROM person_links WHERE other = ?1",
            (key,),
        )
        for pair in [frozenset({UUID(bytes=one), UUID(bytes=other)}) for one, other in rows]:
            pairs.add(pair)
            look += pair - found
            found |= pair
    return linked_files(pairs, file)


def _write(connection: Any, group: frozenset[UUID], person: Person) -> None:
    """The rows of one person, in place of those of whoever these files were before."""
    former = {person.id}
    for file in group:
        row = connection.execute("SELECT person FROM person_files WHERE file = ?", (file.bytes,)).fetchone()
        former |= {UUID(bytes=row[0])} if row else set()
    for one in former:
        for table in _ROWS:
            connection.execute(f"DELETE FROM {table} WHERE person = ?", (one.bytes,))  # noqa: S608
        connection.execute("DELETE FROM persons WHERE id = ?", (one.bytes,))
    if person.event_count:  # else the room took none of them
        connection.executemany(
            "INSERT OR REPLACE INTO person_files (file, person) VALUES (?, ?)",
            [(file.bytes, person.id.bytes) for file in group],
        )
        if person.erased_at is None:
            _insert(connection, person)
    for file in person.erased:
        carry_out(connection, file)


def _insert(connection: Any, person: Person) -> None:
    key, opened = person.id.bytes, person.opened_at or person.last_at
    assert opened is not None
    line = _encode(person_row(person)).decode()
    connection.execute(
        "INSERT INTO persons (id, opened_at, line) VALUES (?, ?, ?)",
        (key, day_in_india(opened).toordinal(), line),
    )
    connection.executemany(
        "INSERT INTO person_keys (key, person) VALUES (?, ?)",
        [(value, key) for value in sorted(sure_keys(person) | name_keys_of(person.names))],
    )
    connection.executemany(
        "INSERT INTO person_cases (case_id, person) VALUES (?, ?)",
        [(case.id.bytes, key) for case in person.cases],
    )
    connection.executemany(
        "INSERT INTO care_waits (id, person, line) VALUES (?, ?, ?)",
        [(row.id.bytes, key, _encode(row).decode()) for row in wait_rows(person)],
    )
    _insert_review(connection, person)
    plan = person.plan
    if plan is not None:
        owed = min((contact.due.toordinal() for contact in plan.owed), default=NEVER)
        connection.execute(
            "INSERT OR REPLACE INTO running_plans (id, person, next_owed, is_first_made, owner, line)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (plan.id.bytes, key, owed, plan.is_first_made, ":".join(plan.owner), _line_of(person, plan)),
        )


def _insert_review(connection: Any, person: Person) -> None:
    row = review_row(person)
    if row is not None:  # who waits for a second person is due at once
        until = row.keep_until.toordinal() if row.keep_until else None
        connection.execute(
            "INSERT INTO care_reviews (person, keep_until, since, line) VALUES (?, ?, ?, ?)",
            (row.person.bytes, 0 if row.asked_by else until, row.since.toordinal(), _encode(row).decode()),
        )


def _line_of(person: Person, plan: Plan) -> str:
    return _encode(board_row(person, plan)).decode()


def loads(connection: Any) -> dict[Owner, int]:
    """How many running plans each owner has."""
    rows = connection.execute("SELECT owner, count(*) FROM running_plans GROUP BY owner")
    return {Owner(*owner.split(":", 1)): count for owner, count in rows}


def is_due(connection: Any) -> bool:
    """Whether `settle_due` has something to do."""
    return connection.execute("SELECT 1 FROM persons_due LIMIT 1").fetchone() is not None


def settle_due(connection: Any) -> None:
    """The persons whose events were in the log before there were rows of them."""
    rows = connection.execute("SELECT file FROM persons_due").fetchall()
    settle_persons(connection, [UUID(bytes=file) for (file,) in rows])
    connection.execute("DELETE FROM persons_due")


def files_after(connection: Any, seq: int) -> list[UUID]:
    """The files with an event behind this number of the room: a fail-over takes those numbers back."""
    rows = connection.execute(
        "SELECT DISTINCT stream_id FROM events WHERE seq > ? AND stream = 'person'", (seq,)
    )
    return [UUID(bytes=file) for (file,) in rows]


def all_files(connection: Any) -> list[UUID]:
    """Every file there is: who told of them is another now."""
    return [UUID(bytes=file) for (file,) in connection.execute("SELECT file FROM person_files")]


def person_of_case(connection: Any, case_id: UUID) -> UUID | None:
    """The person whose case this is, as far as somebody said so."""
    row = connection.execute(
        "SELECT p.id FROM person_cases c JOIN persons p ON p.id = c.person WHERE c.case_id = ?"
        " ORDER BY p.opened_at, p.id LIMIT 1",
        (case_id.bytes,),
    ).fetchone()
    return UUID(bytes=row[0]) if row else None


def persons_of_case(connection: Any, case_id: UUID) -> list[UUID]:
    """Everybody whose case this is said to be."""
    rows = connection.execute("SELECT person FROM person_cases WHERE case_id = ?", (case_id.bytes,))
    return [UUID(bytes=person) for (person,) in rows]


def persons_with(connection: Any, keys: Iterable[str]) -> dict[UUID, tuple[str, ...]]:
    """The persons who have one of these keys, and which."""
    found: dict[UUID, tuple[str, ...]] = {}
    for key in sorted(set(keys)):
        for (person,) in connection.execute(
            "SELECT person FROM person_keys WHERE key = ? LIMIT ?", (key, MOST_OF_A_KEY)
        ):
            person_id = UUID(bytes=person)
            found[person_id] = (*found.get(person_id, ()), key)
    return found


def persons_by_name(
    connection: Any, keys: Collection[str], limit: int = MOST_BY_NAME, *, district: str = ""
) -> list[PersonRow]:
    """Who shares the most of these keys of names first; what thousands share counts for a third.

    Of those who share as much, who has the fewest words beside. Nobody of another district than this.
    """
    marks = ", ".join("?" * len(keys))
    rows = connection.execute(
        "SELECT p.line FROM (SELECT person, sum(iif(key < ?, 3, 1)) AS shared FROM person_keys"  # noqa: S608
        f" WHERE key IN ({marks}) GROUP BY person ORDER BY shared DESC, person LIMIT ?) k"
        " JOIN persons p ON p.id = k.person"
        f" {_IN_DISTRICT if district else ''} ORDER BY k.shared DESC, length(p.line), k.person LIMIT ?",
        (
            f"{NAME}~",  # `COMMON` sorts last
            *(f"{NAME}{key}" for key in sorted(keys)),
            max(limit, MOST_BY_NAME),
            *([district] if district else []),
            limit,
        ),
    )
    return [decode_person(line) for (line,) in rows]


def rows_of(connection: Any, persons: Iterable[UUID]) -> list[PersonRow]:
    """The lines of these persons."""
    found = (
        connection.execute("SELECT line FROM persons WHERE id = ?", (one.bytes,)).fetchone()
        for one in persons
    )
    return [decode_person(row[0]) for row in found if row]


def known_rows(connection: Any, files: Iterable[UUID]) -> tuple[PersonRow, ...]:
    """The lines of the persons whose files these are, one for each; of one not here yet an empty one."""
    query = "SELECT p.line FROM person_files f JOIN persons p ON p.id = f.person WHERE f.file = ?"
    found = ((file, connection.execute(query, (file.bytes,)).fetchone()) for file in files)
    return tuple(decode_person(row[0]) if row else _unknown(file) for file, row in found)


def _unknown(file: UUID) -> PersonRow:
    return PersonRow(file, (), (), "", False, None, "", "", "", "")


def earlier_lines(connection: Any, case_id: bytes) -> list[str]:
    """The lines of earlier cases of the same person, as somebody has said, newest first."""
    rows = connection.execute(
        "SELECT c.line FROM person_cases a JOIN person_cases b ON b.person = a.person"
        " JOIN cases c ON c.id = b.case_id AND c.n < (SELECT n FROM cases WHERE id = ?1)"
        " WHERE a.case_id = ?1 ORDER BY c.n DESC",
        (case_id,),
    )
    return [line for (line,) in rows]


def board_rows(connection: Any, today: date) -> list[BoardRow]:
    """The running plans with something due or overdue on this day, or without a first contact."""
    rows = connection.execute(
        "SELECT line FROM running_plans WHERE next_owed <= ?1"
        " UNION ALL SELECT line FROM running_plans WHERE is_first_made = 0 AND next_owed > ?1",
        (today.toordinal(),),
    ).fetchall()
    return [decode_plan(line) for (line,) in rows]


def due_count(connection: Any, today: date) -> int:
    """How many running plans owe something on this day, or before."""
    query = "SELECT count(*) FROM running_plans WHERE next_owed <= ?"
    return int(connection.execute(query, (today.toordinal(),)).fetchone()[0])


def review_rows(connection: Any, today: date, over: date) -> list[ReviewRow]:
    """Whose data is to be looked at on this day, the longest due first; `over`: since when time is over."""
    days, due = (today.toordinal(), over.toordinal()), "coalesce(keep_until, since + ?1 - ?2)"
    rows = connection.execute(f"SELECT line {_TO_REVIEW} ORDER BY {due}, person", days)
    return [decode_review(line) for (line,) in rows]


def review_count(connection: Any, today: date, over: date) -> int:
    """How many they are."""
    days = (today.toordinal(), over.toordinal())
    return int(connection.execute(f"SELECT count(*) {_TO_REVIEW}", days).fetchone()[0])


def running_rows(connection: Any) -> list[BoardRow]:
    """Every running plan."""
    return [decode_plan(line) for (line,) in connection.execute("SELECT line FROM running_plans")]


def followed(connection: Any) -> list[Person]:
    """Everybody who has, or had, a plan, by the day on which their file was opened."""
    known = connection.execute("SELECT id FROM persons ORDER BY opened_at, id").fetchall()
    persons = (person_from(connection, UUID(bytes=person)) for (person,) in known)
    return [person for person in persons if person is not None and person.plans]


def waiting_rows(connection: Any) -> list[WaitRow]:
    """Every referral and reminder that somebody waits on."""
    return [decode_wait(line) for (line,) in connection.execute("SELECT line FROM care_waits")]
