"""Out of a damaged database a new one is made of all that can be read. The damaged one is kept beside it."""

import os
import shutil
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec
import sqlcipher3.dbapi2 as sqlcipher

from controlroom.domain.events import CASE
from controlroom.errors import Damaged, WorldFault
from controlroom.log import fail_point
from controlroom.store.care.erasing import find_by_number_only
from controlroom.store.care.persons import ALL_DUE
from controlroom.store.care.persons import DRAWN as PERSONS
from controlroom.store.database import DATABASE, connect, plain_fault
from controlroom.store.desk.attendance import alone
from controlroom.store.desk.checkup import forget_damage
from controlroom.store.desk.files import WindowLock, write_whole
from controlroom.store.drafts import put_setting, setting
from controlroom.store.joined import KINDS_THAT_JOIN
from controlroom.store.migrations import migrate
from controlroom.store.projection import REFOLDED, Projector, project_all
from controlroom.store.roomwide import all_subjects, limits_in, settle

PLACE: Final = "mending"  # the folder in which the new one grows
_READY: Final = "ready.json"  # a file there: the new one is whole, and only has to take its place
_ACCOUNT: Final = "mended.json"
_BESIDE: Final = (f"{DATABASE}-wal", f"{DATABASE}-shm")
_DRAWN: Final = (
    "cases",
    "facts",
    "tallies",
    "search",
    "joins",
    "roomwide",
    *PERSONS,
)  # made of the events again
_PAGE: Final = 500
_CASES: Final = 200  # a transaction
_FURTHEST: Final = 1 << 40  # rows: no table is longer


class Mended(msgspec.Struct, frozen=True):
    """What became of the profile. `lost` holds, by table, how many rows at least could not be read."""

    kept: dict[str, int]
    lost: dict[str, int]
    damaged: str  # the folder, in the profile's own, that holds the damaged database and this account


def mend(folder: Path, key: bytes) -> Mended:
    """Make the profile's database anew of what can be read of it, while nobody else has it open.

    It may be killed at any instant and done again. A connected desk fetches from the room what it lost; what
    was not sent yet and lies on a page that can't be read is gone. Raises WorldFault where a window or
    another program has the profile open, the disk is full, or nothing at all can be read.
    """
    lock = WindowLock(folder)
    try:
        with alone(folder):
            return finish_mending(folder) or _mended(folder, key)
    except sqlcipher.Error as fault:
        raise plain_fault(fault) from fault
    finally:
        lock.release()


