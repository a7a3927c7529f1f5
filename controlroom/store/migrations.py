"""The shape of the local store: one short step each, run in one transaction with the record that it ran."""

from typing import Any

from controlroom.errors import WorldFault
from controlroom.store.canaries import TABLE as CANARIES
from controlroom.store.care.persons import ALL_DUE as PERSONS_DUE
from controlroom.store.care.persons import REVIEWS, WAITS
from controlroom.store.care.persons import TABLES as PERSONS
from controlroom.store.care.seals import BY_FILE as SEALS_BY_FILE
from controlroom.store.care.seals import TABLES as SEALS
from controlroom.store.care.seals import WANTED as SEALS_WANTED
from controlroom.store.reading.looks import WATCHED_INDEX
from controlroom.store.reading.periods import CALLS_INDEX
from controlroom.store.roomwide import ANEW as ROOMWIDE_ANEW
from controlroom.store.roomwide import TABLES as ROOMWIDE

_EVENTS = """
CREATE TABLE events (
  lsn INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  stream TEXT NOT NULL,
  stream_id BLOB NOT NULL,
  pos INTEGER NOT NULL,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  happened_at INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  desk TEXT NOT NULL,
  audience TEXT NOT NULL,
  body TEXT NOT NULL,
  hash BLOB NOT NULL,
  seq INTEGER,
  stream_seq INTEGER,
  recorded_at INTEGER,
  UNIQUE (stream_id, pos)
);
CREATE TRIGGER events_never_change BEFORE UPDATE OF
  id, stream, stream_id, kind, version, happened_at, at, actor, desk, audience, body, hash ON events
BEGIN SELECT raise(ABORT, 'an event is never changed'); END;
CREATE TRIGGER events_never_go BEFORE DELETE ON events
BEGIN SELECT raise(ABORT, 'an event is never removed'); END
"""

_CASES = """
CREATE TABLE cases (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  pos INTEGER NOT NULL,
  state TEXT NOT NULL,
  is_open INTEGER NOT NULL,
  owner TEXT NOT NULL,
  priority INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  lat REAL,
  lon REAL,
  accuracy_m REAL,
  place_source TEXT,
  card TEXT NOT NULL,
  line TEXT NOT NULL
);
CREATE INDEX cases_urgent ON cases (is_open, priority, received_at, n);
CREATE INDEX cases_time ON cases (is_open, received_at, n);
CREATE INDEX cases_all_urgent ON cases (priority, received_at, n);
CREATE INDEX cases_all_time ON cases (received_at, n);
CREATE INDEX cases_state_urgent ON cases (state, priority, received_at, n);
CREATE INDEX cases_state_time ON cases (state, received_at, n);
CREATE INDEX cases_number ON cases (is_open, n);
CREATE INDEX cases_state_number ON cases (state, n);
CREATE INDEX cases_owner ON cases (is_open, owner, priority, received_at, n);
CREATE TABLE numbers (number TEXT PRIMARY KEY, case_id BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE last_number (year INTEGER PRIMARY KEY, last INTEGER NOT NULL);
CREATE TABLE facts (value TEXT NOT NULL, case_id BLOB NOT NULL, PRIMARY KEY (value, case_id)) WITHOUT ROWID;
CREATE INDEX facts_case ON facts (case_id);
CREATE TABLE tallies (name TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(
  words, content='', contentless_delete=1, detail=full, prefix='1 2',
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE search_terms USING fts5vocab(search, instance)
"""

_MAILS = """
CREATE TABLE blobs (n INTEGER PRIMARY KEY, sha BLOB NOT NULL UNIQUE, data BLOB NOT NULL);
CREATE TABLE mails (
  n INTEGER PRIMARY KEY,
  sha BLOB NOT NULL UNIQUE,
  account TEXT NOT NULL,
  folder TEXT NOT NULL,
  internal_date INTEGER,
  kept_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  case_id BLOB
);
CREATE INDEX mails_waiting ON mails (n) WHERE case_id IS NULL;
CREATE TABLE sightings (
  account TEXT NOT NULL, folder TEXT NOT NULL, uidvalidity INTEGER NOT NULL, uid INTEGER NOT NULL,
  sha BLOB NOT NULL, PRIMARY KEY (account, folder, uidvalidity, uid)
) WITHOUT ROWID
"""

_DESK = """
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE drafts (
  person TEXT NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, saved_at INTEGER NOT NULL,
  PRIMARY KEY (person, key)
) WITHOUT ROWID;
CREATE TABLE outbox (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  case_id BLOB NOT NULL,
  connector TEXT NOT NULL,
  payload BLOB NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER NOT NULL,
  sent_at INTEGER,
  last_error TEXT NOT NULL DEFAULT ''
);
CREATE INDEX outbox_waiting ON outbox (next_try_at) WHERE sent_at IS NULL
"""

# A line of the queue is kept as a list of its values from here on: it is read in less than half the time.
LINES_AS_LISTS = """
UPDATE cases SET line = json_array(
  line -> '$.id', line -> '$.number', line -> '$.state', line -> '$.is_open', line -> '$.priority',
  line -> '$.category', line -> '$.source', line -> '$.platform', line -> '$.received_at',
  line -> '$.owner', line -> '$.district', line -> '$.is_guess', line -> '$.handle',
  line -> '$.next_step', line -> '$.clock', line -> '$.due_at', line -> '$.alarm_at',
  line -> '$.ring', line -> '$.is_quarantined', line -> '$.authenticity', line -> '$.proposals',
  line -> '$.has_place', line -> '$.joined_into', line -> '$.review_due'
) WHERE json_type(line) = 'object'
"""

