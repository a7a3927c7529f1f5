"""The peer: the `eventsourcing` library beside us, the same cases on the same disk and server."""

import importlib
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import eventsourcing.sqlite
import invented
import sqlcipher3.dbapi2 as sqlcipher
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event
from measure import Line, Lines, Options, by_turns
from rawstore import raw_connection
from seed import empty_profile
from sharedroom import PASSWORD, Desk, Room, shared_room

from controlroom.casework.ports import NewEvent
from controlroom.domain.case import Case
from controlroom.domain.events import CASE, utc_now
from controlroom.domain.fold import fold
from controlroom.store import Profile, open_profile
from controlroom.store.care.seals import NO_KEYS
from controlroom.store.database import set_up
from controlroom.store.desk.keys import database_key
from controlroom.store.eventlog import Appender, events_of
from controlroom.store.reading.cases import case_from
from controlroom.store.replica.rows import event_of

LENGTH = 8
_DESK = str(uuid4())
_WHOLE = "each a use case of the program, event, folded case and rows behind the screens in one commit"
_LOG = "each appended to the log alone in one commit"
_CALL = "each one call of api.append_events"
_BARE = (
    "; bare_x_peer: nothing but an UPDATE of as many pages as a commit of ours writes (pages_a_commit; peer:"
    " 2), durable, in our file, beside the peer:"
)
_OF_WHOLE = f"{_BARE} what the log, the queue with its sorts, words and tallies cost, whoever writes them"
_OF_LOG = (
    f"{_BARE} row, id, place and what is pending; the rest is the chain, the sealing, the look for an erasure"
)
Story = Sequence[tuple[str, dict[str, Any]]]


class PeerCase(Aggregate):
    """A case as that library would have it: the same kinds and bodies, and a little state."""

    @event("Received")
    def __init__(self, body: dict[str, Any]) -> None:
        self.subject, self.owner, self.last, self.count = body["subject"], "", "alert_received", 1

    @event("Told")
    def tell(self, kind: str, body: dict[str, Any], actor: str) -> None:
        """One more event."""
        self.last = kind
        self.count += 1
        if kind == "case_claimed":
            self.owner = actor


@dataclass(frozen=True, slots=True)
class Side:
    """How one side appends a case event by event, and recalls it."""

    append: Callable[[Story], UUID]
    recall: Callable[[UUID], int]  # how many events it has


def run(options: Options) -> Iterator[Lines]:
    """Append and recall, on SQLite and on PostgreSQL."""
    cases = 15 if options.is_quick else 40
    with empty_profile() as folder, _encrypted(folder), _peer(_sqlite(folder)) as peer:
        profile = open_profile(folder)
        with raw_connection(folder, read_only=True) as connection:
            recall = partial(_recalled, connection)
            whole = Side(partial(_use_cases, profile), recall)
            log = Side(partial(_log_alone, profile), recall)
            floor = partial(_floor, profile, peer, options=options)
            line = _append(whole, peer, cases, options, _WHOLE + _OF_WHOLE)
            yield {"peer, append, SQLite": replace(line, more=floor(whole))}
            line = _append(log, peer, cases, options, _LOG + _OF_LOG)
            yield {"peer, append, SQLite, the log alone": replace(line, more=floor(log))}
            yield {"peer, recall, SQLite": _recall(whole, peer, cases, options)}
            program = Side(whole.append, lambda case: _event_count(case_from(connection, case)))
            yield {"peer, recall, SQLite, as the window does": _recall(program, peer, cases, options)}
        profile.close()
    importlib.import_module("psycopg_pool")  # the peer needs it: say so plainly where it is not there
    with shared_room(["asha"]) as room, _peer(_postgres(room)) as peer:
        desk = Desk(room.dsn("asha"), "asha")
        ours = Side(partial(_calls, desk), partial(_pulled, desk))
        yield {"peer, append, PostgreSQL": _append(ours, peer, cases, options, _CALL)}
        yield {"peer, recall, PostgreSQL": _recall(ours, peer, cases, options)}
        desk.shared.close()


def _append(ours: Side, peer: Side, cases: int, options: Options, what: str) -> Line:
    told = _stories(cases)
    count = cases * LENGTH
    mine, theirs, ratio = by_turns(
        lambda: [ours.append(story) for story in told],
        lambda: [peer.append(story) for story in told],
        rounds=options.rounds(15),
    )
    return Line(
        ours=count / mine,
        raw=count / theirs,
        ratio=1 / ratio,
        budget=">= 1.5x the peer",
        within=1 / ratio >= 1.5,
        unit="events/s",
        how=f"{cases} new cases of {LENGTH} events: {what}; eventsourcing 9.5: an aggregate with the same"
        " bodies, saved after each event, durable, same disk or server (SQLite: same library and key);"
        " by turns",
    )


def _floor(profile: Profile, peer: Side, ours: Side, *, options: Options) -> dict[str, Any]:
    """What a durable commit takes that writes as many pages as one of ours, and does nothing else."""
    told = _stories(10)
    pages = round(_pages_of(profile, lambda: [ours.append(story) for story in told]) / (len(told) * LENGTH))
    connection = profile._gate.raw
    for at in range(pages):
        connection.execute(f"CREATE TABLE IF NOT EXISTS bare_{at} (told INTEGER NOT NULL)")
        connection.execute(f"INSERT INTO bare_{at} VALUES (0)")

    def bare() -> None:
        for _ in range(len(told) * LENGTH):
            with profile._gate.transaction(is_person=True):
                for at in range(pages):
                    connection.execute(f"UPDATE bare_{at} SET told = told + 1")

    mine, _, ratio = by_turns(bare, lambda: [peer.append(story) for story in told], rounds=options.rounds(15))
    return {
        "pages_a_commit": pages,
        "bare_commits_per_s": len(told) * LENGTH / mine,
        "bare_x_peer": 1 / ratio,
    }


