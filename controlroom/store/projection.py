"""Keeps the rows behind the screens in step with the log: the same transaction, the domain's own fold."""

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from controlroom.casework.cards import card, queue_row, search_words, shared_facts
from controlroom.casework.rows import QueueRow
from controlroom.clues.folding import fold_text
from controlroom.domain.case import RANK, Case
from controlroom.domain.clocks import Limits
from controlroom.store.care.erasing import find_by_number_only
from controlroom.store.care.seals import erased_of, is_erased
from controlroom.store.drafts import put_setting
from controlroom.store.eventlog import events_of, micros
from controlroom.store.joined import KINDS_THAT_JOIN, has_joins, settle
from controlroom.store.reading.cases import case_from
from controlroom.store.sweeping import UNSWEPT
from controlroom.store.together import insert

_encode = msgspec.json.Encoder().encode
decode_line = msgspec.json.Decoder(QueueRow).decode
BEHIND = 20  # above any priority's urgency
EXERCISES = 40  # behind everything that is real
MOST_ROWS_TOLD = 8  # a commit that changes more cases than this is no single step
_WORD_KINDS = frozenset(
    {"alert_received", "note_added", "fact_added", "place_found", "location_tried", "handed_over"}
    | {"case_absorbed", "event_undone"}
)
_NUMBERS = "INSERT OR IGNORE INTO numbers (number, case_id, n)"
_WORDS = "INSERT OR REPLACE INTO search (rowid, words)"
_FACTS = "INSERT INTO facts (value, n)"
# What the indices go by: each that a value stands in is a page more to write, where it is another.
_KEYS = ("line", "state", "is_open", "owner", "priority", "received_at")
_TOLD = ("pos", "lat", "lon", "accuracy_m", "place_source", "card", "rev")
_COLUMNS = ("id", *_KEYS, *_TOLD, "n")
_INSERT = f"INSERT OR IGNORE INTO cases ({', '.join(_COLUMNS)})"
_STANDING = f"SELECT n, {', '.join(_KEYS)} FROM cases WHERE id = ?"  # noqa: S608  columns of our own


class _Standing(NamedTuple):
    """The row of a case as it was written last."""

    n: int
    keys: tuple[Any, ...]

    @property
    def line(self) -> QueueRow:
        """As it was shown."""
        return decode_line(self.keys[0])


def tally_names(state: str, is_open: bool, owner: str, ring: str, *, review_due: bool = False) -> list[str]:
    """The tallies a case counts in. An exercise counts in none: it is no part of the real night."""
    names = ["all", f"state:{state}", "open" if is_open else "closed"]
    if review_due:
        names.append("review")
    if is_open:
        names.append(f"owner:{owner}")
        if not owner and ring == "alert":
            names.append("unclaimed")
    return names


def urgency(row: QueueRow) -> int:
    """The order of the queue: the priority, in it the unclaimed first; the reached come behind all.

    Of what may be an attempt in progress, what is surely from Meta stands on top.
    """
    is_reached = RANK[row.state] >= RANK["with the person"]
    behind = (BEHIND if is_reached else 0) + (EXERCISES if row.is_exercise else 0)
    is_first = row.priority == 1 and not row.owner and row.authenticity == "verified"
    return 2 * row.priority + bool(row.owner) - is_first + behind


