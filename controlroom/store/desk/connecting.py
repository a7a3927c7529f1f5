"""The first connect of a desk that was alone: what it made becomes its login's, told as the room may know."""

import re
from typing import Any
from uuid import UUID

import msgspec

from controlroom.casework.room.sharing import Account
from controlroom.domain.events import CASE
from controlroom.store.desk.identity import identity_of
from controlroom.store.eventlog import body_text, without_nul
from controlroom.store.projection import REFOLDED, Changed

_WAITING = (
    "SELECT lsn, id, stream, stream_id, actor, body FROM events"
    " WHERE seq IS NULL AND refused IS NULL AND desk = ? AND lsn > ? ORDER BY lsn LIMIT 200"
)
_decode = msgspec.json.Decoder(dict[str, Any]).decode


def make_over(
    connection: Any, account: Account, *, mark: str, after: int, most: int
) -> tuple[int | None, Changed]:
    """Make some of what waits behind local number `after` the login's: `most` cases' worth, 200 events.

    The author's local name is kept in the body, the number that was given first in this desk's numbers.
    Gives the last local number looked at, None when nothing was left, and the cases touched.
    """
    known = identity_of(connection)
    given = re.compile(rf"(\d{{4}})-{re.escape(known.mark)}-(\d+)")
    changed: Changed = {}
    last = None
    for lsn, id_, stream, stream_id, actor, body in connection.execute(
        _WAITING, (known.desk, after)
    ).fetchall():
        last = lsn
        told = without_nul(_decode(body))
        number = told.get("number")
        if known.mark != mark and isinstance(number, str):
            told["number"] = given.sub(rf"\g<1>-{mark}-\g<2>", number)
        if actor != account.login:
            told["entered_as"] = actor
        text = body_text(told)
        if text != body:
            connection.execute(
                "UPDATE events SET login = ?, sent_body = ? WHERE id = ?", (account.login, text, id_)
            )
            if stream == CASE:
                changed[UUID(bytes=stream_id)] = (None, REFOLDED)
        if len(changed) == most:
            break
    return last, changed
