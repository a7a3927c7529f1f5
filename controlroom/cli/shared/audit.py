"""Words of evidence: audit verify, head, check-head, export. Is the log what was written?"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from controlroom.cli.desk import case_id, opened
from controlroom.cli.language import say
from controlroom.cli.output import plain, show
from controlroom.cli.shared import signing
from controlroom.store import Profile

if TYPE_CHECKING:
    from controlroom.sync.verify import Verdict

Label = dict[str, str]  # of a mail: who gave it, and what comes of it now
_REMEMBERED = 20_000  # hashes that this desk holds, compared with the server's


def add_words(words: Any, shared: argparse.ArgumentParser) -> None:
    """audit and its verbs."""
    audit = words.add_parser(
        "audit",
        parents=[shared],
        help="is the log whole; what a court needs",
        epilog="Example: controlroom audit verify --json",
    )
    verbs = audit.add_subparsers(title="verbs", metavar="VERB", required=True)
    _add_verify(verbs, shared)
    signing.add_verbs(verbs, shared)
    export = verbs.add_parser(
        "export",
        parents=[shared],
        help="a folder that proves a case without this program",
        description="Raw mails, events with hashes, the proof, a certificate to sign (BSA 2023, s.63(4))."
        " The export is written into the log first.",
        epilog="Example: controlroom audit export 2026-K7-0012 /media/usb/case-12",
    )
    export.add_argument("number", metavar="NUMBER")
    export.add_argument("folder", type=Path, metavar="DIR", help="new or empty; nothing is overwritten")
    export.set_defaults(run=_export)


def _add_verify(verbs: Any, shared: argparse.ArgumentParser) -> None:
    verify = verbs.add_parser(
        "verify",
        parents=[shared],
        help="make the chain of events again and name the first that does not fit",
        description="Reads the room's log at a connected desk, this desk's own at one that is alone."
        " Of one case also whether its mails bear out the labels that say they are from Meta."
        " Exit code 1 when something was changed, removed or put in between, or a label is not borne out.",
        epilog="Example: controlroom audit verify 2026-K7-0012 --json",
    )
    verify.add_argument("number", nargs="?", metavar="NUMBER", help="this case only")
    verify.add_argument("--dsn", metavar="DSN", help="this server instead, as its administrator or any login")
    verify.add_argument("--room", metavar="NAME", help="which room, where the server has several")
    verify.add_argument(
        "--allow-plain-loopback", action="store_true", help="no TLS to this machine's own socket or loopback"
    )
    verify.set_defaults(run=_verify)


def _export(options: argparse.Namespace) -> None:
    from controlroom.cli.case.exporting import export

    with opened(options) as profile:
        done = export(profile, options)
    show(done, is_json=options.json)


def _verify(options: argparse.Namespace) -> int:
    labels: list[Label] = []
    if options.dsn:
        found = _at(options)
    else:
        with opened(options) as profile:
            is_alone = profile.replica.account() is None
            look = _own if is_alone else _room
            found = look(profile, options.number)
            labels = _labels(profile, options.number)
    is_ok = found.ok and all(label["again"] != "contradicts" for label in labels)
    told: dict[str, Any] = {
        "events": found.events,
        "ok": is_ok,
        "first_bad": found.first_bad,
        "unread": found.unread,
    }
    if labels:
        told["labels"] = labels
    show(told, is_json=options.json, lines=_lines(found) + list(filter(None, map(_label_line, labels))))
    return 0 if is_ok else 1


def _labels(profile: Profile, number: str | None) -> list[Label]:
    """Of one case, where this desk holds it."""
    from controlroom.cli.shared.origin import labels_of

    case = profile.reader().case_id_of(number) if number else None
    return labels_of(profile, case) if case is not None else []


def _label_line(label: Label) -> str:
    if label["again"] == "contradicts":
        return say(
            "The label by {person} says that a mail is from Meta, and the mail does not bear it out.",
            person=label["by"],
        )
    if label["again"] == "unchecked":
        return say(
            "Not checked: the label by {person} that a mail is from Meta; its signing key is published"
            " no more, or cannot be looked up here.",
            person=label["by"],
        )
    return ""


def _lines(found: "Verdict") -> list[str]:
    lines = plain({"events": found.events, "ok": found.ok})
    if not found.ok:
        lines.append(say("The first that is not what was written: event {number}.", number=found.first_bad))
    if found.unread:
        lines.append(
            say(
                "Not checked: what is in {count} of them, which this login may not read; that they"
                " stand in their places was. An auditor's login checks it,"
                " or the server's administrator with --dsn.",
                count=found.unread,
            )
        )
    return lines


def _own(profile: Profile, number: str | None) -> "Verdict":
    """The chain of a desk that is alone."""
    reader = profile.reader()
    bad = reader.first_broken()
    if not number:
        return _verdict(reader.counts()["events"], bad)
    events = reader.events(case_id(profile, number))
    is_ok = bad is None or all(event.seq is not None and event.seq < bad for event in events)
    return _verdict(len(events), None if is_ok else bad)


def _verdict(events: int, first_bad: int | None) -> "Verdict":
    from controlroom.sync.verify import Verdict

    return Verdict(events, first_bad)


def _room(profile: Profile, number: str | None) -> "Verdict":
    """The room's log, and whether it still is the one that this desk saw."""
    from controlroom.sync.audited import demand, of_desk
    from controlroom.sync.verify import verify_log, verify_stream

    replica = profile.replica
    account = replica.account()
    assert account is not None
    with of_desk(account, replica.password(), replica.memory()) as log:
        if number:
            found = profile.reader().case_id_of(number) or log.case_of_number(number)
            return verify_stream(log, demand(found, number))
        return verify_log(log, dict(replica.hashes_below(1 << 62, _REMEMBERED)))


def _at(options: argparse.Namespace) -> "Verdict":
    from controlroom.sync.audited import demand, of_dsn
    from controlroom.sync.verify import verify_log, verify_stream

    with of_dsn(options.dsn, options.room, plain_loopback=options.allow_plain_loopback) as log:
        if options.number:
            found: UUID = demand(log.case_of_number(options.number), options.number)
            return verify_stream(log, found)
        return verify_log(log)
