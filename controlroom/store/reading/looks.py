"""Who was shown what, and who took which case, since some moment: by an index of their own."""

from datetime import datetime
from typing import Any
from uuid import UUID

from controlroom.domain.shift.exposure import Look
from controlroom.store.eventlog import micros, moment

_KINDS = "'secret_revealed', 'case_claimed'"
WATCHED_INDEX = f"CREATE INDEX events_watched ON events (at) WHERE kind IN ({_KINDS})"
_SINCE = (
    "SELECT coalesce(login, actor), kind, stream_id, at, coalesce(sent_body, body) ->> 'field'"  # noqa: S608
    f" FROM events INDEXED BY events_watched WHERE kind IN ({_KINDS}) AND at >= ? AND refused IS NULL"
)


def looks_since(connection: Any, since: datetime) -> list[Look]:
    """As far as this desk may read them; `since` is aware, by the clock of the desk that entered them."""
    rows = connection.execute(_SINCE, (micros(since),))
    return [
        Look(actor, kind, UUID(bytes=case), moment(at), str(field or ""))
        for actor, kind, case, at, field in rows
    ]