class Projector:
    """Writes the rows of the cases that one transaction changed, and the tallies once for all of them."""

    def __init__(self, connection: Any, limits: Limits) -> None:
        self._connection, self._limits = connection, limits
        self._tallies: Counter[str] = Counter()
        self._rows: dict[UUID, QueueRow] = {}
        self._fresh: dict[UUID, tuple[Case, QueueRow]] = {}  # to be written
        self.rev = 0  # the number of this transaction among all that changed a case, in any process

    def _numbered(self) -> int:
        self.rev = self.rev or last_rev(self._connection) + 1
        return self.rev

    def project(self, case: Case, kinds: frozenset[str], *, is_new: bool) -> None:
        """The rows of one case. `kinds` are the kinds of the events that changed it."""
        if case.id in self._fresh:
            self.write()
        row = self._rows[case.id] = queue_row(case, self._limits)
        before = None if is_new else _standing(self._connection, case.id)
        self._tally(row, 1)
        if before is None:
            self._fresh[case.id] = (case, row)
        else:
            self._write_again(case, row, before, has_words=bool(kinds & _WORD_KINDS))

    def _write_again(self, case: Case, row: QueueRow, before: _Standing, *, has_words: bool) -> None:
        self._tally(before.line, -1)
        keys = zip(_KEYS, before.keys, _keys(row), strict=True)
        moved = [(name, now) for name, then, now in keys if now != then]
        statement = _update(tuple(name for name, _ in moved))
        values = (*(now for _, now in moved), *_told(case, self._numbered()), before.n)
        self._connection.execute(statement, values)
        if has_words:
            _index_anew(self._connection, before.n, case)

    def write(self) -> None:
        """The rows of cases that have none yet: a statement a table for all of them."""
        fresh, self._fresh = list(self._fresh.values()), {}
        if not fresh:
            return
        [last] = self._connection.execute("SELECT coalesce(max(n), 0) FROM cases").fetchone()
        rev, numbered = self._numbered(), list(enumerate(fresh, start=last + 1))
        values = [(case.id.bytes, *_keys(row), *_told(case, rev), n) for n, (case, row) in numbered]
        if insert(self._connection, _INSERT, values) == len(fresh):
            _index_fresh(self._connection, [(n, case) for n, (case, _) in numbered])
            return
        for n, (case, row) in numbered:  # one of them was there: its events had gone, its row had not
            before = _standing(self._connection, case.id)
            if before is None or before.n == n:
                _index_fresh(self._connection, [(n, case)])
            else:
                self._write_again(case, row, before, has_words=True)

    def touch(self, case_id: UUID) -> None:
        """The same rows, but its events are numbered anew: panes and other processes are told."""
        self._connection.execute("UPDATE cases SET rev = ? WHERE id = ?", (self._numbered(), case_id.bytes))

    def _tally(self, row: QueueRow, by: int) -> None:
        if row.is_exercise:
            return
        for name in tally_names(row.state, row.is_open, row.owner, row.ring, review_due=row.review_due):
            self._tallies[name] += by

    @property
    def told(self) -> tuple[QueueRow, ...]:
        """The rows written, to be handed to whoever shows them: none where they are many."""
        return tuple(self._rows.values()) if len(self._rows) <= MOST_ROWS_TOLD else ()

    def finish(self) -> None:
        """Write what is left, and the tallies; the last thing."""
        self.write()
        if moved := [(name, by) for name, by in self._tallies.items() if by]:
            self._connection.executemany(
                "INSERT INTO tallies (name, count) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET count = count + excluded.count",
                moved,
            )


REFOLDED = frozenset({"alert_received"})  # anything may be another, the words too
Changed = dict[UUID, tuple[Case | None, frozenset[str]]]


def project_all(
    connection: Any, projector: Projector, changed: Changed, new: Collection[UUID] = ()
) -> dict[UUID, Case]:
    """The rows of these cases (None: to be folded anew), and of those whose joins they make void or good."""
    due, done = dict(changed), dict[UUID, Case]()
    while due:
        case_id = next(iter(due))
        case, kinds = due.pop(case_id)
        if kinds & KINDS_THAT_JOIN:
            for other in settle(connection, case_id, events_of(connection, case_id)):
                if other == case_id:
                    case = None
                else:
                    due[other] = (None, due[other][1] | REFOLDED if other in due else REFOLDED)
        case = case or case_from(connection, case_id)
        if case is not None:
            projector.project(case, kinds, is_new=case_id in new and case_id not in done)
            done[case_id] = case
    return done


