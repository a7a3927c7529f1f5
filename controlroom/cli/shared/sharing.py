"""Words about the shared database: connect, sync; and how this desk stands to it, for status."""

import argparse
import signal
import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

from controlroom.casework.room.sharing import Link
from controlroom.cli import labels
from controlroom.cli.desk import opened
from controlroom.cli.language import say
from controlroom.cli.output import show, tell
from controlroom.errors import BadInput, ControlRoomError, Sentence, Unsaved
from controlroom.speech import sentence
from controlroom.store import Profile


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """connect, sync."""
    connect = words.add_parser(
        "connect",
        parents=[shared],
        help="join the shared room, or sign in again",
        epilog="Example: controlroom connect postgresql://db1.example,db2.example/controlroom?sslrootcert=ca.pem"
        " --user asha --password-stdin < password.txt",
    )
    connect.add_argument("dsn", metavar="DSN", help="the address of the database, without a password")
    connect.add_argument(
        "--user", required=True, metavar="NAME", help="the login that the administrator gave"
    )
    connect.add_argument(
        "--password-stdin", action="store_true", help="read the password from standard input"
    )
    connect.add_argument(
        "--allow-plain-loopback", action="store_true", help="without TLS, on this machine only"
    )
    connect.add_argument(
        "--as-new-desk",
        action="store_true",
        help="this profile was copied, or a backup came back into the server: go on as a desk of its own",
    )
    connect.set_defaults(run=_connect)
    sync = words.add_parser(
        "sync",
        parents=[shared],
        help="share with the other desks, without a window",
        epilog="Example: controlroom sync --once --json",
    )
    sync.add_argument("--once", action="store_true", help="push and pull, then end")
    sync.set_defaults(run=_sync)


def _connect(options: argparse.Namespace) -> None:
    from controlroom.sync.hosts import Login
    from controlroom.sync.joining import join_room
    from controlroom.sync.pull import LARGE_PAGE

    if not options.password_stdin and not sys.stdin.isatty():
        raise BadInput("The password is read from standard input; say so with --password-stdin.")
    password = _password(is_asked=not options.password_stdin)
    login = Login(options.dsn, options.user, password, options.allow_plain_loopback)
    with opened(options) as profile:
        if options.as_new_desk:
            profile.replica.become_new_desk()
        if sys.stderr.isatty():
            tell(say("What this desk has is sent, and what the room has is fetched; it may take minutes."))
        account, done = join_room(profile.replica, login, page=LARGE_PAGE, is_anew=options.as_new_desk)
        who = {"room": account.room_name, "login": account.login, "roles": list(account.roles)}
        show({**who, "mark": profile.mark, **asdict(done)}, is_json=options.json)


def _password(*, is_asked: bool) -> str:
    if is_asked:
        import getpass

        return getpass.getpass(say("Password: "))
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise BadInput("There is no password on standard input; type it there, and nothing else.")
    return password


def _sync(options: argparse.Namespace) -> None:
    with opened(options) as profile:
        account = profile.replica.account()
        if account is None:
            raise BadInput(
                "This desk works alone; connect it first:"
                " controlroom connect DSN --user NAME --password-stdin"
            )
        if not options.once:
            _stay(profile, options)
            return
        from controlroom.sync.loop import SyncLoop
        from controlroom.sync.pull import LARGE_PAGE

        loop = SyncLoop(profile.replica, page=LARGE_PAGE)
        show(asdict(loop.run_once(account, profile.replica.password())), is_json=options.json)


def _stay(profile: Profile, options: argparse.Namespace) -> None:
    """Until the program is told to end; each change of state is a line."""
    from controlroom.desklink import DeskLink

    last = [""]

    def publish(link: Link) -> None:
        if link.state != last[0]:
            last[0] = link.state
            fault = sentence(Sentence(link.fault, **link.fault_values)) if link.fault else ""
            state = labels.value("connection", link.state)
            show(
                link_card(link),
                is_json=options.json,
                lines=["  ".join(filter(None, (state, link.login, fault)))],
            )

    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    DeskLink(profile, publish=publish, has_window=False).loop.run(stop)


def link_card(link: Link) -> dict[str, Any]:
    """How a desk stands, as scripts read it."""
    return {
        "connection": link.state,
        "login": link.login,
        "room": link.room,
        "pending": link.pending,
        "refused": link.refused,
        "behind": link.behind,
        "skew_ms": link.skew_ms,
        "fault": link.fault.format(**link.fault_values) if link.fault else "",
    }


# --- status -----------------------------------------------------------------------------------------------


def standing(profile: Profile) -> dict[str, Any]:
    """Connection and clocks, asked now; the rest as this desk knows it. A fault is told, not raised."""
    replica = profile.replica
    account = replica.account()
    found: dict[str, Any] = {
        "connection": "alone",
        "login": account.login if account else "",
        "room": account.room_name if account else "",
        "roles": list(account.roles) if account else [],
        "pushed": replica.pushed_count(),
        "pulled": replica.pulled_count(),
        "refused": replica.refused_count(),
        "behind": 0,
        "pending": replica.pending_count(),
        "fault": "",
        "clock": _own_clock(),
        "server_clock": None,
        "skew_ms": None,
    }
    if account is not None:
        try:
            found |= _asked(profile)
        except ControlRoomError as fault:
            from controlroom.sync.faults import Refused

            state = "refused" if isinstance(fault, BadInput | Refused) else "away"
            if isinstance(fault, Unsaved):
                state = "unsaved"
            found |= {"connection": state, "behind": None, "fault": fault.sentence}
    return found


def _own_clock() -> str:
    """What the clock of this machine says, right or wrong."""
    return datetime.fromtimestamp(time.time(), UTC).isoformat()


def _asked(profile: Profile) -> dict[str, Any]:
    from controlroom.sync.hosts import connect, warning_about
    from controlroom.sync.session import PROGRAM, login_of

    replica = profile.replica
    account = replica.account()
    assert account is not None
    shared, cluster = connect(login_of(account, replica.password()), replica.memory())
    try:
        token, following = replica.tokens()
        shared.would_let_in(replica.desk(), replica.mark(), token=token, following=following, program=PROGRAM)
        head = shared.head()
        lag = shared.projector_lag()
    finally:
        shared.close()
    behind = max(0, head.seq - replica.cursor())
    server_us = time.time_ns() // 1000 - head.skew_us
    return {
        "clock": _own_clock(),
        "connection": "behind" if behind or replica.pending_count() else "connected",
        "behind": behind,
        "server_clock": (datetime.fromtimestamp(0, UTC) + timedelta(microseconds=server_us)).isoformat(),
        "skew_ms": round(head.skew_us / 1000),
        "standbys": head.standbys,
        "seq": head.seq,
        "projector_lag": lag,
        "fault": str(warning_about(cluster) or ""),
    }
