"""Who this desk is and whose it is: its id and mark, the account in the room, the password, the token."""

import secrets
from dataclasses import replace
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import msgspec

from controlroom.casework.room.sharing import Account, Memory
from controlroom.domain.events import new_id
from controlroom.store.drafts import put_setting, setting

_MARK_LETTERS, _MARK_DIGITS = "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789"
_ACTING = (
    "SELECT value, (SELECT value ->> 'login' FROM settings WHERE name = 'account') FROM settings"
    " WHERE name = 'identity'"
)


class Identity(NamedTuple):
    """Given at first use. Room and mark change once, when the desk is connected."""

    desk: str
    mark: str
    room: str


def identity_of(connection: Any) -> Identity:
    """Who this desk is."""
    known = setting(connection, "identity")
    return Identity(known["desk"], known["mark"], known["room"])


def acting(connection: Any) -> tuple[Identity, str]:
    """Who this desk is, and who acts at it: see `login_of`."""
    told, login = connection.execute(_ACTING).fetchone()
    return Identity(**msgspec.json.decode(told)), login or ""


def make_identity(connection: Any) -> Identity:
    """The same, at first use made."""
    connection.execute("BEGIN IMMEDIATE")
    if setting(connection, "identity") is None:
        keep_identity(connection, Identity(str(new_id()), _mark(), str(new_id())))
    connection.execute("COMMIT")
    return identity_of(connection)


def renew(connection: Any) -> None:
    """Another desk from now on, in the same room: its id, its mark and its token are new.

    What it made before and has not sent is still its own, under the id it was made with.
    """
    known = identity_of(connection)
    put_setting(connection, "former_desks", [*(setting(connection, "former_desks") or ()), known.desk])
    keep_identity(connection, Identity(str(new_id()), _mark(), known.room))
    connection.execute("DELETE FROM settings WHERE name = 'tokens'")


def keep_identity(connection: Any, identity: Identity) -> None:
    """Write it down."""
    put_setting(connection, "identity", identity._asdict())


def _mark() -> str:
    """A letter and a digit, none of which is mistaken for another when read aloud."""
    return secrets.choice(_MARK_LETTERS) + secrets.choice(_MARK_DIGITS)


def account_of(connection: Any) -> Account | None:
    """The account of a desk that was connected, else None."""
    known = setting(connection, "account")
    return None if known is None else msgspec.convert(known, Account)


def login_of(connection: Any) -> str:
    """Who acts at a connected desk; empty at one that is alone."""
    row = connection.execute("SELECT value ->> 'login' FROM settings WHERE name = 'account'").fetchone()
    return row[0] if row else ""


def keep_account(connection: Any, account: Account) -> None:
    """Write it down."""
    put_setting(connection, "account", msgspec.to_builtins(account))


def connected(connection: Any, account: Account, mark: str) -> None:
    """From now on this is a desk of that account's room, with that mark, and what is typed is its login's."""
    keep_account(connection, account)
    keep_identity(connection, Identity(identity_of(connection).desk, mark, str(account.room)))
    connection.execute("UPDATE OR IGNORE drafts SET person = ?", (account.login,))


def memory_of(connection: Any) -> Memory:
    """What is remembered of the server."""
    known = setting(connection, "memory")
    if known is None:
        return Memory()
    return Memory(known["system"], known["timeline"], known["seq"], bytes.fromhex(known["hash"]))


def keep_memory(connection: Any, memory: Memory) -> None:
    """Write it down."""
    told = {
        "system": memory.system,
        "timeline": memory.timeline,
        "seq": memory.seq,
        "hash": memory.hash.hex(),
    }
    put_setting(connection, "memory", told)


def tokens_of(connection: Any) -> tuple[UUID, UUID]:
    """(the token the server has, the next one), made and written down where there are none."""
    known = setting(connection, "tokens") or {"token": str(uuid4())}
    if "next" not in known:
        known["next"] = str(uuid4())
        put_setting(connection, "tokens", known)
    return UUID(known["token"]), UUID(known["next"])


def use_token(connection: Any, token: UUID) -> None:
    """The server has this one now."""
    put_setting(connection, "tokens", {"token": str(token)})


def remember_head(connection: Any, seq: int, head: bytes) -> None:
    """The server has come so far, if that is further than what is remembered."""
    memory = memory_of(connection)
    if seq > memory.seq:
        keep_memory(connection, replace(memory, seq=seq, hash=head))