def emptied(connection: Any) -> Changed:
    """The cases whose words were erased since the last time: their rows are drawn anew, of what is left."""
    rows = connection.execute("SELECT id FROM emptied").fetchall()
    if rows:
        connection.execute("DELETE FROM emptied")
        put_setting(connection, UNSWEPT, True)
    joining = ((UUID(bytes=id_), has_joins(connection, UUID(bytes=id_))) for (id_,) in rows)
    return {id_: (None, REFOLDED | (KINDS_THAT_JOIN if is_so else frozenset())) for id_, is_so in joining}


def _standing(connection: Any, case_id: UUID) -> _Standing | None:
    row = connection.execute(_STANDING, (case_id.bytes,)).fetchone()
    return _Standing(row[0], row[1:]) if row else None


@cache
def _update(moved: tuple[str, ...]) -> str:
    return f"UPDATE cases SET {', '.join(f'{name} = ?' for name in (*moved, *_TOLD))} WHERE n = ?"  # noqa: S608


def _keys(row: QueueRow) -> tuple[Any, ...]:
    line = _encode(row).decode()
    return line, row.state, int(row.is_open), row.owner, urgency(row), micros(row.received_at)


def _told(case: Case, rev: int) -> tuple[Any, ...]:
    place = case.place
    return (
        case.event_count,
        place.lat if place else None,
        place.lon if place else None,
        place.accuracy_m if place else None,
        place.source if place else None,
        _encode(card(case)).decode(),
        rev,
    )


def _index_fresh(connection: Any, cases: Sequence[tuple[int, Case]]) -> None:
    """Numbers, words and facts of cases that have none yet, each with its place in the store."""
    numbers = [(number, case.id.bytes, n) for n, case in cases for number in case.numbers]
    insert(connection, _NUMBERS, sorted(numbers))
    gone = erased_of(connection, [case.id.bytes for _, case in cases])
    for n, case in cases:
        if case.id.bytes in gone:
            find_by_number_only(connection, n)
    found = [(n, case) for n, case in cases if case.id.bytes not in gone]
    insert(connection, _WORDS, [(n, fold_text(search_words(case))) for n, case in found])
    insert(connection, _FACTS, sorted((value, n) for n, case in found for value in shared_facts(case)))


def _index_anew(connection: Any, n: int, case: Case) -> None:
    """What of it is not there yet or no longer true, and all its words: those cannot be told apart."""
    known = _first_of(connection, "SELECT number FROM numbers WHERE n = ?", n)
    if new := set(case.numbers) - known:
        insert(connection, _NUMBERS, [(number, case.id.bytes, n) for number in sorted(new)])
    if is_erased(connection, case.id):
        find_by_number_only(connection, n)
        return
    words = "\n".join([search_words(case), *sorted(known)])  # also the numbers that it bore before
    insert(connection, _WORDS, [(n, fold_text(words))])
    before, now = _first_of(connection, "SELECT value FROM facts WHERE n = ?", n), shared_facts(case)
    if before != now:
        gone = [(value, n) for value in before - now]
        connection.executemany("DELETE FROM facts WHERE value = ? AND n = ?", gone)
        insert(connection, _FACTS, [(value, n) for value in sorted(now - before)])


def _first_of(connection: Any, query: str, n: int) -> set[str]:
    return {row[0] for row in connection.execute(query, (n,))}


def rev_of(connection: Any, case_id: UUID) -> int:
    """The number of the transaction that changed this case last; 0 when there is no such case."""
    row = connection.execute("SELECT rev FROM cases WHERE id = ?", (case_id.bytes,)).fetchone()
    return int(row[0]) if row else 0


def last_rev(connection: Any) -> int:
    """The number of the last transaction that changed a case."""
    return int(connection.execute("SELECT coalesce(max(rev), 0) FROM cases").fetchone()[0])


def revised_after(connection: Any, rev: int) -> list[tuple[UUID, int]]:
    """The cases that later transactions changed, and which."""
    rows = connection.execute("SELECT id, rev FROM cases WHERE rev > ?", (rev,))
    return [(UUID(bytes=id_), number) for id_, number in rows]
