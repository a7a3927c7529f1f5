"""Words about mail: import files, run the intake without a window."""

import argparse
import hashlib
import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from controlroom.casework.arriving.ports import MailShelf, RawMail, ReadMail
from controlroom.casework.ports import Health
from controlroom.cli.desk import opened
from controlroom.cli.output import health_line, show, tell
from controlroom.cli.room import canary
from controlroom.errors import BadInput, ControlRoomError
from controlroom.store import Profile

if TYPE_CHECKING:
    from controlroom.desklink import DeskLink

_BATCH, _BATCH_BYTES = 50, 8 << 20


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """import, intake."""
    imported = words.add_parser(
        "import",
        parents=[shared],
        help="mails from files: eml, mbox, Maildir, or folders of them",
        epilog="Example: controlroom import saved-mails/ --json",
    )
    imported.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    imported.set_defaults(run=_import)
    intake = words.add_parser(
        "intake",
        parents=[shared],
        help="fetch mail and make rows, without a window",
        description="The password of the mailbox stands in CONTROLROOM_IMAP_PASSWORD.",
        epilog="Example: controlroom intake --imap imaps://alerts@mail.example:993",
    )
    intake.add_argument("--once", action="store_true", help="one look, then end")
    where = intake.add_mutually_exclusive_group()
    where.add_argument("--imap", metavar="URL", help="imaps://user@host:993")
    where.add_argument("--folder", type=Path, metavar="DIR", help="a Maildir, or a folder of mail files")
    intake.add_argument("--ca-file", type=Path, metavar="PEM", help="if the server's certificate is its own")
    intake.set_defaults(run=_intake)
    canary.add_verb(intake.add_subparsers(title="verbs", metavar="VERB"), shared)


class _Files:
    """The files named on the command line, as a source that is looked at once."""

    name = "Import"
    is_at_hand = True

    def __init__(self, paths: list[Path]) -> None:
        self._paths = paths
        self.found: Counter[str] = Counter()  # by SHA-256
        self.troubles: list[ControlRoomError] = []

    def fetch(self, shelf: MailShelf, stop: Event) -> Iterator[int]:
        """Keep everything, a batch at a time."""
        from controlroom.intake.sources.files import mails_in

        batch: list[RawMail] = []
        for mail in mails_in(self._paths, self.troubles.append):
            self.found[hashlib.sha256(mail.raw).hexdigest()] += 1
            batch.append(mail)
            if len(batch) >= _BATCH or sum(len(one.raw) for one in batch) >= _BATCH_BYTES:
                shelf.keep(batch)
                yield len(batch)
                batch = []
        if batch:
            shelf.keep(batch)
            yield len(batch)

    def wait(self, stop: Event) -> None:
        """Nothing more will come."""

    def close(self) -> None:
        """Nothing is held open."""


def _import(options: argparse.Namespace) -> int:
    from controlroom.mailroom import intake_loop

    made_now: dict[str, str] = {}  # rows, also of mails that somebody else left waiting

    def heard(read: ReadMail) -> None:
        made_now[read.sha256] = "quarantined" if read.quarantined else "alerts"

    files = _Files(options.paths)
    with opened(options) as profile:
        intake_loop(profile, files, lambda health: None, heard=heard).run_once()
    for trouble in files.troubles:
        tell(trouble)
    if files.troubles and not files.found:
        return 2
    counts = Counter(made_now[sha] for sha in files.found if sha in made_now)
    made = {
        "mails": files.found.total(),
        "alerts": counts["alerts"],
        "cases": counts.total(),
        "quarantined": counts["quarantined"],
        "duplicates": files.found.total() - counts.total(),
    }
    show(made, is_json=options.json)
    return 2 if files.troubles else 0


def _intake(options: argparse.Namespace) -> int:
    from controlroom.mailroom import intake_loop, source_from

    def publish(health: Health) -> None:
        if not options.once:
            show(_card(health), is_json=options.json, lines=[health_line(health)])

    def publish_mail(health: Health) -> None:
        publish(health)
        if link is not None:
            link.tell_mail(health)

    with opened(options) as profile:
        link = _link(profile) if not options.once else None
        loop = intake_loop(profile, source_from(_mailbox(options, profile)), publish_mail)
        if options.once:
            health = loop.run_once()
            _share_now(profile)
            show(_card(health), is_json=options.json)
            return int(health.state == "down")
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        with _shared(link, stop), _canaries(profile, publish, stop):
            loop.run(stop)
    return 0


def _share_now(profile: Profile) -> None:
    """At a desk of a room, once; the rows are kept here when the server is away."""
    if profile.login:
        from controlroom.desklink import sync_once

        sync_once(profile, tell)


def _link(profile: Profile) -> "DeskLink | None":
    """To the shared database, at a desk of a room."""
    if not profile.login:
        return None
    from controlroom.desklink import DeskLink

    return DeskLink(profile, has_window=False)


@contextmanager
def _shared(link: "DeskLink | None", stop: Event) -> Iterator[None]:
    """What comes in is pushed by a thread of its own, as it comes."""
    if link is None:
        yield
        return
    sharing = Thread(target=link.loop.run, args=(stop,), name="sync")
    sharing.start()
    try:
        yield
    finally:
        stop.set()
        sharing.join()


@contextmanager
def _canaries(profile: Profile, publish: Callable[[Health], None], stop: Event) -> Iterator[None]:
    """The test mails, where they are set up, on a thread of their own."""
    from controlroom.sendingroom import canary_loop

    sending = Thread(target=canary_loop(profile, publish).run, args=(stop,), name="canary")
    sending.start()
    try:
        yield
    finally:
        stop.set()
        sending.join()


def _mailbox(options: argparse.Namespace, profile: Profile) -> dict[str, Any]:
    if options.folder is not None:
        return {"kind": "folder", "folder": str(options.folder)}
    if options.imap:
        return _from_url(options.imap, options.ca_file)
    kept = profile.reader().setting("mailbox")
    if not kept:
        raise BadInput("No mailbox is set up; name one with --imap or --folder, or set it up in the window.")
    return dict(kept)


def _from_url(url: str, ca_file: Path | None) -> dict[str, Any]:
    from controlroom.intake.sources import ImapSettings

    settings = ImapSettings.from_url(url, lambda: "")
    password = os.environ.get("CONTROLROOM_IMAP_PASSWORD") or unquote(urlsplit(url).password or "")
    if not password:
        raise BadInput("The mailbox needs its password: put it into CONTROLROOM_IMAP_PASSWORD.")
    return {
        "kind": "imap",
        "host": settings.host,
        "port": settings.port,
        "user": settings.user,
        "password": password,
        "ca_file": str(ca_file or ""),
    }


def _card(health: Health) -> dict[str, Any]:
    card = asdict(health)
    card["last_success"] = health.last_success.isoformat() if health.last_success else None
    return card