# What makes this log a replica of the room's. Numbers may be given and taken back; events stay as they are.
_SHARING = """
ALTER TABLE events ADD COLUMN number TEXT;
ALTER TABLE events ADD COLUMN room_hash BLOB;
ALTER TABLE events ADD COLUMN digest BLOB;
ALTER TABLE events ADD COLUMN salt BLOB;
ALTER TABLE events ADD COLUMN login TEXT;
ALTER TABLE events ADD COLUMN sent_body TEXT;
ALTER TABLE events ADD COLUMN refused TEXT;
CREATE INDEX events_pending ON events (lsn) WHERE seq IS NULL AND refused IS NULL;
CREATE INDEX events_pending_of ON events (stream_id) WHERE seq IS NULL AND refused IS NULL;
CREATE INDEX events_refused ON events (stream_id) WHERE refused IS NOT NULL;
CREATE UNIQUE INDEX events_seq ON events (seq) WHERE seq IS NOT NULL;
CREATE TABLE held (stream_id BLOB PRIMARY KEY, upto INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE stubs (
  seq INTEGER PRIMARY KEY, stream_id BLOB, stream_seq INTEGER, digest BLOB NOT NULL, hash BLOB NOT NULL
);
CREATE INDEX stubs_place ON stubs (stream_id, stream_seq) WHERE stream_id IS NOT NULL;
CREATE TABLE gaps (stream_id BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE set_aside (seq INTEGER PRIMARY KEY, why TEXT NOT NULL, raw TEXT NOT NULL);
CREATE TABLE joins (
  event_id BLOB PRIMARY KEY,
  case_id BLOB NOT NULL,
  into_id BLOB NOT NULL,
  seq INTEGER,
  is_undone INTEGER NOT NULL,
  undone_seq INTEGER,
  undone_by BLOB,
  is_void INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX joins_case ON joins (case_id);
CREATE INDEX joins_into ON joins (into_id);
CREATE INDEX numbers_case ON numbers (case_id);
ALTER TABLE cases ADD COLUMN rev INTEGER NOT NULL DEFAULT 0;
CREATE INDEX cases_rev ON cases (rev);
INSERT INTO joins (event_id, case_id, into_id, is_undone, undone_by)
  SELECT j.id, j.stream_id, unhex(replace(j.body ->> 'into', '-', '')), u.id IS NOT NULL, u.id
  FROM events j LEFT JOIN events u ON u.kind = 'event_undone' AND u.stream_id = j.stream_id
    AND u.pos > j.pos AND unhex(replace(u.body ->> 'event', '-', '')) = j.id
  WHERE j.kind = 'case_joined' AND unhex(replace(j.body ->> 'into', '-', '')) IS NOT NULL GROUP BY j.id
"""

# What a second person has to look at is a list of its own; an exercise counts in no tally.
REVIEW_DUE = "line ->> 23"  # QueueRow.review_due
_REVIEW = f"""
CREATE INDEX cases_review ON cases (priority, received_at, n) WHERE {REVIEW_DUE};
INSERT OR REPLACE INTO tallies (name, count)
  SELECT 'review', count(*) FROM cases WHERE {REVIEW_DUE} AND NOT coalesce(line ->> 24, 0)
"""  # noqa: S608  our own

# The events of a stream are few and found by their places: a page less to write for each that is made here.
_NO_PENDING_OF = "DROP INDEX events_pending_of"

# A case's facts and numbers go by its place in the store, not by its id: what is new stands at the end of
# their indices, not anywhere in them, and each page is written once.
_BY_PLACE = """
CREATE TABLE facts_by_place (value TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (value, n)) WITHOUT ROWID;
INSERT INTO facts_by_place (value, n)
  SELECT f.value, c.n FROM facts AS f JOIN cases AS c ON c.id = f.case_id ORDER BY 1, 2;
DROP TABLE facts;
ALTER TABLE facts_by_place RENAME TO facts;
CREATE INDEX facts_of ON facts (n);
ALTER TABLE numbers ADD COLUMN n INTEGER;
UPDATE numbers SET n = (SELECT c.n FROM cases AS c WHERE c.id = numbers.case_id);
DROP INDEX numbers_case;
CREATE INDEX numbers_of ON numbers (n)
"""

STEPS = (
    _EVENTS,
    _CASES,
    _MAILS,
    _DESK,
    f"{_SHARING};{LINES_AS_LISTS}",
    ROOMWIDE,
    CALLS_INDEX,
    f"{PERSONS};{PERSONS_DUE};{ROOMWIDE_ANEW}",
    _REVIEW,
    WAITS,
    CANARIES,
    f"{ROOMWIDE_ANEW};{WATCHED_INDEX}",
    SEALS,
    f"{REVIEWS};{PERSONS_DUE}",
    ROOMWIDE_ANEW,
    SEALS_WANTED,
    _NO_PENDING_OF,
    _BY_PLACE,
    SEALS_BY_FILE,
)
VERSION = len(STEPS)


def migrate(connection: Any, version: int = VERSION) -> None:
    """Bring the database to the shape of a version. Raises WorldFault when a newer program made it."""
    if _version(connection) == version:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = _version(connection)
        if max(found, version) > VERSION:
            raise WorldFault(
                "This profile was made by a newer version of the program; install that version to open it."
            )
        for number, script in enumerate(STEPS[found:version], start=found + 1):
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _version(connection: Any) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> list[str]:
    """The statements of a step; a trigger's body ends with END."""
    parts, found = script.split(";"), list[str]()
    for part in parts:
        inside_trigger = found and "BEGIN" in found[-1] and not found[-1].rstrip().endswith("END")
        if inside_trigger:
            found[-1] += ";" + part
        elif part.strip():
            found.append(part)
    return found
