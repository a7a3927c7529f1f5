"""The last word on each subject of the room, kept beside the log: directory, duty, settings, exercises."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from controlroom.domain.clocks import Limits, limits_from
from controlroom.domain.events import ROOM, Event
from controlroom.domain.roomwide import SUBJECTS, subject_of
from controlroom.store.eventlog import moment

Subject = tuple[str, str]  # the kind of event, and what it is about
_SUBJECT = "coalesce(body ->> 'key', body ->> 'person', body ->> 'name')"
_KINDS = ", ".join(f"'{kind}'" for kind in SUBJECTS)
# Confirmed events in the order of their stream, then what is pending here in the order it was made.
_LAST = (
    "SELECT happened_at, at, coalesce(login, actor), coalesce(sent_body, body) FROM events"  # noqa: S608  our own
    f" WHERE kind = ?1 AND {_SUBJECT} = ?2 AND stream = 'room' AND kind IN ({_KINDS}) AND refused IS NULL"
    " ORDER BY stream_seq IS NULL DESC, stream_seq DESC, lsn DESC LIMIT 1"
)
_decode = msgspec.json.Decoder(dict[str, Any]).decode

_INDEX = (
    f"CREATE INDEX events_roomwide ON events (kind, {_SUBJECT}) WHERE stream = 'room' AND kind IN ({_KINDS})"
)
_FILL = f"""
INSERT OR REPLACE INTO roomwide (kind, subject, happened_at, at, actor, body)
  SELECT kind, {_SUBJECT}, happened_at, at, coalesce(login, actor), coalesce(sent_body, body) FROM events
  WHERE stream = 'room' AND kind IN ({_KINDS}) AND refused IS NULL AND {_SUBJECT} IS NOT NULL
  ORDER BY stream_seq IS NULL, stream_seq, lsn
"""  # noqa: S608  names of our own
TABLES = f"""
{_INDEX};
CREATE TABLE roomwide (
  kind TEXT NOT NULL, subject TEXT NOT NULL, happened_at INTEGER NOT NULL, at INTEGER NOT NULL,
  actor TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, subject)
) WITHOUT ROWID;
{_FILL}
"""
# After there are more kinds: what came of them before, and the index that finds them all.
ANEW = f"DROP INDEX events_roomwide; {_INDEX}; {_FILL}"


class Word(NamedTuple):
    """The last word on one subject. Times are aware UTC."""

    subject: str
    happened_at: datetime
    at: datetime
    actor: str
    body: Mapping[str, Any]


def subjects_of(events: Iterable[Event]) -> set[Subject]:
    """What these events are about."""
    return {told for event in events if event.stream == ROOM and (told := subject_of(event)) is not None}


def settle(connection: Any, subjects: Iterable[Subject]) -> frozenset[str]:
    """Bring the table up to the log for these. Gives the kinds of those that changed."""
    changed = set()
    for kind, subject in sorted(subjects):
        before = connection.execute(
            "SELECT happened_at, at, actor, body FROM roomwide WHERE kind = ? AND subject = ?",
            (kind, subject),
        ).fetchone()
        last = connection.execute(_LAST, (kind, subject)).fetchone()
        if last == before:
            continue
        changed.add(kind)
        if last is None:
            connection.execute("DELETE FROM roomwide WHERE kind = ? AND subject = ?", (kind, subject))
        else:
            connection.execute(
                "INSERT OR REPLACE INTO roomwide (kind, subject, happened_at, at, actor, body)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (kind, subject, *last),
            )
    return frozenset(changed)


def subject_in(kind: str, body: Mapping[str, Any]) -> set[Subject]:
    """What an event with this body is about, if it is one for the whole room."""
    subject = str(body.get(SUBJECTS.get(kind, "")) or "")
    return {(kind, subject)} if subject else set()


def all_subjects(connection: Any) -> set[Subject]:
    """Everything that was ever spoken of: after a fail-over took numbers back."""
    rows = connection.execute(
        f"SELECT DISTINCT kind, {_SUBJECT} FROM events WHERE stream = 'room' AND kind IN ({_KINDS})"  # noqa: S608
    )
    return {(kind, str(subject)) for kind, subject in rows if subject is not None}


def words(connection: Any, kind: str) -> list[Word]:
    """The last words of a kind, by subject."""
    rows = connection.execute(
        "SELECT subject, happened_at, at, actor, body FROM roomwide WHERE kind = ? ORDER BY subject", (kind,)
    )
    return [
        Word(subject, moment(happened), moment(at), actor, _decode(body))
        for subject, happened, at, actor, body in rows
    ]


def word(connection: Any, kind: str, subject: str) -> Mapping[str, Any] | None:
    """The body of the last word on one subject, None where nobody spoke of it."""
    row = connection.execute(
        "SELECT body FROM roomwide WHERE kind = ? AND subject = ?", (kind, subject)
    ).fetchone()
    return _decode(row[0]) if row else None


def limits_in(connection: Any) -> Limits:
    """The limits of the clocks, as the room has set them."""
    return limits_from((word(connection, "room_set", "limits") or {}).get("value"))
