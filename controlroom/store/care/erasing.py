"""An erasure carried out on this desk: the keys, and everything that was drawn from what they opened."""

from typing import Any
from uuid import UUID

import msgspec

from controlroom.clues.folding import fold_text
from controlroom.domain.derived import case_of_mail
from controlroom.store.care.seals import destroy
from controlroom.store.desk.identity import login_of

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(dict[str, Any]).decode
_SAID = (
    "SELECT coalesce(sent_body, body) FROM events WHERE stream_id = ? AND kind = 'person_erased'"
    " AND refused IS NULL AND (seq IS NOT NULL OR ?) ORDER BY seq LIMIT 1"
)
_MAILS = (
    "SELECT coalesce(sent_body, body) ->> 'mail' FROM events WHERE stream_id = ? AND kind = 'alert_received'"
)
_ANSWERS = "DELETE FROM blobs WHERE sha IN (SELECT sha FROM mails WHERE case_id = ?)"  # taken in here
_DRAFTS = "DELETE FROM drafts WHERE key >= ? AND key < ?"


def carry_out(connection: Any, file: UUID) -> None:
    """Once the room has the erasure, or at once at a desk that is alone; done again it does no harm."""
    said = connection.execute(_SAID, (file.bytes, not login_of(connection))).fetchone()
    if said is None:
        return
    cases = _cases_in(said[0])
    destroy(connection, [file, *cases])
    _drop_typed_and_sent(connection, file)
    for case in cases:
        _empty_case(connection, case)


def _cases_in(body: str) -> list[UUID]:
    try:
        return [UUID(str(case)) for case in _decode(body).get("cases") or ()]
    except (ValueError, TypeError):  # another desk wrote it: it may stop nobody
        return []


def _drop_typed_and_sent(connection: Any, about: UUID) -> None:
    connection.execute(_DRAFTS, (f"{about}/", f"{about}0"))  # the sign behind /
    connection.execute("UPDATE outbox SET payload = x'' WHERE case_id = ? AND sent_at > 0", (about.bytes,))
    connection.execute("DELETE FROM outbox WHERE case_id = ? AND sent_at IS NULL", (about.bytes,))


def _empty_case(connection: Any, case: UUID) -> None:
    """Its mails, and what went out about it. Its events stay; its rows are drawn anew by who asked."""
    _drop_typed_and_sent(connection, case)
    if connection.execute("SELECT 1 FROM cases WHERE id = ?", (case.bytes,)).fetchone():
        connection.execute("INSERT OR IGNORE INTO emptied (id) VALUES (?)", (case.bytes,))
    for (sha,) in connection.execute(_MAILS, (case.bytes,)).fetchall():
        if sha and _is_of(case, sha):
            connection.execute("DELETE FROM blobs WHERE sha = ?", (bytes.fromhex(sha),))
    connection.execute(_ANSWERS, (case.bytes,))


def _is_of(case: UUID, sha256: str) -> bool:
    """Whether this case is the one that these bytes opened: then they are no other person's."""
    try:
        return case_of_mail(sha256) == case
    except ValueError:
        return False


def find_by_number_only(connection: Any, n: int) -> None:
    """Its numbers are all that search finds a case by; `n` is its place in the store."""
    numbers = connection.execute("SELECT number FROM numbers WHERE n = ?", (n,)).fetchall()
    words = fold_text("\n".join(number for (number,) in numbers))
    connection.execute("INSERT OR REPLACE INTO search (rowid, words) VALUES (?, ?)", (n, words))
    connection.execute("DELETE FROM facts WHERE n = ?", (n,))
