"""Words of the administrator: server init|adduser|disable|roles|check|backup|restore."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any
from uuid import UUID

from controlroom.cli import labels
from controlroom.cli.desk import opened
from controlroom.cli.language import say
from controlroom.cli.output import show, tell
from controlroom.cli.shared import serving
from controlroom.errors import BadInput, Sentence
from controlroom.speech import sentence

_LOCAL = "postgresql://postgres@/controlroom?host=/run/postgresql"


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """server and its verbs."""
    server = words.add_parser(
        "server",
        parents=[shared],
        help="the shared database: set up, people, check, backup",
        epilog=f"Example: controlroom server check --dsn '{_LOCAL}' --allow-plain-loopback",
    )
    _add_verbs(server.add_subparsers(title="verbs", metavar="VERB", required=True), shared)


def _add_verbs(verbs: Any, shared: argparse.ArgumentParser) -> None:
    init = _verb(
        verbs, shared, "init", _init, "make or bring forward the schema and a room", "--room lucknow"
    )
    init.add_argument(
        "--room", required=True, metavar="NAME", help="the room: opened where there is none yet"
    )
    init.add_argument(
        "--standbys", type=_count, metavar="N", help="how many standbys must have an event before it is safe"
    )
    init.add_argument(
        "--mail-gib-a-day",
        type=_size,
        metavar="N",
        help="how many GiB of new mails each login may keep a day",
    )
    _add_adduser(verbs, shared)
    disable = _verb(
        verbs,
        shared,
        "disable",
        _disable,
        "put a person out, at once; without --dsn from an administrator's desk",
        "op17",
    )
    disable.add_argument("name", metavar="NAME", help="the login")
    _verb(verbs, shared, "roles", _roles, "what each role may; with --dsn also who has it", "")
    _verb(verbs, shared, "check", _check, "is everything as it must be, and what to do", "")
    backup = _verb(verbs, shared, "backup", _backup, "the whole room in one file", "/backup/lucknow.dump")
    backup.add_argument("file", type=Path, metavar="FILE", help="must not be there yet")
    restore = _verb(
        verbs, shared, "restore", _restore, "a backup into an empty database", "/backup/lucknow.dump"
    )
    restore.add_argument("file", type=Path, metavar="FILE")
    serving.add_verb(verbs, shared)


def _add_adduser(verbs: Any, shared: argparse.ArgumentParser) -> None:
    adduser = _verb(
        verbs,
        shared,
        "adduser",
        _adduser,
        "let a person in",
        "op17 --role operator --password-stdin < secret",
    )
    adduser.add_argument("name", metavar="NAME", help="the login; not the person's own name")
    adduser.add_argument(
        "--role",
        required=True,
        help="operator, supervisor, counsellor, auditor, administrator, intake, board;"
        " projector is for `server run`",
    )
    adduser.add_argument("--password-stdin", action="store_true", help="the password is one line of input")
    adduser.add_argument("--room", metavar="NAME", help="which room, where there are several")


def _verb(
    verbs: Any,
    shared: argparse.ArgumentParser,
    name: str,
    run: Callable[[argparse.Namespace], int | None],
    told: str,
    example: str,
) -> argparse.ArgumentParser:
    words = " ".join(word for word in ("controlroom server", name, example) if word)
    verb: argparse.ArgumentParser = verbs.add_parser(
        name,
        parents=[shared],
        help=told,
        description=told,
        epilog=f"Example: {words} --dsn '{_LOCAL}' --allow-plain-loopback",
    )
    verb.add_argument("--dsn", metavar="DSN", help="the address of the database, as its superuser")
    verb.add_argument(
        "--allow-plain-loopback", action="store_true", help="no TLS to this machine's own socket or loopback"
    )
    verb.set_defaults(run=run)
    return verb


def _count(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 16:
        raise ValueError
    return number


def _size(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 4096:
        raise ValueError
    return number


def _administrator(options: argparse.Namespace) -> Any:
    from controlroom.sync.server.door import administrator

    return administrator(options.dsn, plain_loopback=options.allow_plain_loopback)


def _init(options: argparse.Namespace) -> None:
    from controlroom.sync.server.doors import hba_lines, tls_lines
    from controlroom.sync.server.setup import set_up

    with _administrator(options) as connection:
        done = set_up(connection, options.room, standbys=options.standbys, gib_a_day=options.mail_gib_a_day)
        hba = list(hba_lines(connection.info.dbname))
    settings = list(tls_lines())
    steps = [
        Sentence(
            "Put the lines above into pg_hba.conf (nothing else) and postgresql.conf,"
            " then restart the server."
        ),
        Sentence("Add the people: controlroom server adduser NAME --role ROLE --dsn DSN --password-stdin"),
        Sentence("Look: controlroom server check --dsn DSN"),
        Sentence(
            "Keep running beside it: controlroom server run --dsn DSN, as a login with --role projector"
        ),
    ]
    show(
        {"room": options.room, "done": done, "pg_hba": hba, "settings": settings, "next": steps},
        is_json=options.json,
        lines=[
            *map(sentence, done),
            "",
            "pg_hba.conf:",
            *_inset(hba),
            "",
            "postgresql.conf:",
            *_inset(settings),
            "",
            *map(sentence, steps),
        ],
    )


def _inset(lines: Sequence[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def _adduser(options: argparse.Namespace) -> None:
    from controlroom.sync.server.people import add_login

    password = _password(options)
    with _administrator(options) as connection:
        added = add_login(
            connection, options.name, role=options.role, password=password, room_name=options.room
        )
    role, state = labels.value("role", added.role), labels.value("change", added.state)
    line = f"{added.login}  {state}  {role}"
    if added.room:
        line = say("{line}  in room {room}", line=line, room=added.room)
    show(asdict(added), is_json=options.json, lines=[line])


def _password(options: argparse.Namespace) -> str:
    if options.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise BadInput("Give the password as one line of input, with --password-stdin.")
    from getpass import getpass

    return getpass(say("Password: "))


def _disable(options: argparse.Namespace) -> None:
    ended = _disable_at_server(options) if options.dsn else _disable_from_desk(options)
    show(
        {"login": options.name, "sessions_ended": ended},
        is_json=options.json,
        lines=[say("{name} is out; {count} sessions were ended", name=options.name, count=ended)],
    )


def _disable_at_server(options: argparse.Namespace) -> int:
    from controlroom.sync.server.people import disable_login

    with _administrator(options) as connection:
        return disable_login(connection, options.name)


def _disable_from_desk(options: argparse.Namespace) -> int:
    """Out first, the event second: who holds a stolen laptop does not wait for a disk."""
    from controlroom.casework.room.people import put_out
    from controlroom.desklink import sync_once
    from controlroom.sync.server.people import disable_from_desk

    with opened(options) as profile:
        account = profile.replica.account()
        if account is None:
            raise BadInput("This desk works alone; say which database is meant: --dsn DSN.")
        ended = disable_from_desk(account, profile.replica.password(), options.name)
        with profile.writer.write(actor=account.login) as tx:
            put_out(tx, room=UUID(profile.room), name=options.name)
        sync_once(profile, tell)
        return ended


def _roles(options: argparse.Namespace) -> None:
    from controlroom.sync.server.rights import READERS, ROLES, kinds_of, word_of

    people = []
    if options.dsn:
        from controlroom.sync.server.people import list_people

        with _administrator(options) as connection:
            people = list_people(connection)
    found = [
        {
            "role": word_of(role),
            "reads": list(READERS[role]),
            "appends": sorted(kinds_of(role)),
            "logins": [
                {"login": person.login, "room": person.room, "disabled": person.is_disabled}
                for person in people
                if person.role == role
            ],
        }
        for role in ROLES
    ]
    show(found, is_json=options.json, lines=[line for role in found for line in _role_lines(role)])


def _role_lines(role: dict[str, Any]) -> list[str]:
    line = say(
        "{role}: reads {audiences}; appends {count} kinds of events",
        role=labels.value("role", role["role"]),
        audiences=", ".join(labels.value("audience", one) for one in role["reads"]) or say("nothing"),
        count=len(role["appends"]),
    )
    out = f"  {say('put out')}"
    return [line, *(f"    {who['login']}{out * who['disabled']}" for who in role["logins"])]


def _check(options: argparse.Namespace) -> int:
    from controlroom.sync.server.check import BAD, check

    with _administrator(options) as connection:
        findings = check(connection)
    lines = [
        f"{labels.value('finding', one.state):4}  {sentence(one.what)}"
        + (f"\n      {sentence(one.do)}" if one.do else "")
        for one in findings
    ]
    show([finding._asdict() for finding in findings], is_json=options.json, lines=lines)
    return int(any(finding.state == BAD for finding in findings))


def _backup(options: argparse.Namespace) -> None:
    from controlroom.sync.server.backup import back_up

    with _administrator(options) as connection:
        done = back_up(connection, options.file)
    show(done, is_json=options.json)


def _restore(options: argparse.Namespace) -> None:
    from controlroom.sync.server.backup import restore

    with _administrator(options) as connection:
        done = restore(connection, options.file)
    show(done, is_json=options.json)
