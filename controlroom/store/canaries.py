"""Which test mails were sent and which came back, for two days; and the end of their bytes after one."""

from datetime import datetime, timedelta
from typing import Any, Final

from controlroom.casework.arriving.ports import NO_CASE, CanaryStanding
from controlroom.store.eventlog import micros, moment

KEEP_BYTES: Final = timedelta(days=1)
KEEP_TOKENS: Final = timedelta(days=2)  # longer than one is taken for fresh, so that none counts twice
TABLE: Final = """
CREATE TABLE canaries (
  token TEXT PRIMARY KEY, sent_at INTEGER NOT NULL, back_at INTEGER, sha BLOB
) WITHOUT ROWID
"""
_BACK: Final = (
    "INSERT INTO canaries (token, sent_at, back_at, sha) VALUES (?, ?, ?, ?) ON CONFLICT (token)"
    " DO UPDATE SET back_at = excluded.back_at, sha = excluded.sha WHERE back_at IS NULL"
)
_STANDING: Final = (
    "SELECT max(sent_at), max(sent_at) FILTER (WHERE back_at IS NOT NULL),"
    " min(sent_at) FILTER (WHERE back_at IS NULL AND sent_at > coalesce("
    "(SELECT max(sent_at) FROM canaries WHERE back_at IS NOT NULL), 0)) FROM canaries"
)
_BYTES: Final = (
    "DELETE FROM blobs WHERE sha IN (SELECT c.sha FROM canaries c JOIN mails m ON m.sha = c.sha"
    " WHERE c.back_at < ? AND m.case_id = ?)"
)


def sent(connection: Any, token: str, at: datetime) -> None:
    """A test mail is about to go out."""
    connection.execute("INSERT OR IGNORE INTO canaries (token, sent_at) VALUES (?, ?)", (token, micros(at)))


def not_sent(connection: Any, token: str) -> None:
    """It did not go out; where it did all the same, it is told when it comes."""
    connection.execute("DELETE FROM canaries WHERE token = ? AND back_at IS NULL", (token,))


def back(connection: Any, token: str, sent_at: datetime, now: datetime, sha: bytes) -> bool:
    """A test mail has come; False where it had come before."""
    done = connection.execute(_BACK, (token, micros(sent_at), micros(now), sha))
    return bool(done.rowcount)


def standing(connection: Any) -> CanaryStanding:
    """What is known of them."""
    last, back_of, missing = connection.execute(_STANDING).fetchone()
    return CanaryStanding(*(None if at is None else moment(at) for at in (last, back_of, missing)))


def tidy(connection: Any, now: datetime) -> int:
    """Let go of the bytes of test mails after a day, of their tokens after two. Their SHA-256 and their place
    in the mailbox stay, so that they are not fetched again. Gives how many lost their bytes."""
    done = connection.execute(_BYTES, (micros(now - KEEP_BYTES), NO_CASE.bytes))
    connection.execute("DELETE FROM canaries WHERE sent_at < ?", (micros(now - KEEP_TOKENS),))
    return int(done.rowcount)
