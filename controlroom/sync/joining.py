"""The first connect of a desk, and signing in again: account and password are kept once the room said yes."""

from pathlib import Path
from threading import Event

from psycopg import conninfo

from controlroom.casework.room.sharing import Account, Replica
from controlroom.errors import BadInput
from controlroom.sync.connection import parts_of, without_password
from controlroom.sync.hosts import Login
from controlroom.sync.loop import Done, done
from controlroom.sync.pull import PAGE
from controlroom.sync.session import Door


def join_room(
    replica: Replica, login: Login, *, page: int = PAGE, is_whole: bool = True, is_anew: bool = False
) -> tuple[Account, Done]:
    """Really connect; keep account and password; if `is_whole`, push what is here and take what is there.

    `is_anew`: also where a backup came back into the server. Raises WorldFault or BadInput, one plain
    sentence; nothing is kept of a try that the room refused.
    """
    if not login.user.strip():
        raise BadInput("Say who signs in: the login that the administrator gave.")
    known = replica.account()
    if known is not None and known.login != login.user:
        raise BadInput(
            "This profile belongs to {known}; {user} needs a profile of their own.",
            known=known.login,
            user=login.user,
        )
    stop = Event()
    session = Door(replica, page=page).open(login, known, is_anew=is_anew)
    try:
        welcome = session.welcome
        account = Account(
            kept_dsn(login.dsn),
            login.user,
            welcome.room,
            welcome.room_name,
            welcome.roles,
            welcome.audiences,
            login.plain_loopback,
        )
        session.follow_role(stop)
        replica.set_account(account, mark=welcome.mark)
        replica.keep_password(login.password or "")
        if is_whole:
            session.push(stop)
            session.catch_up(stop)
        return account, done(session)
    finally:
        session.close()


def kept_dsn(dsn: str) -> str:
    """The address without a password, its files named so that they are found from everywhere."""
    parts = parts_of(without_password(dsn))
    for name in ("sslrootcert", "sslcert", "sslkey", "sslcrl"):
        if parts.get(name, "system") != "system":
            parts[name] = str(Path(parts[name]).expanduser().resolve())
    parts.pop("user", None)
    return conninfo.make_conninfo("", **parts)
