"""server run: projector, ticker and janitor of the shared database, until told to stop."""

import argparse
import json
import signal
import sys
from collections.abc import Mapping
from threading import Event
from typing import Any

from controlroom.cli import labels
from controlroom.speech import sentence

SWITCH_S = 0.001  # so that the ticker's looks come between the projector's work


def add_verb(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """The verb, beside those of the administrator."""
    run = verbs.add_parser(
        "run",
        parents=[shared],
        help="keep the index of cases, poke the desks, tidy up, until stopped",
        description="Runs beside the shared database until SIGTERM or Ctrl+C, and reconnects by itself."
        " The login is one made by `server adduser NAME --role projector`; its password stands in PGPASSFILE"
        " or PGPASSWORD. Two may run at once, on two machines.",
        epilog="Example: controlroom server run --dsn"
        " 'postgresql://serve@db1.example,db2.example/controlroom?sslrootcert=ca.pem' --json",
    )
    run.add_argument("--dsn", required=True, metavar="DSN", help="the address of the database, all its hosts")
    run.add_argument("--room", metavar="NAME", help="this room only")
    run.add_argument("--rebuild", action="store_true", help="make the index of cases anew")
    run.add_argument("--every", type=float, default=60.0, metavar="S", help="a line of health so often")
    run.add_argument(
        "--allow-plain-loopback", action="store_true", help="no TLS to this machine's own socket or loopback"
    )
    run.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> None:
    from controlroom.sync.server.running import Service

    def say(health: Mapping[str, Any]) -> None:
        print(json.dumps(health) if options.json else _line(health), flush=True)

    service = Service(
        options.dsn,
        say=say,
        room=options.room,
        plain_loopback=options.allow_plain_loopback,
        rebuild=options.rebuild,
    )
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    sys.setswitchinterval(SWITCH_S)
    service.run(stop, every_s=options.every)


def _line(health: Mapping[str, Any]) -> str:
    figures = [f"{labels.label(name)} {value}" for name, value in health.items() if isinstance(value, int)]
    words = f"{labels.label(health['part'])}: {labels.value('state', health['state'])}"
    return ", ".join([words, *([sentence(health["text"])] if health["text"] else []), *figures])