def _mended(folder: Path, key: bytes) -> Mended:
    place = folder / PLACE
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
    old = _Damaged(folder, key)
    try:
        kept, lost = _copied(old, place, key)
    finally:
        old.close()
    made = Mended(kept, lost, f"damaged-{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
    with (place / DATABASE).open("rb") as file:
        os.fsync(file.fileno())
    write_whole(place / _READY, msgspec.json.encode(made))
    fail_point("mended")
    finish_mending(folder)
    return made


def finish_mending(folder: Path) -> Mended | None:
    """Let a new database that is whole take its place; None where there is none. Inside `door` or `alone`."""
    place, ready = folder / PLACE, folder / PLACE / _READY
    if not ready.exists():
        return None
    made = msgspec.json.decode(ready.read_bytes(), type=Mended)
    damaged = folder / made.damaged
    damaged.mkdir(mode=0o700, exist_ok=True)
    if (place / DATABASE).exists():
        for name in (DATABASE, *_BESIDE):
            if (folder / name).exists() and not (damaged / name).exists():
                os.link(folder / name, damaged / name)
        for name in _BESIDE:  # the new one must not take the old one's log for its own
            (folder / name).unlink(missing_ok=True)
        fail_point("half-in-place")
        (place / DATABASE).replace(folder / DATABASE)
    ready.replace(damaged / _ACCOUNT)
    forget_damage(folder)
    shutil.rmtree(place)
    return made


class _Damaged:
    """A database that is read as far as it goes. After a bad page a connection reads nothing more."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder, self._key = folder, key
        self._connection: Any = None

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]] | None:
        """The answer; None where a page for it can't be read."""
        try:
            if self._connection is None:
                self._connection = connect(self._folder, self._key, read_only=True)
            found: list[tuple[Any, ...]] = self._connection.execute(query, values).fetchall()
            return found
        except sqlcipher.DatabaseError as fault:
            self.close()
            if not isinstance(plain_fault(fault), Damaged):
                raise
            return None

    def close(self) -> None:
        """Let go of it."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None


def _copied(old: _Damaged, place: Path, key: bytes) -> tuple[dict[str, int], dict[str, int]]:
    version = old.rows("PRAGMA user_version")
    if not version or not version[0][0]:
        raise WorldFault(
            "Nothing in this database can be read: its first page is damaged, or the key is another's."
            " Restore the profile from its backup."
        )
    new = connect(place, key, read_only=False)
    try:
        new.execute("PRAGMA synchronous = OFF")  # until it is whole it is nothing
        migrate(new, version[0][0])
        kept, lost = dict[str, int](), dict[str, int]()
        for table in _tables(new):
            kept[table], missing = _copy(old, new, table)
            if missing:
                lost[table] = missing
        migrate(new)
        _draw(new, has_lost=bool(lost))
    finally:
        new.close()
    return kept, lost


def _tables(new: Any) -> list[str]:
    """All that is no picture of the events."""
    found = new.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rootpage")
    return [name for (name,) in found if not name.startswith(("sqlite_", "search")) and name not in _DRAWN]


def _copy(old: _Damaged, new: Any, table: str) -> tuple[int, int]:
    """(rows copied, rows lost at least)."""
    columns = new.execute(f"SELECT name, pk FROM pragma_table_info('{table}')").fetchall()  # noqa: S608  ours
    names, keys = [name for name, _ in columns], [name for name, pk in sorted(columns, key=_second) if pk]
    insert = f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
    count = lost = 0
    new.execute("BEGIN")
    for rows, missing in _read(old, table, names, keys):
        new.executemany(insert, rows)
        count, lost = count + len(rows), lost + missing
    new.execute("COMMIT")
    return count, lost


def _second(pair: tuple[str, int]) -> int:
    return pair[1]


def _read(
    old: _Damaged, table: str, names: Sequence[str], keys: Sequence[str]
) -> Iterator[tuple[list[tuple[Any, ...]], int]]:
    """Page after page of the table in the order of its key, with how many rows were lost before it."""
    key, what = ", ".join(keys), f"SELECT {', '.join(names)} FROM {table}"  # noqa: S608  names of our own
    at = [names.index(one) for one in keys]
    behind, size, lost = None, _PAGE, 0
    while True:
        where = f" WHERE ({key}) > ({', '.join('?' * len(keys))})" if behind is not None else ""
        rows = old.rows(f"{what}{where} ORDER BY {key} LIMIT {size}", *(behind or ()))
        if rows is None and size > 1:
            size = max(1, size // 4)
        elif rows is None:
            step = _step_over(old, table, key, behind) if len(keys) == 1 else None
            if step is None:
                yield [], lost + 1  # the rest: how much it was can't be known
                return
            behind, lost, size = ((behind or (0,))[0] + step,), lost + step, _PAGE
        elif rows:
            yield rows, lost
            behind, lost = tuple(rows[-1][place] for place in at), 0
            size = min(_PAGE, size * 4)
        else:
            if lost:
                yield [], lost
            return


def _step_over(old: _Damaged, table: str, key: str, behind: tuple[Any, ...] | None) -> int | None:
    """How many keys are to be skipped until a row can be read again; None where none can."""
    start = (behind or (0,))[0]
    if not isinstance(start, int):
        return None

    def is_readable(step: int) -> bool:
        query = f"SELECT * FROM {table} WHERE {key} > ? ORDER BY {key} LIMIT 1"  # noqa: S608  names of our own
        return old.rows(query, start + step) is not None

    far = 1
    while not is_readable(far):
        far *= 2
        if far > _FURTHEST:
            return None
    near = far // 2
    while far - near > 1:
        middle = (near + far) // 2
        near, far = (near, middle) if is_readable(middle) else (middle, far)
    return far


def _draw(new: Any, *, has_lost: bool) -> None:
    """The rows behind the screens, anew; and what must be asked of the room again."""
    new.execute("BEGIN")
    if has_lost:
        new.execute("DELETE FROM held")
        new.execute("DELETE FROM gaps")
        put_setting(new, "cursor", 0)
        if setting(new, "identity") is None:
            desks = new.execute("SELECT DISTINCT desk FROM events WHERE seq IS NULL").fetchall()
            put_setting(new, "former_desks", [desk for (desk,) in desks])
    settle(new, all_subjects(new))
    new.execute(ALL_DUE)  # done where the profile is opened
    new.execute("UPDATE numbers SET n = NULL")  # each case gets another place
    new.execute("COMMIT")
    found = new.execute(
        "SELECT stream_id FROM events WHERE stream = ? GROUP BY stream_id ORDER BY min(lsn)", (CASE,)
    ).fetchall()
    ids = [UUID(bytes=stream) for (stream,) in found]
    for at in range(0, len(ids), _CASES):
        new.execute("BEGIN")
        projector = Projector(new, limits_in(new))
        kinds = REFOLDED | KINDS_THAT_JOIN
        project_all(new, projector, dict.fromkeys(ids[at : at + _CASES], (None, kinds)))
        projector.finish()
        new.execute("COMMIT")
    new.execute("BEGIN")
    new.execute("UPDATE numbers SET n = (SELECT c.n FROM cases AS c WHERE c.id = numbers.case_id)")
    for (n,) in new.execute("SELECT n FROM cases WHERE id IN (SELECT id FROM erased)").fetchall():
        find_by_number_only(new, n)
    new.execute("COMMIT")