def _pages_of(profile: Profile, work: Callable[[], Any]) -> int:
    """How many pages the work writes to the log of the database file."""
    connection, wal = profile._gate.raw, profile.folder / "room.db-wal"
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    [before] = connection.execute("PRAGMA wal_autocheckpoint").fetchone()
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    work()
    connection.execute(f"PRAGMA wal_autocheckpoint = {before}")
    return wal.stat().st_size // (4096 + 24)


def _recall(ours: Side, peer: Side, cases: int, options: Options) -> Line:
    told = _stories(cases)
    mine_ids, their_ids = [ours.append(story) for story in told], [peer.append(story) for story in told]

    def recall(side: Side, ids: Sequence[UUID]) -> None:
        for case in ids:
            assert side.recall(case) == LENGTH

    mine, theirs, ratio = by_turns(
        lambda: recall(ours, mine_ids), lambda: recall(peer, their_ids), rounds=options.rounds(21)
    )
    return Line(
        ours=cases / mine,
        raw=cases / theirs,
        ratio=1 / ratio,
        budget=">= 2x the peer",
        within=1 / ratio >= 2,
        unit="cases/s",
        how=f"{cases} cases of {LENGTH} events read and folded one by one; eventsourcing 9.5: repository.get"
        " of aggregates with the same events, by turns",
    )


def _stories(cases: int) -> list[Story]:
    rng = random.Random(cases)
    bodies = [
        invented.alert_body(rng, number="", handle=f"user{at}", phone=f"98{at:08d}") for at in range(cases)
    ]
    for body in bodies:
        del body["number"]  # each side gives its own
    return [invented.story(rng, body, length=LENGTH) for body in bodies]


# --- ours -------------------------------------------------------------------------------------------------


def _use_cases(profile: Profile, told: Story) -> UUID:
    case = uuid4()
    for kind, body in told:
        with profile.writer.write(actor="asha") as tx:
            number = {"number": tx.next_number()} if kind == "alert_received" else {}
            tx.append([NewEvent(CASE, case, kind, body | number)])
    return case


def _log_alone(profile: Profile, told: Story) -> UUID:
    """As the peer does: without the rows behind the screens."""
    case, keys = uuid4(), NO_KEYS
    for kind, body in told:
        with profile._gate.transaction(is_person=True) as connection:
            appender = Appender(connection, actor="asha", desk=_DESK, now=utc_now())
            appender.seals.know(case, keys)  # as the writer does, which holds those of its cases
            appender.append(NewEvent(CASE, case, kind, body))
            keys = appender.seals.known(case)
    return case


def _recalled(connection: Any, case: UUID) -> int:
    return _event_count(fold(case, events_of(connection, case)))


def _event_count(case: Case | None) -> int:
    return case.event_count if case else 0


def _calls(desk: Desk, told: Story) -> UUID:
    case = uuid4()
    for kind, body in told:
        made = desk.event(kind, body) | {"stream_id": str(case)}
        [answer] = desk.shared.append(desk.batch([made]))
        assert answer.verdict == "accepted", answer.why
    return case


def _pulled(desk: Desk, case: UUID) -> int:
    return fold(case, map(event_of, desk.shared.pull_streams({case: 0}, 500))).event_count


# --- the peer ---------------------------------------------------------------------------------------------


@contextmanager
def _peer(settings: dict[str, str]) -> Iterator[Side]:
    app = Application[UUID](env=settings)

    def append(told: Story) -> UUID:
        case = None
        for kind, body in told:
            if case is None:
                case = PeerCase(body)
            else:
                case.tell(kind, body, "asha")
            app.save(case)
        assert case is not None
        return case.id

    def recall(case: UUID) -> int:
        found: PeerCase = app.repository.get(case)
        return found.count

    try:
        yield Side(append, recall)
    finally:
        app.close()


@contextmanager
def _encrypted(folder: Path) -> Iterator[None]:
    """The peer writes by the same library, with the same key and pragmas; SQL and all else are its own."""
    folder.mkdir(parents=True, exist_ok=True)
    key = database_key(folder)

    def connect(**options: Any) -> Any:
        connection = sqlcipher.connect(**options)
        set_up(connection, key, read_only=False)
        return connection

    plain = eventsourcing.sqlite.sqlite3
    eventsourcing.sqlite.sqlite3 = SimpleNamespace(**vars(sqlcipher) | {"connect": connect})
    try:
        yield
    finally:
        eventsourcing.sqlite.sqlite3 = plain


def _sqlite(folder: Path) -> dict[str, str]:
    return {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(folder / "peer.db")}


def _postgres(room: Room) -> dict[str, str]:
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": room.database.name,
        "POSTGRES_HOST": room.server.host,
        "POSTGRES_PORT": str(room.server.port),
        "POSTGRES_USER": "bare",
        "POSTGRES_PASSWORD": PASSWORD,
    }
