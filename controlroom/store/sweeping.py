"""After an erasure the pages of the index lose its words, too: a few at a time, people's steps go between."""

from typing import Any

from controlroom.store.connections import WriteGate
from controlroom.store.drafts import put_setting, setting

UNSWEPT = "search_unswept"  # a setting: words of what was erased still stand on pages of the index
_SWEEP = "INSERT INTO search (search, rank) VALUES ('merge', ?)"
_PAGES = 16  # of the index, in one transaction


def sweep(gate: WriteGate) -> None:
    """All that is to be done. Killed, it goes on when the profile is opened again."""
    is_first = is_left = bool(gate.glance(lambda connection: setting(connection, UNSWEPT)))
    while is_left:
        with gate.transaction(is_person=False, is_durable=False) as connection:
            is_left = not _swept(connection, is_first=is_first)
        is_first = False


def _swept(connection: Any, *, is_first: bool) -> bool:
    """Go on writing the index anew, without what was taken out of it. Whether that is done."""
    if is_first:
        connection.execute(_SWEEP, (-_PAGES,))  # all of it, from here on
    before = connection.total_changes
    connection.execute(_SWEEP, (_PAGES,))
    if connection.total_changes - before >= 2:  # as SQLite says that there was something to do
        return False
    put_setting(connection, UNSWEPT, None)
    return True
